//! What transfers report, and what is written down of it: at once what must last, the rest in one batch a tick.

use haul_core::{Download, DownloadId, LogEntry};
use std::time::Duration;
use tokio::time::Instant;

use super::{Dispatcher, now};
use crate::store::row_of;
use crate::transfer::Report;

/// How long a store that failed is left alone: each try may hold up the dispatcher until the store says that it is busy.
const SAVE_AGAIN: Duration = Duration::from_secs(5);

impl Dispatcher {
    pub(super) async fn note(&mut self, id: DownloadId, report: Report) {
        let Some(entry) = self.entries.get_mut(&id) else { return };
        match report {
            Report::Log(line) => return self.note_log(id, line),
            Report::Checkpoint { received } => {
                self.received.insert(id, received);
                return;
            }
            Report::Named { name, part } => {
                if entry.download.name == name && entry.download.part.as_ref() == Some(&part) {
                    return;
                }
                entry.download.name = name;
                entry.download.part = Some(part);
            }
            Report::Probed(resource) => {
                if entry.download.resource.as_ref() == Some(&resource) {
                    return;
                }
                entry.download.resource = Some(resource);
            }
        }
        let download = entry.download.clone();
        self.save(&download).await;
        self.changed.insert(id);
    }

    pub(super) fn note_log(&mut self, id: DownloadId, entry: LogEntry) {
        self.log.push((id, now(), entry));
    }

    /// Writes a download that changed by itself. What the store does not take is kept and written later.
    pub(super) async fn save(&mut self, download: &Download) {
        if self.unsaved.is_empty() {
            let saved = self.store.save(std::slice::from_ref(download)).await;
            if self.check_store(saved).is_some() {
                return;
            }
            self.save_again = Instant::now() + SAVE_AGAIN;
        }
        self.unsaved.insert(download.id, download.clone());
    }

    /// Writes what gathered since the last tick, unless the store failed just now.
    pub(super) async fn write_notes(&mut self) {
        if Instant::now() < self.save_again {
            return;
        }
        if self.write_all_notes().await.is_none() {
            self.save_again = Instant::now() + SAVE_AGAIN;
        }
    }

    async fn write_all_notes(&mut self) -> Option<()> {
        if !self.unsaved.is_empty() {
            let downloads: Vec<Download> = self.unsaved.values().cloned().collect();
            let saved = self.store.save(&downloads).await;
            self.check_store(saved)?;
            self.unsaved.clear();
            // Whoever asked for the view meanwhile saw what the store had.
            self.changed_rows
                .extend(downloads.iter().filter(|download| download.rest.is_completed()).map(row_of));
            self.changed.extend(downloads.iter().map(|download| download.id));
        }
        if !self.log.is_empty() {
            let written = self.store.add_log(&self.log).await;
            self.check_store(written)?;
            self.log.clear();
        }
        if !self.received.is_empty() {
            let received: Vec<_> = self.received.iter().map(|(id, received)| (*id, *received)).collect();
            let written = self.store.save_received(&received).await;
            self.check_store(written)?;
            self.received.clear();
        }
        Some(())
    }
}
