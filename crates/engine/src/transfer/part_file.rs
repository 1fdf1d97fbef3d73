//! The unfinished file: `NAME.part` beside the target, or `.NAME.part`, which describes itself.
//!
//! Behind the bytes of the file, where nothing is missing once it is whole, lies its *label*: the URL, what the server
//! said, and which ranges are on disk. A label is written only after the data it names was synced, so it may know less
//! than the disk, never more. It lives in the part file and not in the database because then the two cannot disagree: a
//! part file that is moved, deleted, or left behind by a lost database still means exactly what it holds, and several
//! programs need share nothing but the lock on the file. Finishing cuts the label off.
//!
//! There are two slots for it, written in turn, each with a checksum: a write torn by a power cut leaves the other. A third
//! is written far more often and without a sync, so that a program that is killed loses next to nothing: a power cut may
//! leave it ahead of the data, which the hashes then show. Those of all whole blocks lie behind the slots (see `blocks`).

mod blocks;
pub mod copying;
mod labels;

use haul_core::Failure;
use haul_core::filename::PartName;
use haul_core::ledger::{self, Ledger};
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::label::Label;
#[cfg(test)]
use super::recorder::{self, Operation};
use super::{identity, positioned};
use crate::files::{failure_of, free_space, room_of};

/// Room for one label. The ranges of the largest files fit many times over.
const SLOT: u64 = 256 << 10;
const SLOTS: u64 = 3;
/// The slot of marks; all before it are of checkpoints.
const MARK: u64 = SLOTS - 1;

/// An open, locked part file.
#[derive(Debug)]
pub struct PartFile {
    file: File,
    path: PathBuf,
    /// The number of the disk that it lies on.
    disk: u64,
    sequence: AtomicU64,
    /// How many were made of it: the slots are written in turn.
    checkpoints: AtomicU64,
    /// It is at least so long. If it is not, somebody cut it, and what was in the rest is gone.
    length: AtomicU64,
    /// It carries a label behind its end, so no write makes it longer.
    labelled: AtomicBool,
    /// A sync failed: what the system could not write it may have forgotten, and a further sync would not say so again.
    failed_sync: AtomicBool,
    /// What was written to it, by this transfer or by earlier ones.
    ledger: Mutex<Ledger>,
}

/// What was found under the name of a part file.
#[expect(clippy::large_enum_variant, reason = "made once for a transfer, and moved twice")]
#[derive(Debug)]
pub enum Found {
    Nothing,
    /// Ours to go on with, or to overwrite if it has no label.
    Free(PartFile, Option<Label>),
    /// Another program of Haul's works on it.
    Busy,
    /// No regular file, or one that cannot be opened for writing.
    Foreign,
}

