//! Checkpoints and marks: often enough that an interruption costs little, rarely enough that they cost less.
//!
//! A killed program loses nothing that it wrote, only what it did not say of it: marks say it, many times a second. Only a
//! power cut loses what was not synced: that is what checkpoints are for.

use haul_core::Failure;
use std::time::Duration;
use tokio::time::Instant;

use super::Crew;
use crate::transfer::segmented::label_of;
use crate::transfer::{Halt, Report, Transfer};

/// At most so much of the line's work is lost in a power cut.
const EVERY: Duration = Duration::from_secs(1);
/// As much new is put on disk while the next comes: what piles up in memory all has to be waited for in the end.
const AFTER: u64 = 64 << 20;
/// The same for a disk that takes [`QUICK`] bytes a second or more: it is kept busy, and at the end there is little to wait
/// for. On a slower one, each sync costs more than its bytes.
const AFTER_ON_QUICK: u64 = 16 << 20;
const QUICK: u64 = 512 << 20;
/// So little says nothing of how quick the disk is.
const LEAST: u64 = 512 << 10;
/// Syncs take about one part in so many of the time, unless they are slower still than this allows for.
const SHARE: u32 = 10;
const LONGEST: Duration = Duration::from_secs(10);
/// How often a mark is made at most, and of how many new bytes at least.
pub const MARK_EVERY: Duration = Duration::from_millis(20);
const MARK_LEAST: u64 = 64 << 10;

/// A checkpoint: when it was begun, how much there was by then, and how long it took.
#[derive(Debug, Clone, Copy)]
pub struct Checkpoint {
    pub received: u64,
    /// What counts of it after an interruption.
    pub kept: u64,
    /// What was new in it.
    pub new: u64,
    pub at: Duration,
    pub took: Duration,
}

impl Checkpoint {
    pub fn at_start(received: u64) -> Self {
        Self { received, kept: received, new: 0, at: Duration::ZERO, took: Duration::ZERO }
    }

    /// Whether another one is due, with so many bytes `received` by `now`.
    fn is_old(&self, now: Duration, received: u64) -> bool {
        let (new, age) = (received.saturating_sub(self.received), now.saturating_sub(self.at));
        let after = if self.was_quick() { AFTER_ON_QUICK } else { AFTER };
        new > 0 && (new >= after || age >= (self.took * SHARE).clamp(EVERY, LONGEST))
    }

    fn was_quick(&self) -> bool {
        self.new as f64 >= QUICK as f64 * self.took.as_secs_f64() && self.new >= LEAST
    }
}

impl Crew {
    /// Begins a mark and a checkpoint if they are due and none is under way.
    pub(super) fn save_if_due(&mut self, transfer: &Transfer) {
        let (now, received) = (self.begun.elapsed(), transfer.meter.received());
        if self.marks.is_empty() && received.abs_diff(self.marked) >= MARK_LEAST {
            self.marked = received;
            let (part, label) = (self.part.clone(), label_of(transfer, &self.wires.resource));
            self.marks.spawn_blocking(move || part.mark(label));
        }
        let due = self.wires.resource.size.is_some() && self.saved.is_old(now, received);
        if !due || !self.syncs.is_empty() {
            return;
        }
        let (part, label) = (self.part.clone(), label_of(transfer, &self.wires.resource));
        let new = received.saturating_sub(self.saved.received);
        self.syncs.spawn_blocking(move || {
            let begun = Instant::now();
            let kept = part.checkpoint(label)?;
            Ok(Checkpoint { received, kept, new, at: now, took: begun.elapsed() })
        });
    }

    /// Takes note of a checkpoint that was under way.
    ///
    /// # Errors
    /// Why it is none.
    pub(super) async fn saved(
        &mut self,
        transfer: &Transfer,
        synced: Result<Checkpoint, Failure>,
    ) -> Result<(), Halt> {
        self.saved = synced?;
        transfer.report(Report::Checkpoint { received: self.saved.kept }).await;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIB: u64 = 1 << 20;

    #[test]
    fn a_checkpoint_is_due_by_time_or_by_bytes_and_rarer_where_syncs_are_slow() {
        let ms = Duration::from_millis;
        let after = |took| Checkpoint { received: 10 * MIB, kept: 0, new: MIB, at: ms(5000), took: ms(took) };
        assert!(!after(0).is_old(ms(99_000), 10 * MIB), "nothing is new");
        assert!(after(50).is_old(ms(6000), 10 * MIB + 1), "a second has passed");
        assert!(!after(50).is_old(ms(5900), 70 * MIB));
        assert!(after(50).is_old(ms(5001), 74 * MIB), "much has gathered");
        assert!(!after(500).is_old(ms(9900), 20 * MIB), "each takes half a second");
        assert!(after(500).is_old(ms(10_000), 20 * MIB));
        assert!(after(9000).is_old(ms(15_000), 20 * MIB), "but never rarer than this");
    }

    #[test]
    fn a_quick_disk_is_kept_busy() {
        let after = |new, took| Checkpoint {
            received: 100 * MIB,
            kept: 0,
            new,
            at: Duration::from_secs(5),
            took: Duration::from_millis(took),
        };
        let later = Duration::from_millis(5010);
        assert!(after(32 * MIB, 40).is_old(later, 116 * MIB), "it took 800 MiB a second");
        assert!(!after(32 * MIB, 40).is_old(later, 115 * MIB), "that little can wait");
        assert!(!after(32 * MIB, 100).is_old(later, 163 * MIB), "320 MiB a second: more is gathered");
        assert!(after(32 * MIB, 100).is_old(later, 164 * MIB));
        assert!(!after(0, 0).is_old(later, 116 * MIB), "nothing is known of it");
    }
}
