//! The desktop's panel on the session bus: it shows tray icons and notifications, and remembers them.

use futures::StreamExt as _;
use std::collections::HashMap;
use tokio::sync::watch;
use tokio::time::timeout;
use zbus::fdo::DBusProxy;
use zbus::names::BusName;
use zbus::proxy::CacheProperties;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Structure, Value};
use zbus::{Connection, Proxy, connection, interface};

use haul_tests::PATIENCE;

/// The name that a running Haul holds.
const HAUL: &str = "dev.haul.Haul.SingleInstance";
/// The name of whoever shows icons in a tray.
const TRAY: &str = "org.kde.StatusNotifierWatcher";

pub struct Panel {
    connection: Connection,
    icons: watch::Receiver<Vec<String>>,
    notifications: watch::Receiver<Vec<Notification>>,
}

/// As somebody sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    pub title: String,
    pub body: String,
}

impl Panel {
    pub async fn start(address: &str) -> Panel {
        let panel = Self::without_tray(address).await;
        panel.connection.request_name(TRAY).await.unwrap();
        panel
    }

    /// Shows notifications only.
    pub async fn without_tray(address: &str) -> Panel {
        let (icons, seen_icons) = watch::channel(Vec::new());
        let (notifications, seen_notifications) = watch::channel(Vec::new());
        let connection = connection::Builder::address(address)
            .unwrap()
            .serve_at("/StatusNotifierWatcher", Watcher { icons })
            .unwrap()
            .serve_at("/org/freedesktop/Notifications", Notifications { shown: notifications })
            .unwrap()
            .name("org.freedesktop.Notifications")
            .unwrap()
            .build()
            .await
            .unwrap();
        Panel { connection, icons: seen_icons, notifications: seen_notifications }
    }

    /// From now on it shows no icons any more.
    pub async fn lose_tray(&self) {
        self.connection.release_name(TRAY).await.unwrap();
    }

    /// The process that is Haul, once there is one.
    pub async fn haul(&self) -> u32 {
        let bus = DBusProxy::new(&self.connection).await.unwrap();
        bus.get_connection_unix_process_id(BusName::try_from(HAUL).unwrap())
            .await
            .expect("Haul is not running")
    }

    /// Haul's icon, once it is in the tray. The latest, if there were several.
    pub async fn icon(&self) -> Icon {
        self.icon_after(0).await
    }

    /// The latest, once more than `count` were put there.
    pub async fn icon_after(&self, count: usize) -> Icon {
        let mut icons = self.icons.clone();
        let shown = timeout(PATIENCE, icons.wait_for(|icons| icons.len() > count))
            .await
            .expect("there is no icon in the tray");
        let owner = shown.unwrap().last().unwrap().clone();
        Icon { connection: self.connection.clone(), owner }
    }

    /// Waits until a notification is as `wanted`, and returns all that were shown.
    pub async fn notified(&self, wanted: impl Fn(&Notification) -> bool) -> Vec<Notification> {
        let mut shown = self.notifications.clone();
        let found = timeout(PATIENCE, shown.wait_for(|shown| shown.iter().any(&wanted))).await;
        found.unwrap_or_else(|_| panic!("only these: {:?}", self.notifications())).unwrap().clone()
    }

    pub fn notifications(&self) -> Vec<Notification> {
        self.notifications.borrow().clone()
    }
}

/// An icon in the tray.
pub struct Icon {
    connection: Connection,
    owner: String,
}

impl Icon {
    /// Clicks on it.
    pub async fn click(&self) {
        self.item().await.call_method("Activate", &(0i32, 0i32)).await.unwrap();
    }

    /// Opens its menu and clicks on the entry.
    pub async fn choose(&self, entry: &str) {
        let entries = self.entries().await;
        let found = entries.iter().find(|(label, _)| label == entry);
        let (_, id) = found.unwrap_or_else(|| panic!("no {entry:?} among {entries:?}"));
        let clicked = (*id, "clicked", Value::from(0i32), 0u32);
        self.menu().await.call_method("Event", &clicked).await.unwrap();
    }

