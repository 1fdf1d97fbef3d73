//! A finished file read again: what the disk lost is found block by block, and made good only when somebody asks for it.

use haul_core::{Algorithm, Check, Checksum, DownloadId, Failure, FileFate, Finding, LogEntry, Status};
use haul_tests::{FileServer, Haul, MIB, RunningServer, assert_holds, noise, sha256};
use std::os::unix::fs::{FileExt, PermissionsExt};
use std::path::Path;

const SIZE: u64 = 10 * MIB + 1000;
/// What is compared before the missing block, and what may come twice.
const LITTLE: u64 = MIB;

/// A completed download of `bytes`.
async fn finished(script: FileServer) -> (Haul, DownloadId, RunningServer) {
    let (haul, server) = (Haul::impatient().await, script.start().await);
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    (haul, id, server)
}

/// Overwrites one byte with another.
fn flip(path: &Path, offset: u64) {
    let file = std::fs::OpenOptions::new().read(true).write(true).open(path).unwrap();
    let mut byte = [0];
    file.read_exact_at(&mut byte, offset).unwrap();
    file.write_all_at(&[byte[0] ^ 1], offset).unwrap();
}

fn cut(path: &Path, length: u64) {
    std::fs::OpenOptions::new().write(true).open(path).unwrap().set_len(length).unwrap();
}

/// Why repairs failed, each of them.
async fn failures(haul: &Haul, id: DownloadId) -> Vec<Failure> {
    let failure = |entry| match entry {
        LogEntry::NotRepaired { failure } => Some(failure),
        _ => None,
    };
    haul.log(id).await.into_iter().filter_map(failure).collect()
}

async fn repaired_bytes(haul: &Haul, id: DownloadId) -> Option<u64> {
    haul.log(id).await.into_iter().rev().find_map(|entry| match entry {
        LogEntry::Repaired { bytes } => Some(bytes),
        _ => None,
    })
}

#[tokio::test]
async fn an_intact_file_is_found_intact_and_a_repair_of_it_does_nothing() {
    let bytes = noise(SIZE, 1);
    let (mut haul, id, server) = finished(FileServer::of(bytes.clone())).await;
    assert_eq!(haul.verified(id).await, Finding::Intact);
    assert!(haul.log(id).await.contains(&LogEntry::Checked { finding: Finding::Intact }));
    haul.restart().await;
    assert_eq!(haul.details(id).await.row.check, None, "it was not read since");
    assert_eq!(haul.verified(id).await, Finding::Intact);
    let (sent, finished) = (server.sent(), haul.details(id).await.row.finished);
    let row = haul.repair(id).await;
    assert_eq!(row.check, Some(Check::Done { finding: Finding::Intact }));
    assert_eq!(row.finished, finished);
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_eq!((server.sent(), haul.names()), (sent, vec!["a.bin".to_owned()]));
}

#[tokio::test]
async fn a_flipped_byte_is_found_and_only_its_block_is_fetched_again() {
    let bytes = noise(SIZE, 1);
    let (mut haul, id, server) = finished(FileServer::of(bytes.clone())).await;
    let path = haul.file("a.bin");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o750)).unwrap();
    flip(&path, 3 * MIB + 77);
    assert_eq!(haul.verified(id).await, Finding::Damaged { bytes: MIB });
    let before = server.sent();
    assert!(matches!(haul.details(id).await.row.status, Status::Completed { .. }), "nobody asked for more");
    let row = haul.repair(id).await;
    assert_eq!(sha256(&std::fs::read(&path).unwrap()), sha256(&bytes));
    let fetched = server.sent() - before;
    assert!((MIB..=MIB + LITTLE).contains(&fetched), "{fetched} bytes were fetched");
    assert_eq!(row.check, Some(Check::Done { finding: Finding::Intact }));
    assert_eq!(repaired_bytes(&haul, id).await, Some(MIB));
    assert_eq!(haul.names(), ["a.bin"]);
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o750);
    haul.restart().await;
    assert!(matches!(haul.details(id).await.row.status, Status::Completed { .. }));
    assert_eq!(haul.verified(id).await, Finding::Intact);
}

#[tokio::test]
async fn a_file_that_was_cut_or_has_grown_is_made_what_it_was() {
    let bytes = noise(SIZE, 1);
    let (haul, id, server) = finished(FileServer::of(bytes.clone())).await;
    let path = haul.file("a.bin");
    cut(&path, 8 * MIB + 5);
    assert_eq!(haul.verified(id).await, Finding::Damaged { bytes: 2 * MIB + 1000 });
    let before = server.sent();
    haul.repair(id).await;
    assert_holds(&path, &bytes);
    assert!(server.sent() - before <= 3 * MIB + LITTLE, "{} bytes", server.sent() - before);
    cut(&path, SIZE + 5000);
    assert_eq!(haul.verified(id).await, Finding::Damaged { bytes: 5000 });
    haul.repair(id).await;
    assert_holds(&path, &bytes);
    assert_eq!(haul.names(), ["a.bin"]);
}

