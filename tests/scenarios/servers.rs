//! Servers that nobody here wrote: nginx and Python's http.server.

use haul_core::{Failure, Status};
use haul_tests::{FileServer, Haul, HaulProcess, KIB, MIB, Nginx, PythonServer, assert_holds, noise};

const SIZE: u64 = 12 * MIB;

#[tokio::test]
async fn nginx_gives_a_file_over_several_connections() {
    let bytes = noise(SIZE, 1);
    let nginx = Nginx::with(&[("a.bin", &bytes), ("empty.bin", b""), ("tiny.bin", b"x")]).await;
    let haul = Haul::start().await;
    for (name, content) in [("a.bin", &bytes[..]), ("empty.bin", b""), ("tiny.bin", b"x")] {
        let id = haul.add(nginx.plain(name)).await;
        let row = haul.completed(id).await;
        assert_holds(&haul.file(name), content);
        assert_eq!(row.size, Some(content.len() as u64));
    }
}

#[tokio::test]
async fn with_many_hosts_at_once_no_connection_is_shared() {
    let nginx = Nginx::with(&[("a.bin", &noise(MIB, 1)), ("b.bin", &noise(MIB, 2))]).await;
    let authority = std::fs::read(nginx.authority()).unwrap();
    let haul =
        Haul::bed().trusting(authority).settings(|settings| settings.downloads_at_once = 9).start().await;
    haul.completed(haul.add(nginx.http2("a.bin")).await).await;
    assert!(nginx.log().iter().any(|line| line.starts_with("HTTP/2.0 ")), "{:?}", nginx.log());
    let mut others = Vec::new();
    for nth in 0..8 {
        let server = FileServer::of(noise(MIB, nth)).hold_after(100 * KIB).start().await;
        haul.downloading(haul.add(server.url_of(&format!("{nth}.bin"))).await).await;
        others.push(server);
    }
    let before = nginx.log().len();
    haul.completed(haul.add(nginx.http2("b.bin")).await).await;
    let now = nginx.log().split_off(before);
    assert!(!now.is_empty() && now.iter().all(|line| line.starts_with("HTTP/1.1 ")), "{now:?}");
}

#[tokio::test]
async fn nginx_that_limits_each_connection_is_asked_over_several() {
    // Over one connection this would take 24 s.
    let bytes = noise(SIZE, 1);
    let nginx = Nginx::with(&[("a.bin", &bytes)]).await;
    let haul = Haul::start().await;
    let begun = std::time::Instant::now();
    let id = haul.add(nginx.slow("a.bin")).await;
    let row = haul.until(id, |row| row.connections >= 4).await;
    assert_eq!(row.resumable, Some(true));
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
    assert!(nginx.log().iter().filter(|line| line.contains(" 206 ")).count() >= 4, "{:?}", nginx.log());
}

#[tokio::test]
async fn a_download_from_nginx_is_paused_and_goes_on_or_notices_the_change() {
    let bytes = noise(SIZE, 1);
    let nginx = Nginx::with(&[("a.bin", &bytes), ("b.bin", &bytes)]).await;
    let haul = Haul::start().await;
    for name in ["a.bin", "b.bin"] {
        let id = haul.add(nginx.slow(name)).await;
        haul.until(id, |row| row.received >= MIB).await;
        haul.pause(id).await;
        if name == "a.bin" {
            haul.resume(id).await;
            haul.completed(id).await;
            assert_holds(&haul.file(name), &bytes);
        } else {
            nginx.replace(name, &noise(SIZE, 2));
            haul.resume(id).await;
            let failure = haul.failed(id).await;
            assert!(matches!(failure, Failure::SourceChanged { .. }), "{failure:?}");
            haul.start_over(id).await;
            haul.completed(id).await;
            assert_holds(&haul.file(name), &noise(SIZE, 2));
        }
    }
}

#[tokio::test]
async fn an_unknown_certificate_is_refused_before_anything_is_asked() {
    let nginx = Nginx::with(&[("a.bin", b"secret")]).await;
    let haul = Haul::impatient().await;
    for url in [nginx.tls("a.bin"), nginx.http2("a.bin")] {
        let id = haul.add(url).await;
        let failure = haul.failed(id).await;
        assert!(matches!(&failure, Failure::Tls { host, .. } if host == "localhost"), "{failure:?}");
    }
    assert!(nginx.log().is_empty(), "{:?}", nginx.log());
}

