//! The one owner of the list: who waits, who runs, who rests where, and what the user last wished.
//!
//! Everybody else sends a message. The loop only routes: none of its arms waits for the network or a download's file.

mod adding;
mod arranging;
mod checks;
mod commands;
mod counting;
mod duplicates;
mod editing;
mod histories;
mod list;
mod live;
mod missing;
mod observing;
mod open;
mod options;
mod overwriting;
mod queues;
mod reading;
mod relocating;
mod removal;
mod renewal;
mod report;
mod restoring;
mod room;
mod settling;
mod sorting;
mod surroundings;
mod telling;
mod timing;
mod transfers;
mod trusting;
mod yielding;

use haul_core::rules::Sorter;
use haul_core::{
    Download, DownloadId, DownloadRow, Event, Notice, Outcome, QueueId, Settings, Surroundings, Timestamp,
};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{broadcast, mpsc, oneshot, watch};
use tokio::task::JoinSet;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval, sleep_until, timeout};
use tokio_util::sync::CancellationToken;

use crate::EngineError;
use crate::clock::{Clock, Look};
use crate::disks::Disks;
use crate::hosts::Hosts;
use crate::network::Network;
use crate::protocol::{Pin, Protocols};
use crate::store::{Durability, KeptHashes, KnownHost, Line, Store};
use crate::transfer::claims::Claims;
use crate::transfer::limiter::{Bucket, HostLimits};
use crate::transfer::lists::Lists;
use crate::transfer::publisher::Publisher;
use crate::transfer::start::Looks;
use crate::transfer::{Answered, Report, Way};

use checks::Checks;
pub use commands::Command;
use counting::Counting;
pub use editing::kind_of;
use histories::Histories;
use list::{Entry, List};
pub use live::Live;
use observing::Observer;
pub use open::open;
use options::AllSecrets;
use queues::Queues;
use relocating::Relocations;
use removal::Removals;
use restoring::Restorations;
use room::Room;
use settling::Settled;
use transfers::Work;
use yielding::Yielding;

/// How often progress is told while anything runs.
const TICK: Duration = Duration::from_millis(250);
/// How often changed rows are told at most while any are at work, unless somebody asked for the change: many small files are
/// one event and not one each.
const TOLD_EVERY: Duration = Duration::from_millis(15);

/// How long a disk that does not answer may hold up the end: what is on its way to it is then left as in a crash. Less than those
/// wait who end the engine, so that the list is closed in order.
const GRACE: Duration = Duration::from_secs(3);

/// What the handle shares with the dispatcher.
pub struct Wiring {
    pub store: Store,
    pub live: watch::Receiver<Arc<Live>>,
    pub settings: watch::Receiver<Arc<Settings>>,
    pub events: broadcast::Sender<Event>,
    pub protocols: Arc<Protocols>,
    pub clock: Clock,
}

pub struct Dispatcher {
    list: List,
    queues: Queues,
    clock: Clock,
    /// The last look at it.
    looked: Look,
    /// When it decides something next.
    look_next: Option<Timestamp>,
    /// Queues of which the last download has ended, to be told of.
    ended: Vec<QueueId>,
    /// Where those wait that wait for their turn, by queue.
    lines: HashMap<QueueId, Arc<[i64]>>,
    /// Those that are at work.
    works: BTreeMap<DownloadId, Work>,
    /// What the store does not keep.
    secrets: AllSecrets,
    /// What a person accepted by hand, of those that have not ended since.
    trusted: HashMap<DownloadId, Vec<Pin>>,
    /// Those that start soon, read from the store in one go.
    ahead: HashMap<DownloadId, Arc<Download>>,
    tasks: JoinSet<Outcome>,
    observer: Observer,
    yielding: Yielding,
    histories: Histories,
    /// A panicked task tells only its own id.
    owners: HashMap<tokio::task::Id, DownloadId>,
    removals: Removals,
    restorations: Restorations,
    relocations: Relocations,
    checks: Checks,
    room: Room,
    counting: Counting,
    store: Store,
    protocols: Arc<Protocols>,
    hosts: Hosts,
    claims: Claims,
    disks: Disks,
    looks: Looks,
    publisher: Publisher,
    lists: Lists,
    network: Network,
    surroundings: watch::Receiver<Surroundings>,
    global_limit: Arc<Bucket>,
    host_limits: HostLimits,
    settings: watch::Sender<Arc<Settings>>,
    /// The kinds and rules in the settings, ready to be asked.
    sorter: Arc<Sorter>,
    /// Transfers that wait to be told where their files go.
    answered: Vec<(DownloadId, Answered)>,
    /// Transfers that want the name of a file that is there.
    ways: Vec<(DownloadId, Way)>,
    live: watch::Sender<Arc<Live>>,
    events: broadcast::Sender<Event>,
    notices: Vec<Notice>,
    reports: mpsc::Sender<(DownloadId, Report)>,
    inbox_of_reports: mpsc::Receiver<(DownloadId, Report)>,
    /// Rows to tell of at the end of this turn: unfinished ones by name, completed ones as they are.
    changed: BTreeSet<DownloadId>,
    completed_rows: BTreeMap<DownloadId, DownloadRow>,
    /// Those of both whose work ended since they were told last.
    worked: BTreeSet<DownloadId>,
    /// Not before that.
    tell_next: Instant,
    /// Transfers that ended: told of once that is written down, all in one commit.
    settled: Settled,
    /// What is written to the store at the next tick: what is new of downloads at work, of their logs, and how far they
    /// came.
    dirty: HashSet<DownloadId>,
    log: Vec<Line>,
    received: HashMap<DownloadId, u64>,
    learned: Vec<KnownHost>,
    hashes: Vec<KeptHashes>,
    /// What ended and is not written down. What the store refuses is tried again until it is taken.
    unsaved: HashMap<DownloadId, Arc<Download>>,
    save_again: Instant,
    root: CancellationToken,
}

