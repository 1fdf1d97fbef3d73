//! How many connections there are: found where nobody says, a ceiling where somebody does, and changed while they run.

use haul_tests::{FileServer, Haul, HaulProcess, MIB, Records, Request, RunningServer, assert_holds, noise};
use sqlx::Connection as _;
use std::time::Duration;

const SIZE: u64 = 24 * MIB;

#[tokio::test]
async fn a_server_that_holds_back_each_connection_gets_more_of_them() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.connections >= 8).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    let first: Vec<_> = server.requests().into_iter().take(1).collect();
    assert_eq!(first[0].header("range"), Some("bytes=0-"), "the first is read on to wherever others begin");
}

#[tokio::test]
async fn what_was_found_is_used_for_the_next_download_from_there() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB / 2).start().await;
    let haul = Haul::start().await;
    finds_many(&haul, &server).await;
    begins_with_many(&haul, &server, "second.bin").await;
    assert_holds(&haul.file("second.bin"), &bytes);
}

#[tokio::test]
async fn what_was_found_is_used_after_a_restart_and_forgotten_after_a_month() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB / 2).start().await;
    let mut haul = Haul::start().await;
    finds_many(&haul, &server).await;
    haul.restart().await;
    begins_with_many(&haul, &server, "second.bin").await;

    haul.stop().await;
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(haul.database());
    let mut list = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
    let aged = sqlx::query("UPDATE hosts SET at = at - 31 * 24 * 60 * 60 * 1000").execute(&mut list).await;
    assert_eq!(aged.unwrap().rows_affected(), 1);
    list.close().await.unwrap();
    haul.reopen().await;
    haul.completed(haul.add(server.url_of("third.bin")).await).await;
    assert_holds(&haul.file("third.bin"), &bytes);
    // Two numbers of connections are judged before there are four, each over a quarter of a second at least.
    let times: Vec<_> = requests_for(&server.records(), "/third.bin").map(|request| request.at).collect();
    assert!(times[3] - times[0] >= Duration::from_millis(500), "{:#?}", server.requests());
}

fn requests_for<'a>(records: &'a Records, path: &'a str) -> impl Iterator<Item = &'a Request> {
    records.requests.iter().filter(move |request| request.path == path)
}

/// Completes a download that finds many connections to be worth it: four at least, however busy the machine is, because
/// eight are tried only after four were.
async fn finds_many(haul: &Haul, server: &RunningServer) {
    let id = haul.add(server.url_of("first.bin")).await;
    haul.until(id, |row| row.connections >= 8).await;
    haul.completed(id).await;
}

/// Completes a download that opens several connections before any of them brought a byte to judge them by.
async fn begins_with_many(haul: &Haul, server: &RunningServer, name: &str) {
    server.hold_after(server.sent());
    let (id, path) = (haul.add(server.url_of(name)).await, format!("/{name}"));
    server.until(|records| requests_for(records, &path).count() >= 4).await;
    server.release();
    haul.completed(id).await;
}

#[tokio::test]
async fn fewer_connections_in_the_settings_let_some_go_at_once() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB / 2).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.connections >= 4).await;
    haul.set(|settings| settings.connections_per_download = 2).await;
    haul.until(id, |row| row.connections <= 2).await;
    haul.set(|settings| settings.connections_per_download = 16).await;
    server.becomes(FileServer::of(bytes.clone()));
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn more_connections_for_a_host_in_the_settings_let_in_those_that_wait() {
    let bytes = noise(4 * MIB, 1);
    let server = FileServer::of(bytes.clone()).hold_after(MIB).start().await;
    let haul = Haul::bed().settings(|settings| settings.connections_per_host = 1).start().await;
    let first = haul.add(server.url_of("first.bin")).await;
    haul.downloading(first).await;
    let second = haul.add(server.url_of("second.bin")).await;
    haul.until(second, |row| matches!(row.status, haul_core::Status::Running { .. })).await;
    assert_eq!(server.requests().len(), 1, "the second waits for its turn");
    haul.set(|settings| settings.connections_per_host = 4).await;
    server.until(|records| records.requests.iter().any(|request| request.path == "/second.bin")).await;
    server.release();
    haul.completed(first).await;
    haul.completed(second).await;
}

#[tokio::test]
async fn a_number_that_somebody_gives_is_had_at_once_and_never_exceeded() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).pace(2 * MIB).start().await;
    let haul = HaulProcess::new();
    haul.get(&["-x", "20", &server.url()]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
    let most = server.until(|records| records.active == 0).await.most_active;
    assert!((12..=20).contains(&most), "{most} connections at once");
}

#[tokio::test]
async fn a_limit_is_carried_by_few_connections() {
    let bytes = noise(3 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = HaulProcess::new();
    haul.get(&["-x", "16", "--limit-rate", "1M", &server.url()]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
    let most = server.until(|records| records.active == 0).await.most_active;
    assert!(most <= 4, "{most} connections at once for what one could carry");
}
