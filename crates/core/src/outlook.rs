//! What would become of links that somebody may want to add: of which kind they are, where their files would go, and under
//! which names.

use serde::{Deserialize, Serialize};
use std::path::PathBuf;

use crate::{QueueId, Validator};

/// A link that somebody may want to add, with what was chosen for it and what its server said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Wanted {
    pub url: String,
    /// None: as kinds and rules say, else that of the queue.
    pub folder: Option<PathBuf>,
    /// None: as kinds and rules say.
    pub queue: Option<QueueId>,
    /// The id of a kind; none: what it is by itself.
    pub kind: Option<String>,
    /// None: what the address says.
    pub name: Option<String>,
    /// The page that it was found on.
    pub referrer: Option<String>,
    /// What the server said of it; none: it was not asked.
    pub answer: Option<Said>,
}

/// What a server said of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Said {
    pub content_type: Option<String>,
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub size: Option<u64>,
    pub validator: Option<Validator>,
}

/// What would become of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Outlook {
    /// The id of its kind.
    pub kind: String,
    pub folder: PathBuf,
    pub queue: QueueId,
    /// The name that its file would get.
    pub name: String,
    pub place: Placed,
}

/// What is found where a file would go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Placed {
    /// Nothing: the name is free.
    #[default]
    Free,
    /// Another file has the name, or another download will: this one gets a number.
    Numbered,
    /// Another file has the name: it goes to the trash once this one is whole.
    Replaces,
    /// What is left of an earlier download of the same link, which goes on.
    GoesOn,
    /// The very same file, by its mark: nothing has to be fetched.
    There,
    /// The disk did not answer.
    Unknown,
}
