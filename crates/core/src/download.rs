//! A download as it is kept: the user's item, what the server said of it, and what the user asked for.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::path::PathBuf;

use crate::rules::Ruled;
use crate::settings::{MAX_CONNECTIONS, MAX_LIMIT, MIN_LIMIT};
use crate::{Checksum, Failure, Priority, Proxy, QueueId, Resource, Rest, Timestamp, WhenDuplicate};

/// Names a download for as long as the list exists; never used twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(transparent)]
pub struct DownloadId(pub u32);

impl fmt::Display for DownloadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What somebody asks to be downloaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct NewDownload {
    pub url: String,
    /// Where the file goes; none: the folder of its queue, else the one in the settings.
    pub folder: Option<PathBuf>,
    /// Begin paused.
    pub paused: bool,
    /// Tags that it has from the start.
    pub tags: Vec<String>,
    /// None: the default queue.
    pub queue: Option<QueueId>,
    /// It comes after what has the same already.
    pub priority: Priority,
    /// When it starts, whatever its queue says; 0: at once; none: when it is its turn.
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub starts: Option<Timestamp>,
    /// What is done if the very same link is on the list already.
    pub when_duplicate: WhenDuplicate,
    pub options: Options,
}

impl NewDownload {
    /// `url` with nothing special asked for, on the list or not.
    pub fn of(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            folder: None,
            paused: false,
            tags: Vec::new(),
            queue: None,
            priority: Priority::default(),
            starts: None,
            when_duplicate: WhenDuplicate::Number,
            options: Options::default(),
        }
    }
}

/// What happens to the file when its download is removed from the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum FileFate {
    /// It stays where it is. An unfinished one goes on where it stopped when its URL is added again.
    Keep,
    /// Finished or not, to the system's trash.
    Trash,
    /// Gone at once: for where there is no trash.
    Delete,
}

/// What a download merely carries: kept as one JSON column, so a new field needs no migration.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", default)]
pub struct Options {
    /// The name the user wants; none: what the server says, else what the URL says.
    pub name: Option<String>,
    /// Further request headers, in order. Sent only to the scheme, host and port of the first URL.
    pub headers: Vec<(String, String)>,
    /// Connections for this download, 1 to 64; none: as in the settings.
    pub connections: Option<u32>,
    /// Bytes a second; none: no limit of its own.
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub limit: Option<u64>,
    pub checksum: Option<Checksum>,
    /// Where else the same file is, `http` and `https` only, at most [`MAX_MIRRORS`]. Used beside the first URL once they
    /// were found to have the same, and in place of it when it fails.
    pub mirrors: Vec<String>,
    pub when_changed: WhenChanged,
    /// The kind that somebody chose for it; none: what it is by its name, host and content type.
    pub kind: Option<String>,
    /// What the person wrote beside it, at most [`MAX_NOTE`] characters.
    pub note: Option<String>,
    /// Over which proxy it comes; none: as in the settings.
    pub proxy: Option<Proxy>,
    /// The folder in which aria2 may have begun it: what it has there is taken over, once the server was found to have the same.
    /// None: it begins at byte 0.
    pub begun_in: Option<PathBuf>,
    /// What rules decided, in place of the person; none: they have no say. Never taken from who adds a download.
    #[cfg_attr(feature = "specta", specta(skip))]
    pub ruled: Option<Box<Ruled>>,
    /// The finished download whose file goes to the trash in the moment in which this one's takes its place. Never taken from
    /// who adds a download.
    #[cfg_attr(feature = "specta", specta(skip))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overwrites: Option<DownloadId>,
    /// Somebody wanted it beside one with the same link: its file takes no other's place, whatever the settings say. Never taken
    /// from who adds a download.
    #[cfg_attr(feature = "specta", specta(skip))]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub numbered: bool,
}

/// Characters of a note at most.
pub const MAX_NOTE: usize = 10_000;

/// More mirrors than this are no help: each gets a connection at least.
pub const MAX_MIRRORS: usize = 32;

