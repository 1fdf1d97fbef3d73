//! Rows that are dragged to another application.

use haul_tests::{FileServer, MIB, noise};

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
