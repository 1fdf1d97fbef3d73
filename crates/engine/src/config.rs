//! What an engine needs to know before it starts.

use haul_core::Surroundings;
use std::path::PathBuf;
use tokio::sync::watch;

use crate::clock::Clock;
use crate::network::Network;
use crate::resolver::Resolver;
use crate::trips::Trips;

/// Where the list is kept.
#[derive(Debug, Clone)]
pub enum Database {
    /// A SQLite file; it and its folder are made if missing.
    File(PathBuf),
    /// Nowhere: forgotten when the engine ends. Part files still carry their own checkpoints, so the same URL asked for
    /// again goes on where it stopped.
    Memory,
}

/// Everything an engine is opened with. Times, counts and limits are [`Settings`](haul_core::Settings) and can change
/// while it runs; this cannot.
#[derive(Debug, Clone)]
pub struct EngineConfig {
    pub database: Database,
    /// The folder for downloads until the person sets another one. Absolute.
    pub folder: PathBuf,
    /// Certificates (PEM, one or more) to trust beside the system's.
    pub extra_roots: Vec<Vec<u8>>,
    /// Who one is to servers that ask for a certificate: it, what signed it, and its private key (PEM, in one text).
    pub identity: Option<Vec<u8>>,
    /// How the engine learns whether there is a network.
    pub network: Network,
    /// How the computer's power and line are, as the consumer tells. Who tells nothing has mains power and pays for no byte.
    pub surroundings: watch::Receiver<Surroundings>,
    /// What schedules go by.
    pub clock: Clock,
    /// How it looks up the addresses of servers.
    pub resolver: Resolver,
    /// How it measures how long round trips take, while it leaves room for others.
    pub trips: Trips,
}

impl EngineConfig {
    pub fn new(database: Database, folder: impl Into<PathBuf>) -> Self {
        Self {
            database,
            folder: folder.into(),
            extra_roots: Vec::new(),
            identity: None,
            network: Network::system(),
            surroundings: watch::channel(Surroundings::default()).1,
            clock: Clock::system(),
            resolver: Resolver::system(),
            trips: Trips::handshakes(),
        }
    }
}
