//! One download as the command line follows it, from the address to its end.

use haul_core::{
    Activity, CertificateFault, DownloadId, DownloadRow, Failure, LogEntry, LogLine, Progress, Status,
};
use std::path::{Path, PathBuf};

use crate::args::Trust;

/// A download that was asked for, and all that the engine has told of it.
#[derive(Debug)]
pub struct Tracked {
    pub url: String,
    /// None if the engine would not take it.
    pub id: Option<DownloadId>,
    row: Option<DownloadRow>,
    end: Option<End>,
    log_lines: usize,
    already: bool,
    /// Ticks after which its log may still say something new.
    curious: u8,
    /// How often a certificate was accepted for it.
    trusted: u8,
}

/// A redirect may lead to another host, which has a certificate of its own.
const MOST_TRUSTED: u8 = 20;

/// The engine writes a log down once a tick, so what happened is there to read one tick later.
const CURIOUS: u8 = 2;

/// How it ended. What is stopped by a signal has no end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    Completed { path: PathBuf },
    Failed { failure: Failure },
}

impl Tracked {
    pub fn added(url: String, id: DownloadId) -> Self {
        Self { url, id: Some(id), row: None, end: None, log_lines: 0, already: false, curious: 0, trusted: 0 }
    }

    pub fn rejected(url: String, failure: Failure) -> Self {
        Self {
            url,
            id: None,
            row: None,
            end: Some(End::Failed { failure }),
            log_lines: 0,
            already: false,
            curious: 0,
            trusted: 0,
        }
    }

    pub fn end(&self) -> Option<&End> {
        self.end.as_ref()
    }

    pub fn row(&self) -> Option<&DownloadRow> {
        self.row.as_ref()
    }

    /// What to call it: its file's name once that is known.
    pub fn name(&self) -> &str {
        self.row.as_ref().map(|row| row.name.as_str()).filter(|name| !name.is_empty()).unwrap_or(&self.url)
    }

    /// Where the whole file is or will be.
    pub fn path(&self) -> Option<PathBuf> {
        match (&self.end, &self.row) {
            (Some(End::Completed { path }), _) => Some(path.clone()),
            (_, Some(row)) if !row.name.is_empty() => Some(row.folder.join(&row.name)),
            _ => None,
        }
    }

    pub fn received(&self) -> u64 {
        self.row.as_ref().map_or(0, |row| row.received)
    }

    pub fn size(&self) -> Option<u64> {
        self.row.as_ref().and_then(|row| row.size)
    }

    /// What its transfer does now; none if it has none.
    pub fn activity(&self) -> Option<&Activity> {
        match self.row.as_ref().map(|row| &row.status) {
            Some(Status::Running { activity }) => Some(activity),
            _ => None,
        }
    }

    /// Takes a new row.
    pub fn take(&mut self, row: DownloadRow) {
        if self.row.as_ref().map(|row| &row.status) != Some(&row.status) {
            self.curious = CURIOUS;
        }
        self.end = match &row.status {
            Status::Completed { path } => Some(End::Completed { path: path.clone() }),
            Status::Failed { failure } => Some(End::Failed { failure: failure.clone() }),
            Status::Queued | Status::Running { .. } | Status::Paused => None,
        };
        self.row = Some(row);
    }

    /// The certificate that kept it from going on, if the person said to trust it.
    pub fn certificate_to_trust(&mut self, status: &Status, trust: &[Trust]) -> Option<String> {
        let Status::Failed { failure: Failure::Tls { certificate: Some(refused), .. } } = status else {
            return None;
        };
        let is_meant = trust.iter().any(|trust| trust.covers(refused, &self.url));
        // One that is accepted and fails all the same would be met again for ever.
        if !is_meant || refused.fault == CertificateFault::Revoked || self.trusted >= MOST_TRUSTED {
            return None;
        }
        self.trusted += 1;
        Some(refused.sha256.clone())
    }

