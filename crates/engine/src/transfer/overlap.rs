//! Whether a server still has the file that a download began with, by the bytes themselves: before the first new byte is
//! kept, some that are there already are asked for once more and compared. A validator may lie.

use bytes::Bytes;
use futures::{StreamExt, stream};
use haul_core::{AnswerFault, Failure};
use std::ops::Range;

use crate::protocol::Answer;

/// Bytes that are compared. As much as a server sends anyway before it could be told to stop.
pub const OVERLAP: u64 = 64 << 10;
/// At so many places another link is compared with what is there.
pub const PLACES: u64 = 5;
/// How much less the next try compares after an answer that ended before it was compared: some servers cut every answer
/// short, and what is compared is no progress.
pub const LESS: u64 = 8;

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

#[cfg(test)]
mod tests {
    use super::*;

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
