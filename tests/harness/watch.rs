//! Waiting for what becomes of a download, by the same events that a window gets.

use haul_core::{
    Activity, Check, DownloadId, DownloadRow, Event, Failure, Finding, Notice, Progress, Status,
};
use haul_engine::Subscription;
use std::panic::Location;
use tokio::time::timeout;

use crate::{Haul, PATIENCE, soon};

impl Haul {
    /// Waits until the download's row is as `wanted`, as a window would see it, and returns it.
    #[track_caller]
    pub fn until(
        &self,
        id: DownloadId,
        wanted: impl FnMut(&DownloadRow) -> bool,
    ) -> impl Future<Output = DownloadRow> {
        self.until_or(id, wanted, |_| false)
    }

    /// Waits until the whole file is there; a failure meanwhile stops the test.
    #[track_caller]
    pub fn completed(&self, id: DownloadId) -> impl Future<Output = DownloadRow> {
        let completed = |row: &DownloadRow| matches!(row.status, Status::Completed { .. });
        self.until_or(id, completed, |row| matches!(row.status, Status::Failed { .. }))
    }

    /// Waits until the download failed, and says why; a completion meanwhile stops the test.
    #[track_caller]
    pub fn failed(&self, id: DownloadId) -> impl Future<Output = Failure> {
        let failed = |row: &DownloadRow| matches!(row.status, Status::Failed { .. });
        let row = self.until_or(id, failed, |row| matches!(row.status, Status::Completed { .. }));
        async {
            let Status::Failed { failure } = row.await.status else { unreachable!() };
            failure
        }
    }

    /// Has the finished file read again, and says what was found.
    pub async fn verified(&self, id: DownloadId) -> Finding {
        soon(self.engine().verify(vec![id])).await.unwrap();
        let row = self.until(id, |row| matches!(row.check, Some(Check::Done { .. }))).await;
        let Some(Check::Done { finding }) = row.check else { unreachable!() };
        finding
    }

    /// Has the finished file made good, and waits until it is completed again, one way or the other.
    pub async fn repair(&self, id: DownloadId) -> DownloadRow {
        soon(self.engine().repair(vec![id])).await.unwrap();
        self.completed(id).await
    }

    /// Waits until bytes of it are on their way.
    #[track_caller]
    pub fn downloading(&self, id: DownloadId) -> impl Future<Output = DownloadRow> {
        let downloading = Status::Running { activity: Activity::Downloading };
        self.until(id, move |row| row.status == downloading && row.received > 0)
    }

    /// Waits until the engine says something that belongs to no download.
    pub async fn noticed(&self, wanted: impl Fn(&Notice) -> bool) {
        let mut events = soon(self.engine().subscribe()).await.unwrap();
        let waiting = async {
            loop {
                match events.next().await.expect("the engine stopped") {
                    Event::Noticed { notice } if wanted(&notice) => return,
                    Event::Snapshot { notices, .. } if notices.iter().any(&wanted) => return,
                    _ => {}
                }
            }
        };
        timeout(PATIENCE, waiting).await.expect("nothing was noticed");
    }

    #[track_caller]
    fn until_or(
        &self,
        id: DownloadId,
        mut wanted: impl FnMut(&DownloadRow) -> bool,
        hopeless: impl Fn(&DownloadRow) -> bool,
    ) -> impl Future<Output = DownloadRow> {
        let caller = Location::caller();
        async move {
            let mut events = soon(self.engine().subscribe()).await.unwrap();
            let mut row = self.details(id).await.row;
            let waiting = async {
                while !wanted(&row) {
                    assert!(!hopeless(&row), "waited in vain at {caller} for {row:#?}");
                    self.next_row(&mut events, &mut row).await;
                }
            };
            let found = timeout(PATIENCE, waiting).await;
            if found.is_err() {
                panic!("waited too long at {caller} for {row:#?}\nbut it is {:#?}", self.details(id).await);
            }
            row
        }
    }

    /// Brings `row` up to date with the next event, as a window does.
    async fn next_row(&self, events: &mut Subscription, row: &mut DownloadRow) {
        match events.next().await.expect("the engine stopped") {
            Event::Changed { rows, many, .. } => {
                if let Some(changed) = rows.into_iter().find(|changed| changed.id == row.id) {
                    *row = changed;
                } else if many {
                    *row = self.details(row.id).await.row;
                }
            }
            Event::Progress { rows, .. } => {
                if let Some(progress) = rows.into_iter().find(|progress| progress.id == row.id) {
                    advance(row, progress);
                }
            }
            Event::Snapshot { .. } => *row = self.details(row.id).await.row,
            Event::Removed { .. }
            | Event::SettingsChanged { .. }
            | Event::QueuesChanged { .. }
            | Event::QueueEnded { .. }
            | Event::Noticed { .. } => {}
        }
    }
}

fn advance(row: &mut DownloadRow, progress: Progress) {
    let Progress { id: _, activity, received, throughput, eta_secs, connections, bound } = progress;
    if let Status::Running { activity: now } = &mut row.status {
        *now = activity;
    }
    row.received = received;
    row.throughput = throughput;
    row.eta_secs = eta_secs;
    row.connections = connections;
    row.bound = bound;
}
