//! The file on the server becomes another one: never a mixture, never a loss that nobody chose.

use haul_core::{DownloadId, Failure, LogEntry, StartOverReason, Status, WhenChanged};
use haul_tests::{FileServer, Haul, HaulProcess, MIB, RunningServer, assert_holds, noise};

const SIZE: u64 = 8 * MIB;
const HALF: u64 = SIZE / 2;

/// About half of the first version is there, and the server holds the second one.
async fn changed_at_half(second: FileServer) -> (Haul, DownloadId, RunningServer) {
    let (haul, id, server) = paused_at_half(WhenChanged::Ask).await;
    server.becomes(second);
    haul.resume(id).await;
    (haul, id, server)
}

async fn paused_at_half(when_changed: WhenChanged) -> (Haul, DownloadId, RunningServer) {
    paused_at_half_of(FileServer::of(noise(SIZE, 1)).etag("\"v1\""), when_changed).await
}

async fn paused_at_half_of(
    first: FileServer,
    when_changed: WhenChanged,
) -> (Haul, DownloadId, RunningServer) {
    let server = first.pace(MIB).hold_after(SIZE - MIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add_with(server.url(), |new| new.options.when_changed = when_changed).await;
    haul.until(id, |row| row.received >= HALF).await;
    haul.pause(id).await;
    server.until(|records| records.active == 0).await;
    server.release();
    (haul, id, server)
}

#[tokio::test]
async fn a_changed_source_stops_and_keeps_the_partial_until_the_person_chooses() {
    let second = noise(SIZE, 2);
    let (haul, id, _server) = changed_at_half(FileServer::of(second.clone()).etag("\"v2\"")).await;
    assert_eq!(haul.failed(id).await, Failure::SourceChanged { was: Some(SIZE), now: Some(SIZE) });
    assert!(!haul.file("a.bin").exists());
    let kept = std::fs::read(haul.part("a.bin")).unwrap();
    let first = noise(SIZE, 1);
    assert!(kept.iter().zip(&first).filter(|(a, b)| a == b).count() as u64 >= HALF, "the partial is kept");

    haul.start_over(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &second);
    assert_eq!(haul.names(), ["a.bin"]);
}

#[tokio::test]
async fn the_old_part_is_kept_beside_the_new_file_and_over_nothing() {
    let (first, second) = (noise(SIZE, 1), noise(SIZE, 2));
    let (haul, id, _server) = changed_at_half(FileServer::of(second.clone()).etag("\"v2\"")).await;
    haul.failed(id).await;
    std::fs::write(haul.file("a (old part).bin"), b"of long ago").unwrap();
    haul.engine().keep_part(vec![id]).await.unwrap();
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &second);
    assert_holds(&haul.file("a (old part).bin"), b"of long ago");
    let path = haul.file("a (old part) (1).bin");
    let kept = std::fs::read(&path).unwrap();
    assert!(kept.len() as u64 <= SIZE, "{} bytes", kept.len());
    assert!(kept.iter().zip(&first).filter(|(a, b)| a == b).count() as u64 >= HALF, "the old part is kept");
    assert_eq!(haul.names(), ["a (old part) (1).bin", "a (old part).bin", "a.bin"]);
    let log = haul.log(id).await;
    assert!(log.contains(&LogEntry::PartKept { path }), "{log:?}");
}

#[tokio::test]
async fn until_the_new_version_comes_the_old_part_stays_what_it_was() {
    let (haul, id, server) = changed_at_half(FileServer::of(noise(SIZE, 2)).etag("\"v2\"")).await;
    haul.failed(id).await;
    server.becomes(FileServer::of(noise(SIZE, 2)).status(404));
    haul.engine().keep_part(vec![id]).await.unwrap();
    assert_eq!(haul.failed(id).await, Failure::NotFound { status: 404 });
    assert_eq!(haul.names(), ["a.bin.part"]);
}

