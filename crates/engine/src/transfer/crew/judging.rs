//! Comparing the connections: which is silent, how many are worth it, and what binds them all.

use haul_core::ConnectionRow;
use haul_core::bound::{Evidence, Limited};
use haul_core::host::Measured;
use std::time::Duration;

use super::{Crew, Hand};
use crate::transfer::Transfer;

/// The shortest time over which a number of connections is judged.
const JUDGED_OVER: Duration = Duration::from_millis(250);
/// Connections that bring so many times as much in the second half of that as in the first still gather way (slow start,
/// RFC 5681 §3.1): that would be taken for what more of them bring. Each that is opened for nothing cuts another's range
/// short, and what is on the way there is lost.
const GATHERS_WAY: f64 = 1.15;
/// But after this long they are judged all the same, and however much they go up and down.
const GATHERING: Duration = Duration::from_secs(2);
/// Over how long it is looked at what a transfer waits for.
const EXPLAINED_OVER: Duration = Duration::from_secs(1);
/// Connections that wait longer for a limit than for this share of their time bring all that may come.
const LIMITED: f64 = 0.05;

/// The least that is worth a trial.
const LEAST: u64 = 1 << 20;

/// Over how long connections are judged whose first bytes take `delay`.
fn window(delay: Duration) -> Duration {
    JUDGED_OVER.max(delay * 2)
}

/// How much a connection gets that is only tried, where the others bring `throughput` each: what it can bring until it is
/// judged, if it has a fair share of the line. Should it prove useless, it is soon done, and the others have kept theirs.
pub fn worth_a_trial(throughput: f64, delay: Duration) -> u64 {
    LEAST.max((throughput / 2.0 * (window(delay) + delay).as_secs_f64()) as u64)
}

/// What all connections together had brought at a moment.
#[derive(Debug, Clone, Copy)]
struct Sample {
    at: Duration,
    /// Bytes that had arrived on them.
    received: u64,
    /// What they had waited for a limit.
    limited: Duration,
}

/// As many connections as there should be, at work.
#[derive(Debug, Clone)]
pub struct Steady {
    /// Since when.
    begun: Duration,
    /// Since when they are judged: in order of time, and never empty.
    samples: Vec<Sample>,
    halfway: Option<usize>,
}

impl Sample {
    /// Bytes a second from `before` on.
    fn throughput_since(self, before: Sample) -> f64 {
        let passed = self.at.saturating_sub(before.at).as_secs_f64();
        if passed > 0.0 { self.received.saturating_sub(before.received) as f64 / passed } else { 0.0 }
    }
}

impl Steady {
    fn since(now: Sample) -> Self {
        Self { begun: now.at, samples: vec![now], halfway: None }
    }

    /// Takes note of `now`. Returns whether they may be judged: after `window`, and when they do not bring more and more by
    /// themselves.
    fn may_be_judged(&mut self, now: Sample, window: Duration) -> bool {
        self.samples.push(now);
        let (from, latest) = (self.samples[0], self.samples.len() - 1);
        let passed = now.at.saturating_sub(from.at);
        if passed >= window / 2 && self.halfway.is_none() {
            self.halfway = Some(latest);
        }
        let Some(halfway) = self.halfway.filter(|halfway| passed >= window && *halfway < latest) else {
            return false;
        };
        let middle = self.samples[halfway];
        let gathers = now.throughput_since(middle) > middle.throughput_since(from) * GATHERS_WAY;
        if gathers && !self.is_last_word() {
            self.samples.drain(..halfway);
            self.halfway = Some(latest - halfway);
            return false;
        }
        true
    }

    /// What they brought since then.
    fn measured(&self) -> Measured {
        let spans: Vec<f64> = self.samples.windows(2).map(|pair| pair[1].throughput_since(pair[0])).collect();
        // The spans are as equal as the clock's ticks are: near enough to tell how much it goes up and down.
        let throughput = self.samples.last().map_or(0.0, |last| last.throughput_since(self.samples[0]));
        Measured { throughput, ..Measured::over(&spans) }
    }

