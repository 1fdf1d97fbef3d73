//! Names of servers that a test gives away, found as slowly as it likes.

use async_trait::async_trait;
use haul_engine::{Lookup, Resolver};
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use tokio::sync::watch;

/// Every name below `.test` is this machine; no other is found. Clones are the same one.
#[derive(Clone)]
pub struct Names {
    held: watch::Sender<bool>,
}

impl Names {
    pub fn known() -> Self {
        Self { held: watch::Sender::new(false) }
    }

    /// Nobody is told anything until they are [released](Self::release).
    pub fn held() -> Self {
        Self { held: watch::Sender::new(true) }
    }

    pub fn release(&self) {
        self.held.send_replace(false);
    }

    pub(crate) fn resolver(&self) -> Resolver {
        Resolver::by(self.clone())
    }
}

#[async_trait]
impl Lookup for Names {
    async fn lookup(&self, name: &str) -> io::Result<Vec<SocketAddr>> {
        let released = self.held.subscribe().wait_for(|held| !held).await.map(drop);
        released.map_err(io::Error::other)?;
        if name.ends_with(".test") {
            Ok(vec![SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0)])
        } else {
            Err(io::Error::new(io::ErrorKind::NotFound, name))
        }
    }
}
