//! A finished file whose place another takes is there until that one is whole, whatever happens meanwhile.

use haul_core::settings::WhenNameTaken;
use haul_core::{Addition, FileFate, LogEntry, NewDownload, Settings, Status, ViewQuery, WhenDuplicate};
use haul_engine::{Database, Engine, EngineConfig};
use haul_tests::{
    FileServer, Haul, KIB, MIB, SmallDisk, assert_holds, may_mount, names_in, noise, rerun_as_root, soon,
};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::process::{Child, Command};

const SIZE: u64 = 4 * MIB;

fn overwriting(url: impl Into<String>) -> NewDownload {
    NewDownload { when_duplicate: WhenDuplicate::Overwrite, ..NewDownload::of(url) }
}

#[tokio::test]
async fn the_old_file_stays_until_the_new_one_is_whole() {
    if !may_mount() {
        return rerun_as_root("overwritten::the_old_file_stays_until_the_new_one_is_whole");
    }
    let disk = SmallDisk::of(64 * MIB);
    let (old, new) = (noise(SIZE, 1), noise(SIZE, 2));
    let server = FileServer::of(old.clone()).start().await;
    let mut haul = Haul::bed().folder(disk.path()).start().await;
    let first = haul.add(server.url()).await;
    haul.completed(first).await;
    server.becomes(FileServer::of(new.clone()).etag("\"new\""));
    server.hold_after(server.sent() + SIZE / 2);
    let second = haul.add_with(server.url(), |new| new.when_duplicate = WhenDuplicate::Overwrite).await;
    let row = haul.until(second, |row| row.received >= SIZE / 4).await;
    assert_eq!(row.name, "a.bin");
    assert_holds(&disk.file("a.bin"), &old);
    // Whoever thinks better of it has lost nothing.
    haul.remove(vec![second], FileFate::Delete).await;
    assert!(disk.trashed().is_empty());
    assert!(matches!(haul.details(first).await.row.status, Status::Completed { .. }));
    server.hold_after(server.sent() + SIZE / 2);
    let third = haul.add_with(server.url(), |new| new.when_duplicate = WhenDuplicate::Overwrite).await;
    haul.until(third, |row| row.received >= SIZE / 4).await;
    haul.restart().await;
    server.release();
    haul.completed(third).await;
    assert_holds(&disk.file("a.bin"), &new);
    assert!(haul.engine().details(first).await.unwrap().is_none());
    let [trashed] = &disk.trashed()[..] else { panic!("{:?}", disk.trashed()) };
    assert_holds(trashed, &old);
}

#[tokio::test]
async fn small_ones_and_those_that_did_not_change_take_their_places_too() {
    if !may_mount() {
        return rerun_as_root("overwritten::small_ones_and_those_that_did_not_change_take_their_places_too");
    }
    let disk = SmallDisk::of(64 * MIB);
    let bytes = noise(8 * KIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::bed().folder(disk.path()).start().await;
    let mut last = haul.add(server.url()).await;
    haul.completed(last).await;
    for times in 1..=3 {
        let next = soon(haul.engine().add(vec![overwriting(server.url()), overwriting(server.url())])).await;
        let [Addition::Added { id }, Addition::Duplicate { .. }] = next.unwrap()[..] else {
            panic!("not one")
        };
        haul.completed(id).await;
        assert_holds(&disk.file("a.bin"), &bytes);
        assert!(haul.engine().details(last).await.unwrap().is_none());
        assert_eq!(disk.trashed().len(), times);
        last = id;
    }
}

#[tokio::test]
async fn where_the_old_file_does_not_go_away_both_are_there() {
    if !may_mount() {
        return rerun_as_root("overwritten::where_the_old_file_does_not_go_away_both_are_there");
    }
    let disk = SmallDisk::of(64 * MIB);
    let (old, new) = (noise(SIZE, 1), noise(SIZE, 2));
    let server = FileServer::of(old.clone()).start().await;
    let haul = Haul::bed().folder(disk.path()).start().await;
    let first = haul.add(server.url()).await;
    haul.completed(first).await;
    server.becomes(FileServer::of(new.clone()).etag("\"new\""));
    // Neither trash of this disk can be made.
    std::fs::write(disk.file(".Trash"), "").unwrap();
    std::fs::write(disk.file(".Trash-0"), "").unwrap();
    let second = haul.add_with(server.url(), |new| new.when_duplicate = WhenDuplicate::Overwrite).await;
    haul.completed(second).await;
    assert_holds(&disk.file("a.bin"), &old);
    assert_holds(&disk.file("a (1).bin"), &new);
    assert!(matches!(haul.details(first).await.row.status, Status::Completed { .. }));
    let told = LogEntry::NotReplaced { wanted: "a.bin".into(), name: "a (1).bin".into() };
    assert!(haul.log(second).await.contains(&told));
}

/// Where a process that is to be killed finds its list and its folder, and from where it fetches.
const HOME: &str = "HAUL_OVERWRITING_IN";
const FROM: &str = "HAUL_OVERWRITING_FROM";
/// The checksum of what it is to have in the end.
const WANTED: &str = "HAUL_OVERWRITING_WITH";

/// How a new file comes to take the place of an old one.
#[derive(Clone, Copy, PartialEq)]
enum By {
    /// The same link is fetched once more.
    Link,
    /// Another one has the same name, and the settings want that.
    Name,
}

/// Fetches the file in place of the one that is there, unless an earlier process did.
async fn overwrite(home: PathBuf, by: By) {
    let folder = home.join("downloads");
    let engine =
        Engine::open(EngineConfig::new(Database::File(home.join("haul.db")), &folder)).await.unwrap();
    if by == By::Name {
        let mut settings = Settings::clone(&engine.settings().borrow());
        settings.when_name_taken = WhenNameTaken::Replace;
        engine.set_settings(settings).await.unwrap();
    }
    let all = || async { engine.view(ViewQuery { limit: 9, ..ViewQuery::default() }).await.unwrap().rows };
    let unfinished =
        || async { all().await.iter().any(|row| !matches!(row.status, Status::Completed { .. })) };
    let mut events = engine.subscribe().await.unwrap();
    let is_there = || {
        std::fs::read(folder.join("a.bin"))
            .is_ok_and(|bytes| haul_tests::sha256(&bytes) == std::env::var(WANTED).unwrap())
    };
    if !unfinished().await && !is_there() {
        let url = std::env::var(FROM).unwrap();
        let new = if by == By::Name { NewDownload::of(url) } else { overwriting(url) };
        let added = engine.add(vec![new]).await.unwrap();
        assert!(matches!(added[..], [Addition::Added { .. }]), "{added:?}");
    }
    while unfinished().await {
        events.next().await;
    }
    assert_eq!(all().await.len(), 1, "two rows have one file");
    engine.shutdown().await;
}

fn start(test: &str, home: &Path, from: &str, wanted: &[u8]) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test]);
    command.env(HOME, home).env(FROM, from).env(WANTED, haul_tests::sha256(wanted));
    command.stdout(Stdio::null()).kill_on_drop(true).spawn().unwrap()
}

