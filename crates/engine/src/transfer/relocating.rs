//! A file under another name or in another folder, finished or not, in steps: it is noted where it goes, then it is at both
//! places, and only once the list knows the new one it leaves the old. Whatever ends the program in between, the file that the
//! list names is there, and the next start ([`recover`]) takes away what is too many.
//!
//! Within a file system that is a second name. To another one the file is copied, synced, read again and compared with what was
//! read, and never seen under its name before that.

mod copying;

use haul_core::filename::{self, PartName};
use haul_core::{DownloadId, Failure};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use super::claims::Claims;
use super::finish::{rename_without_overwriting, sync_folder};
use super::part_file::{Found, PartFile};
use super::positioned;
use crate::files::{self, blocking, failure_of};
use crate::store::Store;
use copying::Copy;

/// Names that are tried where one is taken.
const MOST_NAMES: u32 = 1000;
/// The lock of a transfer that was just stopped may still be held by its last sync.
const LOOKS: u32 = 100;
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// A file that is to go somewhere else.
#[derive(Clone)]
pub struct Going {
    pub id: DownloadId,
    pub from: PathBuf,
    pub folder: PathBuf,
    /// Of the finished file.
    pub name: String,
    /// Whether `name (1)` will do where the name is taken.
    pub may_number: bool,
    pub is_part: bool,
    /// Bytes that were copied.
    pub moved: Arc<AtomicU64>,
    pub stop: CancellationToken,
}

/// Where it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    pub path: PathBuf,
    /// The old one is still there.
    pub is_doubled: bool,
}

/// What all that go need.
#[derive(Clone)]
pub struct Means {
    pub store: Store,
    pub claims: Claims,
    /// Those that copy take turns: two would be in each other's way.
    pub turns: Arc<Semaphore>,
}

/// What came of giving it one name.
enum Given {
    Placed(Placed),
    Taken,
    /// A second name cannot be given there: it takes a copy.
    Elsewhere,
    Stopped,
}

/// Puts it where it is wanted as well; none if that was stopped.
///
/// # Errors
/// `PartFileBusy` if somebody works on it, `NameTaken`, `FileGone` or `PartFileGone`, and those of the disk. It is where it was
/// then, and nowhere else.
pub async fn place(going: Going, means: &Means) -> Result<Option<Placed>, Failure> {
    // Held as long as it is copied.
    let _held = hold(&going).await?;
    let mut copy = None;
    let mut from = 0;
    loop {
        let (ours, claims) = (going.clone(), means.claims.clone());
        let (path, next) = blocking(move || free_name(&ours, &claims, from)).await?;
        from = next;
        if path == going.from {
            return Ok(Some(Placed { path, is_doubled: false }));
        }
        note(&means.store, &going, &path).await?;
        let mut given = give(&going, &path, copy.take()).await?;
        if let (Given::Elsewhere, _) = given {
            let _turn = tokio::select! {
                () = going.stop.cancelled() => return Ok(None),
                turn = means.turns.acquire() => turn,
            };
            let ours = (going.clone(), path.clone());
            let Some(made) = blocking(move || Copy::make(&ours.0, &ours.1)).await? else { return Ok(None) };
            given = give(&going, &path, Some(made)).await?;
        }
        match given {
            (Given::Placed(placed), _) => return Ok(Some(placed)),
            (Given::Stopped | Given::Elsewhere, _) => return Ok(None),
            (Given::Taken, made) => copy = made,
        }
    }
}

async fn note(store: &Store, going: &Going, path: &Path) -> Result<(), Failure> {
    store.note_relocation(going.id, &going.from, path).await.map_err(|error| {
        tracing::error!(%error, "a move cannot be written down");
        Failure::Internal
    })
}

/// The part file, locked, if it is one.
async fn hold(going: &Going) -> Result<Option<PartFile>, Failure> {
    for _ in 0..LOOKS {
        let look = going.clone();
        match blocking(move || find(&look)).await? {
            Found::Free(part, _) => return Ok(Some(part)),
            Found::Nothing if going.is_part => {
                return Err(Failure::PartFileGone { path: going.from.clone() });
            }
            Found::Nothing => return Ok(None),
            Found::Foreign => return Err(Failure::PartFileGone { path: going.from.clone() }),
            Found::Busy if going.stop.is_cancelled() => break,
            Found::Busy => tokio::time::sleep(LOOK_AGAIN).await,
        }
    }
    Err(Failure::PartFileBusy { path: going.from.clone() })
}

/// Nothing, if it is a finished file that is there.
fn find(going: &Going) -> Result<Found, Failure> {
    if going.is_part {
        return PartFile::find(&going.from);
    }
    let is_file = going.from.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
    if is_file { Ok(Found::Nothing) } else { Err(Failure::FileGone { path: going.from.clone() }) }
}

