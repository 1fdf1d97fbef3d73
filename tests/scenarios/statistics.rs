//! What was received is counted by day, site and kind, and stays counted when downloads leave the list.

use haul_core::statistics::Share;
use haul_core::week::TimeZone;
use haul_core::{FileFate, Statistics};
use haul_tests::{FileServer, Haul, KIB, MIB, noise, soon};

const SIZE: u64 = 4 * MIB;
/// A Saturday, 12:00 in UTC.
const NOON: u64 = 1_795_867_200_000;
const DAY: u64 = 24 * 3600 * 1000;

async fn told(haul: &Haul, days: u32) -> Statistics {
    soon(haul.engine().statistics(days)).await.unwrap()
}

fn bytes(shares: &[Share]) -> Vec<u64> {
    shares.iter().map(|share| share.bytes).collect()
}

#[tokio::test]
async fn what_came_is_counted_once_and_outlives_its_download() {
    let mut haul = Haul::bed().clock(NOON, TimeZone::UTC).start().await;
    let server = FileServer::of(noise(SIZE, 1)).hold_after(SIZE / 2).start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= SIZE / 4).await;
    haul.pause(id).await;
    haul.restart().await;
    let half = bytes(&told(&haul, 1).await.days)[0];
    assert!((SIZE / 4..SIZE).contains(&half), "{half}");
    server.release();
    haul.set_clock(NOON + DAY);
    haul.resume(id).await;
    haul.completed(id).await;
    haul.remove(vec![id], FileFate::Keep).await;
    haul.restart().await;
    let all = told(&haul, 3).await;
    assert_eq!(all.days.len(), 3);
    assert_eq!(all.days[2].of, "2026-11-29");
    let total: u64 = bytes(&all.days).iter().sum();
    // What a connection had fetched and could not write before it was stopped came twice.
    assert!((SIZE..SIZE + SIZE / 4).contains(&total), "{all:#?}");
    assert_eq!(bytes(&all.days), [0, half, total - half]);
    assert_eq!((all.hosts[0].of.as_str(), all.hosts[0].files, all.hosts.len()), ("127.0.0.1", 1, 1));
    assert_eq!(all.kinds.iter().map(|kind| kind.files).sum::<u32>(), 1);
}

#[tokio::test]
async fn small_files_count_and_one_that_is_there_already_does_not() {
    let haul = Haul::start().await;
    let server = FileServer::of(noise(10 * KIB, 1)).start().await;
    for _ in 0..2 {
        let id = haul.add(server.url()).await;
        haul.completed(id).await;
    }
    let all = told(&haul, 1).await;
    assert_eq!((all.days[0].bytes, all.days[0].files), (10 * KIB, 1), "{all:#?}");
}

#[tokio::test]
async fn what_was_finished_long_ago_leaves_the_list_and_its_file_stays() {
    let mut haul = Haul::bed().clock(NOON, TimeZone::UTC).start().await;
    let server = FileServer::of(noise(10 * KIB, 1)).start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    haul.set(|settings| settings.history_days = 30).await;
    haul.restart().await;
    assert!(haul.engine().details(id).await.unwrap().is_some());
    let finished = haul.details(id).await.row.finished.unwrap();
    // Long after it, by the clock that the engine believes.
    haul.set_clock(finished.max(NOON) + 31 * DAY);
    haul.set(|settings| settings.max_tries = 3).await;
    soon(async {
        let mut events = haul.engine().subscribe().await.unwrap();
        while haul.engine().details(id).await.unwrap().is_some() {
            events.next().await.unwrap();
        }
    })
    .await;
    assert_eq!(haul.names(), ["a.bin"]);
}
