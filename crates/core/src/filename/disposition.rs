//! The name in a `Content-Disposition`. RFC 6266, RFC 8187, and what servers send instead.
//!
//! Written here because no crate does all of it: `filename*` wins whatever the order, quoted pairs, bytes of charsets
//! that nobody names, the words of mail (RFC 2047), and values in several parts (RFC 2231) that some servers use.

use percent_encoding::percent_decode_str;
use std::collections::HashMap;
use std::iter;
use url::Url;

use super::{charset, words};
use crate::parameters::{self, Parameters};

/// The file name that the header gives, its last path component only; none if there is no usable one. `url` is where the
/// header comes from.
pub fn from_content_disposition(header: &[u8], url: &Url) -> Option<String> {
    // Decoded as a whole and before anything else: in some charsets the second byte of a character is a backslash.
    let parameters = parameters::all(&charset::guess(header, url));
    let first = |wanted: &str, read: fn(&str) -> Option<String>| {
        let mut values = parameters.iter().filter(|(name, _)| name == wanted);
        values.find_map(|(_, value)| read(value)).and_then(|name| last_component(&name))
    };
    let joined = || in_parts(&parameters, url).and_then(|name| last_component(&name));
    first("filename*", extended).or_else(|| first("filename", plain)).or_else(joined)
}

/// What follows the last slash of either kind; none if that is nothing.
pub(super) fn last_component(name: &str) -> Option<String> {
    name.rsplit(['/', '\\']).find(|part| !part.trim().is_empty()).map(str::to_owned)
}

/// `UTF-8'en'na%C3%AFve`; none if it breaks the form, so that the plain name can serve. RFC 8187 §3.2.
fn extended(value: &str) -> Option<String> {
    let (charset, encoded) = labelled(value)?;
    // All of it ought to be ASCII. What is not has been decoded already.
    let charset = if encoded.is_ascii() { charset } else { "utf-8" };
    let bytes: Vec<u8> = percent_decode_str(encoded).collect();
    charset::decode(charset, &bytes).filter(|name| !name.is_empty())
}

/// The charset of an extended value, and what follows its language.
fn labelled(value: &str) -> Option<(&str, &str)> {
    let (charset, rest) = value.split_once('\'')?;
    let (_language, encoded) = rest.split_once('\'')?;
    Some((charset, encoded))
}

/// A value that names no charset. Never percent-decoded: a `%` may be part of the name.
fn plain(value: &str) -> Option<String> {
    Some(words::decode(value).unwrap_or_else(|| value.to_owned())).filter(|name| !name.is_empty())
}

