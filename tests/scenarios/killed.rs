//! The real program killed at any moment, and an engine that everything happens to: the file is right in the end, and never
//! wrong before.

use haul_core::filename::PartName;
use haul_core::{DownloadId, Status};
use haul_tests::{FileServer, Haul, HaulProcess, KIB, MIB, assert_holds, noise};
use std::time::Duration;

/// `HAUL_KILLS` says how many; `make soak` asks for 1,000.
fn kills() -> u32 {
    std::env::var("HAUL_KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(200)
}

#[tokio::test]
async fn hundreds_of_kills_at_any_moment_never_leave_a_wrong_file() {
    let size = 6 * MIB;
    let bytes = noise(size, 1);
    let server = FileServer::of(bytes.clone()).pace(8 * MIB).start().await;
    let haul = HaulProcess::new();
    let url = server.url();
    let mut random = fastrand::Rng::with_seed(7);
    let (mut killed, mut finished) = (0, 0);
    while killed < kills() {
        let enough = server.sent() + random.u64(0..3 * MIB);
        let while_it_starts = Duration::from_micros(random.u64(0..60_000));
        let early = random.u8(0..4) == 0;
        let moment = async {
            if early {
                // No event: a moment of its start that nothing tells of is what is looked for.
                tokio::time::sleep(while_it_starts).await;
            } else {
                server.until(|records| records.sent() >= enough).await;
            }
        };
        match haul.start(&["-x", "4", &url]).kill_at(moment).await {
            None => killed += 1,
            Some(ended) => {
                ended.expect(0);
                finished += 1;
            }
        }
        if haul.file("a.bin").exists() {
            assert_holds(&haul.file("a.bin"), &bytes);
            std::fs::remove_file(haul.file("a.bin")).unwrap();
        }
        let litter: Vec<_> = haul.names().into_iter().filter(|name| name != "a.bin.part").collect();
        assert!(litter.is_empty(), "after {killed} kills: {litter:?}");
    }
    haul.get(&[&url]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_eq!(haul.names(), ["a.bin"]);
    println!("{killed} kills, {finished} files finished between them");
}

#[tokio::test]
async fn five_kills_of_one_file_fetch_little_of_it_again() {
    let size = 24 * MIB;
    let bytes = noise(size, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB).start().await;
    let haul = HaulProcess::new();
    let url = server.url();
    let mut random = fastrand::Rng::with_seed(11);
    for _ in 0..5 {
        let enough = server.sent() + random.u64(MIB..4 * MIB);
        let run = haul.start(&["-x", "4", &url]);
        let killed = run.kill_at(async {
            server.until(|records| records.sent() >= enough).await;
        });
        assert!(killed.await.is_none(), "it ended before it was killed");
        server.until(|records| records.active == 0).await;
    }
    haul.get(&["-x", "4", &url]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
    let again = server.sent() - size;
    // What the server had sent and nobody had read yet counts too.
    assert!(again <= size * 15 / 100, "{again} of {size} bytes came twice");
}

/// What may happen to a download.
async fn happen(haul: &mut Haul, id: DownloadId, urls: &[String; 2], random: &mut fastrand::Rng) {
    match random.u8(0..10) {
        0 => {
            haul.engine().pause(vec![id]).await.unwrap();
            // It may be whole already.
            haul.until(id, |row| matches!(row.status, Status::Paused | Status::Completed { .. })).await;
        }
        1 => {
            haul.crash().await;
            haul.reopen().await;
        }
        2 => haul.restart().await,
        3 => {
            let limit = random.bool().then(|| random.u64(4 * MIB..64 * MIB));
            haul.engine().set_limit(id, limit).await.unwrap();
        }
        4 => {
            let connections = random.u32(1..=16);
            haul.set(|settings| settings.connections_per_host = connections).await;
        }
        5 => {
            haul.engine().pause_all().await.unwrap();
            haul.engine().resume_all().await.unwrap();
        }
        6 => haul.engine().renew(id, &urls[random.usize(..2)]).await.unwrap(),
        7 => {
            let mirrors = if random.bool() { urls.to_vec() } else { Vec::new() };
            haul.engine().set_mirrors(id, mirrors).await.unwrap();
        }
        8 => {
            // What is there keeps its name; what begins anew has the other.
            let part_name = if random.bool() { PartName::Hidden } else { PartName::Plain };
            haul.set(|settings| settings.part_name = part_name).await;
        }
        _ => haul.resume(id).await,
    }
}

#[tokio::test]
async fn whatever_happens_in_whatever_order_the_file_is_right_in_the_end() {
    for seed in 0..24 {
        let mut random = fastrand::Rng::with_seed(seed);
        let size = random.u64(KIB..8 * MIB);
        let bytes = noise(size, seed);
        let server = FileServer::of(bytes.clone()).pace(random.u64(MIB..16 * MIB)).start().await;
        // The same file under another tag.
        let other = FileServer::of(bytes.clone()).etag("\"other\"").pace(random.u64(MIB..16 * MIB));
        let other = other.start().await;
        let urls = [server.url(), other.url()];
        let mut haul = Haul::start().await;
        let id = haul.add(server.url()).await;
        for _ in 0..random.u8(2..12) {
            let sent = || server.sent() + other.sent();
            let some = sent() + random.u64(0..=size / 4);
            // It may rest, and then nothing is sent.
            let more = async {
                tokio::select! {
                    _ = server.until(|_| sent() >= some) => {}
                    _ = other.until(|_| sent() >= some) => {}
                }
            };
            tokio::time::timeout(Duration::from_millis(200), more).await.unwrap_or_default();
            happen(&mut haul, id, &urls, &mut random).await;
            if haul.file("a.bin").exists() {
                assert_holds(&haul.file("a.bin"), &bytes);
            }
        }
        haul.engine().set_limit(id, None).await.unwrap();
        haul.resume(id).await;
        haul.completed(id).await;
        assert_holds(&haul.file("a.bin"), &bytes);
        assert_eq!(haul.names(), ["a.bin"], "seed {seed}");
    }
}
