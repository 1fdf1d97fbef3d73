//! A finished file that is damaged, made good: what is good of it is copied to a part file, the ordinary transfer fetches the
//! rest, and the two change places once the whole is proven to be what was finished once.
//!
//! The damaged file is never written to. Blocks fetched into it would be right, each by itself; but should the server stop
//! in between, somebody's own changes and the server's bytes would be a mixture that is neither. So it stays as it is until
//! the other is whole and on disk, and if it was changed or replaced meanwhile, or the file system cannot exchange two names,
//! it keeps its name and the other gets the next free one.

mod placing;
mod preparing;

use haul_core::{Activity, Compared, Failure, Finding, LogEntry, Resource};
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::checksum::{self, Counted};
use super::finish::refuse_damage;
use super::finished::{Known, Reading, each_block};
use super::leftover;
use super::part_file::PartFile;
use super::{Halt, Report, Transfer, origin};
use crate::files::{blocking, failure_of};
use placing::place;
use preparing::{Looked, Preparing};

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
        self.meter.set_activity(Activity::Verifying { compared: None });
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
            part_name: self.settings.borrow().part_name,
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
                    repair.seen = Some(*seen);
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

    /// Puts `part`, whole and on disk, in the place of the damaged file. `proven`: it has the checksum that the person gave.
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
            self.meter.set_activity(Activity::Verifying { compared: None });
            let (reader, known, stop) = (part.clone(), known.clone(), self.stop.clone());
            let meter = self.meter.clone();
            let look = move || {
                let at = |compared| meter.set_compared(compared);
                is_what_was_finished(&reader, size, &known, &Reading { at: &at, stop: &stop })
            };
            match blocking(look).await? {
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
        let is_marked = self.settings.borrow().mark_origin;
        let placed = blocking({
            let path = path.clone();
            move || {
                if is_marked {
                    origin::mark(part.file(), Some(part.path()), &url);
                }
                place(&part, size, &path, seen.and_then(|seen| seen.metadata), &url, &resource)
            }
        });
        let placed = placed.await?;
        self.meter.set_hashes(hashes);
        let bytes = repair.seen.as_ref().map_or(size, |seen| seen.damaged);
        self.log(LogEntry::Repaired { bytes }).await;
        if placed != path {
            let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            self.log(LogEntry::Numbered { wanted: name(&path), name: name(&placed) }).await;
        }
        Ok(placed)
    }

    /// Nothing is left of a repair that failed but the damaged file.
    pub(super) async fn give_up_repair(&self) {
        let Some(part) = self.download.part.clone().filter(|_| self.repair.is_some()) else { return };
        let url = self.download.url.clone();
        let removed = blocking(move || {
            leftover::remove(&part, &url, None);
            Ok(())
        });
        if let Err(failure) = removed.await {
            tracing::warn!(id = %self.download.id, %failure, "a part file stays");
        }
    }
}

/// Whether `part` is what `known` says, by its hashes or else by its checksum; none if it was stopped before. Blocks.
fn is_what_was_finished(
    part: &PartFile,
    size: u64,
    known: &Known,
    reading: &Reading<'_>,
) -> Result<Option<bool>, Failure> {
    if size != known.size {
        return Ok(Some(false));
    }
    let Some(hashes) = &known.hashes else {
        let Some(expected) = &known.checksum else { return Ok(Some(false)) };
        let hex = {
            let compared = Compared { algorithm: Some(expected.algorithm), read: 0 };
            let counted = Counted { file: part.reader(size)?, compared, at: reading.at };
            checksum::hex_of(expected.algorithm, counted, reading.stop)
        };
        let hex = hex.map_err(|error| failure_of(&error, part.path()))?;
        return Ok(hex.map(|hex| expected.matches(&hex)));
    };
    let mut same = true;
    let read = each_block(part.file(), hashes, size, reading, |_, _, good| {
        same &= good;
        Ok(())
    })?;
    Ok(read.map(|()| same))
}

fn remove(path: &Path) {
    if let Err(error) = std::fs::remove_file(path) {
        tracing::warn!(%error, "a part file stays");
    }
}
