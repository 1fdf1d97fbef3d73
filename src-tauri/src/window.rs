//! The one window: how it opens, hides and closes.

use haul_core::Notice;
use haul_core::settings::WhenClosed;
use std::sync::atomic::Ordering;
use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, CloseRequestApi, Manager, Url, WebviewWindow, WebviewWindowBuilder};

use crate::host::{self, Host};
use crate::line::Wish;
use crate::look::Look;
use crate::words::ShellText;
use crate::{notify, quitting, unseen};

pub(crate) const MAIN: &str = "main";

/// Opens the window as the configuration says, and shows it unless Haul started with the session.
pub(crate) fn open(app: &AppHandle, shown: bool) -> anyhow::Result<()> {
    let config = app.config().app.windows.first().cloned().unwrap_or_default();
    host::of(app).line.set_shown(shown);
    let look = Look::read(&host::of(app).places.look);
    let window = WebviewWindowBuilder::from_config(app, &config)?
        .background_color(look.background(false))
        .data_directory(host::of(app).places.webview.clone())
        .on_navigation(is_own_page)
        .visible(shown)
        .on_page_load(move |window, load| {
            if !shown && load.event() == PageLoadEvent::Finished {
                choose_rendering(&window);
            }
        })
        .build()?;
    // In a window that was never shown WebKit drops its page if this is chosen before that is there.
    if shown {
        choose_rendering(&window);
    }
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

#[cfg_attr(
    not(target_os = "linux"),
    expect(unused_variables, reason = "elsewhere there is nothing to choose")
)]
fn choose_rendering(window: &WebviewWindow) {
    #[cfg(target_os = "linux")]
    log_failure("choose how it is painted", crate::rendering::choose(window));
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
    host::of(app).line.set_shown(true);
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
    host::of(app).line.set_shown(false);
}

/// Whether it is to be seen; a minimised one is not, though it counts as visible.
pub(crate) fn is_shown(app: &AppHandle) -> bool {
    main(app)
        .is_some_and(|window| window.is_visible().unwrap_or(false) && !window.is_minimized().unwrap_or(false))
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
    host::of(app).line.set_shown(true);
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

/// Closing goes on without the window or quits, as the person has set.
fn close(window: &WebviewWindow, api: &CloseRequestApi) {
    let app = window.app_handle();
    let host = host::of(app);
    api.prevent_close();
    let (when_closed, watches_clipboard) = host.engine_now().map_or_else(Default::default, |engine| {
        let settings = engine.settings();
        let settings = settings.borrow();
        (settings.when_closed, settings.watch_clipboard)
    });
    let in_tray = host.tray_shown.load(Ordering::Relaxed);
    let busy = host.overview.borrow().is_busy();
    let goes_on = match when_closed {
        WhenClosed::Tray => in_tray || busy,
        // Who wants copied links offered wants somebody there who looks.
        WhenClosed::WhileBusy => busy || (in_tray && watches_clipboard),
        WhenClosed::Quit => false,
        WhenClosed::Ask => {
            if !quitting::insists(&host) {
                return ask(app, Wish::Close);
            }
            // The page does not ask: nothing is lost by going on.
            in_tray || busy
        }
    };
    if goes_on { go_on_without(window) } else { quitting::begin(app) }
}

/// Hides the main window in the tray. Without a tray it could not be found again: it is minimised.
pub(crate) fn go_on_without(window: &WebviewWindow) {
    let app = window.app_handle();
    let host = host::of(app);
    if host.tray_shown.load(Ordering::Relaxed) {
        hide(app);
        say_once_that_it_still_runs(app, &host, Notice::StillRunning, |words| &words.in_the_tray);
    } else {
        log_failure("minimise", window.minimize());
        say_once_that_it_still_runs(app, &host, Notice::Minimised, |words| &words.minimised);
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
