//! The links in any text: a list of addresses, a mail, a page's source.
//!
//! Links are handed on as they are written, never decoded: `%2F` and `/` are different addresses.

use linkify::{LinkFinder, LinkKind};
use std::collections::HashSet;

/// The links of a text, in order, each once. Only `http` and `https`; an address without scheme counts where it stands
/// alone on a line and has a path.
pub fn find(text: &str) -> Vec<String> {
    find_counting(text).0
}

/// The same, and how often one was there again.
pub fn find_counting(text: &str) -> (Vec<String>, u32) {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    let mut found = Found::default();
    let is_list = is_uri_list(text);
    for line in text.lines().map(str::trim) {
        if is_list && line.starts_with('#') {
            continue;
        }
        if is_bare_address(line) {
            found.add(&format!("https://{line}"));
            continue;
        }
        if is_literal_address(line) {
            found.add(line);
            continue;
        }
        for phrase in line.split(ends_phrase) {
            for link in finder.links(phrase) {
                found.add(&unescaped(phrase, link.start(), trimmed(link.as_str())));
            }
        }
    }
    (found.links, found.repeated)
}

/// Kinds of link that people have and Haul cannot follow, as their addresses begin.
const BEYOND: [(&str, &str); 5] =
    [("magnet", "?"), ("ftp", "//"), ("ftps", "//"), ("sftp", "//"), ("ed2k", "//")];

/// How many links of each other kind a text has that a person may have meant: nobody is to think that they were taken.
pub fn beyond(text: &str) -> Vec<(&'static str, u32)> {
    let mut counts = [0; BEYOND.len()];
    for (at, _) in text.match_indices(':') {
        let before = &text.as_bytes()[..at];
        let rest = &text[at + 1..];
        let is_one = |&(scheme, sign): &(&str, &str)| {
            let start = at.checked_sub(scheme.len());
            let is_whole = |start: usize| !start.checked_sub(1).is_some_and(|at| goes_on(before[at]));
            rest.starts_with(sign)
                && rest[sign.len()..].starts_with(|c: char| !c.is_whitespace())
                && start.is_some_and(|start| {
                    before[start..].eq_ignore_ascii_case(scheme.as_bytes()) && is_whole(start)
                })
        };
        if let Some(which) = BEYOND.iter().position(is_one) {
            counts[which] += 1;
        }
    }
    let named = BEYOND.iter().zip(counts).map(|((scheme, _), count)| (*scheme, count));
    named.filter(|(_, count)| *count > 0).collect()
}

/// Whether a scheme that ends behind `byte` would begin before it.
fn goes_on(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.')
}

#[derive(Default)]
struct Found {
    links: Vec<String>,
    seen: HashSet<String>,
    repeated: u32,
}

impl Found {
    fn add(&mut self, link: &str) {
        if !is_web(link) {
            return;
        }
        if self.seen.insert(link.to_owned()) {
            self.links.push(link.to_owned());
        } else {
            self.repeated += 1;
        }
    }
}

fn is_web(link: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        link.len() > scheme.len()
            && link.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}

/// Whether every line is one address or a comment: only then is a line that begins with `#` a comment (RFC 2483 §5) and
/// not a heading with a link in it.
fn is_uri_list(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.all(|line| {
        let is_address = || line.contains("://") && !line.contains(char::is_whitespace);
        line.starts_with('#') || is_address() || is_bare_address(line)
    })
}

/// `example.org/file.zip` or `192.0.2.1:8080/file`. A path is required: `read.me` is rather a file than a host.
fn is_bare_address(line: &str) -> bool {
    let Some((authority, path)) = line.split_once('/') else { return false };
    let (host, port) = authority.split_once(':').unwrap_or((authority, "80"));
    let labels: Vec<&str> = host.split('.').take(12).collect();
    let is_label =
        |label: &&str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let is_top = |label: &str| label.len() >= 2 && label.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_name =
        labels.len() >= 2 && labels.iter().all(is_label) && labels.last().is_some_and(|top| is_top(top));
    let is_host = is_name || host.parse::<std::net::Ipv4Addr>().is_ok();
    is_host && port.parse::<u16>().is_ok() && !path.is_empty() && !line.contains(char::is_whitespace)
}

/// `http://[::1]/file`, alone on its line: linkify knows no such hosts.
fn is_literal_address(line: &str) -> bool {
    is_web(line) && line.contains("://[") && !line.contains(char::is_whitespace)
}

/// Where a sentence in Chinese, Japanese or Korean goes on: these signs need no blank beside them, and stand in no
/// address unencoded.
fn ends_phrase(c: char) -> bool {
    const ENDS: &str = "、。，．！？；：「」『』【】（）《》〈〉〔〕［］｛｝“”‘’«»…\u{3000}";
    !c.is_ascii() && ENDS.contains(c)
}

