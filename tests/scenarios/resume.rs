//! Stops of every kind, after which only the missing bytes are fetched and the file is right.

use haul_core::{DownloadId, Failure, LogEntry, Move, NewDownload, StartOverReason, Status};
use haul_tests::{FileServer, Haul, HaulProcess, KIB, MIB, RunningServer, assert_holds, noise, sha256};

const SIZE: u64 = 12 * MIB;
const HALF: u64 = SIZE / 2;
/// What may be on its way in eight connections when they end or lose their rest to others, and come twice.
const LITTLE: u64 = 5 * MIB;

/// A download that was paused when about half of it had come. A slow server has little on the way, so what it sent and
/// what was received are nearly the same; and it never sends everything, however late the pause comes.
async fn paused_at_half(script: FileServer) -> (Haul, DownloadId, RunningServer) {
    let server = script.pace(MIB).hold_after(SIZE - MIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= HALF).await;
    haul.pause(id).await;
    server.until(|records| records.active == 0).await;
    server.release();
    (haul, id, server)
}

fn started_over(log: &[LogEntry]) -> Option<StartOverReason> {
    log.iter().find_map(|entry| match entry {
        LogEntry::StartedOver { reason } => Some(*reason),
        _ => None,
    })
}

#[tokio::test]
async fn after_a_pause_only_the_missing_bytes_are_fetched() {
    let bytes = noise(SIZE, 1);
    let (haul, id, server) = paused_at_half(FileServer::of(bytes.clone())).await;
    let before = server.requests().len();
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(server.sent() <= SIZE + LITTLE, "{} bytes were sent", server.sent());
    let requests = server.requests();
    assert!(
        requests[before..].iter().any(|request| request.header("if-range") == Some("\"v1\"")),
        "{requests:#?}"
    );
    assert!(
        haul.log(id)
            .await
            .iter()
            .any(|entry| matches!(entry, LogEntry::Resumed { received } if *received >= HALF))
    );
}

#[tokio::test]
async fn a_paused_download_stays_paused_over_a_restart_and_then_goes_on() {
    let bytes = noise(SIZE, 1);
    let (mut haul, id, server) = paused_at_half(FileServer::of(bytes.clone())).await;
    haul.restart().await;
    let row = haul.details(id).await.row;
    assert_eq!(row.status, Status::Paused);
    assert!(row.received >= HALF, "{row:#?}");
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(server.sent() <= SIZE + LITTLE, "{} bytes were sent", server.sent());
}

#[tokio::test]
async fn what_ran_when_the_engine_stopped_goes_on_by_itself() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB).hold_after(SIZE - MIB).start().await;
    let mut haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= HALF).await;
    haul.stop().await;
    server.release();
    haul.reopen().await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(server.sent() <= SIZE + LITTLE, "{} bytes were sent", server.sent());
}

#[tokio::test]
async fn what_ran_when_the_engine_crashed_goes_on_from_its_checkpoint() {
    let bytes = noise(SIZE, 1);
    // 2 MiB a second in all: the last checkpoint is at most a second or two old.
    let server = FileServer::of(bytes.clone()).pace(MIB / 4).hold_after(SIZE - MIB).start().await;
    let mut haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= HALF).await;
    haul.crash().await;
    server.until(|records| records.active == 0).await;
    let before = server.sent();
    server.becomes(FileServer::of(bytes.clone()));
    server.release();
    haul.reopen().await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    let fetched = server.sent() - before;
    assert!(fetched < SIZE - MIB, "{fetched} bytes were fetched after the crash");
}

#[tokio::test]
async fn the_program_killed_at_half_and_called_again_gives_the_right_file() {
    let size = 16 * MIB;
    let bytes = noise(size, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB / 2).hold_after(size - MIB).start().await;
    let haul = HaulProcess::new();
    let url = server.url();
    let run = haul.start(&[&url]);
    server.until(|records| records.sent() >= size / 2).await;
    run.kill().await;
    assert!(!haul.file("a.bin").exists(), "nothing may lie under the final name yet");
    server.until(|records| records.active == 0).await;
    let before = server.sent();
    server.becomes(FileServer::of(bytes.clone()));
    server.release();

    haul.get(&[&url]).await.expect(0);
    let file = std::fs::read(haul.file("a.bin")).unwrap();
    assert_eq!(sha256(&file), sha256(&bytes));
    let fetched = server.sent() - before;
    assert!(fetched < size - MIB, "{fetched} of {size} bytes were fetched the second time");
    assert_eq!(haul.names(), ["a.bin"]);
}

