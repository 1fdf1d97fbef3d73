//! Redirects, web pages, compression, and what is no HTTP at all.

use haul_core::{AnswerFault, Failure};
use haul_tests::{FileServer, Haul, KIB, MIB, noise};

use super::{arrives, failure};

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
async fn a_coding_is_seen_wherever_it_is_said() {
    let twice = FileServer::of(noise(KIB, 1)).header("Content-Encoding", "identity").gzip();
    let list = FileServer::of(noise(KIB, 1)).header("Content-Encoding", "identity, br");
    let head = |coding: &str| format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: {coding}\r\n\r\n");
    let of_transfer = FileServer::of(vec![]).garbage(head("gzip, chunked") + "5\r\nhello\r\n0\r\n\r\n");
    let unknown = FileServer::of(vec![]).garbage(head("frobnicated") + "hello");
    for script in [twice, list, of_transfer, unknown] {
        let (failure, _) = failure(script).await;
        assert_eq!(failure, Failure::BadAnswer { fault: AnswerFault::Encoded });
    }
}

#[tokio::test]
async fn what_is_not_http_is_a_bad_answer() {
    let (failure, _) = failure(FileServer::of(vec![]).garbage("SSH-2.0-OpenSSH_9.2\r\n")).await;
    assert_eq!(failure, Failure::BadAnswer { fault: AnswerFault::Malformed });
}

#[tokio::test]
async fn headers_of_absurd_length_are_not_kept_and_hold_nothing_up() {
    let bytes = noise(3 * MIB, 1);
    let long = "x".repeat(200_000);
    arrives(FileServer::of(bytes.clone()).header("Content-Disposition", &long), &bytes).await;
    arrives(FileServer::of(bytes.clone()).header("X-Anything", &long), &bytes).await;
    arrives(FileServer::of(bytes.clone()).etag(&format!("\"{long}\"")), &bytes).await;
    let server = FileServer::of(noise(KIB, 1)).redirect_to(&format!("/{long}")).start().await;
    let haul = Haul::impatient().await;
    let id = haul.add(server.url()).await;
    let failure = haul.failed(id).await;
    assert!(matches!(failure, Failure::BadRedirect { .. }), "{failure:?}");
}
