//! A copy on another file system, which is compared before it gets its name.

use haul_core::Failure;
use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use tokio_util::sync::CancellationToken;

use super::super::finish::{rename_without_overwriting, sync_folder};
use super::super::identity;
use super::{Going, folder_of};
use crate::files::{self, failure_of};

const BUFFER: usize = 1 << 20;

/// A copy without a name of its own yet; gone again unless it gets one.
pub struct Copy {
    path: PathBuf,
}

impl Copy {
    /// Copies it into the folder of `to`; none if that was stopped. Blocks.
    pub fn make(going: &Going, to: &Path) -> Result<Option<Self>, Failure> {
        let folder = folder_of(to);
        let copy = Self { path: unnamed(&going.from, folder) };
        let mut source = File::open(&going.from).map_err(|error| failure_of(&error, &going.from))?;
        let metadata = source.metadata().map_err(|error| failure_of(&error, &going.from))?;
        files::check_space(folder, files::room_of(&metadata))?;
        let made = copy.fill(&mut source, &metadata, going).map_err(|error| failure_of(&error, to))?;
        Ok(made.then_some(copy))
    }

    /// Whether all of it is there, and on disk.
    fn fill(&self, source: &mut File, metadata: &Metadata, going: &Going) -> io::Result<bool> {
        let mut options = OpenOptions::new();
        // Nobody else has such a name: what lies there was left by a program that ended in the middle.
        options.read(true).write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut target = options.open(&self.path)?;
        let written = write(source, &mut target, &going.moved, &going.stop)?;
        target.set_len(metadata.len())?;
        let Some(written) = written else { return Ok(false) };
        identity::copy_marks(source, &target);
        identity::mark_copy(&target, &going.from);
        if let Ok(modified) = metadata.modified() {
            target.set_modified(modified)?;
        }
        target.set_permissions(metadata.permissions())?;
        target.sync_all()?;
        forget(&target);
        // What the disk gives back, not what was meant to be written.
        target.rewind()?;
        let Some(read) = hash(&mut target, &going.stop)? else { return Ok(false) };
        let now = source.metadata()?;
        if written != read || now.len() != metadata.len() || now.modified().ok() != metadata.modified().ok() {
            return Err(io::Error::other("the copy is not what was there"));
        }
        Ok(true)
    }

    /// It stays without one if that is taken. Blocks.
    pub fn give_name(&self, to: &Path) -> io::Result<()> {
        rename_without_overwriting(&self.path, to)?;
        sync_folder(folder_of(to));
        Ok(())
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        match std::fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                tracing::warn!(%error, "a copy without a name stays");
            }
            _ => {}
        }
    }
}

/// What a copy of `from` is called in `folder` as long as it has no name.
fn unnamed(from: &Path, folder: &Path) -> PathBuf {
    let hash = blake3::hash(from.as_os_str().as_encoded_bytes()).to_hex();
    folder.join(format!(".haul-{}.moving", &hash[..16]))
}

/// Removes one that a program left which ended in the middle.
pub fn remove_unnamed(from: &Path, folder: &Path) {
    drop(Copy { path: unnamed(from, folder) });
}

/// Whether the file at `to` is a copy of `from` that was made here, and that the list does not know.
pub fn is_marked(to: &Path, from: &Path) -> bool {
    File::open(to).is_ok_and(|file| identity::is_copy_of(&file, from))
}

pub fn unmark(to: &Path) {
    if let Ok(file) = File::open(to) {
        identity::unmark_copy(&file);
    }
}

/// Whether both are files of one size and of one time, as a copy and what it was made of.
pub fn is_alike(one: &Path, other: &Path) -> bool {
    let (Ok(one), Ok(other)) = (one.symlink_metadata(), other.symlink_metadata()) else { return false };
    // File systems keep times to a second, or to two.
    let time = |metadata: &Metadata| metadata.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok();
    let near = match (time(&one), time(&other)) {
        (Some(one), Some(other)) => one.abs_diff(other).as_secs() <= 2,
        _ => false,
    };
    one.is_file() && other.is_file() && one.len() == other.len() && near
}

/// What it read, as a hash; none if it was stopped. What is nothing but zeros takes no room, as where it came from.
fn write(
    source: &mut File,
    target: &mut File,
    moved: &AtomicU64,
    stop: &CancellationToken,
) -> io::Result<Option<blake3::Hash>> {
    let mut buffer = vec![0; BUFFER];
    let mut hasher = blake3::Hasher::new();
    loop {
        if stop.is_cancelled() {
            return Ok(None);
        }
        let count = source.read(&mut buffer)?;
        if count == 0 {
            return Ok(Some(hasher.finalize()));
        }
        let piece = &buffer[..count];
        hasher.update(piece);
        if piece.iter().all(|byte| *byte == 0) {
            target.seek(SeekFrom::Current(count as i64))?;
        } else {
            target.write_all(piece)?;
        }
        moved.fetch_add(count as u64, Ordering::Relaxed);
    }
}

fn hash(file: &mut File, stop: &CancellationToken) -> io::Result<Option<blake3::Hash>> {
    let mut buffer = vec![0; BUFFER];
    let mut hasher = blake3::Hasher::new();
    loop {
        if stop.is_cancelled() {
            return Ok(None);
        }
        match file.read(&mut buffer)? {
            0 => return Ok(Some(hasher.finalize())),
            count => hasher.update(&buffer[..count]),
        };
    }
}

/// Lets the system read it from the disk next time.
fn forget(_file: &File) {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::fs::fadvise(_file, 0, None, rustix::fs::Advice::DontNeed) {
        tracing::debug!(%error, "it may be read from memory");
    }
}
