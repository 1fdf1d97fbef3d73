//! What closing the window means.

use haul_tests::{FileServer, MIB, assert_holds, noise};

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
