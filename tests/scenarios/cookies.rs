//! Cookies that servers set on the way to a file, and those of the person's.

use haul_core::Failure;
use haul_tests::{FileServer, Haul, KIB, MIB, assert_holds, noise};

/// A server that leads whoever comes first to the file and gives a pass, which all others need.
fn entrance_to(bytes: &[u8]) -> FileServer {
    FileServer::of(bytes.to_vec())
        .first(1)
        .redirect_to("/files/a.bin")
        .header("Set-Cookie", "pass=1; Path=/")
        .after(1)
        .needs_cookie("pass=1")
}

#[tokio::test]
async fn what_an_entrance_sets_comes_back_with_each_request_for_the_file() {
    let bytes = noise(12 * MIB, 1);
    let server = entrance_to(&bytes).pace(4 * MIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add_with(server.url(), |new| new.options.connections = Some(4)).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(server.requests().len() > 4, "several connections asked");
}

#[tokio::test]
async fn the_persons_own_cookie_is_sent_beside_them() {
    let bytes = noise(KIB, 1);
    let server = entrance_to(&bytes).needs_cookie("mine=2").start().await;
    let haul = Haul::start().await;
    let own = ("Cookie".to_owned(), "mine=2".to_owned());
    let id = haul.add_with(server.url(), |new| new.options.headers = vec![own]).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_cookie_is_not_told_to_another_host_nor_kept_for_another_download() {
    let bytes = noise(KIB, 1);
    let other = FileServer::of(bytes.clone()).start().await;
    // The same machine under another name is another host.
    let there = other.url().replace("127.0.0.1", "localhost");
    let server =
        FileServer::of(vec![]).redirect_to(&there).header("Set-Cookie", "pass=1; Path=/").start().await;
    let haul = Haul::start().await;
    let first = haul.add(server.url()).await;
    haul.completed(first).await;
    let again = haul.add(server.url_of("b.bin")).await;
    haul.completed(again).await;
    assert!(
        other.requests().iter().chain(&server.requests()).all(|request| request.header("cookie").is_none())
    );
}

#[tokio::test]
async fn cookies_that_are_rubbish_are_no_obstacle() {
    let bytes = noise(KIB, 1);
    let server = FileServer::of(bytes.clone())
        .header("Set-Cookie", b"a=\xff\xfe")
        .header("Set-Cookie", "")
        .header("Set-Cookie", format!("long={}", "x".repeat(8000)))
        .start()
        .await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    let refused = FileServer::of(bytes).needs_cookie("pass=1").start().await;
    let id = haul.add(refused.url_of("b.bin")).await;
    assert_eq!(haul.failed(id).await, Failure::Forbidden { status: 403 });
}
