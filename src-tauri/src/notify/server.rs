//! The desktop's notification server, as the Desktop Notifications Specification has it: what is shown there has buttons,
//! where the server can show any.

use futures::StreamExt as _;
use std::collections::HashMap;
use tauri::AppHandle;
use zbus::zvariant::Value;
use zbus::{Connection, proxy};

use super::{About, Said};
use crate::commands::CommandError;
use crate::commands::desktop::path_of;
use crate::line::Wish;
use crate::window;
use crate::words::ShellText;
use crate::{capture, files, host};

/// Notifications of which a button may still be pressed.
const REMEMBERED: usize = 64;
/// How long links that were copied are offered.
const OFFERED_MS: i32 = 12_000;
/// More links are looked at before they are added.
const MOST_AT_ONCE: usize = 5;

pub(super) struct Shower {
    server: Option<Server>,
    shown: HashMap<u32, About>,
}

struct Server {
    proxy: NotificationsProxy<'static>,
    invoked: ActionInvokedStream,
    has_buttons: bool,
    reads_markup: bool,
}

impl Shower {
    pub async fn new(app: &AppHandle) -> Shower {
        let server = async { Server::on(host::of(app).buses.session().await?).await };
        let server = server.await.inspect_err(|error| tracing::info!(%error, "nobody shows notifications"));
        Shower { server: server.ok(), shown: HashMap::new() }
    }

    pub async fn show(&mut self, app: &AppHandle, said: Said) {
        if self.server.is_none() {
            // One may have come since.
            *self = Shower { shown: std::mem::take(&mut self.shown), ..Shower::new(app).await };
        }
        let Some(server) = &self.server else { return };
        match server.show(&said, &host::of(app).words().text).await {
            Ok(id) => {
                if self.shown.len() >= REMEMBERED {
                    let oldest = self.shown.keys().min().copied();
                    oldest.map(|oldest| self.shown.remove(&oldest));
                }
                self.shown.insert(id, said.about);
            }
            Err(error) => tracing::warn!(%error, "no notification"),
        }
    }

    /// Waits until somebody presses a button of a notification, and of which.
    pub async fn pressed(&mut self) -> (u32, String) {
        let Some(server) = &mut self.server else { return std::future::pending().await };
        while let Some(signal) = server.invoked.next().await {
            if let Ok(pressed) = signal.args() {
                return (pressed.id, pressed.action_key);
            }
        }
        std::future::pending().await
    }

    /// Begins to do what the button says.
    pub fn obey(&mut self, app: &AppHandle, (id, button): (u32, String)) {
        // Others show notifications, too.
        let Some(about) = self.shown.remove(&id) else { return };
        let app = app.clone();
        host::of(&app.clone()).spawn(async move {
            if let Err(error) = obey(&app, &button, about).await {
                tracing::warn!(?error, button, "a notification's button did nothing");
            }
        });
    }
}

async fn obey(app: &AppHandle, button: &str, about: About) -> Result<(), CommandError> {
    let host = host::of(app);
    match (button, about) {
        ("open", About::Ready(id)) => return files::open(app, path_of(&host, id).await?).await,
        ("show", About::Ready(id)) => return files::show_in_folder(app, path_of(&host, id).await?).await,
        ("renew", About::Expired(id)) => window::ask(app, Wish::Renewal { id }),
        (_, About::Ready(id) | About::Failed(id) | About::Expired(id)) => {
            window::ask(app, Wish::Download { id });
        }
        (_, About::Many | About::Queue) => window::show(app),
        ("download", About::Copied(links)) if links.len() <= MOST_AT_ONCE => {
            capture::add(app.clone(), links.iter().map(|link| link.url.clone()).collect()).await;
        }
        (_, About::Copied(links)) => {
            let urls: Vec<&str> = links.iter().map(|link| link.url.as_str()).collect();
            capture::offer(app, urls.join("\n"));
        }
    }
    Ok(())
}

impl Server {
    async fn on(session: &Connection) -> zbus::Result<Server> {
        let proxy = NotificationsProxy::new(session).await?;
        let can = proxy.get_capabilities().await?;
        let can = |what: &str| can.iter().any(|known| known == what);
        let (has_buttons, reads_markup) = (can("actions"), can("body-markup"));
        Ok(Server { invoked: proxy.receive_action_invoked().await?, proxy, has_buttons, reads_markup })
    }

    async fn show(&self, said: &Said, words: &ShellText) -> zbus::Result<u32> {
        let body = if self.reads_markup { plain(&said.body) } else { said.body.clone() };
        // A click on the notification itself is "default".
        let buttons = match &said.about {
            _ if !self.has_buttons => vec![],
            About::Ready(_) => {
                vec!["default", &words.show, "open", &words.open, "show", &words.show_in_folder]
            }
            About::Expired(_) => vec!["default", &words.show, "renew", &words.change_link],
            About::Failed(_) | About::Many | About::Queue => vec!["default", &words.show],
            About::Copied(_) => vec!["default", &words.show, "download", &words.download],
        };
        let mut hints = HashMap::from([("desktop-entry", Value::from("Haul"))]);
        // As long as the desktop shows such things.
        let mut timeout = -1;
        if let About::Copied(_) = said.about {
            // Nobody wants to find it later.
            hints.insert("transient", Value::from(true));
            timeout = OFFERED_MS;
        }
        self.proxy.notify("Haul", 0, "haul-desktop", &said.title, &body, &buttons, hints, timeout).await
    }
}

/// Without a meaning as markup: a file may be called "<b>".
fn plain(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[proxy(
    interface = "org.freedesktop.Notifications",
    default_service = "org.freedesktop.Notifications",
    default_path = "/org/freedesktop/Notifications",
    gen_blocking = false
)]
trait Notifications {
    #[expect(clippy::too_many_arguments, reason = "so says the Desktop Notifications Specification")]
    fn notify(
        &self,
        app: &str,
        replaces: u32,
        icon: &str,
        summary: &str,
        body: &str,
        actions: &[&str],
        hints: HashMap<&str, Value<'_>>,
        timeout: i32,
    ) -> zbus::Result<u32>;

    fn get_capabilities(&self) -> zbus::Result<Vec<String>>;

    #[zbus(signal)]
    fn action_invoked(&self, id: u32, action_key: String) -> zbus::Result<()>;
}
