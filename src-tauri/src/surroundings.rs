//! How the computer's power and line are: UPower and NetworkManager say so on the system's bus, and the engine and sleep go by
//! it. Where neither is, the computer has mains power and pays for no byte.

use futures::StreamExt as _;
use haul_core::Surroundings;
use std::convert::Infallible;
use tauri::AppHandle;
use zbus::fdo::PropertiesProxy;
use zbus::proxy::{Builder, CacheProperties};
use zbus::zvariant::OwnedValue;
use zbus::{Connection, Proxy};

use crate::host::{self, Host};

/// Where on the bus a property is.
struct Property {
    service: &'static str,
    path: &'static str,
    interface: &'static str,
    name: &'static str,
}

const UPOWER: &str = "org.freedesktop.UPower";

/// A Boolean.
const ON_BATTERY: Property = Property {
    service: UPOWER,
    path: "/org/freedesktop/UPower",
    interface: "org.freedesktop.UPower",
    name: "OnBattery",
};

/// Of all batteries together. A floating-point number.
const CHARGE: Property = Property {
    service: UPOWER,
    path: "/org/freedesktop/UPower/devices/DisplayDevice",
    interface: "org.freedesktop.UPower.Device",
    name: "Percentage",
};

/// An `NMMetered`.
const METERED: Property = Property {
    service: "org.freedesktop.NetworkManager",
    path: "/org/freedesktop/NetworkManager",
    interface: "org.freedesktop.NetworkManager",
    name: "Metered",
};

/// What a battery holds that nobody says anything of.
const FULL: u32 = 100;

/// `NM_METERED_YES` and `NM_METERED_GUESS_YES`.
const IS_METERED: [u32; 2] = [1, 3];

/// Keeps it until the app ends.
pub(crate) async fn keep(app: AppHandle) {
    let host = host::of(&app);
    tokio::join!(
        follow(&host, ON_BATTERY, |now, said| now.on_battery = said.unwrap_or(false)),
        follow(&host, CHARGE, |now, said| now.charge = said.map_or(FULL, whole_percent)),
        follow(&host, METERED, |now, said| {
            now.is_metered = said.is_some_and(|said: u32| IS_METERED.contains(&said));
        }),
    );
}

/// As shown elsewhere: 19.6 % are less than 20.
fn whole_percent(said: f64) -> u32 {
    said.clamp(0.0, f64::from(FULL)) as u32
}

/// Notes what `property` says now, and whenever it says something else; none: nobody says anything.
async fn follow<T>(host: &Host, property: Property, note: impl Fn(&mut Surroundings, Option<T>))
where
    T: TryFrom<OwnedValue>,
    T::Error: Into<zbus::Error>,
{
    let note = |said| {
        host.surroundings.send_if_modified(|now| {
            let before = *now;
            note(now, said);
            *now != before
        });
    };
    let listening = async {
        let bus = host.buses.system().await?;
        tell(bus, &property, &note).await
    };
    let ended: zbus::Result<Infallible> = listening.await;
    let Err(error) = ended;
    tracing::info!(%error, property = property.name, "nobody says it");
    note(None);
}

/// Asks anew whenever the service says that something of it changed, comes, or goes. Ends with the bus.
async fn tell<T>(bus: &Connection, property: &Property, note: impl Fn(Option<T>)) -> zbus::Result<Infallible>
where
    T: TryFrom<OwnedValue>,
    T::Error: Into<zbus::Error>,
{
    let Property { service, path, interface, name } = *property;
    let asked: Proxy<'_> = Builder::new(bus)
        .destination(service)?
        .path(path)?
        .interface(interface)?
        .cache_properties(CacheProperties::No)
        .build()
        .await?;
    let told = PropertiesProxy::builder(bus).destination(service)?.path(path)?.build().await?;
    let mut changes = told.receive_properties_changed().await?;
    let mut owners = asked.receive_owner_changed().await?;
    loop {
        let said = asked.get_property::<T>(name).await;
        if let Err(error) = &said {
            tracing::debug!(%error, name, "nobody says it now");
        }
        note(said.ok());
        let goes_on = tokio::select! {
            change = changes.next() => change.is_some(),
            owner = owners.next() => owner.is_some(),
        };
        if !goes_on {
            return Err(zbus::Error::Failure("the bus is gone".to_owned()));
        }
    }
}
