//! Streams that are refused, reset, or stall.

use futures::future::join_all;
use haul_core::Failure;
use haul_tests::{Http2Server, KIB, MIB, Reason, assert_holds, noise};

use super::{add_over, arrives, assert_no_trouble, bed, failure, impatient, many_arrive, with_one_try};

#[tokio::test]
async fn a_reset_stream_costs_a_try_and_only_the_missing_bytes_are_fetched_again() {
    let bytes = noise(3 * MIB, 1);
    for reason in [Reason::INTERNAL_ERROR, Reason::ENHANCE_YOUR_CALM, Reason::CANCEL, Reason::NO_ERROR] {
        let server = Http2Server::of(bytes.clone()).first(1).reset_stream_after(MIB, reason).start().await;
        let haul = impatient(&server).await;
        haul.completed(add_over(&haul, &server, 1).await).await;
        assert_holds(&haul.file("a.bin"), &bytes);
        let sent: Vec<_> = server.requests().iter().map(|request| request.sent_range()).collect();
        // And a little before it, to compare.
        assert_eq!(sent, [0..MIB, MIB - 8 * KIB..3 * MIB], "{reason:?}");
    }
}

#[tokio::test]
async fn a_reset_stream_is_never_the_end_of_a_file_of_unknown_length() {
    let bytes = noise(3 * MIB, 1);
    let honest = || Http2Server::of(bytes.clone()).no_ranges().no_length();
    join_all([Reason::INTERNAL_ERROR, Reason::CANCEL, Reason::NO_ERROR].map(async |reason| {
        let (failure, _) = failure(honest().reset_stream_after(MIB, reason)).await;
        assert!(matches!(failure, Failure::ConnectionLost { .. }), "{reason:?}: {failure:?}");
        arrives(honest().first(1).reset_stream_after(MIB, reason), &bytes).await;
    }))
    .await;
}

#[tokio::test]
async fn streams_reset_at_any_byte_cost_nothing_but_tries() {
    let size = 100 * KIB;
    let bytes = noise(size, 1);
    let counts = [0, 1, 16_383, 16_384, size / 2, size - 1, size];
    let scripts =
        counts.map(|count| Http2Server::of(bytes.clone()).first(1).reset_stream_after(count, Reason::CANCEL));
    join_all(scripts.map(|script| arrives(script, &bytes))).await;
}

#[tokio::test]
async fn a_refused_stream_is_tried_again_for_free() {
    let bytes = noise(3 * MIB, 1);
    let server = Http2Server::of(bytes.clone()).first(1).refuse_stream().start().await;
    let haul = with_one_try(&server).await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_no_trouble(&haul, id).await;
    assert_eq!(server.requests()[0].status, 0);
}

#[tokio::test]
async fn a_server_that_refuses_every_stream_fails_in_the_end() {
    let (failure, server) = failure(Http2Server::of(noise(KIB, 1)).refuse_stream()).await;
    assert!(matches!(failure, Failure::ConnectionLost { .. }), "{failure:?}");
    assert_eq!(server.requests().len(), 6, "two tries, each with two more for free");
}

#[tokio::test]
async fn a_stream_that_stalls_loses_its_rest_to_another() {
    let bytes = noise(12 * MIB, 1);
    let script = Http2Server::of(bytes.clone()).pace(2 * MIB);
    let server = script.after(1).first_after(1).window_stalled_after(100 * KIB).start().await;
    // Patient: by time-out alone this would take ten minutes.
    let haul = bed(&server, |settings| settings.stall_timeout_secs = 600).await;
    haul.completed(add_over(&haul, &server, 4).await).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_eq!(server.requests()[1].sent, 100 * KIB);
}

#[tokio::test]
async fn a_lone_stream_that_stalls_is_noticed() {
    let bytes = noise(3 * MIB, 1);
    arrives(Http2Server::of(bytes.clone()).first(1).window_stalled_after(100 * KIB), &bytes).await;
}

#[tokio::test]
async fn a_server_that_takes_one_stream_at_a_time_gives_every_file() {
    let bytes = noise(20 * KIB, 1);
    let server = Http2Server::of(bytes.clone()).max_streams(1).start().await;
    let haul = with_one_try(&server).await;
    many_arrive(&haul, &server, &bytes).await;
    let requests = server.requests();
    assert!(requests.iter().all(|request| request.connection == 0), "{requests:#?}");
}