/// A name in parts: `filename*0*=UTF-8''f%C3; filename*1*=%BCr; filename*2=".zip"`. RFC 2231 §4.1, of which HTTP took
/// nothing over (RFC 8187 §1), so it counts only where there is no other name. It ends where a part is missing.
fn in_parts(parameters: &Parameters, url: &Url) -> Option<String> {
    let mut parts = HashMap::new();
    for (name, value) in parameters {
        let Some(number) = name.strip_prefix("filename*") else { continue };
        let (number, is_extended) = number.strip_suffix('*').map_or((number, false), |number| (number, true));
        // As the first name counts, so does the first of a number.
        parts.entry(number).or_insert((is_extended, value.as_str()));
    }
    let mut parts = (0..).map_while(|number: usize| parts.get(number.to_string().as_str()).copied());
    let (is_extended, first) = parts.next()?;
    let (charset, first) = if is_extended {
        labelled(first).map(|(charset, rest)| (Some(charset), rest))?
    } else {
        (None, first)
    };
    let mut bytes = Vec::new();
    for (is_extended, value) in iter::once((is_extended, first)).chain(parts) {
        if is_extended {
            bytes.extend(percent_decode_str(value));
        } else {
            bytes.extend(value.as_bytes());
        }
    }
    match charset {
        Some(charset) => charset::decode(charset, &bytes),
        None => Some(charset::guess(&bytes, url)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(host: &str) -> Url {
        Url::parse(&format!("https://{host}/")).unwrap()
    }

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
            assert_eq!(from_content_disposition(header, &at("a.org")).as_deref(), *expected, "{shown}");
        }
    }

    /// As <http://test.greenbytes.de/tech/tc2231/> names them; where it expects a broken header to be ignored, what
    /// browsers read from it. What `filename` holds is never percent-decoded, as it says and they do not.
    #[test]
    fn the_cases_of_tc2231_are_understood() {
        let table = [
            ("inlonlyquoted", r#""inline""#, None),
            ("inlwithfnattach", r#"inline; filename="Not an attachment!""#, Some("Not an attachment!")),
            (
                "attwithquotedsemicolon",
                r#"attachment; filename="Here's a semicolon;.html""#,
                Some("Here's a semicolon;.html"),
            ),
            (
                "attwithfilenameandextparamescaped",
                r#"attachment; foo="\"\\";filename="foo.html""#,
                Some("foo.html"),
            ),
            ("attwithtokfncommanq", "attachment; filename=foo,bar.html", Some("foo,bar.html")),
            ("attwithasciifilenamenqs", "attachment; filename=foo.html ;", Some("foo.html")),
            ("attemptyparam", "attachment; ;filename=foo", Some("foo")),
            ("attwithfntokensq", "attachment; filename='foo.bar'", Some("'foo.bar'")),
            ("attwithfnusingpct", r#"attachment; filename="50%.html""#, Some("50%.html")),
            ("attwithfnrawpctencaq", r#"attachment; filename="foo-%\41.html""#, Some("foo-%41.html")),
            ("attwithnamepct", r#"attachment; name="foo-%41.html""#, None),
            ("attwithfilenamepctandiso", r#"attachment; filename="ä-%41.html""#, Some("ä-%41.html")),
            (
                "attwithfnrawpctenclong",
                r#"attachment; filename="foo-%c3%a4-%e2%82%ac.html""#,
                Some("foo-%c3%a4-%e2%82%ac.html"),
            ),
            ("attfnbrokentoken", "attachment; filename=foo[1](2).html", Some("foo[1](2).html")),
            ("attmissingdisposition2", "x=y; filename=foo.html", Some("foo.html")),
            ("attmissingdisposition3", r#""foo; filename=bar;baz"; filename=qux"#, Some("qux")),
            ("emptydisposition", "; filename=foo.html", Some("foo.html")),
            ("doublecolon", ": inline; attachment; filename=foo.html", Some("foo.html")),
            ("attbrokenquotedfn", r#"attachment; filename="foo.html".txt"#, Some("foo.html")),
            ("attbrokenquotedfn3", r#"attachment; filename=foo"bar;baz"qux"#, Some("foo\"bar")),
            ("attmissingdelim", "attachment; foo=foo filename=bar", None),
            ("attreversed", "filename=foo.html; attachment", Some("foo.html")),
            ("attconfusedparam", "attachment; xfilename=foo.html", None),
            ("attabspath", r#"attachment; filename="/foo.html""#, Some("foo.html")),
            ("attabspathwin", r#"attachment; filename="\\foo.html""#, Some("foo.html")),
            ("dispextbadfn", r#"attachment; example="filename=example.txt""#, None),
            ("attwithfn2231noc", "attachment; filename*=''foo-%c3%a4-%e2%82%ac.html", None),
            (
                "attwithfn2231utf8comp",
                "attachment; filename*=UTF-8''foo-a%cc%88.html",
                Some("foo-a\u{308}.html"),
            ),
            (
                "attwithfn2231utf8-bad",
                "attachment; filename*=iso-8859-1''foo-%c3%a4-%e2%82%ac.html",
                Some("foo-Ã¤-â‚¬.html"),
            ),
            ("attwithfn2231iso-bad", "attachment; filename*=utf-8''foo-%E4.html", None),
            ("attwithfn2231ws1", "attachment; filename *=UTF-8''foo-%c3%a4.html", None),
            ("attwithfn2231ws2", "attachment; filename*= UTF-8''foo-%c3%a4.html", Some("foo-ä.html")),
            ("attwithfn2231ws3", "attachment; filename* =UTF-8''foo-%c3%a4.html", Some("foo-ä.html")),
            ("attwithfn2231quot2", r#"attachment; filename*="foo%20bar.html""#, None),
            ("attwithfn2231singleqmissing", "attachment; filename*=UTF-8'foo-%c3%a4.html", None),
            ("attwithfn2231nbadpct1", "attachment; filename*=UTF-8''foo%", Some("foo%")),
            ("attwithfn2231dpct", "attachment; filename*=UTF-8''A-%2541.html", Some("A-%41.html")),
            ("attwithfn2231abspathdisguised", "attachment; filename*=UTF-8''%5cfoo.html", Some("foo.html")),
            ("attfncont", r#"attachment; filename*0="foo."; filename*1="html""#, Some("foo.html")),
            ("attfncontqs", r#"attachment; filename*0="foo"; filename*1="\b\a\r.html""#, Some("foobar.html")),
            (
                "attfncontenc",
                r#"attachment; filename*0*=UTF-8''foo-%c3%a4; filename*1=".html""#,
                Some("foo-ä.html"),
            ),
            ("attfncontlz", r#"attachment; filename*0="foo"; filename*01="bar""#, Some("foo")),
            ("attfncontnc", r#"attachment; filename*0="foo"; filename*2="bar""#, Some("foo")),
            ("attfnconts1", r#"attachment; filename*1="foo."; filename*2="html""#, None),
            ("attfncontord", r#"attachment; filename*1="bar"; filename*0="foo""#, Some("foobar")),
            (
                "attfnboth",
                r#"attachment; filename="foo-ae.html"; filename*=UTF-8''foo-%c3%a4.html"#,
                Some("foo-ä.html"),
            ),
            (
                "attfnboth3",
                "attachment; filename*0*=ISO-8859-15''euro-sign%3d%a4; filename*=ISO-8859-1''currency-sign%3d%a4",
                Some("currency-sign=¤"),
            ),
            ("attrfc2047token", "attachment; filename==?ISO-8859-1?Q?foo-=E4.html?=", Some("foo-ä.html")),
            (
                "attrfc2047quoted",
                r#"attachment; filename="=?ISO-8859-1?Q?foo-=E4.html?=""#,
                Some("foo-ä.html"),
            ),
        ];
        for (case, header, expected) in table {
            assert_eq!(
                from_content_disposition(header.as_bytes(), &at("a.org")).as_deref(),
                expected,
                "{case}"
            );
        }
    }

    #[test]
    fn names_in_the_charset_of_a_country_are_read() {
        let read = |header: &[u8], host| from_content_disposition(header, &at(host)).unwrap();
        let (header, _, _) = encoding_rs::SHIFT_JIS.encode("attachment; filename=\"表ソ.zip\"");
        assert_eq!(read(&header, "a.jp"), "表ソ.zip", "the second byte of both signs is a backslash");
        let (header, _, _) = encoding_rs::EUC_KR.encode("attachment; filename=한국어.zip");
        assert_eq!(read(&header, "a.kr"), "한국어.zip");
        assert_eq!(read(b"attachment; filename*=Shift_JIS'ja'%95%5C.zip", "a.org"), "表.zip");
        assert_eq!(read("attachment; filename*=UTF-8''日%E6%9C%AC.zip".as_bytes(), "a.org"), "日本.zip");
    }

    #[test]
    fn a_name_in_parts_counts_only_where_there_is_no_other() {
        let read = |header: &str| from_content_disposition(header.as_bytes(), &at("a.org"));
        let name = Some("a.zip".to_owned());
        assert_eq!(read("attachment; filename*0=b; filename*1=.zip; filename=a.zip"), name);
        assert_eq!(read("attachment; filename*0*=utf-8''a; filename*1*=%2ezip; filename*1=c"), name);
        assert_eq!(read("attachment; filename*0*=a; filename*1=.zip"), None);
        assert_eq!(read("attachment; filename*0*=utf-8''%ff"), None);
        assert_eq!(
            read("attachment; filename**=utf-8''a; filename*-1=b; filename*99999999999999999999=c"),
            None
        );
    }

    proptest! {
        #[test]
        fn any_header_is_borne(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[;=\"'%*?a-f\\\\ ]{0,60}") {
            let url = at("a.jp");
            from_content_disposition(&bytes, &url);
            from_content_disposition(format!("attachment; filename{text}").as_bytes(), &url);
            from_content_disposition(format!("attachment; filename*0{text}; filename*1{text}").as_bytes(), &url);
            from_content_disposition(format!("attachment; filename=\"=?utf-8?B?{text}?=").as_bytes(), &url);
        }

        #[test]
        fn a_quoted_name_comes_back(name in "[^\\pC/\\\\]{1,40}") {
            prop_assume!(!name.trim().is_empty() && !name.contains("=?"));
            let header = format!("attachment; filename=\"{}\"", name.replace('"', "\\\""));
            prop_assert_eq!(from_content_disposition(header.as_bytes(), &at("a.org")), Some(name));
        }
    }
}
