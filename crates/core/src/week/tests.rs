//! Windows by the clock on the wall, on ordinary days and on those on which it is set.

use super::*;
use proptest::prelude::*;

/// Rules rather than names: no database of time zones is needed.
const BERLIN: &str = "CET-1CEST,M3.5.0,M10.5.0/3";
const NEW_YORK: &str = "EST5EDT,M3.2.0,M11.1.0";
/// Half an hour, and in the south.
const LORD_HOWE: &str = "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0";
const KATHMANDU: &str = "<+0545>-5:45";

fn zone(rules: &str) -> TimeZone {
    TimeZone::posix(rules).unwrap()
}

/// `"2026-03-29T01:59"` on the wall.
fn wall(zone: &TimeZone, text: &str) -> Timestamp {
    let time: jiff::civil::DateTime = text.parse().unwrap();
    zone.to_ambiguous_timestamp(time).earlier().unwrap().as_millisecond().unsigned_abs()
}

fn nights(from: usize, to: usize) -> Week<bool> {
    let mut week = Week::always(false);
    for day in &mut week.0 {
        for (hour, open) in day.iter_mut().enumerate() {
            *open = if from < to { (from..to).contains(&hour) } else { hour >= from || hour < to };
        }
    }
    week
}

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;

#[test]
fn a_window_opens_and_closes_by_the_wall() {
    let (berlin, week) = (zone(BERLIN), nights(22, 6));
    let evening = wall(&berlin, "2026-11-27T21:59:59");
    assert!(!week.at(evening, &berlin));
    let opens = week.next_change(evening, &berlin).unwrap();
    assert_eq!(opens, wall(&berlin, "2026-11-27T22:00"));
    assert!(week.at(opens, &berlin) && week.at(opens + 3 * HOUR, &berlin));
    assert_eq!(week.next_change(opens, &berlin), Some(wall(&berlin, "2026-11-28T06:00")));
}

#[test]
fn days_differ_and_monday_is_the_first() {
    let berlin = zone(BERLIN);
    let mut week = Week::always(false);
    week.0[0][8] = true;
    let friday = wall(&berlin, "2026-11-27T12:00");
    let opens = week.next_change(friday, &berlin).unwrap();
    assert_eq!(opens, wall(&berlin, "2026-11-30T08:00"));
    assert_eq!(week.next_change(opens, &berlin), Some(opens + HOUR));
}

#[test]
fn what_never_changes_has_no_next_change() {
    let berlin = zone(BERLIN);
    for open in [true, false] {
        assert_eq!(Week::always(open).next_change(wall(&berlin, "2026-03-28T12:00"), &berlin), None);
    }
}

#[test]
fn a_night_in_spring_is_an_hour_shorter_and_one_in_autumn_longer() {
    let (berlin, new_york, week) = (zone(BERLIN), zone(NEW_YORK), nights(22, 6));
    for (zone, evening, hours) in [
        (&berlin, "2026-03-28T22:00", 7),
        (&berlin, "2026-10-24T22:00", 9),
        (&new_york, "2026-03-07T22:00", 7),
        (&new_york, "2026-10-31T22:00", 9),
        (&berlin, "2026-06-01T22:00", 8),
    ] {
        let begin = wall(zone, evening);
        assert_eq!(week.next_change(begin, zone), Some(begin + hours * HOUR), "{evening}");
    }
}

#[test]
fn an_hour_that_is_left_out_opens_nothing_and_one_that_comes_twice_is_open_twice() {
    let (berlin, week) = (zone(BERLIN), nights(2, 3));
    let spring = wall(&berlin, "2026-03-29T01:30");
    assert_eq!(week.next_change(spring, &berlin), Some(wall(&berlin, "2026-03-30T02:00")));
    let autumn = wall(&berlin, "2026-10-25T02:00");
    assert_eq!(week.next_change(autumn, &berlin), Some(autumn + 2 * HOUR));
}

#[test]
fn the_clock_is_set_in_the_middle_of_an_hour() {
    // On Lord Howe it goes from 2:00 to 2:30 in October, and from 2:00 back to 1:30 in April.
    let (zone, week) = (zone(LORD_HOWE), nights(1, 2));
    let spring = wall(&zone, "2026-10-04T01:00");
    assert_eq!(week.next_change(spring, &zone), Some(spring + HOUR));
    let autumn = wall(&zone, "2026-04-05T01:00");
    assert_eq!(week.next_change(autumn, &zone), Some(autumn + HOUR + 30 * MINUTE));
}

#[test]
fn a_time_that_no_clock_shows_is_no_panic() {
    let berlin = zone(BERLIN);
    assert!(nights(0, 24).at(u64::MAX, &berlin));
    assert_eq!(nights(1, 2).next_change(u64::MAX, &berlin), None);
}

fn any_zone() -> impl Strategy<Value = TimeZone> {
    proptest::sample::select(vec![BERLIN, NEW_YORK, LORD_HOWE, KATHMANDU, "UTC0"]).prop_map(zone)
}

proptest! {
    /// 2024 to 2030, minute by minute where it matters.
    #[test]
    fn a_change_is_later_and_a_change_and_the_next_one(
        at in 1_704_067_200_000u64..1_893_456_000_000,
        hours in proptest::collection::vec(any::<bool>(), 168),
        zone in any_zone(),
    ) {
        let mut week = Week::always(false);
        for (nth, open) in hours.into_iter().enumerate() {
            week.0[nth / 24][nth % 24] = open;
        }
        let held = week.at(at, &zone);
        let Some(change) = week.next_change(at, &zone) else { return Ok(()) };
        prop_assert!(change > at);
        prop_assert_ne!(week.at(change, &zone), held);
        prop_assert_eq!(week.at(change - 1, &zone), held);
        let mut minute = at;
        while minute < change.min(at + 30 * HOUR) {
            prop_assert_eq!(week.at(minute, &zone), held);
            minute += MINUTE;
        }
    }
}
