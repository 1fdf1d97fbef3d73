//! The connections of one transfer: how many there are, who fetches what, and what it means when one ends.

mod checking;
mod endings;
mod judging;
mod saving;

use haul_core::host::Ramp;
use haul_core::pace::Pace;
use haul_core::segment::SegmentKey;
use haul_core::takeover::{self, AtWork, Free};
use haul_core::{Activity, Failure};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::task::{AbortHandle, Id, JoinSet};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::connection::{Ended, Wires, fill, open_and_fill};
use super::part_file::PartFile;
use super::pulse::Pulse;
use super::segmented::ticker;
use super::start::Job;
use super::writer::Writer;
use super::{Halt, Transfer};
use crate::clock::now;
use crate::hosts::Permit;
use crate::protocol::{Answer, Over, RangeSource, Source};
use checking::Damage;
use judging::Steady;
use saving::Checkpoint;

/// How often the connections are compared.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// The connections of one transfer.
pub struct Crew {
    wires: Arc<Wires>,
    range_source: Arc<dyn RangeSource>,
    part: Arc<PartFile>,
    connections: JoinSet<Ended>,
    hands: HashMap<Id, Hand>,
    /// At most one: the checkpoint under way.
    syncs: JoinSet<Result<Checkpoint, Failure>>,
    /// At most one: the mark under way. And what was there when the last was begun.
    marks: JoinSet<Result<(), Failure>>,
    marked: u64,
    /// At most one: whether the disk still holds what earlier transfers wrote.
    checks: JoinSet<Option<Damage>>,
    stop_check: CancellationToken,
    is_checked: bool,
    saved: Checkpoint,
    ramp: Ramp,
    steady: Option<Steady>,
    /// Bytes that came over connections that have ended.
    gone: u64,
    /// Throughput of connections that have done their work and wait, open, for more.
    spare: Vec<f64>,
    /// Until the first byte of an answer, as of late.
    delay: Duration,
    /// Most bytes a second over one judged while.
    peak: f64,
    begun: Instant,
    /// When it was last told what binds it, and what had been waited for by then.
    explained: (Duration, (Duration, Duration)),
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
            separate: transfer.asks_apart()
                || transfer.is_lone()
                || job.first.as_ref().is_some_and(|(_, answer, _)| answer.shared),
            only_shared: AtomicBool::new(
                transfer.hosts.learned(&job.source.host_and_port()).gives_only_shared(now()),
            ),
            ranges_refused: AtomicBool::new(false),
            meter: transfer.meter.clone(),
            hosts: transfer.hosts.clone(),
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
            marks: JoinSet::new(),
            marked: transfer.meter.received(),
            checks: JoinSet::new(),
            stop_check: CancellationToken::new(),
            is_checked: transfer.is_checked,
            saved: Checkpoint::at_start(transfer.meter.received()),
            ramp: job.ramp,
            steady: None,
            gone: 0,
            spare: Vec::new(),
            delay: job.delay,
            peak: 0.0,
            begun: Instant::now(),
            explained: (Duration::ZERO, transfer.meter.waited()),
        };
        if !transfer.is_checked {
            crew.check_what_is_there();
        }
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
        let (mut look, mut save) = (ticker(LOOK_EVERY), ticker(saving::MARK_EVERY));
        loop {
            let whole = self.wires.meter.segments().is_whole();
            if whole && self.checks.is_empty() {
                return Ok(());
            }
            transfer.meter.set_activity(if whole { Activity::Verifying } else { Activity::Downloading });
            self.hire(transfer);
            if self.hands.is_empty() && !whole {
                // Nobody works and nobody may: another download has all connections to this host.
                self.hire_when_allowed(transfer).await;
            }
            transfer.meter.set_connections(self.at_work());
            tokio::select! {
                Some(ended) = self.connections.join_next_with_id() => self.settle(transfer, ended).await?,
                Some(synced) = self.syncs.join_next() => {
                    self.saved(transfer, synced.unwrap_or(Err(Failure::Internal))).await?;
                    self.save_if_due(transfer);
                }
                Some(marked) = self.marks.join_next() => marked.unwrap_or(Err(Failure::Internal))?,
                Some(checked) = self.checks.join_next() => self.checked(transfer, checked.ok().flatten()).await?,
                _ = look.tick() => self.look(transfer),
                _ = save.tick() => self.save_if_due(transfer),
            }
        }
    }

    /// Ends every task and waits for it: nothing writes to the file afterwards.
    pub async fn disband(&mut self, transfer: &Transfer) {
        self.connections.shutdown().await;
        self.wires.writer.settled().await;
        while self.syncs.join_next().await.is_some() {}
        while self.marks.join_next().await.is_some() {}
        self.stop_check.cancel();
        while self.checks.join_next().await.is_some() {}
        self.learn(transfer);
    }

    /// Keeps what was found out about the host.
    fn learn(&self, transfer: &Transfer) {
        let host = self.wires.source.host_and_port();
        let known = transfer.hosts.learned(&host);
        let mut learned = known;
        if self.wires.only_shared.load(Ordering::Relaxed) && !known.gives_only_shared(now()) {
            learned.only_shared_at = now();
        }
        // Under a limit nothing shows what more would have brought.
        if let Some(connections) = self.ramp.found()
            && self.wires.resource.ranges
            && !transfer.limiter.is_limited()
        {
            learned.connections = connections;
            learned.refuses = self.ramp.was_refused();
            learned.ranges = Some(self.wires.ranges());
            learned.throughput = self.peak as u64;
        } else if learned == known {
            return;
        }
        transfer.hosts.learn(&host, learned);
    }

    /// Connections that are at work or about to be.
    fn at_work(&self) -> usize {
        self.hands.values().filter(|hand| !hand.overdue).count()
    }

    /// Opens connections as long as there is work and leave for more.
    fn hire(&mut self, transfer: &Transfer) {
        let most = if self.wires.ranges() { self.ramp.connections(transfer.most_connections()) } else { 1 };
        while self.at_work() < most as usize {
            let Some(permit) = transfer.try_permit(&self.wires.source) else {
                // A silent connection holds a place that a lively one could have.
                if let Some(hand) = self.hands.values().find(|hand| hand.overdue) {
                    hand.abort.abort();
                }
                return;
            };
            let Some(key) = self.next_work() else { return };
            self.spawn_further(transfer, key, permit);
        }
    }

    async fn hire_when_allowed(&mut self, transfer: &Transfer) {
        let permit = transfer.permit(&self.wires.source).await;
        if let Some(key) = self.next_work() {
            self.spawn_further(transfer, key, permit);
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

    fn spawn_further(&mut self, transfer: &Transfer, key: SegmentKey, permit: Permit) {
        let pulse = Arc::new(Pulse::asking(key));
        let over = if self.wires.is_separate() { Over::Own } else { transfer.shared(&permit) };
        let (wires, range_source) = (self.wires.clone(), self.range_source.clone());
        let abort = self.connections.spawn({
            let pulse = pulse.clone();
            async move {
                let ended = open_and_fill(wires, range_source, pulse, over).await;
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
    }
}
