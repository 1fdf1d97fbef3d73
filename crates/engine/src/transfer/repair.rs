//! A finished file that is damaged, made good: what is good of it is copied to a part file, the ordinary transfer fetches the
//! rest, and the two change places once the whole is proven to be what was finished once.
//!
//! The damaged file is never written to. Blocks fetched into it would be right, each by itself; but should the server stop
//! in between, somebody's own changes and the server's bytes would be a mixture that is neither. So it stays as it is until
//! the other is whole and on disk, and if it was changed or replaced meanwhile, or the file system cannot exchange two names,
//! it keeps its name and the other gets the next free one.

use haul_core::{Activity, Failure, Finding, LogEntry, Resource, filename};
use std::fs::Metadata;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

use super::claims::Claims;
use super::finish::{give_name, refuse_damage, seal, sync_folder};
use super::finished::{self, Known, Reading, each_block};
use super::label::Label;
use super::meter::Meter;
use super::part_file::{Found, PartFile, part_path};
use super::start::Held;
use super::{Halt, Report, Transfer, identity, positioned};
use crate::files::{blocking, failure_of};

/// Part files that are tried if other programs' lie under the likely name.
const MOST_NAMES: u32 = 1000;

/// What a transfer is to make good.
#[derive(Debug)]
pub struct Repair {
    /// The damaged file.
    pub path: PathBuf,
    pub known: Arc<Known>,
    /// Once it was read.
    seen: Option<Seen>,
}

/// The damaged file as it was when it was read.
#[derive(Debug, Clone)]
struct Seen {
    damaged: u64,
    /// None: there was no file.
    metadata: Option<Metadata>,
}

/// What the look at it came to.
enum Looked {
    Intact,
    Stopped,
    Damaged { seen: Seen, part: PathBuf },
}

impl Repair {
    pub fn of(path: PathBuf, known: Known) -> Self {
        Self { path, known: Arc::new(known), seen: None }
    }
}

impl Transfer {
    /// Reads the damaged file, unless this transfer did, and makes the part file of what is good of it, unless an earlier one
    /// did. Returns where the file lies if it is not damaged after all.
    pub(super) async fn prepare_repair(&mut self) -> Result<Option<PathBuf>, Halt> {
        let Some(Repair { path, known, seen: None }) = &self.repair else { return Ok(None) };
        self.meter.set_activity(Activity::Verifying);
        let (path, known) = (path.clone(), known.clone());
        let preparing = Preparing {
            path: path.clone(),
            known: known.clone(),
            url: self.download.url.clone(),
            resource: Resource {
                size: Some(known.size),
                ..self.download.resource.clone().unwrap_or_default()
            },
            listed: self.download.part.clone(),
            claims: self.claims.clone(),
            id: self.download.id,
            meter: self.meter.clone(),
            stop: self.stop.clone(),
        };
        match blocking(move || preparing.look()).await? {
            Looked::Stopped => Err(Halt::Cancelled),
            Looked::Intact => {
                self.log(LogEntry::Checked { finding: Finding::Intact }).await;
                self.meter.set_received(known.size);
                self.meter.set_hashes(known.hashes.clone());
                Ok(Some(path))
            }
            Looked::Damaged { seen, part } => {
                if let Some(repair) = &mut self.repair {
                    repair.seen = Some(seen);
                }
                self.download.part = Some(part.clone());
                self.report(Report::Named { name: self.download.name.clone(), part }).await;
                Ok(None)
            }
        }
    }

    /// Whether the answer that `now` is of is of another file than the one to make good.
    pub(super) fn refuse_other_file(&self, now: &Resource) -> Result<(), Failure> {
        let was = self.download.resource.as_ref().filter(|_| self.repair.is_some());
        match was {
            Some(was) if was.is_other(now) => Err(Failure::SourceChanged { was: was.size, now: now.size }),
            Some(_) | None => Ok(()),
        }
    }

    /// Puts `part`, whole and on disk, in the place of the damaged file. `proven`: its checksum is right.
    pub(super) async fn finish_repair(
        &self,
        repair: &Repair,
        part: Arc<PartFile>,
        resource: &Resource,
        proven: bool,
    ) -> Result<PathBuf, Halt> {
        let known = repair.known.clone();
        let size = self.meter.segments().size();
        if !proven {
            self.meter.set_activity(Activity::Verifying);
            let (reader, known, stop) = (part.clone(), known.clone(), self.stop.clone());
            match blocking(move || is_what_was_finished(&reader, size, &known, &stop)).await? {
                None => return Err(Halt::Cancelled),
                Some(true) => {}
                Some(false) => {
                    refuse_damage(self, &part, resource).await?;
                    return Err(
                        Failure::SourceChanged { was: Some(repair.known.size), now: Some(size) }.into()
                    );
                }
            }
        }
        self.meter.set_activity(Activity::Finishing);
        let hashes = part.hashes(size).or_else(|| known.hashes.clone().filter(|_| !proven));
        let (path, seen) = (repair.path.clone(), repair.seen.clone());
        let (url, resource) = (self.download.url.clone(), resource.clone());
        let placed = blocking({
            let path = path.clone();
            move || place(&part, size, &path, seen.and_then(|seen| seen.metadata), &url, &resource)
        });
        let placed = placed.await?;
        self.meter.set_hashes(hashes);
        let bytes = repair.seen.as_ref().map_or(size, |seen| seen.damaged);
        self.log(LogEntry::Repaired { bytes }).await;
        if placed != path {
            let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            self.log(LogEntry::Renamed { wanted: name(&path), name: name(&placed) }).await;
        }
        Ok(placed)
    }