    /// Whether they have been watched for long enough in any case.
    fn is_last_word(&self) -> bool {
        self.samples.last().is_some_and(|last| last.at.saturating_sub(self.begun) >= GATHERING)
    }
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
        // None less than there should be, and none of those that were tried and were not worth it. Once all have been seen
        // at work, one that asks for more is as good as at work.
        let wanted = self.wanted(transfer);
        let at_work = self.at_work();
        let all_lively = self.hands.values().filter(lively).count() >= wanted;
        if at_work != wanted || (self.steady.is_none() && !all_lively) {
            self.steady = None;
            return;
        }
        // What arrived, and not what was written: that comes in batches as large as the window.
        let received = self.gone + self.hands.values().map(|hand| hand.pulse.received()).sum::<u64>();
        let limited = transfer.meter.waited().limited();
        let sample = Sample { at: now, received, limited };
        let window = window(self.delay);
        let Some(steady) = &mut self.steady else {
            self.steady = Some(Steady::since(sample));
            return;
        };
        if !steady.may_be_judged(sample, window) {
            return;
        }
        let (measured, from, last) = (steady.measured(), steady.samples[0], steady.is_last_word());
        self.peak = self.peak.max(measured.throughput);
        let waited = limited.saturating_sub(from.limited).as_secs_f64();
        // A limit that is reached needs none beside those that reach it: each would only have more held back.
        let had = (now - from.at).as_secs_f64() * self.at_work().max(1) as f64;
        if waited >= LIMITED * had || self.ramp.judge(now, measured, most, last) {
            self.steady = None;
        }
    }

    /// Tells what was seen over the last while of what binds the transfer.
    fn explain(&mut self, transfer: &Transfer, now: Duration, most: u32) {
        let (since, before) = self.explained;
        let passed = now.saturating_sub(since);
        if passed < EXPLAINED_OVER {
            return;
        }
        let waited = transfer.meter.waited();
        let connections_time = passed.as_secs_f64() * self.at_work().max(1) as f64;
        let share = |now: Duration, before: Duration| (now - before).as_secs_f64() / connections_time;
        let limited = Limited {
            own: share(waited.own, before.own),
            host: share(waited.host, before.host),
            queue: share(waited.queue, before.queue),
            global: share(waited.global, before.global),
        };
        transfer.meter.set_evidence(Evidence {
            limited,
            writing: share(waited.writing, before.writing),
            refused: self.ramp.is_held_below(most),
            more_would_help: self.ramp.would_grow_beyond(most),
            ..Evidence::default()
        });
        self.explained = (now, waited);
        self.show(transfer);
    }

    /// Tells which connection works on what.
    fn show(&self, transfer: &Transfer) {
        let row = |hand: &Hand| {
            let site = self.sites.iter().find(|known| known.site.index == hand.site)?;
            let source = &site.site.source;
            let connection = ConnectionRow {
                host: source.at.as_ref().unwrap_or(&source.url).host_str().unwrap_or_default().to_owned(),
                mirror: hand.site > 0,
                throughput: hand.pace.per_second().unwrap_or(0.0) as u64,
            };
            Some((hand.pulse.key(), connection))
        };
        let at_work = self.hands.values().filter(|hand| !hand.overdue).filter_map(row);
        transfer.meter.set_at_work(at_work.collect());
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

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Duration = Duration::from_millis(300);

    /// Judges connections that bring `rate` in each tenth of a second; in which tenth that is done, and for how many.
    fn judged(rate: impl Fn(u64) -> u64) -> (u64, u64) {
        let sample = |tenth: u64, received| Sample {
            at: Duration::from_millis(100 * tenth),
            received,
            limited: Duration::ZERO,
        };
        let (mut steady, mut received) = (Steady::since(sample(0, 0)), 0);
        for tenth in 1.. {
            received += rate(tenth);
            if steady.may_be_judged(sample(tenth, received), WINDOW) {
                return (tenth, received - steady.samples[0].received);
            }
        }
        unreachable!("they are judged sooner or later")
    }

    #[test]
    fn connections_that_bring_the_same_all_the_time_are_judged_after_one_window() {
        assert_eq!(judged(|_| 10), (3, 30));
        assert_eq!(judged(|tenth| [9, 11][tenth as usize % 2]).0, 3, "what wavers a little is steady");
        assert_eq!(judged(|tenth| 100 / tenth).0, 3, "and so is what gets less");
    }

    #[test]
    fn connections_that_gather_way_are_judged_when_they_have() {
        let (tenth, brought) = judged(|tenth| (1 << tenth).min(256));
        assert!((9..=12).contains(&tenth), "{tenth}");
        assert!(brought >= 2 * 256, "by what they bring then: {brought}");
    }

    #[test]
    fn connections_that_gather_way_for_ever_are_judged_in_the_end() {
        assert_eq!(judged(|tenth| 1 << tenth).0, 20);
    }
}
