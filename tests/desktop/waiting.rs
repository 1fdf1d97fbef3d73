//! What downloads wait for that the system tells: mains power, and a line that costs nothing by the amount.

use haul_tests::{FileServer, MIB, noise};
use serde_json::json;

use crate::app::App;
use crate::desktop::Desktop;
use crate::power::{GUESSED_METERED, Power};
use crate::story;

async fn until_says(haul: &App, says: &str) {
    let shown =
        "return document.querySelector('[data-testid=row-sentence]')?.innerText.includes(arguments[0])";
    haul.page.until(shown, json!([says])).await;
}

#[test]
fn on_battery_and_on_a_metered_line_downloads_wait_and_go_on_by_themselves() {
    story(async {
        let server = FileServer::of(noise(8 * MIB, 43)).hold_after(4 * MIB).start().await;
        let desktop = Desktop::start().await;
        let power = Power::start(&desktop).await;
        let haul = desktop.open_haul().await;
        haul.choose_setting("downloads", "pauseOnBattery", "always").await;
        haul.click("settings-button").await;
        haul.click("settings-downloads").await;
        haul.click("setting-pauseOnMetered").await;
        haul.until_setting("pauseOnMetered", true).await;
        haul.click("settings-back").await;
        haul.add(&server.url()).await;
        haul.until("a.bin", "running").await;
        power.unplug().await;
        until_says(&haul, "Waiting · the computer is on battery").await;
        power.plug_in().await;
        haul.until("a.bin", "running").await;
        power.goes_over(GUESSED_METERED).await;
        until_says(&haul, "Waiting · the connection is metered").await;
        // Who manages the network ends, and nobody says any more that it costs.
        power.loses_network_manager().await;
        haul.until("a.bin", "running").await;
        server.release();
        haul.until("a.bin", "completed").await;
    });
}

#[test]
fn below_what_was_chosen_of_the_battery_downloads_wait() {
    story(async {
        let server = FileServer::of(noise(8 * MIB, 45)).hold_after(4 * MIB).start().await;
        let desktop = Desktop::start().await;
        let power = Power::start(&desktop).await;
        let haul = desktop.open_haul().await;
        haul.choose_setting("downloads", "pauseOnBattery", "low").await;
        power.unplug().await;
        haul.add(&server.url()).await;
        haul.until("a.bin", "running").await;
        power.charge(19.6).await;
        until_says(&haul, "Waiting · the battery is below 20%").await;
        power.charge(20.0).await;
        haul.until("a.bin", "running").await;
        server.release();
        haul.until("a.bin", "completed").await;
    });
}

#[test]
fn a_download_that_is_added_on_battery_fetches_nothing_until_it_is_told_to() {
    story(async {
        let server = FileServer::of(noise(MIB, 44)).start().await;
        let desktop = Desktop::start().await;
        let power = Power::start(&desktop).await;
        power.unplug().await;
        let haul = desktop.open_haul().await;
        haul.choose_setting("downloads", "pauseOnBattery", "always").await;
        haul.add(&server.url()).await;
        until_says(&haul, "Waiting · the computer is on battery").await;
        assert!(desktop.downloaded().is_empty(), "{:?}", desktop.downloaded());

        // The next start knows of the battery before anything of it runs.
        haul.kill().await;
        let haul = desktop.open_haul().await;
        until_says(&haul, "Waiting · the computer is on battery").await;
        assert!(desktop.downloaded().is_empty(), "{:?}", desktop.downloaded());
        haul.click("row-startNow").await;
        haul.until("a.bin", "completed").await;
    });
}
