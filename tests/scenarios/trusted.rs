//! A certificate that does not hold, and a person who knows it: accepted by hand for one download, where it was shown, and
//! never for longer.

use haul_core::{CertificateFault, Check, DownloadId, Failure, LogEntry, RefusedCertificate};
use haul_engine::EngineError;
use haul_tests::{Haul, HaulProcess, MIB, Nginx, assert_holds, noise};

const SIZE: u64 = 12 * MIB;

/// Why the download failed: it must be a certificate.
async fn refused(haul: &Haul, id: DownloadId) -> RefusedCertificate {
    match haul.failed(id).await {
        Failure::Tls { certificate: Some(refused), .. } => *refused,
        failure => panic!("{failure:?}"),
    }
}

async fn trust(haul: &Haul, id: DownloadId) {
    let refused = refused(haul, id).await;
    haul.engine().trust_once(id, refused.sha256).await.unwrap();
}

#[tokio::test]
async fn what_was_refused_can_be_looked_at_and_nothing_was_sent() {
    let nginx = Nginx::with(&[("a.bin", b"secret")]).await;
    let haul = Haul::impatient().await;
    let shown = refused(&haul, haul.add(nginx.tls("a.bin")).await).await;
    assert_eq!(shown.sha256, nginx.fingerprint());
    assert_eq!((shown.host.as_str(), shown.port), nginx.tls_at());
    assert_eq!(shown.fault, CertificateFault::UnknownIssuer);
    assert_eq!(shown.subject.as_deref(), Some("localhost"));
    assert_eq!(shown.issuer.as_deref(), Some("Haul test authority"));
    let days = (shown.not_after.unwrap() - shown.not_before.unwrap()) / 86_400_000;
    assert_eq!(days, 30);
    assert!(nginx.log().is_empty(), "{:?}", nginx.log());

    let knowing = Haul::bed().trusting(std::fs::read(nginx.authority()).unwrap()).start().await;
    let elsewhere = nginx.tls("a.bin").replace("localhost", "127.0.0.2");
    let shown = refused(&knowing, knowing.add(elsewhere).await).await;
    assert_eq!(shown.fault, CertificateFault::OtherName);
    assert!(nginx.log().is_empty(), "{:?}", nginx.log());
}

#[tokio::test]
async fn a_certificate_that_a_person_accepts_is_good_for_that_download_only() {
    let bytes = noise(SIZE, 1);
    let nginx = Nginx::with(&[("a.bin", &bytes), ("b.bin", &bytes)]).await;
    let haul = Haul::impatient().await;
    for url in [nginx.tls("a.bin"), nginx.http2("b.bin")] {
        let id = haul.add(&url).await;
        trust(&haul, id).await;
        haul.completed(id).await;
        assert_holds(&haul.details(id).await.path.unwrap(), &bytes);
        let trusted = LogEntry::Trusted { host: "localhost".into(), sha256: nginx.fingerprint() };
        assert!(haul.log(id).await.contains(&trusted), "{:#?}", haul.log(id).await);

        let answered = nginx.log().len();
        refused(&haul, haul.add(&url).await).await;
        haul.start_over(id).await;
        refused(&haul, id).await;
        assert_eq!(nginx.log().len(), answered, "{:#?}", nginx.log());
    }
}

#[tokio::test]
async fn another_certificate_is_refused_again() {
    let mut nginx = Nginx::with(&[("a.bin", b"secret")]).await;
    let haul = Haul::impatient().await;
    let id = haul.add(nginx.tls("a.bin")).await;
    let first = refused(&haul, id).await.sha256;
    let other = "0".repeat(64);
    let answer = haul.engine().trust_once(id, other).await;
    assert!(matches!(answer, Err(EngineError::Rejected { failure: Failure::Tls { .. } })), "{answer:?}");

    nginx.takes_another_certificate().await;
    haul.engine().trust_once(id, first.clone()).await.unwrap();
    let second = refused(&haul, id).await.sha256;
    assert_ne!(first, second);
    assert_eq!(second, nginx.fingerprint());
    assert!(nginx.log().is_empty(), "{:?}", nginx.log());
    trust(&haul, id).await;
    haul.completed(id).await;
}

#[tokio::test]
async fn where_a_redirect_leads_is_not_covered() {
    let bytes = noise(MIB, 1);
    let target = Nginx::with(&[("a.bin", &bytes)]).await;
    let first = Nginx::with(&[]).await;
    let haul = Haul::impatient().await;
    let id = haul.add(first.leading_to(&target.tls("a.bin"))).await;
    trust(&haul, id).await;
    let shown = refused(&haul, id).await;
    assert_eq!((shown.sha256, shown.port), (target.fingerprint(), target.tls_at().1));
    assert!(target.log().is_empty(), "{:?}", target.log());
    trust(&haul, id).await;
    haul.completed(id).await;

    // Once both were accepted, neither is for the next.
    let id = haul.add(first.leading_to(&target.tls("a.bin"))).await;
    assert_eq!(refused(&haul, id).await.sha256, first.fingerprint());
}

