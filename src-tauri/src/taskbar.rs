//! What the taskbar or dock shows on Haul's entry: how far all that runs is, and how many ended unseen.
//!
//! On Linux it is told over D-Bus, as Unity's docks, KDE's taskbar and GNOME's extensions understand it.

use std::collections::HashMap;
use std::time::Duration;
use tauri::AppHandle;
use zbus::zvariant::Value;

use crate::active::Active;
use crate::host;
use crate::unseen::Unseen;

/// The entry that the installed package has.
const ENTRY: &str = "application://Haul.desktop";
const PATH: &str = "/com/canonical/unity/launcherentry/haul";
const INTERFACE: &str = "com.canonical.Unity.LauncherEntry";
const REFRESH: Duration = Duration::from_millis(500);

#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Shown {
    /// In thousandths; none: nothing runs, or how far is not known.
    share: Option<u16>,
    unseen: Unseen,
}

/// Tells it until the engine ends.
pub(crate) async fn keep(app: AppHandle) {
    let host = host::of(&app);
    let session = match host.buses.session().await {
        Ok(session) => session,
        Err(error) => return tracing::info!(%error, "the taskbar is told nothing"),
    };
    let mut active = host.active.subscribe();
    let mut unseen = host.unseen.subscribe();
    let mut before = Shown::default();
    loop {
        let now = Shown { share: share(&active.borrow_and_update()), unseen: *unseen.borrow_and_update() };
        if now != before {
            before = now;
            let body = (ENTRY, now.properties());
            if let Err(error) = session.emit_signal(None::<&str>, PATH, INTERFACE, "Update", &body).await {
                tracing::warn!(%error, "the taskbar is not current");
            }
        }
        tokio::select! {
            gone = active.changed() => if gone.is_err() { return },
            gone = unseen.changed() => if gone.is_err() { return },
        }
        tokio::time::sleep(REFRESH).await;
    }
}

fn share(active: &Active) -> Option<u16> {
    active.share.filter(|_| !active.first.is_empty())
}

impl Shown {
    fn properties(self) -> HashMap<&'static str, Value<'static>> {
        HashMap::from([
            ("progress", Value::from(f64::from(self.share.unwrap_or(0)) / 1000.0)),
            ("progress-visible", Value::from(self.share.is_some())),
            ("count", Value::from(i64::from(self.unseen.all()))),
            ("count-visible", Value::from(self.unseen.all() > 0)),
            ("urgent", Value::from(self.unseen.failed > 0)),
        ])
    }
}
