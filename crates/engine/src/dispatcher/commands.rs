//! What can be asked of the dispatcher, and how it obeys.

use haul_core::{
    Addition, DownloadId, Event, FileFate, LogEntry, Move, NewDownload, Notice, Options, Rest, Settings,
    SettingsError,
};
use std::sync::Arc;
use tokio::sync::oneshot;

use super::{Dispatcher, Entry, Reply};
use crate::EngineError;

/// A command with the place for its answer.
#[derive(Debug)]
pub enum Command {
    Add { downloads: Vec<NewDownload>, reply: Reply<Vec<Addition>> },
    Pause { ids: Vec<DownloadId>, reply: Reply },
    Resume { ids: Vec<DownloadId>, reply: Reply },
    Retry { ids: Vec<DownloadId>, reply: Reply },
    StartOver { ids: Vec<DownloadId>, reply: Reply },
    Remove { ids: Vec<DownloadId>, fate: FileFate, reply: Reply },
    Move { ids: Vec<DownloadId>, to: Move, reply: Reply },
    SetLimit { id: DownloadId, limit: Option<u64>, reply: Reply },
    PauseAll { reply: Reply },
    ResumeAll { reply: Reply },
    SetSettings { settings: Settings, reply: Reply },
    Notice { notice: Notice, reply: oneshot::Sender<()> },
    Snapshot { reply: oneshot::Sender<Event> },
    Shutdown { reply: oneshot::Sender<()> },
}

impl Dispatcher {
    pub(super) async fn obey(&mut self, command: Command) {
        match command {
            Command::Add { downloads, reply } => answer(reply, self.add(downloads).await),
            Command::Pause { ids, reply } => answer(reply, self.pause(&ids).await),
            Command::Resume { ids, reply } => answer(reply, self.resume(&ids).await),
            Command::Retry { ids, reply } => answer(reply, self.retry(&ids).await),
            Command::StartOver { ids, reply } => answer(reply, self.start_over(&ids).await),
            Command::Remove { ids, fate, reply } => self.remove(ids, fate, reply).await,
            Command::Move { ids, to, reply } => answer(reply, self.place(&ids, to).await),
            Command::SetLimit { id, limit, reply } => answer(reply, self.set_limit(id, limit).await),
            Command::PauseAll { reply } => {
                let ids = self.ids_resting(|rest| matches!(rest, Rest::Queued));
                answer(reply, self.pause(&ids).await);
            }
            Command::ResumeAll { reply } => {
                let ids = self.ids_resting(|rest| matches!(rest, Rest::Paused));
                answer(reply, self.resume(&ids).await);
            }
            Command::SetSettings { settings, reply } => answer(reply, self.set_settings(settings).await),
            Command::Notice { notice, reply } => {
                self.notice(notice);
                answer(reply, ());
            }
            Command::Snapshot { reply } => answer(reply, self.snapshot()),
            Command::Shutdown { reply } => answer(reply, ()),
        }
    }

    async fn pause(&mut self, ids: &[DownloadId]) -> Result<(), EngineError> {
        let ids = self.known(ids).await?;
        let pausable = |entry: &Entry| entry.download.rest == Rest::Queued;
        self.wish(&ids, Rest::Paused, pausable, LogEntry::Paused).await?;
        for id in ids {
            if let Some(task) = self
                .entries
                .get(&id)
                .filter(|entry| entry.download.rest == Rest::Paused)
                .and_then(|entry| entry.task.as_ref())
            {
                task.stop.cancel();
            }
        }
        Ok(())
    }

    async fn resume(&mut self, ids: &[DownloadId]) -> Result<(), EngineError> {
        let ids = self.known(ids).await?;
        self.wish(&ids, Rest::Queued, |entry| entry.download.rest == Rest::Paused, LogEntry::Queued).await
    }

    async fn retry(&mut self, ids: &[DownloadId]) -> Result<(), EngineError> {
        let ids = self.known(ids).await?;
        for id in &ids {
            if let Some(task) = self.entries.get(id).and_then(|entry| entry.task.as_ref()) {
                // Only those that wait now: whoever works must still heed what a later failure asks for.
                task.hurry.notify_waiters();
            }
        }
        let failed = |entry: &Entry| matches!(entry.download.rest, Rest::Failed { .. } | Rest::Paused);
        self.wish(&ids, Rest::Queued, failed, LogEntry::Queued).await
    }

    async fn start_over(&mut self, ids: &[DownloadId]) -> Result<(), EngineError> {
        let ids = self.known(ids).await?;
        self.revive_completed(&ids).await?;
        self.wish(&ids, Rest::Queued, |_| true, LogEntry::Queued).await?;
        for id in ids {
            if let Some(entry) = self.entries.get_mut(&id) {
                entry.start_over = true;
                if let Some(task) = &entry.task {
                    task.stop.cancel();
                }
            }
        }
        Ok(())
    }

