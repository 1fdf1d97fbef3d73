//! The unfinished downloads as the dispatcher keeps them: a few bytes each, because most of them merely wait. All else
//! about those is in the store and read when it is needed.

use haul_core::order::Order;
use haul_core::{Counts, DownloadId, Move, Place, Priority, QueueId, Resting, Timestamp};
use std::collections::{BTreeSet, HashMap, HashSet};

use crate::transfer::keeping::OldPart;

/// The time of its own that a download has which a person started by hand.
pub const AT_ONCE: Timestamp = 0;

/// What is always known of an unfinished download.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Where it rests, or what the user wished for while it is at work.
    pub resting: Resting,
    /// A transfer works on it, or did and its end is not written down yet.
    pub at_work: bool,
    /// A transfer works on it now.
    pub has_slot: bool,
    /// It starts no transfer: something else happens to its file.
    pub is_held: bool,
    /// Its next start begins at byte 0, and this becomes of what is there.
    pub start_over: Option<OldPart>,
    /// When it starts whatever its queue says; [`AT_ONCE`]: by hand; none: when it is its turn.
    pub starts: Option<Timestamp>,
}

impl Entry {
    fn waits(&self) -> bool {
        self.resting == Resting::Queued && !self.at_work && !self.is_held
    }
}

/// All unfinished downloads in order, counted at each change and not when somebody asks.
#[derive(Debug, Default)]
pub struct List {
    entries: HashMap<DownloadId, Entry>,
    order: Order,
    /// Those that wait for a time of their own and not for their turn.
    timed: BTreeSet<(Timestamp, DownloadId)>,
    tallies: HashMap<QueueId, Tally>,
    counts: Counts,
    /// Queues in which somebody waits, or no longer does, since this was taken last.
    touched: HashSet<QueueId>,
}

/// What is counted of each queue.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    slots: u32,
    /// That are to be downloaded and are not yet.
    open: u32,
}

impl List {
    /// A list of nothing unfinished, beside so many completed downloads.
    pub fn beside(completed: u32) -> Self {
        Self { counts: Counts { completed, ..Counts::default() }, ..Self::default() }
    }

    pub fn insert(
        &mut self,
        id: DownloadId,
        (queue, position): (QueueId, i64),
        resting: Resting,
        starts: Option<Timestamp>,
    ) {
        self.remove(id);
        let starts = starts.filter(|_| resting == Resting::Queued);
        let entry =
            Entry { resting, at_work: false, has_slot: false, is_held: false, start_over: None, starts };
        self.entries.insert(id, entry);
        self.order.insert(id, position, queue);
        self.count(id, None, Some(entry));
    }

    /// Where it was, if nobody stands there now. Tells every position that is different from what is known.
    pub fn put_back(
        &mut self,
        id: DownloadId,
        (queue, position): (QueueId, i64),
        resting: Resting,
        starts: Option<Timestamp>,
    ) -> Vec<(DownloadId, i64)> {
        self.remove(id);
        let changed = self.order.put_back(id, position, queue);
        let position = self.order.position(id).unwrap_or(position);
        self.insert(id, (queue, position), resting, starts);
        self.touched.extend(changed.iter().filter_map(|(id, _)| self.order.queue(*id)));
        changed
    }

    pub fn remove(&mut self, id: DownloadId) {
        if let Some(entry) = self.entries.remove(&id) {
            self.count(id, Some(entry), None);
            self.order.remove(id);
        }
    }

    pub fn get(&self, id: DownloadId) -> Option<Entry> {
        self.entries.get(&id).copied()
    }

    pub fn contains(&self, id: DownloadId) -> bool {
        self.entries.contains_key(&id)
    }

    /// Changes an entry, and with it for what it waits.
    pub fn change(&mut self, id: DownloadId, change: impl FnOnce(&mut Entry)) {
        let Some(entry) = self.entries.get_mut(&id) else { return };
        let before = *entry;
        change(entry);
        let now = *entry;
        self.count(id, Some(before), Some(now));
    }

    /// What is no longer queued has no time to start at either.
    pub fn set_resting(&mut self, id: DownloadId, resting: Resting) {
        self.change(id, |entry| {
            entry.resting = resting;
            entry.starts = entry.starts.filter(|_| resting == Resting::Queued);
        });
    }

