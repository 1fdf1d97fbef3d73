//! How many connections a host is worth: found while a transfer works, and kept for the next.
//!
//! More connections help where the server or the path holds back each single one, and cost where it does not. Nobody can
//! know which it is, so it is tried: twice as many, as long as that brings a tenth more.

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What twice the connections must at least bring for them to be worth it.
const WORTHWHILE: f64 = 1.10;
/// How long what was learned of a host counts: longer than a holiday, shorter than a server's life.
pub const REMEMBERED: Duration = Duration::from_secs(30 * 24 * 60 * 60);
/// How long a number that was found is left alone before one step more is tried. At first not long: many servers begin
/// with a burst, beside which everything after it looks slow. Then twice as long after each step that brought nothing, up
/// to the longest: lines and servers change.
const TRIED_AGAIN: Duration = Duration::from_secs(1);
const LONGEST_LEFT_ALONE: Duration = Duration::from_secs(30);
/// How long fewer connections are used after a refusal before one more is tried.
const SECOND_CHANCE: Duration = Duration::from_secs(5);

/// What was learned of a host, and is used at the next start.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Learned {
    /// Connections that were worth it; 0: not found out.
    pub connections: u32,
    /// It turned further ones away.
    pub refuses: bool,
    /// It serves ranges; none: not known.
    pub ranges: Option<bool>,
    /// Bytes a second that came of them.
    pub throughput: u64,
    /// When it was found that it gives nobody a connection of his own, in milliseconds since 1970: all requests share one,
    /// whatever was asked for. 0: it was not.
    pub only_shared_at: u64,
}

impl Learned {
    /// Whether all requests share one connection, as far as is known `now`. Not kept alive by what else is learned: a
    /// server that is set up anew is found out about.
    pub fn gives_only_shared(&self, now: u64) -> bool {
        let remembered = u64::try_from(REMEMBERED.as_millis()).unwrap_or(u64::MAX);
        self.only_shared_at > 0 && now.saturating_sub(self.only_shared_at) < remembered
    }
}

/// What was measured over a while.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// Bytes a second.
    pub throughput: f64,
    /// The standard error of that: on a line that loses packets each connection goes up and down all the time.
    pub error: f64,
}

impl Measured {
    /// From the throughput over each of some spans of equal length.
    pub fn over(spans: &[f64]) -> Self {
        let count = spans.len().max(1) as f64;
        let throughput = spans.iter().sum::<f64>() / count;
        let squares: f64 = spans.iter().map(|span| (span - throughput).powi(2)).sum();
        let variance = squares / (count - 1.0).max(1.0);
        Self { throughput, error: (variance / count).sqrt() }
    }

    /// Whether it may yet turn out to be `wanted`: two standard errors are as far as chance goes, as a rule.
    fn may_reach(self, wanted: Self) -> bool {
        self.throughput + 2.0 * self.error.hypot(wanted.error) >= wanted.throughput
    }

    fn times(self, factor: f64) -> Self {
        Self { throughput: self.throughput * factor, error: self.error * factor }
    }
}

/// How many connections a transfer should have now. Times count from any fixed start.
#[derive(Debug, Clone, PartialEq)]
pub struct Ramp {
    now: u32,
    phase: Phase,
    refused: bool,
    /// The last step that was judged was worth it.
    grew: bool,
    /// How long the number is left alone now.
    left_alone: Duration,
}

#[derive(Debug, Clone, PartialEq)]
enum Phase {
    /// Somebody gave the number, and it works.
    Told,
    /// Each step is judged by the throughput of the one `before`, of `fewer` connections.
    Growing { fewer: u32, before: Measured },
    /// This many it is, since then. What `more` of them had, if those were judged not to be worth it a moment ago.
    Settled { since: Duration, more: Option<f64> },
}

impl Ramp {
    /// Begins with one, or with what was learned, and doubles while that helps.
    pub fn finding(learned: Learned) -> Self {
        let now = learned.connections.max(1);
        let phase = if learned.refuses || now > 1 {
            Phase::Settled { since: Duration::ZERO, more: None }
        } else {
            Phase::Growing { fewer: 0, before: Measured::over(&[]) }
        };
        Self { now, phase, refused: learned.refuses, grew: false, left_alone: TRIED_AGAIN }
    }

    /// Begins with `count`, because somebody who knows says so.
    pub fn told(count: u32) -> Self {
        Self { now: count.max(1), phase: Phase::Told, refused: false, grew: false, left_alone: TRIED_AGAIN }
    }

    /// How many connections to have, if the user wants at most `most`.
    pub fn connections(&self, most: u32) -> u32 {
        self.now.min(most).max(1)
    }

