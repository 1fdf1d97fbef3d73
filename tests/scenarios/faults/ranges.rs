//! Servers that ignore, refuse or garble ranges.

use haul_core::Failure;
use haul_tests::{FileServer, KIB, MIB, noise};

use super::{arrives, failure};

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
