//! Sleep: the computer does not fall asleep by itself while something downloads, and when it wakes, what waited for another
//! try does not wait any longer.
//!
//! The display may go dark, and whoever closes the lid or chooses "sleep" is obeyed: only sleep for lack of anything to do is
//! held back. Desktops decide about that themselves and are asked through their portal; where there is none, logind is.

use futures::StreamExt as _;
use haul_core::settings::KeepAwake;
use haul_core::{Activity, Status, StatusFilter, ViewQuery};
use std::collections::HashMap;
use std::time::Duration;
use tauri::AppHandle;
use zbus::zvariant::{OwnedFd, OwnedObjectPath, Value};
use zbus::{Connection, proxy};

use crate::bus::Buses;
use crate::host;

/// The least time between two looks: counts may change a hundred times a second.
const REFRESH: Duration = Duration::from_secs(2);

/// Holds sleep back while it is wanted, until the engine ends.
pub(crate) async fn hold_back(app: AppHandle) {
    let host = host::of(&app);
    let mut settings = host.engine().await.settings();
    let mut overview = host.overview.subscribe();
    let mut surroundings = host.surroundings.subscribe();
    let mut reason = None;
    let mut held: Option<Held> = None;
    loop {
        let at_work = overview.borrow_and_update().at_work as usize;
        let keep_awake = settings.borrow_and_update().keep_awake;
        let on_battery = surroundings.borrow_and_update().on_battery;
        let wanted = at_work > 0 && may_hold(keep_awake, on_battery);
        let now = wanted.then(|| format!("Haul: {}", host.words().downloading(at_work)));
        if now != reason {
            // The new one first: there is no moment without.
            let next = match &now {
                Some(why) => Held::take(&host.buses, why).await,
                None => None,
            };
            if let Some(before) = std::mem::replace(&mut held, next) {
                before.release().await;
            }
            reason = now;
        }
        tokio::select! {
            gone = overview.changed() => if gone.is_err() { return },
            gone = settings.changed() => if gone.is_err() { return },
            gone = surroundings.changed() => if gone.is_err() { return },
        }
        // What changes faster is looked at once.
        tokio::time::sleep(REFRESH).await;
    }
}

fn may_hold(keep_awake: KeepAwake, on_battery: bool) -> bool {
    match keep_awake {
        KeepAwake::Never => false,
        KeepAwake::OnMains => !on_battery,
        KeepAwake::Always => true,
    }
}

/// Sleep that is held back.
enum Held {
    Portal(PortalRequestProxy<'static>),
    /// For as long as it is open.
    Logind(OwnedFd),
}

impl Held {
    /// None: nobody on this machine can hold it back.
    async fn take(buses: &Buses, why: &str) -> Option<Held> {
        let by_portal = async { ask_portal(buses.session().await?, why).await };
        match by_portal.await {
            Ok(request) => return Some(Held::Portal(request)),
            Err(error) => tracing::debug!(%error, "no portal holds sleep back"),
        }
        let by_logind = async {
            let logind = LogindProxy::new(buses.system().await?).await?;
            logind.inhibit("idle", "Haul", why, "block").await
        };
        let lock = by_logind.await.inspect_err(|error| tracing::info!(%error, "sleep is not held back"));
        lock.ok().map(Held::Logind)
    }

    async fn release(self) {
        match self {
            Held::Portal(request) => {
                if let Err(error) = request.close().await {
                    tracing::warn!(%error, "sleep may still be held back");
                }
            }
            Held::Logind(lock) => drop(lock),
        }
    }
}

async fn ask_portal(session: &Connection, why: &str) -> zbus::Result<PortalRequestProxy<'static>> {
    const SUSPEND: u32 = 4;
    let portal = PortalProxy::new(session).await?;
    let request = portal.inhibit("", SUSPEND, HashMap::from([("reason", Value::from(why))])).await?;
    PortalRequestProxy::builder(session).path(request)?.build().await
}

/// Each time the computer wakes: what waits for another try, or for the network, tries at once.
pub(crate) async fn go_on_after(app: AppHandle) {
    let host = host::of(&app);
    let listening = async {
        let logind = LogindProxy::new(host.buses.system().await?).await?;
        logind.receive_prepare_for_sleep().await
    };
    let mut signals = match listening.await {
        Ok(signals) => signals,
        Err(error) => return tracing::info!(%error, "no word of sleep"),
    };
    while let Some(signal) = signals.next().await {
        if signal.args().is_ok_and(|told| told.start) {
            continue;
        }
        tracing::info!("awake again");
        hurry(&app).await;
    }
}

async fn hurry(app: &AppHandle) {
    let host = host::of(app);
    let engine = host.engine().await;
    let asked = async {
        let running = ViewQuery { filter: StatusFilter::Running.into(), limit: 1000, ..ViewQuery::default() };
        let rows = engine.view(running).await?.rows;
        engine.retry(rows.iter().filter(|row| waits(&row.status)).map(|row| row.id).collect()).await
    };
    if let Err(error) = asked.await {
        tracing::warn!(%error, "what waits does not hurry");
    }
}

fn waits(status: &Status) -> bool {
    match status {
        Status::Running { activity } => match activity {
            Activity::Retrying { .. } | Activity::WaitingForNetwork => true,
            Activity::Probing | Activity::Downloading | Activity::Verifying { .. } | Activity::Finishing => {
                false
            }
        },
        Status::Queued | Status::Paused | Status::Failed { .. } | Status::Completed { .. } => false,
    }
}

#[proxy(
    interface = "org.freedesktop.login1.Manager",
    default_service = "org.freedesktop.login1",
    default_path = "/org/freedesktop/login1",
    gen_blocking = false
)]
trait Logind {
    fn inhibit(&self, what: &str, who: &str, why: &str, mode: &str) -> zbus::Result<OwnedFd>;

    #[zbus(signal)]
    fn prepare_for_sleep(&self, start: bool) -> zbus::Result<()>;
}

#[proxy(
    interface = "org.freedesktop.portal.Inhibit",
    default_service = "org.freedesktop.portal.Desktop",
    default_path = "/org/freedesktop/portal/desktop",
    gen_blocking = false
)]
trait Portal {
    fn inhibit(
        &self,
        window: &str,
        flags: u32,
        options: HashMap<&str, Value<'_>>,
    ) -> zbus::Result<OwnedObjectPath>;
}

#[proxy(
    interface = "org.freedesktop.portal.Request",
    default_service = "org.freedesktop.portal.Desktop",
    gen_blocking = false
)]
trait PortalRequest {
    fn close(&self) -> zbus::Result<()>;
}
