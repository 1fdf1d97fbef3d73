//! Downloads from honest servers: every size, each byte once, under the right name.

use haul_core::{DownloadRow, LogEntry};
use haul_tests::{FileServer, Haul, KIB, MIB, RunningServer, assert_holds, noise};

async fn download(haul: &Haul, server: &RunningServer) -> DownloadRow {
    let id = haul.add(server.url()).await;
    haul.completed(id).await
}

#[tokio::test]
async fn a_file_of_any_size_arrives_whole() {
    let haul = Haul::start().await;
    for size in [1, 2, 100 * KIB, MIB - 1, MIB, MIB + 1, 2 * MIB + 1] {
        let bytes = noise(size, size);
        let server = FileServer::of(bytes.clone()).named(&format!("{size}.bin")).start().await;
        let row = download(&haul, &server).await;
        assert_eq!((row.size, row.received), (Some(size), size));
        assert_holds(&haul.file(&format!("{size}.bin")), &bytes);
    }
    assert_eq!(haul.names().len(), 7, "nothing but the files: {:?}", haul.names());
}

#[tokio::test]
async fn a_small_file_needs_one_request() {
    let haul = Haul::start().await;
    for size in [1, 100 * KIB, MIB] {
        let server = FileServer::of(noise(size, 1)).named(&format!("{size}.bin")).start().await;
        download(&haul, &server).await;
        assert_eq!((server.requests().len(), server.sent()), (1, size));
    }
}

#[tokio::test]
async fn an_empty_file_is_a_file() {
    let haul = Haul::start().await;
    let server = FileServer::of(vec![]).named("empty.bin").start().await;
    download(&haul, &server).await;
    assert_holds(&haul.file("empty.bin"), b"");

    let server = FileServer::of(vec![]).named("empty-without-ranges.bin").no_ranges().start().await;
    download(&haul, &server).await;
    assert_holds(&haul.file("empty-without-ranges.bin"), b"");
}

#[tokio::test]
async fn a_large_file_comes_over_several_connections_each_byte_once() {
    let bytes = noise(20 * MIB, 1);
    // Slow enough that one connection does not finish before the others begin.
    let server = FileServer::of(bytes.clone()).pace(4 * MIB).start().await;
    let haul = Haul::start().await;
    download(&haul, &server).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    let records = server.records();
    // The server notices a little late that a connection is not needed any more.
    assert!((4..=10).contains(&records.most_active), "{} connections at once", records.most_active);
    let excess = records.sent() - 20 * MIB;
    assert!(excess <= 4 * MIB, "{excess} bytes were sent for nothing");
}

#[tokio::test]
async fn one_connection_is_enough_if_no_more_are_wanted() {
    let bytes = noise(3 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    let id = haul.add_with(server.url(), |new| new.options.connections = Some(1)).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_eq!(server.records().most_active, 1);
    assert_eq!(server.sent(), 3 * MIB);
}

#[tokio::test]
async fn every_request_asks_for_the_bytes_as_they_are() {
    let server = FileServer::of(noise(3 * MIB, 1)).pace(2 * MIB).start().await;
    let haul = Haul::start().await;
    download(&haul, &server).await;
    for request in server.requests() {
        assert_eq!(request.method, "GET");
        assert_eq!(request.header("accept-encoding"), Some("identity"), "{request:#?}");
        assert!(request.header("user-agent").is_some_and(|agent| agent.starts_with("Haul/")));
        assert_eq!(request.header("referer"), None);
    }
}

#[tokio::test]
async fn redirects_lead_to_the_file_and_its_name() {
    let bytes = noise(100 * KIB, 1);
    let server = FileServer::of(bytes.clone()).named("far.bin").start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url_over_hops(20)).await;
    haul.completed(id).await;
    assert_holds(&haul.file("far.bin"), &bytes);
    assert_eq!(haul.details(id).await.final_url, Some(server.url()));
}

#[tokio::test]
async fn the_name_comes_from_where_the_redirects_end() {
    let server = FileServer::of(noise(KIB, 1)).named("real-name.bin").start().await;
    let entrance = FileServer::of(vec![]).named("latest").redirect_to(&server.url()).start().await;
    let haul = Haul::start().await;
    download(&haul, &entrance).await;
    assert_eq!(haul.names(), ["real-name.bin"]);
}

