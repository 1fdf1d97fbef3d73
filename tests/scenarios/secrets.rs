//! What only the person and the server may know: log-ins, cookies, keys in addresses. Nothing of it in logs, in the list, or
//! beside the file.

use haul_tests::{FileServer, Haul, HaulProcess, KIB, MIB, noise};
use std::path::Path;

const PASSWORD: &str = "hunter2pass";
const TOKEN: &str = "tok3n0fgold";
const COOKIE: &str = "c00kiecrumb";
const BEARER: &str = "b3arerOfNews";

fn assert_silent(where_: &str, text: &[u8], secrets: &[&str]) {
    for secret in secrets {
        let found = text.windows(secret.len()).any(|window| window == secret.as_bytes());
        assert!(!found, "{secret} is told in {where_}");
    }
}

fn assert_nothing_below(folder: &Path, secrets: &[&str]) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            assert_nothing_below(&path, secrets);
        } else {
            assert_silent(&path.display().to_string(), &std::fs::read(&path).unwrap_or_default(), secrets);
        }
    }
}

#[tokio::test]
async fn the_program_tells_no_secret_however_much_it_is_asked_to_tell() {
    let server = FileServer::of(noise(3 * MIB, 1)).start().await;
    let broken = FileServer::of(noise(KIB, 1)).status(403).start().await;
    let lost = FileServer::of(noise(KIB, 1))
        .redirect_to(&format!("http://127.0.0.1:1/a.bin?key={TOKEN}"))
        .header("Set-Cookie", format!("session={COOKIE}"))
        .start()
        .await;
    let haul = HaulProcess::new();
    for server in [&server, &broken, &lost] {
        let url = server.url_of(&format!("a.bin?token={TOKEN}"));
        let url = url.replace("http://", &format!("http://user:{PASSWORD}@"));
        let cookie = format!("Cookie: id={COOKIE}");
        let bearer = format!("Authorization: Bearer {BEARER}");
        let arguments = ["--max-tries", "1", "-H", &cookie, "-H", &bearer, &url];
        let ended = haul.start_with(&arguments, &[("HAUL_LOG", "trace")]).ended().await;
        let told = [ended.stdout.as_bytes(), ended.stderr.as_bytes()].concat();
        assert_silent("its output", &told, &[PASSWORD, COOKIE, BEARER, TOKEN]);
        assert!(
            ended.stderr.contains("TRACE") || ended.stderr.contains("DEBUG"),
            "it was asked to tell much"
        );
    }
    // An unfinished file names its address, which is what it is found by; a finished one and all else names nothing.
    assert_nothing_below(haul.home(), &[PASSWORD, COOKIE, BEARER, TOKEN]);
}

#[tokio::test]
async fn the_list_keeps_no_header_that_is_a_secret() {
    let server = FileServer::of(noise(3 * MIB, 1)).hold_after(MIB).start().await;
    let mut haul = Haul::start().await;
    let headers = [("Authorization", BEARER), ("cookie", COOKIE), ("X-Api-Key", TOKEN), ("X-Plain", "plain")];
    let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    let id = haul.add_with(server.url(), |new| new.options.headers = headers).await;
    haul.until(id, |row| row.received >= MIB).await;
    haul.stop().await;
    let folder = haul.database().parent().unwrap().to_owned();
    assert_nothing_below(&folder, &[BEARER, COOKIE, TOKEN]);
}
