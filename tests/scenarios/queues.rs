//! Named queues: each with its own slots, limit, hours and end; priorities, times to start at, and how fast all may be when.

mod arranging;
mod hours;
mod surroundings;

use haul_core::{DownloadId, DownloadRow, Event, LogEntry, Queue, QueueId, QueueSettings, Status, Waiting};
use haul_tests::{FileServer, Haul, KIB, MIB, RunningServer, assert_holds, noise};
use std::time::Instant;

const SIZE: u64 = 64 * KIB;

/// A server that lets nothing through until it is released.
async fn holding() -> RunningServer {
    FileServer::of(noise(SIZE, 1)).hold_after(0).start().await
}

async fn queue(haul: &Haul, name: &str, change: impl FnOnce(&mut QueueSettings)) -> QueueId {
    let mut settings = QueueSettings::named(name);
    change(&mut settings);
    haul.engine().add_queue(settings).await.unwrap()
}

async fn queues(haul: &Haul) -> Vec<Queue> {
    match haul.engine().snapshot().await.unwrap() {
        Event::Snapshot { queues, .. } => queues,
        other => panic!("{other:?}"),
    }
}

async fn change(haul: &Haul, id: QueueId, change: impl FnOnce(&mut QueueSettings)) {
    let mut queue = queues(haul).await.into_iter().find(|queue| queue.id == id).unwrap();
    change(&mut queue.settings);
    haul.engine().set_queue(id, queue.settings).await.unwrap();
}

/// Adds `count` downloads to a queue: PREFIX0.bin, PREFIX1.bin …
async fn add(
    haul: &Haul,
    server: &RunningServer,
    prefix: &str,
    count: u32,
    queue: QueueId,
) -> Vec<DownloadId> {
    let mut ids = Vec::new();
    for number in 0..count {
        let url = server.url_of(&format!("{prefix}{number}.bin"));
        ids.push(haul.add_with(url, |new| new.queue = Some(queue)).await);
    }
    ids
}

fn is_running(row: &DownloadRow) -> bool {
    matches!(row.status, Status::Running { .. })
}

async fn row(haul: &Haul, id: DownloadId) -> DownloadRow {
    haul.details(id).await.row
}

async fn waiting(haul: &Haul, id: DownloadId) -> Option<Waiting> {
    row(haul, id).await.waiting
}

fn turn(place: u32, running: u32, at_once: u32, overall: bool) -> Option<Waiting> {
    Some(Waiting::Turn { place, running, at_once, overall, in_secs: None })
}

#[tokio::test]
async fn each_queue_has_slots_of_its_own_and_its_rows_say_how_long_the_line_is() {
    let (haul, server) = (Haul::start().await, holding().await);
    let films = queue(&haul, "Films", |films| films.downloads_at_once = Some(1)).await;
    let mine = add(&haul, &server, "film", 3, films).await;
    let others = add(&haul, &server, "other", 3, QueueId::DEFAULT).await;
    for id in [&mine[..1], &others[..]].concat() {
        haul.until(id, is_running).await;
    }
    assert_eq!(waiting(&haul, mine[1]).await, turn(1, 1, 1, false));
    assert_eq!(waiting(&haul, mine[2]).await, turn(2, 1, 1, false));
    assert_eq!(waiting(&haul, mine[0]).await, None);
    server.release();
    for id in mine.iter().chain(&others) {
        haul.completed(*id).await;
    }
}

#[tokio::test]
async fn all_queues_together_keep_to_the_number_in_the_settings_in_the_order_of_all() {
    let haul = Haul::bed().settings(|settings| settings.downloads_at_once = 2).start().await;
    let server = holding().await;
    let films = queue(&haul, "Films", |films| films.downloads_at_once = Some(2)).await;
    let first = add(&haul, &server, "a", 1, films).await[0];
    let second = add(&haul, &server, "b", 1, QueueId::DEFAULT).await[0];
    let third = add(&haul, &server, "c", 1, films).await[0];
    haul.until(first, is_running).await;
    haul.until(second, is_running).await;
    assert_eq!(waiting(&haul, third).await, turn(1, 2, 2, true));
    server.release();
    haul.completed(third).await;
}

