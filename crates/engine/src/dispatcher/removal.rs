//! Taking downloads off the list: first their transfer ends, then their file has its fate, then their row goes.

use haul_core::{Download, DownloadId, Event, FileFate, Rest};
use std::collections::{BTreeMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};
use tokio::task::JoinSet;

use super::{Dispatcher, Reply};
use crate::EngineError;

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
    /// Whose transfer has not ended yet.
    running: HashSet<DownloadId>,
    /// Whose file has not had its fate yet.
    open: HashSet<DownloadId>,
    removed: Vec<DownloadId>,
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

    /// Whether somebody wants `id` removed, and it has not come to that yet.
    pub fn cover(&self, id: DownloadId) -> bool {
        self.requests.values().any(|request| request.open.contains(&id))
    }
}

impl Dispatcher {
    /// Before the list is closed: a file that is gone must not leave a row that would fetch it again.
    pub(super) async fn finish_removals(&mut self) {
        while let Some(fate) = self.removals.next().await {
            self.removed(fate).await;
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
            self.list.hold(*id);
        }
        let resting: Vec<_> = ids.iter().filter(|id| !running.contains(id)).copied().collect();
        let open = ids.into_iter().collect();
        self.removals
            .requests
            .insert(number, Request { fate, running, open, removed: Vec::new(), error: None, reply });
        if !resting.is_empty() {
            self.decide_fates(number, &resting).await;
        }
        self.close_if_done(number);
    }

    /// The transfer of `id` ended: if somebody wants it removed, its file is next.
    pub(super) async fn transfer_ended(&mut self, id: DownloadId) {
        let waiting = self
            .removals
            .requests
            .iter_mut()
            .filter_map(|(number, request)| request.running.remove(&id).then_some(*number));
        for number in waiting.collect::<Vec<_>>() {
            self.list.hold(id);
            self.decide_fates(number, &[id]).await;
        }
    }

    async fn decide_fates(&mut self, number: u64, ids: &[DownloadId]) {
        let Some(request) = self.removals.requests.get(&number) else { return };
        let fate = request.fate;
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
        self.removals.fates.spawn_blocking(move || {
            let carried_out = |paths: Vec<PathBuf>| paths.iter().try_for_each(|path| carry_out(fate, path));
            Fates {
                request: number,
                results: files.into_iter().map(|(id, paths)| (id, carried_out(paths))).collect(),
            }
        });
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
        match self.store.delete(&gone).await {
            Ok(deleted) => self.take_off(&deleted),
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
    }

    fn take_off(&mut self, ids: &[DownloadId]) {
        for id in ids {
            if !self.list.contains(*id) {
                self.list.remove_completed();
            }
            self.forget(*id);
            self.unsaved.remove(id);
        }
        self.checks.forget(ids);
    }

    fn close_if_done(&mut self, number: u64) {
        if !self.removals.requests.get(&number).is_some_and(|request| request.open.is_empty()) {
            return;
        }
        let Some(request) = self.removals.requests.remove(&number) else { return };
        if !request.removed.is_empty() {
            self.publish_live();
            self.tell(Event::Removed { ids: request.removed, counts: self.list.counts() });
        }
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
