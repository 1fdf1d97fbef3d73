//! What a person set for single hosts: how they are asked, and how much of them.
//!
//! Of several patterns that fit the most exact counts: a name without stars first, then the one that names most characters.

use serde::{Deserialize, Serialize};
use std::fmt;

use crate::glob::Glob;
use crate::settings::{MAX_CONNECTIONS, MAX_LIMIT, MIN_LIMIT};

/// Hosts that can have settings of their own.
pub const MOST_HOSTS: usize = 500;

/// The settings of the hosts that `host` fits; what is none is as everywhere.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", default)]
pub struct HostSettings {
    /// `example.org`, `*.example.org`; without port.
    pub host: String,
    /// Connections to it over all downloads.
    pub connections: Option<u32>,
    pub user_agent: Option<String>,
    /// Sent with each request to it.
    pub headers: Vec<(String, String)>,
    /// The name to log in with.
    pub user: Option<String>,
    /// Never in the list and never in a log: it is kept in a file that only the person's account can read.
    pub password: Option<Secret>,
    /// Bytes a second over all downloads from it.
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub limit: Option<u64>,
}

/// What does not show in logs.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(transparent)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl fmt::Debug for HostSettings {
    /// A header may be as secret as a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HostSettings").field("host", &self.host).finish_non_exhaustive()
    }
}

impl HostSettings {
    /// Whether it is for next to everywhere: no log-in is.
    fn names_nobody(&self) -> bool {
        Glob::new(&self.host).is_none_or(|glob| glob.weight() < 3)
    }

    /// The first part that cannot be, by its name on the wire.
    pub fn fault(&self) -> Option<&'static str> {
        let is_line = |text: &str| text.chars().all(|char| !char.is_control());
        let is_token = |name: &str| !name.is_empty() && name.bytes().all(is_token_byte);
        let connections = self.connections.is_some_and(|count| !(1..=MAX_CONNECTIONS).contains(&count));
        let limit = self.limit.is_some_and(|limit| !(MIN_LIMIT..=MAX_LIMIT).contains(&limit));
        let agent = self
            .user_agent
            .as_ref()
            .is_some_and(|agent| agent.is_empty() || !agent.bytes().all(|byte| (0x20..0x7f).contains(&byte)));
        let headers = &self.headers;
        match self {
            _ if Glob::new(&self.host).is_none() || self.host.contains(['/', ':', ' ']) => Some("host"),
            _ if connections => Some("connections"),
            _ if agent => Some("userAgent"),
            _ if headers.iter().any(|(name, value)| !is_token(name.trim()) || !is_line(value.trim())) => {
                Some("headers")
            }
            _ if self.user.is_some() && self.names_nobody() => Some("host"),
            _ if self.user.as_ref().is_some_and(|user| !is_line(user) || user.contains(':')) => Some("user"),
            _ if self.password.as_ref().is_some_and(|Secret(text)| !is_line(text)) => Some("password"),
            _ if limit => Some("limit"),
            _ => None,
        }
    }

    /// How exactly it names `host`; none if it does not.
    fn exactness(&self, host: &str) -> Option<(bool, usize)> {
        let glob = Glob::new(&self.host)?;
        let is_name = !self.host.contains(['*', '?']);
        glob.fits(host).then(|| (is_name, glob.weight()))
    }
}

/// The settings of `host` among `all`; none if it has none of its own.
pub fn of<'a>(all: &'a [HostSettings], host: &str) -> Option<&'a HostSettings> {
    let fitting = all.iter().filter_map(|one| Some((one.exactness(host)?, one)));
    // Of two that are as exact, the first.
    fitting.rev().max_by_key(|(exactness, _)| *exactness).map(|(_, one)| one)
}

/// RFC 9110 §5.6.2.
fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(host: &str) -> HostSettings {
        HostSettings { host: host.into(), ..HostSettings::default() }
    }

    #[test]
    fn the_most_exact_pattern_counts() {
        let all = ["*", "*.example.org", "*.files.example.org", "a.files.example.org", "a.files.example.*"];
        let all: Vec<HostSettings> = all.map(named).into();
        let of = |host| of(&all, host).map(|one| one.host.as_str());
        assert_eq!(of("a.files.example.org"), Some("a.files.example.org"));
        assert_eq!(of("A.FILES.example.org"), Some("a.files.example.org"));
        assert_eq!(of("b.files.example.org"), Some("*.files.example.org"));
        assert_eq!(of("b.example.org"), Some("*.example.org"));
        assert_eq!(of("a.files.example.net"), Some("a.files.example.*"));
        assert_eq!(of("example.org"), Some("*"));
        assert_eq!(super::of(&all[1..], "example.org"), None);
    }

    #[test]
    fn what_cannot_be_is_named_and_a_password_does_not_show() {
        let fault = |change: fn(&mut HostSettings)| {
            let mut host = named("a.org");
            change(&mut host);
            host.fault()
        };
        assert_eq!(fault(|_| ()), None);
        assert_eq!(fault(|host| host.host = "https://a.org".into()), Some("host"));
        assert_eq!(fault(|host| host.connections = Some(0)), Some("connections"));
        assert_eq!(fault(|host| host.user_agent = Some("a\nb".into())), Some("userAgent"));
        assert_eq!(fault(|host| host.headers = vec![("a b".into(), "c".into())]), Some("headers"));
        assert_eq!(fault(|host| host.headers = vec![("a".into(), "b\r\nc: d".into())]), Some("headers"));
        assert_eq!(fault(|host| host.user = Some("a:b".into())), Some("user"));
        assert_eq!(fault(|host| host.limit = Some(1)), Some("limit"));
        let everywhere =
            |host: &mut HostSettings| (host.host, host.user) = ("*.*".into(), Some("ada".into()));
        assert_eq!(fault(everywhere), Some("host"), "a log-in is told to nobody else");
        let headers = vec![("X-Key".into(), "hush".into())];
        let host = HostSettings { password: Some(Secret("hush".into())), headers, ..named("a.org") };
        assert!(!format!("{host:?}").contains("hush"));
    }
}
