//! Makes downloads happen on tokio: the [`Engine`] handle, the dispatcher behind it, protocols, transfers and the store.
//!
//! Knows no window and starts no runtime: its consumer does both. See `ARCHITECTURE.md`.

mod clock;
mod config;
mod disks;
mod dispatcher;
mod engine;
mod error;
mod files;
mod glances;
mod hosts;
mod network;
mod protocol;
mod recycled;
mod resolver;
mod store;
mod transfer;
mod trips;
mod waits;

pub use clock::{Clock, Told};
pub use config::{Database, EngineConfig};
pub use engine::{Engine, Subscription, WindowLine};
pub use error::{EngineError, OpenError};
pub use files::free_space;
pub use network::Network;
pub use resolver::{Lookup, Resolver};
pub use trips::{RoundTrip, Trips};
