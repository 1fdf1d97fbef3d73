//! What follows when a transfer ends: its slot is free at once, and where its download rests is told once it is written down.

use haul_core::{Caution, Download, DownloadId, LogEntry, Outcome, Rest, Resting, filename};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinError;
use tokio::time::Instant;

use super::Dispatcher;
use super::editing::kind_of;
use crate::clock::now;
use crate::store::{Durability, KeptHashes};

/// How long ended transfers gather before they are written down: a commit costs the same for one and for many.
const GATHER: Duration = Duration::from_millis(50);

/// Downloads as they are after their transfers ended.
#[derive(Default)]
pub struct Settled {
    downloads: Vec<Download>,
    since: Option<Instant>,
}

impl Settled {
    pub fn is_empty(&self) -> bool {
        self.downloads.is_empty()
    }

    /// When they must be written down at the latest.
    pub fn due(&self) -> Instant {
        self.since.map_or_else(Instant::now, |since| since + GATHER)
    }

    fn push(&mut self, download: Download) {
        self.since.get_or_insert_with(Instant::now);
        self.downloads.push(download);
    }
}

impl Dispatcher {
    /// All that ended by now: their slots are free at once.
    pub(super) fn settle_all(&mut self, first: Result<(tokio::task::Id, Outcome), JoinError>) {
        // What they reported before they ended comes first.
        self.note_reports();
        self.settle(first);
        while let Some(ended) = self.tasks.try_join_next_with_id() {
            self.note_reports();
            self.settle(ended);
        }
    }

    /// A transfer ended: its slot is free. Where its download rests is told once it is written down.
    fn settle(&mut self, ended: Result<(tokio::task::Id, Outcome), JoinError>) {
        let (task, outcome) = match ended {
            Ok(ended) => ended,
            Err(error) if error.is_panic() => {
                tracing::error!(%error, "a transfer's task failed");
                (error.id(), Outcome::Failed(haul_core::Failure::Internal))
            }
            // It ended with the runtime, and goes on at the next start.
            Err(error) => (error.id(), Outcome::Cancelled),
        };
        let Some(id) = self.owners.remove(&task) else { return };
        self.list.change(id, |entry| entry.has_slot = false);
        let Some(work) = self.works.get(&id) else { return };
        let (begun, resource) = (work.task.begun, work.task.meter.take_resource());
        let hashes = work.task.meter.take_hashes();
        let renewed = work.renewed;
        let mut download = work.download.as_ref().clone();
        download.received = work.task.meter.received();
        if let Some(resource) = resource {
            self.note_log(id, LogEntry::probed(&resource));
            download.resource = Some(resource);
        }
        let outcome = match outcome {
            Outcome::Failed(_) if renewed => Outcome::Cancelled,
            outcome => outcome,
        };
        download.rest = Rest::after(outcome, download.rest);
        download.starts = download.starts.filter(|_| download.rest == Rest::Queued);
        self.distrust_after(id, &download.rest);
        self.histories.end(id, &download.rest);
        match download.rest.clone() {
            Rest::Completed { path } => {
                self.hashes.push(KeptHashes { id, hashes });
                self.complete(&mut download, &path, begun);
            }
            Rest::Failed { failure } if download.replaces.is_some() => {
                self.not_repaired(&mut download, failure)
            }
            Rest::Failed { failure } => self.note_log(id, LogEntry::Failed { failure }),
            Rest::Queued | Rest::Paused => {}
        }
        self.count_last(id, matches!(download.rest, Rest::Completed { .. }));
        self.received.remove(&id);
        self.dirty.remove(&id);
        self.settled.push(download);
    }

    fn complete(&mut self, download: &mut Download, path: &Path, begun: Instant) {
        if let Some(name) = path.file_name() {
            download.name = name.to_string_lossy().into_owned();
        }
        download.kind = kind_of(&self.sorter.kinds, download);
        if download.replaces.take().is_some() {
            return self.repaired(download);
        }
        let asked = download.options.name.clone();
        if let Some(wanted) = asked.filter(|wanted| filename::safe(wanted) != *wanted) {
            self.note_log(download.id, LogEntry::Renamed { wanted, name: download.name.clone() });
        }
        let led_to = download.resource.as_ref().map_or("", |resource| resource.final_url.as_str());
        for caution in Caution::of(&download.name, &[&download.url, led_to]) {
            self.note_log(download.id, LogEntry::Caution { caution });
        }
        let size = download.received;
        download.resource.get_or_insert_default().size = Some(size);
        download.part = None;
        download.options.overwrites = None;
        download.finished = Some(now());
        let took_ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.note_log(download.id, LogEntry::Completed { size, took_ms });
    }

    /// Others may end any moment while some are at work; else nobody is waited for.
    pub(super) async fn commit_if_due(&mut self) {
        if self.tasks.is_empty() || self.settled.due() <= Instant::now() {
            self.commit_settled().await;
        }
    }

    /// Writes down how transfers ended, in one commit, and only then lets anybody know.
    pub(super) async fn commit_settled(&mut self) {
        let settled = std::mem::take(&mut self.settled).downloads;
        if settled.is_empty() {
            return;
        }
        let unsaved = settled.iter().map(|download| (download.id, Arc::new(download.clone())));
        self.unsaved.extend(unsaved);
        self.write_notes(Durability::Lasting).await;
        for download in settled {
            self.rest(download).await;
        }
    }

    /// The transfer of `download` is over: it rests, or is done with.
    async fn rest(&mut self, download: Download) {
        let (id, queue) = (download.id, self.list.queue(download.id));
        self.works.remove(&id);
        self.look_after_others();
        self.room.note(id, download.rest.failure());
        match download.rest.resting() {
            Some(resting) => {
                self.list.change(id, |entry| entry.at_work = false);
                self.list.set_resting(id, resting);
                self.changed.insert(id);
                if resting == Resting::Failed {
                    self.worked.insert(id);
                    self.one_ended(queue);
                }
            }
            None => {
                self.forget(id);
                self.list.add_completed();
                let row = self.completed_row(&download);
                self.completed_rows.insert(id, row);
                self.worked.insert(id);
                self.one_ended(queue);
            }
        }
        self.transfer_ended(id).await;
    }

    /// Takes a download out of memory.
    pub(super) fn forget(&mut self, id: DownloadId) {
        self.list.remove(id);
        self.claims.release(id);
        self.forget_secrets(id);
        self.trusted.remove(&id);
        self.ahead.remove(&id);
        self.changed.remove(&id);
    }
}
