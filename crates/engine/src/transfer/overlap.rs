//! Whether a server still has the file that a download began with, by the bytes themselves: before the first new byte is
//! kept, some that are there already are asked for once more and compared. A validator may lie.

use bytes::Bytes;
use futures::{StreamExt, stream};
use haul_core::{AnswerFault, Failure};
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::protocol::Answer;

/// Bytes that are compared. As much as a server sends anyway before it could be told to stop.
pub const OVERLAP: u64 = 64 << 10;
/// The same where an answer broke off and there is a validator: it happens often, and is asked for with the rest.
pub const LITTLE: u64 = 8 << 10;
/// At so many places another link is compared with what is there.
pub const PLACES: u64 = 5;
/// How much less the next try compares after an answer that ended before it was compared: some servers cut every answer
/// short, and what is compared is no progress.
pub const LESS: u64 = 8;

/// As much is compared where nothing but bytes can tell.
const MOST: u64 = 256 << 10;
/// So little still tells something.
const LEAST: u64 = 512;
/// The part of what one answer brings that the next compares at most.
const SHARE: u64 = 3;
/// Each so manieth further place is the front, where most files tell of all that follows.
const FRONT: u64 = 4;

/// How much is compared before anything is added to a file that has no validator: as much as is worth it with answers that
/// are cut short. One for all connections of a transfer.
#[derive(Debug)]
pub struct Sample {
    length: AtomicU64,
    drawn: AtomicU64,
}

impl Default for Sample {
    fn default() -> Self {
        Self { length: AtomicU64::new(MOST), drawn: AtomicU64::new(0) }
    }
}

impl Sample {
    pub fn length(&self) -> u64 {
        self.length.load(Ordering::Relaxed)
    }

    /// Whether something was added to what was there, which only its bytes showed to be of the same file.
    pub fn was_drawn(&self) -> bool {
        self.drawn.load(Ordering::Relaxed) > 0
    }

    /// An answer brought so much that was new.
    pub fn brought(&self, bytes: u64) {
        if bytes > 0 {
            self.length.store((bytes / SHARE).clamp(LEAST, MOST), Ordering::Relaxed);
        }
    }

    /// An answer ended before so much of it was compared.
    pub fn was_too_much(&self) {
        self.length.store((self.length() / LESS).max(LEAST), Ordering::Relaxed);
    }

    /// Notes that something is compared, and says how often that was done before.
    pub fn draw(&self) -> u64 {
        self.drawn.fetch_add(1, Ordering::Relaxed)
    }

    /// One more place beside `known` to compare, by `chance` (0.0..1.0): a file can change in front of what is added and
    /// behind it, and be the same around it.
    pub fn further_place(
        &self,
        received: &[Range<u64>],
        known: &Range<u64>,
        chance: f64,
    ) -> Option<Range<u64>> {
        let all: u64 = received.iter().map(|range| range.end - range.start).sum();
        let is_front = self.draw().is_multiple_of(FRONT);
        let offset = if is_front { 0 } else { (all as f64 * chance) as u64 };
        let place = place(received, offset, (self.length() / FRONT).max(LEAST))?;
        (place.end <= known.start || place.start >= known.end).then_some(place)
    }
}

/// The bytes right before `at` that are there, at most `most` of them.
pub fn before(received: &[Range<u64>], at: u64, most: u64) -> Range<u64> {
    let touching = received.iter().find(|range| range.end == at);
    touching.map_or(at..at, |range| range.start.max(at.saturating_sub(most))..at)
}

/// The bytes from `at` on that are there, at most `most` of them.
pub fn after(received: &[Range<u64>], at: u64, most: u64) -> Range<u64> {
    let touching = received.iter().find(|range| range.start == at);
    touching.map_or(at..at, |range| at..range.end.min(at + most))
}

/// At most `count` places (two or more) of at most `length` bytes, spread evenly over all that is there, the first and the last
/// of it among them.
pub fn places(received: &[Range<u64>], count: u64, length: u64) -> Vec<Range<u64>> {
    let all: u64 = received.iter().map(|range| range.end - range.start).sum();
    let last = all.saturating_sub(length);
    let offsets =
        (0..count).map(|number| (u128::from(last) * u128::from(number) / u128::from(count - 1)) as u64);
    let mut places: Vec<Range<u64>> = offsets.filter_map(|offset| place(received, offset, length)).collect();
    places.dedup();
    places
}

