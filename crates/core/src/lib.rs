//! What a download is, and every decision about it that needs no I/O.
//!
//! Nothing here is async, reads a clock, touches a file or draws a random number: time and randomness come in as
//! arguments, so every rule can be tested with small numbers. See `ARCHITECTURE.md`.

pub mod checksum;
pub mod download;
pub mod event;
pub mod failure;
pub mod filename;
pub mod host;
pub mod http;
pub mod links;
pub mod queue;
pub mod segment;
pub mod settings;
pub mod state;
pub mod throughput;
pub mod units;

pub use checksum::{Algorithm, Checksum};
pub use download::{Download, DownloadId, NewDownload, Options, Resource, Validator, WhenChanged};
pub use event::{
    Addition, Counts, Details, DownloadRow, Event, FileFate, LogEntry, LogLine, Move, Notice, Probe,
    Progress, SegmentRow, Sort, SortKey, StartOverReason, StatusFilter, ViewPage, ViewQuery,
};
pub use failure::{AnswerFault, Failure, Remedy};
pub use segment::{Segment, Segments};
pub use settings::{Settings, SettingsError};
pub use state::{Activity, Outcome, Rest, Status};

/// Milliseconds since the Unix epoch. What the outside is told of times; durations inside use the monotonic clock.
pub type Timestamp = u64;