impl Options {
    /// Whether every value is one that the engine can work with. Headers are HTTP's business and checked there.
    ///
    /// # Errors
    /// `InvalidOption` with the first that is not.
    pub fn check(&self) -> Result<(), Failure> {
        let invalid = |option: &str| Err(Failure::InvalidOption { option: option.to_owned() });
        if self.connections.is_some_and(|count| !(1..=MAX_CONNECTIONS).contains(&count)) {
            return invalid("connections");
        }
        if self.limit.is_some_and(|limit| !(MIN_LIMIT..=MAX_LIMIT).contains(&limit)) {
            return invalid("limit");
        }
        if self.checksum.as_ref().is_some_and(|checksum| checksum.check().is_err()) {
            return invalid("checksum");
        }
        if self.note.as_ref().is_some_and(|note| note.chars().count() > MAX_NOTE) {
            return invalid("note");
        }
        if self.mirrors.len() > MAX_MIRRORS || self.mirrors.iter().any(|url| parse_url(url).is_err()) {
            return invalid("mirrors");
        }
        if self.proxy.as_ref().is_some_and(|proxy| !proxy.is_usable()) {
            return invalid("proxy");
        }
        if self.begun_in.as_ref().is_some_and(|folder| !folder.is_absolute()) {
            return invalid("begunIn");
        }
        Ok(())
    }

    /// The same, with `url` and each mirror in the one form that an address has, and each once.
    #[must_use]
    pub fn with_mirrors_of(mut self, url: &url::Url) -> Self {
        let mut seen = vec![url.to_string()];
        for mirror in self.mirrors.drain(..).filter_map(|mirror| parse_url(&mirror).ok()) {
            if !seen.contains(&mirror.to_string()) {
                seen.push(mirror.into());
            }
        }
        self.mirrors = seen.split_off(1);
        self
    }
}

/// What to do when the file on the server is no longer the one that the download began with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum WhenChanged {
    /// Stop, keep what is there, and let the person choose.
    #[default]
    Ask,
    /// Throw the old bytes away and begin anew.
    StartOver,
}

/// A download as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    pub id: DownloadId,
    pub queue: QueueId,
    /// Place in the order: lower starts earlier.
    pub position: i64,
    /// When it starts whatever its queue says; 0: at once; none: when it is its turn.
    pub starts: Option<Timestamp>,
    pub rest: Rest,
    pub url: String,
    pub folder: PathBuf,
    /// The name it goes by: the wished or guessed one until the server was asked, then the reserved one.
    pub name: String,
    /// The unfinished file, once it was made.
    pub part: Option<PathBuf>,
    /// The damaged file whose place it takes once it is whole.
    pub replaces: Option<PathBuf>,
    pub resource: Option<Resource>,
    /// Bytes that were on disk at the last checkpoint.
    pub received: u64,
    pub options: Options,
    /// The id of its [`crate::Kind`].
    pub kind: String,
    /// In alphabetical order.
    pub tags: Vec<String>,
    pub created: Timestamp,
    pub finished: Option<Timestamp>,
}

impl Download {
    /// Bytes, once known.
    pub fn size(&self) -> Option<u64> {
        self.resource.as_ref().and_then(|resource| resource.size)
    }

    /// What connections are counted by; none if the URL has no host.
    pub fn host_and_port(&self) -> Option<String> {
        Some(host_and_port(&url::Url::parse(&self.url).ok()?))
    }

    /// The host of its URL, without port; empty if it has none.
    pub fn host(&self) -> String {
        host_of(&self.url)
    }
}

/// The host of `url`, without port; empty if it has none.
pub fn host_of(url: &str) -> String {
    // Asked for with each row that is told: what is plain to see needs no parser.
    if let Some(host) = plain_host(url) {
        return host.to_owned();
    }
    url::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}

/// The host if it is a name or an IPv4 address in its only form, with nothing before it but the scheme.
fn plain_host(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    // Behind a colon there may be a password and the host after that.
    let port = rest.get(host.len() + 1..).filter(|_| rest[host.len()..].starts_with(':')).unwrap_or_default();
    let port = port.split(['/', '?', '#']).next()?;
    let is_name = |host: &str| {
        let plain =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-');
        let top = host.rsplit('.').next().unwrap_or_default();
        host.bytes().all(plain)
            && top.starts_with(|first: char| first.is_ascii_lowercase())
            && !host.contains("xn--")
    };
    let is_plain = is_name(host) || host.parse::<std::net::Ipv4Addr>().is_ok();
    (is_plain && port.bytes().all(|byte| byte.is_ascii_digit())).then_some(host)
}

/// By what the same link is found again: a hash of `url` in its one form, without the fragment that no server hears of.
pub fn link_of(url: &str) -> i64 {
    let link = url.split('#').next().unwrap_or_default();
    crc_fast::checksum(crc_fast::CrcAlgorithm::Crc64Nvme, link.as_bytes()).cast_signed()
}

/// Host and port of `url`, the port also where it is the scheme's own.
pub fn host_and_port(url: &url::Url) -> String {
    format!("{}:{}", url.host_str().unwrap_or_default(), url.port_or_known_default().unwrap_or_default())
}

