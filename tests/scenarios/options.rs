//! Options that are changed of downloads on the list, each for itself, and taken back; and how fast downloads were.

use haul_core::history::Happening;
use haul_core::{DownloadId, OptionChange, OptionEdit, SpeedHistory};
use haul_engine::EngineError;
use haul_tests::{FileServer, Haul, KIB, MIB, assert_holds, noise, soon};

const SIZE: u64 = 8 * MIB;

fn header(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

/// Changes the same of all `ids`, and returns what takes it back.
async fn change(haul: &Haul, ids: &[DownloadId], changes: &[OptionChange]) -> Vec<OptionEdit> {
    let edits = ids.iter().map(|id| OptionEdit { id: *id, changes: changes.to_vec() });
    soon(haul.engine().set_options(edits.collect())).await.unwrap()
}

async fn speed(haul: &Haul, id: DownloadId) -> SpeedHistory {
    soon(haul.engine().speed(id)).await.unwrap()
}

#[tokio::test]
async fn a_header_that_is_changed_goes_with_the_next_request_and_nothing_is_lost() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).hold_after(SIZE / 2).start().await;
    let haul = Haul::start().await;
    let id = haul.add_with(server.url(), |new| new.options.headers.push(header("Cookie", "a=1"))).await;
    haul.until(id, |row| row.received >= SIZE / 4).await;
    let before = server.requests().len();
    change(&haul, &[id], &[OptionChange::Headers(vec![header("Cookie", "a=2")])]).await;
    server.release();
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    let after = &server.requests()[before..];
    assert!(!after.is_empty());
    assert!(after.iter().all(|request| request.header("cookie") == Some("a=2")), "{after:#?}");
    assert!(server.sent() < SIZE + SIZE / 2, "{} bytes were sent", server.sent());
}

#[tokio::test]
async fn each_of_several_gets_back_what_it_had() {
    let server = FileServer::of(noise(SIZE, 1)).hold_after(0).start().await;
    let haul = Haul::start().await;
    let secret = vec![header("Authorization", "Bearer x")];
    let one = haul
        .add_with(server.url_of("one.bin"), |new| {
            new.paused = true;
            new.options.headers = secret.clone();
            new.options.limit = Some(2 * MIB);
        })
        .await;
    let other = haul.add_with(server.url_of("other.bin"), |new| new.paused = true).await;
    let same = [OptionChange::Limit(Some(MIB)), OptionChange::Headers(Vec::new())];
    let inverse = change(&haul, &[one, other], &same).await;
    for id in [one, other] {
        let details = haul.details(id).await;
        assert_eq!((details.row.limit, details.options.headers), (Some(MIB), Vec::new()));
    }
    let again = soon(haul.engine().set_options(inverse)).await.unwrap();
    let options = haul.details(one).await.options;
    assert_eq!((options.limit, options.headers), (Some(2 * MIB), secret));
    assert_eq!(haul.details(other).await.options.limit, None);
    // And that is taken back the same way.
    soon(haul.engine().set_options(again)).await.unwrap();
    assert_eq!(haul.details(other).await.row.limit, Some(MIB));
}

#[tokio::test]
async fn what_cannot_be_for_one_is_changed_for_none_and_what_is_finished_stays() {
    let server = FileServer::of(noise(MIB, 1)).start().await;
    let haul = Haul::start().await;
    let done = haul.add(server.url()).await;
    haul.completed(done).await;
    let paused = haul.add_with(server.url_of("b.bin"), |new| new.paused = true).await;
    let edit = |id, change| OptionEdit { id, changes: vec![change] };
    let edits = vec![
        edit(paused, OptionChange::Limit(Some(MIB))),
        edit(paused, OptionChange::Headers(vec![header("no name", "x")])),
    ];
    let refused = soon(haul.engine().set_options(edits)).await;
    assert!(matches!(refused, Err(EngineError::Rejected { .. })), "{refused:?}");
    assert_eq!(haul.details(paused).await.row.limit, None);
    let inverse = change(&haul, &[done, paused], &[OptionChange::Limit(Some(MIB))]).await;
    assert_eq!(inverse.len(), 1, "{inverse:?}");
    assert_eq!(haul.details(done).await.options.limit, None);
}

#[tokio::test]
async fn its_speed_is_remembered_over_a_pause_with_what_happened() {
    let server = FileServer::of(noise(32 * MIB, 1)).pace(MIB).start().await;
    let haul = Haul::bed().settings(|settings| settings.connections_per_download = 1).start().await;
    let id = haul.add(server.url()).await;
    assert_eq!(speed(&haul, DownloadId(999)).await, SpeedHistory::default());
    haul.until(id, |row| row.received >= 3 * MIB).await;
    haul.pause(id).await;
    haul.resume(id).await;
    haul.until(id, |row| row.received >= 5 * MIB).await;
    haul.engine().set_limit(id, Some(512 * KIB)).await.unwrap();
    let history = speed(&haul, id).await;
    let happened: Vec<_> = history.marks.iter().map(|mark| mark.happening.clone()).collect();
    let limited = Happening::Limited { limit: Some(512 * KIB) };
    assert_eq!(happened, [Happening::Started, Happening::Paused, Happening::Started, limited]);
    assert_eq!(history.limit, Some(512 * KIB));
    assert!((MIB / 2..2 * MIB).contains(&history.average), "{history:#?}");
    assert!(history.peak >= history.average && !history.fine.is_empty(), "{history:#?}");
}

#[tokio::test]
async fn tries_that_fail_are_marked_in_it() {
    let server = FileServer::of(noise(MIB, 1)).first(1).status(503).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    let marks = speed(&haul, id).await.marks;
    let failed = marks.iter().filter(|mark| matches!(mark.happening, Happening::Failed { .. })).count();
    assert_eq!(failed, 1, "{marks:#?}");
    assert_eq!(marks.last().map(|mark| &mark.happening), Some(&Happening::Completed));
}

#[tokio::test]
async fn what_happened_is_told_as_data_from_the_beginning_and_without_secrets() {
    let server = FileServer::of(noise(MIB, 1)).status(403).start().await;
    let haul = Haul::start().await;
    let secret = header("Cookie", "c00kie=1");
    let id =
        haul.add_with(server.url_of("a.bin?key=t0ken"), |new| new.options.headers.push(secret.clone())).await;
    haul.failed(id).await;
    let logged = haul.log(id).await.len();
    let json = soon(haul.engine().log_json(id)).await.unwrap().unwrap();
    let told: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    assert_eq!(told.len(), logged, "{json}");
    let kind = |line: Option<&serde_json::Value>| line.unwrap()["kind"].as_str().unwrap().to_owned();
    assert_eq!((kind(told.first()), kind(told.last())), ("added".into(), "failed".into()));
    assert!(told.iter().all(|line| line["at"].as_str().unwrap().ends_with('Z')), "{json}");
    assert!(!json.contains("t0ken") && !json.contains("c00kie"), "{json}");
    assert_eq!(soon(haul.engine().log_json(DownloadId(999))).await.unwrap(), None);
}
