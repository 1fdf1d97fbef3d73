//! Every command that the window may call, and the list that exports them.
//!
//! A command unpacks, calls and returns: what it means is the engine's business.

use haul_core::{
    Addition, Details, DownloadId, DownloadRow, Facets, Failure, FileFate, Labels, Move, NewDownload, Place,
    Probe, QueueError, QueueId, Restored, Settings, SettingsError, ViewPage, ViewQuery, paste, paste::Pasted,
};
use serde::Serialize;
use std::path::PathBuf;
use tauri::ipc::Channel;
use tauri::{AppHandle, State};

mod queues;

use crate::host::{self, Host};
use crate::window::{self, WindowEvent};
use crate::words::ShellWords;
use crate::{capture, files};

/// Why a command could not be obeyed: what the engine answers, and what the shell can add to that.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(tag = "code", rename = "EngineError", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum CommandError {
    NoSuchDownload {
        id: DownloadId,
    },
    NoSuchQueue {
        id: QueueId,
    },
    Queue {
        error: QueueError,
    },
    Settings {
        error: SettingsError,
    },
    Rejected {
        failure: Failure,
    },
    FileKept {
        path: PathBuf,
        reason: String,
    },
    Store {
        reason: String,
    },
    Closed,
    /// The desktop could not do it.
    Host {
        reason: String,
    },
}

impl From<haul_engine::EngineError> for CommandError {
    fn from(error: haul_engine::EngineError) -> Self {
        use haul_engine::EngineError as E;
        match error {
            E::NoSuchDownload { id } => Self::NoSuchDownload { id },
            E::NoSuchQueue { id } => Self::NoSuchQueue { id },
            E::Queue { error } => Self::Queue { error },
            E::Settings { error } => Self::Settings { error },
            E::Rejected { failure } => Self::Rejected { failure },
            E::FileKept { path, reason } => Self::FileKept { path, reason },
            E::Store { reason } => Self::Store { reason },
            E::Closed => Self::Closed,
        }
    }
}

type Answer<T = ()> = Result<T, CommandError>;
type TheHost<'a> = State<'a, Host>;

/// The commands, as the app obeys them and as the bindings are made of them.
pub(crate) fn all() -> tauri_specta::Builder<tauri::Wry> {
    tauri_specta::Builder::new()
        .commands(tauri_specta::collect_commands![
            subscribe,
            view,
            rows,
            ids_of,
            index_of,
            index_of_prefix,
            facets,
            details,
            add_downloads,
            probe,
            find_links,
            pause,
            resume,
            retry,
            start_over,
            verify,
            repair,
            renew,
            set_mirrors,
            trust_once,
            remove,
            restore,
            move_in_queue,
            rearrange,
            queues::set_priority,
            queues::start_at,
            queues::assign,
            queues::add_queue,
            queues::set_queue,
            queues::move_queue,
            queues::remove_queue,
            queues::restore_queue,
            pause_all,
            resume_all,
            set_limit,
            set_tags,
            set_note,
            set_kind,
            labels,
            settings,
            set_settings,
            open_file,
            show_in_folder,
            open_page,
            pick_folder,
            clipboard_text,
            free_space,
            copy_text,
            set_words,
            quit,
            close_window,
        ])
        // Every count that leaves Haul is below 2^53.
        .dangerously_cast_bigints_to_number()
        // One type for both ways: see bindings.rs.
        .disable_serde_phases()
}

#[tauri::command]
#[specta::specta]
async fn subscribe(host: TheHost<'_>, channel: Channel<WindowEvent>) -> Answer {
    host.line.forward(host.engine().await.clone(), channel);
    Ok(())
}

#[tauri::command]
#[specta::specta]
async fn view(host: TheHost<'_>, query: ViewQuery) -> Answer<ViewPage> {
    Ok(host.engine().await.view(query).await?)
}

