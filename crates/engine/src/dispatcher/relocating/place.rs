//! Where the file of a download is, and where it is wanted.

use haul_core::{Download, Failure, Relocation, Rest, filename};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use tokio_util::sync::CancellationToken;

use crate::transfer::relocating::{self, Going, Placed};

/// What lies on the disk of it.
pub fn file_of(download: &Download) -> Option<PathBuf> {
    match &download.rest {
        Rest::Completed { path } => Some(path.clone()),
        Rest::Queued | Rest::Paused | Rest::Failed { .. } => download.part.clone(),
    }
}

/// `download` with its file at `path`.
pub fn with_file(mut download: Download, path: &Path) -> Download {
    download.folder = path.parent().unwrap_or(Path::new("/")).to_owned();
    download.name = relocating::name_of(path);
    match &mut download.rest {
        Rest::Completed { path: at } => {
            path.clone_into(at);
            download.name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        }
        Rest::Queued | Rest::Paused | Rest::Failed { .. } => download.part = Some(path.to_owned()),
    }
    download
}

/// Where it is, which may be elsewhere than it was meant to go.
fn folder_of(download: &Download) -> PathBuf {
    let file = file_of(download);
    let folder = file.as_deref().and_then(Path::parent);
    folder.map_or_else(|| download.folder.clone(), Path::to_owned)
}

/// Its file on the way; none: there is none yet.
pub fn going(
    download: &Download,
    wanted: &Relocation,
    moved: Arc<AtomicU64>,
    stop: CancellationToken,
) -> Result<Option<Going>, Failure> {
    let Some(from) = file_of(download) else { return Ok(None) };
    if let Some(path) = download.replaces.clone() {
        // Two files belong to it just now.
        return Err(Failure::UnderRepair { path });
    }
    Ok(Some(Going {
        id: download.id,
        from,
        folder: wanted.folder.clone().unwrap_or_else(|| folder_of(download)),
        name: wanted.name.as_deref().map_or_else(|| download.name.clone(), filename::safe),
        may_number: wanted.name.is_none(),
        is_part: !download.rest.is_completed(),
        moved,
        stop,
    }))
}

/// `before` as it is wanted, or with its file where that was placed.
pub fn at(before: &Download, wanted: &Relocation, placed: Option<&Placed>) -> Download {
    let mut download = before.clone();
    if let Some(name) = &wanted.name {
        download.name = filename::safe(name);
        if !download.rest.is_completed() {
            download.options.name = (!wanted.is_guess).then(|| name.clone());
        }
    }
    if let Some(folder) = &wanted.folder {
        folder.clone_into(&mut download.folder);
    }
    match placed {
        Some(Placed { path, .. }) => with_file(download, path),
        None => download,
    }
}

pub fn back_to(before: &Download) -> Relocation {
    Relocation {
        id: before.id,
        folder: Some(folder_of(before)),
        name: Some(before.name.clone()),
        is_guess: before.options.name.is_none(),
    }
}
