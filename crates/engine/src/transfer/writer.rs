//! Bytes on their way to the part file, on blocking threads: the write that a disk does not answer comes without a warning (one
//! that spins up, a share whose server is gone), and then stalls the files of that disk and nothing else.

use bytes::Bytes;
use haul_core::Failure;
use std::ops::Range;
use std::sync::Arc;
use tokio_util::task::TaskTracker;

use super::part_file::PartFile;
use crate::disks::Disk;
use crate::files::{blocking, joined};
use crate::waits::Stopwatch;

/// Writes for all connections of one transfer.
#[derive(Debug)]
pub struct Writer {
    part: Arc<PartFile>,
    disk: Disk,
    /// Runs while the disk is waited for.
    waiting: Stopwatch,
    /// Writes under way: they go on when the task that asked for them is gone.
    writes: TaskTracker,
}

impl Writer {
    pub fn new(part: Arc<PartFile>, disk: Disk, waiting: Stopwatch) -> Self {
        Self { part, disk, waiting, writes: TaskTracker::new() }
    }

    /// Returns when all of `pieces` is written from `offset` on. What awaits this holds its bytes: that is the bound on
    /// memory.
    pub async fn write(&self, pieces: Vec<Bytes>, offset: u64) -> Result<(), Failure> {
        let turn = self.disk.turn(&self.waiting).await;
        let (part, waiting) = (self.part.clone(), self.waiting.clone());
        let write = self.writes.spawn_blocking(move || {
            // The way to this thread and back is the processor's time, not the disk's.
            let _waiting = waiting.start();
            let _turn = turn;
            part.write_all_at(&pieces, offset)
        });
        joined(write.await).await.flatten()
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
