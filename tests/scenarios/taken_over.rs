//! What aria2 has not finished is gone on with from what it has, once the server was found to have the same; its own files stay
//! as they are.

use haul_core::settings::WhenNameTaken;
use haul_core::{Algorithm, Checksum, DownloadId, LogEntry, NotTakenOver};
use haul_tests::{
    Aria2, FileServer, Haul, HaulProcess, KIB, LeftByAria2, MIB, Nginx, RunningServer, assert_holds, noise,
    sha256,
};
use std::ops::Range;
use std::path::Path;
use std::time::Duration;

const SIZE: u64 = 24 * MIB + 1000;
/// The first answer brings as much before it is known what of it is of use.
const PORTION: u64 = MIB;
/// All that is compared before anything is taken over, and when it is whole.
const COMPARED: u64 = 10 * 64 * KIB + 16 * 8 * KIB + MIB;

/// 14 MiB in three ranges, which a piece in flight ends and another begins.
fn left() -> LeftByAria2 {
    LeftByAria2::of(SIZE).whole(0..10).in_flight(10, 0..20).whole(14..16).in_flight(20, 3..64).whole(21..22)
}

async fn brought_over(haul: &Haul, server: &RunningServer) -> DownloadId {
    let folder = haul.folder().to_owned();
    haul.add_with(server.url(), |new| new.options.begun_in = Some(folder)).await
}

async fn has_log(haul: &Haul, id: DownloadId, wanted: LogEntry) -> bool {
    haul.log(id).await.contains(&wanted)
}

async fn begins_anew(haul: &Haul, id: DownloadId, reason: NotTakenOver, bytes: &[u8]) {
    let row = haul.completed(id).await;
    assert_holds(&haul.file(&row.name), bytes);
    let log = haul.log(id).await;
    assert!(log.contains(&LogEntry::NotTakenOver { reason }), "{reason:?}: {log:?}");
    assert!(!log.iter().any(|entry| matches!(entry, LogEntry::TakenOver { .. })), "{log:?}");
}

/// Both files of aria2's, to be compared later.
fn of_aria2(folder: &Path) -> [Vec<u8>; 2] {
    ["a.bin", "a.bin.aria2"].map(|name| std::fs::read(folder.join(name)).unwrap())
}

fn changed(bytes: &[u8], range: Range<u64>) -> Vec<u8> {
    let mut other = bytes.to_vec();
    for byte in &mut other[range.start as usize..range.end as usize] {
        *byte ^= 0x5a;
    }
    other
}

#[tokio::test]
async fn what_aria2_has_is_gone_on_with_and_stays_as_it_is() {
    let bytes = noise(SIZE, 1);
    let scripts: [fn(FileServer) -> FileServer; 3] = [
        |script| script,
        |script| script.last_modified("Mon, 02 Jan 2006 15:04:05 GMT"),
        |script| script.no_validator(),
    ];
    for script in scripts {
        for when_taken in [WhenNameTaken::Number, WhenNameTaken::Replace] {
            let server = script(FileServer::of(bytes.clone())).start().await;
            let haul =
                Haul::bed().settings(move |settings| settings.when_name_taken = when_taken).start().await;
            left().lies_in(haul.folder(), "a.bin", &bytes);
            let before = of_aria2(haul.folder());
            let id = brought_over(&haul, &server).await;
            haul.completed(id).await;
            assert_holds(&haul.file("a (1).bin"), &bytes);
            assert!(has_log(&haul, id, LogEntry::TakenOver { bytes: left().received() }).await);
            assert_eq!(haul.names(), ["a (1).bin", "a.bin", "a.bin.aria2"]);
            assert!(of_aria2(haul.folder()) == before, "aria2 could not go on any more");
            let most = SIZE - left().received() + PORTION + COMPARED;
            assert!(server.sent() <= most, "{} bytes were sent, and {most} are enough", server.sent());
        }
    }
}

#[tokio::test]
async fn only_what_is_missing_is_asked_for_and_what_is_compared() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    left().lies_in(haul.folder(), "a.bin", &bytes);
    let id = brought_over(&haul, &server).await;
    haul.completed(id).await;
    for request in server.requests() {
        let (start, end) = request.range().expect("each request names what it wants");
        let had = left().ranges();
        let is_portion = (start, end) == (0, Some(PORTION));
        let is_compared = end.is_some_and(|end| end - start <= 64 * KIB);
        // What follows is compared with what is there once more, as everywhere.
        let is_missing = !had.iter().any(|range| range.contains(&(start + 64 * KIB)));
        assert!(is_portion || is_compared || is_missing, "{start}..{end:?}");
    }
}

#[tokio::test]
async fn it_shows_from_the_beginning_and_outlives_a_crash() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).hold_after(4 * MIB).start().await;
    let mut haul = Haul::start().await;
    left().lies_in(haul.folder(), "a.bin", &bytes);
    let id = brought_over(&haul, &server).await;
    let row = haul.until(id, |row| row.received >= left().received()).await;
    assert_eq!(row.size, Some(SIZE));
    haul.crash().await;
    // It is Haul's own now.
    std::fs::write(haul.file("a.bin"), "aria2 begins anew").unwrap();
    std::fs::remove_file(haul.file("a.bin.aria2")).unwrap();
    let before = server.sent();
    server.release();
    haul.reopen().await;
    haul.completed(id).await;
    assert_holds(&haul.file("a (1).bin"), &bytes);
    let again = server.sent() - before;
    assert!(again <= SIZE - left().received() + COMPARED, "{again} bytes were sent after the crash");
}

