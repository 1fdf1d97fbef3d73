//! The connections of one transfer: how many there are, who fetches what, and what it means when one ends.

use haul_core::bound::{Evidence, bound};
use haul_core::host::{Learned, Ramp};
use haul_core::pace::Pace;
use haul_core::segment::SegmentKey;
use haul_core::takeover::{self, AtWork, Free};
use haul_core::{Failure, LogEntry, Remedy};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::{AbortHandle, Id, JoinError, JoinSet};
use tokio::time::Instant;

use super::connection::{Ended, Stopped, Wires, fill, open_and_fill};
use super::part_file::PartFile;
use super::pulse::Pulse;
use super::segmented::{label_of, ticker};
use super::start::Job;
use super::writer::Writer;
use super::{Halt, Report, Transfer};
use crate::hosts::Permit;
use crate::protocol::{Answer, RangeSource, Source};

/// At most so much of the line's work is lost in a power cut.
const CHECKPOINT_EVERY: Duration = Duration::from_secs(1);
/// How often the connections are compared.
const LOOK_EVERY: Duration = Duration::from_millis(100);
/// The shortest time over which a number of connections is judged.
const JUDGED_OVER: Duration = Duration::from_millis(250);
/// Over how long it is looked at what a transfer waits for.
const EXPLAINED_OVER: Duration = Duration::from_secs(1);
/// A connection that brought less before it failed was refused rather than cut.
const WORTHWHILE: u64 = 64 << 10;

/// The connections of one transfer.
pub struct Crew {
    wires: Arc<Wires>,
    range_source: Arc<dyn RangeSource>,
    part: Arc<PartFile>,
    connections: JoinSet<Ended>,
    hands: HashMap<Id, Hand>,
    /// At most one: the checkpoint under way and how many bytes it covers.
    syncs: JoinSet<Result<u64, Failure>>,
    ramp: Ramp,
    /// Since when, and since how many bytes that had arrived on them, as many connections as there should be were at work.
    steady: Option<(Duration, u64)>,
    /// Throughput of connections that have done their work and wait, open, for more.
    spare: Vec<f64>,
    /// Until the first byte of an answer, as of late.
    delay: Duration,
    /// Most bytes a second over one judged while.
    peak: f64,
    begun: Instant,
    /// When it was last told what binds it, and what had been waited for by then.
    explained: (Duration, (Duration, Duration)),
    ranges_refused: bool,
}

/// One connection as the crew sees it.
struct Hand {
    pulse: Arc<Pulse>,
    pace: Pace,
    abort: AbortHandle,
    /// Silent, and what it still had to get was given to another. It may yet be the first to bring it.
    overdue: bool,
}

impl Crew {
    /// Of the connections that fetch what `job` misses; the first is at work already if it has an answer.
    pub fn new(transfer: &Transfer, range_source: Arc<dyn RangeSource>, job: Job) -> Self {
        let wires = Wires {
            separate: job.first.as_ref().is_some_and(|(_, answer, _)| answer.shared),
            meter: transfer.meter.clone(),
            limiter: transfer.limiter.clone(),
            writer: Writer::new(job.part.clone()),
            source: Source { at: url::Url::parse(&job.resource.final_url).ok(), ..job.source },
            settings: transfer.settings.clone(),
            resource: job.resource,
        };
        let mut crew = Self {
            wires: Arc::new(wires),
            range_source,
            part: job.part,
            connections: JoinSet::new(),
            hands: HashMap::new(),
            syncs: JoinSet::new(),
            ramp: job.ramp,
            steady: None,
            spare: Vec::new(),
            delay: job.delay,
            peak: 0.0,
            begun: Instant::now(),
            explained: (Duration::ZERO, transfer.meter.waited()),
            ranges_refused: false,
        };
        if let Some((key, answer, permit)) = job.first {
            crew.spawn_first(key, answer, permit);
        }
        crew
    }

    /// Returns when every byte is written.
    ///
    /// # Errors
    /// What no connection can go on after.
    pub async fn run(&mut self, transfer: &Transfer) -> Result<(), Halt> {
        let (mut look, mut save) = (ticker(LOOK_EVERY), ticker(CHECKPOINT_EVERY));
        while !self.wires.meter.segments().is_whole() {
            self.hire(transfer);
            if self.hands.is_empty() {
                // Nobody works and nobody may: another download has all connections to this host.
                self.hire_when_allowed(transfer).await;
            }
            transfer.meter.set_connections(self.at_work());
            tokio::select! {
                Some(ended) = self.connections.join_next_with_id() => self.settle(transfer, ended).await?,
                Some(synced) = self.syncs.join_next() => {
                    let received = synced.unwrap_or(Err(Failure::Internal))?;
                    transfer.report(Report::Checkpoint { received }).await;
                }
                _ = look.tick() => self.look(transfer),
                _ = save.tick() => self.save(transfer),
            }
        }
        Ok(())
    }

