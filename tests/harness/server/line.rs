//! A line to the network that several servers are reached through.

use async_trait::async_trait;
use haul_engine::RoundTrip;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::time::{Instant, sleep_until};

/// Carries so many bytes a second, whoever sends them: connections take turns.
#[derive(Clone)]
pub struct Line(Arc<Shared>);

struct Shared {
    rate: u64,
    /// When it has carried all that was given to it.
    free: Mutex<Instant>,
}

impl Line {
    pub fn of(bytes_per_second: u64) -> Line {
        Line(Arc::new(Shared { rate: bytes_per_second, free: Mutex::new(Instant::now()) }))
    }

    /// Returns when the line has carried `count` bytes more.
    pub(crate) async fn carry(&self, count: u64) {
        let carried = {
            let mut free = self.0.free.lock().unwrap();
            *free = Instant::now().max(*free) + Duration::from_secs_f64(count as f64 / self.0.rate as f64);
            *free
        };
        sleep_until(carried).await;
    }
}

/// A way to a server and back over a line, where each packet waits for what is before it.
#[derive(Clone)]
pub struct Route {
    line: Line,
    length: Duration,
    asked: Arc<Mutex<Vec<(SocketAddr, Duration)>>>,
}

/// Of a packet.
const PACKET: u64 = 64;

impl Route {
    /// A round trip over `line` takes so long while nothing else is on it.
    pub fn over(line: &Line, length: Duration) -> Route {
        Route { line: line.clone(), length, asked: Arc::default() }
    }

    /// Who was asked how far they are, in order, and what the answer waited for on the line.
    pub fn asked(&self) -> Vec<(SocketAddr, Duration)> {
        self.asked.lock().unwrap().clone()
    }
}

#[async_trait]
impl RoundTrip for Route {
    async fn measure(&self, to: SocketAddr) -> io::Result<(IpAddr, Duration)> {
        let begun = Instant::now();
        self.line.carry(PACKET).await;
        let waited = begun.elapsed();
        self.asked.lock().unwrap().push((to, waited));
        Ok((IpAddr::V4(Ipv4Addr::LOCALHOST), self.length + waited))
    }
}
