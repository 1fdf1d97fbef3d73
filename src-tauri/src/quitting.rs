//! Before a person ends Haul from outside its page: what could not go on from where it is would be lost, and then the window
//! asks. The page asks by itself what its own "Quit" would lose.

use haul_core::{DownloadRow, Filter, Grouping, Sort, SortKey, StatusFilter, ViewQuery};
use std::sync::PoisonError;
use std::time::{Duration, Instant};
use tauri::AppHandle;
use tokio::time::timeout;

use crate::host::{self, Host};
use crate::line::Wish;
use crate::window;

/// An engine that does not answer keeps nobody here.
const PATIENCE: Duration = Duration::from_secs(1);
/// So long after the page did not begin to ask, who wants it again gets it.
const SILENT: Duration = Duration::from_secs(2);
/// More would run at once only if the settings allowed it.
const MOST: u32 = 1000;

/// Ends the app, unless the window has something to ask first.
pub(crate) fn begin(app: &AppHandle) {
    let host = host::of(app);
    if insists(&host) || !host.overview.borrow().is_busy() {
        return window::quit(app);
    }
    let app = app.clone();
    host.spawn(async move {
        if loses(&host::of(&app)).await {
            window::ask(&app, Wish::Quit);
        } else {
            window::quit(&app);
        }
    });
}

/// The page asks now: who wants it again is asked again.
pub(crate) fn is_asked(host: &Host) {
    *host.end_wanted.lock().unwrap_or_else(PoisonError::into_inner) = None;
}

/// Whether somebody wants Haul to end, or its window to close, for the second time, and the page did not ask the first time.
pub(crate) fn insists(host: &Host) -> bool {
    let mut wanted = host.end_wanted.lock().unwrap_or_else(PoisonError::into_inner);
    wanted.get_or_insert_with(Instant::now).elapsed() > SILENT
}

/// Whether something runs that would begin anew.
async fn loses(host: &Host) -> bool {
    let Some(engine) = host.engine_now() else { return false };
    let running = ViewQuery {
        filter: Filter { status: StatusFilter::Running, ..Filter::default() },
        search: String::new(),
        sort: Sort { key: SortKey::Created, descending: false },
        group: Grouping::None,
        offset: 0,
        limit: MOST,
    };
    match timeout(PATIENCE, engine.view(running)).await {
        Ok(Ok(page)) => page.rows.iter().any(begins_anew),
        Ok(Err(_)) | Err(_) => false,
    }
}

fn begins_anew(row: &DownloadRow) -> bool {
    row.resumable == Some(false) && row.received > 0
}
