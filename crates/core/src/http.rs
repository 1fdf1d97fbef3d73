//! The rules of HTTP that need no connection: what a header says, and what may be concluded from it.
//!
//! A *range* is half-open, `start..end`; HTTP's inclusive form never leaves this file. What breaks a rule is never
//! guessed at: a wrong guess would put a byte in the wrong place.

use std::ops::Range;
use std::time::{Duration, SystemTime};

use crate::{AnswerFault, Validator};

/// Which bytes an answer holds. RFC 9110 §14.4.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContentRange {
    /// `bytes 0-9/100`; the total may be unknown (`*`).
    Satisfied { range: Range<u64>, total: Option<u64> },
    /// `bytes */100`: nothing of what was asked for exists.
    Unsatisfied { total: Option<u64> },
}

impl ContentRange {
    /// Reads the value of a `Content-Range`; none if it breaks a rule in any way. RFC 9110 §14.4.
    pub fn parse(value: &str) -> Option<Self> {
        let (unit, rest) = value.trim_matches([' ', '\t']).split_once(' ')?;
        if !unit.eq_ignore_ascii_case("bytes") {
            return None;
        }
        let (range, total) = rest.split_once('/')?;
        let total = match total {
            "*" => None,
            total => Some(digits(total)?),
        };
        if range == "*" {
            return Some(Self::Unsatisfied { total });
        }
        let (first, last) = range.split_once('-')?;
        let range = digits(first)?..digits(last)?.checked_add(1)?;
        let fits = range.start < range.end && total.is_none_or(|total| range.end <= total);
        fits.then_some(Self::Satisfied { range, total })
    }
}

/// Only digits: `u64::from_str` takes a plus sign too.
fn digits(text: &str) -> Option<u64> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// The value of a `Range` that asks for `start..end`, to the end of the file if there is no `end`. RFC 9110 §14.2.
///
/// An empty range cannot be asked for in HTTP; it is asked for as its first byte.
pub fn range_header(start: u64, end: Option<u64>) -> String {
    match end {
        Some(end) => format!("bytes={start}-{}", end.saturating_sub(1).max(start)),
        None => format!("bytes={start}-"),
    }
}

/// By what a resource can be recognised later: a strong entity tag, else the time of its last change.
///
/// A weak tag only promises something similar, and says that the server knows of such variants: it is no validator, and
/// the time then decides. RFC 9110 §8.8.1, §13.1.5. A time that is no date, or the epoch that servers without a clock
/// give to everything, is none either; nor is one that is not a second older than the answer's `date`: the file may change
/// once more within it. RFC 9110 §8.8.2.2.
pub fn validator(etag: Option<&str>, last_modified: Option<&str>, date: Option<&str>) -> Option<Validator> {
    if let Some(etag) = etag.map(str::trim).filter(|etag| is_strong(etag)) {
        return Some(Validator::Etag(etag.to_owned()));
    }
    let last_modified = last_modified?.trim();
    let time = httpdate::parse_http_date(last_modified).ok()?;
    let answered = date.and_then(|date| httpdate::parse_http_date(date.trim()).ok());
    let settled = answered.is_none_or(|answered| time + Duration::from_secs(1) <= answered);
    (time > SystemTime::UNIX_EPOCH && settled).then(|| Validator::LastModified(last_modified.to_owned()))
}

/// What is said of a version that has no [`validator`]: it can show that there is another one now, not that there is none.
pub fn hint(etag: Option<&str>, last_modified: Option<&str>) -> Option<String> {
    let said: Vec<&str> = [etag, last_modified].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// RFC 9110 §8.8.3: `DQUOTE *etagc DQUOTE`.
fn is_strong(etag: &str) -> bool {
    let inside = etag.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inside.is_some_and(|inside| inside.bytes().all(|b| b == 0x21 || (0x23..=0x7e).contains(&b) || b >= 0x80))
}

/// How long the server wants to be left alone: seconds, or a date that is compared with `now`. A date in the past is no
/// wait; more seconds than there are numbers for are the most there is. RFC 9110 §10.2.3.
pub fn retry_after(value: &str, now: SystemTime) -> Option<Duration> {
    let value = value.trim();
    if !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Duration::from_secs(value.parse().unwrap_or(u64::MAX)));
    }
    let date = httpdate::parse_http_date(value).ok()?;
    Some(date.duration_since(now).unwrap_or(Duration::ZERO))
}