#[tokio::test]
async fn a_name_that_only_the_server_knows_is_found() {
    let bytes = noise(SIZE, 1);
    let named = FileServer::of(bytes.clone()).header("Content-Disposition", "attachment; filename=real.bin");
    let server = named.start().await;
    let haul = Haul::start().await;
    left().lies_in(haul.folder(), "real.bin", &bytes);
    let id = brought_over(&haul, &server).await;
    haul.completed(id).await;
    assert_holds(&haul.file("real (1).bin"), &bytes);
    assert!(has_log(&haul, id, LogEntry::TakenOver { bytes: left().received() }).await);
}

#[tokio::test]
async fn all_of_a_file_may_be_there() {
    let bytes = noise(SIZE, 1);
    for script in [FileServer::of(bytes.clone()), FileServer::of(bytes.clone()).no_validator()] {
        let server = script.start().await;
        let haul = Haul::start().await;
        LeftByAria2::of(SIZE).whole(0..25).lies_in(haul.folder(), "a.bin", &bytes);
        let id = brought_over(&haul, &server).await;
        haul.completed(id).await;
        assert_holds(&haul.file("a (1).bin"), &bytes);
        assert!(has_log(&haul, id, LogEntry::TakenOver { bytes: SIZE }).await);
        assert!(server.sent() <= PORTION + COMPARED, "{} bytes were sent", server.sent());
    }
}

#[tokio::test]
async fn another_file_on_the_server_begins_anew() {
    let bytes = noise(SIZE, 1);
    let others = [
        noise(SIZE, 2),
        noise(SIZE - 1, 1),
        noise(SIZE + 1, 1),
        changed(&bytes, 0..100),
        // Where aria2 wrote last of what it has in one of the three ranges.
        changed(&bytes, 16 * MIB - 10..16 * MIB),
        changed(&bytes, 22 * MIB - 10..22 * MIB),
    ];
    for other in others {
        for script in [FileServer::of(other.clone()), FileServer::of(other.clone()).no_validator()] {
            let server = script.start().await;
            let haul = Haul::start().await;
            left().lies_in(haul.folder(), "a.bin", &bytes);
            let before = of_aria2(haul.folder());
            let id = brought_over(&haul, &server).await;
            begins_anew(&haul, id, NotTakenOver::OtherFile, &other).await;
            assert!(of_aria2(haul.folder()) == before, "aria2 could not go on any more");
        }
    }
}

#[tokio::test]
async fn a_server_that_cannot_continue_begins_anew() {
    let bytes = noise(SIZE, 1);
    for script in [FileServer::of(bytes.clone()).no_ranges(), FileServer::of(bytes.clone()).ranges_shifted(1)]
    {
        let server = script.start().await;
        let haul = Haul::start().await;
        left().lies_in(haul.folder(), "a.bin", &bytes);
        let id = brought_over(&haul, &server).await;
        begins_anew(&haul, id, NotTakenOver::NotResumable, &bytes).await;
    }
}

#[tokio::test]
async fn a_record_that_is_rubbish_begins_anew() {
    let bytes = noise(SIZE, 1);
    let record = left().record();
    let longer = [&record[..], &[0]].concat();
    for rubbish in [vec![], noise(100, 3), record[..record.len() - 1].to_vec(), longer] {
        let server = FileServer::of(bytes.clone()).start().await;
        let haul = Haul::start().await;
        left().lies_in(haul.folder(), "a.bin", &bytes);
        std::fs::write(haul.file("a.bin.aria2"), rubbish).unwrap();
        let id = brought_over(&haul, &server).await;
        begins_anew(&haul, id, NotTakenOver::BadRecord, &bytes).await;
    }
}

#[tokio::test]
async fn a_file_that_does_not_fit_its_record_begins_anew() {
    let bytes = noise(SIZE, 1);
    for length in [20 * MIB, SIZE + 1] {
        let server = FileServer::of(bytes.clone()).start().await;
        let haul = Haul::start().await;
        left().lies_in(haul.folder(), "a.bin", &bytes);
        std::fs::File::options().write(true).open(haul.file("a.bin")).unwrap().set_len(length).unwrap();
        let id = brought_over(&haul, &server).await;
        begins_anew(&haul, id, NotTakenOver::BadRecord, &bytes).await;
    }
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    std::fs::write(haul.file("a.bin.aria2"), left().record()).unwrap();
    let id = brought_over(&haul, &server).await;
    begins_anew(&haul, id, NotTakenOver::Unreadable, &bytes).await;
}