    fn count(&mut self, id: DownloadId, before: Option<Entry>, now: Option<Entry>) {
        let queue = self.order.queue(id).unwrap_or_default();
        let tally = self.tallies.entry(queue).or_default();
        if let Some(before) = before {
            *counter(&mut self.counts, before) -= 1;
            tally.slots -= u32::from(before.has_slot);
            tally.open -= u32::from(before.resting == Resting::Queued);
            self.timed.remove(&(before.starts.unwrap_or_default(), id));
        }
        let mut turn = false;
        if let Some(now) = now {
            *counter(&mut self.counts, now) += 1;
            tally.slots += u32::from(now.has_slot);
            tally.open += u32::from(now.resting == Resting::Queued);
            match now.starts {
                Some(starts) if now.waits() => {
                    self.timed.insert((starts, id));
                }
                Some(_) => {}
                None => turn = now.waits(),
            }
        }
        self.order.set_waiting(id, turn);
        self.touched.insert(queue);
    }

    /// Keeps `id` from starting until it is changed again.
    pub fn hold(&mut self, id: DownloadId) {
        let Some(entry) = self.entries.get(&id) else { return };
        self.timed.remove(&(entry.starts.unwrap_or_default(), id));
        self.order.set_waiting(id, false);
        self.touched.extend(self.order.queue(id));
    }

    /// Puts it into another queue, at the place that it has.
    pub fn set_queue(&mut self, id: DownloadId, queue: QueueId) {
        let Some(entry) = self.get(id) else { return };
        self.count(id, Some(entry), None);
        self.order.set_queue(id, queue);
        self.count(id, None, Some(entry));
    }

    /// Those that rest at `resting`, in order.
    pub fn resting(&self, resting: Resting) -> Vec<DownloadId> {
        self.order.ids().filter(|id| self.get(*id).is_some_and(|entry| entry.resting == resting)).collect()
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

    /// How many transfers of `queue` work.
    pub fn slots(&self, queue: QueueId) -> usize {
        self.tallies.get(&queue).map_or(0, |tally| tally.slots as usize)
    }

    /// Whether `queue` has none that is at work or waits.
    pub fn has_ended(&self, queue: QueueId) -> bool {
        self.tallies.get(&queue).is_none_or(|tally| tally.open == 0)
    }

    /// The first that has a time of its own, and when that is.
    pub fn first_timed(&self) -> Option<(Timestamp, DownloadId)> {
        self.timed.first().copied()
    }

    /// When the first of those starts whose time is later than `now`.
    pub fn first_timed_after(&self, now: Timestamp) -> Option<Timestamp> {
        self.timed.range((now + 1, DownloadId(0))..).next().map(|(starts, _)| *starts)
    }

    /// Those that have a time of their own, the earliest first.
    pub fn timed(&self) -> impl Iterator<Item = DownloadId> + '_ {
        self.timed.iter().map(|(_, id)| *id)
    }

    pub fn queue(&self, id: DownloadId) -> QueueId {
        self.order.queue(id).unwrap_or_default()
    }

    /// See [`Order::first`].
    pub fn first(&self, queue: QueueId) -> Option<(i64, DownloadId)> {
        self.order.first(queue)
    }

    /// See [`Order::waiting`].
    pub fn waiting(&self, queue: QueueId) -> impl Iterator<Item = DownloadId> + '_ {
        self.order.waiting(queue)
    }

    /// See [`Order::waiting_at`].
    pub fn waiting_at(&self, queue: QueueId) -> Vec<i64> {
        self.order.waiting_at(queue).collect()
    }

    /// Queues whose line is another than when this was asked last.
    pub fn take_touched(&mut self) -> HashSet<QueueId> {
        std::mem::take(&mut self.touched)
    }

    /// Positions at the end of what has the usual priority.
    pub fn ends(&self) -> impl Iterator<Item = i64> + use<> {
        self.ends_of(Priority::Normal)
    }

    /// Positions at the end of what has this one.
    pub fn ends_of(&self, priority: Priority) -> impl Iterator<Item = i64> + use<> {
        self.order.ends(priority)
    }

    /// See [`Order::places`].
    pub fn places(&self, ids: &[DownloadId]) -> Vec<Place> {
        self.order.places(ids)
    }

    /// See [`Order::rearrange`].
    pub fn rearrange(&mut self, places: &[Place]) -> Vec<(DownloadId, i64)> {
        let placed = self.order.rearrange(places);
        self.touched.extend(placed.iter().filter_map(|(id, _)| self.order.queue(*id)));
        placed
    }

    /// See [`Order::place`].
    pub fn place(&mut self, ids: &[DownloadId], to: Move) -> Vec<(DownloadId, i64)> {
        let placed = self.order.place(ids, to);
        self.touched.extend(placed.iter().filter_map(|(id, _)| self.order.queue(*id)));
        placed
    }

    /// See [`Order::set_priority`].
    pub fn set_priority(&mut self, ids: &[DownloadId], priority: Priority) -> Vec<(DownloadId, i64)> {
        let placed = self.order.set_priority(ids, priority);
        self.touched.extend(placed.iter().filter_map(|(id, _)| self.order.queue(*id)));
        placed
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
