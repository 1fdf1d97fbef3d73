//! Segments by example, and by property: disjoint, complete, monotone whatever happens.

use super::*;
use proptest::prelude::*;

const MIB: u64 = 1 << 20;

#[test]
fn split_shares_only_what_is_missing() {
    let mut first = Segment { received: 40, ..Segment::new(0..100) };
    let second = first.split(30).unwrap();
    assert_eq!((first.missing(), second.missing()), (40..70, 70..100));
    assert_eq!(first.split(30), None);
}

#[test]
fn a_plan_is_even_and_on_the_grid() {
    let mut segments = Segments::whole(64 * MIB);
    segments.plan(8);
    let starts: Vec<u64> = segments.in_order().iter().map(|segment| segment.range.start / MIB).collect();
    assert_eq!(starts, [0, 8, 16, 24, 32, 40, 48, 56]);
}

#[test]
fn small_files_are_not_cut() {
    let mut segments = Segments::whole(2 * MIB - 1);
    segments.plan(8);
    assert_eq!(segments.in_order().len(), 1);
}

/// Takes the whole file and writes `count` bytes of it.
fn begun(size: u64, count: u64) -> (Segments, SegmentKey) {
    let mut segments = Segments::whole(size);
    let key = segments.take_idle().unwrap();
    segments.claim(key, 0, count);
    segments.record(key, count);
    (segments, key)
}

#[test]
fn the_end_of_a_range_is_taken_over_on_the_grid() {
    let (mut segments, first) = begun(8 * MIB, MIB);
    let second = segments.take_over(first, 3 * MIB + 1000).unwrap();
    assert_eq!(segments.get(second).range, 5 * MIB..8 * MIB);
    assert_eq!(segments.get(first).missing(), MIB..5 * MIB);
    let third = segments.take_over(second, 1000).unwrap();
    assert_eq!(segments.get(third).range, 8 * MIB - 1000..8 * MIB);
}

#[test]
fn all_that_is_missing_can_be_taken_over() {
    let (mut segments, first) = begun(8 * MIB, MIB);
    let second = segments.take_over(first, 100 * MIB).unwrap();
    assert_eq!(segments.get(second).range, MIB..8 * MIB);
    assert!(segments.get(first).is_whole());
    assert_eq!(segments.take_over(first, 1), None);
}

#[test]
fn claimed_bytes_cannot_be_taken_over() {
    let (mut segments, first) = begun(MIB, 0);
    segments.claim(first, 0, MIB - 10);
    let second = segments.take_over(first, MIB).unwrap();
    assert_eq!(segments.get(second).range, MIB - 10..MIB);
}

#[test]
fn bytes_from_elsewhere_claim_nothing() {
    let (mut segments, first) = begun(MIB, 100);
    assert!(segments.claim(first, 0, 10).is_empty());
    assert!(segments.claim(first, 101, 10).is_empty());
    assert_eq!(segments.claim(first, 100, 10), 100..110);
}

#[test]
fn whoever_brings_the_first_byte_keeps_what_was_taken_over() {
    let (mut segments, slow) = begun(8 * MIB, MIB);
    let quick = segments.take_over(slow, 7 * MIB).unwrap();
    assert!(segments.take_back(slow));
    assert_eq!(segments.claim(slow, MIB, 10), MIB..MIB + 10);
    assert!(segments.claim(quick, MIB, 10).is_empty(), "it came too late");
    segments.release(quick);

    let quick = segments.take_over(slow, 7 * MIB).unwrap();
    segments.claim(quick, MIB + 10, 10);
    assert!(!segments.take_back(slow), "it was first");
}

#[test]
fn an_unknown_size_is_known_at_the_end() {
    let mut segments = Segments::whole(1 << 62);
    let key = segments.take_idle().unwrap();
    segments.claim(key, 0, 70);
    segments.record(key, 70);
    assert!(!segments.is_whole());
    segments.close_at_received();
    assert!(segments.is_whole());
    assert_eq!((segments.size(), segments.received_ranges()), (70, vec![0..70]));
}

#[test]
fn what_is_on_disk_is_rebuilt() {
    let segments = Segments::from_received(100, &[0..10, 50..60, 10..20, 90..200, 55..70]);
    assert_eq!(segments.received_ranges(), [0..20, 50..70]);
    assert_eq!(segments.received(), 40);
}

/// What may happen to segments, with arbitrary numbers.
#[derive(Debug, Clone)]
enum Step {
    Take,
    TakeOver(usize, u64),
    TakeBack(usize),
    Claim(usize, u64),
    Record(usize, u64),
    Release(usize),
    Plan(u32),
    Cut(u64),
    Lose(Range<u64>),
    Restart,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        Just(Step::Take),
        (0..16usize, 1..9 * MIB).prop_map(|(key, count)| Step::TakeOver(key, count)),
        (0..16usize).prop_map(Step::TakeBack),
        (0..16usize, 1..3 * MIB).prop_map(|(key, count)| Step::Claim(key, count)),
        (0..16usize, 1..3 * MIB).prop_map(|(key, count)| Step::Record(key, count)),
        (0..16usize).prop_map(Step::Release),
        (1..64u32).prop_map(Step::Plan),
        (0..40 * MIB).prop_map(Step::Cut),
        (0..40 * MIB, 1..3 * MIB).prop_map(|(at, count)| Step::Lose(at..at + count)),
        Just(Step::Restart),
    ]
}

fn check(segments: &Segments) {
    let mut at = 0;
    for segment in segments.in_order() {
        assert_eq!(segment.range.start, at, "disjoint and complete");
        assert!(segment.received + segment.claimed <= length(&segment.range));
        at = segment.range.end;
    }
    assert_eq!(at, segments.size());
}

proptest! {
    #[test]
    fn segments_stay_disjoint_complete_and_monotone(size in 0..40 * MIB, steps in prop::collection::vec(step(), 0..200)) {
        let mut segments = Segments::whole(size);
        let mut received = 0;
        for step in steps {
            let keys = segments.list.len();
            match step {
                Step::Take => { segments.take_idle(); }
                Step::TakeOver(key, count) if key < keys => { segments.take_over(SegmentKey(key), count); }
                Step::TakeBack(key) if key < keys => { segments.take_back(SegmentKey(key)); }
                Step::Claim(key, count) if key < keys && segments.list[key].taken => {
                    let from = segments.list[key].missing().start;
                    segments.claim(SegmentKey(key), from, count);
                }
                Step::Record(key, count) if key < keys => segments.record(SegmentKey(key), count),
                Step::Release(key) if key < keys => segments.release(SegmentKey(key)),
                Step::Plan(connections) => segments.plan(connections),
                Step::Cut(at) => segments.cut_at(at),
                Step::Lose(range) => received -= segments.lose(&range),
                Step::Restart => segments = Segments::from_received(size, &segments.received_ranges()),
                Step::TakeOver(..) | Step::TakeBack(_) | Step::Claim(..) | Step::Record(..) | Step::Release(..) => {}
            }
            check(&segments);
            prop_assert!(segments.received() >= received, "nothing received is lost");
            received = segments.received();
        }
    }

    #[test]
    fn every_file_is_finished(size in 0..20 * MIB, connections in 1..9u32, portion in 1..2 * MIB) {
        let mut segments = Segments::whole(size);
        segments.plan(connections);
        while let Some(key) = segments.take_idle() {
            let from = segments.get(key).missing().start;
            let claimed = segments.claim(key, from, portion);
            segments.record(key, length(&claimed));
            segments.release(key);
        }
        prop_assert!(segments.is_whole());
        prop_assert_eq!(segments.received(), size);
    }
}
