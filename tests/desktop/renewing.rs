//! A link that expired is changed in the window.

use haul_tests::{FileServer, MIB, assert_holds, noise};
use serde_json::json;

use crate::desktop::Desktop;
use crate::story;

const SIZE: u64 = 12 * MIB;
const HALF: u64 = SIZE / 2;

#[test]
fn an_expired_link_is_changed_and_what_is_here_is_kept() {
    story(async {
        let bytes = noise(SIZE, 1);
        let server = FileServer::of(bytes.clone()).pace(MIB).hold_after(SIZE - MIB).start().await;
        let new = FileServer::of(bytes.clone()).etag("\"other\"").start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;

        haul.add(&server.url_of("a.bin")).await;
        let is_half_here = "return window.__TAURI_INTERNALS__.invoke('details', { id: 1 }).then(({ row }) => row.received >= arguments[0])";
        haul.page.until(is_half_here, json!([HALF])).await;
        haul.click("pause-all").await;
        haul.until("a.bin", "paused").await;
        server.until(|records| records.active == 0).await;
        server.becomes(FileServer::of(vec![]).status(403));
        haul.click("resume-all").await;
        haul.until("a.bin", "failed").await;

        haul.click("row-changeLink").await;
        haul.until_value("renew-old", &server.url_of("a.bin")).await;
        haul.replace("renew-url", &new.url_of("elsewhere?key=new")).await;
        haul.click("renew-confirm").await;

        haul.until_said("Link changed").await;
        haul.until("a.bin", "completed").await;
        assert_holds(&desktop.downloads().join("a.bin"), &bytes);
        assert!(new.sent() < SIZE, "{} bytes came from the new link", new.sent());
    });
}
