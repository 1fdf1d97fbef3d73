//! The one window: how it opens, hides and closes, and the line on which it is told what happens.
//!
//! A hidden window is told nothing; when it is shown it gets a new snapshot and asks for its rows, so nothing is missed
//! and nothing is drawn that nobody sees.

use haul_core::settings::WhenClosed;
use haul_core::{DownloadId, Event, Notice, QueueId};
use haul_engine::{Engine, EngineError};
use serde::{Deserialize, Serialize};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};
use tauri::ipc::Channel;
use tauri::{AppHandle, CloseRequestApi, Manager, Url, WebviewWindow, WebviewWindowBuilder};
use tokio::sync::{mpsc, watch};
use tokio::task::{AbortHandle, JoinSet};

use crate::clipboard::CopiedLink;
use crate::host::{self, Host};
use crate::look::Look;
use crate::power::Power;
use crate::words::ShellText;
use crate::{notify, unseen};

pub(crate) const MAIN: &str = "main";

/// What the window is told.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum WindowEvent {
    /// From the engine, merged and of what the window shows, see [`haul_core::Feed`].
    Engine { events: Vec<Event> },
    /// What was dropped, sent, or taken from the clipboard by the tray.
    Captured(Captured),
    /// These were copied in another program, just now.
    Copied { links: Vec<CopiedLink> },
    /// All downloads of a queue have ended, and it wants this: unless the person says no in time.
    PowerAsked { queue: QueueId, what: Power },
    /// What the person asked for outside the window.
    Asked { wish: Wish },
}

/// What came from outside the window, in which there may be links.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Captured {
    pub text: String,
    pub files: Vec<CapturedFile>,
    /// Those that were of no use.
    pub unread: Vec<UnreadFile>,
    /// Sent on purpose: a few plain links begin without a question.
    pub at_once: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CapturedFile {
    pub name: String,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct UnreadFile {
    pub name: String,
    pub why: WhyUnread,
}

/// Why there is nothing to add from a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub enum WhyUnread {
    /// Haul cannot do what it asks for.
    Torrent,
    /// No list of links is so long.
    TooLarge,
    NoText,
    /// The disk did not give it.
    Failed,
}

/// What the window is to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Wish {
    Settings,
    /// Where the limit of all downloads is set.
    Limit,
    Download {
        id: DownloadId,
    },
    /// That, and the form for another link.
    Renewal {
        id: DownloadId,
    },
}

/// What is on its way to the window.
pub(crate) struct Line {
    shown: watch::Sender<bool>,
    /// The downloads that the page holds rows of.
    rows: watch::Sender<Vec<DownloadId>>,
    said: mpsc::UnboundedSender<WindowEvent>,
    /// Held by the task that forwards; what comes before the page listens waits in it.
    inbox: Arc<tokio::sync::Mutex<mpsc::UnboundedReceiver<WindowEvent>>>,
    forwarding: Mutex<Forwarding>,
}

#[derive(Default)]
struct Forwarding {
    tasks: JoinSet<()>,
    current: Option<AbortHandle>,
}

impl Line {
    pub fn new() -> Line {
        let (said, inbox) = mpsc::unbounded_channel();
        Line {
            shown: watch::Sender::new(true),
            rows: watch::Sender::default(),
            said,
            inbox: Arc::new(tokio::sync::Mutex::new(inbox)),
            forwarding: Mutex::default(),
        }
    }

    /// Hands it to the window, now or as soon as it listens.
    pub fn capture(&self, captured: Captured) {
        self.say(WindowEvent::Captured(captured));
    }

    /// Has the window offer them.
    pub fn offer(&self, links: Vec<CopiedLink>) {
        self.say(WindowEvent::Copied { links });
    }

    /// Has the window count down to it.
    pub fn ask_power(&self, queue: QueueId, what: Power) {
        self.say(WindowEvent::PowerAsked { queue, what });
    }

    /// Has the window show what the person asked for.
    pub fn ask(&self, wish: Wish) {
        self.say(WindowEvent::Asked { wish });
    }