impl PartFile {
    /// Makes a new one; none if the name is taken.
    pub fn create(path: &Path) -> Result<Option<Self>, Failure> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = match options.open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(None),
            Err(error) => return Err(failure_of(&error, path)),
        };
        match file.try_lock() {
            Ok(()) => {
                #[cfg(test)]
                recorder::note(|| Operation::Create);
                Ok(Some(Self::over(file, path)))
            }
            // Somebody found it in this very moment and took it.
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(failure_of(&error, path)),
        }
    }

    fn over(file: File, path: &Path) -> Self {
        let disk = file.metadata().map_or(0, |metadata| positioned::disk_of(&metadata));
        Self {
            file,
            path: path.to_owned(),
            disk,
            sequence: AtomicU64::new(0),
            checkpoints: AtomicU64::new(0),
            length: AtomicU64::new(0),
            labelled: AtomicBool::new(false),
            failed_sync: AtomicBool::new(false),
            ledger: Mutex::default(),
        }
    }

    /// Opens the one at `path` if there is one, never through a link.
    pub fn find(path: &Path) -> Result<Found, Failure> {
        let mut options = OpenOptions::new();
        options.read(true).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::custom_flags(
            &mut options,
            rustix::fs::OFlags::NOFOLLOW.bits().cast_signed(),
        );
        let file = match options.open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Nothing),
            Err(_) => return Ok(Found::Foreign),
        };
        if !file.metadata().is_ok_and(|metadata| metadata.is_file()) {
            return Ok(Found::Foreign);
        }
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(Found::Busy),
            Err(TryLockError::Error(error)) => return Err(failure_of(&error, path)),
        }
        let part = Self::over(file, path);
        if part.check_is_in_place().is_err() {
            // Whoever held the lock finished it meanwhile: what was opened has another name now, and is whole.
            return Ok(Found::Nothing);
        }
        let mut label = part.read_label()?;
        if let Some((next, label)) = &mut label {
            part.sequence.store(label.sequence + 1, Ordering::Relaxed);
            part.checkpoints.store(*next, Ordering::Relaxed);
            part.length.store(blocks::length(label.resource.size.unwrap_or(0)), Ordering::Relaxed);
            part.labelled.store(true, Ordering::Relaxed);
            part.read_ledger(label);
        }
        Ok(Found::Free(part, label.map(|(_, label)| label)))
    }

    /// By which those on the same disk are known.
    pub fn disk(&self) -> u64 {
        self.disk
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Forgets everything in it, and once something else is written to it nothing speaks of that any more. Blocks.
    pub fn clear(&self) -> Result<(), Failure> {
        self.labelled.store(false, Ordering::Relaxed);
        self.failed_sync.store(false, Ordering::Relaxed);
        *self.ledger() = Ledger::default();
        self.set_length(0)?;
        // The seal has no hashes beside it: other bytes of the same length would be taken for those that it speaks of.
        let was_sealed = identity::unseal(&self.file).map_err(|error| failure_of(&error, &self.path))?;
        if was_sealed { self.sync_all() } else { Ok(()) }
    }

    /// Has the disk keep room for all of a file of `size` bytes, where it can. Blocks.
    ///
    /// # Errors
    /// `DiskFull` if there is not so much; nothing is kept then.
    pub fn keep_room(&self, size: u64) -> Result<(), Failure> {
        match positioned::keep_room(&self.file, size) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::StorageFull => {
                // Some of it may have been given.
                self.set_length(0)?;
                let folder = self.path.parent().unwrap_or(Path::new("/")).to_owned();
                let free = free_space(&folder).unwrap_or(0);
                Err(Failure::DiskFull { folder, missing: size.saturating_sub(free).max(1), needed: size })
            }
            Err(error) => {
                tracing::debug!(%error, "this file system keeps no room");
                Ok(())
            }
        }
    }

    /// What it takes on its disk, written or not.
    pub fn room(&self) -> u64 {
        self.file.metadata().map_or(0, |metadata| room_of(&metadata))
    }

    /// Writes all of `pieces`, one after the other, from `offset` on. Blocks as long as the disk does.
    ///
    /// # Errors
    /// `PartFileGone` if somebody cut the file: with a label the next checkpoint notices, without one only this can.
    pub fn write_all_at(&self, pieces: &[bytes::Bytes], offset: u64) -> Result<(), Failure> {
        if !self.labelled.load(Ordering::Relaxed) {
            self.check_is_not_cut()?;
            let end = offset + pieces.iter().map(|piece| piece.len() as u64).sum::<u64>();
            self.write_pieces(pieces, offset)?;
            self.length.fetch_max(end, Ordering::Relaxed);
        } else {
            self.write_pieces(pieces, offset)?;
        }
        let before = self.ledger().ending_at(offset);
        let hashed = ledger::hash_on(before, offset, pieces.iter().map(|piece| &piece[..]));
        self.ledger().note(hashed);
        Ok(())
    }

    fn write_pieces(&self, pieces: &[bytes::Bytes], offset: u64) -> Result<(), Failure> {
        positioned::write_all(&self.file, pieces, offset).map_err(|error| failure_of(&error, &self.path))
    }

    fn set_length(&self, length: u64) -> Result<(), Failure> {
        self.file.set_len(length).map_err(|error| failure_of(&error, &self.path))?;
        #[cfg(test)]
        recorder::note(|| Operation::SetLength(length));
        self.length.store(length, Ordering::Relaxed);
        Ok(())
    }

    /// # Errors
    /// Once a sync failed, always: which bytes are not on disk is unknown.
    fn sync(&self) -> Result<(), Failure> {
        #[cfg(test)]
        if let Some(synced) = recorder::sync(Operation::SyncData) {
            return self.after_sync(synced);
        }
        self.after_sync(self.file.sync_data())
    }

    fn after_sync(&self, synced: io::Result<()>) -> Result<(), Failure> {
        if let Err(error) = synced {
            self.failed_sync.store(true, Ordering::Relaxed);
            return Err(failure_of(&error, &self.path));
        }
        self.check_syncs()
    }

    /// # Errors
    /// Once a sync failed, always.
    fn check_syncs(&self) -> Result<(), Failure> {
        if self.failed_sync.load(Ordering::Relaxed) {
            return Err(failure_of(&io::Error::other("an earlier sync failed"), &self.path));
        }
        Ok(())
    }

    /// Cuts the file to its `size`, without label. Blocks.
    pub fn seal(&self, size: u64) -> Result<(), Failure> {
        self.check_is_in_place()?;
        self.check_is_not_cut()?;
        self.set_length(size)?;
        self.labelled.store(false, Ordering::Relaxed);
        Ok(())
    }

    /// Puts everything on disk, the length and the marks too. Blocks.
    pub fn sync_all(&self) -> Result<(), Failure> {
        #[cfg(test)]
        if let Some(synced) = recorder::sync(Operation::SyncAll) {
            return self.after_sync(synced);
        }
        self.after_sync(self.file.sync_all())
    }

    /// Another handle to read it from the front, up to `size`.
    pub fn reader(&self, size: u64) -> Result<impl io::Read + use<>, Failure> {
        use io::{Read, Seek};
        let mut file = self.file.try_clone().map_err(|error| failure_of(&error, &self.path))?;
        file.rewind().map_err(|error| failure_of(&error, &self.path))?;
        Ok(file.take(size))
    }

    pub fn file(&self) -> &File {
        &self.file
    }

    /// Whether the path still leads to this very file.
    ///
    /// # Errors
    /// `PartFileGone` if it was removed, renamed or replaced.
    pub fn check_is_in_place(&self) -> Result<(), Failure> {
        let gone = || Failure::PartFileGone { path: self.path.clone() };
        let (Ok(here), Ok(there)) = (self.file.metadata(), std::fs::symlink_metadata(&self.path)) else {
            return Err(gone());
        };
        if positioned::is_same_file(&here, &there) { Ok(()) } else { Err(gone()) }
    }

    /// # Errors
    /// `PartFileGone` if it is shorter than it was: what was behind is lost.
    fn check_is_not_cut(&self) -> Result<(), Failure> {
        let metadata = self.file.metadata().map_err(|error| failure_of(&error, &self.path))?;
        if metadata.len() < self.length.load(Ordering::Relaxed) {
            return Err(Failure::PartFileGone { path: self.path.clone() });
        }
        Ok(())
    }
}