    /// Takes what changes at each tick; says whether its log may have news.
    pub fn advance(&mut self, progress: Progress) -> bool {
        let Some(row) = &mut self.row else { return false };
        if self.end.is_some() {
            return false;
        }
        let status = Status::Running { activity: progress.activity };
        let changed = row.status != status;
        row.status = status;
        row.received = progress.received;
        row.throughput = progress.throughput;
        row.eta_secs = progress.eta_secs;
        row.connections = progress.connections;
        let curious = changed || self.curious > 0;
        self.curious = if changed { CURIOUS } else { self.curious.saturating_sub(1) };
        curious
    }

    /// Whether the whole file was there before.
    pub fn was_there(&self) -> bool {
        self.already
    }

    /// The lines of its log that were not seen before.
    pub fn news<'a>(&mut self, log: &'a [LogLine]) -> impl Iterator<Item = &'a LogEntry> {
        // A log forgets its oldest lines once it is full; nothing is said twice then, and little is missed.
        let seen = std::mem::replace(&mut self.log_lines, log.len()).min(log.len());
        self.already |= log[seen..].iter().any(|line| line.entry == LogEntry::AlreadyComplete);
        log[seen..].iter().map(|line| &line.entry)
    }
}

/// A path as short as it can be said: relative to the current folder if it is below it.
pub fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use haul_core::{Priority, QueueId};

    fn row(status: Status) -> DownloadRow {
        DownloadRow {
            id: DownloadId(1),
            name: "a.zip".into(),
            url: "http://a.org/a.zip".into(),
            host: "a.org".into(),
            folder: "/d".into(),
            status,
            position: 0,
            queue: QueueId::DEFAULT,
            priority: Priority::Normal,
            waiting: None,
            starts: None,
            size: Some(10),
            received: 0,
            throughput: 0,
            eta_secs: None,
            connections: 0,
            bound: None,
            resumable: None,
            limit: None,
            created: 0,
            finished: None,
            check: None,
            kind: "other".into(),
            kind_chosen: false,
            tags: vec![],
        }
    }

    fn progress(activity: Activity) -> Progress {
        Progress {
            id: DownloadId(1),
            activity,
            received: 5,
            throughput: 1,
            eta_secs: None,
            connections: 1,
            bound: None,
        }
    }

    #[test]
    fn it_ends_when_the_engine_says_so_and_stays_ended() {
        let mut tracked = Tracked::added("http://a.org/a.zip".into(), DownloadId(1));
        assert_eq!(tracked.name(), "http://a.org/a.zip");
        tracked.take(row(Status::Running { activity: Activity::Probing }));
        assert_eq!((tracked.name(), tracked.end()), ("a.zip", None));
        tracked.take(row(Status::Completed { path: "/d/a (1).zip".into() }));
        assert_eq!(tracked.path(), Some("/d/a (1).zip".into()));
        assert!(!tracked.advance(progress(Activity::Downloading)));
        assert!(matches!(tracked.end(), Some(End::Completed { .. })));
    }

    #[test]
    fn its_log_is_read_until_a_tick_after_each_change() {
        let mut tracked = Tracked::added(String::new(), DownloadId(1));
        tracked.take(row(Status::Running { activity: Activity::Probing }));
        let mut read = |activity| tracked.advance(progress(activity));
        assert!(read(Activity::Downloading));
        assert!(read(Activity::Downloading));
        assert!(read(Activity::Downloading));
        assert!(!read(Activity::Downloading));
        assert!(read(Activity::Verifying { compared: None }));
    }

    #[test]
    fn each_line_of_a_log_is_news_once() {
        let mut tracked = Tracked::added(String::new(), DownloadId(1));
        let line = |entry| LogLine { at: 0, entry };
        let mut log = vec![line(LogEntry::Added)];
        assert_eq!(tracked.news(&log).count(), 1);
        log.push(line(LogEntry::Started));
        assert_eq!(tracked.news(&log).collect::<Vec<_>>(), [&LogEntry::Started]);
        assert_eq!(tracked.news(&log).count(), 0);
    }
}
