//! The order in which downloads start, and who may start now.
//!
//! Positions are far apart, so that a move finds room between its new neighbours and only what moved gets a new position.
//! Where there is no room left, as in a list from before, the neighbours around make some: the fewer the better.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::{DownloadId, Place};

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

/// All unfinished downloads in order, and which of them wait for a slot.
#[derive(Debug, Default)]
pub struct Queue {
    order: BTreeMap<i64, DownloadId>,
    positions: HashMap<DownloadId, i64>,
    waiting: BTreeSet<i64>,
}

impl Queue {
    /// Puts `id` at a position known from the store.
    pub fn insert(&mut self, id: DownloadId, position: i64) {
        self.remove(id);
        self.order.insert(position, id);
        self.positions.insert(id, position);
    }

    pub fn remove(&mut self, id: DownloadId) {
        if let Some(position) = self.positions.remove(&id) {
            self.order.remove(&position);
            self.waiting.remove(&position);
        }
    }

    /// Puts `id` back at a position that it had once, or just before whoever has that now. Tells every other position than
    /// before, and of `id` if it is another than it had.
    pub fn put_back(&mut self, id: DownloadId, position: i64) -> Vec<(DownloadId, i64)> {
        if !self.order.contains_key(&position) {
            self.insert(id, position);
            return Vec::new();
        }
        let mut before = HashMap::new();
        let place = self.room_before(Some(position), 1, &mut before).pop().unwrap_or(position);
        self.insert(id, place);
        before.insert(id, position);
        self.changes_since(before)
    }

    /// Where those of `ids` stand that are in the queue.
    pub fn places(&self, ids: &[DownloadId]) -> Vec<Place> {
        let wanted: BTreeSet<i64> = ids.iter().filter_map(|id| self.position(*id)).collect();
        let mut places: Vec<Place> = Vec::new();
        // The last one first, and each run of them from its end.
        let mut from = i64::MAX;
        for at in wanted.iter().rev() {
            let Some(&id) = self.order.get(at) else { continue };
            let next = self.order.range(at + 1..).next().map(|(position, id)| (*position, *id));
            match places.last_mut().filter(|_| next.map(|(position, _)| position) == Some(from)) {
                Some(place) => place.ids.push(id),
                None => places.push(Place { ids: vec![id], before: next.map(|(_, id)| id) }),
            }
            from = *at;
        }
        places.iter_mut().for_each(|place| place.ids.reverse());
        places
    }

    /// Puts all of `places` back where they were when [`Queue::places`] told them, and tells every position that is different
    /// now. What they stood before and what is gone since most likely has had its turn: they are first then.
    pub fn rearrange(&mut self, places: &[Place]) -> Vec<(DownloadId, i64)> {
        let mut now = BTreeMap::new();
        for Place { ids, before } in places {
            let mut to = match before {
                Some(id) if self.positions.contains_key(id) => Move::Before { id: *id },
                Some(_) => Move::Top,
                None => Move::Bottom,
            };
            for id in
                ids.iter().rev().filter(|id| self.positions.contains_key(id)).copied().collect::<Vec<_>>()
            {
                now.extend(self.place(&[id], to));
                to = Move::Before { id };
            }
        }
        now.into_iter().collect()
    }

    /// Positions after all others, in order.
    pub fn ends(&self) -> impl Iterator<Item = i64> + use<> {
        let last = self.order.last_key_value().map_or(0, |(position, _)| *position);
        (1..).map(move |nth| last + nth * GAP)
    }

    pub fn position(&self, id: DownloadId) -> Option<i64> {
        self.positions.get(&id).copied()
    }

    /// Says whether `id` waits for a slot.
    pub fn set_waiting(&mut self, id: DownloadId, waits: bool) {
        let Some(&position) = self.positions.get(&id) else { return };
        if waits {
            self.waiting.insert(position);
        } else {
            self.waiting.remove(&position);
        }
    }

    /// Who starts next when `running` of `slots` are taken: strictly in order.
    pub fn next(&self, running: usize, slots: usize) -> Option<DownloadId> {
        if running >= slots {
            return None;
        }
        self.waiting().next()
    }

