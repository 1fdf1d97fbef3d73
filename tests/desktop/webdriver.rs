//! A page under remote control: the little of the WebDriver protocol that the stories use.
//!
//! WebKit's driver is spoken to directly, because the programs between lose connections. It starts the app itself.

use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

use haul_tests::{PATIENCE, free_port};

use crate::desktop::Desktop;
use crate::process::Process;

/// How long a new driver may take until the app's page is there.
const START: Duration = Duration::from_secs(30);
/// The page has no way to tell us that it changed, so it is asked.
const ASK_AGAIN: Duration = Duration::from_millis(50);
/// By this name a reference to an element goes over the wire. W3C WebDriver §12.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

pub struct Page {
    session: String,
    http: reqwest::Client,
    _driver: Process,
}

impl Page {
    /// Starts `program` on `desktop`, and returns once its page answers. A driver that hangs, as some do, is tried once more.
    pub async fn open(desktop: &Desktop, program: &Path) -> Page {
        match timeout(START, Self::try_open(desktop, program)).await {
            Ok(page) => page,
            Err(_) => {
                eprintln!("the driver does not answer; trying a new one");
                timeout(START, Self::try_open(desktop, program))
                    .await
                    .expect("the second driver does not answer either")
            }
        }
    }

    async fn try_open(desktop: &Desktop, program: &Path) -> Page {
        let port = free_port();
        let mut command = desktop.command("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true");
        // Haul says what it has to say in its log; the toolkit misses things that this desktop does not have.
        command.stderr(std::process::Stdio::null());
        let driver = Process::start(&mut command);
        let http = reqwest::Client::builder().no_proxy().timeout(PATIENCE).build().unwrap();
        let base = format!("http://127.0.0.1:{port}");
        while http.get(format!("{base}/status")).send().await.is_err() {
            sleep(ASK_AGAIN).await;
        }
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": { "binary": program, "args": [] } } } });
        let answer = call(&http, &format!("{base}/session"), &wanted).await.unwrap();
        let session = format!("{base}/session/{}", answer["sessionId"].as_str().unwrap());
        Page { session, http, _driver: driver }
    }

    /// What `script`, the body of a function, returns.
    pub async fn run(&self, script: &str, arguments: Value) -> Value {
        self.try_run(script, arguments).await.unwrap_or_else(|error| panic!("{error}\n{script}"))
    }

    /// The last that the page does: it may be gone before it answers.
    pub async fn run_last(&self, script: &str) {
        let _answer = self.try_run(script, json!([])).await;
    }

    async fn try_run(&self, script: &str, arguments: Value) -> Result<Value, String> {
        self.call("/execute/sync", &json!({ "script": script, "args": arguments })).await
    }

    /// Waits until `script` returns something true, and returns that.
    #[track_caller]
    pub fn until(&self, script: impl Into<String>, arguments: Value) -> impl Future<Output = Value> {
        let (script, caller) = (script.into(), std::panic::Location::caller());
        async move {
            let end = Instant::now() + PATIENCE;
            loop {
                // A page that is just being loaded cannot answer.
                let last = self.try_run(&script, arguments.clone()).await;
                if let Ok(value) = &last
                    && !matches!(value, Value::Null | Value::Bool(false))
                {
                    return value.clone();
                }
                if Instant::now() > end {
                    let page = self.try_run("return document.body.innerText", json!([])).await;
                    panic!(
                        "waited in vain at {caller} for\n{script} {arguments}\n{last:?} on the page\n{page:?}"
                    );
                }
                sleep(ASK_AGAIN).await;
            }
        }
    }

    /// Clicks in the middle of the first visible element that `selector` names, once there is one.
    #[track_caller]
    pub fn click<'a>(&'a self, selector: &str) -> impl Future<Output = ()> + use<'a> {
        let element = self.element(selector);
        async move {
            let path = format!("/element/{}/click", element.await);
            self.call(&path, &json!({})).await.unwrap();
        }
    }

    /// Types into it. What was there stays.
    #[track_caller]
    pub fn type_into(&self, selector: &str, text: &str) -> impl Future<Output = ()> {
        let element = self.element(selector);
        async move {
            let path = format!("/element/{}/value", element.await);
            self.call(&path, &json!({ "text": text })).await.unwrap();
        }
    }

    #[track_caller]
    fn element<'a>(&'a self, selector: &str) -> impl Future<Output = String> + use<'a> {
        let visible = "return [...document.querySelectorAll(arguments[0])].find((element) => element.checkVisibility()) ?? null";
        let found = self.until(visible, json!([selector]));
        async move { found.await[ELEMENT].as_str().expect("an element").to_owned() }
    }

    async fn call(&self, path: &str, body: &Value) -> Result<Value, String> {
        call(&self.http, &format!("{}{path}", self.session), body).await
    }
}

async fn call(http: &reqwest::Client, url: &str, body: &Value) -> Result<Value, String> {
    let answer = http.post(url).json(body).send().await.map_err(|error| error.to_string())?;
    let failed = !answer.status().is_success();
    let mut answer: Value = answer.json().await.map_err(|error| error.to_string())?;
    let value = answer["value"].take();
    if failed { Err(value.to_string()) } else { Ok(value) }
}
