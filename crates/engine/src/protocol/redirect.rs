//! Where redirects may lead: http and https only, never from out there to what only this machine reaches, and not out into
//! the open where somebody logged in.

use haul_core::{AnswerFault, Failure};
use reqwest::{Response, StatusCode, header};
use url::Url;

use super::Source;
use crate::store::is_secret;

/// Longer addresses are no addresses of files.
const MAX_URL: usize = 16 << 10;

/// Where a redirect from `url` leads; none if the answer is none. RFC 9110 §15.4.
///
/// # Errors
/// `NoLocation`, or `BadRedirect` if it leads to what is not to be followed from `source`, where the transfer began.
pub fn target(response: &Response, url: &Url, source: &Source) -> Result<Option<Url>, Failure> {
    let status = response.status();
    let redirects = [
        StatusCode::MOVED_PERMANENTLY,
        StatusCode::FOUND,
        StatusCode::SEE_OTHER,
        StatusCode::TEMPORARY_REDIRECT,
        StatusCode::PERMANENT_REDIRECT,
    ];
    if !redirects.contains(&status) {
        return Ok(None);
    }
    let Some(location) = response.headers().get(header::LOCATION) else {
        return Err(Failure::BadAnswer { fault: AnswerFault::NoLocation });
    };
    let location = String::from_utf8_lossy(location.as_bytes()).trim().to_owned();
    let bad = || bad_redirect(&location);
    if location.len() > MAX_URL {
        return Err(bad());
    }
    let mut target = url.join(&location).map_err(|_| bad())?;
    if !matches!(target.scheme(), "http" | "https")
        || target.host_str().is_none_or(str::is_empty)
        || leads_inside(&source.url, &target)
        || leads_into_the_open(source, &target)
    {
        return Err(bad());
    }
    if target.origin() == url.origin() && target.username().is_empty() {
        // A log-in in the first URL is for its whole origin.
        let kept = target.set_username(url.username()).and_then(|()| target.set_password(url.password()));
        kept.map_err(|()| bad())?;
    }
    Ok(Some(target))
}

/// A redirect to `target` that is not to be followed.
pub fn refused(target: &Url) -> Failure {
    bad_redirect(target.as_str())
}

fn bad_redirect(target: &str) -> Failure {
    // A query may hold a key: it is not for a log.
    let shown = target.split(['?', '#']).next().unwrap_or_default();
    Failure::BadRedirect { target: shown.chars().take(200).collect() }
}

/// Whether a server out there leads to what only this machine can reach: it would learn what answers, or make it do something.
pub fn leads_inside(first: &Url, target: &Url) -> bool {
    let is_inside = |url: &Url| match url.host() {
        Some(url::Host::Ipv4(address)) => {
            address.is_loopback() || address.is_link_local() || address.is_unspecified()
        }
        Some(url::Host::Ipv6(address)) => {
            let mapped = address.to_ipv4_mapped();
            address.is_loopback()
                || address.is_unspecified()
                || address.is_unicast_link_local()
                || mapped.is_some_and(|mapped| {
                    mapped.is_loopback() || mapped.is_link_local() || mapped.is_unspecified()
                })
        }
        Some(url::Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            name == "localhost" || name.ends_with(".localhost")
        }
        None => false,
    };
    is_inside(target) && !is_inside(first)
}

/// Whether what a log-in gave access to would come unencrypted, though it was asked for over TLS: anybody on the way could read
/// and change it.
fn leads_into_the_open(source: &Source, target: &Url) -> bool {
    let is_logged_in = !source.url.username().is_empty()
        || source.url.password().is_some()
        || source.headers.iter().any(is_secret);
    source.url.scheme() == "https" && target.scheme() == "http" && is_logged_in
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_login_gives_does_not_come_in_the_open() {
        let source = |url: &str, header: &str| {
            let headers = vec![(header.to_owned(), "x".to_owned())];
            Source::new(Url::parse(url).unwrap(), headers, &std::sync::Arc::default())
        };
        let (open, safe) = (Url::parse("http://b.org/").unwrap(), Url::parse("https://b.org/").unwrap());
        for logged_in in [
            source("https://a.org/", "Authorization"),
            source("https://a.org/", "cookie"),
            source("https://me:word@a.org/", "X-Plain"),
        ] {
            assert!(leads_into_the_open(&logged_in, &open) && !leads_into_the_open(&logged_in, &safe));
        }
        assert!(!leads_into_the_open(&source("https://a.org/", "X-Plain"), &open));
        assert!(
            !leads_into_the_open(&source("http://a.org/", "Cookie"), &open),
            "it was so from the first on"
        );
    }

    #[test]
    fn nobody_out_there_leads_to_what_only_this_machine_reaches() {
        let url = |text: &str| Url::parse(text).unwrap();
        let outside = url("https://a.org/");
        for inside in [
            "http://127.0.0.1:6800/jsonrpc",
            "http://127.1/",
            "http://2130706433/",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[::ffff:0.0.0.0]/",
            "http://localhost/",
            "http://x.localhost./",
            "http://169.254.169.254/latest/meta-data",
            "http://0.0.0.0/",
            "http://[fe80::1]/",
        ] {
            assert!(leads_inside(&outside, &url(inside)), "{inside}");
            assert!(!leads_inside(&url("http://localhost:8080/"), &url(inside)), "{inside}");
        }
        for other in ["https://b.org/", "http://192.168.1.5/", "http://localhost.org/"] {
            assert!(!leads_inside(&outside, &url(other)), "{other}");
        }
    }
}
