//! What the shell owns: the engine, the runtime that transfers run on, and the tasks that listen.
//!
//! The engine opens while the window is being made, so neither waits for the other; whoever needs it before that waits in
//! [`Host::engine`].

use haul_core::Surroundings;
use haul_engine::{Database, Engine, EngineConfig, OpenError};
use std::collections::HashMap;
use std::future::Future;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};
use tokio::runtime::{Handle, Runtime};
use tokio::sync::{SetOnce, watch};
use tokio::task::JoinSet;

use crate::active::Active;
use crate::clipboard::Clipboard;
use crate::line::Line;
use crate::overview::Overview;
use crate::places::Places;
use crate::probes::Probes;
use crate::tray::Tray;
use crate::unseen::Unseen;
use crate::window;
use crate::words::{self, ShellWords};

/// How long the app's end waits for the engine's. What is not saved by then is fetched again: nothing is lost.
const LONGEST_END: Duration = Duration::from_secs(5);

/// Until the system has said how they are.
const SURROUNDINGS: Surroundings = if cfg!(target_os = "linux") {
    Surroundings::UNKNOWN
} else {
    Surroundings { on_battery: false, charge: 100, is_metered: false }
};

/// Until the system has said which it is; elsewhere nobody asks for it.
const ACCENT: Option<Option<String>> = if cfg!(target_os = "linux") { None } else { Some(None) };

pub(crate) struct Host {
    pub places: Places,
    /// What the tray, the close button and the notifications go by.
    pub overview: watch::Sender<Overview>,
    pub active: watch::Sender<Active>,
    pub unseen: watch::Sender<Unseen>,
    /// In the language of the window that is open, or was last.
    pub words: watch::Sender<Arc<ShellWords>>,
    /// What is on its way to the main window.
    pub line: Arc<Line>,
    /// And to those beside it, by their labels.
    lines: Mutex<HashMap<String, Arc<Line>>>,
    /// What the windows ask about before it is added.
    pub probes: Probes,
    pub clipboard: Clipboard,
    /// Absent where the desktop shows no tray icons.
    pub tray: OnceLock<Tray>,
    /// Whether somebody shows the tray icon now: a panel may come and go.
    pub tray_shown: AtomicBool,
    /// How the computer's power and line are. Where nobody looks at them, they are never bad.
    pub surroundings: watch::Sender<Surroundings>,
    /// The desktop's own, as `#rrggbb`, if it has one; none: not known yet.
    pub accent: watch::Sender<Option<Option<String>>>,
    #[cfg(target_os = "linux")]
    pub buses: crate::bus::Buses,
    engine: SetOnce<Engine>,
    transfers: Handle,
    /// Since when a person wants to end Haul, or close its window, from outside its page, which does not ask about it yet.
    pub end_wanted: Mutex<Option<Instant>>,
    tasks: Mutex<JoinSet<()>>,
}

/// The runtime of all transfers: its own, so that they and the window never wait for each other.
pub(crate) fn transfers_runtime() -> std::io::Result<Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name("haul-transfers")
        .enable_all()
        .build()
}

/// The shell's state, once the app is built.
pub(crate) fn of(app: &AppHandle) -> tauri::State<'_, Host> {
    app.state::<Host>()
}

impl Host {
    pub fn new(places: Places, transfers: Handle) -> Host {
        Host {
            words: watch::Sender::new(words::read(&places.words)),
            places,
            overview: watch::Sender::default(),
            active: watch::Sender::default(),
            unseen: watch::Sender::default(),
            line: Arc::new(Line::new()),
            lines: Mutex::default(),
            probes: Probes::default(),
            clipboard: Clipboard::default(),
            tray: OnceLock::new(),
            tray_shown: AtomicBool::new(false),
            surroundings: watch::Sender::new(SURROUNDINGS),
            accent: watch::Sender::new(ACCENT),
            #[cfg(target_os = "linux")]
            buses: crate::bus::Buses::default(),
            engine: SetOnce::new(),
            transfers,
            end_wanted: Mutex::default(),
            tasks: Mutex::default(),
        }
    }

