//! Protocols: how to learn what an address holds, and how to get it.
//!
//! A protocol that can serve byte ranges implements [`RangeSource`], and its `fetch` is one line: segmentation, retries,
//! limits and checkpoints are written once, in `transfer/`.

mod clients;
mod connecting;
mod http;
mod http_answer;
mod http_error;
mod http_page;
pub mod jar;
mod redirect;
mod tls;
mod trust;
mod verifying;
mod ways;

use async_trait::async_trait;
use bytes::Bytes;
use futures::stream::BoxStream;
use haul_core::host_settings::{self, HostSettings};
use haul_core::{Failure, Page, Probe, Proxy, Resource, Settings, Validator};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;
use url::Url;

use crate::OpenError;
use crate::resolver::Resolver;
use crate::transfer::{Halt, Transfer};
use crate::waits::Waits;
use jar::Jar;

pub use trust::{Pin, Trust};
pub use ways::{Peer, Way};

/// A way to get what an address holds.
#[async_trait]
pub trait Protocol: std::fmt::Debug + Send + Sync {
    fn schemes(&self) -> &'static [&'static str];

    /// What `source` holds, without getting it.
    async fn probe(&self, source: &Source) -> Result<Probe, Failure>;

    /// What `source` leads to, if it is a web page.
    async fn page(&self, source: &Source) -> Result<Option<Page>, Failure>;

    /// Gets it all, and says where the whole file lies.
    async fn fetch(&self, transfer: &mut Transfer) -> Result<PathBuf, Halt>;
}

/// Something that can be read from any offset.
#[async_trait]
pub trait RangeSource: Send + Sync {
    async fn open(&self, source: &Source, ask: &Ask) -> Result<Answer, Failure>;
}

/// An address to read from, and how to ask there.
#[derive(Debug, Clone)]
pub struct Source {
    pub url: Url,
    /// Where an earlier answer of the same transfer came from: asked directly, so that all parts come from one and the
    /// same server, however the first URL spreads its visitors.
    pub at: Option<Url>,
    /// Redirects to another scheme, host or port are not followed.
    pub stays: bool,
    /// The user's own headers; sent to this URL's scheme, host and port only.
    pub headers: Vec<(String, String)>,
    pub jar: Jar,
    /// What is accepted of servers whose certificate does not hold.
    pub trust: Trust,
    /// It answered If-Range with everything though nothing had changed: asking so again would cost as much each time.
    pub ignores_if_range: Arc<AtomicBool>,
    /// As they are now: what is sent depends on the host that is asked, and a redirect may lead to another.
    pub settings: Arc<Settings>,
    pub way: Way,
    /// The proxy that somebody wants for this very download.
    pub proxy: Option<Proxy>,
    /// What is waited for while it is asked.
    pub waits: Arc<Waits>,
    /// Silence after which an answer counts as dead.
    pub stall_timeout: Duration,
}

impl Source {
    pub fn new(url: Url, headers: Vec<(String, String)>, settings: &Arc<Settings>) -> Self {
        let (at, stays) = (None, false);
        let stall_timeout = Duration::ZERO;
        let way = Way { connect_timeout: Duration::ZERO, proxy: Proxy::default() };
        let (jar, trust, ignores_if_range, proxy, waits) = Default::default();
        Self {
            url,
            at,
            stays,
            headers,
            jar,
            trust,
            ignores_if_range,
            settings: settings.clone(),
            way,
            proxy,
            waits,
            stall_timeout,
        }
        .with(settings)
    }

    /// The same, with the settings that are in force now.
    pub fn with(&self, settings: &Arc<Settings>) -> Self {
        Self {
            settings: settings.clone(),
            way: Way {
                connect_timeout: Duration::from_secs(u64::from(settings.connect_timeout_secs)),
                proxy: self.proxy.as_ref().unwrap_or(&settings.proxy).clone(),
            },
            stall_timeout: Duration::from_secs(u64::from(settings.stall_timeout_secs)),
            ..self.clone()
        }
    }

    /// The host for messages.
    pub fn host(&self) -> &str {
        self.url.host_str().unwrap_or_default()
    }

