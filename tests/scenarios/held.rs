//! A disk that answers nothing for a while (it spins up, or is a share whose server is gone): what lies on it waits, and nobody else
//! does. And one that is slow is what is named.

use haul_core::{Addition, Bound, Check, DownloadId, FileFate, NewDownload, Status, ViewQuery};
use haul_engine::EngineError;
use haul_tests::{
    FileServer, Haul, HaulProcess, HeldDisk, MIB, RunningServer, assert_holds, has_own_mounts, noise,
    rerun_with_own_mounts, soon,
};
use std::time::Duration;
use tokio::time::timeout;

const SIZE: u64 = 24 * MIB;

/// What whoever asks gets, whatever a disk does: within a second, and what a busy machine adds to that.
#[track_caller]
fn at_once<T>(asked: impl Future<Output = T>) -> impl Future<Output = T> {
    let caller = std::panic::Location::caller();
    async move {
        let answer = timeout(Duration::from_secs(3), asked).await;
        answer.unwrap_or_else(|_| panic!("no answer at {caller}"))
    }
}

/// A download of `bytes` onto `disk` that gathers way.
async fn begun(haul: &Haul, disk: &HeldDisk, bytes: &[u8]) -> (DownloadId, RunningServer) {
    let server = FileServer::of(bytes.to_vec()).pace(MIB).start().await;
    let folder = disk.path().to_owned();
    let id = haul.add_with(server.url(), |new| new.folder = Some(folder)).await;
    haul.until(id, |row| row.received >= MIB).await;
    (id, server)
}

/// A download that has nothing to do with it, from its beginning to its end.
async fn others_go_on(haul: &Haul, name: &str) {
    let bytes = noise(2 * MIB, 2);
    let server = FileServer::of(bytes.clone()).start().await;
    let new = NewDownload::of(server.url_of(name));
    let added = at_once(haul.engine().add(vec![new])).await.unwrap();
    let [Addition::Added { id }] = added[..] else { panic!("{added:?}") };
    haul.completed(id).await;
    assert_holds(&haul.file(name), &bytes);
    at_once(haul.engine().snapshot()).await.unwrap();
    at_once(haul.view(ViewQuery { limit: 9, ..ViewQuery::default() })).await;
}

#[tokio::test]
async fn a_disk_that_takes_nothing_holds_up_its_own_files_only() {
    if !has_own_mounts() {
        return rerun_with_own_mounts("held::a_disk_that_takes_nothing_holds_up_its_own_files_only");
    }
    let bytes = noise(SIZE, 1);
    let disk = HeldDisk::mount();
    let haul = Haul::start().await;
    let (id, _server) = begun(&haul, &disk, &bytes).await;
    disk.hold();
    disk.keeps_somebody().await;
    others_go_on(&haul, "b.bin").await;
    haul.until(id, |row| row.bound == Some(Bound::Disk)).await;
    at_once(haul.engine().set_limit(id, Some(64 * MIB))).await.unwrap();
    at_once(haul.engine().pause(vec![id])).await.unwrap();
    at_once(haul.details(id)).await;
    others_go_on(&haul, "c.bin").await;
    disk.release();
    haul.until(id, |row| row.status == Status::Paused).await;
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&disk.file("a.bin"), &bytes);
}

