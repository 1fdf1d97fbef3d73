//! Leaving room for others: how much all downloads together may bring, so that what others send does not wait behind it.
//!
//! After LEDBAT (RFC 6817), as a receiver can do it (RFC 9840): how much longer round trips take than the shortest did is
//! how long what is sent waits in the queue of the line. While that is longer than [`TARGET`], less is taken; else more,
//! until nothing holds back any more. Two things are as in LEDBAT++: what is taken back is a share and not an amount, and
//! now and then so little is taken for a moment that the queue runs dry, or the shortest round trip that is known would be
//! one with our own bytes before it.

mod delay;

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use delay::Delay;

/// How long what others send may wait behind what we take. RFC 6817 allows 100 ms.
pub const TARGET: Duration = Duration::from_millis(60);
/// The share of the fastest that is taken in any case, and the least that it comes to in bytes a second: a download that does
/// not move looks broken, and whose round trips take long for another reason must not stand still.
const LEAST_SHARE: f64 = 0.05;
const LEAST: f64 = 65_536.0;
/// By how much at least, and at most, what may come is lowered at once.
const CUT: (f64, f64) = (0.2, 0.5);
/// What is lowered shows in round trips only once what is on its way is there.
const BETWEEN_CUTS: Duration = Duration::from_secs(2);
/// By which share a second it is raised at first, how that grows from second to second, and up to which share.
const RAISE: (f64, f64, f64) = (0.05, 1.5, 0.25);
/// The same near to what was too much; and as long as the queue gets no longer than it may be, at least.
const RAISE_NEAR: f64 = 0.02;
const RAISE_LEAST: f64 = 0.01;
/// The share of what came that one goes back to if the queue may be too long.
const BACK: f64 = 0.98;
/// How near that is, as a share of it.
const NEAR: f64 = 0.15;
/// What was too much says something of the line if it was at least this share of the fastest.
const SAYS: f64 = 0.3;
/// A limit this many times above what comes holds nothing back.
const ABOVE: f64 = 1.5;
/// For so many looks in a row.
const SURE: u32 = 3;
/// What is fastest is forgotten by this share a second: of a line that is another by now.
const FORGOTTEN: f64 = 0.002;
/// The share that is taken while the queue runs dry, and for how long.
const DRY_SHARE: f64 = 0.25;
const DRY_FOR: Duration = Duration::from_millis(2500);
/// How long a shortest round trip is believed that was measured without us, and how rarely such a one is made.
const BELIEVED: Duration = Duration::from_secs(300);
const BETWEEN_DRY: Duration = Duration::from_secs(60);
/// Paths that are remembered.
const PATHS: usize = 8;

/// Between which addresses round trips are measured. In another network, this computer has another address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path {
    pub from: IpAddr,
    pub to: SocketAddr,
}

/// How a round trip ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trip {
    Took(Duration),
    /// No answer in time.
    Lost,
}

/// Decides how much all downloads together may bring. Times count from any fixed start.
#[derive(Debug, Clone, Default)]
pub struct Scavenger {
    paths: BTreeMap<Path, Delay>,
    /// The address of this computer that was measured from last.
    from: Option<IpAddr>,
    /// Bytes a second; none: nothing holds back.
    allowed: Option<f64>,
    /// What came when it was too much, bytes a second.
    too_much: f64,
    /// By which share it was raised last.
    raised: f64,
    /// The fastest of late.
    fastest: f64,
    /// How many looks in a row found the limit far above what comes.
    unused: u32,
    looked: Option<Duration>,
    cut_at: Option<Duration>,
    dry: Option<Dry>,
    dried: Option<Duration>,
}

/// The queue is let run dry.
#[derive(Debug, Clone, Copy)]
struct Dry {
    until: Duration,
    /// What was allowed before.
    before: Option<f64>,
}

impl Scavenger {
    /// Bytes a second that all may bring; none: nothing holds them back.
    pub fn allowed(&self) -> Option<u64> {
        self.allowed.map(|allowed| allowed as u64)
    }

