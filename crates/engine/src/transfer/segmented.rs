//! Several connections for one file: who fetches what, what happens when one fails, and the checkpoints meanwhile.

use haul_core::host::Allowance;
use haul_core::segment::{MIN_SEGMENT, MIN_TAKEOVER, SegmentKey};
use haul_core::{Activity, Failure, LogEntry, Remedy};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::{JoinError, JoinSet};
use tokio::time::{Instant, Interval, MissedTickBehavior, interval};

use super::connection::{Ended, Stopped, Wires, fill, open_and_fill};
use super::finish::finish;
use super::label::Label;
use super::part_file::PartFile;
use super::start::{Job, Start, start};
use super::writer::Writer;
use super::{Halt, Report, Transfer};
use crate::files::blocking;
use crate::hosts::Permit;
use crate::protocol::{Answer, RangeSource};

/// At most so much of the line's work is lost in a power cut.
const CHECKPOINT_EVERY: Duration = Duration::from_secs(1);
/// How long fewer connections are used before one more is tried again.
const SECOND_CHANCE: Duration = Duration::from_secs(5);
/// A connection that brought less before it failed was refused rather than cut.
const WORTHWHILE: u64 = 64 << 10;

/// Gets the whole file from `range_source`.
///
/// # Errors
/// `Cancelled` or the failure that stopped it; what was received is in the part file's label then.
pub async fn fetch(transfer: &mut Transfer, range_source: Arc<dyn RangeSource>) -> Result<PathBuf, Halt> {
    transfer.meter.set_activity(Activity::Probing);
    let stop = transfer.stop.clone();
    let started = tokio::select! {
        biased;
        () = stop.cancelled() => return Err(Halt::Cancelled),
        started = start(transfer, &*range_source) => started?,
    };
    match started {
        Start::AlreadyThere(path) => Ok(path),
        Start::Go(job) => work(transfer, range_source, *job).await,
    }
}

async fn work(
    transfer: &mut Transfer,
    range_source: Arc<dyn RangeSource>,
    job: Job,
) -> Result<PathBuf, Halt> {
    transfer.meter.set_activity(Activity::Downloading);
    let (part, resource, stop) = (job.part.clone(), job.resource.clone(), transfer.stop.clone());
    let mut crew = Crew::new(transfer, range_source, &job);
    if let Some((key, answer, permit)) = job.first {
        crew.spawn_first(key, answer, permit);
    }
    let result = tokio::select! {
        biased;
        () = stop.cancelled() => Err(Halt::Cancelled),
        result = crew.run(transfer) => result,
    };
    crew.disband().await;
    transfer.whole |= crew.ranges_refused;
    transfer.meter.set_connections(0);
    if let Err(halt) = result {
        checkpoint(transfer, part, label_of(transfer, &resource)).await;
        return Err(with_missing(transfer, halt, resource.size));
    }
    finish(transfer, part, &resource).await
}

/// A full disk is told by how much is missing.
fn with_missing(transfer: &Transfer, halt: Halt, size: Option<u64>) -> Halt {
    let Halt::Failed(Failure::DiskFull { folder, missing: 0 }) = halt else { return halt };
    let left = size.map_or(1, |size| size.saturating_sub(transfer.meter.received()));
    let missing = left.saturating_sub(crate::free_space(&folder).unwrap_or(0)).max(1);
    Failure::DiskFull { folder, missing }.into()
}

/// The last checkpoint of an interrupted transfer. If it fails, the one before it stands.
async fn checkpoint(transfer: &Transfer, part: Arc<PartFile>, label: Label) {
    let received = label.received_bytes();
    match blocking(move || part.checkpoint(label)).await {
        Ok(()) => transfer.report(Report::Checkpoint { received }).await,
        Err(failure) => tracing::warn!(id = %transfer.download.id, %failure, "no last checkpoint"),
    }
}

/// What the part file may say of itself now. Taken before the sync: it can only be too little.
fn label_of(transfer: &Transfer, resource: &haul_core::Resource) -> Label {
    let resumable = resource.ranges && resource.validator.is_some();
    let received = if resumable { transfer.meter.segments().received_ranges() } else { Vec::new() };
    Label::new(&transfer.download.url, resource, &received)
}

/// The connections of one transfer.
struct Crew {
    wires: Arc<Wires>,
    range_source: Arc<dyn RangeSource>,
    part: Arc<PartFile>,
    connections: JoinSet<Ended>,
    /// At most one: the checkpoint under way and how many bytes it covers.
    syncs: JoinSet<Result<u64, Failure>>,
    allowance: Allowance,
    refused: Instant,
    ranges_refused: bool,
    /// A connection has done its work and is free for a little more.
    worked: bool,
}

impl Crew {
    fn new(transfer: &Transfer, range_source: Arc<dyn RangeSource>, job: &Job) -> Self {
        let wires = Wires {
            source: job.source.clone(),
            resource: job.resource.clone(),
            separate: job.first.as_ref().is_some_and(|(_, answer, _)| answer.shared),
            meter: transfer.meter.clone(),
            limiter: transfer.limiter.clone(),
            writer: Writer::new(job.part.clone()),
        };
        Self {
            wires: Arc::new(wires),
            range_source,
            part: job.part.clone(),
            connections: JoinSet::new(),
            syncs: JoinSet::new(),
            allowance: Allowance::of(haul_core::settings::MAX_CONNECTIONS),
            refused: Instant::now(),
            ranges_refused: false,
            worked: false,
        }
    }

