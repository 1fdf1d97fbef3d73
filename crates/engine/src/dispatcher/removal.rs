//! Taking downloads off the list: first their transfer ends, then their file has its fate, then their row goes.
//!
//! Rows go a portion at a time, so that whoever removes a hundred thousand keeps nobody else waiting. They are kept for a day
//! (see `restoring`), unless their file was deleted.

use haul_core::{Download, DownloadId, Event, FileFate, Rest};
use std::collections::{BTreeMap, HashSet, VecDeque};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout};

use super::{Dispatcher, Reply};
use crate::EngineError;
use crate::clock::now;
use crate::files::SILENT;
use crate::store::Durability;

/// Rows that go in one turn of the dispatcher.
pub(super) const PORTION: usize = 250;
/// So often it is told what is gone by now.
const TOLD_EVERY: Duration = Duration::from_millis(250);

/// How long a disk may take for one download's files.
const PATIENCE: Duration = Duration::from_secs(10);

/// Removals under way.
#[derive(Default)]
pub struct Removals {
    requests: BTreeMap<u64, Request>,
    next: u64,
    fates: JoinSet<Fates>,
}

/// One call of `remove`.
struct Request {
    fate: FileFate,
    /// Whose transfer, or way to another place, has not ended yet.
    running: HashSet<DownloadId>,
    /// Whose turn has not come.
    waiting: VecDeque<DownloadId>,
    /// Whose file has not had its fate yet.
    open: HashSet<DownloadId>,
    /// What is gone and was not told of.
    removed: Vec<DownloadId>,
    told: Instant,
    error: Option<EngineError>,
    reply: Reply,
}

/// What became of the files of one request, or of some of them.
pub struct Fates {
    request: u64,
    results: Vec<(DownloadId, Result<(), EngineError>)>,
}

impl Removals {
    pub fn is_idle(&self) -> bool {
        self.fates.is_empty()
    }

    /// The next files whose fates are done. Cancel safe.
    pub async fn next(&mut self) -> Option<Fates> {
        loop {
            match self.fates.join_next().await? {
                Ok(fates) => return Some(fates),
                Err(error) => tracing::error!(%error, "a removal's task failed"),
            }
        }
    }

    /// Whether some wait for their turn, and it has come.
    pub fn is_due(&self) -> bool {
        self.fates.is_empty() && self.requests.values().any(|request| !request.waiting.is_empty())
    }

    /// Whether somebody wants `id` removed, and it has not come to that yet.
    pub fn cover(&self, id: DownloadId) -> bool {
        self.requests.values().any(|request| request.open.contains(&id))
    }
}

impl Dispatcher {
    /// Before the list is closed: a file that is gone must not leave a row that would fetch it again.
    pub(super) async fn finish_removals(&mut self) {
        loop {
            if self.removals.is_due() {
                self.remove_some().await;
            } else if let Some(fates) = self.removals.next().await {
                self.removed(fates).await;
            } else {
                return;
            }
        }
    }

    pub(super) async fn remove(&mut self, ids: Vec<DownloadId>, fate: FileFate, reply: Reply) {
        let ids = match self.known(&ids).await {
            Ok(ids) => ids,
            Err(error) => return reply.send(Err(error)).unwrap_or_default(),
        };
        let number = self.removals.next;
        self.removals.next += 1;
        self.checks.stop(&ids);
        let mut running = HashSet::new();
        for id in &ids {
            if let Some(work) = self.works.get(id) {
                work.task.stop.cancel();
                running.insert(*id);
            }
            if self.relocations.stop(*id) {
                running.insert(*id);
            }
            self.list.hold(*id);
        }
        let waiting: VecDeque<_> = ids.iter().filter(|id| !running.contains(id)).copied().collect();
        let is_small = waiting.len() <= PORTION;
        let request = Request {
            fate,
            running,
            waiting,
            open: ids.into_iter().collect(),
            removed: Vec::new(),
            told: Instant::now(),
            error: None,
            reply,
        };
        self.removals.requests.insert(number, request);
        if is_small {
            self.remove_some_of(number).await;
        }
        self.close_if_done(number);
    }

