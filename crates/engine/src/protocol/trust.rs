//! Certificates that a person accepted by hand, for one download: each at the one host and port that showed it, and over
//! connections that no other download shares.

use haul_core::Failure;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use url::Url;

use super::clients::Clients;
use super::ways::{Way, Ways};

/// A certificate that is accepted though nobody who is trusted vouches for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    pub host: String,
    pub port: u16,
    /// In lower-case hexadecimal digits.
    pub sha256: String,
}

/// All that one transfer accepts.
#[derive(Debug, Clone, Default)]
pub struct Trust(Arc<HashMap<(String, u16), Trusted>>);

/// What is accepted at one host and port, and the connections there.
#[derive(Debug, Default)]
struct Trusted {
    certificates: Vec<String>,
    clients: Mutex<Option<Arc<Clients>>>,
}

impl Trust {
    pub fn of(pins: &[Pin]) -> Self {
        let mut at: HashMap<_, Trusted> = HashMap::new();
        for Pin { host, port, sha256 } in pins {
            at.entry((host.clone(), *port)).or_default().certificates.push(sha256.clone());
        }
        Self(Arc::new(at))
    }

    /// Whether nothing was accepted anywhere.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The ways to connect to where `url` leads; none if nothing was accepted there.
    pub fn clients(&self, url: &Url, ways: &Ways, way: &Way) -> Result<Option<Arc<Clients>>, Failure> {
        if self.is_empty() || url.scheme() != "https" {
            return Ok(None);
        }
        let host = url.host_str().unwrap_or_default();
        let at = (host.to_owned(), url.port_or_known_default().unwrap_or_default());
        let Some(trusted) = self.0.get(&at) else { return Ok(None) };
        let mut clients = trusted.clients.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(clients) = clients.as_ref().filter(|clients| clients.way == *way) {
            return Ok(Some(clients.clone()));
        }
        let tls = ways.tls().accepting(host, trusted.certificates.clone());
        Ok(Some(clients.insert(Arc::new(ways.made(&tls, way)?)).clone()))
    }
}
