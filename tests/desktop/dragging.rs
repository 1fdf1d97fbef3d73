//! Rows that are dragged to another application, and the way there that needs no pointer.

use haul_tests::{FileServer, MIB, noise};
use serde_json::json;

use crate::desktop::Desktop;
use crate::story;

#[test]
fn a_finished_row_that_is_dragged_out_is_its_file() {
    story(async {
        let server = FileServer::of(noise(MIB, 61)).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        haul.add(&server.url_of("a%20b.bin")).await;
        haul.until("a b.bin", "completed").await;
        let path = desktop.downloads().join("a b.bin");
        let dropped = desktop.drag_out(&haul, "row").await;
        assert_eq!(dropped.uris, format!("file://{}", path.display()).replace(" ", "%20"));
        haul.until("a b.bin", "completed").await;
        assert!(path.exists(), "it stays where it is");
    });
}

#[test]
fn an_unfinished_one_is_its_link() {
    story(async {
        let server = FileServer::of(noise(4 * MIB, 62)).hold_after(MIB).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        haul.add(&server.url()).await;
        haul.until_received(MIB / 2).await;
        let dropped = desktop.drag_out(&haul, "row").await;
        assert_eq!((dropped.uris, dropped.text), (server.url(), server.url()));
        server.release();
        haul.until("a.bin", "completed").await;
    });
}

#[test]
fn files_are_copied_for_another_application_by_keys() {
    story(async {
        // (Nothing says that the three are the same: that would be asked about.)
        let server = FileServer::of(noise(MIB, 63)).no_validator().start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        for (name, path) in [("a b.bin", "a%20b.bin"), ("c.bin", "c.bin"), ("gone.bin", "gone.bin")] {
            haul.add(&server.url_of(path)).await;
            haul.until(name, "completed").await;
        }
        std::fs::remove_file(desktop.downloads().join("gone.bin")).unwrap();
        haul.page.run("document.querySelector('[data-testid=row]').focus()", json!([])).await;
        desktop.press("ctrl+a").await;
        desktop.press("ctrl+k").await;
        haul.page.until("return document.activeElement.dataset.testid === 'palette-field'", json!([])).await;
        haul.page.type_into("[data-testid=palette-field]", "Copy file").await;
        let first = "return document.querySelector('[data-testid=palette-line][aria-selected=true]')?.dataset.key === 'action:copyFile'";
        haul.page.until(first, json!([])).await;
        desktop.press("Return").await;
        haul.until_said("2 files copied").await;

        // The latest comes first in the list.
        let paths = ["c.bin", "a b.bin"].map(|name| desktop.downloads().join(name).display().to_string());
        let uris = paths.clone().map(|path| format!("file://{}", path.replace(' ', "%20")));
        assert_eq!(desktop.copied().await, paths.join("\n"));
        assert_eq!(
            desktop.copied_as("x-special/gnome-copied-files").await,
            format!("copy\n{}", uris.join("\n"))
        );
        assert_eq!(desktop.copied_as("text/uri-list").await, format!("{}\r\n", uris.join("\r\n")));
    });
}
