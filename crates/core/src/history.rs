//! How fast a download was over time: each of the last ten minutes' seconds, and the whole of it in coarser steps that double
//! whenever there are too many. What is kept is bounded, however long a download takes.

use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

use crate::{Failure, Timestamp};

/// Seconds that are kept one by one.
const FINE: usize = 600;
/// Steps that the whole is kept in.
const STEPS: usize = 300;
/// Marks that are kept; beyond it the oldest go.
const MARKS: usize = 100;
/// A gap longer than this is no long second: nothing was looked at in between.
const GAP: Timestamp = 3000;

/// What happened at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Happening {
    Started,
    /// Stopped by somebody, or put back in line.
    Paused,
    Completed,
    /// It failed, or waits for its next try.
    Failed {
        failure: Failure,
    },
    /// Its own limit is another one from now on.
    Limited {
        #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
        limit: Option<u64>,
    },
    /// It may have another number of connections from now on.
    Connections {
        connections: Option<u32>,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub at: Timestamp,
    pub happening: Happening,
}

/// What was seen over the step that ended at `at`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct SpeedStep {
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub at: Timestamp,
    /// Bytes a second in the mean.
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub throughput: u64,
    /// Connections at its end.
    pub connections: u32,
}

/// The history as it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct SpeedHistory {
    /// The last ten minutes' seconds in which it ran, oldest first.
    pub fine: Vec<SpeedStep>,
    /// All of it since Haul began, in steps of `step_secs`, oldest first.
    pub whole: Vec<SpeedStep>,
    pub step_secs: u32,
    pub marks: Vec<Mark>,
    /// Bytes a second over all the time in which it ran.
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub average: u64,
    /// Bytes in its best second.
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub peak: u64,
    /// What it may bring a second now, by the narrowest limit; none: no limit.
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub limit: Option<u64>,
}

/// The history of one download, as it is kept.
#[derive(Debug, Clone, Default)]
pub struct History {
    fine: VecDeque<SpeedStep>,
    whole: Vec<Step>,
    /// Seconds that a step of the whole stands for; 0: none so far.
    step_secs: u32,
    marks: VecDeque<Mark>,
    /// The last look: when, and what there was.
    last: Option<(Timestamp, u64)>,
    bytes: u64,
    millis: u64,
    peak: u64,
}

#[derive(Debug, Clone, Copy)]
struct Step {
    /// Which one it is, counted from the epoch.
    number: u64,
    at: Timestamp,
    bytes: u64,
    millis: u64,
    connections: u32,
}

impl History {
    /// Takes note that `received` bytes are there at `now`; looks that follow within a second of another count with the next.
    /// The first after a stop, and one after the count went back, only sets where counting begins.
    pub fn record(&mut self, now: Timestamp, received: u64, connections: u32) {
        let Some((at, before)) = self.last else {
            self.last = Some((now, received));
            return;
        };
        let passed = now.saturating_sub(at);
        if now < at || passed > GAP || received < before {
            self.last = Some((now, received));
            return;
        }
        if passed < 1000 {
            return;
        }
        self.last = Some((now, received));
        let bytes = received - before;
        let throughput = bytes.saturating_mul(1000) / passed;
        if self.fine.len() == FINE {
            self.fine.pop_front();
        }
        self.fine.push_back(SpeedStep { at: now, throughput, connections });
        self.bytes += bytes;
        self.millis += passed;
        self.peak = self.peak.max(throughput);
        self.add_step(Step { number: 0, at: now, bytes, millis: passed, connections });
    }

    /// It runs no longer: what follows begins anew.
    pub fn stop(&mut self) {
        self.last = None;
    }

    pub fn mark(&mut self, at: Timestamp, happening: Happening) {
        if self.marks.len() == MARKS {
            self.marks.pop_front();
        }
        self.marks.push_back(Mark { at, happening });
    }

