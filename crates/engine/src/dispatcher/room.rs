//! Downloads that found the disk full, and go on by themselves once there is room for them.
//!
//! Each folder is asked on a thread of its own, and nobody waits for it: a network drive may not answer for minutes, and is not
//! asked again before it has.

use haul_core::{DownloadId, Failure, LogEntry, Resting};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::Instant;

use super::Dispatcher;
use crate::files;

/// How often is looked, as long as any wait.
const EVERY: Duration = Duration::from_secs(5);
/// What was told that there is room, and found none (a quota, no more names), is told so ever more rarely, down to this.
const RAREST: Duration = Duration::from_secs(600);
/// Folders that are asked at once.
const FOLDERS: usize = 16;
/// Must be free for what did not say how much it needs.
const SOME: u64 = 16 << 20;

/// Who waits for room, and what was given to those that went on.
#[derive(Debug, Default)]
pub struct Room {
    waiting: BTreeMap<DownloadId, Want>,
    given: BTreeMap<DownloadId, Given>,
    looks: JoinSet<Looked>,
    /// Those that have not answered yet.
    asked: HashSet<Arc<Path>>,
    /// Those that were asked first so far: more than can be asked at once take turns.
    turn: usize,
    look_at: Option<Instant>,
}

#[derive(Debug)]
struct Want {
    folder: Arc<Path>,
    needed: u64,
    /// How often it was told that there is room.
    told: u32,
    not_before: Instant,
}

/// Is not there for others while it may still be needed.
#[derive(Debug)]
struct Given {
    disk: u64,
    needed: u64,
    told: u32,
}

/// What a folder answered; none: it cannot say.
#[derive(Debug)]
pub struct Looked {
    folder: Arc<Path>,
    disk: Option<Disk>,
}

#[derive(Debug)]
struct Disk {
    number: u64,
    free: u64,
}

impl Room {
    /// A download rests, because of `failure` if there is one.
    pub fn note(&mut self, id: DownloadId, failure: Option<&Failure>) {
        let told = self.given.remove(&id).map_or(0, |given| given.told);
        let Some(Failure::DiskFull { folder, missing, needed }) = failure else {
            self.waiting.remove(&id);
            return;
        };
        let now = Instant::now();
        let needed = if *needed == 0 { SOME.max(*missing) } else { *needed };
        let wait = (EVERY * 2u32.saturating_pow(told)).min(RAREST);
        let want = Want { folder: folder.as_path().into(), needed, told, not_before: now + wait };
        self.waiting.insert(id, want);
        self.look_at.get_or_insert(now + EVERY);
    }

    /// When is to be looked next; none: nobody waits.
    pub fn look_at(&self) -> Option<Instant> {
        self.look_at
    }

    pub fn is_looking(&self) -> bool {
        !self.looks.is_empty()
    }

    /// The next answer. Cancel safe.
    pub async fn next(&mut self) -> Option<Looked> {
        loop {
            match self.looks.join_next().await? {
                Ok(looked) => return Some(looked),
                Err(error) => tracing::error!(%error, "a look at a disk failed"),
            }
        }
    }

    /// Asks the folders of those whose time it is.
    fn ask(&mut self, now: Instant) {
        let due = self.waiting.values().filter(|want| want.not_before <= now);
        let due: BTreeSet<&Arc<Path>> = due.map(|want| &want.folder).collect();
        let mut due: Vec<Arc<Path>> =
            due.into_iter().filter(|folder| !self.asked.contains(*folder)).cloned().collect();
        if due.is_empty() {
            return;
        }
        let first = self.turn % due.len();
        due.rotate_left(first);
        due.truncate(FOLDERS.saturating_sub(self.looks.len()));
        self.turn = first + due.len();
        for folder in due {
            self.asked.insert(folder.clone());
            self.looks.spawn_blocking(move || {
                let free = files::free_space(&folder);
                let disk = files::disk_of(&folder).zip(free).map(|(number, free)| Disk { number, free });
                Looked { folder, disk }
            });
        }
    }
}

impl Dispatcher {
    pub(super) fn look_for_room(&mut self) {
        // Whatever happened to them meanwhile, those that do not rest because of it do not wait for it.
        let rests =
            |id: &DownloadId, resting| self.list.get(*id).is_some_and(|entry| entry.resting == resting);
        self.room.waiting.retain(|id, _| rests(id, Resting::Failed));
        self.room.given.retain(|id, _| rests(id, Resting::Queued));
        let now = Instant::now();
        self.room.ask(now);
        self.room.look_at = (!self.room.waiting.is_empty()).then_some(now + EVERY);
    }

    /// Those that fit go on, in their order.
    pub(super) async fn give_room(&mut self, Looked { folder, disk }: Looked) {
        self.room.asked.remove(&folder);
        let Some(disk) = disk else { return };
        let taken = self.room.given.iter().filter(|(_, given)| given.disk == disk.number);
        let taken = taken.map(|(id, given)| self.still_needed(*id, given.needed)).sum();
        let mut left = disk.free.saturating_sub(taken);
        let now = Instant::now();
        let here =
            self.room.waiting.iter().filter(|(_, want)| want.folder == folder && want.not_before <= now);
        let here: Vec<DownloadId> = here.map(|(id, _)| *id).collect();
        let in_order = self.list.places(&here).into_iter().rev().flat_map(|place| place.ids);
        let fits = |id: &DownloadId| {
            let needed = self.room.waiting.get(id).map(|want| want.needed).filter(|needed| *needed <= left);
            left -= needed.unwrap_or(0);
            needed.is_some()
        };
        let fitting: Vec<DownloadId> = in_order.filter(fits).collect();
        let has_failed = |entry: super::Entry| entry.resting == Resting::Failed && !entry.is_held;
        match self.wish_because(&fitting, Resting::Queued, &LogEntry::RoomAgain, has_failed).await {
            Ok(went) => {
                for id in went {
                    let Some(Want { needed, told, .. }) = self.room.waiting.remove(&id) else { continue };
                    let given = Given { disk: disk.number, needed, told: told + 1 };
                    self.room.given.insert(id, given);
                }
            }
            // They still wait, and it is looked again.
            Err(error) => tracing::warn!(%error, "there is room, and that cannot be written down"),
        }
    }

    /// What a download that was given `needed` bytes has not written yet.
    fn still_needed(&self, id: DownloadId, needed: u64) -> u64 {
        let left =
            self.works.get(&id).and_then(|work| Some(work.task.meter.room_needed(work.download.size()?)));
        left.map_or(needed, |left| left.min(needed))
    }
}
