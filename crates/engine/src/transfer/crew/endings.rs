//! What the end of one connection means for the others.

use haul_core::{Failure, LogEntry, Remedy};
use std::sync::atomic::Ordering;
use tokio::task::{Id, JoinError};

use super::Crew;
use crate::transfer::connection::{Ended, Stopped};
use crate::transfer::{Halt, Transfer};

/// A connection that brought less before it failed was refused rather than cut.
const WORTHWHILE: u64 = 64 << 10;

impl Crew {
    /// Takes note that one ended, and goes on without it or not at all.
    ///
    /// # Errors
    /// What no connection can go on after.
    pub(super) async fn settle(
        &mut self,
        transfer: &Transfer,
        ended: Result<(Id, Ended), JoinError>,
    ) -> Result<(), Halt> {
        let (id, ended) = match ended {
            Ok((id, ended)) => (id, Some(ended)),
            Err(error) if error.is_cancelled() => (error.id(), None),
            Err(error) => {
                tracing::error!(id = %transfer.download.id, %error, "a connection's task failed");
                return Err(Failure::Internal.into());
            }
        };
        let Some(hand) = self.hands.remove(&id) else { return Ok(()) };
        self.wires.meter.segments().release(hand.pulse.key());
        self.gone += hand.pulse.received();
        if let Some(delay) = hand.pulse.delay() {
            self.delay = (self.delay * 3 + delay) / 4;
        }
        if let Some(ended) = &ended {
            self.wires.sample.brought(ended.wrote);
        }
        match ended {
            Some(Ended { result: Ok(()), .. }) => {
                self.spare.extend(hand.pace.per_second());
                Ok(())
            }
            // What it failed to get is somebody else's already.
            None => Ok(()),
            Some(Ended { wrote, result: Err(stopped) }) if self.others_can(transfer, &stopped, hand.site) => {
                self.steady = None;
                self.site_failed(transfer, hand.site, wrote >= WORTHWHILE, stopped).await;
                Ok(())
            }
            Some(Ended { result: Err(_), .. }) if hand.overdue => Ok(()),
            // Its server was left out before.
            Some(Ended { result: Err(Stopped::Failed(_) | Stopped::RangesRefused), .. })
                if !self.has_site(hand.site) =>
            {
                Ok(())
            }
            Some(Ended { wrote, result: Err(stopped) }) => {
                self.steady = None;
                self.failed(transfer, wrote, hand.alone, stopped)
                    .await
                    .map_err(|halt| self.charged(transfer, hand.site, halt))
            }
        }
    }

    /// Whether what happened to one connection to `site` is no matter for the other servers.
    fn others_can(&self, transfer: &Transfer, stopped: &Stopped, site: usize) -> bool {
        let is_of_site = match stopped {
            Stopped::RangesRefused => true,
            // Which of them has the right file nothing tells, and what came from the others is there already.
            Stopped::Differs(_) => false,
            // Whether a file that changed is wanted as it is now is for the person to say.
            Stopped::Failed(Failure::SourceChanged { .. }) => site != transfer.addresses.current(),
            Stopped::Failed(failure) => failure.is_of_one_server(),
        };
        is_of_site && self.sites.iter().any(|known| known.site.index != site)
    }

    async fn failed(
        &mut self,
        transfer: &Transfer,
        wrote: u64,
        alone: bool,
        stopped: Stopped,
    ) -> Result<(), Halt> {
        let others = u32::try_from(self.at_work()).unwrap_or(u32::MAX);
        match stopped {
            Stopped::RangesRefused => {
                self.wires.ranges_refused.store(true, Ordering::Relaxed);
                transfer.log(LogEntry::FewerConnections { connections: others.max(1) }).await;
                if others > 0 {
                    Ok(())
                } else {
                    Err(Failure::ConnectionLost { host: self.sites[0].site.source.host().to_owned() }.into())
                }
            }
            Stopped::Differs(range) => self.differs(transfer, &range).await,
            Stopped::Failed(failure) if !self.can_go_on_without(&failure, others, wrote, alone) => {
                Err(failure.into())
            }
            Stopped::Failed(failure) => {
                transfer.log(LogEntry::ConnectionFailed { failure }).await;
                if wrote < WORTHWHILE {
                    self.ramp.refused(self.begun.elapsed(), others);
                    let connections = self.ramp.connections(others.max(1));
                    transfer.log(LogEntry::FewerConnections { connections }).await;
                }
                Ok(())
            }
        }
    }

    /// Whether one connection's failure is its own affair: others still bring bytes and it was cut or turned away, or it
    /// brought enough itself that the next will too.
    fn can_go_on_without(&self, failure: &Failure, others: u32, wrote: u64, alone: bool) -> bool {
        match failure.remedy() {
            Remedy::RetryLater => others > 0 || (wrote >= WORTHWHILE && self.wires.can_be_asked_on()),
            // While others bring bytes, an odd answer to one of them is that one's; also if they were done when it came:
            // the next asks alone. But nothing can go on with another file or without a disk.
            Remedy::WaitForNetwork | Remedy::AskUser | Remedy::GiveUp => {
                (others > 0 || !alone) && failure.is_of_one_answer()
            }
        }
    }
}