#[tokio::test]
async fn a_hole_where_the_record_says_that_something_was_written_is_missing() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    left().lies_in(haul.folder(), "a.bin", &bytes);
    let file = std::fs::File::options().write(true).open(haul.file("a.bin")).unwrap();
    let hole = rustix::fs::FallocateFlags::PUNCH_HOLE | rustix::fs::FallocateFlags::KEEP_SIZE;
    rustix::fs::fallocate(&file, hole, 3 * MIB, 2 * MIB).unwrap();
    let id = brought_over(&haul, &server).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a (1).bin"), &bytes);
    assert!(has_log(&haul, id, LogEntry::TakenOver { bytes: left().received() - 2 * MIB }).await);
}

#[tokio::test]
async fn what_no_comparison_finds_the_checksum_does() {
    let bytes = noise(SIZE, 1);
    let checksum = Checksum { algorithm: Algorithm::Sha256, hex: sha256(&bytes) };
    for damaged in [None, Some(2 * MIB..2 * MIB + 10)] {
        let server = FileServer::of(bytes.clone()).start().await;
        let haul = Haul::start().await;
        let has = damaged.as_ref().map_or(bytes.clone(), |range| changed(&bytes, range.clone()));
        left().lies_in(haul.folder(), "a.bin", &has);
        let folder = haul.folder().to_owned();
        let expected = checksum.clone();
        let id = haul.add_with(server.url(), |new| {
            (new.options.begun_in, new.options.checksum) = (Some(folder), Some(expected));
        });
        let id = id.await;
        haul.completed(id).await;
        assert_holds(&haul.file("a (1).bin"), &bytes);
        assert!(has_log(&haul, id, LogEntry::TakenOver { bytes: left().received() }).await);
        let log = haul.log(id).await;
        let began_anew = log.iter().any(|entry| matches!(entry, LogEntry::StartedOver { .. }));
        assert_eq!(began_anew, damaged.is_some(), "{log:?}");
    }
}

#[tokio::test]
async fn nobody_takes_over_what_was_not_brought_over() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    left().lies_in(haul.folder(), "a.bin", &bytes);
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a (1).bin"), &bytes);
    assert!(server.sent() >= SIZE, "{} bytes were sent", server.sent());
}

#[tokio::test]
async fn a_kill_in_the_middle_of_it_costs_no_byte() {
    let size = 96 * MIB;
    let bytes = noise(size, 1);
    let left = LeftByAria2::of(size).whole(0..90);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = HaulProcess::new();
    left.lies_in(haul.folder(), "a.bin", &bytes);
    std::fs::write(haul.file("list"), format!("{}\n gid=0123456789abcdef\n", server.url())).unwrap();
    let part = haul.part("a (1).bin");
    let in_the_middle = async {
        let mut tick = tokio::time::interval(Duration::from_millis(1));
        let room =
            || std::fs::metadata(&part).map_or(0, |part| std::os::unix::fs::MetadataExt::blocks(&part) * 512);
        while room() < 8 * MIB {
            tick.tick().await;
        }
    };
    let ended = haul.start(&["-i", "list"]).kill_at(in_the_middle).await;
    assert!(ended.is_none(), "it ended before it was killed: {ended:?}");
    assert!(server.sent() < size - left.received(), "it was done with that already");
    let ended = haul.get(&["-i", "list"]).await.expect(0);
    assert!(ended.stderr.contains("takes over 90.0 MiB from aria2"), "{ended:?}");
    assert_holds(&haul.file("a (1).bin"), &bytes);
    assert!(server.sent() <= size - left.received() + 2 * (PORTION + COMPARED), "{}", server.sent());
    assert_eq!(haul.names(), ["a (1).bin", "a.bin", "a.bin.aria2", "list"]);
}

#[tokio::test]
async fn aria2_that_was_killed_in_the_middle_is_gone_on_from() {
    let bytes = noise(SIZE, 1);
    let nginx = Nginx::with(&[("a.bin", &bytes)]).await;
    let haul = HaulProcess::new();
    let mut aria2 = Aria2::start(&nginx.slow("a.bin"), haul.folder(), "a.bin");
    let recorded = aria2.killed_after(4 * MIB).await;
    let before = of_aria2(haul.folder());
    // Of the same file, and fast.
    let session = std::fs::read_to_string(aria2.session()).unwrap().replace("/slow/", "/");
    std::fs::write(haul.file("session"), session).unwrap();
    let ended = haul.get(&["-i", "session", "--json"]).await.expect(0);
    let notes = ended.json().into_iter().map(|line| line["note"].clone());
    let taken: Vec<_> = notes.filter(|note| note["kind"] == "takenOver").collect();
    assert!(matches!(&taken[..], [note] if note["bytes"] == recorded), "{recorded}: {ended:?}");
    assert_holds(&haul.file("a (1).bin"), &bytes);
    assert!(of_aria2(haul.folder()) == before, "aria2 could not go on any more");
    let sent = |line: &String| line.split(' ').nth(4).and_then(|sent| sent.parse::<u64>().ok()).unwrap();
    let log = nginx.log();
    let sent: u64 = log.iter().filter(|line| line.ends_with(" /a.bin")).map(sent).sum();
    assert!(sent <= SIZE - recorded + PORTION + COMPARED, "{sent} bytes came: {log:#?}");
}