#[tokio::test]
async fn a_kill_after_the_old_part_was_kept_costs_neither() {
    let second = noise(SIZE, 2);
    let (mut haul, id, server) = changed_at_half(FileServer::of(second.clone()).etag("\"v2\"")).await;
    haul.failed(id).await;
    server.hold_after(server.sent() + 2 * MIB);
    haul.engine().keep_part(vec![id]).await.unwrap();
    haul.until(id, |row| (MIB..HALF).contains(&row.received)).await;
    let path = haul.file("a (old part).bin");
    let kept = std::fs::read(&path).unwrap();
    haul.crash().await;
    haul.reopen().await;
    server.release();
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &second);
    assert_holds(&path, &kept);
    assert_eq!(haul.names(), ["a (old part).bin", "a.bin"]);
}

#[tokio::test]
async fn trying_again_is_no_choice() {
    let (haul, id, server) = changed_at_half(FileServer::of(noise(SIZE, 2)).etag("\"v2\"")).await;
    haul.failed(id).await;
    let before = server.requests().len();
    haul.retry(id).await;
    server.until(|records| records.requests.len() > before).await;
    assert!(matches!(haul.failed(id).await, Failure::SourceChanged { .. }));
    assert!(haul.part("a.bin").exists());
}

#[tokio::test]
async fn when_the_first_version_is_back_it_goes_on() {
    let first = noise(SIZE, 1);
    let (haul, id, server) = changed_at_half(FileServer::of(noise(SIZE, 2)).etag("\"v2\"")).await;
    haul.failed(id).await;
    let before = server.sent();
    server.becomes(FileServer::of(first.clone()).etag("\"v1\""));
    haul.retry(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &first);
    let fetched = server.sent() - before;
    assert!(fetched <= HALF + 3 * MIB, "{fetched} bytes were fetched");
}

#[tokio::test]
async fn another_size_is_another_file_whatever_the_etag_says() {
    for size in [HALF / 2, SIZE - 1, SIZE + MIB] {
        let (haul, id, _server) = changed_at_half(FileServer::of(noise(size, 2)).etag("\"v1\"")).await;
        let failure = haul.failed(id).await;
        assert!(matches!(failure, Failure::SourceChanged { now, .. } if now == Some(size)), "{failure:?}");
        assert!(haul.part("a.bin").exists());
    }
}

#[tokio::test]
async fn a_download_told_to_do_so_begins_anew() {
    let second = noise(SIZE, 2);
    let (haul, id, server) = paused_at_half(WhenChanged::StartOver).await;
    server.becomes(FileServer::of(second.clone()).etag("\"v2\""));
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &second);
    let started_over = LogEntry::StartedOver { reason: StartOverReason::SourceChanged };
    assert!(haul.log(id).await.contains(&started_over));
}