    /// Host and port: what connections are counted by.
    pub fn host_and_port(&self) -> String {
        haul_core::download::host_and_port(&self.url)
    }

    /// Whether what it answers may be for one person only: it is asked with headers or a log-in of theirs.
    pub fn is_personal(&self) -> bool {
        let is_known = |own: &HostSettings| own.user.is_some() || !own.headers.is_empty();
        !self.headers.is_empty()
            || !self.url.username().is_empty()
            || self.url.password().is_some()
            || self.own_settings(self.host()).is_some_and(is_known)
    }

    /// What the person set for `host`.
    pub fn own_settings(&self, host: &str) -> Option<&HostSettings> {
        host_settings::of(&self.settings.hosts, host)
    }

    /// Whether it is this very machine: reachable without any network.
    pub fn is_loopback(&self) -> bool {
        match self.url.host() {
            Some(url::Host::Ipv4(address)) => address.is_loopback(),
            Some(url::Host::Ipv6(address)) => address.is_loopback(),
            Some(url::Host::Domain(name)) => name == "localhost",
            None => false,
        }
    }
}

/// Which bytes are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    pub from: u64,
    /// Exclusive; none: to the end.
    pub to: Option<u64>,
    /// Only if it is still what this validator names; otherwise all of what it is now.
    pub same_as: Option<Validator>,
    /// Ask without naming a range at all: for servers that get ranges wrong.
    pub whole: bool,
    pub over: Over,
}

/// The connection that a request goes over, where the server speaks HTTP/2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// One that others share: 0 is the usual one. Many small files wait for little but for each connection to gather way
    /// (slow start, RFC 5681 §3.1), so that a few together bring them sooner; which of these is told by the number.
    Shared(u32),
    /// One of its own.
    Own,
}

/// How much the first request asks for: enough that a small file needs no other, little enough that further connections
/// share nearly all of a large one.
pub const FIRST_PORTION: u64 = 1 << 20;

impl Ask {
    /// The front, as a range, so that the answer tells whether ranges work and how much there is.
    pub fn front() -> Self {
        Self { from: 0, to: Some(FIRST_PORTION), same_as: None, whole: false, over: Over::Shared(0) }
    }

    /// Everything, without a range.
    pub fn whole() -> Self {
        Self { to: None, whole: true, ..Self::front() }
    }
}

/// What came back: the resource, and a body that begins at `start`.
pub struct Answer {
    pub resource: Resource,
    /// A safe name for it.
    pub name: String,
    /// What the server or the URL calls it, where that cannot be a name.
    pub refused_name: Option<String>,
    /// The server calls it a file to be saved, whatever its type is.
    pub attachment: bool,
    pub start: u64,
    /// Where the body will end, exclusive; none: when it ends.
    pub end: Option<u64>,
    /// It shares its connection with other requests: HTTP/2.
    pub shared: bool,
    pub body: BoxStream<'static, Result<Bytes, Failure>>,
}

/// Every protocol there is.
#[derive(Debug)]
pub struct Protocols(Vec<Arc<dyn Protocol>>);

impl Protocols {
    /// Blocks while the system's certificates are read.
    pub fn new(
        extra_roots: &[Vec<u8>],
        identity: Option<&[u8]>,
        resolver: Resolver,
    ) -> Result<Self, OpenError> {
        Ok(Self(vec![Arc::new(http::Http::new(extra_roots, identity, resolver)?)]))
    }

    /// The one that understands `url`.
    pub fn claim(&self, url: &Url) -> Result<Arc<dyn Protocol>, Failure> {
        let claims = |protocol: &&Arc<dyn Protocol>| protocol.schemes().contains(&url.scheme());
        let unsupported = || Failure::UnsupportedScheme { scheme: url.scheme().to_owned() };
        self.0.iter().find(claims).cloned().ok_or_else(unsupported)
    }

    pub async fn probe(&self, source: &Source) -> Result<Probe, Failure> {
        self.claim(&source.url)?.probe(source).await
    }

    pub async fn page(&self, source: &Source) -> Result<Option<Page>, Failure> {
        self.claim(&source.url)?.page(source).await
    }
}
