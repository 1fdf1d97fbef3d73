//! How the addresses of servers are looked up.

use async_trait::async_trait;
use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

/// A way to look up addresses.
#[async_trait]
pub trait Lookup: Send + Sync {
    /// The addresses of `name`, at any port.
    async fn lookup(&self, name: &str) -> io::Result<Vec<SocketAddr>>;
}

/// The way in use. Clones are the same one.
#[derive(Clone)]
pub struct Resolver(Arc<dyn Lookup>);

impl Resolver {
    /// As the system does it: its hosts file, its servers, its cache.
    pub fn system() -> Self {
        Self::by(System)
    }

    pub fn by(lookup: impl Lookup + 'static) -> Self {
        Self(Arc::new(lookup))
    }

    pub(crate) async fn lookup(&self, name: &str) -> io::Result<Vec<SocketAddr>> {
        self.0.lookup(name).await
    }
}

impl fmt::Debug for Resolver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Resolver")
    }
}

struct System;

#[async_trait]
impl Lookup for System {
    async fn lookup(&self, name: &str) -> io::Result<Vec<SocketAddr>> {
        Ok(tokio::net::lookup_host((name, 0)).await?.collect())
    }
}