    /// Returns when every byte is written.
    async fn run(&mut self, transfer: &Transfer) -> Result<(), Halt> {
        let mut tick = ticker();
        while !self.wires.meter.segments().is_whole() {
            self.hire(transfer);
            if self.connections.is_empty() {
                // Nobody works and nobody may: another download has all connections to this host.
                self.hire_when_allowed(transfer).await;
            }
            tokio::select! {
                Some(ended) = self.connections.join_next() => self.settle(transfer, ended).await?,
                Some(synced) = self.syncs.join_next() => {
                    let received = synced.unwrap_or(Err(Failure::Internal))?;
                    transfer.report(Report::Checkpoint { received }).await;
                }
                _ = tick.tick() => self.on_tick(transfer),
            }
            transfer.meter.set_connections(self.connections.len());
        }
        Ok(())
    }

    /// Opens connections as long as there is work and leave for more.
    fn hire(&mut self, transfer: &Transfer) {
        let most = if self.ranges() { self.allowance.connections(transfer.most_connections()) } else { 1 };
        while self.connections.len() < most as usize {
            let most_per_host = transfer.settings.borrow().connections_per_host;
            let Some(permit) = transfer.hosts.try_permit(&self.wires.source.host_and_port(), most_per_host)
            else {
                return;
            };
            if !self.spawn_further(permit) {
                return;
            }
        }
    }

    async fn hire_when_allowed(&mut self, transfer: &Transfer) {
        let most = transfer.settings.borrow().connections_per_host;
        let permit = transfer.hosts.permit(&self.wires.source.host_and_port(), most).await;
        self.spawn_further(permit);
    }

    /// Whether there was work for it.
    fn spawn_further(&mut self, permit: Permit) -> bool {
        let least = if self.worked { MIN_TAKEOVER } else { MIN_SEGMENT };
        let Some(key) = self.wires.meter.segments().take(least) else { return false };
        let (wires, range_source) = (self.wires.clone(), self.range_source.clone());
        self.connections.spawn(async move {
            let ended = open_and_fill(wires, range_source, key).await;
            drop(permit);
            ended
        });
        true
    }

    fn spawn_first(&mut self, key: SegmentKey, answer: Answer, permit: Permit) {
        let wires = self.wires.clone();
        self.connections.spawn(async move {
            let ended = fill(&wires, key, answer).await;
            drop(permit);
            ended
        });
    }

    fn ranges(&self) -> bool {
        self.wires.resource.ranges && !self.ranges_refused
    }

    /// What the end of one connection means for the others.
    async fn settle(&mut self, transfer: &Transfer, ended: Result<Ended, JoinError>) -> Result<(), Halt> {
        let Ended { key, wrote, result } = ended.map_err(|error| {
            tracing::error!(id = %transfer.download.id, %error, "a connection's task failed");
            Failure::Internal
        })?;
        self.wires.meter.segments().release(key);
        let others = u32::try_from(self.connections.len()).unwrap_or(u32::MAX);
        match result {
            Ok(()) => {
                self.worked = true;
                Ok(())
            }
            Err(Stopped::RangesRefused) => {
                self.ranges_refused = true;
                transfer.log(LogEntry::FewerConnections { connections: others.max(1) }).await;
                if others > 0 { Ok(()) } else { Err(Failure::ConnectionLost { host: self.host() }.into()) }
            }
            Err(Stopped::Failed(failure)) if !self.can_go_on_without(&failure, others, wrote) => {
                Err(failure.into())
            }
            Err(Stopped::Failed(failure)) => {
                transfer.log(LogEntry::ConnectionFailed { failure }).await;
                if wrote < WORTHWHILE {
                    self.refused = Instant::now();
                    self.allowance.refused(others);
                    transfer
                        .log(LogEntry::FewerConnections {
                            connections: self.allowance.connections(others.max(1)),
                        })
                        .await;
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
            Remedy::WaitForNetwork | Remedy::AskUser | Remedy::GiveUp => {
                let turned_away = matches!(
                    failure,
                    Failure::Forbidden { .. }
                        | Failure::Refused { .. }
                        | Failure::LoginNeeded { .. }
                        | Failure::NotFound { .. }
                );
                turned_away && others > 0
            }
        }
    }

    fn on_tick(&mut self, transfer: &Transfer) {
        if self.refused.elapsed() >= SECOND_CHANCE {
            self.refused = Instant::now();
            self.allowance.succeeded();
        }
        if self.syncs.is_empty() && self.wires.resource.size.is_some() {
            let (part, label) = (self.part.clone(), label_of(transfer, &self.wires.resource));
            let received = label.received_bytes();
            self.syncs.spawn_blocking(move || part.checkpoint(label).map(|()| received));
        }
    }

    /// Ends every task and waits for it: nothing writes to the file afterwards.
    async fn disband(&mut self) {
        self.connections.shutdown().await;
        self.wires.writer.settled().await;
        while self.syncs.join_next().await.is_some() {}
    }

    fn host(&self) -> String {
        self.wires.source.host().to_owned()
    }
}

fn ticker() -> Interval {
    let mut tick = interval(CHECKPOINT_EVERY);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // The first tick of an interval is at once: nothing is there to save yet.
    tick.reset();
    tick
}
