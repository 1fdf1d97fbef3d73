//! Downloads that get another name or folder. Whoever runs is stopped for it, waits meanwhile, and goes on where it was.
//!
//! A transfer knows its file by its place, and a copy to another disk must not be overtaken by it: so it rests. Where nothing is
//! copied that takes as long as one checkpoint.

use haul_core::{Check, Download, DownloadId, Failure, LogEntry, NotRelocated, NowAt, Relocated, Relocation};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

pub mod place;

use super::editing::kind_of;
use super::{Dispatcher, Reply};
use crate::EngineError;
use crate::files::blocking;
use crate::store::Durability;
use crate::transfer::relocating::{self, Means, Placed};
use place::{at, back_to, file_of, going};

/// Files that are copied at once: two would be in each other's way.
const AT_ONCE: usize = 1;
/// A disk that does not answer must not keep the engine from ending: the next start finds out where the file is.
const PATIENCE: Duration = Duration::from_secs(10);

/// Downloads on their way to another place.
pub struct Relocations {
    requests: BTreeMap<u64, Request>,
    next: u64,
    under_way: HashMap<DownloadId, UnderWay>,
    tasks: JoinSet<Step>,
    turns: Arc<Semaphore>,
}

/// One call.
struct Request {
    open: HashSet<DownloadId>,
    answer: Relocated,
    reply: Reply<Relocated>,
}

struct UnderWay {
    request: u64,
    wanted: Relocation,
    moved: Arc<AtomicU64>,
    /// As it was told last.
    told: u64,
    stop: CancellationToken,
    /// What comes of it, once the list knows.
    end: Option<Result<NowAt, Failure>>,
}

/// What was done to one file.
pub enum Step {
    /// It is at its new place as well, or stays where it is; none: it was stopped, or there is no file.
    Placed { id: DownloadId, outcome: Result<Option<Placed>, Failure> },
    /// It is at one place only.
    Left { id: DownloadId },
}

