//! What runs now, as readers of the list lay it over the rows of the store.

use haul_core::{
    Check, Download, DownloadId, DownloadRow, Gate, Progress, QueueId, SegmentRow, SortKey, Status,
    Timestamp, Waiting,
};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::list::AT_ONCE;
use super::options::AllSecrets;
use crate::store::row_of;
use crate::transfer::meter::Meter;

/// Every running download as of the last tick or change. Its row is written down a little later.
#[derive(Debug, Default)]
pub struct Live {
    pub(super) running: BTreeMap<DownloadId, Running>,
    pub(super) lines: Lines,
    /// What is known of finished files.
    pub(super) checks: Arc<HashMap<DownloadId, Check>>,
    pub(super) secrets: AllSecrets,
}

/// Who waits, and for what.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// What all wait for that were not started by hand.
    pub wanting: Option<Waiting>,
    /// Who has a time of their own that is later than this waits for it.
    pub now: Timestamp,
    pub queues: HashMap<QueueId, LineNow>,
    pub overall: Slots,
}

#[derive(Debug)]
pub(super) struct LineNow {
    pub gate: Gate,
    pub slots: Slots,
    /// The positions of those that wait for their turn, in order.
    pub waiting: Arc<[i64]>,
    /// Seconds that those have left which run, the fewest first.
    pub etas: Vec<u32>,
}

#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Slots {
    pub taken: u32,
    pub all: u32,
}

#[derive(Debug)]
pub(super) struct Running {
    pub download: Arc<Download>,
    pub progress: Progress,
    pub meter: Arc<Meter>,
}

impl Live {
    /// What runs, in ascending order by `key` if only what runs has that.
    pub fn ids(&self, key: SortKey) -> Vec<DownloadId> {
        let mut running: Vec<&Progress> = self.running.values().map(|running| &running.progress).collect();
        match key {
            SortKey::Throughput => running.sort_by_key(|progress| progress.throughput),
            SortKey::Eta => running.sort_by_key(|progress| progress.eta_secs.unwrap_or(u32::MAX)),
            SortKey::Connections => running.sort_by_key(|progress| progress.connections),
            SortKey::Queue
            | SortKey::Name
            | SortKey::Size
            | SortKey::Received
            | SortKey::Progress
            | SortKey::Status
            | SortKey::Host
            | SortKey::Folder
            | SortKey::Created
            | SortKey::Finished
            | SortKey::Kind
            | SortKey::QueueName
            | SortKey::Tags => {}
        }
        running.into_iter().map(|progress| progress.id).collect()
    }

    /// Makes `row` say what its transfer knows and does, if there is one and nobody wishes it stopped.
    pub fn lay_over(&self, row: &mut DownloadRow) {
        if let (Some(running), Status::Queued) = (self.running.get(&row.id), &row.status) {
            *row = row_of(&running.download);
            lay_over(row, &running.progress);
        }
        row.waiting = self.waiting(row);
        row.check = self.checks.get(&row.id).filter(|check| is_shown(check, &row.status)).cloned();
    }

    /// What a download waits for that is queued and does not run.
    pub(super) fn waiting(&self, row: &DownloadRow) -> Option<Waiting> {
        if row.status != Status::Queued {
            return None;
        }
        let wanting = self.lines.wanting;
        if let Some(at) = row.starts {
            let time = Waiting::Time { at };
            return match at {
                AT_ONCE => None,
                at if at > self.lines.now => Some(time),
                _ => Some(wanting.unwrap_or(time)),
            };
        }
        let line = self.lines.queues.get(&row.queue)?;
        match line.gate {
            Gate::Paused => Some(Waiting::Queue),
            Gate::Closed { opens: Some(at) } => Some(Waiting::Time { at }),
            Gate::Closed { opens: None } => Some(Waiting::Hours),
            Gate::Open { .. } => Some(wanting.unwrap_or_else(|| self.turn(line, row.position))),
        }
    }

    fn turn(&self, line: &LineNow, position: i64) -> Waiting {
        let before = line.waiting.partition_point(|other| *other < position);
        let overall = line.slots.taken < line.slots.all;
        let slots = if overall { self.lines.overall } else { line.slots };
        // Those who are free first take the first that wait; whoever comes after them waits longer than can be told.
        let in_secs = line.etas.get(before).copied().filter(|_| !overall);
        let place = u32::try_from(before + 1).unwrap_or(u32::MAX);
        Waiting::Turn { place, running: slots.taken, at_once: slots.all, overall, in_secs }
    }

    /// Makes `download`, as the store has it, say what is not written down.
    pub fn lay_secrets_over(&self, download: &mut Download) {
        if let Some(secrets) = self.secrets.get(&download.id) {
            secrets.lay_over(download);
        }
    }

    /// A running download as its transfer knows it.
    pub fn download(&self, id: DownloadId) -> Option<&Download> {
        self.running.get(&id).map(|running| running.download.as_ref())
    }

    pub fn lay_segments_over(&self, id: DownloadId, segments: &mut Vec<SegmentRow>) {
        if let Some(running) = self.running.get(&id) {
            *segments = running.meter.segment_rows();
        }
    }
}

/// What was found of a finished file is nothing to say of one that is fetched again.
pub fn is_shown(check: &Check, status: &Status) -> bool {
    matches!(check, Check::Moving { .. }) || matches!(status, Status::Completed { .. })
}

/// Makes `row` say what `progress` says.
pub fn lay_over(row: &mut DownloadRow, progress: &Progress) {
    row.status = Status::Running { activity: progress.activity.clone() };
    row.received = progress.received;
    row.throughput = progress.throughput;
    row.eta_secs = progress.eta_secs;
    row.connections = progress.connections;
    row.bound = progress.bound;
}
