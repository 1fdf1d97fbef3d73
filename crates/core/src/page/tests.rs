//! Pages that are searched, by example, and by property: whatever the text, what is found are addresses on the web.

use super::*;
use proptest::prelude::*;

fn at(url: &str) -> Url {
    Url::parse(url).unwrap()
}

fn links(html: &str) -> Vec<String> {
    Page::of(&at("https://a.org/dir/page.html"), html).links
}

fn link(tag: &str) -> Option<String> {
    let mut links = links(tag);
    assert!(links.len() <= 1, "{tag}: {links:?}");
    links.pop()
}

#[test]
fn links_lead_where_a_browser_would_go() {
    let table = [
        ("<a href=\"a.zip\">x</a>", "https://a.org/dir/a.zip"),
        ("<A HREF='../a.zip'>", "https://a.org/a.zip"),
        ("<a class=x href=/a.zip>", "https://a.org/a.zip"),
        ("<a href = //b.org/a.zip >", "https://b.org/a.zip"),
        ("<a href=\" a.zip#part\n\">", "https://a.org/dir/a.zip"),
        ("<a href='a.zip?x=1&amp;y=2&copy=3'>", "https://a.org/dir/a.zip?x=1&y=2&copy=3"),
        ("<a href=\"&#97;&#x2e;zip\">", "https://a.org/dir/a.zip"),
        ("<a href='a b.zip'>", "https://a.org/dir/a%20b.zip"),
        ("<a href='ä.zip'>", "https://a.org/dir/%C3%A4.zip"),
        ("<a href='a%2Fb.zip'>", "https://a.org/dir/a%2Fb.zip"),
        ("<a\nhref\n=\n'a.zip'/>", "https://a.org/dir/a.zip"),
        ("<a title='a > b' href=a.zip>", "https://a.org/dir/a.zip"),
        ("<a href=a.zip href=b.zip>", "https://a.org/dir/a.zip"),
        ("<area href=a.iso>", "https://a.org/dir/a.iso"),
        ("<a href=file.001>", "https://a.org/dir/file.001"),
        ("<a href='get.php?file=a.zip'>", "https://a.org/dir/get.php?file=a.zip"),
        ("<a download href=/get/7>", "https://a.org/get/7"),
        ("<video src=/stream/7></video>", "https://a.org/stream/7"),
        ("<audio><source src=a.mp3></audio>", "https://a.org/dir/a.mp3"),
        ("<object data=a.pdf></object>", "https://a.org/dir/a.pdf"),
    ];
    for (html, expected) in table {
        assert_eq!(link(html).as_deref(), Some(expected), "{html}");
    }
}

#[test]
fn what_is_no_file_is_left_out() {
    for html in [
        "",
        "<a href=''>",
        "<a>",
        "<a href=other.html>",
        "<a href=/>",
        "<a href=/about>",
        "<a href=index.php?page=2>",
        "<a href='index.php?to=https://b.org/a.zip'>",
        "<a href=/v1.5>",
        "<a href=/.hidden>",
        "<a href=https://b.org>",
        "<a href=https://archive.org/web/example.org>",
        "<a href='javascript:get(\"a.zip\")'>",
        "<a href=mailto:a@b.zip>",
        "<a href=ftp://b.org/a.zip>",
        "<a href=data:application/zip,x.zip>",
        "<a href=http://[/a.zip>",
        "<a href=page.html#a.zip>",
        "<img src=a.png>",
        "<link href=a.css>",
        "<!-- <a href=a.zip> -->",
        "<script>s = '<a href=a.zip>'</script>",
        "<STYLE><a href=a.zip></STYLE>",
        "<textarea><a href=a.zip></textarea>",
        "< a href=a.zip>",
        "</a href=a.zip>",
        "<a href='a.zip",
        "<script><a href=a.zip>",
    ] {
        assert_eq!(link(html), None, "{html}");
    }
}

#[test]
fn a_base_counts_for_the_whole_page_and_only_the_first() {
    let html = "<a href=1.zip><base target=x><base href='/files/'><base href=/other/><a href=2.zip>";
    assert_eq!(links(html), ["https://a.org/files/1.zip", "https://a.org/files/2.zip"]);
    assert_eq!(links("<base href='http://[/'><a href=1.zip>"), ["https://a.org/dir/1.zip"]);
}

#[test]
fn each_is_told_once_in_the_order_of_the_page_and_not_the_page_itself() {
    let page = Page::of(
        &at("https://a.org/list.txt?x"),
        "<title>\n Files &amp; more </title><a href=b.zip><a href=a.zip><a href=b.zip#2><a href='list.txt?x#y'>",
    );
    assert_eq!(page.links, ["https://a.org/b.zip", "https://a.org/a.zip"]);
    assert_eq!((page.title.as_deref(), page.cut), (Some("Files & more"), false));
    let many: String = (0..MOST_LINKS + 1).map(|n| format!("<a href={n}.zip>")).collect();
    let page = Page::of(&at("https://a.org/"), &many);
    assert_eq!((page.links.len(), page.cut), (MOST_LINKS, true));
}

#[test]
fn the_text_is_read_in_the_encoding_that_is_said_or_looks_right() {
    let latin = b"<a href=\xe4.zip>";
    let said = b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'><a href=\xc1.zip>";
    let table: [(&[u8], Option<&str>, &str); 5] = [
        ("ä.zip".as_bytes(), None, "ä.zip"),
        (latin, Some("text/html; charset=\"ISO-8859-1\""), "<a href=ä.zip>"),
        (b"\xef\xbb\xbf\xc3\xa4", Some("text/html; charset=iso-8859-1"), "ä"),
        (b"plain", Some("text/html; charset=nonsense"), "plain"),
        (said, Some("text/html"), &String::from_utf8_lossy(said).replace('\u{fffd}', "а")),
    ];
    for (bytes, content_type, expected) in table {
        assert_eq!(text_of(bytes, content_type), expected);
    }
}

#[test]
fn megabytes_of_anything_are_read_while_somebody_waits() {
    for piece in
        ["<a href=a.zip>", "<a href='", "<", "<!--", "<script>", "</", "<a =", "&", "<a b=\"", "<title></ti"]
    {
        links(&piece.repeat((2 << 20) / piece.len()));
    }
}

proptest! {
    #[test]
    fn any_text_gives_addresses_on_the_web(
        html in "(<a href=|<a |href=|<base href=|</|<script>|<!--|-->|[\"'>=/ .]|a.zip|https?:|&amp;|&#x|;|[ä\\[<])*",
    ) {
        for link in links(&html) {
            prop_assert!(link.starts_with("http://") || link.starts_with("https://"), "{}", link);
        }
    }
}
