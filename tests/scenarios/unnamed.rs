//! Servers that have no name for a version of their file, or only a weak one: what is there is gone on with once it was
//! compared, over one connection, and never becomes a mixture.

use haul_core::{DownloadId, Failure, LogEntry, StartOverReason};
use haul_tests::{FileServer, Haul, HaulProcess, KIB, MIB, RunningServer, assert_holds, noise};

const SIZE: u64 = 8 * MIB;
const HALF: u64 = SIZE / 2;
/// What is compared at the start, what may be on its way when a connection ends, and what is compared by it.
const LITTLE: u64 = 2 * MIB;

fn unnamed(bytes: &[u8]) -> FileServer {
    FileServer::of(bytes.to_vec()).no_validator()
}

async fn paused_at_half(script: FileServer) -> (Haul, DownloadId, RunningServer) {
    let server = script.pace(4 * MIB).hold_after(HALF + MIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= HALF).await;
    haul.pause(id).await;
    server.until(|records| records.active == 0).await;
    server.release();
    (haul, id, server)
}

async fn started_over(haul: &Haul, id: DownloadId) -> Option<StartOverReason> {
    let log = haul.log(id).await;
    log.into_iter().find_map(|entry| match entry {
        LogEntry::StartedOver { reason } => Some(reason),
        _ => None,
    })
}

/// `bytes` with those from `at` on replaced, `count` of them.
fn changed(bytes: &[u8], at: u64, count: u64) -> Vec<u8> {
    let mut other = bytes.to_vec();
    for byte in &mut other[at as usize..(at + count) as usize] {
        *byte ^= 0x5a;
    }
    other
}

#[tokio::test]
async fn what_is_there_is_kept_if_the_server_still_has_the_same() {
    let bytes = noise(SIZE, 1);
    let young = "Fri, 31 Dec 9999 23:59:59 GMT";
    for script in [
        unnamed(&bytes),
        FileServer::of(bytes.clone()).etag("W/\"v1\""),
        FileServer::of(bytes.clone()).last_modified(young).header("Date", young),
    ] {
        let (haul, id, server) = paused_at_half(script).await;
        let before = server.sent();
        haul.resume(id).await;
        haul.completed(id).await;
        assert_holds(&haul.file("a.bin"), &bytes);
        assert_eq!(started_over(&haul, id).await, None);
        let fetched = server.sent() - before;
        assert!(fetched <= SIZE - HALF + LITTLE, "{fetched} bytes were fetched");
        let asked = server.requests().len();
        // Places at the start, one more, the rest, and places at the end.
        assert!(
            asked <= 1 + 5 + 2 + 5,
            "{asked} requests: parts fetched at the same time could be of two versions"
        );
    }
}

#[tokio::test]
async fn another_file_is_told_by_its_bytes_and_begins_anew() {
    let bytes = noise(SIZE, 1);
    for other in [
        noise(SIZE, 2),
        changed(&bytes, 0, 100),
        changed(&bytes, HALF - 10, HALF),
        noise(SIZE - 1, 1),
        noise(SIZE + MIB, 1),
        noise(MIB, 1),
    ] {
        let (haul, id, server) = paused_at_half(unnamed(&bytes)).await;
        server.becomes(unnamed(&other));
        haul.resume(id).await;
        haul.completed(id).await;
        assert_holds(&haul.file("a.bin"), &other);
        assert_eq!(started_over(&haul, id).await, Some(StartOverReason::SourceChanged));
        assert_eq!(haul.names(), ["a.bin"]);
    }
}

#[tokio::test]
async fn another_weak_tag_or_a_tag_where_there_was_none_is_another_file() {
    let bytes = noise(SIZE, 1);
    // Where nothing is compared: only the tag tells.
    let other = changed(&bytes, MIB + 100 * KIB, 10);
    for (one, now) in [(Some("W/\"a\""), "W/\"b\""), (None, "W/\"b\""), (None, "\"b\"")] {
        let first = match one {
            Some(tag) => FileServer::of(bytes.clone()).etag(tag),
            None => unnamed(&bytes),
        };
        let (haul, id, server) = paused_at_half(first).await;
        server.becomes(FileServer::of(other.clone()).etag(now));
        haul.resume(id).await;
        haul.completed(id).await;
        assert_holds(&haul.file("a.bin"), &other);
    }
}

#[tokio::test]
async fn a_server_that_cuts_every_answer_still_gives_the_file() {
    let bytes = noise(SIZE, 1);
    let scripts: [fn(FileServer) -> FileServer; 5] = [
        |script| script.cut_after(MIB),
        |script| script.reset_after(MIB),
        |script| script.ranges_at_most(MIB),
        |script| script.cut_after(200 * KIB),
        |script| script.etag("W/\"a\"").cut_after(MIB),
    ];
    for script in scripts {
        for connections in [None, Some(8)] {
            let server = script(unnamed(&bytes)).start().await;
            let haul = Haul::impatient().await;
            let id = haul.add_with(server.url(), |new| new.options.connections = connections).await;
            haul.completed(id).await;
            assert_holds(&haul.file("a.bin"), &bytes);
            let portion = if connections.is_some() { MIB } else { 0 };
            assert!(server.sent() <= SIZE * 3 / 2 + portion, "{} bytes were sent", server.sent());
        }
    }
}

