//! What ended and was not spoken of yet, and when it will be.
//!
//! A hundred small files make one notification, not a hundred: what ends within a second is said together, and after a
//! notification the next waits for half a minute or for the end of the queue.

use haul_core::settings::AfterFinishing;
use haul_core::{AtEnd, Check, DownloadId, DownloadRow, Event, Failure, Queue, QueueId, Settings, Status};
use std::collections::HashMap;
use std::time::Duration;
use tokio::time::Instant;

use super::bringing::Bring;
use super::{About, Said};
use crate::words::ShellWords;

/// Ends that come so close belong together.
const TOGETHER: Duration = Duration::from_secs(1);
/// The least time between two notifications while there is more to come.
const BETWEEN: Duration = Duration::from_secs(30);

/// What is to be done by now.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Due {
    pub said: Vec<Said>,
    /// With what is said of it where it cannot be brought.
    pub brought: Option<(Bring, DownloadId, Said)>,
}

/// Downloads that ended and were not spoken of yet.
#[derive(Default)]
pub(super) struct Ends {
    /// Since when those that run do so.
    began: HashMap<DownloadId, Instant>,
    ready: Vec<(DownloadRow, Option<Duration>)>,
    failed: Vec<(DownloadId, String, Failure)>,
    queues: Vec<Queue>,
    /// Queues that ended, where the person asked to be told.
    ended: Vec<QueueId>,
    pub due: Option<Instant>,
    said_last: Option<Instant>,
}

impl Ends {
    pub fn apply(&mut self, event: Event, now: Instant) {
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

    pub fn take(&mut self, words: &ShellWords, settings: &Settings, now: Instant) -> Due {
        self.due = None;
        self.said_last = Some(now);
        let is_told = settings.after_finishing != AfterFinishing::Nothing;
        let ready = std::mem::take(&mut self.ready);
        let failed = std::mem::take(&mut self.failed);
        let mut ready = ready_text(words, settings, &ready).filter(|_| is_told);
        let failed = failed_text(words, &failed).filter(|_| is_told);
        let brought = ready.clone().and_then(|said| {
            let About::Ready(id) = said.about else { return None };
            Some((Bring::of(settings.after_finishing)?, id, said))
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

/// Whether another link is what the person most likely needs.
fn may_have_expired(failure: &Failure) -> bool {
    matches!(failure, Failure::Forbidden { .. } | Failure::WebPage | Failure::Refused { status: 410, .. })
}

#[cfg(test)]
mod tests;
