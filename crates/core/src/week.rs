//! What holds when in every week, hour by hour, by the clock on the wall.
//!
//! Two days a year have an hour twice or not at all: what holds is asked of the clock on the wall at that moment, so a window
//! from 2 to 3 is open twice as long, or not at all, and every other opens and closes when the wall says so.

pub use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp as Moment};
use serde::{Deserialize, Serialize};

use crate::Timestamp;

/// Seven days from Monday on, with 24 hours each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Week<T>(pub [[T; 24]; 7]);

/// How far ahead a change is looked for: once round, also where a zone leaves out a day.
const AHEAD: SignedDuration = SignedDuration::from_hours(24 * 9);

impl<T: Copy + PartialEq> Week<T> {
    pub fn always(what: T) -> Self {
        Self([[what; 24]; 7])
    }

    /// What holds at `at`.
    pub fn at(&self, at: Timestamp, zone: &TimeZone) -> T {
        self.at_moment(moment(at), zone)
    }

    /// When something else begins to hold than at `at`, strictly later; none: it never does.
    pub fn next_change(&self, at: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
        let begin = moment(at);
        let held = self.at_moment(begin, zone);
        let mut moment = begin;
        while moment.duration_since(begin) <= AHEAD {
            moment = next_boundary(moment, zone)?;
            if self.at_moment(moment, zone) != held {
                return u64::try_from(moment.as_millisecond()).ok();
            }
        }
        None
    }

    fn at_moment(&self, at: Moment, zone: &TimeZone) -> T {
        let wall = zone.to_datetime(at);
        let day = usize::from(wall.weekday().to_monday_zero_offset().unsigned_abs());
        let hour = usize::from(wall.hour().unsigned_abs());
        self.0[day % 7][hour % 24]
    }
}

/// The next moment at which the wall may show another hour: a full hour by it, or its clock being set.
fn next_boundary(at: Moment, zone: &TimeZone) -> Option<Moment> {
    let wall = zone.to_datetime(at);
    let into_hour = SignedDuration::new(
        i64::from(wall.minute()) * 60 + i64::from(wall.second()),
        wall.subsec_nanosecond(),
    );
    let full_hour = at.checked_add(SignedDuration::from_hours(1) - into_hour).ok()?;
    let set = zone.following(at).next().map(|transition| transition.timestamp());
    Some(set.map_or(full_hour, |set| set.min(full_hour)))
}

/// The year and the month that the calendar on the wall shows.
pub fn date_of(at: Timestamp, zone: &TimeZone) -> (i16, i8) {
    let wall = zone.to_datetime(moment(at));
    (wall.year(), wall.month())
}

/// Times that no clock shows count as the last one that it could.
fn moment(at: Timestamp) -> Moment {
    i64::try_from(at).ok().and_then(|at| Moment::from_millisecond(at).ok()).unwrap_or(Moment::MAX)
}

#[cfg(test)]
mod tests;
