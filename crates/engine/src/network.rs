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

    /// Whether any interface that leads out of this machine has an address. When that cannot be found out, yes: better an
    /// error message than to wait for ever.
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
    let leading_out = interfaces.values().filter(|interface| !is_inward(&interface.name));
    leading_out.flat_map(|interface| &interface.ips).any(|record| !record.ip.is_loopback())
}

/// Whether an interface of this name leads to guests on this machine only: it has an address without any network.
fn is_inward(name: &str) -> bool {
    const GUESTS: [&str; 9] =
        ["docker", "br-", "virbr", "veth", "vboxnet", "vmnet", "lxcbr", "lxdbr", "podman"];
    GUESTS.iter().any(|guests| name.starts_with(guests))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bridges_to_guests_are_no_network() {
        for name in ["docker0", "br-4f1c", "virbr0", "veth12", "vboxnet0", "vmnet8"] {
            assert!(is_inward(name), "{name}");
        }
        for name in ["eth0", "enp3s0", "wlan0", "br0", "tun0", "wg0", "wwan0", "en0"] {
            assert!(!is_inward(name), "{name}");
        }
    }
}