    /// All of it, beside the limit in force.
    pub fn shown(&self, limit: Option<u64>) -> SpeedHistory {
        let per_second =
            |bytes: u64, millis: u64| bytes.saturating_mul(1000).checked_div(millis).unwrap_or(0);
        let whole = self.whole.iter().map(|step| SpeedStep {
            at: step.at,
            throughput: per_second(step.bytes, step.millis),
            connections: step.connections,
        });
        SpeedHistory {
            fine: self.fine.iter().copied().collect(),
            whole: whole.collect(),
            step_secs: self.step_secs.max(1),
            marks: self.marks.iter().cloned().collect(),
            average: per_second(self.bytes, self.millis),
            peak: self.peak,
            limit,
        }
    }

    fn add_step(&mut self, step: Step) {
        self.step_secs = self.step_secs.max(1);
        self.put(step);
        while self.whole.len() > STEPS {
            self.step_secs = self.step_secs.saturating_mul(2);
            for step in std::mem::take(&mut self.whole) {
                self.put(step);
            }
        }
    }

    /// Adds it to the last step if that is the same one by now.
    fn put(&mut self, step: Step) {
        let number = step.at / (u64::from(self.step_secs) * 1000);
        match self.whole.last_mut().filter(|last| last.number == number) {
            Some(last) => {
                last.at = step.at;
                last.bytes += step.bytes;
                last.millis += step.millis;
                last.connections = step.connections;
            }
            None => self.whole.push(Step { number, ..step }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `seconds` of `rate` bytes each, looked at four times a second.
    fn run(history: &mut History, from: Timestamp, seconds: u64, rate: u64) -> Timestamp {
        for tick in 0..=seconds * 4 {
            history.record(from + tick * 250, tick * rate / 4, 8);
        }
        history.stop();
        from + seconds * 1000
    }

    #[test]
    fn each_second_is_kept_and_the_mean_is_over_the_time_in_which_it_ran() {
        let mut history = History::default();
        let end = run(&mut history, 10_000, 10, 1000);
        history.mark(end, Happening::Paused);
        run(&mut history, end + 3_600_000, 10, 3000);
        let shown = history.shown(Some(5000));
        assert_eq!((shown.fine.len(), shown.average, shown.peak, shown.limit), (20, 2000, 3000, Some(5000)));
        assert_eq!(shown.fine[0], SpeedStep { at: 11_000, throughput: 1000, connections: 8 });
        assert_eq!(shown.fine[10].at, end + 3_601_000, "the pause is a gap");
        assert_eq!(shown.marks, [Mark { at: end, happening: Happening::Paused }]);
        assert_eq!(shown.whole.len(), 20);
    }

    #[test]
    fn a_day_is_kept_in_a_few_kilobytes_and_loses_no_byte() {
        let mut history = History::default();
        run(&mut history, 5000, 86_400, 100);
        for at in 0..1000 {
            history.mark(at, Happening::Started);
        }
        let shown = history.shown(None);
        assert_eq!((shown.fine.len(), shown.marks.len()), (FINE, MARKS));
        assert!((STEPS / 2..=STEPS).contains(&shown.whole.len()), "{}", shown.whole.len());
        assert_eq!(history.whole.iter().map(|step| step.bytes).sum::<u64>(), 86_400 * 100);
        assert!(shown.whole.iter().all(|speed| speed.throughput == 100));
        let memory = history.fine.capacity() * size_of::<SpeedStep>()
            + history.whole.capacity() * size_of::<Step>()
            + history.marks.capacity() * size_of::<Mark>();
        assert!(memory <= 64 << 10, "{memory} bytes");
    }

    #[test]
    fn a_count_that_goes_back_and_a_machine_that_slept_are_no_throughput() {
        let mut history = History::default();
        history.record(0, 0, 1);
        history.record(1000, 5000, 1);
        history.record(2000, 100, 1);
        history.record(3000, 1100, 1);
        history.record(903_000, 900_000, 1);
        history.record(904_000, 901_000, 1);
        let rates: Vec<u64> = history.shown(None).fine.iter().map(|speed| speed.throughput).collect();
        assert_eq!(rates, [5000, 1000, 1000]);
    }

    #[test]
    fn pauses_of_days_between_single_seconds_do_not_make_it_grow() {
        let mut history = History::default();
        for day in 0..2000 {
            run(&mut history, day * 86_400_000, 1, 10);
        }
        assert!(history.shown(None).whole.len() <= STEPS);
    }
}