#[tokio::test]
async fn the_limit_of_a_queue_is_shared_by_its_downloads_and_by_no_other() {
    let bytes = noise(2 * MIB, 1);
    let (haul, server) = (Haul::start().await, FileServer::of(bytes.clone()).start().await);
    let slow = queue(&haul, "Slow", |slow| slow.limit = Some(MIB)).await;
    let begun = Instant::now();
    let limited = add(&haul, &server, "slow", 2, slow).await;
    let free = add(&haul, &server, "fast", 1, QueueId::DEFAULT).await[0];
    haul.completed(free).await;
    assert!(!matches!(row(&haul, limited[1]).await.status, Status::Completed { .. }));
    for id in limited {
        haul.completed(id).await;
    }
    let seconds = begun.elapsed().as_secs_f64();
    assert!((2.8..9.0).contains(&seconds), "{seconds:.1} s for 4 MiB at 1 MiB/s");
    assert_holds(&haul.file("slow0.bin"), &bytes);
}

#[tokio::test]
async fn a_running_download_obeys_the_limit_of_the_queue_that_it_is_put_into() {
    let bytes = noise(8 * MIB, 1);
    let (haul, server) = (Haul::start().await, FileServer::of(bytes.clone()).start().await);
    let slow = queue(&haul, "Slow", |slow| slow.limit = Some(64 * KIB)).await;
    let id = add(&haul, &server, "a", 1, slow).await[0];
    haul.until(id, |row| row.received >= 64 * KIB).await;
    // At 64 KiB/s it would take two minutes.
    haul.engine().assign(vec![id], QueueId::DEFAULT).await.unwrap();
    assert_eq!(haul.completed(id).await.queue, QueueId::DEFAULT);
    assert_holds(&haul.file("a0.bin"), &bytes);
}

#[tokio::test]
async fn a_paused_queue_stops_what_runs_and_goes_on_where_it_was() {
    let bytes = noise(4 * MIB, 1);
    let (haul, server) = (Haul::start().await, FileServer::of(bytes.clone()).pace(MIB).start().await);
    let films = queue(&haul, "Films", |_| {}).await;
    let ids = add(&haul, &server, "a", 2, films).await;
    haul.until(ids[0], |row| row.received >= MIB).await;
    change(&haul, films, |films| films.paused = true).await;
    for id in &ids {
        let row = haul.until(*id, |row| row.status == Status::Queued).await;
        assert_eq!(row.waiting, Some(Waiting::Queue));
    }
    let kept = row(&haul, ids[0]).await.received;
    assert!(kept >= MIB, "{kept}");
    change(&haul, films, |films| films.paused = false).await;
    for id in &ids {
        haul.completed(*id).await;
    }
    assert_holds(&haul.file("a0.bin"), &bytes);
    let log = haul.log(ids[0]).await;
    assert!(!log.iter().any(|entry| matches!(entry, LogEntry::StartedOver { .. })), "{log:?}");
}

#[tokio::test]
async fn a_queue_that_ends_says_so_after_its_last_row_and_pauses_itself() {
    let (haul, server) = (Haul::start().await, holding().await);
    let night = queue(&haul, "Night", |night| {
        night.stop_when_empty = true;
        night.at_end = haul_core::AtEnd::ShutDown;
    });
    let night = night.await;
    let ids = add(&haul, &server, "a", 2, night).await;
    haul.until(ids[1], is_running).await;
    let mut events = haul.engine().subscribe().await.unwrap();
    server.release();
    let mut done = 0;
    loop {
        match haul_tests::soon(events.next()).await.unwrap() {
            Event::Changed { rows, .. } => {
                done += rows.iter().filter(|row| matches!(row.status, Status::Completed { .. })).count();
            }
            Event::QueueEnded { queue, at_end } => {
                assert_eq!((queue, at_end, done), (night, haul_core::AtEnd::ShutDown, 2));
                break;
            }
            _ => {}
        }
    }
    assert!(queues(&haul).await[1].settings.paused);
    let late = add(&haul, &server, "late", 1, night).await[0];
    assert_eq!(waiting(&haul, late).await, Some(Waiting::Queue));
}

#[tokio::test]
async fn a_queue_whose_last_is_paused_or_removed_has_not_ended() {
    let (haul, server) = (Haul::start().await, holding().await);
    let night = queue(&haul, "Night", |night| night.stop_when_empty = true).await;
    let ids = add(&haul, &server, "a", 2, night).await;
    haul.until(ids[1], is_running).await;
    haul.pause(ids[0]).await;
    haul.remove(vec![ids[1]], haul_core::FileFate::Keep).await;
    assert!(!queues(&haul).await[1].settings.paused);
}
