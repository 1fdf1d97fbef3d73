//! Connections per host over all downloads, as permits that live in the connection's task; and what was learned of each.

use dashmap::DashMap;
use haul_core::Settings;
use haul_core::host::{Learned, REMEMBERED};
use std::collections::HashSet;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};
use tokio::sync::{Notify, watch};

use crate::store::KnownHost;

/// Small files in a row after which the next is expected to be small too.
const MANY: u32 = 8;
/// The same where a wrong guess costs one request that is broken off.
const SEVERAL: u32 = 2;

/// Counts the connections to each `host:port`.
#[derive(Debug, Clone, Default)]
pub struct Hosts(Arc<All>);

#[derive(Debug, Default)]
struct All {
    hosts: DashMap<String, Arc<Host>>,
    /// Of which there is something new to be written down.
    news: Mutex<HashSet<String>>,
    /// Permits that are out.
    connections: AtomicU32,
    /// Hosts that any of them are for.
    busy: AtomicU32,
}

#[derive(Debug, Default)]
struct Host {
    /// Numbers of the permits that are out, as bits.
    open: Mutex<u128>,
    freed: Notify,
    learned: Mutex<Option<(SystemTime, Learned)>>,
    /// Answers in a row that were small files, and how many of those came over a shared connection.
    small: AtomicU32,
    shared: AtomicU32,
}

/// The right to hold one connection to a host; given back when dropped.
#[derive(Debug)]
pub struct Permit {
    host: Arc<Host>,
    all: Arc<All>,
    number: u32,
}

impl Permit {
    /// The lowest that no other permit for the host had, from 0: who has the same one after another may use the same
    /// connection.
    pub fn number(&self) -> u32 {
        self.number
    }
}

impl Hosts {
    /// With what is `known` from before.
    pub fn knowing(known: Vec<KnownHost>) -> Self {
        let hosts = Self::default();
        for KnownHost { host, learned, at } in known {
            let at = SystemTime::UNIX_EPOCH + Duration::from_millis(at);
            *lock(&hosts.host(&host).learned) = Some((at, learned));
        }
        hosts
    }

    /// A permit if fewer than `most` are out.
    pub fn try_permit(&self, host: &str, most: u32) -> Option<Permit> {
        self.try_take(&self.host(host), most)
    }

    /// Connections to all hosts.
    pub fn connections(&self) -> u32 {
        self.0.connections.load(Ordering::Relaxed)
    }

    /// Hosts that there are connections to.
    pub fn busy(&self) -> u32 {
        self.0.busy.load(Ordering::Relaxed)
    }

