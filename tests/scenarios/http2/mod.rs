//! HTTP/2 that goes wrong: the whole file or a clear error, nothing wrong under the final name, nothing lost.

mod answers;
mod connections;
mod streams;

use haul_core::{Addition, DownloadId, DownloadRow, Failure, LogEntry, NewDownload, Settings};
use haul_tests::{
    FileServer, Haul, Http2Server, MIB, RunningHttp2Server, RunningServer, assert_holds, noise,
};

/// A test bed that trusts `server`, for somebody with little patience.
pub async fn impatient(server: &RunningHttp2Server) -> Haul {
    bed(server, |settings| (settings.max_tries, settings.stall_timeout_secs) = (2, 2)).await
}

/// A test bed that trusts `server`, and in which the first try that counts is the last.
pub async fn with_one_try(server: &RunningHttp2Server) -> Haul {
    bed(server, |settings| settings.max_tries = 1).await
}

pub async fn bed(server: &RunningHttp2Server, change: impl FnOnce(&mut Settings) + 'static) -> Haul {
    Haul::bed().trusting(server.authority()).settings(change).start().await
}

/// How a download from `script` fails; nothing lies under the final name then.
pub async fn failure(script: Http2Server) -> (Failure, RunningHttp2Server) {
    let server = script.start().await;
    let haul = impatient(&server).await;
    let failure = haul.failed(haul.add(server.url()).await).await;
    assert!(!haul.file("a.bin").exists(), "{:?}", haul.names());
    (failure, server)
}

/// Downloads from `script` and stops the test if the file is not exactly `bytes`.
pub async fn arrives(script: Http2Server, bytes: &[u8]) -> (DownloadRow, RunningHttp2Server) {
    let server = script.start().await;
    let haul = impatient(&server).await;
    let row = haul.completed(haul.add(server.url()).await).await;
    assert_holds(&haul.file("a.bin"), bytes);
    assert_eq!(haul.names(), ["a.bin"]);
    (row, server)
}

pub async fn add_over(haul: &Haul, server: &RunningHttp2Server, connections: u32) -> DownloadId {
    haul.add_with(server.url(), |new| new.options.connections = Some(connections)).await
}

/// Stops the test if the log of `id` speaks of any trouble.
pub async fn assert_no_trouble(haul: &Haul, id: DownloadId) {
    let log = haul.log(id).await;
    let is_trouble = |entry: &LogEntry| {
        matches!(
            entry,
            LogEntry::ConnectionFailed { .. } | LogEntry::FewerConnections { .. } | LogEntry::Retrying { .. }
        )
    };
    assert!(!log.iter().any(is_trouble), "{log:#?}");
}

/// Downloads 60 small files from `server` over one connection, and stops the test if one of them is not exactly `bytes`.
pub async fn many_arrive(haul: &Haul, server: &RunningHttp2Server, bytes: &[u8]) {
    let _elsewhere = busy_elsewhere(haul).await;
    let names: Vec<String> = (0..60).map(|number| format!("{number:02}.bin")).collect();
    // Those who begin together, before any connection is there, open one each.
    haul.completed(haul.add(server.url_of(&names[0])).await).await;
    let new = names[1..].iter().map(|name| NewDownload::of(server.url_of(name))).collect();
    for addition in haul.engine().add(new).await.unwrap() {
        let Addition::Added { id } = addition else { panic!("{addition:?}") };
        haul.completed(id).await;
    }
    assert_eq!(haul.names(), names);
    for name in &names {
        assert_holds(&haul.file(name), bytes);
    }
}

/// A download from a second host, in a folder of its own: while it runs, requests to the first share one connection.
async fn busy_elsewhere(haul: &Haul) -> RunningServer {
    let server = FileServer::of(noise(3 * MIB, 2)).hold_after(MIB).start().await;
    let folder = haul.folder().with_file_name("elsewhere");
    std::fs::create_dir(&folder).unwrap();
    let id = haul.add_with(server.url_of("held.bin"), |new| new.folder = Some(folder)).await;
    haul.downloading(id).await;
    server
}
