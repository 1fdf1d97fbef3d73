//! Another link for a download whose own has expired: the bytes that are there are kept if it leads to the same file, and
//! never mixed with another's.

use haul_core::{Checksum, DownloadId, Failure, LogEntry, Options};
use haul_engine::EngineError;
use haul_tests::{FileServer, Haul, HaulProcess, MIB, RunningServer, assert_holds, noise};

const SIZE: u64 = 12 * MIB;
const HALF: u64 = SIZE / 2;
/// What may be on its way in eight connections when they end or lose their rest to others, and come twice.
const LITTLE: u64 = 5 * MIB;

/// A download that came halfway before its link expired.
async fn expired(options: impl FnOnce(&mut Options)) -> (Haul, DownloadId, RunningServer) {
    let server = FileServer::of(noise(SIZE, 1)).pace(MIB).hold_after(SIZE - MIB).start().await;
    let haul = Haul::impatient().await;
    let id = haul.add_with(server.url_of("a.bin?key=old"), |new| options(&mut new.options)).await;
    haul.until(id, |row| row.received >= HALF).await;
    haul.pause(id).await;
    server.until(|records| records.active == 0).await;
    server.becomes(FileServer::of(vec![]).status(403));
    haul.resume(id).await;
    assert_eq!(haul.failed(id).await, Failure::Forbidden { status: 403 });
    (haul, id, server)
}

#[tokio::test]
async fn a_new_link_to_the_same_file_keeps_what_is_there() {
    let bytes = noise(SIZE, 1);
    let same_tag = |script: FileServer| script;
    let other_tag = |script: FileServer| script.etag("\"other\"");
    let by_date = |script: FileServer| script.last_modified("Tue, 15 Nov 2022 12:45:26 GMT");
    for server_says in [same_tag as fn(FileServer) -> FileServer, other_tag, by_date] {
        let (mut haul, id, _old) = expired(|_| {}).await;
        let new = server_says(FileServer::of(bytes.clone())).start().await;
        haul.engine().renew(id, new.url_of("elsewhere?key=new")).await.unwrap();
        haul.completed(id).await;
        assert_holds(&haul.file("a.bin"), &bytes);
        assert!(new.sent() <= HALF + LITTLE, "{} bytes came from the new link", new.sent());
        haul.restart().await;
        let row = haul.details(id).await.row;
        assert_eq!(row.url, new.url_of("elsewhere?key=new"), "the list has the new link");
    }
}

#[tokio::test]
async fn a_new_link_to_another_file_of_the_same_size_is_refused_and_nothing_is_lost() {
    let bytes = noise(SIZE, 1);
    let (haul, id, _old) = expired(|_| {}).await;
    let mut nearly = bytes.clone();
    // The front is the same; somewhere else it differs, as in another edition.
    for byte in nearly.iter_mut().skip(MIB as usize) {
        *byte ^= 1;
    }
    let other = FileServer::of(nearly).etag("\"v2\"").start().await;
    haul.engine().renew(id, other.url()).await.unwrap();
    assert_eq!(haul.failed(id).await, Failure::OtherFile);
    assert!(!haul.file("a.bin").exists());

    let right = FileServer::of(bytes.clone()).etag("\"v3\"").start().await;
    haul.engine().renew(id, right.url()).await.unwrap();
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(right.sent() <= HALF + LITTLE, "{} bytes came from the right link", right.sent());
}

#[tokio::test]
async fn links_that_prove_nothing_are_refused_and_nothing_is_lost() {
    let bytes = noise(SIZE, 1);
    let (haul, id, _old) = expired(|_| {}).await;
    let wrong: [(FileServer, Failure); 4] = [
        (FileServer::of(noise(SIZE - 1, 1)), Failure::OtherFile),
        (FileServer::of(bytes.clone()).no_ranges(), Failure::OtherFile),
        (FileServer::of(bytes.clone()).web_page(), Failure::OtherFile),
        (FileServer::of(bytes.clone()).status(404), Failure::NotFound { status: 404 }),
    ];
    for (script, failure) in wrong {
        let server = script.start().await;
        haul.engine().renew(id, server.url()).await.unwrap();
        let failed = haul.failed(id).await;
        assert!(failed == failure || failed == Failure::WebPage, "{failed:?} instead of {failure:?}");
    }
    let refused = haul.engine().renew(id, "no address").await;
    assert!(matches!(refused, Err(EngineError::Rejected { .. })), "{refused:?}");
    let right = FileServer::of(bytes.clone()).start().await;
    haul.engine().renew(id, right.url()).await.unwrap();
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(right.sent() <= HALF + LITTLE, "{} bytes came from the right link", right.sent());
}

#[tokio::test]
async fn a_running_download_takes_the_new_link_at_once_and_tells_it_nothing_that_was_for_another() {
    let bytes = noise(SIZE, 1);
    let old = FileServer::of(bytes.clone()).pace(MIB).hold_after(HALF).start().await;
    let new = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    let headers =
        vec![("Authorization".to_owned(), "Bearer x".to_owned()), ("X-Plain".to_owned(), "1".to_owned())];
    let id = haul.add_with(old.url(), |new| new.options.headers = headers).await;
    haul.until(id, |row| row.received >= HALF - MIB).await;
    haul.engine().renew(id, new.url()).await.unwrap();
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(new.requests().iter().all(|request| request.header("authorization").is_none()));
    assert!(new.requests().iter().all(|request| request.header("x-plain").is_none()));
    let host = "127.0.0.1".to_owned();
    assert!(haul.log(id).await.contains(&LogEntry::Renewed { host }), "{:#?}", haul.log(id).await);
}

