//! What `Link` fields say of the file that they come with: where else it is, and what describes it. RFC 8288, RFC 6249.
//!
//! A mirror is as trustworthy as whoever names it: what comes from one has to fit a checksum of the first server.

use std::collections::HashSet;
use url::{Position, Url};

use crate::http::essence;
use crate::parameters::{self, Parameters};

/// What a mirror without a priority has: the last.
const LAST: u32 = 999_999;

/// The addresses of Metalink descriptions of the file at `url`. RFC 6249 §4.
pub fn metalinks<V: AsRef<[u8]>>(values: impl IntoIterator<Item = V>, url: &Url) -> Vec<Url> {
    let is_metalink = |link: &Link| {
        let kind = link.parameter("type").map_or("", essence);
        link.is("describedby") && kind.eq_ignore_ascii_case("application/metalink4+xml")
    };
    targets(links(values, url).into_iter().filter(is_metalink), url)
}

/// The addresses of further copies of the file at `url`, what the server likes best first. RFC 6249 §2.
pub fn duplicates<V: AsRef<[u8]>>(values: impl IntoIterator<Item = V>, url: &Url) -> Vec<Url> {
    let mut links = links(values, url);
    links.retain(|link| link.is("duplicate"));
    links.sort_by_key(Link::priority);
    targets(links.into_iter(), url)
}

/// Each once, and never the file itself.
fn targets(links: impl Iterator<Item = Link>, url: &Url) -> Vec<Url> {
    let mut seen = HashSet::new();
    let others = links.map(|link| link.target).filter(|target| !is_same(target, url));
    others.filter(|target| seen.insert(target.clone())).collect()
}

struct Link {
    target: Url,
    parameters: Parameters,
}

impl Link {
    /// The first of its name counts. RFC 8288 §3.3.
    fn parameter(&self, wanted: &str) -> Option<&str> {
        self.parameters.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
    }

    fn is(&self, relation: &str) -> bool {
        let mut relations = self.parameter("rel").unwrap_or_default().split_ascii_whitespace();
        relations.any(|one| one.eq_ignore_ascii_case(relation))
    }

    /// 1 is the best. RFC 6249 §2.1.
    fn priority(&self) -> u32 {
        let priority = self.parameter("pri").and_then(|priority| priority.parse().ok());
        priority.filter(|priority| (1..LAST).contains(priority)).unwrap_or(LAST)
    }

    /// Whether it speaks of the file at `url`: with an anchor it may speak of any. RFC 8288 §3.2.
    fn is_about(&self, url: &Url) -> bool {
        self.parameter("anchor")
            .is_none_or(|anchor| url.join(anchor).is_ok_and(|anchor| is_same(&anchor, url)))
    }
}

/// A fragment is no part of what is fetched.
fn is_same(one: &Url, other: &Url) -> bool {
    one[..Position::AfterQuery] == other[..Position::AfterQuery]
}

/// The links to the web that speak of the file at `url`.
fn links<V: AsRef<[u8]>>(values: impl IntoIterator<Item = V>, url: &Url) -> Vec<Link> {
    let mut links = Vec::new();
    for value in values {
        let text = String::from_utf8_lossy(value.as_ref());
        let mut rest = &*text;
        while let Some((target, parameters, after)) = first_link(rest) {
            rest = after;
            let Some(target) = on_the_web(target, url) else { continue };
            let link = Link { target, parameters };
            if link.is_about(url) {
                links.push(link);
            }
        }
    }
    links
}

/// `<target>; name=value, …`: the target as it is written, its parameters, and what follows the comma. What begins in
/// another way is no link, and nothing behind it is understood. RFC 8288 §3, §B.2.
fn first_link(text: &str) -> Option<(&str, Parameters, &str)> {
    let start = text.trim_start_matches(|c: char| c == ',' || c.is_whitespace());
    let (target, at_parameters) = start.strip_prefix('<')?.split_once('>')?;
    let (parameters, after) = parameters::until_comma(at_parameters);
    Some((target, parameters, after))
}

