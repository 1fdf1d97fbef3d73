//! The order in which downloads start, and the queues that they wait in.

use haul_core::{DownloadId, Move, Place, Priority, QueueId, QueueSettings, RemovedQueue, Timestamp};

use super::Engine;
use crate::EngineError;
use crate::dispatcher::Command;

impl Engine {
    /// Gives unfinished downloads a new place in their queues; among themselves they keep their order. What is put before
    /// another has the priority of that one from then on. Answers with where they were, for [`Engine::rearrange`].
    pub async fn move_in_queue(&self, ids: Vec<DownloadId>, to: Move) -> Result<Vec<Place>, EngineError> {
        self.ask(|reply| Command::Move { ids, to, reply }).await?
    }

    /// Takes a move in the queue, or another priority, back.
    pub async fn rearrange(&self, places: Vec<Place>) -> Result<(), EngineError> {
        self.ask(|reply| Command::Rearrange { places, reply }).await?
    }

    /// Puts unfinished downloads at the end of what has this priority. Answers with where they were.
    pub async fn set_priority(
        &self,
        ids: Vec<DownloadId>,
        priority: Priority,
    ) -> Result<Vec<Place>, EngineError> {
        self.ask(|reply| Command::SetPriority { ids, priority, reply }).await?
    }

    /// Starts unfinished downloads at once, whatever their queues say of hours and numbers; also those that are paused or
    /// failed. That holds until they end or are paused, also over a restart.
    pub async fn start_now(&self, ids: Vec<DownloadId>) -> Result<(), EngineError> {
        self.start_at(ids, Some(0)).await
    }

    /// The same at a time of their own; none: when it is their turn.
    pub async fn start_at(&self, ids: Vec<DownloadId>, starts: Option<Timestamp>) -> Result<(), EngineError> {
        self.ask(|reply| Command::StartAt { ids, starts, reply }).await?
    }

    /// Puts downloads into a queue. Their places among all stay.
    ///
    /// # Errors
    /// `NoSuchQueue`.
    pub async fn assign(&self, ids: Vec<DownloadId>, queue: QueueId) -> Result<(), EngineError> {
        self.ask(|reply| Command::Assign { ids, queue, reply }).await?
    }

    /// Makes a queue, the last of all.
    ///
    /// # Errors
    /// `Queue` if it cannot be like this.
    pub async fn add_queue(&self, settings: QueueSettings) -> Result<QueueId, EngineError> {
        self.ask(|reply| Command::AddQueue { settings, reply }).await?
    }

    /// Gives a queue other rules, in force at once: what runs in one that is paused or closed now waits again.
    ///
    /// # Errors
    /// `NoSuchQueue`, or `Queue` if it cannot be like this.
    pub async fn set_queue(&self, id: QueueId, settings: QueueSettings) -> Result<(), EngineError> {
        self.ask(|reply| Command::SetQueue { id, settings, reply }).await?
    }

    /// Puts a queue before another in the list of queues; none: at the end.
    pub async fn move_queue(&self, id: QueueId, before: Option<QueueId>) -> Result<(), EngineError> {
        self.ask(|reply| Command::MoveQueue { id, before, reply }).await?
    }

    /// Removes a queue. Its downloads go to the default queue; the answer is what [`Engine::restore_queue`] needs.
    ///
    /// # Errors
    /// `NoSuchQueue`, or `Queue` for the default one.
    pub async fn remove_queue(&self, id: QueueId) -> Result<RemovedQueue, EngineError> {
        self.ask(|reply| Command::RemoveQueue { id, reply }).await?
    }

    /// Brings a queue back, with those of its downloads that were put nowhere else since.
    pub async fn restore_queue(&self, removed: RemovedQueue) -> Result<(), EngineError> {
        self.ask(|reply| Command::RestoreQueue { removed, reply }).await?
    }
}
