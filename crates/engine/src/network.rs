//! Whether there is a network, so that being offline makes downloads wait rather than fail.

use std::time::Duration;
use tokio::sync::watch;

/// How often the interfaces are looked at while something waits for them. Nothing is looked at otherwise.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// Tells whether the machine is connected to anything but itself.
#[derive(Debug, Clone)]
pub struct Network(Kind);

#[derive(Debug, Clone)]
enum Kind {
    System,
    /// As somebody else says: a test, or a consumer with better knowledge.
    Told(watch::Receiver<bool>),
}

impl Network {
    /// Looks at the machine's network interfaces.
    pub fn system() -> Self {
        Self(Kind::System)
    }

    /// Believes `online`.
    pub fn told(online: watch::Receiver<bool>) -> Self {
        Self(Kind::Told(online))
    }

    /// Whether any interface other than loopback has an address. When that cannot be found out, yes: better an error
    /// message than to wait for ever.
    pub async fn is_online(&self) -> bool {
        match &self.0 {
            Kind::Told(online) => *online.borrow(),
            Kind::System => tokio::task::spawn_blocking(has_address).await.unwrap_or(true),
        }
    }

    /// Returns once there is a network.
    pub async fn online(&self) {
        match &self.0 {
            Kind::Told(online) => {
                let mut online = online.clone();
                // A teller that is gone says nothing more: that is taken as online.
                while !*online.borrow_and_update() && online.changed().await.is_ok() {}
            }
            Kind::System => {
                while !self.is_online().await {
                    tokio::time::sleep(LOOK_EVERY).await;
                }
            }
        }
    }
}

fn has_address() -> bool {
    let Ok(interfaces) = netwatcher::list_interfaces() else { return true };
    interfaces.values().flat_map(|interface| &interface.ips).any(|record| !record.ip.is_loopback())
}
