//! The servers that one file comes from: the first, and mirrors once they were found to have the same. Each has its share of
//! the connections, and one that fails is left out as long as another is there.

use haul_core::{AnswerFault, Failure, LogEntry, Remedy};
use std::sync::Arc;

use super::vetting::Mirror;
use super::{Crew, Hand};
use crate::transfer::connection::Stopped;
use crate::transfer::overlap::{self, OVERLAP};
use crate::transfer::site::Site;
use crate::transfer::{Halt, Transfer};

/// With so much there, a mirror can be compared with it.
const VET_FROM: u64 = 256 << 10;
/// With less missing, others have brought it before a mirror has been asked.
const WORTH_A_MIRROR: u64 = 1 << 20;
/// At so many places it is compared.
const PLACES: u64 = 3;
/// Connections in a row that brought nothing.
const MOST_FAILURES: u32 = 3;

/// One server as the crew sees it.
#[derive(Debug)]
pub struct Known {
    pub site: Arc<Site>,
    /// Connections that it takes, as far as is known.
    most: usize,
    /// Connections in a row that brought nothing.
    failed: u32,
}

impl Known {
    pub fn new(site: Site) -> Self {
        Self { site: Arc::new(site), most: usize::MAX, failed: 0 }
    }
}

impl Crew {
    /// The servers that may get one more connection, the one with the fewest first.
    pub(super) fn sites_by_load(&self) -> Vec<Arc<Site>> {
        let at_work =
            |site: &Site| self.hands.values().filter(|hand| !hand.overdue && hand.site == site.index).count();
        let mut sites: Vec<(usize, &Known)> =
            self.sites.iter().map(|known| (at_work(&known.site), known)).collect();
        sites.retain(|(count, known)| *count < known.most);
        sites.sort_by_key(|(count, _)| *count);
        sites.into_iter().map(|(_, known)| known.site.clone()).collect()
    }

    /// Looks whether the next mirror has the same, once there is something to compare and as long as it is worth it.
    pub(super) fn vet_if_due(&mut self, transfer: &Transfer) {
        let Some(&index) = self.unvetted.last().filter(|_| self.wires.resource.is_resumable()) else {
            return;
        };
        let received = transfer.meter.received();
        let missing = self.wires.resource.size.map_or(0, |size| size.saturating_sub(received));
        if received < VET_FROM || missing < WORTH_A_MIRROR || !self.wires.ranges() {
            return;
        }
        let Ok(source) = transfer.source_at(index) else {
            self.unvetted.pop();
            return;
        };
        let Some(permit) = transfer.try_permit(&source) else { return };
        self.unvetted.pop();
        let there = self.wires.meter.segments().received_ranges();
        let mirror = Mirror {
            index,
            gives_only_shared: transfer
                .hosts
                .learned(&source.host_and_port())
                .gives_only_shared(crate::clock::now()),
            limiter: transfer.limiter_at(&source),
            source,
            places: overlap::places(&there, PLACES, OVERLAP),
            first: self.wires.resource.clone(),
            is_sure: transfer.expected(&self.wires.resource).is_some(),
        };
        let (range_source, part) = (self.range_source.clone(), self.part.clone());
        self.vetting.spawn(async move {
            let vetted = mirror.vet(&*range_source, part).await;
            drop(permit);
            (index, vetted)
        });
    }

    /// Takes note of what a mirror was found to be.
    pub(super) async fn vetted(&mut self, transfer: &Transfer, index: usize, vetted: Result<Site, Failure>) {
        match vetted {
            Ok(site) => {
                transfer.log(LogEntry::MirrorUsed { host: site.source.host().to_owned() }).await;
                self.make_room_for_one_more(transfer);
                self.sites.push(Known::new(site));
                self.steady = None;
            }
            Err(failure) => self.leave_out(transfer, index, failure).await,
        }
    }

    /// A server that comes later gets its share of the connections from those that have them all.
    fn make_room_for_one_more(&self, transfer: &Transfer) {
        let (at_work, servers) = (self.at_work(), self.sites.len());
        if at_work < self.wanted(transfer) || at_work <= servers {
            return;
        }
        let mut hands: Vec<&Hand> = self.hands.values().filter(|hand| !hand.overdue).collect();
        hands.sort_by_key(|hand| std::cmp::Reverse(hand.pulse.key().index()));
        for hand in hands.into_iter().take(at_work / (servers + 1)) {
            hand.abort.abort();
        }
    }

    /// A connection to the server at `index` failed, and there are others. The same is not asked for ever.
    pub(super) async fn site_failed(
        &mut self,
        transfer: &Transfer,
        index: usize,
        brought: bool,
        stopped: Stopped,
    ) {
        let at_work = self.hands.values().filter(|hand| hand.site == index && !hand.overdue).count();
        let Some(known) = self.sites.iter_mut().find(|known| known.site.index == index) else { return };
        let failure = match stopped {
            Stopped::Differs(_) => Failure::OtherFile,
            Stopped::RangesRefused => Failure::BadAnswer { fault: AnswerFault::WrongRange },
            Stopped::Failed(failure) => failure,
        };
        // One that others work beside is turned away as one too many, in whatever words.
        let may_pass = matches!(failure.remedy(), Remedy::RetryLater | Remedy::WaitForNetwork)
            || (at_work > 0 && failure.is_of_one_answer());
        known.failed = if brought { 0 } else { known.failed + 1 };
        if may_pass && !brought && at_work > 0 {
            known.most = at_work;
        }
        if may_pass && (at_work > 0 || known.failed < MOST_FAILURES) {
            transfer.log(LogEntry::ConnectionFailed { failure }).await;
            return;
        }
        self.sites.retain(|known| known.site.index != index);
        self.leave_out(transfer, index, failure).await;
    }

    pub(super) fn has_site(&self, index: usize) -> bool {
        self.sites.iter().any(|known| known.site.index == index)
    }

    /// What the last server's failure, which ends the work, means for the transfer: if it is not the one that the transfer
    /// began with, it says nothing of that one.
    pub(super) fn charged(&mut self, transfer: &Transfer, index: usize, halt: Halt) -> Halt {
        match halt {
            Halt::Failed(failure) if index != transfer.addresses.current() && failure.is_of_one_server() => {
                let host = transfer.source_at(index).map(|source| source.host().to_owned());
                if !matches!(failure.remedy(), Remedy::RetryLater | Remedy::WaitForNetwork) {
                    self.useless.push((index, failure));
                }
                Failure::ConnectionLost { host: host.unwrap_or_default() }.into()
            }
            halt => halt,
        }
    }

    /// What came does not fit together: nothing more comes from any of them.
    pub(super) fn distrust_mirrors(&mut self, transfer: &Transfer) {
        let current = transfer.addresses.current();
        let others = self.sites.iter().map(|known| known.site.index).filter(|&index| index != current);
        self.useless.extend(others.map(|index| (index, Failure::OtherFile)));
    }

    async fn leave_out(&mut self, transfer: &Transfer, index: usize, failure: Failure) {
        let host = transfer.source_at(index).map(|source| source.host().to_owned()).unwrap_or_default();
        transfer.log(LogEntry::MirrorDropped { host, failure: failure.clone() }).await;
        if !matches!(failure.remedy(), Remedy::RetryLater | Remedy::WaitForNetwork) {
            self.useless.push((index, failure));
        }
    }
}
