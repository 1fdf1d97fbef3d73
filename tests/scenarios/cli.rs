//! The command line: exit codes, output for people and for programs, several at once.

use haul_tests::{Ended, FileServer, HaulProcess, KIB, MIB, RunningServer, assert_holds, free_port, noise};
use std::time::{Duration, Instant};

/// Runs `haul get` with few tries and short time-outs.
async fn hurried(haul: &HaulProcess, arguments: &[&str]) -> Ended {
    haul.get(&[&["--max-tries", "2", "--timeout", "2"], arguments].concat()).await
}

/// The code with which a download from `script` ends, and nothing but perhaps a part file is left.
async fn code(script: FileServer) -> i32 {
    let server = script.start().await;
    let haul = HaulProcess::new();
    let ended = hurried(&haul, &[&server.url()]).await;
    assert!(!haul.file("a.bin").exists(), "{ended:?}");
    assert!(!ended.stderr.trim().is_empty(), "a failure is told in words: {ended:?}");
    assert!(!ended.stderr.contains("panicked"), "{}", ended.stderr);
    ended.code.unwrap_or_else(|| panic!("{ended:?}"))
}

async fn file_server() -> (RunningServer, Vec<u8>) {
    let bytes = noise(3 * MIB, 1);
    (FileServer::of(bytes.clone()).start().await, bytes)
}

