//! What a file server holds, and in which ways it lies or breaks. Nothing here touches a socket.

use bytes::Bytes;
use std::collections::HashMap;
use std::ops::Range;

use super::{Line, RunningServer};

/// A file server that is yet to be started.
pub struct FileServer {
    pub(super) file: File,
    pub(super) name: String,
    pub(super) rules: Vec<Rule>,
    pub(super) held_after: Option<u64>,
    pub(super) line: Option<Line>,
    /// What lies beside the file, by path.
    pub(super) beside: HashMap<String, FileServer>,
    /// For which requests the next fault in the chain holds.
    whom: Range<usize>,
}

/// What it serves now.
#[derive(Clone)]
pub(crate) struct File {
    pub bytes: Bytes,
    pub etag: Option<String>,
    pub last_modified: Option<String>,
}

pub(super) struct Rule {
    /// Numbers of requests, from 0.
    pub whom: Range<usize>,
    pub fault: Fault,
}

#[derive(Clone)]
pub(crate) enum Fault {
    Status(u16),
    Header(String, Vec<u8>),
    /// 403 for whoever does not bring this cookie.
    NeedsCookie(String),
    Redirect(String),
    WebPage,
    Gzip,
    Ranges(Ranges),
    Length(Length),
    /// Answers 206 even where If-Range says otherwise.
    IgnoreIfRange,
    CutAfter(u64),
    ResetAfter(u64),
    SilentAfter(u64),
    SilentInHead,
    Garbage(Vec<u8>),
    /// Bytes a second for one connection.
    Pace(u64),
    /// 503 for whoever comes while this many answers are under way.
    RefusedBeyond(u16, usize),
    /// The same, with a reset instead of an answer.
    ResetBeyond(usize),
}

/// How requests for a range are answered.
#[derive(Clone, Copy)]
pub(crate) enum Ranges {
    /// With the whole file.
    Ignored,
    /// With 416.
    Refused,
    /// With the bytes that lie this much further on, and a truthful Content-Range.
    Shifted(u64),
    /// With the right Content-Range and this many bytes too many.
    Beyond(u64),
    /// With at most this many bytes, truthfully.
    AtMost(u64),
    /// With 206 and no Content-Range.
    Unnamed,
    /// With `*` for the size.
    SizeUnsaid,
}

/// What is said of the body's length.
#[derive(Clone, Copy)]
pub(crate) enum Length {
    /// This many bytes more than are sent.
    Over(u64),
    /// This many bytes fewer than are sent.
    Under(u64),
    /// Nothing; the end of the connection is the end of the body.
    Unsaid,
    Chunked,
    ChunkedWithoutEnd,
}

impl FileServer {
    /// Serves `bytes` under every path, with ranges, an ETag and keep-alive, as an honest server does. Only where a list of
    /// checksums may lie there is none.
    pub fn of(bytes: impl Into<Bytes>) -> Self {
        let file = File { bytes: bytes.into(), etag: Some("\"v1\"".into()), last_modified: None };
        let (rules, beside, whom) = (Vec::new(), HashMap::new(), 0..usize::MAX);
        Self { file, name: "a.bin".into(), rules, held_after: None, line: None, beside, whom }
    }

    /// The last part of [`RunningServer::url`], as it stands in the URL.
    pub fn named(mut self, name: &str) -> Self {
        self.name = name.to_owned();
        self
    }

    /// At `path`, which begins with a slash, lies what `other` serves, in the ways that it misbehaves. The faults of this
    /// one do not hold there; requests for it are in [`RunningServer::asked_beside`] and not among those for the file.
    pub fn beside(mut self, path: &str, other: FileServer) -> Self {
        self.beside.insert(path.to_owned(), other);
        self
    }

    pub fn etag(mut self, etag: &str) -> Self {
        self.file.etag = Some(etag.to_owned());
        self
    }

    /// Neither ETag nor Last-Modified.
    pub fn no_validator(mut self) -> Self {
        self.file.etag = None;
        self
    }

    /// Last-Modified and no ETag.
    pub fn last_modified(mut self, date: &str) -> Self {
        self.file.etag = None;
        self.file.last_modified = Some(date.to_owned());
        self
    }

    /// The faults that follow hold for the first `count` requests only.
    pub fn first(mut self, count: usize) -> Self {
        self.whom = 0..count;
        self
    }

    /// The faults that follow hold for all requests after the first `count`.
    pub fn after(mut self, count: usize) -> Self {
        self.whom = count..usize::MAX;
        self
    }

    /// The faults that follow hold only for the next `count` requests from where the last [`FileServer::after`] began.
    pub fn first_after(mut self, count: usize) -> Self {
        self.whom.end = self.whom.start + count;
        self
    }

    /// Answers with `status` and no file.
    pub fn status(self, status: u16) -> Self {
        self.fault(Fault::Status(status))
    }

    /// A further header, as it is.
    pub fn header(self, name: &str, value: impl AsRef<[u8]>) -> Self {
        self.fault(Fault::Header(name.to_owned(), value.as_ref().to_vec()))
    }

