//! Starting once, twice, without a tray, without a session bus, and without a display.

use haul_tests::{FileServer, MIB, noise};
use rustix::process::{Pid, Signal, kill_process};

use crate::app::program;
use crate::desktop::Desktop;
use crate::process::Process;
use crate::story;

#[test]
fn a_second_start_hands_its_links_to_the_first() {
    story(async {
        let server = FileServer::of(noise(MIB, 11)).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        desktop.close_window().await;
        desktop.until_window(false).await;

        let (status, _, _) = Process::output(desktop.command(program()).arg(server.url())).await;
        assert!(status.success());
        desktop.until_window(true).await;
        haul.until("a.bin", "completed").await;

        // What cannot be added is shown where it can be mended.
        let (status, _, _) = Process::output(desktop.command(program()).arg("gopher://a/b")).await;
        assert!(status.success());
        haul.until_add_dialog_holds("gopher://a/b").await;
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
    });
}
