//! How many threads one disk may keep: one that answers nothing must not take all that there are.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::waits::Stopwatch;

/// Writes to one disk at once: more than any disk needs to be kept busy, and few of the threads that there are.
const WRITES: usize = 16;

/// The disks that are written to, by the number that the system gives each. Shared by all transfers of one engine.
#[derive(Debug, Clone, Default)]
pub struct Disks(Arc<Mutex<HashMap<u64, Weak<Semaphore>>>>);

impl Disks {
    pub fn disk(&self, number: u64) -> Disk {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|_, turns| turns.strong_count() > 0);
        let turns = known.get(&number).and_then(Weak::upgrade);
        let turns = turns.unwrap_or_else(|| Arc::new(Semaphore::new(WRITES)));
        known.insert(number, Arc::downgrade(&turns));
        Disk(turns)
    }
}

/// One of them.
#[derive(Debug, Clone)]
pub struct Disk(Arc<Semaphore>);

impl Disk {
    /// Leave to write. Who has to wait for it waits for the disk, and `waiting` runs meanwhile.
    pub async fn turn(&self, waiting: &Stopwatch) -> Option<OwnedSemaphorePermit> {
        if let Ok(turn) = self.0.clone().try_acquire_owned() {
            return Some(turn);
        }
        let _waiting = waiting.start();
        // It is never closed.
        self.0.clone().acquire_owned().await.ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::FutureExt;

    #[test]
    fn a_disk_that_answers_nothing_keeps_so_many_and_no_other_disk() {
        let (disks, waiting) = (Disks::default(), Stopwatch::default());
        let turn = |disk: &Disk| disk.turn(&waiting).now_or_never().flatten();
        let (one, other) = (disks.disk(1), disks.disk(2));
        let mut kept: Vec<_> = (0..WRITES).map(|_| turn(&one).unwrap()).collect();
        assert!(turn(&disks.disk(1)).is_none(), "it is the same disk");
        assert!(turn(&other).is_some());
        kept.pop();
        assert!(turn(&one).is_some());
    }
}
