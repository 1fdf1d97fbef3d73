//! What listeners hear: changed rows at the end of each turn, progress at each tick.

use haul_core::{DownloadId, DownloadRow, Event, Notice, Progress, Rest};
use std::sync::Arc;

use super::live::{Live, lay_over};
use super::{Dispatcher, Entry, MOST_ROWS};
use crate::store::row_of;

impl Dispatcher {
    pub(super) fn tell(&self, event: Event) {
        if self.events.send(event).is_err() {
            tracing::trace!("an event that nobody listens for");
        }
    }

    pub(super) fn notice(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice.clone());
        }
        self.tell(Event::Noticed { notice });
    }

    pub(super) fn snapshot(&self) -> Event {
        Event::Snapshot {
            settings: self.settings.borrow().as_ref().clone(),
            counts: self.counts(),
            notices: self.notices.clone(),
        }
    }

    /// One event for all rows that this turn changed.
    pub(super) fn tell_changes(&mut self) {
        if self.changed.is_empty() && self.changed_rows.is_empty() {
            return;
        }
        // Readers that ask for the view after this event must find it true.
        self.publish_live();
        let changed = std::mem::take(&mut self.changed);
        let mut rows = std::mem::take(&mut self.changed_rows);
        let many = changed.len() + rows.len() > MOST_ROWS;
        if many {
            rows.clear();
        } else {
            rows.extend(changed.iter().filter_map(|id| self.row(*id)));
        }
        self.tell(Event::Changed { rows, many, counts: self.counts() });
    }

    /// An unfinished download as the list shows it.
    fn row(&self, id: DownloadId) -> Option<DownloadRow> {
        let entry = self.entries.get(&id)?;
        let mut row = row_of(&entry.download);
        if let Some(progress) = progress_of(id, entry) {
            lay_over(&mut row, &progress);
        }
        Some(row)
    }

    pub(super) fn publish_progress(&mut self) {
        for entry in self.entries_at_work() {
            if let Some(task) = &mut entry.task {
                task.throughput.record(task.begun.elapsed(), task.meter.received());
            }
        }
        self.publish_live();
        let rows: Vec<Progress> =
            self.live.borrow().running.values().map(|(progress, _)| progress.clone()).collect();
        if !rows.is_empty() {
            self.tell(Event::Progress { rows });
        }
    }

    fn publish_live(&mut self) {
        let mut live = Live::default();
        for &id in self.owners.values() {
            let Some(entry) = self.entries.get(&id) else { continue };
            if let (Some(progress), Some(task)) = (progress_of(id, entry), &entry.task) {
                live.running.insert(id, (progress, task.meter.clone()));
            }
        }
        self.live.send_replace(Arc::new(live));
    }

    fn entries_at_work(&mut self) -> impl Iterator<Item = &mut Entry> {
        self.entries.values_mut().filter(|entry| entry.task.is_some())
    }
}

/// What runs and is meant to; none for what rests or is about to stop.
fn progress_of(id: DownloadId, entry: &Entry) -> Option<Progress> {
    let task = entry.task.as_ref().filter(|_| entry.download.rest == Rest::Queued)?;
    let received = task.meter.received();
    let left = entry.download.size().map(|size| size.saturating_sub(received));
    let eta = left.and_then(|left| task.throughput.eta(left));
    Some(Progress {
        id,
        activity: task.meter.activity(),
        received,
        throughput: task.throughput.per_second(),
        eta_secs: eta.map(|eta| u32::try_from(eta.as_secs_f64().ceil() as u64).unwrap_or(u32::MAX)),
        connections: task.meter.connections(),
        bound: None,
    })
}