#[tokio::test]
async fn a_file_that_is_gone_is_found_gone_and_comes_back() {
    let bytes = noise(SIZE, 1);
    let (haul, id, _server) = finished(FileServer::of(bytes.clone())).await;
    std::fs::remove_dir_all(haul.folder()).unwrap();
    assert_eq!(haul.verified(id).await, Finding::Gone);
    haul.repair(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_eq!(haul.names(), ["a.bin"]);
}

#[tokio::test]
async fn a_small_file_and_one_of_unknown_size_are_known_as_well() {
    let bytes = noise(3 * MIB + 5, 2);
    let (haul, id, _server) = finished(FileServer::of(bytes.clone()).chunked().no_validator()).await;
    let small = FileServer::of(noise(1000, 3)).named("small.bin").start().await;
    let other = haul.add(small.url()).await;
    haul.completed(other).await;
    for (id, name, size, bytes) in [(id, "a.bin", MIB, bytes), (other, "small.bin", 1000, noise(1000, 3))] {
        assert_eq!(haul.verified(id).await, Finding::Intact, "{name}");
        flip(&haul.file(name), 10);
        assert_eq!(haul.verified(id).await, Finding::Damaged { bytes: size }, "{name}");
        haul.repair(id).await;
        assert_eq!(failures(&haul, id).await, []);
        assert_holds(&haul.file(name), &bytes);
    }
    assert_eq!(haul.names(), ["a.bin", "small.bin"]);
}

#[tokio::test]
async fn another_version_on_the_server_is_refused_and_the_file_is_not_touched() {
    let (bytes, other) = (noise(SIZE, 1), noise(SIZE, 2));
    let (haul, id, server) = finished(FileServer::of(bytes.clone())).await;
    let path = haul.file("a.bin");
    flip(&path, 3 * MIB);
    let damaged = std::fs::read(&path).unwrap();
    let before = server.sent();
    let lying = || FileServer::of(other.clone());
    let told = lying().etag("\"v2\"");
    let without_ranges = lying().etag("\"v2\"").no_ranges();
    let unknown = lying().no_validator();
    let endless = lying().no_validator().chunked();
    let vouched = lying().no_validator().header("Repr-Digest", crate::checksum::repr_digest(&other));
    let shorter = FileServer::of(noise(SIZE - 1, 1));
    let scripts = [told, without_ranges, lying(), unknown, endless, vouched, shorter];
    for (round, script) in scripts.into_iter().enumerate() {
        server.becomes(script);
        let row = haul.repair(id).await;
        assert!(matches!(row.status, Status::Completed { .. }), "{row:#?}");
        let failures = failures(&haul, id).await;
        assert_eq!(failures.len(), round + 1, "{failures:#?}");
        assert!(matches!(failures[round], Failure::SourceChanged { .. }), "{failures:#?}");
        assert_holds(&path, &damaged);
        assert_eq!(haul.names(), ["a.bin"]);
    }
    assert!(server.sent() - before <= 4 * SIZE, "{} bytes", server.sent() - before);
    assert_eq!(haul.verified(id).await, Finding::Damaged { bytes: MIB });
    server.becomes(FileServer::of(bytes.clone()));
    haul.repair(id).await;
    assert_holds(&path, &bytes);
}

#[tokio::test]
async fn a_server_that_is_gone_leaves_everything_as_it_was() {
    let (haul, id, server) = finished(FileServer::of(noise(SIZE, 1))).await;
    flip(&haul.file("a.bin"), 0);
    let damaged = std::fs::read(haul.file("a.bin")).unwrap();
    server.becomes(FileServer::of(vec![]).status(404));
    haul.repair(id).await;
    let gone = Failure::NotFound { status: 404 };
    assert_eq!(failures(&haul, id).await.as_slice(), std::slice::from_ref(&gone));
    assert_eq!(haul.details(id).await.row.check, Some(Check::NotRepaired { failure: gone }));
    assert_holds(&haul.file("a.bin"), &damaged);
    assert_eq!(haul.names(), ["a.bin"]);
}

#[tokio::test]
async fn without_ranges_the_whole_file_is_fetched_and_compared() {
    let bytes = noise(SIZE, 1);
    let (haul, id, server) = finished(FileServer::of(bytes.clone())).await;
    flip(&haul.file("a.bin"), 3 * MIB);
    for script in
        [FileServer::of(bytes.clone()).no_ranges(), FileServer::of(bytes.clone()).no_validator().no_ranges()]
    {
        flip(&haul.file("a.bin"), 4 * MIB);
        server.becomes(script);
        haul.repair(id).await;
        assert_eq!(failures(&haul, id).await, []);
        assert_holds(&haul.file("a.bin"), &bytes);
        assert_eq!(haul.names(), ["a.bin"]);
    }
}

#[tokio::test]
async fn a_checksum_finds_what_nobody_kept_hashes_of() {
    let bytes = noise(2 * MIB, 1);
    let (haul, server) = (Haul::impatient().await, FileServer::of(bytes.clone()).start().await);
    std::fs::write(haul.file("a.bin"), &bytes).unwrap();
    // It lies there already, so it never passes through here.
    let sum = Some(Checksum { algorithm: Algorithm::Sha256, hex: sha256(&bytes) });
    let id = haul.add_with(server.url(), |new| new.options.checksum = sum).await;
    haul.completed(id).await;
    assert!(haul.log(id).await.contains(&LogEntry::AlreadyComplete));
    assert_eq!(haul.verified(id).await, Finding::Intact);
    flip(&haul.file("a.bin"), 5);
    assert_eq!(haul.verified(id).await, Finding::Damaged { bytes: 2 * MIB });
    haul.repair(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_eq!(haul.names(), ["a.bin"]);
}

#[tokio::test]
async fn a_checksum_of_the_server_that_nobody_heeded_damages_nothing() {
    let bytes = noise(SIZE, 1);
    let wrong = crate::checksum::repr_digest(&noise(SIZE, 2));
    let haul = Haul::bed().settings(|settings| settings.server_checksums = false).start().await;
    let server = FileServer::of(bytes.clone()).header("Repr-Digest", wrong).start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    assert_eq!(haul.verified(id).await, Finding::Intact);
    flip(&haul.file("a.bin"), 0);
    assert_eq!(haul.verified(id).await, Finding::Damaged { bytes: MIB });
}

#[tokio::test]
async fn a_repair_goes_on_after_a_crash_and_until_then_the_file_is_the_old_one() {
    let bytes = noise(SIZE, 1);
    let (mut haul, id, server) = finished(FileServer::of(bytes.clone())).await;
    let path = haul.file("a.bin");
    for block in 2..8 {
        flip(&path, block * MIB);
    }
    let damaged = std::fs::read(&path).unwrap();
    server.hold_after(server.sent() + 4 * MIB);
    haul.engine().repair(vec![id]).await.unwrap();
    haul.until(id, |row| row.connections > 0 && row.received > SIZE - 3 * MIB).await;
    haul.crash().await;
    assert_holds(&path, &damaged);
    server.until(|records| records.active == 0).await;
    let before = server.sent();
    server.release();
    haul.reopen().await;
    haul.completed(id).await;
    assert_holds(&path, &bytes);
    assert_eq!(haul.names(), ["a.bin"]);
    assert!(server.sent() - before <= 4 * MIB, "{} bytes", server.sent() - before);
    assert_eq!(haul.verified(id).await, Finding::Intact);
}

/// A repair that waits, in the middle of the damaged block, for the server to be released.
async fn held_in_repair(bytes: &[u8]) -> (Haul, DownloadId, RunningServer) {
    let (haul, id, server) = finished(FileServer::of(bytes.to_vec())).await;
    flip(&haul.file("a.bin"), 3 * MIB);
    server.hold_after(server.sent() + MIB / 2);
    haul.engine().repair(vec![id]).await.unwrap();
    haul.until(id, |row| row.received > 9 * MIB && row.connections > 0).await;
    (haul, id, server)
}

#[tokio::test]
async fn a_repair_can_be_paused_and_removed_with_all_its_files() {
    let (haul, id, _server) = held_in_repair(&noise(SIZE, 1)).await;
    haul.pause(id).await;
    assert_eq!(haul.names(), ["a.bin", "a.bin.part"]);
    haul.remove(vec![id], FileFate::Delete).await;
    assert_eq!(haul.names(), Vec::<String>::new());
}

#[tokio::test]
async fn what_was_put_there_meanwhile_keeps_its_name() {
    let bytes = noise(SIZE, 1);
    let (haul, id, server) = held_in_repair(&bytes).await;
    std::fs::write(haul.file("mine"), "mine").unwrap();
    std::fs::rename(haul.file("mine"), haul.file("a.bin")).unwrap();
    server.release();
    let row = haul.completed(id).await;
    assert_eq!(row.name, "a (1).bin");
    assert_holds(&haul.file("a.bin"), b"mine");
    assert_holds(&haul.file("a (1).bin"), &bytes);
    assert_eq!(haul.names(), ["a (1).bin", "a.bin"]);
}

#[tokio::test]
async fn a_download_that_was_begun_anew_is_compared_with_what_came_then() {
    let (bytes, later) = (noise(SIZE, 1), noise(5 * MIB, 2));
    let (haul, id, server) = finished(FileServer::of(bytes)).await;
    server.becomes(FileServer::of(later.clone()).etag("\"v2\""));
    haul.start_over(id).await;
    haul.until(id, |row| row.name == "a (1).bin" && matches!(row.status, Status::Completed { .. })).await;
    assert_eq!(haul.verified(id).await, Finding::Intact);
    assert_holds(&haul.file("a (1).bin"), &later);
}
