//! Bad input and broken servers: a clear error or the whole file, nothing wrong under the final name, nothing lost.

use haul_core::{Activity, AnswerFault, DownloadRow, Failure, Status};
use haul_tests::{FileServer, Haul, KIB, MIB, RunningServer, assert_holds, free_port, noise};
use std::time::Duration;

/// How a download from `script` fails, for somebody with little patience; nothing lies under the final name then.
async fn failure(script: FileServer) -> (Failure, RunningServer) {
    let server = script.start().await;
    let haul = Haul::impatient().await;
    let id = haul.add(server.url()).await;
    let failure = haul.failed(id).await;
    assert!(!haul.file("a.bin").exists(), "{:?}", haul.names());
    (failure, server)
}

/// Downloads from `script` and stops the test if the file is not exactly `bytes`.
async fn arrives(script: FileServer, bytes: &[u8]) -> (DownloadRow, RunningServer) {
    let server = script.start().await;
    let haul = Haul::bed().settings(|settings| settings.stall_timeout_secs = 2).start().await;
    let id = haul.add(server.url()).await;
    let row = haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), bytes);
    assert_eq!(haul.names(), ["a.bin"]);
    (row, server)
}

// Addresses.

#[tokio::test]
async fn what_is_no_address_is_not_added() {
    let haul = Haul::start().await;
    for text in ["", "   ", "not a url", "http://", "http://[::1", "//a"] {
        assert!(matches!(haul.rejection(text).await, Failure::InvalidUrl { .. }), "{text:?}");
    }
}

#[tokio::test]
async fn an_unknown_scheme_is_named() {
    let haul = Haul::start().await;
    let failure = haul.rejection("gopher://example.org/a").await;
    assert_eq!(failure, Failure::UnsupportedScheme { scheme: "gopher".into() });
    for url in ["file:///etc/passwd", "javascript:alert(1)", "data:,x"] {
        assert!(matches!(haul.rejection(url).await, Failure::UnsupportedScheme { .. }), "{url}");
    }
}

#[tokio::test]
async fn a_bad_address_does_not_keep_good_ones_from_being_added() {
    let server = FileServer::of(noise(KIB, 1)).start().await;
    let haul = Haul::start().await;
    let new = ["", &server.url(), "gopher://a"].map(haul_core::NewDownload::of);
    let additions = haul.engine().add(new.to_vec()).await.unwrap();
    let haul_core::Addition::Added { id } = additions[1] else { panic!("{additions:?}") };
    haul.completed(id).await;
    assert_eq!(haul.view(haul_core::ViewQuery { limit: 10, ..Default::default() }).await.total, 1);
}

// Refusals.

