//! What servers are asked before anything is added.

use haul_tests::{FileServer, MIB, RunningServer, noise};
use std::time::Duration;

use crate::desktop::Desktop;
use crate::story;

/// Far shorter than Haul would wait for a server that says nothing.
const SOON: Duration = Duration::from_secs(10);

#[test]
fn who_is_gone_from_the_add_dialog_is_asked_no_more_and_keeps_nobody_waiting() {
    story(async {
        let silent = FileServer::of(noise(MIB, 71)).silent_in_head().start().await;
        let good = FileServer::of(noise(MIB, 72)).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        let links = (0..6).map(|n| silent.url_of(&format!("{n}.bin"))).collect::<Vec<_>>().join(" ");

        haul.click("add-button").await;
        haul.replace("add-text", &links).await;
        haul.until_offered(6).await;
        silent.until(|records| records.active == 6).await;
        haul.replace("add-text", &good.url()).await;
        haul.until_offered(1).await;
        until_left_alone(&silent).await;
        good.until(|records| !records.requests.is_empty()).await;

        haul.replace("add-text", &links).await;
        haul.until_offered(6).await;
        silent.until(|records| records.active == 6).await;
        haul.click("add-cancel").await;
        until_left_alone(&silent).await;
    });
}

async fn until_left_alone(server: &RunningServer) {
    let left = tokio::time::timeout(SOON, server.until(|records| records.active == 0)).await;
    assert!(left.is_ok(), "{:#?}", server.records().requests);
}
