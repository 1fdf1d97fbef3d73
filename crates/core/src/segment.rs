//! Which bytes of a file are still missing, and who fetches them.
//!
//! A *range* is half-open, `start..end`; HTTP's inclusive form never leaves the HTTP module. Bytes move through a segment
//! in two steps, [`Segments::claim`] before they are written and [`Segments::record`] after, so that nobody can take over
//! bytes that are on their way to the disk, and nothing counts as received that is not written.

mod lose;

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The smallest piece that gets a connection of its own at the start, and the grid that first cuts lie on.
pub const MIN_SEGMENT: u64 = 1 << 20;

/// A range that one connection works through from front to back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    pub range: Range<u64>,
    /// Bytes from the front of the range that are written.
    pub received: u64,
    /// Bytes after `received` that are being written now.
    #[serde(skip)]
    claimed: u64,
    /// Whether a connection works on it.
    #[serde(skip)]
    pub taken: bool,
}

impl Segment {
    pub fn new(range: Range<u64>) -> Self {
        Self { range, received: 0, claimed: 0, taken: false }
    }

    /// What is neither written nor being written.
    pub fn missing(&self) -> Range<u64> {
        self.range.start + self.received + self.claimed..self.range.end
    }

    pub fn is_whole(&self) -> bool {
        self.received == self.range.end - self.range.start
    }

    /// Gives the last `count` missing bytes to a new segment; none if that would leave either side without work.
    pub fn split(&mut self, count: u64) -> Option<Segment> {
        let missing = self.missing();
        if count == 0 || missing.end - missing.start <= count {
            return None;
        }
        let cut = self.range.end - count;
        let rest = Segment::new(cut..self.range.end);
        self.range.end = cut;
        Some(rest)
    }
}

/// Names a segment of a [`Segments`] while the transfer runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SegmentKey(usize);

impl SegmentKey {
    /// As a number, to be kept where only numbers can be.
    pub fn index(self) -> usize {
        self.0
    }

    /// What [`SegmentKey::index`] gave.
    pub fn from_index(index: usize) -> Self {
        Self(index)
    }
}

/// All segments of one file of known size: always disjoint, in order, and together the whole file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Segments {
    size: u64,
    /// Never shrinks and never changes order, so that keys stay good; order by offset is made where it is asked for.
    list: Vec<Segment>,
}

impl Segments {
    /// One segment over everything: what to begin with while it is not known whether more connections help.
    pub fn whole(size: u64) -> Self {
        let list = if size == 0 { Vec::new() } else { vec![Segment::new(0..size)] };
        Self { size, list }
    }

    /// Cuts what is missing into at most `connections` segments of at least [`MIN_SEGMENT`], on its grid.
    pub fn plan(&mut self, connections: u32) {
        while self.idle_count() < connections as usize {
            if self.cut_largest_idle(connections).is_none() {
                return;
            }
        }
    }

    /// Cuts the segment that misses the bytes on both sides of `at` there.
    pub fn cut_at(&mut self, at: u64) {
        let found =
            self.list.iter_mut().find(|segment| segment.missing().start < at && at < segment.range.end);
        let rest = found.and_then(|segment| segment.split(segment.range.end - at));
        self.list.extend(rest);
    }

    /// Rebuilds the segments of a file of `size` bytes from the ranges that are on disk. Ranges that overlap, lie outside
    /// or are empty are ignored as far as they do: a damaged record costs bytes, never correctness.
    pub fn from_received(size: u64, received: &[Range<u64>]) -> Self {
        let mut sorted: Vec<_> =
            received.iter().filter(|range| range.start < range.end && range.end <= size).cloned().collect();
        sorted.sort_by_key(|range| range.start);
        let mut list: Vec<Segment> = Vec::new();
        let mut at = 0;
        for range in sorted {
            let start = range.start.max(at);
            if start >= range.end {
                continue;
            }
            match list.last_mut() {
                // Touches what came before: the same segment goes on.
                Some(last) if start == at && last.is_whole() => {
                    last.range.end = range.end;
                    last.received = last.range.end - last.range.start;
                }
                _ => {
                    if start > at {
                        push_missing(&mut list, at..start);
                    }
                    push_received(&mut list, start..range.end);
                }
            }
            at = range.end;
        }
        if at < size {
            push_missing(&mut list, at..size);
        }
        Self { size, list }
    }

    pub fn size(&self) -> u64 {
        self.size
    }

    /// Bytes that are written.
    pub fn received(&self) -> u64 {
        self.list.iter().map(|segment| segment.received).sum()
    }

    pub fn is_whole(&self) -> bool {
        self.list.iter().all(Segment::is_whole)
    }

    /// What is written, in order, touching ranges joined.
    pub fn received_ranges(&self) -> Vec<Range<u64>> {
        let mut ranges: Vec<Range<u64>> = Vec::new();
        for segment in self.in_order() {
            let written = segment.range.start..segment.range.start + segment.received;
            match ranges.last_mut() {
                _ if written.is_empty() => {}
                Some(last) if last.end == written.start => last.end = written.end,
                _ => ranges.push(written),
            }
        }
        ranges
    }

    /// The segments by offset, without those that others took over whole.
    pub fn in_order(&self) -> Vec<&Segment> {
        self.keyed_in_order().map(|(_, segment)| segment).collect()
    }

    /// The same, each with its key.
    pub fn keyed_in_order(&self) -> impl Iterator<Item = (SegmentKey, &Segment)> {
        let keyed = self.list.iter().enumerate().map(|(at, segment)| (SegmentKey(at), segment));
        let mut sorted: Vec<_> = keyed.filter(|(_, segment)| !segment.range.is_empty()).collect();
        sorted.sort_by_key(|(_, segment)| segment.range.start);
        sorted.into_iter()
    }

