//! The ways that requests go: over which proxy, with which time-out. Each has connections of its own, so that a changed setting
//! acts on the next one that is made.

use haul_core::{Failure, Proxy};
use hyper_util::client::proxy::matcher::Matcher;
use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use url::Url;

use super::clients::Clients;
use super::tls::Tls;
use crate::resolver::Resolver;

/// Ways that are kept; the one that was not used for longest goes.
const KEPT: usize = 8;

/// How requests get to their servers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    pub connect_timeout: Duration,
    pub proxy: Proxy,
}

impl Way {
    /// What says of an address over which proxy it is reached.
    pub fn matcher(&self) -> Matcher {
        match &self.proxy {
            Proxy::System => Matcher::from_system(),
            Proxy::None => Matcher::builder().build(),
            Proxy::Manual { url, no_proxy } => {
                Matcher::builder().all(url.as_str()).no(no_proxy.join(",")).build()
            }
        }
    }

    /// Whom connections for `url` are made to: the proxy that it is reached over, or its server.
    pub fn peer_of(&self, url: &Url) -> Option<Peer> {
        proxy_at(&self.matcher(), url)
            .or_else(|| Some(Peer::new(url.host_str()?, url.port_or_known_default()?)))
    }
}

/// Who is connected to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Peer {
    /// A name or an address, without brackets.
    pub host: String,
    pub port: u16,
}

impl Peer {
    fn new(host: &str, port: u16) -> Self {
        let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
        Self { host: bare.unwrap_or(host).to_owned(), port }
    }
}

impl fmt::Display for Peer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.host.contains(':') {
            true => write!(f, "[{}]:{}", self.host, self.port),
            false => write!(f, "{}:{}", self.host, self.port),
        }
    }
}

/// Everything that is used now.
#[derive(Debug)]
pub struct Ways {
    tls: Tls,
    resolver: Resolver,
    /// The one that was used last comes first.
    recent: Mutex<VecDeque<Arc<Clients>>>,
}

impl Ways {
    pub fn new(tls: Tls, resolver: Resolver) -> Self {
        Self { tls, resolver, recent: Mutex::default() }
    }

    pub fn tls(&self) -> &Tls {
        &self.tls
    }

    /// The clients that go this way.
    pub fn clients(&self, way: &Way) -> Result<Arc<Clients>, Failure> {
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(first) = recent.front().filter(|clients| clients.way == *way) {
            return Ok(first.clone());
        }
        let known = recent.iter().position(|clients| clients.way == *way);
        let clients = match known.and_then(|at| recent.remove(at)) {
            Some(clients) => clients,
            None => Arc::new(self.made(&self.tls, way)?),
        };
        recent.push_front(clients.clone());
        recent.truncate(KEPT);
        Ok(clients)
    }

    /// New clients that go this way, with rules of their own.
    pub fn made(&self, tls: &Tls, way: &Way) -> Result<Clients, Failure> {
        Clients::new(tls, way, &self.resolver).map_err(|_| Failure::Internal)
    }
}

/// Host and port of the proxy that `url` is reached over, as they are called in messages; none: it is reached directly.
pub fn proxy_of(matcher: &Matcher, url: &Url) -> Option<String> {
    proxy_at(matcher, url).map(|proxy| proxy.to_string())
}

fn proxy_at(matcher: &Matcher, url: &Url) -> Option<Peer> {
    let proxy = matcher.intercept(&url.as_str().parse().ok()?)?;
    let uri = proxy.uri();
    let port = uri.port_u16().or(match uri.scheme_str() {
        Some("https") => Some(443),
        Some("http") => Some(80),
        _ => Some(1080),
    })?;
    Some(Peer::new(uri.host()?, port))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn over(proxy: Proxy, url: &str) -> Option<String> {
        let way = Way { connect_timeout: Duration::ZERO, proxy };
        proxy_of(&way.matcher(), &Url::parse(url).unwrap())
    }

    #[test]
    fn exceptions_are_reached_directly() {
        let no_proxy = ["example.org", "10.0.0.0/8"].map(str::to_owned).to_vec();
        let proxy = Proxy::Manual { url: "socks5://ada:secret@proxy:1080".to_owned(), no_proxy };
        assert_eq!(over(proxy.clone(), "https://example.net/a"), Some("proxy:1080".to_owned()));
        assert_eq!(over(proxy.clone(), "http://files.example.org/a"), None);
        assert_eq!(over(proxy.clone(), "http://10.1.2.3:8080/a"), None);
        assert_eq!(over(Proxy::None, "http://example.net/"), None);
    }

    #[test]
    fn whoever_is_reached_over_a_proxy_is_not_connected_to() {
        let peer = |proxy: &Proxy, url: &str| {
            let way = Way { connect_timeout: Duration::ZERO, proxy: proxy.clone() };
            way.peer_of(&Url::parse(url).unwrap()).unwrap().to_string()
        };
        let no_proxy = vec!["example.org".to_owned()];
        let proxy = Proxy::Manual { url: "http://[2001:db8::1]:3128".to_owned(), no_proxy };
        assert_eq!(peer(&proxy, "https://example.net/a"), "[2001:db8::1]:3128");
        assert_eq!(peer(&proxy, "https://example.org/a"), "example.org:443");
        assert_eq!(peer(&Proxy::None, "http://[2001:db8::2]/a"), "[2001:db8::2]:80");
    }
}
