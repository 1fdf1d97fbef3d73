//! Checksums that nobody gave: found in lists beside the file or in the server's Metalink description, or not found, and the
//! file comes all the same.

use haul_core::{Checksum, ChecksumSource, DownloadId, Failure, LogEntry};
use haul_tests::{FileServer, Haul, HaulProcess, KIB, MIB, RunningServer, assert_holds, noise, sha256};
use std::time::{Duration, Instant};

/// A file for which all places are asked.
const LARGE: u64 = 17 * MIB;
/// One for which the first are.
const MIDDLING: u64 = 2 * MIB;

fn list(name: &str) -> ChecksumSource {
    ChecksumSource::List { name: name.to_owned() }
}

/// Who said what the file's checksum is, if it was verified.
async fn verified_by(haul: &Haul, id: DownloadId) -> Option<ChecksumSource> {
    haul.completed(id).await;
    haul.log(id).await.into_iter().find_map(|entry| match entry {
        LogEntry::Verified { source, .. } => Some(source),
        _ => None,
    })
}

fn asked(server: &RunningServer) -> Vec<String> {
    server.asked_beside().into_iter().map(|request| request.path).collect()
}

fn metalink(inner: &str) -> String {
    format!("<?xml version=\"1.0\"?><metalink xmlns=\"urn:ietf:params:xml:ns:metalink\">{inner}</metalink>")
}

fn metalink_of(hex: &str) -> FileServer {
    FileServer::of(metalink(&format!("<file name=\"a.bin\"><hash type=\"sha-256\">{hex}</hash></file>")))
}

const LINK: &str = "</a.meta4>; rel=describedby; type=\"application/metalink4+xml\"";

#[tokio::test]
async fn a_list_beside_the_file_verifies_it() {
    let bytes = noise(LARGE, 1);
    let right = sha256(&bytes);
    let md5 = "0".repeat(32);
    for (place, text) in [
        ("a.bin.sha256", right.clone()),
        ("a.bin.sha256", format!("{right}  build/a.bin\n")),
        ("SHA256SUMS", format!("{}  b.bin\n{right} *a.bin\n{}  a.bin.sig\n", sha256(b"b"), sha256(b"c"))),
        ("SHA256SUMS", format!("{right}  ./a.bin\n{}  ./old/a.bin\n", sha256(b"old"))),
        ("sha256sum.txt", format!("MD5 (a.bin) = {md5}\nSHA256 (a.bin) = {right}\n")),
        ("checksums.txt", format!("# all of them\n{right}\ta.bin\n")),
    ] {
        let server = FileServer::of(bytes.clone())
            .beside(&format!("/dir/{place}"), FileServer::of(text))
            .start()
            .await;
        let haul = Haul::start().await;
        let id = haul.add(server.url_of("dir/a.bin")).await;
        assert_eq!(verified_by(&haul, id).await, Some(list(place)));
        assert_holds(&haul.file("a.bin"), &bytes);
    }
}

