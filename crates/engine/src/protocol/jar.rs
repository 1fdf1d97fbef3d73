//! Cookies of one transfer: what servers set on its way goes back to them, by RFC 6265's rules. Nothing is kept beyond it.

use cookie_store::{Cookie, CookieDomain, CookieStore};
use reqwest::header::{self, HeaderMap};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use url::Url;

/// Longer cookies are not kept, and no more of them. RFC 6265 §6.1 asks for at least 4,096 bytes and 50 a domain.
const MAX_COOKIE: usize = 4096;
const MAX_COOKIES: usize = 100;

/// The cookies of one transfer; clones share them.
#[derive(Clone, Default)]
pub struct Jar(Arc<Mutex<CookieStore>>);

impl Jar {
    /// Keeps what an answer from `url` sets.
    pub fn keep(&self, headers: &HeaderMap, url: &Url) {
        let set = headers.get_all(header::SET_COOKIE);
        let texts =
            set.iter().filter_map(|value| value.to_str().ok()).filter(|text| text.len() <= MAX_COOKIE);
        for text in texts {
            let mut store = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if store.iter_any().count() >= MAX_COOKIES {
                return;
            }
            let kept = match Cookie::parse(text, url) {
                Ok(cookie) if is_for_everybody(&cookie, url) => continue,
                Ok(cookie) => store.insert(cookie.into_owned(), url),
                Err(error) => Err(error),
            };
            // Without its text, which may be a key.
            if let Err(error) = kept {
                tracing::debug!(%error, "a cookie that is not kept");
            }
        }
    }

    /// What a request to `url` says.
    pub fn header(&self, url: &Url) -> Option<String> {
        let store = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // The store takes this machine for safe without TLS; RFC 6265 §5.4 does not.
        let is_secure = url.scheme() == "https";
        let cookies =
            store.matches(url).into_iter().filter(|cookie| is_secure || cookie.secure() != Some(true));
        let pairs = cookies.map(|cookie| format!("{}={}", cookie.name(), cookie.value()));
        let text = pairs.collect::<Vec<_>>().join("; ");
        (!text.is_empty()).then_some(text)
    }
}

/// Whether it is meant for all of `org`: hosts that have nothing to do with each other. Of suffixes like that with more
/// labels there would have to be a list. RFC 6265 §5.3, step 5.
fn is_for_everybody(cookie: &Cookie<'_>, url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    matches!(&cookie.domain, CookieDomain::Suffix(domain) if !domain.contains('.') && domain != host)
}

/// What is in it may be a key.
impl fmt::Debug for Jar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Jar")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use reqwest::header::HeaderValue;

    fn jar(at: &str, cookies: &[&str]) -> Jar {
        let mut headers = HeaderMap::new();
        for cookie in cookies {
            headers.append(header::SET_COOKIE, HeaderValue::from_str(cookie).unwrap());
        }
        let jar = Jar::default();
        jar.keep(&headers, &Url::parse(at).unwrap());
        jar
    }

    fn sent(jar: &Jar, to: &str) -> Option<String> {
        jar.header(&Url::parse(to).unwrap())
    }

    #[test]
    fn a_cookie_goes_where_it_came_from_and_nowhere_else() {
        let jar = jar("https://a.org/in", &["k=1; Path=/", "deep=2; Path=/files", "safe=3; Secure; Path=/"]);
        assert_eq!(sent(&jar, "https://a.org/x").unwrap().split("; ").count(), 2);
        assert!(sent(&jar, "https://a.org/files/x").unwrap().contains("deep=2"));
        assert_eq!(sent(&jar, "http://a.org/x").unwrap(), "k=1", "what is secure is not sent in the open");
        assert_eq!(sent(&jar, "https://b.org/x"), None);
        let local = self::jar("http://127.0.0.1/in", &["safe=3; Secure; Path=/"]);
        assert_eq!(sent(&local, "http://127.0.0.1/x"), None, "nor on this machine");
        assert_eq!(sent(&jar, "https://sub.a.org/x"), None, "no domain was named");
        assert_eq!(sent(&jar, "https://a.org.evil.org/x"), None);
    }

    #[test]
    fn a_named_domain_holds_for_those_below_it_and_a_strangers_for_nobody() {
        let jar =
            jar("https://www.a.org/", &["k=1; Domain=a.org", "evil=2; Domain=b.org", "all=3; Domain=org"]);
        assert_eq!(sent(&jar, "https://files.a.org/").unwrap(), "k=1");
        assert_eq!(sent(&jar, "https://b.org/"), None);
    }

    #[test]
    fn what_is_too_long_or_too_many_or_no_cookie_is_left_out() {
        let long = format!("long={}", "x".repeat(MAX_COOKIE));
        let many: Vec<String> = (0..2 * MAX_COOKIES).map(|number| format!("c{number}=1")).collect();
        let mut all = vec![long.as_str(), "", "=", "no cookie"];
        all.extend(many.iter().map(String::as_str));
        let text = sent(&jar("http://a.org/", &all), "http://a.org/").unwrap();
        assert!(!text.contains("long"));
        assert!(text.split("; ").count() <= MAX_COOKIES);
    }
}
