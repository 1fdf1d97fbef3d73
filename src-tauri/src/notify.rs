//! Notifications: what became ready and what needs the person, while they look elsewhere.
//!
//! A hundred small files make one notification, not a hundred: what ends within a second is said together, and after a
//! notification the next waits for half a minute or for the end of the queue.
//!
//! Who likes has a finished file opened, or shown in its folder, in place of being told. Only one that is alone in what would be
//! said together: of many it is told as ever, so that no fifty windows open. That happens with the focus in Haul, too, where a
//! notification would say nothing new: it is the file that somebody waits for. What failed needs the person, so it is told of
//! whatever becomes of finished ones, and only who wants nothing at all is not.

use haul_core::filename::may_open_unasked;
use haul_core::settings::AfterFinishing;
use haul_core::{AtEnd, Check, DownloadId, DownloadRow, Event, Failure, Queue, QueueId, Settings, Status};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tauri::AppHandle;
use tauri_plugin_notification::NotificationExt;
use tokio::time::Instant;

#[cfg(target_os = "linux")]
mod server;

use crate::clipboard::CopiedLink;
use crate::commands::CommandError;
use crate::commands::desktop::path_of;
use crate::words::{ShellText, ShellWords};
use crate::{files, host, window};

/// Ends that come so close belong together.
const TOGETHER: Duration = Duration::from_secs(1);
/// The least time between two notifications while there is more to come.
const BETWEEN: Duration = Duration::from_secs(30);

/// Tells the person until the engine ends.
pub(crate) async fn run(app: AppHandle) {
    let host = host::of(&app);
    let mut shower = Shower::new(&app).await;
    let engine = host.engine().await;
    let settings = engine.settings();
    let Ok(mut events) = engine.subscribe().await else { return };
    let mut copied = host.clipboard.offered.subscribe();
    let mut ends = Ends::default();
    loop {
        let due = ends.due;
        tokio::select! {
            event = events.next() => match event {
                Some(event) => ends.apply(event, Instant::now()),
                None => return,
            },
            _ = copied.changed() => {
                let links = copied.borrow_and_update().clone();
                shower.show(&app, copied_text(&host.words(), links)).await;
            }
            pressed = shower.pressed() => shower.obey(&app, pressed),
            () = tokio::time::sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => {
                let now = settings.borrow().clone();
                let Due { said, brought } = ends.take(&host.words(), &now, Instant::now());
                if !window::is_focused(&app) {
                    for one in said {
                        shower.show(&app, one).await;
                    }
                }
                if let Some((bring, id, otherwise)) = brought {
                    let app = app.clone();
                    // It may wait for another program.
                    host.spawn(async move { bring_or_say(&app, bring, id, otherwise).await });
                }
            }
        }
    }
}

async fn bring_or_say(app: &AppHandle, bring: Bring, id: DownloadId, otherwise: Said) {
    if let Err(error) = bring_file(app, bring, id).await {
        tracing::warn!(?error, "a finished file is not brought");
        show(app, &otherwise.title, &otherwise.body);
    }
}

async fn bring_file(app: &AppHandle, bring: Bring, id: DownloadId) -> Result<(), CommandError> {
    let path = path_of(&host::of(app), id).await?;
    // As it is called now.
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match bring {
        Bring::Open if may_open_unasked(&name) => files::open(app, path).await,
        Bring::Open | Bring::Show => files::show_in_folder(app, path).await,
    }
}

/// `where_it_is`: how the window is found again.
pub(crate) fn still_running(app: &AppHandle, where_it_is: fn(&ShellText) -> &str) {
    let words = host::of(app).words();
    show(app, &words.text.still_running, where_it_is(&words.text));
}

fn show(app: &AppHandle, title: &str, body: &str) {
    if let Err(error) = app.notification().builder().title(title).body(body).show() {
        tracing::warn!(%error, "no notification");
    }
}

#[cfg(target_os = "linux")]
use server::Shower;

/// Shows notifications, and does what the person chooses on them.
#[cfg(not(target_os = "linux"))]
struct Shower;

