//! What was received, by day, site and kind. It outlives the downloads.

use jiff::Timestamp as Moment;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::Timestamp;

/// Days of which the statistics tell at most.
pub const MOST_DAYS: u32 = 366;

/// What was received in some days.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Statistics {
    /// Every day, also those without anything, the latest last. Named as `2026-11-28`.
    pub days: Vec<Share>,
    /// The most in front, a few dozen at most.
    pub hosts: Vec<Share>,
    /// By the ids of kinds, the most in front.
    pub kinds: Vec<Share>,
}

/// What part of it is of one day, site or kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Share {
    pub of: String,
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub bytes: u64,
    /// That were finished.
    pub files: u32,
}

/// The day of `at` by the clock on the wall, as `2026-11-28`.
pub fn day_of(at: Timestamp, zone: &TimeZone) -> String {
    let moment = i64::try_from(at).ok().and_then(|at| Moment::from_millisecond(at).ok()).unwrap_or_default();
    zone.to_datetime(moment).date().to_string()
}

/// The `count` days that end with the one of `at`, each by its name, the latest last.
pub fn days_until(at: Timestamp, count: u32, zone: &TimeZone) -> Vec<String> {
    let moment = i64::try_from(at).ok().and_then(|at| Moment::from_millisecond(at).ok()).unwrap_or_default();
    let last = zone.to_datetime(moment).date();
    // Before the first day that a calendar has there is none to list.
    let back = |days: u32| last.checked_sub(jiff::Span::new().days(i64::from(days))).ok();
    (0..count.clamp(1, MOST_DAYS)).rev().filter_map(back).map(|date| date.to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_one_of_the_clock_on_the_wall_also_where_it_has_an_hour_less() {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        // 2026-03-29, 01:30 UTC: the clocks have just been put forward.
        let at = 1_774_747_800_000;
        assert_eq!(day_of(at, &zone), "2026-03-29");
        assert_eq!(day_of(at + 21 * 3_600_000, &zone), "2026-03-30");
        assert_eq!(days_until(at, 3, &zone), ["2026-03-27", "2026-03-28", "2026-03-29"]);
        assert_eq!(days_until(at, 0, &zone).len(), 1);
        assert_eq!(days_until(at, 9999, &zone).len(), MOST_DAYS as usize);
    }
}
