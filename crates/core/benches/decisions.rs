//! What single decisions cost, at sizes far beyond the usual: whatever is asked for each piece of a file, each answer or
//! each click must stay far below a millisecond. `make bench-micro` runs them.

#![allow(clippy::unwrap_used, reason = "a benchmark that breaks stops")]

use divan::{Bencher, black_box};
use haul_core::ledger::{self, Ledger};
use haul_core::order::Order;
use haul_core::segment::{SegmentKey, Segments};
use haul_core::takeover::{self, AtWork, Free};
use haul_core::{DownloadId, Move, Priority, QueueId, filename};
use std::ops::Range;
use std::time::Duration;
use url::Url;

const MIB: u64 = 1 << 20;
const SIZE: u64 = 16 << 30;
const SEGMENTS: u64 = 1_000;
const DOWNLOADS: u32 = 100_000;

fn main() {
    divan::main();
}

/// A file with holes: half of each of a thousand parts is there.
fn received() -> Vec<Range<u64>> {
    let part = SIZE / SEGMENTS;
    (0..SEGMENTS).map(|nth| nth * part..nth * part + part / 2).collect()
}

fn segments() -> Segments {
    Segments::from_received(SIZE, &received())
}

/// The segments, and one of them that is taken.
fn taken() -> (Segments, SegmentKey) {
    let mut segments = segments();
    let key = segments.take_idle().unwrap();
    (segments, key)
}

mod segment {
    use super::*;

    #[divan::bench]
    fn rebuild_from_1000_ranges(bencher: Bencher<'_, '_>) {
        bencher.with_inputs(received).bench_refs(|ranges| Segments::from_received(SIZE, ranges));
    }

    #[divan::bench]
    fn plan_16_connections(bencher: Bencher<'_, '_>) {
        bencher.with_inputs(|| Segments::whole(SIZE)).bench_refs(|segments| segments.plan(16));
    }

    #[divan::bench]
    fn take_idle_of_1000(bencher: Bencher<'_, '_>) {
        bencher.with_inputs(segments).bench_refs(|segments| segments.take_idle());
    }

    #[divan::bench]
    fn take_over_among_1000(bencher: Bencher<'_, '_>) {
        bencher.with_inputs(taken).bench_refs(|(segments, key)| segments.take_over(*key, MIB));
    }

    /// What every write does.
    #[divan::bench]
    fn claim_and_record_among_1000(bencher: Bencher<'_, '_>) {
        bencher.with_inputs(taken).bench_refs(|(segments, key)| {
            let from = segments.get(*key).missing().start;
            let claimed = segments.claim(*key, from, 256 << 10);
            segments.record(*key, claimed.end - claimed.start);
        });
    }

    /// What every checkpoint does.
    #[divan::bench]
    fn received_ranges_of_1000(bencher: Bencher<'_, '_>) {
        bencher.with_inputs(segments).bench_refs(|segments| segments.received_ranges());
    }
}

/// From whom a free connection takes over.
mod ledger_of_blocks {
    use super::*;

    /// As a connection writes: 256 KiB, in the pieces that the socket gave.
    #[divan::bench]
    fn hash_256_kib_in_16_pieces(bencher: Bencher<'_, '_>) {
        let piece = vec![7; 16 << 10];
        let pieces = [piece.as_slice(); 16];
        bencher
            .counter(divan::counter::BytesCount::new(256usize << 10))
            .bench(|| ledger::hash(0, black_box(pieces)));
    }

    #[divan::bench]
    fn hash_a_block(bencher: Bencher<'_, '_>) {
        let block = vec![7; MIB as usize];
        bencher
            .counter(divan::counter::BytesCount::new(MIB))
            .bench(|| ledger::hash(0, [black_box(&block[..])]));
    }

    static PIECE: [u8; 256 << 10] = [7; 256 << 10];

