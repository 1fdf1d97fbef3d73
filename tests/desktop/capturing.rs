//! Links come from wherever the person finds them.

use haul_tests::{FileServer, MIB, assert_holds, noise};

use crate::desktop::Desktop;
use crate::hand::Dragged;
use crate::story;

#[test]
fn a_link_dropped_from_another_application_becomes_a_whole_file() {
    story(async {
        let bytes = noise(24 * MIB, 1);
        // Slow enough that one connection would not do.
        let server = FileServer::of(bytes.clone()).named("big%2Ffile.bin").pace(2 * MIB).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;

        desktop.drop(&haul, Dragged::Uris(&server.url())).await;

        server.until(|records| records.most_active >= 4).await;
        haul.until_all("completed").await;
        let names = desktop.downloaded();
        assert_eq!(names.len(), 1, "{names:?}");
        assert_holds(&desktop.downloads().join(&names[0]), &bytes);
    });
}

#[test]
fn a_drop_of_more_links_than_start_at_once_offers_all_of_them() {
    story(async {
        let server = FileServer::of(noise(MIB, 13)).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        let names = ["one.bin", "two%20words.bin", "three.bin", "four.bin", "five.bin", "six.bin"];
        let links = names.map(|name| server.url_of(name)).join("\n");

        desktop.drop(&haul, Dragged::Uris(&links)).await;
        haul.until_add_dialog_holds(&links).await;
        haul.until_offered(6).await;
        haul.confirm().await;

        for name in ["one.bin", "two words.bin", "six.bin"] {
            haul.until(name, "completed").await;
        }
    });
}

#[test]
fn dropped_text_is_searched_for_links() {
    story(async {
        let server = FileServer::of(noise(MIB, 2)).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        let (first, second) = (server.url_of("one.bin"), server.url_of("two.bin"));

        desktop
            .drop(&haul, Dragged::Text(&format!("There is {first}, and (see {second}).\nNothing else.")))
            .await;
        haul.until_offered(2).await;
        haul.confirm().await;

        haul.until("one.bin", "completed").await;
        haul.until("two.bin", "completed").await;
    });
}

#[test]
fn a_dropped_text_file_is_read() {
    story(async {
        let server = FileServer::of(noise(MIB, 3)).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        let file = desktop.home().join("my links.txt");
        std::fs::write(&file, format!("{}\r\n{}\r\n", server.url_of("one.bin"), server.url_of("two.bin")))
            .unwrap();

        desktop
            .drop(&haul, Dragged::Uris(&format!("file://{}", file.display().to_string().replace(' ', "%20"))))
            .await;
        haul.until_offered(2).await;
        haul.confirm().await;

        haul.until("two.bin", "completed").await;
    });
}

#[test]
fn a_file_that_is_dropped_on_a_queue_goes_into_it() {
    story(async {
        let server = FileServer::of(noise(MIB, 14)).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        let queue = haul.make_queue("Night").await;
        let file = desktop.home().join("links.txt");
        std::fs::write(&file, server.url_of("one.bin")).unwrap();

        let uri = format!("file://{}", file.display());
        desktop.drop_on(&haul, Dragged::Uris(&uri), &format!("filter-queue:{queue}"), "drop-into").await;
        haul.until_offered(1).await;
        haul.confirm().await;

        haul.until("one.bin", "completed").await;
        haul.until_queue_of(1, queue).await;
    });
}

#[test]
fn a_file_without_text_does_no_harm() {
    story(async {
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        let file = desktop.home().join("a.bin");
        std::fs::write(&file, [0; 1000]).unwrap();

        desktop.drop(&haul, Dragged::Uris(&format!("file://{}", file.display()))).await;

        // Nothing opens, and the page is still Haul's own.
        haul.click("settings-button").await;
        haul.until_shown("setting-language").await;
    });
}

#[test]
fn links_are_pasted_on_the_list() {
    story(async {
        let server = FileServer::of(noise(MIB, 4)).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        let _copied = desktop.copy(&server.url()).await;

        desktop.press("ctrl+v").await;

        haul.until("a.bin", "completed").await;
    });
}
