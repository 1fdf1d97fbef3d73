//! Haul's windows as the window manager has them.

use tokio::time::{sleep, timeout};

use haul_tests::PATIENCE;

use crate::desktop::Desktop;
use crate::hand::ASK_AGAIN;
use crate::process::Process;

/// Where Haul's window is put: out of the way of another application's.
const LEFT: i32 = 200;
const TOP: i32 = 60;
/// No frame is as thick.
const FRAME: i32 = 40;

/// The class of Haul's windows, and the title of those that nobody sees: the toolkit has some of a pixel after a drop.
const CLASS: &str = "haul-desktop";

impl Desktop {
    /// Brings Haul's window back as a task bar does, which knows minimised windows but no hidden ones.
    pub async fn restore_window(&self) {
        let waiting = async {
            while !self.shows_window().await {
                self.xdotool(["search", "--class", CLASS, "windowactivate", "%@"]).await;
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
            while !matches!(&self.windows().await[..], [(_, only)] if only == title) {
                sleep(ASK_AGAIN).await;
            }
        };
        timeout(PATIENCE, waiting).await.unwrap_or_else(|_| panic!("{title:?} is not all that is shown"));
    }

    /// Those of Haul's that are to be seen, with their titles.
    async fn windows(&self) -> Vec<(String, String)> {
        let mut asked = self.command("xdotool");
        let (_, found, _) = Process::output(asked.args(["search", "--onlyvisible", "--class", CLASS])).await;
        let mut windows = Vec::new();
        for window in found.lines() {
            // One that has gone meanwhile has no title.
            let (named, title, _) =
                Process::output(self.command("xdotool").args(["getwindowname", window])).await;
            if named.success() && title.trim() != CLASS {
                windows.push((window.to_owned(), title.trim().to_owned()));
            }
        }
        windows
    }

    /// Closes Haul's window as its title bar does.
    pub async fn close_window(&self) {
        let window = self.window().await;
        self.xdotool(["windowactivate", &window]).await;
        self.until_active().await;
        self.press("alt+F4").await;
    }

    /// Waits until a window of Haul's has the focus: a window that is being brought to the front has none for a moment, and the
    /// window manager's keys are for nobody then.
    async fn until_active(&self) {
        let is_active = async || {
            let (_, active, _) = Process::output(self.command("xdotool").arg("getactivewindow")).await;
            self.windows().await.iter().any(|(window, _)| window == active.trim())
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
        !self.windows().await.is_empty()
    }

    /// The one that is to be seen, once it is.
    pub async fn window(&self) -> String {
        self.window_of(|_| true).await
    }

    /// The one of this title, once it is to be seen.
    pub async fn window_titled(&self, title: &str) -> String {
        self.window_of(|shown| shown == title).await
    }

    async fn window_of(&self, is_meant: impl Fn(&str) -> bool) -> String {
        let waiting = async {
            loop {
                let found = self.windows().await.into_iter().rfind(|(_, title)| is_meant(title));
                if let Some((window, _)) = found {
                    return window;
                }
                sleep(ASK_AGAIN).await;
            }
        };
        timeout(PATIENCE, waiting).await.expect("no such window of Haul's is to be seen")
    }

    pub async fn window_width(&self) -> i32 {
        self.window_size().await.0
    }

    pub async fn window_size(&self) -> (i32, i32) {
        let window = self.window().await;
        let size = self.xdotool(["getwindowgeometry", "--shell", &window]).await;
        (value_of("WIDTH=", &size), value_of("HEIGHT=", &size))
    }

    /// Makes Haul's window as large and puts it there, as its frame is dragged.
    pub async fn drag_window(&self, to: (i32, i32), (width, height): (i32, i32)) {
        let (window, width, height) = (self.window().await, width.to_string(), height.to_string());
        self.xdotool(["windowsize", "--sync", &window, &width, &height]).await;
        self.move_window(to).await;
    }

    /// Where the page begins, below the title bar. The pointer goes there to find out: what xdotool says of a window's place
    /// counts the frame twice.
    pub async fn content_origin(&self) -> (i32, i32) {
        let window = self.window().await;
        let place =
            self.xdotool(["mousemove", "--window", &window, "0", "0", "getmouselocation", "--shell"]).await;
        (value_of("X=", &place), value_of("Y=", &place))
    }

    pub async fn place_window(&self) -> (i32, i32) {
        self.move_window((LEFT, TOP)).await;
        (LEFT, TOP)
    }

    /// Puts Haul's window there, frame and all, and returns once it is.
    async fn move_window(&self, (left, top): (i32, i32)) {
        let window = self.window().await;
        self.xdotool(["windowmove", &window, &left.to_string(), &top.to_string()]).await;
        let is_there = async || {
            let (x, y) = self.content_origin().await;
            (left..left + FRAME).contains(&x) && (top..top + FRAME).contains(&y)
        };
        let waiting = async {
            while !is_there().await {
                sleep(ASK_AGAIN).await;
            }
        };
        timeout(PATIENCE, waiting).await.expect("the window stays where it is");
    }
}

/// The number behind `name` in what xdotool wrote for a shell.
fn value_of(name: &str, written: &str) -> i32 {
    let line = written.lines().find_map(|line| line.strip_prefix(name));
    line.unwrap_or_else(|| panic!("no {name} in {written}")).parse().unwrap()
}
