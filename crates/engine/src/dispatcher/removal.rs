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
    fates: JoinSet<Fate>,
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

/// What became of one file.
pub struct Fate {
    request: u64,
    id: DownloadId,
    result: Result<(), EngineError>,
}

impl Removals {
    pub fn is_idle(&self) -> bool {
        self.fates.is_empty()
    }

    /// The next file whose fate is done. Cancel safe.
    pub async fn next(&mut self) -> Option<Fate> {
        loop {
            match self.fates.join_next().await? {
                Ok(fate) => return Some(fate),
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
        let mut running = HashSet::new();
        for id in &ids {
            if let Some(task) = self.entries.get(id).and_then(|entry| entry.task.as_ref()) {
                task.stop.cancel();
                running.insert(*id);
            }
            self.queue.set_waiting(*id, false);
        }
        let resting: Vec<_> = ids.iter().filter(|id| !running.contains(id)).copied().collect();
        let open = ids.into_iter().collect();
        self.removals
            .requests
            .insert(number, Request { fate, running, open, removed: Vec::new(), error: None, reply });
        for id in resting {
            self.decide_fate(number, id).await;
        }
        self.close_if_done(number).await;
    }

    /// The transfer of `id` ended: if somebody wants it removed, its file is next.
    pub(super) async fn transfer_ended(&mut self, id: DownloadId) {
        let waiting = self
            .removals
            .requests
            .iter_mut()
            .filter_map(|(number, request)| request.running.remove(&id).then_some(*number));
        for number in waiting.collect::<Vec<_>>() {
            self.queue.set_waiting(id, false);
            self.decide_fate(number, id).await;
        }
    }

    async fn decide_fate(&mut self, number: u64, id: DownloadId) {
        let Some(request) = self.removals.requests.get(&number) else { return };
        let fate = request.fate;
        let stored = match self.entries.get(&id) {
            Some(entry) => Some(entry.download.clone()),
            None => self.store.download(id).await.ok().flatten(),
        };
        let path = stored.and_then(|download| file_of(&download));
        self.removals.fates.spawn_blocking(move || {
            let result = path.map_or(Ok(()), |path| carry_out(fate, &path));
            Fate { request: number, id, result }
        });
    }

    /// A file had its fate: now the row goes too, or stays if the file did.
    pub(super) async fn removed(&mut self, Fate { request: number, id, result }: Fate) {
        let result = match result {
            Ok(()) => self.store.delete(id).await.map_err(EngineError::from),
            Err(kept) => Err(kept),
        };
        let Some(request) = self.removals.requests.get_mut(&number) else { return };
        request.open.remove(&id);
        match result {
            Ok(was_there) => {
                request.removed.push(id);
                // Two may have asked for the same.
                if was_there && !self.entries.contains_key(&id) {
                    self.completed = self.completed.saturating_sub(1);
                }
                self.forget(id);
                self.unsaved.remove(&id);
            }
            Err(error) => {
                request.error.get_or_insert(error);
                let rest = self.entries.get(&id).map(|entry| entry.download.rest.clone());
                if let Some(rest) = rest {
                    self.set_rest(id, rest);
                }
            }
        }
        self.close_if_done(number).await;
    }

    async fn close_if_done(&mut self, number: u64) {
        if !self.removals.requests.get(&number).is_some_and(|request| request.open.is_empty()) {
            return;
        }
        let Some(request) = self.removals.requests.remove(&number) else { return };
        if !request.removed.is_empty() {
            self.tell(Event::Removed { ids: request.removed, counts: self.counts() });
        }
        // Whoever asked may have stopped waiting.
        request.reply.send(request.error.map_or(Ok(()), Err)).unwrap_or_default();
    }
}

/// The file of a download, finished or not.
fn file_of(download: &Download) -> Option<PathBuf> {
    match &download.rest {
        Rest::Completed { path } => Some(path.clone()),
        Rest::Queued | Rest::Paused | Rest::Failed { .. } => download.part.clone(),
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
