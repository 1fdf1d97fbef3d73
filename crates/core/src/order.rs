//! The order in which downloads start, and who of each queue is the next.
//!
//! There is one order for all, and that of a queue is what of it is in the queue: a download that changes its queue and comes
//! back has its old place. The priorities are stretches of it, so what is moved before another has the priority of that one.
//!
//! Positions are far apart, so that a move finds room between its new neighbours and only what moved gets a new position.
//! Where there is no room left, as in a list from before, the neighbours around make some: the fewer the better.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::{DownloadId, Place, Priority, QueueId};

mod moving;

/// Between the positions of two downloads that were added one after the other: halved thirty times by moves to the same
/// place before neighbours have to make room.
const GAP: i64 = 1 << 32;
/// Neighbours that make room are at least this far apart afterwards, so that the next move finds some.
const LEAST_GAP: i64 = 1 << 10;

/// A new place in the queue.
///
/// `shown`: those among which a step is to be seen, as in a window that does not show all of a queue; empty: all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "to", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Move {
    Top,
    Up {
        #[serde(default)]
        shown: Vec<DownloadId>,
    },
    Down {
        #[serde(default)]
        shown: Vec<DownloadId>,
    },
    Bottom,
    /// Just before this download.
    Before {
        id: DownloadId,
    },
}

/// All unfinished downloads in order, and which of each queue wait for a slot.
#[derive(Debug, Default)]
pub struct Order {
    order: BTreeMap<i64, DownloadId>,
    places: HashMap<DownloadId, Stand>,
    lines: HashMap<QueueId, Line>,
}

#[derive(Debug, Clone, Copy)]
struct Stand {
    position: i64,
    queue: QueueId,
}

/// The positions of one queue.
#[derive(Debug, Default)]
struct Line {
    all: BTreeSet<i64>,
    waiting: BTreeSet<i64>,
}

impl Order {
    /// Puts `id` at a position known from the store, or behind whoever is there already, and says where it is.
    pub fn insert(&mut self, id: DownloadId, mut position: i64, queue: QueueId) -> i64 {
        self.remove(id);
        while self.order.contains_key(&position) {
            position += 1;
        }
        self.order.insert(position, id);
        self.places.insert(id, Stand { position, queue });
        self.lines.entry(queue).or_default().all.insert(position);
        position
    }

    /// Puts `id` back at a position that it had once, or just before whoever has that now. Tells every other position than
    /// before, and of `id` if it is another than it had.
    pub fn put_back(&mut self, id: DownloadId, position: i64, queue: QueueId) -> Vec<(DownloadId, i64)> {
        if !self.order.contains_key(&position) {
            self.insert(id, position, queue);
            return Vec::new();
        }
        let mut before = HashMap::new();
        let place = self.room_before(position, 1, &mut before).pop().unwrap_or(position);
        self.insert(id, place, queue);
        before.insert(id, position);
        self.changed_since(before)
    }

    /// Where those of `ids` stand that are in the order.
    pub fn places(&self, ids: &[DownloadId]) -> Vec<Place> {
        let wanted = self.in_order(ids);
        let mut places: Vec<Place> = Vec::new();
        // The last one first, and each run of them from its end.
        let mut from = i64::MAX;
        for (&at, &id) in wanted.iter().rev() {
            let priority = Priority::of(at);
            let next = self.order.range(at + 1..priority.band().end).next();
            match places.last_mut().filter(|_| next.is_some_and(|(position, _)| *position == from)) {
                Some(place) => place.ids.push(id),
                None => places.push(Place { ids: vec![id], before: next.map(|(_, id)| *id), priority }),
            }
            from = at;
        }
        places.iter_mut().for_each(|place| place.ids.reverse());
        places
    }

