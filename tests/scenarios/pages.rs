//! Web pages in place of files: the files that they lead to are found, and a page that is too long, too slow or none is no harm.

use haul_core::{Failure, Page};
use haul_tests::{FileServer, Haul, MIB, RunningServer, noise, soon};

fn page(html: impl Into<String>) -> FileServer {
    FileServer::of(html.into().into_bytes())
        .named("page.html")
        .header("Content-Type", "text/html; charset=utf-8")
}

async fn look(haul: &Haul, url: &str) -> Result<Option<Page>, Failure> {
    soon(haul.engine().look_into(url, Vec::new())).await
}

async fn links(haul: &Haul, server: &RunningServer) -> Vec<String> {
    look(haul, &server.url()).await.unwrap().unwrap().links
}

#[tokio::test]
async fn a_pages_files_are_found_wherever_its_links_lead() {
    let haul = Haul::start().await;
    let html = "<title>Films &amp; more</title><a href=one.mkv>1</a> <a href='/two.zip?a=1&amp;b=2'>2</a> \
        <a href=https://c.org/3.iso>3</a> <a href=other.html>page</a> <a href=one.mkv>again</a>";
    let server = page(html).start().await;
    let found = look(&haul, &server.url()).await.unwrap().unwrap();
    let expected =
        [server.url_of("one.mkv"), server.url_of("two.zip?a=1&b=2"), "https://c.org/3.iso".to_owned()];
    assert_eq!(found.links, expected);
    assert_eq!((found.title.as_deref(), found.url, found.cut), (Some("Films & more"), server.url(), false));

    let server = page("<a href=1.zip><base href=/files/><a href=2.zip>").start().await;
    assert_eq!(links(&haul, &server).await, [server.url_of("files/1.zip"), server.url_of("files/2.zip")]);
}

#[tokio::test]
async fn links_count_from_where_the_page_is_and_not_from_what_led_there() {
    let haul = Haul::start().await;
    let server = page("<a href=a.zip>").start().await;
    let elsewhere = FileServer::of(vec![]).redirect_to(&server.url()).start().await;
    assert_eq!(links(&haul, &elsewhere).await, [server.url_of("a.zip")]);
}

#[tokio::test]
async fn of_a_page_of_ten_megabytes_the_beginning_is_read() {
    let haul = Haul::start().await;
    let filler = "<p>Some words that lead nowhere.</p>\n".repeat(10 << 20 >> 5);
    let server = page(format!("<a href=first.zip>{filler}<a href=last.zip>")).start().await;
    let found = look(&haul, &server.url()).await.unwrap().unwrap();
    assert_eq!((found.links, found.cut), (vec![server.url_of("first.zip")], true));
}

#[tokio::test]
async fn what_is_no_page_is_told_so_and_not_fetched() {
    let haul = Haul::start().await;
    let server = FileServer::of(noise(40 * MIB, 1)).pace(MIB).start().await;
    assert_eq!(look(&haul, &server.url()).await, Ok(None));
    let server = page("<a href=a.zip>").header("Content-Disposition", "attachment; filename=\"saved.html\"");
    let server = server.start().await;
    assert_eq!(look(&haul, &server.url()).await, Ok(None));
    let server = page("").status(401).start().await;
    let refused = look(&haul, &server.url()).await;
    assert!(matches!(refused, Err(Failure::LoginNeeded { status: 401, .. })), "{refused:?}");
}

#[tokio::test]
async fn nobody_waits_for_a_page_that_does_not_come() {
    let haul = Haul::start().await;
    let server = page("<a href=a.zip>".repeat(1000)).silent_after(100).start().await;
    let asked = server.until(|records| records.sent() >= 100);
    let url = server.url();
    let (found, ()) = tokio::join!(look(&haul, &url), async {
        asked.await;
        haul.engine().stop_looking();
    });
    assert_eq!(found, Ok(None));
}
