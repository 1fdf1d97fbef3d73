//! The one owner of the list: who waits, who runs, who rests where, and what the user last wished.
//!
//! Everybody else sends a message. The loop only routes: none of its arms waits for the network or a download's file.

mod adding;
mod commands;
mod live;
mod open;
mod removal;
mod report;
mod telling;
mod transfers;

use haul_core::queue::Queue;
use haul_core::{
    Counts, Download, DownloadId, DownloadRow, Event, LogEntry, Notice, Outcome, Settings, Timestamp,
};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::sync::{broadcast, mpsc, oneshot, watch};
use tokio::task::JoinSet;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use crate::EngineError;
use crate::hosts::Hosts;
use crate::network::Network;
use crate::protocol::Protocols;
use crate::store::Store;
use crate::transfer::Report;
use crate::transfer::claims::Claims;
use crate::transfer::limiter::Bucket;

pub use commands::Command;
pub use live::Live;
pub use open::open;
use removal::Removals;
use transfers::Task;

/// How often progress is told while anything runs.
const TICK: Duration = Duration::from_millis(250);
/// Rows that one event carries at most; beyond it a listener asks for the view anew.
const MOST_ROWS: usize = 100;

/// What the handle shares with the dispatcher.
pub struct Wiring {
    pub store: Store,
    pub live: watch::Receiver<Arc<Live>>,
    pub settings: watch::Receiver<Arc<Settings>>,
    pub events: broadcast::Sender<Event>,
    pub protocols: Arc<Protocols>,
}

/// An unfinished download and the task that works on it.
struct Entry {
    download: Download,
    task: Option<Task>,
    /// Its next start throws away what is there.
    start_over: bool,
}

pub struct Dispatcher {
    entries: HashMap<DownloadId, Entry>,
    queue: Queue,
    /// Completed downloads; they are in the store only.
    completed: u32,
    tasks: JoinSet<Outcome>,
    /// A panicked task tells only its own id.
    owners: HashMap<tokio::task::Id, DownloadId>,
    removals: Removals,
    store: Store,
    protocols: Arc<Protocols>,
    hosts: Hosts,
    claims: Claims,
    network: Network,
    global_limit: Arc<Bucket>,
    settings: watch::Sender<Arc<Settings>>,
    live: watch::Sender<Arc<Live>>,
    events: broadcast::Sender<Event>,
    notices: Vec<Notice>,
    reports: mpsc::Sender<(DownloadId, Report)>,
    inbox_of_reports: mpsc::Receiver<(DownloadId, Report)>,
    /// Rows to tell of at the end of this turn.
    changed: BTreeSet<DownloadId>,
    changed_rows: Vec<DownloadRow>,
    /// What is written to the store at the next tick.
    log: Vec<(DownloadId, Timestamp, LogEntry)>,
    received: HashMap<DownloadId, u64>,
    /// What the store did not take: tried again until it does.
    unsaved: HashMap<DownloadId, Download>,
    save_again: Instant,
    root: CancellationToken,
}

impl Dispatcher {
    /// Runs until `shutdown` or until the last handle is dropped, then waits for every transfer.
    pub async fn run(mut self, mut commands: mpsc::Receiver<Command>) {
        let mut tick = ticker();
        let mut done: Option<oneshot::Sender<()>> = None;
        loop {
            self.start_next().await;
            self.tell_changes();
            tokio::select! {
                command = commands.recv() => match command {
                    Some(Command::Shutdown { reply }) => {
                        done = Some(reply);
                        break;
                    }
                    Some(command) => self.obey(command).await,
                    None => break,
                },
                Some((id, report)) = self.inbox_of_reports.recv() => self.note(id, report).await,
                Some(ended) = self.tasks.join_next_with_id() => self.settle(ended).await,
                Some(fate) = self.removals.next(), if !self.removals.is_idle() => self.removed(fate).await,
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
        !(self.tasks.is_empty() && self.log.is_empty() && self.received.is_empty() && self.unsaved.is_empty())
    }

    async fn on_tick(&mut self) {
        self.publish_progress();
        self.write_notes().await;
    }

    /// Every transfer saves its checkpoint and ends.
    async fn stop_all(&mut self) {
        self.root.cancel();
        while !self.tasks.is_empty() {
            tokio::select! {
                Some((id, report)) = self.inbox_of_reports.recv() => self.note(id, report).await,
                Some(ended) = self.tasks.join_next_with_id() => self.settle(ended).await,
            }
        }
        while let Ok((id, report)) = self.inbox_of_reports.try_recv() {
            self.note(id, report).await;
        }
        self.save_again = Instant::now();
        self.write_notes().await;
        self.tell_changes();
        self.finish_removals().await;
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

    fn counts(&self) -> Counts {
        let mut counts = Counts { completed: self.completed, ..Counts::default() };
        for entry in self.entries.values() {
            match (&entry.download.rest, &entry.task) {
                (haul_core::Rest::Queued, Some(_)) => counts.running += 1,
                (haul_core::Rest::Queued, None) => counts.queued += 1,
                (haul_core::Rest::Paused, _) => counts.paused += 1,
                (haul_core::Rest::Failed { .. }, _) => counts.failed += 1,
                (haul_core::Rest::Completed { .. }, _) => counts.completed += 1,
            }
        }
        counts.all = counts.completed + counts.running + counts.queued + counts.paused + counts.failed;
        counts
    }
}

type Reply<T = ()> = oneshot::Sender<Result<T, EngineError>>;

fn ticker() -> Interval {
    let mut tick = interval(TICK);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    tick
}

fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
