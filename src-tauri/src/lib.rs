//! Haul's window, tray and notifications around the engine. Tauri is known in this crate only, the engine's inside not.

#[cfg(target_os = "linux")]
mod accent;
mod active;
#[cfg(target_os = "linux")]
mod autostart;
mod beside;
#[cfg(test)]
mod bindings;
#[cfg(target_os = "linux")]
mod bus;
mod capture;
mod clipboard;
mod commands;
#[cfg(target_os = "linux")]
mod copying;
#[cfg(target_os = "linux")]
mod dragging;
#[cfg(target_os = "linux")]
mod drop;
mod elsewhere;
mod files;
mod host;
mod line;
mod log;
mod look;
mod notify;
mod overview;
mod places;
mod power;
mod probes;
mod quitting;
#[cfg(target_os = "linux")]
pub mod rendering;
#[cfg(target_os = "linux")]
mod sleep;
#[cfg(target_os = "linux")]
mod surroundings;
#[cfg(target_os = "linux")]
mod taskbar;
mod tray;
mod unseen;
mod window;
mod words;

use std::process::ExitCode;
use tauri::{AppHandle, RunEvent};
use tauri_plugin_window_state::StateFlags;

use capture::Shown;
use host::Host;
use places::Places;

/// Starts without showing the window.
const HIDDEN: &str = "--hidden";

/// Runs the app until it ends.
pub fn run() -> ExitCode {
    if !has_display() {
        eprintln!("Haul's window needs a display, and there is none. Without one, use: haul get URL");
        return ExitCode::FAILURE;
    }
    match run_until_the_end() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "cannot start");
            eprintln!("Haul cannot start: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether a window can be shown at all. Asked first, because the toolkit's own answer is a panic.
#[cfg(target_os = "linux")]
fn has_display() -> bool {
    gtk::init().is_ok()
}

#[cfg(not(target_os = "linux"))]
fn has_display() -> bool {
    true
}

fn run_until_the_end() -> anyhow::Result<i32> {
    let places = Places::of_this_machine()?;
    let _log = log::to_files(&places.logs);
    let transfers = host::transfers_runtime()?;
    let app = builder(Host::new(places, transfers.handle().clone())).build(tauri::generate_context!())?;
    let code = app.run_return(|app, event| {
        if let RunEvent::Exit = event {
            host::of(app).close();
        }
    });
    // What still runs had its time: see `Host::close`.
    transfers.shutdown_background();
    Ok(code)
}

fn builder(host: Host) -> tauri::Builder<tauri::Wry> {
    // Hiding in the tray is not a place to come back to.
    let remembered = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    let window_state = tauri_plugin_window_state::Builder::new()
        .with_filename(host.places.window.to_string_lossy().into_owned())
        .with_state_flags(remembered)
        .build();
    tauri::Builder::default()
        // First: a second start ends here, before it touches anything.
        .plugin(tauri_plugin_single_instance::init(second_start))
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .plugin(window_state)
        .manage(host)
        .invoke_handler(commands::all().invoke_handler())
        .setup(|app| Ok(start(app.handle())?))
}

fn start(app: &AppHandle) -> anyhow::Result<()> {
    let host = host::of(app);
    host.open(app);
    let arguments: Vec<String> = std::env::args().collect();
    window::open(app, !is_hidden(&arguments))?;
    tray::begin(app);
    host.spawn(overview::keep(app.clone()));
    host.spawn(active::keep(app.clone()));
    host.spawn(unseen::keep(app.clone()));
    host.spawn(look::keep(app.clone()));
    host.spawn(notify::run(app.clone()));
    host.spawn(power::watch(app.clone()));
    clipboard::listen(app);
    host.spawn(clipboard::watch(app.clone()));
    host.spawn(end_when_asked(app.clone()));
    #[cfg(target_os = "linux")]
    {
        host.spawn(accent::keep(app.clone()));
        host.spawn(autostart::keep(app.clone()));
        host.spawn(taskbar::keep(app.clone()));
        host.spawn(surroundings::keep(app.clone()));
        host.spawn(sleep::hold_back(app.clone()));
        host.spawn(sleep::go_on_after(app.clone()));
    }
    let shown = if is_hidden(&arguments) { Shown::Nowhere } else { Shown::Main };
    capture::from_arguments(app, arguments, std::env::current_dir().unwrap_or_default(), shown);
    Ok(())
}

fn second_start(app: &AppHandle, arguments: Vec<String>, folder: String) {
    let hidden = is_hidden(&arguments);
    let shown = match (hidden, window::is_shown(app)) {
        (true, _) => Shown::Nowhere,
        (false, true) => Shown::Main,
        // Who sends links to a hidden Haul wants them added, and is asked in a small window.
        (false, false) => Shown::Beside,
    };
    if !capture::from_arguments(app, arguments, folder.into(), shown) && !hidden {
        window::show(app);
    }
}

fn is_hidden(arguments: &[String]) -> bool {
    arguments.iter().any(|argument| argument == HIDDEN)
}

/// The session's end, or Ctrl-C where Haul was started from a terminal: as orderly as the menu's "Quit".
#[cfg(unix)]
async fn end_when_asked(app: AppHandle) {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut term), Ok(mut interrupt)) =
        (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        return tracing::warn!("signals end Haul without order");
    };
    tokio::select! {
        _ = term.recv() => {}
        _ = interrupt.recv() => {}
    }
    window::quit(&app);
}

#[cfg(not(unix))]
async fn end_when_asked(app: AppHandle) {
    if tokio::signal::ctrl_c().await.is_ok() {
        window::quit(&app);
    }
}
