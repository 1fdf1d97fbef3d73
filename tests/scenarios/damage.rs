//! A disk that does not hold what was written to it: found by the hashes of the blocks, and fetched again, a block at a time.

use haul_core::{Checksum, DownloadId, Failure, LogEntry, StartOverReason, Status};
use haul_tests::{FileServer, Haul, HaulProcess, MIB, RunningServer, assert_holds, noise, sha256};
use std::os::unix::fs::FileExt;
use std::path::Path;

const SIZE: u64 = 12 * MIB;
/// What may be on its way in eight connections when they end or lose their rest to others, and come twice.
const LITTLE: u64 = 5 * MIB;

fn sum(bytes: &[u8]) -> Option<Checksum> {
    Some(Checksum { algorithm: haul_core::Algorithm::Sha256, hex: sha256(bytes) })
}

/// Overwrites what lies at `offset`.
fn damage(path: &Path, offset: u64, count: usize) {
    let file = std::fs::OpenOptions::new().write(true).open(path).unwrap();
    file.write_all_at(&vec![0xa5; count], offset).unwrap();
}

/// A download of which all but the last MiB is there, paused.
async fn nearly_whole(bytes: &[u8]) -> (Haul, DownloadId, RunningServer) {
    let server = FileServer::of(bytes.to_vec()).hold_after(SIZE - MIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= SIZE - 2 * MIB).await;
    haul.pause(id).await;
    server.until(|records| records.active == 0).await;
    server.release();
    (haul, id, server)
}

async fn damaged_bytes(haul: &Haul, id: DownloadId) -> Vec<u64> {
    let log = haul.log(id).await;
    log.iter()
        .filter_map(|entry| if let LogEntry::Damaged { bytes } = entry { Some(*bytes) } else { None })
        .collect()
}

#[tokio::test]
async fn a_damaged_block_is_fetched_again_and_nothing_else() {
    let bytes = noise(SIZE, 1);
    let (haul, id, server) = nearly_whole(&bytes).await;
    damage(&haul.part("a.bin"), 2 * MIB + 4096, 1);
    let before = server.sent();
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    let damaged = damaged_bytes(&haul, id).await;
    assert!(matches!(damaged[..], [1..=MIB]), "{damaged:?}");
    assert!(server.sent() - before <= 3 * MIB + LITTLE, "{} bytes", server.sent() - before);
}

#[tokio::test]
async fn a_block_damaged_before_a_restart_is_found_after_it() {
    let bytes = noise(SIZE, 1);
    let (mut haul, id, _server) = nearly_whole(&bytes).await;
    haul.stop().await;
    damage(&haul.part("a.bin"), 0, 3 * MIB as usize);
    haul.reopen().await;
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    let lost: u64 = damaged_bytes(&haul, id).await.iter().sum();
    assert!((3 * MIB - MIB / 2..=4 * MIB).contains(&lost), "{lost} bytes");
}

#[tokio::test]
async fn a_part_file_swapped_for_another_is_fetched_as_a_whole() {
    let bytes = noise(SIZE, 1);
    let (haul, id, _server) = nearly_whole(&bytes).await;
    // With the label of the old one behind it.
    damage(&haul.part("a.bin"), 0, SIZE as usize);
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(damaged_bytes(&haul, id).await.iter().sum::<u64>() >= SIZE - 2 * MIB);
}

#[tokio::test]
async fn damage_to_what_this_run_wrote_is_found_by_the_checksum_and_mended() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).hold_after(SIZE - MIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add_with(server.url(), |new| new.options.checksum = sum(&bytes)).await;
    haul.until(id, |row| row.received >= SIZE - 2 * MIB).await;
    damage(&haul.part("a.bin"), MIB / 2, 10);
    server.release();
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    let damaged = damaged_bytes(&haul, id).await;
    assert!(matches!(damaged[..], [1..=MIB]), "{damaged:?}");
    assert!(server.sent() <= SIZE + MIB + LITTLE, "{} bytes were sent", server.sent());
}

#[tokio::test]
async fn a_file_that_came_wrong_is_fetched_once_more_and_then_right() {
    let bytes = noise(SIZE, 1);
    let mut wrong = bytes.clone();
    wrong[77] ^= 1;
    let server = FileServer::of(wrong).hold_after(SIZE - MIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add_with(server.url(), |new| new.options.checksum = sum(&bytes)).await;
    haul.until(id, |row| row.received >= SIZE - 2 * MIB).await;
    server.becomes(FileServer::of(bytes.clone()));
    server.release();
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    let anew = LogEntry::StartedOver { reason: StartOverReason::WrongChecksum };
    assert!(haul.log(id).await.contains(&anew), "{:#?}", haul.log(id).await);
    assert!(damaged_bytes(&haul, id).await.is_empty(), "the disk held what came");
}

#[tokio::test]
async fn a_file_that_comes_wrong_twice_fails_and_nothing_lies_under_its_name() {
    let bytes = noise(2 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    let id = haul.add_with(server.url(), |new| new.options.checksum = sum(b"something else")).await;
    assert!(matches!(haul.failed(id).await, Failure::ChecksumMismatch { .. }));
    assert!(!haul.file("a.bin").exists());
    assert!(server.sent() <= 4 * MIB + LITTLE, "{} bytes were sent", server.sent());
    assert!(matches!(haul.details(id).await.row.status, Status::Failed { .. }));
}

#[tokio::test]
async fn the_program_mends_what_was_damaged_while_nothing_ran() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).pace(4 * MIB).hold_after(SIZE - MIB).start().await;
    let haul = HaulProcess::new();
    let url = server.url();
    let run = haul.start(&["-x", "4", &url]);
    server.until(|records| records.sent() >= SIZE - MIB).await;
    run.kill().await;
    server.until(|records| records.active == 0).await;
    server.becomes(FileServer::of(bytes.clone()));
    server.release();
    damage(&haul.part("a.bin"), MIB, 100);
    haul.get(&["-x", "4", &url]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
}