fn on_the_web(target: &str, url: &Url) -> Option<Url> {
    let mut target = url.join(target).ok()?;
    target.set_fragment(None);
    matches!(target.scheme(), "http" | "https").then_some(target)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at() -> Url {
        Url::parse("https://a.org/b/c.iso?d=e").unwrap()
    }

    fn shown(urls: Vec<Url>) -> Vec<String> {
        urls.into_iter().map(String::from).collect()
    }

    fn mirrors(field: &str) -> Vec<String> {
        shown(duplicates([field], &at()))
    }

    /// RFC 6249 §1.1.
    #[test]
    fn the_example_of_the_rfc_is_understood() {
        let fields = [
            "<http://www2.example.com/example.ext>; rel=duplicate",
            "<ftp://ftp.example.com/example.ext>; rel=duplicate",
            "<http://example.com/example.ext.torrent>; rel=describedby; type=\"application/x-bittorrent\"",
            "<http://example.com/example.ext.meta4>; rel=describedby; type=\"application/metalink4+xml\"",
            "<http://example.com/example.ext.asc>; rel=describedby; type=\"application/pgp-signature\"",
        ];
        assert_eq!(shown(duplicates(fields, &at())), ["http://www2.example.com/example.ext"]);
        assert_eq!(shown(metalinks(fields, &at())), ["http://example.com/example.ext.meta4"]);
        assert_eq!(shown(metalinks([fields.join(",\t")], &at())), ["http://example.com/example.ext.meta4"]);
    }

    #[test]
    fn mirrors_come_in_the_order_of_their_priority() {
        let field = "<https://d.org/>; rel=duplicate, <https://c.org/>; rel=duplicate; pri=12; geo=de, \
            <https://b.org/>; pri=\"2\"; rel=duplicate; depth=1, <https://e.org/>; rel=duplicate; pri=0, \
            <https://f.org/>; rel=duplicate; pri=-1, <https://g.org/>; rel=duplicate; pri=99999999999";
        let expected = ["b", "c", "d", "e", "f", "g"].map(|host| format!("https://{host}.org/"));
        assert_eq!(mirrors(field), expected);
    }

    #[test]
    fn links_are_read_however_they_are_written() {
        for field in [
            "<https://m.org/c.iso>; rel=duplicate",
            "<https://m.org/c.iso>;REL=\"Duplicate\"",
            " , ,< https://m.org/c.iso >  ; rel = duplicate ; x",
            "<//m.org/c.iso>; rel=\"mirror duplicate\"",
            "<https://m.org/c.iso#part>; title=\"a, <b>; rel=x\"; rel=duplicate",
            "<https://m.org/c.iso>; rel=duplicate; rel=next",
            "<https://m.org/c.iso>; rel=duplicate; anchor=\"#top\"",
            "<https://m.org/c.iso>; rel=duplicate, <https://m.org/c.iso>; rel=duplicate",
        ] {
            assert_eq!(mirrors(field), ["https://m.org/c.iso"], "{field}");
        }
        assert_eq!(mirrors("<x,y;z>; rel=duplicate"), ["https://a.org/b/x,y;z"]);
        assert_eq!(
            mirrors("</x>; rel=duplicate, <?f=g>; rel=duplicate"),
            ["https://a.org/x", "https://a.org/b/c.iso?f=g"]
        );
        let metalink = "<c.meta4>; type=\"Application/Metalink4+XML; charset=utf-8\"; rel=DescribedBy";
        assert_eq!(shown(metalinks([metalink], &at())), ["https://a.org/b/c.meta4"]);
    }

    #[test]
    fn what_is_no_mirror_is_left_out() {
        for field in [
            "",
            "https://m.org/c.iso; rel=duplicate",
            "<https://m.org/c.iso",
            "<https://m.org/c.iso>",
            "<https://m.org/c.iso>; rel=next",
            "<https://m.org/c.iso>; rel=next; rel=duplicate",
            "<https://m.org/c.iso>; rel=duplicated",
            "<https://m.org/c.iso>; title=\"; rel=duplicate",
            "<https://m.org/c.iso>; rel=duplicate; anchor=\"https://a.org/other\"",
            "<https://[>; rel=duplicate",
            "<ftp://m.org/c.iso>; rel=duplicate",
            "<file:///etc/passwd>; rel=duplicate",
            "<javascript:alert(1)>; rel=duplicate",
            "<>; rel=duplicate",
            "<#x>; rel=duplicate",
        ] {
            assert!(mirrors(field).is_empty(), "{field}");
        }
        assert_eq!(mirrors("rubbish, <https://m.org/>; rel=duplicate"), [""; 0]);
        for field in ["<c.meta4>; rel=describedby", "<c.meta4>; type=\"application/metalink4+xml\""] {
            assert!(metalinks([field], &at()).is_empty(), "{field}");
        }
    }

    proptest! {
        #[test]
        fn any_fields_give_addresses_on_the_web(
            bytes in prop::collection::vec(any::<u8>(), 0..80),
            text in "(<|>|https?://[a-c]|ftp:|; ?rel=|duplicate|describedby|pri=[0-9]|[,;\"\\\\ /#a]|anchor=)*",
        ) {
            for field in [&bytes[..], text.as_bytes()] {
                let found = duplicates([field], &at());
                prop_assert!(found.iter().all(|url| matches!(url.scheme(), "http" | "https") && *url != at()));
                prop_assert!(found.iter().enumerate().all(|(nth, url)| !found[..nth].contains(url)));
                metalinks([field], &at());
            }
        }
    }
}
