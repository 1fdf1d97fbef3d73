//! What a window is told of what happened, and what it is not.

use super::*;
use crate::{Activity, Notice, Status};

fn row(id: u32, status: Status) -> DownloadRow {
    DownloadRow {
        id: DownloadId(id),
        name: format!("{id}.zip"),
        url: "http://a/b".into(),
        host: "a".into(),
        folder: "/d".into(),
        status,
        position: 0,
        queue: crate::QueueId::DEFAULT,
        priority: crate::Priority::Normal,
        waiting: None,
        starts: None,
        size: None,
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

fn changed(rows: Vec<DownloadRow>, ended: &[u32], all: u32) -> Event {
    let ended = ended.iter().copied().map(DownloadId).collect();
    Event::Changed { rows, ended, many: false, counts: Counts { all, ..Counts::default() } }
}

fn progress(ids: impl IntoIterator<Item = u32>) -> Event {
    let row = |id| Progress {
        id: DownloadId(id),
        activity: Activity::Downloading,
        received: 1,
        throughput: 10,
        eta_secs: Some(id),
        connections: 1,
        bound: None,
    };
    let rows: Vec<Progress> = ids.into_iter().map(row).collect();
    let sums = Sums::of(&rows);
    Event::Progress { rows, sums }
}

fn feed(shown: impl IntoIterator<Item = u32>) -> Feed {
    let mut feed = Feed::default();
    feed.show(shown.into_iter().map(DownloadId));
    feed
}

#[test]
fn how_many_rows_move_counts_where_nothing_else_is_to_be_told() {
    let mut feed = feed(1..=20);
    assert_eq!(feed.moving(), 0);
    feed.push(progress(10..=40));
    assert_eq!(feed.moving(), 11, "of those that are shown");
    feed.push(changed(vec![], &[], 5));
    assert_eq!(feed.moving(), 0, "the counts are not to wait for them");
    feed.take();
    assert_eq!(feed.moving(), 0);
}

#[test]
fn of_a_thousand_at_work_a_window_hears_of_those_that_it_shows_and_what_all_come_to() {
    let mut feed = feed([3, 4]);
    for _ in 0..4 {
        feed.push(progress(1..=1000));
    }
    assert!(!feed.is_urgent());
    let told = feed.take();
    let [Event::Progress { rows, sums }] = &told[..] else { panic!("{told:?}") };
    assert_eq!(rows.iter().map(|row| row.id.0).collect::<Vec<_>>(), [3, 4]);
    assert_eq!((sums.throughput, sums.eta_secs), (10_000, Some(1000)));
    assert!(feed.is_empty());
}

#[test]
fn rows_are_told_as_they_are_last_and_others_only_that_the_view_is_another() {
    let mut feed = feed([1]);
    feed.push(changed(vec![row(1, Status::Queued), row(2, Status::Queued)], &[], 2));
    feed.push(changed(vec![row(1, Status::Paused)], &[], 3));
    assert!(feed.is_urgent());
    assert_eq!(feed.take(), [changed(vec![row(1, Status::Paused)], &[], 3)]);
    feed.push(changed(vec![row(2, Status::Paused)], &[], 3));
    assert!(!feed.is_urgent());
    assert_eq!(feed.take(), [changed(vec![], &[], 3)]);
}

#[test]
fn what_ends_is_told_wherever_it_is() {
    let mut feed = feed([]);
    let done = row(9, Status::Completed { path: "/d/9.zip".into() });
    feed.push(changed(vec![done.clone()], &[9], 9));
    feed.push(changed(vec![], &[], 9));
    assert_eq!(feed.take(), [changed(vec![done], &[9], 9)]);
}

#[test]
fn what_was_removed_and_came_back_is_told_as_it_is_now() {
    let mut feed = feed([1, 2]);
    let gone = |ids: &[u32], all| Event::Removed {
        ids: ids.iter().copied().map(DownloadId).collect(),
        counts: Counts { all, ..Counts::default() },
    };
    feed.push(changed(vec![row(1, Status::Queued), row(2, Status::Queued)], &[], 2));
    feed.push(gone(&[1, 2], 0));
    feed.push(changed(vec![row(2, Status::Paused)], &[], 1));
    assert_eq!(feed.take(), [gone(&[1], 1), changed(vec![row(2, Status::Paused)], &[], 1)]);
}

#[test]
fn a_snapshot_takes_the_place_of_all_before_it_and_settings_of_those_before_them() {
    let mut feed = feed([1]);
    let settings = |downloads_at_once| Event::SettingsChanged {
        settings: crate::Settings { downloads_at_once, ..crate::Settings::default() },
    };
    feed.push(changed(vec![row(1, Status::Queued)], &[1], 1));
    let snapshot = Event::Snapshot {
        settings: crate::Settings::default(),
        queues: vec![],
        counts: Counts::default(),
        notices: vec![],
    };
    feed.push(snapshot.clone());
    feed.push(settings(3));
    feed.push(Event::Noticed { notice: Notice::StillRunning });
    feed.push(settings(4));
    let notice = Event::Noticed { notice: Notice::StillRunning };
    assert_eq!(feed.take(), [snapshot, notice, settings(4)]);
}
