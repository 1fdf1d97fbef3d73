//! Speed limits: token buckets in a hierarchy, one for all downloads and one for each, changeable while they run.
//!
//! Tokens are taken in small portions as they come instead of booking a long wait ahead: a changed limit acts at once on
//! connections that are waiting already, and bytes trickle in evenly however slow the limit is.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::time::Instant;

/// What a portion takes at the limit: no connection is woken for less.
const PORTION: Duration = Duration::from_millis(10);
/// How long a connection waits at most before it looks whether the limit has changed.
const LONGEST_WAIT: Duration = Duration::from_millis(100);
/// What an idle bucket saves up at most: long enough that a late timer loses nothing, short enough to be no burst.
const SAVED: Duration = Duration::from_millis(100);

/// Bytes that may pass, for whoever shares it.
#[derive(Debug)]
pub struct Bucket {
    /// Bytes a second; 0: no limit.
    rate: AtomicU64,
    level: Mutex<Level>,
}

#[derive(Debug)]
struct Level {
    tokens: f64,
    at: Instant,
}

impl Bucket {
    pub fn new(limit: Option<u64>) -> Self {
        Self {
            rate: AtomicU64::new(limit.unwrap_or(0)),
            level: Mutex::new(Level { tokens: 0.0, at: Instant::now() }),
        }
    }

    /// In force at once, for those that wait too.
    pub fn set_limit(&self, limit: Option<u64>) {
        self.rate.store(limit.unwrap_or(0), Ordering::Relaxed);
    }

    fn rate(&self) -> u64 {
        self.rate.load(Ordering::Relaxed)
    }

    fn is_limited(&self) -> bool {
        self.rate() > 0
    }

    /// Takes up to `wanted` tokens, but no fewer than a portion.
    ///
    /// # Errors
    /// After which time that much will be there.
    fn take(&self, wanted: u64) -> Result<u64, Duration> {
        let rate = self.rate() as f64;
        if rate == 0.0 || wanted == 0 {
            return Ok(wanted);
        }
        let mut level = self.level.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let now = Instant::now();
        let gained = now.saturating_duration_since(level.at).as_secs_f64() * rate;
        level.at = now;
        level.tokens = (level.tokens + gained).min((SAVED.as_secs_f64() * rate).max(1.0));
        let portion = (PORTION.as_secs_f64() * rate).clamp(1.0, wanted as f64);
        if level.tokens < portion {
            let wait = Duration::from_secs_f64((portion - level.tokens) / rate);
            return Err(wait.clamp(Duration::from_millis(1), LONGEST_WAIT));
        }
        let taken = (level.tokens as u64).min(wanted);
        level.tokens -= taken as f64;
        Ok(taken)
    }

    /// Puts back what could not be used.
    fn put_back(&self, count: u64) {
        if self.is_limited() && count > 0 {
            self.level.lock().unwrap_or_else(std::sync::PoisonError::into_inner).tokens += count as f64;
        }
    }
}

/// The limits that one download obeys, from the narrowest to the widest.
#[derive(Debug, Clone)]
pub struct Limiter {
    pub own: Arc<Bucket>,
    pub global: Arc<Bucket>,
}

impl Limiter {
    /// How many of `wanted` bytes may pass every limit now: waits until it is at least some, 1 or more unless `wanted` is
    /// 0. Cancel safe.
    pub async fn acquire(&self, wanted: u64) -> u64 {
        loop {
            match self.take(wanted) {
                Ok(count) => return count,
                Err(wait) => tokio::time::sleep(wait).await,
            }
        }
    }

    fn take(&self, wanted: u64) -> Result<u64, Duration> {
        let own = self.own.take(wanted)?;
        let passed = self.global.take(own).inspect_err(|_| self.own.put_back(own))?;
        self.own.put_back(own - passed);
        Ok(passed)
    }

    /// Whether any limit is in force now.
    pub fn is_limited(&self) -> bool {
        self.own.is_limited() || self.global.is_limited()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limiter(own: Option<u64>, global: Option<u64>) -> Limiter {
        Limiter { own: Arc::new(Bucket::new(own)), global: Arc::new(Bucket::new(global)) }
    }

    async fn pass(limiter: &Limiter, mut count: u64) {
        while count > 0 {
            count -= limiter.acquire(count).await;
        }
    }

    /// How long `count` bytes in pieces of `piece` take on tokio's paused clock.
    async fn time_for(limiter: &Limiter, count: u64, piece: u64) -> Duration {
        let start = Instant::now();
        for _ in 0..count / piece {
            pass(limiter, piece).await;
        }
        start.elapsed()
    }

    #[tokio::test(start_paused = true)]
    async fn ten_seconds_of_a_limit_take_ten_seconds() {
        let took = time_for(&limiter(Some(1_000_000), None), 10_000_000, 16_384).await;
        assert!((9.9..10.1).contains(&took.as_secs_f64()), "{took:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn the_narrower_limit_counts() {
        let took = time_for(&limiter(Some(5_000_000), Some(500_000)), 1_000_000, 10_000).await;
        assert!((1.9..2.1).contains(&took.as_secs_f64()), "{took:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_new_limit_acts_on_those_that_wait() {
        let limiter = limiter(Some(1024), None);
        let start = Instant::now();
        let change = async {
            tokio::time::sleep(Duration::from_secs(1)).await;
            limiter.own.set_limit(None);
        };
        tokio::join!(pass(&limiter, 1 << 30), change);
        assert!(start.elapsed() < Duration::from_millis(1100));
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_limit_lets_a_little_pass_all_the_time() {
        let limiter = limiter(Some(2000), None);
        let start = Instant::now();
        let first = limiter.acquire(1 << 20).await;
        assert!(first > 0 && start.elapsed() <= Duration::from_millis(20), "{first} {:?}", start.elapsed());
    }

    #[tokio::test(start_paused = true)]
    async fn what_the_wider_limit_holds_back_is_not_lost_to_the_narrower() {
        let limiter = limiter(Some(1_000_000), Some(900_000));
        let took = time_for(&limiter, 9_000_000, 300_000).await;
        assert!((9.9..10.1).contains(&took.as_secs_f64()), "{took:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn an_idle_bucket_saves_no_burst() {
        let limiter = limiter(Some(1_000_000), None);
        tokio::time::sleep(Duration::from_secs(60)).await;
        let took = time_for(&limiter, 1_000_000, 10_000).await;
        assert!(took >= Duration::from_millis(890), "{took:?}");
    }
}
