//! Proxies: used, gone around, refused by, logged in to. A log-in is told to nobody else and written nowhere.

use haul_core::failure::Remedy;
use haul_core::{Failure, OptionChange, OptionEdit, Proxy, ProxyFault};
use haul_tests::{
    FileServer, Haul, HaulProcess, MIB, Names, Nginx, ProxyServer, assert_holds, free_port, noise,
};

const LOGIN: &str = "ada:hunter2pass";

pub fn manual(url: impl Into<String>) -> Proxy {
    Proxy::Manual { url: url.into(), no_proxy: Vec::new() }
}

fn without(url: String, host: &str) -> Proxy {
    Proxy::Manual { url, no_proxy: vec![host.to_owned()] }
}

/// A test bed that reaches everything over `proxy`, and gives up soon.
async fn over(proxy: Proxy) -> Haul {
    let bed = Haul::bed().settings(|settings| {
        settings.proxy = proxy;
        settings.max_tries = 1;
        settings.connect_timeout_secs = 2;
        settings.stall_timeout_secs = 2;
    });
    bed.start().await
}

fn fault(failure: &Failure) -> ProxyFault {
    match failure {
        Failure::Proxy { fault, .. } => *fault,
        other => panic!("no fault of a proxy: {other:?}"),
    }
}

