//! The name in a `Content-Disposition`. RFC 6266, RFC 8187, and what servers send instead.
//!
//! Written here because no crate does all of it: `filename*` wins whatever the order, quoted pairs, bytes that are
//! UTF-8 or latin-1 without saying so, and the words of mail (RFC 2047) that some servers use.

use percent_encoding::percent_decode;

/// The file name that the header gives, its last path component only; none if there is no usable one.
pub fn from_content_disposition(header: &[u8]) -> Option<String> {
    let parameters = parameters(header);
    let first = |wanted: &str, read: fn(&[u8]) -> Option<String>| {
        let mut values = parameters.iter().filter(|(name, _)| name == wanted);
        values.find_map(|(_, value)| read(value)).and_then(|name| last_component(&name))
    };
    first("filename*", extended).or_else(|| first("filename", plain))
}

/// What follows the last slash of either kind; none if that is nothing.
pub(super) fn last_component(name: &str) -> Option<String> {
    name.rsplit(['/', '\\']).find(|part| !part.trim().is_empty()).map(str::to_owned)
}

/// All `name=value` of the header, names in lower case, quotes removed. The disposition type itself has no `=`, so a
/// header that lacks it reads the same. RFC 6266 §4.1.
fn parameters(header: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut parameters = Vec::new();
    let mut rest = header;
    while !rest.is_empty() {
        let name_end = rest.iter().position(|b| matches!(b, b'=' | b';')).unwrap_or(rest.len());
        let name = String::from_utf8_lossy(&rest[..name_end]).trim().to_ascii_lowercase();
        let has_value = rest.get(name_end) == Some(&b'=');
        rest = rest.get(name_end + 1..).unwrap_or_default();
        if has_value {
            let (value, after) = value(rest.trim_ascii_start());
            parameters.push((name, value));
            rest = after;
        }
    }
    parameters
}

/// One value and what follows its `;`. A quote that never closes ends with the header.
fn value(text: &[u8]) -> (Vec<u8>, &[u8]) {
    let Some(quoted) = text.strip_prefix(b"\"") else {
        let (value, rest) = split_at_semicolon(text);
        return (value.trim_ascii().to_vec(), rest);
    };
    let mut value = Vec::new();
    let mut bytes = quoted.iter().enumerate();
    while let Some((at, &byte)) = bytes.next() {
        match byte {
            b'"' => return (value, split_at_semicolon(&quoted[at + 1..]).1),
            b'\\' => value.extend(bytes.next().map(|(_, &escaped)| escaped)),
            byte => value.push(byte),
        }
    }
    (value, &[])
}

fn split_at_semicolon(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(|&b| b == b';').unwrap_or(text.len());
    (&text[..end], text.get(end + 1..).unwrap_or_default())
}

/// `UTF-8'en'na%C3%AFve`; none if it breaks the form, so that the plain name can serve. RFC 8187 §3.2.
fn extended(value: &[u8]) -> Option<String> {
    let mut parts = value.splitn(3, |&b| b == b'\'');
    let (charset, _language, text) = (parts.next()?, parts.next()?, parts.next()?);
    decode(charset, percent_decode(text).collect()).filter(|name| !name.is_empty())
}

/// A value whose bytes say nothing of their charset. Never percent-decoded: a `%` may be part of the name.
fn plain(value: &[u8]) -> Option<String> {
    let text = utf8_or_latin1(value.to_vec());
    Some(encoded_words(&text).unwrap_or(text)).filter(|name| !name.is_empty())
}

pub(super) fn utf8_or_latin1(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| latin1(error.as_bytes()))
}

fn latin1(bytes: &[u8]) -> String {
    bytes.iter().map(|&b| char::from(b)).collect()
}

fn decode(charset: &[u8], bytes: Vec<u8>) -> Option<String> {
    match charset.trim_ascii().to_ascii_lowercase().as_slice() {
        b"utf-8" | b"utf8" | b"us-ascii" => String::from_utf8(bytes).ok(),
        b"iso-8859-1" | b"latin1" | b"windows-1252" => Some(latin1(&bytes)),
        _ => None,
    }
}

/// Decodes the words `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=` of a text; none if there is none that can be. RFC 2047 §2; blanks
/// between two words are no part of the text (§6.2).
fn encoded_words(text: &str) -> Option<String> {
    let mut decoded = String::new();
    let mut any = false;
    let mut rest = text;
    while let Some(start) = rest.find("=?") {
        let (before, word) = rest.split_at(start);
        if !(any && before.trim().is_empty()) {
            decoded.push_str(before);
        }
        let (text, after) = encoded_word(word)?;
        decoded.push_str(&text);
        (any, rest) = (true, after);
    }
    decoded.push_str(rest);
    any.then_some(decoded)
}

