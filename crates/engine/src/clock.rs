//! The time of day, as the list keeps it, and waits that the time in which the machine sleeps counts for.

use haul_core::Timestamp;
use haul_core::week::TimeZone;
use std::time::{Duration, SystemTime};
use tokio::sync::watch;
use tokio::time::{Instant, sleep};

/// How soon after it woke up it is noticed that the machine slept.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// How soon it is noticed that the clock on the wall was set, or stood still: only while somebody waits for it.
const LOOK_AT_WALL: Duration = Duration::from_secs(15);
/// By how much it may differ from what has passed without having been set.
const DRIFT: Duration = Duration::from_secs(2);

/// The clock on the wall, which schedules go by.
#[derive(Debug, Clone)]
pub struct Clock(Kind);

#[derive(Debug, Clone)]
enum Kind {
    System,
    /// As somebody else says: a test.
    Told(watch::Receiver<Told>, TimeZone),
}

/// What a clock showed at a moment. It goes on from there.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    at: Timestamp,
    since: Instant,
}

impl Told {
    /// It shows `at` now.
    pub fn now(at: Timestamp) -> Self {
        Self { at, since: Instant::now() }
    }
}

impl Clock {
    pub fn system() -> Self {
        Self(Kind::System)
    }

    /// Believes `told`.
    pub fn told(told: watch::Receiver<Told>, zone: TimeZone) -> Self {
        Self(Kind::Told(told, zone))
    }

    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Kind::System => now(),
            Kind::Told(told, _) => {
                let Told { at, since } = *told.borrow();
                at.saturating_add(millis(since.elapsed()))
            }
        }
    }

    pub fn zone(&self) -> TimeZone {
        match &self.0 {
            // Looked up once in a few minutes.
            Kind::System => TimeZone::system(),
            Kind::Told(_, zone) => zone.clone(),
        }
    }

    /// A look at it.
    pub fn look(&self) -> Look {
        Look { at: self.now(), zone: self.zone(), since: Instant::now() }
    }

    /// Returns when it shows `at`, or when it was set since `last`; never if there is no such time.
    pub async fn until(&self, at: Option<Timestamp>, last: &Look) {
        let Some(at) = at else { return std::future::pending().await };
        loop {
            let told = match &self.0 {
                Kind::System => None,
                // What is told from here on is no longer missed.
                Kind::Told(told, _) => {
                    let mut told = told.clone();
                    told.mark_unchanged();
                    Some(told)
                }
            };
            let now = self.now();
            let expected = last.at.saturating_add(millis(last.since.elapsed()));
            if now >= at || now.abs_diff(expected) > millis(DRIFT) || self.zone() != last.zone {
                return;
            }
            let wait = Duration::from_millis(at - now).min(LOOK_AT_WALL);
            match told {
                None => sleep(wait).await,
                Some(mut told) => {
                    tokio::select! {
                        () = sleep(wait) => {}
                        Ok(()) = told.changed() => {}
                    }
                }
            }
        }
    }
}

/// What the clock on the wall showed, and when.
#[derive(Debug, Clone)]
pub struct Look {
    pub at: Timestamp,
    pub zone: TimeZone,
    since: Instant,
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

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

    #[tokio::test(start_paused = true)]
    async fn whoever_waits_for_the_clock_is_woken_by_it_and_when_it_is_set() {
        let told = watch::Sender::new(Told::now(1_000_000));
        let clock = Clock::told(told.subscribe(), TimeZone::UTC);
        let (begun, last) = (Instant::now(), clock.look());
        clock.until(Some(1_000_000 + 3_600_000), &last).await;
        assert_eq!(begun.elapsed().as_secs(), 3600);
        let (begun, last) = (Instant::now(), clock.look());
        let set = async {
            sleep(Duration::from_secs(60)).await;
            told.send_replace(Told::now(0));
        };
        tokio::join!(clock.until(Some(u64::MAX), &last), set);
        assert_eq!(begun.elapsed().as_secs(), 60);
        // Set before anybody waited, it is another one than at the last look all the same.
        let last = clock.look();
        told.send_replace(Told::now(1_000_000));
        clock.until(Some(u64::MAX), &last).await;
        assert_eq!(begun.elapsed().as_secs(), 60);
    }

    #[test]
    fn the_clock_goes() {
        let before = since_boot();
        assert!(since_boot() >= before && (cfg!(not(target_os = "linux")) || !before.is_zero()));
    }
}
