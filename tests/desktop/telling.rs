//! What Haul tells the desktop while nobody looks: notifications with their buttons, and the number on the taskbar.

use haul_tests::{FileServer, MIB, noise};
use serde_json::json;
use zbus::zvariant::Value;

use crate::app::program;
use crate::desktop::Desktop;
use crate::opener::Opener;
use crate::process::Process;
use crate::story;

#[test]
fn a_notification_opens_the_file_or_shows_its_row() {
    story(async {
        let server = FileServer::of(noise(8 * MIB, 44)).hold_after(4 * MIB).start().await;
        let desktop = Desktop::start().await;
        let mut opener = Opener::start(&desktop).await;
        let mut taskbar = desktop.panel().taskbar().await;
        let haul = desktop.open_haul().await;
        haul.add(&server.url()).await;
        haul.until("a.bin", "running").await;
        taskbar.until(|shown| shown["progress-visible"] == Value::from(true).try_into().unwrap()).await;
        desktop.close_window().await;
        desktop.until_window(false).await;
        server.release();
        let said = desktop.panel().notified(|said| said.title == "a.bin is ready").await;
        let ready = said.iter().find(|said| said.title == "a.bin is ready").unwrap();
        assert!(ready.body.starts_with("8.00 MiB in ") && ready.body.ends_with(" s"), "{ready:?}");
        assert_eq!(ready.buttons, ["Show Haul", "Open", "Show in folder"]);

        desktop.panel().press("a.bin is ready", "open").await;
        assert!(opener.opened().await.ends_with("/Downloads/a.bin"));
        taskbar.until(|shown| shown["count"] == Value::from(1i64).try_into().unwrap()).await;
    });
}

#[test]
fn a_finished_file_is_opened_and_a_program_is_shown_in_its_folder() {
    story(async {
        // Of several sizes: none is the same file as another.
        let named =
            async |name: &str, seed| FileServer::of(noise(MIB + seed, seed)).named(name).start().await;
        let servers = [named("a.pdf", 47).await, named("a.sh", 48).await, named("b.pdf", 49).await];
        let desktop = Desktop::start().await;
        let mut opener = Opener::start(&desktop).await;
        let haul = desktop.open_haul().await;
        haul.choose_setting("downloads", "afterFinishing", "open").await;
        haul.add(&servers[0].url()).await;
        assert!(opener.opened().await.ends_with("/Downloads/a.pdf"));
        haul.add(&servers[1].url()).await;
        let shown = opener.shown().await;
        assert!(shown.starts_with("file:///") && shown.ends_with("/Downloads/a.sh"), "{shown}");
        haul.add(&servers[2].url()).await;
        assert!(opener.opened().await.ends_with("/Downloads/b.pdf"), "the program was opened");
    });
}

#[test]
fn an_expired_link_can_be_renewed_from_its_notification() {
    story(async {
        let server = FileServer::of(noise(MIB, 45)).status(403).hold_after(0).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        desktop.hide_window().await;
        let (status, _, _) =
            Process::output(desktop.command(program()).arg("--hidden").arg(server.url())).await;
        assert!(status.success());
        server.release();
        let said = desktop.panel().notified(|said| said.title == "a.bin needs you").await;
        let failed = said.iter().find(|said| said.title == "a.bin needs you").unwrap();
        assert_eq!(failed.buttons, ["Show Haul", "Change link…"]);
        desktop.panel().press("a.bin needs you", "renew").await;
        desktop.until_window(true).await;
        haul.until_shown("renew-url").await;
    });
}

#[test]
fn the_end_of_a_queue_is_told_to_who_looks_elsewhere() {
    story(async {
        let server = FileServer::of(noise(8 * MIB, 46)).hold_after(4 * MIB).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        let set = "return window.__TAURI_INTERNALS__.invoke('set_queue', { id: 1, settings: arguments[0] }).then(() => true)";
        haul.page.run(set, json!([{ "atEnd": "notify" }])).await;
        haul.add(&server.url()).await;
        haul.until("a.bin", "running").await;
        desktop.close_window().await;
        desktop.until_window(false).await;

        server.release();
        let said =
            desktop.panel().notified(|said| said.title == "All downloads of “Default” have ended").await;
        let ended = said.iter().find(|said| said.title.starts_with("All downloads")).unwrap();
        assert!(ended.body.starts_with("a.bin is ready · 8.00 MiB in "), "{ended:?}");
        assert_eq!(said.iter().filter(|said| said.title.contains("is ready")).count(), 0, "{said:?}");
    });
}
