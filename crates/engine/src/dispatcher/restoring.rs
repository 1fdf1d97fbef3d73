//! Removed downloads that somebody wants back: first their files are looked for, then their rows return, a portion at a time.
//! And those that nobody wanted back within a day: what was unfinished loses its part file then, and only then.

use haul_core::{Check, Download, DownloadId, Finding, QueueId, Rest, Restored};
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::time::{Duration, SystemTime};
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout};
use tokio_util::sync::CancellationToken;

use super::removal::PORTION;
use super::{Dispatcher, Reply};
use crate::EngineError;
use crate::clock::now;
use crate::files::SILENT;
use crate::recycled;
use crate::store::{Durability, Removed, Store};
use crate::transfer::claims::Claims;
use crate::transfer::leftover;

/// How long removed downloads are kept.
const KEPT: Duration = Duration::from_secs(24 * 3600);
/// How often is looked for those that are older.
const LOOK_EVERY: Duration = Duration::from_secs(3600);
/// Part files that are removed before anybody looks whether the engine is to end.
const AT_ONCE: u32 = 100;
/// How long the disks may take to say what lies on them, or in their trash.
const PATIENCE: Duration = Duration::from_secs(10);

/// Restorations under way, and the end of what was not restored.
pub struct Restorations {
    requests: BTreeMap<u64, Request>,
    next: u64,
    looks: JoinSet<Looked>,
    purges: JoinSet<Vec<DownloadId>>,
    /// None: nothing is kept that could become too old.
    purge_at: Option<Instant>,
}

/// One call of `restore`.
struct Request {
    /// Whose row is to come back, and whether their file is where it was.
    waiting: VecDeque<(DownloadId, bool)>,
    restored: Restored,
    reply: Reply<Restored>,
}

/// What was found of the files of one request.
pub struct Looked {
    request: u64,
    found: Result<Vec<(DownloadId, bool)>, EngineError>,
}

/// What happened beside the dispatcher.
pub enum Happened {
    Looked(Looked),
    Purged(Vec<DownloadId>),
}

impl Restorations {
    /// `is_lasting`: what was removed before this start may be there.
    pub fn new(is_lasting: bool) -> Self {
        Self {
            requests: BTreeMap::new(),
            next: 0,
            looks: JoinSet::new(),
            purges: JoinSet::new(),
            purge_at: is_lasting.then(Instant::now),
        }
    }

    pub fn is_idle(&self) -> bool {
        self.looks.is_empty() && self.purges.is_empty()
    }

    /// Whether some are to come back now.
    pub fn is_due(&self) -> bool {
        self.requests.values().any(|request| !request.waiting.is_empty())
    }

    /// When is looked for those that are too old; none: there are none.
    pub fn purge_at(&self) -> Option<Instant> {
        self.purge_at
    }

    /// Something is kept from now on.
    pub fn expect_purge(&mut self) {
        self.purge_at.get_or_insert_with(|| Instant::now() + LOOK_EVERY);
    }

    /// The next that is done. Cancel safe.
    pub async fn next(&mut self) -> Option<Happened> {
        loop {
            let joined = tokio::select! {
                Some(looked) = self.looks.join_next() => looked.map(Happened::Looked),
                Some(purged) = self.purges.join_next() => purged.map(Happened::Purged),
                else => return None,
            };
            match joined {
                Ok(happened) => return Some(happened),
                Err(error) => tracing::error!(%error, "a restoration's task failed"),
            }
        }
    }
}

impl Dispatcher {
    /// Puts removed downloads back on the list as they were.
    pub(super) fn restore(&mut self, ids: Vec<DownloadId>, reply: Reply<Restored>) {
        let number = self.restorations.next;
        self.restorations.next += 1;
        let request = Request { waiting: VecDeque::new(), restored: Restored::default(), reply };
        self.restorations.requests.insert(number, request);
        let store = self.store.clone();
        self.restorations.looks.spawn(async move {
            let mut looked = Looked { request: number, found: Ok(Vec::new()) };
            looked.found = look(&store, &ids).await;
            looked
        });
    }

