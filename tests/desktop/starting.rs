//! Starting once, twice, without a tray, without a session bus, and without a display.

use haul_tests::{FileServer, MIB, assert_holds, noise};
use rustix::process::{Pid, Signal, kill_process};

use crate::app::program;
use crate::desktop::Desktop;
use crate::hand::Dragged;
use crate::process::Process;
use crate::story;

/// Starts Haul once more with this.
async fn start_again(desktop: &Desktop, argument: &str) {
    let (status, _, said) = Process::output(desktop.command(program()).arg(argument)).await;
    assert!(status.success(), "{said}");
}

#[test]
fn a_second_start_adds_its_links_as_if_they_were_pasted() {
    story(async {
        let server = FileServer::of(noise(MIB, 11)).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;

        start_again(&desktop, &server.url()).await;
        haul.until_said("1 download added").await;
        haul.until("a.bin", "completed").await;

        // What cannot be added is shown where it can be mended.
        start_again(&desktop, "gopher://a/b").await;
        haul.until_add_dialog_holds("gopher://a/b").await;
        haul.click("add-cancel").await;

        // So is what is in a file, of which nobody has seen what it holds; and that one holds nothing for Haul is said.
        // (Of another version: what has the same one and the same size is taken for the same file.)
        let other = FileServer::of(noise(MIB, 13)).etag("\"other\"").start().await;
        let list = desktop.home().join("list.meta4");
        let description = format!(
            "<metalink xmlns=\"urn:ietf:params:xml:ns:metalink\"><file name=\"mine.bin\"><url>{}</url></file></metalink>",
            other.url_of("b.bin")
        );
        std::fs::write(&list, description).unwrap();
        start_again(&desktop, &list.display().to_string()).await;
        haul.until_offered(1).await;
        haul.confirm().await;
        haul.until("mine.bin", "completed").await;
        let torrent = desktop.home().join("linux.torrent");
        std::fs::write(&torrent, "d8:announce").unwrap();
        start_again(&desktop, &torrent.display().to_string()).await;
        haul.until_said("cannot download torrents yet").await;
    });
}

#[test]
fn links_for_a_hidden_haul_are_shown_in_a_small_window() {
    story(async {
        let server = FileServer::of(noise(MIB, 11)).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        desktop.hide_window().await;

        start_again(&desktop, &server.url()).await;
        desktop.until_only("Add downloads").await;
        // It has read the link once it asks how large its file is.
        server.until(|records| !records.requests.is_empty()).await;
        // What is dropped on it comes below: a link, and one in a file.
        let other = FileServer::of(noise(MIB, 12)).etag("\"other\"").start().await;
        let third = FileServer::of(noise(MIB, 13)).etag("\"third\"").start().await;
        desktop.drop_unseen(Dragged::Uris(&other.url_of("b.bin"))).await;
        other.until(|records| !records.requests.is_empty()).await;
        let list = desktop.home().join("links.txt");
        std::fs::write(&list, third.url_of("c.bin")).unwrap();
        desktop.drop_unseen(Dragged::Uris(&format!("file://{}", list.display()))).await;
        third.until(|records| !records.requests.is_empty()).await;
        desktop.press("ctrl+Return").await;
        desktop.panel().notified(|said| said.title.contains("are ready")).await;
        desktop.until_window(false).await;

        // Without anything to add it shows itself.
        let (status, _, _) = Process::output(&mut desktop.command(program())).await;
        assert!(status.success());
        desktop.until_window(true).await;
        for name in ["a.bin", "b.bin", "c.bin"] {
            haul.until(name, "completed").await;
        }
    });
}

