//! What was taken off the list comes back as it was, for a day; what nobody wants back is gone after it, and not before.

use haul_core::{
    Check, DownloadId, DownloadRow, Event, FileFate, Finding, LogEntry, Move, NewDownload, Restored, Sort,
    SortKey, Status, ViewQuery,
};
use haul_tests::{
    FileServer, Haul, KIB, MIB, RunningServer, SmallDisk, assert_holds, may_mount, noise, rerun_as_root, soon,
};
use std::time::{Duration, Instant};

const SIZE: u64 = 4 * MIB;
const DAY_MS: i64 = 24 * 3600 * 1000;

async fn restore(haul: &Haul, ids: &[DownloadId]) -> Restored {
    soon(haul.engine().restore(ids.to_vec())).await.unwrap()
}

/// All of `ids` are back, with their files.
fn whole(ids: &[DownloadId]) -> Restored {
    Restored { ids: ids.to_vec(), ..Restored::default() }
}

async fn queue(haul: &Haul) -> Vec<DownloadId> {
    let sort = Sort { key: SortKey::Queue, descending: false };
    let query = ViewQuery { sort, limit: 1000, ..ViewQuery::default() };
    haul.view(query).await.rows.into_iter().map(|row| row.id).collect()
}

/// A download that was paused with a part of it there.
async fn half(haul: &Haul, bytes: &[u8]) -> (DownloadId, DownloadRow, RunningServer) {
    let server = FileServer::of(bytes.to_vec()).hold_after(SIZE / 2).start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= SIZE / 4).await;
    haul.pause(id).await;
    let row = haul.until(id, |row| row.status == Status::Paused && row.received >= SIZE / 4).await;
    server.release();
    (id, row, server)
}

/// As if everything had been removed so long ago.
async fn backdate(haul: &Haul, by_ms: i64) {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(haul.database());
    let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
    sqlx::query("UPDATE removed SET at = at - ?").bind(by_ms).execute(&pool).await.unwrap();
    pool.close().await;
}

#[tokio::test]
async fn an_unfinished_one_comes_back_as_it_was_and_goes_on_where_it_stopped() {
    let bytes = noise(SIZE, 1);
    let mut haul = Haul::start().await;
    let (id, row, server) = half(&haul, &bytes).await;
    let log = haul.log(id).await;
    haul.remove(vec![id], FileFate::Keep).await;
    assert!(haul.engine().details(id).await.unwrap().is_none());
    assert_eq!(haul.names(), ["a.bin.part"]);
    haul.restart().await;
    assert_eq!(restore(&haul, &[id]).await, whole(&[id]));
    assert_eq!(haul.details(id).await.row, row);
    assert_eq!(haul.log(id).await, log);
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(server.sent() < SIZE + SIZE / 2, "{} bytes were sent", server.sent());
}

#[tokio::test]
async fn a_running_one_runs_again_with_what_nobody_may_write_down() {
    let bytes = noise(SIZE, 1);
    let haul = Haul::start().await;
    let server = FileServer::of(bytes.clone()).hold_after(SIZE / 2).start().await;
    let secret = ("Authorization".to_owned(), "Bearer x".to_owned());
    let id = haul.add_with(server.url(), |new| new.options.headers.push(secret)).await;
    haul.until(id, |row| row.received >= SIZE / 4).await;
    haul.remove(vec![id], FileFate::Keep).await;
    server.release();
    let before = server.requests().len();
    assert_eq!(restore(&haul, &[id]).await, whole(&[id]));
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    let again = &server.requests()[before..];
    assert!(!again.is_empty());
    assert!(again.iter().all(|request| request.header("authorization") == Some("Bearer x")), "{again:#?}");
    assert!(server.sent() < SIZE + SIZE / 2, "{} bytes were sent", server.sent());
}

