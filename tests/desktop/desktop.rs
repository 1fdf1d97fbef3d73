//! A desktop of the story's own: display, window manager, session bus, a panel that shows tray icons, and a user.

use haul_tests::names_in;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use tempfile::TempDir;
use tokio::process::Command;

use crate::bus::Panel;
use crate::process::Process;

/// Goes away, with everything on it, when it is dropped.
pub struct Desktop {
    home: TempDir,
    display: String,
    bus: String,
    /// None: a bare window manager.
    pub panel: Option<Panel>,
    _processes: Vec<Process>,
}

impl Desktop {
    pub async fn start() -> Desktop {
        let mut desktop = Self::without_panel().await;
        desktop.panel = Some(Panel::start(&desktop.bus).await);
        desktop
    }

    /// A panel that shows no icons, as some desktops have it.
    pub async fn without_tray() -> Desktop {
        let mut desktop = Self::without_panel().await;
        desktop.panel = Some(Panel::without_tray(&desktop.bus).await);
        desktop
    }

    pub async fn without_panel() -> Desktop {
        let home = tempfile::Builder::new().prefix("haul-desktop-").tempdir().unwrap();
        std::fs::set_permissions(home.path(), Permissions::from_mode(0o700)).unwrap();
        std::fs::create_dir(home.path().join("Downloads")).unwrap();
        let mut xvfb = Command::new("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"]);
        let (xvfb, number) = Process::start_and_listen(xvfb.stderr(Stdio::null())).await;
        std::fs::write(home.path().join("bus.conf"), bus_config(&home.path().join("bus"))).unwrap();
        let mut dbus = Command::new("dbus-daemon");
        dbus.args(["--nofork", "--print-address=1", "--config-file"]).arg(home.path().join("bus.conf"));
        let (dbus, bus) = Process::start_and_listen(dbus.stderr(Stdio::null())).await;
        let mut desktop =
            Desktop { home, display: format!(":{number}"), bus, panel: None, _processes: vec![dbus] };
        // What it starts, it starts once it manages the windows: until then nothing can be brought to the front.
        let mut openbox = desktop.command("openbox");
        openbox.args(["--startup", "echo ready"]).stderr(Stdio::null());
        let (openbox, _) = Process::start_and_listen(&mut openbox).await;
        desktop._processes.extend([openbox, xvfb]);
        desktop
    }

    /// A program on this desktop, as its user would start it.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        // What this desktop has of its own comes first.
        let mut path = self.programs().into_os_string();
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap_or_default());
        command.env_clear().env("PATH", path);
        // Where the page's language is "C", which no page expects.
        command.env("LANG", "C.UTF-8").env("HOME", self.home.path()).env("XDG_RUNTIME_DIR", self.home.path());
        for folder in ["CONFIG", "DATA", "STATE", "CACHE"] {
            command.env(format!("XDG_{folder}_HOME"), self.home.path().join(folder.to_lowercase()));
        }
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            // What the system offers is offered by the story, if at all.
            .env("DBUS_SYSTEM_BUS_ADDRESS", &self.bus)
            .current_dir(self.home.path());
        command
    }

    pub fn panel(&self) -> &Panel {
        self.panel.as_ref().expect("this desktop has no panel")
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Where the story can put programs.
    pub fn programs(&self) -> PathBuf {
        self.home().join("bin")
    }

    /// Where its session bus listens.
    pub fn bus(&self) -> &str {
        &self.bus
    }

    pub fn database(&self) -> PathBuf {
        self.home().join("data/haul/haul.db")
    }

    pub fn downloads(&self) -> PathBuf {
        self.home().join("Downloads")
    }

    /// What lies in the download folder.
    pub fn downloaded(&self) -> Vec<String> {
        names_in(&self.downloads())
    }

    /// Everything that was logged.
    pub fn log(&self) -> String {
        let folder = self.home().join("state/haul");
        let read = |name: &String| std::fs::read_to_string(folder.join(name)).unwrap();
        if folder.exists() { names_in(&folder).iter().map(read).collect() } else { String::new() }
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("Haul's log:\n{}", self.log());
        }
    }
}

/// A bus that starts no programs by itself: what this machine has installed is no part of a story.
fn bus_config(socket: &Path) -> String {
    let allowed = r#"<allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/>"#;
    let policy = format!("<policy context=\"default\">{allowed}</policy>");
    let listen = format!("<listen>unix:path={}</listen>", socket.display());
    format!("<busconfig><type>session</type><auth>EXTERNAL</auth>{listen}{policy}</busconfig>")
}
