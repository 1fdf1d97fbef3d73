//! Speed limits: token buckets in a hierarchy, one for all downloads, one for each queue and one for each
//! download, changeable while they run.
//!
//! Tokens are taken in small portions as they come instead of booking a long wait ahead: a changed limit acts at once on
//! connections that are waiting already, and bytes trickle in evenly however slow the limit is.

use haul_core::bound::LimitOf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;
use tokio::time::Instant;

/// What a portion takes at the limit: no connection is woken for less.
const PORTION: Duration = Duration::from_millis(10);
/// How long a connection waits at most before it looks whether the limit has changed.
const LONGEST_WAIT: Duration = Duration::from_millis(100);
/// What a bucket saves up at most: long enough that a late timer loses nothing, short enough to be no burst.
const SAVED: Duration = Duration::from_millis(100);
/// A bucket that nobody took from for so long begins anew.
const IDLE: Duration = Duration::from_secs(1);
/// How long a beginning is, and which share of the limit passes in it. A server fills the buffers on the way to us before
/// any limit holds it back; for it they count as sent, and so that the line carries no more than the limit in any second,
/// less is taken out of them at first.
const BEGINNING: f64 = 1.0;
const BEGINNING_SHARE: f64 = 0.9;
/// Over how many seconds after the beginning what it held back is made up for.
const MAKING_UP: f64 = 6.0;

/// Bytes that may pass, for whoever shares it.
#[derive(Debug)]
pub struct Bucket {
    /// Bytes a second; 0: no limit.
    rate: AtomicU64,
    level: Mutex<Level>,
}

#[derive(Debug)]
struct Level {
    tokens: f64,
    /// When tokens were added last; none: nobody has taken any under this limit.
    at: Option<Instant>,
    /// When somebody began to take.
    begun: Instant,
}

impl Level {
    /// Adds what came since the last time.
    fn fill(&mut self, now: Instant, rate: f64) {
        let Some(at) = self.at.filter(|at| now.saturating_duration_since(*at) < IDLE) else {
            *self = Self { tokens: 0.0, at: Some(now), begun: now };
            return;
        };
        let since = |time: Instant| time.saturating_duration_since(self.begun).as_secs_f64();
        let gained = (passed_after(since(now)) - passed_after(since(at))) * rate;
        self.at = Some(now);
        self.tokens = (self.tokens + gained).min((SAVED.as_secs_f64() * rate).max(1.0));
    }
}

/// What may have passed so many seconds after the begin, in seconds' worth of the limit.
fn passed_after(seconds: f64) -> f64 {
    let held_back = BEGINNING * (1.0 - BEGINNING_SHARE);
    let made_up = ((seconds - BEGINNING) / MAKING_UP).clamp(0.0, 1.0);
    let lag = held_back * ((seconds / BEGINNING).min(1.0) - made_up);
    seconds - lag
}

impl Bucket {
    pub fn new(limit: Option<u64>) -> Self {
        Self {
            rate: AtomicU64::new(limit.unwrap_or(0)),
            level: Mutex::new(Level { tokens: 0.0, at: None, begun: Instant::now() }),
        }
    }

    /// In force at once, for those that wait too.
    pub fn set_limit(&self, limit: Option<u64>) {
        let rate = limit.unwrap_or(0);
        if self.rate.swap(rate, Ordering::Relaxed) != rate {
            // What was saved up under another limit is not for this one.
            self.level().at = None;
        }
    }

    fn level(&self) -> MutexGuard<'_, Level> {
        self.level.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn rate(&self) -> u64 {
        self.rate.load(Ordering::Relaxed)
    }

    /// Whether it holds anything back.
    pub fn is_limited(&self) -> bool {
        self.rate() > 0
    }

    /// Takes up to `wanted` tokens, but no fewer than a portion.
    ///
    /// # Errors
    /// After which time that much will be there.
    fn take(&self, wanted: u64) -> Result<u64, Duration> {
        let rate = self.rate() as f64;
        if rate == 0.0 || wanted == 0 {
            return Ok(wanted);
        }
        let mut level = self.level();
        level.fill(Instant::now(), rate);
        let portion = (PORTION.as_secs_f64() * rate).clamp(1.0, wanted as f64);
        if level.tokens < portion {
            let wait = Duration::from_secs_f64((portion - level.tokens) / rate);
            return Err(wait.clamp(Duration::from_millis(1), LONGEST_WAIT));
        }
        let taken = (level.tokens as u64).min(wanted);
        level.tokens -= taken as f64;
        Ok(taken)
    }

    /// Puts back what could not be used.
    fn put_back(&self, count: u64) {
        if self.is_limited() && count > 0 {
            self.level().tokens += count as f64;
        }
    }
}