    /// Ends every task and waits for it: nothing writes to the file afterwards.
    pub async fn disband(&mut self, transfer: &Transfer) {
        self.connections.shutdown().await;
        self.wires.writer.settled().await;
        while self.syncs.join_next().await.is_some() {}
        if let Some(connections) = self.ramp.found().filter(|_| self.wires.resource.ranges) {
            let learned = Learned {
                connections,
                refuses: self.ramp.was_refused(),
                ranges: Some(self.ranges()),
                throughput: self.peak as u64,
            };
            transfer.hosts.learn(&self.wires.source.host_and_port(), learned);
        }
    }

    /// Connections that are at work or about to be.
    fn at_work(&self) -> usize {
        self.hands.values().filter(|hand| !hand.overdue).count()
    }

    /// Opens connections as long as there is work and leave for more.
    fn hire(&mut self, transfer: &Transfer) {
        let most = if self.ranges() { self.ramp.connections(transfer.most_connections()) } else { 1 };
        while self.at_work() < most as usize {
            let Some(permit) = transfer.try_permit(&self.wires.source) else {
                // A silent connection holds a place that a lively one could have.
                if let Some(hand) = self.hands.values().find(|hand| hand.overdue) {
                    hand.abort.abort();
                }
                return;
            };
            let Some(key) = self.next_work() else { return };
            self.spawn_further(key, permit);
        }
    }

    async fn hire_when_allowed(&mut self, transfer: &Transfer) {
        let permit = transfer.permit(&self.wires.source).await;
        if let Some(key) = self.next_work() {
            self.spawn_further(key, permit);
        }
    }