    fn say(&self, event: WindowEvent) {
        // The receiver lives as long as this does.
        self.said.send(event).unwrap_or_default();
    }

    /// The rows that the page holds from now on: of others it is not told what becomes of them.
    pub fn watch(&self, ids: Vec<DownloadId>) {
        self.rows.send_replace(ids);
    }

    /// From now on `channel` is told what happens. A page that was loaded anew takes the place of the old one.
    pub fn forward(&self, engine: Engine, channel: Channel<WindowEvent>) {
        let mut forwarding = self.forwarding.lock().unwrap_or_else(PoisonError::into_inner);
        while forwarding.tasks.try_join_next().is_some() {}
        if let Some(before) = forwarding.current.take() {
            before.abort();
        }
        // A new page holds nothing yet.
        self.rows.send_replace(Vec::new());
        let (inbox, shown, rows) = (self.inbox.clone(), self.shown.subscribe(), self.rows.subscribe());
        let task = async move {
            if let Err(reason) = forward(engine, inbox, shown, rows, channel).await {
                tracing::info!(%reason, "the window is told nothing more");
            }
        };
        forwarding.current = Some(forwarding.tasks.spawn_on(task, tauri::async_runtime::handle().inner()));
    }
}

#[derive(Debug, thiserror::Error)]
enum LineError {
    #[error(transparent)]
    Engine(#[from] EngineError),
    #[error("the page is gone: {0}")]
    Page(#[from] tauri::Error),
    #[error("the app ends")]
    Ending,
}

async fn forward(
    engine: Engine,
    inbox: Arc<tokio::sync::Mutex<mpsc::UnboundedReceiver<WindowEvent>>>,
    mut shown: watch::Receiver<bool>,
    mut rows: watch::Receiver<Vec<DownloadId>>,
    channel: Channel<WindowEvent>,
) -> Result<(), LineError> {
    let mut inbox = inbox.lock().await;
    loop {
        shown.wait_for(|shown| *shown).await.map_err(|_| LineError::Ending)?;
        let mut line = engine.subscribe_window().await?;
        rows.mark_changed();
        loop {
            tokio::select! {
                events = line.next() => channel.send(WindowEvent::Engine { events: events.ok_or(LineError::Ending)? })?,
                changed = rows.changed() => {
                    changed.map_err(|_| LineError::Ending)?;
                    line.show(rows.borrow_and_update().iter().copied());
                }
                said = inbox.recv() => channel.send(said.ok_or(LineError::Ending)?)?,
                hidden = shown.wait_for(|shown| !*shown) => {
                    hidden.map_err(|_| LineError::Ending)?;
                    break;
                }
            }
        }
    }
}

/// Opens the window as the configuration says, and shows it unless Haul started with the session.
pub(crate) fn open(app: &AppHandle, shown: bool) -> anyhow::Result<()> {
    let config = app.config().app.windows.first().cloned().unwrap_or_default();
    host::of(app).line.shown.send_replace(shown);
    let look = Look::read(&host::of(app).places.look);
    let window = WebviewWindowBuilder::from_config(app, &config)?
        .background_color(look.background(false))
        .data_directory(host::of(app).places.webview.clone())
        .on_navigation(is_own_page)
        .visible(shown)
        .build()?;
    #[cfg(target_os = "linux")]
    log_failure("choose how it is painted", crate::rendering::choose(&window));
    log_failure("set how the window looks", look.put_on(&window));
    #[cfg(target_os = "linux")]
    crate::drop::listen(&window)?;
    let closing = window.clone();
    window.on_window_event(move |event| match event {
        tauri::WindowEvent::CloseRequested { api, .. } => close(&closing, api),
        tauri::WindowEvent::Focused(true) => {
            unseen::seen(closing.app_handle());
            host::of(closing.app_handle()).clipboard.may_have_changed();
        }
        _ => {}
    });
    Ok(())
}

/// Whatever is dropped or clicked, the window shows nothing but its own page.
pub(crate) fn is_own_page(url: &Url) -> bool {
    matches!(url.scheme(), "tauri" | "about") || url.host_str() == Some("tauri.localhost")
}

/// The window, unless the app is ending.
pub(crate) fn main(app: &AppHandle) -> Option<WebviewWindow> {
    app.get_webview_window(MAIN)
}

pub(crate) fn is_focused(app: &AppHandle) -> bool {
    main(app).is_some_and(|window| window.is_focused().unwrap_or(false))
}

pub(crate) fn show(app: &AppHandle) {
    let Some(window) = main(app) else { return };
    host::of(app).line.shown.send_replace(true);
    let shown = window.show().and_then(|()| window.unminimize()).and_then(|()| window.set_focus());
    log_failure("show", shown);
}

/// Shows the window, and in it what the person asked for.
pub(crate) fn ask(app: &AppHandle, wish: Wish) {
    host::of(app).line.ask(wish);
    show(app);
}

pub(crate) fn hide(app: &AppHandle) {
    let Some(window) = main(app) else { return };
    log_failure("hide", window.hide());
    host::of(app).line.shown.send_replace(false);
}

pub(crate) fn is_shown(app: &AppHandle) -> bool {
    main(app).is_some_and(|window| window.is_visible().unwrap_or(false))
}

pub(crate) fn show_or_hide(app: &AppHandle) {
    if is_shown(app) { hide(app) } else { show(app) }
}

/// A hidden window that nothing brings back any more is minimised instead. It does not jump at the person.
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "elsewhere the tray stays"))]
pub(crate) fn keep_reachable(app: &AppHandle) {
    let Some(window) = main(app) else { return };
    if window.is_visible().unwrap_or(true) {
        return;
    }
    host::of(app).line.shown.send_replace(true);
    log_failure("minimise", window.minimize().and_then(|()| window.show()));
}

