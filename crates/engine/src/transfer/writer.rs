//! Bytes on their way to the part file: in the connection's own task while the disk is quick, on a blocking thread once
//! it is slow, so that a stalled disk stalls this file and nothing else.

use bytes::Bytes;
use haul_core::Failure;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
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
        let begun = Instant::now();
        if self.slow.load(Ordering::Relaxed) {
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
