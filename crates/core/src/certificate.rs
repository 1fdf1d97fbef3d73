//! What a server's certificate says of itself (RFC 5280), for a person who has to judge it. Nothing here decides whom to
//! trust, and nothing that it says is proven.

use serde::{Deserialize, Serialize};

use crate::Timestamp;

/// Names longer than this are cut: they come from strangers.
const LONGEST_NAME: usize = 100;

/// A certificate that was shown and not accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RefusedCertificate {
    /// Who showed it.
    pub host: String,
    pub port: u16,
    pub fault: CertificateFault,
    /// The SHA-256 of all of it, in lower-case hexadecimal digits.
    pub sha256: String,
    /// To whom it was given, and by whom, as it says itself.
    pub subject: Option<String>,
    pub issuer: Option<String>,
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub not_before: Option<Timestamp>,
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub not_after: Option<Timestamp>,
}

/// Why it was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum CertificateFault {
    #[error("its certificate has expired")]
    Expired,
    #[error("its certificate is not valid yet, or this computer's clock is wrong")]
    NotYetValid,
    #[error("nobody who is trusted vouches for its certificate")]
    UnknownIssuer,
    #[error("its certificate is for another name")]
    OtherName,
    /// Taken back by who gave it: this one cannot be trusted by hand either.
    #[error("its certificate was revoked")]
    Revoked,
    #[error("its certificate does not hold")]
    Other,
}

/// What can be read of a certificate; what cannot is missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Description {
    pub subject: Option<String>,
    pub issuer: Option<String>,
    pub not_before: Option<Timestamp>,
    pub not_after: Option<Timestamp>,
}

/// Reads the certificate in `der`. RFC 5280 §4.1.
pub fn describe(der: &[u8]) -> Description {
    read(der).unwrap_or_default()
}

/// A fingerprint as people write it: hexadecimal digits, with or without colons between them.
///
/// # Errors
/// If it is none.
pub fn parse_sha256(text: &str) -> Result<String, NoFingerprint> {
    let hex: String = text.trim().chars().filter(|sign| *sign != ':').collect();
    let is_one = hex.len() == 64 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_one.then(|| hex.to_ascii_lowercase()).ok_or(NoFingerprint)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a SHA-256 fingerprint has 64 hexadecimal digits")]
pub struct NoFingerprint;

const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const OBJECT: u8 = 0x06;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;
/// The version, which the first one leaves out.
const VERSION: u8 = 0xa0;
const COMMON_NAME: [u8; 3] = [0x55, 4, 3];
const ORGANIZATION: [u8; 3] = [0x55, 4, 10];

fn read(der: &[u8]) -> Option<Description> {
    let mut certificate = Der(Der(der).take(SEQUENCE)?);
    let mut fields = Der(certificate.take(SEQUENCE)?);
    let (first, _) = fields.next()?;
    if first == VERSION {
        fields.next()?;
    }
    let _algorithm = fields.next()?;
    let issuer = name(fields.take(SEQUENCE)?);
    let mut validity = Der(fields.take(SEQUENCE)?);
    let (not_before, not_after) = (time(validity.next()?), time(validity.next()?));
    Some(Description { subject: name(fields.take(SEQUENCE)?), issuer, not_before, not_after })
}

/// The common name, and the organization if that says more.
fn name(name: &[u8]) -> Option<String> {
    let (mut common, mut organization) = (None, None);
    let mut parts = Der(name);
    while let Some((SET, part)) = parts.next() {
        let mut part = Der(Der(part).take(SEQUENCE)?);
        let kind = part.take(OBJECT)?;
        let (tag, text) = part.next()?;
        if kind == COMMON_NAME {
            common = text_of(tag, text);
        } else if kind == ORGANIZATION {
            organization = text_of(tag, text);
        }
    }
    match (common, organization) {
        (Some(common), Some(organization)) if common != organization => {
            Some(format!("{common} ({organization})"))
        }
        (common, organization) => common.or(organization),
    }
}

/// The text of a name, without what would hide or turn around what stands beside it.
fn text_of(tag: u8, bytes: &[u8]) -> Option<String> {
    const BMP: u8 = 0x1e;
    let text = if tag == BMP {
        let units: Vec<u16> =
            bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    } else {
        String::from_utf8_lossy(bytes).into_owned()
    };
    let is_shown = |sign: &char| {
        !sign.is_control()
            && !matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
    };
    let text: String = text.chars().filter(is_shown).take(LONGEST_NAME).collect();
    (!text.trim().is_empty()).then(|| text.trim().to_owned())
}

/// RFC 5280 §4.1.2.5: always in UTC, with seconds.
fn time((tag, text): (u8, &[u8])) -> Option<Timestamp> {
    let text = std::str::from_utf8(text).ok()?.strip_suffix('Z')?;
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (year, rest) = text.split_at_checked(match tag {
        UTC_TIME => 2,
        GENERALIZED_TIME => 4,
        _ => return None,
    })?;
    let year: i64 = year.parse().ok()?;
    let year = match tag {
        UTC_TIME if year < 50 => year + 2000,
        UTC_TIME => year + 1900,
        _ => year,
    };
    let [month, day, hour, minute, second] =
        [0, 2, 4, 6, 8].map(|at| rest.get(at..at + 2).and_then(|two| two.parse::<i64>().ok()));
    let (month, day) = (month?, day?);
    if rest.len() != 10 || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let secs = ((days(year, month, day) * 24 + hour?) * 60 + minute?) * 60 + second?;
    u64::try_from(secs).ok()?.checked_mul(1000)
}

/// Days from 1970-01-01 to this day of the Gregorian calendar: years begin in March, so that a leap day ends one.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - 719_468
}