#[cfg(not(target_os = "linux"))]
impl Shower {
    async fn new(app: &AppHandle) -> Shower {
        // A click on any of them means: show me.
        let clicked = app.clone();
        app.notification().on_action(move |_| window::show(&clicked)).unwrap_or_default();
        Shower
    }

    async fn show(&mut self, app: &AppHandle, said: Said) {
        show(app, &said.title, &said.body);
    }

    async fn pressed(&mut self) {
        std::future::pending().await
    }

    fn obey(&mut self, _: &AppHandle, (): ()) {}
}

/// A notification.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said {
    title: String,
    body: String,
    about: About,
}

/// What is done with a finished file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bring {
    Show,
    /// Shown in its folder all the same if it might do harm.
    Open,
}

/// What is to be done by now.
#[derive(Debug, PartialEq, Eq)]
struct Due {
    said: Vec<Said>,
    /// With what is said of it where it cannot be brought.
    brought: Option<(Bring, DownloadId, Said)>,
}

/// What it is about, and so what can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
enum About {
    Ready(DownloadId),
    Failed(DownloadId),
    /// Another link may help.
    Expired(DownloadId),
    Many,
    /// A queue has ended, and somebody asked to be told.
    Queue,
    /// Links that could be downloaded.
    Copied(Arc<[CopiedLink]>),
}

/// Downloads that ended and were not spoken of yet.
#[derive(Default)]
struct Ends {
    /// Since when those that run do so.
    began: HashMap<DownloadId, Instant>,
    ready: Vec<(DownloadRow, Option<Duration>)>,
    failed: Vec<(DownloadId, String, Failure)>,
    queues: Vec<Queue>,
    /// Queues that ended, where the person asked to be told.
    ended: Vec<QueueId>,
    due: Option<Instant>,
    said_last: Option<Instant>,
}

impl Ends {
    fn apply(&mut self, event: Event, now: Instant) {
        let (rows, ended, counts) = match event {
            Event::Changed { rows, ended, counts, .. } => (rows, ended, counts),
            Event::Removed { ids, .. } => return self.began.retain(|id, _| !ids.contains(id)),
            Event::Snapshot { queues, .. } | Event::QueuesChanged { queues } => {
                self.queues = queues;
                return;
            }
            Event::QueueEnded { queue, at_end: AtEnd::Notify } => {
                self.ended.push(queue);
                return self.set_due(true, now);
            }
            Event::QueueEnded { at_end: AtEnd::Nothing | AtEnd::Sleep | AtEnd::ShutDown, .. }
            | Event::Progress { .. }
            | Event::SettingsChanged { .. }
            | Event::Noticed { .. } => return,
        };
        let mut is_news = false;
        for row in rows {
            let began = match row.status {
                Status::Running { .. } => Some(*self.began.entry(row.id).or_insert(now)),
                Status::Queued | Status::Paused | Status::Failed { .. } | Status::Completed { .. } => {
                    self.began.remove(&row.id)
                }
            };
            is_news |= ended.contains(&row.id) && self.note(&row, began.map(|began| now - began));
        }
        let queue_is_empty = counts.running + counts.queued == 0;
        if is_news || (queue_is_empty && self.due.is_some()) {
            self.set_due(queue_is_empty, now);
        }
    }

    /// Whether it is to be spoken of.
    fn note(&mut self, row: &DownloadRow, took: Option<Duration>) -> bool {
        match (&row.status, &row.check) {
            (Status::Failed { failure }, _)
            | (Status::Completed { .. }, Some(Check::NotRepaired { failure })) => {
                self.failed.push((row.id, row.name.clone(), failure.clone()));
            }
            (Status::Completed { .. }, _) => self.ready.push((row.clone(), took)),
            // It was begun again meanwhile.
            (Status::Running { .. } | Status::Queued | Status::Paused, _) => return false,
        }
        true
    }

    fn set_due(&mut self, queue_is_empty: bool, now: Instant) {
        let soon = now + TOGETHER;
        let patient = self.said_last.map_or(soon, |last| soon.max(last + BETWEEN));
        let due = if queue_is_empty { soon } else { patient };
        self.due = Some(self.due.map_or(due, |before| before.min(due)));
    }

