//! Why a download is not faster: each thing that can hold it back is put in its way, named, and taken away again.

use haul_core::{Bound, DownloadRow, OptionChange, OptionEdit, QueueSettings, Status};
use haul_tests::{FileServer, Haul, KIB, Line, MIB, Names, ProxyServer, assert_holds, noise};

use crate::proxies::manual;

fn bound_by(bound: Bound) -> impl Fn(&DownloadRow) -> bool {
    move |row| row.bound == Some(bound)
}

#[tokio::test]
async fn the_limit_that_is_reached_is_named_by_whose_it_is() {
    let bytes = noise(32 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::bed().settings(|settings| settings.limit = Some(256 * KIB)).start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, bound_by(Bound::GlobalLimit)).await;
    let queue = QueueSettings { limit: Some(128 * KIB), ..QueueSettings::named("Night") };
    let queue = haul.engine().add_queue(queue).await.unwrap();
    haul.engine().assign(vec![id], queue).await.unwrap();
    haul.until(id, bound_by(Bound::QueueLimit)).await;
    haul.engine().set_limit(id, Some(64 * KIB)).await.unwrap();
    haul.until(id, bound_by(Bound::OwnLimit)).await;
    haul.engine().set_limit(id, None).await.unwrap();
    haul.engine().set_queue(queue, QueueSettings::named("Night")).await.unwrap();
    haul.set(|settings| settings.limit = None).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_server_that_refuses_further_connections_is_named() {
    let bytes = noise(24 * MIB, 1);
    let server = FileServer::of(bytes.clone()).pace(2 * MIB).busy_beyond(2).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, bound_by(Bound::Server)).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_name_that_is_not_found_for_long_is_named_while_it_is_looked_up() {
    let bytes = noise(2 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let names = Names::held();
    let haul = Haul::bed().names(&names).start().await;
    let id = haul.add(server.url().replace("127.0.0.1", "files.test")).await;
    haul.until(id, bound_by(Bound::Dns)).await;
    names.release();
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_proxy_that_does_not_connect_is_named_while_it_is_waited_for() {
    let bytes = noise(2 * MIB, 1);
    let nginx = haul_tests::Nginx::with(&[("a.bin", &bytes)]).await;
    let proxy = ProxyServer::new().held().start().await;
    let settings = manual(proxy.url());
    let authority = std::fs::read(nginx.authority()).unwrap();
    let haul = Haul::bed().trusting(authority).settings(|now| now.proxy = settings).start().await;
    let id = haul.add(nginx.tls("a.bin")).await;
    haul.until(id, bound_by(Bound::Proxy)).await;
    proxy.release();
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_full_line_behind_a_proxy_is_the_proxy_s() {
    let line = Line::of(2 * MIB);
    let proxy = ProxyServer::new().behind(&line).start().await;
    let server = FileServer::of(noise(128 * MIB, 1)).start().await;
    let settings = manual(proxy.url());
    let names = Names::known();
    let bed = Haul::bed().names(&names).settings(|now| {
        now.proxy = settings;
        now.connections_per_download = 1;
    });
    let haul = bed.start().await;
    let first = haul.add(server.url()).await;
    haul.until(first, |row| row.received >= 8 * MIB).await;
    let second = haul.add(server.url_of("b.bin").replace("127.0.0.1", "localhost")).await;
    let full = |row: &DownloadRow| row.bound == Some(Bound::Proxy);
    for _turn in 0..6 {
        let until = haul.details(first).await.row.received + 8 * MIB;
        if full(&haul.until(first, |row| full(row) || row.received >= until).await) {
            return;
        }
        if haul.details(second).await.row.status == Status::Paused {
            haul.resume(second).await;
        } else {
            haul.pause(second).await;
        }
    }
    panic!("the proxy does not show");
}

#[tokio::test]
async fn time_between_tries_is_named() {
    let bytes = noise(2 * MIB, 1);
    let server = FileServer::of(bytes.clone()).first(3).status(503).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, bound_by(Bound::Retries)).await;
    haul.retry(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn what_holds_a_download_back_is_not_named_where_it_does_not() {
    let server = FileServer::of(noise(8 * MIB, 1)).pace(MIB).start().await;
    let haul = Haul::bed().settings(|settings| settings.connections_per_download = 1).start().await;
    let id = haul.add(server.url()).await;
    // A limit far above what comes binds nothing.
    let edit = OptionEdit { id, changes: vec![OptionChange::Limit(Some(512 * MIB))] };
    haul.engine().set_options(vec![edit]).await.unwrap();
    let seen = haul.until(id, |row| {
        let silent = !matches!(row.bound, Some(Bound::OwnLimit | Bound::Dns | Bound::Proxy | Bound::Retries));
        assert!(silent, "{row:#?}");
        row.received >= 4 * MIB
    });
    seen.await;
}
