//! What can be asked of the dispatcher, and how it obeys.

use haul_core::rules::Sorter;
use haul_core::{
    Addition, Download, DownloadId, Event, FileFate, Finding, KindEdit, LogEntry, Move, NewDownload, Notice,
    OptionEdit, Place, Priority, QueueId, QueueSettings, Relocated, Relocation, RemovedQueue, Rest, Resting,
    Restored, Settings, SettingsError, SpeedHistory, TagEdits, Timestamp,
};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::oneshot;

use super::{Dispatcher, Entry, Reply};
use crate::EngineError;
use crate::clock::now;
use crate::glances::Glance;
use crate::store::Durability;
use crate::transfer::keeping::OldPart;
use crate::transfer::label::Label;

/// A command with the place for its answer.
#[derive(Debug)]
pub enum Command {
    Add { downloads: Vec<NewDownload>, reply: Reply<Vec<Addition>> },
    Adopt { new: Box<NewDownload>, left: Option<Box<(PathBuf, Label)>>, reply: Reply<Addition> },
    Pause { ids: Vec<DownloadId>, reply: Reply },
    Resume { ids: Vec<DownloadId>, reply: Reply },
    Retry { ids: Vec<DownloadId>, reply: Reply },
    StartOver { ids: Vec<DownloadId>, reply: Reply },
    KeepPart { ids: Vec<DownloadId>, reply: Reply },
    Remove { ids: Vec<DownloadId>, fate: FileFate, reply: Reply },
    Restore { ids: Vec<DownloadId>, reply: Reply<Restored> },
    Move { ids: Vec<DownloadId>, to: Move, reply: Reply<Vec<Place>> },
    Relocate { wanted: Vec<Relocation>, reply: Reply<Relocated> },
    Rearrange { places: Vec<Place>, reply: Reply },
    SetPriority { ids: Vec<DownloadId>, priority: Priority, reply: Reply<Vec<Place>> },
    StartAt { ids: Vec<DownloadId>, starts: Option<Timestamp>, reply: Reply },
    Assign { ids: Vec<DownloadId>, queue: QueueId, reply: Reply },
    AddQueue { settings: QueueSettings, reply: Reply<QueueId> },
    SetQueue { id: QueueId, settings: QueueSettings, reply: Reply },
    MoveQueue { id: QueueId, before: Option<QueueId>, reply: Reply },
    RemoveQueue { id: QueueId, reply: Reply<RemovedQueue> },
    RestoreQueue { removed: RemovedQueue, reply: Reply },
    Renew { id: DownloadId, url: String, reply: Reply },
    SetMirrors { id: DownloadId, mirrors: Vec<String>, reply: Reply },
    Verify { ids: Vec<DownloadId>, reply: Reply },
    Repair { ids: Vec<DownloadId>, reply: Reply },
    Glanced { there: Vec<Glance>, missing: Vec<Glance> },
    Find { id: DownloadId, path: PathBuf, reply: Reply<Option<Finding>> },
    TrustOnce { id: DownloadId, sha256: String, reply: Reply },
    EditTags { edits: Box<TagEdits>, reply: Reply<TagEdits> },
    RenameTag { from: String, to: String, reply: Reply<TagEdits> },
    RemoveTag { tag: String, reply: Reply<TagEdits> },
    SetNote { id: DownloadId, note: Option<String>, reply: Reply<Option<String>> },
    SetKinds { edits: Vec<KindEdit>, reply: Reply<Vec<KindEdit>> },
    SetOptions { edits: Vec<OptionEdit>, reply: Reply<Vec<OptionEdit>> },
    Speed { id: DownloadId, reply: oneshot::Sender<SpeedHistory> },
    PauseAll { reply: Reply<Vec<DownloadId>> },
    ResumeAll { reply: Reply<Vec<DownloadId>> },
    SetSettings { settings: Box<Settings>, reply: Reply },
    Resorted,
    Notice { notice: Notice, reply: oneshot::Sender<()> },
    Snapshot { reply: oneshot::Sender<Event> },
    Shutdown { reply: oneshot::Sender<()> },
}