#[tokio::test]
async fn whoever_stops_or_starts_again_is_asked_again_and_keeps_what_is_there() {
    let bytes = noise(SIZE, 1);
    let nginx = Nginx::with(&[("a.bin", &bytes)]).await;
    let mut haul = Haul::impatient().await;
    let id = haul.add(nginx.slow_http2("a.bin")).await;
    let some_came = || async {
        let before = haul.details(id).await.row.received;
        haul.until(id, |row| row.received > before + MIB).await;
    };
    trust(&haul, id).await;
    some_came().await;
    haul.pause(id).await;
    haul.resume(id).await;
    trust(&haul, id).await;
    some_came().await;
    haul.restart().await;
    trust(&haul, id).await;
    let row = haul.completed(id).await;
    assert_eq!(row.received, SIZE);
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn who_tries_again_without_a_word_is_refused_again() {
    let nginx = Nginx::with(&[("a.bin", b"secret")]).await;
    let haul = Haul::impatient().await;
    let id = haul.add(nginx.tls("a.bin")).await;
    refused(&haul, id).await;
    haul.engine().retry(vec![id]).await.unwrap();
    refused(&haul, id).await;
    assert!(nginx.log().is_empty(), "{:?}", nginx.log());
}

#[tokio::test]
async fn the_program_accepts_the_certificate_whose_fingerprint_it_is_given() {
    let bytes = noise(3 * MIB, 1);
    let nginx = Nginx::with(&[("a.bin", &bytes)]).await;
    let haul = HaulProcess::new();
    let url = nginx.tls("a.bin");
    let told = haul.get(&[&url]).await.expect(33).stderr;
    let (host, port) = nginx.tls_at();
    let exactly = format!("{host}:{port}={}", nginx.fingerprint());
    assert!(told.contains(&format!("--trust {exactly}")), "{told}");
    let elsewhere = format!("{host}:1={}", nginx.fingerprint());
    for wrong in ["0".repeat(64), elsewhere] {
        haul.get(&["--trust", &wrong, &url]).await.expect(33);
    }
    // Another port than this server's.
    haul.get(&["--trust", &format!("{host}={}", nginx.fingerprint()), &url]).await.expect(33);
    haul.get(&["--trust", "nonsense", &url]).await.expect(28);
    let address = haul.get(&["--trust", &format!("https://{exactly}"), &url]).await.expect(28);
    assert!(address.stderr.contains("HOST:PORT"), "{}", address.stderr);
    assert!(nginx.log().is_empty() && haul.names().is_empty(), "{:?} {:?}", nginx.log(), haul.names());
    for (name, fingerprint) in [("a", exactly), ("b", nginx.fingerprint().to_uppercase())] {
        haul.get(&["--trust", &fingerprint, "-o", name, &url]).await.expect(0);
        assert_holds(&haul.file(name), &bytes);
    }
}

#[tokio::test]
async fn a_certificate_that_signed_itself_is_vouched_for_by_nobody() {
    let mut nginx = Nginx::with(&[("a.bin", b"secret")]).await;
    nginx.signs_itself().await;
    let haul = Haul::impatient().await;
    let id = haul.add(nginx.tls("a.bin")).await;
    let shown = refused(&haul, id).await;
    assert_eq!(shown.fault, CertificateFault::UnknownIssuer);
    assert_eq!((shown.subject, shown.issuer), (Some("localhost".into()), Some("localhost".into())));
    let program = HaulProcess::new();
    let told = program.get(&[&nginx.tls("a.bin")]).await.expect(33).stderr;
    assert!(told.contains("cannot be verified: nobody who is trusted vouches for its certificate"), "{told}");
    trust(&haul, id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), b"secret");
}

#[tokio::test]
async fn only_what_failed_by_its_certificate_can_be_tried_again_with_it() {
    let bytes = noise(3 * MIB, 1);
    let nginx = Nginx::with(&[("a.bin", &bytes)]).await;
    let haul = Haul::impatient().await;
    let id = haul.add(nginx.tls("a.bin")).await;
    trust(&haul, id).await;
    haul.completed(id).await;
    std::fs::write(haul.file("a.bin"), b"damaged").unwrap();
    let row = haul.repair(id).await;
    let check = row.check;
    assert!(matches!(check, Some(Check::NotRepaired { failure: Failure::Tls { .. } })), "{check:?}");
    let answer = haul.engine().trust_once(id, nginx.fingerprint()).await;
    assert!(matches!(answer, Err(EngineError::Rejected { .. })), "{answer:?}");
    assert_holds(&haul.file("a.bin"), b"damaged");
}
