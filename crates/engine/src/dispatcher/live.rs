//! What runs now, as readers of the list lay it over the rows of the store.

use haul_core::{DownloadId, DownloadRow, Progress, SegmentRow, Status};
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::transfer::meter::Meter;

/// Progress of every running download, as of the last tick.
#[derive(Debug, Default)]
pub struct Live {
    pub(super) running: BTreeMap<DownloadId, (Progress, Arc<Meter>)>,
}

impl Live {
    pub fn ids(&self) -> Vec<DownloadId> {
        self.running.keys().copied().collect()
    }

    /// Makes `row` say what its transfer does, if there is one and nobody wishes it stopped.
    pub fn lay_over(&self, row: &mut DownloadRow) {
        if let (Some((progress, _)), Status::Queued) = (self.running.get(&row.id), &row.status) {
            lay_over(row, progress);
        }
    }

    pub fn lay_segments_over(&self, id: DownloadId, segments: &mut Vec<SegmentRow>) {
        if let Some((_, meter)) = self.running.get(&id) {
            *segments = meter.segment_rows();
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
