//! One connection: its body, from the socket into the part file.

use bytes::Bytes;
use futures::{FutureExt, StreamExt};
use haul_core::{AnswerFault, Failure, Resource, Settings};
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::time::timeout;

use super::batch::batch;
use super::meter::{Meter, UNKNOWN_SIZE};
use super::overlap::Sample;
use super::pulse::Pulse;
use super::site::Site;
use super::writer::Writer;
use crate::hosts::Hosts;
use crate::protocol::Answer;

/// How long bytes are held back for a fuller write: a slow line still shows progress, and a crash costs little of it.
const HOLD: Duration = Duration::from_millis(10);

/// The client puts a connection that has served its request back among the idle ones in a task of its own. Whoever asks
/// before that opens another one: a round trip or more for nothing, and perhaps to a slower place.
const HANDED_BACK: Duration = Duration::from_millis(1);

/// What connections of one transfer share.
#[derive(Debug)]
pub struct Wires {
    pub settings: watch::Receiver<Arc<Settings>>,
    /// What the file is.
    pub resource: Resource,
    /// Further requests need connections of their own: the first one's would carry them all.
    pub separate: bool,
    /// The server does not serve further ranges after all.
    pub ranges_refused: AtomicBool,
    pub meter: Arc<Meter>,
    pub hosts: Hosts,
    pub writer: Writer,
    /// How much is compared each time something is added to a file that has no validator.
    pub sample: Arc<Sample>,
}

impl Wires {
    /// Whether a further request to `site` gets a connection of its own.
    pub fn is_separate(&self, site: &Site) -> bool {
        self.separate && !site.gives_only_shared()
    }

    /// Whether further requests, at the same time, can bring what is missing.
    pub fn ranges(&self) -> bool {
        self.resource.is_resumable() && !self.ranges_refused.load(Ordering::Relaxed)
    }

    /// Whether a further request can bring what is missing once the one before it has ended.
    pub fn can_be_asked_on(&self) -> bool {
        self.resource.can_be_continued() && !self.ranges_refused.load(Ordering::Relaxed)
    }

    /// What is there of a file that has no validator.
    pub fn known_by_bytes(&self) -> Vec<Range<u64>> {
        if self.resource.is_comparable() { self.meter.segments().received_ranges() } else { Vec::new() }
    }
}

/// How a connection ended.
#[derive(Debug)]
pub struct Ended {
    /// Bytes that it wrote.
    pub wrote: u64,
    pub result: Result<(), Stopped>,
}

impl Ended {
    pub fn idle(result: Result<(), Stopped>) -> Self {
        Self { wrote: 0, result }
    }
}

/// Why a connection stopped before its segment was whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stopped {
    Failed(Failure),
    /// The server does not serve this range, of a file that is the same: one connection must do.
    RangesRefused,
    /// The server has other bytes in this range than are there, under the same name or none.
    Differs(Range<u64>),
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// Reads the body into the segment of `pulse`, and on into idle segments that follow it, until the body ends or the next
/// bytes are somebody else's.
pub async fn fill(wires: &Wires, site: &Site, pulse: &Pulse, answer: Answer) -> Ended {
    let mut filling = Filling {
        wires,
        site,
        pulse,
        at: answer.start,
        batch: Vec::new(),
        gathered: 0,
        wrote: 0,
        flushed: Instant::now(),
    };
    let result = filling.run(answer).await;
    Ended { wrote: filling.wrote, result: result.map_err(Stopped::from) }
}

struct Filling<'a> {
    wires: &'a Wires,
    site: &'a Site,
    pulse: &'a Pulse,
    /// Offset of the first byte that is gathered or comes next.
    at: u64,
    batch: Vec<Bytes>,
    gathered: usize,
    wrote: u64,
    flushed: Instant,
}

/// Whether more of the body is wanted.
#[derive(PartialEq, Eq)]
enum Wanted {
    More,
    NoMore,
}

