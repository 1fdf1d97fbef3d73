//! Notifications: what became ready and what needs the person, while they look elsewhere.

use haul_core::DownloadId;
use std::sync::Arc;
use tauri::AppHandle;
use tauri_plugin_notification::NotificationExt;
use tokio::time::Instant;

mod bringing;
mod ends;
#[cfg(target_os = "linux")]
mod server;

use crate::clipboard::CopiedLink;
use crate::words::{ShellText, ShellWords};
use crate::{host, window};
use bringing::bring_or_say;
use ends::{Due, Ends};

/// Tells the person until the engine ends.
pub(crate) async fn run(app: AppHandle) {
    let host = host::of(&app);
    let mut shower = Shower::new(&app).await;
    let engine = host.engine().await;
    let settings = engine.settings();
    let Ok(mut events) = engine.subscribe().await else { return };
    let mut copied = host.clipboard.offered.subscribe();
    let mut ends = Ends::default();
    loop {
        let due = ends.due;
        tokio::select! {
            event = events.next() => match event {
                Some(event) => ends.apply(event, Instant::now()),
                None => return,
            },
            _ = copied.changed() => {
                let links = copied.borrow_and_update().clone();
                shower.show(&app, copied_text(&host.words(), links)).await;
            }
            pressed = shower.pressed() => shower.obey(&app, pressed),
            () = tokio::time::sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => {
                let now = settings.borrow().clone();
                let Due { said, brought } = ends.take(&host.words(), &now, Instant::now());
                if !window::is_focused(&app) {
                    for one in said {
                        shower.show(&app, one).await;
                    }
                }
                if let Some((bring, id, otherwise)) = brought {
                    let app = app.clone();
                    // It may wait for another program.
                    host.spawn(async move { bring_or_say(&app, bring, id, otherwise).await });
                }
            }
        }
    }
}

/// `where_it_is`: how the window is found again.
pub(crate) fn still_running(app: &AppHandle, where_it_is: fn(&ShellText) -> &str) {
    let words = host::of(app).words();
    show(app, &words.text.still_running, where_it_is(&words.text));
}

fn show(app: &AppHandle, title: &str, body: &str) {
    if let Err(error) = app.notification().builder().title(title).body(body).show() {
        tracing::warn!(%error, "no notification");
    }
}

#[cfg(target_os = "linux")]
use server::Shower;

/// Shows notifications, and does what the person chooses on them.
#[cfg(not(target_os = "linux"))]
struct Shower;

#[cfg(not(target_os = "linux"))]
impl Shower {
    async fn new(app: &AppHandle) -> Shower {
        // A click on any of them means: show me.
        let clicked = app.clone();
        app.notification().on_action(move |_| window::show(&clicked)).unwrap_or_default();
        Shower
    }

    async fn show(&mut self, app: &AppHandle, said: Said) {
        show(app, &said.title, &said.body);
    }

    async fn pressed(&mut self) {
        std::future::pending().await
    }

    fn obey(&mut self, _: &AppHandle, (): ()) {}
}

/// A notification.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said {
    title: String,
    body: String,
    about: About,
}

/// What it is about, and so what can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
enum About {
    Ready(DownloadId),
    Failed(DownloadId),
    /// Another link may help.
    Expired(DownloadId),
    Many,
    /// A queue has ended, and somebody asked to be told.
    Queue,
    /// Links that could be downloaded.
    Copied(Arc<[CopiedLink]>),
}

/// A few names say what was copied.
fn copied_text(words: &ShellWords, links: Arc<[CopiedLink]>) -> Said {
    const NAMED: usize = 3;
    let mut names: Vec<&str> = links.iter().take(NAMED).map(|link| link.name.as_str()).collect();
    if links.len() > NAMED {
        names.push("…");
    }
    Said { title: words.copied(links.len()), body: names.join("\n"), about: About::Copied(links) }
}
