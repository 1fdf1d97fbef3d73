//! However the bytes came, the hashes are those of the blocks.

use super::*;
use proptest::prelude::*;

const SIZE: usize = 3 * BLOCK as usize + 1000;

fn bytes() -> Vec<u8> {
    (0..SIZE).map(|at| (at * 31 + at / 251) as u8).collect()
}

fn note(ledger: &mut Ledger, bytes: &[u8], range: Range<usize>) {
    let before = ledger.ending_at(range.start as u64);
    ledger.note(hash_on(before, range.start as u64, [&bytes[range]]));
}

#[test]
fn pieces_of_any_length_make_the_hashes_of_their_blocks() {
    let bytes = bytes();
    let pieces: Vec<&[u8]> = bytes.chunks(300_007).collect();
    let mut ledger = Ledger::default();
    ledger.note(hash(0, pieces.iter().copied()));
    assert_eq!(ledger.hashes(), hash(0, [&bytes[..]]));
    let mut one_by_one = Ledger::default();
    for (number, piece) in pieces.iter().enumerate() {
        note(&mut one_by_one, &bytes, number * 300_007..number * 300_007 + piece.len());
    }
    assert_eq!(one_by_one.hashes(), ledger.hashes());
    assert_eq!(ledger.written(), [0..SIZE as u64]);
    assert_eq!(ledger.parts().count(), 1, "the last block is shorter than others");
    assert_eq!(ledger.take_news().len(), 3);
    assert_eq!(ledger.take_news(), []);
}

#[test]
fn no_hash_goes_beyond_its_block_whatever_comes_first() {
    let bytes = bytes();
    let edge = BLOCK as usize;
    let mut ledger = Ledger::default();
    // The end of the first block is there and its beginning is not.
    note(&mut ledger, &bytes, edge - 100..edge);
    note(&mut ledger, &bytes, edge..edge + 100);
    note(&mut ledger, &bytes, edge + 100..2 * edge);
    let ranges: Vec<_> = ledger.hashes().into_iter().map(|hashed| hashed.range).collect();
    assert_eq!(ranges, [BLOCK..2 * BLOCK, BLOCK - 100..BLOCK]);
    note(&mut ledger, &bytes, 0..edge - 100);
    assert_eq!(ledger.hashes(), hash(0, [&bytes[..2 * edge]]));
}

#[test]
fn what_is_forgotten_is_missing_with_all_that_one_hash_covers() {
    let bytes = bytes();
    let mut ledger = Ledger::default();
    note(&mut ledger, &bytes, 0..SIZE);
    assert_eq!(ledger.forget(BLOCK + 5..BLOCK + 6), [BLOCK..2 * BLOCK]);
    assert_eq!(ledger.written(), [0..BLOCK, 2 * BLOCK..SIZE as u64]);
    assert_eq!(ledger.take_news().iter().map(|new| new.0).collect::<Vec<_>>(), [0, 2]);
    assert_eq!(ledger.forget(SIZE as u64 - 1..SIZE as u64), [3 * BLOCK..SIZE as u64]);
    assert_eq!(ledger.written(), [0..BLOCK, 2 * BLOCK..3 * BLOCK]);
    assert_eq!(ledger.forget(BLOCK..2 * BLOCK), []);
    assert_eq!(ledger.hashes().len(), 2, "what is not there cannot be forgotten");
}

#[test]
fn a_file_is_known_as_a_whole_once_each_block_has_its_hash() {
    let bytes = bytes();
    let mut ledger = Ledger::default();
    assert_eq!(ledger.whole(0), Some(vec![]));
    note(&mut ledger, &bytes, 0..SIZE - 5);
    assert_eq!(ledger.whole(SIZE as u64), None, "the last bytes are missing");
    note(&mut ledger, &bytes, SIZE - 5..SIZE);
    let hashes: Vec<u64> = hash(0, [&bytes[..]]).into_iter().map(|hashed| hashed.hash).collect();
    assert_eq!(ledger.whole(SIZE as u64), Some(hashes.clone()));
    assert_eq!(ledger.whole(SIZE as u64 - 1), None, "it is longer");
    assert_eq!(ledger.whole(3 * BLOCK), None, "it is longer");
    assert_eq!(blocks_of(&hashes, SIZE as u64).collect::<Vec<_>>(), hash(0, [&bytes[..]]));
    ledger.forget(0..1);
    assert_eq!(ledger.whole(SIZE as u64), None);
}

#[test]
fn other_bytes_in_the_same_place_have_another_hash() {
    let mut bytes = bytes();
    let before = hash(0, [&bytes[..]]);
    bytes[2 * BLOCK as usize + 77] ^= 1;
    let after = hash(0, [&bytes[..]]);
    let same: Vec<bool> = before.iter().zip(&after).map(|(before, after)| before == after).collect();
    assert_eq!(same, [true, true, false, true]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn in_any_order_and_also_twice_no_hash_is_ever_wrong(
        cuts in proptest::collection::btree_set(prop_oneof![1..SIZE, (1..4usize).prop_map(|block| block << 20)], 0..12),
        order in any::<prop::sample::Index>(),
        again in proptest::collection::vec((0..SIZE, 1..400_000usize), 0..4),
    ) {
        let bytes = bytes();
        let mut edges = vec![0];
        edges.extend(cuts);
        edges.push(SIZE);
        let mut ranges: Vec<Range<usize>> = edges.windows(2).map(|pair| pair[0]..pair[1]).collect();
        let first = order.index(ranges.len());
        ranges.rotate_left(first);
        let mut ledger = Ledger::default();
        for range in ranges {
            note(&mut ledger, &bytes, range);
        }
        prop_assert_eq!(ledger.hashes(), hash(0, [&bytes[..]]));
        for (start, length) in again {
            note(&mut ledger, &bytes, start..SIZE.min(start + length));
        }
        let mut covered = 0;
        for Hashed { range, hash: known } in ledger.hashes() {
            let there = hash(range.start, [&bytes[range.start as usize..range.end as usize]]);
            prop_assert_eq!(&there, &vec![Hashed { range: range.clone(), hash: known }]);
            covered += range.end - range.start;
        }
        let written: u64 = ledger.written().iter().map(|range| range.end - range.start).sum();
        prop_assert_eq!(covered, written);
    }
}