/// The file changes while connections are at work; the server ends each of them after a while, so that new ones meet the
/// second version.
async fn changed_between_segments(second: FileServer) -> (Haul, DownloadId, RunningServer) {
    let server =
        FileServer::of(noise(SIZE, 1)).etag("\"v1\"").cut_after(MIB / 2).hold_after(2 * MIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    server.until(|records| records.sent() >= 2 * MIB).await;
    server.becomes(second);
    server.release();
    (haul, id, server)
}

#[tokio::test]
async fn a_change_between_segments_never_makes_a_mixture() {
    let (haul, id, _server) = changed_between_segments(FileServer::of(noise(SIZE, 2)).etag("\"v2\"")).await;
    let failure = haul.failed(id).await;
    assert!(matches!(failure, Failure::SourceChanged { .. }), "{failure:?}");
    assert!(!haul.file("a.bin").exists());
    assert!(haul.part("a.bin").exists());
}

#[tokio::test]
async fn a_change_is_noticed_also_where_if_range_is_not_understood() {
    let second = FileServer::of(noise(SIZE, 2)).etag("\"v2\"").ignoring_if_range();
    let (haul, id, _server) = changed_between_segments(second).await;
    let failure = haul.failed(id).await;
    assert!(matches!(failure, Failure::SourceChanged { .. }), "{failure:?}");
    assert!(!haul.file("a.bin").exists());
}

#[tokio::test]
async fn the_program_begins_anew_and_says_so() {
    let second = noise(SIZE, 2);
    let server =
        FileServer::of(noise(SIZE, 1)).etag("\"v1\"").pace(MIB / 2).hold_after(SIZE - MIB).start().await;
    let haul = HaulProcess::new();
    let url = server.url();
    let run = haul.start(&[&url]);
    server.until(|records| records.sent() >= HALF).await;
    run.interrupt();
    run.ended().await.expect(7);
    server.until(|records| records.active == 0).await;
    server.becomes(FileServer::of(second.clone()).etag("\"v2\""));
    server.release();
    let ended = haul.get(&[&url]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &second);
    let said = ended.stdout + &ended.stderr;
    assert!(said.contains("begins anew"), "{said}");
}

// What comes instead of the file.

#[tokio::test]
async fn a_log_in_page_in_the_middle_never_replaces_the_partial() {
    for when_changed in [WhenChanged::Ask, WhenChanged::StartOver] {
        let first = noise(SIZE, 1);
        let (haul, id, server) = paused_at_half(when_changed).await;
        server.becomes(FileServer::of(first.clone()).web_page());
        haul.resume(id).await;
        assert_eq!(haul.failed(id).await, Failure::WebPage);
        haul.start_over(id).await;
        haul.until(id, |row| matches!(row.status, Status::Running { .. })).await;
        assert_eq!(haul.failed(id).await, Failure::WebPage, "also when the person lets it begin anew");

        let before = server.sent();
        server.becomes(FileServer::of(first.clone()).etag("\"v1\""));
        haul.retry(id).await;
        haul.completed(id).await;
        assert_holds(&haul.file("a.bin"), &first);
        let fetched = server.sent() - before;
        assert!(fetched <= HALF + 3 * MIB, "{fetched} bytes were fetched: the partial was not kept");
    }
}

#[tokio::test]
async fn the_program_ends_with_35_when_a_page_comes_between_and_keeps_what_is_there() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).cut_after(MIB / 2).hold_after(2 * MIB).start().await;
    let haul = HaulProcess::new();
    let url = server.url();
    let run = haul.start(&[&url]);
    server.until(|records| records.sent() >= 2 * MIB).await;
    server.becomes(FileServer::of(bytes.clone()).web_page());
    server.release();
    run.ended().await.expect(35);
    assert_eq!(haul.names(), ["a.bin.part"]);
    let before = server.sent();
    server.becomes(FileServer::of(bytes.clone()));
    haul.get(&[&url]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(server.sent() - before < SIZE - MIB, "{} bytes were fetched again", server.sent() - before);
}

#[tokio::test]
async fn a_page_after_a_cut_of_unknown_size_is_no_file() {
    let bytes = noise(MIB, 1);
    let script = FileServer::of(bytes.clone()).no_validator().no_ranges().no_length();
    let server = script.first(1).reset_after(MIB / 2).after(1).web_page().start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    assert_eq!(haul.failed(id).await, Failure::WebPage);
    assert!(!haul.file("a.bin").exists());
}

#[tokio::test]
async fn without_a_strong_validator_a_change_meanwhile_never_makes_a_mixture() {
    let (first, second) = (noise(SIZE, 1), noise(SIZE, 2));
    let weak = |bytes: &Vec<u8>, tag: &str| FileServer::of(bytes.clone()).etag(tag);
    for (connections, one, other) in [
        (None, FileServer::of(first.clone()).no_validator(), FileServer::of(second.clone()).no_validator()),
        (
            Some(8),
            FileServer::of(first.clone()).no_validator(),
            FileServer::of(second.clone()).no_validator(),
        ),
        (Some(8), weak(&first, "W/\"a\""), weak(&second, "W/\"b\"")),
    ] {
        let server = one.hold_after(2 * MIB).start().await;
        let haul = Haul::start().await;
        let id = haul.add_with(server.url(), |new| new.options.connections = connections).await;
        server.until(|records| records.sent() >= 2 * MIB).await;
        server.becomes(other);
        server.release();
        haul.completed(id).await;
        let file = std::fs::read(haul.file("a.bin")).unwrap();
        assert!(file == first || file == second, "a mixture");
    }
}

