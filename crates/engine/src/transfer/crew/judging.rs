//! Comparing the connections: which is silent, how many are worth it, and what binds them all.

use haul_core::bound::Evidence;
use std::time::Duration;

use super::{Crew, Hand};
use crate::transfer::Transfer;

/// The shortest time over which a number of connections is judged.
const JUDGED_OVER: Duration = Duration::from_millis(250);
/// Over how long it is looked at what a transfer waits for.
const EXPLAINED_OVER: Duration = Duration::from_secs(1);
/// Connections that wait longer for a limit than for this share of their time bring all that may come.
const LIMITED: f64 = 0.05;

/// Since when, and since how much, as many connections as there should be were at work.
#[derive(Debug, Clone, Copy)]
pub struct Steady {
    since: Duration,
    /// Bytes that had arrived on them.
    received: u64,
    /// What they had waited for a limit.
    limited: Duration,
}

impl Crew {
    /// Compares the connections, and judges how many there are.
    pub(super) fn look(&mut self, transfer: &Transfer) {
        let now = self.begun.elapsed();
        for hand in self.hands.values_mut() {
            hand.pace.record(now, hand.pulse.received());
            // It speaks again: what it has left is its own.
            hand.overdue &= hand.pace.is_silent(now);
        }
        let most = transfer.most_connections();
        self.let_go_beyond(most);
        self.explain(transfer, now, most);
        let lively = |hand: &&Hand| hand.pulse.received() > 0 && !hand.pace.is_silent(now);
        if self.hands.values().filter(lively).count() < self.ramp.connections(most) as usize {
            self.steady = None;
            return;
        }
        // What arrived, and not what was written: that comes in batches as large as the window.
        let received: u64 = self.hands.values().map(|hand| hand.pulse.received()).sum();
        let (limited, _) = transfer.meter.waited();
        let before = *self.steady.get_or_insert(Steady { since: now, received, limited });
        let passed = now - before.since;
        if passed >= JUDGED_OVER.max(self.delay * 2) {
            let throughput = received.saturating_sub(before.received) as f64 / passed.as_secs_f64();
            self.peak = self.peak.max(throughput);
            let waited = limited.saturating_sub(before.limited).as_secs_f64();
            // A limit that is reached needs none beside those that reach it: each would only have more held back.
            if waited < LIMITED * passed.as_secs_f64() * self.at_work().max(1) as f64 {
                self.ramp.judge(now, throughput, most);
            }
            self.steady = None;
        }
    }

    /// Tells what was seen over the last while of what binds the transfer.
    fn explain(&mut self, transfer: &Transfer, now: Duration, most: u32) {
        let (since, (limited, writing)) = self.explained;
        let passed = now.saturating_sub(since);
        if passed < EXPLAINED_OVER {
            return;
        }
        let waited = transfer.meter.waited();
        let connections_time = passed.as_secs_f64() * self.at_work().max(1) as f64;
        let share = |now: Duration, before: Duration| (now - before).as_secs_f64() / connections_time;
        transfer.meter.set_evidence(Evidence {
            limited: share(waited.0, limited),
            writing: share(waited.1, writing),
            refused: self.ramp.is_held_below(most),
            more_would_help: self.ramp.would_grow_beyond(most),
            ..Evidence::default()
        });
        self.explained = (now, waited);
    }

    /// Fewer connections are wanted than there are: those that came last go, and what they had is for the others.
    fn let_go_beyond(&self, most: u32) {
        let mut at_work: Vec<&Hand> = self.hands.values().filter(|hand| !hand.overdue).collect();
        at_work.sort_by_key(|hand| hand.pulse.key().index());
        for hand in at_work.iter().skip(most.max(1) as usize) {
            hand.abort.abort();
        }
    }
}
