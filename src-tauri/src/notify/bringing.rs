//! A finished file that is opened, or shown in its folder, in place of being told of.
//!
//! Only one that is alone in what would be said together: of many it is told as ever, so that no fifty windows open. That happens
//! with the focus in Haul, too, where a notification would say nothing new: it is the file that somebody waits for. What failed
//! needs the person, so it is told of whatever becomes of finished ones, and only who wants nothing at all is not.

use haul_core::DownloadId;
use haul_core::filename::may_open_unasked;
use haul_core::settings::AfterFinishing;
use tauri::AppHandle;

use super::{Said, show};
use crate::commands::CommandError;
use crate::commands::desktop::path_of;
use crate::{files, host};

/// What is done with a finished file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bring {
    Show,
    /// Shown in its folder all the same if it might do harm.
    Open,
}

impl Bring {
    /// What the person wants done with a finished file in place of being told of it.
    pub fn of(after: AfterFinishing) -> Option<Bring> {
        match after {
            AfterFinishing::Show => Some(Bring::Show),
            AfterFinishing::Open => Some(Bring::Open),
            AfterFinishing::Notify | AfterFinishing::Nothing => None,
        }
    }
}

/// `otherwise` is said where it cannot be brought.
pub(super) async fn bring_or_say(app: &AppHandle, bring: Bring, id: DownloadId, otherwise: Said) {
    if let Err(error) = bring_file(app, bring, id).await {
        tracing::warn!(?error, "a finished file is not brought");
        show(app, &otherwise.title, &otherwise.body);
    }
}

async fn bring_file(app: &AppHandle, bring: Bring, id: DownloadId) -> Result<(), CommandError> {
    let path = path_of(&host::of(app), id).await?;
    // As it is called now.
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match bring {
        Bring::Open if may_open_unasked(&name) => files::open(app, path).await,
        Bring::Open | Bring::Show => files::show_in_folder(app, path).await,
    }
}
