//! How long round trips to servers take.

use async_trait::async_trait;
use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::Instant;

/// A way to measure round trips.
#[async_trait]
pub trait RoundTrip: Send + Sync {
    /// How long a round trip to `to` takes now, and from which address of this computer.
    async fn measure(&self, to: SocketAddr) -> io::Result<(IpAddr, Duration)>;
}

/// The way in use. Clones are the same one.
#[derive(Clone)]
pub struct Trips(Arc<dyn RoundTrip>);

impl Trips {
    /// By TCP handshakes, each of a connection that is closed at once. They pass the same queues as what is fetched, and
    /// systems answer them without a program's help. What the kernel knows of the connections in use is about what we send
    /// there, which is next to nothing.
    pub fn handshakes() -> Self {
        Self::by(Handshakes)
    }

    pub fn by(trip: impl RoundTrip + 'static) -> Self {
        Self(Arc::new(trip))
    }

    pub(crate) async fn measure(&self, to: SocketAddr) -> io::Result<(IpAddr, Duration)> {
        self.0.measure(to).await
    }
}

impl fmt::Debug for Trips {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Trips")
    }
}

struct Handshakes;

#[async_trait]
impl RoundTrip for Handshakes {
    async fn measure(&self, to: SocketAddr) -> io::Result<(IpAddr, Duration)> {
        let begun = Instant::now();
        let connection = TcpStream::connect(to).await?;
        Ok((connection.local_addr()?.ip(), begun.elapsed()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::net::TcpListener;

    #[tokio::test]
    async fn a_handshake_is_answered_though_nobody_accepts_and_brings_nothing() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let to = listener.local_addr().unwrap();
        let (from, took) = Trips::handshakes().measure(to).await.unwrap();
        assert!(from.is_loopback() && took > Duration::ZERO);
        let (connection, _) = listener.accept().await.unwrap();
        connection.readable().await.unwrap();
        assert_eq!(connection.try_read(&mut [0; 1]).unwrap(), 0, "it is closed at once");
    }
}