    pub(super) async fn happened(&mut self, happened: Happened) {
        match happened {
            Happened::Looked(looked) => self.looked(looked).await,
            Happened::Purged(ids) => ids.iter().for_each(|id| self.forget_secrets(*id)),
        }
    }

    async fn looked(&mut self, Looked { request: number, found }: Looked) {
        match found {
            Ok(found) => {
                if let Some(request) = self.restorations.requests.get_mut(&number) {
                    request.waiting = found.into();
                    self.restore_some_of(number).await;
                }
            }
            Err(error) => {
                if let Some(request) = self.restorations.requests.remove(&number) {
                    // Whoever asked may have stopped waiting.
                    request.reply.send(Err(error)).unwrap_or_default();
                }
            }
        }
    }

    /// The next portion.
    pub(super) async fn restore_some(&mut self) {
        let mut requests = self.restorations.requests.iter();
        let due = requests.find(|(_, request)| !request.waiting.is_empty()).map(|(number, _)| *number);
        if let Some(number) = due {
            self.restore_some_of(number).await;
        }
    }

    async fn restore_some_of(&mut self, number: u64) {
        let Some(request) = self.restorations.requests.get_mut(&number) else { return };
        let count = request.waiting.len().min(PORTION);
        let some: Vec<(DownloadId, bool)> = request.waiting.drain(..count).collect();
        let is_last = request.waiting.is_empty();
        let durability = if is_last { Durability::Lasting } else { Durability::Quick };
        let ids: Vec<DownloadId> = some.iter().map(|(id, _)| *id).collect();
        let files: HashMap<DownloadId, bool> = some.into_iter().collect();
        let restored = match self.store.restore(&ids, durability).await {
            Ok(downloads) => self.take_back(downloads, &files).await,
            Err(error) => Err(error.into()),
        };
        match restored {
            Ok(some) => {
                let Some(request) = self.restorations.requests.get_mut(&number) else { return };
                let gone = ids.iter().filter(|id| !some.ids.contains(id));
                request.restored.gone.extend(gone);
                request.restored.ids.extend(some.ids);
                request.restored.without_file.extend(some.without_file);
                if is_last && let Some(request) = self.restorations.requests.remove(&number) {
                    // Whoever hears the answer must find it true.
                    self.tell_changes().await;
                    request.reply.send(Ok(request.restored)).unwrap_or_default();
                }
            }
            Err(error) => {
                if let Some(request) = self.restorations.requests.remove(&number) {
                    request.reply.send(Err(error)).unwrap_or_default();
                }
            }
        }
    }

    /// Takes what the store has again into the list.
    async fn take_back(
        &mut self,
        mut downloads: Vec<Download>,
        files: &HashMap<DownloadId, bool>,
    ) -> Result<Restored, EngineError> {
        let mut restored = Restored::default();
        let mut positions = HashMap::new();
        let mut changed = Vec::new();
        downloads.sort_by_key(|download| download.position);
        for mut download in downloads {
            let id = download.id;
            restored.ids.push(id);
            let is_there = files.get(&id).copied().unwrap_or(false);
            let lost = match download.rest.resting() {
                None => {
                    self.list.add_completed();
                    if !is_there {
                        self.checks.set(id, Check::Done { finding: Finding::Gone });
                    }
                    let row = self.completed_row(&download);
                    self.completed_rows.insert(id, row);
                    !is_there
                }
                Some(_) => {
                    let lost = !is_there || !self.may_go_on_with_its_part(&download);
                    if lost {
                        lose_part(&mut download);
                        changed.push(download.clone());
                    }
                    if let Some(resting) = download.rest.resting() {
                        // Its queue may be gone by now.
                        let queue =
                            self.queues.get(download.queue).map_or(QueueId::DEFAULT, |known| known.queue.id);
                        let place = (queue, download.position);
                        positions.extend(self.list.put_back(id, place, resting, download.starts));
                    }
                    self.room.note(id, download.rest.failure());
                    self.changed.insert(id);
                    lost
                }
            };
            if lost {
                restored.without_file.push(id);
            }
        }
        self.store.save(&changed).await?;
        let positions: Vec<(DownloadId, i64)> = positions.into_iter().collect();
        self.store.save_positions(&positions).await?;
        Ok(restored)
    }

