//! Downloads that get another name or folder: nothing is lost, nothing is fetched again, and nothing is overwritten, whatever
//! ends the program in between.

use haul_core::{
    DownloadId, Failure, FileFate, Finding, LogEntry, NotRelocated, Relocated, Relocation, Status, filename,
};
use haul_engine::{Database, Engine, EngineConfig};
use haul_tests::{
    FileServer, Haul, KIB, MIB, SmallDisk, assert_holds, may_mount, names_in, noise, rerun_as_root, soon,
};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

const SIZE: u64 = 4 * MIB;

fn to_name(id: DownloadId, name: &str) -> Relocation {
    Relocation { id, folder: None, name: Some(name.to_owned()), is_guess: false }
}

fn to_folder(id: DownloadId, folder: &Path) -> Relocation {
    Relocation { id, folder: Some(folder.to_owned()), name: None, is_guess: false }
}

async fn relocate(haul: &Haul, wanted: Relocation) -> Relocated {
    soon(haul.engine().relocate(vec![wanted])).await.unwrap()
}

/// Where it is now, and what brings it back.
async fn relocated(haul: &Haul, wanted: Relocation) -> (String, Relocation) {
    let mut relocated = relocate(haul, wanted).await;
    assert_eq!(relocated.failed, []);
    let now = relocated.done.pop().expect("nothing became of it");
    (now.name, now.back)
}

async fn refused(haul: &Haul, wanted: Relocation) -> Failure {
    let Relocated { done, mut failed } = relocate(haul, wanted).await;
    assert_eq!(done, []);
    let NotRelocated { failure, .. } = failed.pop().expect("nothing became of it");
    failure
}

async fn finished(haul: &Haul, bytes: &[u8]) -> DownloadId {
    let server = FileServer::of(bytes.to_vec()).start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    id
}

#[tokio::test]
async fn a_finished_file_gets_another_name_and_its_own_back() {
    let bytes = noise(SIZE, 1);
    let haul = Haul::start().await;
    let id = finished(&haul, &bytes).await;
    let (name, back) = relocated(&haul, to_name(id, "b.iso")).await;
    assert_eq!((name.as_str(), haul.names()), ("b.iso", vec!["b.iso".to_owned()]));
    let row = haul.details(id).await.row;
    assert_eq!((row.name.as_str(), row.status), ("b.iso", Status::Completed { path: haul.file("b.iso") }));
    assert_eq!(haul.verified(id).await, Finding::Intact);
    relocated(&haul, back).await;
    assert_eq!(haul.names(), ["a.bin"]);
    assert_holds(&haul.file("a.bin"), &bytes);
    let log = haul.log(id).await;
    assert_eq!(log.iter().filter(|entry| matches!(entry, LogEntry::Relocated { .. })).count(), 2);
}

#[tokio::test]
async fn a_running_download_goes_on_elsewhere_with_every_byte_that_it_has() {
    let bytes = noise(SIZE, 1);
    let haul = Haul::start().await;
    let server = FileServer::of(bytes.clone()).hold_after(SIZE / 2).start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= SIZE / 4).await;
    let folder = haul.folder().join("films/new");
    relocated(&haul, Relocation { name: Some("b.mkv".to_owned()), ..to_folder(id, &folder) }).await;
    assert_eq!(names_in(&folder), ["b.mkv.part"]);
    server.release();
    haul.completed(id).await;
    assert_eq!((haul.names(), names_in(&folder)), (vec!["films".to_owned()], vec!["b.mkv".to_owned()]));
    assert_holds(&folder.join("b.mkv"), &bytes);
    assert!(server.sent() < SIZE + SIZE / 2, "{} bytes were sent", server.sent());
}

#[tokio::test]
async fn what_rests_is_renamed_and_rests_on() {
    let bytes = noise(SIZE, 1);
    let mut haul = Haul::start().await;
    let server = FileServer::of(bytes.clone()).hold_after(SIZE / 2).start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= SIZE / 4).await;
    haul.pause(id).await;
    let (_, back) = relocated(&haul, to_name(id, "b.bin")).await;
    assert_eq!(
        (haul.details(id).await.row.status, haul.names()),
        (Status::Paused, vec!["b.bin.part".into()])
    );
    // A second of the same link has nothing to do with it.
    relocated(&haul, back).await;
    relocated(&haul, to_name(id, "c.bin")).await;
    haul.crash().await;
    haul.reopen().await;
    server.release();
    haul.resume(id).await;
    haul.completed(id).await;
    assert_eq!(haul.names(), ["c.bin"]);
    assert_holds(&haul.file("c.bin"), &bytes);
    assert!(server.sent() < SIZE + SIZE / 2, "{} bytes were sent", server.sent());
}

