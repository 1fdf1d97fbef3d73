//! The user's hand: keys, drags from other applications, and what those hold in the clipboard.

use std::path::Path;
use std::time::Duration;
use tokio::process::Command;
use tokio::time::{sleep, timeout};

use haul_tests::PATIENCE;

use crate::app::App;
use crate::desktop::Desktop;
use crate::process::Process;

/// How large the other application's window is, in the corner.
const SOURCE: i32 = 90;
pub const ASK_AGAIN: Duration = Duration::from_millis(50);

/// What another application lets one drag.
pub enum Dragged<'a> {
    /// A link, or files: one address a line.
    Uris(&'a str),
    /// Selected text.
    Text(&'a str),
}

/// What another application got: addresses, one a line, and text.
pub struct Dropped {
    pub uris: String,
    pub text: String,
}

impl Desktop {
    /// Drags it from another application's window and drops it in the middle of Haul's.
    pub async fn drop(&self, haul: &App, dragged: Dragged<'_>) {
        let (left, top) = self.place_window().await;
        self.drop_at(haul, dragged, (left + 500, top + 350), "drop-overlay").await;
    }

    /// Drops it on what has this mark in Haul's window, once `shown` says what that would do.
    pub async fn drop_on(&self, haul: &App, dragged: Dragged<'_>, mark: &str, shown: &str) {
        self.place_window().await;
        let (left, top) = self.content_origin().await;
        let (x, y) = haul.middle_of(mark).await;
        self.drop_at(haul, dragged, (left + x, top + y), shown).await;
    }

    /// Drops it on a window of Haul's, of those that only the screen shows.
    pub async fn drop_unseen(&self, dragged: Dragged<'_>) {
        let (left, top) = self.place_window().await;
        self.drop_where(dragged, (left + 60, top + 60), std::future::ready(())).await;
    }

    async fn drop_at(&self, haul: &App, dragged: Dragged<'_>, to: (i32, i32), shown: &str) {
        self.drop_where(dragged, to, haul.until_shown(shown)).await;
    }

    /// Lets it go once what is there would take it, and says so.
    async fn drop_where(&self, dragged: Dragged<'_>, to: (i32, i32), said: impl Future) {
        let (kind, data) = match dragged {
            Dragged::Uris(data) => ("uris", data),
            Dragged::Text(data) => ("text", data),
        };
        let folder = tempfile::tempdir().unwrap();
        let wanted = folder.path().join("wanted");
        let mut source = self.python("drag_source.py", &[kind, data, wanted.to_str().unwrap()]);
        let (mut source, _) = Process::start_and_listen(&mut source).await;
        self.drag_along((SOURCE / 2, SOURCE / 2), to).await;
        let taken = async {
            // A hand that holds still is over nothing.
            while !wanted.exists() {
                self.tremble(to).await;
                sleep(ASK_AGAIN).await;
            }
        };
        let (mut taken, mut said) = (std::pin::pin!(taken), std::pin::pin!(said));
        timeout(PATIENCE, &mut taken).await.expect("nobody would take what is dragged");
        while timeout(ASK_AGAIN, &mut said).await.is_err() {
            self.tremble(to).await;
        }
        self.xdotool(["mouseup", "1"]).await;
        assert!(source.ended().await.success(), "nobody took what was dropped");
    }

    /// A drag begins after some way, and each window on the way is asked: a hand that jumps drags nothing.
    async fn drag_along(&self, from: (i32, i32), to: (i32, i32)) {
        let steps =
            (1..=24).map(|step| (from.0 + (to.0 - from.0) * step / 24, from.1 + (to.1 - from.1) * step / 24));
        let moves: String = steps.map(|(x, y)| format!("mousemove {x} {y} sleep 0.03 ")).collect();
        let way = format!("mousemove {} {} sleep 0.1 mousedown 1 {moves}", from.0, from.1);
        self.xdotool(way.split_whitespace()).await;
    }

    async fn tremble(&self, at: (i32, i32)) {
        let still = format!("mousemove {} {} mousemove {} {}", at.0 + 3, at.1, at.0, at.1);
        self.xdotool(still.split_whitespace()).await;
    }

    /// Drags what has this mark in Haul's window to another application's, and says what that got.
    pub async fn drag_out(&self, haul: &App, mark: &str) -> Dropped {
        let folder = tempfile::tempdir().unwrap();
        let script = self.python("drop_target.py", &[folder.path().to_str().unwrap()]);
        let (mut target, _) = Process::start_and_listen(&mut { script }).await;
        self.place_window().await;
        let (left, top) = self.content_origin().await;
        let (x, y) = haul.middle_of(mark).await;
        let (from, to) = ((left + x, top + y), (SOURCE / 2, SOURCE / 2));
        self.drag_along(from, to).await;
        let waiting = async {
            while !folder.path().join("over").exists() {
                self.tremble(to).await;
                sleep(ASK_AGAIN).await;
            }
        };
        timeout(PATIENCE, waiting).await.expect("nothing comes out of the window");
        self.xdotool(["mouseup", "1"]).await;
        target.ended().await;
        let read = |name| std::fs::read_to_string(folder.path().join(name)).unwrap();
        Dropped { uris: read("uris"), text: read("text") }
    }

    /// Clicks with the pointer on what has this mark, in a page of which each pixel has `zoom` of the screen's at its sides.
    pub async fn click(&self, haul: &App, mark: &str, zoom: i32) {
        self.place_window().await;
        let (left, top) = self.content_origin().await;
        let (x, y) = haul.middle_of(mark).await;
        let (x, y) = (left + x * zoom, top + y * zoom);
        self.xdotool(format!("mousemove {x} {y} sleep 0.1 click 1").split_whitespace()).await;
    }

    /// Presses keys in Haul's window, as in `ctrl+v`.
    pub async fn press(&self, keys: &str) {
        self.press_at(&self.window().await, keys).await;
    }

    /// The same in that of this title, once it is to be seen.
    pub async fn press_in(&self, title: &str, keys: &str) {
        self.press_at(&self.window_titled(title).await, keys).await;
    }

    async fn press_at(&self, window: &str, keys: &str) {
        self.xdotool(["windowactivate", "--sync", window, "key", keys]).await;
    }

    /// Puts text into the clipboard; it stays there as long as what is returned.
    pub async fn copy(&self, text: &str) -> Process {
        Process::start_and_listen(&mut self.python("clipboard.py", &[text])).await.0
    }

    /// The same, as a password manager does.
    pub async fn copy_secret(&self, text: &str) -> Process {
        Process::start_and_listen(&mut self.python("secret.py", &[text])).await.0
    }

    /// What the clipboard holds.
    pub async fn copied(&self) -> String {
        self.clipboard(&[]).await
    }

    /// What the clipboard holds in the form of this name.
    pub async fn copied_as(&self, form: &str) -> String {
        self.clipboard(&["--form", form]).await
    }

    async fn clipboard(&self, arguments: &[&str]) -> String {
        let (status, text, error) = Process::output(&mut self.python("clipboard.py", arguments)).await;
        assert!(status.success(), "{error}");
        text
    }

    pub async fn xdotool<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> String {
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
