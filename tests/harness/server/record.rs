//! What a file server saw and sent: the witness that tests ask.

use std::ops::Range;
use std::time::Instant;

/// All that happened so far.
#[derive(Clone, Default)]
pub struct Records {
    pub requests: Vec<Request>,
    pub connections: usize,
    /// Answers that are under way.
    pub active: usize,
    /// The most answers that were under way at once.
    pub most_active: usize,
}

/// One request, and what came of it.
#[derive(Clone, Debug)]
pub struct Request {
    /// Which connection it came on, from 0.
    pub connection: usize,
    pub method: String,
    /// As it stood in the request line.
    pub path: String,
    pub headers: Vec<(String, String)>,
    /// The status it was answered with; 0: with none.
    pub status: u16,
    /// Where in the file the body began.
    pub from: u64,
    /// Bytes of the body that were sent.
    pub sent: u64,
    /// Whether the answer is over, one way or another.
    pub over: bool,
    /// When it came.
    pub at: Instant,
}

impl Request {
    /// The value of a header; its name in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// Where the range that was asked for begins, and where it ends (exclusive) if that was said.
    pub fn range(&self) -> Option<(u64, Option<u64>)> {
        let (start, end) = self.header("range")?.strip_prefix("bytes=")?.split_once('-')?;
        Some((start.parse().ok()?, end.parse::<u64>().ok().map(|last| last + 1)))
    }

    /// Which bytes of the file were sent.
    pub fn sent_range(&self) -> Range<u64> {
        self.from..self.from + self.sent
    }

    /// Whether it was answered with the file or a part of it.
    pub fn served(&self) -> bool {
        matches!(self.status, 200 | 206)
    }
}

impl Records {
    /// Bytes of the file that were sent, those that were sent twice counted twice.
    pub fn sent(&self) -> u64 {
        self.requests.iter().filter(|request| request.served()).map(|request| request.sent).sum()
    }
}
