//! Answers that lie about their length, or say nothing of it.

use haul_core::{AnswerFault, Failure};
use haul_tests::{FileServer, KIB, MIB, noise};

use super::{arrives, failure};

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