    /// The next portion of those that rest.
    pub(super) async fn remove_some(&mut self) {
        let mut requests = self.removals.requests.iter();
        let due = requests.find(|(_, request)| !request.waiting.is_empty()).map(|(number, _)| *number);
        if let Some(number) = due {
            self.remove_some_of(number).await;
            self.close_if_done(number);
        }
    }

    async fn remove_some_of(&mut self, number: u64) {
        let Some(request) = self.removals.requests.get_mut(&number) else { return };
        let count = request.waiting.len().min(PORTION);
        let ids: Vec<DownloadId> = request.waiting.drain(..count).collect();
        if !ids.is_empty() {
            self.decide_fates(number, &ids).await;
        }
    }

    /// The transfer of `id` ended: if somebody wants it moved or removed, its file is next.
    pub(super) async fn transfer_ended(&mut self, id: DownloadId) {
        if self.relocations.cover(id) {
            self.begin_relocation(id).await;
        } else {
            self.remove_ended(id).await;
        }
    }

    /// Nothing happens to `id` any more: if somebody wants it removed, its file is next.
    pub(super) async fn remove_ended(&mut self, id: DownloadId) {
        let waiting = self
            .removals
            .requests
            .iter_mut()
            .filter_map(|(number, request)| request.running.remove(&id).then_some(*number));
        for number in waiting.collect::<Vec<_>>() {
            self.list.hold(id);
            self.decide_fates(number, &[id]).await;
            self.close_if_done(number);
        }
    }

    async fn decide_fates(&mut self, number: u64, ids: &[DownloadId]) {
        let Some(request) = self.removals.requests.get(&number) else { return };
        let fate = request.fate;
        if fate == FileFate::Keep {
            // Nothing happens to the files.
            let results = ids.iter().map(|id| (*id, Ok(()))).collect();
            return self.note_fates(Fates { request: number, results }).await;
        }
        let downloads = match self.read(ids).await {
            Ok(downloads) => downloads,
            Err(error) => {
                let error = EngineError::from(error);
                let results = ids.iter().map(|id| (*id, Err(error.clone()))).collect();
                return self.note_fates(Fates { request: number, results }).await;
            }
        };
        let mut files: BTreeMap<DownloadId, Vec<PathBuf>> = ids.iter().map(|id| (*id, Vec::new())).collect();
        files.extend(downloads.iter().map(|download| (download.id, files_of(download))));
        self.removals.fates.spawn(carry_out_all(number, fate, files));
    }

    pub(super) async fn removed(&mut self, fates: Fates) {
        let number = fates.request;
        self.note_fates(fates).await;
        self.close_if_done(number);
    }

    /// Files had their fates: now the rows go too, or stay where the file did.
    async fn note_fates(&mut self, Fates { request: number, results }: Fates) {
        let (mut gone, mut kept) = (Vec::new(), Vec::new());
        for (id, result) in results {
            match result {
                Ok(()) => gone.push(id),
                Err(error) => kept.push((id, error)),
            }
        }
        let Some(request) = self.removals.requests.get(&number) else { return };
        let fate = request.fate;
        // Of a hundred thousand a power cut may bring some back.
        let is_last = request.open.len() <= gone.len() + kept.len();
        let durability = if is_last { Durability::Lasting } else { Durability::Quick };
        // What comes back is as it is now.
        self.write_notes(Durability::Quick).await;
        match self.store.set_aside(&gone, now(), fate, durability).await {
            Ok(deleted) => self.take_off(&deleted, fate),
            Err(error) => {
                let error = EngineError::from(error);
                kept.extend(gone.drain(..).map(|id| (id, error.clone())));
            }
        }
        for (id, _) in &kept {
            // It may start again.
            self.list.change(*id, |_| {});
            self.changed.insert(*id);
        }
        let Some(request) = self.removals.requests.get_mut(&number) else { return };
        for id in gone.iter().chain(kept.iter().map(|(id, _)| id)) {
            request.open.remove(id);
        }
        request.removed.extend(gone);
        if let Some((_, error)) = kept.into_iter().next() {
            request.error.get_or_insert(error);
        }
        if request.told.elapsed() > TOLD_EVERY {
            request.told = Instant::now();
            let ids = std::mem::take(&mut request.removed);
            self.tell_removed(ids);
        }
    }

