//! What is counted beyond the list: the bytes that came, for the statistics; and the age at which finished downloads leave it.

use haul_core::statistics::day_of;
use haul_core::{DownloadId, FileFate};
use std::collections::HashMap;
use tokio::sync::oneshot;

use super::Dispatcher;
use super::transfers::Work;
use crate::store::Traffic;

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// What was counted and not written down.
#[derive(Default)]
pub struct Counting {
    /// How much of each that is at work was counted.
    counted: HashMap<DownloadId, u64>,
    news: HashMap<(String, String, String), (u64, u32)>,
    /// Somebody finished, or another age is wished: some may be too old.
    pub is_due: bool,
}

impl Counting {
    /// Some may have become too old while nobody looked.
    pub fn begin() -> Self {
        Self { is_due: true, ..Self::default() }
    }

    pub fn is_empty(&self) -> bool {
        self.news.is_empty()
    }

    fn count(&mut self, day: String, id: DownloadId, work: &Work, files: u32) {
        let arrived = work.task.meter.arrived();
        let bytes = arrived.saturating_sub(self.counted.insert(id, arrived).unwrap_or_default());
        if bytes > 0 || files > 0 {
            let key = (day, work.download.host(), work.download.kind.clone());
            let news = self.news.entry(key).or_default();
            *news = (news.0 + bytes, news.1 + files);
        }
    }

    /// What is to be written down.
    pub fn traffic(&self) -> Vec<Traffic> {
        let one = |((day, host, kind), (bytes, files)): (&(String, String, String), &(u64, u32))| Traffic {
            day: day.clone(),
            host: host.clone(),
            kind: kind.clone(),
            bytes: *bytes,
            files: *files,
        };
        self.news.iter().map(one).collect()
    }

    pub fn clear(&mut self) {
        self.news.clear();
    }
}

impl Dispatcher {
    /// What came of those that are at work since the last time.
    pub(super) fn count_traffic(&mut self) {
        let day = day_of(self.clock.now(), &self.clock.zone());
        for (id, work) in &self.works {
            self.counting.count(day.clone(), *id, work, 0);
        }
    }

    /// The transfer of `id` ended.
    pub(super) fn count_last(&mut self, id: DownloadId, is_finished: bool) {
        let day = day_of(self.clock.now(), &self.clock.zone());
        if let Some(work) = self.works.get(&id) {
            // One that was there already did not come.
            let files = u32::from(is_finished && work.task.meter.arrived() > 0);
            self.counting.count(day, id, work, files);
        }
        self.counting.counted.remove(&id);
        self.counting.is_due |= is_finished;
    }

    /// Takes those off the list that were finished so long ago as the person wants. Their files stay.
    pub(super) async fn forget_old(&mut self) {
        self.counting.is_due = false;
        let days = u64::from(self.settings.borrow().history_days);
        if days == 0 {
            return;
        }
        let before = self.clock.now().saturating_sub(days * DAY_MS);
        let found = self.store.finished_before(before).await;
        let Some(mut old) = self.check_store(found) else { return };
        old.retain(|id| !self.removals.cover(*id) && !self.relocations.cover(*id));
        if !old.is_empty() {
            // Nobody waits for it.
            let (reply, _) = oneshot::channel();
            self.remove(old, FileFate::Keep, reply).await;
        }
    }
}
