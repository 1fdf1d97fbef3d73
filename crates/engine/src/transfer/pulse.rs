//! What one connection shows of itself while it works: written by its task, read by the crew that it belongs to.

use haul_core::segment::SegmentKey;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Counters of one connection: no locks, as they change with every piece that arrives.
#[derive(Debug)]
pub struct Pulse {
    key: AtomicUsize,
    arrived: AtomicU64,
    asked: Instant,
    /// Microseconds until the head of the answer came; 0: it has not.
    delay: AtomicU64,
}

impl Pulse {
    /// Of a connection that is about to ask for what `key` misses.
    pub fn asking(key: SegmentKey) -> Self {
        Self {
            key: AtomicUsize::new(key.index()),
            arrived: AtomicU64::new(0),
            asked: Instant::now(),
            delay: AtomicU64::new(0),
        }
    }

    /// The segment that it works through.
    pub fn key(&self) -> SegmentKey {
        SegmentKey::from_index(self.key.load(Ordering::Relaxed))
    }

    pub fn moved_to(&self, key: SegmentKey) {
        self.key.store(key.index(), Ordering::Relaxed);
    }

    /// Takes note of bytes from the socket.
    pub fn arrived(&self, count: usize) {
        // Only the connection's own task writes: no need for the price of an atomic addition.
        self.arrived.store(self.received() + count as u64, Ordering::Relaxed);
    }

    /// Bytes that came, written or not.
    pub fn received(&self) -> u64 {
        self.arrived.load(Ordering::Relaxed)
    }

    /// The head of the answer is there.
    pub fn answered(&self) {
        let micros = u64::try_from(self.asked.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.delay.store(micros.max(1), Ordering::Relaxed);
    }

    /// How long the answer's head took; none before it came.
    pub fn delay(&self) -> Option<Duration> {
        let micros = self.delay.load(Ordering::Relaxed);
        (micros > 0).then(|| Duration::from_micros(micros))
    }
}
