//! What ended while the person looked elsewhere: the number on the taskbar, and why the tray icon asks for attention.

use haul_core::{Event, Status};
use tauri::AppHandle;

use crate::{host, window};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Unseen {
    pub done: u32,
    pub failed: u32,
}

impl Unseen {
    pub fn all(self) -> u32 {
        self.done + self.failed
    }
}

/// Counts until the engine ends.
pub(crate) async fn keep(app: AppHandle) {
    let host = host::of(&app);
    let Ok(mut events) = host.engine().await.subscribe().await else { return };
    while let Some(event) = events.next().await {
        let Event::Changed { rows, ended, .. } = event else { continue };
        if ended.is_empty() || window::is_focused(&app) {
            continue;
        }
        let (mut done, mut failed) = (0, 0);
        for row in rows.iter().filter(|row| ended.contains(&row.id)) {
            match row.status {
                Status::Completed { .. } => done += 1,
                Status::Failed { .. } => failed += 1,
                // It was begun again meanwhile.
                Status::Queued | Status::Running { .. } | Status::Paused => {}
            }
        }
        host.unseen.send_modify(|unseen| {
            *unseen = Unseen { done: unseen.done + done, failed: unseen.failed + failed };
        });
    }
}

/// The person looks at the window.
pub(crate) fn seen(app: &AppHandle) {
    host::of(app).unseen.send_if_modified(|unseen| std::mem::take(unseen) != Unseen::default());
}
