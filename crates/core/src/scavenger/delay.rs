//! How long what is sent over a path waits: how much longer its round trips take now than the shortest of the last minutes.

use std::collections::VecDeque;
use std::time::Duration;

use super::Trip;

/// The shortest is that of so many minutes: a longer way does not look like a full line for ever. RFC 6817 §4.1.
const MINUTES: u64 = 10;
/// So many of the latest have to be long: a single one may have been lost, or late for another reason.
const LATEST: usize = 2;
/// After so many in a row without an answer it says nothing any more.
const MUTE: u32 = 5;

/// The round trips over one path.
#[derive(Debug, Clone, Default)]
pub struct Delay {
    /// The shortest of each minute, by its number.
    shortest: VecDeque<(u64, Duration)>,
    latest: VecDeque<Trip>,
    lost: u32,
    /// When the shortest was measured with next to nothing of ours in the queue.
    believed: Option<Duration>,
    recorded: Duration,
}

impl Delay {
    /// `is_calm`: next to nothing of ours was in the queue.
    pub fn record(&mut self, now: Duration, trip: Trip, is_calm: bool) {
        self.recorded = now;
        let minute = now.as_secs() / 60;
        while self.shortest.front().is_some_and(|(first, _)| first + MINUTES <= minute) {
            self.shortest.pop_front();
        }
        self.latest.push_back(trip);
        if self.latest.len() > LATEST {
            self.latest.pop_front();
        }
        let Trip::Took(took) = trip else {
            self.lost += 1;
            return;
        };
        self.lost = 0;
        if is_calm {
            self.believed = Some(now);
        }
        match self.shortest.back_mut() {
            Some((last, shortest)) if *last == minute => *shortest = took.min(*shortest),
            _ => self.shortest.push_back((minute, took)),
        }
    }

    /// How long each of the latest waited in a queue, at least; none: that is not known.
    pub fn waited(&self) -> Option<Duration> {
        let shortest = self.shortest.iter().map(|(_, shortest)| *shortest).min()?;
        let waited = |trip: &Trip| match trip {
            Trip::Took(took) => took.saturating_sub(shortest),
            Trip::Lost => Duration::MAX,
        };
        (self.lost < MUTE && self.latest.len() == LATEST)
            .then(|| self.latest.iter().map(waited).min())
            .flatten()
    }

    /// How long the latest of them waited; who got no answer waited for ever.
    pub fn latest(&self) -> Duration {
        self.latest.back().map_or(Duration::ZERO, |trip| self.waited_by(trip))
    }

    fn waited_by(&self, trip: &Trip) -> Duration {
        let shortest = self.shortest.iter().map(|(_, shortest)| *shortest).min();
        match trip {
            Trip::Took(took) => took.saturating_sub(shortest.unwrap_or(*took)),
            Trip::Lost => Duration::MAX,
        }
    }

    /// What comes next counts as measured without us.
    pub fn believe(&mut self, now: Duration) {
        self.believed = Some(now);
    }

    pub fn is_believed(&self, now: Duration, time: Duration) -> bool {
        self.believed.is_some_and(|at| now.saturating_sub(at) < time)
    }

    pub fn recorded(&self) -> Duration {
        self.recorded
    }
}
