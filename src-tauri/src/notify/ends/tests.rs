//! When what is said, and what is brought.

use super::*;
use crate::words::english;
use haul_core::{Activity, Counts, Priority};

fn row(id: u32, status: Status) -> DownloadRow {
    DownloadRow {
        id: DownloadId(id),
        name: format!("{id}.zip"),
        url: String::new(),
        host: String::new(),
        folder: "/home/a/Downloads".into(),
        status,
        position: 0,
        queue: QueueId::DEFAULT,
        priority: Priority::Normal,
        waiting: None,
        starts: None,
        size: Some(1 << 20),
        received: 1 << 20,
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

fn changed(rows: Vec<DownloadRow>, waiting: u32) -> Event {
    Event::Changed {
        rows,
        ended: Vec::new(),
        many: false,
        counts: Counts { queued: waiting, ..Counts::default() },
    }
}

fn ended(row: DownloadRow, waiting: u32) -> Event {
    let (ended, counts) = (vec![row.id], Counts { queued: waiting, ..Counts::default() });
    Event::Changed { rows: vec![row], ended, many: false, counts }
}

fn running(id: u32) -> DownloadRow {
    row(id, Status::Running { activity: Activity::Downloading })
}

fn ready(id: u32) -> DownloadRow {
    row(id, Status::Completed { path: "/a".into() })
}

fn said(ends: &mut Ends, now: Instant) -> Vec<(String, String)> {
    let due = ends.take(&english(), &Settings::default(), now);
    assert_eq!(due.brought, None);
    due.said.into_iter().map(|said| (said.title, said.body)).collect()
}

fn after(after_finishing: AfterFinishing) -> Settings {
    Settings { after_finishing, ..Settings::default() }
}

/// The titles of what is said, and what is brought, once these have ended.
fn done(settings: &Settings, rows: Vec<DownloadRow>) -> (Vec<String>, Option<(Bring, u32)>) {
    let (mut ends, now) = (Ends::default(), Instant::now());
    for row in rows {
        ends.apply(ended(row, 0), now);
    }
    let due = ends.take(&english(), settings, now);
    let said = due.said.into_iter().map(|said| said.title).collect();
    (said, due.brought.map(|(bring, DownloadId(id), _)| (bring, id)))
}

#[tokio::test(start_paused = true)]
async fn a_file_that_is_alone_is_brought_and_of_many_it_is_told() {
    let told = |titles: &[&str]| titles.iter().map(|title| (*title).to_owned()).collect::<Vec<_>>();
    for (wish, bring) in [(AfterFinishing::Show, Bring::Show), (AfterFinishing::Open, Bring::Open)] {
        let settings = after(wish);
        assert_eq!(done(&settings, vec![ready(1)]), (vec![], Some((bring, 1))));
        let many = (1..=50).map(ready).collect();
        assert_eq!(done(&settings, many), (told(&["50 downloads are ready"]), None));
    }
    let notify = after(AfterFinishing::Notify);
    assert_eq!(done(&notify, vec![ready(1)]), (told(&["1.zip is ready"]), None));
}

#[tokio::test(start_paused = true)]
async fn what_failed_is_told_unless_nothing_is_wanted() {
    let failed = || row(2, Status::Failed { failure: Failure::WebPage });
    for wish in [AfterFinishing::Show, AfterFinishing::Open] {
        let (said, brought) = done(&after(wish), vec![ready(1), failed()]);
        assert_eq!(said, ["2.zip needs you"]);
        assert!(brought.is_some_and(|(_, id)| id == 1));
    }
    assert_eq!(done(&after(AfterFinishing::Nothing), vec![ready(1), failed()]), (vec![], None));
}

#[tokio::test(start_paused = true)]
async fn one_file_is_named_and_many_are_counted() {
    let (mut ends, now) = (Ends::default(), Instant::now());
    ends.apply(changed(vec![running(1), running(2), running(3)], 3), now);
    assert_eq!(ends.due, None);
    let now = now + Duration::from_secs(102);
    ends.apply(ended(ready(1), 2), now);
    assert_eq!(ends.due, Some(now + TOGETHER));
    assert_eq!(said(&mut ends, now), [("1.zip is ready".to_owned(), "1.00 MiB in 1 min 42 s".to_owned())]);

    ends.apply(ended(ready(2), 1), now);
    assert_eq!(ends.due, Some(now + BETWEEN), "the second waits for more");
    ends.apply(ended(ready(3), 0), now);
    assert_eq!(ends.due, Some(now + TOGETHER), "nothing more will come");
    assert_eq!(said(&mut ends, now), [("2 downloads are ready".to_owned(), "2.00 MiB".to_owned())]);
}

#[tokio::test(start_paused = true)]
async fn what_was_done_before_is_no_news() {
    let mut ends = Ends::default();
    ends.apply(changed(vec![ready(1)], 0), Instant::now());
    assert_eq!(ends.due, None);
}

#[tokio::test(start_paused = true)]
async fn the_end_of_a_queue_is_told_where_that_was_asked_for() {
    let (mut ends, now) = (Ends::default(), Instant::now());
    ends.apply(changed(vec![running(1)], 0), now);
    let now = now + Duration::from_secs(5);
    ends.apply(Event::QueueEnded { queue: QueueId::DEFAULT, at_end: AtEnd::Sleep }, now);
    assert_eq!(ends.due, None);
    ends.apply(ended(ready(1), 0), now);
    ends.apply(Event::QueueEnded { queue: QueueId::DEFAULT, at_end: AtEnd::Notify }, now);
    let told = |body: &str| ("All downloads of “Default” have ended".to_owned(), body.to_owned());
    assert_eq!(said(&mut ends, now), [told("1.zip is ready · 1.00 MiB in 5 s")]);

    ends.apply(ended(ready(2), 0), now);
    ends.apply(Event::QueueEnded { queue: QueueId::DEFAULT, at_end: AtEnd::Notify }, now);
    let quiet = after(AfterFinishing::Nothing);
    let said: Vec<_> = ends.take(&english(), &quiet, now).said.into_iter().map(|said| said.title).collect();
    assert_eq!(said, [told("").0], "of the rest nothing is said");
}

#[tokio::test(start_paused = true)]
async fn a_failure_says_why() {
    let (mut ends, now) = (Ends::default(), Instant::now());
    let failed = row(1, Status::Failed { failure: Failure::WebPage });
    ends.apply(changed(vec![running(1)], 1), now);
    ends.apply(ended(failed, 0), now);
    let (title, body) = said(&mut ends, now).remove(0);
    assert_eq!((title.as_str(), body.as_str()), ("1.zip needs you", "A web page instead of the file"));
}