#[tokio::test]
async fn headers_of_the_users_do_not_follow_to_another_origin() {
    let server = FileServer::of(noise(KIB, 1)).start().await;
    let entrance = FileServer::of(vec![]).redirect_to(&server.url()).start().await;
    let haul = Haul::start().await;
    let secret = ("X-Secret".to_owned(), "for the first origin only".to_owned());
    let id = haul.add_with(entrance.url(), |new| new.options.headers = vec![secret]).await;
    haul.completed(id).await;
    assert_eq!(entrance.requests()[0].header("x-secret"), Some("for the first origin only"));
    assert!(server.requests().iter().all(|request| request.header("x-secret").is_none()));
}

#[tokio::test]
async fn the_log_in_of_a_url_is_sent() {
    let server = FileServer::of(noise(KIB, 1)).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url().replace("http://", "http://user:pass@")).await;
    haul.completed(id).await;
    assert_eq!(server.requests()[0].header("authorization"), Some("Basic dXNlcjpwYXNz"));
}

#[tokio::test]
async fn the_person_may_choose_name_and_folder() {
    let bytes = noise(KIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    let folder = haul.folder().join("made/when/needed");
    let chosen = folder.clone();
    let id = haul.add_with(server.url(), |new| {
        new.folder = Some(chosen);
        new.options.name = Some("mine.dat".into());
    });
    haul.completed(id.await).await;
    assert_holds(&folder.join("mine.dat"), &bytes);
}

#[tokio::test]
async fn a_probe_tells_name_size_and_whether_it_can_be_continued() {
    let haul = Haul::start().await;
    let server = FileServer::of(noise(3 * MIB, 1)).named("big.iso").start().await;
    let probe = haul.engine().probe(&server.url(), Vec::new()).await.unwrap();
    assert_eq!((probe.name.as_str(), probe.size, probe.resumable), ("big.iso", Some(3 * MIB), true));
    assert!(server.sent() <= MIB, "a probe does not fetch the file");

    let server = FileServer::of(noise(KIB, 1)).no_ranges().no_validator().start().await;
    assert!(!haul.engine().probe(&server.url(), Vec::new()).await.unwrap().resumable);
    let server = FileServer::of(vec![]).web_page().start().await;
    assert!(haul.engine().probe(&server.url(), Vec::new()).await.unwrap().web_page);
}

#[tokio::test]
async fn the_log_tells_what_happened() {
    let server = FileServer::of(noise(KIB, 1)).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    let log = haul.log(id).await;
    assert_eq!(log.first(), Some(&LogEntry::Added));
    assert!(matches!(log.last(), Some(LogEntry::Completed { size: 1024, .. })), "{log:#?}");
}

#[tokio::test]
async fn finished_files_have_the_rights_of_other_files() {
    use std::os::unix::fs::PermissionsExt as _;
    let server = FileServer::of(noise(KIB, 1)).start().await;
    let haul = Haul::start().await;
    download(&haul, &server).await;
    let ordinary = haul.folder().join("ordinary");
    std::fs::write(&ordinary, b"").unwrap();
    let mode = |path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(haul.file("a.bin")) & 0o111, 0, "a download is never executable");
    assert_eq!(mode(haul.file("a.bin")) & 0o600, mode(ordinary) & 0o600);
}

#[tokio::test]
async fn a_finished_file_says_where_it_came_from_and_nothing_secret() {
    let haul = Haul::start().await;
    for size in [KIB, 2 * MIB] {
        let server = FileServer::of(noise(size, 1)).start().await;
        let name = format!("{size}.bin");
        let url = server.url_of(&format!("{name}?token=secret")).replace("http://", "http://user:pass@");
        let id = haul.add(url).await;
        haul.completed(id).await;
        let mut value = [0; 256];
        let length = rustix::fs::getxattr(haul.file(&name), "user.xdg.origin.url", &mut value[..]).unwrap();
        assert_eq!(std::str::from_utf8(&value[..length]).unwrap(), server.url_of(&name));
    }
    haul.set(|settings| settings.mark_origin = false).await;
    for size in [KIB, 2 * MIB] {
        let server = FileServer::of(noise(size, 1)).start().await;
        let name = format!("unmarked-{size}.bin");
        haul.completed(haul.add(server.url_of(&name)).await).await;
        let read = rustix::fs::getxattr(haul.file(&name), "user.xdg.origin.url", &mut [0; 256][..]);
        assert_eq!(read, Err(rustix::io::Errno::NODATA));
    }
}
