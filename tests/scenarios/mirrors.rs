//! Several addresses of one file: all of them bring parts of it, one that has another file brings none, and one that fails
//! is left out.

use haul_core::{Checksum, Event, Failure, LogEntry, NewDownload, StartOverReason};
use haul_tests::{
    FileServer, Haul, HaulProcess, MIB, Nginx, Request, RunningServer, assert_holds, noise, sha256, soon,
};

const SIZE: u64 = 12 * MIB;

fn slow(bytes: &[u8]) -> FileServer {
    FileServer::of(bytes.to_vec()).pace(MIB)
}

/// `haul get` of the first of `servers`, with the others as mirrors.
async fn get(haul: &HaulProcess, servers: &[&RunningServer], more: &[&str]) -> haul_tests::Ended {
    let first = servers[0].url();
    let mut words = vec![first.as_str()];
    let mirrors: Vec<String> = servers[1..].iter().map(|server| server.url()).collect();
    for mirror in &mirrors {
        words.extend(["--mirror", mirror]);
    }
    words.extend(more);
    haul.get(&words).await
}

#[tokio::test]
async fn all_servers_that_have_the_file_bring_parts_of_it_at_once() {
    let bytes = noise(SIZE, 1);
    let (first, second, third) = (slow(&bytes), slow(&bytes), slow(&bytes));
    let (first, second, third) = (first.start().await, second.start().await, third.start().await);
    let haul = HaulProcess::new();
    get(&haul, &[&first, &second, &third], &[]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
    for server in [&first, &second, &third] {
        assert!(server.sent() >= MIB, "{} bytes came from one of them", server.sent());
    }
    let sent = first.sent() + second.sent() + third.sent();
    assert!(sent <= SIZE + SIZE / 2, "{sent} bytes for {SIZE}");
    assert_eq!(haul.names(), ["a.bin"]);
}

#[tokio::test]
async fn servers_that_agree_on_the_time_need_not_agree_on_the_tag() {
    let bytes = noise(SIZE, 1);
    let date = "Tue, 15 Nov 2022 12:45:26 GMT";
    let tagged = |tag: &str| slow(&bytes).header("Last-Modified", date).etag(tag);
    let (first, second) = (tagged("\"inode-1\"").start().await, tagged("\"inode-2\"").start().await);
    let haul = HaulProcess::new();
    get(&haul, &[&first, &second], &[]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(second.sent() >= MIB, "{} bytes came from the mirror", second.sent());
}

#[tokio::test]
async fn a_mirror_that_has_another_file_brings_nothing_of_it() {
    let bytes = noise(SIZE, 1);
    let mut elsewhere = bytes.clone();
    elsewhere[1000] ^= 1;
    let wrong = [
        // The size differs, the tag, the bytes under the same tag, and one has a page for people.
        FileServer::of(noise(SIZE + 1, 1)),
        FileServer::of(bytes.clone()).etag("\"other\""),
        FileServer::of(elsewhere),
        FileServer::of(noise(SIZE, 2)),
        FileServer::of(bytes.clone()).web_page(),
        FileServer::of(bytes.clone()).no_ranges(),
        FileServer::of(bytes.clone()).no_validator(),
        FileServer::of(bytes.clone()).status(404),
    ];
    for mirror in wrong {
        let (first, mirror) = (slow(&bytes).start().await, mirror.start().await);
        let haul = Haul::start().await;
        let id = haul.add_with(first.url(), |new| new.options.mirrors = vec![mirror.url()]).await;
        haul.completed(id).await;
        assert_holds(&haul.file("a.bin"), &bytes);
        let log = haul.log(id).await;
        let dropped = |entry: &LogEntry| matches!(entry, LogEntry::MirrorDropped { .. });
        assert!(log.iter().any(dropped), "{log:#?}");
        assert!(!log.iter().any(|entry| matches!(entry, LogEntry::MirrorUsed { .. })), "{log:#?}");
    }
}

#[tokio::test]
async fn a_checksum_proves_a_mirror_that_says_nothing_of_its_file() {
    let bytes = noise(SIZE, 1);
    let (first, second) = (slow(&bytes).start().await, slow(&bytes).etag("\"other\"").start().await);
    let sum = format!("sha-256={}", sha256(&bytes));
    let haul = HaulProcess::new();
    get(&haul, &[&first, &second], &["--checksum", &sum]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(second.sent() >= MIB, "{} bytes came from the mirror", second.sent());
}

#[tokio::test]
async fn what_a_mirror_got_wrong_where_nobody_compared_is_found_by_the_checksum() {
    let bytes = noise(SIZE, 1);
    let mut bad = bytes.clone();
    let last_third = SIZE / 3 * 2;
    for byte in bad.iter_mut().skip(last_third as usize) {
        *byte ^= 0x55;
    }
    // Two connections bring no more than this, and nothing of the last third: the mirror cannot be compared there. They fall
    // silent, so that it gets the rest.
    let first = slow(&bytes).hold_after(MIB).start().await;
    let second = FileServer::of(bad).pace(4 * MIB).start().await;
    let haul = Haul::bed().settings(|settings| settings.stall_timeout_secs = 2).start().await;
    let sum = Checksum { algorithm: haul_core::Algorithm::Sha256, hex: sha256(&bytes) };
    let id = haul
        .add_with(first.url(), |new| {
            (new.options.mirrors, new.options.checksum) = (vec![second.url()], Some(sum));
            new.options.connections = Some(2);
        })
        .await;
    let brings_wrong = |request: &Request| {
        let sent = request.sent_range();
        sent.end.saturating_sub(sent.start.max(last_third)) >= MIB
    };
    second.until(|records| records.requests.iter().any(brings_wrong)).await;
    assert!(first.requests().iter().all(|request| request.sent_range().end <= last_third));
    first.becomes(FileServer::of(bytes.clone()));
    first.release();
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    let anew = LogEntry::StartedOver { reason: StartOverReason::WrongChecksum };
    assert!(haul.log(id).await.contains(&anew), "{:#?}", haul.log(id).await);
}

#[tokio::test]
async fn mirrors_take_the_place_of_a_first_address_that_is_gone() {
    let bytes = noise(SIZE, 1);
    let gone = format!("http://127.0.0.1:{}/a.bin", haul_tests::free_port());
    let missing = FileServer::of(vec![]).status(404).start().await;
    let login = FileServer::of(vec![]).status(401).start().await;
    let right = FileServer::of(bytes.clone()).start().await;
    for first in [gone, missing.url(), login.url()] {
        let haul = HaulProcess::new();
        haul.get(&[&first, "--mirror", &missing.url(), "--mirror", &right.url()]).await.expect(0);
        assert_holds(&haul.file("a.bin"), &bytes);
        assert_eq!(haul.names(), ["a.bin"]);
    }
    let haul = HaulProcess::new();
    haul.get(&[&missing.url(), "--mirror", &missing.url_of("b")]).await.expect(3);
}

#[tokio::test]
async fn a_server_that_fails_in_the_middle_is_left_out_and_nothing_is_fetched_twice() {
    let bytes = noise(SIZE, 1);
    for broken in [FileServer::of(vec![]).status(404), FileServer::of(vec![]).status(503)] {
        let (first, second) = (slow(&bytes).start().await, slow(&bytes).start().await);
        let haul = HaulProcess::new();
        let run = haul.start(&[&first.url(), "--mirror", &second.url(), "-x", "2"]);
        second.until(|records| records.sent() >= MIB).await;
        first.becomes(broken.reset_after(0));
        run.ended().await.expect(0);
        assert_holds(&haul.file("a.bin"), &bytes);
        let sent = first.sent() + second.sent();
        assert!(sent <= SIZE + 4 * MIB, "{sent} bytes for {SIZE}");
    }
}

#[tokio::test]
async fn a_stop_while_mirrors_are_used_keeps_all_that_came_from_each() {
    let bytes = noise(SIZE, 1);
    let date = "Tue, 15 Nov 2022 12:45:26 GMT";
    let tagged = |tag: &str| slow(&bytes).header("Last-Modified", date).etag(tag);
    let (first, second) = (tagged("\"inode-1\"").start().await, tagged("\"inode-2\"").start().await);
    let mut haul = Haul::start().await;
    let id = haul.add_with(first.url(), |new| new.options.mirrors = vec![second.url()]).await;
    haul.until(id, |row| row.received >= SIZE / 2).await;
    haul.crash().await;
    // Only the mirror is left, which has another tag; then only the first again.
    first.becomes(FileServer::of(vec![]).status(404));
    second.becomes(tagged("\"inode-2\"").hold_after(second.sent() + 2 * MIB));
    let before = (first.sent(), second.sent());
    haul.reopen().await;
    second.until(|records| records.sent() >= before.1 + MIB).await;
    first.becomes(tagged("\"inode-1\""));
    second.release();
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    let again = first.sent() - before.0 + second.sent() - before.1;
    assert!(again <= SIZE / 2 + 3 * MIB, "{again} bytes after half was there");
}

#[tokio::test]
async fn what_is_meant_for_the_first_server_is_told_to_no_mirror() {
    let bytes = noise(SIZE, 1);
    let (first, second) = (slow(&bytes).start().await, slow(&bytes).start().await);
    let haul = HaulProcess::new();
    get(&haul, &[&first, &second], &["-H", "Authorization: Bearer x", "-H", "Cookie: a=b"]).await.expect(0);
    assert!(second.sent() > 0);
    for request in second.requests() {
        assert!(request.header("authorization").is_none() && request.header("cookie").is_none());
    }
}

#[tokio::test]
async fn all_servers_gone_says_what_is_wrong_with_the_first() {
    let missing = FileServer::of(vec![]).status(404).start().await;
    let forbidden = FileServer::of(vec![]).status(403).start().await;
    let haul = Haul::start().await;
    let id = haul.add_with(forbidden.url(), |new| new.options.mirrors = vec![missing.url()]).await;
    assert_eq!(haul.failed(id).await, Failure::Forbidden { status: 403 });
    let refused = haul.engine().add(vec![haul_core::NewDownload {
        options: haul_core::Options { mirrors: vec!["file:///etc/passwd".into()], ..Default::default() },
        ..haul_core::NewDownload::of(missing.url())
    }]);
    let refused = refused.await.unwrap();
    assert!(matches!(refused[0], haul_core::Addition::Rejected { .. }), "{refused:?}");
}

#[tokio::test]
async fn a_running_download_gets_a_mirror_and_a_failed_one_is_saved_by_it() {
    let bytes = noise(SIZE, 1);
    let (first, second) = (slow(&bytes).start().await, slow(&bytes).start().await);
    let haul = Haul::start().await;
    let id = haul.add(first.url()).await;
    haul.until(id, |row| row.received >= MIB).await;
    haul.engine().set_mirrors(id, vec![second.url(), first.url()]).await.unwrap();
    assert_eq!(haul.engine().details(id).await.unwrap().unwrap().mirrors, [second.url()]);
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(second.sent() >= MIB, "{} bytes came from the mirror", second.sent());

    let missing = FileServer::of(vec![]).status(404).start().await;
    let id = haul.add(missing.url_of("b.bin")).await;
    haul.failed(id).await;
    haul.engine().set_mirrors(id, vec![second.url_of("b.bin")]).await.unwrap();
    haul.retry(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("b.bin"), &bytes);
    let wrong = haul.engine().set_mirrors(id, vec!["no address".into()]).await;
    assert!(wrong.is_err(), "{wrong:?}");
}

#[tokio::test]
async fn a_mirror_that_differs_behind_what_was_compared_makes_no_mixture_where_one_goes_on_behind_the_other()
{
    let bytes = noise(SIZE, 1);
    let mut other = bytes.clone();
    for byte in other.iter_mut().skip(8 * MIB as usize) {
        *byte ^= 0x55;
    }
    let first = slow(&bytes).first(1).cut_after(9 * MIB).after(1).status(404).start().await;
    let second = slow(&other).start().await;
    let haul = HaulProcess::new();
    get(&haul, &[&first, &second], &["-x", "1"]).await.expect(3);
    assert!(second.sent() > 0, "it was compared, and asked for the rest");
    assert_eq!(haul.names(), ["a.bin.part"]);
    first.becomes(FileServer::of(bytes.clone()));
    haul.get(&[&first.url()]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn the_digest_of_the_first_server_decides_also_when_a_mirror_brings_the_rest() {
    let bytes = noise(SIZE, 1);
    let mut other = bytes.clone();
    for byte in other.iter_mut().skip((SIZE - MIB) as usize) {
        *byte ^= 0x55;
    }
    let first = slow(&bytes).header("Repr-Digest", crate::checksum::repr_digest(&bytes));
    let first = first.first(1).cut_after(3 * MIB).after(1).status(404).start().await;
    let second = slow(&other).etag("\"other\"").start().await;
    let haul = HaulProcess::new();
    get(&haul, &[&first, &second], &["-x", "1"]).await.expect(32);
    assert!(second.sent() >= SIZE - 4 * MIB, "{} bytes came from the mirror", second.sent());
    assert!(!haul.file("a.bin").exists());
}

#[tokio::test]
async fn a_server_that_takes_few_connections_stays_one_of_several() {
    let bytes = noise(SIZE, 1);
    for refusing in
        [slow(&bytes).busy_beyond(2), slow(&bytes).reset_beyond(2), slow(&bytes).refused_beyond(403, 2)]
    {
        let (first, second) = (refusing.start().await, slow(&bytes).start().await);
        let haul = Haul::start().await;
        let id = haul
            .add_with(first.url(), |new| {
                (new.options.mirrors, new.options.connections) = (vec![second.url()], Some(8));
            })
            .await;
        haul.completed(id).await;
        assert_holds(&haul.file("a.bin"), &bytes);
        let log = haul.log(id).await;
        let dropped = |entry: &LogEntry| matches!(entry, LogEntry::MirrorDropped { .. });
        assert!(!log.iter().any(dropped), "{log:#?}");
    }
}

#[tokio::test]
async fn a_server_that_gets_ranges_wrong_says_nothing_of_its_mirror() {
    let bytes = noise(SIZE, 1);
    let (first, second) = (slow(&bytes).start().await, FileServer::of(bytes.clone()).start().await);
    let mut haul = Haul::start().await;
    let id = haul.add_with(first.url(), |new| new.options.connections = Some(1)).await;
    haul.until(id, |row| row.received >= SIZE / 2).await;
    haul.stop().await;
    // A range is answered wrong, and without one there is nothing.
    first.becomes(FileServer::of(bytes.clone()).first(1).ranges_shifted(1).after(1).status(404));
    haul.reopen().await;
    haul.engine().set_mirrors(id, vec![second.url()]).await.unwrap();
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(second.sent() <= SIZE / 2 + 2 * MIB, "{} bytes came again", second.sent());
}

#[tokio::test]
async fn a_listener_hears_that_a_paused_download_has_other_mirrors() {
    let haul = Haul::start().await;
    let mut events = haul.engine().subscribe().await.unwrap();
    assert!(matches!(events.next().await, Some(Event::Snapshot { .. })));
    let paused = NewDownload { paused: true, ..NewDownload::of("http://127.0.0.1:9/a.bin") };
    haul.engine().add(vec![paused]).await.unwrap();
    let Some(Event::Changed { rows, .. }) = events.next().await else { panic!("it was added") };
    let id = rows[0].id;
    haul.engine().set_mirrors(id, vec!["http://127.0.0.1:9/b.bin".into()]).await.unwrap();
    let told = soon(events.next()).await;
    assert!(matches!(&told, Some(Event::Changed { rows, .. }) if rows[0].id == id), "{told:?}");
    assert_eq!(haul.engine().details(id).await.unwrap().unwrap().mirrors, ["http://127.0.0.1:9/b.bin"]);
}

#[tokio::test]
async fn who_breaks_the_identity_of_the_first_server_does_not_choose_the_mirror() {
    let bytes = noise(MIB, 1);
    let first = Nginx::with(&[("a.bin", &bytes)]).await;
    let mirror = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::impatient().await;
    let id = haul.add_with(first.tls("a.bin"), |new| new.options.mirrors = vec![mirror.url()]).await;
    let failure = haul.failed(id).await;
    assert!(matches!(failure, Failure::Tls { .. }), "{failure:?}");
    assert!(mirror.requests().is_empty(), "{:#?}", mirror.requests());

    // The person may know its certificate.
    let program = HaulProcess::new();
    let url = first.tls("a.bin");
    program.get(&["--trust", &first.fingerprint(), "--mirror", &mirror.url(), &url]).await.expect(0);
    assert_holds(&program.file("a.bin"), &bytes);
    assert!(!first.log().is_empty());

    // With a checksum it does not matter who brings the file.
    let sum = Checksum { algorithm: haul_core::Algorithm::Sha256, hex: sha256(&bytes) };
    let (url, mirrors) = (first.tls("b.bin"), vec![mirror.url_of("b.bin")]);
    let id =
        haul.add_with(url, |new| (new.options.mirrors, new.options.checksum) = (mirrors, Some(sum))).await;
    haul.completed(id).await;
    assert_holds(&haul.file("b.bin"), &bytes);
}

#[tokio::test]
async fn a_mirror_that_cannot_prove_who_it_is_is_not_used() {
    let bytes = noise(SIZE, 1);
    let first = slow(&bytes).start().await;
    let mirror = Nginx::with(&[("a.bin", &bytes)]).await;
    let haul = Haul::impatient().await;
    let id = haul.add_with(first.url(), |new| new.options.mirrors = vec![mirror.tls("a.bin")]).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    let dropped =
        |entry: &LogEntry| matches!(entry, LogEntry::MirrorDropped { failure: Failure::Tls { .. }, .. });
    assert!(haul.log(id).await.iter().any(dropped), "{:#?}", haul.log(id).await);
    assert!(mirror.log().is_empty(), "{:?}", mirror.log());
}
