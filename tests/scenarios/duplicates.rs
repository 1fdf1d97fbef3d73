//! Links that are on the list already: found among ten thousand at once, and each has what somebody wants done about it.

use haul_core::{Addition, Candidate, DownloadId, LogEntry, NewDownload, Sameness, Validator, WhenDuplicate};
use haul_tests::{FileServer, Haul, MIB, assert_holds, noise, soon};
use std::time::{Duration, Instant};

const SIZE: u64 = 4 * MIB;

fn candidate(url: impl Into<String>) -> Candidate {
    Candidate { url: url.into(), folder: None, name: None, size: None, validator: None }
}

fn wanted(url: impl Into<String>, when_duplicate: WhenDuplicate) -> NewDownload {
    NewDownload { when_duplicate, ..NewDownload::of(url) }
}

async fn add(haul: &Haul, new: Vec<NewDownload>) -> Vec<Addition> {
    soon(haul.engine().add(new)).await.unwrap()
}

async fn found(haul: &Haul, candidate: Candidate) -> Option<(Sameness, DownloadId)> {
    let found = soon(haul.engine().duplicates(&[candidate])).await.unwrap().pop()?;
    Some((found.by, found.row.id))
}

#[tokio::test]
async fn a_link_is_known_again_by_itself_by_what_it_holds_and_by_where_it_would_go() {
    let haul = Haul::start().await;
    let server = FileServer::of(noise(SIZE, 1)).start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    assert_eq!(found(&haul, candidate(format!("{}#part", server.url()))).await, Some((Sameness::Link, id)));
    let probe = soon(haul.engine().probe(&server.url_of("other.bin"), Vec::new())).await.unwrap();
    assert!(matches!(probe.validator, Some(Validator::Etag(_))), "{probe:?}");
    let same = Candidate { size: probe.size, validator: probe.validator, ..candidate(&probe.url) };
    assert_eq!(found(&haul, same.clone()).await, Some((Sameness::Identity, id)));
    assert_eq!(found(&haul, Candidate { size: Some(SIZE + 1), ..same }).await, None);
    let named = |name: &str| Candidate { name: Some(name.to_owned()), ..candidate("https://a.org/x") };
    assert_eq!(found(&haul, named("A.bin")).await, Some((Sameness::Target, id)));
    let elsewhere = Candidate { folder: Some("/elsewhere".into()), ..named("a.bin") };
    assert_eq!(found(&haul, elsewhere).await, None);
    assert_eq!(found(&haul, candidate("no address")).await, None);
}

#[tokio::test]
async fn who_asks_is_told_and_nothing_is_added_twice() {
    let haul = Haul::start().await;
    let url = "http://127.0.0.1:9/a.bin".to_owned();
    let id = haul.add_with(&url, |new| new.paused = true).await;
    let duplicate = |id, url: &str| Addition::Duplicate { url: url.to_owned(), id, renewed: false };
    for when in [WhenDuplicate::Ask, WhenDuplicate::Show] {
        assert_eq!(add(&haul, vec![wanted(&url, when)]).await, [duplicate(id, &url)]);
    }
    // Twice among the new ones is once.
    let other = "http://127.0.0.1:9/b.bin";
    let paused = |url: &str| NewDownload { paused: true, ..wanted(url, WhenDuplicate::Ask) };
    let added = add(&haul, vec![paused(other), paused(&url), paused(other)]).await;
    let Addition::Added { id: second } = added[0] else { panic!("{added:?}") };
    assert_eq!(added[1..], [duplicate(id, &url), duplicate(second, other)]);
    assert!(matches!(add(&haul, vec![wanted(&url, WhenDuplicate::Number)]).await[0], Addition::Added { .. }));
}

#[tokio::test]
async fn an_unfinished_one_goes_on_with_the_link_that_came_again() {
    let bytes = noise(SIZE, 1);
    let haul = Haul::start().await;
    let server = FileServer::of(bytes.clone()).hold_after(SIZE / 2).start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= SIZE / 4).await;
    haul.pause(id).await;
    server.release();
    let mut again = wanted(server.url(), WhenDuplicate::UpdateLink);
    again.options.headers.push(("Authorization".to_owned(), "Bearer x".to_owned()));
    let renewed = Addition::Duplicate { url: server.url(), id, renewed: true };
    assert_eq!(add(&haul, vec![again]).await, [renewed]);
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(server.sent() < SIZE + SIZE / 2, "{} bytes were sent", server.sent());
    let last = server.requests().pop().unwrap();
    assert_eq!(last.header("authorization"), Some("Bearer x"));
    assert!(haul.log(id).await.iter().any(|entry| matches!(entry, LogEntry::Renewed { .. })));
    // A finished one has all that it needs.
    let finished = add(&haul, vec![wanted(server.url(), WhenDuplicate::UpdateLink)]).await;
    assert_eq!(finished, [Addition::Duplicate { url: server.url(), id, renewed: false }]);
}

#[tokio::test]
async fn of_ten_thousand_links_five_hundred_that_are_there_are_found_at_once() {
    let haul = Haul::start().await;
    let url = |n: u32| format!("http://127.0.0.1:9/{n}.bin");
    let there = (0..10_000).map(|n| NewDownload { paused: true, ..NewDownload::of(url(n)) });
    add(&haul, there.collect()).await;
    let candidates: Vec<Candidate> = (9_500..19_500).map(|n| candidate(url(n))).collect();
    let begun = Instant::now();
    let found = soon(haul.engine().duplicates(&candidates)).await.unwrap();
    let took = begun.elapsed();
    assert_eq!((found.len(), found[0].index, found[0].row.url.clone()), (500, 0, url(9_500)));
    // Far more than it takes, and far less than a look at each of the list for each.
    assert!(took < Duration::from_secs(3), "{took:?}");
    let wanted = (9_500..19_500).map(|n| NewDownload { paused: true, ..wanted(url(n), WhenDuplicate::Ask) });
    let added = add(&haul, wanted.collect()).await;
    let new = added.iter().filter(|addition| matches!(addition, Addition::Added { .. })).count();
    assert_eq!((new, added.len()), (9_500, 10_000));
}