/// The text of the word that `word` begins with, and what follows it.
fn encoded_word(word: &str) -> Option<(String, &str)> {
    let mut parts = word.strip_prefix("=?")?.splitn(3, '?');
    let (charset, encoding) = (parts.next()?, parts.next()?);
    let (text, after) = parts.next()?.split_once("?=")?;
    let bytes = match encoding {
        "B" | "b" => base64(text)?,
        "Q" | "q" => {
            percent_decode(text.replace('%', "%25").replace('=', "%").replace('_', " ").as_bytes()).collect()
        }
        _ => return None,
    };
    let charset = charset.split('*').next().unwrap_or_default();
    Some((decode(charset.as_bytes(), bytes)?, after))
}

/// RFC 4648 §4; missing padding is forgiven.
fn base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0u32, 0u32);
    for byte in text.trim_end_matches('=').bytes() {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = (bits << 6 | u32::from(digit)) & 0xffff;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn headers_are_read_as_browsers_read_them() {
        let table: &[(&[u8], Option<&str>)] = &[
            (b"", None),
            (b"attachment", None),
            (b"attachment; filename=", None),
            (b"attachment; filename=\"\"", None),
            (b"attachment; filename=foo.html", Some("foo.html")),
            (b"attachment; FILENAME = \"foo.html\" ; size=3", Some("foo.html")),
            (b"filename=foo.html", Some("foo.html")),
            (b"\"foo.html\"", None),
            (b"attachment; filename=foo bar.html", Some("foo bar.html")),
            (b"attachment; filename=\"f\\oo.html\"", Some("foo.html")),
            (
                b"attachment; filename=\"\\\"quoting\\\" tested; really.html\"",
                Some("\"quoting\" tested; really.html"),
            ),
            (b"attachment; filename=\"never closed.zip", Some("never closed.zip")),
            (b"attachment; filename=\"a.zip\"; filename=\"b.zip\"", Some("a.zip")),
            (b"attachment; xfilename=foo.html", None),
            (b"attachment; filename=\"foo-%41.html\"", Some("foo-%41.html")),
            (b"attachment; filename=\"foo-\xe4.html\"", Some("foo-ä.html")),
            ("attachment; filename=\"foo-ä.html\"".as_bytes(), Some("foo-ä.html")),
            (b"attachment; filename*=UTF-8''foo-%c3%a4-%e2%82%ac.html", Some("foo-ä-€.html")),
            (b"attachment; filename*=iso-8859-1'de'foo-%E4.html", Some("foo-ä.html")),
            (b"attachment; filename*=\"utf-8''a%20b\"", Some("a b")),
            (b"attachment; filename*=UTF-8''yes.zip; filename=no.zip", Some("yes.zip")),
            (b"attachment; filename=no.zip; filename*=UTF-8''yes.zip", Some("yes.zip")),
            (b"attachment; filename*=UTF-8''%ff.zip; filename=yes.zip", Some("yes.zip")),
            (b"attachment; filename*=klingon''a.zip; filename=yes.zip", Some("yes.zip")),
            (b"attachment; filename*=a.zip", None),
            (b"attachment; filename=\"=?UTF-8?B?ZsO8ci56aXA=?=\"", Some("für.zip")),
            (b"attachment; filename=\"=?utf-8?Q?f=C3=BCr_?= =?utf-8?q?dich.zip?=\"", Some("für dich.zip")),
            (b"attachment; filename=\"=?broken\"", Some("=?broken")),
            (b"attachment; filename=\"../../etc/passwd\"", Some("passwd")),
            (b"attachment; filename=\"C:\\\\a\\\\b.zip\"", Some("b.zip")),
            (b"attachment; filename*=UTF-8''..%2f..%2fb.zip", Some("b.zip")),
            (b"attachment; filename=\"a/\"", Some("a")),
            (b"attachment; filename=\"/\"", None),
        ];
        for (header, expected) in table {
            let shown = String::from_utf8_lossy(header);
            assert_eq!(from_content_disposition(header).as_deref(), *expected, "{shown}");
        }
    }

    proptest! {
        #[test]
        fn any_header_is_borne(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[;=\"'%*?a-f\\\\ ]{0,60}") {
            from_content_disposition(&bytes);
            from_content_disposition(format!("attachment; filename{text}").as_bytes());
            from_content_disposition(format!("attachment; filename=\"=?utf-8?B?{text}?=").as_bytes());
        }

        #[test]
        fn a_quoted_name_comes_back(name in "[^\\pC/\\\\]{1,40}") {
            prop_assume!(!name.trim().is_empty() && !name.contains("=?"));
            let header = format!("attachment; filename=\"{}\"", name.replace('"', "\\\""));
            prop_assert_eq!(from_content_disposition(header.as_bytes()), Some(name));
        }
    }
}