/// Without the Markdown and wiki signs that stand around links.
fn trimmed(link: &str) -> &str {
    link.trim_end_matches(['*', '`', '\\', '^'])
}

/// In the attribute of an HTML tag `&amp;` stands for `&`.
fn unescaped(line: &str, start: usize, link: &str) -> String {
    let before = line[..start].trim_end_matches(['"', '\'']);
    if before.ends_with('=') && link.contains("&amp;") { link.replace("&amp;", "&") } else { link.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn links_are_found_where_people_put_them() {
        let table: &[(&str, &[&str])] = &[
            ("", &[]),
            ("no link here, not even read.me or a/b.txt", &[]),
            ("https://a.org/b", &["https://a.org/b"]),
            ("See https://a.org/b, or http://c.org/d.", &["https://a.org/b", "http://c.org/d"]),
            ("HTTPS://A.org/b", &["HTTPS://A.org/b"]),
            ("(https://a.org/b_(c).zip)", &["https://a.org/b_(c).zip"]),
            ("<https://a.org/b>", &["https://a.org/b"]),
            (
                "[b](https://a.org/b.zip) and [c](http://c.org \"title\")",
                &["https://a.org/b.zip", "http://c.org"],
            ),
            ("**https://a.org/b**", &["https://a.org/b"]),
            ("`https://a.org/b`", &["https://a.org/b"]),
            ("<a href=\"https://a.org/b?c=1&amp;d=2\">x</a>", &["https://a.org/b?c=1&d=2"]),
            ("<a href='https://a.org/b'>https://a.org/b</a>", &["https://a.org/b"]),
            ("<a href=https://a.org/b>x</a>", &["https://a.org/b"]),
            (
                "これはhttps://a.org/b.zip。次は「https://c.org/d」、",
                &["https://a.org/b.zip", "https://c.org/d"],
            ),
            ("https://a.org/日本.zip", &["https://a.org/日本.zip"]),
            ("https://a.org/a%2Fb%20c", &["https://a.org/a%2Fb%20c"]),
            ("ftp://a.org/b mailto:a@b.org javascript:alert(1) file:///etc/passwd magnet:?xt=1", &[]),
            ("https://", &[]),
            ("at http://localhost:8080/x", &["http://localhost:8080/x"]),
            ("http://[::1]:80/y", &["http://[::1]:80/y"]),
        ];
        for (text, expected) in table {
            assert_eq!(find(text), *expected, "{text}");
        }
    }

    #[test]
    fn lists_are_read_line_by_line() {
        let list = "# a comment https://no.org/x\r\nhttps://a.org/1\r\n\r\n  https://a.org/2\r\n#https://no.org/y\r\nhttps://a.org/1\r\n";
        assert_eq!(find(list), ["https://a.org/1", "https://a.org/2"]);
    }

    #[test]
    fn a_heading_is_no_comment() {
        assert_eq!(find("# See https://a.org/1\nand some words"), ["https://a.org/1"]);
    }

    #[test]
    fn links_that_cannot_be_followed_are_counted() {
        let text = "magnet:?xt=urn:btih:1 MAGNET:?xt=2, ftp://a.org/b <a href=\"sftp://a.org/c\"> ed2k://|file|x|1|\n\
                    https://a.org/ftp:x ftp:// sctp://a xftp://a magnet: ?";
        assert_eq!(beyond(text), [("magnet", 2), ("ftp", 1), ("sftp", 1), ("ed2k", 1)]);
        assert_eq!(beyond("https://a.org/b"), []);
    }

    #[test]
    fn an_address_alone_on_its_line_needs_no_scheme() {
        let text =
            "example.org/file.zip\n192.0.2.1:8080/b\nread.me\nsrc/main.rs\n./a.b/c\n1.5/2\nexample.org/a b";
        assert_eq!(find(text), ["https://example.org/file.zip", "https://192.0.2.1:8080/b"]);
    }

    #[test]
    fn ten_megabytes_are_read_while_somebody_waits() {
        let lines = "Some words and https://example.org/files/a.zip?x=1, then (more) words: here.\n"
            .repeat(10 << 20 >> 6);
        let hostile = ["http://", "https:", "://", "((((", "a.b/", "[](<"]
            .map(|piece| piece.repeat((2 << 20) / piece.len()));
        assert_eq!(find(&lines).len(), 1);
        for text in &hostile {
            find(text);
        }
    }

    proptest! {
        #[test]
        fn any_text_gives_addresses(text in "(.|https?://|[\r\n\"'<>。.:/?#])*") {
            let links = find(&text);
            prop_assert!(links.iter().all(|link| is_web(link)));
            prop_assert_eq!(links.iter().collect::<HashSet<_>>().len(), links.len());
        }
    }
}
