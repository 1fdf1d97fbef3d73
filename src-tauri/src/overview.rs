//! What the shell knows of the downloads without asking: how many, how fast, how long. Kept from the engine's events.

use haul_core::{Counts, Event, Settings};
use std::fmt::Write;
use tauri::AppHandle;

use crate::host;
use crate::words::ShellWords;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Overview {
    pub counts: Counts,
    /// Bytes a second over all downloads.
    pub throughput: u64,
    /// Seconds until the last of those that run is done; none: unknown.
    pub eta_secs: Option<u32>,
}

impl Overview {
    /// Whether anything runs or waits for its turn.
    pub fn is_busy(&self) -> bool {
        self.counts.running + self.counts.queued > 0
    }

    /// What the tray icon says when pointed at.
    pub fn tooltip(&self, words: &ShellWords, settings: &Settings) -> String {
        let mut text = "Haul".to_owned();
        if self.counts.running > 0 {
            let throughput = words.throughput(self.throughput, settings);
            let active = words.active(self.counts.running as usize);
            // Writing to a string cannot fail.
            write!(text, " · ↓ {throughput} · {active}").unwrap_or_default();
            if let Some(secs) = self.eta_secs {
                write!(text, " · {}", words.digits(&clock(secs))).unwrap_or_default();
            }
        }
        text
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Snapshot { counts, .. }
            | Event::Changed { counts, .. }
            | Event::Removed { counts, .. } => {
                self.counts = counts.clone();
            }
            Event::Progress { sums, .. } => {
                (self.throughput, self.eta_secs) = (sums.throughput, sums.eta_secs)
            }
            Event::SettingsChanged { .. }
            | Event::QueuesChanged { .. }
            | Event::QueueEnded { .. }
            | Event::Noticed { .. } => {}
        }
        if self.counts.running == 0 {
            (self.throughput, self.eta_secs) = (0, None);
        }
    }
}

/// `0:34`, `12:05`, `1:20:00`.
fn clock(secs: u32) -> String {
    let (hours, minutes, secs) = (secs / 3600, secs / 60 % 60, secs % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{secs:02}") } else { format!("{minutes}:{secs:02}") }
}

/// Keeps the overview until the engine ends.
pub(crate) async fn keep(app: AppHandle) {
    let host = host::of(&app);
    let Ok(mut events) = host.engine().await.subscribe().await else { return };
    while let Some(event) = events.next().await {
        host.overview.send_if_modified(|overview| {
            let before = overview.clone();
            overview.apply(&event);
            *overview != before
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::english;
    use haul_core::Sums;

    fn running(count: u32) -> Event {
        Event::Changed {
            rows: Vec::new(),
            ended: Vec::new(),
            many: false,
            counts: Counts { running: count, ..Counts::default() },
        }
    }

    fn progress(throughput: u64, eta_secs: Option<u32>) -> Event {
        Event::Progress { rows: Vec::new(), sums: Sums { throughput, eta_secs, waits_for_network: false } }
    }

    #[test]
    fn the_tooltip_adds_up_what_runs() {
        let mut overview = Overview::default();
        assert_eq!(overview.tooltip(&english(), &Settings::default()), "Haul");
        overview.apply(&running(2));
        overview.apply(&progress(2 << 20, Some(125)));
        assert_eq!(
            overview.tooltip(&english(), &Settings::default()),
            "Haul · ↓ 2.00 MiB/s · 2 active · 2:05"
        );
        overview.apply(&running(0));
        assert_eq!(overview.tooltip(&english(), &Settings::default()), "Haul");
    }
}
