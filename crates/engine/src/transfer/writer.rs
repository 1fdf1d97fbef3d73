//! Bytes on their way to the part file: on the thread that received them while the disk is quick, which is the cheapest way, on a
//! blocking thread once it is slow. Either way a stalled disk stalls this file and nothing else.

use bytes::Bytes;
use haul_core::Failure;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::task::yield_now;
use tokio_util::task::TaskTracker;

use super::part_file::PartFile;
use crate::files::blocking;

/// A write that takes longer than this waits for the disk and not for the memory.
const SLOW: Duration = Duration::from_millis(5);

/// Writes for all connections of one transfer.
#[derive(Debug)]
pub struct Writer {
    part: Arc<PartFile>,
    slow: AtomicBool,
    /// Blocking writes under way: they go on when the task that asked for them is gone.
    writes: TaskTracker,
}

impl Writer {
    pub fn new(part: Arc<PartFile>) -> Self {
        Self { part, slow: AtomicBool::new(false), writes: TaskTracker::new() }
    }

    /// Returns when all of `pieces` is written from `offset` on. What awaits this holds its bytes: that is the bound on
    /// memory.
    pub async fn write(&self, pieces: Vec<Bytes>, offset: u64) -> Result<(), Failure> {
        let is_slow = self.slow.load(Ordering::Relaxed);
        if !is_slow {
            // Whoever was woken last waits on this thread, where no other takes it over: it has its turn first.
            yield_now().await;
        }
        let begun = Instant::now();
        let here = if is_slow { None } else { Here::take() };
        if here.is_none() {
            let part = self.part.clone();
            let write = self.writes.spawn_blocking(move || part.write_all_at(&pieces, offset));
            write.await.unwrap_or(Err(Failure::Internal))?;
        } else {
            self.part.write_all_at(&pieces, offset)?;
        }
        self.slow.store(begun.elapsed() > SLOW, Ordering::Relaxed);
        Ok(())
    }

    /// What was written to `range`.
    pub async fn read(&self, range: Range<u64>) -> Result<Vec<u8>, Failure> {
        let part = self.part.clone();
        blocking(move || part.read(range)).await
    }

    /// Returns when nothing is being written any more. To be called when no connection is left to write.
    pub async fn settled(&self) {
        self.writes.close();
        self.writes.wait().await;
    }
}

/// Leave to write on the thread that carries transfers: one at a time, where there is another such thread. A disk may stop at any
/// write, also a quick one (one that spins up, a share whose server is gone), and everything else has to go on.
struct Here;

static TAKEN: AtomicBool = AtomicBool::new(false);

impl Here {
    fn take() -> Option<Self> {
        let runtime = Handle::current();
        let has_others =
            runtime.runtime_flavor() == RuntimeFlavor::MultiThread && runtime.metrics().num_workers() > 1;
        if has_others && !TAKEN.swap(true, Ordering::Acquire) { Some(Self) } else { None }
    }
}

impl Drop for Here {
    fn drop(&mut self) {
        TAKEN.store(false, Ordering::Release);
    }
}
