//! What runs now, for whoever shows it outside the window: the first few by name and share, and how far all of them are
//! together. Read twice a second at most, and only while something runs.

use haul_core::{DownloadId, DownloadRow, StatusFilter, ViewQuery};
use std::time::Duration;
use tauri::AppHandle;

use crate::host;

const REFRESH: Duration = Duration::from_millis(500);
/// As many as a menu can show.
const FIRST: usize = 5;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Active {
    /// In the order in which they were added.
    pub first: Vec<Running>,
    /// How far all of them are together, in thousandths; none: of one the size is unknown, or nothing runs.
    pub share: Option<u16>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Running {
    pub id: DownloadId,
    pub name: String,
    pub percent: Option<u8>,
}

impl Active {
    fn of(mut rows: Vec<DownloadRow>) -> Active {
        rows.sort_by_key(|row| row.id);
        let share = sum(&rows).map(|(received, size)| part(received, size, 1000));
        let first = rows.into_iter().take(FIRST).map(|row| Running {
            id: row.id,
            percent: row.size.map(|size| u8::try_from(part(row.received, size, 100)).unwrap_or(100)),
            name: row.name,
        });
        Active { first: first.collect(), share }
    }
}

/// What is here, and what there is to fetch.
fn sum(rows: &[DownloadRow]) -> Option<(u64, u64)> {
    let sizes: Option<Vec<u64>> = rows.iter().map(|row| row.size).collect();
    let size = sizes?.into_iter().fold(0, u64::saturating_add);
    (size > 0).then(|| (rows.iter().map(|row| row.received).fold(0, u64::saturating_add), size))
}

/// Rounded down: it is not whole before it is.
fn part(received: u64, size: u64, whole: u16) -> u16 {
    let part = u128::from(received.min(size)) * u128::from(whole) / u128::from(size.max(1));
    u16::try_from(part).unwrap_or(whole)
}

/// Keeps it until the engine ends.
pub(crate) async fn keep(app: AppHandle) {
    let host = host::of(&app);
    let engine = host.engine().await;
    let mut overview = host.overview.subscribe();
    loop {
        let running = overview.borrow_and_update().counts.running;
        let rows = if running == 0 {
            Vec::new()
        } else {
            let query =
                ViewQuery { filter: StatusFilter::Running.into(), limit: 1000, ..ViewQuery::default() };
            match engine.view(query).await {
                Ok(page) => page.rows,
                Err(error) => return tracing::warn!(%error, "what runs is not known any more"),
            }
        };
        host.active.send_if_modified(|active| {
            let now = Active::of(rows);
            let is_new = *active != now;
            *active = now;
            is_new
        });
        if overview.changed().await.is_err() {
            return;
        }
        tokio::time::sleep(REFRESH).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_down() {
        assert_eq!((part(999, 1000, 100), part(1000, 1000, 100), part(0, 0, 100)), (99, 100, 0));
        assert_eq!(part(u64::MAX, u64::MAX, 1000), 1000);
    }
}