#[tokio::test]
async fn a_finished_one_comes_back_with_its_hashes_and_its_place_among_the_finished() {
    let mut haul = Haul::start().await;
    let server = FileServer::of(noise(SIZE, 1)).start().await;
    let mut ids = Vec::new();
    for name in ["a.bin", "b.bin", "c.bin"] {
        let id = haul.add(server.url_of(name)).await;
        haul.completed(id).await;
        ids.push(id);
    }
    let (order, row) = (queue(&haul).await, haul.details(ids[1]).await);
    haul.remove(vec![ids[1]], FileFate::Keep).await;
    haul.crash().await;
    haul.reopen().await;
    assert_eq!(restore(&haul, &ids[1..2]).await, whole(&ids[1..2]));
    assert_eq!((queue(&haul).await, haul.details(ids[1]).await), (order, row));
    assert_eq!(haul.verified(ids[1]).await, Finding::Intact);
    let Ok(Event::Snapshot { counts, .. }) = haul.engine().snapshot().await else { panic!("no snapshot") };
    assert_eq!((counts.all, counts.completed), (3, 3));
}

#[tokio::test]
async fn what_went_to_the_trash_comes_back_from_it() {
    if !may_mount() {
        return rerun_as_root("undo::what_went_to_the_trash_comes_back_from_it");
    }
    let disk = SmallDisk::of(64 * MIB);
    let bytes = noise(SIZE, 1);
    let mut haul = Haul::bed().folder(disk.path()).start().await;
    let (half, row, _server) = half(&haul, &bytes).await;
    let server = FileServer::of(bytes.clone()).start().await;
    let done = haul.add(server.url_of("done.bin")).await;
    haul.completed(done).await;
    // An earlier one of the same name lies in the trash as well.
    let earlier = FileServer::of(noise(KIB, 2)).named("done.bin").start().await;
    haul.remove(vec![half, done], FileFate::Trash).await;
    let other = haul.add(earlier.url()).await;
    haul.completed(other).await;
    haul.remove(vec![other], FileFate::Trash).await;
    assert!(!disk.file("done.bin").exists() && !disk.file("a.bin.part").exists());
    haul.restart().await;
    assert_eq!(restore(&haul, &[half, done]).await, whole(&[half, done]));
    assert_eq!(haul.details(half).await.row, row);
    assert_holds(&disk.file("done.bin"), &bytes);
    assert_eq!(haul.verified(done).await, Finding::Intact);
    haul.resume(half).await;
    haul.completed(half).await;
    assert_holds(&disk.file("a.bin"), &bytes);
    // Its place is taken: nothing is overwritten, and nothing else passes for it.
    assert_eq!(restore(&haul, &[other]).await, Restored { without_file: vec![other], ..whole(&[other]) });
    assert_holds(&disk.file("done.bin"), &bytes);
}

#[tokio::test]
async fn a_file_that_is_gone_for_good_is_said_to_be() {
    let haul = Haul::start().await;
    let (half, _, _server) = half(&haul, &noise(SIZE, 1)).await;
    let server = FileServer::of(noise(SIZE, 1)).start().await;
    let done = haul.add(server.url_of("done.bin")).await;
    haul.completed(done).await;
    haul.resume(half).await;
    haul.remove(vec![half, done], FileFate::Keep).await;
    for name in haul.names() {
        std::fs::remove_file(haul.file(&name)).unwrap();
    }
    let restored = restore(&haul, &[half, done, DownloadId(99)]).await;
    assert_eq!(restored.without_file.len(), restored.ids.len());
    assert_eq!(restored.gone, [DownloadId(99)]);
    let done = haul.details(done).await.row;
    assert_eq!(done.check, Some(Check::Done { finding: Finding::Gone }));
    if let Some(half) = haul.engine().details(half).await.unwrap() {
        assert_eq!((half.row.status.clone(), half.row.received), (Status::Paused, 0), "{half:#?}");
    }
}

#[tokio::test]
async fn what_was_deleted_is_not_kept() {
    let haul = Haul::start().await;
    let (id, _, _server) = half(&haul, &noise(SIZE, 1)).await;
    haul.remove(vec![id], FileFate::Delete).await;
    assert_eq!(restore(&haul, &[id]).await, Restored { gone: vec![id], ..Restored::default() });
    assert_eq!(haul.names(), Vec::<String>::new());
}

