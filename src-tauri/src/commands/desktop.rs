//! What the window has the desktop do, and its line to the engine.

use super::{Answer, CommandError, TheHost};
use crate::host::Host;
use crate::line::{Captured, WindowEvent, Wish};
use crate::power::{self, Power};
use crate::window;
use crate::words::ShellWords;
use crate::{beside, capture, files, quitting};
use haul_core::{DownloadId, Status};
use std::collections::HashMap;
use std::path::PathBuf;
use tauri::ipc::Channel;
use tauri::{AppHandle, WebviewWindow};
use url::Url;

#[tauri::command]
#[specta::specta]
pub(super) async fn subscribe(
    window: WebviewWindow,
    host: TheHost<'_>,
    channel: Channel<WindowEvent>,
) -> Answer {
    // A page that was loaded anew numbers its probes from the start.
    host.probes.stop_all(window.label());
    host.line_to(window.label()).forward(host.engine().await.clone(), host.accent.subscribe(), channel);
    Ok(())
}

#[tauri::command]
#[specta::specta]
pub(super) async fn open_file(app: AppHandle, host: TheHost<'_>, id: DownloadId) -> Answer {
    files::open(&app, path_of(&host, id).await?).await
}

#[tauri::command]
#[specta::specta]
pub(super) async fn show_in_folder(app: AppHandle, host: TheHost<'_>, id: DownloadId) -> Answer {
    files::show_in_folder(&app, path_of(&host, id).await?).await
}

/// The rows that the page holds; of others it is not told what becomes of them.
#[tauri::command]
#[specta::specta]
pub(super) fn watch(window: WebviewWindow, host: TheHost<'_>, ids: Vec<DownloadId>) {
    host.line_to(window.label()).watch(ids);
}

/// The file of a download; before there is one, where it will be.
pub(crate) async fn path_of(host: &Host, id: DownloadId) -> Answer<PathBuf> {
    let details = host.engine().await.details(id).await?.ok_or(CommandError::NoSuchDownload { id })?;
    Ok(details.path.unwrap_or_else(|| details.row.folder.join(details.row.name)))
}