    /// Four pieces make each block whole.
    #[divan::bench]
    fn note_one_gib(bencher: Bencher<'_, '_>) {
        bencher.bench(|| {
            let mut ledger = Ledger::default();
            for at in (0..1 << 30).step_by(256 << 10) {
                let before = ledger.ending_at(at);
                ledger.note(ledger::hash_on(before, at, [black_box(&PIECE[..])]));
            }
            ledger
        });
    }

    #[divan::bench]
    fn what_is_written_of_100_gib(bencher: Bencher<'_, '_>) {
        let mut ledger = Ledger::default();
        let block = |at| ledger::Hashed { range: at * ledger::BLOCK..(at + 1) * ledger::BLOCK, hash: at };
        ledger.note((0..100 << 10).filter(|at| at % 100 != 0).map(block).collect());
        bencher.bench_local(|| black_box(&ledger).written());
    }
}

#[divan::bench(args = [16, 1_000])]
fn choose_takeover(bencher: Bencher<'_, '_>, connections: usize) {
    let mut segments = segments();
    let keys: Vec<SegmentKey> = (0..connections).map_while(|_| segments.take_idle()).collect();
    let at_work = |(nth, key): (usize, SegmentKey)| {
        let missing = segments.get(key).missing();
        AtWork { key, missing: missing.end - missing.start, throughput: 1e6 + nth as f64 }
    };
    let at_work: Vec<AtWork> = keys.into_iter().enumerate().map(at_work).collect();
    let free = Free { throughput: 4e6, delay: Duration::from_millis(40) };
    bencher.bench(|| takeover::choose(black_box(&at_work).iter().copied(), free));
}

mod name {
    use super::*;

    #[divan::bench(args = [
        "attachment; filename=\"report (final).pdf\"",
        "attachment; filename=\"plan.pdf\"; filename*=UTF-8''%e2%82%ac%20Pl%c3%a4ne%20f%c3%bcr%20morgen.pdf",
    ])]
    fn from_content_disposition(bencher: Bencher<'_, '_>, header: &str) {
        let url = Url::parse("https://example.org/a").unwrap();
        bencher.bench(|| filename::from_content_disposition(black_box(header).as_bytes(), &url));
    }

    #[divan::bench(args = ["debian-13.1.0-amd64-netinst.iso", "..\\..\\CON : a/b?\u{202e}\u{7}gnp.exe . "])]
    fn safe(name: &str) -> String {
        filename::safe(black_box(name))
    }
}

mod queue_of_100_000 {
    use super::*;

    fn queue() -> Order {
        let mut queue = Order::default();
        for (nth, position) in (0..DOWNLOADS).zip(queue.ends(Priority::Normal)) {
            queue.insert(DownloadId(nth), position, QueueId(1 + nth % 3));
            queue.set_waiting(DownloadId(nth), true);
        }
        queue
    }

    #[divan::bench]
    fn fill() -> Order {
        queue()
    }

    #[divan::bench]
    fn insert_and_remove(bencher: Bencher<'_, '_>) {
        let mut queue = queue();
        bencher.bench_local(|| {
            let position = queue.ends(Priority::Normal).next().unwrap();
            queue.insert(DownloadId(DOWNLOADS), position, QueueId::DEFAULT);
            queue.remove(DownloadId(DOWNLOADS));
        });
    }

    #[divan::bench]
    fn next(bencher: Bencher<'_, '_>) {
        let queue = queue();
        bencher.bench_local(|| black_box(&queue).first(QueueId::DEFAULT));
    }

    /// To the top, and back to where it was.
    #[divan::bench(args = [1, 1_000])]
    fn place(bencher: Bencher<'_, '_>, count: u32) {
        let mut queue = queue();
        let moved: Vec<DownloadId> = (DOWNLOADS / 2..DOWNLOADS / 2 + count).map(DownloadId).collect();
        let behind = Move::Before { id: DownloadId(DOWNLOADS / 2 + count) };
        bencher.bench_local(|| {
            queue.place(&moved, Move::Top);
            queue.place(&moved, behind.clone())
        });
    }
}
