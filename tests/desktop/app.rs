//! Haul's window, and what a person does in it.

use haul_tests::PATIENCE;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, PidfdFlags, Signal, kill_process, pidfd_open};
use serde_json::{Value, json};
use std::path::PathBuf;

use crate::desktop::Desktop;
use crate::webdriver::Page;

pub struct App {
    pub page: Page,
    /// Where something may be waited for and counted.
    process: Pid,
}

impl Desktop {
    /// Starts Haul, and returns once its list is there.
    pub async fn open_haul(&self) -> App {
        let page = Page::open(self, &program()).await;
        page.until(exists("download-list"), json!([])).await;
        let process = Pid::from_raw(self.panel().haul().await.cast_signed()).unwrap();
        App { page, process }
    }
}

impl App {
    /// Waits for the add dialog with these lines in its field.
    pub async fn until_add_dialog_holds(&self, text: &str) {
        let holds = format!("return {}?.value?.trim() === arguments[0]", get("add-text"));
        self.page.until(holds, json!([text])).await;
        // All of the field is to be seen.
        let seen = format!(
            "const box = {}.getBoundingClientRect(); \
             return {}.getBoundingClientRect().top >= box.bottom && box.height > 40",
            get("add-text"),
            get("add-confirm")
        );
        self.page.until(seen, json!([])).await;
    }

    /// Waits until as many downloads are offered in the add dialog.
    pub async fn until_offered(&self, count: usize) {
        let offered = "return document.querySelectorAll('[data-testid=add-row]').length === arguments[0]";
        self.page.until(offered, json!([count])).await;
    }

    /// Agrees to what the add dialog offers.
    pub async fn confirm(&self) {
        self.click("add-confirm").await;
        self.page.until(format!("return !{}", get("add-dialog")), json!([])).await;
    }

    /// Adds a download as a person does who has its address in the head.
    pub async fn add(&self, url: &str) {
        self.click("add-button").await;
        self.page.type_into(&selector("add-text"), url).await;
        self.until_offered(1).await;
        self.confirm().await;
    }

    /// Waits until the download of that name is in that state.
    #[track_caller]
    pub fn until(&self, name: &str, state: &str) -> impl Future<Output = Value> {
        let row = "const row = document.querySelector(`[data-testid=row][data-name=\"${arguments[0]}\"]`);";
        self.page.until(format!("{row} return row?.dataset.state === arguments[1]"), json!([name, state]))
    }

    /// Waits until there are downloads, and all of them are in that state.
    #[track_caller]
    pub fn until_all(&self, state: &str) -> impl Future<Output = Value> {
        let rows = "const rows = [...document.querySelectorAll('[data-testid=row]')];";
        let all = format!(
            "{rows} return rows.length > 0 && rows.every((row) => row.dataset.state === arguments[0])"
        );
        self.page.until(all, json!([state]))
    }