#[tokio::test]
async fn a_file_is_fetched_into_the_folder_where_it_is_called() {
    let (server, bytes) = file_server().await;
    let haul = HaulProcess::new();
    let ended = haul.get(&[&server.url()]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_eq!(haul.names(), ["a.bin"]);
    let said = ended.stdout + &ended.stderr;
    assert!(said.contains("a.bin"), "{said}");
    assert!(!said.contains('\u{1b}'), "no terminal, no colours: {said:?}");
}

#[tokio::test]
async fn the_same_command_again_is_success_and_fetches_nothing() {
    let (server, bytes) = file_server().await;
    let haul = HaulProcess::new();
    haul.get(&[&server.url()]).await.expect(0);
    let sent = server.sent();
    haul.get(&[&server.url()]).await.expect(0);
    haul.get(&["-c", &server.url()]).await.expect(0);
    assert_eq!(haul.names(), ["a.bin"]);
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(server.sent() - sent <= MIB, "{} bytes were fetched again", server.sent() - sent);
}

#[tokio::test]
async fn the_same_command_again_fetches_what_changed() {
    let (server, _) = file_server().await;
    let haul = HaulProcess::new();
    haul.get(&[&server.url()]).await.expect(0);
    let second = noise(2 * MIB, 2);
    server.becomes(FileServer::of(second.clone()).etag("\"v2\""));
    haul.get(&[&server.url()]).await.expect(0);
    let whole = haul.names().iter().any(|name| std::fs::read(haul.file(name)).unwrap() == second);
    assert!(whole, "{:?}", haul.names());
}

#[tokio::test]
async fn name_and_folder_can_be_said() {
    let (server, bytes) = file_server().await;
    let haul = HaulProcess::new();
    let url = server.url();
    haul.get(&["-d", "new/folder", "-o", "one.bin", &url]).await.expect(0);
    assert_holds(&haul.file("new/folder/one.bin"), &bytes);
    haul.get(&["--dir", "other", "--out", "two.bin", &url]).await.expect(0);
    assert_holds(&haul.file("other/two.bin"), &bytes);
    haul.get(&["-o", "path/to/three.bin", &url]).await.expect(0);
    assert_holds(&haul.file("path/to/three.bin"), &bytes);
}

#[tokio::test]
async fn a_list_of_addresses_is_read_from_a_file() {
    let (server, bytes) = file_server().await;
    let haul = HaulProcess::new();
    let list = format!("# the files\n{}\n\n{}\n", server.url_of("one.bin"), server.url_of("two.bin"));
    std::fs::write(haul.file("list.txt"), list).unwrap();
    haul.get(&["-i", "list.txt", "-j", "1", &server.url_of("three.bin")]).await.expect(0);
    for name in ["one.bin", "two.bin", "three.bin"] {
        assert_holds(&haul.file(name), &bytes);
    }
}

#[tokio::test]
async fn headers_are_sent_and_connections_limited() {
    let server = FileServer::of(noise(6 * MIB, 1)).pace(4 * MIB).start().await;
    let haul = HaulProcess::new();
    haul.get(&["-x", "2", "-H", "X-Token: abc", "--header", "Referer: http://a/", &server.url()])
        .await
        .expect(0);
    // The server notices a little late that a connection is not needed any more.
    assert!(server.records().most_active <= 4, "{} connections at once", server.records().most_active);
    for request in server.requests() {
        assert_eq!((request.header("x-token"), request.header("referer")), (Some("abc"), Some("http://a/")));
    }
}

#[tokio::test]
async fn every_line_of_json_can_be_read() {
    let bytes = noise(3 * MIB, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB / 2).start().await;
    let haul = HaulProcess::new();
    let ended = haul.get(&["--json", &server.url()]).await.expect(0);
    let lines = ended.json();
    assert!(!lines.is_empty());
    for line in &lines {
        assert_eq!(line["schema"], 1, "{line}");
        assert!(line["event"].is_string(), "{line}");
    }
    let complete = lines.iter().find(|line| line["event"] == "complete").unwrap();
    assert_eq!((&complete["name"], &complete["state"]), (&"a.bin".into(), &"complete".into()));
    assert_eq!((&complete["total"], &complete["done"]), (&(3 * MIB).into(), &(3 * MIB).into()));
    assert_eq!(complete["error"], serde_json::Value::Null);
    assert!(lines.iter().any(|line| line["event"] == "progress" && line["bps"].is_u64()), "{lines:#?}");

    let server = FileServer::of(bytes).status(404).start().await;
    let ended = haul.get(&["--json", &server.url_of("b.bin")]).await.expect(3);
    let lines = ended.json();
    let error = lines.iter().find(|line| line["event"] == "error").unwrap();
    assert_eq!(error["error"]["code"], 3, "{error}");
    assert_eq!(error["error"]["retryable"], false, "{error}");
    assert!(error["error"]["message"].is_string(), "{error}");
}

#[tokio::test]
async fn quiet_says_nothing_and_the_code_tells() {
    let (server, _) = file_server().await;
    let haul = HaulProcess::new();
    let ended = haul.get(&["-q", &server.url()]).await.expect(0);
    assert_eq!((ended.stdout.as_str(), ended.stderr.as_str()), ("", ""));
    let ended = hurried(&haul, &["-q", &format!("http://127.0.0.1:{}/a", free_port())]).await;
    assert_eq!((ended.code, ended.stdout.as_str()), (Some(6), ""));
}

#[tokio::test]
async fn refusals_have_their_exit_codes() {
    for (status, expected) in
        [(404, 3), (410, 3), (401, 24), (403, 22), (400, 22), (500, 22), (503, 29), (429, 29)]
    {
        assert_eq!(code(FileServer::of(vec![1]).status(status)).await, expected, "{status}");
    }
}

#[tokio::test]
async fn broken_answers_have_their_exit_codes() {
    let bytes = noise(100 * KIB, 1);
    assert_eq!(code(FileServer::of(vec![]).redirect_to("/a.bin")).await, 23, "redirect loop");
    assert_eq!(code(FileServer::of(vec![]).web_page()).await, 35, "web page");
    assert_eq!(code(FileServer::of(bytes.clone()).gzip()).await, 22, "compressed");
    assert_eq!(code(FileServer::of(vec![]).garbage("not http\r\n\r\n")).await, 22, "no HTTP");
    assert_eq!(code(FileServer::of(bytes.clone()).silent_in_head()).await, 2, "silence");
    let lost = code(FileServer::of(bytes).no_ranges().reset_after(KIB)).await;
    assert_eq!(lost, 6, "reset");
}

#[tokio::test]
async fn each_failure_to_connect_has_its_exit_code() {
    let haul = HaulProcess::new();
    hurried(&haul, &[&format!("http://127.0.0.1:{}/a.bin", free_port())]).await.expect(6);
    hurried(&haul, &["http://haul-test.invalid/a.bin"]).await.expect(19);
}

#[tokio::test]
async fn bad_options_have_their_exit_code() {
    let haul = HaulProcess::new();
    for arguments in [
        &[][..],
        &["--no-such-option", "http://a/b"],
        &["-j", "0", "http://a/b"],
        &["-x", "65", "http://a/b"],
        &["-x", "many", "http://a/b"],
        &["--limit-rate", "fast", "http://a/b"],
        &["--checksum", "crc32=00", "http://a/b"],
        &["-H", "no colon", "http://a/b"],
        &["-i", "no-such-file.txt"],
        &["--cacert", "no-such-file.pem", "https://a/b"],
        &["gopher://a/b"],
        &["not an address"],
        &[""],
    ] {
        let ended = haul.get(arguments).await;
        assert_eq!(ended.code, Some(28), "{arguments:?}: {ended:?}");
        assert!(!ended.stderr.is_empty(), "{arguments:?}");
    }
    assert!(haul.names().is_empty(), "{:?}", haul.names());
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_has_its_exit_code() {
    let (server, _) = file_server().await;
    let haul = HaulProcess::new();
    haul.get(&["-d", "/proc/no/such/folder", &server.url()]).await.expect(18);
}

#[tokio::test]
async fn with_several_downloads_the_good_ones_are_kept_and_the_code_tells_of_the_bad_one() {
    let (server, bytes) = file_server().await;
    let missing = FileServer::of(vec![1]).named("missing.bin").status(404).start().await;
    let haul = HaulProcess::new();
    let ended = haul.get(&[&server.url(), &missing.url(), &server.url_of("b.bin")]).await.expect(3);
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_holds(&haul.file("b.bin"), &bytes);
    assert_eq!(haul.names(), ["a.bin", "b.bin"]);
    assert!(ended.stderr.contains("missing.bin"), "{}", ended.stderr);
}

#[tokio::test]
async fn the_first_ctrl_c_stops_cleanly_and_says_how_to_go_on() {
    let bytes = noise(8 * MIB, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB / 2).hold_after(7 * MIB).start().await;
    let haul = HaulProcess::new();
    let run = haul.start(&[&server.url()]);
    server.until(|records| records.sent() >= 4 * MIB).await;
    run.interrupt();
    let ended = run.ended_within(Duration::from_secs(15)).await.expect(7);
    assert!(ended.stderr.contains("same command again"), "it says how to resume: {}", ended.stderr);
    assert!(!haul.file("a.bin").exists());
    server.until(|records| records.active == 0).await;
    server.becomes(FileServer::of(bytes.clone()));
    server.release();
    haul.get(&[&server.url()]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(server.sent() <= 10 * MIB, "{} bytes were sent", server.sent());
}

#[tokio::test]
async fn a_terminated_program_stops_as_cleanly() {
    let bytes = noise(8 * MIB, 1);
    let server = FileServer::of(bytes.clone()).hold_after(4 * MIB).start().await;
    let haul = HaulProcess::new();
    let run = haul.start(&[&server.url()]);
    server.until(|records| records.sent() >= 4 * MIB).await;
    run.terminate();
    let begun = Instant::now();
    run.ended_within(Duration::from_secs(5)).await.expect(7);
    println!("it had ended {:?} after it was told to", begun.elapsed());
    assert!(!haul.file("a.bin").exists());
}

#[tokio::test]
async fn several_programs_on_one_address_never_harm_each_other() {
    let bytes = noise(4 * MIB, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB).start().await;
    let haul = HaulProcess::new();
    let url = server.url();
    let runs: Vec<_> = (0..4).map(|_| haul.start(&[&url])).collect();
    let mut codes = Vec::new();
    for run in runs {
        let ended = run.ended().await;
        // 11: the same file is already being downloaded.
        assert!(matches!(ended.code, Some(0 | 11)), "{ended:?}");
        codes.push(ended.code);
    }
    assert!(codes.contains(&Some(0)), "{codes:?}");
    assert!(haul.names().contains(&"a.bin".to_owned()));
    for name in haul.names() {
        assert_holds(&haul.file(&name), &bytes);
    }
}

#[tokio::test]
async fn the_program_and_the_app_on_one_address_never_harm_each_other() {
    let bytes = noise(4 * MIB, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB).start().await;
    let app = haul_tests::Haul::start().await;
    let haul = HaulProcess::new();
    let id = app.add(server.url()).await;
    app.downloading(id).await;
    let ended = haul.get(&["-d", app.folder().to_str().unwrap(), &server.url()]).await;
    assert!(matches!(ended.code, Some(0 | 11)), "{ended:?}");
    app.completed(id).await;
    for name in app.names() {
        assert_holds(&app.file(&name), &bytes);
    }
}

#[tokio::test]
async fn help_and_version_are_no_errors() {
    let haul = HaulProcess::new();
    let help = haul.get(&["--help"]).await.expect(0);
    for option in [
        "--dir",
        "--out",
        "--input-file",
        "--connections",
        "--limit-rate",
        "--checksum",
        "--header",
        "--cacert",
    ] {
        assert!(help.stdout.contains(option), "{option} is not in {}", help.stdout);
    }
}
