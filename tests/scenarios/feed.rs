//! What a window is told: of the rows that it shows, of all that end, and seldom.

use haul_core::{Addition, DownloadId, Event, NewDownload};
use haul_engine::WindowLine;
use haul_tests::{FileServer, Haul, KIB, PATIENCE, noise};
use std::collections::BTreeSet;
use std::time::Instant;

/// Tells everything until those have ended, and how many messages it took.
async fn until_ended(line: &mut WindowLine, ids: &[DownloadId]) -> (Vec<Event>, u32) {
    let mut missing: BTreeSet<DownloadId> = ids.iter().copied().collect();
    let (mut told, mut messages) = (Vec::new(), 0);
    while !missing.is_empty() {
        let events = line.next().await.expect("the engine stopped");
        messages += 1;
        for event in &events {
            if let Event::Changed { ended, .. } = event {
                missing.retain(|id| !ended.contains(id));
            }
        }
        told.extend(events);
    }
    (told, messages)
}

/// Tells everything until so many are completed, and how many messages it took.
async fn until_completed(line: &mut WindowLine, count: u32) -> (Vec<Event>, u32) {
    let (mut told, mut messages) = (Vec::new(), 0);
    loop {
        let events = line.next().await.expect("the engine stopped");
        messages += 1;
        let all = |event: &Event| match event {
            Event::Snapshot { counts, .. } | Event::Changed { counts, .. } => counts.completed == count,
            _ => false,
        };
        let is_last = events.iter().any(all);
        told.extend(events);
        if is_last {
            return (told, messages);
        }
    }
}

async fn add(haul: &Haul, server: &str, count: u32) -> Vec<DownloadId> {
    let downloads = (0..count).map(|number| NewDownload::of(format!("{server}{number}.bin"))).collect();
    let added = haul.engine().add(downloads).await.unwrap();
    let id = |addition| match addition {
        Addition::Added { id } => id,
        other => panic!("{other:?}"),
    };
    added.into_iter().map(id).collect()
}

#[tokio::test]
async fn a_window_hears_of_the_rows_that_it_shows_and_of_all_that_end() {
    let server = FileServer::of(noise(64 * KIB, 1)).start().await;
    let haul = Haul::bed().settings(|settings| settings.downloads_at_once = 64).start().await;
    let mut line = haul.engine().subscribe_window().await.unwrap();
    let begun = Instant::now();
    let ids = add(&haul, &server.url_of(""), 400).await;
    let shown: BTreeSet<DownloadId> = ids[..3].iter().copied().collect();
    line.show(shown.iter().copied());
    let (told, messages) = until_ended(&mut line, &ids).await;
    let most = begun.elapsed().as_millis() / 50 + 2;
    assert!(u128::from(messages) <= most, "{messages} messages, and {most} would do");

    for event in told {
        match event {
            Event::Progress { rows, .. } => assert!(rows.iter().all(|row| shown.contains(&row.id))),
            Event::Changed { rows, ended, .. } => {
                assert!(rows.iter().all(|row| shown.contains(&row.id) || ended.contains(&row.id)));
            }
            _ => {}
        }
    }
}

#[tokio::test]
async fn a_window_hears_of_all_that_fail_at_once() {
    let server = FileServer::of(noise(KIB, 1)).status(404).start().await;
    let haul = Haul::bed().settings(|settings| settings.downloads_at_once = 64).start().await;
    let mut line = haul.engine().subscribe_window().await.unwrap();
    let ids = add(&haul, &server.url_of(""), 300).await;
    let told = tokio::time::timeout(PATIENCE, until_ended(&mut line, &ids)).await;
    assert!(told.is_ok(), "of some that failed nothing was said");
}

#[tokio::test]
async fn a_window_that_did_not_listen_for_long_begins_anew_and_misses_nothing() {
    let server = FileServer::of(noise(KIB, 1)).start().await;
    let haul = Haul::start().await;
    let mut line = haul.engine().subscribe_window().await.unwrap();
    for id in add(&haul, &server.url_of(""), 300).await {
        haul.completed(id).await;
    }
    for _ in 0..20_000 {
        haul.engine().notice(haul_core::Notice::StillRunning).await.unwrap();
    }
    let (told, _) = until_completed(&mut line, 300).await;
    assert!(told.iter().any(|event| matches!(event, Event::Snapshot { .. })));
    assert!(told.len() < 20, "{} events", told.len());
}
