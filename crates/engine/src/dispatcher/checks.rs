//! Finished files that are read again, and what was found; and what follows if they are to be made good.
//!
//! They stay "completed" meanwhile: no slot is taken and nobody waits for them. What was found is kept until the engine is
//! closed; the log has it longer. To make one good takes a transfer, so that one is queued like any other.

use haul_core::{Check, Compared, Download, DownloadId, DownloadRow, Finding, LogEntry, Rest, Resting};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::report::SAVE_AGAIN;
use super::{Dispatcher, Reply};
use crate::EngineError;
use crate::files::blocking;
use crate::store::{Durability, Store, row_of};
use crate::transfer::finished::{self, Known, Reading};
use crate::transfer::repair::Repair;

/// Files that are read at once: one keeps a disk busy.
const AT_ONCE: usize = 1;

/// Finished files that are read again, and what was found.
pub struct Checks {
    known: Arc<HashMap<DownloadId, Check>>,
    under_way: HashMap<DownloadId, UnderWay>,
    readers: JoinSet<Checked>,
    turns: Arc<Semaphore>,
}

/// One that is being read, or waits for its turn.
struct UnderWay {
    download: Arc<Download>,
    /// Written by its reader, for a few instructions at a time.
    compared: Arc<Mutex<Compared>>,
    stop: CancellationToken,
    /// Where a person found it, and who waits to hear whether it is the one.
    found: Option<(PathBuf, Reply<Option<Finding>>)>,
}

/// What was found; none: it was stopped.
pub struct Checked {
    id: DownloadId,
    finding: Option<Finding>,
}

impl Default for Checks {
    fn default() -> Self {
        let turns = Arc::new(Semaphore::new(AT_ONCE));
        Self { known: Arc::default(), under_way: HashMap::new(), readers: JoinSet::new(), turns }
    }
}

impl Checks {
    pub fn is_idle(&self) -> bool {
        self.readers.is_empty()
    }

    /// The next that was read. Cancel safe.
    pub async fn next(&mut self) -> Option<Checked> {
        loop {
            match self.readers.join_next().await? {
                Ok(checked) => return Some(checked),
                Err(error) => tracing::error!(%error, "a check's task failed"),
            }
        }
    }

    /// Waits for those that were told to stop.
    pub async fn finish(&mut self) {
        while self.next().await.is_some() {}
    }

    pub fn all(&self) -> Arc<HashMap<DownloadId, Check>> {
        self.known.clone()
    }

    /// Those of `ids` that are being read are not any more, soon.
    pub fn stop(&self, ids: &[DownloadId]) {
        for under_way in ids.iter().filter_map(|id| self.under_way.get(id)) {
            under_way.stop.cancel();
        }
    }

    /// Nothing is known of these any more.
    pub fn forget(&mut self, ids: &[DownloadId]) {
        self.stop(ids);
        if ids.iter().any(|id| self.known.contains_key(id)) {
            let known = Arc::make_mut(&mut self.known);
            ids.iter().for_each(|id| drop(known.remove(id)));
        }
    }

    /// It is not on its way to another place any more.
    pub fn forget_moving(&mut self, id: DownloadId) {
        if let Some(Check::Moving { .. }) = self.known.get(&id) {
            Arc::make_mut(&mut self.known).remove(&id);
        }
    }

    pub fn set(&mut self, id: DownloadId, check: Check) {
        Arc::make_mut(&mut self.known).insert(id, check);
    }

    pub fn is_under_way(&self, id: DownloadId) -> bool {
        self.under_way.contains_key(&id)
    }

    /// Has the file at `path` read in place of the one that `download` had.
    pub fn begin_at(
        &mut self,
        download: Arc<Download>,
        path: PathBuf,
        store: Store,
        stop: CancellationToken,
        reply: Reply<Option<Finding>>,
    ) {
        let id = download.id;
        self.begin(download, &path, store, stop);
        if let Some(under_way) = self.under_way.get_mut(&id) {
            under_way.found = Some((path, reply));
        }
    }

    fn begin(&mut self, download: Arc<Download>, path: &Path, store: Store, stop: CancellationToken) {
        let (id, path, turns) = (download.id, path.to_owned(), self.turns.clone());
        let compared = Arc::<Mutex<Compared>>::default();
        self.set(id, Check::Reading { compared: Compared::default() });
        self.under_way.insert(
            id,
            UnderWay {
                download: download.clone(),
                compared: compared.clone(),
                stop: stop.clone(),
                found: None,
            },
        );
        self.readers.spawn(async move {
            let _turn = tokio::select! {
                () = stop.cancelled() => return Checked { id, finding: None },
                turn = turns.acquire_owned() => turn,
            };
            let hashes = store.hashes(id).await.unwrap_or_else(|error| {
                tracing::warn!(%error, "hashes cannot be read");
                None
            });
            let known = Known::of(&download, hashes);
            let looked = blocking(move || {
                let at = |now| *compared.lock().unwrap_or_else(PoisonError::into_inner) = now;
                Ok(finished::look(&path, &known, &Reading { at: &at, stop: &stop }))
            });
            let finding = looked.await.unwrap_or_else(|failure| Some(Finding::Unreadable { failure }));
            Checked { id, finding }
        });
    }
}