    fn take_off(&mut self, ids: &[DownloadId], fate: FileFate) {
        for id in ids {
            if !self.list.contains(*id) {
                self.list.remove_completed();
            }
            // In memory only, so that it is there if it comes back.
            let secrets = self.secrets.get(id).filter(|_| fate != FileFate::Delete).cloned();
            self.forget(*id);
            if let Some(secrets) = secrets {
                Arc::make_mut(&mut self.secrets).insert(*id, secrets);
            }
            self.histories.forget(*id);
            self.unsaved.remove(id);
            self.completed_rows.remove(id);
        }
        self.checks.forget(ids);
        if fate != FileFate::Delete {
            self.restorations.expect_purge();
        }
    }

    fn tell_removed(&mut self, ids: Vec<DownloadId>) {
        if !ids.is_empty() {
            self.publish_live();
            self.tell(Event::Removed { ids, counts: self.list.counts() });
        }
    }

    fn close_if_done(&mut self, number: u64) {
        if !self.removals.requests.get(&number).is_some_and(|request| request.open.is_empty()) {
            return;
        }
        let Some(request) = self.removals.requests.remove(&number) else { return };
        self.tell_removed(request.removed);
        // Whoever asked may have stopped waiting.
        request.reply.send(request.error.map_or(Ok(()), Err)).unwrap_or_default();
    }
}

/// The file of a download, finished or not; while it is repaired, the damaged one and the other.
fn files_of(download: &Download) -> Vec<PathBuf> {
    match &download.rest {
        Rest::Completed { path } => vec![path.clone()],
        Rest::Queued | Rest::Paused | Rest::Failed { .. } => {
            download.part.iter().chain(&download.replaces).cloned().collect()
        }
    }
}

/// One after the other; those that come after one whose disk does not answer stay.
async fn carry_out_all(request: u64, fate: FileFate, mut files: BTreeMap<DownloadId, Vec<PathBuf>>) -> Fates {
    let (sender, mut done) = mpsc::channel(PORTION);
    let todo = files.clone();
    // It goes on when nobody waits any more, but no further than to the end of what it is at.
    let _threads = tokio::task::spawn_blocking(move || {
        for (id, paths) in todo {
            let result = paths.iter().try_for_each(|path| carry_out(fate, path));
            if sender.blocking_send((id, result)).is_err() {
                return;
            }
        }
    });
    let mut results = Vec::with_capacity(files.len());
    while let Ok(Some((id, result))) = timeout(PATIENCE, done.recv()).await {
        files.remove(&id);
        results.push((id, result));
    }
    let silent = |paths: Vec<PathBuf>| EngineError::FileKept {
        path: paths.into_iter().next().unwrap_or_default(),
        reason: SILENT.to_owned(),
    };
    results.extend(files.into_iter().map(|(id, paths)| (id, Err(silent(paths)))));
    Fates { request, results }
}

/// Blocks. A file that is gone already had its fate.
fn carry_out(fate: FileFate, path: &Path) -> Result<(), EngineError> {
    let kept = |reason: String| EngineError::FileKept { path: path.to_owned(), reason };
    match fate {
        FileFate::Keep => Ok(()),
        FileFate::Trash if std::fs::symlink_metadata(path).is_err() => Ok(()),
        FileFate::Trash => trash::delete(path).map_err(|error| kept(error.to_string())),
        FileFate::Delete => match std::fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(kept(error.to_string())),
            _ => Ok(()),
        },
    }
}
