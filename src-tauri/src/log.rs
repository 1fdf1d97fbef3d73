//! What is written down for a person who asks why: one file a day, a week of them.
//!
//! `HAUL_LOG` sets what is written, as in `HAUL_LOG=debug`. Statements of the database are left out: they would be most
//! of the file.

use std::path::Path;
use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;

const FILES: usize = 7;

/// Begins to write into `folder`. What waits is written out when the guard is dropped.
///
/// A log that cannot be written is no reason not to start.
pub(crate) fn to_files(folder: &Path) -> Option<WorkerGuard> {
    let files =
        open(folder).inspect_err(|error| eprintln!("haul-desktop: no log is written: {error:#}")).ok()?;
    let (writer, guard) = tracing_appender::non_blocking(files);
    let filter = std::env::var("HAUL_LOG").unwrap_or_else(|_| "info,sqlx=warn,zbus=warn".to_owned());
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(filter))
        .with_writer(writer)
        .with_ansi(false)
        .init();
    log_panics();
    Some(guard)
}

fn open(folder: &Path) -> anyhow::Result<RollingFileAppender> {
    // It counts the old files, and complains if there is no folder to count in.
    std::fs::create_dir_all(folder)?;
    let files = RollingFileAppender::builder().rotation(Rotation::DAILY).max_log_files(FILES);
    Ok(files.filename_prefix("haul").filename_suffix("log").build(folder)?)
}

/// A panic in a task is an outcome; what it said must not be lost with the terminal.
fn log_panics() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        tracing::error!(%panic, "panic");
        before(panic);
    }));
}