#[tokio::test]
async fn a_trusted_certificate_for_another_name_is_refused() {
    let nginx = Nginx::with(&[("a.bin", b"secret")]).await;
    let haul = Haul::bed().trusting(std::fs::read(nginx.authority()).unwrap()).start().await;
    let id = haul.add(nginx.tls("a.bin").replace("localhost", "127.0.0.2")).await;
    let failure = haul.failed(id).await;
    assert!(matches!(failure, Failure::Tls { .. }), "{failure:?}");
    assert!(nginx.log().is_empty(), "{:?}", nginx.log());
}

#[tokio::test]
async fn a_file_comes_over_tls_and_http2() {
    let bytes = noise(SIZE, 1);
    let nginx = Nginx::with(&[("a.bin", &bytes), ("b.bin", &bytes)]).await;
    let haul = Haul::bed().trusting(std::fs::read(nginx.authority()).unwrap()).start().await;
    for (name, url) in [("a.bin", nginx.tls("a.bin")), ("b.bin", nginx.http2("b.bin"))] {
        let id = haul.add(url).await;
        haul.completed(id).await;
        assert_holds(&haul.file(name), &bytes);
    }
    assert!(nginx.log().iter().any(|line| line.starts_with("HTTP/2.0 ")), "{:?}", nginx.log());
}