/// Lets the pointer, which left the window with these, take them to other programs: the files of those that are finished, the
/// links of others. False: this system cannot.
#[tauri::command]
#[specta::specta]
pub(super) async fn drag_out(window: WebviewWindow, host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer<bool> {
    let rows = host.engine().await.rows(&ids).await?;
    let uris = rows.into_iter().filter_map(|row| match row.status {
        Status::Completed { path } => Url::from_file_path(path).ok().map(String::from),
        Status::Queued | Status::Running { .. } | Status::Paused | Status::Failed { .. } => Some(row.url),
    });
    begin_drag(&window, uris.collect())
}

#[cfg(target_os = "linux")]
fn begin_drag(window: &WebviewWindow, uris: Vec<String>) -> Answer<bool> {
    if uris.is_empty() {
        return Ok(false);
    }
    let begun = crate::dragging::begin(window, uris);
    begun.map(|()| true).map_err(|error| CommandError::Host { reason: error.to_string() })
}

#[cfg(not(target_os = "linux"))]
fn begin_drag(_window: &WebviewWindow, _uris: Vec<String>) -> Answer<bool> {
    Ok(false)
}

/// In the browser: the page that a download's link was found on.
#[tauri::command]
#[specta::specta]
pub(super) async fn open_page(app: AppHandle, host: TheHost<'_>, id: DownloadId) -> Answer {
    let details = host.engine().await.details(id).await?.ok_or(CommandError::NoSuchDownload { id })?;
    match details.page {
        Some(page) => files::open_page(&app, page).await,
        None => Ok(()),
    }
}

#[tauri::command]
#[specta::specta]
pub(super) async fn pick_folder(app: AppHandle, current: PathBuf) -> Option<PathBuf> {
    files::pick_folder(&app, &current).await
}

#[tauri::command]
#[specta::specta]
pub(super) async fn clipboard_text(app: AppHandle) -> String {
    capture::clipboard_text(&app).await
}

#[tauri::command]
#[specta::specta]
pub(super) async fn free_space(folder: PathBuf) -> Option<u64> {
    files::free_space(folder).await
}

#[tauri::command]
#[specta::specta]
pub(super) async fn copy_text(app: AppHandle, text: String) -> Answer {
    capture::copy(&app, text).await
}

/// Puts the files of those that are finished into the clipboard, for other programs to paste; how many of them there are.
#[tauri::command]
#[specta::specta]
pub(super) async fn copy_files(app: AppHandle, host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer<usize> {
    let place: HashMap<DownloadId, usize> = ids.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    let mut rows = host.engine().await.rows(&ids).await?;
    rows.sort_by_key(|row| place.get(&row.id).copied());
    let paths = rows.into_iter().filter_map(|row| match row.status {
        Status::Completed { path } => Some(path),
        Status::Queued | Status::Running { .. } | Status::Paused | Status::Failed { .. } => None,
    });
    let there = files::present(paths.collect()).await?;
    let count = there.len();
    if count > 0 {
        put_files(&app, there).await?;
    }
    Ok(count)
}

#[cfg(target_os = "linux")]
async fn put_files(app: &AppHandle, paths: Vec<PathBuf>) -> Answer {
    let is_taken = crate::copying::copy(app, paths).await;
    let reason = || "the display takes nothing into the clipboard".to_owned();
    is_taken.then_some(()).ok_or_else(|| CommandError::Host { reason: reason() })
}

#[cfg(not(target_os = "linux"))]
async fn put_files(_app: &AppHandle, _paths: Vec<PathBuf>) -> Answer {
    Err(CommandError::Host { reason: "files can be copied on Linux only".to_owned() })
}

/// What tray and notifications say, in the language of the page.
#[tauri::command]
#[specta::specta]
pub(super) fn set_words(host: TheHost<'_>, words: ShellWords) {
    host.set_words(words);
}

/// Asked for at the end of a queue, and only after the person had time to say no.
#[tauri::command]
#[specta::specta]
pub(super) async fn power(what: Power) -> Answer {
    power::ask(what).await.map_err(|reason| CommandError::Host { reason })
}

#[tauri::command]
#[specta::specta]
pub(super) fn quit(app: AppHandle) {
    window::quit(&app);
}

/// The page asks what quitting would lose, or what closing means.
#[tauri::command]
#[specta::specta]
pub(super) fn end_asked(host: TheHost<'_>) {
    quitting::is_asked(&host);
}

/// What closing the window may mean: Haul stays in the tray, or minimised.
#[tauri::command]
#[specta::specta]
pub(super) fn go_on_without_window(window: WebviewWindow) {
    window::go_on_without(&window);
}

/// Ends Haul and starts it again: for an engine that does not answer any more.
#[tauri::command]
#[specta::specta]
pub(super) fn restart(app: AppHandle) {
    window::restart(&app);
}

/// The folder of what was written down for a person who asks why.
#[tauri::command]
#[specta::specta]
pub(super) async fn show_log(app: AppHandle, host: TheHost<'_>) -> Answer {
    files::open(&app, host.places.logs.clone()).await
}

#[tauri::command]
#[specta::specta]
pub(super) fn close_window(window: WebviewWindow) {
    window::request_close(&window);
}

/// The small window that shows what runs.
#[tauri::command]
#[specta::specta]
pub(super) fn open_mini(app: AppHandle) {
    beside::open_mini(&app);
}

/// For a window beside the main one: what was dropped there is added, in the main one if it is shown.
#[tauri::command]
#[specta::specta]
pub(super) fn take(app: AppHandle, captured: Captured) {
    capture::take(&app, captured);
}

/// For a window beside the main one: has that show what was asked for.
#[tauri::command]
#[specta::specta]
pub(super) fn show_main(app: AppHandle, wish: Wish) {
    window::ask(&app, wish);
}
