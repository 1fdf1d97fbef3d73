//! What leaves the window: links to the clipboard, files to the programs that open them.

use haul_tests::{FileServer, MIB, noise};

use crate::desktop::Desktop;
use crate::opener::Opener;
use crate::story;

#[test]
fn a_link_is_copied_from_its_row() {
    story(async {
        let server = FileServer::of(noise(MIB, 14)).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        let before = desktop.copy("what was copied before").await;
        haul.add(&server.url()).await;
        haul.until("a.bin", "completed").await;

        haul.click("row").await;
        desktop.press("ctrl+c").await;
        haul.until_said("Link copied").await;
        drop(before);
        assert_eq!(desktop.copied().await, server.url());
    });
}

#[test]
fn a_file_is_opened_and_shown_by_the_desktops_own_programs() {
    story(async {
        let server = FileServer::of(noise(MIB, 15)).named("a%20b.bin").start().await;
        let desktop = Desktop::start().await;
        let mut opener = Opener::start(&desktop).await;
        let haul = desktop.open_haul().await;
        haul.add(&server.url()).await;
        haul.until("a b.bin", "completed").await;
        let file = desktop.downloads().join("a b.bin");

        haul.click("row").await;
        desktop.press("Return").await;
        assert_eq!(opener.opened().await, file.display().to_string());
        desktop.press("ctrl+shift+Return").await;
        let address = format!("file://{}", file.display()).replace(' ', "%20");
        assert_eq!(opener.shown().await, address);

        // A file that is gone is said, not opened; its folder is still shown.
        std::fs::remove_file(&file).unwrap();
        desktop.press("Return").await;
        haul.until_said("a b.bin").await;
        desktop.press("ctrl+shift+Return").await;
        assert_eq!(opener.opened().await, desktop.downloads().display().to_string());
    });
}
