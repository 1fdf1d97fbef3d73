//! Downloads change their places, and find room there.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{GAP, LEAST_GAP, Move, Order, Stand};
use crate::{DownloadId, Priority, QueueId};

impl Order {
    /// Moves `ids`, which keep their order among themselves, and tells every position that is different now. Top, bottom and
    /// neighbours are those of its queue.
    pub fn place(&mut self, ids: &[DownloadId], to: Move) -> Vec<(DownloadId, i64)> {
        let moved = self.in_order(ids);
        let mut before = HashMap::new();
        match to {
            Move::Up { shown } => self.shift(moved.values().copied(), Side::Before, shown, &mut before),
            Move::Down { shown } => {
                self.shift(moved.values().rev().copied(), Side::After, shown, &mut before);
            }
            Move::Before { id } if self.places.contains_key(&id) => {
                let block: Vec<DownloadId> = moved.into_values().collect();
                self.move_before(&block, id, &mut before);
            }
            ref to @ (Move::Top | Move::Bottom | Move::Before { .. }) => {
                let mut blocks: BTreeMap<QueueId, Vec<DownloadId>> = BTreeMap::new();
                for id in moved.into_values() {
                    blocks.entry(self.queue(id).unwrap_or_default()).or_default().push(id);
                }
                let side = if *to == Move::Top { Side::Before } else { Side::After };
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

    pub(super) fn in_order(&self, ids: &[DownloadId]) -> BTreeMap<i64, DownloadId> {
        ids.iter().filter_map(|id| Some((self.position(*id)?, *id))).collect()
    }

    pub(super) fn changed_since(&self, before: HashMap<DownloadId, i64>) -> Vec<(DownloadId, i64)> {
        let now = before.into_iter().filter_map(|(id, was)| Some((id, was, self.position(id)?)));
        now.filter(|(_, was, now)| was != now).map(|(id, _, now)| (id, now)).collect()
    }

    /// Each of `moved`, given from that side, changes places with its neighbour there unless that is moved too. A neighbour of
    /// another priority, or behind some that are not `shown` or of another queue, stays: then only the moved one changes its
    /// place.
    fn shift(
        &mut self,
        moved: impl Iterator<Item = DownloadId> + Clone,
        side: Side,
        shown: Vec<DownloadId>,
        before: &mut HashMap<DownloadId, i64>,
    ) {
        let all: HashSet<DownloadId> = moved.clone().collect();
        let shown: HashSet<DownloadId> = shown.into_iter().collect();
        for id in moved {
            let Some(&Stand { position: at, queue }) = self.places.get(&id) else { continue };
            let Some(line) = self.lines.get(&queue) else { continue };
            let is_shown = |position: &&i64| {
                let is_among = |id| shown.contains(id) || all.contains(id);
                shown.is_empty() || self.order.get(position).is_some_and(is_among)
            };
            let neighbour = match side {
                Side::Before => line.all.range(..at).rev().find(is_shown),
                Side::After => line.all.range(at + 1..).find(is_shown),
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
    pub(super) fn room_before(
        &mut self,
        next: i64,
        count: usize,
        before: &mut HashMap<DownloadId, i64>,
    ) -> Vec<i64> {
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
    pub(super) fn reposition(&mut self, places: &[(DownloadId, i64)], before: &mut HashMap<DownloadId, i64>) {
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
