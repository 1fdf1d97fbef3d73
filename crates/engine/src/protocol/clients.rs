//! The connections that requests go over: which are shared, and how much may be under way in each.

use haul_core::Proxy;
use hyper_util::client::proxy::matcher::Matcher;
use reqwest::{Client, ClientBuilder, NoProxy};
use rustls::ClientConfig;
use std::sync::Arc;
use std::time::Duration;
use url::Url;

use super::Over;
use super::connecting::{CountProxies, Counting};
use super::tls::Tls;
use super::ways::{Way, proxy_of};
use crate::hosts::MOST_CARRIERS;
use crate::resolver::Resolver;

/// What an HTTP/2 server may send before somebody takes it: it waits in memory.
#[derive(Debug, Clone, Copy)]
struct Window {
    /// In answer to one request.
    stream: u32,
    /// In all together: more, so that one whose bytes nobody takes leaves room for the others.
    connection: u32,
}

/// Enough for 1 Gbit/s at a round trip of 100 ms.
const USUAL: Window = Window { stream: 13 << 20, connection: 20 << 20 };
/// For each further connection that many downloads from one host are spread over.
const FURTHER: Window = Window { stream: 1 << 20, connection: 3 << 19 };
const IDLE_CONNECTIONS: usize = 16;
/// Silence after which an HTTP/2 connection that somebody waits for is asked whether it is still there. One that died unseen
/// (the line was cut, the machine slept) would otherwise get every further try, until the system gives it up.
const ASK_AFTER: Duration = Duration::from_secs(10);
/// Of an answer over HTTP/2, in bytes: about what one over HTTP/1.1 may have.
const LONGEST_HEAD: u32 = 256 << 10;

/// The ways to connect, with one set of rules.
#[derive(Debug)]
pub struct Clients {
    pub way: Way,
    matcher: Matcher,
    /// HTTP/2 where the server has it: many requests in one connection. The first is the usual one.
    shared: Vec<Client>,
    /// HTTP/1.1 only: each request has a connection of its own, which is what further connections are for.
    separate: Client,
}

impl Clients {
    pub fn new(tls: &Tls, way: &Way, resolver: &Resolver) -> reqwest::Result<Self> {
        let with = |tls: ClientConfig, window| {
            let builder = builder(tls, window)
                .connector_layer(CountProxies)
                .dns_resolver(Arc::new(Counting(resolver.clone())))
                .connect_timeout(way.connect_timeout)
                // A ping is answered as soon as a connection is made.
                .http2_keep_alive_timeout(way.connect_timeout);
            match &way.proxy {
                Proxy::System => Ok(builder),
                Proxy::None => Ok(builder.no_proxy()),
                Proxy::Manual { url, no_proxy } => {
                    let proxy = reqwest::Proxy::all(url)?;
                    Ok(builder.proxy(proxy.no_proxy(NoProxy::from_string(&no_proxy.join(",")))))
                }
            }
        };
        let windows = std::iter::once(USUAL).chain(std::iter::repeat_n(FURTHER, MOST_CARRIERS as usize - 1));
        let shared = windows.map(|window| with(tls.any(), window)?.build()).collect::<Result<_, _>>()?;
        let separate = with(tls.separate(), USUAL)?.http1_only().build()?;
        Ok(Self { way: way.clone(), matcher: way.matcher(), shared, separate })
    }

    /// Host and port of the proxy that `url` is reached over; none: it is reached directly.
    pub fn proxy_of(&self, url: &Url) -> Option<String> {
        proxy_of(&self.matcher, url)
    }

    /// For one request.
    pub fn of(&self, over: Over) -> &Client {
        match over {
            Over::Shared(number) => &self.shared[number as usize % self.shared.len()],
            Over::Own => &self.separate,
        }
    }
}

/// What a server says it did not look at (REFUSED_STREAM, GOAWAY with NO_ERROR) is asked for again, twice at most: that is
/// reqwest's rule where none is set. RFC 9113 §8.7.
fn builder(tls: ClientConfig, window: Window) -> ClientBuilder {
    Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        .pool_max_idle_per_host(IDLE_CONNECTIONS)
        .pool_idle_timeout(Duration::from_secs(30))
        .http2_keep_alive_interval(ASK_AFTER)
        .http2_max_header_list_size(LONGEST_HEAD)
        .http2_initial_stream_window_size(window.stream)
        .http2_initial_connection_window_size(window.connection)
        .tls_backend_preconfigured(tls)
}
