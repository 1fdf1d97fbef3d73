//! Where redirects may lead: http and https only, and never from out there to what only this machine reaches.

use haul_core::{AnswerFault, Failure};
use reqwest::{Response, StatusCode, header};
use url::Url;

/// Longer addresses are no addresses of files.
const MAX_URL: usize = 16 << 10;

/// Where a redirect from `url` leads; none if the answer is none. RFC 9110 §15.4.
///
/// # Errors
/// `NoLocation`, or `BadRedirect` if it leads to what is not to be followed from `first`, where the transfer began.
pub fn target(response: &Response, url: &Url, first: &Url) -> Result<Option<Url>, Failure> {
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
        || leads_inside(first, &target)
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

fn bad_redirect(target: &str) -> Failure {
    // A query may hold a key: it is not for a log.
    let shown = target.split(['?', '#']).next().unwrap_or_default();
    Failure::BadRedirect { target: shown.chars().take(200).collect() }
}

/// Whether a server out there leads to what only this machine can reach: it would learn what answers, or make it do something.
fn leads_inside(first: &Url, target: &Url) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

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