#[test]
fn the_first_start_takes_links_too_and_ends_when_asked() {
    story(async {
        let server = FileServer::of(noise(16 * MIB, 12)).hold_after(4 * MIB).start().await;
        let desktop = Desktop::without_panel().await;
        let mut haul = Process::start(desktop.command(program()).arg(server.url()));
        server.until(|records| records.sent() >= 4 * MIB).await;

        kill_process(Pid::from_raw(haul.id().cast_signed()).unwrap(), Signal::TERM).unwrap();
        assert!(haul.ended().await.success(), "{}", desktop.log());
        assert!(desktop.log().contains("closed"), "{}", desktop.log());
        assert!(!desktop.log().contains("panic"), "{}", desktop.log());
    });
}

/// As under a bare window manager, or after `sudo -i`.
#[test]
fn without_a_session_bus_the_window_opens_all_the_same() {
    story(async {
        let server = FileServer::of(noise(MIB, 13)).start().await;
        let desktop = Desktop::without_panel().await;
        let nowhere = format!("unix:path={}/no-bus", desktop.home().display());
        let mut command = desktop.command(program());
        command.env("DBUS_SESSION_BUS_ADDRESS", nowhere).env_remove("XDG_RUNTIME_DIR");
        let mut haul = Process::start(command.arg(server.url()));
        desktop.until_window(true).await;
        server.until(|records| records.sent() >= MIB).await;

        kill_process(Pid::from_raw(haul.id().cast_signed()).unwrap(), Signal::TERM).unwrap();
        assert!(haul.ended().await.success(), "{}", desktop.log());
        assert!(desktop.log().contains("without a session bus"), "{}", desktop.log());
        assert!(!desktop.log().contains("panic"), "{}", desktop.log());
    });
}

#[test]
fn without_a_display_it_names_the_command_line() {
    story(async {
        let desktop = Desktop::without_panel().await;
        let (status, _, said) = Process::output(desktop.command(program()).env_remove("DISPLAY")).await;
        assert_eq!(status.code(), Some(1));
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.contains("haul get"), "{said}");
    });
}

#[test]
fn it_starts_with_the_session_where_that_is_set_and_stays_out_of_the_way() {
    story(async {
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        haul.click("settings-button").await;
        haul.click("setting-autostart").await;
        haul.until_setting("autostart", true).await;
        desktop.panel().icon().await.choose("Quit").await;
        haul.ended().await;

        let file = desktop.home().join("config/autostart/dev.haul.Haul.desktop");
        let entry = std::fs::read_to_string(&file).unwrap();
        assert!(entry.contains(" --hidden\n"), "{entry}");
        let _haul = Process::start(desktop.command(program()).arg("--hidden"));
        let icon = desktop.panel().icon_after(1).await;
        desktop.until_window(false).await;
        icon.click().await;
        desktop.until_window(true).await;

        // Its page is there: that adds what is sent to it.
        let server = FileServer::of(noise(MIB, 15)).start().await;
        start_again(&desktop, &server.url()).await;
        server.until(|records| !records.requests.is_empty()).await;
    });
}

#[test]
fn the_first_start_brings_over_what_another_program_has_not_finished() {
    story(async {
        let bytes = noise(MIB, 12);
        let server = FileServer::of(bytes.clone()).start().await;
        let desktop = Desktop::start().await;
        let folder = desktop.home().join("iso");
        std::fs::create_dir(&folder).unwrap();
        // What aria2 has of it is its own.
        std::fs::write(folder.join("one.iso"), [0; 1000]).unwrap();
        let session = desktop.home().join("config/aria2/aria2.session");
        std::fs::create_dir_all(session.parent().unwrap()).unwrap();
        let list =
            format!("{}\n gid=2089b05ecca3d829\n dir={}\n out=one.iso\n", server.url(), folder.display());
        std::fs::write(&session, &list).unwrap();

        let haul = desktop.open_haul().await;
        haul.click("welcome-bring").await;
        haul.click("welcome-start").await;
        haul.until("one (1).iso", "completed").await;
        assert_holds(&folder.join("one (1).iso"), &bytes);
        assert_holds(&folder.join("one.iso"), &[0; 1000]);
        assert_eq!(std::fs::read_to_string(&session).unwrap(), list);
    });
}
