//! Who listens, and how much of what happens they are told.

use haul_core::{DownloadId, Event, Feed};
use std::time::Duration;
use tokio::sync::{broadcast, mpsc, oneshot};
use tokio::time::Instant;

use super::Engine;
use crate::EngineError;
use crate::dispatcher::Command;

/// Between two messages to a window, of which the second tells of something that it shows and that is not just progress. What
/// a person does is seen at once, as long as not everything changes all the time.
const URGENT_EVERY: Duration = Duration::from_millis(50);
/// Between two other messages to a window.
const TOLD_EVERY: Duration = Duration::from_millis(250);
/// Of so many rows that move, a window is told that often. Of more it is told more rarely, so that drawing them costs the same:
/// the eye does not follow them all.
const ROWS_AT_ONCE: usize = 8;
/// Times `TOLD_EVERY`, however many rows move.
const RAREST: u32 = 4;

impl Engine {
    /// Everything that happens from now on, beginning with a snapshot.
    pub async fn subscribe(&self) -> Result<Subscription, EngineError> {
        let events = self.shared.events.subscribe();
        let first = self.snapshot().await?;
        Ok(Subscription { first: Some(first), events, engine: self.commands.downgrade() })
    }

    /// As [`Engine::subscribe`], for a window: merged, and of the rows only those that it shows.
    pub async fn subscribe_window(&self) -> Result<WindowLine, EngineError> {
        let subscription = self.subscribe().await?;
        Ok(WindowLine { subscription, feed: Feed::default(), told: None })
    }
}

/// A listener's own line to the engine.
#[derive(Debug)]
pub struct Subscription {
    first: Option<Event>,
    events: broadcast::Receiver<Event>,
    engine: mpsc::WeakSender<Command>,
}

impl Subscription {
    /// The next event; none once the engine has stopped. After a lag it is a new snapshot. Cancel safe.
    pub async fn next(&mut self) -> Option<Event> {
        if let Some(first) = self.first.take() {
            return Some(first);
        }
        match self.events.recv().await {
            Ok(event) => Some(event),
            Err(broadcast::error::RecvError::Closed) => None,
            Err(broadcast::error::RecvError::Lagged(_)) => self.snapshot().await,
        }
    }

    async fn snapshot(&mut self) -> Option<Event> {
        self.events = self.events.resubscribe();
        let (reply, answer) = oneshot::channel();
        self.engine.upgrade()?.send(Command::Snapshot { reply }).await.ok()?;
        answer.await.ok()
    }
}

/// A window's line to the engine.
#[derive(Debug)]
pub struct WindowLine {
    subscription: Subscription,
    feed: Feed,
    told: Option<Instant>,
}

impl WindowLine {
    /// What the window shows from now on.
    pub fn show(&mut self, ids: impl IntoIterator<Item = DownloadId>) {
        self.feed.show(ids);
    }

    /// What happened since the last time: four times a second at most, once a second where many rows move and nothing else
    /// happens, or up to twenty times while what the window shows changes; none once the engine has stopped. Cancel safe.
    pub async fn next(&mut self) -> Option<Vec<Event>> {
        loop {
            let due = self.due();
            // However much happens, it is told when it is time.
            if due.is_some_and(|due| due <= Instant::now()) {
                self.told = Some(Instant::now());
                return Some(self.feed.take());
            }
            tokio::select! {
                event = self.subscription.next() => match event {
                    Some(event) => self.feed.push(event),
                    None if self.feed.is_empty() => return None,
                    None => return Some(self.feed.take()),
                },
                () = tokio::time::sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => {}
            }
        }
    }

    fn due(&self) -> Option<Instant> {
        if self.feed.is_empty() {
            return None;
        }
        let gap = if self.feed.is_urgent() { URGENT_EVERY } else { TOLD_EVERY * rarer(self.feed.moving()) };
        Some(self.told.map_or_else(Instant::now, |told| told + gap))
    }
}

/// How much more rarely than four times a second progress of so many rows is told.
fn rarer(moving: usize) -> u32 {
    u32::try_from(moving.div_ceil(ROWS_AT_ONCE)).unwrap_or(RAREST).clamp(1, RAREST)
}

#[cfg(test)]
mod tests {
    use super::rarer;

    #[test]
    fn of_many_rows_a_window_is_told_more_rarely() {
        assert_eq!([0, 1, 8, 9, 16, 24, 25, 1000].map(rarer), [1, 1, 1, 2, 2, 3, 4, 4]);
    }
}
