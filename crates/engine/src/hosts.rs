//! Connections per host over all downloads: permits that live in the connection's task.

use dashmap::DashMap;
use std::sync::Arc;
use tokio::sync::Notify;

/// Counts the connections to each `host:port`.
#[derive(Debug, Clone, Default)]
pub struct Hosts(Arc<DashMap<String, Arc<Host>>>);

#[derive(Debug, Default)]
struct Host {
    open: std::sync::Mutex<u32>,
    freed: Notify,
}

/// The right to hold one connection to a host; given back when dropped.
#[derive(Debug)]
pub struct Permit(Arc<Host>);

impl Hosts {
    /// A permit if fewer than `most` are out.
    pub fn try_permit(&self, host: &str, most: u32) -> Option<Permit> {
        try_take(&self.host(host), most)
    }

    /// A permit, as soon as fewer than `most` are out. Cancel safe.
    pub async fn permit(&self, host: &str, most: u32) -> Permit {
        let host = self.host(host);
        loop {
            let freed = host.freed.notified();
            if let Some(permit) = try_take(&host, most) {
                return permit;
            }
            freed.await;
        }
    }

    fn host(&self, name: &str) -> Arc<Host> {
        if let Some(host) = self.0.get(name) {
            return host.clone();
        }
        self.0.entry(name.to_owned()).or_default().clone()
    }
}

fn try_take(host: &Arc<Host>, most: u32) -> Option<Permit> {
    let mut open = host.open.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if *open >= most {
        return None;
    }
    *open += 1;
    Some(Permit(host.clone()))
}

impl Drop for Permit {
    fn drop(&mut self) {
        *self.0.open.lock().unwrap_or_else(std::sync::PoisonError::into_inner) -= 1;
        self.0.freed.notify_one();
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
        let (second, ()) = tokio::join!(hosts.permit("a:80", 1), async move { drop(first) });
        drop(second);
    }
}