    /// What a further connection should fetch; none if it would not help.
    fn next_work(&mut self) -> Option<SegmentKey> {
        let now = self.begun.elapsed();
        let mut segments = self.wires.meter.segments();
        if let Some(key) = segments.take_idle() {
            return Some(key);
        }
        if !self.ranges() {
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
        let free = Free { throughput: self.spare.pop().unwrap_or(usual), delay: self.delay };
        let (from, count) = takeover::choose(at_work, free)?;
        for hand in self.hands.values_mut().filter(|hand| hand.pulse.key() == from) {
            hand.overdue = hand.pace.is_silent(now);
        }
        segments.take_over(from, count)
    }

    /// Of one connection, in the mean over those that are known.
    fn usual_throughput(&self) -> f64 {
        let known: Vec<f64> = self.hands.values().filter_map(|hand| hand.pace.per_second()).collect();
        if known.is_empty() { 0.0 } else { known.iter().sum::<f64>() / known.len() as f64 }
    }

    fn spawn_further(&mut self, key: SegmentKey, permit: Permit) {
        let pulse = Arc::new(Pulse::asking(key));
        let (wires, range_source) = (self.wires.clone(), self.range_source.clone());
        let abort = self.connections.spawn({
            let pulse = pulse.clone();
            async move {
                let ended = open_and_fill(wires, range_source, pulse).await;
                drop(permit);
                ended
            }
        });
        self.take_on(pulse, abort);
    }

    fn spawn_first(&mut self, key: SegmentKey, answer: Answer, permit: Permit) {
        let pulse = Arc::new(Pulse::asking(key));
        let wires = self.wires.clone();
        let abort = self.connections.spawn({
            let pulse = pulse.clone();
            async move {
                let ended = fill(&wires, &pulse, answer).await;
                drop(permit);
                ended
            }
        });
        self.take_on(pulse, abort);
    }

    fn take_on(&mut self, pulse: Arc<Pulse>, abort: AbortHandle) {
        let pace = Pace::waiting(self.begun.elapsed(), self.delay);
        self.hands.insert(abort.id(), Hand { pulse, pace, abort, overdue: false });
        self.steady = None;
    }

    fn ranges(&self) -> bool {
        self.wires.resource.is_resumable() && !self.ranges_refused
    }

    /// Compares the connections, and judges how many there are.
    fn look(&mut self, transfer: &Transfer) {
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
        let &mut (since, before) = self.steady.get_or_insert((now, received));
        let passed = now - since;
        if passed >= JUDGED_OVER.max(self.delay * 2) {
            let throughput = received.saturating_sub(before) as f64 / passed.as_secs_f64();
            self.peak = self.peak.max(throughput);
            self.ramp.judge(now, throughput, most);
            self.steady = None;
        }
    }

    /// Finds out what bound the transfer over the last while.
    fn explain(&mut self, transfer: &Transfer, now: Duration, most: u32) {
        let (since, (limited, writing)) = self.explained;
        let passed = now.saturating_sub(since);
        if passed < EXPLAINED_OVER {
            return;
        }
        let waited = transfer.meter.waited();
        let connections_time = passed.as_secs_f64() * self.at_work().max(1) as f64;
        let share = |now: Duration, before: Duration| (now - before).as_secs_f64() / connections_time;
        transfer.meter.set_bound(bound(Evidence {
            limited: share(waited.0, limited),
            writing: share(waited.1, writing),
            refused: self.ramp.was_refused(),
            more_would_help: self.ramp.would_grow_beyond(most),
        }));
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

    fn save(&mut self, transfer: &Transfer) {
        if self.syncs.is_empty() && self.wires.resource.size.is_some() {
            let (part, label) = (self.part.clone(), label_of(transfer, &self.wires.resource));
            let received = label.received_bytes();
            self.syncs.spawn_blocking(move || part.checkpoint(label).map(|()| received));
        }
    }

    /// What the end of one connection means for the others.
    async fn settle(
        &mut self,
        transfer: &Transfer,
        ended: Result<(Id, Ended), JoinError>,
    ) -> Result<(), Halt> {
        let (id, ended) = match ended {
            Ok((id, ended)) => (id, Some(ended)),
            Err(error) if error.is_cancelled() => (error.id(), None),
            Err(error) => {
                tracing::error!(id = %transfer.download.id, %error, "a connection's task failed");
                return Err(Failure::Internal.into());
            }
        };
        let Some(hand) = self.hands.remove(&id) else { return Ok(()) };
        self.wires.meter.segments().release(hand.pulse.key());
        self.steady = None;
        if let Some(delay) = hand.pulse.delay() {
            self.delay = (self.delay * 3 + delay) / 4;
        }
        match ended {
            Some(Ended { result: Ok(()), .. }) => {
                self.spare.extend(hand.pace.per_second());
                Ok(())
            }
            // What it failed to get is somebody else's already.
            None => Ok(()),
            Some(Ended { result: Err(_), .. }) if hand.overdue => Ok(()),
            Some(Ended { wrote, result: Err(stopped) }) => self.failed(transfer, wrote, stopped).await,
        }
    }

    async fn failed(&mut self, transfer: &Transfer, wrote: u64, stopped: Stopped) -> Result<(), Halt> {
        let others = u32::try_from(self.at_work()).unwrap_or(u32::MAX);
        match stopped {
            Stopped::RangesRefused => {
                self.ranges_refused = true;
                transfer.log(LogEntry::FewerConnections { connections: others.max(1) }).await;
                if others > 0 {
                    Ok(())
                } else {
                    Err(Failure::ConnectionLost { host: self.wires.source.host().to_owned() }.into())
                }
            }
            Stopped::Failed(failure) if !self.can_go_on_without(&failure, others, wrote) => {
                Err(failure.into())
            }
            Stopped::Failed(failure) => {
                transfer.log(LogEntry::ConnectionFailed { failure }).await;
                if wrote < WORTHWHILE {
                    self.ramp.refused(self.begun.elapsed(), others);
                    let connections = self.ramp.connections(others.max(1));
                    transfer.log(LogEntry::FewerConnections { connections }).await;
                }
                Ok(())
            }
        }
    }

    /// Whether one connection's failure is its own affair: others still bring bytes and it was cut or turned away, or it
    /// brought enough itself that the next will too.
    fn can_go_on_without(&self, failure: &Failure, others: u32, wrote: u64) -> bool {
        match failure.remedy() {
            Remedy::RetryLater => others > 0 || (wrote >= WORTHWHILE && self.ranges()),
            // While others bring bytes, an odd answer to one of them is that one's. But nothing can go on with another
            // file or without a disk.
            Remedy::WaitForNetwork | Remedy::AskUser | Remedy::GiveUp => {
                others > 0 && failure.is_of_one_answer()
            }
        }
    }
}