#[tokio::test]
async fn an_entrance_that_leads_to_different_mirrors_gives_one_file() {
    let (one, other) = (noise(SIZE, 1), noise(SIZE, 2));
    let mirror = FileServer::of(one.clone()).etag("\"one\"").start().await;
    let further = FileServer::of(other.clone()).etag("\"other\"").start().await;
    let entrance = FileServer::of(noise(1, 1))
        .first(1)
        .redirect_to(&mirror.url())
        .after(1)
        .redirect_to(&further.url())
        .start()
        .await;
    let haul = Haul::start().await;
    let id = haul.add_with(entrance.url(), |new| new.options.connections = Some(4)).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &one);
}

#[tokio::test]
async fn a_link_that_leads_there_only_once_is_read_to_its_end() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).pace(2 * MIB).after(1).status(403).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn after_a_pause_it_asks_where_the_entrance_leads_now_and_not_where_it_led() {
    let bytes = noise(SIZE, 1);
    let old = FileServer::of(bytes.clone()).pace(MIB).hold_after(SIZE - MIB).start().await;
    let new = FileServer::of(bytes.clone()).start().await;
    let entrance = FileServer::of(noise(1, 1)).redirect_to(&old.url()).start().await;
    let haul = Haul::start().await;
    let id = haul.add_with(entrance.url(), |new| new.options.connections = Some(4)).await;
    haul.until(id, |row| row.received >= HALF).await;
    haul.pause(id).await;
    old.until(|records| records.active == 0).await;
    let before = old.requests().len();
    entrance.becomes(FileServer::of(noise(1, 1)).redirect_to(&new.url()));
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_eq!(old.requests().len(), before, "{:#?}", &old.requests()[before..]);
}

#[tokio::test]
async fn another_file_under_the_same_validator_is_told_by_its_bytes() {
    let other = noise(SIZE, 2);
    for lies in [(|script: FileServer| script.etag("\"v1\"")) as fn(FileServer) -> FileServer, |script| {
        script.last_modified("Tue, 15 Nov 2022 12:45:26 GMT")
    }] {
        let first = lies(FileServer::of(noise(SIZE, 1)));
        let (haul, id, server) = paused_at_half_of(first, WhenChanged::Ask).await;
        server.becomes(lies(FileServer::of(other.clone())));
        haul.resume(id).await;
        assert_eq!(haul.failed(id).await, Failure::SourceChanged { was: Some(SIZE), now: Some(SIZE) });
        assert!(!haul.file("a.bin").exists());
        haul.start_over(id).await;
        haul.completed(id).await;
        assert_holds(&haul.file("a.bin"), &other);
    }
}

#[tokio::test]
async fn another_file_under_the_same_validator_is_told_where_an_answer_broke_off() {
    let other = noise(SIZE, 2);
    let server = FileServer::of(noise(SIZE, 1)).cut_after(MIB).hold_after(3 * MIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add_with(server.url(), |new| new.options.connections = Some(1)).await;
    server.until(|records| records.sent() >= 3 * MIB).await;
    server.becomes(FileServer::of(other.clone()).cut_after(MIB));
    server.release();
    assert_eq!(haul.failed(id).await, Failure::SourceChanged { was: Some(SIZE), now: Some(SIZE) });
    haul.start_over(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &other);
}

#[tokio::test]
async fn the_program_tells_another_file_under_the_same_validator_too() {
    let other = noise(SIZE, 2);
    let server = FileServer::of(noise(SIZE, 1)).pace(MIB).hold_after(SIZE - MIB).start().await;
    let haul = HaulProcess::new();
    let url = server.url();
    let run = haul.start(&[&url]);
    server.until(|records| records.sent() >= HALF + MIB).await;
    run.kill().await;
    server.until(|records| records.active == 0).await;
    server.becomes(FileServer::of(other.clone()));
    server.release();
    haul.get(&[&url]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &other);
}

#[tokio::test]
async fn a_server_that_cuts_answers_within_what_is_compared_still_gives_the_rest() {
    let bytes = noise(SIZE, 1);
    let (haul, id, server) = paused_at_half(WhenChanged::Ask).await;
    server.becomes(FileServer::of(bytes.clone()).etag("\"v1\"").first(3).cut_after(5000));
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}
