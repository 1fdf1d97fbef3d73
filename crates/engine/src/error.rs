//! What a call to the engine can answer instead of doing it.

use haul_core::{DownloadId, Failure, QueueError, QueueId, SettingsError};
use serde::Serialize;
use std::path::PathBuf;

/// Why a command was not carried out. Nothing was changed then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum EngineError {
    #[error("there is no download {id}")]
    NoSuchDownload { id: DownloadId },
    #[error("there is no queue {id}")]
    NoSuchQueue { id: QueueId },
    #[error(transparent)]
    Queue { error: QueueError },
    #[error(transparent)]
    Settings { error: SettingsError },
    #[error("{failure}")]
    Rejected { failure: Failure },
    #[error("{} could not be moved to the trash or deleted: {reason}", path.display())]
    FileKept { path: PathBuf, reason: String },
    #[error("the list cannot be read or written: {reason}")]
    Store { reason: String },
    #[error("the engine has stopped")]
    Closed,
}

impl From<sqlx::Error> for EngineError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store { reason: error.to_string() }
    }
}

/// Why an engine could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("the folder for the list, {}, cannot be made: {source}", path.display())]
    Folder { path: PathBuf, source: std::io::Error },
    #[error("the list {} was written by a newer version of Haul; install that version, or move the file away", path.display())]
    NewerDatabase { path: PathBuf },
    #[error("the list {} is in use by another program; end it and try again", path.display())]
    Locked { path: PathBuf },
    #[error("the list cannot be opened: {0}")]
    Store(#[from] sqlx::Error),
    #[error("the list cannot be brought up to date: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    #[error("a certificate cannot be used: {0}")]
    Certificate(String),
    #[error(
        "secure connections cannot be set up: {0}; are your system's certificates installed (ca-certificates)?"
    )]
    Tls(String),
    #[error("connections cannot be set up: {0}")]
    Connections(reqwest::Error),
}