    /// A permit, as soon as fewer than `most` are out by the settings that are in force then. Cancel safe.
    pub async fn permit(
        &self,
        host: &str,
        settings: &watch::Receiver<Arc<Settings>>,
        most: impl Fn(&Settings) -> u32,
    ) -> Permit {
        let (host, mut settings) = (self.host(host), settings.clone());
        loop {
            let freed = host.freed.notified();
            let now = most(&settings.borrow_and_update());
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

    /// What was found out about a host; the default if nothing was, or too long ago.
    pub fn learned(&self, host: &str) -> Learned {
        let learned = self.0.hosts.get(host).and_then(|host| *lock(&host.learned));
        // A clock that was put back makes nothing old.
        let is_old = |at: SystemTime| at.elapsed().is_ok_and(|age| age > REMEMBERED);
        learned.filter(|(at, _)| !is_old(*at)).map(|(_, learned)| learned).unwrap_or_default()
    }

    /// Keeps what was found out for the next transfer, and the next start.
    pub fn learn(&self, host: &str, learned: Learned) {
        *lock(&self.host(host).learned) = Some((SystemTime::now(), learned));
        lock(&self.0.news).insert(host.to_owned());
    }

    /// What was learned since this was asked last.
    pub fn take_news(&self) -> Vec<KnownHost> {
        let news = std::mem::take(&mut *lock(&self.0.news));
        let known = news.into_iter().filter_map(|host| {
            let (at, learned) = self.0.hosts.get(&host).and_then(|host| *lock(&host.learned))?;
            let at = at.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_millis();
            Some(KnownHost { host, learned, at: u64::try_from(at).unwrap_or(u64::MAX) })
        });
        known.collect()
    }

    /// Takes note of the first answer to a download: whether it was a small file, and whether its connection carries many
    /// at once.
    pub fn answered(&self, host: &str, small: bool, shared: bool) {
        let host = self.host(host);
        let count = |counter: &AtomicU32, more: bool| {
            // Nothing but a hint, so that it does not matter who counts in between.
            let count = if more { counter.load(Ordering::Relaxed).saturating_add(1) } else { 0 };
            counter.store(count, Ordering::Relaxed);
        };
        count(&host.small, small);
        count(&host.shared, small && shared);
    }

    /// Whether `host` gave nothing but small files as of late.
    pub fn gives_small(&self, host: &str) -> bool {
        self.0.hosts.get(host).is_some_and(|host| host.small.load(Ordering::Relaxed) >= MANY)
    }

    /// The same, over a connection that carries many at once: asking for more of them then costs neither of the two a
    /// connection.
    pub fn gives_small_over_one(&self, host: &str) -> bool {
        self.0.hosts.get(host).is_some_and(|host| host.shared.load(Ordering::Relaxed) >= SEVERAL)
    }

    fn host(&self, name: &str) -> Arc<Host> {
        if let Some(host) = self.0.hosts.get(name) {
            return host.clone();
        }
        self.0.hosts.entry(name.to_owned()).or_default().clone()
    }

    fn try_take(&self, host: &Arc<Host>, most: u32) -> Option<Permit> {
        let mut open = lock(&host.open);
        let number = open.trailing_ones();
        if open.count_ones() >= most.min(u128::BITS) {
            return None;
        }
        if *open == 0 {
            self.0.busy.fetch_add(1, Ordering::Relaxed);
        }
        *open |= 1 << number;
        self.0.connections.fetch_add(1, Ordering::Relaxed);
        Some(Permit { host: host.clone(), all: self.0.clone(), number })
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drop for Permit {
    fn drop(&mut self) {
        let mut open = lock(&self.host.open);
        *open &= !(1 << self.number);
        self.all.connections.fetch_sub(1, Ordering::Relaxed);
        if *open == 0 {
            self.all.busy.fetch_sub(1, Ordering::Relaxed);
        }
        drop(open);
        self.host.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_host_gets_no_more_than_its_share_and_a_freed_permit_wakes_the_next() {
        let hosts = Hosts::default();
        let first = hosts.try_permit("a:80", 1).unwrap();
        assert!(hosts.try_permit("a:80", 1).is_none());
        assert!(hosts.try_permit("b:80", 1).is_some());
        let (_teller, settings) = watch::channel(Arc::default());
        let (second, ()) = tokio::join!(hosts.permit("a:80", &settings, |_| 1), async move { drop(first) });
        drop(second);
    }

    #[test]
    fn what_is_out_is_counted_over_all_hosts() {
        let hosts = Hosts::default();
        let permits = ["a:80", "a:80", "b:80"].map(|host| hosts.try_permit(host, 2).unwrap());
        assert!(hosts.try_permit("a:80", 2).is_none());
        assert_eq!((hosts.connections(), hosts.busy()), (3, 2));
        let [first, second, third] = permits;
        drop((first, third));
        assert_eq!((hosts.connections(), hosts.busy()), (1, 1));
        drop(second);
        assert_eq!((hosts.connections(), hosts.busy()), (0, 0));
    }

    #[test]
    fn a_permit_has_the_lowest_number_that_is_free() {
        let hosts = Hosts::default();
        let mut permits: Vec<_> = (0..128).map(|_| hosts.try_permit("a:80", 200).unwrap()).collect();
        assert!(permits.iter().map(Permit::number).eq(0..128));
        assert!(hosts.try_permit("a:80", 200).is_none(), "there are no more numbers");
        drop((permits.remove(70), permits.remove(3)));
        let again = [(); 2].map(|()| hosts.try_permit("a:80", 200).unwrap().number());
        assert_eq!(again, [3, 3], "given back at once");
        let [one, other] = [(); 2].map(|()| hosts.try_permit("a:80", 200).unwrap());
        assert_eq!((one.number(), other.number()), (3, 70));
    }

    #[tokio::test]
    async fn a_setting_that_allows_more_wakes_those_that_wait() {
        let hosts = Hosts::default();
        let most = |settings: &Settings| settings.connections_per_host;
        let (teller, settings) =
            watch::channel(Arc::new(Settings { connections_per_host: 1, ..Settings::default() }));
        let first = hosts.permit("a:80", &settings, most).await;
        let more = async { teller.send_replace(Arc::new(Settings::default())) };
        let (second, _) = tokio::join!(hosts.permit("a:80", &settings, most), more);
        drop((first, second));
    }
}