    /// Those that wait for a slot, in order.
    pub fn waiting(&self) -> impl Iterator<Item = DownloadId> + '_ {
        self.waiting.iter().filter_map(|position| self.order.get(position)).copied()
    }

    /// In order.
    pub fn ids(&self) -> impl Iterator<Item = DownloadId> + '_ {
        self.order.values().copied()
    }

    /// Moves `ids`, which keep their order among themselves, and tells every position that is different now.
    pub fn place(&mut self, ids: &[DownloadId], to: Move) -> Vec<(DownloadId, i64)> {
        let moved: BTreeMap<i64, DownloadId> =
            ids.iter().filter_map(|id| Some((self.position(*id)?, *id))).collect();
        let mut before = HashMap::new();
        match to {
            Move::Up => self.shift(moved.values().copied(), Side::Before, &mut before),
            Move::Down => self.shift(moved.values().rev().copied(), Side::After, &mut before),
            Move::Top | Move::Bottom | Move::Before { .. } => {
                let block: Vec<DownloadId> = moved.into_values().collect();
                self.move_block(&block, to, &mut before);
            }
        }
        self.changes_since(before)
    }

    fn changes_since(&self, before: HashMap<DownloadId, i64>) -> Vec<(DownloadId, i64)> {
        let now = before.into_iter().filter_map(|(id, was)| Some((id, was, self.position(id)?)));
        now.filter(|(_, was, now)| was != now).map(|(id, _, now)| (id, now)).collect()
    }

    /// Each of `moved`, given from that side, changes places with its neighbour there unless that is moved too.
    fn shift(
        &mut self,
        moved: impl Iterator<Item = DownloadId> + Clone,
        side: Side,
        before: &mut HashMap<DownloadId, i64>,
    ) {
        let all: HashSet<DownloadId> = moved.clone().collect();
        for id in moved {
            let Some(at) = self.position(id) else { continue };
            let neighbour = match side {
                Side::Before => self.order.range(..at).next_back(),
                Side::After => self.order.range(at + 1..).next(),
            };
            let Some((&other_at, &other)) = neighbour.filter(|(_, other)| !all.contains(other)) else {
                continue;
            };
            self.reposition(&[(id, other_at), (other, at)], before);
        }
    }

    /// Moves `block`, which is in order, as a whole.
    fn move_block(&mut self, block: &[DownloadId], to: Move, before: &mut HashMap<DownloadId, i64>) {
        let all: HashSet<DownloadId> = block.iter().copied().collect();
        // The first that follows the block afterwards; none: the block comes last.
        let next = match to {
            Move::Top => self.order.iter().find(|(_, id)| !all.contains(id)),
            Move::Before { id } => self
                .position(id)
                .and_then(|position| self.order.range(position..).find(|(_, id)| !all.contains(id))),
            Move::Bottom | Move::Up | Move::Down => None,
        };
        let next = next.map(|(position, _)| *position);
        let just_before = self.order.range(..next.unwrap_or(i64::MAX)).rev().take(block.len());
        if just_before.map(|(_, id)| id).eq(block.iter().rev()) {
            return;
        }
        let positions = self.room_before(next, block.len(), before);
        let places: Vec<_> = block.iter().copied().zip(positions).collect();
        self.reposition(&places, before);
    }

    /// `count` free positions, in order, between `next` and whoever comes before it.
    fn room_before(
        &mut self,
        next: Option<i64>,
        count: usize,
        before: &mut HashMap<DownloadId, i64>,
    ) -> Vec<i64> {
        let Some(next) = next else { return self.ends().take(count).collect() };
        let mut width = 0;
        loop {
            let mut front: Vec<(i64, DownloadId)> = entries(self.order.range(..next).rev().take(width));
            front.reverse();
            let back = entries(self.order.range(next..).take(width));
            let places = (front.len() + back.len() + count) as i64;
            let first = front.first().map_or(next, |(position, _)| *position);
            let last = back.last().map_or(next - 1, |(position, _)| *position);
            let low = self.order.range(..first).next_back().map(|(position, _)| *position);
            let high = self.order.range(last + 1..).next().map(|(position, _)| *position);
            let (low, step) = match (low, high) {
                (Some(low), Some(high)) => (low, (high - low) / (places + 1)),
                (None, Some(high)) => (high - (places + 1) * GAP, GAP),
                (Some(low), None) => (low, GAP),
                (None, None) => (0, GAP),
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
            let Some(&was) = self.positions.get(id) else { continue };
            before.entry(*id).or_insert(was);
            self.order.remove(&was);
            waiting.push(self.waiting.remove(&was));
        }
        for ((id, position), waits) in places.iter().zip(waiting) {
            self.positions.insert(*id, *position);
            self.order.insert(*position, *id);
            if waits {
                self.waiting.insert(*position);
            }
        }
    }
}

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