#[tauri::command]
#[specta::specta]
async fn rows(host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer<Vec<DownloadRow>> {
    Ok(host.engine().await.rows(&ids).await?)
}

#[tauri::command]
#[specta::specta]
async fn ids_of(host: TheHost<'_>, query: ViewQuery) -> Answer<Vec<DownloadId>> {
    Ok(host.engine().await.ids_of(&query).await?)
}

#[tauri::command]
#[specta::specta]
async fn index_of(host: TheHost<'_>, query: ViewQuery, id: DownloadId) -> Answer<Option<u32>> {
    Ok(host.engine().await.index_of(&query, id).await?)
}

#[tauri::command]
#[specta::specta]
async fn index_of_prefix(
    host: TheHost<'_>,
    query: ViewQuery,
    text: String,
    from: u32,
) -> Answer<Option<u32>> {
    Ok(host.engine().await.index_of_prefix(&query, &text, from).await?)
}

#[tauri::command]
#[specta::specta]
async fn facets(host: TheHost<'_>) -> Answer<Facets> {
    Ok(host.engine().await.facets().await?)
}

#[tauri::command]
#[specta::specta]
async fn details(host: TheHost<'_>, id: DownloadId) -> Answer<Option<Details>> {
    Ok(host.engine().await.details(id).await?)
}

#[tauri::command]
#[specta::specta]
async fn add_downloads(host: TheHost<'_>, downloads: Vec<NewDownload>) -> Answer<Vec<Addition>> {
    Ok(host.engine().await.add(downloads).await?)
}

#[tauri::command]
#[specta::specta]
async fn probe(host: TheHost<'_>, url: String, headers: Vec<(String, String)>) -> Result<Probe, Failure> {
    host.engine().await.probe(&url, headers).await
}

/// Off the runtime's threads: the text may have ten thousand links.
#[tauri::command]
#[specta::specta]
async fn find_links(text: String) -> Pasted {
    tauri::async_runtime::spawn_blocking(move || paste::read(&text)).await.unwrap_or_default()
}

#[tauri::command]
#[specta::specta]
async fn pause(host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer {
    Ok(host.engine().await.pause(ids).await?)
}

#[tauri::command]
#[specta::specta]
async fn resume(host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer {
    Ok(host.engine().await.resume(ids).await?)
}

#[tauri::command]
#[specta::specta]
async fn retry(host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer {
    Ok(host.engine().await.retry(ids).await?)
}

#[tauri::command]
#[specta::specta]
async fn start_over(host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer {
    Ok(host.engine().await.start_over(ids).await?)
}

#[tauri::command]
#[specta::specta]
async fn verify(host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer {
    Ok(host.engine().await.verify(ids).await?)
}

#[tauri::command]
#[specta::specta]
async fn repair(host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer {
    Ok(host.engine().await.repair(ids).await?)
}

#[tauri::command]
#[specta::specta]
async fn renew(host: TheHost<'_>, id: DownloadId, url: String) -> Answer {
    Ok(host.engine().await.renew(id, url).await?)
}

#[tauri::command]
#[specta::specta]
async fn set_mirrors(host: TheHost<'_>, id: DownloadId, mirrors: Vec<String>) -> Answer {
    Ok(host.engine().await.set_mirrors(id, mirrors).await?)
}

#[tauri::command]
#[specta::specta]
async fn trust_once(host: TheHost<'_>, id: DownloadId, sha256: String) -> Answer {
    Ok(host.engine().await.trust_once(id, sha256).await?)
}

#[tauri::command]
#[specta::specta]
async fn remove(host: TheHost<'_>, ids: Vec<DownloadId>, fate: FileFate) -> Answer {
    Ok(host.engine().await.remove(ids, fate).await?)
}

#[tauri::command]
#[specta::specta]
async fn restore(host: TheHost<'_>, ids: Vec<DownloadId>) -> Answer<Restored> {
    Ok(host.engine().await.restore(ids).await?)
}

#[tauri::command]
#[specta::specta]
async fn move_in_queue(host: TheHost<'_>, ids: Vec<DownloadId>, to: Move) -> Answer<Vec<Place>> {
    Ok(host.engine().await.move_in_queue(ids, to).await?)
}

#[tauri::command]
#[specta::specta]
async fn rearrange(host: TheHost<'_>, places: Vec<Place>) -> Answer {
    Ok(host.engine().await.rearrange(places).await?)
}

#[tauri::command]
#[specta::specta]
async fn pause_all(host: TheHost<'_>) -> Answer<Vec<DownloadId>> {
    Ok(host.engine().await.pause_all().await?)
}

#[tauri::command]
#[specta::specta]
async fn resume_all(host: TheHost<'_>) -> Answer<Vec<DownloadId>> {
    Ok(host.engine().await.resume_all().await?)
}

#[tauri::command]
#[specta::specta]
async fn set_limit(host: TheHost<'_>, id: DownloadId, limit: Option<u64>) -> Answer {
    Ok(host.engine().await.set_limit(id, limit).await?)
}

#[tauri::command]
#[specta::specta]
async fn set_tags(host: TheHost<'_>, ids: Vec<DownloadId>, add: Vec<String>, remove: Vec<String>) -> Answer {
    Ok(host.engine().await.set_tags(ids, add, remove).await?)
}

#[tauri::command]
#[specta::specta]
async fn set_note(host: TheHost<'_>, id: DownloadId, note: Option<String>) -> Answer {
    Ok(host.engine().await.set_note(id, note).await?)
}

#[tauri::command]
#[specta::specta]
async fn set_kind(host: TheHost<'_>, ids: Vec<DownloadId>, kind: Option<String>) -> Answer {
    Ok(host.engine().await.set_kind(ids, kind).await?)
}

#[tauri::command]
#[specta::specta]
async fn labels(host: TheHost<'_>) -> Answer<Labels> {
    Ok(host.engine().await.labels().await?)
}

#[tauri::command]
#[specta::specta]
async fn settings(app: AppHandle) -> Settings {
    host::of(&app).engine().await.settings().borrow().as_ref().clone()
}

#[tauri::command]
#[specta::specta]
async fn set_settings(host: TheHost<'_>, settings: Settings) -> Answer {
    Ok(host.engine().await.set_settings(settings).await?)
}

#[tauri::command]
#[specta::specta]
async fn open_file(app: AppHandle, host: TheHost<'_>, id: DownloadId) -> Answer {
    files::open(&app, path_of(&host, id).await?).await
}

#[tauri::command]
#[specta::specta]
async fn show_in_folder(app: AppHandle, host: TheHost<'_>, id: DownloadId) -> Answer {
    files::show_in_folder(&app, path_of(&host, id).await?).await
}

/// The file of a download; before there is one, where it will be.
async fn path_of(host: &Host, id: DownloadId) -> Answer<PathBuf> {
    let details = host.engine().await.details(id).await?.ok_or(CommandError::NoSuchDownload { id })?;
    Ok(details.path.unwrap_or_else(|| details.row.folder.join(details.row.name)))
}

/// In the browser: the page that a download's link was found on.
#[tauri::command]
#[specta::specta]
async fn open_page(app: AppHandle, host: TheHost<'_>, id: DownloadId) -> Answer {
    let details = host.engine().await.details(id).await?.ok_or(CommandError::NoSuchDownload { id })?;
    match details.page {
        Some(page) => files::open_page(&app, page).await,
        None => Ok(()),
    }
}

#[tauri::command]
#[specta::specta]
async fn pick_folder(app: AppHandle, current: PathBuf) -> Option<PathBuf> {
    files::pick_folder(&app, &current).await
}

#[tauri::command]
#[specta::specta]
async fn clipboard_text(app: AppHandle) -> String {
    capture::clipboard_text(&app).await
}

#[tauri::command]
#[specta::specta]
async fn free_space(folder: PathBuf) -> Option<u64> {
    files::free_space(folder).await
}

#[tauri::command]
#[specta::specta]
async fn copy_text(app: AppHandle, text: String) -> Answer {
    capture::copy(&app, text).await
}

/// What tray and notifications say, in the language of the page.
#[tauri::command]
#[specta::specta]
fn set_words(host: TheHost<'_>, words: ShellWords) {
    host.set_words(words);
}

#[tauri::command]
#[specta::specta]
fn quit(app: AppHandle) {
    window::quit(&app);
}

#[tauri::command]
#[specta::specta]
fn close_window(app: AppHandle) {
    window::request_close(&app);
}
