//! What comes from outside the window and holds links: arguments, a second start, the clipboard, a dropped file; and the
//! way back into the clipboard.
//!
//! Arguments were typed or sent on purpose: a few plain links begin at once, with a way back, as if they were pasted. Everything
//! else opens the add dialog, where the person decides; and so does whatever comes while the window is hidden. Who asks for no
//! window gets none, as long as nothing needs an answer.

mod files;

use haul_core::{Addition, NewDownload};
use std::path::{Path, PathBuf};
use tauri::AppHandle;
use tauri_plugin_clipboard_manager::ClipboardExt;

use crate::commands::CommandError;
use crate::line::{Captured, DropPoint};
use crate::{beside, host, window};

/// Where what arguments hold is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// In the main window.
    Main,
    /// In a small one beside it.
    Beside,
    /// Nowhere: links are added as they are.
    Nowhere,
}

/// Takes what stands among a start's arguments, of which paths are seen from `folder`: links, and files with links in them.
/// Whether there is anything.
pub(crate) fn from_arguments(app: &AppHandle, arguments: Vec<String>, folder: PathBuf, shown: Shown) -> bool {
    let named: Vec<String> =
        arguments.into_iter().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    if named.is_empty() {
        return false;
    }
    let (host, app) = (host::of(app), app.clone());
    host.spawn(async move {
        let (mut links, mut paths) = (Vec::new(), Vec::new());
        for argument in named {
            match file_of(&argument, &folder).await {
                Some(path) => paths.push(path),
                None => links.push(argument),
            }
        }
        let at_once = paths.is_empty();
        if at_once && shown == Shown::Nowhere {
            return add(app, links).await;
        }
        let read = files::read(paths).await;
        let captured = Captured { text: links.join("\n"), at_once, ..read };
        hand(&app, captured, shown == Shown::Main);
    });
    true
}

/// The file that an argument names, if there is one.
async fn file_of(argument: &str, folder: &Path) -> Option<PathBuf> {
    let named = url::Url::parse(argument).ok().filter(|url| url.scheme() == "file");
    let path = match named {
        Some(url) => url.to_file_path().ok()?,
        None => folder.join(argument),
    };
    tokio::fs::try_exists(&path).await.unwrap_or_default().then_some(path)
}

/// Adds these addresses; what cannot be added goes to the add dialog.
pub(crate) async fn add(app: AppHandle, urls: Vec<String>) {
    let host = host::of(&app);
    let engine = host.engine().await;
    let when_duplicate = engine.settings().borrow().when_duplicate;
    let wanted = urls.iter().cloned().map(|url| NewDownload { when_duplicate, ..NewDownload::of(url) });
    let rejected: Vec<String> = match engine.add(wanted.collect()).await {
        Ok(additions) => additions.into_iter().filter_map(rejected_url).collect(),
        Err(error) => {
            tracing::warn!(%error, "the arguments were not added");
            urls
        }
    };
    if !rejected.is_empty() {
        offer(&app, rejected.join("\n"));
    }
}

fn rejected_url(addition: Addition) -> Option<String> {
    match addition {
        Addition::Added { .. } | Addition::Duplicate { renewed: true, .. } => None,
        // The dialog says what is wrong with it, or which one it is already.
        Addition::Rejected { url, .. } | Addition::Duplicate { url, renewed: false, .. } => Some(url),
    }
}

/// Opens the add dialog with what is in the clipboard.
pub(crate) fn from_clipboard(app: &AppHandle) {
    let (host, app) = (host::of(app), app.clone());
    host.spawn(async move {
        let text = clipboard_text(&app).await;
        offer(&app, text);
    });
}

/// The clipboard's text; empty if it holds none. Its owner may be slow to answer, or be this app's own main thread.
pub(crate) async fn clipboard_text(app: &AppHandle) -> String {
    let app = app.clone();
    let read = tauri::async_runtime::spawn_blocking(move || app.clipboard().read_text().unwrap_or_default());
    read.await.unwrap_or_default()
}

/// Puts `text` into the clipboard. The page itself may only do so in the moment of a key or a click.
pub(crate) async fn copy(app: &AppHandle, text: String) -> Result<(), CommandError> {
    host::of(app).clipboard.is_own(&text);
    let app = app.clone();
    let write = tauri::async_runtime::spawn_blocking(move || app.clipboard().write_text(text));
    let written = write.await.map_err(|error| error.to_string());
    written
        .and_then(|written| written.map_err(|error| error.to_string()))
        .map_err(|reason| CommandError::Host { reason })
}

/// Opens the add dialog with the links in these files, which were dropped there on the window with this label.
#[cfg_attr(
    not(target_os = "linux"),
    expect(dead_code, reason = "elsewhere the page itself can read dropped files")
)]
pub(crate) fn from_files(app: &AppHandle, label: &str, paths: Vec<PathBuf>, at: DropPoint) {
    let (host, app, label) = (host::of(app), app.clone(), label.to_owned());
    host.spawn(async move {
        let read = files::read(paths).await;
        match label.as_str() {
            window::MAIN => hand(&app, Captured { dropped_at: Some(at), ..read }, true),
            beside::ADD => hand(&app, read, false),
            _ => take(&app, read),
        }
    });
}

/// Opens the add dialog with `text`: in the main window, or in one of its own if that is hidden.
pub(crate) fn offer(app: &AppHandle, text: String) {
    take(app, Captured { text, ..Captured::default() });
}

/// The same of what was captured anywhere.
pub(crate) fn take(app: &AppHandle, captured: Captured) {
    hand(app, captured, window::is_shown(app));
}

fn hand(app: &AppHandle, captured: Captured, in_main: bool) {
    if in_main {
        host::of(app).line.capture(captured);
        window::show(app);
    } else {
        beside::open_add(app, Captured { at_once: false, dropped_at: None, ..captured });
    }
}
