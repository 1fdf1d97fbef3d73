//! What listeners hear: changed rows at the end of each turn, progress at each tick.

use haul_core::bound::{Evidence, bound};
use haul_core::{Activity, DownloadId, DownloadRow, Event, Notice, Progress, Rest, Sums};
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::time::Instant;

use super::live::{LineNow, Lines, Live, Running, Slots, is_shown, lay_over};
use super::transfers::{Work, slots_of};
use super::{Dispatcher, TOLD_EVERY};
use crate::store::row_of;

/// Rows that one event carries at most.
const ROWS_AT_ONCE: usize = 100;
/// Completed rows that are told at once at most; beyond it, and beyond [`ROWS_AT_ONCE`] unfinished ones, a listener asks for
/// the view anew.
pub(super) const MOST_COMPLETED: usize = 1000;

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
            queues: self.queues.rows(),
            counts: self.list.counts(),
            notices: self.notices.clone(),
        }
    }

    pub(super) fn has_changes(&self) -> bool {
        !(self.changed.is_empty() && self.completed_rows.is_empty() && self.ended.is_empty())
    }

    /// More may change any moment while some are at work; else nobody is waited for.
    pub(super) async fn tell_changes_if_due(&mut self) {
        if self.has_changes() && (self.tasks.is_empty() || Instant::now() >= self.tell_next) {
            self.tell_changes().await;
            self.tell_next = Instant::now() + TOLD_EVERY;
        }
    }

    /// More rows changed than are told one by one.
    pub(super) fn tell_many(&mut self) {
        let counts = self.list.counts();
        self.tell(Event::Changed { rows: Vec::new(), ended: Vec::new(), many: true, counts });
    }

    /// All rows that changed since the last time.
    pub(super) async fn tell_changes(&mut self) {
        if !self.has_changes() {
            return;
        }
        // Readers that ask for the view after this event must find it true.
        self.publish_live();
        let mut changed = std::mem::take(&mut self.changed);
        let mut completed = std::mem::take(&mut self.completed_rows);
        let worked = std::mem::take(&mut self.worked);
        let mut many = changed.len() > ROWS_AT_ONCE || completed.len() > MOST_COMPLETED;
        if changed.len() > ROWS_AT_ONCE {
            // Who ended is news, however many change with it.
            changed.retain(|id| worked.contains(id));
        }
        if completed.len() > MOST_COMPLETED {
            completed.clear();
        }
        let unfinished = self.read_rows(changed).await;
        many |= unfinished.is_none();
        let rows = completed.into_values().chain(unfinished.unwrap_or_default());
        let rows: Vec<DownloadRow> = rows.collect();
        let counts = self.list.counts();
        for rows in rows.chunks(ROWS_AT_ONCE) {
            let ended = rows.iter().map(|row| row.id).filter(|id| worked.contains(id)).collect();
            self.tell(Event::Changed { rows: rows.to_vec(), ended, many: false, counts: counts.clone() });
        }
        if many {
            self.tell(Event::Changed { rows: Vec::new(), ended: Vec::new(), many, counts });
        }
        self.tell_ended().await;
    }

    /// Unfinished downloads as the list shows them; none if they cannot be read just now.
    async fn read_rows(&self, ids: impl IntoIterator<Item = DownloadId>) -> Option<Vec<DownloadRow>> {
        let ids: Vec<DownloadId> = ids.into_iter().filter(|id| self.list.contains(*id)).collect();
        let downloads = self.read(&ids).await.ok()?;
        let mut rows: Vec<DownloadRow> = downloads.iter().map(|download| row_of(download)).collect();
        for row in &mut rows {
            if let Some(progress) = self.works.get(&row.id).and_then(|work| self.progress_of(row.id, work)) {
                lay_over(row, &progress);
            }
            row.waiting = self.live.borrow().waiting(row);
            row.check = self.check_of(row.id).filter(|check| is_shown(check, &row.status));
        }
        rows.sort_by_key(|row| row.id);
        Some(rows)
    }

    pub(super) fn publish_progress(&mut self) {
        for (&id, work) in &mut self.works {
            let task = &mut work.task;
            let (now, meter) = (task.begun.elapsed(), &task.meter);
            task.throughput.record(now, meter.received());
            task.recent.record(now, meter.waits.waited(), meter.connections());
            self.histories.record(id, work);
        }
        self.observer.look(&self.works);
        self.publish_live();
        let rows: Vec<Progress> =
            self.live.borrow().running.values().map(|running| running.progress.clone()).collect();
        if !rows.is_empty() {
            let sums = Sums::of(&rows);
            self.tell(Event::Progress { rows, sums });
        }
    }

    pub(super) fn publish_live(&mut self) {
        let running = self.works.iter().filter_map(|(&id, work)| {
            let (download, meter) = (work.download.clone(), work.task.meter.clone());
            Some((id, Running { download, progress: self.progress_of(id, work)?, meter }))
        });
        let running = running.collect();
        let lines = self.lines_now(&running);
        let (checks, secrets) = (self.checks.all(), self.secrets.clone());
        self.live.send_replace(Arc::new(Live { running, lines, checks, secrets }));
    }

    /// Who waits for what, for whoever shows it. Only lines that are others than before are gone through.
    fn lines_now(&mut self, running: &BTreeMap<DownloadId, Running>) -> Lines {
        for queue in self.list.take_touched() {
            self.lines.insert(queue, self.list.waiting_at(queue).into());
        }
        let at_once = self.settings.borrow().downloads_at_once;
        let lines = self.queues.iter().map(|known| {
            let id = known.queue.id;
            let eta =
                |running: &Running| (running.download.queue == id).then_some(running.progress.eta_secs)?;
            let mut etas: Vec<u32> = running.values().filter_map(eta).collect();
            etas.sort_unstable();
            let slots = Slots { taken: count(self.list.slots(id)), all: count(slots_of(known, at_once)) };
            let waiting = self.lines.get(&id).cloned().unwrap_or_default();
            (id, LineNow { gate: known.queue.gate, slots, waiting, etas })
        });
        Lines {
            wanting: self.wanting(),
            now: self.looked.at,
            queues: lines.collect(),
            overall: Slots { taken: count(self.tasks.len()), all: at_once },
        }
    }

    /// What runs and is meant to; none for what is about to stop.
    fn progress_of(&self, id: DownloadId, work: &Work) -> Option<Progress> {
        if work.download.rest != Rest::Queued {
            return None;
        }
        let task = &work.task;
        let received = task.meter.received();
        // What was seen of its connections is over once they are.
        let at_work = task.meter.activity() == Activity::Downloading;
        let evidence = if at_work { task.meter.evidence() } else { Evidence::default() };
        let evidence = Evidence { for_all: self.limit_for_all(), ..evidence };
        let left = work.download.size().map(|size| size.saturating_sub(received));
        let eta = left.and_then(|left| task.throughput.eta(left));
        Some(Progress {
            id,
            activity: task.meter.activity(),
            received,
            throughput: task.throughput.per_second(),
            eta_secs: eta.map(|eta| u32::try_from(eta.as_secs_f64().ceil() as u64).unwrap_or(u32::MAX)),
            connections: task.meter.connections(),
            bound: bound(self.observer.complete(id, work, evidence)),
        })
    }
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}
