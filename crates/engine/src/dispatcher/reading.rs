//! Downloads whole: from memory where they are at work or not written down yet, else from the store.

use haul_core::{Download, DownloadId, QueueId};
use std::collections::HashSet;
use std::sync::Arc;
use tokio::time::Instant;

use super::queues::Known;
use super::report::SAVE_AGAIN;
use super::transfers::slots_of;
use super::{Dispatcher, List};
use crate::EngineError;

/// Downloads of one queue that are read at once when the next one is to start: many small files start faster than one by one.
const AHEAD: usize = 64;

impl Dispatcher {
    /// `ids`, each once, and none of them between its end and being told of it.
    ///
    /// # Errors
    /// The first that is not on the list: nothing is done then.
    pub(super) async fn known(&mut self, ids: &[DownloadId]) -> Result<Vec<DownloadId>, EngineError> {
        self.commit_settled().await;
        let mut seen = HashSet::with_capacity(ids.len());
        let known: Vec<DownloadId> = ids.iter().copied().filter(|id| seen.insert(*id)).collect();
        // Completed ones are in the store only.
        let elsewhere: Vec<DownloadId> =
            known.iter().copied().filter(|id| !self.list.contains(*id)).collect();
        if !elsewhere.is_empty()
            && let Some(id) = self.store.missing(&elsewhere).await?
        {
            return Err(EngineError::NoSuchDownload { id });
        }
        Ok(known)
    }

    /// All of `ids` that there are, in no order.
    pub(super) async fn read(&self, ids: &[DownloadId]) -> sqlx::Result<Vec<Arc<Download>>> {
        let mut downloads = Vec::with_capacity(ids.len());
        let mut elsewhere = Vec::new();
        for id in ids {
            match self.at_hand(*id) {
                Some(download) => downloads.push(download.clone()),
                None => elsewhere.push(*id),
            }
        }
        if !elsewhere.is_empty() {
            let read = self.store.downloads(&elsewhere).await?;
            downloads.extend(read.into_iter().map(|download| self.with_secrets(download)));
        }
        Ok(downloads)
    }

    pub(super) async fn read_one(&self, id: DownloadId) -> sqlx::Result<Option<Arc<Download>>> {
        Ok(self.read(&[id]).await?.pop())
    }

    fn at_hand(&self, id: DownloadId) -> Option<&Arc<Download>> {
        let at_work = self.works.get(&id).map(|work| &work.download);
        at_work.or_else(|| self.unsaved.get(&id)).or_else(|| self.ahead.get(&id))
    }

    fn with_secrets(&self, mut download: Download) -> Arc<Download> {
        if let Some(secrets) = self.secrets.get(&download.id) {
            secrets.lay_over(&mut download);
        }
        Arc::new(download)
    }

    /// One that waits, to be started; none if it cannot be read just now.
    pub(super) async fn take_next(&mut self, id: DownloadId) -> Option<Arc<Download>> {
        if self.unsaved.contains_key(&id) {
            // Written with whatever is news of it once it is at work.
            self.dirty.insert(id);
            return self.unsaved.remove(&id);
        }
        if !self.ahead.contains_key(&id) {
            self.read_ahead(id).await?;
        }
        let next = self.ahead.remove(&id);
        if next.is_none() {
            tracing::warn!(%id, "its row was deleted by somebody else");
            self.forget(id);
        }
        next
    }

    /// Those that start next, of the queue of `id` or of those that have a time of their own.
    pub(super) async fn read_ahead(&mut self, id: DownloadId) -> Option<()> {
        if Instant::now() < self.save_again {
            return None;
        }
        let turn = turn_of(&self.list, id);
        let ids: Vec<DownloadId> = match turn {
            Some(queue) => self.list.waiting(queue).take(AHEAD).collect(),
            None => self.list.timed().take(AHEAD).collect(),
        };
        let read = self.store.downloads(&ids).await;
        let Some(downloads) = self.check_store(read) else {
            self.save_again = Instant::now() + SAVE_AGAIN;
            return None;
        };
        let ahead = downloads.into_iter().map(|download| (download.id, self.with_secrets(download)));
        let ahead: Vec<_> = ahead.collect();
        // What is left of an earlier read is not needed soon.
        self.ahead.retain(|id, _| turn_of(&self.list, *id) != turn);
        self.ahead.extend(ahead);
        Some(())
    }

    /// Those that were just added need not be read as long as they are few.
    pub(super) fn keep_ahead(&mut self, downloads: Vec<Download>) {
        let room = AHEAD.saturating_sub(self.ahead.len());
        self.ahead.extend(downloads.into_iter().take(room).map(|download| (download.id, Arc::new(download))));
    }

    /// Small files are at work beside the slots: whether the next are as well can be told once they are read.
    pub(super) async fn look_ahead(&mut self) {
        let at_once = self.settings.borrow().downloads_at_once;
        let unknown = |id: &DownloadId| !self.ahead.contains_key(id) && !self.unsaved.contains_key(id);
        let beside = |known: &&Known| {
            let slots = slots_of(known, at_once).min(at_once as usize);
            known.queue.gate.is_open()
                && (self.list.slots(known.queue.id) > slots || self.tasks.len() > at_once as usize)
        };
        let firsts = self.queues.iter().filter(beside).filter_map(|known| self.list.first(known.queue.id));
        let firsts: Vec<DownloadId> = firsts.map(|(_, id)| id).filter(unknown).collect();
        for id in firsts {
            self.read_ahead(id).await;
        }
    }
}

/// The queue whose turn `id` waits for; none: it has a time of its own.
fn turn_of(list: &List, id: DownloadId) -> Option<QueueId> {
    list.get(id).filter(|entry| entry.starts.is_none()).map(|_| list.queue(id))
}
