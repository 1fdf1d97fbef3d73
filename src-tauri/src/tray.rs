//! The icon in the tray: the way back to a hidden window, and what is wanted without it.
//!
//! Whether there is a tray is the desktop's business and may change: on Linux the icon is made when somebody on the
//! session bus shows such icons, be it now or later. Without one the app goes on, and closing minimises.

use haul_engine::{Engine, EngineError};
use std::future::Future;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tauri::image::Image;
use tauri::menu::{Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Wry, include_image};

use crate::words::ShellText;
use crate::{capture, host, window};

const ACTIVE: Image<'static> = include_image!("icons/tray-active.png");
const IDLE: Image<'static> = include_image!("icons/tray-idle.png");
/// A tooltip that changes more often cannot be read.
const REFRESH: Duration = Duration::from_secs(2);

const SHOW: &str = "show";
const ADD_FROM_CLIPBOARD: &str = "add-from-clipboard";
const PAUSE_ALL: &str = "pause-all";
const RESUME_ALL: &str = "resume-all";
const QUIT: &str = "quit";

pub(crate) struct Tray {
    icon: TrayIcon<Wry>,
    items: Vec<MenuItem<Wry>>,
}

/// The entries in their order. A separator follows those that end a group.
fn entries(words: &ShellText) -> [(&'static str, &str, bool); 5] {
    [
        (SHOW, &words.show, false),
        (ADD_FROM_CLIPBOARD, &words.add_from_clipboard, true),
        (PAUSE_ALL, &words.pause_all, false),
        (RESUME_ALL, &words.resume_all, true),
        (QUIT, &words.quit, false),
    ]
}

/// Shows the icon as soon as there is somebody to show it.
#[cfg(target_os = "linux")]
pub(crate) fn begin(app: &AppHandle) {
    use gtk::gio;
    let app = app.clone();
    // The bus first: without any, a watch for a name would end the program.
    gio::bus_get(gio::BusType::Session, gio::Cancellable::NONE, move |bus| match bus {
        Ok(bus) => {
            let (coming, going) = (app.clone(), app);
            gio::bus_watch_name_on_connection(
                &bus,
                "org.kde.StatusNotifierWatcher",
                gio::BusNameWatcherFlags::NONE,
                move |_, _, _| come(&coming),
                move |_, _| go(&going),
            );
        }
        Err(error) => {
            tracing::warn!(%error, "no tray icon without a session bus");
            go(&app);
        }
    });
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn begin(app: &AppHandle) {
    come(app);
}

fn come(app: &AppHandle) {
    let host = host::of(app);
    if host.tray.get().is_none() {
        match build(app) {
            // Only the main thread comes here, so it was still empty.
            Ok(tray) => host.tray.set(tray).unwrap_or_default(),
            Err(error) => return tracing::warn!(%error, "no tray icon"),
        }
        host.spawn(keep_current(app.clone()));
    }
    host.tray_shown.store(true, Ordering::Relaxed);
}

/// Nobody shows the icon any more. A window that was hidden behind it must be found all the same.
#[cfg(target_os = "linux")]
fn go(app: &AppHandle) {
    host::of(app).tray_shown.store(false, Ordering::Relaxed);
    window::keep_reachable(app);
}

fn build(app: &AppHandle) -> tauri::Result<Tray> {
    let menu = Menu::new(app)?;
    let mut items = Vec::new();
    let words = host::of(app).words();
    for (id, label, ends_group) in entries(&words.text) {
        let item = MenuItem::with_id(app, id, label, true, None::<&str>)?;
        menu.append(&item)?;
        items.push(item);
        if ends_group {
            menu.append(&PredefinedMenuItem::separator(app)?)?;
        }
    }
    let icon = TrayIconBuilder::with_id("haul")
        .icon(IDLE)
        .title("Haul")
        .tooltip("Haul")
        .menu(&menu)
        .show_menu_on_left_click(false)
        .on_menu_event(|app, event| obey(app, event.id.as_ref()))
        .on_tray_icon_event(|icon, event| {
            let up = MouseButtonState::Up;
            if matches!(event, TrayIconEvent::Click { button: MouseButton::Left, button_state, .. } if button_state == up) {
                window::show_or_hide(icon.app_handle());
            }
        })
        .build(app)?;
    Ok(Tray { icon, items })
}

fn obey(app: &AppHandle, entry: &str) {
    match entry {
        SHOW => window::show(app),
        ADD_FROM_CLIPBOARD => capture::from_clipboard(app),
        PAUSE_ALL => ask_engine(app, |engine| async move { engine.pause_all().await.map(drop) }),
        RESUME_ALL => ask_engine(app, |engine| async move { engine.resume_all().await.map(drop) }),
        QUIT => window::quit(app),
        _ => {}
    }
}

fn ask_engine<F>(app: &AppHandle, ask: impl FnOnce(Engine) -> F)
where
    F: Future<Output = Result<(), EngineError>> + Send + 'static,
{
    let host = host::of(app);
    let Some(answer) = host.engine_now().cloned().map(ask) else { return };
    host.spawn(async move {
        if let Err(error) = answer.await {
            tracing::warn!(%error, "an entry of the tray's menu did nothing");
        }
    });
}

/// Keeps icon, tooltip and language as they are to be, until the engine ends.
async fn keep_current(app: AppHandle) {
    let host = host::of(&app);
    let Some(tray) = host.tray.get() else { return };
    let mut settings = host.engine().await.settings();
    let mut overview = host.overview.subscribe();
    let mut words = host.words.subscribe();
    loop {
        let said = words.borrow_and_update().clone();
        let now = overview.borrow_and_update().clone();
        let tooltip = now.tooltip(&said, &settings.borrow_and_update().clone());
        if let Err(error) = tray.say(&said.text, &tooltip, now.counts.running > 0) {
            tracing::warn!(%error, "the tray icon is not current");
        }
        tokio::select! {
            gone = overview.changed() => if gone.is_err() { return },
            gone = settings.changed() => if gone.is_err() { return },
            gone = words.changed() => if gone.is_err() { return },
        }
        tokio::time::sleep(REFRESH).await;
    }
}

impl Tray {
    fn say(&self, words: &ShellText, tooltip: &str, active: bool) -> tauri::Result<()> {
        for (item, (_, label, _)) in self.items.iter().zip(entries(words)) {
            if item.text()? != label {
                item.set_text(label)?;
            }
        }
        self.icon.set_tooltip(Some(tooltip))?;
        self.icon.set_icon(Some(if active { ACTIVE } else { IDLE }))
    }
}