    /// What was found, once something was. A number that somebody gave says nothing of the host.
    pub fn found(&self) -> Option<u32> {
        match self.phase {
            Phase::Told => None,
            Phase::Growing { fewer, .. } => (fewer > 0).then_some(fewer),
            Phase::Settled { .. } => Some(self.now),
        }
    }

    /// Whether further connections are only tried: nobody knows yet what they bring.
    pub fn is_trying(&self) -> bool {
        matches!(self.phase, Phase::Growing { fewer, .. } if fewer > 0)
    }

    /// Whether each doubling paid, up to the `most` that the user wants: still more would likely help.
    pub fn would_grow_beyond(&self, most: u32) -> bool {
        self.grew && !self.refused && self.now >= most
    }

    /// Whether the host turned connections away, and there are fewer than the `most` that the user wants.
    pub fn is_held_below(&self, most: u32) -> bool {
        self.refused && self.now < most
    }

    pub fn was_refused(&self) -> bool {
        self.refused
    }

    /// Takes note of what as many connections as it says brought over the last while, all of them at work. `most`: what
    /// the user wants at most. Returns whether that was enough to judge them; it is in any case if it is the `last` word.
    pub fn judge(&mut self, now: Duration, measured: Measured, most: u32, last: bool) -> bool {
        match self.phase {
            Phase::Told => {}
            Phase::Growing { fewer, before } if measured.throughput < before.throughput * WORTHWHILE => {
                if !last && measured.may_reach(before.times(WORTHWHILE)) {
                    return false;
                }
                self.grew = false;
                self.left_alone = (self.left_alone * 2).min(LONGEST_LEFT_ALONE);
                self.now = fewer.max(1);
                self.phase = Phase::Settled { since: now, more: Some(measured.throughput) };
            }
            Phase::Growing { fewer, .. } if self.now >= most => {
                self.grew = fewer > 0;
                self.phase = Phase::Settled { since: now, more: None };
            }
            Phase::Growing { fewer, .. } => {
                if fewer > 0 {
                    self.left_alone = TRIED_AGAIN;
                }
                self.phase = Phase::Growing { fewer: self.now, before: measured };
                self.now = self.now.saturating_mul(2).min(most);
            }
            Phase::Settled { since, more } => {
                let wait = if self.refused { SECOND_CHANCE } else { self.left_alone };
                // Fewer bring less than more of them did: a burst, or luck, that went by had made those look bad.
                let misjudged = more.is_some_and(|more| more >= measured.throughput * WORTHWHILE);
                if self.now < most && (misjudged || now.saturating_sub(since) >= wait) {
                    let more = if self.refused { self.now + 1 } else { self.now.saturating_mul(2) };
                    self.phase = Phase::Growing { fewer: self.now, before: measured };
                    self.now = more.min(most);
                } else {
                    self.phase = Phase::Settled { since, more: None };
                }
            }
        }
        true
    }

