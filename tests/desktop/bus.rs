//! The desktop's panel on the session bus: it shows tray icons and notifications, and remembers them.

use futures::StreamExt as _;
use std::collections::HashMap;
use tokio::sync::watch;
use tokio::time::timeout;
use zbus::fdo::DBusProxy;
use zbus::names::BusName;
use zbus::object_server::SignalEmitter;
use zbus::proxy::CacheProperties;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Structure, Value};
use zbus::{Connection, MatchRule, MessageStream, Proxy, connection, interface, message};

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
    /// What can be pressed on it.
    pub buttons: Vec<String>,
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

    /// Looks at the taskbar from now on.
    pub async fn taskbar(&self) -> Taskbar {
        let rule = MatchRule::builder().msg_type(message::Type::Signal);
        let rule = rule.interface("com.canonical.Unity.LauncherEntry").unwrap().build();
        Taskbar(MessageStream::for_match_rule(rule, &self.connection, None).await.unwrap())
    }

    /// Presses a button of the notification with this title: "default" is the notification itself.
    pub async fn press(&self, title: &str, button: &str) {
        let place = self.notifications().iter().position(|shown| shown.title == title).unwrap();
        let server = self.connection.object_server();
        let shown = server.interface::<_, Notifications>("/org/freedesktop/Notifications").await.unwrap();
        let id = u32::try_from(place + 1).unwrap();
        Notifications::action_invoked(shown.signal_emitter(), id, button).await.unwrap();
    }

    pub fn notifications(&self) -> Vec<Notification> {
        self.notifications.borrow().clone()
    }
}

/// What a taskbar is told of the entries on it.
pub struct Taskbar(MessageStream);

impl Taskbar {
    /// Waits until Haul's entry is so.
    pub async fn until(&mut self, wanted: impl Fn(&HashMap<String, OwnedValue>) -> bool) {
        let told = async {
            while let Some(update) = self.0.next().await {
                let update = update.unwrap();
                let (entry, shown): (String, HashMap<String, OwnedValue>) =
                    update.body().deserialize().unwrap();
                assert_eq!(entry, "application://Haul.desktop");
                if wanted(&shown) {
                    return;
                }
            }
        };
        timeout(PATIENCE, told).await.expect("the taskbar is not told");
    }
}

/// An icon in the tray.
pub struct Icon {
    connection: Connection,
    owner: String,
}

impl Icon {
    /// Clicks on it with the wheel.
    pub async fn click_with_wheel(&self) {
        self.item().await.call_method("SecondaryActivate", &(0i32, 0i32)).await.unwrap();
    }

    /// Clicks on it.
    pub async fn click(&self) {
        self.item().await.call_method("Activate", &(0i32, 0i32)).await.unwrap();
    }

    /// Opens its menu and clicks on the entry.
    pub async fn choose(&self, entry: &str) {
        self.until_entry(|label| label == entry).await;
        let entries = self.entries().await;
        let found = entries.iter().find(|(label, _)| label == entry);
        let (_, id) = found.unwrap_or_else(|| panic!("no {entry:?} among {entries:?}"));
        let clicked = (*id, "clicked", Value::from(0i32), 0u32);
        self.menu().await.call_method("Event", &clicked).await.unwrap();
    }

    /// The labels in its menu, from top to bottom, with those of a menu in it after its own.
    pub async fn labels(&self) -> Vec<String> {
        self.entries().await.into_iter().map(|(label, _)| label).collect()
    }

    /// Waits until an entry of its menu is called like this.
    pub async fn until_entry(&self, wanted: impl Fn(&str) -> bool) {
        let menu = self.menu().await;
        let mut changes = menu.receive_all_signals().await.unwrap();
        let waiting = async {
            while !self.labels().await.iter().any(|label| wanted(label)) {
                changes.next().await;
            }
        };
        let found = timeout(PATIENCE, waiting).await;
        if found.is_err() {
            panic!("only these: {:?}", self.labels().await);
        }
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
        let mut found = Vec::new();
        collect(&entries, &mut found);
        found
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

/// Labels and numbers of what has a label: separators have none.
fn collect(entries: &[OwnedValue], found: &mut Vec<(String, i32)>) {
    for entry in entries {
        let entry = Structure::try_from(entry.try_clone().unwrap()).unwrap();
        let (id, properties, under): Layout = entry.try_into().unwrap();
        if let Some(label) = properties.get("label") {
            let label = label.downcast_ref::<String>().unwrap();
            // A single underscore marks the letter for the keyboard.
            found.push((label.replace("__", "\0").replace('_', "").replace('\0', "_"), id));
        }
        collect(&under, found);
    }
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
        actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _timeout: i32,
    ) -> u32 {
        let notification = Notification {
            title: summary.to_owned(),
            body: body.to_owned(),
            // A name, and what is written on it.
            buttons: actions.into_iter().skip(1).step_by(2).collect(),
        };
        self.shown.send_modify(|shown| shown.push(notification));
        u32::try_from(self.shown.borrow().len()).unwrap()
    }

    #[zbus(signal)]
    async fn action_invoked(emitter: &SignalEmitter<'_>, id: u32, action_key: &str) -> zbus::Result<()>;

    fn close_notification(&self, _id: u32) {}

    fn get_capabilities(&self) -> Vec<String> {
        ["body", "actions"].map(str::to_owned).into()
    }

    fn get_server_information(&self) -> (String, String, String, String) {
        let [name, vendor, version, specification] = ["panel", "haul-tests", "1", "1.2"].map(str::to_owned);
        (name, vendor, version, specification)
    }
}
