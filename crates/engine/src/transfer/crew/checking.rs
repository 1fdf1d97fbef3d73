//! Whether the disk still holds what earlier transfers wrote: read through beside the download, and fetched again where it
//! does not.

use haul_core::{Failure, LogEntry};
use std::ops::Range;

use super::Crew;
use crate::transfer::{Halt, Transfer};

/// What is not there as it was written.
pub type Damage = Vec<Range<u64>>;

impl Crew {
    /// Begins to read what there is.
    pub(super) fn check_what_is_there(&mut self) {
        let (part, stop) = (self.part.clone(), self.stop_check.clone());
        self.checks.spawn_blocking(move || part.find_damage(&stop));
    }

    /// The server does not have in `range` what is there: another file, unless the disk does not hold what was written.
    pub(super) async fn differs(&mut self, transfer: &Transfer, range: &Range<u64>) -> Result<(), Halt> {
        let received = self.wires.meter.segments().received_ranges();
        if !received.iter().any(|known| known.start <= range.start && range.end <= known.end) {
            // Found out meanwhile, and missing again.
            return Ok(());
        }
        if self.checks.is_empty() {
            self.check_what_is_there();
        }
        let damage = self.checks.join_next().await.and_then(Result::ok).flatten().unwrap_or_default();
        if damage.is_empty() {
            // It may be that a mirror brought the bytes of another file: the next try asks none.
            self.distrust_mirrors(transfer);
            let size = self.wires.resource.size;
            return Err(Failure::SourceChanged { was: size, now: size }.into());
        }
        self.checked(transfer, Some(damage)).await
    }

    /// Whether all that was there at the start was read.
    pub fn is_checked(&self) -> bool {
        self.is_checked
    }

    /// What was found is missing again, and the next free connection fetches it.
    pub(super) async fn checked(&mut self, transfer: &Transfer, found: Option<Damage>) -> Result<(), Halt> {
        let damage = found.ok_or(Failure::Internal)?;
        self.is_checked = true;
        let lost = damage.iter().map(|range| self.wires.meter.lose(range)).sum();
        if lost > 0 {
            transfer.log(LogEntry::Damaged { bytes: lost }).await;
            if !self.wires.resource.can_be_continued() {
                // Nothing proves that further bytes are of the same file.
                return Err(Failure::Damaged { bytes: lost }.into());
            }
        }
        Ok(())
    }
}
