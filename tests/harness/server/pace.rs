//! How fast a body is sent.

use std::time::Duration;
use tokio::time::{Instant, sleep_until};

/// Most bytes that are sent at once.
const PORTION: u64 = 64 << 10;

/// Of one body.
pub(crate) struct Pace {
    per_second: Option<u64>,
    started: Instant,
    sent: u64,
}

impl Pace {
    /// Of a body that begins now.
    pub fn of(per_second: Option<u64>) -> Self {
        Self { per_second, started: Instant::now(), sent: 0 }
    }

    /// How much is sent next. A slow body comes in drips of a twentieth of a second, not in portions of many seconds.
    pub fn portion(&self) -> u64 {
        self.per_second.map_or(PORTION, |pace| PORTION.min(pace / 20).max(1))
    }

    /// Waits until more than the `count` bytes that were sent now may follow.
    pub async fn keep(&mut self, count: u64) {
        self.sent += count;
        if let Some(pace) = self.per_second {
            sleep_until(self.started + Duration::from_secs_f64(self.sent as f64 / pace as f64)).await;
        }
    }
}