    fn take(&mut self, words: &ShellWords, settings: &Settings, now: Instant) -> Due {
        self.due = None;
        self.said_last = Some(now);
        let is_told = settings.after_finishing != AfterFinishing::Nothing;
        let ready = std::mem::take(&mut self.ready);
        let failed = std::mem::take(&mut self.failed);
        let mut ready = ready_text(words, settings, &ready).filter(|_| is_told);
        let failed = failed_text(words, &failed).filter(|_| is_told);
        let brought = ready.clone().and_then(|said| {
            let About::Ready(id) = said.about else { return None };
            Some((bring(settings.after_finishing)?, id, said))
        });
        let ended = std::mem::take(&mut self.ended);
        let ended = ended.into_iter().map(|queue| {
            let body = ready.take().map(|said| format!("{} · {}", said.title, said.body));
            let title = words.queue_ended(self.name_of(queue));
            Said { title, body: body.unwrap_or_default(), about: About::Queue }
        });
        let ended: Vec<Said> = ended.collect();
        let ready = ready.filter(|_| brought.is_none());
        Due { said: ended.into_iter().chain(ready).chain(failed).collect(), brought }
    }

    /// Empty: the one that is always there and was given no other name.
    fn name_of(&self, id: QueueId) -> &str {
        self.queues.iter().find(|queue| queue.id == id).map_or("", |queue| &queue.settings.name)
    }
}

/// What the person wants done with a finished file besides being told of it.
fn bring(after: AfterFinishing) -> Option<Bring> {
    match after {
        AfterFinishing::Show => Some(Bring::Show),
        AfterFinishing::Open => Some(Bring::Open),
        AfterFinishing::Notify | AfterFinishing::Nothing => None,
    }
}

fn ready_text(
    words: &ShellWords,
    settings: &Settings,
    ready: &[(DownloadRow, Option<Duration>)],
) -> Option<Said> {
    let size = ready.iter().map(|(row, _)| row.size.unwrap_or(row.received)).fold(0, u64::saturating_add);
    let size = words.bytes(size, settings);
    match ready {
        [] => None,
        [(one, took)] => {
            let folder = one.folder.file_name().unwrap_or(one.folder.as_os_str()).to_string_lossy();
            let body = match took {
                Some(took) => words.size_in_time(&size, *took),
                None => words.size_in_folder(&size, &folder),
            };
            Some(Said { title: words.is_ready(&one.name), body, about: About::Ready(one.id) })
        }
        many => Some(Said { title: words.are_ready(many.len()), body: size, about: About::Many }),
    }
}

fn failed_text(words: &ShellWords, failed: &[(DownloadId, String, Failure)]) -> Option<Said> {
    match failed {
        [] => None,
        [(id, name, failure)] => {
            let about = if may_have_expired(failure) { About::Expired(*id) } else { About::Failed(*id) };
            Some(Said { title: words.needs_you(name), body: words.why(failure), about })
        }
        many => Some(Said {
            title: words.need_you(many.len()),
            body: words.text.open_haul.clone(),
            about: About::Many,
        }),
    }
}

/// A few names say what was copied.
fn copied_text(words: &ShellWords, links: Arc<[CopiedLink]>) -> Said {
    const NAMED: usize = 3;
    let mut names: Vec<&str> = links.iter().take(NAMED).map(|link| link.name.as_str()).collect();
    if links.len() > NAMED {
        names.push("…");
    }
    Said { title: words.copied(links.len()), body: names.join("\n"), about: About::Copied(links) }
}

/// Whether another link is what the person most likely needs.
fn may_have_expired(failure: &Failure) -> bool {
    matches!(failure, Failure::Forbidden { .. } | Failure::WebPage | Failure::Refused { status: 410, .. })
}

#[cfg(test)]
mod tests {
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
        assert_eq!(
            said(&mut ends, now),
            [("1.zip is ready".to_owned(), "1.00 MiB in 1 min 42 s".to_owned())]
        );

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
        let said: Vec<_> =
            ends.take(&english(), &quiet, now).said.into_iter().map(|said| said.title).collect();
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
}