#[tokio::test]
async fn a_file_that_changes_while_every_answer_is_cut_is_no_mixture() {
    let bytes = noise(SIZE, 1);
    let both = changed(&changed(&bytes, 0, 100), SIZE - 100, 100);
    for other in [noise(SIZE, 2), both, noise(SIZE + 1, 2)] {
        let server = unnamed(&bytes).cut_after(MIB).hold_after(3 * MIB).start().await;
        let haul = Haul::start().await;
        let id = haul.add(server.url()).await;
        server.until(|records| records.sent() >= 3 * MIB).await;
        server.becomes(unnamed(&other).cut_after(6 * MIB));
        server.release();
        haul.completed(id).await;
        assert_holds(&haul.file("a.bin"), &other);
    }
}

#[tokio::test]
async fn ranges_that_cannot_be_proven_are_none() {
    let bytes = noise(SIZE, 1);
    let other = noise(SIZE, 2);
    let lies: [fn(FileServer) -> FileServer; 5] = [
        FileServer::size_unsaid,
        FileServer::no_ranges,
        FileServer::ranges_refused,
        FileServer::ranges_unnamed,
        |script| script.ranges_shifted(7),
    ];
    for lie in lies {
        let (haul, id, server) = paused_at_half(unnamed(&bytes)).await;
        server.becomes(lie(unnamed(&other)));
        haul.resume(id).await;
        haul.completed(id).await;
        assert_holds(&haul.file("a.bin"), &other);
        assert!(started_over(&haul, id).await.is_some());
    }
}

#[tokio::test]
async fn what_the_disk_lost_is_fetched_again_and_nothing_else() {
    use std::os::unix::fs::FileExt;
    let bytes = noise(SIZE, 1);
    for offset in [0, MIB + 10, HALF - 200 * KIB, HALF - 1000] {
        let (haul, id, server) = paused_at_half(unnamed(&bytes)).await;
        let part = std::fs::OpenOptions::new().write(true).open(haul.part("a.bin")).unwrap();
        part.write_all_at(&[bytes[offset as usize] ^ 1], offset).unwrap();
        let before = server.sent();
        haul.resume(id).await;
        haul.completed(id).await;
        assert_holds(&haul.file("a.bin"), &bytes);
        assert_eq!(started_over(&haul, id).await, None);
        let fetched = server.sent() - before;
        assert!(fetched <= SIZE - HALF + LITTLE + MIB, "{fetched} bytes were fetched");
    }
}

#[tokio::test]
async fn the_program_goes_on_with_what_a_killed_one_left() {
    let bytes = noise(SIZE, 1);
    let server = unnamed(&bytes).pace(4 * MIB).hold_after(SIZE - MIB).start().await;
    let haul = HaulProcess::new();
    let url = server.url();
    let run = haul.start(&[&url]);
    server.until(|records| records.sent() >= HALF).await;
    run.kill().await;
    server.until(|records| records.active == 0).await;
    server.release();
    let before = server.sent();
    haul.get(&[&url]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_eq!(haul.names(), ["a.bin"]);
    assert!(server.sent() - before <= SIZE - HALF + MIB + LITTLE, "{}", server.sent() - before);
}

#[tokio::test]
async fn a_link_that_expired_is_replaced_by_comparing_too() {
    let bytes = noise(SIZE, 1);
    let (haul, id, server) = paused_at_half(unnamed(&bytes)).await;
    let before = server.sent();
    haul.engine().renew(id, server.url_of("a.bin?key=new")).await.unwrap();
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(server.sent() - before <= SIZE - HALF + LITTLE, "{}", server.sent() - before);
}

#[tokio::test]
async fn a_name_that_only_the_server_knew_is_begun_anew_once_the_file_changed() {
    let (bytes, other) = (noise(SIZE, 1), noise(SIZE, 2));
    let name = ("Content-Disposition", "attachment; filename=\"b.bin\"");
    for tag in ["\"v1\"", "W/\"v1\""] {
        let first = FileServer::of(bytes.clone()).etag(tag).header(name.0, name.1);
        let server = first.pace(4 * MIB).hold_after(SIZE - MIB).start().await;
        let haul = HaulProcess::new();
        let url = server.url();
        let run = haul.start(&[&url]);
        server.until(|records| records.sent() >= HALF).await;
        run.kill().await;
        server.until(|records| records.active == 0).await;
        server.becomes(FileServer::of(other.clone()).etag(&tag.replace("v1", "v2")).header(name.0, name.1));
        server.release();
        haul.get(&[&url]).await.expect(0);
        assert_holds(&haul.file("b.bin"), &other);
        assert_eq!(haul.names(), ["b.bin"]);
    }
}

#[tokio::test]
async fn a_tag_that_is_another_each_time_still_gives_a_file() {
    let bytes = noise(SIZE, 1);
    let mut script = FileServer::of(bytes.clone()).no_validator();
    for request in 0..64 {
        script = script.after(request).first_after(1).header("ETag", format!("\"{request}\""));
    }
    let server = script.start().await;
    let haul = HaulProcess::new();
    haul.get(&[&server.url()]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_person_who_is_to_be_asked_is_asked_where_a_validator_told() {
    let bytes = noise(SIZE, 1);
    let (haul, id, server) = paused_at_half(FileServer::of(bytes.clone())).await;
    server.becomes(unnamed(&noise(SIZE, 2)));
    haul.resume(id).await;
    assert!(matches!(haul.failed(id).await, Failure::SourceChanged { .. }));
    assert!(haul.part("a.bin").exists());
}
