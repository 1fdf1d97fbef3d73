//! The links to files that a web page has.
//!
//! Which of its links lead to files nobody knows before they are asked. Taken for one is what the page itself says is to be
//! saved or played, and what is called like a file that is no page. Pictures that the page shows are part of it.

mod tags;
#[cfg(test)]
mod tests;

use encoding_rs::{Encoding, UTF_8};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashSet;
use url::{Position, Url};

use tags::{Tag, Tags, unescaped};

/// As many as can be added at once.
pub const MOST_LINKS: usize = 10_000;
/// How far into a page its encoding may be said. WHATWG HTML §13.2.3.2 looks at the first 1024 bytes.
const SAYS_ENCODING_WITHIN: usize = 4096;
/// Longer ones are no names of pages.
const LONGEST_TITLE: usize = 300;

/// What a web page leads to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Page {
    /// Where it is, behind all redirects.
    pub url: String,
    pub title: Option<String>,
    /// Of files, in the order of the page, each once.
    pub links: Vec<String>,
    /// Only the beginning of it was read, or only the first links are told.
    pub cut: bool,
}

impl Page {
    /// What the text of the page at `url` leads to.
    pub fn of(url: &Url, html: &str) -> Page {
        let (mut base, mut title) = (None, None);
        let mut found = Vec::new();
        for tag in Tags::of(html) {
            // The first that says where it is counts, also for what came before.
            if base.is_none() && tag.is("base") {
                base = tag.attribute("href").and_then(|href| url.join(href.trim()).ok());
            }
            if title.is_none() && tag.is("title") {
                title = title_of(&tag);
            }
            found.extend(target_of(&tag));
        }
        let base = base.as_ref().unwrap_or(url);
        let mut seen = HashSet::new();
        let mut links: Vec<String> = found.iter().filter_map(|target| target.file_at(base)).collect();
        links.retain(|link| link != &url[..Position::AfterQuery] && seen.insert(link.clone()));
        let cut = links.len() > MOST_LINKS;
        links.truncate(MOST_LINKS);
        Page { url: url.to_string(), title, links, cut }
    }
}

/// What a tag leads to.
struct Target<'a> {
    href: Cow<'a, str>,
    /// The page says that it is to be saved or played.
    is_file: bool,
}

impl Target<'_> {
    /// Its address, if it is a file's.
    fn file_at(&self, base: &Url) -> Option<String> {
        let mut url = base.join(self.href.trim()).ok()?;
        url.set_fragment(None);
        let is_web = matches!(url.scheme(), "http" | "https");
        (is_web && (self.is_file || is_called_like_a_file(&url))).then(|| url.into())
    }
}

fn target_of<'a>(tag: &Tag<'a>) -> Option<Target<'a>> {
    let named = |attribute| tag.attribute(attribute).filter(|value: &Cow<'_, str>| !value.trim().is_empty());
    if tag.is("a") || tag.is("area") {
        return Some(Target { href: named("href")?, is_file: tag.attribute("download").is_some() });
    }
    let plays = ["video", "audio", "source", "embed"].iter().any(|player| tag.is(player));
    let href = if plays { named("src") } else { named("data").filter(|_| tag.is("object")) };
    Some(Target { href: href?, is_file: plays })
}

fn title_of(tag: &Tag<'_>) -> Option<String> {
    let text = unescaped(tag.text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let title: String = words.join(" ").chars().take(LONGEST_TITLE).collect();
    (!title.is_empty()).then_some(title)
}

/// What is called so is made by a program or is a page itself, or is the name of a site.
const PAGES: [&str; 25] = [
    "htm", "html", "xhtml", "shtml", "shtm", "php", "php3", "php4", "php5", "phtml", "asp", "aspx", "ashx",
    "jsp", "jspx", "jsf", "do", "action", "cgi", "pl", "cfm", "fcgi", "org", "net", "com",
];

/// By the last part of its path; of what a program makes, by what it is asked for: `get.php?file=a.zip`.
fn is_called_like_a_file(url: &Url) -> bool {
    let last = url.path().rsplit('/').next().unwrap_or_default();
    let extension = extension_of(last);
    if extension.is_some_and(|extension| !is_page(extension)) {
        return true;
    }
    let is_asked_for = |value: &str| extension_of(value).is_some_and(|extension| !is_page(extension));
    extension.is_some() && url.query_pairs().any(|(_, value)| !value.contains("://") && is_asked_for(&value))
}

fn is_page(extension: &str) -> bool {
    PAGES.iter().any(|page| page.eq_ignore_ascii_case(extension))
}

/// Letters and digits behind the last dot of a name. `v1.5` has none, and `film.001` has one.
fn extension_of(name: &str) -> Option<&str> {
    let (stem, extension) = name.rsplit_once('.')?;
    let is_short = (1..=8).contains(&extension.len()) && extension.bytes().all(|b| b.is_ascii_alphanumeric());
    let says_something = extension.bytes().any(|b| b.is_ascii_alphabetic()) || extension.len() == 3;
    (!stem.is_empty() && is_short && says_something).then_some(extension)
}

/// The text of a page, in the encoding that the server says, else the page itself, else what it looks like.
pub fn text_of<'a>(bytes: &'a [u8], content_type: Option<&str>) -> Cow<'a, str> {
    let said = content_type.and_then(charset_in).or_else(|| {
        let head = &bytes[..bytes.len().min(SAYS_ENCODING_WITHIN)];
        charset_in(&String::from_utf8_lossy(head))
    });
    let encoding = said.unwrap_or_else(|| guessed(bytes));
    // A mark at the beginning goes before what is said.
    encoding.decode(bytes).0
}

/// `charset=…`, with or without quotes.
fn charset_in(text: &str) -> Option<&'static Encoding> {
    let lower = text.to_ascii_lowercase();
    let (_, value) = lower.split_once("charset")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| c.is_whitespace() || "\"';,>/".contains(c)).unwrap_or(value.len());
    Encoding::for_label(&value.as_bytes()[..end])
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, chardetng::Utf8Detection::Allow)
}
