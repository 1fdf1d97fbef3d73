//! The handle: a method for each thing that can be asked of the engine.
//!
//! Changes go to the dispatcher as messages and are answered; reading the list goes to the store directly, with what runs
//! now laid over it, so that a long query never holds up the dispatcher.

mod duplicates;
mod editing;
mod foreseeing;
mod listening;
mod queues;
mod reading;
mod sorting;

pub use listening::{Subscription, WindowLine};

use haul_core::filename::{self, PartName};
use haul_core::{
    Addition, DownloadId, Event, FileFate, Finding, NewDownload, OptionChange, OptionEdit, Relocated,
    Relocation, Restored, Settings, SpeedHistory,
};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::{Mutex, Notify, broadcast, mpsc, oneshot, watch};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::dispatcher::{self, Command, Live};
use crate::files::blocking;
use crate::glances::{self, Glance};
use crate::protocol::Protocols;
use crate::store::Store;
use crate::transfer::part_file;
use crate::{EngineConfig, EngineError, OpenError};

/// Commands that may wait before a caller waits.
const COMMANDS: usize = 256;

/// A running engine. Clones are handles to the same one; when the last is dropped it stops as after a crash: at the last
/// checkpoint. [`Engine::shutdown`] stops it in order.
#[derive(Debug, Clone)]
pub struct Engine {
    commands: mpsc::Sender<Command>,
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    store: Store,
    live: watch::Receiver<Arc<Live>>,
    settings: watch::Receiver<Arc<Settings>>,
    events: broadcast::Sender<Event>,
    protocols: Arc<Protocols>,
    clock: Clock,
    glances: mpsc::Sender<Vec<Glance>>,
    /// Ends the reading of web pages.
    looks: Notify,
    task: Mutex<JoinSet<()>>,
}

impl Engine {
    /// Opens the list, queues again whatever was running, and begins to work. Must be called in a tokio runtime with
    /// time and I/O; all transfers run on it.
    ///
    /// # Errors
    /// See [`OpenError`]. A damaged database is none: it is set aside, and a notice says so.
    pub async fn open(config: EngineConfig) -> Result<Engine, OpenError> {
        let (dispatcher, wiring) = dispatcher::open(config).await?;
        let (commands, inbox) = mpsc::channel(COMMANDS);
        let mut task = JoinSet::new();
        let (indexing, ended) = (wiring.store.clone(), CancellationToken::new());
        let end = ended.clone().drop_guard();
        let end_of_glances = ended.clone();
        let sorting =
            sorting::keep_sorted(wiring.store.clone(), wiring.settings.clone(), commands.downgrade());
        let stopped = ended.clone();
        task.spawn(async move { stopped.run_until_cancelled(sorting).await.unwrap_or_default() });
        task.spawn(
            async move { ended.run_until_cancelled(indexing.keep_indexed()).await.unwrap_or_default() },
        );
        let (glances, to_look_for) = mpsc::channel(glances::PAGES);
        let (looking, ended) = (glances::keep_looking(to_look_for, commands.downgrade()), end_of_glances);
        task.spawn(async move { ended.run_until_cancelled(looking).await.unwrap_or_default() });
        task.spawn(async move {
            // It owns much, and is moved as little as may be.
            Box::pin(dispatcher.run(inbox)).await;
            drop(end);
        });
        let shared = Shared {
            store: wiring.store,
            live: wiring.live,
            settings: wiring.settings,
            events: wiring.events,
            protocols: wiring.protocols,
            clock: wiring.clock,
            glances,
            looks: Notify::new(),
            task: Mutex::new(task),
        };
        Ok(Engine { commands, shared: Arc::new(shared) })
    }

    /// Puts downloads at the end of the queue, all in one transaction. What cannot be an address is rejected with its
    /// reason; what is on the list already has its [`haul_core::WhenDuplicate`]; the others are added.
    pub async fn add(&self, downloads: Vec<NewDownload>) -> Result<Vec<Addition>, EngineError> {
        self.clear_for(&downloads).await?;
        self.ask(|reply| Command::Add { downloads, reply }).await?
    }

    /// Stops these and keeps what is there. Completed and failed ones stay as they are.
    pub async fn pause(&self, ids: Vec<DownloadId>) -> Result<(), EngineError> {
        self.ask(|reply| Command::Pause { ids, reply }).await?
    }

    /// Queues paused ones again.
    pub async fn resume(&self, ids: Vec<DownloadId>) -> Result<(), EngineError> {
        self.ask(|reply| Command::Resume { ids, reply }).await?
    }

