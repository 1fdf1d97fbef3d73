//! Waiting before the next try: how long, and when it is time to give up.

use haul_core::drip;
use haul_core::failure::backoff;
use haul_core::{Activity, Failure, LogEntry, Remedy};
use std::time::{Duration, Instant};

use super::{Halt, Transfer};
use crate::clock::{self, now};

/// A name that does not exist is not going to within minutes.
const MAX_NAME_TRIES: u32 = 3;

/// What a try has to bring is asked for over this time at most: it may have waited for others for hours.
const JUDGED_OVER: Duration = Duration::from_secs(60);

/// Tries in a row that brought nothing new, or so little that the file would never come.
#[derive(Debug)]
pub struct Tries {
    failed: u32,
    /// Most bytes that were ever there: receiving the same bytes again is no progress.
    high_water: u64,
    /// When the one under way began.
    begun: Instant,
}

impl Tries {
    pub fn new(received: u64) -> Self {
        Self { failed: 0, high_water: received, begun: Instant::now() }
    }

    /// Whether the one under way, which took so long, brought what is worth another.
    fn is_progress(&self, received: u64, took: Duration) -> bool {
        let new = received.saturating_sub(self.high_water);
        new > 0 && new as f64 >= drip::LEAST as f64 * took.min(JUDGED_OVER).as_secs_f64()
    }

    fn count(&mut self, received: u64, took: Duration) -> u32 {
        if self.is_progress(received, took) {
            self.failed = 0;
        }
        self.high_water = self.high_water.max(received);
        self.failed += 1;
        self.failed
    }
}

/// Whether a server that gave some of the file and then refuses may still give the rest: many count a connection for a
/// while after it has ended, and refuse those beyond their limit in words that mean something else.
fn may_pass(failure: &Failure) -> bool {
    matches!(failure, Failure::Forbidden { .. } | Failure::NotFound { .. } | Failure::Refused { .. })
}

impl Transfer {
    /// Does what `failure` calls for. Returns when the next try is due.
    ///
    /// # Errors
    /// `Failed` when no further try can help or all were used up; `Cancelled` when stopped meanwhile.
    pub(super) async fn wait_after(&self, failure: Failure, tries: &mut Tries) -> Result<(), Halt> {
        tracing::info!(id = %self.download.id, %failure, "transfer failed");
        let remedy = match self.remedy(&failure).await {
            Remedy::GiveUp
                if may_pass(&failure) && tries.is_progress(self.meter.received(), tries.begun.elapsed()) =>
            {
                Remedy::RetryLater
            }
            remedy => remedy,
        };
        let waited = match remedy {
            Remedy::GiveUp | Remedy::AskUser => Err(failure.into()),
            Remedy::WaitForNetwork => self.wait_for_network().await,
            Remedy::RetryLater => {
                let failed = tries.count(self.meter.received(), tries.begun.elapsed());
                let most = self.max_tries(&failure);
                if failed >= most {
                    return Err(failure.into());
                }
                let wait = backoff(failed, fastrand::f64()).max(failure.retry_after().unwrap_or_default());
                self.wait_to_retry(failure, (failed + 1, most), wait).await
            }
        };
        tries.begun = Instant::now();
        waited
    }

    /// What cannot be reached while there is no network at all is no fault of the host.
    async fn remedy(&self, failure: &Failure) -> Remedy {
        let may_be_offline = matches!(
            failure,
            Failure::HostNotFound { .. }
                | Failure::Unreachable { .. }
                | Failure::TimedOut { .. }
                | Failure::ConnectionLost { .. }
        );
        let local = self.source().is_ok_and(|source| source.is_loopback());
        if may_be_offline && !local && !self.network.is_online().await {
            return Remedy::WaitForNetwork;
        }
        failure.remedy()
    }

    fn max_tries(&self, failure: &Failure) -> u32 {
        let most = self.settings.borrow().max_tries;
        if matches!(failure, Failure::HostNotFound { .. }) { most.min(MAX_NAME_TRIES) } else { most }
    }

    async fn wait_for_network(&self) -> Result<(), Halt> {
        self.meter.set_activity(Activity::WaitingForNetwork);
        self.log(LogEntry::WaitingForNetwork).await;
        tokio::select! {
            () = self.stop.cancelled() => Err(Halt::Cancelled),
            () = self.network.online() => Ok(()),
            () = self.hurry.notified() => Ok(()),
        }
    }

    /// `attempt`: which one comes next, and of how many.
    async fn wait_to_retry(
        &self,
        failure: Failure,
        (attempt, of): (u32, u32),
        wait: Duration,
    ) -> Result<(), Halt> {
        let at = now().saturating_add(u64::try_from(wait.as_millis()).unwrap_or(u64::MAX));
        self.meter.set_activity(Activity::Retrying { failure: failure.clone(), attempt, of, at });
        let wait_secs = u32::try_from(wait.as_secs_f64().round() as u64).unwrap_or(u32::MAX);
        self.log(LogEntry::Retrying { failure, attempt, wait_secs }).await;
        let _waiting = self.meter.waits.retrying.start();
        tokio::select! {
            () = self.stop.cancelled() => Err(Halt::Cancelled),
            () = clock::pass(wait) => Ok(()),
            () = self.hurry.notified() => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_are_used_up_by_what_brings_nothing_or_next_to_nothing() {
        let second = Duration::from_secs(1);
        let mut tries = Tries::new(100);
        assert_eq!([tries.count(100, second), tries.count(90, second)], [1, 2]);
        assert_eq!(
            tries.count(200, second),
            1,
            "a server that cuts every answer gives the file all the same"
        );
        assert_eq!(tries.count(209, second), 2, "nine bytes a second are no progress");
        assert_eq!(tries.count(260, 5 * second), 1);
        assert_eq!(tries.count(860, 7200 * second), 1, "most of that it waited for its turn");
    }
}
