//! What binds a transfer and shows only in all of them together: the line, the processor.

use haul_core::{Bound, DownloadId, DownloadRow, Status};
use haul_tests::{FileServer, Haul, Line, MIB, assert_holds, noise};

async fn bed() -> Haul {
    Haul::bed().settings(|settings| settings.connections_per_download = 1).start().await
}

/// The same server as another host.
fn elsewhere(url: String) -> String {
    url.replace("127.0.0.1", "localhost")
}

/// Waits for `size` bytes, none of which may be said to be bound by the line or the processor.
async fn comes_unbound(haul: &Haul, id: DownloadId, size: u64) {
    let row = haul.until(id, |row| {
        assert!(!matches!(row.bound, Some(Bound::Line | Bound::Processor)), "{row:#?}");
        row.received >= size
    });
    row.await;
}

/// Whether `id` is said to be bound by the line, as `other` comes and goes. A busy machine may hide one of its turns.
async fn shows_a_full_line(haul: &Haul, id: DownloadId, other: DownloadId) {
    for turn in 0..6 {
        let until = haul.details(id).await.row.received + 8 * MIB;
        let full = |row: &DownloadRow| row.bound == Some(Bound::Line);
        if full(&haul.until(id, |row| full(row) || row.received >= until).await) {
            return;
        }
        if haul.details(other).await.row.status == Status::Paused {
            haul.resume(other).await;
        } else {
            haul.pause(other).await;
        }
        eprintln!("turn {turn} showed nothing");
    }
    panic!("the line does not show");
}

#[tokio::test]
async fn a_full_line_shows_when_another_host_takes_its_part_of_it() {
    let line = Line::of(2 * MIB);
    let one = FileServer::of(noise(128 * MIB, 1)).behind(&line).start().await;
    let other = FileServer::of(noise(128 * MIB, 2)).behind(&line).start().await;
    let haul = bed().await;
    let first = haul.add(one.url()).await;
    // Alone it may be the line or the server: nothing is said.
    comes_unbound(&haul, first, 8 * MIB).await;
    let second = haul.add(elsewhere(other.url_of("b.bin"))).await;
    shows_a_full_line(&haul, first, second).await;
    // The first leaves, and the second gets what was its part: that one is bound by the line too.
    haul.pause(first).await;
    shows_a_full_line(&haul, second, first).await;
}

#[tokio::test]
async fn servers_that_give_no_more_are_no_full_line() {
    let one = FileServer::of(noise(32 * MIB, 1)).pace(MIB).start().await;
    let other = FileServer::of(noise(32 * MIB, 2)).pace(MIB).start().await;
    let haul = bed().await;
    let first = haul.add(one.url()).await;
    comes_unbound(&haul, first, 5 * MIB).await;
    let second = haul.add(elsewhere(other.url_of("b.bin"))).await;
    comes_unbound(&haul, second, 5 * MIB).await;
    haul.pause(second).await;
    let received = haul.details(first).await.row.received;
    comes_unbound(&haul, first, received + 4 * MIB).await;
}

#[tokio::test]
async fn threads_that_are_never_idle_show() {
    // So much that it takes the second or two over which the threads are looked at, however quick the machine is.
    let bytes = noise(384 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = bed().await;
    let busy = haul.keep_busy();
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.bound == Some(Bound::Processor)).await;
    drop(busy);
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}
