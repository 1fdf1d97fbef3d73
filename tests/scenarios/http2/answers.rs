//! Bodies and heads that lie.

use haul_core::{AnswerFault, Failure};
use haul_tests::{Http2Server, KIB, MIB, assert_holds, noise};

use super::{arrives, assert_no_trouble, bed, failure, many_arrive};

#[tokio::test]
async fn a_body_shorter_than_promised_is_never_a_file() {
    let bytes = noise(100 * KIB, 1);
    let (failure, _) = failure(Http2Server::of(bytes.clone()).no_ranges().length_over(10)).await;
    let short = matches!(
        failure,
        Failure::ConnectionLost { .. } | Failure::BadAnswer { fault: AnswerFault::TooShort }
    );
    assert!(short, "{failure:?}");
    arrives(Http2Server::of(bytes.clone()).first(1).no_ranges().length_over(10), &bytes).await;
}

#[tokio::test]
async fn what_is_beyond_the_promised_length_is_no_part_of_the_file() {
    // A frame of its own.
    let bytes = noise(96 * KIB + 10, 1);
    arrives(Http2Server::of(bytes.clone()).no_ranges().length_under(10), &bytes[..96 << 10]).await;
    // In one frame with what was promised: nothing of that comes through.
    let (failure, _) = failure(Http2Server::of(noise(100 * KIB, 1)).no_ranges().length_under(10)).await;
    assert!(matches!(failure, Failure::ConnectionLost { .. }), "{failure:?}");
}

#[tokio::test]
async fn a_body_that_is_whole_and_never_ends_is_a_file() {
    for size in [100 * KIB, 3 * MIB] {
        let bytes = noise(size, 1);
        let server = Http2Server::of(bytes.clone()).window_stalled_after(size).start().await;
        // By time-out alone this would take ten minutes.
        let haul = bed(&server, |settings| settings.stall_timeout_secs = 600).await;
        let id = haul.add(server.url()).await;
        haul.completed(id).await;
        assert_holds(&haul.file("a.bin"), &bytes);
        assert_no_trouble(&haul, id).await;
    }
}

#[tokio::test]
async fn a_missing_length_is_no_obstacle() {
    let bytes = noise(3 * MIB, 1);
    let (row, _) = arrives(Http2Server::of(bytes.clone()).no_ranges().no_length(), &bytes).await;
    assert_eq!(row.size, Some(3 * MIB), "known in the end");
    arrives(Http2Server::of(bytes.clone()).no_length(), &bytes).await;
    arrives(Http2Server::of(Vec::new()), &[]).await;
}

#[tokio::test]
async fn a_long_head_holds_nothing_up() {
    let bytes = noise(3 * MIB, 1);
    arrives(Http2Server::of(bytes.clone()).header("x-long", "x".repeat(200_000)), &bytes).await;
    let many = (0..2000).fold(Http2Server::of(bytes.clone()), |script, number| {
        script.header(&format!("x-{number}"), "one of many")
    });
    arrives(many, &bytes).await;
}

#[tokio::test]
async fn a_head_of_absurd_size_is_a_bad_answer() {
    let script = Http2Server::of(noise(KIB, 1)).header("x-long", "x".repeat(300_000));
    let (failure, server) = failure(script).await;
    assert_eq!(failure, Failure::BadAnswer { fault: AnswerFault::Malformed });
    assert_eq!(server.requests().len(), 1, "asking again brings the same");
}

#[tokio::test]
async fn a_head_that_ends_the_connection_costs_those_who_share_it_a_try_and_nothing_else() {
    let endless = "x".repeat(2_000_000);
    let (failure, _) = failure(Http2Server::of(noise(KIB, 1)).header("x-long", &endless)).await;
    assert!(matches!(failure, Failure::ConnectionLost { .. }), "{failure:?}");
    let bytes = noise(20 * KIB, 1);
    let script = Http2Server::of(bytes.clone()).after(10).first_after(1).header("x-long", &endless);
    let server = script.start().await;
    let haul = bed(&server, |_| {}).await;
    many_arrive(&haul, &server, &bytes).await;
    assert!(server.requests().len() > 60);
}
