//! The user's hand: keys, drags from other applications, and what those hold in the clipboard.

use std::path::Path;
use std::time::Duration;
use tokio::process::Command;
use tokio::time::{sleep, timeout};

use haul_tests::PATIENCE;

use crate::desktop::Desktop;
use crate::process::Process;

/// Where the other application's window is, and how large. Haul's is moved out of its way.
const SOURCE: i32 = 90;
const LEFT: i32 = 200;
const TOP: i32 = 60;

/// How Haul's window is found.
const WINDOW: [&str; 3] = ["--onlyvisible", "--class", "haul-desktop"];
const ASK_AGAIN: Duration = Duration::from_millis(50);

/// What another application lets one drag.
pub enum Dragged<'a> {
    /// A link, or files: one address a line.
    Uris(&'a str),
    /// Selected text.
    Text(&'a str),
}

impl Desktop {
    /// Drags it from another application's window and drops it in the middle of Haul's.
    pub async fn drop(&self, dragged: Dragged<'_>) {
        let (kind, data) = match dragged {
            Dragged::Uris(data) => ("uris", data),
            Dragged::Text(data) => ("text", data),
        };
        let window = self.place_window().await;
        let (source, _) = Process::start_and_listen(&mut self.python("drag_source.py", &[kind, data])).await;
        let to = (window.0 + 500, window.1 + 350);
        let mut moves = format!("mousemove {} {} mousedown 1 ", SOURCE / 2, SOURCE / 2);
        // A drag begins after some way, and each window on the way is asked: a hand that jumps drops nothing.
        for step in 1..=24 {
            let at = |from: i32, to: i32| from + (to - from) * step / 24;
            moves += &format!("mousemove {} {} sleep 0.03 ", at(SOURCE / 2, to.0), at(SOURCE / 2, to.1));
        }
        moves += &format!("sleep 0.5 mousemove {} {} sleep 0.05 ", to.0 + 2, to.1 + 1);
        moves += &format!("mousemove {} {} sleep 0.2 mouseup 1", to.0, to.1);
        self.xdotool(moves.split(' ')).await;
        drop(source);
    }

    /// Presses keys in Haul's window, as in `ctrl+v`.
    pub async fn press(&self, keys: &str) {
        let window = self.window().await;
        self.xdotool(["windowactivate", "--sync", &window, "key", keys]).await;
    }

    /// Puts text into the clipboard; it stays there as long as what is returned.
    pub async fn copy(&self, text: &str) -> Process {
        Process::start_and_listen(&mut self.python("clipboard.py", &[text])).await.0
    }

    /// Closes Haul's window as its title bar does.
    pub async fn close_window(&self) {
        self.press("alt+F4").await;
    }

    /// Waits until Haul's window is to be seen, or is not any more.
    pub async fn until_window(&self, shown: bool) {
        let waiting = async {
            // The display is asked, as nobody tells.
            while self.shows_window().await != shown {
                sleep(ASK_AGAIN).await;
            }
        };
        timeout(PATIENCE, waiting)
            .await
            .unwrap_or_else(|_| panic!("the window is to be {}", if shown { "shown" } else { "hidden" }));
    }

    async fn shows_window(&self) -> bool {
        let (_, found, _) = Process::output(self.command("xdotool").arg("search").args(WINDOW)).await;
        !found.trim().is_empty()
    }

    async fn window(&self) -> String {
        self.xdotool(["search", "--sync", "--onlyvisible", "--class", "haul-desktop"])
            .await
            .lines()
            .last()
            .unwrap()
            .to_owned()
    }

    async fn place_window(&self) -> (i32, i32) {
        let window = self.window().await;
        let (left, top) = (LEFT.to_string(), TOP.to_string());
        self.xdotool(["windowmove", "--sync", &window, &left, &top]).await;
        (LEFT, TOP)
    }

    async fn xdotool<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> String {
        let (status, output, error) = Process::output(self.command("xdotool").args(arguments)).await;
        assert!(status.success(), "xdotool: {error}");
        output
    }

    /// With the system's Python, which alone has the bindings of GTK.
    fn python(&self, script: &str, arguments: &[&str]) -> Command {
        let mut command = self.command("/usr/bin/python3");
        command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("desktop").join(script)).args(arguments);
        command
    }
}