    /// Puts all of `places` back where they were when [`Order::places`] told them, and tells every position that is different
    /// now. What they stood before and what is gone since most likely has had its turn: they are first of their priority then.
    pub fn rearrange(&mut self, places: &[Place]) -> Vec<(DownloadId, i64)> {
        let mut before = HashMap::new();
        for place in places {
            let mut next = match place.before {
                Some(id) if self.places.contains_key(&id) => Some(id),
                Some(_) => self.order.range(place.priority.band()).next().map(|(_, id)| *id),
                None => None,
            };
            for id in
                place.ids.iter().rev().filter(|id| self.places.contains_key(id)).copied().collect::<Vec<_>>()
            {
                let at = next.filter(|next| *next != id).and_then(|next| self.position(next));
                let position = match at {
                    Some(at) => self.room_before(at, 1, &mut before).pop(),
                    None => self.ends(place.priority).next(),
                };
                self.reposition(
                    &position.map(|position| (id, position)).into_iter().collect::<Vec<_>>(),
                    &mut before,
                );
                next = Some(id);
            }
        }
        self.changed_since(before)
    }

    pub fn remove(&mut self, id: DownloadId) {
        let Some(Stand { position, queue }) = self.places.remove(&id) else { return };
        self.order.remove(&position);
        self.leave(position, queue);
    }

    /// Takes a position out of the line of `queue`, and says whether it waited there.
    fn leave(&mut self, position: i64, queue: QueueId) -> bool {
        let Some(line) = self.lines.get_mut(&queue) else { return false };
        line.all.remove(&position);
        let waits = line.waiting.remove(&position);
        if line.all.is_empty() {
            self.lines.remove(&queue);
        }
        waits
    }

    fn enter(&mut self, position: i64, queue: QueueId, waits: bool) {
        let line = self.lines.entry(queue).or_default();
        line.all.insert(position);
        if waits {
            line.waiting.insert(position);
        }
    }

    /// Positions after all others of `priority`, in order.
    pub fn ends(&self, priority: Priority) -> impl Iterator<Item = i64> + use<> {
        let last = self.order.range(priority.band()).next_back();
        let last = last.map_or(priority.middle(), |(position, _)| *position);
        (1..).map(move |nth| last + nth * GAP)
    }

    pub fn position(&self, id: DownloadId) -> Option<i64> {
        self.places.get(&id).map(|place| place.position)
    }

    pub fn queue(&self, id: DownloadId) -> Option<QueueId> {
        self.places.get(&id).map(|place| place.queue)
    }

    /// Puts `id` into another queue, at the place that it has.
    pub fn set_queue(&mut self, id: DownloadId, queue: QueueId) {
        let Some(place) = self.places.get_mut(&id) else { return };
        let Stand { position, queue: was } = std::mem::replace(place, Stand { queue, ..*place });
        let waits = self.leave(position, was);
        self.enter(position, queue, waits);
    }

    /// Says whether `id` waits for a slot.
    pub fn set_waiting(&mut self, id: DownloadId, waits: bool) {
        let Some(Stand { position, queue }) = self.places.get(&id) else { return };
        let Some(line) = self.lines.get_mut(queue) else { return };
        if waits {
            line.waiting.insert(*position);
        } else {
            line.waiting.remove(position);
        }
    }

    /// Who of `queue` starts next, and its place among all.
    pub fn first(&self, queue: QueueId) -> Option<(i64, DownloadId)> {
        let position = *self.lines.get(&queue)?.waiting.first()?;
        Some((position, *self.order.get(&position)?))
    }

    /// Those of `queue` that wait for a slot, in order.
    pub fn waiting(&self, queue: QueueId) -> impl Iterator<Item = DownloadId> + '_ {
        self.waiting_at(queue).filter_map(|position| self.order.get(&position)).copied()
    }

    /// Where those are.
    pub fn waiting_at(&self, queue: QueueId) -> impl Iterator<Item = i64> + '_ {
        self.lines.get(&queue).into_iter().flat_map(|line| line.waiting.iter().copied())
    }

    /// In order.
    pub fn ids(&self) -> impl Iterator<Item = DownloadId> + '_ {
        self.order.values().copied()
    }

    /// All of `queue`, in order.
    pub fn ids_in(&self, queue: QueueId) -> impl Iterator<Item = DownloadId> + '_ {
        let all = self.lines.get(&queue).into_iter().flat_map(|line| line.all.iter());
        all.filter_map(|position| self.order.get(position)).copied()
    }
}

#[cfg(test)]
mod tests;
