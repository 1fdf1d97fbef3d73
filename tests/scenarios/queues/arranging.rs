//! Order, priorities, start now, and queues that come and go.

use super::*;
use haul_core::{Addition, Move, NewDownload, Priority, QueueError, Sort, SortKey, ViewQuery};
use haul_engine::EngineError;
use haul_tests::soon;

async fn in_order(haul: &Haul) -> Vec<DownloadRow> {
    let sort = Sort { key: SortKey::Queue, descending: false };
    haul.view(ViewQuery { sort, limit: 100, ..ViewQuery::default() }).await.rows
}

async fn order(haul: &Haul) -> Vec<DownloadId> {
    in_order(haul).await.into_iter().map(|row| row.id).collect()
}

#[tokio::test]
async fn priorities_and_moves_decide_who_starts_and_outlive_a_restart() {
    let server = holding().await;
    let mut haul = Haul::bed().settings(|settings| settings.downloads_at_once = 1).start().await;
    let films = queue(&haul, "Films", |films| films.paused = true).await;
    let ids = add(&haul, &server, "a", 5, films).await;
    haul.engine().set_priority(vec![ids[4]], Priority::High).await.unwrap();
    haul.engine().set_priority(vec![ids[0]], Priority::Low).await.unwrap();
    haul.engine().move_in_queue(vec![ids[3]], Move::Before { id: ids[1] }).await.unwrap();
    let wanted = [ids[4], ids[3], ids[1], ids[2], ids[0]];
    assert_eq!(order(&haul).await, wanted);
    haul.restart().await;
    let rows = in_order(&haul).await;
    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), wanted);
    let priorities: Vec<Priority> = rows.iter().map(|row| row.priority).collect();
    use Priority::{High, Low, Normal};
    assert_eq!(priorities, [High, Normal, Normal, Normal, Low]);
    server.release();
    change(&haul, films, |films| films.paused = false).await;
    for id in &ids {
        haul.completed(*id).await;
    }
    let asked: Vec<String> = server.requests().into_iter().map(|request| request.path).collect();
    assert_eq!(asked, [4, 3, 1, 2, 0].map(|number| format!("/a{number}.bin")));
}

#[tokio::test]
async fn a_priority_that_is_given_with_a_download_decides_from_the_first_moment() {
    use Priority::{High, Low, Normal};
    let (haul, server) =
        (Haul::bed().settings(|settings| settings.downloads_at_once = 1).start().await, holding().await);
    let new = |name: &str, priority| NewDownload { priority, ..NewDownload::of(server.url_of(name)) };
    let wanted = [("low", Low), ("normal", Normal), ("high", High), ("higher", High), ("lower", Low)];
    let wanted = wanted.map(|(name, priority)| new(name, priority)).to_vec();
    let added = soon(haul.engine().add(wanted)).await.unwrap();
    let ids: Vec<DownloadId> = added
        .iter()
        .map(|added| match added {
            Addition::Added { id } => *id,
            other => panic!("{other:?}"),
        })
        .collect();
    haul.until(ids[2], is_running).await;
    assert_eq!(order(&haul).await, [ids[2], ids[3], ids[1], ids[0], ids[4]]);
    let later = soon(haul.engine().add(vec![new("highest", High)])).await.unwrap();
    let [Addition::Added { id: later }] = later[..] else { panic!("{later:?}") };
    assert_eq!(order(&haul).await, [ids[2], ids[3], later, ids[1], ids[0], ids[4]]);
    server.release();
    haul.completed(ids[4]).await;
    let asked: Vec<String> = server.requests().into_iter().map(|request| request.path).collect();
    assert_eq!(asked, ["/high", "/higher", "/highest", "/normal", "/low", "/lower"]);
}

#[tokio::test]
async fn started_by_hand_it_runs_past_its_queue_and_the_number_also_after_a_restart() {
    let server = holding().await;
    let mut haul = Haul::bed().settings(|settings| settings.downloads_at_once = 1).start().await;
    let later = queue(&haul, "Later", |later| later.paused = true).await;
    let ordinary = add(&haul, &server, "a", 1, QueueId::DEFAULT).await[0];
    let ids = add(&haul, &server, "b", 2, later).await;
    haul.until(ordinary, is_running).await;
    haul.engine().start_now(vec![ids[1]]).await.unwrap();
    haul.until(ids[1], is_running).await;
    assert_eq!(waiting(&haul, ids[0]).await, Some(Waiting::Queue));
    change(&haul, later, |later| later.name = "Much later".into()).await;
    assert!(is_running(&row(&haul, ids[1]).await), "it is not the queue's affair");
    haul.crash().await;
    haul.reopen().await;
    haul.until(ids[1], is_running).await;
    assert_eq!(row(&haul, ids[1]).await.starts, Some(0));
    // Paused and resumed it is one of the queue again.
    haul.pause(ids[1]).await;
    haul.resume(ids[1]).await;
    let row = haul.until(ids[1], |row| row.status == Status::Queued).await;
    assert_eq!((row.starts, row.waiting), (None, Some(Waiting::Queue)));
    server.release();
    haul.completed(ordinary).await;
}

