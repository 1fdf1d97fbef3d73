//! Why a transfer is not faster: told from where it and its connections spent their time and from what more of them brought.

use std::collections::VecDeque;
use std::time::Duration;

use crate::Bound;

/// A share of the time above which something is what everything else waits for.
const MOST: f64 = 0.5;
/// A share of the time above which threads have no time left.
pub const NEVER_IDLE: f64 = 0.9;
/// A share of its connections' time above which a limit or the disk has a say in how fast a transfer is.
const NOTICEABLE: f64 = 0.1;
/// Over how long it is looked what a transfer waits for before any byte comes. Tries that fail take turns with waits of up to
/// this.
const LOOKED_BACK: Duration = Duration::from_secs(8);
/// The shortest look that says anything.
const SHORTEST: Duration = Duration::from_millis(900);

/// Whose limit it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitOf {
    Download,
    Host,
    Queue,
    All,
}

/// What the limit for all is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LimitForAll {
    /// The person set it.
    #[default]
    Set,
    /// It is the slow one that is switched on for a while.
    Turtle,
    /// What others send would wait otherwise.
    Room,
}

/// Shares of connections' time, 0 to 1, in which they waited for a limit.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Limited {
    pub own: f64,
    pub host: f64,
    pub queue: f64,
    pub global: f64,
}

impl Limited {
    pub fn all(self) -> f64 {
        self.own + self.host + self.queue + self.global
    }

    /// Whose limit was waited for longest.
    fn whose(self, for_all: LimitForAll) -> Bound {
        if self.own >= self.host.max(self.queue).max(self.global) {
            Bound::OwnLimit
        } else if self.host >= self.queue.max(self.global) {
            Bound::HostLimit
        } else if self.queue >= self.global {
            Bound::QueueLimit
        } else {
            match for_all {
                LimitForAll::Set => Bound::GlobalLimit,
                LimitForAll::Turtle => Bound::Turtle,
                LimitForAll::Room => Bound::Others,
            }
        }
    }
}

/// What was seen of a transfer over the last second or so.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Evidence {
    pub limited: Limited,
    pub for_all: LimitForAll,
    /// Share of its connections' time, 0 to 1, in which they waited for the disk.
    pub writing: f64,
    /// The host turned further connections away.
    pub refused: bool,
    /// Each doubling of the connections paid, and there are as many as there may be.
    pub more_would_help: bool,
    /// Share of the time, 0 to 1, in which the threads that carry all transfers were at work, if this one had its part in
    /// that.
    pub computing: f64,
    /// The line is full, and this one would be faster if it carried more.
    pub line_full: bool,
    /// All that comes, comes over a proxy.
    pub proxied: bool,
    pub waits: Waits,
}

impl Evidence {
    /// Whether this computer, and not only servers and the line, decides how much comes.
    pub fn is_held_back_here(self) -> bool {
        self.limited.all() >= NOTICEABLE || self.writing >= MOST || self.computing >= NEVER_IDLE
    }
}

/// How much of the time, 0 to 1, a transfer that brought `part` of what `transfers` brought together was computed for, if
/// the threads of all were at work for `busy` of it. One that brings far less than its even part waits for something else.
pub fn computing(busy: f64, part: f64, transfers: usize) -> f64 {
    if part * transfers as f64 >= MOST { busy } else { 0.0 }
}

/// Shares of the time, 0 to 1, that passed as of late before any byte could come.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Waits {
    /// In which its connections waited for the address of a server.
    pub resolving: f64,
    /// In which its connections waited to be connected by a proxy.
    pub connecting: f64,
    /// Between tries.
    pub retrying: f64,
}

/// How long a transfer waited so far. Of several connections that wait at once each counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waited {
    pub resolving: Duration,
    pub connecting: Duration,
    pub retrying: Duration,
}

