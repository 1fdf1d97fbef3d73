//! The time of day, as the list keeps it, and waits that the time in which the machine sleeps counts for.

use haul_core::Timestamp;
use std::time::{Duration, SystemTime};
use tokio::time::{Instant, sleep};

/// How soon after it woke up it is noticed that the machine slept.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// Now.
pub fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// Returns after `wait`, also if the machine slept through it: timers stand still then. The time of day would know, but it
/// may be set to anything meanwhile.
pub async fn pass(wait: Duration) {
    pass_by(wait, since_boot).await;
}

async fn pass_by(wait: Duration, since_boot: impl Fn() -> Duration) {
    let (begun, at_begin) = (Instant::now(), since_boot());
    loop {
        let passed = begun.elapsed().max(since_boot().saturating_sub(at_begin));
        let left = wait.saturating_sub(passed);
        if left.is_zero() {
            return;
        }
        sleep(left.min(LOOK_EVERY)).await;
    }
}

/// By a clock that goes on while the machine sleeps.
#[cfg(target_os = "linux")]
fn since_boot() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    Duration::try_from(now).unwrap_or_default()
}

/// Where there is no such clock, waits are a little longer than they need be.
#[cfg(not(target_os = "linux"))]
fn since_boot() -> Duration {
    Duration::ZERO
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[tokio::test(start_paused = true)]
    async fn what_the_machine_slept_through_is_not_waited_for_again() {
        let begun = Instant::now();
        pass_by(Duration::from_secs(600), || Duration::ZERO).await;
        assert_eq!(begun.elapsed().as_secs(), 600, "it did not sleep");

        let (begun, looks) = (Instant::now(), Cell::new(0));
        let slept = || {
            looks.set(looks.get() + 1);
            Duration::from_secs(if looks.get() > 3 { 86_400 } else { 0 })
        };
        pass_by(Duration::from_secs(600), slept).await;
        assert!(begun.elapsed() <= 3 * LOOK_EVERY, "{:?}", begun.elapsed());
    }

    #[test]
    fn the_clock_goes() {
        let before = since_boot();
        assert!(since_boot() >= before && (cfg!(not(target_os = "linux")) || !before.is_zero()));
    }
}
