//! What was written to an unfinished file, and its hashes: by them it is known later whether the disk still holds it.
//!
//! A *block* is 1 MiB on a fixed grid. Bytes are hashed as they are written, from memory, with CRC-64/NVME: it finds damage
//! (not forgery: that takes a checksum of the person's or the server's), costs a few hundredths of a second a GiB, and can be
//! gone on with from any point, because a CRC is all that there is to know of the bytes before.

use crc_fast::{CrcAlgorithm, Digest, checksum_combine};
use rangemap::RangeSet;
use std::collections::BTreeMap;
use std::ops::Range;

/// Bytes of a block.
pub const BLOCK: u64 = 1 << 20;
const HASH: CrcAlgorithm = CrcAlgorithm::Crc64Nvme;
/// What makes a finished CRC-64/NVME of its state.
const XOR: u64 = u64::MAX;

/// Bytes of one block, and their hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hashed {
    pub range: Range<u64>,
    pub hash: u64,
}

/// The hashes of `pieces`, which lie one after the other from offset `from` on: one for each block that they touch.
pub fn hash<'a>(from: u64, pieces: impl IntoIterator<Item = &'a [u8]>) -> Vec<Hashed> {
    hash_on(None, from, pieces)
}

/// The same, the first going on with what [`Ledger::ending_at`] `from` had.
pub fn hash_on<'a>(
    before: Option<Hashed>,
    from: u64,
    pieces: impl IntoIterator<Item = &'a [u8]>,
) -> Vec<Hashed> {
    let mut hashed = Vec::new();
    let (mut start, mut digest) = match before {
        Some(Hashed { range, hash }) => (range.start, Digest::new_with_init_state(HASH, hash ^ XOR)),
        None => (from, Digest::new(HASH)),
    };
    let mut at = from;
    for mut piece in pieces {
        while !piece.is_empty() {
            let left = usize::try_from(BLOCK - at % BLOCK).unwrap_or(usize::MAX);
            let (now, rest) = piece.split_at(left.min(piece.len()));
            digest.update(now);
            (piece, at) = (rest, at + now.len() as u64);
            if at.is_multiple_of(BLOCK) {
                hashed.push(Hashed { range: start..at, hash: digest.finalize() });
                (start, digest) = (at, Digest::new(HASH));
            }
        }
    }
    if from < at && start < at {
        hashed.push(Hashed { range: start..at, hash: digest.finalize() });
    }
    hashed
}

/// The blocks of a file of `size` bytes whose `hashes` are these, by [`Ledger::whole`].
pub fn blocks_of(hashes: &[u64], size: u64) -> impl Iterator<Item = Hashed> {
    let starts = (0..size).step_by(BLOCK as usize);
    starts.zip(hashes).map(move |(start, &hash)| Hashed { range: start..size.min(start + BLOCK), hash })
}

/// Which bytes are written, with which hashes.
#[derive(Debug, Default)]
pub struct Ledger {
    written: RangeSet<u64>,
    /// Of each block that is whole, by its number.
    blocks: BTreeMap<u64, u64>,
    /// Of what there is of others, by where it begins: end and hash. What touches is one.
    parts: BTreeMap<u64, (u64, u64)>,
    /// Blocks that became whole since [`Ledger::take_news`].
    news: Vec<u64>,
}

impl Ledger {
    /// What there is of a block up to `at`; none at the edge of one, where another begins.
    pub fn ending_at(&self, at: u64) -> Option<Hashed> {
        if at.is_multiple_of(BLOCK) {
            return None;
        }
        let (&start, &(end, hash)) = self.parts.range(..at).next_back()?;
        (end == at).then_some(Hashed { range: start..end, hash })
    }

    /// Bytes were written. If some of them were there before, only these hashes count from now on.
    pub fn note(&mut self, hashed: Vec<Hashed>) {
        for Hashed { range, hash } in hashed {
            if self.written.overlaps(&range) {
                self.forget(range.clone());
            }
            self.written.insert(range.clone());
            self.add(range, hash);
        }
    }

    fn add(&mut self, range: Range<u64>, hash: u64) {
        let Range { mut start, mut end } = range;
        let mut hash = hash;
        let edge = |at: u64| at.is_multiple_of(BLOCK);
        // To make one of two hashes takes a third of a millisecond: for where two connections meet, not for each write.
        if !edge(start)
            && let Some((&before, &(touches, first))) = self.parts.range(..start).next_back()
            && touches == start
        {
            self.parts.remove(&before);
            hash = checksum_combine(HASH, first, hash, end - start);
            start = before;
        }
        if !edge(end)
            && let Some((after, last)) = self.parts.remove(&end)
        {
            hash = checksum_combine(HASH, hash, last, after - end);
            end = after;
        }
        if edge(start) && end - start == BLOCK {
            self.blocks.insert(start / BLOCK, hash);
            self.news.push(start / BLOCK);
        } else {
            self.parts.insert(start, (end, hash));
        }
    }

    /// Nothing is known any more of any hash that covers bytes of `range`, so these and their neighbours count as missing.
    /// Returns what does so that did not before.
    pub fn forget(&mut self, range: Range<u64>) -> Vec<Range<u64>> {
        let mut forgotten = Vec::new();
        let blocks = range.start / BLOCK..range.end.div_ceil(BLOCK);
        for block in blocks {
            let whole = block * BLOCK..(block + 1) * BLOCK;
            if self.blocks.remove(&block).is_some() {
                self.news.retain(|new| *new != block);
                self.written.remove(whole.clone());
                forgotten.push(whole);
                continue;
            }
            let touched: Vec<_> = self
                .parts
                .range(whole)
                .map(|(&start, &(end, _))| start..end)
                .filter(|part| part.start < range.end && range.start < part.end)
                .collect();
            for part in touched {
                self.parts.remove(&part.start);
                self.written.remove(part.clone());
                forgotten.push(part);
            }
        }
        forgotten
    }

    /// What is written, in order.
    pub fn written(&self) -> Vec<Range<u64>> {
        self.written.iter().cloned().collect()
    }

    /// All hashes, of whole blocks and of others.
    pub fn hashes(&self) -> Vec<Hashed> {
        let blocks = self
            .blocks
            .iter()
            .map(|(block, &hash)| Hashed { range: block * BLOCK..(block + 1) * BLOCK, hash });
        blocks.chain(self.parts()).collect()
    }

    /// The hash of each block of a file of `size` bytes, in order; none if one is not known.
    pub fn whole(&self, size: u64) -> Option<Vec<u64>> {
        let (blocks, rest) = (size / BLOCK, size % BLOCK);
        let last = blocks * BLOCK;
        let parts = (rest > 0).then_some((last, size));
        let is_whole = self.blocks.len() as u64 == blocks
            && self.blocks.last_key_value().is_none_or(|(block, _)| *block < blocks)
            && self.parts.iter().map(|(start, (end, _))| (*start, *end)).eq(parts);
        is_whole
            .then(|| self.blocks.values().copied().chain(self.parts.values().map(|part| part.1)).collect())
    }

    /// The hashes of blocks that are not whole.
    pub fn parts(&self) -> impl Iterator<Item = Hashed> {
        self.parts.iter().map(|(&start, &(end, hash))| Hashed { range: start..end, hash })
    }

    /// Blocks that became whole since the last time, by number, in order.
    pub fn take_news(&mut self) -> Vec<(u64, u64)> {
        let mut news = std::mem::take(&mut self.news);
        news.sort_unstable();
        news.iter().filter_map(|block| Some((*block, *self.blocks.get(block)?))).collect()
    }
}

#[cfg(test)]
mod tests;