#[tokio::test]
async fn whoever_quits_and_starts_while_a_disk_takes_nothing_is_not_kept() {
    if !has_own_mounts() {
        return rerun_with_own_mounts(
            "held::whoever_quits_and_starts_while_a_disk_takes_nothing_is_not_kept",
        );
    }
    let bytes = noise(SIZE, 1);
    let disk = HeldDisk::mount();
    let mut haul = Haul::start().await;
    let (id, _server) = begun(&haul, &disk, &bytes).await;
    disk.hold();
    disk.keeps_somebody().await;
    let ended = timeout(Duration::from_secs(5), haul.engine().shutdown()).await;
    ended.expect("the end waits for the disk");
    haul.crash().await;
    soon(haul.reopen()).await;
    others_go_on(&haul, "b.bin").await;
    at_once(haul.engine().pause(vec![id])).await.unwrap();
    haul.until(id, |row| row.status == Status::Paused).await;
    haul.resume(id).await;
    disk.release();
    haul.completed(id).await;
    assert_holds(&disk.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_program_that_is_killed_while_a_disk_takes_nothing_loses_nothing() {
    if !has_own_mounts() {
        return rerun_with_own_mounts(
            "held::a_program_that_is_killed_while_a_disk_takes_nothing_loses_nothing",
        );
    }
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB).start().await;
    let disk = HeldDisk::mount();
    let haul = HaulProcess::new();
    let (folder, url) = (disk.path().to_str().unwrap().to_owned(), server.url());
    let get = ["-d", &folder, "-x", "4", &url];
    for part in 1..=3 {
        let run = haul.start(&get);
        server.until(|records| records.sent() >= part * 4 * MIB).await;
        disk.hold();
        disk.keeps_somebody().await;
        // Its end has to wait for the disk, too: that is the system's.
        tokio::join!(run.kill(), async { disk.release() });
    }
    haul.get(&get).await.expect(0);
    assert_holds(&disk.file("a.bin"), &bytes);
    assert!(!disk.file("a.bin.part").exists());
}

#[tokio::test]
async fn what_is_added_to_a_disk_that_answers_nothing_waits_for_it_alone() {
    if !has_own_mounts() {
        return rerun_with_own_mounts(
            "held::what_is_added_to_a_disk_that_answers_nothing_waits_for_it_alone",
        );
    }
    let bytes = noise(SIZE, 1);
    let disk = HeldDisk::mount();
    let haul = Haul::start().await;
    let server = FileServer::of(bytes.clone()).start().await;
    disk.hold();
    let (url, folder) = (server.url(), disk.path().to_owned());
    let id = at_once(haul.add_with(url, |new| new.folder = Some(folder))).await;
    disk.keeps_somebody().await;
    others_go_on(&haul, "b.bin").await;
    at_once(haul.engine().pause(vec![id])).await.unwrap();
    at_once(haul.until(id, |row| row.status == Status::Paused)).await;
    haul.resume(id).await;
    disk.release();
    haul.completed(id).await;
    assert_holds(&disk.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_finished_file_on_a_disk_that_answers_nothing_is_neither_missing_nor_removed() {
    if !has_own_mounts() {
        return rerun_with_own_mounts(
            "held::a_finished_file_on_a_disk_that_answers_nothing_is_neither_missing_nor_removed",
        );
    }
    let bytes = noise(MIB, 1);
    let disk = HeldDisk::mount();
    let haul = Haul::start().await;
    let server = FileServer::of(bytes.clone()).start().await;
    let folder = disk.path().to_owned();
    let id = haul.add_with(server.url(), |new| new.folder = Some(folder)).await;
    haul.completed(id).await;
    disk.hold();
    // Whoever looks at the list has its files looked for.
    others_go_on(&haul, "b.bin").await;
    disk.keeps_somebody().await;
    for fate in [FileFate::Trash, FileFate::Delete] {
        let engine = haul.engine().clone();
        let (removed, ()) =
            tokio::join!(soon(engine.remove(vec![id], fate)), others_go_on(&haul, fate_name(fate)));
        assert!(matches!(removed, Err(EngineError::FileKept { .. })), "{removed:?}");
        let row = at_once(haul.details(id)).await.row;
        assert!(matches!(row.status, Status::Completed { .. }) && row.check != Some(Check::Missing));
    }
    disk.release();
    soon(haul.engine().remove(vec![id], FileFate::Delete)).await.unwrap();
    assert!(!disk.file("a.bin").exists());
}

fn fate_name(fate: FileFate) -> &'static str {
    match fate {
        FileFate::Keep => "keep.bin",
        FileFate::Trash => "trash.bin",
        FileFate::Delete => "delete.bin",
    }
}

#[tokio::test]
async fn a_slow_disk_is_named_and_neither_the_server_nor_the_line() {
    if !has_own_mounts() {
        return rerun_with_own_mounts("held::a_slow_disk_is_named_and_neither_the_server_nor_the_line");
    }
    let bytes = noise(SIZE, 1);
    let disk = HeldDisk::mount();
    let haul = Haul::start().await;
    let server = FileServer::of(bytes.clone()).start().await;
    disk.slow_down(Duration::from_millis(40));
    let folder = disk.path().to_owned();
    let id = haul.add_with(server.url(), |new| new.folder = Some(folder)).await;
    haul.until(id, |row| {
        assert!(!matches!(row.bound, Some(Bound::Server | Bound::Line)), "{row:#?}");
        row.bound == Some(Bound::Disk)
    })
    .await;
    disk.slow_down(Duration::ZERO);
    haul.completed(id).await;
    assert_holds(&disk.file("a.bin"), &bytes);
}
