//! What must hold of cookies. Apart, as the jar is the engine's: whoever asks has it beside this as `super::jar`.

use super::jar::Jar;
use reqwest::header::{HeaderMap, HeaderValue, SET_COOKIE};
use url::Url;

/// Values of `Set-Cookie`, each on a line of its own.
pub fn cookies(values: &[u8]) {
    let at = |address: &str| Url::parse(address).unwrap();
    let mut headers = HeaderMap::new();
    for value in values.split(|byte| *byte == b'\n').take(200) {
        if let Ok(value) = HeaderValue::from_bytes(value) {
            headers.append(SET_COOKIE, value);
        }
    }
    let jar = Jar::default();
    jar.keep(&headers, &at("https://www.a.org/in/x"));
    for stranger in ["https://b.org/in/x", "https://a.org.b.org/in/x", "https://xa.org/in/x", "https://org/"]
    {
        assert_eq!(jar.header(&at(stranger)), None, "sent to {stranger}");
    }
    for friend in ["https://www.a.org/in/x", "https://files.a.org/in/x", "http://www.a.org/"] {
        let Some(sent) = jar.header(&at(friend)) else { continue };
        assert!(HeaderValue::from_str(&sent).is_ok(), "{sent:?} cannot be sent");
        assert!(sent.split("; ").count() <= 100 && sent.len() <= 100 * 4098, "{} bytes", sent.len());
        let secure = sent.split("; ").any(|pair| pair.contains("=secret"));
        assert!(friend.starts_with("https:") || !secure || !is_all_secure(values), "{sent:?} in the open");
    }
}

/// Whether each line that says `secret` says `Secure` too.
fn is_all_secure(values: &[u8]) -> bool {
    let text = String::from_utf8_lossy(values).to_ascii_lowercase();
    text.lines()
        .filter(|line| line.contains("secret"))
        .all(|line| line.split(';').skip(1).any(|part| part.trim() == "secure"))
}
