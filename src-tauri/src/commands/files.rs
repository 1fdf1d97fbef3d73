//! Where the files of downloads are, and what they are called.

use super::{Answer, TheHost};
use crate::files;
use haul_core::{Candidate, DownloadId, Duplicate, Finding, Relocated, Relocation, Statistics};
use std::path::PathBuf;
use tauri::AppHandle;

#[tauri::command]
#[specta::specta]
pub(super) async fn relocate(host: TheHost<'_>, wanted: Vec<Relocation>) -> Answer<Relocated> {
    Ok(host.engine().await.relocate(wanted).await?)
}

/// Which of these links are on the list already.
#[tauri::command]
#[specta::specta]
pub(super) async fn duplicates(host: TheHost<'_>, candidates: Vec<Candidate>) -> Answer<Vec<Duplicate>> {
    Ok(host.engine().await.duplicates(&candidates).await?)
}

/// Takes the file at `path` for that of `id` if it is; none: the reading was stopped.
#[tauri::command]
#[specta::specta]
pub(super) async fn find_file(host: TheHost<'_>, id: DownloadId, path: PathBuf) -> Answer<Option<Finding>> {
    Ok(host.engine().await.find_file(id, path).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn pick_file(app: AppHandle, folder: PathBuf) -> Option<PathBuf> {
    files::pick_file(&app, &folder).await
}

/// What was received in the last days, by day, site and kind.
#[tauri::command]
#[specta::specta]
pub(super) async fn statistics(host: TheHost<'_>, days: u32) -> Answer<Statistics> {
    Ok(host.engine().await.statistics(days).await?)
}
