//! What the window asks of the list.

use super::{Answer, CommandError, TheHost};
use crate::host;
use haul_core::rules::Tried;
use haul_core::{
    Details, DownloadId, DownloadRow, Facets, Outlook, Settings, SpeedHistory, ViewPage, ViewQuery, Wanted,
};
use tauri::AppHandle;

#[tauri::command]
#[specta::specta]
pub(super) async fn view(host: TheHost<'_>, query: ViewQuery) -> Answer<ViewPage> {
    Ok(host.engine().await.view(query).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn rows(host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer<Vec<DownloadRow>> {
    Ok(host.engine().await.rows(&ids).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn ids_of(host: TheHost<'_>, query: ViewQuery) -> Answer<Vec<DownloadId>> {
    Ok(host.engine().await.ids_of(&query).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn index_of(host: TheHost<'_>, query: ViewQuery, id: DownloadId) -> Answer<Option<u32>> {
    Ok(host.engine().await.index_of(&query, id).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn index_of_prefix(
    host: TheHost<'_>,
    query: ViewQuery,
    text: String,
    from: u32,
) -> Answer<Option<u32>> {
    Ok(host.engine().await.index_of_prefix(&query, &text, from).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn facets(host: TheHost<'_>) -> Answer<Facets> {
    Ok(host.engine().await.facets().await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn details(host: TheHost<'_>, id: DownloadId) -> Answer<Option<Details>> {
    Ok(host.engine().await.details(id).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn speed(host: TheHost<'_>, id: DownloadId) -> Answer<SpeedHistory> {
    Ok(host.engine().await.speed(id).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn log_json(host: TheHost<'_>, id: DownloadId) -> Answer<Option<String>> {
    Ok(host.engine().await.log_json(id).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn try_rules(
    host: TheHost<'_>,
    text: String,
    content_type: Option<String>,
) -> Answer<Tried> {
    Ok(host.engine().await.try_rules(&text, content_type.as_deref()).await?)
}

/// What would become of links if they were added now; none for one that would be turned away.
#[tauri::command]
#[specta::specta]
pub(super) async fn foresee(host: TheHost<'_>, wanted: Vec<Wanted>) -> Answer<Vec<Option<Outlook>>> {
    Ok(host.engine().await.foresee(&wanted).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn settings(app: AppHandle) -> Settings {
    host::of(&app).engine().await.settings().borrow().as_ref().clone()
}

/// The settings of who has chosen nothing yet, on this machine.
#[tauri::command]
#[specta::specta]
pub(super) async fn default_settings(app: AppHandle, host: TheHost<'_>) -> Answer<Settings> {
    let folder = host.places.download_folder(&app);
    let folder = folder.map_err(|error| CommandError::Host { reason: format!("{error:#}") })?;
    Ok(Settings { folder, ..Settings::default() })
}
