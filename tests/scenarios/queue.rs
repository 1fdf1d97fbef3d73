//! Who runs when: slots, order, moves, pause and resume of all, and what becomes of files on removal.

use haul_core::{
    Addition, Counts, DownloadId, Event, FileFate, Move, NewDownload, Notice, Sort, SortKey, Status,
    StatusFilter, ViewQuery,
};
use haul_tests::{
    FileServer, Haul, KIB, MIB, RunningServer, SmallDisk, assert_holds, may_mount, names_in, noise,
    rerun_as_root,
};

const SIZE: u64 = 64 * KIB;

/// A server that lets nothing through until it is released, and `count` downloads from it: 0.bin, 1.bin …
async fn held(haul: &Haul, count: usize) -> (RunningServer, Vec<DownloadId>) {
    let server = FileServer::of(noise(SIZE, 1)).hold_after(0).start().await;
    let mut ids = Vec::new();
    for name in 0..count {
        ids.push(haul.add(server.url_of(&format!("{name}.bin"))).await);
    }
    (server, ids)
}

/// The names whose download the server was asked for, in the order of the first request.
fn started(server: &RunningServer) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for request in server.requests() {
        let name = request.path.trim_start_matches('/').trim_end_matches(".bin").to_owned();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

async fn running(haul: &Haul) -> Vec<DownloadId> {
    let sort = Sort { key: SortKey::Queue, descending: false };
    let query = ViewQuery { filter: StatusFilter::Running.into(), sort, limit: 100, ..ViewQuery::default() };
    haul.view(query).await.rows.into_iter().map(|row| row.id).collect()
}

fn is_running(row: &haul_core::DownloadRow) -> bool {
    matches!(row.status, Status::Running { .. })
}

async fn counts(haul: &Haul) -> Counts {
    match haul.engine().snapshot().await.unwrap() {
        Event::Snapshot { counts, .. } => counts,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn five_run_at_once_and_the_next_starts_when_one_is_done() {
    let haul = Haul::start().await;
    let (server, ids) = held(&haul, 12).await;
    for id in &ids[..5] {
        haul.until(*id, is_running).await;
    }
    server.until(|records| records.requests.len() >= 5).await;
    assert_eq!(running(&haul).await, &ids[..5]);
    assert_eq!(counts(&haul).await, Counts { all: 12, running: 5, queued: 7, ..Counts::default() });
    server.release();
    for id in &ids {
        haul.completed(*id).await;
    }
    assert!(server.records().most_active <= 5);
    let counts = counts(&haul).await;
    assert_eq!((counts.completed, counts.running, counts.queued), (12, 0, 0));
}

#[tokio::test]
async fn downloads_start_in_the_order_of_the_queue() {
    let haul = Haul::bed().settings(|settings| settings.downloads_at_once = 1).start().await;
    let (server, ids) = held(&haul, 5).await;
    haul.until(ids[0], is_running).await;
    haul.engine().move_in_queue(vec![ids[4]], Move::Top).await.unwrap();
    haul.engine().move_in_queue(vec![ids[1]], Move::Bottom).await.unwrap();
    haul.engine().move_in_queue(vec![ids[3]], Move::Before { id: ids[2] }).await.unwrap();
    server.until(|records| records.requests.len() == 1).await;
    server.release();
    for id in &ids {
        haul.completed(*id).await;
    }
    assert_eq!(started(&server), ["0", "4", "3", "2", "1"]);
}

#[tokio::test]
async fn more_slots_start_more_downloads_at_once() {
    let haul = Haul::bed().settings(|settings| settings.downloads_at_once = 1).start().await;
    let (server, ids) = held(&haul, 4).await;
    server.until(|records| records.requests.len() == 1).await;
    haul.set(|settings| settings.downloads_at_once = 3).await;
    server.until(|records| records.requests.len() == 3).await;
    assert_eq!(running(&haul).await, &ids[..3]);
}

#[tokio::test]
async fn fewer_slots_stop_nothing_but_start_nothing_either() {
    let haul = Haul::start().await;
    let (server, ids) = held(&haul, 8).await;
    server.until(|records| records.requests.len() == 5).await;
    haul.set(|settings| settings.downloads_at_once = 1).await;
    assert_eq!(running(&haul).await.len(), 5);
    server.release();
    for id in &ids {
        haul.completed(*id).await;
    }
    assert_eq!(started(&server)[5..], ["5", "6", "7"]);
}

#[tokio::test]
async fn a_paused_download_leaves_its_slot_to_the_next() {
    let haul = Haul::bed().settings(|settings| settings.downloads_at_once = 1).start().await;
    let (server, ids) = held(&haul, 2).await;
    haul.until(ids[0], is_running).await;
    haul.pause(ids[0]).await;
    haul.until(ids[1], is_running).await;
    server.release();
    haul.completed(ids[1]).await;
    assert_eq!(haul.details(ids[0]).await.row.status, Status::Paused);
}

#[tokio::test]
async fn all_pause_and_all_go_on() {
    let haul = Haul::start().await;
    let (server, ids) = held(&haul, 8).await;
    server.until(|records| records.requests.len() == 5).await;
    haul.engine().pause_all().await.unwrap();
    for id in &ids {
        haul.until(*id, |row| row.status == Status::Paused).await;
    }
    server.until(|records| records.active == 0).await;
    server.release();
    haul.engine().resume_all().await.unwrap();
    for (name, id) in ids.iter().enumerate() {
        haul.completed(*id).await;
        assert_holds(&haul.file(&format!("{name}.bin")), &noise(SIZE, 1));
    }
}

#[tokio::test]
async fn pause_and_resume_in_quick_succession_end_as_last_wished() {
    let haul = Haul::start().await;
    let (server, ids) = held(&haul, 1).await;
    for _ in 0..20 {
        haul.engine().pause(ids.clone()).await.unwrap();
        haul.engine().resume(ids.clone()).await.unwrap();
    }
    server.release();
    haul.completed(ids[0]).await;
    assert_holds(&haul.file("0.bin"), &noise(SIZE, 1));
}

#[tokio::test]
async fn a_download_may_be_added_paused() {
    let server = FileServer::of(noise(SIZE, 1)).start().await;
    let haul = Haul::start().await;
    let id = haul.add_with(server.url(), |new| new.paused = true).await;
    assert_eq!(haul.details(id).await.row.status, Status::Paused);
    assert!(server.requests().is_empty());
    haul.resume(id).await;
    haul.completed(id).await;
}

#[tokio::test]
async fn a_removed_download_keeps_its_finished_file_or_takes_it_along() {
    let server = FileServer::of(noise(SIZE, 1)).start().await;
    let haul = Haul::start().await;
    let kept = haul.add(server.url_of("kept.bin")).await;
    let deleted = haul.add(server.url_of("deleted.bin")).await;
    haul.completed(kept).await;
    haul.completed(deleted).await;
    haul.remove(vec![kept], FileFate::Keep).await;
    haul.remove(vec![deleted], FileFate::Delete).await;
    assert_eq!(haul.names(), ["kept.bin"]);
    assert_eq!(counts(&haul).await.all, 0);
    assert!(haul.engine().details(kept).await.unwrap().is_none());
}

#[tokio::test]
async fn a_removed_file_goes_to_the_trash_of_its_disk() {
    if !may_mount() {
        return rerun_as_root("queue::a_removed_file_goes_to_the_trash_of_its_disk");
    }
    let disk = SmallDisk::of(4 * MIB);
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::bed().folder(disk.path()).start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    haul.remove(vec![id], FileFate::Trash).await;
    assert!(!disk.file("a.bin").exists());
    let trash = names_in(disk.path()).into_iter().find(|name| name.starts_with(".Trash"));
    let trash = trash.unwrap_or_else(|| panic!("no trash in {:?}", names_in(disk.path())));
    assert_holds(&disk.file(&trash).join("files/a.bin"), &bytes);
}

#[tokio::test]
async fn a_thousand_links_are_added_at_once() {
    let haul = Haul::start().await;
    let mut events = haul.engine().subscribe().await.unwrap();
    let paused = |n| NewDownload { paused: true, ..NewDownload::of(format!("http://127.0.0.1:9/{n}.bin")) };
    let additions = haul.engine().add((0..1000).map(paused).collect()).await.unwrap();
    assert!(additions.iter().all(|addition| matches!(addition, Addition::Added { .. })));
    assert_eq!(counts(&haul).await, Counts { all: 1000, paused: 1000, ..Counts::default() });
    assert!(matches!(events.next().await, Some(Event::Snapshot { .. })));
    let Some(Event::Changed { rows, many: true, .. }) = events.next().await else {
        panic!("it should say `many`")
    };
    assert!(rows.len() <= 100);
    let sort = Sort { key: SortKey::Queue, descending: false };
    let page = haul.view(ViewQuery { sort, offset: 990, limit: 50, ..ViewQuery::default() }).await;
    assert_eq!((page.total, page.rows.len(), page.rows[9].name.as_str()), (1000, 10, "999.bin"));
}

#[tokio::test]
async fn a_listener_that_lags_gets_a_new_snapshot() {
    let haul = Haul::start().await;
    let mut events = haul.engine().subscribe().await.unwrap();
    assert!(matches!(events.next().await, Some(Event::Snapshot { .. })));
    for _ in 0..20_000 {
        haul.engine().notice(Notice::StillRunning).await.unwrap();
    }
    let Some(Event::Snapshot { notices, .. }) = events.next().await else { panic!("it should begin anew") };
    assert_eq!(notices, [Notice::StillRunning]);
}

#[tokio::test]
async fn a_running_download_is_stopped_before_it_is_removed() {
    let haul = Haul::start().await;
    let server = FileServer::of(noise(8 * 1024 * KIB, 1)).hold_after(64 * KIB).start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| is_running(row) && row.connections > 0).await;
    haul.remove(vec![id], FileFate::Delete).await;
    server.until(|records| records.active == 0).await;
    assert!(haul.names().is_empty(), "{:?}", haul.names());
}

#[tokio::test]
async fn a_removal_outlasts_a_quit() {
    let mut haul = Haul::start().await;
    let (server, ids) = held(&haul, 3).await;
    haul.until(ids[0], is_running).await;
    // Whoever quits at once does not wait for the answer.
    let removing = haul.engine().remove(ids.clone(), FileFate::Delete);
    let (removed, ()) = tokio::join!(removing, haul.engine().shutdown());
    haul.restart().await;
    let left = haul.view(ViewQuery { limit: 100, ..ViewQuery::default() }).await.total;
    assert!(left == 0 || removed.is_err(), "{left} came back though they were removed: {removed:?}");
    server.release();
}

#[tokio::test]
async fn removing_twice_counts_once() {
    let server = FileServer::of(noise(SIZE, 1)).start().await;
    let haul = Haul::start().await;
    let mut ids = Vec::new();
    for name in ["one.bin", "two.bin", "three.bin"] {
        ids.push(haul.add(server.url_of(name)).await);
    }
    for id in &ids {
        haul.completed(*id).await;
    }
    let engine = haul.engine();
    let (first, second) = tokio::join!(
        engine.remove(vec![ids[0]], FileFate::Keep),
        engine.remove(vec![ids[0]], FileFate::Keep)
    );
    assert!(first.is_ok() || second.is_ok(), "{first:?} {second:?}");
    let counts = counts(&haul).await;
    assert_eq!((counts.all, counts.completed), (2, 2));
}

#[tokio::test]
async fn removing_one_leaves_the_others_in_order() {
    let haul = Haul::bed().settings(|settings| settings.downloads_at_once = 1).start().await;
    let (server, ids) = held(&haul, 4).await;
    haul.until(ids[0], is_running).await;
    haul.remove(vec![ids[0], ids[2]], FileFate::Delete).await;
    server.release();
    haul.completed(ids[1]).await;
    haul.completed(ids[3]).await;
    let order = started(&server);
    assert_eq!(order[order.len() - 2..], ["1", "3"]);
}

#[tokio::test]
async fn the_order_outlasts_a_restart() {
    let mut haul = Haul::start().await;
    let server = FileServer::of(noise(SIZE, 1)).start().await;
    let mut ids = Vec::new();
    for name in ["a.bin", "b.bin", "c.bin"] {
        ids.push(haul.add_with(server.url_of(name), |new| new.paused = true).await);
    }
    haul.engine().move_in_queue(vec![ids[2]], Move::Top).await.unwrap();
    haul.restart().await;
    let sort = Sort { key: SortKey::Queue, descending: false };
    let rows = haul.view(ViewQuery { sort, limit: 10, ..ViewQuery::default() }).await.rows;
    let order: Vec<DownloadId> = rows.iter().map(|row| row.id).collect();
    assert_eq!(order, [ids[2], ids[0], ids[1]]);
}

#[tokio::test]
async fn the_list_is_filtered_searched_and_sorted_by_the_store() {
    let haul = Haul::start().await;
    let server = FileServer::of(noise(SIZE, 1)).start().await;
    for name in ["beta-report.bin", "alpha.bin", "gamma-report.bin"] {
        let id = haul.add(server.url_of(name)).await;
        haul.completed(id).await;
    }
    let sort = Sort { key: SortKey::Name, descending: false };
    let page = haul.view(ViewQuery { search: "REPORT".into(), sort, limit: 1, ..ViewQuery::default() }).await;
    assert_eq!((page.total, page.rows.len(), page.rows[0].name.as_str()), (2, 1, "beta-report.bin"));
    let page = haul.view(ViewQuery { sort, offset: 2, limit: 10, ..ViewQuery::default() }).await;
    assert_eq!((page.total, page.rows[0].name.as_str()), (3, "gamma-report.bin"));
    let page =
        haul.view(ViewQuery { filter: StatusFilter::Failed.into(), limit: 10, ..ViewQuery::default() }).await;
    assert_eq!((page.total, page.rows.len()), (0, 0));
}