#[tokio::test]
async fn what_has_not_begun_is_called_so_when_it_does() {
    let bytes = noise(SIZE, 1);
    let haul = Haul::start().await;
    let server = FileServer::of(bytes.clone()).start().await;
    let id = haul.add_with(server.url(), |new| new.paused = true).await;
    let (_, back) = relocated(&haul, to_name(id, "b.bin")).await;
    assert!(back.is_guess);
    haul.resume(id).await;
    haul.completed(id).await;
    assert_eq!(haul.names(), ["b.bin"]);
}

#[tokio::test]
async fn nothing_is_overwritten_and_whoever_asks_hears_why() {
    let haul = Haul::start().await;
    let id = finished(&haul, &noise(SIZE, 1)).await;
    std::fs::write(haul.file("b.bin"), "mine").unwrap();
    let taken = Failure::NameTaken { path: haul.file("b.bin") };
    assert_eq!(refused(&haul, to_name(id, "b.bin")).await, taken);
    // Another folder has a number to give.
    let folder = haul.folder().join("other");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("a.bin"), "mine").unwrap();
    let (name, back) = relocated(&haul, to_folder(id, &folder)).await;
    assert_eq!(name, "a (1).bin");
    assert_eq!(std::fs::read(folder.join("a.bin")).unwrap(), b"mine");
    // Back it gets the name that it had.
    assert_eq!(relocated(&haul, back).await.0, "a.bin");
    // What cannot be a name becomes one that can.
    assert_eq!(relocated(&haul, to_name(id, "../c/d.bin")).await.0, filename::safe("../c/d.bin"));
}

#[tokio::test]
async fn a_file_that_is_gone_is_told_and_nothing_else_changes() {
    let haul = Haul::start().await;
    let id = finished(&haul, &noise(SIZE, 1)).await;
    let before = haul.details(id).await.row;
    std::fs::remove_file(haul.file("a.bin")).unwrap();
    let gone = Failure::FileGone { path: haul.file("a.bin") };
    assert_eq!(refused(&haul, to_name(id, "b.bin")).await, gone);
    assert_eq!(haul.details(id).await.row, before);
}

#[tokio::test]
async fn to_another_disk_it_is_copied_and_compared_and_may_be_removed_meanwhile() {
    if !may_mount() {
        return rerun_as_root(
            "relocated::to_another_disk_it_is_copied_and_compared_and_may_be_removed_meanwhile",
        );
    }
    let (disk, small) = (SmallDisk::of(64 * MIB), SmallDisk::of(MIB));
    let bytes = noise(SIZE, 1);
    let haul = Haul::start().await;
    let id = finished(&haul, &bytes).await;
    // One that does not fit stays where it is.
    let full = refused(&haul, to_folder(id, small.path())).await;
    assert!(matches!(full, Failure::DiskFull { .. }), "{full}");
    assert_eq!((haul.names(), names_in(small.path())), (vec!["a.bin".to_owned()], vec![]));
    let (_, back) = relocated(&haul, to_folder(id, disk.path())).await;
    assert_eq!((haul.names(), names_in(disk.path())), (vec![], vec!["a.bin".to_owned()]));
    assert_holds(&disk.file("a.bin"), &bytes);
    // It is still known as what it is.
    assert_eq!(haul.verified(id).await, Finding::Intact);
    relocated(&haul, back).await;
    let moving = haul.engine().relocate(vec![to_folder(id, disk.path())]);
    let removing = haul.engine().remove(vec![id], FileFate::Delete);
    let (moved, removed) = soon(async { tokio::join!(moving, removing) }).await;
    assert!(moved.is_ok() && removed.is_ok(), "{moved:?} {removed:?}");
    assert_eq!((haul.names(), names_in(disk.path())), (Vec::<String>::new(), Vec::new()));
}

/// Of the process that is killed: its list and both folders are under this one.
const HOME: &str = "HAUL_RELOCATES_IN";

