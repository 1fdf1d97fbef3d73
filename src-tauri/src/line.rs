//! What a window is told, and the line on which it is told.
//!
//! A hidden window is told nothing; when it is shown it gets a new snapshot and asks for its rows, so nothing is missed
//! and nothing is drawn that nobody sees.

use haul_core::{DownloadId, Event, QueueId};
use haul_engine::{Engine, EngineError};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex, PoisonError};
use tauri::ipc::Channel;
use tokio::sync::{mpsc, watch};
use tokio::task::{AbortHandle, JoinSet};

use crate::clipboard::CopiedLink;
use crate::power::Power;

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
    /// The accent colour of the whole desktop, as `#rrggbb`; none: it has none.
    Accent { colour: Option<String> },
}

/// What came from outside the window, in which there may be links.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Captured {
    pub text: String,
    pub files: Vec<CapturedFile>,
    /// Those that were of no use.
    pub unread: Vec<UnreadFile>,
    /// Sent on purpose: a few plain links begin without a question.
    pub at_once: bool,
    /// Where it was dropped on the window, of which the page asks what that place does with links; none: elsewhere.
    pub dropped_at: Option<DropPoint>,
}

/// A point of the page, in its own pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct DropPoint {
    pub x: i32,
    pub y: i32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct CapturedFile {
    pub name: String,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct UnreadFile {
    pub name: String,
    pub why: WhyUnread,
}

/// Why there is nothing to add from a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
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
    /// To end Haul, which would lose something.
    Quit,
    /// To close the window, and to be asked what that means.
    Close,
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

    /// Whether its window is to be seen: a hidden one is told nothing.
    pub fn set_shown(&self, shown: bool) {
        self.shown.send_replace(shown);
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
    pub fn forward(
        &self,
        engine: Engine,
        accent: watch::Receiver<Option<Option<String>>>,
        channel: Channel<WindowEvent>,
    ) {
        let mut forwarding = self.forwarding.lock().unwrap_or_else(PoisonError::into_inner);
        while forwarding.tasks.try_join_next().is_some() {}
        if let Some(before) = forwarding.current.take() {
            before.abort();
        }
        // A new page holds nothing yet.
        self.rows.send_replace(Vec::new());
        let (inbox, shown, rows) = (self.inbox.clone(), self.shown.subscribe(), self.rows.subscribe());
        let task = async move {
            if let Err(reason) = forward(engine, inbox, shown, rows, accent, channel).await {
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
    mut accent: watch::Receiver<Option<Option<String>>>,
    channel: Channel<WindowEvent>,
) -> Result<(), LineError> {
    let mut inbox = inbox.lock().await;
    loop {
        shown.wait_for(|shown| *shown).await.map_err(|_| LineError::Ending)?;
        let mut line = engine.subscribe_window().await?;
        rows.mark_changed();
        accent.mark_changed();
        loop {
            tokio::select! {
                events = line.next() => channel.send(WindowEvent::Engine { events: events.ok_or(LineError::Ending)? })?,
                changed = rows.changed() => {
                    changed.map_err(|_| LineError::Ending)?;
                    line.show(rows.borrow_and_update().iter().copied());
                }
                changed = accent.changed() => {
                    changed.map_err(|_| LineError::Ending)?;
                    let colour = accent.borrow_and_update().clone();
                    if let Some(colour) = colour {
                        channel.send(WindowEvent::Accent { colour })?;
                    }
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
