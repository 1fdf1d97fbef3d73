//! Connections that go away, die, or are refused.

use haul_core::Failure;
use haul_tests::{Http2Server, KIB, MIB, assert_holds, noise};

use super::{add_over, arrives, assert_no_trouble, bed, failure, impatient, many_arrive, with_one_try};

const SIZE: u64 = 12 * MIB;

#[tokio::test]
async fn a_goaway_in_the_middle_costs_a_new_connection_and_nothing_else() {
    let bytes = noise(SIZE, 1);
    let server = Http2Server::of(bytes.clone()).pace(4 * MIB).first(1).goaway_after(512 * KIB).start().await;
    let haul = with_one_try(&server).await;
    let id = add_over(&haul, &server, 4).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_no_trouble(&haul, id).await;
    let requests = server.requests();
    assert!(requests.iter().any(|request| request.connection > 0), "{requests:#?}");
}

#[tokio::test]
async fn a_goaway_among_many_small_files_loses_none_of_them() {
    let bytes = noise(20 * KIB, 1);
    let server = Http2Server::of(bytes.clone()).first(1).goaway_after(200 * KIB).start().await;
    let haul = with_one_try(&server).await;
    many_arrive(&haul, &server, &bytes).await;
    let requests = server.requests();
    assert_eq!(requests.len(), 60, "each was asked for once");
    assert!(requests.iter().any(|request| request.connection > 0), "{requests:#?}");
}

#[tokio::test]
async fn a_goaway_before_any_answer_is_a_free_retry() {
    let bytes = noise(3 * MIB, 1);
    let server = Http2Server::of(bytes.clone()).first(1).goaway_at_once().start().await;
    let haul = with_one_try(&server).await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_no_trouble(&haul, id).await;
    assert!(server.secured() > 1, "the first connection gave nothing");
}

#[tokio::test]
async fn a_server_that_always_goes_away_fails_in_the_end() {
    let (failure, server) = failure(Http2Server::of(noise(KIB, 1)).goaway_at_once()).await;
    assert!(matches!(failure, Failure::ConnectionLost { .. }), "{failure:?}");
    // Two tries, each with two more for free.
    assert!((2..=6).contains(&server.secured()), "{} connections", server.secured());
}

#[tokio::test]
async fn a_dead_connection_with_many_small_files_loses_none_of_them() {
    let bytes = noise(20 * KIB, 1);
    let server = Http2Server::of(bytes.clone()).first(1).cut_after(200 * KIB).start().await;
    let haul = bed(&server, |_| {}).await;
    many_arrive(&haul, &server, &bytes).await;
    let first = server.requests().into_iter().filter(|request| request.connection == 0);
    assert_eq!(first.map(|request| request.sent).sum::<u64>(), 200 * KIB, "and then it was cut");
}

#[tokio::test]
async fn a_dead_connection_with_all_streams_of_a_file_costs_a_try_and_nothing_else() {
    let bytes = noise(SIZE, 1);
    let server = Http2Server::of(bytes.clone()).pace(4 * MIB).first(1).cut_after(3 * MIB).start().await;
    let haul = impatient(&server).await;
    haul.completed(add_over(&haul, &server, 4).await).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(server.requests().iter().any(|request| request.connection > 0));
}

#[tokio::test]
async fn a_server_with_http2_only_gives_the_file_though_it_refuses_further_connections() {
    let bytes = noise(SIZE, 1);
    let server = Http2Server::of(bytes.clone()).pace(MIB).start().await;
    let haul = with_one_try(&server).await;
    let refused = || server.records().connections - server.secured();
    for (name, most_refused) in [("a.bin", 4), ("b.bin", 0)] {
        let before = refused();
        let id = haul.add(server.url_of(name)).await;
        haul.until(id, |row| row.connections >= 4).await;
        haul.completed(id).await;
        assert_holds(&haul.file(name), &bytes);
        assert_no_trouble(&haul, id).await;
        assert!(refused() - before <= most_refused, "{} were refused", refused());
    }
    assert!(refused() > 0, "HTTP/1.1 was tried");
}

#[tokio::test]
async fn a_connection_that_goes_away_is_never_the_end_of_a_file_of_unknown_length() {
    let bytes = noise(3 * MIB, 1);
    let honest = || Http2Server::of(bytes.clone()).no_ranges().no_length();
    for script in [honest().goaway_and_close_after(MIB), honest().cut_after(MIB)] {
        let (failure, _) = failure(script).await;
        assert!(matches!(failure, Failure::ConnectionLost { .. }), "{failure:?}");
    }
    arrives(honest().first(1).goaway_and_close_after(MIB), &bytes).await;
}

#[tokio::test]
async fn a_connection_that_dies_in_silence_is_left_by_all_who_share_it() {
    let bytes = noise(20 * KIB, 1);
    let server = Http2Server::of(bytes.clone()).first(1).silent_after(200 * KIB).start().await;
    let haul = bed(&server, |settings| {
        (settings.connect_timeout_secs, settings.stall_timeout_secs) = (2, 2);
    })
    .await;
    many_arrive(&haul, &server, &bytes).await;
    let first = server.requests().into_iter().filter(|request| request.connection == 0);
    assert_eq!(first.map(|request| request.sent).sum::<u64>(), 200 * KIB, "and then it was silent");
}
