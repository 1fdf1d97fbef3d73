//! What a running transfer shows of itself: written by its task, read by the dispatcher four times a second.

use haul_core::bound::{Evidence, LimitOf};
use haul_core::segment::SegmentKey;
use haul_core::{Activity, Compared, ConnectionRow, Resource, Segment, SegmentRow, Segments};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::waits::{Stopwatch, Waits};

/// Size that stands for "not known yet" in [`Segments`]; no file is that large.
pub const UNKNOWN_SIZE: u64 = 1 << 62;

/// Counters and the segment table of one transfer. Locks are held for a few instructions, never across an await.
#[derive(Debug)]
pub struct Meter {
    received: AtomicU64,
    /// Bytes that came over the network.
    arrived: AtomicU64,
    /// What its part file took on the disk when it began or went on: with room that is kept for it, more than was received.
    room: AtomicU64,
    connections: AtomicU32,
    activity: Mutex<Activity>,
    segments: Mutex<Segments>,
    /// The connections at work, as they were seen last.
    at_work: Mutex<HashMap<SegmentKey, ConnectionRow>>,
    /// Nanoseconds that connections waited for a limit, by whose it is.
    limited: [AtomicU64; 4],
    /// Runs while connections wait for the disk.
    pub writing: Stopwatch,
    /// What was waited for before any byte could come.
    pub waits: Arc<Waits>,
    evidence: Mutex<Evidence>,
    resource: Mutex<Option<Resource>>,
    hashes: Mutex<Option<Vec<u64>>>,
}

impl Meter {
    /// `received`: what was there at the last checkpoint, for show until the part file was read.
    pub fn new(received: u64) -> Self {
        Self {
            received: AtomicU64::new(received),
            arrived: AtomicU64::new(0),
            room: AtomicU64::new(0),
            connections: AtomicU32::new(0),
            activity: Mutex::new(Activity::Probing),
            segments: Mutex::new(Segments::default()),
            at_work: Mutex::default(),
            limited: Default::default(),
            writing: Stopwatch::default(),
            waits: Arc::default(),
            evidence: Mutex::default(),
            resource: Mutex::new(None),
            hashes: Mutex::new(None),
        }
    }

    /// A connection waited so long for a limit.
    pub fn add_limited(&self, limit: LimitOf, time: Duration) {
        self.limited[limit as usize].fetch_add(nanos(time), Ordering::Relaxed);
    }

    /// What connections waited for so far, all together.
    pub fn waited(&self) -> HeldUp {
        let read = |counter: &AtomicU64| Duration::from_nanos(counter.load(Ordering::Relaxed));
        let limit = |of: LimitOf| read(&self.limited[of as usize]);
        HeldUp {
            own: limit(LimitOf::Download),
            host: limit(LimitOf::Host),
            queue: limit(LimitOf::Queue),
            global: limit(LimitOf::All),
            writing: self.writing.elapsed(),
        }
    }

    /// The connections that are at work now.
    pub fn set_at_work(&self, at_work: HashMap<SegmentKey, ConnectionRow>) {
        *lock(&self.at_work) = at_work;
    }

    /// Why it was not faster as of late, as far as can be told from this transfer alone.
    pub fn evidence(&self) -> Evidence {
        *lock(&self.evidence)
    }

    pub fn set_evidence(&self, evidence: Evidence) {
        *lock(&self.evidence) = evidence;
    }

    /// What the server said that it holds, if nobody was told because the end came at once.
    pub fn take_resource(&self) -> Option<Resource> {
        lock(&self.resource).take()
    }

    pub fn set_resource(&self, resource: Resource) {
        *lock(&self.resource) = Some(resource);
    }

    /// The hashes of the finished file's blocks, in order, if all are known.
    pub fn take_hashes(&self) -> Option<Vec<u64>> {
        lock(&self.hashes).take()
    }

    pub fn set_hashes(&self, hashes: Option<Vec<u64>>) {
        *lock(&self.hashes) = hashes;
    }

    pub fn received(&self) -> u64 {
        self.received.load(Ordering::Relaxed)
    }

    pub fn add_received(&self, count: u64) {
        self.received.fetch_add(count, Ordering::Relaxed);
        self.arrived.fetch_add(count, Ordering::Relaxed);
    }

    /// All of a file that came at once.
    pub fn set_arrived(&self, count: u64) {
        self.set_received(count);
        self.arrived.fetch_add(count, Ordering::Relaxed);
    }

    /// What came over the network since it began.
    pub fn arrived(&self) -> u64 {
        self.arrived.load(Ordering::Relaxed)
    }

    pub fn set_room(&self, room: u64) {
        self.room.store(room, Ordering::Relaxed);
    }

    /// What a file of `size` bytes still takes of the free room on its disk.
    pub fn room_needed(&self, size: u64) -> u64 {
        size.saturating_sub(self.received().max(self.room.load(Ordering::Relaxed)))
    }

    /// What was received of `lost` is missing again. Returns how many bytes that are.
    pub fn lose(&self, lost: &Range<u64>) -> u64 {
        let count = self.segments().lose(lost);
        self.received.fetch_sub(count, Ordering::Relaxed);
        count
    }

    /// For a file that needs no segments.
    pub fn set_received(&self, count: u64) {
        self.received.store(count, Ordering::Relaxed);
    }

    pub fn connections(&self) -> u32 {
        self.connections.load(Ordering::Relaxed)
    }

    pub fn set_connections(&self, count: usize) {
        self.connections.store(u32::try_from(count).unwrap_or(u32::MAX), Ordering::Relaxed);
    }

    pub fn activity(&self) -> Activity {
        lock(&self.activity).clone()
    }

    pub fn set_activity(&self, activity: Activity) {
        *lock(&self.activity) = activity;
    }

    /// So much of a file was read to be compared.
    pub fn set_compared(&self, compared: Compared) {
        self.set_activity(Activity::Verifying { compared: Some(compared) });
    }

    /// The segment table, for a few instructions.
    pub fn segments(&self) -> MutexGuard<'_, Segments> {
        lock(&self.segments)
    }

    /// Puts a new table in force.
    pub fn set_segments(&self, segments: Segments) {
        self.received.store(segments.received(), Ordering::Relaxed);
        *lock(&self.segments) = segments;
    }

    /// For the segment map: in order; empty while the size is unknown.
    pub fn segment_rows(&self) -> Vec<SegmentRow> {
        let mut at_work = lock(&self.at_work).clone();
        let segments = self.segments();
        if segments.size() == UNKNOWN_SIZE {
            return Vec::new();
        }
        let row = |(key, segment): (SegmentKey, &Segment)| SegmentRow {
            start: segment.range.start,
            end: segment.range.end,
            received: segment.received,
            active: segment.taken,
            connection: at_work.remove(&key).filter(|_| segment.taken),
        };
        segments.keyed_in_order().map(row).collect()
    }
}

/// How long connections were held up on this computer.
#[derive(Debug, Clone, Copy, Default)]
pub struct HeldUp {
    pub own: Duration,
    pub host: Duration,
    pub queue: Duration,
    pub global: Duration,
    pub writing: Duration,
}

impl HeldUp {
    pub fn limited(&self) -> Duration {
        self.own + self.host + self.queue + self.global
    }
}

fn nanos(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
