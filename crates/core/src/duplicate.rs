//! Links that are on the list already: by what they are known, and what is done about them.

use serde::{Deserialize, Serialize};
use std::path::PathBuf;

use crate::{DownloadRow, Validator};

/// What is done with a link that is on the list already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum WhenDuplicate {
    /// It is not added, and whoever wants it added is told.
    #[default]
    Ask,
    /// It is added as any other: its file gets a number if the name is taken.
    Number,
    /// The file that is there goes to the trash, and its download off the list: this one takes its place.
    Overwrite,
    /// The download that is there goes on with it, if it is not finished.
    UpdateLink,
    /// It is not added, and the one that is there is shown.
    Show,
}

/// A link that somebody may want to add, with what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Candidate {
    pub url: String,
    /// Where it would go; none: the folder of the settings.
    pub folder: Option<PathBuf>,
    pub name: Option<String>,
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub size: Option<u64>,
    pub validator: Option<Validator>,
}

/// A candidate that is on the list already.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Duplicate {
    /// Which of those that were asked about.
    pub index: u32,
    pub by: Sameness,
    /// The one that is there.
    pub row: DownloadRow,
}

/// By what a link is known to be there already, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Sameness {
    /// The very same link.
    Link,
    /// Another link to what is said to be the same file: of one size and one validator, on the same site or of the same name.
    Identity,
    /// Another file that would have the same name in the same folder.
    Target,
}
