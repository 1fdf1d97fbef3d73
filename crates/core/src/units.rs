//! Sizes and times as people write and read them, for the command line and the logs.
//!
//! Single letters are 1024-based, as in curl, wget and aria2; `kB` is 1000-based and `KiB` 1024-based, as the standards say.

use crate::Settings;
use std::time::Duration;

/// Why a text is no size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnitsError {
    #[error("write a size as 500K, 1.5M or 2GiB")]
    NotASize,
    #[error("this size is too large")]
    TooLarge,
}

/// Reads `1M`, `1.5 MiB`, `700kB`, `4096`.
///
/// # Errors
/// `NotASize` if it is none, `TooLarge` if it has more than 64 bits.
pub fn parse_size(text: &str) -> Result<u64, UnitsError> {
    let text = text.trim();
    let unit_at = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (number, unit) = text.split_at(unit_at);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if whole.is_empty() || fraction.contains('.') || (number.contains('.') && fraction.is_empty()) {
        return Err(UnitsError::NotASize);
    }
    let unit = u128::from(unit_bytes(unit.trim()).ok_or(UnitsError::NotASize)?);
    let whole: u64 = whole.parse().map_err(|_| UnitsError::TooLarge)?;
    // Digits beyond a billionth of a unit make no byte.
    let fraction = &fraction[..fraction.len().min(9)];
    let scale = 10u128.pow(u32::try_from(fraction.len()).unwrap_or(0));
    let parts: u128 =
        if fraction.is_empty() { 0 } else { fraction.parse().map_err(|_| UnitsError::NotASize)? };
    let bytes = u128::from(whole) * unit + parts * unit / scale;
    u64::try_from(bytes).map_err(|_| UnitsError::TooLarge)
}

fn unit_bytes(unit: &str) -> Option<u64> {
    let unit = unit.to_ascii_lowercase();
    let (prefix, base) = match unit.as_str() {
        "" | "b" => return Some(1),
        unit => match unit.strip_suffix("ib") {
            Some(prefix) => (prefix, 1024u64),
            None => unit.strip_suffix('b').map_or((unit, 1024), |prefix| (prefix, 1000)),
        },
    };
    let power = match prefix {
        "k" => 1,
        "m" => 2,
        "g" => 3,
        "t" => 4,
        _ => return None,
    };
    Some(base.pow(power))
}

const UNITS: [&str; 7] = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

/// A byte count in three digits: `987 B`, `9.87 MiB`, `98.7 GiB`.
pub fn bytes(count: u64) -> String {
    let (number, unit) = scaled(count as f64, 1024.0);
    format!("{number} {}", UNITS[unit])
}

/// The base that a person wants sizes in. The names of the units are the language's own.
#[derive(Debug, Clone, Copy)]
pub struct Units {
    base: f64,
}

impl Units {
    pub fn of(settings: &Settings) -> Units {
        Units { base: if settings.decimal_sizes { 1000.0 } else { 1024.0 } }
    }

    /// Three digits, and the power of the base that they are multiples of.
    pub fn size(self, count: u64) -> (String, usize) {
        scaled(count as f64, self.base)
    }

    /// The same for bits, of which there are always thousands.
    pub fn bits(bytes: u64) -> (String, usize) {
        scaled(bytes as f64 * 8.0, 1000.0)
    }
}

/// Three digits of a u64 are far from the limits of an f64.
fn scaled(count: f64, base: f64) -> (String, usize) {
    if count < 999.5 {
        return (format!("{count:.0}"), 0);
    }
    let mut value = count / base;
    let mut unit = 1;
    // 999.5 would round to four digits: the next unit says it in three.
    while value >= 999.5 && unit + 1 < UNITS.len() {
        value /= base;
        unit += 1;
    }
    (three_digits(value), unit)
}

