//! Queues and what is in them: rules, order, priorities, and times to start at.

use haul_core::{
    DownloadId, Event, Move, Place, Priority, QueueError, QueueId, QueueSettings, RemovedQueue, Resting,
    Timestamp,
};
use std::sync::Arc;

use super::Dispatcher;
use crate::EngineError;

impl Dispatcher {
    pub(super) async fn add_queue(&mut self, settings: QueueSettings) -> Result<QueueId, EngineError> {
        // No queue has this number.
        let settings = self.checked_rules(QueueId(0), settings)?;
        let id = self.store.add_queue(&settings).await?;
        self.queues.insert(id, settings, None);
        self.look_at_clock().await;
        self.tell_queues();
        Ok(id)
    }

    pub(super) async fn set_queue(
        &mut self,
        id: QueueId,
        settings: QueueSettings,
    ) -> Result<(), EngineError> {
        self.known_queue(id)?;
        let settings = self.checked_rules(id, settings)?;
        self.store.save_queue(id, &settings).await?;
        self.queues.set(id, settings);
        self.look_at_clock().await;
        self.tell_queues();
        Ok(())
    }

    fn checked_rules(&self, id: QueueId, settings: QueueSettings) -> Result<QueueSettings, EngineError> {
        let settings = settings.tidied();
        settings.check(id, self.queues.others(id)).map_err(|error| EngineError::Queue { error })?;
        Ok(settings)
    }

    pub(super) async fn move_queue(
        &mut self,
        id: QueueId,
        before: Option<QueueId>,
    ) -> Result<(), EngineError> {
        self.known_queue(id)?;
        if let Some(before) = before {
            self.known_queue(before)?;
        }
        self.queues.move_before(id, before);
        self.store.save_queue_order(&self.queues.ids()).await?;
        self.tell_queues();
        Ok(())
    }

    /// Its downloads go to the default queue, and keep their places.
    pub(super) async fn remove_queue(&mut self, id: QueueId) -> Result<RemovedQueue, EngineError> {
        let settings = self.known_queue(id)?;
        if id == QueueId::DEFAULT {
            return Err(EngineError::Queue { error: QueueError::IsDefault });
        }
        self.commit_settled().await;
        let downloads = self.store.remove_queue(id).await?;
        let before = self.queues.remove(id);
        self.put_into(&downloads, QueueId::DEFAULT).await?;
        self.tell_queues();
        Ok(RemovedQueue { id, settings, before, downloads })
    }

    pub(super) async fn restore_queue(&mut self, removed: RemovedQueue) -> Result<(), EngineError> {
        let RemovedQueue { id, before, .. } = removed;
        if self.queues.get(id).is_some() || id.0 == 0 {
            return Ok(());
        }
        let settings = self.checked_rules(id, removed.settings.clone())?;
        self.commit_settled().await;
        self.queues.insert(id, settings, before);
        let restored = self.store.restore_queue(&removed, &self.queues.ids()).await;
        if restored.is_err() {
            self.queues.remove(id);
        }
        self.put_into(&restored?, id).await?;
        self.tell_queues();
        Ok(())
    }

    /// Puts `ids` into another queue. Their places among all stay, so that they come back to where they were.
    pub(super) async fn assign(&mut self, ids: &[DownloadId], queue: QueueId) -> Result<(), EngineError> {
        self.known_queue(queue)?;
        let ids = self.known(ids).await?;
        self.store.assign(&ids, queue).await?;
        self.put_into(&ids, queue).await
    }

    /// Those that the store has put into `queue`.
    async fn put_into(&mut self, ids: &[DownloadId], queue: QueueId) -> Result<(), EngineError> {
        let limit = self.queues.get(queue).map(|known| known.limit.clone());
        for id in ids {
            self.list.set_queue(*id, queue);
            self.ahead.remove(id);
            if let Some(work) = self.works.get_mut(id) {
                Arc::make_mut(&mut work.download).queue = queue;
                if let Some(limit) = &limit {
                    work.task.limiter.join(limit.clone());
                }
            }
            if let Some(download) = self.unsaved.get_mut(id) {
                Arc::make_mut(download).queue = queue;
            }
        }
        self.look_at_clock().await;
        self.tell_moved(ids).await
    }