    /// The host turned a connection away or dropped it while `others` went on: those are what it takes.
    pub fn refused(&mut self, now: Duration, others: u32) {
        self.now = self.now.saturating_sub(1).min(others).max(1);
        self.phase = Phase::Settled { since: now, more: None };
        self.refused = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MOST: u32 = 16;

    fn secs(secs: u64) -> Duration {
        Duration::from_secs(secs)
    }

    fn exactly(throughput: f64) -> Measured {
        Measured::over(&[throughput])
    }

    /// Runs a ramp against a host that gives `rate` of the number of connections; what it has after each second.
    fn run(ramp: &mut Ramp, seconds: u64, rate: impl Fn(u32) -> f64) -> Vec<u32> {
        let step = |second| {
            let now = ramp.connections(MOST);
            ramp.judge(secs(second), exactly(rate(now)), MOST, false);
            ramp.connections(MOST)
        };
        (0..seconds).map(step).collect()
    }

    #[test]
    fn it_doubles_while_each_connection_brings_its_share() {
        let mut ramp = Ramp::finding(Learned::default());
        assert_eq!(run(&mut ramp, 6, |count| f64::from(count) * 4.0), [2, 4, 8, 16, 16, 16]);
        assert_eq!(ramp.found(), Some(16));
        assert!(ramp.would_grow_beyond(MOST));
    }

    #[test]
    fn it_goes_back_when_more_brought_nothing() {
        let mut ramp = Ramp::finding(Learned::default());
        assert_eq!(run(&mut ramp, 5, |count| f64::from(count.min(3))), [2, 4, 8, 4, 4]);
        assert_eq!(ramp.found(), Some(4));
        let mut alone = Ramp::finding(Learned::default());
        assert_eq!(run(&mut alone, 3, |_| 100.0), [2, 1, 1]);
        assert!(!alone.would_grow_beyond(1));
    }

    #[test]
    fn what_was_found_is_tried_again_after_a_while() {
        let mut ramp = Ramp::finding(Learned { connections: 2, ..Learned::default() });
        assert_eq!(ramp.connections(MOST), 2);
        let had = run(&mut ramp, 100, |_| 1.0);
        let tried: Vec<usize> = (0..100).filter(|&second| had[second] == 4).collect();
        assert_eq!(tried, [1, 4, 9, 18, 35, 66, 97], "ever more rarely");
    }

    #[test]
    fn a_burst_at_the_beginning_does_not_hide_for_long_what_more_would_bring() {
        let mut ramp = Ramp::finding(Learned::default());
        ramp.judge(secs(0), exactly(100.0), MOST, false);
        ramp.judge(secs(1), exactly(8.0), MOST, false);
        assert_eq!(ramp.connections(MOST), 1, "two without a burst bring less than one with it");
        let mut most = 1;
        // One without it brings even less: that shows at once, and each second brings a step from then on.
        for second in 2..7 {
            ramp.judge(secs(second), exactly(f64::from(ramp.connections(MOST)) * 4.0), MOST, false);
            most = ramp.connections(MOST);
        }
        assert_eq!(most, MOST);
    }

    #[test]
    fn what_goes_up_and_down_is_watched_for_longer() {
        let mut ramp = Ramp::finding(Learned::default());
        assert!(ramp.judge(secs(0), Measured::over(&[10.0, 30.0, 20.0]), MOST, false));
        let doubtful = Measured::over(&[10.0, 30.0, 20.0, 25.0]);
        assert!(!ramp.judge(secs(1), doubtful, MOST, false));
        assert_eq!(ramp.connections(MOST), 2);
        assert!(ramp.judge(secs(2), Measured::over(&[20.0, 30.0, 25.0]), MOST, false), "more is more");
        assert_eq!(ramp.connections(MOST), 4);
        assert!(ramp.judge(secs(3), doubtful, MOST, true), "some time it must be judged");
        assert_eq!(ramp.connections(MOST), 2);
    }

    #[test]
    fn the_more_is_measured_the_surer_it_is() {
        let measured = Measured::over(&[2.0, 4.0]);
        assert_eq!((measured.throughput, measured.error), (3.0, 1.0));
        let longer = Measured::over(&[2.0, 4.0, 2.0, 4.0, 2.0, 4.0]);
        assert!(longer.throughput == 3.0 && longer.error < 0.5, "{longer:?}");
        assert_eq!(Measured::over(&[]), Measured { throughput: 0.0, error: 0.0 });
    }

    #[test]
    fn that_all_share_a_connection_is_believed_for_a_month() {
        let learned = Learned { only_shared_at: 1000, ..Learned::default() };
        let month = u64::try_from(REMEMBERED.as_millis()).unwrap();
        assert!(learned.gives_only_shared(1000) && learned.gives_only_shared(999 + month));
        assert!(!learned.gives_only_shared(1000 + month) && !Learned::default().gives_only_shared(0));
    }

    #[test]
    fn a_refusal_leaves_what_works_and_one_more_is_tried_later() {
        let mut ramp = Ramp::told(8);
        assert_eq!((ramp.found(), ramp.is_held_below(8)), (None, false));
        ramp.refused(secs(1), 2);
        assert_eq!((ramp.found(), ramp.is_held_below(8)), (Some(2), true));
        assert_eq!(ramp.connections(8), 2);
        ramp.judge(secs(2), exactly(1.0), 8, false);
        assert_eq!(ramp.connections(8), 2);
        ramp.judge(secs(6), exactly(1.0), 8, false);
        assert_eq!(ramp.connections(8), 3);
        ramp.refused(secs(7), 0);
        assert_eq!((ramp.connections(8), ramp.was_refused()), (1, true));
    }

    #[test]
    fn the_users_number_is_a_ceiling() {
        let mut ramp = Ramp::told(8);
        assert_eq!(ramp.connections(4), 4);
        for second in 0..100 {
            ramp.judge(secs(second), exactly(1.0), 4, false);
            assert!(ramp.connections(4) <= 4);
        }
        assert_eq!(Ramp::finding(Learned { connections: 64, ..Learned::default() }).connections(6), 6);
    }

    proptest! {
        #[test]
        fn it_is_never_without_a_connection(steps in prop::collection::vec((any::<bool>(), 0.0..1e12f64, 0..70u32), 0..100)) {
            let mut ramp = Ramp::finding(Learned::default());
            for (second, (refused, throughput, number)) in (0..).zip(steps) {
                if refused {
                    ramp.refused(secs(second), number);
                } else {
                    ramp.judge(secs(second), exactly(throughput), number.max(1), false);
                }
                prop_assert!(ramp.connections(64) >= 1);
                prop_assert!(ramp.connections(5) <= 5);
            }
        }
    }
}