#[tokio::test]
async fn a_file_that_is_to_come_over_one_connection_has_it_to_itself() {
    let bytes = noise(SIZE, 1);
    let nginx = Nginx::with(&[("a.bin", &bytes)]).await;
    let haul = HaulProcess::new();
    let authority = nginx.authority();
    haul.get(&["-x", "1", "--cacert", authority.to_str().unwrap(), &nginx.http2("a.bin")]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
    let log = nginx.until(|log| !log.is_empty()).await;
    assert!(log.iter().all(|line| line.starts_with("HTTP/1.1 ")), "{log:?}");
}

#[tokio::test]
async fn what_a_limit_holds_back_is_not_in_the_way_of_others() {
    let (large, other) = (noise(256 * MIB, 1), noise(SIZE, 2));
    let nginx = Nginx::with(&[("a.bin", &large), ("b.bin", &other)]).await;
    let haul = Haul::bed().trusting(std::fs::read(nginx.authority()).unwrap()).start().await;
    // With a second host, those of the first share one connection.
    let elsewhere = FileServer::of(noise(SIZE, 3)).hold_after(MIB).start().await;
    haul.downloading(haul.add(elsewhere.url_of("c.bin")).await).await;
    let limited = haul.add(nginx.http2("a.bin")).await;
    haul.downloading(limited).await;
    haul.engine().set_limit(limited, Some(64 * KIB)).await.unwrap();
    let over_shared = |line: &String| line.starts_with("HTTP/2.0 206 ") && line.ends_with("/a.bin");
    nginx.until(|log| log.iter().any(over_shared)).await;
    let row = haul.details(limited).await.row;
    assert!(matches!(row.status, Status::Running { .. }) && row.received < 256 * MIB, "{row:#?}");
    haul.completed(haul.add(nginx.http2("b.bin")).await).await;
    assert_holds(&haul.file("b.bin"), &other);
    haul.engine().set_limit(limited, None).await.unwrap();
    haul.completed(limited).await;
    assert_holds(&haul.file("a.bin"), &large);
}

#[tokio::test]
async fn a_server_that_gives_no_connection_of_its_own_is_asked_over_the_one_there_is() {
    let bytes = noise(SIZE, 1);
    let nginx = Nginx::with(&[("a.bin", &bytes), ("b.bin", &bytes)]).await;
    let haul = Haul::bed().trusting(std::fs::read(nginx.authority()).unwrap()).start().await;
    let refused = || nginx.log().iter().filter(|line| line.starts_with("HTTP/1.1 505 ")).count();
    for (name, most_refused) in [("a.bin", 4), ("b.bin", 0)] {
        let before = refused();
        let id = haul.add(nginx.only_http2(name)).await;
        haul.until(id, |row| row.connections >= 4).await;
        haul.completed(id).await;
        assert_holds(&haul.file(name), &bytes);
        assert!(refused() - before <= most_refused, "{:#?}", nginx.log());
    }
    assert!(refused() > 0, "{:#?}", nginx.log());
    assert!(!nginx.log().iter().any(|line| line.starts_with("HTTP/1.1 206 ")), "{:#?}", nginx.log());
}

#[tokio::test]
async fn the_program_trusts_the_certificate_that_it_is_told_and_no_other() {
    let bytes = noise(3 * MIB, 1);
    let nginx = Nginx::with(&[("a.bin", &bytes)]).await;
    let haul = HaulProcess::new();
    for url in [nginx.tls("a.bin"), nginx.http2("a.bin")] {
        haul.get(&[&url]).await.expect(33);
    }
    assert!(haul.names().is_empty(), "{:?}", haul.names());
    let authority = nginx.authority();
    haul.get(&["--cacert", authority.to_str().unwrap(), &nginx.http2("a.bin")]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn the_program_trusts_the_authority_that_its_environment_names() {
    let bytes = noise(3 * MIB, 1);
    let nginx = Nginx::with(&[("a.bin", &bytes)]).await;
    let haul = HaulProcess::new();
    haul.get(&[&nginx.tls("a.bin")]).await.expect(33);
    assert!(nginx.log().is_empty(), "asked all the same: {:?}", nginx.log());
    let authority = nginx.authority();
    let environment = [("SSL_CERT_FILE", authority.to_str().unwrap())];
    haul.start_with(&[&nginx.tls("a.bin")], &environment).ended().await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn the_program_shows_its_certificate_to_a_server_that_asks_for_one() {
    let bytes = noise(3 * MIB, 1);
    let nginx = Nginx::with(&[("a.bin", &bytes)]).await;
    let haul = HaulProcess::new();
    let (authority, person) = (nginx.authority(), nginx.membership());
    let (trusted, url) = (["--cacert", authority.to_str().unwrap()], nginx.members_only("a.bin"));
    haul.get(&[&trusted[..], &[&url]].concat()).await.expect(22);
    assert!(haul.names().is_empty(), "{:?}", haul.names());
    haul.get(&[&trusted[..], &["--cert", person.to_str().unwrap(), &url]].concat()).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);

    let (cert, key) = (person.with_extension("crt"), person.with_extension("key"));
    let apart = ["--cert", cert.to_str().unwrap(), "--key", key.to_str().unwrap(), "-o", "b.bin", &url];
    haul.get(&[&trusted[..], &apart[..]].concat()).await.expect(0);
    assert_holds(&haul.file("b.bin"), &bytes);
    haul.get(&[&trusted[..], &["--cert", cert.to_str().unwrap(), &url]].concat()).await.expect(28);
}

#[tokio::test]
async fn python_without_ranges_gives_the_file() {
    let bytes = noise(3 * MIB, 1);
    let python =
        PythonServer::with(&[("a.bin", &bytes), ("empty.bin", b""), ("page.html", b"<p>hello")]).await;
    let haul = Haul::start().await;
    let id = haul.add(python.url("a.bin")).await;
    let row = haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_eq!(row.resumable, Some(false));
    for (name, content) in [("empty.bin", &b""[..]), ("page.html", b"<p>hello")] {
        let id = haul.add(python.url(name)).await;
        haul.completed(id).await;
        assert_holds(&haul.file(name), content);
    }
    let id = haul.add(python.url("missing.bin")).await;
    assert_eq!(haul.failed(id).await, Failure::NotFound { status: 404 });
}

#[tokio::test]
async fn a_killed_program_is_called_again_on_nginx() {
    let bytes = noise(SIZE, 1);
    let nginx = Nginx::with(&[("a.bin", &bytes)]).await;
    let haul = HaulProcess::new();
    let url = nginx.slow("a.bin");
    let mut run = haul.start(&["--json", "-x", "4", &url]);
    run.until_stdout(|said| {
        let done = said
            .lines()
            .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok()?["done"].as_u64());
        done.max().is_some_and(|done| done >= SIZE / 2)
    })
    .await;
    run.kill().await;
    haul.get(&["-x", "8", &url]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_killed_program_is_called_again_on_python() {
    let bytes = noise(SIZE, 1);
    let python = PythonServer::with(&[("a.bin", &bytes)]).await;
    let haul = HaulProcess::new();
    let url = python.url("a.bin");
    let mut run = haul.start(&["--json", "--limit-rate", "4M", &url]);
    run.until_stdout(|said| said.contains("downloading")).await;
    run.kill().await;
    // Nothing of it can be continued: Python has no ranges.
    haul.get(&[&url]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_eq!(haul.names(), ["a.bin"]);
}

#[tokio::test]
async fn many_small_files_come_from_nginx() {
    let contents: Vec<(String, Vec<u8>)> = (0..40).map(|n| (format!("{n}.bin"), noise(n * KIB, n))).collect();
    let files: Vec<(&str, &[u8])> =
        contents.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    let nginx = Nginx::with(&files).await;
    let haul = Haul::start().await;
    let new = contents.iter().map(|(name, _)| haul_core::NewDownload::of(nginx.plain(name))).collect();
    haul.engine().add(new).await.unwrap();
    let page = haul.view(haul_core::ViewQuery { limit: 100, ..Default::default() }).await;
    for row in page.rows {
        let row = haul.completed(row.id).await;
        assert!(matches!(row.status, Status::Completed { .. }));
    }
    for (name, content) in &contents {
        assert_holds(&haul.file(name), content);
    }
}
