//! How fast a download is, smoothed, and how long it will take.
//!
//! The mean over the last seconds, not a decaying one: it follows a change in a known time, and after a silence of that
//! length it is exactly 0 instead of almost.

use std::collections::VecDeque;
use std::time::Duration;

/// Over which time the mean is taken.
const WINDOW: Duration = Duration::from_secs(6);
/// The same for what it says of the time to come, which is not to jump.
const LONG_WINDOW: Duration = Duration::from_secs(10);
/// Samples closer than this say nothing new; it bounds how many are kept.
const SPACING: Duration = Duration::from_millis(100);

/// Smoothed bytes a second of one download. Times count from any fixed start; totals are of all bytes received.
#[derive(Debug, Clone, Default)]
pub struct Throughput {
    /// In order; the first is the last one that is at least `LONG_WINDOW` old, if any is.
    samples: VecDeque<Sample>,
    latest: Sample,
}

#[derive(Debug, Clone, Copy, Default)]
struct Sample {
    at: Duration,
    received: u64,
}

impl Throughput {
    /// Takes note that `received` bytes were there at `now`. The first call only sets where counting begins, so that what
    /// an earlier run left behind is not counted as fast; so does a call after the count went back.
    pub fn record(&mut self, now: Duration, received: u64) {
        if received < self.latest.received || now < self.latest.at {
            self.samples.clear();
        }
        self.latest = Sample { at: now, received };
        if self.samples.back().is_none_or(|last| now.saturating_sub(last.at) >= SPACING) {
            self.samples.push_back(self.latest);
        }
        let window_start = now.saturating_sub(LONG_WINDOW);
        while self.samples.get(1).is_some_and(|second| second.at <= window_start) {
            self.samples.pop_front();
        }
    }

    /// Bytes a second; 0 before the second sample, and after a silence.
    pub fn per_second(&self) -> u64 {
        self.mean_over(WINDOW)
    }

    fn mean_over(&self, window: Duration) -> u64 {
        let begun = self.latest.at.saturating_sub(window);
        let later = self.samples.partition_point(|sample| sample.at <= begun);
        let Some(first) = self.samples.get(later.saturating_sub(1)) else { return 0 };
        let bytes = u128::from(self.latest.received.saturating_sub(first.received));
        let nanos = self.latest.at.saturating_sub(first.at).as_nanos();
        let per_second = (bytes * 1_000_000_000).checked_div(nanos).unwrap_or(0);
        u64::try_from(per_second).unwrap_or(u64::MAX)
    }

    /// How long `remaining` bytes will take; none while nothing comes.
    pub fn eta(&self, remaining: u64) -> Option<Duration> {
        if remaining == 0 {
            return Some(Duration::ZERO);
        }
        // What was long ago says nothing once nothing comes any more.
        match self.per_second() {
            0 => None,
            _ => Some(Duration::from_secs(remaining.div_ceil(self.mean_over(LONG_WINDOW).max(1)))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TICK: Duration = Duration::from_millis(250);

    /// Feeds `ticks` samples at 4 Hz, `step` bytes apart, after what was fed before.
    fn feed(throughput: &mut Throughput, ticks: u32, step: u64) {
        for _ in 0..ticks {
            let Sample { at, received } = throughput.latest;
            throughput.record(at + TICK, received + step);
        }
    }

    #[test]
    fn steady_bytes_give_their_rate_at_once_and_for_ever() {
        let mut throughput = Throughput::default();
        throughput.record(Duration::ZERO, 5_000_000);
        assert_eq!((throughput.per_second(), throughput.eta(1)), (0, None));
        feed(&mut throughput, 1, 1000);
        assert_eq!(throughput.per_second(), 4000);
        feed(&mut throughput, 1000, 1000);
        assert_eq!(throughput.per_second(), 4000);
        assert_eq!(throughput.eta(8001), Some(Duration::from_secs(3)));
        assert_eq!(throughput.eta(0), Some(Duration::ZERO));
    }

    #[test]
    fn silence_becomes_zero_within_the_window() {
        let mut throughput = Throughput::default();
        feed(&mut throughput, 100, 1000);
        feed(&mut throughput, 12, 0);
        assert_eq!(throughput.per_second(), 2000, "half of the window is silent");
        feed(&mut throughput, 12, 0);
        assert_eq!(throughput.per_second(), 0);
    }

    #[test]
    fn one_burst_does_not_jump() {
        let mut throughput = Throughput::default();
        feed(&mut throughput, 100, 1000);
        feed(&mut throughput, 1, 8000);
        assert!(throughput.per_second() < 5300);
    }

    #[test]
    fn the_time_left_jumps_less_than_the_speed() {
        let mut throughput = Throughput::default();
        feed(&mut throughput, 100, 1000);
        let left = |throughput: &Throughput| throughput.eta(4_000_000).map(|left| left.as_secs());
        assert_eq!(left(&throughput), Some(1000));
        feed(&mut throughput, 1, 8000);
        assert_eq!(left(&throughput), Some(852), "one burst");
        feed(&mut throughput, 12, 0);
        assert_eq!(left(&throughput), Some(1143), "3 s of silence");
        feed(&mut throughput, 12, 0);
        assert_eq!(left(&throughput), None, "nobody knows");
        feed(&mut throughput, 40, 2000);
        assert_eq!(left(&throughput), Some(500), "what was before is forgotten");
    }

    #[test]
    fn a_download_that_starts_over_counts_anew() {
        let mut throughput = Throughput::default();
        feed(&mut throughput, 100, 1000);
        let at = throughput.latest.at;
        throughput.record(at + TICK, 0);
        assert_eq!(throughput.per_second(), 0);
        feed(&mut throughput, 2, 500);
        assert_eq!(throughput.per_second(), 2000);
    }

    proptest! {
        #[test]
        fn any_samples_are_borne(samples in prop::collection::vec((any::<u64>(), any::<u64>()), 0..100), remaining: u64) {
            let mut throughput = Throughput::default();
            for (nanos, received) in samples {
                throughput.record(Duration::from_nanos(nanos), received);
                throughput.eta(remaining);
            }
        }

        #[test]
        fn few_samples_are_kept(steps in prop::collection::vec(0..2000u64, 0..3000)) {
            let mut throughput = Throughput::default();
            let mut at = Duration::ZERO;
            for step in steps {
                at += Duration::from_millis(step / 20);
                throughput.record(at, step);
            }
            prop_assert!(throughput.samples.len() <= 102);
        }
    }
}