impl Dispatcher {
    pub(super) async fn obey(&mut self, command: Command) {
        match command {
            Command::Add { downloads, reply } => answer(reply, self.add(downloads).await),
            Command::Adopt { new, left, reply } => answer(reply, self.adopt(*new, left).await),
            Command::Pause { ids, reply } => answer(reply, self.pause(&ids).await.map(drop)),
            Command::Resume { ids, reply } => answer(reply, self.resume(&ids).await.map(drop)),
            Command::Retry { ids, reply } => answer(reply, self.retry(&ids).await),
            Command::StartOver { ids, reply } => answer(reply, self.start_over(&ids, OldPart::Dropped).await),
            Command::KeepPart { ids, reply } => answer(reply, self.start_over(&ids, OldPart::Kept).await),
            Command::Remove { ids, fate, reply } => self.remove(ids, fate, reply).await,
            Command::Restore { ids, reply } => self.restore(ids, reply),
            Command::Move { ids, to, reply } => answer(reply, self.place(&ids, to).await),
            Command::Relocate { wanted, reply } => self.relocate(wanted, reply).await,
            Command::Rearrange { places, reply } => answer(reply, self.rearrange(&places).await),
            Command::SetPriority { ids, priority, reply } => {
                answer(reply, self.set_priority(&ids, priority).await);
            }
            Command::StartAt { ids, starts, reply } => answer(reply, self.start_at(&ids, starts).await),
            Command::Assign { ids, queue, reply } => answer(reply, self.assign(&ids, queue).await),
            Command::AddQueue { settings, reply } => answer(reply, self.add_queue(settings).await),
            Command::SetQueue { id, settings, reply } => answer(reply, self.set_queue(id, settings).await),
            Command::MoveQueue { id, before, reply } => answer(reply, self.move_queue(id, before).await),
            Command::RemoveQueue { id, reply } => answer(reply, self.remove_queue(id).await),
            Command::RestoreQueue { removed, reply } => answer(reply, self.restore_queue(removed).await),
            Command::Renew { id, url, reply } => answer(reply, self.renew(id, &url).await),
            Command::SetMirrors { id, mirrors, reply } => answer(reply, self.set_mirrors(id, mirrors).await),
            Command::Verify { ids, reply } => answer(reply, self.verify(&ids).await),
            Command::Repair { ids, reply } => answer(reply, self.repair(&ids).await),
            Command::Glanced { there, missing } => self.glanced(there, missing).await,
            Command::Find { id, path, reply } => self.find(id, path, reply).await,
            Command::TrustOnce { id, sha256, reply } => answer(reply, self.trust_once(id, &sha256).await),
            Command::EditTags { edits, reply } => answer(reply, self.edit_tags(*edits).await),
            Command::RenameTag { from, to, reply } => answer(reply, self.rename_tag(&from, &to).await),
            Command::RemoveTag { tag, reply } => answer(reply, self.remove_tag(&tag).await),
            Command::SetNote { id, note, reply } => answer(reply, self.set_note(id, note).await),
            Command::SetKinds { edits, reply } => answer(reply, self.set_kinds(edits).await),
            Command::SetOptions { edits, reply } => answer(reply, self.set_options(edits).await),
            Command::Speed { id, reply } => answer(reply, self.speed(id)),
            Command::PauseAll { reply } => {
                let ids = self.list.resting(Resting::Queued);
                answer(reply, self.pause(&ids).await);
            }
            Command::ResumeAll { reply } => {
                let ids = self.list.resting(Resting::Paused);
                answer(reply, self.resume(&ids).await);
            }
            Command::SetSettings { settings, reply } => answer(reply, self.set_settings(*settings).await),
            Command::Resorted => self.tell_many(),
            Command::Notice { notice, reply } => {
                self.notice(notice);
                answer(reply, ());
            }
            Command::Snapshot { reply } => answer(reply, self.snapshot()),
            Command::Shutdown { reply } => answer(reply, ()),
        }
    }

    /// Answers with those that were not paused.
    pub(super) async fn pause(&mut self, ids: &[DownloadId]) -> Result<Vec<DownloadId>, EngineError> {
        let ids = self.known(ids).await?;
        self.checks.stop(&ids);
        self.distrust(&ids);
        let paused = self.wish(&ids, Resting::Paused, |entry| entry.resting == Resting::Queued).await?;
        for id in &paused {
            if let Some(work) = self.works.get(id) {
                work.task.stop.cancel();
            }
        }
        Ok(paused)
    }

    /// Answers with those that were paused.
    async fn resume(&mut self, ids: &[DownloadId]) -> Result<Vec<DownloadId>, EngineError> {
        let ids = self.known(ids).await?;
        self.distrust(&ids);
        self.wish(&ids, Resting::Queued, |entry| entry.resting == Resting::Paused).await
    }

    async fn retry(&mut self, ids: &[DownloadId]) -> Result<(), EngineError> {
        let ids = self.known(ids).await?;
        self.distrust(&ids);
        for id in &ids {
            if let Some(work) = self.works.get(id) {
                // Only those that wait now: whoever works must still heed what a later failure asks for.
                work.task.hurry.notify_waiters();
            }
        }
        self.wish(&ids, Resting::Queued, |entry| entry.resting != Resting::Queued).await?;
        Ok(())
    }