#[tokio::test]
async fn two_of_one_link_do_not_fight_over_its_part_file() {
    let bytes = noise(SIZE, 1);
    let haul = Haul::start().await;
    let (first, _, server) = half(&haul, &bytes).await;
    haul.remove(vec![first], FileFate::Keep).await;
    server.hold_after(server.sent() + SIZE / 8);
    let second = haul.add(server.url()).await;
    haul.until(second, |row| row.received >= SIZE / 4).await;
    // The other has it now.
    assert_eq!(restore(&haul, &[first]).await, Restored { without_file: vec![first], ..whole(&[first]) });
    let row = haul.details(first).await.row;
    assert_eq!((row.status, row.received), (Status::Paused, 0));
    server.release();
    haul.completed(second).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(haul.log(second).await.iter().any(|entry| matches!(entry, LogEntry::Resumed { .. })));
    haul.resume(first).await;
    haul.completed(first).await;
    assert_eq!(haul.names(), ["a.bin"], "it is known to be there");
}

#[tokio::test]
async fn a_place_in_the_queue_comes_back_even_if_somebody_else_took_it() {
    let haul = Haul::start().await;
    let paused = |n: u32| NewDownload { paused: true, ..NewDownload::of(format!("http://127.0.0.1:9/{n}")) };
    haul.engine().add((0..6).map(paused).collect()).await.unwrap();
    let before = queue(&haul).await;
    haul.remove(vec![before[1], before[2], before[5]], FileFate::Keep).await;
    haul.engine().add(vec![paused(7)]).await.unwrap();
    restore(&haul, &[before[5], before[2], before[1]]).await;
    let now = queue(&haul).await;
    assert_eq!(now[..6], before, "and the new one is last");
    let mut haul = haul;
    haul.restart().await;
    assert_eq!(queue(&haul).await, now);
}

#[tokio::test]
async fn moves_and_pauses_are_taken_back_exactly() {
    let haul = Haul::start().await;
    let new = |n: u32, paused| NewDownload { paused, ..NewDownload::of(format!("http://127.0.0.1:9/{n}")) };
    haul.set(|settings| settings.max_tries = 100).await;
    haul.engine().add((0..8).map(|n| new(n, n % 3 == 0)).collect()).await.unwrap();
    let before = queue(&haul).await;
    for to in [
        Move::Top,
        Move::Up { shown: vec![] },
        Move::Down { shown: vec![] },
        Move::Bottom,
        Move::Before { id: before[3] },
    ] {
        let moved = vec![before[6], before[1], before[2]];
        let places = haul.engine().move_in_queue(moved, to.clone()).await.unwrap();
        assert_ne!(queue(&haul).await, before, "{to:?}");
        haul.engine().rearrange(places).await.unwrap();
        assert_eq!(queue(&haul).await, before, "{to:?}");
    }
    let mut paused = haul.engine().pause_all().await.unwrap();
    paused.sort();
    assert_eq!(paused.len(), 5);
    haul.engine().resume(paused.clone()).await.unwrap();
    for id in before {
        let is_paused = haul.details(id).await.row.status == Status::Paused;
        assert_eq!(is_paused, !paused.contains(&id));
    }
}

#[tokio::test]
async fn after_a_day_what_nobody_wants_is_gone_and_nothing_else_is() {
    let mut haul = Haul::start().await;
    let bytes = noise(SIZE, 1);
    let (id, _, server) = half(&haul, &bytes).await;
    let done = haul.add(server.url_of("done.bin")).await;
    haul.completed(done).await;
    haul.remove(vec![id, done], FileFate::Keep).await;
    haul.stop().await;
    backdate(&haul, DAY_MS - 3600 * 1000).await;
    haul.reopen().await;
    assert_eq!(restore(&haul, &[id, done]).await, whole(&[id, done]));

    haul.remove(vec![id, done], FileFate::Keep).await;
    haul.stop().await;
    backdate(&haul, DAY_MS + 1000).await;
    age(&haul.part("a.bin"));
    std::fs::copy(haul.part("a.bin"), haul.part("other")).unwrap();
    haul.reopen().await;
    until_gone(&haul, "a.bin.part").await;
    assert_eq!(haul.names(), ["done.bin", "other.part"]);
    assert_eq!(restore(&haul, &[id, done]).await.gone, [id, done]);
}

