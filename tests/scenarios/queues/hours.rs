//! What the clock on the wall decides: windows, times to start at, and the plan for the speed.

use super::*;
use haul_core::week::TimeZone;
use haul_core::{Gate, Speed, Week};
use haul_tests::soon;

const HOUR: u64 = 3_600_000;
const MINUTE: u64 = 60_000;
/// Midnight before Monday, 30 November 2026, in UTC.
const MONDAY: u64 = 1_795_996_800_000;

/// From 22 to 6.
fn nights() -> Week<bool> {
    let mut week = Week::always(false);
    for day in &mut week.0 {
        for hour in [22, 23, 0, 1, 2, 3, 4, 5] {
            day[hour] = true;
        }
    }
    week
}

#[tokio::test]
async fn a_window_opens_and_closes_and_what_ran_keeps_its_place() {
    let server = holding().await;
    let haul = Haul::bed().clock(MONDAY + 12 * HOUR, TimeZone::UTC).start().await;
    let night = queue(&haul, "Night", |night| night.hours = Some(nights())).await;
    let ids = add(&haul, &server, "a", 2, night).await;
    let opens = MONDAY + 22 * HOUR;
    assert_eq!(waiting(&haul, ids[0]).await, Some(Waiting::Time { at: opens }));
    assert_eq!(queues(&haul).await[1].gate, Gate::Closed { opens: Some(opens) });
    haul.set_clock(opens);
    haul.until(ids[0], is_running).await;
    haul.until(ids[1], is_running).await;
    assert_eq!(queues(&haul).await[1].gate, Gate::Open { closes: Some(opens + 8 * HOUR) });
    haul.engine().start_now(vec![ids[1]]).await.unwrap();
    haul.set_clock(opens + 8 * HOUR);
    let row = haul.until(ids[0], |row| row.status == Status::Queued).await;
    assert_eq!(row.waiting, Some(Waiting::Time { at: opens + 24 * HOUR }));
    assert!(is_running(&super::row(&haul, ids[1]).await), "it was started by hand");
    // The clock is set back: it is night again.
    haul.set_clock(opens + 7 * HOUR);
    haul.until(ids[0], is_running).await;
}

#[tokio::test]
async fn a_window_opens_by_the_wall_in_the_night_in_which_clocks_are_set() {
    let server = holding().await;
    let berlin = TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
    // 29 March 2026, 1:30 in Berlin. It is 2:00, and then 3:00 at once.
    let at = 1_774_744_200_000;
    let haul = Haul::bed().clock(at, berlin).start().await;
    let hours = |hour: usize| {
        let mut week = Week::always(false);
        week.0[6][hour] = true;
        Some(week)
    };
    let three = queue(&haul, "Three", |three| three.hours = hours(3)).await;
    let two = queue(&haul, "Two", |two| two.hours = hours(2)).await;
    let at_three = add(&haul, &server, "three", 1, three).await[0];
    let at_two = add(&haul, &server, "two", 1, two).await[0];
    let half_an_hour_later = at + 30 * MINUTE;
    assert_eq!(waiting(&haul, at_three).await, Some(Waiting::Time { at: half_an_hour_later }));
    let a_week_later = half_an_hour_later + 7 * 24 * HOUR - HOUR;
    assert_eq!(waiting(&haul, at_two).await, Some(Waiting::Time { at: a_week_later }));
    haul.set_clock(half_an_hour_later);
    haul.until(at_three, is_running).await;
}

#[tokio::test]
async fn a_queue_without_an_hour_says_that_it_never_opens() {
    let (haul, server) = (Haul::start().await, holding().await);
    let never = queue(&haul, "Never", |never| never.hours = Some(Week::always(false))).await;
    let id = add(&haul, &server, "a", 1, never).await[0];
    assert_eq!(waiting(&haul, id).await, Some(Waiting::Hours));
}

#[tokio::test]
async fn a_download_starts_at_its_own_time_also_after_a_restart() {
    let server = holding().await;
    let mut haul = Haul::bed().clock(MONDAY, TimeZone::UTC).start().await;
    let later = queue(&haul, "Later", |later| later.paused = true).await;
    let starts = MONDAY + 3 * HOUR;
    let add_at = |starts| {
        haul.add_with(server.url_of("a.bin"), move |new| {
            new.queue = Some(later);
            new.starts = Some(starts);
        })
    };
    let id = add_at(starts).await;
    let other = add_at(starts + HOUR).await;
    assert_eq!(waiting(&haul, id).await, Some(Waiting::Time { at: starts }));
    haul.restart().await;
    assert_eq!(waiting(&haul, id).await, Some(Waiting::Time { at: starts }));
    haul.set_clock(starts);
    haul.until(id, is_running).await;
    assert_eq!(waiting(&haul, other).await, Some(Waiting::Time { at: starts + HOUR }));
    // Without a time it waits for its queue.
    haul.engine().start_at(vec![other], None).await.unwrap();
    assert_eq!(waiting(&haul, other).await, Some(Waiting::Queue));
    // What runs can be put off.
    haul.engine().start_at(vec![id], Some(starts + 2 * HOUR)).await.unwrap();
    let row = haul.until(id, |row| row.status == Status::Queued).await;
    assert_eq!(row.waiting, Some(Waiting::Time { at: starts + 2 * HOUR }));
}

/// The turtle from 8 to 18, else no limit.
fn office() -> Week<Speed> {
    let mut week = Week::always(Speed::Unlimited);
    for day in &mut week.0 {
        day[8..18].fill(Speed::Turtle);
    }
    week
}

/// Waits until the settings say so.
async fn speed(haul: &Haul, wanted: Speed) {
    let mut settings = haul.engine().settings();
    soon(settings.wait_for(|settings| settings.speed == wanted)).await.unwrap();
}

#[tokio::test]
async fn the_plan_changes_the_speed_and_a_choice_holds_until_its_next_change() {
    let mut haul = Haul::bed().clock(MONDAY + 7 * HOUR, TimeZone::UTC).start().await;
    haul.set(|settings| settings.speed_plan = Some(office())).await;
    speed(&haul, Speed::Unlimited).await;
    haul.set_clock(MONDAY + 8 * HOUR);
    speed(&haul, Speed::Turtle).await;
    haul.set(|settings| settings.speed = Speed::Limited).await;
    haul.set_clock(MONDAY + 17 * HOUR);
    haul.restart().await;
    speed(&haul, Speed::Limited).await;
    // The change comes while nobody looks.
    haul.stop().await;
    haul.set_clock(MONDAY + 19 * HOUR);
    haul.reopen().await;
    speed(&haul, Speed::Unlimited).await;
}

#[tokio::test]
async fn the_turtle_slows_down_what_runs() {
    let server = FileServer::of(noise(16 * MIB, 1)).start().await;
    let slow = |settings: &mut haul_core::Settings| {
        settings.speed = Speed::Turtle;
        settings.turtle_limit = 256 * KIB;
    };
    let haul = Haul::bed().settings(slow).start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.bound == Some(haul_core::Bound::Turtle)).await;
    // With the turtle it would take a minute.
    haul.set(|settings| settings.speed = Speed::Unlimited).await;
    haul.completed(id).await;
}