impl Filling<'_> {
    async fn run(&mut self, mut answer: Answer) -> Result<(), Failure> {
        let mut at = answer.start;
        let wanted = loop {
            let bytes = match self.next_of(&mut answer).await? {
                Some(Ok(bytes)) => bytes,
                None => break self.flush().await?,
                Some(Err(failure)) => {
                    // What came before the cut is good.
                    self.flush().await?;
                    return Err(failure);
                }
            };
            at += bytes.len() as u64;
            self.pulse.arrived(bytes.len());
            if answer.end.is_some_and(|end| at > end) {
                self.flush().await?;
                return Err(Failure::BadAnswer { fault: AnswerFault::TooLong });
            }
            if self.take(bytes).await? == Wanted::NoMore {
                break Wanted::NoMore;
            }
            if answer.shared && self.holds_others_up() {
                self.flush().await?;
                break Wanted::NoMore;
            }
        };
        if wanted == Wanted::NoMore && answer.end == Some(at) {
            // Nothing more will come: seeing that lets the connection serve another request.
            answer.body.next().await;
            if !self.wires.meter.segments().is_whole() {
                tokio::time::sleep(HANDED_BACK).await;
            }
        }
        match answer.end {
            Some(end) if wanted == Wanted::More && at < end => {
                Err(Failure::BadAnswer { fault: AnswerFault::TooShort })
            }
            None if wanted == Wanted::More => self.end_of_unknown_size(),
            _ => Ok(()),
        }
    }

    /// Whether what a limit keeps from being taken would fill the connection that other downloads share. The rest is then
    /// asked for over another one.
    fn holds_others_up(&self) -> bool {
        let wires = self.wires;
        self.site.limiter.is_limited()
            && wires.is_separate(self.site)
            && wires.ranges()
            && wires.hosts.connections() > wires.meter.connections()
    }

    /// The next bytes of the body. What was gathered is written meanwhile if they let themselves be waited for.
    async fn next_of(&mut self, answer: &mut Answer) -> Result<Option<Result<Bytes, Failure>>, Failure> {
        if self.gathered == 0 {
            return Ok(answer.body.next().await);
        }
        // Most bytes are there already: no timer for those.
        if let Some(next) = answer.body.next().now_or_never() {
            return Ok(next);
        }
        if let Ok(next) = timeout(HOLD, answer.body.next()).await {
            return Ok(next);
        }
        self.flush().await?;
        Ok(answer.body.next().await)
    }

    async fn take(&mut self, mut bytes: Bytes) -> Result<Wanted, Failure> {
        while self.site.limiter.is_limited() {
            let meter = &self.wires.meter;
            let waited = |limit, time| meter.add_limited(limit, time);
            let passed = self.site.limiter.acquire(bytes.len() as u64, waited).await as usize;
            if passed >= bytes.len() {
                break;
            }
            if self.gather(bytes.split_to(passed)).await? == Wanted::NoMore {
                return Ok(Wanted::NoMore);
            }
        }
        self.gather(bytes).await
    }

    async fn gather(&mut self, bytes: Bytes) -> Result<Wanted, Failure> {
        self.gathered += bytes.len();
        self.batch.push(bytes);
        let enough = batch(self.wires.meter.connections(), self.wires.hosts.connections());
        if self.gathered >= enough || self.flushed.elapsed() >= HOLD {
            self.flush().await
        } else {
            Ok(Wanted::More)
        }
    }

    /// Writes what was gathered, as far as it is still this connection's to write.
    async fn flush(&mut self) -> Result<Wanted, Failure> {
        self.flushed = Instant::now();
        while self.gathered > 0 {
            let key = self.pulse.key();
            let claimed = self.wires.meter.segments().claim(key, self.at, self.gathered as u64);
            let count = claimed.end - claimed.start;
            if count > 0 {
                let pieces = self.split_off(count as usize);
                self.wires.writer.write(pieces, claimed.start).await?;
                self.wires.meter.segments().record(key, count);
                self.wires.meter.add_received(count);
                self.wrote += count;
                self.at += count;
            }
            if self.gathered > 0 && !self.go_on_behind() && !self.take_back() {
                return Ok(Wanted::NoMore);
            }
        }
        let whole = self.wires.meter.segments().get(self.pulse.key()).is_whole();
        if whole && !self.go_on_behind() { Ok(Wanted::NoMore) } else { Ok(Wanted::More) }
    }

    /// Takes the idle segment that begins with the next byte; none there: the body's next bytes are not wanted.
    fn go_on_behind(&mut self) -> bool {
        let mut segments = self.wires.meter.segments();
        let Some(next) = segments.take_at(self.at) else { return false };
        segments.release(self.pulse.key());
        self.pulse.moved_to(next);
        true
    }

    /// What was taken over from a slow connection is still its own if its bytes come first.
    fn take_back(&mut self) -> bool {
        let (mut segments, key) = (self.wires.meter.segments(), self.pulse.key());
        segments.get(key).range.end == self.at && segments.take_back(key)
    }

    /// The first `count` gathered bytes.
    fn split_off(&mut self, count: usize) -> Vec<Bytes> {
        self.gathered -= count;
        if self.gathered == 0 {
            return std::mem::take(&mut self.batch);
        }
        let mut pieces = Vec::new();
        let mut rest = count;
        while rest > 0 {
            let first = &mut self.batch[0];
            if first.len() <= rest {
                rest -= first.len();
                pieces.push(self.batch.remove(0));
            } else {
                pieces.push(first.split_to(rest));
                rest = 0;
            }
        }
        pieces
    }

    /// The body ended in order, and nothing had said how long it would be: this is the whole file.
    fn end_of_unknown_size(&self) -> Result<(), Failure> {
        let mut segments = self.wires.meter.segments();
        if segments.size() == UNKNOWN_SIZE {
            segments.close_at_received();
            Ok(())
        } else if segments.get(self.pulse.key()).is_whole() {
            Ok(())
        } else {
            Err(Failure::BadAnswer { fault: AnswerFault::TooShort })
        }
    }
}
