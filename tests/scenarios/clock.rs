//! Clocks that jump, and a machine that sleeps: neither costs more than a few bytes.

use haul_tests::{FileServer, Haul, HaulProcess, KIB, MIB, PATIENCE, SetClock, assert_holds, noise};
use std::time::Duration;
use tokio::time::{Instant, sleep};

const DAY: i64 = 24 * 3600;

fn environment(clock: &SetClock) -> Vec<(&'static str, String)> {
    clock.environment().into()
}

fn borrowed<'a>(environment: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    environment.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

#[tokio::test]
async fn a_time_of_day_that_jumps_meanwhile_matters_to_nothing() {
    let bytes = noise(6 * MIB, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB).start().await;
    let (haul, clock) = (HaulProcess::new(), SetClock::right());
    let run =
        haul.start_with(&["-x", "2", "--timeout", "10", &server.url()], &borrowed(&environment(&clock)));
    for (sent, jump) in [(MIB, DAY), (2 * MIB, -DAY), (4 * MIB, DAY)] {
        server.until(|records| records.sent() >= sent).await;
        clock.set(jump);
    }
    run.ended().await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_eq!(haul.names(), ["a.bin"]);
    assert!(server.sent() < 7 * MIB, "fetched again: {:?}", server.requests());
}

#[tokio::test]
async fn a_time_of_day_that_jumps_between_two_runs_costs_nothing_that_is_there() {
    let bytes = noise(6 * MIB, 1);
    for (before, after) in [(DAY, -DAY), (-DAY, DAY)] {
        let server = FileServer::of(bytes.clone()).pace(2 * MIB).start().await;
        let (haul, clock) = (HaulProcess::new(), SetClock::right());
        let (environment, url) = (environment(&clock), server.url());
        clock.set(before);
        let run = haul.start_with(&["-x", "1", &url], &borrowed(&environment));
        server.until(|records| records.sent() >= 3 * MIB).await;
        run.kill().await;
        clock.set(after);
        haul.start_with(&["-x", "1", &url], &borrowed(&environment)).ended().await.expect(0);
        assert_holds(&haul.file("a.bin"), &bytes);
        assert!(server.sent() < 8 * MIB, "fetched again: {:?}", server.requests());
    }
}

#[tokio::test]
async fn a_date_to_come_back_at_is_meant_by_the_servers_clock() {
    let bytes = noise(KIB, 1);
    let script =
        FileServer::of(bytes.clone()).first(1).status(503).header("Date", "Fri, 01 Jan 2100 12:00:00 GMT");
    let server = script.first(1).header("Retry-After", "Fri, 01 Jan 2100 12:00:02 GMT").start().await;
    let haul = Haul::start().await;
    let begun = Instant::now();
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    assert!(begun.elapsed() >= Duration::from_secs(2), "{:?}", begun.elapsed());
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn after_a_sleep_in_which_every_connection_died_it_goes_on() {
    let bytes = noise(2 * MIB, 1);
    let server = FileServer::of(bytes.clone()).pace(200 * KIB).first(2).cut_after(300 * KIB).start().await;
    let haul = HaulProcess::new();
    let run = haul.start(&["-x", "2", "--timeout", "1", "--max-tries", "2", &server.url()]);
    server.until(|records| records.sent() >= 128 * KIB && records.active == 2).await;
    run.freeze();
    server.until(|records| records.active == 0).await;
    // No event: that it sleeps for longer than any of its time-outs is the matter.
    sleep(Duration::from_secs(3)).await;
    server.becomes(FileServer::of(bytes.clone()));
    run.thaw();
    run.ended_within(PATIENCE).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(server.sent() < 3 * MIB, "fetched again: {:?}", server.requests());
}

#[tokio::test]
async fn a_wait_that_was_slept_through_is_over() {
    let bytes = noise(KIB, 1);
    let server = FileServer::of(bytes.clone()).first(1).status(503).header("Retry-After", "4").start().await;
    let haul = HaulProcess::new();
    let mut run = haul.start(&["--json", &server.url()]);
    run.until_stdout(|told| told.contains("retrying")).await;
    run.freeze();
    // No event, as above.
    sleep(Duration::from_secs(4)).await;
    let woken = Instant::now();
    run.thaw();
    run.ended().await.expect(0);
    assert!(woken.elapsed() < Duration::from_secs(4), "{:?}", woken.elapsed());
    assert_holds(&haul.file("a.bin"), &bytes);
}
