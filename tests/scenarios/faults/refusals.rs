//! Answers that hold no file: which are final, and which are tried again when.

use haul_core::{Activity, Failure, Status};
use haul_tests::{FileServer, Haul, KIB, MIB, assert_holds, noise};
use std::time::Duration;

use super::{arrives, failure};

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
async fn what_is_refused_while_others_are_at_work_is_asked_for_once_more_alone() {
    let bytes = noise(8 * MIB, 1);
    // The first answer is over when the last of them is refused.
    let server = FileServer::of(bytes.clone()).after(1).first_after(7).status(403).start().await;
    let haul = Haul::start().await;
    let id = haul.add_with(server.url(), |new| new.options.connections = Some(8)).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_refusal_after_bytes_that_came_is_tried_once_more_and_no_oftener() {
    let bytes = noise(4 * MIB, 1);
    let cut = || FileServer::of(bytes.clone()).first(1).cut_after(MIB);
    for status in [403, 404] {
        arrives(cut().after(1).first_after(1).status(status), &bytes).await;
        let (_, server) = failure(cut().after(1).status(status)).await;
        assert!(server.requests().len() <= 4, "{:?}", server.requests());
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
    let Status::Running { activity: Activity::Retrying { failure, attempt, of, .. } } = row.status else {
        unreachable!()
    };
    assert_eq!((failure, attempt, of), (Failure::Busy { status: 429, retry_after_secs: Some(2) }, 2, 10));
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
