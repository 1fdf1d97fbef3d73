//! What the shell knows of the downloads without asking: how many, how fast, how long. Kept from the engine's events.

use haul_core::{Activity, Counts, Event, Settings, Timestamp};
use std::fmt::Write;
use std::time::SystemTime;
use tauri::AppHandle;

use crate::host;
use crate::words::ShellWords;

/// Who tries again within this works on.
const SHORT_MS: u64 = 15_000;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Overview {
    pub counts: Counts,
    /// How many of those that run fetch, check or ask something, and do not wait for the network or for long.
    pub at_work: u32,
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

    fn apply(&mut self, event: &Event, now: Timestamp) {
        match event {
            Event::Snapshot { counts, .. }
            | Event::Changed { counts, .. }
            | Event::Removed { counts, .. } => {
                self.counts = counts.clone();
            }
            Event::Progress { rows, sums } => {
                (self.throughput, self.eta_secs) = (sums.throughput, sums.eta_secs);
                let at_work = rows.iter().filter(|row| is_at_work(&row.activity, now)).count();
                self.at_work = u32::try_from(at_work).unwrap_or(u32::MAX);
            }
            Event::SettingsChanged { .. }
            | Event::QueuesChanged { .. }
            | Event::QueueEnded { .. }
            | Event::Noticed { .. } => {}
        }
        if self.counts.running == 0 {
            (self.throughput, self.eta_secs, self.at_work) = (0, None, 0);
        }
    }
}

/// A wait of seconds is part of the work.
fn is_at_work(activity: &Activity, now: Timestamp) -> bool {
    match activity {
        Activity::Probing | Activity::Downloading | Activity::Verifying { .. } | Activity::Finishing => true,
        Activity::Retrying { at, .. } => *at <= now.saturating_add(SHORT_MS),
        Activity::WaitingForNetwork => false,
    }
}

fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
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
            overview.apply(&event, now());
            *overview != before
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::english;
    use haul_core::{DownloadId, Failure, Progress, Sums};

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

    fn doing(activities: impl IntoIterator<Item = Activity>) -> Event {
        let row = |activity| Progress {
            id: DownloadId(1),
            activity,
            received: 0,
            throughput: 0,
            eta_secs: None,
            connections: 0,
            bound: None,
        };
        Event::Progress { rows: activities.into_iter().map(row).collect(), sums: Sums::default() }
    }

    fn retrying(at: Timestamp) -> Activity {
        let failure = Failure::TimedOut { host: "a.org".to_owned() };
        Activity::Retrying { failure, attempt: 2, of: 10, at }
    }

    #[test]
    fn who_waits_for_the_network_or_for_long_is_not_at_work() {
        let mut overview = Overview::default();
        overview.apply(&running(5), 0);
        let all = [
            Activity::Probing,
            Activity::Downloading,
            Activity::WaitingForNetwork,
            retrying(3_601_000),
            retrying(3_000),
        ];
        overview.apply(&doing(all), 1_000);
        assert_eq!(overview.at_work, 3);
        overview.apply(&doing([retrying(3_601_000)]), 1_000);
        assert_eq!((overview.at_work, overview.counts.running), (0, 5));
        overview.apply(&doing([Activity::Downloading]), 1_000);
        overview.apply(&running(0), 1_000);
        assert_eq!(overview.at_work, 0);
    }

    #[test]
    fn the_tooltip_adds_up_what_runs() {
        let mut overview = Overview::default();
        assert_eq!(overview.tooltip(&english(), &Settings::default()), "Haul");
        overview.apply(&running(2), 0);
        overview.apply(&progress(2 << 20, Some(125)), 0);
        assert_eq!(
            overview.tooltip(&english(), &Settings::default()),
            "Haul · ↓ 2.00 MiB/s · 2 active · 2:05"
        );
        overview.apply(&running(0), 0);
        assert_eq!(overview.tooltip(&english(), &Settings::default()), "Haul");
    }
}
