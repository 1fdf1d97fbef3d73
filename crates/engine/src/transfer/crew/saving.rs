//! Checkpoints: often enough that an interruption costs little, rarely enough that they cost less.

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
/// Where syncs are quick there are more of them, but no more than these.
pub const SOONEST: Duration = Duration::from_millis(30);
const LEAST: u64 = 1 << 20;
/// Syncs take at most one part in so many of the time.
const SHARE: u32 = 10;

/// A checkpoint: when it was begun, how much there was by then, and how long it took.
#[derive(Debug, Clone, Copy)]
pub struct Checkpoint {
    pub received: u64,
    /// What counts of it after an interruption.
    pub kept: u64,
    pub at: Duration,
    pub took: Duration,
}

impl Checkpoint {
    pub fn at_start(received: u64) -> Self {
        Self { received, kept: received, at: Duration::ZERO, took: Duration::ZERO }
    }

    /// Whether another one is due, with so many bytes `received` by `now`.
    fn is_old(&self, now: Duration, received: u64) -> bool {
        let (new, age) = (received.saturating_sub(self.received), now.saturating_sub(self.at));
        new > 0 && (age >= EVERY || new >= AFTER || (new >= LEAST && age >= SOONEST.max(self.took * SHARE)))
    }
}

impl Crew {
    /// Begins a checkpoint if one is due and none is under way.
    pub(super) fn save_if_due(&mut self, transfer: &Transfer) {
        let (now, received) = (self.begun.elapsed(), transfer.meter.received());
        let due = self.wires.resource.size.is_some() && self.saved.is_old(now, received);
        if !due || !self.syncs.is_empty() {
            return;
        }
        let (part, label) = (self.part.clone(), label_of(transfer, &self.wires.resource));
        let kept = label.received_bytes();
        self.syncs.spawn_blocking(move || {
            let begun = Instant::now();
            part.checkpoint(label)?;
            Ok(Checkpoint { received, kept, at: now, took: begun.elapsed() })
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
    fn a_checkpoint_is_due_by_time_by_bytes_or_because_it_is_cheap() {
        let ms = Duration::from_millis;
        let after = |took| Checkpoint { received: 10 * MIB, kept: 0, at: ms(5000), took: ms(took) };
        assert!(!after(0).is_old(ms(99_000), 10 * MIB), "nothing is new");
        assert!(after(500).is_old(ms(6000), 10 * MIB + 1), "a second has passed");
        assert!(!after(500).is_old(ms(5900), 70 * MIB));
        assert!(after(500).is_old(ms(5001), 74 * MIB), "much has gathered");
        assert!(after(2).is_old(ms(5030), 11 * MIB), "it takes hardly any time");
        assert!(!after(2).is_old(ms(5029), 11 * MIB), "but this often is enough");
        assert!(!after(2).is_old(ms(5030), 10 * MIB + 1), "and for hardly any bytes never");
        assert!(!after(50).is_old(ms(5400), 20 * MIB), "it takes some time");
        assert!(after(50).is_old(ms(5500), 20 * MIB));
    }
}
