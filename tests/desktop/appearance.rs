//! How the window looks where the person says so elsewhere: the accent colour of the whole desktop; and how large everything is.

use haul_tests::{FileServer, MIB, noise};
use serde_json::{Value as Json, json};
use std::collections::HashMap;
use zbus::object_server::{InterfaceRef, SignalEmitter};
use zbus::zvariant::{OwnedValue, Value};
use zbus::{Connection, connection, interface};

use crate::app::App;
use crate::desktop::Desktop;
use crate::story;

const PATH: &str = "/org/freedesktop/portal/desktop";
const APPEARANCE: &str = "org.freedesktop.appearance";
const ACCENT: &str = "accent-color";

type Colour = (f64, f64, f64);

const GREEN: Colour = (0.227, 0.58, 0.29);
/// As light as no button with white letters can be.
const YELLOW: Colour = (1.0, 0.95, 0.3);
/// By what the portal says that the person chose none.
const NONE: Colour = (-1.0, -1.0, -1.0);

/// The desktop's portal of settings.
struct Portal {
    connection: Connection,
}

impl Portal {
    async fn start(desktop: &Desktop, accent: Colour) -> Portal {
        let connection = connection::Builder::address(desktop.bus())
            .unwrap()
            .serve_at(PATH, Settings { accent })
            .unwrap()
            .name("org.freedesktop.portal.Desktop")
            .unwrap();
        Portal { connection: connection.build().await.unwrap() }
    }

    /// The person chooses another one.
    async fn choose(&self, accent: Colour) {
        let settings: InterfaceRef<Settings> = self.connection.object_server().interface(PATH).await.unwrap();
        settings.get_mut().await.accent = accent;
        let value = Value::from(accent);
        Settings::setting_changed(settings.signal_emitter(), APPEARANCE, ACCENT, value).await.unwrap();
    }
}

struct Settings {
    accent: Colour,
}

#[interface(name = "org.freedesktop.portal.Settings")]
impl Settings {
    /// In a variant within the answer's, as portals do.
    fn read(&self, namespace: &str, key: &str) -> zbus::fdo::Result<OwnedValue> {
        if (namespace, key) != (APPEARANCE, ACCENT) {
            return Err(zbus::fdo::Error::Failed("no such setting".to_owned()));
        }
        let accent = Value::Value(Box::new(Value::from(self.accent)));
        Ok(accent.try_to_owned().unwrap())
    }

    #[zbus(signal)]
    async fn setting_changed(
        emitter: &SignalEmitter<'_>,
        namespace: &str,
        key: &str,
        value: Value<'_>,
    ) -> zbus::Result<()>;

    fn read_all(&self, _namespaces: Vec<String>) -> HashMap<String, HashMap<String, OwnedValue>> {
        HashMap::new()
    }
}

/// Waits until buttons have this colour.
async fn until_accent(haul: &App, colour: &str) {
    let is = "return getComputedStyle(document.documentElement).getPropertyValue('--accent').trim() === arguments[0]";
    haul.page.until(is, json!([colour])).await;
}

#[test]
fn the_accent_colour_of_the_desktop_is_the_windows_where_it_can_be_read() {
    story(async {
        let desktop = Desktop::start().await;
        let portal = Portal::start(&desktop, GREEN).await;
        let haul = desktop.open_haul().await;
        // A shade darker than it is, as white letters stand on it.
        let green = accent_of(&haul).await;
        assert_ne!(green, "#0462d3");

        portal.choose(YELLOW).await;
        let changed = "return getComputedStyle(document.documentElement).getPropertyValue('--accent').trim() !== arguments[0]";
        haul.page.until(changed, json!([green])).await;
        assert_eq!(desktop.log().matches("ERROR").count(), 0);
        portal.choose(GREEN).await;
        until_accent(&haul, &green).await;

        haul.click("settings-button").await;
        haul.click("settings-appearance").await;
        haul.choose("setting-accent", "haul").await;
        until_accent(&haul, "#0462d3").await;
        haul.choose("setting-accent", "system").await;
        until_accent(&haul, &green).await;
        haul.click("settings-back").await;

        // The next window has it before it asks.
        desktop.panel().icon().await.choose("Quit").await;
        haul.ended().await;
        let haul = desktop.open_haul().await;
        let kept =
            haul.page.run("return JSON.parse(localStorage.getItem('haul.look')).system.colour", json!([]));
        assert_eq!(kept.await, json!("#3a944a"));
        until_accent(&haul, &green).await;
        portal.choose(NONE).await;
        until_accent(&haul, "#0462d3").await;
    });
}

/// Once the desktop has said one.
async fn accent_of(haul: &App) -> String {
    let said = "return document.documentElement.dataset.accent || null";
    haul.page.until(said, json!([])).await.as_str().unwrap().to_owned()
}

#[test]
fn at_two_hundred_percent_nothing_is_cut_and_the_list_can_be_used() {
    story(async {
        let server = FileServer::of(noise(MIB, 71)).start().await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        haul.add(&server.url()).await;
        haul.until("a.bin", "completed").await;
        let width = page_width(&haul).await;
        haul.click("settings-button").await;
        haul.click("settings-appearance").await;
        haul.replace("setting-scale", "200").await;
        haul.until_setting("scale", 200).await;
        // The web view's own zoom: the page has half as many pixels of its own.
        haul.page.until("return Math.abs(innerWidth * 2 - arguments[0]) <= 2", json!([width])).await;
        assert_eq!(cut(&haul).await, json!([]));
        desktop.click(&haul, "settings-back", 2).await;
        haul.until("a.bin", "completed").await;
        assert_eq!(cut(&haul).await, json!([]));

        desktop.click(&haul, "row", 2).await;
        haul.page
            .until("return document.querySelector('[data-testid=row]').ariaSelected === 'true'", json!([]))
            .await;
        let _copied = desktop.copy(&server.url_of("b.bin")).await;
        desktop.press("ctrl+v").await;
        haul.until("b.bin", "completed").await;
        desktop.press("ctrl+d").await;
        haul.until_shown("details").await;
        assert_eq!(cut(&haul).await, json!([]));
        desktop.press("ctrl+0").await;
        haul.until_setting("scale", 100).await;
        haul.page.until("return innerWidth === arguments[0]", json!([width])).await;
    });
}

async fn page_width(haul: &App) -> Json {
    haul.page.run("return innerWidth", json!([])).await
}

/// What is on the page and partly beyond its edge, where nothing brings it into sight.
async fn cut(haul: &App) -> Json {
    let beyond = "const scrolls = (it) => { \
            for (let over = it.parentElement; over; over = over.parentElement) { \
                if (/auto|scroll/.test(getComputedStyle(over).overflowX + getComputedStyle(over).overflowY)) return true; \
            } \
            return false; \
        }; \
        return [...document.querySelectorAll('button, input, select, [role=row], a')] \
            .filter((it) => it.checkVisibility({ visibilityProperty: true }) && !scrolls(it)) \
            .filter((it) => { const { left, right, top, bottom, width } = it.getBoundingClientRect(); \
                return width > 1 && (left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1); }) \
            .map((it) => it.dataset.testid ?? it.outerHTML.slice(0, 80))";
    haul.page.run(beyond, json!([])).await
}
