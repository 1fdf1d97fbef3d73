//! The icon in the tray: the way back to a hidden window, and what is wanted without it.
//!
//! Whether there is a tray is the desktop's business and may change: on Linux the icon is made when somebody on the
//! session bus shows such icons, be it now or later. Without one the app goes on, and closing minimises.

use haul_core::{Settings, Speed};
use haul_engine::{Engine, EngineError};
use std::future::Future;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tauri::image::Image;
use tauri::tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Wry, include_image};
use tokio::sync::Notify;

use crate::line::Wish;
use crate::unseen::Unseen;
use crate::{beside, capture, host, overview::Overview, quitting, window};

mod menu;

use menu::{Choice, Entry};

/// A tooltip, or a menu, that changes more often cannot be read.
const REFRESH: Duration = Duration::from_secs(2);

pub(crate) struct Tray {
    icon: TrayIcon<Wry>,
    /// What its menu began with.
    first: Vec<Entry>,
    /// Somebody chose an entry: whatever the panel made of its tick, the menu is to be as it is.
    chosen: Notify,
}

/// What the icon says at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Face {
    Idle,
    Active,
    /// All that is not finished is paused.
    Paused,
    /// Something failed that nobody has seen.
    Attention,
}

impl Face {
    fn of(overview: &Overview, unseen: Unseen) -> Face {
        let counts = &overview.counts;
        if unseen.failed > 0 {
            Face::Attention
        } else if counts.running > 0 {
            Face::Active
        } else if counts.paused > 0 && counts.queued == 0 {
            Face::Paused
        } else {
            Face::Idle
        }
    }

    fn image(self) -> Image<'static> {
        match self {
            Face::Idle => include_image!("icons/tray-idle.png"),
            Face::Active => include_image!("icons/tray-active.png"),
            Face::Paused => include_image!("icons/tray-paused.png"),
            Face::Attention => include_image!("icons/tray-attention.png"),
        }
    }
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
    let host = host::of(app);
    let first = menu::entries(&host.words(), &Settings::default(), &host.active.borrow());
    let icon = TrayIconBuilder::with_id("haul")
        .icon(Face::Idle.image())
        .title("Haul")
        .tooltip("Haul")
        .menu(&menu::build(app, &first)?)
        .show_menu_on_left_click(false)
        .on_menu_event(|app, event| {
            if let Some(choice) = Choice::read(event.id.as_ref()) {
                obey(app, choice);
            }
        })
        .on_tray_icon_event(|icon, event| {
            let TrayIconEvent::Click { button, button_state: MouseButtonState::Up, .. } = event else {
                return;
            };
            let app = icon.app_handle();
            match button {
                MouseButton::Left => window::show_or_hide(app),
                MouseButton::Middle if host::of(app).overview.borrow().is_busy() => {
                    obey(app, Choice::PauseAll)
                }
                MouseButton::Middle => obey(app, Choice::ResumeAll),
                MouseButton::Right => {}
            }
        })
        .build(app)?;
    Ok(Tray { icon, first, chosen: Notify::new() })
}

fn obey(app: &AppHandle, choice: Choice) {
    match choice {
        Choice::Show => window::show(app),
        Choice::AddFromClipboard => capture::from_clipboard(app),
        Choice::Mini => beside::open_mini(app),
        Choice::PauseAll => ask_engine(app, |engine| async move { engine.pause_all().await.map(drop) }),
        Choice::ResumeAll => ask_engine(app, |engine| async move { engine.resume_all().await.map(drop) }),
        Choice::Turtle => set(app, |settings| settings.speed = settings.turtle_toggled()),
        Choice::Unlimited => set(app, |settings| settings.speed = Speed::Unlimited),
        Choice::Limit(limit) => set(app, move |settings| {
            (settings.speed, settings.limit) = (Speed::Limited, Some(limit));
        }),
        Choice::OtherLimit => window::ask(app, Wish::Limit),
        Choice::Settings => window::ask(app, Wish::Settings),
        Choice::Download(id) => window::ask(app, Wish::Download { id }),
        Choice::Quit => quitting::begin(app),
    }
    if let Some(tray) = host::of(app).tray.get() {
        tray.chosen.notify_one();
    }
}

fn set(app: &AppHandle, change: impl FnOnce(&mut Settings)) {
    ask_engine(app, |engine| {
        let mut settings = engine.settings().borrow().as_ref().clone();
        change(&mut settings);
        async move { engine.set_settings(settings).await }
    });
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

/// Keeps icon, tooltip and menu as they are to be, until the engine ends. What did not change is not said again.
async fn keep_current(app: AppHandle) {
    let host = host::of(&app);
    let Some(tray) = host.tray.get() else { return };
    let mut settings = host.engine().await.settings();
    let mut overview = host.overview.subscribe();
    let mut active = host.active.subscribe();
    let mut unseen = host.unseen.subscribe();
    let mut words = host.words.subscribe();
    let (mut face, mut tooltip, mut entries) = (Face::Idle, "Haul".to_owned(), tray.first.clone());
    loop {
        let said = words.borrow_and_update().clone();
        let set = settings.borrow_and_update().clone();
        let now = overview.borrow_and_update().clone();
        let next = (
            Face::of(&now, *unseen.borrow_and_update()),
            now.tooltip(&said, &set),
            menu::entries(&said, &set, &active.borrow_and_update()),
        );
        let put = || {
            if next.0 != face {
                tray.icon.set_icon(Some(next.0.image()))?;
            }
            if next.1 != tooltip {
                tray.icon.set_tooltip(Some(&next.1))?;
            }
            if next.2 != entries { tray.icon.set_menu(Some(menu::build(&app, &next.2)?)) } else { Ok(()) }
        };
        if let Err(error) = put() {
            tracing::warn!(%error, "the tray icon is not current");
        }
        (face, tooltip, entries) = next;
        tokio::select! {
            gone = overview.changed() => if gone.is_err() { return },
            gone = settings.changed() => if gone.is_err() { return },
            gone = active.changed() => if gone.is_err() { return },
            gone = unseen.changed() => if gone.is_err() { return },
            gone = words.changed() => if gone.is_err() { return },
            () = tray.chosen.notified() => entries.clear(),
        }
        tokio::select! {
            () = tokio::time::sleep(REFRESH) => {}
            // Who chose something wants to see it.
            () = tray.chosen.notified() => entries.clear(),
        }
    }
}
