//! The computer's sleep: held back while something downloads, and what happens after it.

use haul_tests::{FileServer, MIB, noise};

use crate::desktop::Desktop;
use crate::power::Power;
use crate::story;

const ONE: &str = "idle block Haul: Haul: 1 download";

#[test]
fn the_computer_stays_awake_while_something_downloads_and_it_is_plugged_in() {
    story(async {
        let server = FileServer::of(noise(8 * MIB, 40)).hold_after(4 * MIB).start().await;
        let desktop = Desktop::start().await;
        let power = Power::start(&desktop).await;
        let haul = desktop.open_haul().await;
        haul.add(&server.url()).await;
        power.until_held(&[ONE]).await;
        power.unplug().await;
        power.until_held(&[]).await;

        haul.click("settings-button").await;
        haul.choose("setting-keepAwake", "always").await;
        power.until_held(&[ONE]).await;
        haul.click("settings-back").await;
        server.release();
        haul.until("a.bin", "completed").await;
        power.until_held(&[]).await;
    });
}

#[test]
fn the_computer_may_sleep_while_all_that_runs_waits_for_long() {
    story(async {
        let well = || FileServer::of(noise(64 * MIB, 44));
        let server = well().cut_after(MIB).hold_after(2 * MIB).start().await;
        let desktop = Desktop::start().await;
        let power = Power::start(&desktop).await;
        let haul = desktop.open_haul().await;
        haul.add(&server.url()).await;
        power.until_held(&[ONE]).await;
        server.becomes(well().status(503).header("Retry-After", "3600"));
        server.release();
        power.until_held(&[]).await;
        haul.until("a.bin", "running").await;

        // Awake, it goes on, and is held so again.
        server.becomes(well());
        server.hold_after(0);
        power.wake().await;
        power.until_held(&[ONE]).await;
    });
}

#[test]
fn a_desktop_is_asked_through_its_portal() {
    story(async {
        let server = FileServer::of(noise(8 * MIB, 41)).hold_after(4 * MIB).start().await;
        let desktop = Desktop::start().await;
        let power = Power::portal(&desktop).await;
        let haul = desktop.open_haul().await;
        haul.add(&server.url()).await;
        power.until_held(&["4: Haul: 1 download"]).await;
        server.release();
        haul.until("a.bin", "completed").await;
        power.until_held(&[]).await;
    });
}

#[test]
fn after_sleep_nothing_waits_for_its_next_try() {
    story(async {
        // It asks for an hour's patience, and is well again before that.
        let well = || FileServer::of(noise(MIB, 42));
        let server = well().status(503).header("Retry-After", "3600").start().await;
        let desktop = Desktop::start().await;
        let power = Power::start(&desktop).await;
        let haul = desktop.open_haul().await;
        haul.add(&server.url()).await;
        let waits = "const row = document.querySelector('[data-testid=row]'); return row?.innerText.includes('trying again') || row?.innerText.includes('slow down') || row?.innerText.includes('Next try')";
        haul.page.until(waits, serde_json::json!([])).await;
        server.becomes(well());
        power.wake().await;
        haul.until("a.bin", "completed").await;
    });
}
