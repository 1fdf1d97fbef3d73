//! The order in which downloads start, and who may start now.
//!
//! A move hands the positions that are in use round among the downloads, so only rows between the old and the new place
//! change.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::DownloadId;

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

    /// The position after all others.
    pub fn end(&self) -> i64 {
        self.order.last_key_value().map_or(0, |(position, _)| position + 1)
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
        self.waiting.first().and_then(|position| self.order.get(position)).copied()
    }

    /// In order.
    pub fn ids(&self) -> impl Iterator<Item = DownloadId> + '_ {
        self.order.values().copied()
    }

    /// Moves `ids`, which keep their order among themselves, and tells every position that is different now.
    pub fn place(&mut self, ids: &[DownloadId], to: Move) -> Vec<(DownloadId, i64)> {
        let moved: BTreeSet<i64> = ids.iter().filter_map(|id| self.positions.get(id)).copied().collect();
        if moved.is_empty() {
            return Vec::new();
        }
        let mut list: Vec<DownloadId> = self.ids().collect();
        let is_moved =
            |id: &DownloadId| self.positions.get(id).is_some_and(|position| moved.contains(position));
        match to {
            Move::Up => shift_up(&mut list, is_moved),
            Move::Down => {
                list.reverse();
                shift_up(&mut list, is_moved);
                list.reverse();
            }
            Move::Top | Move::Bottom | Move::Before { .. } => {
                let (block, mut rest): (Vec<_>, Vec<_>) = list.into_iter().partition(is_moved);
                let at = match to {
                    Move::Top => 0,
                    Move::Before { id } => rest.iter().position(|&other| other == id).unwrap_or(rest.len()),
                    Move::Bottom | Move::Up | Move::Down => rest.len(),
                };
                rest.splice(at..at, block);
                list = rest;
            }
        }
        self.renumber(&list)
    }

    /// Gives the downloads the positions that are in use already, in the new order.
    fn renumber(&mut self, list: &[DownloadId]) -> Vec<(DownloadId, i64)> {
        let positions: Vec<i64> = self.order.keys().copied().collect();
        let waiting: Vec<DownloadId> =
            self.waiting.iter().filter_map(|position| self.order.get(position)).copied().collect();
        let mut changed = Vec::new();
        for (&id, position) in list.iter().zip(positions) {
            if self.positions.insert(id, position) != Some(position) {
                self.order.insert(position, id);
                changed.push((id, position));
            }
        }
        self.waiting = waiting.iter().filter_map(|id| self.positions.get(id)).copied().collect();
        changed
    }
}

/// Each moved one changes places with the one before it, unless that is moved too.
fn shift_up(list: &mut [DownloadId], is_moved: impl Fn(&DownloadId) -> bool) {
    for at in 1..list.len() {
        if is_moved(&list[at]) && !is_moved(&list[at - 1]) {
            list.swap(at - 1, at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn queue(count: u32) -> Queue {
        let mut queue = Queue::default();
        for id in 1..=count {
            let end = queue.end();
            queue.insert(DownloadId(id), end);
            queue.set_waiting(DownloadId(id), true);
        }
        queue
    }

    fn order(queue: &Queue) -> Vec<u32> {
        queue.ids().map(|id| id.0).collect()
    }

    fn ids(ids: &[u32]) -> Vec<DownloadId> {
        ids.iter().map(|&id| DownloadId(id)).collect()
    }

    #[test]
    fn the_first_in_order_starts_while_there_are_slots() {
        let mut queue = queue(3);
        assert_eq!(queue.next(0, 2), Some(DownloadId(1)));
        queue.set_waiting(DownloadId(1), false);
        assert_eq!(queue.next(1, 2), Some(DownloadId(2)));
        assert_eq!(queue.next(2, 2), None);
    }

    #[test]
    fn moves_keep_the_order_of_what_is_moved() {
        let cases: [(&[u32], Move, [u32; 5]); 6] = [
            (&[4, 2], Move::Top, [2, 4, 1, 3, 5]),
            (&[2, 4], Move::Bottom, [1, 3, 5, 2, 4]),
            (&[2, 3], Move::Up, [2, 3, 1, 4, 5]),
            (&[1], Move::Up, [1, 2, 3, 4, 5]),
            (&[3, 4], Move::Down, [1, 2, 5, 3, 4]),
            (&[5, 4], Move::Before { id: DownloadId(2) }, [1, 4, 5, 2, 3]),
        ];
        for (moved, to, expected) in cases {
            let mut queue = queue(5);
            queue.place(&ids(moved), to);
            assert_eq!(order(&queue), expected, "{moved:?} {to:?}");
            assert_eq!(queue.next(0, 1), Some(DownloadId(expected[0])));
        }
    }

    #[test]
    fn a_move_tells_only_what_changed() {
        let mut queue = queue(5);
        let changed = queue.place(&ids(&[2]), Move::Up);
        assert_eq!(changed.len(), 2);
        assert!(queue.place(&ids(&[99]), Move::Top).is_empty());
    }
}
