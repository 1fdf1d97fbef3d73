//! What is answered to what can be undone, so that it can be.

use serde::{Deserialize, Serialize};

use crate::{DownloadId, Priority};

/// What became of removed downloads that somebody wants back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Restored {
    /// They are on the list again.
    pub ids: Vec<DownloadId>,
    /// Those of them whose file is not where it was any more: removed, not in the trash, or another download has it by now.
    pub without_file: Vec<DownloadId>,
    /// Nothing is known of these any more.
    pub gone: Vec<DownloadId>,
}

/// Where downloads stood in the queue that followed one another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// In order.
    pub ids: Vec<DownloadId>,
    /// Just before this one; none: at the end of its priority.
    pub before: Option<DownloadId>,
    pub priority: Priority,
}
