//! All that the outside is told: rows, events, and the view that a window asks for.
//!
//! These types are the wire types: the desktop shell exports them to TypeScript as they are. Byte counts and times fit a
//! JavaScript number (2^53), so they are exported as `number`.

use serde::{Deserialize, Serialize};
use std::path::PathBuf;

use crate::{Activity, Checksum, DownloadId, Failure, Settings, Status, Timestamp};

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct DownloadRow {
    pub id: DownloadId,
    pub name: String,
    pub url: String,
    pub host: String,
    pub folder: PathBuf,
    pub status: Status,
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub size: Option<u64>,
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub received: u64,
    /// Bytes a second, smoothed; 0 while it does not run.
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub throughput: u64,
    /// Seconds left; none: unknown.
    pub eta_secs: Option<u32>,
    /// Connections that are open now.
    pub connections: u32,
    /// Whether it can be continued after a stop; none: not known yet.
    pub resumable: Option<bool>,
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub limit: Option<u64>,
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub created: Timestamp,
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub finished: Option<Timestamp>,
}

/// What changes many times a second, for one running download.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    pub id: DownloadId,
    pub activity: Activity,
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub received: u64,
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub throughput: u64,
    pub eta_secs: Option<u32>,
    pub connections: u32,
}

/// How many downloads are in which state; the side bar shows them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    pub all: u32,
    pub running: u32,
    pub queued: u32,
    pub paused: u32,
    pub failed: u32,
    pub completed: u32,
}

/// What the engine tells whoever listens. A listener that lags gets a new `Snapshot`, so nothing is lost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Event {
    /// First of all, and again after a lag: everything that is not a row. The view is asked for anew.
    Snapshot {
        settings: Settings,
        counts: Counts,
        notices: Vec<Notice>,
    },
    /// These rows are new or different. More than a listener can use at once are left out and `many` says so: ask for
    /// the view anew.
    Changed {
        rows: Vec<DownloadRow>,
        many: bool,
        counts: Counts,
    },
    Removed {
        ids: Vec<DownloadId>,
        counts: Counts,
    },
    /// All running downloads, four times a second while there are any.
    Progress {
        rows: Vec<Progress>,
    },
    SettingsChanged {
        settings: Settings,
    },
    /// Something the person should know that belongs to no single download.
    Noticed {
        notice: Notice,
    },
}

/// Something the person should know that belongs to no single download.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Notice {
    /// The list could not be read and was set aside; unfinished files were found in the download folder.
    DatabaseDamaged { kept_as: PathBuf, found: u32 },
    /// The window was closed for the first time: Haul goes on in the tray.
    StillRunning,
    /// The list cannot be written just now: what changed may be forgotten at the next start.
    StoreFailing { reason: String },
}

/// Which states a view shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum StatusFilter {
    #[default]
    All,
    Running,
    Queued,
    Paused,
    Failed,
    Completed,
}

/// By what a view is ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum SortKey {
    /// The order in which downloads start.
    Queue,
    Name,
    Size,
    /// Received bytes as a share of the size.
    Progress,
    Status,
    Host,
    #[default]
    Created,
    Finished,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Sort {
    pub key: SortKey,
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self { key: SortKey::default(), descending: true }
    }
}

/// What a window wants to show. The store answers with just these rows and the total.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", default)]
pub struct ViewQuery {
    pub filter: StatusFilter,
    /// Words that must all occur in name, host or folder; empty: everything.
    pub search: String,
    pub sort: Sort,
    pub offset: u32,
    /// Rows at most; the store caps it at 1,000.
    pub limit: u32,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ViewPage {
    pub rows: Vec<DownloadRow>,
    /// How many downloads match in all.
    pub total: u32,
    pub offset: u32,
}

/// What a URL holds, asked for before it is added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Probe {
    pub url: String,
    pub final_url: String,
    pub name: String,
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub size: Option<u64>,
    pub resumable: bool,
    /// The answer is a web page: most likely not the file that was meant.
    pub web_page: bool,
}

/// All that the details of one download show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Details {
    pub row: DownloadRow,
    /// Where the redirects ended, once known.
    pub final_url: Option<String>,
    /// The unfinished or finished file.
    pub path: Option<PathBuf>,
    pub content_type: Option<String>,
    /// The value of the ETag or Last-Modified that the server gave.
    pub validator: Option<String>,
    pub checksum: Option<Checksum>,
    /// In order, disjoint, and together the whole file; empty while the size is unknown.
    pub segments: Vec<SegmentRow>,
    /// What happened, oldest first; the latest 500 lines.
    pub log: Vec<LogLine>,
}

/// A range, how far it came, and whether a connection works on it now. `end` is exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct SegmentRow {
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub start: u64,
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub end: u64,
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub received: u64,
    pub active: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct LogLine {
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub at: Timestamp,
    pub entry: LogEntry,
}

/// One thing that happened to a download.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum LogEntry {
    Added,
    Started,
    /// The server said what it holds.
    Probed {
        #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
        size: Option<u64>,
        resumable: bool,
        host: String,
    },
    /// The name was changed so that it can be stored, or because it was taken.
    Renamed {
        wanted: String,
        name: String,
    },
    /// Goes on from the bytes that were kept.
    Resumed {
        #[cfg_attr(feature = "specta", specta(type = u32))]
        received: u64,
    },
    /// What was there cannot be used; begins at byte 0.
    StartedOver {
        reason: StartOverReason,
    },
    /// One connection failed; the others go on.
    ConnectionFailed {
        failure: Failure,
    },
    /// The server takes no more connections than this.
    FewerConnections {
        connections: u32,
    },
    Retrying {
        failure: Failure,
        attempt: u32,
        wait_secs: u32,
    },
    WaitingForNetwork,
    Paused,
    Queued,
    Verified {
        checksum: Checksum,
    },
    /// The same file had been downloaded already.
    AlreadyComplete,
    Completed {
        #[cfg_attr(feature = "specta", specta(type = u32))]
        size: u64,
        /// Milliseconds since its last start.
        #[cfg_attr(feature = "specta", specta(type = u32))]
        took_ms: u64,
    },
    Failed {
        failure: Failure,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum StartOverReason {
    /// The file on the server is another one now.
    SourceChanged,
    /// The server cannot continue, or gives nothing to recognise the file by.
    NotResumable,
    /// The unfinished file was not there any more, or its record was damaged.
    PartFileLost,
    /// The person asked for it.
    Asked,
}

/// What became of one download that was to be added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "result", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Addition {
    Added { id: DownloadId },
    Rejected { url: String, failure: Failure },
}

/// What happens to the file when its download is removed from the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum FileFate {
    /// It stays where it is. An unfinished one goes on where it stopped when its URL is added again.
    Keep,
    /// Finished or not, to the system's trash.
    Trash,
    /// Gone at once: for where there is no trash.
    Delete,
}

/// A new place in the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "to", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Move {
    Top,
    Up,
    Down,
    Bottom,
    /// Just before this download.
    Before {
        id: DownloadId,
    },
}
