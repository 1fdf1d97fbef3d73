//! The hashes of what is written: those of whole blocks in a table behind the label's slots, eight bytes each, all others in
//! the label itself.
//!
//! Only what has a hash counts when the file is opened again, and it is read and compared before the file is finished: what
//! the disk lost, or what somebody else wrote, is fetched again, a block at a time. A table that a power cut left older
//! than its label costs blocks, never correctness.

use haul_core::Failure;
use haul_core::ledger::{self, BLOCK, Hashed, Ledger};
use std::ops::Range;
use std::sync::atomic::Ordering;
use std::sync::{MutexGuard, PoisonError};
use tokio_util::sync::CancellationToken;

use super::{PartFile, SLOT, SLOTS};
use crate::files::failure_of;
use crate::transfer::label::Label;
use crate::transfer::positioned;

/// Bytes of one.
const HASH: u64 = 8;
/// As much of a table is made at once: for files up to 128 GiB all of it.
const MADE: u64 = 1 << 20;

/// How long a part file is that carries a label, of a file of `size` bytes.
pub fn length(size: u64) -> u64 {
    size + SLOTS * SLOT + size / BLOCK * HASH
}

/// What [`length`] was made of; none if no file is so long.
pub fn size_of(length: u64) -> Option<u64> {
    let rest = length.checked_sub(SLOTS * SLOT)?;
    let size = rest - rest / (BLOCK + HASH) * HASH;
    (self::length(size) == length).then_some(size)
}

impl PartFile {
    pub(super) fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Completes `label` by what was written, and gives the hashes of blocks that became whole since the last time.
    pub(super) fn fill_in(&self, label: &mut Label) -> Vec<(u64, u64)> {
        let mut ledger = self.ledger();
        if label.received.is_empty() && label.resource.can_be_continued() {
            label.received = ledger.written().iter().map(|range| (range.start, range.end)).collect();
        }
        label.sequence = self.sequence.fetch_add(1, Ordering::Relaxed);
        label.parts = ledger.parts().map(|part| (part.range.start, part.range.end, part.hash)).collect();
        ledger.take_news()
    }

    /// Writes an empty table, so that it has its room on the disk before the file takes the last.
    pub(super) fn make_table(&self, size: u64) -> Result<(), Failure> {
        let bytes = vec![0; usize::try_from((size / BLOCK * HASH).min(MADE)).unwrap_or(0)];
        if bytes.is_empty() { Ok(()) } else { self.write_pieces(&[bytes.into()], size + SLOTS * SLOT) }
    }

    /// Writes `hashes`, which are in the order of their blocks, into the table.
    pub(super) fn write_hashes(&self, size: u64, hashes: &[(u64, u64)]) -> Result<(), Failure> {
        for neighbours in hashes.chunk_by(|one, next| one.0 + 1 == next.0) {
            let bytes: Vec<u8> = neighbours.iter().flat_map(|(_, hash)| hash.to_le_bytes()).collect();
            self.write_pieces(&[bytes.into()], size + SLOTS * SLOT + neighbours[0].0 * HASH)?;
        }
        Ok(())
    }

    /// Fills the ledger with what `label` says is there, and takes out of the label what has no hash.
    pub(super) fn read_ledger(&self, label: &mut Label) {
        let size = label.resource.size.unwrap_or(0);
        let mut known = Ledger::default();
        for range in label.ranges() {
            known.note(self.read_hashes(size, &range));
        }
        let within = |part: &Range<u64>| {
            label.ranges().iter().any(|range| range.start <= part.start && part.end <= range.end)
        };
        let parts = label.parts.iter().map(|&(start, end, hash)| Hashed { range: start..end, hash });
        let in_one_block = |part: &Range<u64>| part.start / BLOCK == (part.end - 1) / BLOCK;
        let usable = |part: &Range<u64>| !part.is_empty() && in_one_block(part) && within(part);
        known.note(parts.filter(|part| usable(&part.range)).collect());
        known.take_news();
        label.received = known.written().iter().map(|range| (range.start, range.end)).collect();
        *self.ledger() = known;
    }