/// Elements one after the other, in DER. X.690 §8.1.
struct Der<'a>(&'a [u8]);

impl<'a> Der<'a> {
    /// The next element: its tag and its content.
    fn next(&mut self) -> Option<(u8, &'a [u8])> {
        let (&tag, rest) = self.0.split_first()?;
        let (&first, rest) = rest.split_first()?;
        let (length, rest) = match first {
            0..=0x7f => (usize::from(first), rest),
            // More than 16 MiB is no certificate.
            0x81..=0x83 => {
                let (bytes, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
                (bytes.iter().fold(0, |length, byte| length << 8 | usize::from(*byte)), rest)
            }
            _ => return None,
        };
        let (content, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some((tag, content))
    }

    /// The content of the next element if it has this tag.
    fn take(&mut self, tag: u8) -> Option<&'a [u8]> {
        self.next().filter(|(found, _)| *found == tag).map(|(_, content)| content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn element(tag: u8, content: &[u8]) -> Vec<u8> {
        let length = content.len();
        let head = match length {
            0..128 => vec![tag, length as u8],
            _ => vec![tag, 0x82, (length >> 8) as u8, length as u8],
        };
        [head, content.to_vec()].concat()
    }

    fn named(parts: &[([u8; 3], &str)]) -> Vec<u8> {
        let part = |(kind, text): &([u8; 3], &str)| {
            let pair = [element(OBJECT, kind), element(0x0c, text.as_bytes())].concat();
            element(SET, &element(SEQUENCE, &pair))
        };
        element(SEQUENCE, &parts.iter().flat_map(part).collect::<Vec<_>>())
    }

    fn certificate(subject: &[u8]) -> Vec<u8> {
        let validity = [element(UTC_TIME, b"240229120000Z"), element(GENERALIZED_TIME, b"20501231235959Z")];
        let fields = [
            element(VERSION, &element(2, &[2])),
            element(2, &[1]),
            element(SEQUENCE, &element(OBJECT, &[42])),
            named(&[(ORGANIZATION, "Trust us Ltd")]),
            element(SEQUENCE, &validity.concat()),
            subject.to_vec(),
        ];
        element(SEQUENCE, &element(SEQUENCE, &fields.concat()))
    }

    #[test]
    fn a_certificate_is_described() {
        let der = certificate(&named(&[(ORGANIZATION, "Example Inc."), (COMMON_NAME, "example.org")]));
        let said = describe(&der);
        assert_eq!(said.subject.as_deref(), Some("example.org (Example Inc.)"));
        assert_eq!(said.issuer.as_deref(), Some("Trust us Ltd"));
        assert_eq!(said.not_before, Some(1_709_208_000_000));
        assert_eq!(said.not_after, Some(2_556_143_999_000));
    }

    #[test]
    fn names_are_shown_without_what_would_mislead() {
        let der = certificate(&named(&[(COMMON_NAME, "a\u{202e}gro.live\u{0}\n")]));
        assert_eq!(describe(&der).subject.as_deref(), Some("agro.live"));
        let long = "x".repeat(10_000);
        let der = certificate(&named(&[(COMMON_NAME, &long)]));
        assert_eq!(describe(&der).subject.map(|name| name.len()), Some(LONGEST_NAME));
        assert_eq!(describe(&certificate(&named(&[]))).subject, None);
    }

    #[test]
    fn fingerprints_are_read_as_people_write_them() {
        let hex = "0123456789abcdef".repeat(4);
        let pairs = hex.as_bytes().chunks(2).map(|pair| String::from_utf8_lossy(pair).to_uppercase());
        let colons = pairs.collect::<Vec<_>>().join(":");
        assert_eq!(parse_sha256(&colons), Ok(hex.clone()));
        assert_eq!(parse_sha256(&format!(" {hex}\n")), Ok(hex.clone()));
        for bad in ["", "abc", &hex[1..], &format!("{hex}0"), &hex.replace('0', "g")] {
            assert_eq!(parse_sha256(bad), Err(NoFingerprint), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn whatever_the_bytes_are_it_is_read_to_its_end(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            describe(&bytes);
        }

        #[test]
        fn a_cut_or_damaged_certificate_is_read_as_far_as_it_goes(at in 0usize..200, byte in any::<u8>(), cut in 0usize..300) {
            let mut der = certificate(&named(&[(COMMON_NAME, "example.org")]));
            if let Some(there) = der.get_mut(at) {
                *there = byte;
            }
            der.truncate(cut);
            describe(&der);
        }
    }
}