#[tokio::test]
async fn a_program_that_is_killed_while_it_moves_a_file_never_loses_it() {
    if let Some(home) = std::env::var_os(HOME) {
        return move_to_and_fro(Path::new(&home)).await;
    }
    if !may_mount() {
        return rerun_as_root("relocated::a_program_that_is_killed_while_it_moves_a_file_never_loses_it");
    }
    let disk = SmallDisk::of(64 * MIB);
    for is_part in [false, true] {
        for elsewhere in [None, Some(disk.path())] {
            kill_while_it_moves(is_part, elsewhere).await;
        }
    }
}

fn places(home: &Path) -> [PathBuf; 2] {
    let elsewhere = std::fs::read_to_string(home.join("elsewhere")).unwrap();
    [home.join("downloads"), elsewhere.into()]
}

async fn engine(home: &Path) -> Engine {
    let config = EngineConfig::new(Database::File(home.join("data/haul.db")), home.join("downloads"));
    Engine::open(config).await.unwrap()
}

/// Never ends by itself.
async fn move_to_and_fro(home: &Path) {
    let (engine, id) = (engine(home).await, DownloadId(1));
    loop {
        for folder in places(home).iter().rev() {
            engine.relocate(vec![to_folder(id, folder)]).await.unwrap();
        }
    }
}

async fn kill_while_it_moves(is_part: bool, elsewhere: Option<&Path>) {
    let home = tempfile::tempdir().unwrap();
    let elsewhere = elsewhere
        .map_or_else(|| home.path().join("other"), |disk| disk.join(if is_part { "parts" } else { "files" }));
    std::fs::write(home.path().join("elsewhere"), elsewhere.to_str().unwrap()).unwrap();
    let bytes = noise(SIZE, 1);
    let server =
        FileServer::of(bytes.clone()).hold_after(if is_part { SIZE / 2 } else { SIZE }).start().await;
    let first = engine(home.path()).await;
    first.add(vec![haul_core::NewDownload::of(server.url())]).await.unwrap();
    let id = DownloadId(1);
    let enough = |row: &haul_core::DownloadRow| match row.status {
        Status::Completed { .. } => !is_part,
        _ => is_part && row.received >= SIZE / 4,
    };
    soon(async {
        let mut events = first.subscribe().await.unwrap();
        while !first.rows(&[id]).await.unwrap().iter().any(enough) {
            events.next().await.unwrap();
        }
        first.pause(vec![id]).await.unwrap();
        first.shutdown().await;
    })
    .await;
    // Its list is locked as long as there is a handle.
    drop(first);
    let mut random = fastrand::Rng::with_seed(5);
    for _ in 0..20 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "relocated::a_program_that_is_killed_while_it_moves_a_file_never_loses_it"])
            .env(HOME, home.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // No event: any moment of its work is what is looked for.
        tokio::time::sleep(Duration::from_micros(random.u64(20_000..160_000))).await;
        child.kill().unwrap();
        child.wait().unwrap();
        let engine = engine(home.path()).await;
        let row = engine.rows(&[id]).await.unwrap().remove(0);
        let names: Vec<Vec<String>> = places(home.path())
            .iter()
            .map(|folder| if folder.exists() { names_in(folder) } else { Vec::new() })
            .collect();
        assert_eq!(names.concat(), [if is_part { "a.bin.part" } else { "a.bin" }], "{names:?}");
        match row.status {
            Status::Completed { path } => assert_holds(&path, &bytes),
            Status::Paused => assert!(row.folder.join("a.bin.part").exists(), "{row:#?}"),
            other => panic!("{other:?}"),
        }
        soon(engine.shutdown()).await;
    }
    let sent = server.sent();
    server.release();
    let engine = engine(home.path()).await;
    engine.resume(vec![id]).await.unwrap();
    soon(async {
        let mut events = engine.subscribe().await.unwrap();
        loop {
            let row = engine.rows(&[id]).await.unwrap().remove(0);
            if let Status::Completed { path } = row.status {
                break assert_holds(&path, &bytes);
            }
            events.next().await.unwrap();
        }
    })
    .await;
    assert!(!is_part || server.sent() - sent < SIZE - SIZE / 8, "it was fetched anew");
    assert!(server.sent() < 2 * SIZE - KIB);
    soon(engine.shutdown()).await;
}
