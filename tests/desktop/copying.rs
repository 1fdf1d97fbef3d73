//! Links that are copied in other programs are offered, where that is set.

use haul_tests::{FileServer, MIB, noise};
use serde_json::json;

use crate::app::App;
use crate::desktop::Desktop;
use crate::story;

async fn watching(desktop: &Desktop) -> App {
    let haul = desktop.open_haul().await;
    haul.click("settings-button").await;
    haul.click("setting-watchClipboard").await;
    haul.until_setting("watchClipboard", true).await;
    haul.click("settings-back").await;
    haul
}

#[test]
fn a_copied_link_is_offered_by_a_notification_while_somebody_looks_elsewhere() {
    story(async {
        let server = FileServer::of(noise(MIB, 51)).start().await;
        let desktop = Desktop::start().await;
        let haul = watching(&desktop).await;
        desktop.close_window().await;
        desktop.until_window(false).await;

        let _copied = desktop.copy(&format!("see {}", server.url())).await;
        let said = desktop.panel().notified(|said| said.title == "A link was copied").await;
        let offer = said.iter().find(|said| said.title == "A link was copied").unwrap();
        assert_eq!((offer.body.as_str(), offer.buttons.last().unwrap().as_str()), ("a.bin", "Download"));
        assert_eq!(server.sent(), 0, "nothing is asked before somebody wants it");

        desktop.panel().press("A link was copied", "download").await;
        desktop.panel().notified(|said| said.title == "a.bin is ready").await;
        desktop.panel().icon().await.click().await;
        haul.until("a.bin", "completed").await;
    });
}

#[test]
fn in_the_window_it_is_a_card() {
    story(async {
        let server = FileServer::of(noise(MIB, 52)).start().await;
        let desktop = Desktop::start().await;
        let haul = watching(&desktop).await;
        // It has the focus from here on.
        desktop.press("Escape").await;

        let _copied = desktop.copy(&server.url()).await;
        haul.until_shown("copied").await;
        assert_eq!(haul.until_shown("copied-size").await, "1.00\u{a0}MiB");
        let focus =
            haul.page.run("return !!document.activeElement.closest('[data-testid=copied]')", json!([]));
        assert_eq!(focus.await, json!(false), "the card takes no focus");
        haul.click("copied-take").await;
        haul.until("a.bin", "completed").await;
    });
}

#[test]
fn what_haul_or_a_password_manager_copies_is_left_alone() {
    story(async {
        let server = FileServer::of(noise(MIB, 53)).start().await;
        let desktop = Desktop::start().await;
        let haul = watching(&desktop).await;
        let own = server.url_of("own.bin");
        let copy =
            "return window.__TAURI_INTERNALS__.invoke('copy_text', { text: arguments[0] }).then(() => true)";
        haul.page.run(copy, json!([own])).await;
        desktop.close_window().await;
        desktop.until_window(false).await;

        let _secret = desktop.copy_secret(&server.url_of("secret.bin")).await;
        let _page = desktop.copy(&server.url_of("page.html")).await;
        let _copied = desktop.copy(&server.url()).await;
        desktop.panel().notified(|said| said.body == "a.bin").await;
        let offered = desktop.panel().notifications();
        let offered: Vec<_> = offered.iter().filter(|said| said.title.contains("copied")).collect();
        assert_eq!(offered.len(), 1, "{offered:?}");
    });
}
