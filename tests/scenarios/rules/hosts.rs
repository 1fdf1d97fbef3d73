//! What is set for single hosts: how they are asked, by whom, over how many connections and how fast.

use super::*;
use haul_core::host_settings::{HostSettings, Secret};
use std::time::Instant;

fn of(host: &str) -> HostSettings {
    HostSettings { host: host.into(), ..HostSettings::default() }
}

async fn with_host(host: HostSettings) -> Haul {
    Haul::bed().settings(|settings| settings.hosts = vec![host]).start().await
}

#[tokio::test]
async fn a_host_is_asked_as_is_set_for_it_and_no_other_is() {
    let server = FileServer::of(noise(SIZE, 1)).start().await;
    let leading = FileServer::of(noise(1, 1)).redirect_to(&server.url().replace("127.0.0.1", "localhost"));
    let leading = leading.start().await;
    let host = HostSettings {
        user_agent: Some("Browser/1".into()),
        headers: vec![("X-Team".into(), "red".into())],
        user: Some("ada".into()),
        password: Some(Secret("hush".into())),
        ..of("127.0.0.?")
    };
    let haul = with_host(host).await;
    let id = haul.add(leading.url()).await;
    haul.completed(id).await;
    let asked = leading.requests().remove(0);
    assert_eq!((asked.header("user-agent"), asked.header("x-team")), (Some("Browser/1"), Some("red")));
    assert_eq!(asked.header("authorization"), Some("Basic YWRhOmh1c2g="));
    for elsewhere in server.requests() {
        assert!(elsewhere.header("user-agent").unwrap().starts_with("Haul/"));
        assert_eq!((elsewhere.header("x-team"), elsewhere.header("authorization")), (None, None));
    }
    let own = server.url().replace("http://", "http://eve:own@");
    let id = haul.add_with(own, |new| new.options.headers = vec![("X-Team".into(), "blue".into())]).await;
    haul.completed(id).await;
    let asked = server.requests().pop().unwrap();
    assert_eq!(asked.header("authorization"), Some("Basic ZXZlOm93bg=="), "its own log-in counts");
    assert_eq!(asked.header("x-team"), Some("blue"));
}

#[tokio::test]
async fn a_log_in_outlives_a_restart_and_is_not_in_the_list() {
    let server = FileServer::of(noise(SIZE, 1)).start().await;
    let host = HostSettings {
        headers: vec![("X-Api-Key".into(), "goldenKey".into()), ("X-Team".into(), "red".into())],
        user: Some("ada".into()),
        password: Some(Secret("hunter2pass".into())),
        ..of("127.0.0.1")
    };
    let mut haul = with_host(host.clone()).await;
    haul.set(|settings| settings.single_keys = false).await;
    haul.restart().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    let asked = server.requests().remove(0);
    assert_eq!(asked.header("authorization"), Some("Basic YWRhOmh1bnRlcjJwYXNz"));
    assert_eq!((asked.header("x-api-key"), asked.header("x-team")), (Some("goldenKey"), Some("red")));
    haul.stop().await;
    let list = std::fs::read(haul.database()).unwrap();
    for secret in ["hunter2pass", "goldenKey"] {
        assert!(!list.windows(secret.len()).any(|part| part == secret.as_bytes()), "{secret} is in the list");
    }
    #[cfg(unix)]
    {
        let mut secrets = haul.database().into_os_string();
        secrets.push(".secrets");
        let mode =
            std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(secrets).unwrap().permissions());
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[tokio::test]
async fn a_host_gets_no_more_connections_than_are_set_for_it_whoever_asks_for_more() {
    let server = FileServer::of(noise(8 * MIB, 1)).pace(2 * MIB).refused_beyond(403, 2).start().await;
    let haul = with_host(HostSettings { connections: Some(2), ..of("127.*") }).await;
    let id = haul.add_with(server.url(), |new| new.options.connections = Some(8)).await;
    let mut most = 0;
    haul.until(id, |row| {
        most = most.max(row.connections);
        matches!(row.status, Status::Completed { .. })
    })
    .await;
    assert_eq!(most, 2);
    assert!(server.requests().iter().all(haul_tests::Request::served), "nothing was refused");
    assert_holds(&haul.file("a.bin"), &noise(8 * MIB, 1));
}

#[tokio::test]
async fn the_limit_of_a_host_is_shared_by_its_downloads_and_can_be_lifted() {
    let server = FileServer::of(noise(2 * MIB, 1)).start().await;
    let haul = with_host(HostSettings { limit: Some(MIB), ..of("127.0.0.1") }).await;
    let begun = Instant::now();
    let ids = [haul.add(server.url_of("one.bin")).await, haul.add(server.url_of("other.bin")).await];
    let elsewhere = haul.add(server.url_of("free.bin").replace("127.0.0.1", "localhost")).await;
    haul.completed(elsewhere).await;
    assert!(begun.elapsed().as_secs_f64() < 2.5, "another host is not held back");
    for id in ids {
        haul.completed(id).await;
    }
    let took = begun.elapsed().as_secs_f64();
    assert!((2.8..9.0).contains(&took), "{took:.1} s instead of 4");
    let slow = haul.add(server.url_of("slow.bin")).await;
    haul.until(slow, |row| row.received > 0).await;
    haul.set(|settings| settings.hosts = Vec::new()).await;
    let begun = Instant::now();
    haul.completed(slow).await;
    assert!(begun.elapsed().as_secs_f64() < 1.5, "{:?}", begun.elapsed());
}