impl Default for Relocations {
    fn default() -> Self {
        Self {
            requests: BTreeMap::new(),
            next: 0,
            under_way: HashMap::new(),
            tasks: JoinSet::new(),
            turns: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

impl Relocations {
    pub fn is_idle(&self) -> bool {
        self.tasks.is_empty()
    }

    /// The next step that is done. Cancel safe.
    pub async fn next(&mut self) -> Option<Step> {
        loop {
            match self.tasks.join_next().await? {
                Ok(step) => return Some(step),
                Err(error) => tracing::error!(%error, "a move's task failed"),
            }
        }
    }

    pub fn cover(&self, id: DownloadId) -> bool {
        self.under_way.contains_key(&id)
    }

    /// Soon it stays where it is; whether it was on its way.
    pub fn stop(&self, id: DownloadId) -> bool {
        let under_way = self.under_way.get(&id);
        if let Some(under_way) = under_way {
            under_way.stop.cancel();
        }
        under_way.is_some()
    }
}

impl Dispatcher {
    pub(super) async fn relocate(&mut self, wanted: Vec<Relocation>, reply: Reply<Relocated>) {
        let wanted = match self.may_relocate(wanted).await {
            Ok(wanted) => wanted,
            // Whoever asked may have stopped waiting.
            Err(error) => return reply.send(Err(error)).unwrap_or_default(),
        };
        let number = self.relocations.next;
        self.relocations.next += 1;
        let open = wanted.iter().map(|wanted| wanted.id).collect();
        self.relocations.requests.insert(number, Request { open, answer: Relocated::default(), reply });
        for wanted in wanted {
            let id = wanted.id;
            let under_way = UnderWay {
                request: number,
                wanted,
                moved: Arc::default(),
                told: 0,
                stop: self.root.child_token(),
                end: None,
            };
            self.relocations.under_way.insert(id, under_way);
            self.list.change(id, |entry| entry.is_held = true);
            match self.works.get(&id) {
                Some(work) => work.task.stop.cancel(),
                None => self.begin_relocation(id).await,
            }
        }
        self.close_relocation_if_done(number);
    }

    /// Those that nobody else moves or removes just now.
    async fn may_relocate(&mut self, wanted: Vec<Relocation>) -> Result<Vec<Relocation>, EngineError> {
        for wanted in &wanted {
            let rejected = |failure| Err(EngineError::Rejected { failure });
            if wanted.name.as_ref().is_some_and(|name| name.trim().is_empty()) {
                return rejected(Failure::InvalidOption { option: "name".to_owned() });
            }
            if let Some(folder) = wanted.folder.as_ref().filter(|folder| !folder.is_absolute()) {
                return rejected(Failure::FolderMissing { folder: folder.clone() });
            }
        }
        let ids: Vec<DownloadId> = wanted.iter().map(|wanted| wanted.id).collect();
        let mut known: HashSet<DownloadId> = self.known(&ids).await?.into_iter().collect();
        known.retain(|id| !self.removals.cover(*id) && !self.relocations.cover(*id));
        self.checks.stop(&ids);
        Ok(wanted.into_iter().filter(|wanted| known.remove(&wanted.id)).collect())
    }

    /// Its transfer is over: if somebody wants it somewhere else, that is next.
    pub(super) async fn begin_relocation(&mut self, id: DownloadId) {
        let Some(under_way) = self.relocations.under_way.get(&id) else { return };
        let (moved, stop, wanted) =
            (under_way.moved.clone(), under_way.stop.clone(), under_way.wanted.clone());
        let download = self.read_one(id).await.ok().flatten();
        let going =
            download.ok_or(Failure::Internal).and_then(|download| going(&download, &wanted, moved, stop));
        let means = Means {
            store: self.store.clone(),
            claims: self.claims.clone(),
            turns: self.relocations.turns.clone(),
        };
        self.relocations.tasks.spawn(async move {
            let outcome = match going {
                Ok(Some(going)) => relocating::place(going, &means).await,
                Ok(None) => Ok(None),
                Err(failure) => Err(failure),
            };
            Step::Placed { id, outcome }
        });
    }

    pub(super) async fn relocation_went_on(&mut self, step: Step) {
        match step {
            Step::Placed { id, outcome } => self.placed(id, outcome).await,
            Step::Left { id } => self.end_relocation(id).await,
        }
    }

    /// The list knows the new place, and only then the file leaves the old one.
    async fn placed(&mut self, id: DownloadId, outcome: Result<Option<Placed>, Failure>) {
        let Some(under_way) = self.relocations.under_way.get(&id) else { return };
        let (wanted, is_stopped) = (under_way.wanted.clone(), under_way.stop.is_cancelled());
        let from = self.read_one(id).await.ok().flatten().and_then(|download| file_of(&download));
        let placed = outcome.as_ref().ok().cloned().flatten();
        let end = match outcome {
            Ok(None) if is_stopped => None,
            Ok(placed) => Some(self.take_place(&wanted, placed).await),
            Err(failure) => Some(Err(failure)),
        };
        let is_known = end.as_ref().is_some_and(Result::is_ok);
        if let Some(under_way) = self.relocations.under_way.get_mut(&id) {
            under_way.end = end;
        }
        let store = self.store.clone();
        self.relocations.tasks.spawn(async move {
            let settled = match (from, placed) {
                (Some(from), Some(Placed { path, .. })) if path != from => {
                    let settled = blocking(move || {
                        if is_known {
                            relocating::leave(&from, &path);
                        }
                        Ok(is_known || relocating::take_back(&from, &path))
                    });
                    settled.await.unwrap_or(false)
                }
                _ => true,
            };
            if settled && let Err(error) = store.forget_relocation(id).await {
                tracing::warn!(%error, "the next start looks where a file is");
            }
            Step::Left { id }
        });
    }

    async fn take_place(&mut self, wanted: &Relocation, placed: Option<Placed>) -> Result<NowAt, Failure> {
        let internal = |error: sqlx::Error| {
            tracing::error!(%error, "a move is not written down");
            Failure::Internal
        };
        let id = wanted.id;
        let before = self.read_one(id).await.map_err(internal)?.ok_or(Failure::Internal)?;
        let mut download = at(&before, wanted, placed.as_ref());
        download.kind = kind_of(&self.sorter.kinds, &download);
        self.store.save(std::slice::from_ref(&download)).await.map_err(internal)?;
        self.store.note_folder(&download).await;
        self.unsaved.remove(&id);
        self.ahead.remove(&id);
        let path = file_of(&download).unwrap_or_else(|| download.folder.join(&download.name));
        self.note_log(id, LogEntry::Relocated { path: path.with_file_name(&download.name) });
        Ok(NowAt { folder: download.folder.clone(), name: download.name, back: back_to(&before) })
    }

    async fn end_relocation(&mut self, id: DownloadId) {
        let Some(under_way) = self.relocations.under_way.remove(&id) else { return };
        self.checks.forget_moving(id);
        self.list.change(id, |entry| entry.is_held = false);
        if let Ok(Some(download)) = self.read_one(id).await {
            self.keep_claims(&download);
            self.tell_relocation(&download);
        }
        // Whoever hears of it may look into the log.
        self.write_notes(Durability::Quick).await;
        let number = under_way.request;
        if let Some(request) = self.relocations.requests.get_mut(&number) {
            request.open.remove(&id);
            match under_way.end {
                Some(Ok(now)) => request.answer.done.push(now),
                Some(Err(failure)) => request.answer.failed.push(NotRelocated { id, failure }),
                None => {}
            }
        }
        self.close_relocation_if_done(number);
        // Whoever wants it removed waited for this.
        self.remove_ended(id).await;
    }

    /// The one that it has, and no names that were tried for it.
    fn keep_claims(&self, download: &Download) {
        self.claims.release(download.id);
        if let (false, Some(part)) = (download.rest.is_completed(), &download.part) {
            self.claims.claim(part, download.id);
        }
    }

    /// How far those are that are copied.
    pub(super) async fn tell_relocations(&mut self) {
        let mut changed = Vec::new();
        for (id, under_way) in &mut self.relocations.under_way {
            let moved = under_way.moved.load(Ordering::Relaxed);
            if moved != under_way.told {
                under_way.told = moved;
                changed.push((*id, moved));
            }
        }
        for (id, moved) in changed {
            self.checks.set(id, Check::Moving { moved });
            if let Ok(Some(download)) = self.read_one(id).await {
                self.tell_relocation(&download);
            }
        }
    }

    fn tell_relocation(&mut self, download: &Download) {
        if download.rest.is_completed() {
            let row = self.completed_row(download);
            self.completed_rows.insert(download.id, row);
        } else {
            self.changed.insert(download.id);
        }
    }

    fn close_relocation_if_done(&mut self, number: u64) {
        if !self.relocations.requests.get(&number).is_some_and(|request| request.open.is_empty()) {
            return;
        }
        let Some(request) = self.relocations.requests.remove(&number) else { return };
        // Whoever asks after the answer must find it true.
        self.publish_live();
        request.reply.send(Ok(request.answer)).unwrap_or_default();
    }

    /// Before the list is closed: those that were told to stop, and those that have not left their old place.
    pub(super) async fn finish_relocations(&mut self) {
        while !self.relocations.is_idle() {
            match timeout(PATIENCE, self.relocations.next()).await {
                Ok(Some(step)) => self.relocation_went_on(step).await,
                Ok(None) => {}
                Err(_) => {
                    tracing::warn!("a disk does not answer: what was to be moved stays where it is");
                    return self.relocations.tasks.abort_all();
                }
            }
        }
    }
}
