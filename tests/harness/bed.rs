//! A test bed: a real engine on a real database and folder, in a runtime of its own so that it can crash.

use haul_core::week::TimeZone;
use haul_core::{
    Addition, Details, DownloadId, DownloadRow, Event, Failure, FileFate, LogEntry, NewDownload, Notice,
    Settings, Status, Surroundings, ViewPage, ViewQuery,
};
use haul_engine::{Clock, Database, Engine, EngineConfig, Network, OpenError, RoundTrip, Told, Trips};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::{Names, soon};

/// What a test bed is made of before its engine starts.
pub struct HaulBuilder {
    home: TempDir,
    folder: PathBuf,
    extra_roots: Vec<Vec<u8>>,
    wall: Option<Wall>,
    names: Option<Names>,
    trips: Option<Trips>,
    change: Option<Change>,
}

/// Of the engine's runtime.
const THREADS: usize = 2;

type Change = Box<dyn FnOnce(&mut Settings)>;
/// The clock that the engine believes in place of the machine's.
type Wall = (watch::Sender<Told>, TimeZone);

/// A running test bed; everything it made is deleted with it.
pub struct Haul {
    home: TempDir,
    folder: PathBuf,
    extra_roots: Vec<Vec<u8>>,
    online: watch::Sender<bool>,
    surroundings: watch::Sender<Surroundings>,
    wall: Option<Wall>,
    names: Option<Names>,
    trips: Option<Trips>,
    running: Option<(Engine, Runtime)>,
}

impl HaulBuilder {
    /// Changes the settings before anything is added.
    pub fn settings(mut self, change: impl FnOnce(&mut Settings) + 'static) -> Self {
        self.change = Some(Box::new(change));
        self
    }

    /// Trusts this certificate (PEM) beside the system's.
    pub fn trusting(mut self, certificate: Vec<u8>) -> Self {
        self.extra_roots.push(certificate);
        self
    }

    /// Has a clock on the wall of its own, which shows `at` (ms since 1970) in `zone`.
    pub fn clock(mut self, at: u64, zone: TimeZone) -> Self {
        self.wall = Some((watch::Sender::new(Told::now(at)), zone));
        self
    }

    /// Looks up the addresses of servers there.
    pub fn names(mut self, names: &Names) -> Self {
        self.names = Some(names.clone());
        self
    }

    /// Measures round trips so.
    pub fn trips(mut self, trip: impl RoundTrip + 'static) -> Self {
        self.trips = Some(Trips::by(trip));
        self
    }

    /// Downloads into `folder` instead of one of its own.
    pub fn folder(mut self, folder: impl Into<PathBuf>) -> Self {
        self.folder = folder.into();
        self
    }

    /// Where the list will be: to put something else there first.
    pub fn database(&self) -> PathBuf {
        database(&self.home)
    }

    pub fn downloads(&self) -> &Path {
        &self.folder
    }

    pub async fn start(self) -> Haul {
        let Self { home, folder, extra_roots, wall, names, trips, change } = self;
        let (online, surroundings) = (watch::Sender::new(true), watch::Sender::default());
        let mut haul =
            Haul { home, folder, extra_roots, online, surroundings, wall, names, trips, running: None };
        haul.open().await.unwrap();
        if let Some(change) = change {
            haul.set(change).await;
        }
        haul
    }

    /// Why the engine does not open.
    pub async fn refused(self) -> OpenError {
        let Self { home, folder, extra_roots, wall, names, trips, change: _ } = self;
        let (online, surroundings) = (watch::Sender::new(true), watch::Sender::default());
        let mut haul =
            Haul { home, folder, extra_roots, online, surroundings, wall, names, trips, running: None };
        haul.open().await.expect_err("the engine should refuse to open")
    }
}

fn database(home: &TempDir) -> PathBuf {
    home.path().join("data/haul.db")
}

impl Haul {
    pub fn bed() -> HaulBuilder {
        let home = tempfile::Builder::new().prefix("haul-test-").tempdir().unwrap();
        let folder = home.path().join("downloads");
        std::fs::create_dir(&folder).unwrap();
        HaulBuilder {
            home,
            folder,
            extra_roots: Vec::new(),
            wall: None,
            names: None,
            trips: None,
            change: None,
        }
    }

    /// A test bed with the settings that a new user has.
    pub async fn start() -> Haul {
        Self::bed().start().await
    }

    /// A test bed for failures that end: few tries, short time-outs.
    pub async fn impatient() -> Haul {
        let hurry = |settings: &mut Settings| {
            settings.max_tries = 2;
            settings.connect_timeout_secs = 2;
            settings.stall_timeout_secs = 2;
        };
        Self::bed().settings(hurry).start().await
    }

    async fn open(&mut self) -> Result<(), OpenError> {
        let mut config = EngineConfig::new(Database::File(database(&self.home)), &self.folder);
        config.extra_roots = self.extra_roots.clone();
        config.network = Network::told(self.online.subscribe());
        config.surroundings = self.surroundings.subscribe();
        if let Some((told, zone)) = &self.wall {
            config.clock = Clock::told(told.subscribe(), zone.clone());
        }
        if let Some(names) = &self.names {
            config.resolver = names.resolver();
        }
        if let Some(trips) = &self.trips {
            config.trips = trips.clone();
        }
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(THREADS).enable_all().build().unwrap();
        match runtime.spawn(Engine::open(config)).await.unwrap() {
            Ok(engine) => self.running = Some((engine, runtime)),
            Err(error) => {
                runtime.shutdown_background();
                return Err(error);
            }
        }
        Ok(())
    }

    pub fn engine(&self) -> &Engine {
        &self.running.as_ref().expect("the engine was stopped").0
    }