    /// Nothing is left of a repair that failed but the damaged file.
    pub(super) async fn give_up_repair(&self) {
        let Some(part) = self.download.part.clone().filter(|_| self.repair.is_some()) else { return };
        let url = self.download.url.clone();
        let removed = blocking(move || Ok(remove_if_ours(&part, &url))).await;
        if let Err(failure) = removed {
            tracing::warn!(id = %self.download.id, %failure, "a part file stays");
        }
    }
}

/// All that is needed to look at the damaged file and to begin with what is good of it.
struct Preparing {
    path: PathBuf,
    known: Arc<Known>,
    url: String,
    resource: Resource,
    /// The part file that the list names.
    listed: Option<PathBuf>,
    claims: Claims,
    id: haul_core::DownloadId,
    meter: Arc<Meter>,
    stop: CancellationToken,
}

impl Preparing {
    fn look(&self) -> Result<Looked, Failure> {
        let at = |read| self.meter.set_received(read);
        let reading = Reading { at: &at, stop: &self.stop };
        let opened = finished::open(&self.path)?;
        let finding = opened.as_ref().map_or(Some(Finding::Gone), |(file, metadata)| {
            finished::look_into(file, metadata, &self.path, &self.known, &reading)
        });
        let damaged = match finding {
            None => return Ok(Looked::Stopped),
            Some(Finding::Intact) => {
                self.remove_leftovers();
                return Ok(Looked::Intact);
            }
            Some(Finding::Damaged { bytes }) => bytes,
            Some(Finding::Gone | Finding::Unknown) => self.known.size,
            Some(Finding::Unreadable { failure }) => return Err(failure),
        };
        let part = match self.find_part()? {
            (part, true) => part,
            (part, false) => {
                let taken = match &opened {
                    Some((file, _)) => part.take_good(file, &self.known, &reading)?,
                    None => Some(()),
                };
                if taken.is_none() {
                    remove(part.path());
                    return Ok(Looked::Stopped);
                }
                part.checkpoint(Label::new(&self.url, &self.resource, &[]))?;
                part
            }
        };
        let seen = Seen { damaged, metadata: opened.map(|(_, metadata)| metadata) };
        Ok(Looked::Damaged { seen, part: part.path().to_owned() })
    }

    /// The part file of an earlier run, and true if it says what is in it; or an empty one.
    fn find_part(&self) -> Result<(PartFile, bool), Failure> {
        let folder = self.path.parent().unwrap_or(Path::new("/"));
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let candidates = (0..MOST_NAMES).map(|number| part_path(folder, &filename::numbered(&name, number)));
        for path in self.listed.clone().into_iter().chain(candidates) {
            if !self.claims.claim(&path, self.id) {
                continue;
            }
            match PartFile::find(&path)? {
                Found::Nothing => {
                    if let Some(part) = PartFile::create(&path)? {
                        identity::mark_unfinished(part.file(), &self.url);
                        return Ok((part, false));
                    }
                }
                Found::Free(part, label) => match Held::of(part, label, &self.url, Some(&self.resource)) {
                    Some(Held { part, label: Some(_) }) => return Ok((part, true)),
                    Some(Held { part, label: None }) => {
                        part.clear()?;
                        return Ok((part, false));
                    }
                    None => {}
                },
                Found::Busy if self.listed.as_ref() == Some(&path) => {
                    return Err(Failure::PartFileBusy { path });
                }
                Found::Busy | Found::Foreign => {}
            }
            self.claims.release(self.id);
        }
        Err(Failure::NotWritable { path: self.path.clone() })
    }

    /// The program may have ended between the exchange of the two names and the removal of what was damaged.
    fn remove_leftovers(&self) {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let likely = part_path(self.path.parent().unwrap_or(Path::new("/")), &name);
        for path in self.listed.iter().chain([&likely]) {
            if self.claims.claim(path, self.id) {
                remove_if_ours(path, &self.url);
            }
        }
    }
}

/// Whether `part` is what `known` says, as far as that says anything; none if `stop` came first. Blocks.
fn is_what_was_finished(
    part: &PartFile,
    size: u64,
    known: &Known,
    stop: &CancellationToken,
) -> Result<Option<bool>, Failure> {
    let Some(hashes) = &known.hashes else { return Ok(Some(size == known.size)) };
    if size != known.size {
        return Ok(Some(false));
    }
    let mut same = true;
    let reading = Reading { at: &|_| {}, stop };
    let read = each_block(part.file(), hashes, size, &reading, |_, _, good| {
        same &= good;
        Ok(())
    })?;
    Ok(read.map(|()| same))
}

/// Gives `part` the name of the damaged file, or the next free one like it if that is not the one that was read. Blocks.
fn place(
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
    let marked = std::fs::File::open(path).map_err(|error| failure_of(&error, path))?;
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

/// Removes the part file at `path` if it is of the request for `url` and nobody works on it.
fn remove_if_ours(path: &Path, url: &str) {
    if let Ok(Found::Free(part, label)) = PartFile::find(path)
        && let Some(held) = Held::of(part, label, url, None)
    {
        remove(held.part.path());
    }
}

fn remove(path: &Path) {
    if let Err(error) = std::fs::remove_file(path) {
        tracing::warn!(%error, "a part file stays");
    }
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
