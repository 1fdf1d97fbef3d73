//! How long a transfer waits: for an address, for a proxy, for its next try, for the disk. Counted as it happens, so that what
//! takes for ever shows before it ends.

use haul_core::bound::Waited;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The waits of one transfer before any byte can come.
#[derive(Debug, Clone, Default)]
pub struct Waits {
    pub resolving: Stopwatch,
    pub connecting: Stopwatch,
    pub retrying: Stopwatch,
    proxied: Arc<AtomicBool>,
}

impl Waits {
    /// Whether the latest request went over a proxy.
    pub fn is_proxied(&self) -> bool {
        self.proxied.load(Ordering::Relaxed)
    }

    pub fn set_proxied(&self, proxied: bool) {
        self.proxied.store(proxied, Ordering::Relaxed);
    }

    pub fn waited(&self) -> Waited {
        Waited {
            resolving: self.resolving.elapsed(),
            connecting: self.connecting.elapsed(),
            retrying: self.retrying.elapsed(),
        }
    }
}

/// Time that passes while somebody waits; of several at once each counts.
#[derive(Debug, Clone, Default)]
pub struct Stopwatch(Arc<Mutex<Count>>);

#[derive(Debug, Default)]
struct Count {
    waiting: u32,
    /// Of all until `at`.
    total: Duration,
    at: Option<Instant>,
}

impl Count {
    fn bring_up_to(&mut self, now: Instant) {
        let since = self.at.map_or(Duration::ZERO, |at| now.saturating_duration_since(at));
        self.total += since * self.waiting;
        self.at = Some(now);
    }
}

impl Stopwatch {
    /// Runs until what is returned is dropped.
    pub fn start(&self) -> Waiting {
        let mut count = self.count();
        count.bring_up_to(Instant::now());
        count.waiting += 1;
        Waiting(self.clone())
    }

    pub fn elapsed(&self) -> Duration {
        let mut count = self.count();
        count.bring_up_to(Instant::now());
        count.total
    }

    fn count(&self) -> MutexGuard<'_, Count> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Somebody waits.
#[derive(Debug)]
pub struct Waiting(Stopwatch);

impl Drop for Waiting {
    fn drop(&mut self) {
        let mut count = self.0.count();
        count.bring_up_to(Instant::now());
        count.waiting = count.waiting.saturating_sub(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_that_waits_counts_and_shows_before_it_is_done() {
        let watch = Stopwatch::default();
        assert_eq!(watch.elapsed(), Duration::ZERO);
        let (one, other) = (watch.start(), watch.start());
        let since = Instant::now();
        while watch.elapsed() < Duration::from_millis(20) {
            std::hint::spin_loop();
        }
        assert!(since.elapsed() < Duration::from_millis(20), "two count twice");
        drop((one, other));
        let done = watch.elapsed();
        assert_eq!(watch.elapsed(), done);
    }
}