    /// Of the blocks that lie in `range` as a whole.
    fn read_hashes(&self, size: u64, range: &Range<u64>) -> Vec<Hashed> {
        let (first, end) = (range.start.div_ceil(BLOCK), range.end.min(size) / BLOCK);
        let mut bytes = vec![0; usize::try_from(end.saturating_sub(first) * HASH).unwrap_or(0)];
        if positioned::read_exact(&self.file, &mut bytes, size + SLOTS * SLOT + first * HASH).is_err() {
            return Vec::new();
        }
        let (hashes, _) = bytes.as_chunks::<{ HASH as usize }>();
        let blocks = (first..end).zip(hashes);
        let hashed = blocks.map(|(block, hash)| Hashed {
            range: block * BLOCK..(block + 1) * BLOCK,
            hash: u64::from_le_bytes(*hash),
        });
        hashed.collect()
    }

    /// Reads all that was written by now and gives what is not there as it was, which the ledger then forgets; none if `stop`
    /// came first. Blocks.
    pub fn find_damage(&self, stop: &CancellationToken) -> Option<Vec<Range<u64>>> {
        let hashes = self.ledger().hashes();
        self.damage_among(hashes, stop)
    }

    /// The same for what had `hashes` a while ago: what was added to it since is forgotten with it.
    fn damage_among(&self, hashes: Vec<Hashed>, stop: &CancellationToken) -> Option<Vec<Range<u64>>> {
        let mut buffer = vec![0; BLOCK as usize];
        let mut damaged = Vec::new();
        for Hashed { range, hash } in hashes {
            if stop.is_cancelled() {
                return None;
            }
            let bytes = &mut buffer[..(range.end - range.start) as usize];
            let read = positioned::read_exact(&self.file, bytes, range.start);
            if read.is_err()
                || ledger::hash(range.start, [&*bytes]) != [Hashed { range: range.clone(), hash }]
            {
                damaged.extend(self.ledger().forget(range));
            }
        }
        Some(damaged)
    }

    /// The hash of each block of the whole file of `size` bytes; none if one is not known.
    pub fn hashes(&self, size: u64) -> Option<Vec<u64>> {
        self.ledger().whole(size)
    }

    /// Makes `label` say what counts now.
    pub fn relabel(&self, label: &mut Label) {
        label.received = self.ledger().written().iter().map(|range| (range.start, range.end)).collect();
    }

    /// What lies in `range`. Blocks.
    pub fn read(&self, range: Range<u64>) -> Result<Vec<u8>, Failure> {
        let mut bytes = vec![0; usize::try_from(range.end - range.start).unwrap_or(0)];
        let read = positioned::read_exact(&self.file, &mut bytes, range.start);
        read.map_err(|error| failure_of(&error, &self.path))?;
        Ok(bytes)
    }

    /// Nothing of what is there is trusted any more.
    pub fn distrust(&self) {
        *self.ledger() = Ledger::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use haul_core::filename::PartName;

    #[test]
    fn what_grew_while_it_was_read_is_lost_with_what_is_damaged() {
        let folder = tempfile::tempdir().unwrap();
        let part = PartFile::create(&PartName::Plain.path(folder.path(), "a")).unwrap().unwrap();
        part.write_all_at(&[vec![1; 1000].into()], 0).unwrap();
        let before = part.ledger().hashes();
        part.write_all_at(&[vec![2; 500].into()], 1000).unwrap();
        positioned::write_all(part.file(), &[vec![9; 1].into()], 10).unwrap();
        let damaged = part.damage_among(before, &CancellationToken::new()).unwrap();
        assert_eq!(damaged, std::slice::from_ref(&(0..1500)));
        assert_eq!(part.ledger().written(), []);
    }

    #[test]
    fn the_length_tells_the_size() {
        let sizes =
            [0, 1, 1000, BLOCK - 1, BLOCK, BLOCK + 1, 7 * BLOCK - 1, 7 * BLOCK, 1 << 40, (1 << 40) + 12345];
        for size in sizes {
            assert_eq!(size_of(length(size)), Some(size), "{size}");
        }
        assert_eq!(size_of(SLOTS * SLOT - 1), None);
        assert_eq!(size_of(length(2 * BLOCK) - 1), None, "between two sizes");
    }
}
