//! More connections: to which server, and for which range.

use futures::future::select_all;
use haul_core::pace::Pace;
use haul_core::segment::SegmentKey;
use haul_core::takeover::{self, AtWork, Free};
use std::sync::Arc;
use tokio::task::AbortHandle;

use super::{Crew, Hand, judging};
use crate::hosts::Permit;
use crate::protocol::{Answer, Over};
use crate::transfer::Transfer;
use crate::transfer::asking::open_and_fill;
use crate::transfer::connection::fill;
use crate::transfer::pulse::Pulse;
use crate::transfer::site::Site;

impl Crew {
    /// How many connections there should be: as many as are worth it, and one for each server at least.
    pub(super) fn wanted(&self, transfer: &Transfer) -> usize {
        let most = transfer.most_connections();
        let worth = self.ramp.connections(most) as usize;
        if self.wires.ranges() { worth.max(self.sites.len().min(most as usize)) } else { 1 }
    }

    /// Opens connections as long as there is work and leave for more.
    pub(super) fn hire(&mut self, transfer: &Transfer) {
        let wanted = self.wanted(transfer);
        while self.at_work() < wanted {
            let sites = self.sites_by_load();
            let allowed = sites.iter().find_map(|site| Some((transfer.try_permit(&site.source)?, site)));
            let Some((permit, site)) = allowed else {
                // A silent connection holds a place that a lively one could have.
                let overdue = self.hands.values().find(|hand| hand.overdue && !sites.is_empty());
                if let Some(hand) = overdue {
                    hand.abort.abort();
                }
                return;
            };
            let Some(key) = self.next_work() else { return };
            self.spawn_further(transfer, site.clone(), key, permit);
        }
    }

    pub(super) async fn hire_when_allowed(&mut self, transfer: &Transfer) {
        let waiting = self
            .sites_by_load()
            .into_iter()
            .map(|site| Box::pin(async move { (transfer.permit(&site.source).await, site) }));
        let waiting: Vec<_> = waiting.collect();
        if waiting.is_empty() {
            return;
        }
        let ((permit, site), ..) = select_all(waiting).await;
        if let Some(key) = self.next_work() {
            self.spawn_further(transfer, site, key, permit);
        }
    }

    /// What a further connection should fetch; none if it would not help.
    fn next_work(&mut self) -> Option<SegmentKey> {
        let now = self.begun.elapsed();
        let mut segments = self.wires.meter.segments();
        if let Some(key) = segments.take_idle() {
            return Some(key);
        }
        if !self.wires.ranges() {
            return None;
        }
        let usual = self.usual_throughput();
        let at_work = self.hands.values().filter(|hand| !hand.overdue).map(|hand| {
            let missing = segments.get(hand.pulse.key()).missing();
            let silent = hand.pace.is_silent(now);
            AtWork {
                key: hand.pulse.key(),
                missing: missing.end - missing.start,
                throughput: if silent { 0.0 } else { hand.pace.per_second().unwrap_or(usual).max(1.0) },
            }
        });
        let throughput = self.spare.last().copied().unwrap_or(usual);
        let (from, count) = takeover::choose(at_work, Free { throughput, delay: self.delay })?;
        self.spare.pop();
        let mut most = u64::MAX;
        for hand in self.hands.values_mut().filter(|hand| hand.pulse.key() == from) {
            hand.overdue = hand.pace.is_silent(now);
            if self.ramp.is_trying() && !hand.overdue {
                most = judging::worth_a_trial(usual, self.delay);
            }
        }
        segments.take_over(from, count.min(most))
    }

    /// Of one connection, in the mean over those that are known.
    fn usual_throughput(&self) -> f64 {
        let known: Vec<f64> = self.hands.values().filter_map(|hand| hand.pace.per_second()).collect();
        if known.is_empty() { 0.0 } else { known.iter().sum::<f64>() / known.len() as f64 }
    }

    fn spawn_further(&mut self, transfer: &Transfer, site: Arc<Site>, key: SegmentKey, permit: Permit) {
        let pulse = Arc::new(Pulse::asking(key));
        let over =
            if self.wires.is_separate(&site) { Over::Own } else { transfer.shared(&site.source, &permit) };
        let index = site.index;
        let (wires, range_source) = (self.wires.clone(), self.range_source.clone());
        let abort = self.connections.spawn({
            let pulse = pulse.clone();
            async move {
                let ended = open_and_fill(wires, site, range_source, pulse, over).await;
                drop(permit);
                ended
            }
        });
        self.take_on(pulse, index, abort);
    }

    pub(super) fn spawn_first(&mut self, site: Arc<Site>, key: SegmentKey, answer: Answer, permit: Permit) {
        let pulse = Arc::new(Pulse::asking(key));
        let (wires, index) = (self.wires.clone(), site.index);
        let abort = self.connections.spawn({
            let pulse = pulse.clone();
            async move {
                let ended = fill(&wires, &site, &pulse, answer).await;
                drop(permit);
                ended
            }
        });
        self.take_on(pulse, index, abort);
    }

    fn take_on(&mut self, pulse: Arc<Pulse>, site: usize, abort: AbortHandle) {
        let pace = Pace::waiting(self.begun.elapsed(), self.delay);
        let alone = self.at_work() == 0;
        self.hands.insert(abort.id(), Hand { pulse, site, pace, abort, overdue: false, alone });
    }
}
