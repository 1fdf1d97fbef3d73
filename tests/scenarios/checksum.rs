//! Checksums decide before the final name appears.

use haul_core::{
    Activity, Checksum, ChecksumSource, DownloadId, DownloadRow, Failure, LogEntry, OptionChange, OptionEdit,
    Status,
};
use haul_tests::{FileServer, Haul, HaulProcess, KIB, MIB, assert_holds, noise};

/// What md5sum, sha1sum, sha256sum, sha512sum and b3sum say of `hello\n`.
const HELLO: [&str; 5] = [
    "md5=b1946ac92492d2347c6235b4d2611184",
    "sha-1=f572d396fae9206628714fb2ce00f72e94f2258f",
    "sha-256=5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03",
    "sha-512=e7c22b994c59d9cf2b48e549b1e24666636045930d3da7c1acb299d1c3b7f931f94aae41edda2c2b207a36e10f8bcb8d45223e54878f5b316e7ce3b6bc019629",
    "blake3=8e4c7c1b99dbfd50e7a95185fead5ee1448fa904a2fdd778eaf5f2dbfd629a99",
];

fn parse(text: &str) -> Checksum {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[tokio::test]
async fn each_of_the_five_algorithms_accepts_the_right_file() {
    let server = FileServer::of(&b"hello\n"[..]).start().await;
    let haul = Haul::start().await;
    for text in HELLO {
        let checksum = parse(text);
        let name = format!("{}.bin", checksum.algorithm);
        let wanted = checksum.clone();
        let id = haul.add_with(server.url_of(&name), |new| new.options.checksum = Some(wanted)).await;
        haul.completed(id).await;
        assert_holds(&haul.file(&name), b"hello\n");
        assert!(
            haul.log(id).await.contains(&LogEntry::Verified { checksum, source: ChecksumSource::Person }),
            "{:?}",
            haul.log(id).await
        );
    }
}

#[tokio::test]
async fn each_of_the_five_algorithms_refuses_a_wrong_file() {
    let server = FileServer::of(&b"hallo\n"[..]).start().await;
    let haul = Haul::start().await;
    for text in HELLO {
        let checksum = parse(text);
        let name = format!("{}.bin", checksum.algorithm);
        let wanted = checksum.clone();
        let id = haul.add_with(server.url_of(&name), |new| new.options.checksum = Some(wanted)).await;
        let failure = haul.failed(id).await;
        let Failure::ChecksumMismatch { algorithm, expected, actual, by: ChecksumSource::Person } = failure
        else {
            panic!("{failure:?}")
        };
        assert_eq!((algorithm, &expected), (checksum.algorithm, &checksum.hex));
        assert_ne!(actual, expected);
        assert!(!haul.file(&name).exists(), "nothing lies under the final name");
    }
}

#[tokio::test]
async fn a_file_that_failed_its_checksum_can_be_fetched_anew() {
    let server = FileServer::of(&b"hallo\n"[..]).start().await;
    let haul = Haul::start().await;
    let id = haul.add_with(server.url(), |new| new.options.checksum = Some(parse(HELLO[2]))).await;
    haul.failed(id).await;
    server.becomes(FileServer::of(&b"hello\n"[..]).etag("\"v2\""));
    haul.start_over(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), b"hello\n");
}

/// What a person does who wants the refused file of `id` all the same.
async fn keep(haul: &Haul, id: DownloadId) {
    let Failure::ChecksumMismatch { algorithm, actual, .. } = haul.failed(id).await else {
        panic!("it failed for something else")
    };
    let found = Checksum { algorithm, hex: actual };
    let edit = OptionEdit { id, changes: vec![OptionChange::Checksum(Some(found))] };
    haul.engine().set_options(vec![edit]).await.unwrap();
    haul.retry(id).await;
}

#[tokio::test]
async fn a_refused_file_that_is_kept_is_not_fetched_again_whoever_named_the_checksum() {
    let bytes = noise(2 * MIB, 1);
    let other = repr_digest(&noise(MIB, 2));
    for proves_nothing in [false, true] {
        for by_person in [true, false] {
            let server = FileServer::of(bytes.clone());
            let server = if proves_nothing { server.no_validator() } else { server };
            let server = if by_person { server } else { server.header("Repr-Digest", &other) };
            let server = server.start().await;
            let mut haul = Haul::start().await;
            let wanted = by_person.then(|| parse(HELLO[2]));
            let id = haul.add_with(server.url(), |new| new.options.checksum = wanted).await;
            haul.failed(id).await;
            haul.restart().await;
            assert!(!haul.file("a.bin").exists(), "it has its name before anybody wants it");
            let asked = server.requests().len();
            keep(&haul, id).await;
            haul.completed(id).await;
            assert_holds(&haul.file("a.bin"), &bytes);
            assert_eq!(haul.names(), ["a.bin"]);
            assert_eq!(server.requests().len(), asked, "it was all there");
        }
    }
}