/// The first part file at one of `paths` that could be gone on with, and what it says of itself. Blocks.
///
/// # Errors
/// `PartFileBusy` if there is none because somebody works on it.
pub fn left_at(paths: &[PathBuf]) -> Result<Option<(PathBuf, Label)>, Failure> {
    let mut busy = None;
    for path in paths {
        match PartFile::find(path)? {
            Found::Free(_, Some(label)) if label.resource.can_be_continued() => {
                return Ok(Some((path.clone(), label)));
            }
            Found::Busy => busy = Some(path.clone()),
            Found::Free(..) | Found::Nothing | Found::Foreign => {}
        }
    }
    busy.map_or(Ok(None), |path| Err(Failure::PartFileBusy { path }))
}

/// Part files in `folder` that describe themselves and that nobody works on: what a lost list can be rebuilt from.
/// Blocks.
pub fn find_all(folder: &Path) -> Vec<(PathBuf, Label)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let parts = paths.filter(|path| PartName::becomes(path).is_some());
    let labelled = parts.filter_map(|path| match PartFile::find(&path) {
        Ok(Found::Free(_, Some(label))) => Some((path, label)),
        Ok(Found::Free(_, None) | Found::Nothing | Found::Busy | Found::Foreign) | Err(_) => None,
    });
    let mut found: Vec<_> = labelled.collect();
    found.sort_by(|one, other| one.0.cmp(&other.0));
    found
}

#[cfg(test)]
mod crashes;
#[cfg(test)]
mod tests;