#[tokio::test]
async fn no_kill_leaves_neither_the_old_file_nor_the_new_one() {
    kill("overwritten::no_kill_leaves_neither_the_old_file_nor_the_new_one", By::Link).await;
}

#[tokio::test]
async fn no_kill_loses_a_file_that_gives_way_to_another_of_its_name() {
    kill("overwritten::no_kill_loses_a_file_that_gives_way_to_another_of_its_name", By::Name).await;
}

async fn kill(test: &str, by: By) {
    if let Some(home) = std::env::var_os(HOME) {
        return overwrite(home.into(), by).await;
    }
    if !may_mount() {
        return rerun_as_root(test);
    }
    let disk = SmallDisk::of(256 * MIB);
    let folder = disk.file("downloads");
    std::fs::create_dir(&folder).unwrap();
    let file = folder.join("a.bin");
    let mut random = fastrand::Rng::with_seed(5);
    let versions = |version: u64| noise(if version.is_multiple_of(2) { SIZE } else { 16 * KIB }, version);
    let server = FileServer::of(versions(0)).etag("\"0\"").start().await;
    let url = |version: u64| match by {
        By::Link => server.url(),
        By::Name => format!("{}?version={version}", server.url()),
    };
    soon(start(test, disk.path(), &url(0), &versions(0)).wait()).await.unwrap();
    assert_holds(&file, &versions(0));
    let (mut kills, mut between) = (0, 0);
    for version in 1..=6 {
        let (old, new) = (versions(version - 1), versions(version));
        server.becomes(FileServer::of(new.clone()).etag(&format!("\"{version}\"")));
        loop {
            let mut child = start(test, disk.path(), &url(version), &new);
            let enough = server.sent() + random.u64(0..=new.len() as u64);
            let a_moment = Duration::from_micros(random.u64(0..150_000));
            let moment = async {
                // No event: what comes after the last byte tells nothing of itself.
                tokio::select! {
                    _ = server.until(|records| records.sent() >= enough) => {}
                    () = tokio::time::sleep(a_moment * 2) => {}
                }
                tokio::time::sleep(a_moment).await;
            };
            let ended = tokio::select! {
                ended = child.wait() => Some(ended.unwrap()),
                () = moment => None,
            };
            if let Some(ended) = ended {
                assert!(ended.success(), "{ended}");
                break;
            }
            child.kill().await.unwrap();
            kills += 1;
            let holds = |path: &Path, bytes: &[u8]| std::fs::read(path).is_ok_and(|there| there == bytes);
            if !file.exists() {
                assert!(disk.trashed().iter().any(|path| holds(path, &old)), "the old file is gone");
                assert!(folder.join("a.bin.part").exists(), "the new file is gone");
                between += 1;
            } else if !holds(&file, &old) {
                assert_holds(&file, &new);
            }
        }
        assert_holds(&file, &new);
        assert_eq!(names_in(&folder), ["a.bin"]);
    }
    println!("{kills} kills, {between} of them between the old file and the new one");
}
