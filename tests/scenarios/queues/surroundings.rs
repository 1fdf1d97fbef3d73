//! Power and line: downloads wait for better ones if the person wants that, and go on by themselves.

use super::*;
use haul_core::Settings;
use haul_core::settings::PauseOnBattery;
use haul_core::week::TimeZone;
use haul_tests::{HaulBuilder, names_in, soon};

const NOON: u64 = 1_796_040_000_000;
const MINUTE: u64 = 60_000;

fn careful() -> HaulBuilder {
    Haul::bed().settings(|settings: &mut Settings| {
        settings.pause_on_battery = PauseOnBattery::Always;
        settings.pause_on_metered = true;
    })
}

#[tokio::test]
async fn on_battery_what_runs_waits_with_what_is_there_and_goes_on_with_mains_power() {
    let bytes = noise(4 * MIB, 1);
    let server = FileServer::of(bytes.clone()).hold_after(2 * MIB).start().await;
    let haul = careful().start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= MIB).await;
    haul.surroundings(true, false);
    let row = haul.until(id, |row| row.waiting == Some(Waiting::Mains)).await;
    assert_eq!(row.status, Status::Queued);
    assert!(row.received >= MIB, "{row:?}");
    server.release();
    haul.surroundings(false, false);
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    let log = haul.log(id).await;
    assert!(!log.iter().any(|entry| matches!(entry, LogEntry::StartedOver { .. })), "{log:?}");
}

#[tokio::test]
async fn on_a_low_battery_what_runs_waits_until_it_is_charged_or_plugged_in() {
    let bytes = noise(4 * MIB, 1);
    let server = FileServer::of(bytes.clone()).hold_after(2 * MIB).start().await;
    let low = |settings: &mut Settings| settings.pause_on_battery = PauseOnBattery::Low;
    let haul = Haul::bed().settings(low).start().await;
    haul.charge(21);
    haul.surroundings(true, false);
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= MIB).await;
    let charge = |below| Some(Waiting::Charge { below });
    haul.charge(19);
    let row = haul.until(id, |row| row.waiting == charge(20)).await;
    assert_eq!(row.status, Status::Queued);
    assert!(row.received >= MIB, "{row:?}");
    haul.set(|settings| settings.battery_below = 10).await;
    haul.until(id, is_running).await;
    haul.charge(9);
    haul.until(id, |row| row.waiting == charge(10)).await;
    server.release();
    haul.surroundings(false, false);
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn on_a_metered_line_nothing_is_fetched_that_is_added_not_even_after_a_restart() {
    let server = FileServer::of(noise(SIZE, 1)).start().await;
    let mut haul = careful().start().await;
    haul.surroundings(false, true);
    let ids = add(&haul, &server, "a", 3, QueueId::DEFAULT).await;
    for id in &ids {
        assert_eq!(haul.until(*id, |row| row.waiting.is_some()).await.waiting, Some(Waiting::Unmetered));
    }
    haul.restart().await;
    for id in &ids {
        haul.until(*id, |row| row.waiting == Some(Waiting::Unmetered)).await;
    }
    assert_eq!((server.requests().len(), names_in(haul.folder()).len()), (0, 0));
    haul.surroundings(false, false);
    for id in &ids {
        haul.completed(*id).await;
    }
}

#[tokio::test]
async fn what_is_started_by_hand_waits_for_neither_also_after_a_restart() {
    let server = holding().await;
    let mut haul = careful().start().await;
    haul.surroundings(true, true);
    let ids = add(&haul, &server, "a", 2, QueueId::DEFAULT).await;
    haul.engine().start_now(vec![ids[1]]).await.unwrap();
    haul.until(ids[1], is_running).await;
    haul.restart().await;
    haul.until(ids[1], is_running).await;
    haul.surroundings(true, false);
    assert_eq!(haul.until(ids[0], |row| row.waiting.is_some()).await.waiting, Some(Waiting::Mains));
    server.release();
    haul.completed(ids[1]).await;
    assert_eq!(waiting(&haul, ids[0]).await, Some(Waiting::Mains));
}

#[tokio::test]
async fn a_time_to_start_at_is_no_hand_that_starts_it() {
    let server = FileServer::of(noise(SIZE, 1)).start().await;
    let haul = careful().clock(NOON, TimeZone::UTC).start().await;
    haul.surroundings(true, false);
    let at = NOON + 30 * MINUTE;
    let id = haul.add_with(server.url(), |new| new.starts = Some(at)).await;
    assert_eq!(waiting(&haul, id).await, Some(Waiting::Time { at }));
    haul.set_clock(at);
    haul.until(id, |row| row.waiting == Some(Waiting::Mains)).await;
    assert_eq!(server.requests().len(), 0);
    haul.surroundings(false, false);
    haul.completed(id).await;
}

#[tokio::test]
async fn only_who_wants_it_waits_and_the_choice_counts_at_once() {
    let server = holding().await;
    let haul = Haul::start().await;
    haul.surroundings(true, true);
    let id = haul.add(server.url()).await;
    haul.until(id, is_running).await;
    haul.set(|settings| settings.pause_on_metered = true).await;
    haul.until(id, |row| row.waiting == Some(Waiting::Unmetered)).await;
    haul.set(|settings| settings.pause_on_metered = false).await;
    haul.until(id, is_running).await;
    server.release();
    haul.completed(id).await;
}

#[tokio::test]
async fn a_paused_queue_is_what_its_downloads_wait_for_whatever_the_power_is() {
    let (haul, server) = (careful().start().await, holding().await);
    let films = queue(&haul, "Films", |films| films.paused = true).await;
    haul.surroundings(true, false);
    let id = add(&haul, &server, "a", 1, films).await[0];
    assert_eq!(waiting(&haul, id).await, Some(Waiting::Queue));
    change(&haul, films, |films| films.paused = false).await;
    haul.until(id, |row| row.waiting == Some(Waiting::Mains)).await;
    soon(haul.engine().pause_all()).await.unwrap();
    haul.surroundings(false, false);
    haul.until(id, |row| row.status == Status::Paused).await;
}