#[tokio::test]
async fn a_refused_file_that_nobody_keeps_is_fetched_anew_at_the_next_try() {
    let bytes = noise(2 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    let id = haul.add_with(server.url(), |new| new.options.checksum = Some(parse(HELLO[2]))).await;
    haul.failed(id).await;
    let sent = server.sent();
    haul.retry(id).await;
    haul.until(id, |row| matches!(row.status, Status::Running { .. })).await;
    haul.failed(id).await;
    assert!(server.sent() >= sent + 2 * MIB, "{sent} bytes were sent, and then {}", server.sent());
    assert!(!haul.file("a.bin").exists());
}

#[tokio::test]
async fn a_refused_file_that_the_disk_lost_meanwhile_is_not_kept_but_fetched_anew() {
    let bytes = noise(2 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    let id = haul.add_with(server.url(), |new| new.options.checksum = Some(parse(HELLO[2]))).await;
    haul.failed(id).await;
    let part = std::fs::OpenOptions::new().write(true).open(haul.part("a.bin")).unwrap();
    std::os::unix::fs::FileExt::write_all_at(&part, &[0; 100], MIB).unwrap();
    drop(part);
    keep(&haul, id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_large_file_is_seen_to_be_verified() {
    let bytes = noise(48 * MIB, 1);
    let sum = Checksum { algorithm: haul_core::Algorithm::Sha256, hex: haul_tests::sha256(&bytes) };
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    let id = haul.add_with(server.url(), |new| new.options.checksum = Some(sum)).await;
    let part_read = |row: &DownloadRow| {
        let Status::Running { activity: Activity::Verifying { compared: Some(compared) } } = row.status
        else {
            return false;
        };
        assert_eq!(compared.algorithm, Some(haul_core::Algorithm::Sha256));
        0 < compared.read && compared.read < bytes.len() as u64
    };
    haul.until(id, part_read).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_checksum_that_cannot_be_one_is_refused_when_it_is_added() {
    let haul = Haul::start().await;
    let mut new = haul_core::NewDownload::of("http://127.0.0.1:1/a.bin");
    new.options.checksum = Some(Checksum { algorithm: haul_core::Algorithm::Md5, hex: "abc".into() });
    let added = haul.engine().add(vec![new]).await;
    let refused = match &added {
        Ok(additions) => matches!(additions[0], haul_core::Addition::Rejected { .. }),
        Err(_) => true,
    };
    assert!(refused, "{added:?}");
}

#[tokio::test]
async fn the_program_ends_with_32_for_a_wrong_checksum() {
    let bytes = noise(KIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = HaulProcess::new();
    let wrong = format!("sha-256={}", haul_tests::sha256(b"something else"));
    haul.get(&["--checksum", &wrong, &server.url()]).await.expect(32);
    assert!(!haul.file("a.bin").exists());
    let right = format!("sha-256={}", haul_tests::sha256(&bytes));
    haul.get(&["--checksum", &right, &server.url()]).await.expect(0);
    assert_holds(&haul.file("a.bin"), &bytes);
}

/// `Repr-Digest` of these bytes.
pub fn repr_digest(bytes: &[u8]) -> String {
    use base64::Engine;
    let hex = haul_tests::sha256(bytes);
    let raw: Vec<u8> = (0..32).map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap()).collect();
    format!("sha-256=:{}:", base64::engine::general_purpose::STANDARD.encode(raw))
}

#[tokio::test]
async fn what_the_server_says_of_its_file_is_verified_however_small_it_is() {
    for size in [KIB, 4 * MIB] {
        let bytes = noise(size, 1);
        let server = FileServer::of(bytes.clone()).header("Repr-Digest", repr_digest(&bytes)).start().await;
        let haul = Haul::start().await;
        let id = haul.add(server.url()).await;
        haul.completed(id).await;
        assert_holds(&haul.file("a.bin"), &bytes);
        let log = haul.log(id).await;
        let by_server =
            |entry: &LogEntry| matches!(entry, LogEntry::Verified { source: ChecksumSource::Server, .. });
        assert!(log.iter().any(by_server), "{log:#?}");
    }
}

#[tokio::test]
async fn a_file_that_is_not_what_its_server_says_is_fetched_once_more_and_never_kept() {
    let bytes = noise(4 * MIB, 1);
    let said = repr_digest(&bytes);
    let mut wrong = bytes.clone();
    wrong[MIB as usize] ^= 1;
    let server = FileServer::of(wrong).header("Repr-Digest", &said).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    assert!(matches!(haul.failed(id).await, Failure::ChecksumMismatch { .. }));
    assert!(!haul.file("a.bin").exists());
    server.becomes(FileServer::of(bytes.clone()).header("Repr-Digest", &said));
    haul.start_over(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn digests_that_are_rubbish_say_nothing() {
    let bytes = noise(KIB, 1);
    let server = FileServer::of(bytes.clone())
        .header("Repr-Digest", "sha-256=:AAAA:, sha-256")
        .header("Content-Digest", b"\xff\xfe=::")
        .header("Digest", "SHA-256=,unixsum=30637, =")
        .start()
        .await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}