#[tokio::test]
async fn what_is_missing_here_and_there_comes_over_one_connection_that_stays_open() {
    let size = 16 * MIB;
    let bytes = noise(size, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB / 2).hold_after(size - MIB).start().await;
    let haul = HaulProcess::new();
    let url = server.url();
    let run = haul.start(&["-x", "8", &url]);
    server.until(|records| records.sent() >= size / 2).await;
    run.kill().await;
    server.until(|records| records.active == 0).await;
    let before = server.requests().len();
    server.becomes(FileServer::of(bytes.clone()));
    server.release();

    haul.get(&["-x", "1", &url]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
    let requests = server.requests().split_off(before);
    assert!(requests.len() >= 4, "{requests:#?}");
    // On a busy machine it may once be asked for before it is known to be idle.
    let connections: std::collections::HashSet<_> =
        requests.iter().map(|request| request.connection).collect();
    assert!(connections.len() <= 2, "{requests:#?}");
}

#[tokio::test]
async fn the_program_killed_again_and_again_still_gives_the_right_file() {
    let size = 8 * MIB;
    let bytes = noise(size, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB / 2).start().await;
    let haul = HaulProcess::new();
    let url = server.url();
    for round in 1..=4 {
        let run = haul.start(&[&url]);
        let begun = server.requests().len();
        // Once at the first byte, then ever later.
        let served = (round - 1) * MIB / 2 + 1;
        server
            .until(|records| {
                records.requests[begun..].iter().map(|request| request.sent).sum::<u64>() >= served
            })
            .await;
        run.kill().await;
        server.until(|records| records.active == 0).await;
    }
    server.becomes(FileServer::of(bytes.clone()));
    haul.get(&[&url]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn last_modified_with_the_size_is_enough_to_go_on() {
    let bytes = noise(SIZE, 1);
    let date = "Tue, 15 Nov 2022 12:45:26 GMT";
    let (haul, id, server) = paused_at_half(FileServer::of(bytes.clone()).last_modified(date)).await;
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(server.sent() <= SIZE + LITTLE, "{} bytes were sent", server.sent());
}

#[tokio::test]
async fn a_server_that_lost_its_ranges_is_read_from_the_start() {
    let bytes = noise(SIZE, 1);
    let (haul, id, server) = paused_at_half(FileServer::of(bytes.clone())).await;
    server.becomes(FileServer::of(bytes.clone()).no_ranges());
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_server_that_misunderstands_if_range_is_asked_without_it() {
    let bytes = noise(SIZE, 1);
    let (haul, id, server) = paused_at_half(FileServer::of(bytes.clone())).await;
    let before = server.requests().len();
    // The first answer after the pause is the whole file though nothing changed.
    server.becomes(FileServer::of(bytes.clone()).first(1).no_ranges());
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    let last = server
        .requests()
        .into_iter()
        .filter(|request| request.status == 206)
        .map(|request| request.sent)
        .sum::<u64>();
    assert!(last <= SIZE + LITTLE, "{last} bytes were sent as parts");
    let requests = server.requests();
    let conditional = requests[before..].iter().filter(|request| request.header("if-range").is_some());
    assert_eq!(conditional.count(), 1, "each further one would be answered with the whole file");
}

#[tokio::test]
async fn a_part_file_that_is_gone_costs_bytes_and_nothing_else() {
    let bytes = noise(SIZE, 1);
    let (haul, id, _server) = paused_at_half(FileServer::of(bytes.clone())).await;
    std::fs::remove_file(haul.part("a.bin")).unwrap();
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_eq!(started_over(&haul.log(id).await), Some(StartOverReason::PartFileLost));
}

#[tokio::test]
async fn a_part_file_that_was_cut_short_is_never_trusted() {
    let bytes = noise(SIZE, 1);
    for left in [0, 1, 100 * KIB, HALF, SIZE - 1] {
        let (haul, id, _server) = paused_at_half(FileServer::of(bytes.clone())).await;
        std::fs::File::options().write(true).open(haul.part("a.bin")).unwrap().set_len(left).unwrap();
        haul.resume(id).await;
        haul.completed(id).await;
        assert_holds(&haul.file("a.bin"), &bytes);
    }
}

#[tokio::test]
async fn a_damaged_record_costs_bytes_and_nothing_else() {
    let bytes = noise(SIZE, 1);
    let (haul, id, _server) = paused_at_half(FileServer::of(bytes.clone())).await;
    // The record of a part file lies behind the bytes of the file.
    let part = haul.part("a.bin");
    let mut content = std::fs::read(&part).unwrap();
    assert!(content.len() as u64 > SIZE, "the part file ends with a record");
    for byte in &mut content[SIZE as usize..] {
        *byte ^= 0x55;
    }
    std::fs::write(&part, content).unwrap();
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_web_page_in_place_of_the_rest_never_touches_the_partial() {
    let bytes = noise(SIZE, 1);
    let (haul, id, server) = paused_at_half(FileServer::of(bytes.clone())).await;
    let kept = std::fs::read(haul.part("a.bin")).unwrap();
    server.becomes(FileServer::of(bytes.clone()).web_page());
    haul.resume(id).await;
    assert_eq!(haul.failed(id).await, Failure::WebPage);
    let left = std::fs::read(haul.part("a.bin")).unwrap();
    assert!(left[..SIZE as usize] == kept[..SIZE as usize]);

    server.becomes(FileServer::of(bytes.clone()));
    haul.retry(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(server.sent() <= SIZE + LITTLE, "{} bytes were sent", server.sent());
}

#[tokio::test]
async fn of_two_with_one_address_neither_is_in_the_others_way() {
    const PAIRS: usize = 12;
    let bytes = noise(2 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::bed().settings(|settings| settings.downloads_at_once = 24).start().await;
    let urls: Vec<String> = (0..PAIRS).map(|number| server.url_of(&format!("{number:02}.bin"))).collect();
    let mut ids = Vec::new();
    for url in &urls {
        server.hold_after(server.sent() + 100 * KIB);
        let id = haul.add(url).await;
        haul.until(id, |row| !row.name.is_empty() && row.received > 0).await;
        haul.pause(id).await;
        server.until(|records| records.active == 0).await;
        ids.push(id);
    }
    // The one that knows nothing of the part file comes first.
    let twins = urls.iter().map(|url| NewDownload { paused: true, ..NewDownload::of(url) }).collect();
    for addition in haul.engine().add(twins).await.unwrap() {
        let haul_core::Addition::Added { id } = addition else { panic!("not added") };
        ids.insert(0, id);
    }
    haul.engine().move_in_queue(ids[..PAIRS].to_vec(), Move::Top).await.unwrap();
    server.release();
    haul.engine().resume_all().await.unwrap();
    for id in ids {
        let row = haul.completed(id).await;
        assert_holds(&haul.file(&row.name), &bytes);
    }
    assert!(haul.names().iter().all(|name| name.ends_with(".bin")), "{:?}", haul.names());
}

/// More than is thrown away without asking.
const MUCH: u64 = 101 * MIB;

/// A download of which much is there when its server has lost its ranges.
async fn much_without_ranges(bytes: &[u8]) -> (Haul, DownloadId, RunningServer) {
    let server = FileServer::of(bytes.to_vec()).hold_after(MUCH + 16 * MIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received > MUCH).await;
    haul.pause(id).await;
    server.until(|records| records.active == 0).await;
    server.release();
    server.becomes(FileServer::of(bytes.to_vec()).no_ranges());
    haul.resume(id).await;
    (haul, id, server)
}

#[tokio::test]
async fn much_is_not_thrown_away_unasked_and_goes_on_where_there_are_ranges_again() {
    let bytes = noise(MUCH + 19 * MIB, 1);
    let (haul, id, server) = much_without_ranges(&bytes).await;
    let Failure::NotResumable { received } = haul.failed(id).await else { panic!("it has another reason") };
    assert!(received > MUCH, "{received}");
    assert_eq!(started_over(&haul.log(id).await), None);
    server.becomes(FileServer::of(bytes.clone()));
    let sent = server.sent();
    haul.retry(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(server.sent() - sent < MUCH / 2, "{} bytes were sent again", server.sent() - sent);
}

#[tokio::test]
async fn much_is_thrown_away_where_the_person_says_so() {
    let bytes = noise(MUCH + 19 * MIB, 1);
    let (haul, id, _server) = much_without_ranges(&bytes).await;
    haul.failed(id).await;
    haul.start_over(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_eq!(started_over(&haul.log(id).await), Some(StartOverReason::Asked));
}

#[tokio::test]
async fn a_server_that_never_continues_is_asked_about_when_its_line_breaks_late() {
    let bytes = noise(MUCH + 19 * MIB, 1);
    let server = FileServer::of(bytes.clone()).no_ranges().first(1).cut_after(MUCH + MIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    assert!(matches!(haul.failed(id).await, Failure::NotResumable { received } if received > MUCH));
    assert_eq!(server.requests().len(), 2, "the answer was found good before anything was thrown away");
}