/// Ends the app; `Host::close` stops the engine in order.
pub(crate) fn quit(app: &AppHandle) {
    hide(app);
    app.exit(0);
}

/// The same, and then Haul starts again.
pub(crate) fn restart(app: &AppHandle) {
    hide(app);
    app.request_restart();
}

/// As the title bar's button does, for the page's own key.
pub(crate) fn request_close(window: &WebviewWindow) {
    log_failure("close", window.close());
}

/// Closing hides in the tray or quits, as the person has set. Without a tray a hidden window could not be found again:
/// it is minimised while there is something to do.
fn close(window: &WebviewWindow, api: &CloseRequestApi) {
    let app = window.app_handle();
    let host = host::of(app);
    api.prevent_close();
    let when_closed =
        host.engine_now().map(|engine| engine.settings().borrow().when_closed).unwrap_or_default();
    let in_tray = host.tray_shown.load(Ordering::Relaxed);
    let busy = host.overview.borrow().is_busy();
    match when_closed {
        WhenClosed::Tray if in_tray => {
            hide(app);
            say_once_that_it_still_runs(app, &host, Notice::StillRunning, |words| &words.in_the_tray);
        }
        WhenClosed::Tray if busy => {
            log_failure("minimise", window.minimize());
            say_once_that_it_still_runs(app, &host, Notice::Minimised, |words| &words.minimised);
        }
        WhenClosed::Tray | WhenClosed::Quit => quit(app),
    }
}

/// `where_it_is`: how the window is found again.
fn say_once_that_it_still_runs(
    app: &AppHandle,
    host: &Host,
    notice: Notice,
    where_it_is: fn(&ShellText) -> &str,
) {
    let Some(engine) = host.engine_now().cloned() else { return };
    let mut settings = engine.settings().borrow().as_ref().clone();
    if settings.told_about_tray {
        return;
    }
    settings.told_about_tray = true;
    let app = app.clone();
    host.spawn(async move {
        notify::still_running(&app, where_it_is);
        let told = async {
            engine.notice(notice).await?;
            engine.set_settings(settings).await
        };
        log_failure("remember that the tray was explained", told.await);
    });
}

fn log_failure<E: std::fmt::Display>(what: &str, result: Result<(), E>) {
    if let Err(error) = result {
        tracing::warn!(%error, what, "failed");
    }
}
