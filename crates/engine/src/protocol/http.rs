//! HTTP and HTTPS over reqwest: requests, redirects, and bodies as streams.
//!
//! Redirects are followed here and not by reqwest, because the user's headers must not follow to another origin.

use async_trait::async_trait;
use bytes::Bytes;
use futures::StreamExt;
use futures::stream::BoxStream;
use haul_core::drip::Drip;
use haul_core::host_settings::Secret;
use haul_core::{AnswerFault, Failure, Page, Probe, ProxyFault, Validator, http as rules};
use hyper::body::Body as _;
use reqwest::header::{self, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Client, Response, StatusCode, Version};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};
use tokio::time::timeout;
use url::Url;

use super::clients::Clients;
use super::connecting::counted;
use super::http_answer::{self, Verdict};
use super::http_error::{failure_at, failure_of, is_other_protocol};
use super::http_page;
use super::redirect;
use super::tls::Tls;
use super::ways::Ways;
use super::{Answer, Ask, Over, Protocol, RangeSource, Source};
use crate::OpenError;
use crate::resolver::Resolver;
use crate::transfer::{Halt, Transfer, segmented};

/// RFC 9110 §15.4 leaves the number to the client; browsers take 20.
const MAX_REDIRECTS: u32 = 20;
/// What servers answer to a link whose time is over.
const EXPIRED: [StatusCode; 4] =
    [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN, StatusCode::NOT_FOUND, StatusCode::GONE];
/// What servers answer to a version of HTTP that they do not serve this with. RFC 9110 §15.5.22, §15.6.6.
const OTHER_VERSION: [StatusCode; 2] = [StatusCode::UPGRADE_REQUIRED, StatusCode::HTTP_VERSION_NOT_SUPPORTED];
/// The longest answer of no use that is read for the sake of its connection, and how long that may take.
const SHORT: u64 = 16 << 10;
const READ_OUT_WITHIN: Duration = Duration::from_millis(500);
/// Headers of one request that the user cannot set: they are the engine's own business.
const OWN_HEADERS: [HeaderName; 6] = [
    header::RANGE,
    header::IF_RANGE,
    header::ACCEPT_ENCODING,
    header::CONTENT_LENGTH,
    header::HOST,
    header::TRANSFER_ENCODING,
];

/// The protocol for `http:` and `https:`.
#[derive(Debug, Clone)]
pub struct Http {
    ways: Arc<Ways>,
}

impl Http {
    /// Trusts `extra_roots` (PEM) beside the system's certificates, and is `identity` to who asks. Blocks while the system's are
    /// read.
    pub fn new(
        extra_roots: &[Vec<u8>],
        identity: Option<&[u8]>,
        resolver: Resolver,
    ) -> Result<Self, OpenError> {
        let tls = Tls::trusting(extra_roots, identity)?;
        Ok(Self { ways: Arc::new(Ways::new(tls, resolver)) })
    }

    /// Sends the request, follows redirects, and returns the first other answer.
    async fn send(&self, source: &Source, ask: &Ask) -> Result<Answered, Failure> {
        let mut url = source.at.as_ref().unwrap_or(&source.url).clone();
        let mut metalink = None;
        for _ in 0..=MAX_REDIRECTS {
            let clients = match source.trust.clients(&url, &self.ways, &source.way)? {
                Some(accepting) => accepting,
                None => self.ways.clients(&source.way)?,
            };
            let response = request(&clients, source, ask, &url).await?;
            source.jar.keep(response.headers(), &url);
            metalink = metalink.or_else(|| http_answer::metalink_of(&response, &url));
            match redirect::target(&response, &url, source)? {
                Some(target) if source.stays && target.origin() != url.origin() => {
                    return Err(redirect::refused(&target));
                }
                Some(target) => url = target,
                None => return Ok(Answered { response, url, metalink }),
            }
        }
        Err(Failure::TooManyRedirects { limit: MAX_REDIRECTS })
    }

    async fn ask_once(&self, source: &Source, ask: &Ask) -> Result<(Verdict, Response, Url), Failure> {
        let mut answered = self.send(source, ask).await?;
        if source.at.is_some() && EXPIRED.contains(&answered.response.status()) {
            // Where a redirect leads is often good for a while only: the first URL leads to a new one.
            answered = self.send(&Source { at: None, ..source.clone() }, ask).await?;
        }
        let Answered { response, url, metalink } = answered;
        match http_answer::judge(&response, &url, ask, metalink) {
            Ok(verdict) => Ok((verdict, response, url)),
            Err(failure) => {
                read_out(response).await;
                Err(failure)
            }
        }
    }
}

/// An answer that is no redirect.
struct Answered {
    response: Response,
    /// Where it came from.
    url: Url,
    /// Where this or an answer on the way says that a description of the file is: who spreads visitors over mirrors
    /// describes the file, and not the mirrors.
    metalink: Option<Url>,
}

