//! Watching the clipboard, where the person wants that: new links to files of a known kind are offered, in the window if
//! that has the focus, else by a notification. What Haul itself put there, and what a password manager did, is left alone.
//!
//! On Linux the display says that somebody copied something; where it does so for the window with the focus only (Wayland),
//! and on other systems, the clipboard is looked at when the window gets the focus. Nothing is read while the setting is
//! off. Only the card in the window asks the server how large a file is, as the add dialog does.

use haul_core::kind::{Known, OTHER};
use haul_core::{Candidate, Kind, Kinds, Sameness, filename, links};
use haul_engine::{Engine, EngineError};
use serde::Serialize;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tauri::AppHandle;
use tokio::sync::{Notify, oneshot, watch};
use url::Url;

use crate::{host, window};

/// Who has the clipboard may be slow to answer, or have ended.
const PATIENCE: Duration = Duration::from_secs(5);
/// Whoever copies more did not copy links.
const LONGEST: usize = 100_000;

/// A link that was copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CopiedLink {
    pub url: String,
    /// What its file is most likely called.
    pub name: String,
}

#[derive(Default)]
pub(crate) struct Clipboard {
    /// It may hold something else than before.
    changed: Arc<Notify>,
    /// What Haul put there last.
    own: Mutex<String>,
    /// For somebody who looks elsewhere.
    pub offered: watch::Sender<Arc<[CopiedLink]>>,
}

impl Clipboard {
    pub fn may_have_changed(&self) {
        self.changed.notify_one();
    }

    pub fn is_own(&self, text: &str) {
        text.clone_into(&mut self.own.lock().unwrap_or_else(PoisonError::into_inner));
    }

    fn has_own(&self, text: &str) -> bool {
        *self.own.lock().unwrap_or_else(PoisonError::into_inner) == text
    }
}

/// Has the display say when somebody copies something. On the main thread.
#[cfg(target_os = "linux")]
pub(crate) fn listen(app: &AppHandle) {
    use gtk::glib::prelude::*;
    let changed = host::of(app).clipboard.changed.clone();
    gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD).connect_local("owner-change", false, move |_| {
        changed.notify_one();
        None
    });
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn listen(_: &AppHandle) {}

/// Offers what is copied until the engine ends, as long as that is set.
pub(crate) async fn watch(app: AppHandle) {
    let host = host::of(&app);
    let engine = host.engine().await;
    let mut settings = engine.settings();
    loop {
        if settings.wait_for(|now| now.watch_clipboard).await.is_err() {
            return;
        }
        // What was copied before is not new.
        let mut seen = read(&app).await;
        loop {
            tokio::select! {
                () = host.clipboard.changed.notified() => {}
                off = settings.wait_for(|now| !now.watch_clipboard) => {
                    if off.is_err() {
                        return;
                    }
                    break;
                }
            }
            let text = read(&app).await;
            if text.is_none() || text == seen {
                continue;
            }
            seen = text;
            let Some(text) = seen.clone().filter(|text| !host.clipboard.has_own(text)) else { continue };
            if let Err(error) = offer(&app, engine, text).await {
                tracing::warn!(%error, "what was copied is not offered");
            }
        }
    }
}

async fn offer(app: &AppHandle, engine: &Engine, text: String) -> Result<(), EngineError> {
    let kinds = engine.settings().borrow().kinds.clone();
    let links = tauri::async_runtime::spawn_blocking(move || files_in(&text, &kinds)).await;
    let links = without_known(engine, links.unwrap_or_default()).await?;
    if links.is_empty() {
        return Ok(());
    }
    let host = host::of(app);
    if window::is_focused(app) {
        host.line.offer(links);
    } else {
        host.clipboard.offered.send_replace(links.into());
    }
    Ok(())
}

