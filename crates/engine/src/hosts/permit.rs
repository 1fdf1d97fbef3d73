//! Leave to connect to a host, or to send one more request over a connection that others share.

use haul_core::Settings;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use tokio::sync::{Notify, watch};

use super::{All, Host, Hosts, lock};

/// Small files that are asked for at once over shared connections, at most.
pub const MOST_SMALL: u32 = 128;
/// Connections that carry those, at most.
pub const MOST_CARRIERS: u32 = 8;

/// What somebody wants leave for, and the connections that may be open to the host, for all downloads together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Connection {
        most: u32,
    },
    /// One more request for a small file, over a connection that carries others: those are few, however many ask.
    Small {
        most: u32,
    },
}

/// The permits that are out for one host.
#[derive(Debug, Default)]
pub struct Places {
    taken: Mutex<Taken>,
    freed: Notify,
}

/// Numbers of the permits that are out, as bits.
#[derive(Debug, Default)]
struct Taken {
    connections: u128,
    small: u128,
}

impl Taken {
    fn is_empty(&self) -> bool {
        self.connections == 0 && self.small == 0
    }

    fn numbers(&mut self, small: bool) -> &mut u128 {
        if small { &mut self.small } else { &mut self.connections }
    }

    /// Whether there is leave for one more.
    fn allows(&self, wanted: Wanted) -> bool {
        let (connections, small) = (self.connections.count_ones(), self.small.count_ones());
        match wanted {
            Wanted::Connection { most } => {
                connections + small.min(most_carriers(most)) < most.min(u128::BITS)
            }
            Wanted::Small { most } => small < MOST_SMALL && (small > 0 || connections < most),
        }
    }
}

/// Connections that small files may share, of `most` that a host may have: half, so that a large one gets some as well.
fn most_carriers(most: u32) -> u32 {
    (most / 2).clamp(1, MOST_CARRIERS)
}

/// The right to hold one connection to a host, or to ask once over a shared one; given back when dropped.
#[derive(Debug)]
pub struct Permit {
    host: Arc<Host>,
    all: Arc<All>,
    small: bool,
    number: u32,
}

impl Permit {
    /// Which of the shared connections it is for, if the host may have `most` in all: the number that no other permit of
    /// the kind has, as far as there is room. Who has the same one after another uses the same connection.
    pub fn carrier(&self, most: u32) -> u32 {
        let others = if self.small { lock(&self.host.places.taken).connections.count_ones() } else { 0 };
        let room = if self.small { most_carriers(most) } else { most };
        self.number % room.min(most.saturating_sub(others)).max(1)
    }
}

impl Hosts {
    /// A permit, if there is leave now.
    pub fn try_permit(&self, host: &str, wanted: Wanted) -> Option<Permit> {
        self.try_take(&self.host(host), wanted)
    }

    /// A permit, as soon as there is leave for what is `wanted` by the settings that are in force then. Cancel safe.
    pub async fn permit(
        &self,
        host: &str,
        settings: &watch::Receiver<Arc<Settings>>,
        wanted: impl Fn(&Settings) -> Wanted,
    ) -> Permit {
        let (host, mut settings) = (self.host(host), settings.clone());
        loop {
            let freed = host.places.freed.notified();
            let now = wanted(&settings.borrow_and_update());
            if let Some(permit) = self.try_take(&host, now) {
                return permit;
            }
            tokio::select! {
                () = freed => {}
                // Without a dispatcher the settings stay as they are.
                Ok(()) = settings.changed() => {}
            }
        }
    }

