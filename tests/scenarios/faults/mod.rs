//! Bad input and broken servers: a clear error or the whole file, nothing wrong under the final name, nothing lost.

mod addresses;
mod answers;
mod connections;
mod lengths;
mod ranges;
mod refusals;

use haul_core::{DownloadRow, Failure};
use haul_tests::{FileServer, Haul, RunningServer, assert_holds};

/// How a download from `script` fails, for somebody with little patience; nothing lies under the final name then.
pub async fn failure(script: FileServer) -> (Failure, RunningServer) {
    let server = script.start().await;
    let haul = Haul::impatient().await;
    let id = haul.add(server.url()).await;
    let failure = haul.failed(id).await;
    assert!(!haul.file("a.bin").exists(), "{:?}", haul.names());
    (failure, server)
}

/// Downloads from `script` and stops the test if the file is not exactly `bytes`.
pub async fn arrives(script: FileServer, bytes: &[u8]) -> (DownloadRow, RunningServer) {
    let server = script.start().await;
    let haul = Haul::bed().settings(|settings| settings.stall_timeout_secs = 2).start().await;
    let id = haul.add(server.url()).await;
    let row = haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), bytes);
    assert_eq!(haul.names(), ["a.bin"]);
    (row, server)
}