    /// Rows that are different although nothing happened to their downloads.
    async fn tell_moved(&mut self, ids: &[DownloadId]) -> Result<(), EngineError> {
        let (unfinished, completed): (Vec<DownloadId>, Vec<DownloadId>) =
            ids.iter().partition(|id| self.list.contains(**id));
        self.changed.extend(unfinished);
        for download in self.read(&completed).await? {
            let row = self.completed_row(&download);
            self.completed_rows.insert(download.id, row);
        }
        Ok(())
    }

    /// Answers with where they were.
    pub(super) async fn place(&mut self, ids: &[DownloadId], to: Move) -> Result<Vec<Place>, EngineError> {
        let ids = self.known(ids).await?;
        let places = self.list.places(&ids);
        let positions = self.list.place(&ids, to);
        self.save_positions(positions).await?;
        Ok(places)
    }

    pub(super) async fn rearrange(&mut self, places: &[Place]) -> Result<(), EngineError> {
        let positions = self.list.rearrange(places);
        self.save_positions(positions).await
    }

    pub(super) async fn set_priority(
        &mut self,
        ids: &[DownloadId],
        priority: Priority,
    ) -> Result<Vec<Place>, EngineError> {
        let ids = self.known(ids).await?;
        let places = self.list.places(&ids);
        let positions = self.list.set_priority(&ids, priority);
        self.save_positions(positions).await?;
        Ok(places)
    }

    async fn save_positions(&mut self, positions: Vec<(DownloadId, i64)>) -> Result<(), EngineError> {
        self.store.save_positions(&positions).await?;
        for (id, position) in positions {
            self.ahead.remove(&id);
            if let Some(work) = self.works.get_mut(&id) {
                Arc::make_mut(&mut work.download).position = position;
            }
            if let Some(download) = self.unsaved.get_mut(&id) {
                Arc::make_mut(download).position = position;
            }
            self.changed.insert(id);
        }
        Ok(())
    }

    /// Lets `ids` start at a time of their own, whatever their queues say; none: when it is their turn. Completed ones stay as
    /// they are.
    pub(super) async fn start_at(
        &mut self,
        ids: &[DownloadId],
        starts: Option<Timestamp>,
    ) -> Result<(), EngineError> {
        let ids = self.known(ids).await?;
        self.distrust(&ids);
        let may = |id: &DownloadId| self.list.contains(*id) && !self.removals.cover(*id);
        let ids: Vec<DownloadId> = ids.into_iter().filter(may).collect();
        self.store.save_starts(&ids, starts).await?;
        // First, so that nobody starts in between because it is queued.
        self.wish(&ids, Resting::Queued, |entry| entry.resting != Resting::Queued).await?;
        let later = starts.is_some_and(|starts| starts > self.clock.now());
        for id in &ids {
            self.list.change(*id, |entry| entry.starts = starts);
            self.ahead.remove(id);
            if let Some(work) = self.works.get_mut(id) {
                Arc::make_mut(&mut work.download).starts = starts;
                work.task.hurry.notify_waiters();
                if later {
                    work.task.stop.cancel();
                }
            }
            if let Some(download) = self.unsaved.get_mut(id) {
                Arc::make_mut(download).starts = starts;
            }
        }
        self.stop_what_may_not_run();
        self.changed.extend(ids);
        Ok(())
    }

    /// The rules of `id`, if there is such a queue.
    fn known_queue(&self, id: QueueId) -> Result<QueueSettings, EngineError> {
        let known = self.queues.get(id).ok_or(EngineError::NoSuchQueue { id })?;
        Ok(known.queue.settings.clone())
    }

    pub(super) fn tell_queues(&mut self) {
        // Readers that ask for the view after this event must find it true.
        self.publish_live();
        self.tell(Event::QueuesChanged { queues: self.queues.rows() });
    }
}
