//! The windows beside the main one: the mini window, and the one in which links are added while the main one is hidden. Each
//! is made when it is wanted and is gone once it is closed, so nothing is told to a window that is not there.

use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindowBuilder, Wry};

use crate::line::Captured;
use crate::look::Look;
use crate::{host, window};

const MINI: &str = "mini";
pub(crate) const ADD: &str = "add";

/// A line for each download that runs, above everything else.
pub(crate) fn open_mini(app: &AppHandle) {
    let shape = Shape {
        usual: (320.0, 96.0),
        least: (240.0, 64.0),
        dress: |builder| builder.always_on_top(true).skip_taskbar(true).maximizable(false),
    };
    open(app, MINI, "Haul".to_owned(), shape);
}

/// The add dialog with what was captured, in a window of its own.
pub(crate) fn open_add(app: &AppHandle, captured: Captured) {
    let host = host::of(app);
    host.line_to(ADD).capture(captured);
    let title = host.words().text.add_downloads.clone();
    let shape = Shape { usual: (560.0, 520.0), least: (400.0, 320.0), dress: |builder| builder };
    open(app, ADD, title, shape);
}

type Builder<'a> = WebviewWindowBuilder<'a, Wry, AppHandle>;

/// How large a window is, and how it behaves.
struct Shape {
    usual: (f64, f64),
    /// What its page needs, in the page's own pixels: where those are larger, the window cannot be as small.
    least: (f64, f64),
    dress: fn(Builder<'_>) -> Builder<'_>,
}

fn open(app: &AppHandle, label: &'static str, title: String, shape: Shape) {
    let (host, app) = (host::of(app), app.clone());
    // Whoever asks may be on the thread that makes it.
    host.spawn(async move {
        if let Err(error) = show_or_make(&app, label, &title, shape) {
            tracing::warn!(%error, label, "no window");
        }
    });
}

fn show_or_make(app: &AppHandle, label: &'static str, title: &str, shape: Shape) -> tauri::Result<()> {
    if let Some(there) = app.get_webview_window(label) {
        return there.unminimize().and_then(|()| there.set_focus());
    }
    let host = host::of(app);
    let look = Look::read(&host.places.look);
    let page = WebviewUrl::App(format!("{label}.html").into());
    let (wide, high) = (shape.least.0 * look.zoom(), shape.least.1 * look.zoom());
    let window = (shape.dress)(WebviewWindowBuilder::new(app, label, page))
        .inner_size(shape.usual.0.max(wide), shape.usual.1.max(high))
        .min_inner_size(wide, high)
        .title(title)
        .background_color(look.background(false))
        .data_directory(host.places.webview.clone())
        .disable_drag_drop_handler()
        .on_navigation(window::is_own_page)
        .build()?;
    #[cfg(target_os = "linux")]
    crate::rendering::choose(&window)?;
    look.put_on(&window)?;
    #[cfg(target_os = "linux")]
    crate::drop::listen(&window)?;
    let closing = app.clone();
    window.on_window_event(move |event| {
        if let tauri::WindowEvent::Destroyed = event {
            host::of(&closing).hang_up(label);
        }
    });
    Ok(())
}
