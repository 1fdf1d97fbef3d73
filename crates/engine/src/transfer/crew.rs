//! The connections of one transfer: how many there are, who fetches what, and what it means when one ends.

mod checking;
mod endings;
mod hiring;
mod judging;
mod proving;
mod saving;
mod sites;
mod vetting;

use haul_core::host::Ramp;
use haul_core::pace::Pace;
use haul_core::{Activity, Failure};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;
use tokio::task::{AbortHandle, Id, JoinSet};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::connection::{Ended, Wires};
use super::meter::HeldUp;
use super::part_file::PartFile;
use super::pulse::Pulse;
use super::segmented::ticker;
use super::site::Site;
use super::start::Job;
use super::writer::Writer;
use super::{Halt, Transfer};
use crate::clock::now;
use crate::files::joined;
use crate::protocol::RangeSource;
use checking::Damage;
use judging::Steady;
use saving::Checkpoint;
use sites::Known;

/// How often the connections are compared.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// The connections of one transfer.
pub struct Crew {
    wires: Arc<Wires>,
    /// Never empty: the last one stays, whatever it does.
    sites: Vec<Known>,
    /// Mirrors that were not looked at so far.
    unvetted: Vec<usize>,
    vetting: JoinSet<(usize, Result<Site, Failure>)>,
    /// Addresses that are not to be asked again.
    useless: Vec<(usize, Failure)>,
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
    explained: (Duration, HeldUp),
}

/// One connection as the crew sees it.
struct Hand {
    pulse: Arc<Pulse>,
    /// The index of the server that it asks.
    site: usize,
    pace: Pace,
    abort: AbortHandle,
    /// Silent, and what it still had to get was given to another. It may yet be the first to bring it.
    overdue: bool,
    /// Nobody else was at work when it began to ask: if it is refused, there is no other reason than itself.
    alone: bool,
}

impl Crew {
    /// Of the connections that fetch what `job` misses; the first is at work already if it has an answer.
    pub fn new(transfer: &Transfer, range_source: Arc<dyn RangeSource>, job: Job) -> Self {
        let wires = Wires {
            separate: transfer.asks_apart()
                || transfer.is_lone()
                || job.first.as_ref().is_some_and(|(_, answer, _)| answer.shared),
            ranges_refused: AtomicBool::new(false),
            meter: transfer.meter.clone(),
            hosts: transfer.hosts.clone(),
            writer: Writer::new(
                job.part.clone(),
                transfer.disks.disk(job.part.disk()),
                transfer.meter.writing.clone(),
            ),
            settings: transfer.settings.clone(),
            resource: job.resource.clone(),
            sample: transfer.sample.clone(),
        };
        let gives_only_shared = transfer.hosts.learned(&job.source.host_and_port()).gives_only_shared(now());
        let index = transfer.addresses.current();
        let limiter = transfer.limiter_at(&job.source);
        let site = Known::new(Site::new(index, job.source, job.resource, limiter, gives_only_shared));
        let first = site.site.clone();
        let mut crew = Self {
            wires: Arc::new(wires),
            sites: vec![site],
            unvetted: transfer.addresses.others().collect(),
            vetting: JoinSet::new(),
            useless: Vec::new(),
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
            crew.spawn_first(first, key, answer, permit);
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
                if self.is_proven(transfer).await? {
                    return Ok(());
                }
                continue;
            }
            let doing = if whole { Activity::Verifying { compared: None } } else { Activity::Downloading };
            transfer.meter.set_activity(doing);
            self.hire(transfer);
            if self.hands.is_empty() && !whole {
                // Nobody works and nobody may: another download has all connections to this host.
                self.hire_when_allowed(transfer).await;
            }
            transfer.meter.set_connections(self.at_work());
            tokio::select! {
                Some(ended) = self.connections.join_next_with_id() => self.settle(transfer, ended).await?,
                Some(synced) = self.syncs.join_next() => {
                    self.saved(transfer, joined(synced).await.flatten()).await?;
                    self.save_if_due(transfer);
                }
                Some(marked) = self.marks.join_next() => joined(marked).await.flatten()?,
                Some(checked) = self.checks.join_next() => self.checked(transfer, joined(checked).await?).await?,
                Some(vetted) = self.vetting.join_next() => {
                    let (index, vetted) = joined(vetted).await?;
                    self.vetted(transfer, index, vetted).await;
                }
                _ = look.tick() => {
                    self.look(transfer);
                    self.vet_if_due(transfer);
                }
                _ = save.tick() => self.save_if_due(transfer),
            }
        }
    }

    /// Ends every task and waits for it: nothing writes to the file afterwards.
    pub async fn disband(&mut self, transfer: &Transfer) {
        transfer.meter.set_at_work(HashMap::new());
        self.vetting.shutdown().await;
        self.connections.shutdown().await;
        self.wires.writer.settled().await;
        while self.syncs.join_next().await.is_some() {}
        while self.marks.join_next().await.is_some() {}
        self.stop_check.cancel();
        while self.checks.join_next().await.is_some() {}
        self.learn(transfer);
    }

    /// Addresses that are of no use any more, and why.
    pub fn useless(&mut self) -> Vec<(usize, Failure)> {
        std::mem::take(&mut self.useless)
    }

    /// Keeps what was found out about the host.
    fn learn(&self, transfer: &Transfer) {
        // Of several together it is not known which of them it was.
        let [Known { site, .. }] = &self.sites[..] else { return };
        let host = site.source.host_and_port();
        let known = transfer.hosts.learned(&host);
        let mut learned = known;
        if site.gives_only_shared() && !known.gives_only_shared(now()) {
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
}