#[tokio::test]
async fn a_404_fails_at_once() {
    let (failure, server) = failure(FileServer::of(noise(KIB, 1)).status(404)).await;
    assert_eq!(failure, Failure::NotFound { status: 404 });
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_403_fails_at_once() {
    let (failure, server) = failure(FileServer::of(noise(KIB, 1)).status(403)).await;
    assert_eq!(failure, Failure::Forbidden { status: 403 });
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_401_asks_for_a_log_in() {
    let (failure, server) = failure(FileServer::of(noise(KIB, 1)).status(401)).await;
    assert_eq!(failure, Failure::LoginNeeded { host: "127.0.0.1".into(), status: 401 });
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn answers_without_a_file_are_refusals() {
    for status in [204, 300, 304, 400, 418, 501, 999] {
        let (failure, _) = failure(FileServer::of(noise(KIB, 1)).status(status)).await;
        assert_eq!(failure, Failure::Refused { status }, "{status}");
    }
}

#[tokio::test]
async fn a_429_is_tried_again_when_the_server_said() {
    let bytes = noise(KIB, 1);
    let script = FileServer::of(bytes.clone()).first(1).status(429).header("Retry-After", "2").start();
    let server = script.await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    let row = haul
        .until(id, |row| matches!(row.status, Status::Running { activity: Activity::Retrying { .. } }))
        .await;
    let Status::Running { activity: Activity::Retrying { failure, attempt, .. } } = row.status else {
        unreachable!()
    };
    assert_eq!((failure, attempt), (Failure::Busy { status: 429, retry_after_secs: Some(2) }, 2));
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    let requests = server.requests();
    let waited = requests[1].at - requests[0].at;
    assert!(waited >= Duration::from_secs(2) && waited < Duration::from_secs(10), "{waited:?}");
}

#[tokio::test]
async fn an_absurd_retry_after_does_not_overflow() {
    let script = FileServer::of(noise(KIB, 1)).status(429).header("Retry-After", "99999999999999999999999");
    let server = script.start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| matches!(row.status, Status::Running { activity: Activity::Retrying { .. } })).await;
    haul.pause(id).await;
}

#[tokio::test]
async fn a_person_may_try_again_before_the_wait_is_over() {
    let bytes = noise(KIB, 1);
    let server =
        FileServer::of(bytes.clone()).first(1).status(503).header("Retry-After", "3000").start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| matches!(row.status, Status::Running { activity: Activity::Retrying { .. } })).await;
    haul.retry(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_500_is_tried_again() {
    let bytes = noise(3 * MIB, 1);
    arrives(FileServer::of(bytes.clone()).first(1).status(500), &bytes).await;
}

#[tokio::test]
async fn a_500_that_stays_fails_after_the_tries_that_were_set() {
    let (failure, server) = failure(FileServer::of(noise(KIB, 1)).status(500)).await;
    assert_eq!(failure, Failure::ServerError { status: 500 });
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_server_that_takes_few_connections_gives_the_file_over_few() {
    let bytes = noise(6 * MIB, 1);
    arrives(FileServer::of(bytes.clone()).pace(2 * MIB).busy_beyond(2), &bytes).await;
    arrives(FileServer::of(bytes.clone()).pace(2 * MIB).reset_beyond(1), &bytes).await;
}

// No connection.

#[tokio::test]
async fn a_host_that_does_not_exist_is_named() {
    let haul = Haul::impatient().await;
    let id = haul.add("http://haul-test.invalid/a.bin").await;
    assert_eq!(haul.failed(id).await, Failure::HostNotFound { host: "haul-test.invalid".into() });
}

#[tokio::test]
async fn a_refused_connection_is_tried_again_and_then_fails() {
    let haul = Haul::impatient().await;
    let id = haul.add(format!("http://127.0.0.1:{}/a.bin", free_port())).await;
    assert_eq!(haul.failed(id).await, Failure::Unreachable { host: "127.0.0.1".into() });
}

#[tokio::test]
async fn without_a_network_it_waits_and_uses_up_no_try() {
    let haul = Haul::impatient().await;
    haul.online(false);
    let id = haul.add("http://haul-test.invalid/a.bin").await;
    haul.until(id, |row| row.status == Status::Running { activity: Activity::WaitingForNetwork }).await;
    haul.online(true);
    assert!(matches!(haul.failed(id).await, Failure::HostNotFound { .. }));
}

#[tokio::test]
async fn without_a_network_this_machine_is_still_reached() {
    let bytes = noise(KIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    haul.online(false);
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

// Connections that break.

#[tokio::test]
async fn a_connection_cut_at_any_byte_costs_a_try_and_nothing_else() {
    let size = 100 * KIB;
    let bytes = noise(size, 1);
    let haul = Haul::bed().settings(|settings| settings.downloads_at_once = 32).start().await;
    let mut downloads = Vec::new();
    for cut in [0, 1, 4095, 4096, 65_535, 65_536, size / 2, size - 1] {
        for (kind, script) in [
            ("cut", FileServer::of(bytes.clone()).first(1).cut_after(cut)),
            ("reset", FileServer::of(bytes.clone()).first(1).reset_after(cut)),
            ("cut-without-ranges", FileServer::of(bytes.clone()).no_ranges().first(1).cut_after(cut)),
        ] {
            let name = format!("{kind}-{cut}.bin");
            let server = script.named(&name).start().await;
            downloads.push((haul.add(server.url()).await, name, server));
        }
    }
    for (id, name, _server) in &downloads {
        haul.completed(*id).await;
        assert_holds(&haul.file(name), &bytes);
    }
    assert_eq!(haul.names().len(), downloads.len(), "{:?}", haul.names());
}

#[tokio::test]
async fn a_connection_cut_in_the_head_costs_a_try() {
    let bytes = noise(KIB, 1);
    for garbage in ["", "HTTP/1.1 206", "HTTP/1.1 200 OK\r\nContent-Length: 1"] {
        arrives(FileServer::of(bytes.clone()).first(1).garbage(garbage), &bytes).await;
    }
}

#[tokio::test]
async fn a_server_that_cuts_every_answer_still_gives_the_file() {
    let bytes = noise(4 * MIB, 1);
    arrives(FileServer::of(bytes.clone()).cut_after(300 * KIB), &bytes).await;
}

#[tokio::test]
async fn a_server_that_never_gives_a_byte_fails_in_the_end() {
    let (failure, _) = failure(FileServer::of(noise(KIB, 1)).cut_after(0)).await;
    let lost = matches!(
        failure,
        Failure::ConnectionLost { .. } | Failure::BadAnswer { fault: AnswerFault::TooShort }
    );
    assert!(lost, "{failure:?}");
}

#[tokio::test]
async fn silence_in_the_body_is_noticed() {
    let bytes = noise(3 * MIB, 1);
    arrives(FileServer::of(bytes.clone()).first(1).silent_after(100 * KIB), &bytes).await;
}

#[tokio::test]
async fn silence_in_the_head_is_noticed() {
    let (failure, server) = failure(FileServer::of(noise(KIB, 1)).silent_in_head()).await;
    assert_eq!(failure, Failure::TimedOut { host: "127.0.0.1".into() });
    assert_eq!(server.requests().len(), 2);
}

// Lengths.

#[tokio::test]
async fn fewer_bytes_than_promised_are_never_a_file() {
    let bytes = noise(100 * KIB, 1);
    let (failure, _) = failure(FileServer::of(bytes.clone()).no_ranges().length_over(10)).await;
    let short = matches!(
        failure,
        Failure::ConnectionLost { .. } | Failure::BadAnswer { fault: AnswerFault::TooShort }
    );
    assert!(short, "{failure:?}");
    arrives(FileServer::of(bytes.clone()).first(1).no_ranges().length_over(10), &bytes).await;
}

#[tokio::test]
async fn bytes_beyond_the_promised_length_are_no_part_of_the_file() {
    let bytes = noise(100 * KIB, 1);
    // HTTP says that the message ends where its length says. RFC 9112 §6.3.
    arrives(FileServer::of(bytes.clone()).no_ranges().length_under(10), &bytes[..bytes.len() - 10]).await;
}

#[tokio::test]
async fn a_length_that_contradicts_the_range_is_a_bad_answer() {
    let (failure, _) = failure(FileServer::of(noise(100 * KIB, 1)).length_under(10)).await;
    assert!(matches!(failure, Failure::BadAnswer { .. }), "{failure:?}");
}

#[tokio::test]
async fn a_length_that_is_no_number_is_a_bad_answer() {
    for length in ["12abc", "-1", "99999999999999999999999", "5\r\nContent-Length: 6"] {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\nhello");
        let (failure, _) = failure(FileServer::of(vec![]).garbage(head)).await;
        assert!(matches!(failure, Failure::BadAnswer { .. }), "{length}: {failure:?}");
    }
}

#[tokio::test]
async fn a_missing_length_is_no_obstacle() {
    let bytes = noise(3 * MIB, 1);
    arrives(FileServer::of(bytes.clone()).no_length(), &bytes).await;
    let (row, _) = arrives(FileServer::of(bytes.clone()).no_ranges().no_length(), &bytes).await;
    assert_eq!(row.size, Some(3 * MIB), "known in the end");
    arrives(FileServer::of(bytes.clone()).no_ranges().chunked(), &bytes).await;
    arrives(FileServer::of(bytes.clone()).chunked(), &bytes).await;
}

#[tokio::test]
async fn chunks_without_an_end_are_never_a_file() {
    let bytes = noise(100 * KIB, 1);
    let (failure, _) = failure(FileServer::of(bytes.clone()).no_ranges().chunked_without_end()).await;
    let short = matches!(
        failure,
        Failure::ConnectionLost { .. } | Failure::BadAnswer { fault: AnswerFault::TooShort }
    );
    assert!(short, "{failure:?}");
    arrives(FileServer::of(bytes.clone()).no_ranges().first(1).chunked_without_end(), &bytes).await;
}

#[tokio::test]
async fn a_reset_instead_of_an_end_is_never_a_file() {
    let bytes = noise(100 * KIB, 1);
    let script = FileServer::of(bytes.clone()).no_ranges().no_length().reset_after(50 * KIB);
    let (failure, _) = failure(script).await;
    assert!(matches!(failure, Failure::ConnectionLost { .. }), "{failure:?}");
}

// Ranges.

#[tokio::test]
async fn a_server_that_ignores_ranges_gives_the_file_over_one_connection() {
    let bytes = noise(3 * MIB, 1);
    let (row, server) = arrives(FileServer::of(bytes.clone()).no_ranges(), &bytes).await;
    assert_eq!(row.resumable, Some(false));
    assert_eq!((server.records().most_active, server.sent()), (1, 3 * MIB));
}

#[tokio::test]
async fn a_server_that_ignores_ranges_now_and_then_never_makes_a_mess() {
    let bytes = noise(6 * MIB, 1);
    arrives(FileServer::of(bytes.clone()).pace(4 * MIB).after(1).no_ranges(), &bytes).await;
}

#[tokio::test]
async fn a_server_that_refuses_every_range_is_asked_without() {
    let bytes = noise(MIB, 1);
    arrives(FileServer::of(bytes.clone()).ranges_refused(), &bytes).await;
}

#[tokio::test]
async fn another_range_than_was_asked_for_is_never_written() {
    let bytes = noise(3 * MIB, 1);
    arrives(FileServer::of(bytes.clone()).ranges_shifted(1000), &bytes).await;
    arrives(FileServer::of(bytes.clone()).pace(2 * MIB).after(1).ranges_shifted(1000), &bytes).await;
}

#[tokio::test]
async fn a_part_that_does_not_say_which_is_never_written() {
    let bytes = noise(3 * MIB, 1);
    arrives(FileServer::of(bytes.clone()).ranges_unnamed(), &bytes).await;
    arrives(FileServer::of(bytes.clone()).size_unsaid(), &bytes).await;
}

#[tokio::test]
async fn bytes_beyond_the_range_are_never_written() {
    let (failure, _) = failure(FileServer::of(noise(MIB, 1)).beyond_range(100)).await;
    assert!(matches!(failure, Failure::BadAnswer { .. }), "{failure:?}");
}

#[tokio::test]
async fn shorter_parts_than_were_asked_for_are_put_together() {
    let bytes = noise(MIB, 1);
    arrives(FileServer::of(bytes.clone()).ranges_at_most(100 * KIB), &bytes).await;
}

// Redirects and other answers.

#[tokio::test]
async fn a_redirect_loop_ends() {
    let (failure, server) = failure(FileServer::of(vec![]).redirect_to("/a.bin")).await;
    assert_eq!(failure, Failure::TooManyRedirects { limit: 20 });
    assert_eq!(server.requests().len(), 21);
}

#[tokio::test]
async fn a_redirect_to_nowhere_is_a_bad_answer() {
    let (failure, _) = failure(FileServer::of(vec![]).status(302)).await;
    assert_eq!(failure, Failure::BadAnswer { fault: AnswerFault::NoLocation });
}

#[tokio::test]
async fn a_redirect_leads_to_http_only() {
    for target in ["file:///etc/passwd", "gopher://example.org/a", "http://"] {
        let (failure, _) = failure(FileServer::of(vec![]).redirect_to(target)).await;
        assert_eq!(failure, Failure::BadRedirect { target: target.into() });
    }
}

#[tokio::test]
async fn a_web_page_instead_of_a_file_is_told_from_it() {
    let (failure, _) = failure(FileServer::of(vec![]).web_page()).await;
    assert_eq!(failure, Failure::WebPage);
}

#[tokio::test]
async fn a_web_page_that_was_asked_for_is_a_file() {
    let server = FileServer::of(vec![]).named("page.html").web_page().start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    assert_eq!(haul.names(), ["page.html"]);
}

#[tokio::test]
async fn compression_that_nobody_asked_for_is_refused() {
    let (failure, _) = failure(FileServer::of(noise(KIB, 1)).gzip()).await;
    assert_eq!(failure, Failure::BadAnswer { fault: AnswerFault::Encoded });
}

#[tokio::test]
async fn what_is_not_http_is_a_bad_answer() {
    let (failure, _) = failure(FileServer::of(vec![]).garbage("SSH-2.0-OpenSSH_9.2\r\n")).await;
    assert_eq!(failure, Failure::BadAnswer { fault: AnswerFault::Malformed });
}

// Settings.

#[tokio::test]
async fn settings_out_of_range_change_nothing_and_are_named() {
    let haul = Haul::start().await;
    let before = haul.engine().settings().borrow().clone();
    for (field, change) in [
        ("downloadsAtOnce", (|settings| settings.downloads_at_once = 0) as fn(&mut haul_core::Settings)),
        ("connectionsPerDownload", |settings| settings.connections_per_download = 65),
        ("limit", |settings| settings.limit = Some(1)),
        ("maxTries", |settings| settings.max_tries = u32::MAX),
        ("stallTimeoutSecs", |settings| settings.stall_timeout_secs = 0),
    ] {
        let mut settings = haul_core::Settings::clone(&before);
        change(&mut settings);
        let error = haul.engine().set_settings(settings).await.unwrap_err();
        assert!(error.to_string().contains(field), "{error}");
    }
    assert_eq!(*haul.engine().settings().borrow(), before);
}
