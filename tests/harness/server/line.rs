//! A line to the network that several servers are reached through.

use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::time::{Instant, sleep_until};

/// Carries so many bytes a second, whoever sends them: connections take turns.
#[derive(Clone)]
pub struct Line(Arc<Shared>);

struct Shared {
    rate: u64,
    /// When it has carried all that was given to it.
    free: Mutex<Instant>,
}

impl Line {
    pub fn of(bytes_per_second: u64) -> Line {
        Line(Arc::new(Shared { rate: bytes_per_second, free: Mutex::new(Instant::now()) }))
    }

    /// Returns when the line has carried `count` bytes more.
    pub(crate) async fn carry(&self, count: u64) {
        let carried = {
            let mut free = self.0.free.lock().unwrap();
            *free = Instant::now().max(*free) + Duration::from_secs_f64(count as f64 / self.0.rate as f64);
            *free
        };
        sleep_until(carried).await;
    }
}
