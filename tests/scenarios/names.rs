//! Whatever a server calls a file, it is one visible name inside the folder, and nobody else's file.

use haul_core::{Caution, LogEntry, Placed, Said, Status, Wanted};
use haul_tests::{FileServer, Haul, HaulProcess, KIB, MIB, assert_holds, noise, soon};
use std::path::PathBuf;

/// The name that a file gets which the server calls `disposition`.
async fn named_by(disposition: impl AsRef<[u8]>) -> String {
    let bytes = noise(KIB, 1);
    let server = FileServer::of(bytes.clone()).header("Content-Disposition", disposition).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    let names = haul.names();
    assert_eq!(names.len(), 1, "{names:?}");
    assert_holds(&haul.file(&names[0]), &bytes);
    names[0].clone()
}

/// The name that a file gets whose URL ends like this.
async fn named_by_url(last: &str) -> String {
    let server = FileServer::of(noise(KIB, 1)).named(last).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    let names = haul.names();
    assert_eq!(names.len(), 1, "{names:?}");
    names[0].clone()
}

#[tokio::test]
async fn no_name_leads_out_of_the_folder() {
    assert_eq!(named_by("attachment; filename=\"../../../etc/passwd\"").await, "passwd");
    assert_eq!(named_by("attachment; filename=\"/etc/passwd\"").await, "passwd");
    assert_eq!(named_by("attachment; filename=\"..\\\\..\\\\boot.ini\"").await, "boot.ini");
    assert_eq!(named_by("attachment; filename*=UTF-8''..%2f..%2fpasswd").await, "passwd");
    assert_eq!(named_by_url("..%2f..%2fetc%2fpasswd").await, "passwd");
}

#[tokio::test]
async fn a_name_of_dots_alone_is_no_name() {
    let name = named_by("attachment; filename=\"..\"").await;
    assert!(!name.starts_with('.'), "{name}");
}

#[tokio::test]
async fn a_nul_is_left_out() {
    assert_eq!(named_by("attachment; filename*=UTF-8''a%00b.bin").await, "ab.bin");
    assert_eq!(named_by_url("a%00b.bin").await, "ab.bin");
}

#[tokio::test]
async fn a_name_of_300_bytes_is_cut_and_keeps_its_extension() {
    let long = "x".repeat(300);
    for name in [
        named_by(format!("attachment; filename=\"{long}.tar.gz\"")).await,
        named_by_url(&format!("{long}.tar.gz")).await,
    ] {
        assert!(name.len() <= 255 && name.starts_with("xxx") && name.ends_with(".tar.gz"), "{name}");
    }
    let name = named_by(format!("attachment; filename=\"{}.bin\"", "€".repeat(100))).await;
    assert!(name.len() <= 255 && name.starts_with('€') && name.ends_with(".bin"), "{name}");
}

#[tokio::test]
async fn names_that_windows_reserves_are_changed() {
    for reserved in ["CON", "con.txt", "NUL.tar.gz", "LPT1", "aux.bin"] {
        let name = named_by(format!("attachment; filename=\"{reserved}\"")).await;
        assert_ne!(name.to_lowercase(), reserved.to_lowercase());
        assert!(name.to_lowercase().starts_with(&reserved[..3].to_lowercase()), "{name}");
    }
    let name = named_by("attachment; filename=\"a<b>:c|?*.bin \"").await;
    assert!(!name.contains(['<', '>', ':', '|', '?', '*']) && name.ends_with(".bin"), "{name}");
}

#[tokio::test]
async fn names_in_other_scripts_stay_as_they_are() {
    assert_eq!(named_by("attachment; filename*=UTF-8''%E2%82%AC%20rates.bin").await, "€ rates.bin");
    assert_eq!(named_by_url("%D1%84%D0%B0%D0%B9%D0%BB.bin").await, "файл.bin");
}

#[tokio::test]
async fn no_name_hides_or_spoofs() {
    let name = named_by("attachment; filename*=UTF-8''photo%E2%80%AEgnp.exe").await;
    assert!(!name.contains('\u{202e}'), "{name:?}");
    let name = named_by("attachment; filename=\".bashrc\"").await;
    assert!(!name.starts_with('.'), "{name}");
}

