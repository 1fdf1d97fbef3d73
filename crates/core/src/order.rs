//! The order in which downloads start, and who of each queue is the next.
//!
//! There is one order for all, and that of a queue is what of it is in the queue: a download that changes its queue and comes
//! back has its old place. The priorities are stretches of it, so what is moved before another has the priority of that one.
//!
//! Positions are far apart, so that a move finds room between its new neighbours and only what moved gets a new position.
//! Where there is no room left, as in a list from before, the neighbours around make some: the fewer the better.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::{DownloadId, Place, Priority, QueueId};

/// Between the positions of two downloads that were added one after the other: halved thirty times by moves to the same
/// place before neighbours have to make room.
const GAP: i64 = 1 << 32;
/// Neighbours that make room are at least this far apart afterwards, so that the next move finds some.
const LEAST_GAP: i64 = 1 << 10;

/// A new place in the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "to", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Move {
    Top,
    Up,
    Down,
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

    /// Moves `ids`, which keep their order among themselves, and tells every position that is different now. Top, bottom and
    /// neighbours are those of its queue.
    pub fn place(&mut self, ids: &[DownloadId], to: Move) -> Vec<(DownloadId, i64)> {
        let moved = self.in_order(ids);
        let mut before = HashMap::new();
        match to {
            Move::Up => self.shift(moved.values().copied(), Side::Before, &mut before),
            Move::Down => self.shift(moved.values().rev().copied(), Side::After, &mut before),
            Move::Before { id } if self.places.contains_key(&id) => {
                let block: Vec<DownloadId> = moved.into_values().collect();
                self.move_before(&block, id, &mut before);
            }
            Move::Top | Move::Bottom | Move::Before { .. } => {
                let mut blocks: BTreeMap<QueueId, Vec<DownloadId>> = BTreeMap::new();
                for id in moved.into_values() {
                    blocks.entry(self.queue(id).unwrap_or_default()).or_default().push(id);
                }
                let side = if to == Move::Top { Side::Before } else { Side::After };
                for (queue, block) in blocks {
                    self.move_to_end(&block, queue, side, &mut before);
                }
            }
        }
        self.changed_since(before)
    }

    /// Puts `ids` at the end of what has `priority`, and tells every position that is different now.
    pub fn set_priority(&mut self, ids: &[DownloadId], priority: Priority) -> Vec<(DownloadId, i64)> {
        let mut before = HashMap::new();
        let others =
            self.in_order(ids).into_iter().filter(|(position, _)| Priority::of(*position) != priority);
        let places: Vec<(DownloadId, i64)> = others.map(|(_, id)| id).zip(self.ends(priority)).collect();
        self.reposition(&places, &mut before);
        self.changed_since(before)
    }

    fn in_order(&self, ids: &[DownloadId]) -> BTreeMap<i64, DownloadId> {
        ids.iter().filter_map(|id| Some((self.position(*id)?, *id))).collect()
    }

    fn changed_since(&self, before: HashMap<DownloadId, i64>) -> Vec<(DownloadId, i64)> {
        let now = before.into_iter().filter_map(|(id, was)| Some((id, was, self.position(id)?)));
        now.filter(|(_, was, now)| was != now).map(|(id, _, now)| (id, now)).collect()
    }

    /// Each of `moved`, given from that side, changes places with its neighbour there unless that is moved too. A neighbour of
    /// another priority, or behind some of another queue, stays: then only the moved one changes its place.
    fn shift(
        &mut self,
        moved: impl Iterator<Item = DownloadId> + Clone,
        side: Side,
        before: &mut HashMap<DownloadId, i64>,
    ) {
        let all: HashSet<DownloadId> = moved.clone().collect();
        for id in moved {
            let Some(&Stand { position: at, queue }) = self.places.get(&id) else { continue };
            let Some(line) = self.lines.get(&queue) else { continue };
            let neighbour = match side {
                Side::Before => line.all.range(..at).next_back(),
                Side::After => line.all.range(at + 1..).next(),
            };
            let Some(&other_at) = neighbour else { continue };
            let Some(&other) = self.order.get(&other_at).filter(|other| !all.contains(other)) else {
                continue;
            };
            let between = if at < other_at { at + 1..other_at } else { other_at + 1..at };
            let adjoin = self.order.range(between).next().is_none();
            if adjoin && Priority::of(at) == Priority::of(other_at) {
                self.reposition(&[(id, other_at), (other, at)], before);
            } else {
                let room = self.room_beside(other_at, side, 1, before);
                self.reposition(&room.into_iter().map(|position| (id, position)).collect::<Vec<_>>(), before);
            }
        }
    }

    /// Moves `block`, which is in order and of `queue`, as a whole to that side of all others there.
    fn move_to_end(
        &mut self,
        block: &[DownloadId],
        queue: QueueId,
        side: Side,
        before: &mut HashMap<DownloadId, i64>,
    ) {
        let Some(line) = self.lines.get(&queue) else { return };
        let of_block: HashSet<i64> = block.iter().filter_map(|id| self.position(*id)).collect();
        let stays = |(_, position): &(usize, &i64)| !of_block.contains(position);
        let found = match side {
            Side::Before => line.all.iter().enumerate().find(stays),
            Side::After => line.all.iter().rev().enumerate().find(stays),
        };
        // None, or none behind which any of the block is: it is there already.
        let Some((_, &other)) = found.filter(|(nth, _)| *nth < block.len()) else { return };
        let positions = self.room_beside(other, side, block.len(), before);
        let places: Vec<_> = block.iter().copied().zip(positions).collect();
        self.reposition(&places, before);
    }

    /// Moves `block`, which is in order, as a whole to just before `id`, or before the next of its queue that stays.
    fn move_before(&mut self, block: &[DownloadId], id: DownloadId, before: &mut HashMap<DownloadId, i64>) {
        let Some(&Stand { position, queue }) = self.places.get(&id) else { return };
        let Some(line) = self.lines.get(&queue) else { return };
        let of_block: HashSet<i64> = block.iter().filter_map(|id| self.position(*id)).collect();
        let Some(&next) = line.all.range(position..).find(|position| !of_block.contains(position)) else {
            return self.move_to_end(block, queue, Side::After, before);
        };
        let just_before = self.order.range(Priority::of(next).band().start..next).rev().take(block.len());
        if just_before.map(|(_, id)| id).eq(block.iter().rev()) {
            return;
        }
        let positions = self.room_before(next, block.len(), before);
        let places: Vec<_> = block.iter().copied().zip(positions).collect();
        self.reposition(&places, before);
    }

    /// `count` free positions, in order, on that side of `at` and of its priority.
    fn room_beside(
        &mut self,
        at: i64,
        side: Side,
        count: usize,
        before: &mut HashMap<DownloadId, i64>,
    ) -> Vec<i64> {
        let priority = Priority::of(at);
        let next = match side {
            Side::Before => Some(at),
            Side::After => self.order.range(at + 1..priority.band().end).next().map(|(next, _)| *next),
        };
        match next {
            Some(next) => self.room_before(next, count, before),
            None => self.ends(priority).take(count).collect(),
        }
    }

    /// `count` free positions, in order, between `next` and whoever of its priority comes before it.
    fn room_before(&mut self, next: i64, count: usize, before: &mut HashMap<DownloadId, i64>) -> Vec<i64> {
        let band = Priority::of(next).band();
        let mut width = 0;
        loop {
            let mut front: Vec<(i64, DownloadId)> =
                entries(self.order.range(band.start..next).rev().take(width));
            front.reverse();
            let back = entries(self.order.range(next..band.end).take(width));
            let places = (front.len() + back.len() + count) as i64;
            let first = front.first().map_or(next, |(position, _)| *position);
            let last = back.last().map_or(next - 1, |(position, _)| *position);
            let low = self.order.range(band.start..first).next_back().map(|(position, _)| *position);
            let high = self.order.range(last + 1..band.end).next().map(|(position, _)| *position);
            let (low, step) = match (low, high) {
                (Some(low), Some(high)) => (low, (high - low) / (places + 1)),
                (None, Some(high)) => (high - (places + 1) * GAP, GAP),
                (Some(low), None) => (low, GAP),
                (None, None) => (Priority::of(next).middle(), GAP),
            };
            // Between two neighbours as they are any room will do; whoever is moved should not have to be again soon.
            if step >= if width == 0 { 1 } else { LEAST_GAP } {
                let mut positions = (1..=places).map(|nth| low + nth * step);
                let front_places: Vec<_> = ids(&front).zip(positions.by_ref()).collect();
                let free: Vec<i64> = positions.by_ref().take(count).collect();
                let back_places: Vec<_> = ids(&back).zip(positions).collect();
                self.reposition(&[front_places, back_places].concat(), before);
                return free;
            }
            width = (2 * width).max(1);
        }
    }

    /// Gives each its new position at once, and notes the one that it had first.
    fn reposition(&mut self, places: &[(DownloadId, i64)], before: &mut HashMap<DownloadId, i64>) {
        let mut waiting = Vec::new();
        for (id, _) in places {
            let Some(&Stand { position, queue }) = self.places.get(id) else { continue };
            before.entry(*id).or_insert(position);
            self.order.remove(&position);
            waiting.push((queue, self.leave(position, queue)));
        }
        let known = places.iter().filter(|(id, _)| before.contains_key(id));
        for ((id, position), (queue, waits)) in known.zip(waiting) {
            self.places.insert(*id, Stand { position: *position, queue });
            self.order.insert(*position, *id);
            self.enter(*position, queue, waits);
        }
    }
}

#[derive(Clone, Copy)]
enum Side {
    Before,
    After,
}

fn entries<'a>(range: impl Iterator<Item = (&'a i64, &'a DownloadId)>) -> Vec<(i64, DownloadId)> {
    range.map(|(position, id)| (*position, *id)).collect()
}

fn ids(entries: &[(i64, DownloadId)]) -> impl Iterator<Item = DownloadId> + '_ {
    entries.iter().map(|(_, id)| *id)
}

#[cfg(test)]
mod tests;
