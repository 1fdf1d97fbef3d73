//! Speed limits: token buckets in a hierarchy, one for all downloads, one for each queue, one for each host that has a limit
//! and one for each download, changeable while they run.
//!
//! Tokens are taken in small portions as they come instead of booking a long wait ahead: a changed limit acts at once on
//! connections that are waiting already, and bytes trickle in evenly however slow the limit is.

mod hosts;

pub use hosts::HostLimits;

use haul_core::bound::LimitOf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;
use tokio::time::Instant;

/// What a portion takes at the limit: no connection is woken for less.
const PORTION: Duration = Duration::from_millis(10);
/// How long a connection waits at most before it looks whether the limit has changed.
const LONGEST_WAIT: Duration = Duration::from_millis(100);
/// What a bucket saves up at most: long enough that a late timer loses nothing, short enough to be no burst.
const SAVED: Duration = Duration::from_millis(100);
/// A bucket that nobody took from for so long begins anew.
const IDLE: Duration = Duration::from_secs(1);
/// How long a beginning is, and which share of the limit passes in it. A server fills the buffers on the way to us before
/// any limit holds it back; for it they count as sent, and so that the line carries no more than the limit in any second,
/// less is taken out of them at first.
const BEGINNING: f64 = 1.0;
const BEGINNING_SHARE: f64 = 0.9;
/// Over how many seconds after the beginning what it held back is made up for.
const MAKING_UP: f64 = 6.0;

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
    /// When tokens were added last; none: nobody has taken any under this limit.
    at: Option<Instant>,
    /// When somebody began to take.
    begun: Instant,
}

impl Level {
    /// Adds what came since the last time.
    fn fill(&mut self, now: Instant, rate: f64) {
        let Some(at) = self.at.filter(|at| now.saturating_duration_since(*at) < IDLE) else {
            *self = Self { tokens: 0.0, at: Some(now), begun: now };
            return;
        };
        let since = |time: Instant| time.saturating_duration_since(self.begun).as_secs_f64();
        let gained = (passed_after(since(now)) - passed_after(since(at))) * rate;
        self.at = Some(now);
        self.tokens = (self.tokens + gained).min((SAVED.as_secs_f64() * rate).max(1.0));
    }
}

/// What may have passed so many seconds after the begin, in seconds' worth of the limit.
fn passed_after(seconds: f64) -> f64 {
    let held_back = BEGINNING * (1.0 - BEGINNING_SHARE);
    let made_up = ((seconds - BEGINNING) / MAKING_UP).clamp(0.0, 1.0);
    let lag = held_back * ((seconds / BEGINNING).min(1.0) - made_up);
    seconds - lag
}

impl Bucket {
    pub fn new(limit: Option<u64>) -> Self {
        Self {
            rate: AtomicU64::new(limit.unwrap_or(0)),
            level: Mutex::new(Level { tokens: 0.0, at: None, begun: Instant::now() }),
        }
    }

    /// In force at once, for those that wait too.
    pub fn set_limit(&self, limit: Option<u64>) {
        let rate = limit.unwrap_or(0);
        let mut level = self.level();
        let before = self.rate.swap(rate, Ordering::Relaxed);
        if before == rate {
            return;
        }
        if level.at.is_some() && (before..=before.saturating_add(before / 2)).contains(&rate) {
            // Raised in steps, it goes on: as many new beginnings would hold back a tenth all the time.
            level.fill(Instant::now(), before as f64);
        } else {
            // What was saved up under another limit is not for this one.
            level.at = None;
        }
    }

    fn level(&self) -> MutexGuard<'_, Level> {
        self.level.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn rate(&self) -> u64 {
        self.rate.load(Ordering::Relaxed)
    }

    /// Whether it holds anything back.
    pub fn is_limited(&self) -> bool {
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
        let mut level = self.level();
        level.fill(Instant::now(), rate);
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
            self.level().tokens += count as f64;
        }
    }
}

/// The limits that one download obeys, from the narrowest to the widest.
#[derive(Debug, Clone)]
pub struct Limiter {
    pub own: Arc<Bucket>,
    /// Of the host that it comes from.
    host: Slot,
    /// Of the queue that it is in now.
    queue: Slot,
    global: Arc<Bucket>,
}

/// A place for a bucket, which may be another one later.
#[derive(Debug, Clone)]
struct Slot(Arc<RwLock<Arc<Bucket>>>);

impl Slot {
    fn of(bucket: Arc<Bucket>) -> Self {
        Self(Arc::new(RwLock::new(bucket)))
    }

    fn get(&self) -> Arc<Bucket> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn put(&self, bucket: Arc<Bucket>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = bucket;
    }
}

impl Default for Slot {
    fn default() -> Self {
        Self::of(Arc::new(Bucket::new(None)))
    }
}

impl Limiter {
    /// None: no queue limits it.
    pub fn of(own: Arc<Bucket>, queue: Option<Arc<Bucket>>, global: Arc<Bucket>) -> Self {
        Self { own, host: Slot::default(), queue: queue.map(Slot::of).unwrap_or_default(), global }
    }

    /// The same for what comes from `host`.
    #[must_use]
    pub fn at(&self, hosts: &HostLimits, host: &str) -> Self {
        Self { host: hosts.slot(host), ..self.clone() }
    }

    /// It is in another queue from now on.
    pub fn join(&self, queue: Arc<Bucket>) {
        self.queue.put(queue);
    }

    /// How many of `wanted` bytes may pass every limit now: waits until it is at least some, 1 or more unless `wanted` is
    /// 0, and tells `waited` for which of them and how long. Cancel safe.
    pub async fn acquire(&self, wanted: u64, waited: impl Fn(LimitOf, Duration)) -> u64 {
        loop {
            match self.take(wanted) {
                Ok(count) => return count,
                Err((limit, wait)) => {
                    let asked = Instant::now();
                    tokio::time::sleep(wait).await;
                    waited(limit, asked.elapsed());
                }
            }
        }
    }

    fn buckets(&self) -> [(LimitOf, Arc<Bucket>); 4] {
        [
            (LimitOf::Download, self.own.clone()),
            (LimitOf::Host, self.host.get()),
            (LimitOf::Queue, self.queue.get()),
            (LimitOf::All, self.global.clone()),
        ]
    }

    fn take(&self, wanted: u64) -> Result<u64, (LimitOf, Duration)> {
        let buckets = self.buckets();
        let put_back = |taken: &[u64], passed| {
            buckets.iter().zip(taken).for_each(|((_, bucket), taken)| bucket.put_back(taken - passed));
        };
        let (mut taken, mut passed) = (Vec::with_capacity(buckets.len()), wanted);
        for (limit, bucket) in &buckets {
            passed = bucket.take(passed).map_err(|wait| {
                put_back(&taken, 0);
                (*limit, wait)
            })?;
            taken.push(passed);
        }
        put_back(&taken, passed);
        Ok(passed)
    }

    /// Bytes a second by the narrowest; none: no limit.
    pub fn narrowest(&self) -> Option<u64> {
        self.buckets().iter().map(|(_, bucket)| bucket.rate()).filter(|rate| *rate > 0).min()
    }

    /// Whether any limit is in force now.
    pub fn is_limited(&self) -> bool {
        self.buckets().iter().any(|(_, bucket)| bucket.is_limited())
    }
}

#[cfg(test)]
mod tests;
