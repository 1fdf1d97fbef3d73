//! The parts that the stories about Haul are told with: servers, a test bed, the real process, small disks, clocks.
//!
//! Everything here is real: sockets, files, processes. What a test waits for is an event or a record, never a while.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test bed that breaks stops its test"
)]

mod aria2;
mod bed;
mod certificates;
mod clock;
mod disk;
mod held_disk;
mod http2;
mod names;
mod nginx;
mod ports;
mod process;
mod proxy;
mod python;
mod server;
mod watch;

pub use aria2::{Aria2, LeftByAria2};
pub use bed::{Haul, HaulBuilder};
pub use clock::SetClock;
pub use disk::{SmallDisk, has_own_mounts, may_mount, rerun_as_root, rerun_with_own_mounts};
pub use h2::Reason;
pub use held_disk::HeldDisk;
pub use http2::{Http2Server, RunningHttp2Server};
pub use names::Names;
pub use nginx::Nginx;
pub use ports::free_port;
pub use process::{Ended, HaulProcess, Run};
pub use proxy::{ProxyServer, RunningProxy};
pub use python::PythonServer;
pub use server::{FileServer, Line, Records, Request, Route, RunningServer};

use sha2::Digest as _;
use std::path::Path;
use std::time::Duration;

pub const KIB: u64 = 1 << 10;
pub const MIB: u64 = 1 << 20;

/// After this long whatever a test waits for counts as never happening.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// The outcome of `future`; stops the test if there is none for too long.
#[track_caller]
pub fn soon<T>(future: impl Future<Output = T>) -> impl Future<Output = T> {
    let caller = std::panic::Location::caller();
    async move {
        let outcome = tokio::time::timeout(PATIENCE, future).await;
        outcome.unwrap_or_else(|_| panic!("no outcome at {caller}"))
    }
}

/// `size` bytes that do not compress or repeat; another `seed` gives other ones at every place.
pub fn noise(size: u64, seed: u64) -> Vec<u8> {
    let mut bytes = vec![0; usize::try_from(size).unwrap()];
    fastrand::Rng::with_seed(seed).fill(&mut bytes);
    bytes
}

/// SHA-256 in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The names in `folder`, sorted.
pub fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Stops the test if the file at `path` is not exactly `bytes`; says where it differs rather than printing megabytes.
#[track_caller]
pub fn assert_holds(path: &Path, bytes: &[u8]) {
    let read = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let differs = read.iter().zip(bytes).position(|(a, b)| a != b);
    assert!(
        read.len() == bytes.len() && differs.is_none(),
        "{} has {} bytes and should have {}; the first difference is at {differs:?}",
        path.display(),
        read.len(),
        bytes.len()
    );
}
