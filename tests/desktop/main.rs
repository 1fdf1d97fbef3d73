//! Stories about the real window, the real tray and a real drop, each on a desktop of its own.
//!
//! A display, a window manager and a session bus are started for every story, so stories run side by side and leave
//! nothing behind. What is waited for is a state, on the page or on the bus, never a while.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test bed that breaks stops its test"
)]

mod app;
mod bus;
mod desktop;
mod hand;
mod opener;
mod power;
mod probing;
mod process;
mod screen;
mod webdriver;

mod appearance;
mod capturing;
mod closing;
mod copying;
mod dragging;
mod lasting;
mod leaving;
mod refused;
mod renewing;
mod sleeping;
mod starting;
mod telling;
mod tray;
mod trusting;
mod undoing;
mod waiting;

use std::time::Duration;

/// The longest that any story takes, on a slow machine too.
const LONGEST: Duration = Duration::from_secs(180);

/// Runs a story to its end; one that hangs is stopped.
fn story(told: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async { tokio::time::timeout(LONGEST, told).await.expect("the story hangs") });
}