    /// Clicks on what has this mark.
    #[track_caller]
    pub fn click<'a>(&'a self, mark: &str) -> impl Future<Output = ()> + use<'a> {
        self.page.click(&selector(mark))
    }

    /// Where the middle of it is on the page.
    pub async fn middle_of(&self, mark: &str) -> (i32, i32) {
        self.until_shown(mark).await;
        let middle = format!(
            "const {{ x, y, width, height }} = {}.getBoundingClientRect(); return [x + width / 2, y + height / 2].map(Math.round)",
            get(mark)
        );
        let middle = self.page.run(&middle, json!([])).await;
        let pixel = |place: usize| i32::try_from(middle[place].as_i64().unwrap()).unwrap();
        (pixel(0), pixel(1))
    }

    /// Types `text` into the field with this mark, in place of what was there, and leaves the field.
    pub async fn replace(&self, mark: &str, text: &str) {
        const TAB: char = '\u{e004}';
        self.click(mark).await;
        self.page.run(&format!("{}.select()", get(mark)), json!([])).await;
        self.page.type_into(&selector(mark), &format!("{text}{TAB}")).await;
    }

    /// Chooses this value in the list of choices with this mark.
    pub async fn choose(&self, mark: &str, value: &str) {
        self.until_shown(mark).await;
        let change = format!(
            "const it = {}; it.value = arguments[0]; it.dispatchEvent(new Event('change', {{ bubbles: true }}))",
            get(mark)
        );
        self.page.run(&change, json!([value])).await;
    }

    /// Chooses this value of a setting, on its page of the settings, and leaves them.
    pub async fn choose_setting(&self, section: &str, key: &str, value: &str) {
        self.click("settings-button").await;
        self.click(&format!("settings-{section}")).await;
        self.choose(&format!("setting-{key}"), value).await;
        self.until_setting(key, value).await;
        self.click("settings-back").await;
    }

    /// Waits until the settings are so: the engine's own word, as a field may show what was not accepted.
    #[track_caller]
    pub fn until_setting(&self, key: &str, value: impl Into<Value>) -> impl Future<Output = Value> {
        let kept = "return window.__TAURI_INTERNALS__.invoke('settings').then((now) => now[arguments[0]] === arguments[1])";
        self.page.until(kept, json!([key, value.into()]))
    }

    /// Waits until at least as many bytes of the first download are here.
    #[track_caller]
    pub fn until_received(&self, bytes: u64) -> impl Future<Output = Value> {
        let received = "return window.__TAURI_INTERNALS__.invoke('details', { id: 1 }).then(({ row }) => row.received >= arguments[0])";
        self.page.until(received, json!([bytes]))
    }

    /// Makes a queue of that name, and says which it is.
    pub async fn make_queue(&self, name: &str) -> u64 {
        let settings = json!({
            "name": name, "colour": null, "downloadsAtOnce": null, "limit": null, "folder": null, "hours": null,
            "paused": false, "stopWhenEmpty": false, "atEnd": "nothing",
        });
        let made = "return window.__TAURI_INTERNALS__.invoke('add_queue', { settings: arguments[0] })";
        self.page.run(made, json!([settings])).await.as_u64().unwrap()
    }

    /// Waits until the download of that number is in that queue.
    #[track_caller]
    pub fn until_queue_of(&self, id: u64, queue: u64) -> impl Future<Output = Value> {
        let there = "return window.__TAURI_INTERNALS__.invoke('details', { id: arguments[0] }).then((it) => it.row.queue === arguments[1])";
        self.page.until(there, json!([id, queue]))
    }

    /// Waits until the field with this mark holds `value`.
    #[track_caller]
    pub fn until_value(&self, mark: &str, value: &str) -> impl Future<Output = Value> {
        self.page.until(format!("return {}?.value === arguments[0]", get(mark)), json!([value]))
    }

    /// Waits until something with this mark is to be seen, and returns its text.
    #[track_caller]
    pub fn until_shown(&self, mark: &str) -> impl Future<Output = String> {
        let text = self.page.until(
            format!("const it = {}; return it?.checkVisibility() && it.innerText", get(mark)),
            json!([]),
        );
        async move { text.await.as_str().unwrap_or_default().to_owned() }
    }

    /// Waits until one of the short messages at the bottom says this.
    #[track_caller]
    pub fn until_said(&self, text: &str) -> impl Future<Output = Value> {
        let said = "return [...document.querySelectorAll('[data-testid=toast]')].some((it) => it.innerText.includes(arguments[0]))";
        self.page.until(said, json!([text]))
    }

    /// Ends it as a power failure does.
    pub async fn kill(self) {
        kill_process(self.process, Signal::KILL).unwrap();
        self.ended().await;
    }

    /// Waits for its end.
    pub async fn ended(self) {
        // Gone already: then there is nothing to wait for.
        let Ok(process) = pidfd_open(self.process, PidfdFlags::empty()) else { return };
        let wait = move || {
            let patience = Timespec::try_from(PATIENCE).unwrap();
            poll(&mut [PollFd::new(&process, PollFlags::IN)], Some(&patience)).unwrap()
        };
        let ended = tokio::task::spawn_blocking(wait).await.unwrap();
        assert_eq!(ended, 1, "Haul does not end");
    }
}

fn selector(mark: &str) -> String {
    format!("[data-testid='{mark}']")
}

fn get(mark: &str) -> String {
    format!("document.querySelector(`{}`)", selector(mark))
}

fn exists(mark: &str) -> String {
    format!("return !!{}", get(mark))
}

/// The program that the same build made.
pub fn program() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let program = test.ancestors().nth(2).unwrap().join("haul-desktop");
    assert!(program.exists(), "{} is missing: run `make build`", program.display());
    program
}
