//! The limits of single hosts. Each line of the settings has one bucket, which all hosts share that it counts for.

use haul_core::host_settings::{self, HostSettings};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Bucket, Slot};

/// Hosts that are remembered though nobody asks them now.
const MOST_IDLE: usize = 1000;

/// Which bucket each host has, for all transfers of one engine.
#[derive(Debug, Clone, Default)]
pub struct HostLimits(Arc<Mutex<Inner>>);

#[derive(Debug, Default)]
struct Inner {
    settings: Vec<HostSettings>,
    /// By the pattern of their line.
    buckets: HashMap<String, Arc<Bucket>>,
    /// Of the hosts that anybody asked for.
    slots: HashMap<String, Slot>,
}

impl HostLimits {
    pub fn of(settings: &[HostSettings]) -> Self {
        let limits = Self::default();
        limits.set(settings);
        limits
    }

    /// In force at once, for what runs too.
    pub fn set(&self, settings: &[HostSettings]) {
        let mut inner = self.inner();
        let before = std::mem::take(&mut inner.buckets);
        for line in settings {
            let known = before.get(&line.host).cloned();
            let bucket = known.unwrap_or_else(|| Arc::new(Bucket::new(None)));
            bucket.set_limit(line.limit);
            inner.buckets.entry(line.host.clone()).or_insert(bucket);
        }
        inner.settings = settings.to_vec();
        for (host, slot) in &inner.slots {
            slot.put(inner.bucket(host));
        }
    }

    pub fn is_limited(&self, host: &str) -> bool {
        self.inner().bucket(host).is_limited()
    }

    pub(super) fn slot(&self, host: &str) -> Slot {
        let mut inner = self.inner();
        if let Some(slot) = inner.slots.get(host) {
            return slot.clone();
        }
        if inner.slots.len() >= MOST_IDLE {
            inner.slots.retain(|_, slot| Arc::strong_count(&slot.0) > 1);
        }
        let slot = Slot::of(inner.bucket(host));
        inner.slots.insert(host.to_owned(), slot.clone());
        slot
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    /// Of the line that counts for `host`.
    fn bucket(&self, host: &str) -> Arc<Bucket> {
        let line = host_settings::of(&self.settings, host);
        let bucket = line.and_then(|line| self.buckets.get(&line.host)).cloned();
        bucket.unwrap_or_else(|| Arc::new(Bucket::new(None)))
    }
}