    /// A round trip over `path` has ended `now`, and `rate` bytes a second came since the last look.
    pub fn measured(&mut self, now: Duration, path: Path, trip: Trip, rate: f64) {
        if self.from.replace(path.from).is_some_and(|before| before != path.from) {
            // How fast another line was says nothing of this one.
            (self.fastest, self.too_much) = (0.0, 0.0);
        }
        let passed = self.look(now, rate);
        let is_calm = rate < self.fastest * DRY_SHARE || rate <= LEAST;
        let delay = self.paths.entry(path).or_default();
        delay.record(now, trip, is_calm || self.dry.is_some());
        let (waited, is_believed) = (delay.waited(), delay.is_believed(now, BELIEVED));
        let room = 1.0 - delay.latest().div_duration_f64(TARGET);
        self.forget_oldest();
        if self.dry.is_some() {
            self.end_dry(now);
            return;
        }
        match waited {
            Some(waited) if waited > TARGET => self.cut(now, path, waited, rate),
            Some(_) if !is_believed && self.may_dry(now) => self.begin_dry(now, rate),
            Some(_) => self.raise(passed, rate, room),
            // What is not known holds nothing back for ever.
            None => self.raise(passed, rate, 1.0),
        }
    }

    /// Time passed, and nobody can say how long round trips take.
    pub fn unmeasured(&mut self, now: Duration, rate: f64) {
        let passed = self.look(now, rate);
        self.end_dry(now);
        if self.dry.is_none() {
            self.raise(passed, rate, 1.0);
        }
    }

    /// Nothing comes any more: what begins next finds no limit, but the round trips that are known.
    pub fn rest(&mut self) {
        *self = Self { paths: std::mem::take(&mut self.paths), ..Self::default() };
    }

    /// Seconds since the last look.
    fn look(&mut self, now: Duration, rate: f64) -> f64 {
        let passed = self.looked.map_or(0.0, |looked| now.saturating_sub(looked).as_secs_f64());
        self.looked = Some(now);
        self.fastest = (self.fastest * (1.0 - FORGOTTEN).powf(passed)).max(rate);
        // A look that comes late, after a sleep, says no more than one in time.
        passed.min(3.0)
    }

    fn least(&self) -> f64 {
        (self.fastest * LEAST_SHARE).max(LEAST)
    }

    fn cut(&mut self, now: Duration, path: Path, waited: Duration, rate: f64) {
        if self.cut_at.is_some_and(|at| now.saturating_sub(at) < BETWEEN_CUTS) {
            return;
        }
        let over = (waited.as_secs_f64() / TARGET.as_secs_f64() - 1.0).min(1.0);
        let by = CUT.0 + (CUT.1 - CUT.0) * over;
        let from = self.allowed.unwrap_or(f64::INFINITY).min(rate);
        self.allowed = Some((from * (1.0 - by)).max(self.least()));
        self.too_much = rate;
        self.cut_at = Some(now);
        (self.raised, self.unused) = (0.0, 0);
        // What comes next finds the queue as short as we can make it.
        if let Some(delay) = self.paths.get_mut(&path) {
            delay.believe(now);
        }
    }

    /// `room`: which share of its target the queue is still short of; less than none if it is too long already. One look
    /// alone does not say so for sure, but is reason enough not to go on.
    fn raise(&mut self, passed: f64, rate: f64, room: f64) {
        let Some(allowed) = self.allowed else { return };
        let is_near = |level: f64| (allowed / level - 1.0).abs() < NEAR;
        let (slowest, growing, most) = RAISE;
        self.raised = if self.too_much >= self.fastest * SAYS && is_near(self.too_much) {
            RAISE_NEAR
        } else if is_near(self.fastest) {
            slowest
        } else {
            (self.raised * growing).clamp(slowest, most)
        };
        // It is never content with a queue: only what is too much and taken back shows how short it can be.
        let by = (self.raised * room).max(RAISE_LEAST);
        let least = self.least();
        let allowed =
            if room < 0.0 { allowed.min(rate * BACK).max(least) } else { allowed * (1.0 + by * passed) };
        self.unused = if allowed > rate * ABOVE { self.unused + 1 } else { 0 };
        self.allowed = (self.unused < SURE || allowed < least * ABOVE).then_some(allowed);
    }

    fn may_dry(&self, now: Duration) -> bool {
        self.dried.is_none_or(|dried| now.saturating_sub(dried) >= BETWEEN_DRY)
    }

    fn begin_dry(&mut self, now: Duration, rate: f64) {
        self.dry = Some(Dry { until: now + DRY_FOR, before: self.allowed });
        self.dried = Some(now);
        self.allowed = Some((rate * DRY_SHARE).max(LEAST));
    }

    fn end_dry(&mut self, now: Duration) {
        if let Some(dry) = self.dry.take_if(|dry| now >= dry.until) {
            self.allowed = dry.before;
        }
    }

    fn forget_oldest(&mut self) {
        if self.paths.len() > PATHS
            && let Some(oldest) =
                self.paths.iter().min_by_key(|(_, delay)| delay.recorded()).map(|(path, _)| *path)
        {
            self.paths.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests;