fn three_digits(value: f64) -> String {
    if value < 9.995 {
        format!("{value:.2}")
    } else if value < 99.95 {
        format!("{value:.1}")
    } else {
        format!("{value:.0}")
    }
}

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// A time as people say it: `0:34`, `12:05`, `1 h 20 min`, `2 days`.
pub fn duration(time: Duration) -> String {
    let secs = time.as_secs();
    if secs < HOUR {
        format!("{}:{:02}", secs / MINUTE, secs % MINUTE)
    } else if secs < DAY {
        match secs % HOUR / MINUTE {
            0 => format!("{} h", secs / HOUR),
            minutes => format!("{} h {minutes} min", secs / HOUR),
        }
    } else {
        match secs.saturating_add(DAY / 2) / DAY {
            1 => "1 day".to_owned(),
            days => format!("{days} days"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sizes_are_read_as_fingers_write_them() {
        let table = [
            ("0", 0),
            ("4096", 4096),
            ("12B", 12),
            ("1K", 1024),
            ("1k", 1024),
            ("1.5M", 1_572_864),
            ("1M", 1 << 20),
            ("2G", 2 << 30),
            ("700kB", 700_000),
            ("5MB", 5_000_000),
            ("1GB", 1_000_000_000),
            ("1KiB", 1024),
            (" 2 MiB ", 2 << 20),
            ("0.5GiB", 1 << 29),
            ("3T", 3 << 40),
        ];
        for (text, size) in table {
            assert_eq!(parse_size(text), Ok(size), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_size_is_refused() {
        for text in
            ["", " ", "M", "-1", "+1", "1.", ".5M", "1.2.3", "1x", "1 MM", "1Mi", "ten", "1e3", "１", "0x10"]
        {
            assert_eq!(parse_size(text), Err(UnitsError::NotASize), "{text:?}");
        }
        for text in ["18446744073709551616", "99999999999999999999999999999", "17179869184G"] {
            assert_eq!(parse_size(text), Err(UnitsError::TooLarge), "{text:?}");
        }
        assert_eq!(parse_size("18446744073709551615"), Ok(u64::MAX));
    }

    #[test]
    fn sizes_are_shown_in_three_digits() {
        let table = [
            (0, "0 B"),
            (999, "999 B"),
            (1000, "0.98 KiB"),
            (1024, "1.00 KiB"),
            (10_229, "9.99 KiB"),
            (10_239, "10.0 KiB"),
            (1_023_999, "0.98 MiB"),
            (3_865_470_566, "3.60 GiB"),
            (1 << 40, "1.00 TiB"),
            (u64::MAX, "16.0 EiB"),
        ];
        for (count, text) in table {
            assert_eq!(bytes(count), text);
        }
    }

    #[test]
    fn units_are_the_persons_choice() {
        let decimal = Units::of(&Settings { decimal_sizes: true, ..Settings::default() });
        assert_eq!(decimal.size(3_600_000_000), ("3.60".to_owned(), 3));
        assert_eq!(decimal.size(999), ("999".to_owned(), 0));
        assert_eq!(Units::bits(12_500_000), ("100".to_owned(), 2));
        assert_eq!(Units::bits(0), ("0".to_owned(), 0));
        assert_eq!(Units::bits(u64::MAX), ("148".to_owned(), 6));
    }

    #[test]
    fn times_are_said_as_people_say_them() {
        let table = [
            (0, "0:00"),
            (34, "0:34"),
            (725, "12:05"),
            (3600, "1 h"),
            (4800, "1 h 20 min"),
            (86_400, "1 day"),
            (172_800, "2 days"),
        ];
        for (secs, text) in table {
            assert_eq!(duration(Duration::from_secs(secs)), text);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_size_or_an_error(text in ".{0,40}") {
            let _either = parse_size(&text);
        }

        #[test]
        fn a_shown_size_is_short_and_reads_back_nearly_the_same(count: u64) {
            let shown = bytes(count);
            prop_assert!(shown.len() <= 8, "{}", shown);
            if count < 1 << 49 {
                let read = parse_size(&shown).unwrap();
                prop_assert!(read.abs_diff(count) <= count / 50, "{}", shown);
            }
        }

        #[test]
        fn any_time_can_be_said(secs: u64) {
            prop_assert!(!duration(Duration::from_secs(secs)).is_empty());
        }
    }
}
