//! What a person did by mistake is taken back, and an engine that is gone is started again.

use haul_tests::{FileServer, MIB, assert_holds, noise};
use serde_json::json;

use crate::desktop::Desktop;
use crate::story;

const SIZE: u64 = 12 * MIB;
const HALF: u64 = SIZE / 2;

#[test]
fn what_was_removed_comes_back_with_its_bytes_and_its_state() {
    story(async {
        let bytes = noise(SIZE, 61);
        let server = FileServer::of(bytes.clone()).pace(MIB).hold_after(HALF).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        haul.add(&server.url()).await;
        haul.until_received(HALF - MIB).await;
        haul.click("pause-all").await;
        haul.until("a.bin", "paused").await;

        haul.click("row").await;
        desktop.press("Delete").await;
        let none = "return document.querySelectorAll('[data-testid=row]').length === 0";
        haul.page.until(none, json!([])).await;
        desktop.press("ctrl+z").await;
        haul.until("a.bin", "paused").await;
        haul.until_received(HALF - MIB).await;

        server.release();
        haul.click("resume-all").await;
        haul.until("a.bin", "completed").await;
        assert_holds(&desktop.downloads().join("a.bin"), &bytes);
        assert!(server.sent() < SIZE + HALF / 2, "what was kept is not fetched again: {}", server.sent());
    });
}

#[test]
fn an_engine_that_does_not_answer_is_started_again_from_the_window() {
    story(async {
        let server = FileServer::of(noise(SIZE, 62)).pace(MIB).hold_after(HALF).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        haul.add(&server.url()).await;
        haul.until_received(HALF - MIB).await;
        let before = desktop.panel().haul().await;

        // As the shell answers once its engine is gone.
        let gone = "const fetch = window.fetch;
            const answer = { code: 'closed' };
            const headers = { 'Content-Type': 'application/json', 'Tauri-Response': 'error' };
            window.fetch = (url, ...rest) => String(url).endsWith('pause_all')
                ? Promise.resolve(new Response(JSON.stringify(answer), { headers }))
                : fetch(url, ...rest)";
        haul.page.run(gone, json!([])).await;
        haul.click("pause-all").await;
        haul.until_shown("stopped").await;
        haul.page.run_last("document.querySelector('[data-testid=restart]').click()").await;
        desktop.panel().icon_after(1).await;
        assert_ne!(desktop.panel().haul().await, before, "it is another process");
        desktop.until_window(true).await;
    });
}
