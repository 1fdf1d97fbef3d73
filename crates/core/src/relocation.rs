//! Downloads that get another name or another folder, finished or not.

use serde::{Deserialize, Serialize};
use std::path::PathBuf;

use crate::{DownloadId, Failure};

/// Where a download is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Relocation {
    pub id: DownloadId,
    /// None: where it is.
    pub folder: Option<PathBuf>,
    /// Exactly that, and nothing happens where it is taken; none: as it is called, with a number if need be.
    pub name: Option<String>,
    /// The name is nobody's wish: what the server calls an unfinished file may take its place.
    pub is_guess: bool,
}

/// What became of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Relocated {
    pub done: Vec<NowAt>,
    /// These stay where they were.
    pub failed: Vec<NotRelocated>,
}

/// Where a download is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct NowAt {
    pub folder: PathBuf,
    pub name: String,
    /// Brings it back to where it was.
    pub back: Relocation,
}

/// Why one is not where it was wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct NotRelocated {
    pub id: DownloadId,
    pub failure: Failure,
}