/// Bytes of the longest address that is taken for one: servers refuse half of it.
const MAX_URL: usize = 16 << 10;

/// Reads an address as a person wrote it: blanks around it do not matter, a missing scheme means `https`.
///
/// # Errors
/// `InvalidUrl` if it is no address, `UnsupportedScheme` if Haul has no protocol for it.
pub fn parse_url(text: &str) -> Result<url::Url, Failure> {
    let text = text.trim();
    if text.len() > MAX_URL {
        return Err(Failure::InvalidUrl { url: text.chars().take(200).collect() });
    }
    let invalid = || Failure::InvalidUrl { url: text.chars().take(200).collect() };
    let looks_like_host = |text: &str| {
        let host = text.split(['/', '?', '#']).next().unwrap_or_default();
        host.contains('.') && !host.contains(char::is_whitespace) && !host.starts_with('.')
    };
    let url = match url::Url::parse(text) {
        Ok(url) => url,
        Err(url::ParseError::RelativeUrlWithoutBase) if looks_like_host(text) => {
            url::Url::parse(&format!("https://{text}")).map_err(|_| invalid())?
        }
        Err(_) => return Err(invalid()),
    };
    match url.scheme() {
        "http" | "https" if url.host_str().is_none_or(str::is_empty) => Err(invalid()),
        "http" | "https" => Ok(url),
        // "example.org:8080/file" reads as the scheme "example.org".
        scheme if scheme.contains('.') => url::Url::parse(&format!("https://{text}")).map_err(|_| invalid()),
        scheme => Err(Failure::UnsupportedScheme { scheme: scheme.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_people_write_them() {
        assert_eq!(parse_url(" https://a.org/b ").unwrap().as_str(), "https://a.org/b");
        assert_eq!(parse_url("a.org/b.zip").unwrap().as_str(), "https://a.org/b.zip");
        assert_eq!(parse_url("a.org:8080/b").unwrap().as_str(), "https://a.org:8080/b");
        for bad in ["", "   ", "hello", "http://", "https:///", "//a", "http://[::1", "two words.org"] {
            assert!(matches!(parse_url(bad), Err(Failure::InvalidUrl { .. })), "{bad:?}");
        }
        for scheme in ["gopher://a/b", "file:///etc/passwd", "javascript:alert(1)", "data:,x"] {
            assert!(matches!(parse_url(scheme), Err(Failure::UnsupportedScheme { .. })), "{scheme}");
        }
    }

    #[test]
    fn the_host_of_an_address_is_the_same_by_a_glance_as_by_the_parser() {
        for url in [
            "http://a.org",
            "https://a.org/b?c:d@e",
            "http://a.org:8080/b",
            "http://127.0.0.1:99/",
            "http://A.org/",
            "http://0x7f.1/",
            "http://user@a.org/",
            "http://user:1@a.org/",
            "http://1:2@a.org/",
            "http://[::1]:80/",
            "http://a.org:x/",
            "ftp://a.org/",
            "http://a.org\\@b.org/",
            "http://xn--a/",
            "http:///a.org",
            "",
            "a.org/b",
            "http://a b/",
            "http://a.org:99999999/",
            "http://ä.org/b",
        ] {
            let parsed = url::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned));
            if plain_host(url).is_some() && !url.contains("99999999") {
                assert_eq!(plain_host(url), parsed.as_deref(), "{url}");
            }
            assert!(parsed.is_none() || host_of(url) == parsed.unwrap_or_default(), "{url}");
        }
    }

    #[test]
    fn mirrors_are_addresses_each_of_them_once_and_not_the_first() {
        let of = |mirrors: &[&str]| Options {
            mirrors: mirrors.iter().map(|&mirror| mirror.to_owned()).collect(),
            ..Options::default()
        };
        let first = parse_url("https://a.org/f").unwrap();
        let options = of(&["b.org/f", "https://a.org/f", "https://B.org/f", "http://b.org/f"]);
        assert_eq!(options.check(), Ok(()));
        assert_eq!(options.with_mirrors_of(&first).mirrors, ["https://b.org/f", "http://b.org/f"]);
        let invalid = Err(Failure::InvalidOption { option: "mirrors".into() });
        assert_eq!(of(&["https://b.org/f", "file:///etc/passwd"]).check(), invalid);
        assert_eq!(of(&["https://b.org/f"; MAX_MIRRORS + 1]).check(), invalid);
    }
}