/// The time that a `Date` tells. By it a server's other dates are meant, whatever the time is here.
pub fn date(value: &str) -> Option<SystemTime> {
    httpdate::parse_http_date(value.trim()).ok()
}

/// The length that all `Content-Length` fields agree on; none if there is no such field. A value that is repeated, in
/// fields of its own or as a list, counts once. RFC 9110 §8.6.
///
/// # Errors
/// `Malformed` if one is no number or two differ: where the body ends is then unknowable. RFC 9112 §6.3.
pub fn content_length<V: AsRef<[u8]>>(
    values: impl IntoIterator<Item = V>,
) -> Result<Option<u64>, AnswerFault> {
    let mut length = None;
    for value in values {
        let value = std::str::from_utf8(value.as_ref()).map_err(|_| AnswerFault::Malformed)?;
        for one in value.split(',') {
            let one = digits(one.trim_matches([' ', '\t'])).ok_or(AnswerFault::Malformed)?;
            if length.is_some_and(|length| length != one) {
                return Err(AnswerFault::Malformed);
            }
            length = Some(one);
        }
    }
    Ok(length)
}

/// Whether an answer of this `Content-Type` is a page for people. RFC 9110 §8.3.1.
pub fn is_web_page(content_type: &str) -> bool {
    let essence = essence(content_type);
    essence.eq_ignore_ascii_case("text/html") || essence.eq_ignore_ascii_case("application/xhtml+xml")
}