/// What a transfer waited for over the last seconds.
#[derive(Debug, Clone, Default)]
pub struct RecentWaits {
    /// In order; the first is the last one that is at least [`LOOKED_BACK`] old, if any is.
    looks: VecDeque<Look>,
}

#[derive(Debug, Clone, Copy)]
struct Look {
    at: Duration,
    waited: Waited,
    /// Connections times the time for which there were so many, since the begin.
    had: Duration,
}

impl RecentWaits {
    /// Takes note of what had been waited for `now`, counted from any fixed start, with so many connections since the last
    /// time.
    pub fn record(&mut self, now: Duration, waited: Waited, connections: u32) {
        let had = self
            .looks
            .back()
            .map_or(Duration::ZERO, |last| last.had + now.saturating_sub(last.at) * connections.max(1));
        self.looks.push_back(Look { at: now, waited, had });
        let from = now.saturating_sub(LOOKED_BACK);
        while self.looks.get(1).is_some_and(|second| second.at <= from) {
            self.looks.pop_front();
        }
    }

    pub fn shares(&self) -> Waits {
        let Some((first, last)) = self.looks.front().zip(self.looks.back()) else { return Waits::default() };
        let passed = last.at.saturating_sub(first.at);
        if passed < SHORTEST {
            return Waits::default();
        }
        let share = |of: fn(Waited) -> Duration, over: Duration| {
            let waited = of(last.waited).saturating_sub(of(first.waited));
            (waited.as_secs_f64() / over.as_secs_f64()).min(1.0)
        };
        let had = last.had.saturating_sub(first.had).max(passed);
        Waits {
            resolving: share(|waited| waited.resolving, had),
            connecting: share(|waited| waited.connecting, had),
            retrying: share(|waited| waited.retrying, passed),
        }
    }
}

/// What bound the transfer; none: not found out. Whether it is the server or the line that gives no more cannot be seen
/// from one transfer (see [`crate::line`]), and is not guessed.
pub fn bound(evidence: Evidence) -> Option<Bound> {
    if let Some(bound) = bound_before_bytes(evidence.waits) {
        Some(bound)
    } else if evidence.limited.all() >= MOST {
        Some(evidence.limited.whose(evidence.for_all))
    } else if evidence.writing >= MOST {
        Some(Bound::Disk)
    } else if evidence.computing >= NEVER_IDLE {
        Some(Bound::Processor)
    } else if evidence.line_full {
        Some(if evidence.proxied { Bound::Proxy } else { Bound::Line })
    } else if evidence.refused {
        Some(Bound::Server)
    } else {
        evidence.more_would_help.then_some(Bound::Connection)
    }
}

