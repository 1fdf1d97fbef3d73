//! The programs of a desktop that open files and show folders, and remember what they were asked for.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::net::unix::pipe;
use tokio::sync::watch;
use tokio::time::timeout;
use zbus::{Connection, connection, interface};

use haul_tests::PATIENCE;

use crate::desktop::Desktop;
use crate::process::Process;

pub struct Opener {
    opened: BufReader<pipe::Receiver>,
    shown: watch::Receiver<Vec<String>>,
    _file_manager: Connection,
}

impl Opener {
    pub async fn start(desktop: &Desktop) -> Opener {
        let said = desktop.home().join("opened");
        let (made, _, error) = Process::output(desktop.command("mkfifo").arg(&said)).await;
        assert!(made.success(), "{error}");
        // Open for writing too, so that it does not end between two files.
        let pipe = pipe::OpenOptions::new().read_write(true).open_receiver(said).unwrap();
        install(desktop, "xdg-open", "#!/bin/sh\nprintf '%s\\n' \"$1\" >\"$HOME/opened\"\n");
        let (show, shown) = watch::channel(Vec::new());
        let file_manager = connection::Builder::address(desktop.bus())
            .unwrap()
            .serve_at("/org/freedesktop/FileManager1", FileManager { shown: show })
            .unwrap()
            .name("org.freedesktop.FileManager1")
            .unwrap()
            .build()
            .await
            .unwrap();
        Opener { opened: BufReader::new(pipe), shown, _file_manager: file_manager }
    }

    /// What is opened next.
    pub async fn opened(&mut self) -> String {
        let mut line = String::new();
        timeout(PATIENCE, self.opened.read_line(&mut line)).await.expect("nothing is opened").unwrap();
        line.trim_end().to_owned()
    }

    /// The address of what is shown in its folder.
    pub async fn shown(&mut self) -> String {
        let shown = timeout(PATIENCE, self.shown.wait_for(|shown| !shown.is_empty())).await;
        shown.expect("nothing is shown").unwrap().join(" ")
    }
}

fn install(desktop: &Desktop, name: &str, script: &str) {
    std::fs::create_dir_all(desktop.programs()).unwrap();
    let program = desktop.programs().join(name);
    std::fs::write(&program, script).unwrap();
    std::fs::set_permissions(&program, Permissions::from_mode(0o755)).unwrap();
}

struct FileManager {
    shown: watch::Sender<Vec<String>>,
}

#[interface(name = "org.freedesktop.FileManager1")]
impl FileManager {
    fn show_items(&self, addresses: Vec<String>, _startup: &str) {
        self.shown.send_replace(addresses);
    }
}
