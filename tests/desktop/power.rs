//! Who decides about sleep: logind and the battery, or a desktop's portal; and who manages the network. They remember what they were asked to hold back.

use std::collections::HashMap;
use tokio::io::AsyncReadExt as _;
use tokio::net::unix::pipe;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::timeout;
use zbus::object_server::{InterfaceRef, SignalEmitter};
use zbus::zvariant::{Fd, OwnedObjectPath, OwnedValue};
use zbus::{Connection, ObjectServer, connection, interface};

use haul_tests::PATIENCE;

use crate::desktop::Desktop;

const NETWORK_MANAGER: &str = "org.freedesktop.NetworkManager";
/// All batteries together.
const DISPLAY_DEVICE: &str = "/org/freedesktop/UPower/devices/DisplayDevice";
/// `NM_METERED_GUESS_YES`, as a phone's hotspot has it.
pub const GUESSED_METERED: u32 = 3;
/// `NM_METERED_NO`.
const UNMETERED: u32 = 2;

/// What holds sleep back now, in the words of who does; none: nothing does.
type Held = watch::Sender<Vec<String>>;

pub struct Power {
    connection: Connection,
    held: watch::Receiver<Vec<String>>,
}

impl Power {
    /// A computer that is plugged in and has no portal.
    pub async fn start(desktop: &Desktop) -> Power {
        let (held, seen) = watch::channel(Vec::new());
        let connection = Self::builder(desktop)
            .serve_at("/org/freedesktop/login1", Logind { held, locks: JoinSet::new() })
            .unwrap()
            .serve_at("/org/freedesktop/UPower", UPower { on_battery: false })
            .unwrap()
            .serve_at(DISPLAY_DEVICE, Battery { percentage: 80.0 })
            .unwrap()
            .serve_at("/org/freedesktop/NetworkManager", NetworkManager { metered: UNMETERED })
            .unwrap()
            .name("org.freedesktop.login1")
            .unwrap()
            .name(NETWORK_MANAGER)
            .unwrap()
            .name("org.freedesktop.UPower")
            .unwrap();
        Power { connection: connection.build().await.unwrap(), held: seen }
    }

    /// A desktop that is asked through its portal.
    pub async fn portal(desktop: &Desktop) -> Power {
        let (held, seen) = watch::channel(Vec::new());
        let connection = Self::builder(desktop)
            .serve_at("/org/freedesktop/portal/desktop", Portal { held, asked: 0 })
            .unwrap()
            .name("org.freedesktop.portal.Desktop")
            .unwrap();
        Power { connection: connection.build().await.unwrap(), held: seen }
    }

    fn builder(desktop: &Desktop) -> connection::Builder<'static> {
        connection::Builder::address(desktop.bus()).unwrap()
    }

    /// Waits until exactly this holds sleep back.
    pub async fn until_held(&self, wanted: &[&str]) {
        let mut held = self.held.clone();
        let found = timeout(PATIENCE, held.wait_for(|held| held == wanted)).await;
        found.unwrap_or_else(|_| panic!("it is {:?}", self.held.borrow().clone())).unwrap();
    }

    /// The plug is pulled.
    pub async fn unplug(&self) {
        self.power(true).await;
    }

    /// And put back in.
    pub async fn plug_in(&self) {
        self.power(false).await;
    }

    /// The battery holds so much now, in percent.
    pub async fn charge(&self, percentage: f64) {
        let battery: InterfaceRef<Battery> =
            self.connection.object_server().interface(DISPLAY_DEVICE).await.unwrap();
        battery.get_mut().await.percentage = percentage;
        battery.get().await.percentage_changed(battery.signal_emitter()).await.unwrap();
    }

    /// The network is another, which costs or not as an `NMMetered` says.
    pub async fn goes_over(&self, metered: u32) {
        let manager: InterfaceRef<NetworkManager> =
            self.connection.object_server().interface("/org/freedesktop/NetworkManager").await.unwrap();
        manager.get_mut().await.metered = metered;
        manager.get().await.metered_changed(manager.signal_emitter()).await.unwrap();
    }

    /// From now on nobody manages the network.
    pub async fn loses_network_manager(&self) {
        self.connection.release_name(NETWORK_MANAGER).await.unwrap();
    }

    async fn power(&self, on_battery: bool) {
        let upower: InterfaceRef<UPower> =
            self.connection.object_server().interface("/org/freedesktop/UPower").await.unwrap();
        upower.get_mut().await.on_battery = on_battery;
        upower.get().await.on_battery_changed(upower.signal_emitter()).await.unwrap();
    }

    /// The computer wakes from its sleep.
    pub async fn wake(&self) {
        let logind: InterfaceRef<Logind> =
            self.connection.object_server().interface("/org/freedesktop/login1").await.unwrap();
        Logind::prepare_for_sleep(logind.signal_emitter(), false).await.unwrap();
    }
}

struct Logind {
    held: Held,
    locks: JoinSet<()>,
}

#[interface(name = "org.freedesktop.login1.Manager")]
impl Logind {
    fn inhibit(&mut self, what: &str, who: &str, why: &str, mode: &str) -> Fd<'static> {
        let (lock, mut other) = pipe::pipe().unwrap();
        let said = format!("{what} {mode} {who}: {why}");
        self.held.send_modify(|held| held.push(said.clone()));
        let held = self.held.clone();
        self.locks.spawn(async move {
            // It ends when whoever has the lock lets go of it.
            other.read_to_end(&mut Vec::new()).await.unwrap();
            held.send_modify(|held| release(held, &said));
        });
        Fd::from(lock.into_blocking_fd().unwrap())
    }

    #[zbus(signal)]
    async fn prepare_for_sleep(emitter: &SignalEmitter<'_>, start: bool) -> zbus::Result<()>;
}

struct UPower {
    on_battery: bool,
}

#[interface(name = "org.freedesktop.UPower")]
impl UPower {
    #[zbus(property)]
    fn on_battery(&self) -> bool {
        self.on_battery
    }
}

struct Battery {
    percentage: f64,
}

#[interface(name = "org.freedesktop.UPower.Device")]
impl Battery {
    #[zbus(property)]
    fn percentage(&self) -> f64 {
        self.percentage
    }
}

struct NetworkManager {
    metered: u32,
}

#[interface(name = "org.freedesktop.NetworkManager")]
impl NetworkManager {
    #[zbus(property)]
    fn metered(&self) -> u32 {
        self.metered
    }
}

struct Portal {
    held: Held,
    asked: u32,
}

#[interface(name = "org.freedesktop.portal.Inhibit")]
impl Portal {
    async fn inhibit(
        &mut self,
        _window: &str,
        flags: u32,
        options: HashMap<String, OwnedValue>,
        #[zbus(object_server)] server: &ObjectServer,
    ) -> OwnedObjectPath {
        let said = format!("{flags}: {}", options["reason"].downcast_ref::<String>().unwrap());
        self.held.send_modify(|held| held.push(said.clone()));
        self.asked += 1;
        let path = format!("/org/freedesktop/portal/desktop/request/haul/{}", self.asked);
        server.at(path.as_str(), PortalRequest { held: self.held.clone(), said }).await.unwrap();
        OwnedObjectPath::try_from(path).unwrap()
    }
}

struct PortalRequest {
    held: Held,
    said: String,
}

#[interface(name = "org.freedesktop.portal.Request")]
impl PortalRequest {
    fn close(&self) {
        self.held.send_modify(|held| release(held, &self.said));
    }
}

fn release(held: &mut Vec<String>, said: &str) {
    let place = held.iter().position(|one| one == said).unwrap();
    held.remove(place);
}