    /// Queues failed ones again, and makes waiting retries happen now.
    pub async fn retry(&self, ids: Vec<DownloadId>) -> Result<(), EngineError> {
        self.ask(|reply| Command::Retry { ids, reply }).await?
    }

    /// Throws away what is there of these (a completed file stays and the new one gets another name) and queues them.
    pub async fn start_over(&self, ids: Vec<DownloadId>) -> Result<(), EngineError> {
        self.ask(|reply| Command::StartOver { ids, reply }).await?
    }

    /// Queues these to begin at byte 0; what is there of each stays, under a name of its own (`a (old part).zip`).
    pub async fn keep_part(&self, ids: Vec<DownloadId>) -> Result<(), EngineError> {
        self.ask(|reply| Command::KeepPart { ids, reply }).await?
    }

    /// Takes downloads off the list; answers when their transfers have ended and the files had their fate.
    ///
    /// # Errors
    /// `FileKept` if a file could not be trashed or deleted: that download stays on the list.
    pub async fn remove(&self, ids: Vec<DownloadId>, fate: FileFate) -> Result<(), EngineError> {
        self.ask(|reply| Command::Remove { ids, fate, reply }).await?
    }

    /// Puts removed downloads back on the list as they were: the same id, place in the queue, state, options, log and whatever
    /// else belonged to them, and the file back from the trash if it went there. Removed ones are kept for a day; those whose
    /// file was deleted are not. One whose unfinished file is not there any more, or is another download's by now, is paused
    /// and has nothing.
    pub async fn restore(&self, ids: Vec<DownloadId>) -> Result<Restored, EngineError> {
        self.ask(|reply| Command::Restore { ids, reply }).await?
    }

    /// Gives an unfinished download another link, and queues it. What is there is kept if the link leads to the same file: by
    /// its validator, or by bytes at several places; else it fails with `OtherFile`, and nothing is lost. Headers that are
    /// secrets are not told to another origin.
    ///
    /// # Errors
    /// `Rejected` if `url` is no address.
    pub async fn renew(&self, id: DownloadId, url: impl Into<String>) -> Result<(), EngineError> {
        let url = url.into();
        self.ask(|reply| Command::Renew { id, url, reply }).await?
    }

    /// Gives an unfinished download other mirrors in place of those that it had; a running one goes on with them.
    ///
    /// # Errors
    /// `Rejected` with `InvalidOption` if one is no address, or if they are too many.
    pub async fn set_mirrors(&self, id: DownloadId, mirrors: Vec<String>) -> Result<(), EngineError> {
        self.ask(|reply| Command::SetMirrors { id, mirrors, reply }).await?
    }

    /// Reads these finished files again and compares them with the hashes that were kept when they were finished, and with
    /// their checksums. Answers at once: what is found is told as [`haul_core::Check`] of their rows, and in their logs.
    /// [`Engine::pause`] stops it. Others stay as they are.
    pub async fn verify(&self, ids: Vec<DownloadId>) -> Result<(), EngineError> {
        self.ask(|reply| Command::Verify { ids, reply }).await?
    }

    /// Queues these finished ones to be read again and, where they are damaged, to be made good: what is not as it was is
    /// fetched again if the server still has the same file, and takes the place of the damaged file once it is whole. If that
    /// fails, they are completed as before, with the damaged file untouched. Others stay as they are, and so do those of
    /// which nothing is known that they could be compared with.
    pub async fn repair(&self, ids: Vec<DownloadId>) -> Result<(), EngineError> {
        self.ask(|reply| Command::Repair { ids, reply }).await?
    }

    /// Adds `new` as another link for the unfinished file of its folder and name, which an earlier run of another list left:
    /// what is there is kept as [`Engine::renew`] keeps it. Where there is none that can be continued, it is added as any other.
    pub async fn add_as_renewal(&self, new: NewDownload) -> Result<Addition, EngineError> {
        let folder = new.folder.clone().unwrap_or_else(|| self.shared.settings.borrow().folder.clone());
        let name = filename::safe(new.options.name.as_deref().unwrap_or_default());
        let parts = PartName::default().paths(&folder, &name);
        match blocking(move || part_file::left_at(&parts)).await {
            Ok(left) => {
                let left = left.map(Box::new);
                self.ask(|reply| Command::Adopt { new: Box::new(new), left, reply }).await?
            }
            Err(failure) => Ok(Addition::Rejected { url: new.url, failure }),
        }
    }

