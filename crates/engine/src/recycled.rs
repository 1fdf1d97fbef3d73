//! The system's trash, backwards: files that went there with their downloads come back with them.

use haul_core::DownloadId;
use std::collections::HashMap;
use std::path::Path;

use crate::store::Removed;

/// Fetches from the trash what went there, and says of each whether its file is where it was. One of which there was no file is
/// as it was. Blocks.
pub fn bring_back(removed: &[Removed]) -> HashMap<DownloadId, bool> {
    // Read once for all, and only if somebody is looked for in it.
    let mut trash = None;
    let mut is_back = |removed: &Removed| {
        let files = [removed.part.as_deref(), removed.path.as_deref()];
        files.into_iter().flatten().all(|file| {
            let is_finished = removed.is_completed && removed.path.as_deref() == Some(file);
            let size = is_finished.then_some(removed.received);
            is_there(file, size.filter(|_| removed.is_trashed))
                || (removed.is_trashed
                    && trash.get_or_insert_with(Trash::read).restore(file, removed.at, size))
        })
    };
    removed.iter().map(|removed| (removed.id, is_back(removed))).collect()
}

/// Where a file went away, another one may have its place.
fn is_there(file: &Path, size: Option<u64>) -> bool {
    file.metadata().is_ok_and(|there| there.is_file() && size.is_none_or(|size| there.len() == size))
}

/// What lies in the trash, by where it was.
struct Trash {
    #[cfg(any(windows, all(unix, not(target_os = "macos"))))]
    items: HashMap<std::path::PathBuf, Vec<trash::TrashItem>>,
}

#[cfg(any(windows, all(unix, not(target_os = "macos"))))]
impl Trash {
    fn read() -> Self {
        let listed = trash::os_limited::list().unwrap_or_else(|error| {
            tracing::warn!(%error, "the trash cannot be read");
            Vec::new()
        });
        let mut items: HashMap<_, Vec<_>> = HashMap::new();
        for item in listed {
            items.entry(item.original_path()).or_default().push(item);
        }
        Self { items }
    }

    /// Puts the file back that lay at `path` and went to the trash around `at`; false if it is not there, or another file has
    /// its place.
    fn restore(&mut self, path: &Path, at: u64, size: Option<u64>) -> bool {
        let Some(items) = self.items.get_mut(path) else { return false };
        let fits = |item: &trash::TrashItem| size.is_none() || size_of(item) == size;
        let near = |item: &trash::TrashItem| deleted(item).abs_diff(at.cast_signed());
        let nearest =
            (0..items.len()).filter(|&index| fits(&items[index])).min_by_key(|&index| near(&items[index]));
        let Some(item) = nearest.map(|index| items.swap_remove(index)) else { return false };
        match trash::os_limited::restore_all([item]) {
            Ok(()) => true,
            Err(error) => {
                tracing::warn!(%error, "a file stays in the trash");
                false
            }
        }
    }
}

/// Where the system does not tell what is in its trash, nothing is found in it.
#[cfg(not(any(windows, all(unix, not(target_os = "macos")))))]
impl Trash {
    fn read() -> Self {
        Self {}
    }

    fn restore(&mut self, _path: &Path, _at: u64, _size: Option<u64>) -> bool {
        false
    }
}

/// In milliseconds since 1970.
#[cfg(any(windows, all(unix, not(target_os = "macos"))))]
fn deleted(item: &trash::TrashItem) -> i64 {
    // What is written there is local time; the file that says so was made in that moment.
    let noted = std::fs::metadata(&item.id).and_then(|metadata| metadata.modified()).ok();
    let noted = noted.and_then(|time| time.duration_since(std::time::SystemTime::UNIX_EPOCH).ok());
    let noted = noted.and_then(|since| i64::try_from(since.as_millis()).ok());
    noted.unwrap_or_else(|| item.time_deleted.saturating_mul(1000))
}

#[cfg(any(windows, all(unix, not(target_os = "macos"))))]
fn size_of(item: &trash::TrashItem) -> Option<u64> {
    match trash::os_limited::metadata(item).ok()?.size {
        trash::TrashItemSize::Bytes(bytes) => Some(bytes),
        trash::TrashItemSize::Entries(_) => None,
    }
}