    /// Completed downloads are in the store only: bring them back to begin anew, under a name of their own.
    async fn revive_completed(&mut self, ids: &[DownloadId]) -> Result<(), EngineError> {
        for id in ids {
            if self.entries.contains_key(id) {
                continue;
            }
            let Some(mut download) = self.store.download(*id).await? else { continue };
            download.rest = Rest::Paused;
            (download.part, download.resource, download.received, download.finished) = (None, None, 0, None);
            download.position = self.queue.end();
            self.store.save(std::slice::from_ref(&download)).await?;
            self.completed = self.completed.saturating_sub(1);
            self.queue.insert(*id, download.position);
            self.entries.insert(*id, Entry { download, task: None, start_over: true });
        }
        Ok(())
    }

    /// Lets every one of `ids` that is `eligible` rest at `wish` from now on, saved before it takes effect.
    async fn wish(
        &mut self,
        ids: &[DownloadId],
        wish: Rest,
        eligible: impl Fn(&Entry) -> bool,
        entry: LogEntry,
    ) -> Result<(), EngineError> {
        let eligible = ids.iter().filter_map(|id| self.entries.get(id)).filter(|entry| eligible(entry));
        let mut downloads: Vec<_> = eligible.map(|entry| entry.download.clone()).collect();
        for download in &mut downloads {
            download.rest = wish.clone();
        }
        self.store.save(&downloads).await?;
        for download in downloads {
            self.unsaved.remove(&download.id);
            self.note_log(download.id, entry.clone());
            self.set_rest(download.id, wish.clone());
        }
        Ok(())
    }

    /// Where `id` rests, and with it whether it waits for a slot.
    pub(super) fn set_rest(&mut self, id: DownloadId, rest: Rest) {
        let Some(entry) = self.entries.get_mut(&id) else { return };
        // What is about to be removed must not begin again meanwhile.
        let waits = rest == Rest::Queued && entry.task.is_none() && !self.removals.cover(id);
        entry.download.rest = rest;
        self.queue.set_waiting(id, waits);
        self.changed.insert(id);
    }

    async fn place(&mut self, ids: &[DownloadId], to: Move) -> Result<(), EngineError> {
        let ids = self.known(ids).await?;
        let positions = self.queue.place(&ids, to);
        self.store.save_positions(&positions).await?;
        for (id, position) in positions {
            if let Some(entry) = self.entries.get_mut(&id) {
                entry.download.position = position;
            }
            self.changed.insert(id);
        }
        Ok(())
    }

    async fn set_limit(&mut self, id: DownloadId, limit: Option<u64>) -> Result<(), EngineError> {
        self.known(&[id]).await?;
        let options = Options { limit, ..Options::default() };
        options.check().map_err(|failure| EngineError::Rejected { failure })?;
        let Some(entry) = self.entries.get_mut(&id) else { return Ok(()) };
        let mut download = entry.download.clone();
        download.options.limit = limit;
        self.store.save(std::slice::from_ref(&download)).await?;
        self.unsaved.remove(&id);
        entry.download = download;
        if let Some(task) = &entry.task {
            task.limit.set_limit(limit);
        }
        self.changed.insert(id);
        Ok(())
    }

    async fn set_settings(&mut self, settings: Settings) -> Result<(), EngineError> {
        settings.check().map_err(|error: SettingsError| EngineError::Settings { error })?;
        self.store.save_settings(&settings).await?;
        self.global_limit.set_limit(settings.limit);
        self.settings.send_replace(Arc::new(settings.clone()));
        self.tell(Event::SettingsChanged { settings });
        Ok(())
    }

    /// `ids`, each once.
    ///
    /// # Errors
    /// The first that is not on the list: nothing is done then.
    pub(super) async fn known(&self, ids: &[DownloadId]) -> Result<Vec<DownloadId>, EngineError> {
        let mut known: Vec<DownloadId> = Vec::with_capacity(ids.len());
        let mut seen = std::collections::HashSet::new();
        for &id in ids {
            if !self.entries.contains_key(&id) && self.store.download(id).await?.is_none() {
                return Err(EngineError::NoSuchDownload { id });
            }
            if seen.insert(id) {
                known.push(id);
            }
        }
        Ok(known)
    }

    fn ids_resting(&self, at: impl Fn(&Rest) -> bool) -> Vec<DownloadId> {
        self.queue
            .ids()
            .filter(|id| self.entries.get(id).is_some_and(|entry| at(&entry.download.rest)))
            .collect()
    }
}

/// Whoever asked may have stopped waiting: then nobody needs the answer.
fn answer<T>(reply: oneshot::Sender<T>, value: T) {
    if reply.send(value).is_err() {
        tracing::debug!("an answer that nobody waits for");
    }
}
