//! Connections per host over all downloads, as permits that live in the connection's task; and what was learned of each.

mod permit;

use dashmap::DashMap;
use haul_core::host::{Learned, REMEMBERED};
use std::collections::HashSet;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use crate::store::KnownHost;
use permit::Places;
pub use permit::{MOST_CARRIERS, MOST_SMALL, Permit, Wanted};

/// Small files in a row after which the next is expected to be small too.
const MANY: u32 = 8;
/// The same where a wrong guess costs one request that is broken off.
const SEVERAL: u32 = 2;
/// How long a host that was in trouble is asked for no more at once than by the rule.
const SPARED: Duration = Duration::from_secs(120);

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
    places: Places,
    learned: Mutex<Option<(SystemTime, Learned)>>,
    /// Answers in a row that were small files, and how many of those came over a shared connection.
    small: AtomicU32,
    shared: AtomicU32,
    /// When it was in trouble last.
    trouble: Mutex<Option<Instant>>,
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

    /// Connections to all hosts.
    pub fn connections(&self) -> u32 {
        self.0.connections.load(Ordering::Relaxed)
    }

    /// Hosts that there are connections to.
    pub fn busy(&self) -> u32 {
        self.0.busy.load(Ordering::Relaxed)
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

    /// Takes note that `host` asked for patience or gave nothing: for a while it is not asked for more at once than by the
    /// rule, whatever it gave before.
    pub fn has_trouble(&self, host: &str) {
        *lock(&self.host(host).trouble) = Some(Instant::now());
    }

    /// Whether `host` gave nothing but small files as of late.
    pub fn gives_small(&self, host: &str) -> bool {
        self.gave(host, |host| &host.small, MANY)
    }

    /// The same, over a connection that carries many at once: asking for more of them then costs neither of the two a
    /// connection.
    pub fn gives_small_over_one(&self, host: &str) -> bool {
        self.gave(host, |host| &host.shared, SEVERAL)
    }

    fn gave(&self, host: &str, counter: impl Fn(&Host) -> &AtomicU32, least: u32) -> bool {
        self.0.hosts.get(host).is_some_and(|host| {
            let spared = || lock(&host.trouble).is_some_and(|at| at.elapsed() < SPARED);
            counter(&host).load(Ordering::Relaxed) >= least && !spared()
        })
    }

    fn host(&self, name: &str) -> Arc<Host> {
        if let Some(host) = self.0.hosts.get(name) {
            return host.clone();
        }
        self.0.hosts.entry(name.to_owned()).or_default().clone()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_in_trouble_is_not_hurried() {
        let hosts = Hosts::default();
        for _ in 0..MANY {
            hosts.answered("a:80", true, true);
        }
        assert!(hosts.gives_small("a:80") && hosts.gives_small_over_one("a:80"));
        hosts.has_trouble("a:80");
        hosts.answered("a:80", true, true);
        assert!(!hosts.gives_small("a:80") && !hosts.gives_small_over_one("a:80"));
        assert!(!hosts.gives_small("b:80"));
    }
}
