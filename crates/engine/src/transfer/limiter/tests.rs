//! Limits on a clock that stands still until everybody waits.

use super::*;
use haul_core::host_settings::HostSettings;

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
        let of =
            |wanted| waits.borrow().iter().filter(|(limit, _)| *limit == wanted).map(|(_, time)| *time).sum();
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

#[tokio::test(start_paused = true)]
async fn a_limit_that_is_raised_in_steps_lets_all_pass_that_it_says() {
    let limiter = limiter(Some(1_000_000), None);
    pass(&limiter, 8_000_000).await;
    let (start, mut said) = (Instant::now(), 0);
    for second in 1..=20 {
        let limit = 1_000_000 + second * 20_000;
        limiter.own.set_limit(Some(limit));
        said += limit;
        pass(&limiter, limit).await;
    }
    let took = start.elapsed().as_secs_f64();
    assert!((19.8..20.2).contains(&took), "{took:.2} s for 20 seconds' worth, {said} bytes");
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

#[tokio::test(start_paused = true)]
async fn a_host_s_limit_is_shared_by_all_that_it_fits_and_changes_while_they_run() {
    let limited = |host: &str, limit| HostSettings { host: host.into(), limit, ..HostSettings::default() };
    let hosts = HostLimits::default();
    let free = limiter(None, None);
    let (one, other) = (free.at(&hosts, "a.example.org"), free.at(&hosts, "b.example.org"));
    let elsewhere = free.at(&hosts, "example.net");
    hosts.set(&[limited("*.example.org", Some(1_000_000))]);
    assert!(one.is_limited() && !elsewhere.is_limited());
    let start = Instant::now();
    tokio::join!(pass(&one, 2_000_000), pass(&other, 2_000_000), pass(&elsewhere, 1 << 40));
    assert!((3.9..4.2).contains(&start.elapsed().as_secs_f64()), "{:?}", start.elapsed());
    hosts.set(&[limited("*.example.org", Some(1_000_000)), limited("b.example.org", None)]);
    assert!(one.is_limited() && !other.is_limited(), "the more exact line counts");
    hosts.set(&[]);
    assert!(!one.is_limited());
}
