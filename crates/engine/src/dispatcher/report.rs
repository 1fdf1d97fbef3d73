//! What transfers report, and what is written down of it: one batch a tick, and one for whatever ended meanwhile.

use haul_core::{Download, DownloadId, LogEntry};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

use super::Dispatcher;
use super::editing::kind_of;
use crate::clock::now;
use crate::store::{Batch, Durability, Line};
use crate::transfer::Report;

/// How long a store that failed is left alone: each try may hold up the dispatcher until the store says that it is busy.
pub(super) const SAVE_AGAIN: Duration = Duration::from_secs(5);

impl Dispatcher {
    pub(super) fn note(&mut self, id: DownloadId, report: Report) {
        let Some(work) = self.works.get_mut(&id) else { return };
        match report {
            Report::Log(line) => return self.note_log(id, line),
            Report::Answered(answered) => {
                self.answered.push((id, *answered));
                return;
            }
            Report::InTheWay(way) => {
                self.ways.push((id, way));
                return;
            }
            Report::Checkpoint { received } => {
                self.received.insert(id, received);
                return;
            }
            Report::Named { name, part } => {
                if work.download.name == name && work.download.part.as_ref() == Some(&part) {
                    return;
                }
                let download = Arc::make_mut(&mut work.download);
                (download.name, download.part) = (name, Some(part));
            }
            Report::Probed(resource) => {
                // A file that is to be made good stays known as what was finished, whatever the server says of it now.
                let is_repair = work.download.replaces.is_some();
                if is_repair || work.download.resource.as_ref() == Some(&resource) {
                    return;
                }
                Arc::make_mut(&mut work.download).resource = Some(resource);
            }
        }
        let download = Arc::make_mut(&mut work.download);
        download.kind = kind_of(&self.sorter.kinds, download);
        // No hurry: should it be lost, the part file says the same of itself.
        self.dirty.insert(id);
        self.changed.insert(id);
    }

    /// Everything that was reported so far.
    pub(super) fn note_reports(&mut self) {
        while let Ok((id, report)) = self.inbox_of_reports.try_recv() {
            self.note(id, report);
        }
    }

    pub(super) fn note_log(&mut self, id: DownloadId, entry: LogEntry) {
        self.log.push(Line { id, at: now(), entry });
    }

    pub(super) fn has_notes(&self) -> bool {
        let few = self.unsaved.is_empty()
            && self.dirty.is_empty()
            && self.log.is_empty()
            && self.counting.is_empty();
        !(few && self.received.is_empty() && self.learned.is_empty())
    }

    /// Writes what gathered since the last time, unless the store failed just now. What it does not take is kept.
    pub(super) async fn write_notes(&mut self, durability: Durability) {
        self.learned.extend(self.hosts.take_news());
        if Instant::now() < self.save_again || !self.has_notes() {
            return;
        }
        let at_work = self.dirty.iter().filter_map(|id| Some(self.works.get(id)?.download.clone()));
        let downloads: Vec<Arc<Download>> = self.unsaved.values().cloned().chain(at_work).collect();
        let traffic = self.counting.traffic();
        let batch = Batch {
            downloads,
            log: &self.log,
            received: self.received.iter().map(|(id, received)| (*id, *received)).collect(),
            hosts: &self.learned,
            hashes: &self.hashes,
            traffic: &traffic,
        };
        let written = self.store.write(&batch, durability).await;
        let downloads = batch.downloads;
        if self.check_store(written).is_none() {
            self.save_again = Instant::now() + SAVE_AGAIN;
            return;
        }
        // Whoever asked for the view meanwhile saw it as the store had it.
        for download in downloads {
            if download.rest.is_completed() {
                let row = self.completed_row(&download);
                self.completed_rows.insert(download.id, row);
            } else {
                self.changed.insert(download.id);
            }
        }
        self.unsaved.clear();
        self.dirty.clear();
        self.log.clear();
        self.received.clear();
        self.learned.clear();
        self.hashes.clear();
        self.counting.clear();
    }
}