    /// 403 for whoever does not bring `pair`, as sites do that count down before a download.
    pub fn needs_cookie(self, pair: &str) -> Self {
        self.fault(Fault::NeedsCookie(pair.to_owned()))
    }

    pub fn redirect_to(self, target: &str) -> Self {
        self.fault(Fault::Redirect(target.to_owned()))
    }

    /// An HTML page with 200 instead of the file, as log-in walls do.
    pub fn web_page(self) -> Self {
        self.fault(Fault::WebPage)
    }

    /// Says `Content-Encoding: gzip` though nobody asked for it.
    pub fn gzip(self) -> Self {
        self.fault(Fault::Gzip)
    }

    /// Answers every range with the whole file and 200.
    pub fn no_ranges(self) -> Self {
        self.fault(Fault::Ranges(Ranges::Ignored))
    }

    /// Answers every range with 416.
    pub fn ranges_refused(self) -> Self {
        self.fault(Fault::Ranges(Ranges::Refused))
    }

    /// Answers with bytes from `count` further on than was asked for, and says so.
    pub fn ranges_shifted(self, count: u64) -> Self {
        self.fault(Fault::Ranges(Ranges::Shifted(count)))
    }

    /// Sends `count` bytes more than the range it names.
    pub fn beyond_range(self, count: u64) -> Self {
        self.fault(Fault::Ranges(Ranges::Beyond(count)))
    }

    /// Answers ranges with at most `count` bytes, and says so.
    pub fn ranges_at_most(self, count: u64) -> Self {
        self.fault(Fault::Ranges(Ranges::AtMost(count)))
    }

    /// 206 without saying which range.
    pub fn ranges_unnamed(self) -> Self {
        self.fault(Fault::Ranges(Ranges::Unnamed))
    }

    /// `Content-Range: bytes a-b/*`.
    pub fn size_unsaid(self) -> Self {
        self.fault(Fault::Ranges(Ranges::SizeUnsaid))
    }

    /// Gives the range even if If-Range names another version.
    pub fn ignoring_if_range(self) -> Self {
        self.fault(Fault::IgnoreIfRange)
    }

    /// Promises `count` bytes more than come.
    pub fn length_over(self, count: u64) -> Self {
        self.fault(Fault::Length(Length::Over(count)))
    }

    /// Promises `count` bytes fewer than come.
    pub fn length_under(self, count: u64) -> Self {
        self.fault(Fault::Length(Length::Under(count)))
    }

    /// No Content-Length: the body ends with the connection.
    pub fn no_length(self) -> Self {
        self.fault(Fault::Length(Length::Unsaid))
    }

    pub fn chunked(self) -> Self {
        self.fault(Fault::Length(Length::Chunked))
    }

    /// The connection ends orderly where the last chunk should come.
    pub fn chunked_without_end(self) -> Self {
        self.fault(Fault::Length(Length::ChunkedWithoutEnd))
    }

    /// Closes the connection in an orderly way after `count` bytes of the body.
    pub fn cut_after(self, count: u64) -> Self {
        self.fault(Fault::CutAfter(count))
    }

    /// Resets the connection after `count` bytes of the body.
    pub fn reset_after(self, count: u64) -> Self {
        self.fault(Fault::ResetAfter(count))
    }

    /// Says nothing more after `count` bytes of the body, and keeps the connection open.
    pub fn silent_after(self, count: u64) -> Self {
        self.fault(Fault::SilentAfter(count))
    }

    /// Says nothing more after the status line.
    pub fn silent_in_head(self) -> Self {
        self.fault(Fault::SilentInHead)
    }

    /// Answers with these bytes and closes the connection.
    pub fn garbage(self, bytes: impl AsRef<[u8]>) -> Self {
        self.fault(Fault::Garbage(bytes.as_ref().to_vec()))
    }

    /// At most this many bytes a second on each connection.
    pub fn pace(self, bytes_per_second: u64) -> Self {
        self.fault(Fault::Pace(bytes_per_second))
    }

    /// 503 for whoever comes while `count` answers are under way.
    pub fn busy_beyond(self, count: usize) -> Self {
        self.refused_beyond(503, count)
    }

    /// The same with another status.
    pub fn refused_beyond(self, status: u16, count: usize) -> Self {
        self.fault(Fault::RefusedBeyond(status, count))
    }

    /// A reset for whoever comes while `count` answers are under way.
    pub fn reset_beyond(self, count: usize) -> Self {
        self.fault(Fault::ResetBeyond(count))
    }

    /// Sends no more than `count` bytes of bodies in all until it is [released](RunningServer::release).
    pub fn hold_after(mut self, count: u64) -> Self {
        self.held_after = Some(count);
        self
    }

    /// All its connections share `line`, with those of other servers behind it.
    pub fn behind(mut self, line: &Line) -> Self {
        self.line = Some(line.clone());
        self
    }

    pub async fn start(self) -> RunningServer {
        RunningServer::start(self).await
    }

    fn fault(mut self, fault: Fault) -> Self {
        self.rules.push(Rule { whom: self.whom.clone(), fault });
        self
    }
}
