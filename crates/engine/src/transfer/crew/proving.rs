//! A file that came in pieces which only their bytes join: looked at once more before it is called whole. It may have become
//! another one in front of a joint and behind it, and be the same around it.

use haul_core::Failure;

use super::Crew;
use crate::protocol::Over;
use crate::transfer::asking::look_at;
use crate::transfer::connection::Stopped;
use crate::transfer::overlap::{self, OVERLAP, PLACES};
use crate::transfer::{Halt, Transfer};

impl Crew {
    /// Whether the server has the same in all places that are looked at; false if the disk had not, and some of it is missing
    /// again.
    ///
    /// # Errors
    /// `SourceChanged`, or why it cannot be told.
    pub(super) async fn is_proven(&mut self, transfer: &Transfer) -> Result<bool, Halt> {
        if !self.wires.resource.is_comparable() || !self.wires.sample.was_drawn() {
            return Ok(true);
        }
        let site = self.sites[0].site.clone();
        let _permit = transfer.permit(&site.source).await;
        let received = self.wires.meter.segments().received_ranges();
        for place in overlap::places(&received, PLACES, OVERLAP) {
            match look_at(&self.wires, &site, &*self.range_source, place, Over::Own).await {
                Ok(()) => {}
                Err(Stopped::Differs(range)) => return self.differs(transfer, &range).await.map(|()| false),
                Err(Stopped::Failed(failure)) => return Err(failure.into()),
                Err(Stopped::RangesRefused) => {
                    // The next try finds out, and begins anew.
                    let host = site.source.host().to_owned();
                    return Err(Failure::ConnectionLost { host }.into());
                }
            }
        }
        Ok(true)
    }
}
