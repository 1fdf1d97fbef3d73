//! Connections that do not come about, break or fall silent.

use haul_core::{Activity, AnswerFault, Failure, Status};
use haul_tests::{FileServer, Haul, KIB, MIB, assert_holds, free_port, noise};

use super::{arrives, failure};

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
async fn connections_cut_anywhere_in_a_file_of_many_segments_cost_nothing_but_tries() {
    let bytes = noise(12 * MIB, 1);
    let haul = Haul::start().await;
    for seed in 0..6 {
        let name = format!("{seed}.bin");
        let mut script = FileServer::of(bytes.clone()).named(&name).pace(4 * MIB);
        // Cuts at different places of the first answers, by number of the request.
        for request in 0..10usize {
            let cut = 17 + (request as u64 * 7919 + seed * 104_729) % MIB;
            script = script.after(request).first_after(1).cut_after(cut);
        }
        let server = script.start().await;
        let id = haul.add_with(server.url(), |new| new.options.connections = Some(8)).await;
        haul.completed(id).await;
        assert_holds(&haul.file(&name), &bytes);
    }
}

#[tokio::test]
async fn a_silent_connection_loses_its_rest_and_does_not_hold_up_the_file() {
    let bytes = noise(12 * MIB, 1);
    let server = FileServer::of(bytes.clone()).pace(2 * MIB).after(1).first_after(1).silent_after(100 * KIB);
    let server = server.start().await;
    // Patient: by time-out alone this would take ten minutes.
    let haul = Haul::bed().settings(|settings| settings.stall_timeout_secs = 600).start().await;
    let id = haul.add_with(server.url(), |new| new.options.connections = Some(4)).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
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

// Connections that drip.

#[tokio::test]
async fn a_connection_that_drips_for_ever_is_left_and_another_brings_the_rest() {
    let bytes = noise(4 * MIB, 1);
    for connections in [1, 4] {
        let server = FileServer::of(bytes.clone()).first(1).pace(2).start().await;
        let haul = Haul::impatient().await;
        let id = haul.add_with(server.url(), |new| new.options.connections = Some(connections)).await;
        haul.completed(id).await;
        assert_holds(&haul.file("a.bin"), &bytes);
    }
}

#[tokio::test]
async fn a_server_that_only_drips_is_given_up_and_goes_on_once_it_is_well() {
    let bytes = noise(MIB, 1);
    let server = FileServer::of(bytes.clone()).pace(2).start().await;
    let haul = Haul::impatient().await;
    let id = haul.add_with(server.url(), |new| new.options.connections = Some(1)).await;
    let failure = haul.failed(id).await;
    assert!(matches!(failure, Failure::TimedOut { .. }), "{failure:?}");
    assert!(!haul.file("a.bin").exists());
    server.becomes(FileServer::of(bytes.clone()));
    haul.retry(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_slow_line_is_no_drip() {
    let bytes = noise(KIB, 1);
    let server = FileServer::of(bytes.clone()).pace(100).start().await;
    let haul = Haul::impatient().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_eq!(server.requests().len(), 1, "{:?}", server.requests());
}