    /// Another download that was added meanwhile may have gone on with it.
    fn may_go_on_with_its_part(&self, download: &Download) -> bool {
        download.part.as_ref().is_none_or(|part| self.claims.claim(part, download.id))
    }

    /// Looks for those that are too old, if it is time to.
    pub(super) fn purge(&mut self) {
        let kept = u64::try_from(KEPT.as_millis()).unwrap_or(u64::MAX);
        self.restorations.purge_at = Some(Instant::now() + LOOK_EVERY);
        let (store, claims, stop) = (self.store.clone(), self.claims.clone(), self.root.child_token());
        self.restorations.purges.spawn(purge(store, claims, now().saturating_sub(kept), stop));
    }

    /// Before the list is closed: what is back from the trash has a row again.
    pub(super) async fn finish_restorations(&mut self) {
        loop {
            if self.restorations.is_due() {
                self.restore_some().await;
            } else if let Some(happened) = self.restorations.next().await {
                self.happened(happened).await;
            } else {
                return;
            }
        }
    }
}

/// Nothing of it is there any more. It does not begin anew unasked: what took its part file may be the same download.
fn lose_part(download: &mut Download) {
    (download.part, download.received) = (None, 0);
    if download.rest == Rest::Queued {
        download.rest = Rest::Paused;
    }
}

/// Where the files of `ids` are; those from the trash are fetched. One that is not known any more is left out.
async fn look(store: &Store, ids: &[DownloadId]) -> Result<Vec<(DownloadId, bool)>, EngineError> {
    let removed = store.removed(ids).await?;
    let path = removed.first().and_then(|removed| removed.path.clone().or_else(|| removed.part.clone()));
    let bringing = tokio::task::spawn_blocking(move || recycled::bring_back(&removed));
    let known: HashMap<DownloadId, bool> = match timeout(PATIENCE, bringing).await {
        Ok(known) => known.unwrap_or_default(),
        // Whoever asks again once it answers finds what is back by then.
        Err(_) => {
            let (path, reason) = (path.unwrap_or_default(), SILENT.to_owned());
            return Err(EngineError::FileKept { path, reason });
        }
    };
    Ok(ids.iter().map(|id| (*id, known.get(id).copied().unwrap_or(false))).collect())
}

/// Forgets what was removed before `before`, and removes the part files that nobody else goes on with.
async fn purge(store: Store, claims: Claims, before: u64, stop: CancellationToken) -> Vec<DownloadId> {
    let mut forgotten = Vec::new();
    while !stop.is_cancelled() {
        let removed = match purge_some(&store, &claims, before).await {
            Ok(removed) if removed.is_empty() => break,
            Ok(removed) => removed,
            Err(error) => {
                tracing::warn!(%error, "what was removed stays for now");
                break;
            }
        };
        forgotten.extend(removed);
    }
    forgotten
}

async fn purge_some(store: &Store, claims: &Claims, before: u64) -> sqlx::Result<Vec<DownloadId>> {
    let removed = store.forget_removed(before, AT_ONCE).await?;
    let left: Vec<Removed> =
        removed.iter().filter(|removed| !removed.is_completed && !removed.is_trashed).cloned().collect();
    let urls: Vec<&str> = left.iter().map(|removed| removed.url.as_str()).collect();
    let wanted = store.wanted(&urls).await?;
    let left: Vec<Removed> = left.into_iter().filter(|removed| !wanted.contains(&removed.url)).collect();
    let claims = claims.clone();
    let done = tokio::task::spawn_blocking(move || left.iter().for_each(|left| remove_part(left, &claims)));
    if let Err(error) = done.await {
        tracing::error!(%error, "part files stay");
    }
    Ok(removed.into_iter().map(|removed| removed.id).collect())
}

/// Blocks.
fn remove_part(removed: &Removed, claims: &Claims) {
    let Some(part) = &removed.part else { return };
    if claims.claim(part, removed.id) {
        let since = SystemTime::UNIX_EPOCH + Duration::from_millis(removed.at);
        leftover::remove(part, &removed.url, Some(since));
        claims.release(removed.id);
    }
}
