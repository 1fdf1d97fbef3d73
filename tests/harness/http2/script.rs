//! What an HTTP/2 server holds, and in which ways it lies or breaks. Nothing here touches a socket.

use bytes::Bytes;
use h2::Reason;
use std::ops::Range;

use super::RunningHttp2Server;
use crate::server::{Fault, File, Length, Ranges};

/// An HTTP/2 server that is yet to be started.
pub struct Http2Server {
    pub(super) script: Script,
    /// For which requests, or connections, the next fault in the chain holds.
    whom: Range<usize>,
}

pub(super) struct Script {
    pub file: File,
    /// What is wrong with what is said, by number of the request.
    lies: Vec<(Range<usize>, Fault)>,
    /// What becomes of a stream, by number of the request.
    streams: Vec<(Range<usize>, StreamEnd)>,
    /// What becomes of a connection, by its number.
    connections: Vec<(Range<usize>, ConnectionEnd)>,
    /// SETTINGS_MAX_CONCURRENT_STREAMS.
    pub max_streams: Option<u32>,
}

/// How a stream ends before its body does.
#[derive(Clone, Copy)]
pub(super) enum StreamEnd {
    /// RST_STREAM with REFUSED_STREAM instead of an answer.
    Refused,
    /// RST_STREAM after so many bytes of the body.
    Reset(u64, Reason),
    /// Open, and nothing more after so many bytes of the body.
    Stalled(u64),
}

/// How a connection ends.
#[derive(Clone, Copy)]
pub(super) enum ConnectionEnd {
    /// GOAWAY that names no stream, once there is a request.
    GoawayAtOnce,
    /// GOAWAY once it has carried so many bytes of bodies. What was asked for before is still answered.
    Goaway(u64),
    /// The same, and then its end, whatever was asked for before.
    GoawayAndClose(u64),
    /// A reset of the TCP connection once it has carried so many bytes of bodies.
    Cut(u64),
    /// Nothing more once it has carried so many bytes of bodies, though it stays open.
    Silent(u64),
}

impl ConnectionEnd {
    /// Bytes of bodies that it carries before.
    pub fn after(self) -> u64 {
        match self {
            Self::GoawayAtOnce => 0,
            Self::Goaway(count) | Self::GoawayAndClose(count) | Self::Cut(count) | Self::Silent(count) => {
                count
            }
        }
    }
}

impl Script {
    pub fn lies_for(&self, request: usize) -> Vec<Fault> {
        let lies = self.lies.iter().filter(|(whom, _)| whom.contains(&request));
        lies.map(|(_, fault)| fault.clone()).collect()
    }

    pub fn end_of_stream(&self, request: usize) -> Option<StreamEnd> {
        self.streams.iter().find(|(whom, _)| whom.contains(&request)).map(|(_, end)| *end)
    }

    pub fn end_of_connection(&self, connection: usize) -> Option<ConnectionEnd> {
        self.connections.iter().find(|(whom, _)| whom.contains(&connection)).map(|(_, end)| *end)
    }
}

impl Http2Server {
    /// Serves `bytes` under every path, with ranges and an ETag, as an honest server does. Only where a list of checksums
    /// may lie there is none, and nobody counts who asks.
    pub fn of(bytes: impl Into<Bytes>) -> Self {
        let file = File { bytes: bytes.into(), etag: Some("\"v1\"".into()), last_modified: None };
        let script = Script {
            file,
            lies: Vec::new(),
            streams: Vec::new(),
            connections: Vec::new(),
            max_streams: None,
        };
        Self { script, whom: 0..usize::MAX }
    }

    /// The faults that follow hold for the first `count` requests only; those of connections for the first `count`
    /// connections that speak HTTP/2.
    pub fn first(mut self, count: usize) -> Self {
        self.whom = 0..count;
        self
    }

    /// The faults that follow hold for all after the first `count`.
    pub fn after(mut self, count: usize) -> Self {
        self.whom = count..usize::MAX;
        self
    }

    /// The faults that follow hold only for the next `count` from where the last [`after`](Self::after) began.
    pub fn first_after(mut self, count: usize) -> Self {
        self.whom.end = self.whom.start + count;
        self
    }

    /// Sends GOAWAY without having looked at a request.
    pub fn goaway_at_once(self) -> Self {
        self.connection(ConnectionEnd::GoawayAtOnce)
    }

    /// Sends GOAWAY once a connection has carried `count` bytes of bodies, and answers what was asked for before that.
    pub fn goaway_after(self, count: u64) -> Self {
        self.connection(ConnectionEnd::Goaway(count))
    }

    /// Sends GOAWAY as if all were well once a connection has carried `count` bytes of bodies, and closes it in the middle of
    /// what is under way.
    pub fn goaway_and_close_after(self, count: u64) -> Self {
        self.connection(ConnectionEnd::GoawayAndClose(count))
    }

    /// Resets a connection, with all streams in it, once it has carried `count` bytes of bodies.
    pub fn cut_after(self, count: u64) -> Self {
        self.connection(ConnectionEnd::Cut(count))
    }

    /// Neither reads nor writes anything more once a connection has carried `count` bytes of bodies, and keeps it open, as if
    /// the line were cut and nobody had been told.
    pub fn silent_after(self, count: u64) -> Self {
        self.connection(ConnectionEnd::Silent(count))
    }

    /// Resets the stream with REFUSED_STREAM instead of an answer.
    pub fn refuse_stream(self) -> Self {
        self.stream(StreamEnd::Refused)
    }

    /// Resets the stream after `count` bytes of the body.
    pub fn reset_stream_after(self, count: u64, reason: Reason) -> Self {
        self.stream(StreamEnd::Reset(count, reason))
    }

    /// Sends no more than `count` bytes of the body though the stream stays open, as if its window were never opened.
    pub fn window_stalled_after(self, count: u64) -> Self {
        self.stream(StreamEnd::Stalled(count))
    }

    /// Allows so many streams at once on each connection.
    pub fn max_streams(mut self, count: u32) -> Self {
        self.script.max_streams = Some(count);
        self
    }

    /// A further header; its name in lower case.
    pub fn header(self, name: &str, value: impl AsRef<[u8]>) -> Self {
        self.lie(Fault::Header(name.to_owned(), value.as_ref().to_vec()))
    }

    /// Answers every range with the whole file and 200.
    pub fn no_ranges(self) -> Self {
        self.lie(Fault::Ranges(Ranges::Ignored))
    }

    /// Promises `count` bytes more than come.
    pub fn length_over(self, count: u64) -> Self {
        self.lie(Fault::Length(Length::Over(count)))
    }

    /// Promises `count` bytes fewer than come.
    pub fn length_under(self, count: u64) -> Self {
        self.lie(Fault::Length(Length::Under(count)))
    }

    /// No Content-Length: the body ends with the stream.
    pub fn no_length(self) -> Self {
        self.lie(Fault::Length(Length::Unsaid))
    }

    /// At most this many bytes a second for each stream.
    pub fn pace(self, bytes_per_second: u64) -> Self {
        self.lie(Fault::Pace(bytes_per_second))
    }

    pub async fn start(self) -> RunningHttp2Server {
        RunningHttp2Server::start(self).await
    }

    fn lie(mut self, fault: Fault) -> Self {
        self.script.lies.push((self.whom.clone(), fault));
        self
    }

    fn stream(mut self, end: StreamEnd) -> Self {
        self.script.streams.push((self.whom.clone(), end));
        self
    }

    fn connection(mut self, end: ConnectionEnd) -> Self {
        self.script.connections.push((self.whom.clone(), end));
        self
    }
}
