//! What is found when a finished file is read again, by the hashes that were kept when it was finished.

use serde::{Deserialize, Serialize};

use crate::{Algorithm, Failure};

/// What a finished file was found to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Finding {
    /// Every byte is as it was when the file was finished.
    Intact,
    /// So many bytes are others, missing or too many, counted in blocks as they are hashed. Whether the disk did it or
    /// somebody on purpose cannot be told.
    Damaged {
        #[cfg_attr(feature = "specta", specta(type = u32))]
        bytes: u64,
    },
    /// No file lies there any more.
    Gone,
    /// Nothing was kept that it could be compared with.
    Unknown,
    /// It cannot be read.
    Unreadable { failure: Failure },
}

/// How far a file was read to be compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Compared {
    /// Its checksum by this; none: the hashes of its blocks.
    pub algorithm: Option<Algorithm>,
    /// So many bytes of it were read by now.
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub read: u64,
}

/// What is known of a finished file beyond that it was whole when it was finished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "state", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Check {
    /// It is being read.
    Reading { compared: Compared },
    /// Since the engine was opened it was read, and found to be so.
    Done { finding: Finding },
    /// Its file is not there any more, as far as a glance tells.
    Missing,
    /// It is on its way to another disk, finished or not; so many bytes of it are there by now.
    Moving {
        #[cfg_attr(feature = "specta", specta(type = u32))]
        moved: u64,
    },
    /// It is damaged, and that could not be mended.
    NotRepaired { failure: Failure },
}