/// Reads what an answer of no use says, if that is short: its connection is then there for the next request.
async fn read_out(mut response: Response) {
    let is_short = response.content_length().is_some_and(|length| length <= SHORT);
    if response.version() == Version::HTTP_2 || !is_short {
        return;
    }
    let reading = async { while let Ok(Some(_)) = response.chunk().await {} };
    if timeout(READ_OUT_WITHIN, reading).await.is_err() {
        tracing::debug!("a connection that is not worth waiting for");
    }
}

/// Asks `url` for what `ask` says; once more over a shared connection if it gives no other.
async fn request(clients: &Clients, source: &Source, ask: &Ask, url: &Url) -> Result<Response, Failure> {
    let proxy = clients.proxy_of(url);
    source.waits.set_proxied(proxy.is_some());
    let sending = send_over(clients.of(ask.over), source, ask, url);
    let sent = counted(&source.waits, proxy.is_some(), sending).await?;
    // A server without HTTP/1.1 ends the handshake or says so.
    let is_other_version = match &sent {
        Ok(response) => OTHER_VERSION.contains(&response.status()),
        Err(error) => is_other_protocol(error),
    };
    let sent = if ask.over == Over::Own && is_other_version {
        let again = send_over(clients.of(Over::Shared(0)), source, ask, url);
        counted(&source.waits, proxy.is_some(), again).await?
    } else {
        sent
    };
    let response = sent.map_err(|error| failure_at(&error, url, proxy.as_deref()))?;
    match proxy {
        // What is not sent on wants a log-in of the proxy itself. RFC 9110 §15.5.8.
        Some(proxy) if response.status() == StatusCode::PROXY_AUTHENTICATION_REQUIRED => {
            read_out(response).await;
            Err(Failure::Proxy { proxy, fault: ProxyFault::LoginNeeded })
        }
        _ => Ok(response),
    }
}

async fn send_over(
    client: &Client,
    source: &Source,
    ask: &Ask,
    url: &Url,
) -> Result<reqwest::Result<Response>, Failure> {
    let headers = request_headers(source, ask, url)?;
    let log_in = log_in_for(source, url).filter(|_| !headers.contains_key(header::AUTHORIZATION));
    let mut request = client.get(url.clone()).headers(headers);
    if let Some((user, password)) = log_in {
        request = request.basic_auth(user, password);
    }
    // The connect time-out counts per address; a head that does not come counts as silence.
    let patience = source.way.connect_timeout + source.stall_timeout;
    let silent = |_| Failure::TimedOut { host: url.host_str().unwrap_or_default().to_owned() };
    timeout(patience, request.send()).await.map_err(silent)
}

/// The name and password that the person set for the host of `url`, unless it has some of its own.
fn log_in_for<'a>(source: &'a Source, url: &Url) -> Option<(&'a str, Option<&'a str>)> {
    let own = source.own_settings(url.host_str()?)?;
    let is_open = url.username().is_empty() && url.password().is_none();
    let user = own.user.as_deref().filter(|_| is_open)?;
    Some((user, own.password.as_ref().map(|Secret(password)| password.as_str())))
}

fn request_headers(source: &Source, ask: &Ask, url: &Url) -> Result<HeaderMap, Failure> {
    let mut headers = HeaderMap::new();
    let own = source.own_settings(url.host_str().unwrap_or_default());
    let agent = own.and_then(|own| own.user_agent.as_ref()).unwrap_or(&source.settings.user_agent);
    let agent = HeaderValue::from_str(agent).map_err(|_| invalid("User-Agent"))?;
    headers.insert(header::USER_AGENT, agent);
    headers.insert(header::ACCEPT, HeaderValue::from_static("*/*"));
    if let Some(own) = own {
        add_users_headers(&mut headers, &own.headers)?;
    }
    // What was said of this very download takes the place of that.
    if url.origin() == source.url.origin() {
        add_users_headers(&mut headers, &source.headers)?;
    }
    if let Some(cookies) = source.jar.header(url) {
        add_cookies(&mut headers, &cookies)?;
    }
    headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    if ask.whole {
        return Ok(headers);
    }
    let range = rules::range_header(ask.from, ask.to);
    headers.insert(header::RANGE, HeaderValue::from_str(&range).map_err(|_| invalid("Range"))?);
    let asks = !source.ignores_if_range.load(Ordering::Relaxed);
    if let Some(Validator::Etag(value) | Validator::LastModified(value)) =
        ask.same_as.as_ref().filter(|_| asks)
    {
        headers.insert(header::IF_RANGE, HeaderValue::from_str(value).map_err(|_| invalid("If-Range"))?);
    }
    Ok(headers)
}

fn add_users_headers(headers: &mut HeaderMap, wanted: &[(String, String)]) -> Result<(), Failure> {
    let mut first = std::collections::HashSet::new();
    for (name, value) in wanted {
        let key = HeaderName::from_bytes(name.trim().as_bytes()).map_err(|_| invalid(name))?;
        let value = HeaderValue::from_str(value.trim()).map_err(|_| invalid(name))?;
        if OWN_HEADERS.contains(&key) {
            continue;
        }
        // The first of a name takes the place of Haul's own, further ones stand beside it.
        if first.insert(key.clone()) {
            headers.insert(key, value);
        } else {
            headers.append(key, value);
        }
    }
    Ok(())
}

