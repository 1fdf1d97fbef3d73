//! What the icon in the tray does.

use haul_tests::{FileServer, MIB, noise};

use crate::desktop::Desktop;
use crate::hand::Dragged;
use crate::story;

#[test]
fn the_tray_pauses_resumes_and_quits() {
    story(async {
        let server = FileServer::of(noise(16 * MIB, 8)).hold_after(4 * MIB).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        let icon = desktop.panel().icon().await;
        icon.until_entry(|label| label == "Quit").await;
        assert_eq!(
            icon.labels().await,
            [
                "Show Haul",
                "Add from clipboard",
                "Mini window",
                "Pause all",
                "Resume all",
                "Turtle",
                "Limit",
                "Unlimited",
                "1 MiB/s",
                "5 MiB/s",
                "10 MiB/s",
                "Other…",
                "Settings",
                "Quit"
            ]
        );
        haul.add(&server.url()).await;
        haul.until("a.bin", "running").await;

        icon.choose("Pause all").await;
        haul.until("a.bin", "paused").await;
        icon.choose("Resume all").await;
        haul.until("a.bin", "running").await;
        icon.until_tooltip_says("1 active").await;
        icon.choose("Quit").await;
        haul.ended().await;

        // It ended in order: the next start goes on.
        server.release();
        let haul = desktop.open_haul().await;
        haul.until("a.bin", "completed").await;
    });
}

#[test]
fn the_tray_adds_what_was_copied() {
    story(async {
        let server = FileServer::of(noise(MIB, 9)).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        let _copied = desktop.copy(&format!("look: {}", server.url())).await;

        // In the window, if that is there.
        desktop.panel().icon().await.choose("Add from clipboard").await;
        haul.until_offered(1).await;
        haul.confirm().await;
        haul.until("a.bin", "completed").await;
    });
}

#[test]
fn the_tray_adds_in_a_window_of_its_own_while_the_main_one_is_hidden() {
    story(async {
        let server = FileServer::of(noise(MIB, 10)).start().await;
        let desktop = Desktop::start().await;
        let _haul = desktop.open_haul().await;
        let _copied = desktop.copy(&format!("look: {}", server.url())).await;
        desktop.hide_window().await;

        desktop.panel().icon().await.choose("Add from clipboard").await;
        desktop.until_only("Add downloads").await;
        // It has read the link once it asks how large its file is.
        server.until(|records| !records.requests.is_empty()).await;
        desktop.press("ctrl+Return").await;
        desktop.panel().notified(|said| said.title == "a.bin is ready").await;
        desktop.until_window(false).await;
        assert_eq!(desktop.downloaded(), ["a.bin"]);
    });
}

#[test]
fn the_mini_window_comes_from_the_menu_and_goes_alone() {
    story(async {
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        let icon = desktop.panel().icon().await;
        desktop.hide_window().await;

        icon.choose("Mini window").await;
        desktop.until_window(true).await;
        assert_eq!(desktop.window_width().await, 320);

        // What is dropped on it is asked about beside it.
        let server = FileServer::of(noise(MIB, 10)).start().await;
        desktop.drop_unseen(Dragged::Uris(&server.url())).await;
        server.until(|records| !records.requests.is_empty()).await;
        desktop.press_in("Add downloads", "ctrl+Return").await;
        desktop.panel().notified(|said| said.title == "a.bin is ready").await;
        desktop.until_only("Haul").await;
        desktop.close_window().await;
        desktop.until_window(false).await;
        icon.choose("Quit").await;
        haul.ended().await;
    });
}

#[test]
fn a_click_on_the_icon_hides_and_shows() {
    story(async {
        let desktop = Desktop::start().await;
        let _haul = desktop.open_haul().await;
        let icon = desktop.panel().icon().await;
        desktop.until_window(true).await;

        icon.click().await;
        desktop.until_window(false).await;
        icon.click().await;
        desktop.until_window(true).await;
    });
}

#[test]
fn a_click_on_the_icon_brings_a_minimised_window_back() {
    story(async {
        let desktop = Desktop::start().await;
        let _haul = desktop.open_haul().await;
        let icon = desktop.panel().icon().await;
        desktop.until_window(true).await;
        desktop.minimise_window().await;

        icon.click().await;
        desktop.until_window(true).await;
        icon.click().await;
        desktop.until_window(false).await;
    });
}

#[test]
fn the_tray_adds_in_a_window_of_its_own_while_the_main_one_is_minimised() {
    story(async {
        let desktop = Desktop::start().await;
        let _haul = desktop.open_haul().await;
        let _copied = desktop.copy("https://example.invalid/a.bin").await;
        desktop.minimise_window().await;

        desktop.panel().icon().await.choose("Add from clipboard").await;
        desktop.until_only("Add downloads").await;
    });
}

#[test]
fn the_menu_sets_the_speed_and_leads_to_what_runs() {
    story(async {
        let server = FileServer::of(noise(16 * MIB, 43)).hold_after(4 * MIB).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        let icon = desktop.panel().icon().await;
        haul.add(&server.url()).await;
        icon.until_entry(|label| label.starts_with("a.bin ") && label.ends_with(" %")).await;
        icon.choose("Turtle").await;
        haul.until_setting("speed", "turtle").await;
        icon.choose("5 MiB/s").await;
        haul.until_setting("limit", 5 * MIB).await;
        icon.choose("Turtle").await;
        haul.until_setting("speed", "turtle").await;
        icon.choose("Turtle").await;
        haul.until_setting("speed", "limited").await;
        icon.choose("Unlimited").await;
        haul.until_setting("speed", "unlimited").await;
        icon.choose("Turtle").await;
        haul.until_setting("speed", "turtle").await;
        icon.choose("Turtle").await;
        haul.until_setting("speed", "unlimited").await;

        icon.choose("Settings").await;
        haul.until_shown("settings-back").await;
        desktop.close_window().await;
        desktop.until_window(false).await;
        let labels = icon.labels().await;
        icon.choose(labels.iter().find(|label| label.starts_with("a.bin ")).unwrap()).await;
        desktop.until_window(true).await;
        haul.until_shown("details").await;

        icon.click_with_wheel().await;
        haul.until("a.bin", "paused").await;
        icon.click_with_wheel().await;
        haul.until("a.bin", "running").await;
    });
}
