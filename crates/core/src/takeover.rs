//! Who gives up how much to a connection that is free.
//!
//! The range that would be finished last is shared in proportion to both throughputs, so that both halves are finished at
//! the same moment. It is shared only if that wins more than the new request costs: on an even line nothing is taken over
//! near the end, where every request is a round trip for nothing. Besides, what is on its way to the one that gives up is
//! lost, and on a long line that is much.

use std::cmp::Ordering;
use std::time::Duration;

use crate::segment::SegmentKey;

/// The least that is taken over from a connection at work: below it the request costs more than it brings.
pub const MIN_TAKEOVER: u64 = 64 << 10;
/// A smaller win than this is noise, however quickly the host answers.
const MIN_WIN: Duration = Duration::from_millis(20);

/// Bytes that come before any of them is acknowledged. RFC 6928.
const FIRST_FLIGHT: f64 = 10.0 * 1460.0;

/// A connection at work.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AtWork {
    pub key: SegmentKey,
    /// Bytes that it still has to get.
    pub missing: u64,
    /// Bytes a second as of late; 0: it is silent.
    pub throughput: f64,
}

/// A connection that could be at work.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Free {
    /// Bytes a second that it will likely have; 0: nothing is known yet, and half of what is missing is a fair share.
    pub throughput: f64,
    /// Until its first byte comes.
    pub delay: Duration,
}

impl AtWork {
    /// Seconds until it is done; infinite for a silent one.
    fn seconds_left(&self) -> f64 {
        self.missing as f64 / self.throughput
    }

    /// By the time at which they will be done; of silent ones, by what they miss.
    fn later(&self, other: &Self) -> Ordering {
        let by_time = self.seconds_left().total_cmp(&other.seconds_left());
        by_time.then(self.missing.cmp(&other.missing))
    }
}

/// From whom to take over how many bytes, off the end of its range. None: nobody's end would come sooner for it.
pub fn choose(at_work: impl IntoIterator<Item = AtWork>, free: Free) -> Option<(SegmentKey, u64)> {
    let last = at_work.into_iter().filter(|one| one.missing > 0).max_by(AtWork::later)?;
    if last.throughput <= 0.0 {
        return Some((last.key, last.missing));
    }
    let throughput = if free.throughput > 0.0 { free.throughput } else { last.throughput };
    let round_trip = free.delay.as_secs_f64();
    let delay = until_full(throughput, round_trip);
    // When both are done if they are done together.
    let together = (last.missing as f64 + throughput * delay) / (last.throughput + throughput);
    let win = last.seconds_left() - together;
    let count = (throughput * (together - delay)).max(0.0) as u64;
    let pays = win > round_trip.max(MIN_WIN.as_secs_f64()) && count >= MIN_TAKEOVER;
    pays.then_some((last.key, count.min(last.missing)))
}

/// Seconds that a connection is behind one that had `throughput` all the time: the `delay` until its first byte, and half of
/// the round trips in which it gathers way, from ten packets on (RFC 6928) twice as much in each.
fn until_full(throughput: f64, delay: f64) -> f64 {
    let rounds = (1.0 + throughput * delay / FIRST_FLIGHT).log2();
    delay * (1.0 + rounds / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Segments;

    const MIB: u64 = 1 << 20;
    const RATE: f64 = 4.0 * MIB as f64;

    /// Keys can only be had from segments.
    fn keys() -> [SegmentKey; 3] {
        let mut segments = Segments::whole(300 * MIB);
        segments.plan(3);
        std::array::from_fn(|_| segments.take_idle().unwrap())
    }

    fn at_work(key: SegmentKey, missing: u64, throughput: f64) -> AtWork {
        AtWork { key, missing, throughput }
    }

    fn free(throughput: f64, delay_ms: u64) -> Free {
        Free { throughput, delay: Duration::from_millis(delay_ms) }
    }

    #[test]
    fn the_one_that_would_finish_last_gives_in_proportion() {
        let [quick, slow, _] = keys();
        let others = [at_work(quick, 20 * MIB, RATE), at_work(slow, 11 * MIB, RATE / 10.0)];
        assert_eq!(choose(others, free(RATE, 0)), Some((slow, 10 * MIB)));
    }

    #[test]
    fn the_way_that_a_connection_must_gather_is_reckoned_with() {
        let [one, ..] = keys();
        // 2 s alone; together 1.17 s, of which the free one is 0.34 s behind.
        let (from, count) = choose([at_work(one, 8 * MIB, RATE)], free(RATE, 100)).unwrap();
        assert_eq!((from, count * 10 / MIB), (one, 33));
        // 0.5 s alone, 0.42 s together: less than a round trip is won.
        assert_eq!(choose([at_work(one, 2 * MIB, RATE)], free(RATE, 100)), None);
        // Where an answer takes no time there is no way to gather.
        assert_eq!(choose([at_work(one, 2 * MIB, RATE)], free(RATE, 0)), Some((one, MIB)));
    }

    #[test]
    fn on_an_even_line_nothing_moves_near_the_end() {
        let [one, other, third] = keys();
        let others = [
            at_work(one, MIB / 8, RATE),
            at_work(other, MIB / 4, RATE * 0.9),
            at_work(third, MIB / 3, RATE * 1.1),
        ];
        assert_eq!(choose(others, free(RATE, 100)), None);
        assert_eq!(choose([], free(RATE, 100)), None);
    }

    #[test]
    fn a_silent_one_loses_everything_and_the_longest_rest_goes_first() {
        let [short, long, working] = keys();
        let others = [at_work(short, 10, 0.0), at_work(long, 5 * MIB, 0.0), at_work(working, 90 * MIB, RATE)];
        assert_eq!(choose(others, free(RATE, 100)), Some((long, 5 * MIB)));
        assert_eq!(choose(others[..1].to_vec(), free(RATE, 100)), Some((short, 10)));
    }

    #[test]
    fn without_any_measure_the_share_is_half() {
        let [one, ..] = keys();
        assert_eq!(choose([at_work(one, 8 * MIB, RATE)], free(0.0, 0)), Some((one, 4 * MIB)));
    }
}