/// Beside what the user sends.
fn add_cookies(headers: &mut HeaderMap, cookies: &str) -> Result<(), Failure> {
    let own = headers.get_all(header::COOKIE).iter().map(HeaderValue::as_bytes);
    let all = own.chain([cookies.as_bytes()]).collect::<Vec<_>>().join(&b"; "[..]);
    headers.insert(header::COOKIE, HeaderValue::from_bytes(&all).map_err(|_| invalid("Cookie"))?);
    Ok(())
}

fn invalid(name: &str) -> Failure {
    Failure::InvalidHeader { name: name.to_owned() }
}

#[async_trait]
impl RangeSource for Http {
    async fn open(&self, source: &Source, ask: &Ask) -> Result<Answer, Failure> {
        let (mut verdict, mut response, mut url) = self.ask_once(source, ask).await?;
        if verdict.is_whole_though_unchanged(ask) {
            source.ignores_if_range.store(true, Ordering::Relaxed);
            // Some servers answer If-Range with everything though nothing changed: once more without it. The caller
            // compares the validator of what comes.
            let plain = Ask { same_as: None, ..ask.clone() };
            (verdict, response, url) = self.ask_once(source, &plain).await?;
        }
        let host = url.host_str().unwrap_or_default().to_owned();
        let shared = response.version() == Version::HTTP_2;
        let expected = Expected { bytes: verdict.length(), resumable: verdict.is_resumable() };
        let body = body_of(response, host, source.stall_timeout, expected);
        Ok(verdict.into_answer(&url, shared, body))
    }
}

/// Of a body.
#[derive(Clone, Copy)]
struct Expected {
    bytes: Option<u64>,
    resumable: bool,
}

/// The body as a stream that fails after `stall` of silence, or after twice as long if next to nothing came. What becomes of
/// the connection once the `expected` bytes are there is nothing to it.
fn body_of(
    response: Response,
    host: String,
    stall: Duration,
    expected: Expected,
) -> BoxStream<'static, Result<Bytes, Failure>> {
    let next = move |(state, came, mut drip): (Option<Response>, u64, Drip)| {
        let host = host.clone();
        async move {
            let mut response = state?;
            let failed = |failure| {
                (expected.bytes != Some(came)).then_some((Err(failure), (None, came, Drip::over(stall))))
            };
            let asked = Instant::now();
            match timeout(stall, response.chunk()).await {
                Ok(Ok(Some(bytes))) => {
                    let count = bytes.len() as u64;
                    let missing = expected.bytes.map(|expected| expected.saturating_sub(came + count));
                    if drip.is_too_thin(count, asked.elapsed(), missing, expected.resumable) {
                        return failed(Failure::TimedOut { host });
                    }
                    Some((Ok(bytes), (Some(response), came + count, drip)))
                }
                Ok(Ok(None)) if is_broken_off(response) => failed(Failure::ConnectionLost { host }),
                Ok(Ok(None)) => None,
                Ok(Err(error)) => failed(failure_of(&error, &host)),
                Err(_) => failed(Failure::TimedOut { host }),
            }
        }
    };
    // Fused: whoever reads on after the end just sees the end again.
    Box::pin(futures::stream::unfold((Some(response), 0, Drip::over(2 * stall)), next).fuse())
}

/// Whether a body that seems to be over was not ended by the server: hyper takes a stream that breaks off with NO_ERROR for
/// one that ended, and where no length was said nobody else would know. RFC 9113 §8.1.
fn is_broken_off(response: Response) -> bool {
    response.version() == Version::HTTP_2 && !reqwest::Body::from(response).is_end_stream()
}

#[async_trait]
impl Protocol for Http {
    fn schemes(&self) -> &'static [&'static str] {
        &["http", "https"]
    }

    async fn probe(&self, source: &Source) -> Result<Probe, Failure> {
        let answer = match self.open(source, &Ask { to: Some(1), ..Ask::front() }).await {
            Err(Failure::BadAnswer { fault: AnswerFault::WrongRange }) => {
                self.open(source, &Ask::whole()).await?
            }
            answered => answered?,
        };
        let resource = answer.resource;
        Ok(Probe {
            url: source.url.to_string(),
            web_page: rules::is_web_page(resource.content_type.as_deref().unwrap_or_default()),
            resumable: resource.can_be_continued(),
            size: resource.size,
            validator: resource.validator,
            content_type: resource.content_type,
            final_url: resource.final_url,
            name: answer.name,
        })
    }

    async fn page(&self, source: &Source) -> Result<Option<Page>, Failure> {
        http_page::read(self.open(source, &Ask::whole()).await?).await
    }

    async fn fetch(&self, transfer: &mut Transfer) -> Result<PathBuf, Halt> {
        segmented::fetch(transfer, Arc::new(self.clone())).await
    }
}