#[tokio::test]
async fn a_wished_name_is_made_safe_too() {
    let server = FileServer::of(noise(KIB, 1)).start().await;
    let haul = Haul::start().await;
    let id = haul.add_with(server.url(), |new| new.options.name = Some("../../escaped.bin".into())).await;
    let row = haul.completed(id).await;
    let Status::Completed { path } = row.status else { unreachable!() };
    assert_eq!(path.parent(), Some(haul.folder()));
}

#[tokio::test]
async fn two_downloads_of_one_name_are_two_files() {
    let haul = Haul::start().await;
    let mut downloads = Vec::new();
    for seed in 1..=3 {
        let bytes = noise(100 * KIB, seed);
        let server = FileServer::of(bytes.clone()).hold_after(KIB).start().await;
        downloads.push((haul.add(server.url()).await, bytes, server));
    }
    for (_, _, server) in &downloads {
        server.until(|records| records.sent() > 0).await;
        server.release();
    }
    let mut paths: Vec<PathBuf> = Vec::new();
    for (id, bytes, _server) in &downloads {
        let Status::Completed { path } = haul.completed(*id).await.status else { unreachable!() };
        assert_holds(&path, bytes);
        assert!(!paths.contains(&path), "{path:?} was given twice");
        paths.push(path);
    }
    assert_eq!(haul.names(), ["a (1).bin", "a (2).bin", "a.bin"]);
}

#[tokio::test]
async fn the_same_name_size_and_etag_from_another_address_is_another_file() {
    let haul = Haul::start().await;
    for (seed, name) in [(1, "a.bin"), (2, "a (1).bin")] {
        let bytes = noise(100 * KIB, seed);
        let server = FileServer::of(bytes.clone()).etag("\"1\"").start().await;
        let id = haul.add(server.url()).await;
        let Status::Completed { path } = haul.completed(id).await.status else { unreachable!() };
        assert_eq!(path, haul.file(name));
        assert_holds(&path, &bytes);
    }
}

