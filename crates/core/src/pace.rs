//! How fast one connection is, and whether it has fallen silent: what takeovers are reckoned with.

use std::time::Duration;

/// Over about which time the mean is taken. Shorter follows every hiccup, longer mistakes the past for the future.
const MEMORY: Duration = Duration::from_secs(1);
/// No shorter silence counts as one, however lively the connection was.
const SHORTEST_SILENCE: Duration = Duration::from_secs(1);
/// A pause of this many times the usual one counts as silence.
const UNUSUAL: u32 = 4;

/// The throughput of one connection, by samples of what it has received. Times count from any fixed start.
#[derive(Debug, Clone)]
pub struct Pace {
    at: Duration,
    received: u64,
    /// Decaying sums of bytes and of seconds: their ratio is the mean.
    bytes: f64,
    seconds: f64,
    /// When something came last, or when waiting began.
    heard: Duration,
    /// The usual time between two arrivals.
    gap: Duration,
    patience: Duration,
}

impl Pace {
    /// Begins to wait at `now` for a first byte that takes `delay` as a rule.
    pub fn waiting(now: Duration, delay: Duration) -> Self {
        Self {
            at: now,
            received: 0,
            bytes: 0.0,
            seconds: 0.0,
            heard: now,
            gap: Duration::ZERO,
            // A new connection has a name to look up, a handshake or two, and a disk to wake.
            patience: (delay * UNUSUAL).max(3 * SHORTEST_SILENCE),
        }
    }

    /// Takes note that `received` bytes had come by `now`.
    pub fn record(&mut self, now: Duration, received: u64) {
        let passed = now.saturating_sub(self.at);
        if passed.is_zero() {
            return;
        }
        let came = received.saturating_sub(self.received);
        if came > 0 {
            let gap = now.saturating_sub(self.heard);
            self.gap = if self.received == 0 { Duration::ZERO } else { (self.gap * 3 + gap) / 4 };
            self.heard = now;
            self.patience = (self.gap * UNUSUAL).max(SHORTEST_SILENCE);
        }
        // What passed before the first byte is delay and not throughput.
        if self.received > 0 || came > 0 {
            let kept = (-passed.as_secs_f64() / MEMORY.as_secs_f64()).exp();
            self.bytes = self.bytes * kept + came as f64;
            self.seconds = self.seconds * kept + passed.as_secs_f64();
        }
        (self.at, self.received) = (now, received);
    }

    /// Bytes a second; none before it is known.
    pub fn per_second(&self) -> Option<f64> {
        (self.seconds > 0.0).then(|| self.bytes / self.seconds)
    }

    /// Whether nothing has come for longer than is usual for it.
    pub fn is_silent(&self, now: Duration) -> bool {
        now.saturating_sub(self.heard) >= self.patience
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    #[test]
    fn the_mean_follows_within_a_few_seconds() {
        let mut pace = Pace::waiting(ms(0), ms(10));
        assert_eq!(pace.per_second(), None);
        for tick in 1..=20u64 {
            pace.record(ms(tick * 100), tick * 100);
        }
        assert!((990.0..1010.0).contains(&pace.per_second().unwrap()));
        for tick in 1..=40u64 {
            pace.record(ms(2000 + tick * 100), 2000 + tick * 10);
        }
        assert!((90.0..130.0).contains(&pace.per_second().unwrap()), "{pace:?}");
    }

    #[test]
    fn waiting_for_the_first_byte_is_no_slowness() {
        let mut pace = Pace::waiting(ms(0), ms(10));
        pace.record(ms(1000), 0);
        pace.record(ms(1100), 100);
        assert_eq!(pace.per_second().map(f64::round), Some(1000.0));
    }

    #[test]
    fn silence_is_told_by_what_is_usual() {
        let mut lively = Pace::waiting(ms(0), ms(10));
        let mut slow = lively.clone();
        for tick in 1..=50u64 {
            lively.record(ms(tick * 100), tick);
            slow.record(ms(tick * 100), tick / 10 + 1);
        }
        assert!(!lively.is_silent(ms(5900)) && lively.is_silent(ms(6000)));
        assert!(!slow.is_silent(ms(7500)) && slow.is_silent(ms(10_000)));
    }

    #[test]
    fn a_first_byte_is_waited_for_longer() {
        assert!(!Pace::waiting(ms(0), ms(10)).is_silent(ms(2900)));
        assert!(Pace::waiting(ms(0), ms(10)).is_silent(ms(3000)));
        assert!(!Pace::waiting(ms(0), ms(2000)).is_silent(ms(7900)));
    }
}
