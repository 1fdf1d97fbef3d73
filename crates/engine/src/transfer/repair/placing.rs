//! The repaired file takes the name of the damaged one: only of the very file that was read, and only once all of it is on disk.

use haul_core::{Failure, Resource};
use std::fs::{File, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::remove;
use crate::files::failure_of;
use crate::transfer::finish::{give_name, seal, sync_folder};
use crate::transfer::part_file::PartFile;
use crate::transfer::{identity, positioned};

/// Gives `part` the name of the damaged file, or the next free one like it if that is not the one that was read. Blocks.
pub fn place(
    part: &PartFile,
    size: u64,
    path: &Path,
    damaged: Option<Metadata>,
    url: &str,
    resource: &Resource,
) -> Result<PathBuf, Failure> {
    let rights = damaged.as_ref().map(Metadata::permissions);
    seal(part, size, url, resource, rights)?;
    let replaced = match &damaged {
        Some(damaged) => replace(part.path(), path, damaged, url)?,
        None => false,
    };
    let placed = if replaced {
        path.to_owned()
    } else {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        give_name(part.path(), &name)?
    };
    identity::unmark(part.file());
    Ok(placed)
}

/// Exchanges the names of `part` and of the file at `path`, if that is still `damaged`, and then removes what was damaged.
/// Blocks.
fn replace(part: &Path, path: &Path, damaged: &Metadata, url: &str) -> Result<bool, Failure> {
    let is_it = |path: &Path| path.symlink_metadata().is_ok_and(|there| is_unchanged(&there, damaged));
    if !is_it(path) {
        return Ok(false);
    }
    let marked = File::open(path).map_err(|error| failure_of(&error, path))?;
    // Should the program end now, the next start knows what lies under the name of the part file.
    identity::mark_unfinished(&marked, url);
    match exchange(part, path) {
        Ok(()) if is_it(part) => {
            sync_folder(path.parent().unwrap_or(Path::new("/")));
            remove(part);
            return Ok(true);
        }
        // Somebody put another file there in this very moment.
        Ok(()) => exchange(part, path).map_err(|error| failure_of(&error, path))?,
        Err(error) => tracing::debug!(%error, "names cannot be exchanged"),
    }
    identity::unmark(&marked);
    Ok(false)
}

/// The same file, and not written to since.
fn is_unchanged(now: &Metadata, then: &Metadata) -> bool {
    positioned::is_same_file(now, then)
        && now.len() == then.len()
        && now.modified().ok() == then.modified().ok()
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_file_that_was_read_loses_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let (part, path) = (folder.path().join("a.part"), folder.path().join("a"));
        std::fs::write(&part, "repaired").unwrap();
        std::fs::write(&path, "damaged").unwrap();
        let damaged = path.metadata().unwrap();
        std::fs::remove_file(&path).unwrap();
        std::fs::write(folder.path().join("b"), "mine").unwrap();
        std::fs::rename(folder.path().join("b"), &path).unwrap();
        assert!(!replace(&part, &path, &damaged, "http://a/a").unwrap());
        assert_eq!(std::fs::read(&path).unwrap(), b"mine");
        let damaged = path.metadata().unwrap();
        std::fs::write(&path, "edited").unwrap();
        assert!(!replace(&part, &path, &damaged, "http://a/a").unwrap());
        assert_eq!(std::fs::read(&path).unwrap(), b"edited");
        let damaged = path.metadata().unwrap();
        assert!(replace(&part, &path, &damaged, "http://a/a").unwrap());
        assert_eq!(std::fs::read(&path).unwrap(), b"repaired");
        assert!(!part.exists());
    }
}