    /// The labels in its menu, from top to bottom.
    pub async fn labels(&self) -> Vec<String> {
        self.entries().await.into_iter().map(|(label, _)| label).collect()
    }

    /// Waits until it says this when it is pointed at.
    pub async fn until_tooltip_says(&self, wanted: &str) {
        let item = self.item().await;
        let mut changes = item.receive_signal("NewToolTip").await.unwrap();
        let mut said = String::new();
        let waiting = async {
            while !said.contains(wanted) {
                (_, _, _, said) = item.get_property::<Tooltip>("ToolTip").await.unwrap();
                if !said.contains(wanted) {
                    changes.next().await;
                }
            }
        };
        timeout(PATIENCE, waiting).await.unwrap_or_else(|_| panic!("the tooltip does not say {wanted:?}"));
    }

    async fn entries(&self) -> Vec<(String, i32)> {
        let everything = (0i32, -1i32, Vec::<&str>::new());
        let answer = self.menu().await.call_method("GetLayout", &everything).await.unwrap();
        let (_, (_, _, entries)): (u32, Layout) = answer.body().deserialize().unwrap();
        entries.iter().filter_map(entry).collect()
    }

    async fn item(&self) -> Proxy<'static> {
        self.proxy("/StatusNotifierItem", "org.kde.StatusNotifierItem").await
    }

    async fn menu(&self) -> Proxy<'static> {
        let path: OwnedObjectPath = self.item().await.get_property("Menu").await.unwrap();
        self.proxy(path.as_str(), "com.canonical.dbusmenu").await
    }

    async fn proxy(&self, path: &str, interface: &'static str) -> Proxy<'static> {
        let proxy = zbus::proxy::Builder::new(&self.connection).destination(self.owner.clone()).unwrap();
        let proxy = proxy.path(path.to_owned()).unwrap().interface(interface).unwrap();
        // What is remembered may be old.
        proxy.cache_properties(CacheProperties::No).build().await.unwrap()
    }
}

/// Icon name, pixmaps, title, text.
type Tooltip = (String, Vec<(i32, i32, Vec<u8>)>, String, String);
/// Number, properties and children of a menu's entry.
type Layout = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

/// Label and number, if it has a label: separators have none.
fn entry(layout: &OwnedValue) -> Option<(String, i32)> {
    let layout = Structure::try_from(layout.try_clone().unwrap()).unwrap();
    let (id, properties, _): Layout = layout.try_into().unwrap();
    let label = properties.get("label")?.downcast_ref::<String>().unwrap();
    // A single underscore marks the letter for the keyboard.
    Some((label.replace("__", "\0").replace('_', "").replace('\0', "_"), id))
}

struct Watcher {
    icons: watch::Sender<Vec<String>>,
}

#[interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, service: &str) {
        self.icons.send_modify(|icons| icons.push(service.to_owned()));
    }

    fn register_status_notifier_host(&self, _service: &str) {}

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        self.icons.borrow().clone()
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}

struct Notifications {
    shown: watch::Sender<Vec<Notification>>,
}

#[interface(name = "org.freedesktop.Notifications")]
impl Notifications {
    #[expect(clippy::too_many_arguments, reason = "so says the Desktop Notifications Specification")]
    fn notify(
        &self,
        _app: &str,
        _replaces: u32,
        _icon: &str,
        summary: &str,
        body: &str,
        _actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _timeout: i32,
    ) -> u32 {
        let notification = Notification { title: summary.to_owned(), body: body.to_owned() };
        self.shown.send_modify(|shown| shown.push(notification));
        u32::try_from(self.shown.borrow().len()).unwrap()
    }

    fn close_notification(&self, _id: u32) {}

    fn get_capabilities(&self) -> Vec<String> {
        ["body", "actions"].map(str::to_owned).into()
    }

    fn get_server_information(&self) -> (String, String, String, String) {
        let [name, vendor, version, specification] = ["panel", "haul-tests", "1", "1.2"].map(str::to_owned);
        (name, vendor, version, specification)
    }
}