    /// The segment behind `key`.
    pub fn get(&self, key: SegmentKey) -> &Segment {
        &self.list[key.0]
    }

    /// Takes the idle segment with the most missing bytes, of equal ones the first: it is what players and people look at
    /// first.
    pub fn take_idle(&mut self) -> Option<SegmentKey> {
        let idle =
            (0..self.list.len()).filter(|&at| !self.list[at].taken && !self.list[at].missing().is_empty());
        let at =
            idle.max_by_key(|&at| (length(&self.list[at].missing()), u64::MAX - self.list[at].range.start))?;
        self.list[at].taken = true;
        Some(SegmentKey(at))
    }

    /// Takes over the last `count` missing bytes of the segment behind `from`, on the grid where that costs nothing; all
    /// that it misses if it misses no more. None if it misses nothing.
    pub fn take_over(&mut self, from: SegmentKey, count: u64) -> Option<SegmentKey> {
        let giver = &mut self.list[from.0];
        let missing = giver.missing();
        if missing.is_empty() || count == 0 {
            return None;
        }
        let mut rest = if count >= length(&missing) {
            giver.range.end = missing.start;
            Segment::new(missing)
        } else {
            let count = aligned_count(giver, count);
            giver.split(count)?
        };
        rest.taken = true;
        self.list.push(rest);
        Some(SegmentKey(self.list.len() - 1))
    }

    /// Gives everything that follows `key` back to it, if that was taken over but nothing of it has come yet: whoever
    /// brings the first byte keeps it.
    pub fn take_back(&mut self, key: SegmentKey) -> bool {
        let end = self.list[key.0].range.end;
        let untouched = |segment: &Segment| {
            segment.taken && segment.range.start == end && segment.missing() == segment.range
        };
        let Some(at) = self.list.iter().position(|segment| untouched(segment) && !segment.range.is_empty())
        else {
            return false;
        };
        let other_end = self.list[at].range.end;
        self.list[at].range.start = other_end;
        self.list[key.0].range.end = other_end;
        true
    }

    /// The idle segment that holds byte `at` as its first missing one, for a body that begins there.
    pub fn take_at(&mut self, at: u64) -> Option<SegmentKey> {
        let found = self.list.iter().position(|segment| {
            !segment.taken && segment.missing().start == at && !segment.missing().is_empty()
        })?;
        self.list[found].taken = true;
        Some(SegmentKey(found))
    }

    /// Lets go of a segment, finished or not; what was claimed but not recorded is missing again.
    pub fn release(&mut self, key: SegmentKey) {
        let segment = &mut self.list[key.0];
        segment.claimed = 0;
        segment.taken = false;
    }

    /// Reserves up to `count` of the missing bytes from offset `from` on for writing and says which: fewer if the end was
    /// taken over by another connection meanwhile, none if the next missing byte is another one. Whoever holds bytes thus
    /// cannot write them to where they do not belong, whatever became of the segment.
    pub fn claim(&mut self, key: SegmentKey, from: u64, count: u64) -> Range<u64> {
        let segment = &mut self.list[key.0];
        let missing = segment.missing();
        if missing.start != from {
            return from..from;
        }
        let claimed = missing.start..missing.end.min(missing.start.saturating_add(count));
        segment.claimed += length(&claimed);
        claimed
    }

    /// The first `count` claimed bytes are written.
    pub fn record(&mut self, key: SegmentKey, count: u64) {
        let segment = &mut self.list[key.0];
        let count = count.min(segment.claimed);
        segment.claimed -= count;
        segment.received += count;
    }

    /// The size was not known, and now it is: what was received in one go from the front.
    pub fn close_at_received(&mut self) {
        self.size = self.received();
        let size = self.size;
        self.list.retain(|segment| segment.range.start < size || segment.range.start == 0);
        if let Some(first) = self.list.first_mut() {
            first.range.end = size;
        }
    }

    fn idle_count(&self) -> usize {
        self.list.iter().filter(|segment| !segment.taken && !segment.missing().is_empty()).count()
    }

    fn cut_largest_idle(&mut self, connections: u32) -> Option<()> {
        let largest = self
            .list
            .iter_mut()
            .filter(|segment| !segment.taken)
            .max_by_key(|segment| length(&segment.missing()))?;
        let missing = length(&largest.missing());
        // An even share of a whole file; halves when a gap is cut.
        let share = (self.size / u64::from(connections.max(1))).max(MIN_SEGMENT);
        let count = if missing >= 2 * share { share } else { missing / 2 };
        let count = aligned_count(largest, count);
        if count < MIN_SEGMENT || missing - count < MIN_SEGMENT {
            return None;
        }
        let rest = largest.split(count)?;
        self.list.push(rest);
        Some(())
    }
}

fn push_missing(list: &mut Vec<Segment>, range: Range<u64>) {
    match list.last_mut() {
        // A segment that was interrupted: what follows its received front is its own rest.
        Some(last) if last.range.end == range.start && last.is_whole() => last.range.end = range.end,
        _ => list.push(Segment::new(range)),
    }
}

fn push_received(list: &mut Vec<Segment>, range: Range<u64>) {
    list.push(Segment { received: length(&range), ..Segment::new(range) });
}

fn length(range: &Range<u64>) -> u64 {
    range.end - range.start
}

/// `count`, or a little more or less so that the cut lies on the grid: where it costs nothing, later reads like it.
fn aligned_count(segment: &Segment, count: u64) -> u64 {
    if count < 2 * MIN_SEGMENT {
        return count;
    }
    let cut = segment.range.end - count;
    let aligned = cut.next_multiple_of(MIN_SEGMENT);
    if aligned < segment.range.end { segment.range.end - aligned } else { count }
}

#[cfg(test)]
mod tests;
