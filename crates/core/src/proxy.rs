//! Over which proxy servers are reached.

use serde::{Deserialize, Serialize};
use url::Url;

/// Over which proxy servers are reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Proxy {
    /// What the system says: the environment, on macOS and Windows also the system's settings.
    #[default]
    System,
    /// None, whatever the system says.
    None,
    Manual {
        /// `http`, `https`, `socks5` (names are looked up here) or `socks5h` (names are looked up there). A user name and a
        /// password in it are for the proxy; they are kept in memory only.
        url: String,
        /// Hosts that are reached without it, with all below them; addresses and networks such as 10.0.0.0/8; `*` is all.
        no_proxy: Vec<String>,
    },
}

const SCHEMES: [&str; 4] = ["http", "https", "socks5", "socks5h"];

/// A text that names no proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a proxy is written as http://host:port, https://, socks5:// or socks5h://")]
pub struct NoProxy;

impl Proxy {
    /// What a person writes: an address (a missing scheme means `http`), `none` or `system`.
    ///
    /// # Errors
    /// `NoProxy` if it is none of these.
    pub fn parse(text: &str) -> Result<Self, NoProxy> {
        match text.trim() {
            "none" | "direct" => Ok(Self::None),
            "system" => Ok(Self::System),
            address => {
                let url = url_of(address).ok_or(NoProxy)?;
                Ok(Self::Manual { url: url.into(), no_proxy: Vec::new() })
            }
        }
    }

    /// Whether it is one that can be used.
    pub fn is_usable(&self) -> bool {
        match self {
            Self::System | Self::None => true,
            Self::Manual { url, no_proxy } => {
                let is_entry = |entry: &String| !entry.is_empty() && !entry.contains([',', ' ']);
                url_of(url).is_some() && no_proxy.iter().all(is_entry)
            }
        }
    }

    /// Whether it has a user name or a password, which are not written down.
    pub fn has_login(&self) -> bool {
        *self != self.without_login()
    }

    /// What of it may be written down.
    #[must_use]
    pub fn without_login(&self) -> Self {
        let Self::Manual { url, no_proxy } = self else { return self.clone() };
        let Some(mut parsed) = url_of(url) else { return self.clone() };
        if parsed.username().is_empty() && parsed.password().is_none() {
            return self.clone();
        }
        // Both fail only for addresses that have no host, which is no proxy.
        if parsed.set_username("").is_err() || parsed.set_password(None).is_err() {
            return Self::System;
        }
        Self::Manual { url: parsed.into(), no_proxy: no_proxy.clone() }
    }
}

fn url_of(text: &str) -> Option<Url> {
    let text = text.trim();
    let url = if text.contains("://") { Url::parse(text) } else { Url::parse(&format!("http://{text}")) };
    url.ok()
        .filter(|url| SCHEMES.contains(&url.scheme()) && url.host_str().is_some_and(|host| !host.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(url: &str) -> Proxy {
        Proxy::Manual { url: url.to_owned(), no_proxy: Vec::new() }
    }

    #[test]
    fn proxies_are_read_as_people_write_them() {
        assert_eq!(Proxy::parse("10.0.0.1:3128"), Ok(at("http://10.0.0.1:3128/")));
        assert_eq!(Proxy::parse(" socks5://localhost:1080"), Ok(at("socks5://localhost:1080")));
        assert_eq!((Proxy::parse("none"), Proxy::parse("system")), (Ok(Proxy::None), Ok(Proxy::System)));
        for bad in ["", "ftp://a:21", "http://", "socks5://"] {
            assert_eq!(Proxy::parse(bad), Err(NoProxy), "{bad}");
        }
    }

    #[test]
    fn a_log_in_is_not_written_down() {
        let proxy = Proxy::parse("http://ada:secret@proxy.example:3128").unwrap();
        assert!(proxy.has_login() && !at("socks5://a:1").has_login());
        assert_eq!(proxy.without_login(), at("http://proxy.example:3128/"));
        let socks = Proxy::parse("socks5h://ada:secret@proxy.example:1080").unwrap();
        assert_eq!(socks.without_login(), at("socks5h://proxy.example:1080"));
    }

    #[test]
    fn exceptions_are_single_words() {
        let proxy = |entry: &str| Proxy::Manual { url: "http://a:1".into(), no_proxy: vec![entry.into()] };
        assert!(
            proxy("example.org").is_usable() && proxy("10.0.0.0/8").is_usable() && proxy("*").is_usable()
        );
        assert!(!proxy("a, b").is_usable() && !proxy("").is_usable());
        assert!(!at("gopher://a").is_usable());
    }
}
