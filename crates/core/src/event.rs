//! What the engine tells whoever listens: rows, progress, counts, notices.
//!
//! These types are the wire types: the desktop shell exports them to TypeScript as they are. Byte counts and times fit a
//! JavaScript number (2^53), so they are exported as `number`.

use serde::{Deserialize, Serialize};
use std::path::PathBuf;

use crate::{
    Activity, AtEnd, Bound, Check, DownloadId, Failure, Priority, Queue, QueueId, Settings, Status,
    Timestamp, Waiting,
};

/// What the engine tells whoever listens. A listener that lags gets a new `Snapshot`, so nothing is lost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Event {
    /// First of all, and again after a lag: everything that is not a row. The view is asked for anew.
    Snapshot {
        settings: Settings,
        queues: Vec<Queue>,
        counts: Counts,
        notices: Vec<Notice>,
    },
    /// These rows are new or different. More than a listener can use at once are left out and `many` says so: ask for
    /// the view anew.
    Changed {
        rows: Vec<DownloadRow>,
        /// Of these rows, those whose work just ended: they are whole, or failed.
        ended: Vec<DownloadId>,
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
        sums: Sums,
    },
    SettingsChanged {
        settings: Settings,
    },
    /// All queues in their order: one is new, different or gone, or opened or closed.
    QueuesChanged {
        queues: Vec<Queue>,
    },
    /// All downloads of this queue have ended.
    QueueEnded {
        queue: QueueId,
        at_end: AtEnd,
    },
    /// Something the person should know that belongs to no single download.
    Noticed {
        notice: Notice,
    },
}

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
    /// Its place in the order, which says how many wait before it. Not for a window.
    #[serde(skip)]
    pub position: i64,
    pub queue: QueueId,
    pub priority: Priority,
    /// What it waits for; none: it does not wait, or starts this moment.
    pub waiting: Option<Waiting>,
    /// When it starts whatever its queue says; 0: it was started by hand; none: when it is its turn.
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub starts: Option<Timestamp>,
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
    /// What kept it from being faster in the last seconds; none: not running, or not known.
    pub bound: Option<Bound>,
    /// Whether it can be continued after a stop; none: not known yet.
    pub resumable: Option<bool>,
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub limit: Option<u64>,
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub created: Timestamp,
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub finished: Option<Timestamp>,
    /// What is known of a finished file beyond that it was whole when it was finished; or how far one is on its way to another
    /// disk.
    pub check: Option<Check>,
    /// The id of its kind, see [`crate::Kind`].
    pub kind: String,
    /// Whether somebody chose that; else it follows from name and content type, or from a rule.
    pub kind_chosen: bool,
    /// In alphabetical order.
    pub tags: Vec<String>,
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
    pub bound: Option<Bound>,
}

/// What all running downloads come to together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Sums {
    /// Bytes a second.
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub throughput: u64,
    /// Seconds until the last of them is done; none: of one of them it is unknown.
    pub eta_secs: Option<u32>,
    /// One of them found no network.
    pub waits_for_network: bool,
}

impl Sums {
    pub fn of(rows: &[Progress]) -> Sums {
        let etas: Option<Vec<u32>> = rows.iter().map(|row| row.eta_secs).collect();
        Sums {
            throughput: rows.iter().map(|row| row.throughput).sum(),
            eta_secs: etas.and_then(|etas| etas.into_iter().max()),
            waits_for_network: rows.iter().any(|row| row.activity == Activity::WaitingForNetwork),
        }
    }
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

/// Something the person should know that belongs to no single download.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Notice {
    /// The list could not be read and was set aside; unfinished files were found in the download folder.
    DatabaseDamaged { kept_as: PathBuf, found: u32 },
    /// The window was closed for the first time: Haul goes on in the tray.
    StillRunning,
    /// The same where there is no tray: the window is minimised, so that it can be found.
    Minimised,
    /// The list cannot be written just now: what changed may be forgotten at the next start.
    StoreFailing { reason: String },
    /// These settings had values that cannot be; their defaults are in force, all others are as they were.
    SettingsReset { fields: Vec<String> },
}

/// What became of one download that was to be added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "result", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Addition {
    Added {
        id: DownloadId,
    },
    Rejected {
        url: String,
        failure: Failure,
    },
    /// The same link is on the list already, as `id`, and that is all; `renewed`: it goes on with this one.
    Duplicate {
        url: String,
        id: DownloadId,
        renewed: bool,
    },
}