impl Dispatcher {
    /// Has those of `ids` that are finished read.
    pub(super) async fn verify(&mut self, ids: &[DownloadId]) -> Result<(), EngineError> {
        for download in self.finished(ids).await? {
            let Rest::Completed { path } = download.rest.clone() else { continue };
            if !self.checks.under_way.contains_key(&download.id) {
                self.checks.begin(download.clone(), &path, self.store.clone(), self.root.child_token());
                self.tell_check(&download);
            }
        }
        // Whoever asks after the answer must find it true.
        self.publish_live();
        Ok(())
    }

    /// Queues those of `ids` that are finished, to take the place of what is damaged.
    pub(super) async fn repair(&mut self, ids: &[DownloadId]) -> Result<(), EngineError> {
        let mut queued = Vec::new();
        let mut positions = self.list.ends();
        for download in self.finished(ids).await? {
            let known = Known::of(&download, self.store.hashes(download.id).await?);
            let Rest::Completed { path } = download.rest.clone() else { continue };
            if known.is_nothing() {
                self.found(&download, Finding::Unknown).await;
                continue;
            }
            let mut download = Arc::unwrap_or_clone(download);
            (download.rest, download.replaces, download.received) = (Rest::Queued, Some(path), 0);
            download.position = positions.next().unwrap_or(i64::MAX);
            queued.push(download);
        }
        self.store.save_revived(&queued).await?;
        for Download { id, queue, position, .. } in queued {
            self.checks.forget(&[id]);
            self.unsaved.remove(&id);
            self.list.remove_completed();
            self.list.insert(id, (queue, position), Resting::Queued, None);
            self.note_log(id, LogEntry::Queued);
            self.changed.insert(id);
        }
        Ok(())
    }

    pub(super) async fn finished(&mut self, ids: &[DownloadId]) -> Result<Vec<Arc<Download>>, EngineError> {
        let mut ids = self.known(ids).await?;
        ids.retain(|id| {
            !self.list.contains(*id) && !self.removals.cover(*id) && !self.relocations.cover(*id)
        });
        Ok(self.read(&ids).await?)
    }

    /// What the transfer of `download` is to make good, if anything; none if that cannot be read just now.
    pub(super) async fn repair_of(&mut self, download: &Download) -> Option<Option<Repair>> {
        let Some(path) = download.replaces.clone() else { return Some(None) };
        let hashes = self.store.hashes(download.id).await;
        let Some(hashes) = self.check_store(hashes) else {
            self.save_again = Instant::now() + SAVE_AGAIN;
            return None;
        };
        Some(Some(Repair::of(path, Known::of(download, hashes))))
    }

    /// `download` lies where it did before, as it was when it was finished.
    pub(super) fn repaired(&mut self, download: &mut Download) {
        download.resource.get_or_insert_default().size = Some(download.received);
        download.part = None;
        self.checks.set(download.id, Check::Done { finding: Finding::Intact });
    }

    /// The damaged file of `download` is what there is.
    pub(super) fn not_repaired(&mut self, download: &mut Download, failure: haul_core::Failure) {
        let Some(path) = download.replaces.take() else { return };
        download.rest = Rest::Completed { path };
        download.received = download.size().unwrap_or(download.received);
        download.part = None;
        self.checks.set(download.id, Check::NotRepaired { failure: failure.clone() });
        self.note_log(download.id, LogEntry::NotRepaired { failure });
    }

    pub(super) async fn checked(&mut self, Checked { id, finding }: Checked) {
        let Some(UnderWay { download, found, .. }) = self.checks.under_way.remove(&id) else { return };
        if let Some((path, reply)) = found {
            return self.found_elsewhere(download, path, finding, reply).await;
        }
        // It may be off the list by now, or queued, or done with that.
        if let Some(Check::Reading { .. }) = self.checks.known.get(&id) {
            match finding {
                Some(finding) => self.found(&download, finding).await,
                None => self.checks.forget(&[id]),
            }
            self.tell_check(&download);
        }
    }

    async fn found(&mut self, download: &Download, finding: Finding) {
        self.note_log(download.id, LogEntry::Checked { finding: finding.clone() });
        // Whoever hears of it may look into the log.
        self.write_notes(Durability::Quick).await;
        self.checks.set(download.id, Check::Done { finding });
        self.tell_check(download);
    }

    /// How far those are that are being read.
    pub(super) fn tell_checks(&mut self) {
        let mut moved = Vec::new();
        for (id, under_way) in &self.checks.under_way {
            let compared = *under_way.compared.lock().unwrap_or_else(PoisonError::into_inner);
            let check = Check::Reading { compared };
            if self.checks.known.get(id).is_some_and(|before| *before != check) {
                moved.push((under_way.download.clone(), check));
            }
        }
        for (download, check) in moved {
            self.checks.set(download.id, check);
            self.tell_check(&download);
        }
    }

    pub(super) fn tell_check(&mut self, download: &Download) {
        let row = self.completed_row(download);
        self.completed_rows.insert(download.id, row);
    }

    pub(super) fn check_of(&self, id: DownloadId) -> Option<Check> {
        self.checks.known.get(&id).cloned()
    }

    /// A finished download as the list shows it.
    pub(super) fn completed_row(&self, download: &Download) -> DownloadRow {
        DownloadRow { check: self.check_of(download.id), ..row_of(download) }
    }
}
