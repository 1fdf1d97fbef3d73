//! The unfinished downloads as the dispatcher keeps them: a few bytes each, because most of them merely wait. All else
//! about those is in the store and read when it is needed.

use haul_core::queue::Queue;
use haul_core::{Counts, DownloadId, Move, Place, Resting};
use std::collections::HashMap;

/// What is always known of an unfinished download.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Where it rests, or what the user wished for while it is at work.
    pub resting: Resting,
    /// A transfer works on it, or did and its end is not written down yet.
    pub at_work: bool,
    /// Its next start throws away what is there.
    pub start_over: bool,
}

/// All unfinished downloads in queue order, counted at each change and not when somebody asks.
#[derive(Debug, Default)]
pub struct List {
    entries: HashMap<DownloadId, Entry>,
    queue: Queue,
    counts: Counts,
}

impl List {
    /// A list of nothing unfinished, beside so many completed downloads.
    pub fn beside(completed: u32) -> Self {
        Self { counts: Counts { completed, ..Counts::default() }, ..Self::default() }
    }

    pub fn insert(&mut self, id: DownloadId, position: i64, resting: Resting) {
        self.remove(id);
        let entry = Entry { resting, at_work: false, start_over: false };
        *counter(&mut self.counts, entry) += 1;
        self.entries.insert(id, entry);
        self.queue.insert(id, position);
        self.queue.set_waiting(id, resting == Resting::Queued);
    }

    /// Where it was, if nobody stands there now. Tells every position that is different from what is known.
    pub fn put_back(&mut self, id: DownloadId, position: i64, resting: Resting) -> Vec<(DownloadId, i64)> {
        self.remove(id);
        let changed = self.queue.put_back(id, position);
        let position = self.queue.position(id).unwrap_or(position);
        self.insert(id, position, resting);
        changed
    }

    pub fn remove(&mut self, id: DownloadId) {
        if let Some(entry) = self.entries.remove(&id) {
            *counter(&mut self.counts, entry) -= 1;
            self.queue.remove(id);
        }
    }

    pub fn get(&self, id: DownloadId) -> Option<Entry> {
        self.entries.get(&id).copied()
    }

    pub fn contains(&self, id: DownloadId) -> bool {
        self.entries.contains_key(&id)
    }

    /// Changes an entry, and with it whether it waits for a slot.
    pub fn change(&mut self, id: DownloadId, change: impl FnOnce(&mut Entry)) {
        let Some(entry) = self.entries.get_mut(&id) else { return };
        *counter(&mut self.counts, *entry) -= 1;
        change(entry);
        *counter(&mut self.counts, *entry) += 1;
        self.queue.set_waiting(id, entry.resting == Resting::Queued && !entry.at_work);
    }

    pub fn set_resting(&mut self, id: DownloadId, resting: Resting) {
        self.change(id, |entry| entry.resting = resting);
    }

    /// Keeps `id` from starting until it is changed again.
    pub fn hold(&mut self, id: DownloadId) {
        self.queue.set_waiting(id, false);
    }

    /// Those that rest at `resting`, in queue order.
    pub fn resting(&self, resting: Resting) -> Vec<DownloadId> {
        self.queue.ids().filter(|id| self.get(*id).is_some_and(|entry| entry.resting == resting)).collect()
    }

    pub fn counts(&self) -> Counts {
        let Counts { all: _, running, queued, paused, failed, completed } = self.counts;
        Counts { all: running + queued + paused + failed + completed, ..self.counts.clone() }
    }

    pub fn add_completed(&mut self) {
        self.counts.completed += 1;
    }

    pub fn remove_completed(&mut self) {
        self.counts.completed = self.counts.completed.saturating_sub(1);
    }

    /// See [`Queue::next`].
    pub fn next(&self, running: usize, slots: usize) -> Option<DownloadId> {
        self.queue.next(running, slots)
    }

    /// See [`Queue::waiting`].
    pub fn waiting(&self) -> impl Iterator<Item = DownloadId> + '_ {
        self.queue.waiting()
    }

    /// See [`Queue::ends`].
    pub fn ends(&self) -> impl Iterator<Item = i64> + use<> {
        self.queue.ends()
    }

    /// See [`Queue::places`].
    pub fn places(&self, ids: &[DownloadId]) -> Vec<Place> {
        self.queue.places(ids)
    }

    /// See [`Queue::rearrange`].
    pub fn rearrange(&mut self, places: &[Place]) -> Vec<(DownloadId, i64)> {
        self.queue.rearrange(places)
    }

    /// See [`Queue::place`].
    pub fn place(&mut self, ids: &[DownloadId], to: Move) -> Vec<(DownloadId, i64)> {
        self.queue.place(ids, to)
    }
}

fn counter(counts: &mut Counts, entry: Entry) -> &mut u32 {
    match (entry.resting, entry.at_work) {
        (Resting::Queued, true) => &mut counts.running,
        (Resting::Queued, false) => &mut counts.queued,
        (Resting::Paused, _) => &mut counts.paused,
        (Resting::Failed, _) => &mut counts.failed,
    }
}
