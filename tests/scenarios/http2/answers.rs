//! Bodies and heads that lie.

use haul_core::{AnswerFault, Failure};
use haul_tests::{Http2Server, KIB, MIB, noise};

use super::{arrives, failure};

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
async fn a_missing_length_is_no_obstacle() {
    let bytes = noise(3 * MIB, 1);
    let (row, _) = arrives(Http2Server::of(bytes.clone()).no_ranges().no_length(), &bytes).await;
    assert_eq!(row.size, Some(3 * MIB), "known in the end");
    arrives(Http2Server::of(bytes.clone()).no_length(), &bytes).await;
    arrives(Http2Server::of(Vec::new()), &[]).await;
}
