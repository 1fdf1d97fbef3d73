//! Long lists of ids that views were answered from, kept as long as nothing changes: scrolling through a search asks for
//! its next page, and not for the search again.

use sqlx::SqliteConnection;
use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Notify;

/// Lists of each kind that are kept: of the view, and of one that is looked at beside it.
const KEPT: usize = 3;

/// When something was read, so that what changed since is not taken for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    changes: u64,
    received: u64,
    /// How many there are of each state, and the last id that was given.
    counts: u64,
}

impl Moment {
    /// Whether a list of then is what it would be `now`.
    pub fn holds(self, now: Self, by_received: bool) -> bool {
        (self.changes, self.counts) == (now.changes, now.counts)
            && (!by_received || self.received == now.received)
    }
}

/// How often the list changed. Whoever writes says so, after the commit and before anybody is told.
#[derive(Debug, Default)]
pub struct Changes {
    changes: AtomicU64,
    received: AtomicU64,
    wake: Notify,
}

impl Changes {
    /// As `reading` sees the list. What is new or gone shows by itself.
    pub async fn now(&self, reading: &mut SqliteConnection) -> sqlx::Result<Moment> {
        let (changes, received) =
            (self.changes.load(Ordering::Acquire), self.received.load(Ordering::Acquire));
        let select = "SELECT group_concat(count) || ' ' || coalesce((SELECT seq FROM sqlite_sequence \
                      WHERE name = 'downloads'), 0) FROM counts";
        let counts: String = sqlx::query_scalar(select).fetch_one(reading).await?;
        let mut hasher = DefaultHasher::new();
        counts.hash(&mut hasher);
        Ok(Moment { changes, received, counts: hasher.finish() })
    }

    /// Rows are new, gone or different.
    pub fn note(&self) {
        self.changes.fetch_add(1, Ordering::AcqRel);
        self.wake.notify_one();
    }

    /// Bytes arrived, and nothing else.
    pub fn note_received(&self) {
        self.received.fetch_add(1, Ordering::AcqRel);
    }

    /// Returns once rows changed since the last time; for one who waits.
    pub async fn next(&self) {
        self.wake.notified().await;
    }
}

/// The latest few answers to questions of one kind.
#[derive(Debug)]
pub struct Kept<Q, A> {
    answers: Mutex<VecDeque<(Q, Moment, Arc<A>)>>,
}

impl<Q, A> Default for Kept<Q, A> {
    fn default() -> Self {
        Self { answers: Mutex::default() }
    }
}

impl<Q: PartialEq, A> Kept<Q, A> {
    /// What `question` was answered, if that `holds` still.
    pub fn get(&self, question: &Q, holds: impl Fn(Moment) -> bool) -> Option<Arc<A>> {
        let answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let found = answers.iter().find(|(asked, at, _)| asked == question && holds(*at));
        found.map(|(.., answer)| answer.clone())
    }

    pub fn keep(&self, question: Q, at: Moment, answer: Arc<A>) {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        answers.retain(|(asked, ..)| *asked != question);
        answers.truncate(KEPT - 1);
        answers.push_front((question, at, answer));
    }
}
