//! What a download is, and every decision about it that needs no I/O.
//!
//! Nothing here is async, reads a clock, touches a file or draws a random number: time and randomness come in as
//! arguments, so every rule can be tested with small numbers. See `ARCHITECTURE.md`.

pub mod bound;
pub mod certificate;
pub mod change;
pub mod check;
pub mod checksum;
pub mod digest;
pub mod download;
pub mod drip;
pub mod duplicate;
mod encoding;
pub mod event;
pub mod failure;
pub mod feed;
pub mod filename;
pub mod filter;
pub mod fold;
pub mod glob;
pub mod history;
pub mod host;
pub mod host_settings;
pub mod http;
pub mod kind;
pub mod ledger;
pub mod line;
pub mod link;
pub mod links;
pub mod log;
pub mod manifest;
pub mod metalink;
pub mod order;
pub mod outlook;
pub mod pace;
pub mod page;
mod parameters;
pub mod paste;
pub mod proxy;
pub mod queue;
pub mod relocation;
mod resource;
pub mod rules;
pub mod segment;
pub mod settings;
pub mod state;
pub mod statistics;
pub mod tag;
pub mod takeover;
pub mod throughput;
pub mod undo;
pub mod units;
pub mod view;
pub mod week;

pub use certificate::{CertificateFault, RefusedCertificate};
pub use change::{OptionChange, OptionEdit};
pub use check::{Check, Finding};
pub use checksum::{Algorithm, Checksum};
pub use download::{Download, DownloadId, FileFate, NewDownload, Options, WhenChanged};
pub use duplicate::{Candidate, Duplicate, Sameness, WhenDuplicate};
pub use event::{Addition, Counts, DownloadRow, Event, Notice, Progress, Sums};
pub use failure::{AnswerFault, Failure, ProxyFault, Remedy};
pub use feed::Feed;
pub use filter::{Facet, Facets, Filter, Group, Grouping, Sort, SortKey, StatusFilter};
pub use history::SpeedHistory;
pub use kind::{Kind, Kinds};
pub use log::{Caution, ChecksumSource, LogEntry, LogLine, StartOverReason, ToldLine};
pub use order::Move;
pub use outlook::{Outlook, Placed, Said, Wanted};
pub use page::Page;
pub use proxy::Proxy;
pub use queue::{
    AtEnd, Gate, Priority, Queue, QueueColour, QueueError, QueueId, QueueSettings, RemovedQueue, Waiting,
};
pub use relocation::{NotRelocated, NowAt, Relocated, Relocation};
pub use resource::{Resource, Validator};
pub use segment::{Segment, Segments};
pub use settings::{Settings, SettingsError, Speed};
pub use state::{Activity, Bound, Outcome, Rest, Resting, Status};
pub use statistics::Statistics;
pub use undo::{Place, Restored};
pub use view::{ConnectionRow, Details, Probe, SegmentRow, ViewPage, ViewQuery};
pub use week::Week;

/// Milliseconds since the Unix epoch. What the outside is told of times; durations inside use the monotonic clock.
pub type Timestamp = u64;