    fn try_take(&self, host: &Arc<Host>, wanted: Wanted) -> Option<Permit> {
        let small = matches!(wanted, Wanted::Small { .. });
        let mut taken = lock(&host.places.taken);
        if !taken.allows(wanted) {
            return None;
        }
        if taken.is_empty() {
            self.0.busy.fetch_add(1, Ordering::Relaxed);
        }
        let numbers = taken.numbers(small);
        let number = numbers.trailing_ones();
        *numbers |= 1 << number;
        self.0.connections.fetch_add(1, Ordering::Relaxed);
        Some(Permit { host: host.clone(), all: self.0.clone(), small, number })
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let mut taken = lock(&self.host.places.taken);
        *taken.numbers(self.small) &= !(1 << self.number);
        self.all.connections.fetch_sub(1, Ordering::Relaxed);
        if taken.is_empty() {
            self.all.busy.fetch_sub(1, Ordering::Relaxed);
        }
        drop(taken);
        // Not all wait for the same: each looks whether this was what it needs.
        self.host.places.freed.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOST: &str = "a:80";

    fn connection(hosts: &Hosts, most: u32) -> Option<Permit> {
        hosts.try_permit(HOST, Wanted::Connection { most })
    }

    fn small(hosts: &Hosts, most: u32) -> Option<Permit> {
        hosts.try_permit(HOST, Wanted::Small { most })
    }

    #[tokio::test]
    async fn a_host_gets_no_more_than_its_share_and_a_freed_permit_wakes_the_next() {
        let (hosts, most) = (Hosts::default(), Wanted::Connection { most: 1 });
        let first = connection(&hosts, 1).unwrap();
        assert!(connection(&hosts, 1).is_none());
        assert!(hosts.try_permit("b:80", most).is_some());
        let (_teller, settings) = watch::channel(Arc::default());
        let (second, ()) = tokio::join!(hosts.permit(HOST, &settings, |_| most), async move { drop(first) });
        drop(second);
    }

    #[test]
    fn what_is_out_is_counted_over_all_hosts() {
        let hosts = Hosts::default();
        let wanted = Wanted::Connection { most: 2 };
        let permits = ["a:80", "a:80", "b:80"].map(|host| hosts.try_permit(host, wanted).unwrap());
        assert!(connection(&hosts, 2).is_none());
        assert_eq!((hosts.connections(), hosts.busy()), (3, 2));
        let [first, second, third] = permits;
        drop((first, third));
        assert_eq!((hosts.connections(), hosts.busy()), (1, 1));
        drop(second);
        assert_eq!((hosts.connections(), hosts.busy()), (0, 0));
    }

    #[test]
    fn small_ones_leave_connections_to_a_large_one_and_the_other_way_round() {
        let hosts = Hosts::default();
        let many: Vec<Permit> = std::iter::from_fn(|| small(&hosts, 16)).collect();
        assert_eq!(many.len(), MOST_SMALL as usize);
        assert!(many.iter().all(|permit| permit.carrier(16) < 8));
        let large: Vec<Permit> = std::iter::from_fn(|| connection(&hosts, 16)).collect();
        assert_eq!(large.len(), 8);
        drop(many);
        let more: Vec<Permit> = std::iter::from_fn(|| connection(&hosts, 16)).collect();
        assert_eq!((more.len(), small(&hosts, 16).is_some()), (8, false));
        drop(more);
        let few: Vec<u32> = std::iter::repeat_with(|| small(&hosts, 10))
            .map_while(|permit| permit)
            .map(|permit| permit.carrier(10))
            .take(9)
            .collect();
        assert!(few.iter().all(|carrier| *carrier < 2), "{few:?}");
    }

    #[test]
    fn where_one_connection_is_allowed_there_is_one() {
        let hosts = Hosts::default();
        let few = [(); 3].map(|()| small(&hosts, 1).unwrap());
        assert_eq!(few.each_ref().map(|permit| permit.carrier(1)), [0, 0, 0]);
        assert!(connection(&hosts, 1).is_none());
        drop(few);
        let _large = connection(&hosts, 1).unwrap();
        assert!(small(&hosts, 1).is_none());
    }

    #[test]
    fn a_permit_has_the_lowest_number_that_is_free() {
        let hosts = Hosts::default();
        let mut permits: Vec<_> = (0..128).map(|_| connection(&hosts, 200).unwrap()).collect();
        assert!(permits.iter().map(|permit| permit.carrier(200)).eq(0..128));
        assert!(connection(&hosts, 200).is_none(), "there are no more numbers");
        drop((permits.remove(70), permits.remove(3)));
        let [one, other] = [(); 2].map(|()| connection(&hosts, 200).unwrap());
        assert_eq!((one.carrier(200), other.carrier(200)), (3, 70));
    }

    #[tokio::test]
    async fn a_setting_that_allows_more_wakes_those_that_wait() {
        let hosts = Hosts::default();
        let wanted = |settings: &Settings| Wanted::Connection { most: settings.connections_per_host };
        let (teller, settings) =
            watch::channel(Arc::new(Settings { connections_per_host: 1, ..Settings::default() }));
        let first = hosts.permit(HOST, &settings, wanted).await;
        let more = async { teller.send_replace(Arc::new(Settings::default())) };
        let (second, _) = tokio::join!(hosts.permit(HOST, &settings, wanted), more);
        drop((first, second));
    }
}