    /// Ends the engine in order.
    pub async fn stop(&mut self) {
        let (engine, runtime) = self.running.take().expect("the engine was stopped");
        soon(engine.shutdown()).await;
        drop(engine);
        end(runtime).await;
    }

    /// Ends the engine as a killed process ends: no last checkpoint, no good-bye.
    pub async fn crash(&mut self) {
        let (engine, runtime) = self.running.take().expect("the engine was stopped");
        end(runtime).await;
        drop(engine);
    }

    /// Starts it again on the same database.
    pub async fn reopen(&mut self) {
        self.open().await.unwrap();
    }

    /// Why it does not open again.
    pub async fn reopen_refused(&mut self) -> OpenError {
        self.open().await.expect_err("the engine should refuse to open")
    }

    pub async fn restart(&mut self) {
        self.stop().await;
        self.reopen().await;
    }

    /// Pulls out the network cable, or puts it back in.
    pub fn online(&self, online: bool) {
        self.online.send_replace(online);
    }

    /// Pulls out the plug of the computer, puts it back in, or has it go over another line.
    pub fn surroundings(&self, on_battery: bool, is_metered: bool) {
        self.surroundings.send_modify(|now| (now.on_battery, now.is_metered) = (on_battery, is_metered));
    }

    /// What its battery holds, in percent.
    pub fn charge(&self, charge: u32) {
        self.surroundings.send_modify(|now| now.charge = charge);
    }

    /// Sets the clock on the wall, which [`HaulBuilder::clock`] hung up.
    pub fn set_clock(&self, at: u64) {
        let (told, _) = self.wall.as_ref().expect("the machine's own clock is not set");
        told.send_replace(Told::now(at));
    }

    /// Keeps the engine's threads busy with something else: each gets to its transfers 50 times a second. Until the
    /// returned set is dropped.
    pub fn keep_busy(&self) -> JoinSet<()> {
        let (_, runtime) = self.running.as_ref().expect("the engine was stopped");
        let mut busy = JoinSet::new();
        for _ in 0..THREADS {
            // Blocked is as busy to a runtime as reckoning, and leaves the processor to other tests.
            let block = async {
                loop {
                    std::thread::park_timeout(Duration::from_millis(20));
                    tokio::task::yield_now().await;
                }
            };
            busy.spawn_on(block, runtime.handle());
        }
        busy
    }

    pub fn database(&self) -> PathBuf {
        database(&self.home)
    }

    /// Where downloads go.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The finished file of that name.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The unfinished file of that name.
    pub fn part(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.part"))
    }

    /// What lies in the download folder.
    pub fn names(&self) -> Vec<String> {
        crate::names_in(&self.folder)
    }

    pub async fn set(&self, change: impl FnOnce(&mut Settings)) {
        let mut settings = Settings::clone(&self.engine().settings().borrow());
        change(&mut settings);
        soon(self.engine().set_settings(settings)).await.unwrap();
    }

    pub async fn add(&self, url: impl Into<String>) -> DownloadId {
        self.add_with(url, |_| {}).await
    }

    /// Adds a download that something is changed of first.
    pub async fn add_with(
        &self,
        url: impl Into<String>,
        change: impl FnOnce(&mut NewDownload),
    ) -> DownloadId {
        let mut new = NewDownload::of(url);
        change(&mut new);
        match soon(self.engine().add(vec![new])).await.unwrap().as_slice() {
            [Addition::Added { id }] => *id,
            other => panic!("not added: {other:?}"),
        }
    }

    /// Why `url` is not even added.
    pub async fn rejection(&self, url: &str) -> Failure {
        match soon(self.engine().add(vec![NewDownload::of(url)])).await.unwrap().remove(0) {
            Addition::Rejected { failure, .. } => failure,
            Addition::Added { id } | Addition::Duplicate { id, .. } => panic!("{url:?} was added as {id}"),
        }
    }

    pub async fn pause(&self, id: DownloadId) -> DownloadRow {
        soon(self.engine().pause(vec![id])).await.unwrap();
        self.until(id, |row| row.status == Status::Paused).await
    }

    pub async fn resume(&self, id: DownloadId) {
        soon(self.engine().resume(vec![id])).await.unwrap();
    }

    pub async fn retry(&self, id: DownloadId) {
        soon(self.engine().retry(vec![id])).await.unwrap();
    }

    pub async fn start_over(&self, id: DownloadId) {
        soon(self.engine().start_over(vec![id])).await.unwrap();
    }

    pub async fn remove(&self, ids: Vec<DownloadId>, fate: FileFate) {
        soon(self.engine().remove(ids, fate)).await.unwrap();
    }

    pub async fn details(&self, id: DownloadId) -> Details {
        soon(self.engine().details(id)).await.unwrap().expect("the download is not on the list")
    }

    pub async fn view(&self, query: ViewQuery) -> ViewPage {
        soon(self.engine().view(query)).await.unwrap()
    }

    /// What happened to a download, oldest first.
    pub async fn log(&self, id: DownloadId) -> Vec<LogEntry> {
        self.details(id).await.log.into_iter().map(|line| line.entry).collect()
    }

    /// What the engine says that belongs to no download.
    pub async fn notices(&self) -> Vec<Notice> {
        match soon(self.engine().snapshot()).await.unwrap() {
            Event::Snapshot { notices, .. } => notices,
            other => panic!("no snapshot: {other:?}"),
        }
    }
}

async fn end(runtime: Runtime) {
    let ended = tokio::task::spawn_blocking(|| runtime.shutdown_timeout(Duration::from_secs(10)));
    ended.await.unwrap();
}

impl Drop for Haul {
    fn drop(&mut self) {
        if let Some((engine, runtime)) = self.running.take() {
            drop(engine);
            // A runtime may not wait for its end inside another one.
            runtime.shutdown_background();
        }
    }
}