#[tokio::test]
async fn what_failed_keeps_its_place_and_can_be_started_by_hand() {
    let gone = FileServer::of(noise(SIZE, 1)).status(404).start().await;
    let haul = Haul::impatient().await;
    let later = queue(&haul, "Later", |_| {}).await;
    let ids = add(&haul, &gone, "a", 3, later).await;
    for id in &ids {
        haul.failed(*id).await;
    }
    change(&haul, later, |later| later.paused = true).await;
    haul.retry(ids[1]).await;
    assert_eq!(order(&haul).await, ids);
    assert_eq!(waiting(&haul, ids[1]).await, Some(Waiting::Queue));
    haul.engine().start_now(vec![ids[2]]).await.unwrap();
    haul.failed(ids[2]).await;
    assert_eq!(row(&haul, ids[2]).await.starts, None, "that was for once");
}

#[tokio::test]
async fn a_removed_queue_leaves_its_downloads_and_comes_back_as_it_was() {
    let (haul, server) = (Haul::start().await, FileServer::of(noise(SIZE, 1)).start().await);
    let films = queue(&haul, "Films", |films| films.downloads_at_once = Some(1)).await;
    let music = queue(&haul, "Music", |_| {}).await;
    let done = add(&haul, &server, "done", 1, films).await[0];
    haul.completed(done).await;
    change(&haul, films, |films| films.paused = true).await;
    let ids = add(&haul, &server, "a", 2, films).await;
    let before = queues(&haul).await;
    let places = order(&haul).await;
    haul.engine()
        .set_queue(QueueId::DEFAULT, QueueSettings { paused: true, ..Default::default() })
        .await
        .unwrap();
    let removed = haul.engine().remove_queue(films).await.unwrap();
    assert_eq!((removed.id, removed.before, removed.downloads.len()), (films, Some(music), 3));
    for id in [done, ids[0], ids[1]] {
        assert_eq!(row(&haul, id).await.queue, QueueId::DEFAULT);
    }
    // One is put somewhere else meanwhile, and stays there.
    haul.engine().assign(vec![ids[1]], music).await.unwrap();
    haul.engine().restore_queue(removed).await.unwrap();
    haul.engine().set_queue(QueueId::DEFAULT, QueueSettings::default()).await.unwrap();
    assert_eq!(queues(&haul).await, before);
    haul.completed(ids[1]).await;
    let now = [row(&haul, done).await.queue, row(&haul, ids[0]).await.queue, row(&haul, ids[1]).await.queue];
    assert_eq!(now, [films, films, music]);
    assert_eq!(order(&haul).await.first(), places.first());
}

#[tokio::test]
async fn what_cannot_be_a_queue_is_refused_with_the_reason() {
    let haul = Haul::start().await;
    let films = queue(&haul, " Films\n", |_| {}).await;
    assert_eq!(queues(&haul).await[1].settings.name, "Films");
    let refused = |error| Err(EngineError::Queue { error });
    let named = |name: &str| haul.engine().add_queue(QueueSettings::named(name));
    assert_eq!(named("films").await, refused(QueueError::NameTaken { name: "films".into() }));
    assert_eq!(named("  ").await, refused(QueueError::NoName));
    let removed = haul.engine().remove_queue(QueueId::DEFAULT).await.map(|removed| removed.id);
    assert_eq!(removed, refused(QueueError::IsDefault));
    let unknown = QueueId(99);
    let no_such = Err(EngineError::NoSuchQueue { id: unknown });
    assert_eq!(haul.engine().move_queue(unknown, None).await, no_such);
    assert_eq!(haul.engine().assign(vec![], unknown).await, no_such);
    // The number of a removed queue is not given again.
    haul.engine().remove_queue(films).await.unwrap();
    assert!(queue(&haul, "Other", |_| {}).await.0 > films.0);
}

#[tokio::test]
async fn files_go_to_the_folder_of_their_queue() {
    let (haul, server) = (Haul::start().await, FileServer::of(noise(SIZE, 1)).start().await);
    let folder = haul.folder().join("films");
    std::fs::create_dir(&folder).unwrap();
    let films = queue(&haul, "Films", |films| films.folder = Some(folder.clone())).await;
    let id = add(&haul, &server, "a", 1, films).await[0];
    haul.completed(id).await;
    assert_holds(&folder.join("a0.bin"), &noise(SIZE, 1));
}

#[tokio::test]
async fn a_running_download_that_is_put_into_a_paused_queue_waits_there() {
    let (haul, server) = (Haul::start().await, holding().await);
    let later = queue(&haul, "Later", |later| later.paused = true).await;
    let id = add(&haul, &server, "a", 1, QueueId::DEFAULT).await[0];
    haul.until(id, is_running).await;
    haul.engine().assign(vec![id], later).await.unwrap();
    let row = haul.until(id, |row| row.status == Status::Queued).await;
    assert_eq!((row.queue, row.waiting), (later, Some(Waiting::Queue)));
}
