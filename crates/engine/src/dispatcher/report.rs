//! What transfers report, and what is written down of it: at once what must last, the rest in one batch a tick.

use haul_core::{DownloadId, LogEntry};

use super::{Dispatcher, now};
use crate::transfer::Report;

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
        let saved = self.store.save(std::slice::from_ref(&entry.download)).await;
        self.check_store(saved);
        self.changed.insert(id);
    }

    pub(super) fn note_log(&mut self, id: DownloadId, entry: LogEntry) {
        self.log.push((id, now(), entry));
    }

    /// Writes what gathered since the last tick, in two transactions.
    pub(super) async fn write_notes(&mut self) {
        let log = std::mem::take(&mut self.log);
        if !log.is_empty() {
            let written = self.store.add_log(&log).await;
            self.check_store(written);
        }
        let received: Vec<_> = self.received.drain().collect();
        if !received.is_empty() {
            let written = self.store.save_received(&received).await;
            self.check_store(written);
        }
    }
}
