//! Which downloads a view shows, in which order, and under which headings.

use serde::{Deserialize, Serialize};
use std::path::PathBuf;

use crate::QueueId;

/// What passes all of it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", default)]
pub struct Filter {
    pub status: StatusFilter,
    /// Exactly this one, not those in it.
    pub folder: Option<PathBuf>,
    pub host: Option<String>,
    pub queue: Option<QueueId>,
    /// The id of a kind.
    pub kind: Option<String>,
    /// In any case the same tag.
    pub tag: Option<String>,
}

impl From<StatusFilter> for Filter {
    fn from(status: StatusFilter) -> Self {
        Self { status, ..Self::default() }
    }
}

/// Which states a view shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

/// By what a view is ordered. Those that are equal are in the order in which they were added.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum SortKey {
    /// The order in which downloads start.
    Queue,
    Name,
    Size,
    /// Received bytes.
    Received,
    /// Received bytes as a share of the size.
    Progress,
    Status,
    Host,
    Folder,
    #[default]
    Created,
    Finished,
    Kind,
    /// By the names of their queues; those of the default one come first as long as it has none.
    QueueName,
    /// By the first tag of each; those without any come last.
    Tags,
    /// Like the next two, of what runs: that comes first either way, and all others after it, by when they were added.
    Throughput,
    /// What is done soonest; unknown ends are the latest.
    Eta,
    Connections,
}

impl SortKey {
    /// Whether only what runs has it.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Throughput | Self::Eta | Self::Connections)
    }
}

/// Under which headings a view is divided. Within each, its sort holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Grouping {
    #[default]
    None,
    /// When they were finished, by the calendar of this machine's place; the latest first.
    Day,
    Host,
    Folder,
    Kind,
    /// The first of each.
    Tag,
    /// In the order in which the person has them.
    Queue,
}

/// A heading of a view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Group {
    /// A day as `2026-11-28`, a host, a folder, the id of a kind or of a queue, a tag. Empty: those that have none.
    pub key: String,
    /// Which row of the view is the first below it.
    pub first: u32,
    pub count: u32,
}

/// What downloads have in common beside their states, for the side bar: each with the number of those that have it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Facets {
    /// The most frequent first, as hosts.
    pub folders: Vec<Facet>,
    pub hosts: Vec<Facet>,
    /// By the ids of queues.
    pub queues: Vec<Facet>,
    /// By the ids of kinds.
    pub kinds: Vec<Facet>,
    /// In alphabetical order.
    pub tags: Vec<Facet>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Facet {
    pub value: String,
    pub count: u32,
}