/// The links of `text` whose files are of some kind. A web page is no file that anybody wants so.
fn files_in(text: &str, kinds: &[Kind]) -> Vec<CopiedLink> {
    let kinds = Kinds::of(kinds);
    let file = |url: String| {
        let parsed = Url::parse(&url).ok()?;
        let name = filename::from_url(&parsed)?;
        let is_page = ["htm", "html", "xhtml"].contains(&haul_core::kind::extension_of(&name)?.as_str());
        let known = Known { host: parsed.host_str()?, name: &name, content_type: None };
        (!is_page && kinds.kind_of(known) != OTHER).then_some(CopiedLink { url, name })
    };
    links::find(text).into_iter().filter_map(file).collect()
}

/// Those that are not on the list yet.
async fn without_known(engine: &Engine, links: Vec<CopiedLink>) -> Result<Vec<CopiedLink>, EngineError> {
    let candidate = |link: &CopiedLink| Candidate {
        url: link.url.clone(),
        folder: None,
        name: None,
        size: None,
        validator: None,
    };
    let candidates: Vec<Candidate> = links.iter().map(candidate).collect();
    let known = engine.duplicates(&candidates).await?;
    let is_known = |index: usize| {
        known.iter().any(|one| one.index as usize == index && matches!(one.by, Sameness::Link))
    };
    Ok(links.into_iter().enumerate().filter(|(index, _)| !is_known(*index)).map(|(_, link)| link).collect())
}

/// What somebody else put into the clipboard and everybody may read; none if there is no such text.
async fn read(app: &AppHandle) -> Option<String> {
    let text = tokio::time::timeout(PATIENCE, read_text(app)).await.unwrap_or_default()?;
    (!text.is_empty() && text.len() <= LONGEST).then_some(text)
}

#[cfg(target_os = "linux")]
async fn read_text(app: &AppHandle) -> Option<String> {
    let (answer, text) = oneshot::channel();
    app.run_on_main_thread(move || ask_display(answer)).ok()?;
    text.await.ok().flatten()
}

#[cfg(not(target_os = "linux"))]
async fn read_text(app: &AppHandle) -> Option<String> {
    Some(crate::capture::clipboard_text(app).await)
}

/// Where it is offered, what was copied is a password. Agreed on by password managers and those who keep what was copied.
#[cfg(target_os = "linux")]
const SECRET: &str = "x-kde-passwordManagerHint";

#[cfg(target_os = "linux")]
fn ask_display(answer: oneshot::Sender<Option<String>>) {
    use gtk::gdk::{Atom, SELECTION_CLIPBOARD, WindowType, selection_owner_get};
    // Nobody waits any more: then nobody wants to know.
    let reply = |answer: oneshot::Sender<Option<String>>, text| answer.send(text).unwrap_or_default();
    // The page's own: a field of it was copied from. Windows of others are known here as well, as foreign ones.
    let owner = selection_owner_get(&SELECTION_CLIPBOARD);
    if owner.is_some_and(|owner| owner.window_type() != WindowType::Foreign) {
        return reply(answer, None);
    }
    let clipboard = gtk::Clipboard::get(&SELECTION_CLIPBOARD);
    clipboard.request_contents(&Atom::intern("TARGETS"), move |clipboard, offered| {
        let offered = offered.targets().unwrap_or_default();
        if offered.iter().any(|form| form.name() == SECRET) {
            return reply(answer, None);
        }
        clipboard.request_text(move |_, text| reply(answer, text.map(str::to_owned)));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        let found = files_in(text, &haul_core::kind::usual());
        found.into_iter().map(|link| link.name).collect()
    }

    #[test]
    fn only_links_to_files_are_offered() {
        assert_eq!(
            names("get https://a.org/debian-13.iso?token=1 and http://b.org/x%20y.ZIP"),
            ["debian-13.iso", "x y.ZIP"]
        );
        assert_eq!(names("https://a.org/ https://a.org/news https://a.org/index.html a password"), [""; 0]);
    }
}