/// A media type without its parameters.
pub(crate) fn essence(content_type: &str) -> &str {
    content_type.split([';', ',']).next().unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn content_ranges_are_read() {
        let satisfied = |range, total| Some(ContentRange::Satisfied { range, total });
        assert_eq!(ContentRange::parse("bytes 0-9/100"), satisfied(0..10, Some(100)));
        assert_eq!(ContentRange::parse(" Bytes 5-5/6\t"), satisfied(5..6, Some(6)));
        assert_eq!(ContentRange::parse("bytes 5-9/*"), satisfied(5..10, None));
        assert_eq!(ContentRange::parse("bytes */100"), Some(ContentRange::Unsatisfied { total: Some(100) }));
        assert_eq!(ContentRange::parse("bytes */*"), Some(ContentRange::Unsatisfied { total: None }));
    }

    #[test]
    fn a_content_range_that_breaks_a_rule_says_nothing() {
        let wrong = [
            "",
            "bytes",
            "bytes 0-9",
            "bytes=0-9/100",
            "items 0-9/100",
            "bytes 9-0/100",
            "bytes 0-100/100",
            "bytes 0-99/99",
            "bytes -5/100",
            "bytes 5-/100",
            "bytes +0-9/100",
            "bytes 0-9/+100",
            "bytes 0-9/",
            "bytes 0-9/-1",
            "bytes 0 - 9/100",
            "bytes  0-9/100",
            "bytes 0-9/100/100",
            "bytes 0-9/100, bytes 0-9/100",
            "bytes 0-18446744073709551615/*",
            "bytes 18446744073709551616-18446744073709551617/*",
        ];
        for value in wrong {
            assert_eq!(ContentRange::parse(value), None, "{value:?}");
        }
    }

    #[test]
    fn ranges_are_asked_for_inclusively() {
        assert_eq!(range_header(0, None), "bytes=0-");
        assert_eq!(range_header(0, Some(1)), "bytes=0-0");
        assert_eq!(range_header(10, Some(20)), "bytes=10-19");
        assert_eq!(range_header(5, Some(5)), "bytes=5-5");
        assert_eq!(range_header(0, Some(0)), "bytes=0-0");
    }

    #[test]
    fn only_what_is_certain_validates() {
        const DATE: &str = "Sun, 06 Nov 1994 08:49:37 GMT";
        let etag = |tag: &str| Some(Validator::Etag(tag.to_owned()));
        let modified = Some(Validator::LastModified(DATE.to_owned()));
        assert_eq!(validator(Some("\"a\""), Some(DATE), None), etag("\"a\""));
        assert_eq!(validator(Some("\"\""), None, None), etag("\"\""));
        assert_eq!(validator(Some("\"ä!~\""), None, None), etag("\"ä!~\""));
        for no_etag in ["W/\"a\"", "w/\"a\"", "a", "\"a", "a\"", "\"", "\"a\"b\"", "\"a b\"", ""] {
            assert_eq!(validator(Some(no_etag), None, None), None, "{no_etag:?}");
            assert_eq!(validator(Some(no_etag), Some(DATE), None), modified, "{no_etag:?}");
        }
        for no_date in ["", "0", "-1", "yesterday", "Thu, 01 Jan 1970 00:00:00 GMT"] {
            assert_eq!(validator(None, Some(no_date), None), None, "{no_date:?}");
        }
    }

    #[test]
    fn retry_after_has_two_forms() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
        assert_eq!(retry_after("120", now), Some(Duration::from_secs(120)));
        assert_eq!(retry_after("0", now), Some(Duration::ZERO));
        assert_eq!(retry_after("99999999999999999999999", now), Some(Duration::from_secs(u64::MAX)));
        assert_eq!(retry_after("Sun, 06 Nov 1994 08:50:37 GMT", now), Some(Duration::from_secs(60)));
        assert_eq!(retry_after("Sun, 06 Nov 1994 08:00:00 GMT", now), Some(Duration::ZERO));
        for nothing in ["", "-5", "1.5", "soon", "+7"] {
            assert_eq!(retry_after(nothing, now), None, "{nothing:?}");
        }
    }

    #[test]
    fn lengths_must_agree() {
        assert_eq!(content_length::<&str>([]), Ok(None));
        assert_eq!(content_length(["5"]), Ok(Some(5)));
        assert_eq!(content_length(["5", "5"]), Ok(Some(5)));
        assert_eq!(content_length(["5, 5"]), Ok(Some(5)));
        assert_eq!(content_length(["18446744073709551615"]), Ok(Some(u64::MAX)));
        for wrong in ["", "-1", "+5", "12abc", "0x5", "5 5", "5,", "5, 6", "18446744073709551616"] {
            assert_eq!(content_length([wrong]), Err(AnswerFault::Malformed), "{wrong:?}");
        }
        assert_eq!(content_length(["5", "6"]), Err(AnswerFault::Malformed));
        assert_eq!(content_length([&b"\xff"[..]]), Err(AnswerFault::Malformed));
    }

    #[test]
    fn web_pages_are_told_from_files() {
        for page in ["text/html", "TEXT/HTML; charset=utf-8", " application/xhtml+xml ;x=y"] {
            assert!(is_web_page(page), "{page:?}");
        }
        for file in ["", "text/plain", "application/octet-stream", "text/html5"] {
            assert!(!is_web_page(file), "{file:?}");
        }
    }

    proptest! {
        #[test]
        fn any_header_is_borne(text in "\\PC{0,60}") {
            ContentRange::parse(&text);
            validator(Some(&text), Some(&text), None);
            retry_after(&text, SystemTime::UNIX_EPOCH);
            let _either = content_length([text.as_bytes()]);
            is_web_page(&text);
        }

        #[test]
        fn dates_of_any_shape_are_borne(day in 0..40u32, month in "(Jan|Feb|Dec|Foo)", year in 0..10_000u32, hour in 0..30u32) {
            retry_after(&format!("Sun, {day:02} {month} {year:04} {hour:02}:49:37 GMT"), SystemTime::UNIX_EPOCH);
        }

        #[test]
        fn what_is_asked_for_is_what_an_honest_server_answers(start in 0..u64::MAX - 1, length in 1..1u64 << 40) {
            let end = start.saturating_add(length).min(u64::MAX - 1);
            prop_assume!(start < end);
            let asked = range_header(start, Some(end));
            let answer = format!("bytes {}/{end}", asked.strip_prefix("bytes=").unwrap());
            let range = ContentRange::parse(&answer);
            prop_assert_eq!(range, Some(ContentRange::Satisfied { range: start..end, total: Some(end) }));
        }
    }
}