/// The first name from number `from` on that nobody has, and the number after it.
fn free_name(going: &Going, claims: &Claims, from: u32) -> Result<(PathBuf, u32), Failure> {
    files::make_folder(&going.folder)?;
    for number in from..if going.may_number { MOST_NAMES } else { 1 } {
        let name = filename::numbered(&going.name, number);
        // An unfinished file stays hidden, or in sight.
        let parts = PartName::at(&going.from).paths(&going.folder, &name);
        let target = going.folder.join(&name);
        let path = if going.is_part { &parts[0] } else { &target };
        if *path == going.from {
            return Ok((path.clone(), number + 1));
        }
        let is_free = |path: &Path| path.symlink_metadata().is_err() || is_itself(&going.from, path);
        if is_free(&target) && parts.iter().all(|part| is_free(part)) && claims.claim_all(&parts, going.id) {
            return Ok((path.clone(), number + 1));
        }
    }
    Err(Failure::NameTaken { path: going.folder.join(&going.name) })
}

/// Where names differ only in case, and that is no difference.
fn is_itself(from: &Path, to: &Path) -> bool {
    let lower = |path: &Path| path.to_string_lossy().to_lowercase();
    lower(from) == lower(to) && is_same(from, to)
}

fn is_same(one: &Path, other: &Path) -> bool {
    let (Ok(one), Ok(other)) = (one.symlink_metadata(), other.symlink_metadata()) else { return false };
    positioned::is_same_file(&one, &other)
}

/// Gives it the name `path`, or gives that to `copy`, which comes back if it is taken.
async fn give(going: &Going, path: &Path, copy: Option<Copy>) -> Result<(Given, Option<Copy>), Failure> {
    let (going, path) = (going.clone(), path.to_owned());
    blocking(move || {
        if going.stop.is_cancelled() {
            return Ok((Given::Stopped, None));
        }
        let named = match &copy {
            Some(copy) => copy.give_name(&path).map(|()| true),
            None => second_name(&going.from, &path),
        };
        match named {
            Ok(is_doubled) => Ok((Given::Placed(Placed { path, is_doubled }), None)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok((Given::Taken, copy)),
            Err(error) if error.kind() == io::ErrorKind::CrossesDevices => Ok((Given::Elsewhere, None)),
            Err(error) => Err(failure_of(&error, &path)),
        }
    })
    .await
}

/// Whether the old name is still there.
fn second_name(from: &Path, to: &Path) -> io::Result<bool> {
    let is_doubled = if is_itself(from, to) {
        std::fs::rename(from, to)?;
        false
    } else {
        match std::fs::hard_link(from, to) {
            Ok(()) => true,
            Err(error) => match error.kind() {
                io::ErrorKind::AlreadyExists | io::ErrorKind::CrossesDevices => return Err(error),
                // A file has one name only here.
                _ => {
                    rename_without_overwriting(from, to)?;
                    false
                }
            },
        }
    };
    sync_folder(folder_of(to));
    Ok(is_doubled)
}

/// Takes the old name away, once the list knows the new one. Blocks.
pub fn leave(from: &Path, to: &Path) {
    copying::unmark(to);
    if !(is_same(from, to) || copying::is_alike(from, to)) || is_itself(from, to) {
        return;
    }
    if let Err(error) = std::fs::remove_file(from) {
        tracing::warn!(%error, "a file stays where it was, too");
        return;
    }
    sync_folder(folder_of(from));
}

/// The list does not know the new name: takes it away again. False if the file is only there, and cannot go back. Blocks.
pub fn take_back(from: &Path, to: &Path) -> bool {
    copying::remove_unnamed(from, folder_of(to));
    if from.symlink_metadata().is_ok() {
        let is_ours = is_same(from, to) && !is_itself(from, to) || copying::is_marked(to, from);
        if is_ours && let Err(error) = std::fs::remove_file(to) {
            tracing::warn!(%error, "a file has a name too many");
        }
        return true;
    }
    to.symlink_metadata().is_err() || rename_without_overwriting(to, from).is_ok()
}

/// Where a move was cut short: whether the list must say from now on that the file is at `to`. `at`: what it says. Blocks.
pub fn recover(from: &Path, to: &Path, at: Option<&Path>) -> bool {
    copying::remove_unnamed(from, folder_of(to));
    if at == Some(to) {
        leave(from, to);
        return false;
    }
    if at != Some(from) {
        // It has another file by now.
        return false;
    }
    if from.symlink_metadata().is_err() {
        return to.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
    }
    take_back(from, to);
    false
}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new("/"))
}

/// The name of the finished file of which `path` is.
pub fn name_of(path: &Path) -> String {
    let whole = || path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    PartName::becomes(path).unwrap_or_else(whole)
}

#[cfg(test)]
mod tests;
