//! Speed limits: token buckets, one for all downloads and one for each, changeable while they run.
//!
//! Tokens are taken in small portions as they arrive instead of booking a long wait ahead, so a changed limit acts at once
//! on connections that are waiting already.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::time::Instant;

/// How often a waiting connection looks for new tokens.
const TICK: Duration = Duration::from_millis(10);
/// What an idle bucket saves up at most: long enough that a late timer loses nothing, short enough to be no burst.
const SAVED: Duration = Duration::from_millis(250);

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

    fn is_limited(&self) -> bool {
        self.rate.load(Ordering::Relaxed) > 0
    }

    /// Takes up to `wanted` of the tokens that are there.
    fn take(&self, wanted: u64) -> u64 {
        let rate = self.rate.load(Ordering::Relaxed);
        if rate == 0 {
            return wanted;
        }
        let mut level = self.level.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let now = Instant::now();
        let rate = rate as f64;
        let gained = (now - level.at).as_secs_f64() * rate;
        level.at = now;
        level.tokens = (level.tokens + gained).min((SAVED.as_secs_f64() * rate).max(1.0));
        let taken = (level.tokens.floor() as u64).min(wanted);
        level.tokens -= taken as f64;
        taken
    }

    /// Returns once `wanted` tokens were taken. Cancel safe but for tokens taken already.
    async fn acquire(&self, mut wanted: u64) {
        loop {
            wanted -= self.take(wanted);
            if wanted == 0 {
                return;
            }
            tokio::time::sleep(TICK).await;
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
    /// Returns once `count` bytes may pass every limit.
    pub async fn acquire(&self, count: u64) {
        self.own.acquire(count).await;
        self.global.acquire(count).await;
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

    /// How long `count` bytes in pieces of `piece` take on tokio's paused clock.
    async fn time_for(limiter: &Limiter, count: u64, piece: u64) -> Duration {
        let start = Instant::now();
        for _ in 0..count / piece {
            limiter.acquire(piece).await;
        }
        start.elapsed()
    }

    #[tokio::test(start_paused = true)]
    async fn ten_seconds_of_a_limit_take_ten_seconds() {
        let took = time_for(&limiter(Some(1_000_000), None), 10_000_000, 16_384).await;
        assert!((9.7..10.3).contains(&took.as_secs_f64()), "{took:?}");
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
        tokio::join!(limiter.acquire(1 << 30), change);
        assert!(start.elapsed() < Duration::from_millis(1100));
    }

    #[tokio::test(start_paused = true)]
    async fn an_idle_bucket_saves_no_burst() {
        let limiter = limiter(Some(1_000_000), None);
        tokio::time::sleep(Duration::from_secs(60)).await;
        let took = time_for(&limiter, 1_000_000, 10_000).await;
        assert!(took >= Duration::from_millis(740), "{took:?}");
    }
}