#[tokio::test]
async fn a_part_file_that_was_written_to_since_is_nobodys_to_remove() {
    let mut haul = Haul::start().await;
    let (id, _, _server) = half(&haul, &noise(SIZE, 1)).await;
    haul.remove(vec![id], FileFate::Keep).await;
    haul.stop().await;
    // Long after it was removed, by the file's own time.
    backdate(&haul, DAY_MS + 1000).await;
    haul.reopen().await;
    until_forgotten(&haul, id).await;
    haul.stop().await;
    assert_eq!(haul.names(), ["a.bin.part"]);
}

/// As if nobody had written to it for two days.
fn age(path: &std::path::Path) {
    let file = std::fs::OpenOptions::new().write(true).open(path).unwrap();
    file.set_modified(std::time::SystemTime::now() - Duration::from_millis(2 * DAY_MS as u64)).unwrap();
}

#[tokio::test]
async fn a_part_file_that_somebody_goes_on_with_outlasts_the_day() {
    let mut haul = Haul::start().await;
    let bytes = noise(SIZE, 1);
    let (first, _, server) = half(&haul, &bytes).await;
    haul.remove(vec![first], FileFate::Keep).await;
    // It waits, and wants it.
    let second = haul.add_with(server.url(), |new| new.paused = true).await;
    haul.stop().await;
    backdate(&haul, DAY_MS + 1000).await;
    age(&haul.part("a.bin"));
    haul.reopen().await;
    until_forgotten(&haul, first).await;
    assert_eq!(haul.names(), ["a.bin.part"]);
    let sent = server.sent();
    haul.resume(second).await;
    haul.completed(second).await;
    assert!(server.sent() - sent < SIZE - SIZE / 8, "{} bytes were fetched again", server.sent() - sent);
    assert_holds(&haul.file("a.bin"), &bytes);
}

/// No event tells of it: nobody waits for what is too old.
async fn until_gone(haul: &Haul, name: &str) {
    let gone = async {
        while haul.names().contains(&name.to_owned()) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    soon(gone).await;
}

async fn until_forgotten(haul: &Haul, id: DownloadId) {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(haul.database()).read_only(true);
    let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
    let forgotten = async {
        let select = "SELECT count(*) FROM removed WHERE id = ?";
        while sqlx::query_scalar::<_, i64>(select).bind(id.0).fetch_one(&pool).await.unwrap() > 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    soon(forgotten).await;
    pool.close().await;
}

#[tokio::test]
async fn ten_thousand_leave_and_come_back_while_others_are_served() {
    let haul = Haul::start().await;
    let new = |n: u32| NewDownload { paused: true, ..NewDownload::of(format!("http://127.0.0.1:9/{n}")) };
    haul.engine().add((0..10_000).map(new).collect()).await.unwrap();
    let before = queue(&haul).await;
    let ids: Vec<DownloadId> = (1..=10_000).map(DownloadId).collect();
    let begun = Instant::now();
    let removed = haul.engine().remove(ids.clone(), FileFate::Keep);
    let waited = longest_wait(&haul, removed).await.0;
    println!("removed 10,000 in {:?}; others waited {waited:?} at most", begun.elapsed());
    assert!(queue(&haul).await.is_empty());
    let begun = Instant::now();
    let (waited, restored) = longest_wait(&haul, haul.engine().restore(ids.clone())).await;
    println!("restored 10,000 in {:?}; others waited {waited:?} at most", begun.elapsed());
    assert_eq!(restored.unwrap().ids.len(), 10_000);
    assert_eq!(queue(&haul).await, before);
    let Ok(Event::Snapshot { counts, .. }) = haul.engine().snapshot().await else { panic!("no snapshot") };
    assert_eq!((counts.all, counts.paused), (10_000, 10_000));
    // Far more than one turn takes, and far less than all of them.
    assert!(waited < Duration::from_secs(2), "{waited:?}");
}

/// How long anybody waited at most for the dispatcher until `done`.
async fn longest_wait<T>(haul: &Haul, done: impl Future<Output = T>) -> (Duration, T) {
    let mut done = std::pin::pin!(done);
    let mut longest = Duration::ZERO;
    loop {
        let asked = Instant::now();
        tokio::select! {
            biased;
            outcome = &mut done => return (longest, outcome),
            snapshot = haul.engine().snapshot() => drop(snapshot.unwrap()),
        }
        longest = longest.max(asked.elapsed());
    }
}
