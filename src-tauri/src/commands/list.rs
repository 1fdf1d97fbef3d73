//! What the window does to downloads and settings.

use super::{Answer, TheHost};
use crate::elsewhere::{self, Elsewhere, Folders};
use haul_core::{
    Addition, DownloadId, Failure, FileFate, KindEdit, Move, NewDownload, OptionEdit, Page, Place, Probe,
    Restored, Settings, TagEdits, paste, paste::Pasted,
};
use tauri::WebviewWindow;

#[tauri::command]
#[specta::specta]
pub(super) async fn add_downloads(host: TheHost<'_>, downloads: Vec<NewDownload>) -> Answer<Vec<Addition>> {
    Ok(host.engine().await.add(downloads).await?)
}

/// What other programs have not finished, with what to add for it.
#[tauri::command]
#[specta::specta]
pub(super) async fn elsewhere() -> Vec<Elsewhere> {
    let find = || Folders::of_this_person().map(|folders| elsewhere::find(&folders));
    tauri::async_runtime::spawn_blocking(find).await.ok().flatten().unwrap_or_default()
}

/// Asks what a link holds; none: `stop_probe` was called with the same number, which is the page's own.
#[tauri::command]
#[specta::specta]
pub(super) async fn probe(
    window: WebviewWindow,
    host: TheHost<'_>,
    number: u32,
    url: String,
    headers: Vec<(String, String)>,
) -> Result<Option<Probe>, Failure> {
    let asking = async { host.engine().await.probe(&url, headers).await };
    host.probes.ask(window.label(), number, asking).await.transpose()
}

/// Nobody waits for what that probe comes to any more.
#[tauri::command]
#[specta::specta]
pub(super) fn stop_probe(window: WebviewWindow, host: TheHost<'_>, number: u32) {
    host.probes.stop(window.label(), number);
}

#[tauri::command]
#[specta::specta]
pub(super) async fn look_into(
    host: TheHost<'_>,
    url: String,
    headers: Vec<(String, String)>,
) -> Result<Option<Page>, Failure> {
    host.engine().await.look_into(&url, headers).await
}

#[tauri::command]
#[specta::specta]
pub(super) async fn stop_looking(host: TheHost<'_>) -> Answer {
    host.engine().await.stop_looking();
    Ok(())
}

/// Off the runtime's threads: the text may have ten thousand links.
#[tauri::command]
#[specta::specta]
pub(super) async fn find_links(text: String) -> Pasted {
    tauri::async_runtime::spawn_blocking(move || paste::read(&text)).await.unwrap_or_default()
}

#[tauri::command]
#[specta::specta]
pub(super) async fn pause(host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer {
    Ok(host.engine().await.pause(ids).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn resume(host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer {
    Ok(host.engine().await.resume(ids).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn retry(host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer {
    Ok(host.engine().await.retry(ids).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn start_over(host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer {
    Ok(host.engine().await.start_over(ids).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn keep_part(host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer {
    Ok(host.engine().await.keep_part(ids).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn verify(host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer {
    Ok(host.engine().await.verify(ids).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn repair(host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer {
    Ok(host.engine().await.repair(ids).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn renew(host: TheHost<'_>, id: DownloadId, url: String) -> Answer {
    Ok(host.engine().await.renew(id, url).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn set_mirrors(host: TheHost<'_>, id: DownloadId, mirrors: Vec<String>) -> Answer {
    Ok(host.engine().await.set_mirrors(id, mirrors).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn trust_once(host: TheHost<'_>, id: DownloadId, sha256: String) -> Answer {
    Ok(host.engine().await.trust_once(id, sha256).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn remove(host: TheHost<'_>, ids: Vec<DownloadId>, fate: FileFate) -> Answer {
    Ok(host.engine().await.remove(ids, fate).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn restore(host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer<Restored> {
    Ok(host.engine().await.restore(ids).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn move_in_queue(host: TheHost<'_>, ids: Vec<DownloadId>, to: Move) -> Answer<Vec<Place>> {
    Ok(host.engine().await.move_in_queue(ids, to).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn rearrange(host: TheHost<'_>, places: Vec<Place>) -> Answer {
    Ok(host.engine().await.rearrange(places).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn pause_all(host: TheHost<'_>) -> Answer<Vec<DownloadId>> {
    Ok(host.engine().await.pause_all().await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn resume_all(host: TheHost<'_>) -> Answer<Vec<DownloadId>> {
    Ok(host.engine().await.resume_all().await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn set_options(host: TheHost<'_>, edits: Vec<OptionEdit>) -> Answer<Vec<OptionEdit>> {
    Ok(host.engine().await.set_options(edits).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn edit_tags(host: TheHost<'_>, edits: TagEdits) -> Answer<TagEdits> {
    Ok(host.engine().await.edit_tags(edits).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn rename_tag(host: TheHost<'_>, from: String, to: String) -> Answer<TagEdits> {
    Ok(host.engine().await.rename_tag(from, to).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn remove_tag(host: TheHost<'_>, tag: String) -> Answer<TagEdits> {
    Ok(host.engine().await.remove_tag(tag).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn set_note(
    host: TheHost<'_>,
    id: DownloadId,
    note: Option<String>,
) -> Answer<Option<String>> {
    Ok(host.engine().await.set_note(id, note).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn set_kinds(host: TheHost<'_>, edits: Vec<KindEdit>) -> Answer<Vec<KindEdit>> {
    Ok(host.engine().await.set_kinds(edits).await?)
}

#[tauri::command]
#[specta::specta]
pub(super) async fn set_settings(host: TheHost<'_>, settings: Settings) -> Answer {
    Ok(host.engine().await.set_settings(settings).await?)
}