#[tokio::test]
async fn on_the_same_server_the_new_link_is_asked_as_the_old_one_was() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB).hold_after(HALF).start().await;
    let haul = Haul::start().await;
    let headers = vec![("X-Plain".to_owned(), "1".to_owned())];
    let (link, mirror) = (server.url_of("new?key=new"), server.url_of("mirror"));
    let id = haul
        .add_with(server.url(), |new| {
            (new.options.headers, new.options.mirrors) = (headers, vec![mirror.clone(), link.clone()]);
        })
        .await;
    haul.until(id, |row| row.received >= HALF - MIB).await;
    haul.engine().renew(id, link).await.unwrap();
    server.release();
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(server.requests().iter().any(|request| request.path == "/new?key=new"));
    assert!(server.requests().iter().all(|request| request.header("x-plain").is_some()));
    assert_eq!(haul.details(id).await.mirrors, [mirror], "what is the link itself is no mirror of it");
}

#[tokio::test]
async fn a_kill_while_the_link_is_new_loses_nothing() {
    let bytes = noise(SIZE, 1);
    let (mut haul, id, _old) = expired(|_| {}).await;
    let new = FileServer::of(bytes.clone()).etag("\"v2\"").pace(MIB).hold_after(MIB).start().await;
    haul.engine().renew(id, new.url()).await.unwrap();
    new.until(|records| records.sent() >= MIB / 2).await;
    haul.crash().await;
    new.release();
    haul.reopen().await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(new.sent() <= HALF + LITTLE + MIB, "{} bytes came from the new link", new.sent());
}

#[tokio::test]
async fn another_link_mends_what_came_wrong_twice() {
    let bytes = noise(SIZE, 1);
    let sum = Checksum { algorithm: haul_core::Algorithm::Sha256, hex: haul_tests::sha256(&bytes) };
    let wrong = FileServer::of(noise(SIZE, 2)).start().await;
    let haul = Haul::start().await;
    let id = haul.add_with(wrong.url(), |new| new.options.checksum = Some(sum)).await;
    assert!(matches!(haul.failed(id).await, Failure::ChecksumMismatch { .. }));
    let right = FileServer::of(bytes.clone()).etag("\"v2\"").start().await;
    haul.engine().renew(id, right.url()).await.unwrap();
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

/// What `haul get` left of a file whose link then expired.
async fn left_by_the_program() -> (HaulProcess, Vec<u8>) {
    let bytes = noise(SIZE, 1);
    left_of(FileServer::of(bytes.clone()), bytes).await
}

async fn left_of(server: FileServer, bytes: Vec<u8>) -> (HaulProcess, Vec<u8>) {
    let server = server.pace(MIB).hold_after(SIZE - MIB).start().await;
    let program = HaulProcess::new();
    let url = server.url_of("a.bin?key=old");
    let run = program.start(&["--json", &url]);
    server.until(|records| records.sent() >= HALF + MIB).await;
    run.terminate();
    run.ended().await.expect(7);
    server.becomes(FileServer::of(vec![]).status(403));
    let refused = program.get(&[&url]).await.expect(22);
    assert!(refused.stderr.contains("--renew NAME"), "{}", refused.stderr);
    (program, bytes)
}

#[tokio::test]
async fn the_program_goes_on_with_what_another_link_left() {
    for name in ["a.bin", "a.bin.part"] {
        let (program, bytes) = left_by_the_program().await;
        let new = FileServer::of(bytes.clone()).etag("\"other\"").start().await;
        let url = new.url_of("elsewhere?key=new");
        program.get(&["--renew", name, &url]).await.expect(0);
        assert_holds(&program.file("a.bin"), &bytes);
        assert_eq!(program.names(), ["a.bin"]);
        assert!(new.sent() <= HALF + LITTLE, "{} bytes came from the new link", new.sent());
        // Called again, it finds that all is done.
        program.get(&["--renew", name, &url]).await.expect(0);
        assert_eq!(program.names(), ["a.bin"]);
    }
}

#[tokio::test]
async fn the_program_goes_on_with_what_a_server_gave_without_a_validator() {
    let bytes = noise(SIZE, 1);
    let (program, bytes) = left_of(FileServer::of(bytes.clone()).no_validator(), bytes).await;
    let new = FileServer::of(bytes.clone()).start().await;
    program.get(&["--renew", "a.bin", &new.url_of("elsewhere?key=new")]).await.expect(0);
    assert_holds(&program.file("a.bin"), &bytes);
    assert_eq!(program.names(), ["a.bin"]);
    assert!(new.sent() <= HALF + LITTLE, "{} bytes came from the new link", new.sent());
}

#[tokio::test]
async fn the_program_refuses_a_link_to_another_file_and_keeps_what_is_there() {
    let (program, bytes) = left_by_the_program().await;
    let other = FileServer::of(noise(SIZE, 2)).etag("\"other\"").start().await;
    program.get(&["--renew", "a.bin", &other.url()]).await.expect(34);
    assert_eq!(program.names(), ["a.bin.part"]);
    let new = FileServer::of(bytes.clone()).etag("\"third\"").start().await;
    program.get(&["--renew", "a.bin", &new.url()]).await.expect(0);
    assert_holds(&program.file("a.bin"), &bytes);
    assert!(new.sent() <= HALF + LITTLE, "{} bytes came from the right link", new.sent());
}

#[tokio::test]
async fn where_nothing_was_left_the_program_fetches_the_file_by_that_name() {
    let bytes = noise(MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let program = HaulProcess::new();
    program.get(&["--renew", "b.bin", &server.url()]).await.expect(0);
    assert_holds(&program.file("b.bin"), &bytes);
}
