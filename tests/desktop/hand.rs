//! The user's hand: keys, drags from other applications, and what those hold in the clipboard.

use std::path::Path;
use std::time::Duration;
use tokio::process::Command;
use tokio::time::{sleep, timeout};

use haul_tests::PATIENCE;

use crate::app::App;
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

    async fn drop_at(&self, haul: &App, dragged: Dragged<'_>, to: (i32, i32), shown: &str) {
        let (kind, data) = match dragged {
            Dragged::Uris(data) => ("uris", data),
            Dragged::Text(data) => ("text", data),
        };
        let (mut source, _) =
            Process::start_and_listen(&mut self.python("drag_source.py", &[kind, data])).await;
        let from = (SOURCE / 2, SOURCE / 2);
        // A drag begins after some way, and each window on the way is asked: a hand that jumps drops nothing.
        let steps =
            (1..=24).map(|step| (from.0 + (to.0 - from.0) * step / 24, from.1 + (to.1 - from.1) * step / 24));
        let moves: String = steps.map(|(x, y)| format!("mousemove {x} {y} sleep 0.03 ")).collect();
        self.xdotool(
            format!("mousemove {} {} mousedown 1 {moves} sleep 0.1", from.0, from.1).split_whitespace(),
        )
        .await;
        let mut shown = std::pin::pin!(haul.until_shown(shown));
        // A hand that holds still while the page only begins to hear of the drag is over nothing.
        while timeout(ASK_AGAIN, &mut shown).await.is_err() {
            let still = format!("mousemove {} {} mousemove {} {}", to.0 + 3, to.1, to.0, to.1);
            self.xdotool(still.split_whitespace()).await;
        }
        // The page agreed to take it; the other application must hear of that before the button is released.
        let last = format!(
            "mousemove {} {} sleep 0.2 mousemove {} {} sleep 0.3 mouseup 1",
            to.0 + 2,
            to.1,
            to.0,
            to.1
        );
        self.xdotool(last.split_whitespace()).await;
        assert!(source.ended().await.success(), "nobody took what was dropped");
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
        let steps =
            (1..=24).map(|step| (from.0 + (to.0 - from.0) * step / 24, from.1 + (to.1 - from.1) * step / 24));
        let moves: String = steps.map(|(x, y)| format!("mousemove {x} {y} sleep 0.03 ")).collect();
        let way = format!("mousemove {} {} sleep 0.1 mousedown 1 {moves}", from.0, from.1);
        self.xdotool(way.split_whitespace()).await;
        let waiting = async {
            // A hand that holds still is over nothing.
            while !folder.path().join("over").exists() {
                let still = format!("mousemove {} {} mousemove {} {}", to.0 + 3, to.1, to.0, to.1);
                self.xdotool(still.split_whitespace()).await;
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
        let window = self.window().await;
        self.xdotool(["windowactivate", "--sync", &window, "key", keys]).await;
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

    /// Brings Haul's window back as a task bar does, which knows minimised windows but no hidden ones.
    pub async fn restore_window(&self) {
        let waiting = async {
            while !self.shows_window().await {
                self.xdotool(["search", "--class", "haul-desktop", "windowactivate", "%@"]).await;
                sleep(ASK_AGAIN).await;
            }
        };
        timeout(PATIENCE, waiting).await.expect("the window cannot be found again");
    }

    /// Waits until a window of this title is the only one that Haul shows, and presses Enter in it.
    pub async fn agree_to(&self, title: &str) {
        self.until_only(title).await;
        self.press("Return").await;
    }

    /// Waits until a window of this title is the only one that Haul shows.
    pub async fn until_only(&self, title: &str) {
        let waiting = async {
            while self.shown_titles().await.trim() != title {
                sleep(ASK_AGAIN).await;
            }
        };
        timeout(PATIENCE, waiting).await.unwrap_or_else(|_| panic!("{title:?} is not all that is shown"));
    }

    /// A line for each window.
    async fn shown_titles(&self) -> String {
        let mut asked = self.command("xdotool");
        Process::output(asked.arg("search").args(WINDOW).args(["getwindowname", "%@"])).await.1
    }

    /// Closes Haul's window as its title bar does.
    pub async fn close_window(&self) {
        self.until_active().await;
        self.press("alt+F4").await;
    }

    /// Waits until a window of Haul's has the focus: a window that is being brought to the front has none for a moment, and the
    /// window manager's keys are for nobody then.
    async fn until_active(&self) {
        let is_active = async || {
            let (_, windows, _) = Process::output(self.command("xdotool").arg("search").args(WINDOW)).await;
            let (_, active, _) = Process::output(self.command("xdotool").arg("getactivewindow")).await;
            windows.lines().any(|window| window == active.trim())
        };
        let waiting = async {
            while !is_active().await {
                sleep(ASK_AGAIN).await;
            }
        };
        timeout(PATIENCE, waiting).await.expect("no window of Haul's gets the focus");
    }

    /// Hides Haul's window by its icon in the tray.
    pub async fn hide_window(&self) {
        self.panel().icon().await.click().await;
        self.until_window(false).await;
    }

    /// Puts Haul's window away as its title bar does.
    pub async fn minimise_window(&self) {
        let window = self.window().await;
        self.xdotool(["windowminimize", "--sync", &window]).await;
        self.until_window(false).await;
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

    pub async fn window_width(&self) -> i32 {
        let window = self.window().await;
        value_of("WIDTH=", &self.xdotool(["getwindowgeometry", "--shell", &window]).await)
    }

    /// Where the page begins, below the title bar. The pointer goes there to find out: what xdotool says of a window's place
    /// counts the frame twice.
    async fn content_origin(&self) -> (i32, i32) {
        let window = self.window().await;
        let place =
            self.xdotool(["mousemove", "--window", &window, "0", "0", "getmouselocation", "--shell"]).await;
        (value_of("X=", &place), value_of("Y=", &place))
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

/// The number behind `name` in what xdotool wrote for a shell.
fn value_of(name: &str, written: &str) -> i32 {
    let line = written.lines().find_map(|line| line.strip_prefix(name));
    line.unwrap_or_else(|| panic!("no {name} in {written}")).parse().unwrap()
}
