//! What runs now, as readers of the list lay it over the rows of the store.

use haul_core::{Check, Download, DownloadId, DownloadRow, Progress, SegmentRow, SortKey, Status};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::store::row_of;
use crate::transfer::meter::Meter;

/// Every running download as of the last tick or change. Its row is written down a little later.
#[derive(Debug, Default)]
pub struct Live {
    pub(super) running: BTreeMap<DownloadId, Running>,
    /// What is known of finished files.
    pub(super) checks: Arc<HashMap<DownloadId, Check>>,
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
            | SortKey::Finished => {}
        }
        running.into_iter().map(|progress| progress.id).collect()
    }

    /// Makes `row` say what its transfer knows and does, if there is one and nobody wishes it stopped.
    pub fn lay_over(&self, row: &mut DownloadRow) {
        if let (Some(running), Status::Queued) = (self.running.get(&row.id), &row.status) {
            *row = row_of(&running.download);
            lay_over(row, &running.progress);
        }
        if let Status::Completed { .. } = row.status {
            row.check = self.checks.get(&row.id).cloned();
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

/// Makes `row` say what `progress` says.
pub fn lay_over(row: &mut DownloadRow, progress: &Progress) {
    row.status = Status::Running { activity: progress.activity.clone() };
    row.received = progress.received;
    row.throughput = progress.throughput;
    row.eta_secs = progress.eta_secs;
    row.connections = progress.connections;
    row.bound = progress.bound;
}
