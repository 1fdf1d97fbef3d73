//! What closing the window means.

use haul_tests::{FileServer, MIB, assert_holds, noise};
use serde_json::json;

use crate::desktop::Desktop;
use crate::story;

#[test]
fn closing_hides_in_the_tray_and_says_so_once() {
    story(async {
        let bytes = noise(8 * MIB, 10);
        let server = FileServer::of(bytes.clone()).hold_after(4 * MIB).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        let icon = desktop.panel().icon().await;
        haul.choose_setting("general", "whenClosed", "tray").await;
        haul.add(&server.url()).await;
        haul.until("a.bin", "running").await;

        desktop.close_window().await;
        desktop.until_window(false).await;
        desktop.panel().notified(|said| said.title.contains("keeps downloading")).await;

        // It works on, and says when it is done, because nobody looks.
        server.release();
        desktop.panel().notified(|said| said.title == "a.bin is ready").await;
        assert_holds(&desktop.downloads().join("a.bin"), &bytes);

        icon.choose("Show Haul").await;
        desktop.until_window(true).await;
        haul.until("a.bin", "completed").await;
        haul.until_shown("notice").await;

        desktop.close_window().await;
        desktop.until_window(false).await;
        let said = desktop.panel().notifications();
        assert_eq!(
            said.iter().filter(|said| said.title.contains("keeps downloading")).count(),
            1,
            "{said:?}"
        );
    });
}

#[test]
fn closing_quits_in_order_where_that_is_set() {
    story(async {
        let bytes = noise(16 * MIB, 16);
        let server = FileServer::of(bytes.clone()).pace(MIB).hold_after(6 * MIB).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        haul.choose_setting("general", "whenClosed", "quit").await;
        haul.add(&server.url()).await;
        // The dialog may have got the first of them, when it asked.
        haul.until_received(5 * MIB).await;

        desktop.close_window().await;
        haul.ended().await;
        assert!(desktop.log().contains("closed"), "{}", desktop.log());
        assert_eq!(desktop.panel().notifications(), []);

        // Nothing of what was here is asked for again.
        server.release();
        let haul = desktop.open_haul().await;
        haul.until("a.bin", "completed").await;
        assert_holds(&desktop.downloads().join("a.bin"), &bytes);
        assert!(server.sent() < (16 + 5) * MIB, "what was kept is not fetched again: {}", server.sent());
    });
}

#[test]
fn closing_goes_on_while_there_is_something_to_do_and_quits_with_nothing() {
    story(async {
        let server = FileServer::of(noise(8 * MIB, 18)).hold_after(4 * MIB).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        let icon = desktop.panel().icon().await;
        haul.add(&server.url()).await;
        haul.until("a.bin", "running").await;

        desktop.close_window().await;
        desktop.until_window(false).await;
        server.release();
        desktop.panel().notified(|said| said.title == "a.bin is ready").await;
        icon.choose("Show Haul").await;
        desktop.until_window(true).await;
        haul.until("a.bin", "completed").await;

        desktop.close_window().await;
        haul.ended().await;
    });
}

#[test]
fn closing_asks_where_that_is_set() {
    story(async {
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        let icon = desktop.panel().icon().await;
        haul.choose_setting("general", "whenClosed", "ask").await;

        desktop.close_window().await;
        haul.until_shown("confirm").await;
        desktop.press("Escape").await;
        haul.page.until("return !document.querySelector('[data-testid=confirm]')", json!([])).await;
        desktop.until_window(true).await;

        desktop.close_window().await;
        haul.until_shown("confirm").await;
        desktop.press("Tab").await;
        desktop.press("Return").await;
        desktop.until_window(false).await;
        icon.choose("Show Haul").await;
        desktop.until_window(true).await;

        desktop.close_window().await;
        haul.click("confirm-never").await;
        haul.page.run_last("document.querySelector('[data-testid=confirm-yes]').click()").await;
        haul.ended().await;
        let haul = desktop.open_haul().await;
        haul.until_setting("whenClosed", "quit").await;
    });
}

#[test]
fn without_a_tray_closing_minimises_and_says_so_once() {
    story(async {
        let server = FileServer::of(noise(8 * MIB, 17)).hold_after(4 * MIB).start().await;
        let desktop = Desktop::without_tray().await;
        let haul = desktop.open_haul().await;
        haul.add(&server.url()).await;
        haul.until("a.bin", "running").await;

        desktop.close_window().await;
        desktop.until_window(false).await;
        desktop.panel().notified(|said| said.body.contains("minimised")).await;
        desktop.restore_window().await;
        assert!(haul.until_shown("notice").await.contains("There is no tray here"));

        // The page's own key means the same as the title bar.
        desktop.press("ctrl+w").await;
        desktop.until_window(false).await;
        desktop.restore_window().await;
        let said = desktop.panel().notifications();
        assert_eq!(said.iter().filter(|said| said.body.contains("minimised")).count(), 1, "{said:?}");

        // With nothing left to do there is nothing to keep a window for.
        server.release();
        haul.until("a.bin", "completed").await;
        desktop.close_window().await;
        haul.ended().await;
    });
}

#[test]
fn a_tray_that_goes_away_leaves_the_window_where_it_can_be_found() {
    story(async {
        let desktop = Desktop::start().await;
        let _haul = desktop.open_haul().await;
        desktop.panel().icon().await;
        desktop.hide_window().await;

        desktop.panel().lose_tray().await;
        desktop.restore_window().await;
    });
}

#[test]
fn who_quits_from_outside_the_page_is_asked_about_what_would_begin_anew() {
    story(async {
        let server = FileServer::of(noise(16 * MIB, 19)).no_ranges().hold_after(4 * MIB).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        let icon = desktop.panel().icon().await;
        haul.add(&server.url()).await;
        haul.until_received(2 * MIB).await;
        desktop.close_window().await;
        desktop.until_window(false).await;

        icon.choose("Quit").await;
        desktop.until_window(true).await;
        let asked = haul.until_shown("confirm").await;
        assert!(asked.contains("a.bin"), "{asked}");
        haul.click("confirm-cancel").await;
        haul.until("a.bin", "running").await;

        haul.choose_setting("general", "whenClosed", "quit").await;
        desktop.close_window().await;
        haul.until_shown("confirm").await;
        haul.page.run_last("document.querySelector('[data-testid=confirm-yes]').click()").await;
        haul.ended().await;
        assert!(desktop.log().contains("closed"), "{}", desktop.log());
    });
}
