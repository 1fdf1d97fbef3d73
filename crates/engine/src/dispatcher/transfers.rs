//! Starting transfers in queue order, and what follows when one ends.

use haul_core::throughput::Throughput;
use haul_core::{Download, DownloadId, LogEntry, Outcome, Rest, StartOverReason};
use std::sync::Arc;
use tokio::sync::Notify;
use tokio::task::JoinError;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::{Dispatcher, now};
use crate::store::row_of;
use crate::transfer::Transfer;
use crate::transfer::limiter::{Bucket, Limiter};
use crate::transfer::meter::Meter;

/// The dispatcher's side of a running transfer.
pub struct Task {
    pub stop: CancellationToken,
    pub hurry: Arc<Notify>,
    pub meter: Arc<Meter>,
    pub limit: Arc<Bucket>,
    pub throughput: Throughput,
    pub begun: Instant,
}

impl Dispatcher {
    /// Fills free slots, strictly in queue order.
    pub(super) async fn start_next(&mut self) {
        loop {
            let slots = self.settings.borrow().downloads_at_once as usize;
            let Some(id) = self.queue.next(self.tasks.len(), slots) else { return };
            self.queue.set_waiting(id, false);
            self.start(id);
        }
    }

    fn start(&mut self, id: DownloadId) {
        let Some(entry) = self.entries.get_mut(&id) else { return };
        let url = haul_core::download::parse_url(&entry.download.url);
        let protocol = match url.and_then(|url| self.protocols.claim(&url)) {
            Ok(protocol) => protocol,
            // Only a list from another version can hold such an address.
            Err(failure) => return self.set_rest(id, Rest::Failed { failure }),
        };
        let task = Task {
            stop: self.root.child_token(),
            hurry: Arc::default(),
            meter: Arc::new(Meter::new(entry.download.received)),
            limit: Arc::new(Bucket::new(entry.download.options.limit)),
            throughput: Throughput::default(),
            begun: Instant::now(),
        };
        let start_over = std::mem::take(&mut entry.start_over);
        let transfer = Transfer {
            download: entry.download.clone(),
            start_over: start_over.then_some(StartOverReason::Asked),
            whole: false,
            always_anew: start_over,
            settings: self.settings.subscribe(),
            limiter: Limiter { own: task.limit.clone(), global: self.global_limit.clone() },
            hosts: self.hosts.clone(),
            claims: self.claims.clone(),
            network: self.network.clone(),
            meter: task.meter.clone(),
            reports: self.reports.clone(),
            stop: task.stop.clone(),
            hurry: task.hurry.clone(),
        };
        entry.task = Some(task);
        let handle = self.tasks.spawn(transfer.run(protocol));
        self.owners.insert(handle.id(), id);
        self.note_log(id, LogEntry::Started);
        self.changed.insert(id);
    }

    /// A transfer ended: its download rests somewhere now, and its slot is free.
    pub(super) async fn settle(&mut self, ended: Result<(tokio::task::Id, Outcome), JoinError>) {
        let (task, outcome) = match ended {
            Ok(ended) => ended,
            Err(error) => {
                tracing::error!(%error, "a transfer's task failed");
                (error.id(), Outcome::Failed(haul_core::Failure::Internal))
            }
        };
        let Some(id) = self.owners.remove(&task) else { return };
        // What it reported before it ended comes first.
        while let Ok((id, report)) = self.inbox_of_reports.try_recv() {
            self.note(id, report).await;
        }
        let Some(entry) = self.entries.get_mut(&id) else { return };
        let Some(task) = entry.task.take() else { return };
        entry.download.received = task.meter.received();
        let rest = Rest::after(outcome, entry.download.rest.clone());
        let mut download = Download { rest: rest.clone(), ..entry.download.clone() };
        match &rest {
            Rest::Completed { path } => self.completed(&mut download, path.clone(), task.begun),
            Rest::Failed { failure } => self.note_log(id, LogEntry::Failed { failure: failure.clone() }),
            Rest::Queued | Rest::Paused => {}
        }
        self.received.remove(&id);
        self.save(&download).await;
        self.write_notes().await;
        if rest.is_completed() {
            self.forget(id);
            self.completed += 1;
            self.changed_rows.push(row_of(&download));
        } else if let Some(entry) = self.entries.get_mut(&id) {
            entry.download = download;
            self.set_rest(id, rest);
        }
        self.transfer_ended(id).await;
    }

    fn completed(&mut self, download: &mut Download, path: std::path::PathBuf, begun: Instant) {
        download.name = path
            .file_name()
            .map_or_else(|| download.name.clone(), |name| name.to_string_lossy().into_owned());
        let size = std::fs::symlink_metadata(&path).map_or(download.received, |metadata| metadata.len());
        download.received = size;
        let mut resource = download.resource.take().unwrap_or_default();
        resource.size = Some(size);
        download.resource = Some(resource);
        download.part = None;
        download.finished = Some(now());
        let took_ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.note_log(download.id, LogEntry::Completed { size, took_ms });
    }

    /// Takes a download out of memory.
    pub(super) fn forget(&mut self, id: DownloadId) {
        self.entries.remove(&id);
        self.queue.remove(id);
        self.claims.release(id);
        self.changed.remove(&id);
    }
}