    /// Queues a download again that failed because of a certificate, and accepts exactly that one (by its SHA-256, so that
    /// it is the one that was looked at) from the host and port that showed it, until the download ends or is stopped. Nothing
    /// of that is kept. Not for certificates that were revoked.
    ///
    /// # Errors
    /// `Rejected` if it was another certificate, or if it did not fail because of one: a repair that did is no failed download.
    pub async fn trust_once(&self, id: DownloadId, sha256: impl Into<String>) -> Result<(), EngineError> {
        let sha256 = sha256.into();
        self.ask(|reply| Command::TrustOnce { id, sha256, reply }).await?
    }

    /// Changes options of unfinished downloads, and answers with the edits that take it back. Those at work take a limit at
    /// once; for the rest they go on over new connections, or, if they could not be continued, with what they have until they
    /// start the next time.
    ///
    /// # Errors
    /// `Rejected` with what cannot be: then nothing was changed.
    pub async fn set_options(&self, edits: Vec<OptionEdit>) -> Result<Vec<OptionEdit>, EngineError> {
        self.ask(|reply| Command::SetOptions { edits, reply }).await?
    }

    /// Gives downloads other names or folders, finished or not; answers when they are there. Whoever runs rests meanwhile. What
    /// cannot be a name becomes one that can. Those that somebody moves or removes already stay as they are.
    ///
    /// # Errors
    /// `Rejected` if a name is empty or a folder not absolute: nothing is done then.
    pub async fn relocate(&self, wanted: Vec<Relocation>) -> Result<Relocated, EngineError> {
        self.ask(|reply| Command::Relocate { wanted, reply }).await?
    }

    /// Has the file at `path` read, and takes it for that of the finished download `id` if it is the one: by the hashes and the
    /// checksum that were kept, or by its size where none were. Answers with what was found; none if that was stopped.
    pub async fn find_file(&self, id: DownloadId, path: PathBuf) -> Result<Option<Finding>, EngineError> {
        self.ask(|reply| Command::Find { id, path, reply }).await?
    }

    /// Limits one download to `limit` bytes a second, from now on; none: no limit of its own.
    pub async fn set_limit(&self, id: DownloadId, limit: Option<u64>) -> Result<(), EngineError> {
        let edit = OptionEdit { id, changes: vec![OptionChange::Limit(limit)] };
        self.set_options(vec![edit]).await.map(drop)
    }

    /// How fast a download was since the engine was opened, also over pauses; of the latest hundred that do not run any more.
    pub async fn speed(&self, id: DownloadId) -> Result<SpeedHistory, EngineError> {
        self.ask(|reply| Command::Speed { id, reply }).await
    }

    /// Answers with those that ran or waited.
    pub async fn pause_all(&self) -> Result<Vec<DownloadId>, EngineError> {
        self.ask(|reply| Command::PauseAll { reply }).await?
    }

    /// Answers with those that were paused.
    pub async fn resume_all(&self) -> Result<Vec<DownloadId>, EngineError> {
        self.ask(|reply| Command::ResumeAll { reply }).await?
    }

    /// Puts new settings in force at once, for running transfers too.
    ///
    /// # Errors
    /// `Settings` names the field that is out of range.
    pub async fn set_settings(&self, settings: Settings) -> Result<(), EngineError> {
        self.ask(|reply| Command::SetSettings { settings: Box::new(settings), reply }).await?
    }

    /// The settings in force, and every later change of them.
    pub fn settings(&self) -> watch::Receiver<Arc<Settings>> {
        self.shared.settings.clone()
    }

    /// Tells the person something that the consumer knows (and the engine passes on to every listener).
    pub async fn notice(&self, notice: haul_core::Notice) -> Result<(), EngineError> {
        self.ask(|reply| Command::Notice { notice, reply }).await
    }

    /// Settings, counts and notices as they are now.
    pub async fn snapshot(&self) -> Result<Event, EngineError> {
        self.ask(|reply| Command::Snapshot { reply }).await
    }

    /// Stops every transfer at a checkpoint and closes the list. Later calls answer `Closed`.
    pub async fn shutdown(&self) {
        let (reply, answered) = oneshot::channel();
        // A dispatcher that is gone already has nothing left to stop.
        if self.commands.send(Command::Shutdown { reply }).await.is_ok() {
            answered.await.unwrap_or_default();
        }
        while self.shared.task.lock().await.join_next().await.is_some() {}
    }

    async fn ask<T>(&self, command: impl FnOnce(oneshot::Sender<T>) -> Command) -> Result<T, EngineError> {
        let (reply, answer) = oneshot::channel();
        self.commands.send(command(reply)).await.map_err(|_| EngineError::Closed)?;
        answer.await.map_err(|_| EngineError::Closed)
    }
}
