//! What an error of the HTTP stack means for a download.

use haul_core::{AnswerFault, Failure, ProxyFault, RefusedCertificate, certificate};
use rustls::{CertificateError, OtherError};
use std::error::Error;
use std::io;
use url::Url;

use super::connecting::NameNotFound;
use super::verifying::{Refused, fingerprint};

/// The failure behind a transport error of a request to `url` over `proxy`, with the certificate if that was refused.
pub fn failure_at(error: &reqwest::Error, url: &Url, proxy: Option<&str>) -> Failure {
    if let Some(failure) = proxy.and_then(|proxy| failure_of_proxy(error, url, proxy)) {
        return failure;
    }
    let mut failure = failure_of(error, url.host_str().unwrap_or_default());
    if let Failure::Tls { reason, certificate, .. } = &mut failure
        && let Some(refused) = refused(error)
    {
        *reason = refused.to_string();
        *certificate = Some(Box::new(described(refused, url)));
    }
    failure
}

fn refused(error: &reqwest::Error) -> Option<&Refused> {
    match find::<rustls::Error>(error)? {
        rustls::Error::InvalidCertificate(CertificateError::Other(OtherError(inner))) => inner.downcast_ref(),
        _ => None,
    }
}

fn described(refused: &Refused, url: &Url) -> RefusedCertificate {
    let said = certificate::describe(&refused.certificate);
    RefusedCertificate {
        host: url.host_str().unwrap_or_default().to_owned(),
        port: url.port_or_known_default().unwrap_or_default(),
        fault: refused.fault(),
        sha256: fingerprint(&refused.certificate),
        subject: said.subject,
        issuer: said.issuer,
        not_before: said.not_before,
        not_after: said.not_after,
    }
}

/// What is the proxy's doing; none: what failed lies behind it. Its errors are private to the HTTP stack, but their words are
/// not, and the stories about proxies show that they still are these.
fn failure_of_proxy(error: &reqwest::Error, url: &Url, proxy: &str) -> Option<Failure> {
    if !error.is_connect() || tls_reason(error).is_some() {
        return None;
    }
    let says = |words: &[&str]| {
        chain(error).any(|error| words.iter().any(|words| error.to_string().contains(words)))
    };
    let fault = if says(&["proxy authorization required", "error during authentication"]) {
        ProxyFault::LoginNeeded
    } else if let Some(name) = find::<NameNotFound>(error) {
        // With `socks5` the server's name is looked up here.
        if !proxy.starts_with(&name.0) {
            return Some(Failure::HostNotFound { host: url.host_str().unwrap_or_default().to_owned() });
        }
        ProxyFault::NotFound
    } else if error.is_timeout() {
        ProxyFault::TimedOut
    } else if says(&["tunnel error: unsuccessful", "tunnel error: unexpected end of file", "SOCKS error: "])
        && !says(&["failed to create underlying connection"])
    {
        ProxyFault::Refused
    } else {
        ProxyFault::Unreachable
    };
    Some(Failure::Proxy { proxy: proxy.to_owned(), fault })
}

/// The failure behind a transport error of a request to `host`.
pub fn failure_of(error: &reqwest::Error, host: &str) -> Failure {
    let host = host.to_owned();
    if let Some(reason) = tls_reason(error) {
        return Failure::Tls { host, reason, certificate: None };
    }
    if error.is_dns() || find::<NameNotFound>(error).is_some() {
        return Failure::HostNotFound { host };
    }
    if error.is_timeout() {
        return Failure::TimedOut { host };
    }
    if error.is_connect() {
        return Failure::Unreachable { host };
    }
    if error.is_request() && find::<h2::Error>(error).is_some_and(breaks_rules) {
        return Failure::BadAnswer { fault: AnswerFault::Malformed };
    }
    match find::<hyper::Error>(error) {
        Some(hyper) if hyper.is_parse() => Failure::BadAnswer { fault: AnswerFault::Malformed },
        Some(_) | None => Failure::ConnectionLost { host },
    }
}

/// Why the other side could not prove who it is, in rustls's words; none if that was not the problem. An end of the
/// connection without TLS's own goodbye is a lost connection, not a doubtful identity.
fn tls_reason(error: &reqwest::Error) -> Option<String> {
    find::<rustls::Error>(error).map(ToString::to_string)
}

/// Whether this side reset the stream of an answer for what its head holds. If it had to end the connection, the answer to
/// blame may be another one. RFC 9113 §5.4.
fn breaks_rules(error: &h2::Error) -> bool {
    error.is_reset() && error.is_library()
}

/// Whether the server speaks none of the protocols that it was offered. RFC 7301 §3.2.
pub fn is_other_protocol(error: &reqwest::Error) -> bool {
    let refusal = rustls::Error::AlertReceived(rustls::AlertDescription::NoApplicationProtocol);
    find::<rustls::Error>(error).is_some_and(|error| *error == refusal)
}

fn find<E: Error + 'static>(error: &reqwest::Error) -> Option<&E> {
    chain(error).find_map(|error| error.downcast_ref::<E>())
}

/// The error and all its sources; an I/O error also hides one inside, which its `source` skips.
fn chain(error: &reqwest::Error) -> impl Iterator<Item = &(dyn Error + 'static)> {
    let mut next: Option<&(dyn Error + 'static)> = Some(error);
    std::iter::from_fn(move || {
        let error = next?;
        next = match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(inner) => Some(inner),
            None => error.source(),
        };
        Some(error)
    })
}
