//! What must hold of whatever a stranger sends: asked of all that the fuzz targets make up, and by the ordinary tests of
//! the corpus. A property that is broken panics.

#![allow(dead_code, reason = "each test and target asks for some")]

use haul_core::filename::{self, MAX_BYTES};
use haul_core::http::{ContentRange, content_length, range_header, retry_after};
use haul_core::{Checksum, Failure, digest, link, manifest};
use std::path::{Component, Path};
use std::time::{Duration, SystemTime};
use url::Url;

/// The longest name that file systems take.
const NAME_MAX: usize = 255;
/// No server makes Haul wait longer.
const LONGEST_WAIT: Duration = Duration::from_secs(3600);

type Property = fn(&[u8]);

/// Those that the core alone can keep, by the folder of their corpus.
pub const OF_CORE: [(&str, Property); 7] = [
    ("content_disposition", content_disposition),
    ("content_range", content_range),
    ("file_name", file_name),
    ("digest", digest_fields),
    ("retry_after", wait),
    ("link", links),
    ("checksum_list", checksum_list),
];

fn at(address: &str) -> Url {
    Url::parse(address).unwrap()
}

/// One visible component that every system can store, with room for a number and `.part`.
fn check_name(name: &str) {
    let components: Vec<_> = Path::new(name).components().collect();
    assert!(matches!(components[..], [Component::Normal(one)] if one == name), "{name:?}");
    assert!(name.len() <= MAX_BYTES, "{name:?}");
    assert!(filename::numbered(name, 999).len() + ".part".len() <= NAME_MAX, "{name:?}");
    assert!(!name.chars().any(|c| c.is_control() || r#"/\<>:"|?*"#.contains(c)), "{name:?}");
    assert!(!name.starts_with(['.', ' ', '~']) && !name.ends_with(['.', ' ', '~']), "{name:?}");
    assert_eq!(filename::safe(name), name, "a safe name is left as it is");
}

/// The value of a `Content-Disposition`.
pub fn content_disposition(header: &[u8]) {
    for url in [at("https://a.org/b/c.zip"), at("https://a.jp/")] {
        if let Some(name) = filename::from_content_disposition(header, &url) {
            assert!(!name.is_empty() && !name.contains(['/', '\\']), "{name:?}");
        }
        for content_type in [None, Some("image/png")] {
            check_name(&filename::choose(None, Some(header), &url, content_type));
        }
    }
}

/// Text that is to be a name: as the person's wish, as the end of a path, and as both encoded.
pub fn file_name(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    check_name(&filename::safe(&text));
    filename::is_executable(&text);
    filename::hides_its_kind(&text);
    filename::is_binary_name(&text);
    let encoded: String = bytes.iter().map(|byte| format!("%{byte:02X}")).collect();
    for path in [&*text, &encoded] {
        let Ok(url) = at("https://a.org/b/").join(path) else { continue };
        check_name(&filename::choose(Some(&text), None, &url, None));
        check_name(&filename::choose(None, None, &url, Some("application/zip")));
    }
}

/// The value of a `Content-Range`, or of a `Content-Length`.
pub fn content_range(value: &[u8]) {
    let Ok(text) = std::str::from_utf8(value) else { return };
    match ContentRange::parse(text) {
        Some(ContentRange::Satisfied { range, total }) => {
            assert!(range.start < range.end && total.is_none_or(|total| range.end <= total), "{text:?}");
            let bytes = range_header(range.start, Some(range.end)).replacen('=', " ", 1);
            let total_text = total.map_or("*".to_owned(), |total| total.to_string());
            let again = ContentRange::parse(&format!("{bytes}/{total_text}"));
            assert_eq!(again, Some(ContentRange::Satisfied { range, total }), "{text:?}");
        }
        Some(ContentRange::Unsatisfied { total }) => {
            let digits = text.bytes().any(|byte| byte.is_ascii_digit());
            assert!(text.contains('*') && total.is_some() == digits, "{text:?}");
        }
        None => {}
    }
    if let Ok(Some(length)) = content_length([text, text]) {
        let is_length = |one: &str| one.trim_matches([' ', '\t']).parse() == Ok(length);
        assert!(text.split(',').all(is_length) && !text.contains(['+', '-']), "{text:?}");
    }
}

/// The value of a `Repr-Digest`, `Content-Digest` or `Digest`; several are on lines of their own.
pub fn digest_fields(values: &[u8]) {
    let fields = || values.split(|byte| *byte == b'\n');
    for found in [digest::repr_digest(fields()), digest::digest(fields())] {
        assert!(found.iter().all(|checksum| checksum.check().is_ok()), "{found:?}");
        assert!(found.is_sorted_by(|one, next| one.algorithm > next.algorithm), "{found:?}");
        for checksum in found {
            let written = format!("{}={}", checksum.algorithm, checksum.hex);
            assert_eq!(written.parse::<Checksum>(), Ok(checksum));
        }
    }
}

/// The value of a `Retry-After`.
pub fn wait(value: &[u8]) {
    let Ok(text) = std::str::from_utf8(value) else { return };
    let years = |years: u64| SystemTime::UNIX_EPOCH + Duration::from_secs(years * 365 * 24 * 3600);
    let waits = [0, 24, 56, 8100].map(|since| retry_after(text, years(since)));
    assert!(
        waits.iter().all(|wait| wait.is_some() == waits[0].is_some()),
        "a form is no matter of time: {text:?}"
    );
    assert!(
        waits.is_sorted_by(|early, late| early >= late),
        "the later it is, the shorter the wait: {text:?}"
    );
    for wait in waits {
        let failure = Failure::from_status(503, "a.org", wait);
        assert_eq!(failure.retry_after().is_some(), wait.is_some());
        assert!(failure.retry_after().is_none_or(|wait| wait <= LONGEST_WAIT), "{text:?}");
    }
}

/// The value of a `Link`; several are on lines of their own.
pub fn links(values: &[u8]) {
    let fields = || values.split(|byte| *byte == b'\n');
    let url = at("https://a.org/b/c.iso?d=e");
    for found in [link::duplicates(fields(), &url), link::metalinks(fields(), &url)] {
        for (nth, target) in found.iter().enumerate() {
            assert!(matches!(target.scheme(), "http" | "https") && *target != url, "{target}");
            assert!(target.fragment().is_none() && target.has_host(), "{target}");
            assert!(!found[..nth].contains(target), "{target} comes twice");
        }
    }
}

/// A list of checksums beside a file, and its text as an address that may have one.
pub fn checksum_list(list: &[u8]) {
    let text = String::from_utf8_lossy(list);
    for name in ["a.iso", "b c.iso"] {
        let Ok(url) = at("https://a.org/b/").join(name) else { continue };
        for place in manifest::manifests_for(&url, u64::MAX) {
            let Some(checksum) = place.checksum_for(list, name) else { continue };
            assert!(checksum.check().is_ok(), "{checksum:?}");
            let is_utf_16 = list.starts_with(b"\xff\xfe") || list.starts_with(b"\xfe\xff");
            let is_there = text.to_ascii_lowercase().contains(&checksum.hex);
            assert!(is_utf_16 || is_there, "{checksum:?} is not in it");
        }
    }
    let Ok(url) = at("https://a.org/b/").join(&text) else { return };
    for place in manifest::manifests_for(&url, u64::MAX) {
        let place = place.url;
        assert_eq!(place.origin(), url.origin(), "{place}");
        assert!(place.query().is_none() && place.fragment().is_none(), "{place}");
    }
}