/// The place before which `offset` of the bytes lie that are there.
fn place(received: &[Range<u64>], mut offset: u64, length: u64) -> Option<Range<u64>> {
    for range in received {
        let size = range.end - range.start;
        if offset < size {
            let start = range.start + offset;
            return Some(start..range.end.min(start + length));
        }
        offset -= size;
    }
    None
}

/// Compares the front of `answer` with the bytes that are `there`, and gives an answer that begins behind them; none if they
/// differ.
///
/// # Errors
/// Why the bytes did not come.
pub async fn compare(there: &[u8], mut answer: Answer) -> Result<Option<Answer>, Failure> {
    let mut left = there;
    while !left.is_empty() {
        let Some(next) = answer.body.next().await else {
            return Err(Failure::BadAnswer { fault: AnswerFault::TooShort });
        };
        let mut bytes = next?;
        let now = bytes.split_to(bytes.len().min(left.len()));
        let Some(rest) = left.strip_prefix(&now[..]) else { return Ok(None) };
        left = rest;
        if !bytes.is_empty() {
            let rest: Result<Bytes, Failure> = Ok(bytes);
            answer.body = Box::pin(stream::iter([rest]).chain(answer.body));
        }
    }
    Ok(Some(Answer { start: answer.start + there.len() as u64, ..answer }))
}

/// Whether `answer` begins with what is `there`, as far as it comes: some servers cut every answer short.
///
/// # Errors
/// Why too little came to tell.
pub async fn begins_alike(there: &[u8], mut answer: Answer) -> Result<bool, Failure> {
    let mut left = there;
    while !left.is_empty() {
        let failure = match answer.body.next().await {
            Some(Ok(bytes)) => {
                let now = &bytes[..bytes.len().min(left.len())];
                let Some(rest) = left.strip_prefix(now) else { return Ok(false) };
                left = rest;
                continue;
            }
            Some(Err(failure)) => failure,
            None => Failure::BadAnswer { fault: AnswerFault::TooShort },
        };
        let came = (there.len() - left.len()) as u64;
        return if came >= LEAST { Ok(true) } else { Err(failure) };
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_as_long_as_answers_bear() {
        let sample = Sample::default();
        assert_eq!(sample.length(), 256 << 10);
        sample.was_too_much();
        assert_eq!(sample.length(), 32 << 10);
        sample.brought(30 << 10);
        assert_eq!(sample.length(), 10 << 10);
        for _ in 0..9 {
            sample.was_too_much();
        }
        assert_eq!(sample.length(), 512);
        sample.brought(0);
        assert_eq!(sample.length(), 512, "nothing says that more would come");
        sample.brought(1 << 30);
        assert_eq!(sample.length(), 256 << 10);
    }

    #[test]
    fn further_places_are_the_front_now_and_then_and_never_what_is_compared_anyway() {
        let (sample, received) = (Sample::default(), [0..1 << 20, 2 << 20..3 << 20]);
        let known = (3 << 20) - (256 << 10)..3 << 20;
        let draw = |chance| sample.further_place(&received, &known, chance);
        assert_eq!(draw(0.9), Some(0..64 << 10));
        assert_eq!(draw(0.5), Some(2 << 20..(2 << 20) + (64 << 10)));
        assert_eq!(draw(0.99), None);
        assert_eq!(draw(0.0), Some(0..64 << 10));
        assert_eq!(draw(0.9), Some(0..64 << 10));
    }

    #[test]
    fn what_is_compared_lies_right_before_what_is_missing() {
        let received = [0..100, 200..300];
        assert_eq!(before(&received, 100, 30), 70..100);
        assert_eq!(before(&received, 300, 1000), 200..300);
        assert_eq!(before(&received, 0, 30), 0..0);
        assert_eq!(before(&received, 150, 30), 150..150, "nothing is there");
        assert_eq!(after(&received, 0, 30), 0..30);
        assert_eq!(after(&received, 200, 1000), 200..300);
        assert_eq!(after(&received, 100, 30), 100..100);
    }

    #[test]
    fn another_link_is_looked_at_in_the_front_at_the_end_and_between() {
        assert_eq!(places(&[0..100, 200..300], 3, 10), [0..10, 95..100, 290..300]);
        assert_eq!(places(&[50..55], 5, 10), [50..55]);
        assert_eq!(places(&[], 5, 10), []);
    }
}
