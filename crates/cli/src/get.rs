//! `haul get`: adds the downloads, follows them to their ends, and answers with an exit code.
//!
//! The list lives in memory only. What a later run needs to go on is beside the part files, so any number of these
//! commands can work at once and none leaves a trace but its files.

use futures::FutureExt;
use haul_core::{Addition, Counts, DownloadId, DownloadRow, Event, LogEntry, NewDownload};
use haul_engine::{Database, Engine, EngineConfig, EngineError, OpenError, Subscription};
use std::collections::HashMap;
use std::time::Duration;

use crate::args::{GetArgs, Trust};
use crate::exit_code;
use crate::plan::{self, Plan, PlanError};
use crate::report::{self, Reporter};
use crate::signals::Signals;
use crate::tracked::{End, Tracked};

/// How long a clean stop may take.
const STOP_WITHIN: Duration = Duration::from_secs(5);

/// Why nothing could be downloaded at all.
#[derive(Debug, thiserror::Error)]
pub enum GetError {
    #[error(transparent)]
    Plan(#[from] PlanError),
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Engine(#[from] EngineError),
    #[error("signals cannot be received: {0}")]
    Signals(std::io::Error),
    #[error("no threads can be started: {0}")]
    Threads(std::io::Error),
}

impl GetError {
    pub fn code(&self) -> u8 {
        match self {
            Self::Plan(_) => exit_code::BAD_OPTION,
            Self::Open(error) => exit_code::of_open(error),
            Self::Engine(error) => exit_code::of_refusal(error),
            Self::Signals(_) | Self::Threads(_) => exit_code::UNKNOWN,
        }
    }
}

/// Does what `args` ask, and answers with the exit code.
pub async fn get(args: &GetArgs, plan: Plan) -> Result<u8, GetError> {
    let mut signals = Signals::new().map_err(GetError::Signals)?;
    let mut config = EngineConfig::new(Database::Memory, &plan.folder);
    config.extra_roots = plan.certificates;
    config.identity = plan.identity;
    let engine = Engine::open(config).await?;
    let settings = plan::settings(args, engine.settings().borrow().as_ref().clone());
    engine.set_settings(settings).await?;
    let mut reporter = report::reporter(args);
    for warning in &plan.warnings {
        reporter.warn(warning);
    }
    let events = engine.subscribe().await?;
    let urls: Vec<String> = plan.downloads.iter().map(|download| download.url.clone()).collect();
    let additions = add(&engine, plan.downloads, plan.renews).await?;
    let mut run = Run::new(engine, reporter, urls, additions, args.trust.clone());
    let code = run.follow(events, &mut signals).await?;
    run.reporter.finish(code);
    Ok(code)
}

async fn add(
    engine: &Engine,
    downloads: Vec<NewDownload>,
    renews: bool,
) -> Result<Vec<Addition>, EngineError> {
    if !renews {
        return engine.add(downloads).await;
    }
    let mut additions = Vec::new();
    for download in downloads {
        additions.push(engine.add_as_renewal(download).await?);
    }
    Ok(additions)
}

/// One command's downloads while they are worked on.
struct Run {
    engine: Engine,
    reporter: Box<dyn Reporter>,
    all: Vec<Tracked>,
    place: HashMap<DownloadId, usize>,
    unfinished: usize,
    trust: Vec<Trust>,
    /// Of the last download that failed.
    code: u8,
}

impl Run {
    fn new(
        engine: Engine,
        reporter: Box<dyn Reporter>,
        urls: Vec<String>,
        additions: Vec<Addition>,
        trust: Vec<Trust>,
    ) -> Self {
        let tracked = urls.into_iter().zip(additions).map(|(url, addition)| match addition {
            Addition::Added { id } | Addition::Duplicate { id, .. } => Tracked::added(url, id),
            Addition::Rejected { failure, .. } => Tracked::rejected(url, failure),
        });
        let all: Vec<Tracked> = tracked.collect();
        let place = all.iter().enumerate().filter_map(|(at, one)| Some((one.id?, at))).collect();
        Self { engine, reporter, unfinished: all.len(), all, place, trust, code: exit_code::ALL_DONE }
    }

    /// Runs until everything has ended or a signal comes.
    async fn follow(&mut self, mut events: Subscription, signals: &mut Signals) -> Result<u8, EngineError> {
        for at in 0..self.all.len() {
            if self.all[at].end().is_some() {
                self.settle(at);
            }
        }
        while self.unfinished > 0 {
            tokio::select! {
                () = signals.next() => return self.stop(events, signals).await,
                event = events.next() => match event {
                    Some(event) => self.obey(event).await?,
                    None => return Err(EngineError::Closed),
                },
            }
        }
        // All is whole and synced by now: a store that is slow to close is not waited for.
        tokio::time::timeout(STOP_WITHIN, self.engine.shutdown()).await.unwrap_or_default();
        Ok(self.code)
    }

    async fn obey(&mut self, event: Event) -> Result<(), EngineError> {
        match event {
            Event::Changed { rows, many, counts, .. } => {
                self.take(rows).await?;
                if many {
                    self.ask_for_ended(&counts).await?;
                }
            }
            Event::Progress { rows, .. } => {
                let mut curious = Vec::new();
                for progress in rows {
                    let Some(&at) = self.place.get(&progress.id) else { continue };
                    if self.all[at].advance(progress) {
                        curious.push(at);
                    }
                }
                self.tell_news(&curious).await?;
                self.reporter.progress(&self.all);
            }
            // Also after a lag: whatever was missed is asked for.
            Event::Snapshot { counts, .. } => self.ask_for_ended(&counts).await?,
            Event::Removed { .. }
            | Event::SettingsChanged { .. }
            | Event::QueuesChanged { .. }
            | Event::QueueEnded { .. }
            | Event::Noticed { .. } => {}
        }
        Ok(())
    }

    /// Asks for those that are not known to have ended, if more have than are known.
    async fn ask_for_ended(&mut self, counts: &Counts) -> Result<(), EngineError> {
        let ended = self.all.iter().filter(|one| one.id.is_some() && one.end().is_some()).count();
        if (counts.completed + counts.failed) as usize <= ended {
            return Ok(());
        }
        let unknown = self.all.iter().filter(|one| one.end().is_none()).filter_map(|one| one.id);
        let unknown: Vec<DownloadId> = unknown.collect();
        self.take(self.engine.rows(&unknown).await?).await
    }

    async fn take(&mut self, rows: Vec<DownloadRow>) -> Result<(), EngineError> {
        let mut ended = Vec::new();
        for row in rows {
            let Some(&at) = self.place.get(&row.id) else { continue };
            if self.all[at].end().is_some() {
                continue;
            }
            if let Some(sha256) = self.all[at].certificate_to_trust(&row.status, &self.trust) {
                match self.engine.trust_once(row.id, sha256).await {
                    // It was told before; by now something else may have come of that.
                    Ok(()) | Err(EngineError::Rejected { .. }) => continue,
                    Err(error) => return Err(error),
                }
            }
            self.all[at].take(row);
            if self.all[at].end().is_some() {
                ended.push(at);
            }
        }
        self.tell_news(&ended).await?;
        for at in ended {
            self.settle(at);
        }
        Ok(())
    }

    /// Tells what is new in the logs of these.
    async fn tell_news(&mut self, of: &[usize]) -> Result<(), EngineError> {
        let ids: Vec<DownloadId> = of.iter().filter_map(|&at| self.all[at].id).collect();
        if ids.is_empty() {
            return Ok(());
        }
        let logs = self.engine.logs(&ids).await?;
        for &at in of {
            let Some(log) = self.all[at].id.and_then(|id| logs.get(&id)) else { continue };
            let news: Vec<&LogEntry> = self.all[at].news(log).collect();
            for entry in news {
                self.reporter.note(&self.all[at], entry);
            }
        }
        Ok(())
    }

    fn settle(&mut self, at: usize) {
        self.unfinished -= 1;
        if let Some(End::Failed { failure }) = self.all[at].end() {
            self.code = exit_code::of(failure);
        }
        self.reporter.ended(&self.all[at]);
    }

    /// Stops at a checkpoint; a second signal does not wait for it.
    async fn stop(&mut self, mut events: Subscription, signals: &mut Signals) -> Result<u8, EngineError> {
        tokio::select! {
            () = signals.next() => return Ok(exit_code::KILLED),
            // Too slow: what the last checkpoint holds is kept all the same.
            _late = tokio::time::timeout(STOP_WITHIN, self.engine.shutdown()) => {}
        }
        // Some may have ended while the others were stopped.
        while let Some(Some(event)) = events.next().now_or_never() {
            self.note_last(event);
        }
        if self.unfinished == 0 {
            return Ok(self.code);
        }
        let unfinished: Vec<&Tracked> = self.all.iter().filter(|one| one.end().is_none()).collect();
        self.reporter.stopped(&unfinished);
        Ok(exit_code::UNFINISHED)
    }

    /// As `obey`, once the engine answers no more questions.
    fn note_last(&mut self, event: Event) {
        let Event::Changed { rows, .. } = event else { return };
        for row in rows {
            let Some(&at) = self.place.get(&row.id) else { continue };
            if self.all[at].end().is_some() {
                continue;
            }
            self.all[at].take(row);
            if self.all[at].end().is_some() {
                self.settle(at);
            }
        }
    }
}