#[tokio::test]
async fn a_file_that_was_there_before_is_never_touched() {
    let bytes = noise(KIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    std::fs::write(haul.file("a.bin"), b"somebody's letters").unwrap();
    std::fs::write(haul.part("a.bin"), b"somebody's drafts").unwrap();
    let id = haul.add(server.url()).await;
    let Status::Completed { path } = haul.completed(id).await.status else { unreachable!() };
    assert_holds(&path, &bytes);
    assert_holds(&haul.file("a.bin"), b"somebody's letters");
    assert_holds(&haul.part("a.bin"), b"somebody's drafts");
}

#[tokio::test]
async fn a_file_that_appears_meanwhile_is_never_touched() {
    let bytes = noise(100 * KIB, 1);
    let server = FileServer::of(bytes.clone()).hold_after(KIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.downloading(id).await;
    std::fs::write(haul.file("a.bin"), b"somebody's letters").unwrap();
    server.release();
    let Status::Completed { path } = haul.completed(id).await.status else { unreachable!() };
    assert_holds(&path, &bytes);
    assert_holds(&haul.file("a.bin"), b"somebody's letters");
}

#[tokio::test]
async fn links_are_not_followed() {
    let bytes = noise(KIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    let elsewhere = haul.folder().join("elsewhere");
    std::os::unix::fs::symlink(&elsewhere, haul.file("a.bin")).unwrap();
    std::os::unix::fs::symlink(&elsewhere, haul.part("a.bin")).unwrap();
    let id = haul.add(server.url()).await;
    let Status::Completed { path } = haul.completed(id).await.status else { unreachable!() };
    assert_holds(&path, &bytes);
    assert!(!elsewhere.exists());
}

#[tokio::test]
async fn a_pipe_under_the_name_is_not_waited_for() {
    let bytes = noise(2 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    for path in [haul.file("a.bin"), haul.part("a.bin")] {
        assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
    }
    let id = haul.add(server.url()).await;
    let Status::Completed { path } = haul.completed(id).await.status else { unreachable!() };
    assert_holds(&path, &bytes);
}

#[tokio::test]
async fn the_program_never_touches_a_file_that_was_there_before() {
    let bytes = noise(KIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = HaulProcess::new();
    std::fs::write(haul.file("a.bin"), b"somebody's letters").unwrap();
    haul.get(&[&server.url()]).await.expect(0);
    assert_holds(&haul.file("a.bin"), b"somebody's letters");
    assert_holds(&haul.file("a (1).bin"), &bytes);
}

#[tokio::test]
async fn a_program_that_came_unencrypted_or_looks_like_a_document_is_told_of() {
    let server = FileServer::of(noise(KIB, 1)).start().await;
    let haul = Haul::start().await;
    let open = LogEntry::Caution { caution: Caution::ExecutableInTheOpen };
    let hides = LogEntry::Caution { caution: Caution::HidesItsKind };
    for (name, is_open, is_hiding) in
        [("setup.exe", true, false), ("invoice.pdf.exe", true, true), ("invoice.pdf", false, false)]
    {
        let id = haul.add(server.url_of(name)).await;
        haul.completed(id).await;
        let log = haul.log(id).await;
        assert_eq!((log.contains(&open), log.contains(&hides)), (is_open, is_hiding), "{name}: {log:#?}");
    }
}

#[tokio::test]
async fn a_name_that_a_person_gave_and_that_cannot_be_is_changed_and_said() {
    let server = FileServer::of(noise(KIB, 1)).start().await;
    let haul = Haul::start().await;
    for (wanted, name) in [("CON.txt", "CON_.txt"), ("../.hidden", "_hidden"), ("fine.txt", "fine.txt")] {
        let id = haul.add_with(server.url(), |new| new.options.name = Some(wanted.to_owned())).await;
        let name_now = haul.completed(id).await.name;
        let said = LogEntry::Renamed { wanted: wanted.to_owned(), name: name_now.clone() };
        assert_eq!(haul.log(id).await.contains(&said), wanted != name, "{wanted}: {:#?}", haul.log(id).await);
        assert!(haul.file(&name_now).exists() && name_now != "CON.txt");
    }
}

#[tokio::test]
async fn a_name_of_the_server_that_cannot_be_one_is_told() {
    let haul = Haul::start().await;
    for size in [KIB, 2 * MIB] {
        let header = format!("attachment; filename=\"{size}: now?.bin\"");
        let server = FileServer::of(noise(size, 1)).header("Content-Disposition", &header).start().await;
        let id = haul.add(server.url()).await;
        haul.completed(id).await;
        let (wanted, name) = (format!("{size}: now?.bin"), format!("{size}_ now_.bin"));
        assert!(haul.file(&name).exists(), "{:?}", haul.names());
        let renamed = LogEntry::Renamed { wanted, name };
        assert!(haul.log(id).await.contains(&renamed), "{:#?}", haul.log(id).await);
    }
}

#[tokio::test]
async fn what_would_become_of_links_is_what_becomes_of_them() {
    let server = FileServer::of(noise(KIB, 1)).start().await;
    let haul = Haul::start().await;
    let url = server.url_of("film.mkv");
    let probe = soon(haul.engine().probe(&url, Vec::new())).await.unwrap();
    let said = Said { content_type: probe.content_type, size: probe.size, validator: probe.validator };
    let wanted = |url: &str| Wanted { url: url.to_owned(), answer: Some(said.clone()), ..Wanted::default() };
    let foresee = async |wanted: &[Wanted]| soon(haul.engine().foresee(wanted)).await.unwrap();

    // Somebody else's file has the name, and the second of two with the same name gets the next number.
    std::fs::write(haul.file("film.mkv"), "somebody else's").unwrap();
    let again = format!("{url}?again");
    let seen = foresee(&[wanted(&url), wanted("magnet:?xt=1"), wanted(&again)]).await;
    let [Some(first), None, Some(second)] = &seen[..] else { panic!("{seen:?}") };
    assert_eq!((first.name.as_str(), second.name.as_str()), ("film (1).mkv", "film (2).mkv"));
    assert_eq!((first.kind.as_str(), first.place), ("video", Placed::Numbered));
    assert_eq!(first.folder, haul.folder());
    for url in [&url, &again] {
        let id = haul.add(url).await;
        haul.completed(id).await;
    }
    assert_eq!(haul.names(), ["film (1).mkv", "film (2).mkv", "film.mkv"]);

    // A download that waits for its turn will have its name, and what is done is known again.
    haul.add_with(server.url_of("other.mkv"), |new| new.paused = true).await;
    let [Some(promised)] = &foresee(&[wanted("http://a.org/other.mkv")]).await[..] else { panic!() };
    assert_eq!(promised.name, "other (1).mkv");
    let named = Wanted { name: Some("film (1).mkv".into()), ..wanted(&url) };
    let [Some(there)] = &foresee(&[named]).await[..] else { panic!() };
    assert_eq!((there.name.as_str(), there.place), ("film (1).mkv", Placed::There));
}