    async fn start_over(&mut self, ids: &[DownloadId], part: OldPart) -> Result<(), EngineError> {
        let ids = self.known(ids).await?;
        self.distrust(&ids);
        self.revive_completed(&ids).await?;
        self.wish(&ids, Resting::Queued, |_| true).await?;
        for id in ids {
            self.list.change(id, |entry| entry.start_over = Some(part));
            if let Some(work) = self.works.get(&id) {
                work.task.stop.cancel();
            }
        }
        Ok(())
    }

    /// Completed downloads are in the store only: bring them back to begin anew, under a name of their own.
    async fn revive_completed(&mut self, ids: &[DownloadId]) -> Result<(), EngineError> {
        let completed_ids: Vec<_> = ids
            .iter()
            .copied()
            .filter(|id| !self.list.contains(*id) && !self.relocations.cover(*id))
            .collect();
        if completed_ids.is_empty() {
            return Ok(());
        }
        let anew = |download: Arc<Download>| Download {
            rest: Rest::Paused,
            part: None,
            replaces: None,
            resource: None,
            received: 0,
            finished: None,
            ..Arc::unwrap_or_clone(download)
        };
        let completed = self.read(&completed_ids).await?.into_iter().map(anew).zip(self.list.ends());
        let revived: Vec<Download> =
            completed.map(|(download, position)| Download { position, ..download }).collect();
        self.store.save_revived(&revived).await?;
        self.checks.forget(&completed_ids);
        for Download { id, queue, position, .. } in revived {
            self.unsaved.remove(&id);
            self.list.remove_completed();
            self.list.insert(id, (queue, position), Resting::Paused, None);
        }
        Ok(())
    }

    /// Lets every one of `ids` that is `eligible` rest at `wish` from now on, saved before it takes effect. Answers with
    /// those.
    pub(super) async fn wish(
        &mut self,
        ids: &[DownloadId],
        wish: Resting,
        eligible: impl Fn(Entry) -> bool,
    ) -> Result<Vec<DownloadId>, EngineError> {
        let entry = match wish {
            Resting::Queued => LogEntry::Queued,
            Resting::Paused | Resting::Failed => LogEntry::Paused,
        };
        self.wish_because(ids, wish, &entry, eligible).await
    }

    /// The same, with what the logs say of it.
    pub(super) async fn wish_because(
        &mut self,
        ids: &[DownloadId],
        wish: Resting,
        entry: &LogEntry,
        eligible: impl Fn(Entry) -> bool,
    ) -> Result<Vec<DownloadId>, EngineError> {
        // What is about to be removed must not begin again meanwhile.
        let may = |id: &DownloadId| self.list.get(*id).is_some_and(&eligible) && !self.removals.cover(*id);
        let ids: Vec<DownloadId> = ids.iter().copied().filter(may).collect();
        if ids.is_empty() {
            return Ok(ids);
        }
        let rest = match wish {
            Resting::Queued => Rest::Queued,
            Resting::Paused | Resting::Failed => Rest::Paused,
        };
        // What happened before stands before it in the logs.
        self.write_notes(Durability::Quick).await;
        self.store.save_resting(&ids, wish, now(), entry).await?;
        for id in &ids {
            let work = self.works.get_mut(id).map(|work| &mut work.download);
            for download in work.into_iter().chain(self.unsaved.get_mut(id)) {
                let download = Arc::make_mut(download);
                download.rest = rest.clone();
                download.starts = download.starts.filter(|_| wish == Resting::Queued);
            }
            self.ahead.remove(id);
            self.list.set_resting(*id, wish);
        }
        self.changed.extend(&ids);
        Ok(ids)
    }

    pub(super) async fn set_settings(&mut self, settings: Settings) -> Result<(), EngineError> {
        settings.check().map_err(|error: SettingsError| EngineError::Settings { error })?;
        let settings = self.with_speed_since(settings);
        self.store.save_settings(&settings).await?;
        let sorts_anew = settings.kinds != self.settings.borrow().kinds;
        let wanting = self.wanting();
        self.sorter = Arc::new(Sorter::of(&settings));
        self.counting.is_due = true;
        self.put_settings_in_force(settings);
        if sorts_anew {
            self.sort_at_hand_anew();
        }
        self.look_at_clock().await;
        if self.wanting() != wanting {
            self.heed_surroundings();
        }
        Ok(())
    }
}

/// Whoever asked may have stopped waiting: then nobody needs the answer.
fn answer<T>(reply: oneshot::Sender<T>, value: T) {
    if reply.send(value).is_err() {
        tracing::debug!("an answer that nobody waits for");
    }
}