/// The limits that one download obeys, from the narrowest to the widest.
#[derive(Debug, Clone)]
pub struct Limiter {
    pub own: Arc<Bucket>,
    /// Of the queue that it is in now.
    queue: Arc<RwLock<Arc<Bucket>>>,
    global: Arc<Bucket>,
}

impl Limiter {
    /// None: no queue limits it.
    pub fn of(own: Arc<Bucket>, queue: Option<Arc<Bucket>>, global: Arc<Bucket>) -> Self {
        let queue = queue.unwrap_or_else(|| Arc::new(Bucket::new(None)));
        Self { own, queue: Arc::new(RwLock::new(queue)), global }
    }

    /// It is in another queue from now on.
    pub fn join(&self, queue: Arc<Bucket>) {
        *self.queue.write().unwrap_or_else(PoisonError::into_inner) = queue;
    }

    fn queue(&self) -> Arc<Bucket> {
        self.queue.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How many of `wanted` bytes may pass every limit now: waits until it is at least some, 1 or more unless `wanted` is
    /// 0, and tells `waited` for which of them and how long. Cancel safe.
    pub async fn acquire(&self, wanted: u64, waited: impl Fn(LimitOf, Duration)) -> u64 {
        loop {
            match self.take(wanted) {
                Ok(count) => return count,
                Err((limit, wait)) => {
                    let asked = Instant::now();
                    tokio::time::sleep(wait).await;
                    waited(limit, asked.elapsed());
                }
            }
        }
    }

    fn take(&self, wanted: u64) -> Result<u64, (LimitOf, Duration)> {
        let queue = self.queue();
        let own = self.own.take(wanted).map_err(|wait| (LimitOf::Download, wait))?;
        let of_queue = queue.take(own).map_err(|wait| {
            self.own.put_back(own);
            (LimitOf::Queue, wait)
        })?;
        let passed = self.global.take(of_queue).map_err(|wait| {
            queue.put_back(of_queue);
            self.own.put_back(own);
            (LimitOf::All, wait)
        })?;
        queue.put_back(of_queue - passed);
        self.own.put_back(own - passed);
        Ok(passed)
    }

    /// Bytes a second by the narrowest; none: no limit.
    pub fn narrowest(&self) -> Option<u64> {
        [&self.own, &self.queue(), &self.global]
            .into_iter()
            .map(|bucket| bucket.rate())
            .filter(|rate| *rate > 0)
            .min()
    }

    /// Whether any limit is in force now.
    pub fn is_limited(&self) -> bool {
        self.own.is_limited() || self.queue().is_limited() || self.global.is_limited()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limiter(own: Option<u64>, global: Option<u64>) -> Limiter {
        Limiter::of(Arc::new(Bucket::new(own)), None, Arc::new(Bucket::new(global)))
    }

    async fn pass(limiter: &Limiter, mut count: u64) {
        while count > 0 {
            count -= limiter.acquire(count, |_, _| {}).await;
        }
    }

    /// How long `count` bytes in pieces of `piece` take on tokio's paused clock.
    async fn time_for(limiter: &Limiter, count: u64, piece: u64) -> Duration {
        let start = Instant::now();
        for _ in 0..count / piece {
            pass(limiter, piece).await;
        }
        start.elapsed()
    }

    #[tokio::test(start_paused = true)]
    async fn ten_seconds_of_a_limit_take_ten_seconds() {
        let took = time_for(&limiter(Some(1_000_000), None), 10_000_000, 16_384).await;
        assert!((9.9..10.1).contains(&took.as_secs_f64()), "{took:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn the_narrower_limit_counts() {
        let took = time_for(&limiter(Some(5_000_000), Some(500_000)), 1_000_000, 10_000).await;
        assert!((1.9..2.1).contains(&took.as_secs_f64()), "{took:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_queue_s_limit_is_shared_and_left_behind_by_who_leaves_it() {
        let free = || Arc::new(Bucket::new(None));
        let queue = Arc::new(Bucket::new(Some(1_000_000)));
        let of_queue = || Limiter::of(free(), Some(queue.clone()), free());
        let (one, other) = (of_queue(), of_queue());
        let start = Instant::now();
        tokio::join!(pass(&one, 2_000_000), pass(&other, 2_000_000));
        assert!((3.9..4.2).contains(&start.elapsed().as_secs_f64()), "{:?}", start.elapsed());
        let start = Instant::now();
        one.join(free());
        assert!(!one.is_limited() && other.is_limited());
        pass(&one, 1 << 40).await;
        assert_eq!(start.elapsed(), Duration::ZERO);
    }

    #[tokio::test(start_paused = true)]
    async fn it_is_told_whose_limit_was_waited_for() {
        for (own, queue, global, whose) in [
            (1000, 9000, 9000, LimitOf::Download),
            (9000, 1000, 9000, LimitOf::Queue),
            (9000, 9000, 1000, LimitOf::All),
        ] {
            let [own, queue, global] = [own, queue, global].map(|limit| Arc::new(Bucket::new(Some(limit))));
            let limiter = Limiter::of(own, Some(queue), global);
            let waits = std::cell::RefCell::new(Vec::new());
            for _ in 0..20 {
                limiter.acquire(500, |limit, time| waits.borrow_mut().push((limit, time))).await;
            }
            let all: Duration = waits.borrow().iter().map(|(_, time)| *time).sum();
            let of = |wanted| {
                waits.borrow().iter().filter(|(limit, _)| *limit == wanted).map(|(_, time)| *time).sum()
            };
            let its: Duration = of(whose);
            assert!(its > all.mul_f64(0.8), "{its:?} of {all:?}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_new_limit_acts_on_those_that_wait() {
        let limiter = limiter(Some(1024), None);
        let start = Instant::now();
        let change = async {
            tokio::time::sleep(Duration::from_secs(1)).await;
            limiter.own.set_limit(None);
        };
        tokio::join!(pass(&limiter, 1 << 30), change);
        assert!(start.elapsed() < Duration::from_millis(1100));
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_limit_lets_a_little_pass_all_the_time() {
        let limiter = limiter(Some(2000), None);
        let start = Instant::now();
        let first = limiter.acquire(1 << 20, |_, _| {}).await;
        assert!(first > 0 && start.elapsed() <= Duration::from_millis(20), "{first} {:?}", start.elapsed());
    }

    #[tokio::test(start_paused = true)]
    async fn what_the_wider_limit_holds_back_is_not_lost_to_the_narrower() {
        let limiter = limiter(Some(1_000_000), Some(900_000));
        let took = time_for(&limiter, 9_000_000, 300_000).await;
        assert!((9.9..10.1).contains(&took.as_secs_f64()), "{took:?}");
    }

    /// Bytes that pass in each of so many seconds.
    async fn seconds(limiter: &Limiter, count: usize) -> Vec<u64> {
        let start = Instant::now();
        let mut passed = vec![0; count];
        loop {
            let some = limiter.acquire(16_384, |_, _| {}).await;
            match passed.get_mut(start.elapsed().as_secs() as usize) {
                Some(second) => *second += some,
                None => return passed,
            }
        }
    }

    #[tokio::test(start_paused = true)]
    async fn the_first_second_leaves_room_for_what_is_in_flight_and_the_next_make_up_for_it() {
        let limiter = limiter(Some(10_000_000), None);
        let passed = seconds(&limiter, 8).await;
        assert!((8_800_000..=9_000_000).contains(&passed[0]), "{passed:?}");
        assert!(passed[1..].iter().all(|second| (9_900_000..=10_200_000).contains(second)), "{passed:?}");
        let made_up: u64 = passed[..7].iter().sum();
        assert!((69_800_000..=70_000_000).contains(&made_up), "{passed:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_pause_is_followed_by_a_beginning_like_the_first() {
        let limiter = limiter(Some(10_000_000), None);
        let first = seconds(&limiter, 6).await;
        tokio::time::sleep(Duration::from_secs(5)).await;
        assert_eq!(seconds(&limiter, 1).await, first[..1]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_limit_that_comes_later_begins_without_a_burst() {
        let limiter = limiter(None, Some(1 << 40));
        pass(&limiter, 1 << 30).await;
        tokio::time::sleep(Duration::from_secs(60)).await;
        limiter.own.set_limit(Some(10_000_000));
        assert!(seconds(&limiter, 1).await[0] <= 9_000_000);
    }

    #[tokio::test(start_paused = true)]
    async fn a_lower_limit_acts_at_once_on_what_was_saved_up() {
        let limiter = limiter(Some(100_000_000), None);
        pass(&limiter, 1_000_000).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        limiter.own.set_limit(Some(1_000_000));
        assert!(seconds(&limiter, 1).await[0] <= 1_000_000);
    }

    #[tokio::test(start_paused = true)]
    async fn an_idle_bucket_saves_no_burst() {
        let limiter = limiter(Some(1_000_000), None);
        tokio::time::sleep(Duration::from_secs(60)).await;
        let took = time_for(&limiter, 1_000_000, 10_000).await;
        assert!(took >= Duration::from_millis(890), "{took:?}");
    }
}
