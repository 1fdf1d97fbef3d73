//! When a connection brings so little that asking again is better than to wait for it.

use std::time::Duration;

/// Bytes a second. The slowest modem brings three times as many.
pub const LEAST: u64 = 10;
/// A body that would have to be fetched from its first byte again is waited for if it ends within this time.
const BORNE: Duration = Duration::from_secs(3600);

/// What the body of one answer brought over the last while, not counting the time in which nobody asked for more of it: under
/// a limit, or on a slow disk, it is not the server that is slow.
#[derive(Debug, Clone)]
pub struct Drip {
    over: Duration,
    waited: Duration,
    brought: u64,
}

impl Drip {
    /// Judged each time that it was waited for so long.
    pub fn over(over: Duration) -> Self {
        Self { over, waited: Duration::ZERO, brought: 0 }
    }

    /// Takes note of `count` bytes that were waited for. Whether they are too few to wait for the `missing` ones (none: nobody
    /// knows how many), where these can be asked for without the ones before, or cannot.
    pub fn is_too_thin(
        &mut self,
        count: u64,
        waited: Duration,
        missing: Option<u64>,
        resumable: bool,
    ) -> bool {
        self.brought += count;
        self.waited += waited;
        if self.waited < self.over {
            return false;
        }
        let throughput = self.brought as f64 / self.waited.as_secs_f64();
        *self = Self::over(self.over);
        let takes_for_ever = missing.is_some_and(|missing| missing as f64 / throughput > BORNE.as_secs_f64());
        throughput < LEAST as f64 && missing != Some(0) && (resumable || takes_for_ever)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// After how many bytes, one in each `gap`, it is given up; none within an hour.
    fn given_up(gap: Duration, missing: Option<u64>, resumable: bool) -> Option<u64> {
        let mut drip = Drip::over(60 * SECOND);
        let bytes = 3600 / gap.as_secs().max(1);
        let left = |byte| missing.map(|missing| missing - byte);
        (1..=bytes).find(|byte| drip.is_too_thin(1, gap, left(*byte), resumable))
    }

    #[test]
    fn a_byte_every_few_seconds_is_not_waited_for() {
        assert_eq!(given_up(3 * SECOND, Some(1 << 20), true), Some(20));
        assert_eq!(given_up(3 * SECOND, None, true), Some(20));
    }

    #[test]
    fn what_would_begin_anew_is_given_up_only_if_it_would_take_for_ever() {
        assert_eq!(given_up(3 * SECOND, Some(1 << 20), false), Some(20));
        assert_eq!(given_up(3 * SECOND, Some(1200), false), None);
        assert_eq!(given_up(3 * SECOND, None, false), None, "it may be the news as they happen");
    }

    #[test]
    fn a_slow_line_and_the_last_byte_are_waited_for() {
        let mut drip = Drip::over(60 * SECOND);
        assert!((0..3600).all(|_| !drip.is_too_thin(30, SECOND, Some(1 << 20), true)));
        assert!(!drip.is_too_thin(1, 600 * SECOND, Some(0), true));
        assert!(!drip.is_too_thin(1, SECOND, Some(1 << 20), true), "each while is judged by itself");
    }
}