/// What it waits for before any byte can come.
pub fn bound_before_bytes(waits: Waits) -> Option<Bound> {
    if waits.retrying >= MOST {
        Some(Bound::Retries)
    } else if waits.resolving >= MOST {
        Some(Bound::Dns)
    } else {
        (waits.connecting >= MOST).then_some(Bound::Proxy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: Limited = Limited { own: 0.9, host: 0.0, queue: 0.0, global: 0.0 };

    #[test]
    fn what_is_waited_for_most_of_the_time_is_the_bound() {
        let evidence = Evidence { more_would_help: true, ..Evidence::default() };
        let slightly = Limited { own: 0.1, ..Limited::default() };
        assert_eq!(bound(Evidence { limited: OWN, ..evidence }), Some(Bound::OwnLimit));
        assert_eq!(bound(Evidence { writing: 0.8, limited: slightly, ..evidence }), Some(Bound::Disk));
        assert_eq!(bound(Evidence { refused: true, ..evidence }), Some(Bound::Server));
        assert_eq!(bound(evidence), Some(Bound::Connection));
        assert_eq!(bound(Evidence { line_full: true, ..evidence }), Some(Bound::Line));
        assert_eq!(bound(Evidence { line_full: true, proxied: true, ..evidence }), Some(Bound::Proxy));
        assert_eq!(bound(Evidence { computing: 0.95, line_full: true, ..evidence }), Some(Bound::Processor));
        assert_eq!(bound(Evidence { computing: 0.95, writing: 0.6, ..evidence }), Some(Bound::Disk));
        assert_eq!(bound(Evidence { writing: 0.3, computing: 0.7, ..Evidence::default() }), None);
    }

    #[test]
    fn the_limit_that_is_waited_for_longest_is_named() {
        let of = |own, queue, global, for_all| {
            bound(Evidence {
                limited: Limited { own, host: 0.1, queue, global },
                for_all,
                ..Evidence::default()
            })
        };
        assert_eq!(of(0.3, 0.5, 0.1, LimitForAll::Turtle), Some(Bound::QueueLimit));
        assert_eq!(of(0.3, 0.0, 0.6, LimitForAll::Set), Some(Bound::GlobalLimit));
        assert_eq!(of(0.3, 0.0, 0.6, LimitForAll::Turtle), Some(Bound::Turtle));
        assert_eq!(of(0.3, 0.0, 0.6, LimitForAll::Room), Some(Bound::Others));
        assert_eq!(of(0.2, 0.1, 0.05, LimitForAll::Turtle), None);
        let limited = Limited { host: 0.6, ..Limited::default() };
        assert_eq!(bound(Evidence { limited, ..Evidence::default() }), Some(Bound::HostLimit));
    }

    #[test]
    fn busy_threads_bind_those_that_keep_them_busy() {
        assert_eq!(computing(0.95, 1.0, 1), 0.95);
        assert_eq!(computing(0.95, 0.4, 2), 0.95);
        assert_eq!(computing(0.95, 0.01, 2), 0.0);
        assert!(Evidence { computing: 0.95, ..Evidence::default() }.is_held_back_here());
        assert!(Evidence { limited: OWN, ..Evidence::default() }.is_held_back_here());
        assert!(!Evidence { writing: 0.2, line_full: true, ..Evidence::default() }.is_held_back_here());
    }

    fn secs(secs: u64) -> Duration {
        Duration::from_secs(secs)
    }

    #[test]
    fn a_name_that_is_looked_up_for_long_shows_and_is_forgotten_once_bytes_come() {
        let mut recent = RecentWaits::default();
        let at = |now: u64| (secs(now), Waited { resolving: secs(now.min(3)), ..Waited::default() });
        let mut bounds = Vec::new();
        for (now, waited) in (0..=20).map(at) {
            recent.record(now, waited, if now > secs(3) { 4 } else { 0 });
            bounds.push(bound_before_bytes(recent.shares()));
        }
        assert_eq!(bounds[0], None, "nothing was seen yet");
        assert_eq!(bounds[1..=3], [Some(Bound::Dns); 3]);
        assert_eq!(bounds[20], None);
    }

    #[test]
    fn one_connection_that_waits_for_a_proxy_beside_others_binds_nothing() {
        let mut recent = RecentWaits::default();
        for now in 0..5 {
            recent.record(secs(now), Waited { connecting: secs(now), ..Waited::default() }, 8);
        }
        assert_eq!(bound_before_bytes(recent.shares()), None);
        for now in 5..20 {
            recent.record(secs(now), Waited { connecting: secs(8 * now), ..Waited::default() }, 8);
        }
        assert_eq!(bound_before_bytes(recent.shares()), Some(Bound::Proxy));
    }

    #[test]
    fn waits_between_tries_show_beside_what_the_tries_bring() {
        let mut recent = RecentWaits::default();
        for tick in 0..80u64 {
            // A second of work after two of waiting.
            let retrying = secs((tick / 12) * 2) + Duration::from_millis((tick % 12).min(8) * 250);
            recent.record(Duration::from_millis(tick * 250), Waited { retrying, ..Waited::default() }, 1);
        }
        assert_eq!(bound_before_bytes(recent.shares()), Some(Bound::Retries));
    }
}
