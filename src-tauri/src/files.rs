//! What the desktop does with files and folders: open, show, pick, and how much room there is.
//!
//! Each of these may wait for another program or a sleeping disk, so none runs on a thread that others need.

use std::path::{Path, PathBuf};
use std::time::Duration;
use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;
use tokio::sync::oneshot;

use crate::commands::CommandError;
use crate::window;

/// A disk that says nothing for so long is asleep or gone.
const ANSWERS_WITHIN: Duration = Duration::from_secs(5);

/// Opens the file with the program that the system has for it.
pub(crate) async fn open(app: &AppHandle, path: PathBuf) -> Result<(), CommandError> {
    let app = app.clone();
    off_thread(move || {
        std::fs::metadata(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        app.opener().open_path(path.to_string_lossy(), None::<&str>).map_err(|error| error.to_string())
    })
    .await
}

/// Opens the page in the browser.
pub(crate) async fn open_page(app: &AppHandle, url: String) -> Result<(), CommandError> {
    let app = app.clone();
    off_thread(move || app.opener().open_url(url, None::<&str>).map_err(|error| error.to_string())).await
}

/// Shows the file in its folder; if it is gone, the folder.
pub(crate) async fn show_in_folder(app: &AppHandle, path: PathBuf) -> Result<(), CommandError> {
    let app = app.clone();
    off_thread(move || {
        if path.exists() {
            return app.opener().reveal_item_in_dir(&path).map_err(|error| error.to_string());
        }
        let folder = path.parent().unwrap_or(&path);
        app.opener().open_path(folder.to_string_lossy(), None::<&str>).map_err(|error| error.to_string())
    })
    .await
}

/// Lets the person pick a folder; none: they did not.
pub(crate) async fn pick_folder(app: &AppHandle, current: &Path) -> Option<PathBuf> {
    let (picked, answer) = oneshot::channel();
    let mut dialog = app.dialog().file().set_directory(existing(current));
    if let Some(window) = window::main(app) {
        dialog = dialog.set_parent(&window);
    }
    // Nobody waits any more: then nobody wants to know.
    dialog.pick_folder(move |folder| picked.send(folder).unwrap_or_default());
    answer.await.ok()??.into_path().ok()
}

/// Asks for a file, beginning in `folder`.
pub(crate) async fn pick_file(app: &AppHandle, folder: &Path) -> Option<PathBuf> {
    let (picked, answer) = oneshot::channel();
    let mut dialog = app.dialog().file().set_directory(existing(folder));
    if let Some(window) = window::main(app) {
        dialog = dialog.set_parent(&window);
    }
    dialog.pick_file(move |file| picked.send(file).unwrap_or_default());
    answer.await.ok()??.into_path().ok()
}

/// Those of these files that are there.
pub(crate) async fn present(paths: Vec<PathBuf>) -> Result<Vec<PathBuf>, CommandError> {
    let looking = off_thread(|| Ok(paths.into_iter().filter(|path| path.exists()).collect()));
    let looked = tokio::time::timeout(ANSWERS_WITHIN, looking).await;
    looked.unwrap_or_else(|_| Err(CommandError::Host { reason: "the disk does not answer".to_owned() }))
}

/// Bytes that a download may still put into `folder`; none: the system does not say, or not soon.
pub(crate) async fn free_space(folder: PathBuf) -> Option<u64> {
    let asking = off_thread(move || space_of(existing(&folder)).ok_or_else(String::new));
    tokio::time::timeout(ANSWERS_WITHIN, asking).await.ok()?.ok()
}

#[cfg(unix)]
fn space_of(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    disk.f_bavail.checked_mul(disk.f_frsize)
}

#[cfg(not(unix))]
fn space_of(_: &Path) -> Option<u64> {
    None
}

/// `folder`, or the nearest folder above it that exists: the engine makes the rest.
fn existing(folder: &Path) -> &Path {
    folder.ancestors().find(|folder| folder.is_dir()).unwrap_or(folder)
}

async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, String> + Send + 'static,
) -> Result<T, CommandError> {
    match tauri::async_runtime::spawn_blocking(work).await {
        Ok(done) => done.map_err(|reason| CommandError::Host { reason }),
        Err(error) => Err(CommandError::Host { reason: error.to_string() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_folder_that_is_not_there_yet_has_the_room_of_the_one_above() {
        let missing = std::env::temp_dir().join("haul-missing").join("deeper");
        assert_eq!(existing(&missing), std::env::temp_dir());
        assert!(free_space(missing).await.is_some());
    }
}
