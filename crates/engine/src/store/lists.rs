//! Long lists of ids that views were answered from, kept as long as nothing changes: scrolling through a search asks for
//! its next page, and not for the search again.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Lists of each kind that are kept: of the view, and of one that is looked at beside it.
const KEPT: usize = 3;

/// When something was read, so that what changed since is not taken for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    changes: u64,
    received: u64,
}

impl Moment {
    /// Whether a list of then is what it would be `now`.
    pub fn holds(self, now: Self, by_received: bool) -> bool {
        self.changes == now.changes && (!by_received || self.received == now.received)
    }
}

/// How often the list changed. Whoever writes says so, after the commit and before anybody is told.
#[derive(Debug, Default)]
pub struct Changes {
    changes: AtomicU64,
    received: AtomicU64,
}

impl Changes {
    pub fn now(&self) -> Moment {
        Moment {
            changes: self.changes.load(Ordering::Acquire),
            received: self.received.load(Ordering::Acquire),
        }
    }

    /// Rows are new, gone or different.
    pub fn note(&self) {
        self.changes.fetch_add(1, Ordering::AcqRel);
    }

    /// Bytes arrived, and nothing else.
    pub fn note_received(&self) {
        self.received.fetch_add(1, Ordering::AcqRel);
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
