//! A link that expired is changed in the window.

use haul_tests::{FileServer, MIB, RunningServer, assert_holds, noise};

use crate::app::App;
use crate::desktop::Desktop;
use crate::hand::Dragged;
use crate::story;

const SIZE: u64 = 12 * MIB;
const HALF: u64 = SIZE / 2;

/// Half of it is here when its link expires.
async fn expire(haul: &App, server: &RunningServer) {
    haul.add(&server.url_of("a.bin")).await;
    haul.until_received(HALF).await;
    haul.click("pause-all").await;
    haul.until("a.bin", "paused").await;
    server.until(|records| records.active == 0).await;
    server.becomes(FileServer::of(vec![]).status(403));
    haul.click("resume-all").await;
    haul.until("a.bin", "failed").await;
}

#[test]
fn an_expired_link_is_changed_and_what_is_here_is_kept() {
    story(async {
        let bytes = noise(SIZE, 1);
        let server = FileServer::of(bytes.clone()).pace(MIB).hold_after(SIZE - MIB).start().await;
        let new = FileServer::of(bytes.clone()).etag("\"other\"").start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        expire(&haul, &server).await;

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

#[test]
fn a_link_that_is_dropped_on_the_failed_row_takes_the_place_of_its_own() {
    story(async {
        let bytes = noise(SIZE, 2);
        let server = FileServer::of(bytes.clone()).pace(MIB).hold_after(SIZE - MIB).start().await;
        let new = FileServer::of(bytes.clone()).etag("\"other\"").start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        expire(&haul, &server).await;

        let link = new.url_of("elsewhere?key=new");
        desktop.drop_on(&haul, Dragged::Uris(&link), "row", "drop-renews").await;
        haul.until("a.bin", "completed").await;
        assert_holds(&desktop.downloads().join("a.bin"), &bytes);
        assert!(new.sent() < SIZE, "{} bytes came from the new link", new.sent());
    });
}
