//! What must outlast the app: half a file, the settings, and a list that was damaged.

use haul_tests::{FileServer, MIB, assert_holds, noise};

use crate::desktop::Desktop;
use crate::story;

#[test]
fn a_killed_app_goes_on_where_it_was() {
    story(async {
        let bytes = noise(32 * MIB, 5);
        // Half of it takes some seconds, so that it is written down more than once on the way.
        let server = FileServer::of(bytes.clone()).pace(MIB / 2).hold_after(16 * MIB).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        haul.add(&server.url()).await;

        server.until(|records| records.sent() == 16 * MIB).await;
        haul.kill().await;

        server.release();
        let haul = desktop.open_haul().await;
        haul.until("a.bin", "completed").await;
        assert_holds(&desktop.downloads().join("a.bin"), &bytes);
        assert!(server.sent() < (32 + 12) * MIB, "what was kept is not fetched again: {}", server.sent());
    });
}

#[test]
fn settings_outlast_a_restart() {
    story(async {
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        haul.click("settings-button").await;
        haul.click("settings-downloads").await;
        haul.replace("setting-downloadsAtOnce", "7").await;
        haul.until_setting("downloadsAtOnce", 7).await;
        desktop.panel().icon().await.choose("Quit").await;
        haul.ended().await;

        let haul = desktop.open_haul().await;
        haul.click("settings-button").await;
        haul.click("settings-downloads").await;
        haul.until_value("setting-downloadsAtOnce", "7").await;
    });
}

#[test]
fn the_window_comes_back_where_and_as_large_as_it_was() {
    story(async {
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        desktop.drag_window((240, 130), (910, 610)).await;
        let left = (desktop.content_origin().await, desktop.window_size().await);
        assert_eq!(left.1, (910, 610));
        desktop.panel().icon().await.choose("Quit").await;
        haul.ended().await;

        // Once more than once: a window that is put beside its frame wanders a little at each start.
        for start in 1..=2 {
            let haul = desktop.open_haul().await;
            assert_eq!((desktop.content_origin().await, desktop.window_size().await), left, "start {start}");
            desktop.panel().icon().await.choose("Quit").await;
            haul.ended().await;
        }
    });
}

#[test]
fn a_damaged_list_is_set_aside_and_said() {
    story(async {
        let desktop = Desktop::start().await;
        std::fs::create_dir_all(desktop.database().parent().unwrap()).unwrap();
        std::fs::write(desktop.database(), noise(64 * 1024, 6)).unwrap();

        let haul = desktop.open_haul().await;
        haul.until_shown("notice").await;

        let kept = haul_tests::names_in(desktop.database().parent().unwrap());
        assert!(kept.iter().filter(|name| name.starts_with("haul.db")).count() > 1, "{kept:?}");
        let server = FileServer::of(noise(MIB, 7)).start().await;
        haul.add(&server.url()).await;
        haul.until("a.bin", "completed").await;
    });
}
