//! Leaving room for others: what they send over the same line waits in its queue, and for how long is measured.

use async_trait::async_trait;
use haul_core::{Bound, Proxy};
use haul_engine::RoundTrip;
use haul_tests::{FileServer, Haul, HaulBuilder, KIB, Line, MIB, ProxyServer, Route, assert_holds, noise};
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::time::{Duration, Instant};

/// As far as the next town.
const LENGTH: Duration = Duration::from_millis(10);
/// Longer than what others send is meant to wait, with some patience for a machine that has other things to do.
const LONG: Duration = Duration::from_millis(90);

/// So many connections that a line of 4 MiB/s has a quarter of a second's worth of them in its queue.
fn bed() -> HaulBuilder {
    Haul::bed().settings(|settings| {
        settings.leave_room = true;
        settings.connections_per_download = 16;
    })
}

/// How long the last three that were asked waited, at most.
fn waited(route: &Route) -> Option<Duration> {
    let asked = route.asked();
    let last = asked.get(asked.len().checked_sub(3)?..)?;
    last.iter().map(|(_, waited)| *waited).max()
}

#[tokio::test]
async fn what_others_send_waits_no_longer_once_it_is_seen_to_wait() {
    let line = Line::of(4 * MIB);
    let server = FileServer::of(noise(256 * MIB, 1)).behind(&line).start().await;
    let route = Route::over(&line, LENGTH);
    let haul = bed().trips(route.clone()).start().await;
    let id = haul.add_with(server.url(), |new| new.options.connections = Some(16)).await;
    // The queue is there, and then it is not.
    haul.until(id, |_| route.asked().iter().any(|(_, waited)| *waited > LONG)).await;
    haul.until(id, |row| row.bound == Some(Bound::Others)).await;
    haul.until(id, |_| waited(&route).is_some_and(|waited| waited < LONG)).await;
    assert!(haul.details(id).await.row.throughput > 128 * KIB, "it goes on");
    // Whoever does not want it any more gets the line, and nobody is asked.
    haul.set(|settings| settings.leave_room = false).await;
    let asked = route.asked().len();
    haul.until(id, |row| row.throughput > 3 * MIB && row.bound != Some(Bound::Others)).await;
    assert!(route.asked().len() <= asked + 1, "the one that was under way");
}

#[tokio::test]
async fn who_takes_all_that_comes_gets_nearly_all_and_leaves_it_again() {
    let line = Line::of(4 * MIB);
    let server = FileServer::of(noise(256 * MIB, 1)).behind(&line).start().await;
    let others_server = FileServer::of(noise(256 * MIB, 2)).behind(&line).start().await;
    let route = Route::over(&line, LENGTH);
    let haul = bed().trips(route.clone()).start().await;
    let id = haul.add_with(server.url(), |new| new.options.connections = Some(16)).await;
    haul.until(id, |row| row.bound == Some(Bound::Others)).await;
    // By itself each connection would have the same part: half as many would have a third.
    let others = Haul::start().await;
    let other = others.add_with(others_server.url(), |new| new.options.connections = Some(8)).await;
    others.until(other, |row| row.throughput > 3 * MIB).await;
    haul.until(id, |row| row.throughput < MIB / 2).await;
    others.pause(other).await;
    haul.until(id, |row| row.throughput > MIB).await;
}

#[tokio::test]
async fn a_limit_that_is_lower_holds_all_the_same() {
    let line = Line::of(4 * MIB);
    let bytes = noise(4 * MIB, 1);
    let server = FileServer::of(bytes.clone()).behind(&line).start().await;
    let route = Route::over(&line, LENGTH);
    let haul = bed().trips(route.clone()).start().await;
    haul.set(|settings| settings.limit = Some(MIB / 2)).await;
    let begun = Instant::now();
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.bound == Some(Bound::GlobalLimit)).await;
    haul.completed(id).await;
    let seconds = begun.elapsed().as_secs() as usize;
    assert_holds(&haul.file("a.bin"), &bytes);
    let asked = route.asked();
    let is_server = |to: &SocketAddr| server.url().starts_with(&format!("http://{to}/"));
    assert!(asked.iter().all(|(to, _)| is_server(to)), "{asked:?}");
    assert!((seconds / 2..=seconds + 2).contains(&asked.len()), "{} times in {seconds} s", asked.len());
}

#[tokio::test]
async fn over_a_proxy_only_the_proxy_is_asked() {
    let line = Line::of(4 * MIB);
    let proxy = ProxyServer::new().start().await;
    let server = FileServer::of(noise(4 * MIB, 1)).pace(MIB).start().await;
    let route = Route::over(&line, LENGTH);
    let haul = bed().trips(route.clone()).start().await;
    let at_proxy = Proxy::Manual { url: proxy.url(), no_proxy: Vec::new() };
    haul.set(|settings| settings.proxy = at_proxy).await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    let asked = route.asked();
    assert!(!asked.is_empty() && asked.iter().all(|(to, _)| to.to_string() == proxy.name()), "{asked:?}");
}

#[tokio::test]
async fn nobody_is_asked_by_whoever_did_not_want_it() {
    let line = Line::of(4 * MIB);
    let server = FileServer::of(noise(4 * MIB, 1)).behind(&line).start().await;
    let route = Route::over(&line, LENGTH);
    let haul = Haul::bed().trips(route.clone()).start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    assert_eq!(route.asked(), []);
}

/// No round trip ends.
struct Silence;

#[async_trait]
impl RoundTrip for Silence {
    async fn measure(&self, _: SocketAddr) -> io::Result<(IpAddr, Duration)> {
        std::future::pending().await
    }
}

#[tokio::test]
async fn a_server_that_never_answers_that_question_is_not_held_back() {
    let bytes = noise(8 * MIB, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB).start().await;
    let haul = bed().trips(Silence).start().await;
    is_not_held_back(&haul, &server.url(), &bytes).await;
}

#[tokio::test]
async fn by_real_handshakes_a_near_server_holds_nothing_back() {
    let bytes = noise(8 * MIB, 1);
    let server = FileServer::of(bytes.clone()).pace(2 * MIB).start().await;
    let haul = bed().start().await;
    is_not_held_back(&haul, &server.url(), &bytes).await;
}

async fn is_not_held_back(haul: &Haul, url: &str, bytes: &[u8]) {
    let id = haul.add_with(url, |new| new.options.connections = Some(1)).await;
    let row = haul.until(id, |row| {
        assert_ne!(row.bound, Some(Bound::Others));
        row.received == bytes.len() as u64
    });
    row.await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), bytes);
}