impl Dispatcher {
    /// Runs until `shutdown` or until the last handle is dropped, then waits for every transfer.
    pub async fn run(mut self, mut commands: mpsc::Receiver<Command>) {
        let mut tick = ticker();
        let mut done: Option<oneshot::Sender<()>> = None;
        loop {
            self.sort_answered().await;
            self.clear_ways().await;
            self.start_next().await;
            if self.counting.is_due {
                self.forget_old().await;
            }
            let look = self.next_look();
            self.commit_if_due().await;
            self.tell_changes_if_due().await;
            let purge_at = self.restorations.purge_at();
            tokio::select! {
                command = commands.recv() => match command {
                    Some(Command::Shutdown { reply }) => {
                        done = Some(reply);
                        break;
                    }
                    Some(command) => {
                        self.obey(command).await;
                        self.tell_next = Instant::now();
                    }
                    None => break,
                },
                Some((id, report)) = self.inbox_of_reports.recv() => {
                    self.note(id, report);
                    self.note_reports();
                }
                Some(ended) = self.tasks.join_next_with_id() => self.settle_all(ended),
                Some(fates) = self.removals.next(), if !self.removals.is_idle() => self.removed(fates).await,
                Some(happened) = self.restorations.next(), if !self.restorations.is_idle() => self.happened(happened).await,
                // Whoever else wants something has their turn between any two of these.
                () = std::future::ready(()), if self.removals.is_due() => self.remove_some().await,
                () = std::future::ready(()), if self.restorations.is_due() => self.restore_some().await,
                () = at(purge_at) => self.purge(),
                Some(step) = self.relocations.next(), if !self.relocations.is_idle() => self.relocation_went_on(step).await,
                Some(checked) = self.checks.next(), if !self.checks.is_idle() => self.checked(checked).await,
                () = at(self.room.look_at()) => self.look_for_room(),
                Some(disk) = self.room.next(), if self.room.is_looking() => self.give_room(disk).await,
                Some(measured) = self.yielding.next(), if self.yielding.is_asking() => self.heed_others(measured),
                () = sleep_until(self.settled.due()), if !self.settled.is_empty() => {}
                () = sleep_until(self.tell_next), if self.has_changes() => {}
                Ok(()) = self.surroundings.changed() => self.heed_surroundings(),
                () = self.clock.until(look, &self.looked) => self.look_at_clock().await,
                _ = tick.tick(), if self.is_busy() => self.on_tick().await,
            }
        }
        commands.close();
        self.stop_all().await;
        if let Some(done) = done {
            // Whoever asked may have stopped waiting.
            done.send(()).unwrap_or_default();
        }
    }

    /// Whether time matters: nothing wakes up while nothing runs.
    fn is_busy(&self) -> bool {
        !self.works.is_empty()
            || !self.checks.is_idle()
            || !self.relocations.is_idle()
            || self.has_notes()
            || self.next_to_start().is_some()
    }

    async fn on_tick(&mut self) {
        self.look_after_others();
        self.publish_progress();
        self.count_traffic();
        self.tell_checks();
        self.tell_relocations().await;
        self.write_notes(Durability::Quick).await;
    }

    /// Every transfer saves its checkpoint and ends, unless its disk does not answer.
    async fn stop_all(&mut self) {
        self.root.cancel();
        let deadline = Instant::now() + GRACE;
        while !self.tasks.is_empty() {
            tokio::select! {
                Some((id, report)) = self.inbox_of_reports.recv() => self.note(id, report),
                Some(ended) = self.tasks.join_next_with_id() => self.settle_all(ended),
                () = sleep_until(deadline) => {
                    tracing::warn!(count = self.tasks.len(), "a disk does not answer: its transfers end as they are");
                    self.tasks.abort_all();
                    break;
                }
            }
        }
        if timeout(GRACE, self.checks.finish()).await.is_err() {
            tracing::warn!("a disk does not answer: what was read again says nothing");
        }
        self.note_reports();
        self.save_again = Instant::now();
        self.commit_settled().await;
        self.finish_relocations().await;
        self.write_notes(Durability::Lasting).await;
        self.tell_changes().await;
        self.finish_removals().await;
        if timeout(GRACE, self.finish_restorations()).await.is_err() {
            tracing::warn!("a disk does not answer: what was to come back stays in the trash");
        }
        self.store.close().await;
    }

    /// Says what a failing store means, once until it works again; true if `result` is good.
    fn check_store<T>(&mut self, result: sqlx::Result<T>) -> Option<T> {
        let is_failing = |notice: &Notice| matches!(notice, Notice::StoreFailing { .. });
        match result {
            Ok(value) => {
                self.notices.retain(|notice| !is_failing(notice));
                Some(value)
            }
            Err(error) => {
                tracing::error!(%error, "the list cannot be written");
                if !self.notices.iter().any(is_failing) {
                    self.notice(Notice::StoreFailing { reason: error.to_string() });
                }
                None
            }
        }
    }
}

type Reply<T = ()> = oneshot::Sender<Result<T, EngineError>>;

/// Never, if there is no such time.
async fn at(time: Option<Instant>) {
    match time {
        Some(time) => sleep_until(time).await,
        None => std::future::pending().await,
    }
}

fn ticker() -> Interval {
    let mut tick = interval(TICK);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    tick
}