    pub fn words(&self) -> Arc<ShellWords> {
        self.words.borrow().clone()
    }

    /// From now on the shell says it like this, at the next start too.
    pub fn set_words(&self, words: ShellWords) {
        let words = Arc::new(words);
        let is_new = self.words.send_if_modified(|before| {
            let is_new = *before != words;
            *before = words.clone();
            is_new
        });
        if !is_new {
            return;
        }
        let path = self.places.words.clone();
        self.spawn(async move {
            let written = tauri::async_runtime::spawn_blocking(move || words::write(&path, &words)).await;
            match written {
                Ok(Ok(())) => {}
                Ok(Err(error)) => tracing::warn!(%error, "the words are not kept"),
                Err(error) => tracing::warn!(%error, "the words are not kept"),
            }
        });
    }

    /// The line to the window with this label.
    pub fn line_to(&self, label: &str) -> Arc<Line> {
        if label == window::MAIN {
            return self.line.clone();
        }
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines.entry(label.to_owned()).or_insert_with(|| Arc::new(Line::new())).clone()
    }

    /// That window is gone.
    pub fn hang_up(&self, label: &str) {
        self.probes.stop_all(label);
        self.lines.lock().unwrap_or_else(PoisonError::into_inner).remove(label);
    }

    /// The engine; waits until it is open.
    pub async fn engine(&self) -> &Engine {
        self.engine.wait().await
    }

    /// The engine, if it is open already.
    pub fn engine_now(&self) -> Option<&Engine> {
        self.engine.get()
    }

    /// Runs `task` beside the window until it ends or the app does.
    pub fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        let mut tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        while let Some(ended) = tasks.try_join_next() {
            if let Err(error) = ended {
                tracing::error!(%error, "a task of the shell ended badly");
            }
        }
        tasks.spawn_on(task, tauri::async_runtime::handle().inner());
    }

    /// Begins to open the engine; if that fails, says why in a dialog and ends the app.
    pub fn open(&self, app: &AppHandle) {
        let app = app.clone();
        let opening = self.transfers.spawn(open_engine(app.clone(), self.places.clone()));
        self.spawn(async move {
            match opening.await {
                Ok(Ok(engine)) => {
                    tracing::info!("open");
                    // Opened once: there is nothing there that this could replace.
                    of(&app).engine.set(engine).unwrap_or_default();
                }
                Ok(Err(reason)) => refuse(&app, reason),
                Err(panic) => refuse(&app, panic.to_string()),
            }
        });
    }

    /// Stops the engine in order. Called on the main thread when the event loop has ended.
    pub fn close(&self) {
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner).abort_all();
        let Some(engine) = self.engine_now() else { return };
        let ended =
            self.transfers.block_on(async { tokio::time::timeout(LONGEST_END, engine.shutdown()).await });
        match ended {
            Ok(()) => tracing::info!("closed"),
            Err(_) => tracing::warn!("the engine did not end in time; it goes on from its last checkpoints"),
        }
    }
}

async fn open_engine(app: AppHandle, places: Places) -> Result<Engine, String> {
    let folder = places.download_folder(&app).map_err(|error| error.to_string())?;
    let mut config = EngineConfig::new(Database::File(places.database), folder);
    config.surroundings = of(&app).surroundings.subscribe();
    Engine::open(config).await.map_err(|error: OpenError| of(&app).words().cannot_open(&error))
}

/// There is nothing to show without the list: instead of an empty window, the reason.
fn refuse(app: &AppHandle, reason: String) {
    tracing::error!(reason, "cannot open");
    eprintln!("haul-desktop: {reason}");
    // There, because the window may be in the making; it is there when that thread comes to this.
    let hiding = app.clone();
    app.run_on_main_thread(move || window::hide(&hiding)).unwrap_or_default();
    let ending = app.clone();
    let title = of(app).words().text.cannot_start.clone();
    app.dialog().message(reason).title(title).kind(MessageDialogKind::Error).show(move |_| ending.exit(1));
}
