//! Speed limits: for all, for one, changed while it runs. Bounds are wide: the machine may be busy with something else.

use haul_core::Bound;
use haul_tests::{FileServer, Haul, HaulProcess, KIB, MIB, Nginx, assert_holds, noise};
use std::time::{Duration, Instant};

/// Not faster than the limit allows (a little may come at once), not slower than half of it.
fn assert_took(elapsed: Duration, size: u64, limit: u64) {
    let ideal = size as f64 / limit as f64;
    let seconds = elapsed.as_secs_f64();
    assert!((ideal * 0.7..ideal * 2.0 + 1.0).contains(&seconds), "{seconds:.1} s instead of {ideal:.1} s");
}

#[tokio::test]
async fn the_limit_of_one_download_holds() {
    let bytes = noise(4 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    let begun = Instant::now();
    let id = haul.add_with(server.url(), |new| new.options.limit = Some(MIB)).await;
    haul.completed(id).await;
    assert_took(begun.elapsed(), 4 * MIB, MIB);
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn the_limit_for_all_is_shared() {
    let server = FileServer::of(noise(2 * MIB, 1)).start().await;
    let haul = Haul::bed().settings(|settings| settings.limit = Some(MIB)).start().await;
    let begun = Instant::now();
    let one = haul.add(server.url_of("one.bin")).await;
    let other = haul.add(server.url_of("other.bin")).await;
    haul.completed(one).await;
    haul.completed(other).await;
    assert_took(begun.elapsed(), 4 * MIB, MIB);
}

#[tokio::test]
async fn a_limit_can_be_lifted_while_it_runs() {
    let bytes = noise(16 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::bed().settings(|settings| settings.limit = Some(256 * KIB)).start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= 256 * KIB).await;
    let begun = Instant::now();
    haul.set(|settings| settings.limit = None).await;
    haul.completed(id).await;
    // With the limit it would have taken a minute.
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_limit_can_be_set_while_it_runs() {
    let server = FileServer::of(noise(64 * MIB, 1)).pace(MIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= 2 * MIB).await;
    haul.engine().set_limit(id, Some(256 * KIB)).await.unwrap();
    let row = haul.details(id).await.row;
    assert_eq!(row.limit, Some(256 * KIB));
    // A second for it to take effect, then four to look at.
    let begun = Instant::now();
    let first = haul.until(id, |_| begun.elapsed() >= Duration::from_secs(1)).await.received;
    let last = haul.until(id, |_| begun.elapsed() >= Duration::from_secs(5)).await.received;
    let came = last - first;
    assert!(came <= 2 * MIB, "{came} bytes in 4 seconds at 256 KiB a second");
    assert!(came >= 256 * KIB, "only {came} bytes in 4 seconds at 256 KiB a second");
}

#[tokio::test]
async fn ten_seconds_of_a_limit_bring_what_it_says() {
    // Also where one piece from the network is worth seconds of the limit, and many connections wait for it.
    let server = FileServer::of(noise(16 * MIB, 1)).start().await;
    for (limit, connections) in [(MIB, Some(1)), (100 * KIB, Some(8))] {
        let haul = Haul::start().await;
        let id = haul
            .add_with(server.url(), |new| {
                new.options.limit = Some(limit);
                new.options.connections = connections;
            })
            .await;
        haul.downloading(id).await;
        let begun = Instant::now();
        let first = haul.until(id, |_| begun.elapsed() >= Duration::from_secs(1)).await.received;
        let since = Instant::now();
        let last = haul.until(id, |_| begun.elapsed() >= Duration::from_secs(11)).await.received;
        let share = (last - first) as f64 / (limit as f64 * since.elapsed().as_secs_f64());
        assert!((0.9..1.1).contains(&share), "{share:.3} of the limit of {limit}");
    }
}

#[tokio::test]
async fn a_lower_limit_for_all_acts_within_a_second() {
    let server = FileServer::of(noise(64 * MIB, 1)).start().await;
    let haul = Haul::bed().settings(|settings| settings.limit = Some(4 * MIB)).start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= 2 * MIB).await;
    haul.set(|settings| settings.limit = Some(256 * KIB)).await;
    let begun = Instant::now();
    let first = haul.until(id, |_| begun.elapsed() >= Duration::from_secs(1)).await.received;
    let last = haul.until(id, |_| begun.elapsed() >= Duration::from_secs(5)).await.received;
    let came = last - first;
    assert!((512 * KIB..=2 * MIB).contains(&came), "{came} bytes in 4 seconds at 256 KiB a second");
}

#[tokio::test]
async fn a_limit_that_one_connection_reaches_gets_no_second_one() {
    let bytes = noise(8 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    // Also if somebody asked for eight: each would hold bytes back that the server has sent.
    let id = haul
        .add_with(server.url(), |new| {
            new.options.limit = Some(2 * MIB);
            new.options.connections = Some(8);
        })
        .await;
    haul.completed(id).await;
    assert_eq!(server.records().most_active, 1, "{:#?}", server.requests());
    assert_eq!(server.sent(), 8 * MIB);
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_limit_gets_as_many_connections_as_carry_it() {
    let bytes = noise(12 * MIB, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB / 2).start().await;
    let haul = Haul::start().await;
    // Three connections do not carry it, and four carry more: of what they bring the limit holds a share back that is seen.
    let id = haul.add_with(server.url(), |new| new.options.limit = Some(MIB * 8 / 5)).await;
    haul.until(id, |row| row.bound == Some(Bound::OwnLimit)).await;
    haul.completed(id).await;
    let most = server.records().most_active;
    assert!((4..=8).contains(&most), "{most} connections of half a MiB/s for 1.6 MiB/s");
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_limited_download_shares_no_connection() {
    let nginx = Nginx::with(&[("a.bin", &noise(MIB, 1))]).await;
    let authority = std::fs::read(nginx.authority()).unwrap();
    let haul = Haul::bed().trusting(authority).settings(|settings| settings.limit = Some(MIB)).start().await;
    let id = haul.add(nginx.http2("a.bin")).await;
    haul.completed(id).await;
    assert!(nginx.log().iter().all(|line| line.starts_with("HTTP/1.1 ")), "{:?}", nginx.log());
    haul.set(|settings| settings.limit = None).await;
    let id = haul.add(nginx.http2("a.bin?again")).await;
    haul.completed(id).await;
    assert!(nginx.log().iter().any(|line| line.starts_with("HTTP/2.0 ")), "{:?}", nginx.log());
}

#[tokio::test]
async fn the_program_obeys_limit_rate() {
    let bytes = noise(3 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = HaulProcess::new();
    let begun = Instant::now();
    haul.get(&["--limit-rate", "1M", &server.url()]).await.expect(0);
    assert_took(begun.elapsed(), 3 * MIB, MIB);
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_download_says_that_its_limit_binds_it_or_the_server() {
    let server = FileServer::of(noise(32 * MIB, 1)).pace(MIB / 2).start().await;
    let haul = Haul::bed().settings(|settings| settings.connections_per_download = 4).start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.bound == Some(Bound::Connection)).await;
    haul.engine().set_limit(id, Some(128 * KIB)).await.unwrap();
    haul.until(id, |row| row.bound == Some(Bound::OwnLimit)).await;
}
