//! Which links the windows ask about just now, so that the asking ends when nobody waits for the answer any more.

use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// The window that asks, and the number that its page gave the probe.
type Key = (String, u32);

/// The probes that are under way, each with what ends it.
#[derive(Default)]
pub(crate) struct Probes(Mutex<HashMap<Key, Arc<Notify>>>);

impl Probes {
    /// What `asking` comes to; none: it was stopped, and dropped with all that it held open.
    pub async fn ask<T>(&self, window: &str, number: u32, asking: impl Future<Output = T>) -> Option<T> {
        let key = (window.to_owned(), number);
        let stopped = self.all().entry(key.clone()).or_default().clone();
        let answer = tokio::select! {
            biased;
            () = stopped.notified() => None,
            answer = asking => Some(answer),
        };
        self.all().remove(&key);
        answer
    }

    /// Ends that probe. Commands may overtake each other: one that is still to come ends as soon as it does.
    pub fn stop(&self, window: &str, number: u32) {
        self.all().entry((window.to_owned(), number)).or_default().notify_one();
    }

    /// The page of that window is another, or gone: nobody waits for what it asked.
    pub fn stop_all(&self, window: &str) {
        self.all().retain(|(of, _), stopped| {
            let is_other = of != window;
            if !is_other {
                stopped.notify_one();
            }
            is_other
        });
    }

    fn all(&self) -> MutexGuard<'_, HashMap<Key, Arc<Notify>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::{pending, ready};

    #[tokio::test]
    async fn what_was_stopped_ends_and_the_others_go_on() {
        let probes = Probes::default();
        let (stopped, answered) = tokio::join!(probes.ask("main", 1, pending::<u8>()), async {
            probes.stop("main", 1);
            probes.ask("main", 2, ready(7)).await
        });
        assert_eq!((stopped, answered), (None, Some(7)));
        assert!(probes.all().is_empty());
    }

    #[tokio::test]
    async fn a_stop_that_comes_first_counts() {
        let probes = Probes::default();
        probes.stop("main", 1);
        assert_eq!(probes.ask("main", 1, pending::<u8>()).await, None);
        assert!(probes.all().is_empty());
    }

    #[tokio::test]
    async fn a_window_that_is_gone_takes_its_own_with_it() {
        let probes = Probes::default();
        let (here, there, ()) = tokio::join!(
            probes.ask("add", 1, pending::<u8>()),
            probes.ask("main", 1, async {
                tokio::task::yield_now().await;
                7
            }),
            async { probes.stop_all("add") },
        );
        assert_eq!((here, there), (None, Some(7)));
    }
}