#[tokio::test]
async fn a_file_that_its_list_contradicts_is_fetched_once_more_and_never_kept() {
    let bytes = noise(MIDDLING, 1);
    let wrong = format!("{}  a.bin\n", sha256(b"another"));
    let server = FileServer::of(bytes.clone()).beside("/SHA256SUMS", FileServer::of(wrong)).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    let failure = haul.failed(id).await;
    assert!(failure.to_string().contains("SHA256SUMS on the same server"), "{failure}");
    assert!(matches!(failure, Failure::ChecksumMismatch { by, .. } if by == list("SHA256SUMS")));
    assert!(!haul.file("a.bin").exists());
    assert!(server.sent() >= 2 * MIDDLING, "it was fetched once more");
    let read = asked(&server).iter().filter(|path| *path == "/SHA256SUMS").count();
    assert_eq!(read, 2, "and so was the list, which may have been replaced as well");
    let right = format!("{}  a.bin\n", sha256(&bytes));
    server.becomes(FileServer::of(bytes.clone()).beside("/SHA256SUMS", FileServer::of(right)));
    haul.start_over(id).await;
    assert_eq!(verified_by(&haul, id).await, Some(list("SHA256SUMS")));
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn what_is_no_list_is_ignored() {
    let bytes = noise(MIDDLING, 1);
    let wrong = format!("{}  a.bin\n", sha256(b"another"));
    let elsewhere = FileServer::of(wrong.clone()).start().await;
    let page = format!("<html>\n{wrong}\n</html>");
    for (why, other) in [
        ("a page", FileServer::of(page).web_page()),
        ("too long", FileServer::of(wrong.repeat(20_000))),
        ("too long, which it does not say", FileServer::of(wrong.repeat(20_000)).no_ranges().chunked()),
        ("cut", FileServer::of(wrong.repeat(100)).no_ranges().cut_after(70)),
        ("compressed", FileServer::of(wrong.clone()).gzip()),
        ("broken", FileServer::of(wrong.clone()).garbage("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n")),
        ("elsewhere", FileServer::of(wrong.clone()).redirect_to(&elsewhere.url_of("SHA256SUMS"))),
        ("in a loop", FileServer::of(wrong.clone()).redirect_to("/SHA256SUMS")),
        ("the file itself", FileServer::of(bytes.clone())),
        ("of others", FileServer::of(wrong.replace("a.bin", "b.bin"))),
        ("of nobody", FileServer::of(sha256(b"another"))),
        ("rubbish", FileServer::of(noise(KIB, 2))),
        ("empty", FileServer::of("")),
        ("in trouble", FileServer::of(wrong.clone()).status(500)),
        ("locked", FileServer::of(wrong).status(401)),
    ] {
        let server = FileServer::of(bytes.clone()).beside("/SHA256SUMS", other).start().await;
        let haul = Haul::start().await;
        let id = haul.add(server.url()).await;
        assert_eq!(verified_by(&haul, id).await, None, "{why}");
        assert_holds(&haul.file("a.bin"), &bytes);
        assert!(asked(&server).contains(&"/SHA256SUMS".to_owned()), "{why}");
    }
    assert!(elsewhere.requests().is_empty() && elsewhere.asked_beside().is_empty());
}

#[tokio::test]
async fn a_list_that_does_not_come_is_not_waited_for() {
    let bytes = noise(MIDDLING, 1);
    let text = format!("{}  a.bin\n", sha256(b"another"));
    for other in [
        FileServer::of(text.clone()).silent_in_head(),
        FileServer::of(text.clone()).silent_after(10),
        FileServer::of(text.clone()).pace(2),
    ] {
        let server = FileServer::of(bytes.clone()).beside("/a.bin.sha256", other).start().await;
        let haul = Haul::start().await;
        let begun = Instant::now();
        let id = haul.add(server.url()).await;
        assert_eq!(verified_by(&haul, id).await, None);
        assert_holds(&haul.file("a.bin"), &bytes);
        assert!(begun.elapsed() < Duration::from_secs(9), "{:?}", begun.elapsed());
    }
}

#[tokio::test]
async fn a_search_ends_at_once_when_its_download_is_paused() {
    let bytes = noise(MIDDLING, 1);
    let other = FileServer::of("").silent_in_head();
    let held = FileServer::of(bytes.clone()).hold_after(MIDDLING - KIB);
    let server = held.beside("/a.bin.sha256", other).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    server.until_beside(|records| records.active > 0).await;
    let begun = Instant::now();
    haul.pause(id).await;
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    assert!(!haul.file("a.bin").exists());
    server.becomes(FileServer::of(bytes.clone()));
    server.release();
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn the_description_that_the_server_names_verifies_a_file_however_small() {
    for size in [KIB, MIDDLING] {
        let bytes = noise(size, 1);
        let described = FileServer::of(bytes.clone()).header("Link", LINK);
        let server = described.beside("/a.meta4", metalink_of(&sha256(&bytes))).start().await;
        let haul = Haul::start().await;
        let id = haul.add(server.url()).await;
        assert_eq!(verified_by(&haul, id).await, Some(ChecksumSource::Metalink));
        assert_holds(&haul.file("a.bin"), &bytes);
        assert_eq!(asked(&server), ["/a.meta4"], "no list is needed then");
    }
}

#[tokio::test]
async fn a_file_that_its_description_contradicts_is_not_kept() {
    let server = FileServer::of(noise(KIB, 1))
        .header("Link", LINK)
        .beside("/a.meta4", metalink_of(&sha256(b"another")))
        .start()
        .await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    let failure = haul.failed(id).await;
    assert!(matches!(failure, Failure::ChecksumMismatch { by: ChecksumSource::Metalink, .. }), "{failure:?}");
    assert_eq!(haul.names(), ["a.bin.part"]);
}

/// As servers do that spread visitors over mirrors: these know of no description.
#[tokio::test]
async fn who_redirects_to_a_mirror_may_describe_the_file() {
    let bytes = noise(MIDDLING, 1);
    let mirror = FileServer::of(bytes.clone()).start().await;
    let redirecting = FileServer::of("").header("Link", LINK).redirect_to(&mirror.url());
    let first = redirecting.beside("/a.meta4", metalink_of(&sha256(&bytes))).start().await;
    let haul = Haul::start().await;
    let id = haul.add(first.url()).await;
    assert_eq!(verified_by(&haul, id).await, Some(ChecksumSource::Metalink));
    assert_eq!((asked(&first), asked(&mirror)), (vec!["/a.meta4".to_owned()], Vec::new()));
}

#[tokio::test]
async fn a_description_that_says_nothing_leaves_it_to_the_lists() {
    let bytes = noise(MIDDLING, 1);
    let entity = format!("<!DOCTYPE metalink [<!ENTITY a \"{}\">]>{}", sha256(b"a"), metalink(""));
    for other in [FileServer::of(entity), FileServer::of(metalink("")), FileServer::of("").status(404)] {
        let server = FileServer::of(bytes.clone())
            .header("Link", LINK)
            .beside("/a.meta4", other)
            .beside("/a.bin.sha256", FileServer::of(sha256(&bytes)))
            .start()
            .await;
        let haul = Haul::start().await;
        let id = haul.add(server.url()).await;
        assert_eq!(verified_by(&haul, id).await, Some(list("a.bin.sha256")));
    }
}

#[tokio::test]
async fn a_checksum_that_is_known_needs_no_list() {
    let bytes = noise(LARGE, 1);
    let wrong = format!("{}  a.bin\n", sha256(b"another"));
    let served = || {
        FileServer::of(bytes.clone())
            .header("Link", LINK)
            .beside("/a.bin.sha256", FileServer::of(wrong.clone()))
    };
    let server = served().start().await;
    let haul = Haul::start().await;
    let sum = Checksum { algorithm: haul_core::Algorithm::Sha256, hex: sha256(&bytes) };
    let id = haul.add_with(server.url(), |new| new.options.checksum = Some(sum)).await;
    assert_eq!(verified_by(&haul, id).await, Some(ChecksumSource::Person));
    let digest = super::checksum::repr_digest(&bytes);
    server.becomes(served().header("Repr-Digest", digest));
    let id = haul.add(server.url_of("b.bin")).await;
    assert_eq!(verified_by(&haul, id).await, Some(ChecksumSource::Server));
    assert_eq!(asked(&server), [""; 0]);
}

#[tokio::test]
async fn nothing_is_looked_for_where_nobody_lists_it_or_nobody_wants_it() {
    let wrong = || FileServer::of(format!("{}  a.bin\n", sha256(b"another")));
    let small = FileServer::of(noise(MIB, 1)).beside("/SHA256SUMS", wrong()).start().await;
    let large = || FileServer::of(noise(LARGE, 1)).beside("/SHA256SUMS", wrong());
    let server = large().start().await;
    let haul = Haul::start().await;
    for url in [small.url(), server.url_of("a.bin?key=1"), server.url_of("film.mkv")] {
        let id = haul.add(url).await;
        assert_eq!(verified_by(&haul, id).await, None);
    }
    haul.set(|settings| settings.server_checksums = false).await;
    let digest = super::checksum::repr_digest(b"another");
    server.becomes(large().header("Link", LINK).header("Repr-Digest", digest));
    let id = haul.add(server.url_of("unwanted.bin")).await;
    assert_eq!(verified_by(&haul, id).await, None);
    assert_eq!((asked(&small), asked(&server)), (Vec::new(), Vec::new()));
}

#[tokio::test]
async fn a_list_is_read_once_for_its_folder() {
    let bytes = noise(MIDDLING, 1);
    let text: String = (0..20).map(|number| format!("{}  {number}.bin\n", sha256(&bytes))).collect();
    let server = FileServer::of(bytes).beside("/SHA256SUMS", FileServer::of(text)).start().await;
    let haul = Haul::start().await;
    let mut ids = Vec::new();
    for number in 0..20 {
        ids.push(haul.add(server.url_of(&format!("{number}.bin"))).await);
    }
    for id in ids {
        assert_eq!(verified_by(&haul, id).await, Some(list("SHA256SUMS")));
    }
    let asked = asked(&server);
    assert_eq!(asked.iter().filter(|path| *path == "/SHA256SUMS").count(), 1, "{asked:?}");
    assert!(asked.len() <= 2, "{asked:?}");
}

#[tokio::test]
async fn a_host_without_lists_is_left_alone() {
    let server = FileServer::of(noise(MIDDLING, 1)).start().await;
    let haul = Haul::start().await;
    let mut ids = Vec::new();
    for number in 0..40 {
        ids.push(haul.add(server.url_of(&format!("{number}/{number}.bin"))).await);
    }
    for id in ids {
        assert_eq!(verified_by(&haul, id).await, None);
    }
    let asked = asked(&server);
    assert!(asked.len() <= 4 * 10, "{}: {asked:?}", asked.len());
}

#[tokio::test]
async fn who_wants_one_connection_gets_one() {
    let bytes = noise(LARGE, 1);
    let server = FileServer::of(bytes.clone())
        .beside("/SHA256SUMS", FileServer::of(format!("{}  a.bin\n", sha256(&bytes))))
        .start()
        .await;
    let haul = Haul::start().await;
    let id = haul.add_with(server.url(), |new| new.options.connections = Some(1)).await;
    assert_eq!(verified_by(&haul, id).await, Some(list("SHA256SUMS")));
    let last = server.requests().into_iter().map(|request| request.at).max();
    assert!(server.asked_beside().iter().all(|request| Some(request.at) > last), "after the file");
}

#[tokio::test]
async fn headers_go_to_lists_on_their_own_server_only() {
    let bytes = noise(MIDDLING, 1);
    let mirror = FileServer::of(bytes.clone()).start().await;
    let home = FileServer::of(bytes.clone()).start().await;
    let away = FileServer::of("").redirect_to(&mirror.url()).start().await;
    let haul = Haul::start().await;
    for url in [home.url(), away.url_of("b.bin")] {
        let key = ("X-Key".to_owned(), "secret".to_owned());
        let id = haul.add_with(url, |new| new.options.headers = vec![key]).await;
        haul.completed(id).await;
    }
    let keys = |server: &RunningServer| {
        let asked = server.asked_beside();
        assert!(!asked.is_empty());
        asked.iter().filter(|request| request.header("x-key").is_some()).count()
    };
    assert_eq!((keys(&home), keys(&mirror)), (home.asked_beside().len(), 0));
    assert!(away.asked_beside().is_empty());
}

#[tokio::test]
async fn what_a_person_alone_may_read_is_kept_for_nobody_else() {
    let bytes = noise(MIDDLING, 1);
    let names = ["a.bin", "b.bin", "c.bin", "d.bin"];
    let text: String = names.map(|name| format!("{}  {name}\n", sha256(&bytes))).concat();
    let server = FileServer::of(bytes.clone()).beside("/SHA256SUMS", FileServer::of(text)).start().await;
    let haul = Haul::start().await;
    let key = || vec![("X-Key".to_owned(), "secret".to_owned())];
    for (name, headers, read) in
        [("a.bin", key(), 1), ("b.bin", vec![], 2), ("c.bin", vec![], 2), ("d.bin", key(), 3)]
    {
        let id = haul.add_with(server.url_of(name), |new| new.options.headers = headers).await;
        assert_eq!(verified_by(&haul, id).await, Some(list("SHA256SUMS")), "{name}");
        let times = asked(&server).iter().filter(|path| *path == "/SHA256SUMS").count();
        assert_eq!(times, read, "{name}");
    }
}

#[tokio::test]
async fn the_program_says_who_verified_and_what_to_do_if_it_does_not_fit() {
    let bytes = noise(MIDDLING, 1);
    let text = |hex: String| FileServer::of(format!("{hex}  a.bin\n"));
    let server = FileServer::of(bytes.clone()).beside("/SHA256SUMS", text(sha256(&bytes))).start().await;
    let haul = HaulProcess::new();
    let ended = haul.get(&[&server.url()]).await.expect(0);
    assert!(
        ended.stderr.contains("verified: its sha-256 is what SHA256SUMS on the same server says"),
        "{}",
        ended.stderr
    );
    server.becomes(FileServer::of(bytes.clone()).beside("/SHA256SUMS", text(sha256(b"another"))));
    let url = server.url();
    let haul = HaulProcess::new();
    let ended = haul.get(&[&url]).await.expect(32);
    assert!(!haul.file("a.bin").exists());
    assert!(ended.stderr.contains("--no-server-checksums"), "{}", ended.stderr);
    haul.get(&["--no-server-checksums", &url]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
}