#[tokio::test]
async fn what_is_not_encrypted_is_forwarded_and_the_rest_tunnelled() {
    let bytes = noise(3 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let nginx = Nginx::with(&[("b.bin", &bytes)]).await;
    let proxy = ProxyServer::new().start().await;
    let authority = std::fs::read(nginx.authority()).unwrap();
    let way = manual(proxy.url());
    let haul = Haul::bed().trusting(authority).settings(|settings| settings.proxy = way).start().await;
    let plain = haul.add(server.url()).await;
    let secured = haul.add(nginx.tls("b.bin")).await;
    haul.completed(plain).await;
    haul.completed(secured).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_holds(&haul.file("b.bin"), &bytes);
    let asked = proxy.asked();
    assert!(asked.contains(&format!("GET {} HTTP/1.1", server.url())), "{asked:#?}");
    let (host, port) = nginx.tls_at();
    assert!(asked.contains(&format!("CONNECT {host}:{port} HTTP/1.1")), "{asked:#?}");
}

#[tokio::test]
async fn exceptions_and_downloads_with_a_way_of_their_own_go_around_it() {
    let server = FileServer::of(noise(MIB, 1)).start().await;
    let proxy = ProxyServer::new().start().await;
    let haul = over(without(proxy.url(), "127.0.0.0/8")).await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    haul.set(|settings| settings.proxy = manual(proxy.url())).await;
    let id = haul.add_with(server.url_of("b.bin"), |new| new.options.proxy = Some(Proxy::None)).await;
    haul.completed(id).await;
    assert_eq!(proxy.asked(), [""; 0]);
    // A setting that was changed holds for what comes next.
    let id = haul.add(server.url_of("c.bin")).await;
    haul.completed(id).await;
    assert!(!proxy.asked().is_empty());
}

#[tokio::test]
async fn a_proxy_that_wants_a_log_in_is_asked_for_it_once_and_gets_it_from_the_person() {
    let bytes = noise(2 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let proxy = ProxyServer::new().wanting(LOGIN).start().await;
    let haul = over(manual(proxy.url())).await;
    let id = haul.add(server.url()).await;
    let failure = haul.failed(id).await;
    assert_eq!(failure.to_string(), format!("the proxy {} wants a user name and password", proxy.name()));
    assert_eq!((fault(&failure), failure.remedy()), (ProxyFault::LoginNeeded, Remedy::AskUser));
    haul.set(|settings| settings.proxy = manual(proxy.url_with(LOGIN))).await;
    haul.retry(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    let brought = server.requests();
    assert!(brought.iter().all(|request| request.header("proxy-authorization").is_none()), "{brought:#?}");
}

#[tokio::test]
async fn a_tunnel_that_wants_a_log_in_says_the_same() {
    let nginx = Nginx::with(&[("a.bin", &noise(MIB, 1))]).await;
    let proxy = ProxyServer::new().wanting(LOGIN).start().await;
    let authority = std::fs::read(nginx.authority()).unwrap();
    let way = manual(proxy.url());
    let haul = Haul::bed().trusting(authority).settings(|settings| settings.proxy = way).start().await;
    let id = haul.add(nginx.tls("a.bin")).await;
    assert_eq!(fault(&haul.failed(id).await), ProxyFault::LoginNeeded);
    let proxy = Some(manual(proxy.url_with(LOGIN)));
    let edit = OptionEdit { id, changes: vec![OptionChange::Proxy(proxy)] };
    haul.engine().set_options(vec![edit]).await.unwrap();
    haul.retry(id).await;
    haul.completed(id).await;
}

#[tokio::test]
async fn a_log_in_is_kept_in_memory_only() {
    let server = FileServer::of(noise(4 * MIB, 1)).hold_after(MIB).start().await;
    let proxy = ProxyServer::new().wanting(LOGIN).start().await;
    let mut haul = over(manual(proxy.url_with(LOGIN))).await;
    let own = manual(proxy.url_with(LOGIN));
    let id = haul.add_with(server.url(), |new| new.options.proxy = Some(own.clone())).await;
    haul.until(id, |row| row.received > 0).await;
    assert_eq!(haul.details(id).await.options.proxy, Some(own.clone()));
    haul.pause(id).await;
    haul.stop().await;
    for entry in std::fs::read_dir(haul.database().parent().unwrap()).unwrap() {
        let path = entry.unwrap().path();
        let held = std::fs::read(&path).unwrap_or_default();
        let told = held.windows(11).any(|window| window == b"hunter2pass");
        assert!(!told, "the log-in stands in {}", path.display());
    }
    haul.reopen().await;
    assert_eq!(haul.details(id).await.options.proxy, Some(own.without_login()));
    assert_eq!(haul.engine().settings().borrow().proxy, own.without_login());
    server.release();
    haul.resume(id).await;
    assert_eq!(fault(&haul.failed(id).await), ProxyFault::LoginNeeded);
}

#[tokio::test]
async fn a_proxy_that_cannot_be_used_says_why() {
    let server = FileServer::of(noise(MIB, 1)).start().await;
    let nginx = Nginx::with(&[("a.bin", &noise(MIB, 1))]).await;
    let gone = format!("http://127.0.0.1:{}", free_port());
    let refusing = ProxyServer::new().refusing().start().await;
    let silent = ProxyServer::new().held().start().await;
    for (proxy, url, wanted) in [
        (gone, server.url(), ProxyFault::Unreachable),
        (refusing.url(), nginx.tls("a.bin"), ProxyFault::Refused),
        (silent.url(), nginx.tls("a.bin"), ProxyFault::TimedOut),
    ] {
        let haul = over(manual(proxy.clone())).await;
        let id = haul.add(url).await;
        let failure = haul.failed(id).await;
        assert_eq!(fault(&failure), wanted, "{failure}");
        assert!(proxy.ends_with(failure.to_string().split(' ').nth(2).unwrap()), "{failure}");
        assert_eq!(failure.remedy(), Remedy::RetryLater);
    }
    assert_eq!(server.records().connections, 0);
}

#[tokio::test]
async fn a_name_that_is_not_found_is_told_from_its_proxy_s() {
    let server = FileServer::of(noise(MIB, 1)).start().await;
    let hurry = |settings: &mut haul_core::Settings| {
        settings.max_tries = 1;
        settings.proxy = manual("http://proxy.invalid:3128");
    };
    let haul = Haul::bed().names(&Names::known()).settings(hurry).start().await;
    let id = haul.add(server.url().replace("127.0.0.1", "files.test")).await;
    assert_eq!(fault(&haul.failed(id).await), ProxyFault::NotFound);
    haul.set(|settings| settings.proxy = Proxy::None).await;
    haul.retry(id).await;
    haul.completed(id).await;
    let id = haul.add(server.url().replace("127.0.0.1", "files.invalid")).await;
    assert_eq!(haul.failed(id).await, Failure::HostNotFound { host: "files.invalid".into() });
}

#[tokio::test]
async fn the_program_goes_over_the_proxy_that_it_is_told() {
    let bytes = noise(MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let proxy = ProxyServer::new().wanting(LOGIN).start().await;
    let haul = HaulProcess::new();
    let ended = haul.get(&["--proxy", &proxy.url(), "--max-tries", "1", &server.url()]).await.expect(24);
    assert!(ended.stderr.contains("wants a user name and password"), "{}", ended.stderr);
    assert!(ended.stderr.contains("--proxy http://NAME:PASSWORD@HOST:PORT"), "{}", ended.stderr);
    let environment = [("http_proxy", &*proxy.url_with(LOGIN))];
    haul.start_with(&[&server.url()], &environment).ended().await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
    let asked = proxy.asked().len();
    assert!(asked > 0);
    // What the environment says is overruled, and has its exceptions.
    haul.start_with(&["--proxy", "none", &server.url_of("b.bin")], &environment).ended().await.expect(0);
    let around = [environment[0], ("no_proxy", "127.0.0.1")];
    haul.start_with(&[&server.url_of("c.bin")], &around).ended().await.expect(0);
    assert_eq!(proxy.asked().len(), asked);
}
