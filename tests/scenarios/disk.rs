//! Folders and disks that do not do what was hoped: a quick, clear error, and the same download goes on afterwards.

use haul_core::{DownloadRow, Failure, FileFate, LogEntry, Status};
use haul_tests::{
    FileServer, Haul, HaulProcess, KIB, MIB, SmallDisk, assert_holds, may_mount, names_in, noise,
    rerun_as_root,
};
use std::time::{Duration, Instant};

#[tokio::test]
async fn a_missing_folder_is_made() {
    let bytes = noise(KIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    std::fs::remove_dir(haul.folder()).unwrap();
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_is_named() {
    let server = FileServer::of(noise(KIB, 1)).start().await;
    let haul = Haul::start().await;
    let file = haul.folder().join("a-file");
    std::fs::write(&file, b"in the way").unwrap();
    for folder in ["/proc/no/such/folder".into(), file.join("below")] {
        let wanted = folder.clone();
        let id = haul.add_with(server.url(), |new| new.folder = Some(wanted)).await;
        let failure = haul.failed(id).await;
        assert!(
            matches!(&failure, Failure::FolderMissing { folder: named } if *named == folder),
            "{failure:?}"
        );
    }
}

#[tokio::test]
async fn a_folder_that_vanishes_meanwhile_fails_and_can_be_tried_again() {
    let bytes = noise(4 * MIB, 1);
    let server = FileServer::of(bytes.clone()).hold_after(MIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.downloading(id).await;
    std::fs::remove_dir_all(haul.folder()).unwrap();
    server.release();
    let failure = haul.failed(id).await;
    assert!(matches!(failure, Failure::PartFileGone { .. }), "{failure:?}");
    haul.retry(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_named() {
    if !may_mount() {
        return rerun_as_root("disk::a_folder_that_cannot_be_written_is_named");
    }
    let disk = SmallDisk::read_only();
    let server = FileServer::of(noise(KIB, 1)).start().await;
    let haul = Haul::bed().folder(disk.path()).start().await;
    let id = haul.add(server.url()).await;
    let failure = haul.failed(id).await;
    assert!(
        matches!(&failure, Failure::NotWritable { path } if path.starts_with(disk.path())),
        "{failure:?}"
    );
    assert!(names_in(disk.path()).is_empty());
    HaulProcess::new().get(&["-d", disk.path().to_str().unwrap(), &server.url()]).await.expect(16);
}

#[tokio::test]
async fn a_file_that_does_not_fit_fails_quickly_and_goes_on_when_there_is_room() {
    if !may_mount() {
        return rerun_as_root("disk::a_file_that_does_not_fit_fails_quickly_and_goes_on_when_there_is_room");
    }
    let disk = SmallDisk::nearly_full(4 * MIB);
    let bytes = noise(8 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::bed().folder(disk.path()).start().await;
    let id = haul.add(server.url()).await;
    let failure = haul.failed(id).await;
    assert!(matches!(failure, Failure::DiskFull { missing, .. } if missing > 0), "{failure:?}");
    assert!(!disk.file("a.bin").exists());

    disk.make_room();
    haul.retry(id).await;
    haul.completed(id).await;
    assert_holds(&disk.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_disk_that_fills_up_meanwhile_keeps_what_is_there() {
    if !may_mount() {
        return rerun_as_root("disk::a_disk_that_fills_up_meanwhile_keeps_what_is_there");
    }
    let disk = SmallDisk::of(16 * MIB);
    let bytes = noise(8 * MIB, 1);
    let server = FileServer::of(bytes.clone()).hold_after(2 * MIB).start().await;
    let haul = Haul::bed().folder(disk.path()).start().await;
    let id = haul.add(server.url()).await;
    haul.downloading(id).await;
    fill(&disk);
    server.release();
    let failure = haul.failed(id).await;
    assert!(matches!(failure, Failure::DiskFull { .. }), "{failure:?}");
    std::fs::remove_file(disk.file("other")).unwrap();
    haul.retry(id).await;
    haul.completed(id).await;
    assert_holds(&disk.file("a.bin"), &bytes);
}

#[tokio::test]
async fn who_waits_for_room_goes_on_by_itself_once_there_is_some() {
    if !may_mount() {
        return rerun_as_root("disk::who_waits_for_room_goes_on_by_itself_once_there_is_some");
    }
    let disk = SmallDisk::nearly_full(12 * MIB);
    let bytes = noise(8 * MIB, 1);
    let server = FileServer::of(bytes.clone()).hold_after(2 * MIB).start().await;
    let mut haul = Haul::bed().folder(disk.path()).start().await;
    let id = haul.add(server.url()).await;
    haul.downloading(id).await;
    fill(&disk);
    server.release();
    let failure = haul.failed(id).await;
    let Failure::DiskFull { missing, needed, .. } = failure else { panic!("{failure:?}") };
    assert!(0 < missing && missing <= needed && needed < 8 * MIB, "{missing} of {needed}");

    // What it waits for outlives the program.
    haul.restart().await;
    assert!(matches!(haul.failed(id).await, Failure::DiskFull { .. }));
    let before = server.sent();
    disk.make_room();
    haul.until(id, is_completed).await;
    assert_holds(&disk.file("a.bin"), &bytes);
    assert!(server.sent() - before < 8 * MIB, "what was there is fetched again");
    let log = haul.log(id).await;
    let ended = |entry: &LogEntry| matches!(entry, LogEntry::Completed { .. });
    assert!(log.contains(&LogEntry::RoomAgain) && log.last().is_some_and(ended), "{log:?}");
}

#[tokio::test]
async fn room_for_one_of_two_is_given_to_the_first_and_who_is_removed_gets_none() {
    if !may_mount() {
        return rerun_as_root("disk::room_for_one_of_two_is_given_to_the_first_and_who_is_removed_gets_none");
    }
    let disk = SmallDisk::nearly_full(4 * MIB);
    let bytes = noise(24 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::bed().folder(disk.path()).start().await;
    let mut ids = Vec::new();
    for name in ["removed", "first", "second"] {
        let id = haul.add(server.url_of(name)).await;
        haul.failed(id).await;
        ids.push(id);
    }
    haul.remove(vec![ids[0]], FileFate::Keep).await;
    disk.make_room();
    haul.until(ids[1], is_completed).await;
    // It was asked what is free while it could not have been enough for both, and at least once after.
    fill(&disk);
    haul.retry(ids[2]).await;
    haul.failed(ids[2]).await;
    let log = haul.log(ids[2]).await;
    assert!(!log.contains(&LogEntry::RoomAgain), "{log:?}");
}

fn is_completed(row: &DownloadRow) -> bool {
    matches!(row.status, Status::Completed { .. })
}

/// Somebody else takes all the room that is left.
fn fill(disk: &SmallDisk) {
    let mut other = std::fs::File::create(disk.file("other")).unwrap();
    std::io::copy(&mut std::io::repeat(1), &mut other).unwrap_err();
}

#[tokio::test]
async fn a_disk_that_is_asked_for_the_space_has_none_for_others_and_is_not_asked_twice() {
    if !may_mount() {
        return rerun_as_root(
            "disk::a_disk_that_is_asked_for_the_space_has_none_for_others_and_is_not_asked_twice",
        );
    }
    let disk = SmallDisk::of(32 * MIB);
    let bytes = noise(20 * MIB, 1);
    let server = FileServer::of(bytes.clone()).hold_after(4 * MIB).start().await;
    let asking = |settings: &mut haul_core::Settings| settings.ask_for_space = true;
    let haul = Haul::bed().folder(disk.path()).settings(asking).start().await;
    let first = haul.add(server.url()).await;
    haul.until(first, |row| row.received >= 2 * MIB).await;
    let second = haul.add(server.url_of("b.bin")).await;
    let failure = haul.failed(second).await;
    assert!(matches!(failure, Failure::DiskFull { missing, .. } if missing > 0), "{failure:?}");
    assert!(!disk.file("b.bin.part").exists());
    // What is kept for it counts as its own: it goes on with that after a pause, and fits.
    haul.pause(first).await;
    server.release();
    haul.resume(first).await;
    haul.completed(first).await;
    assert_holds(&disk.file("a.bin"), &bytes);
    std::fs::remove_file(disk.file("a.bin")).unwrap();
    haul.until(second, is_completed).await;
    assert_holds(&disk.file("b.bin"), &bytes);
}

#[tokio::test]
async fn a_file_of_unknown_size_that_does_not_fit_fails_too() {
    if !may_mount() {
        return rerun_as_root("disk::a_file_of_unknown_size_that_does_not_fit_fails_too");
    }
    let disk = SmallDisk::of(4 * MIB);
    let server = FileServer::of(noise(8 * MIB, 1)).no_ranges().chunked().start().await;
    let haul = Haul::bed().folder(disk.path()).start().await;
    let id = haul.add(server.url()).await;
    let failure = haul.failed(id).await;
    assert!(matches!(failure, Failure::DiskFull { .. }), "{failure:?}");
    assert!(!disk.file("a.bin").exists());
}

#[tokio::test]
async fn the_program_ends_with_9_when_the_disk_is_full_and_resumes_when_there_is_room() {
    if !may_mount() {
        return rerun_as_root(
            "disk::the_program_ends_with_9_when_the_disk_is_full_and_resumes_when_there_is_room",
        );
    }
    let disk = SmallDisk::nearly_full(4 * MIB);
    let bytes = noise(8 * MIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = HaulProcess::new();
    let (url, folder) = (server.url(), disk.path().to_str().unwrap());
    let begun = Instant::now();
    haul.get(&["-d", folder, &url]).await.expect(9);
    println!("the disk was full, and the program had ended after {:?}", begun.elapsed());
    assert!(begun.elapsed() < Duration::from_secs(15), "{:?}", begun.elapsed());
    disk.make_room();
    haul.get(&["-d", folder, &url]).await.expect(0);
    assert_holds(&disk.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_part_file_deleted_while_it_runs_is_noticed_and_nothing_wrong_is_left() {
    let bytes = noise(8 * MIB, 1);
    let server = FileServer::of(bytes.clone()).hold_after(2 * MIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.downloading(id).await;
    std::fs::remove_file(haul.part("a.bin")).unwrap();
    server.release();
    let failure = haul.failed(id).await;
    assert!(matches!(failure, Failure::PartFileGone { .. }), "{failure:?}");
    assert!(!haul.file("a.bin").exists());
    haul.retry(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_part_file_that_somebody_cuts_while_it_runs_never_becomes_a_file_with_holes() {
    let bytes = noise(8 * MIB, 1);
    for script in [FileServer::of(bytes.clone()), FileServer::of(bytes.clone()).no_ranges().no_length()] {
        let server = script.hold_after(4 * MIB).start().await;
        let haul = Haul::start().await;
        let id = haul.add(server.url()).await;
        haul.until(id, |row| row.received >= 3 * MIB).await;
        std::fs::OpenOptions::new().write(true).open(haul.part("a.bin")).unwrap().set_len(MIB).unwrap();
        server.release();
        let failure = haul.failed(id).await;
        assert!(matches!(failure, Failure::PartFileGone { .. }), "{failure:?}");
        assert!(!haul.file("a.bin").exists());
        haul.start_over(id).await;
        haul.completed(id).await;
        assert_holds(&haul.file("a.bin"), &bytes);
    }
}

#[tokio::test]
async fn a_strangers_file_under_the_name_of_a_resting_part_file_is_never_touched() {
    let bytes = noise(8 * MIB, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB).hold_after(4 * MIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= MIB).await;
    haul.pause(id).await;
    server.until(|records| records.active == 0).await;
    // A browser that names its unfinished files the same way.
    std::fs::remove_file(haul.part("a.bin")).unwrap();
    std::fs::write(haul.part("a.bin"), b"half of a page").unwrap();
    server.release();
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.part("a.bin"), b"half of a page");
    assert_holds(&haul.file("a (1).bin"), &bytes);
}

#[tokio::test]
async fn a_part_file_replaced_while_it_runs_is_not_ours_any_more() {
    let bytes = noise(8 * MIB, 1);
    let server = FileServer::of(bytes.clone()).hold_after(2 * MIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.downloading(id).await;
    std::fs::remove_file(haul.part("a.bin")).unwrap();
    std::fs::write(haul.part("a.bin"), b"somebody's drafts").unwrap();
    server.release();
    let failure = haul.failed(id).await;
    assert!(matches!(failure, Failure::PartFileGone { .. }), "{failure:?}");
    assert_holds(&haul.part("a.bin"), b"somebody's drafts");
}

#[tokio::test]
async fn a_finished_file_that_was_deleted_is_fetched_again_when_asked_for() {
    let bytes = noise(KIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    std::fs::remove_file(haul.file("a.bin")).unwrap();
    haul.start_over(id).await;
    haul.until(id, |row| !matches!(row.status, Status::Completed { .. })).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
}

#[tokio::test]
async fn two_engines_on_one_address_and_folder_never_harm_each_other() {
    let bytes = noise(4 * MIB, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB / 4).start().await;
    let one = Haul::start().await;
    let other = Haul::bed().folder(one.folder()).start().await;
    let first = one.add(server.url()).await;
    one.downloading(first).await;
    let second = other.add(server.url()).await;
    one.completed(first).await;
    assert_holds(&one.file("a.bin"), &bytes);
    let row = other
        .until(second, |row| matches!(row.status, Status::Failed { .. } | Status::Completed { .. }))
        .await;
    match row.status {
        Status::Completed { path } => assert_holds(&path, &bytes),
        Status::Failed { failure } => assert!(matches!(failure, Failure::PartFileBusy { .. }), "{failure:?}"),
        _ => unreachable!(),
    }
    assert_holds(&one.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_disk_that_is_pulled_out_meanwhile_ends_it_and_the_same_command_goes_on_elsewhere() {
    if !may_mount() {
        return rerun_as_root(
            "disk::a_disk_that_is_pulled_out_meanwhile_ends_it_and_the_same_command_goes_on_elsewhere",
        );
    }
    let disk = SmallDisk::of(16 * MIB);
    let bytes = noise(8 * MIB, 1);
    let server = FileServer::of(bytes.clone()).hold_after(2 * MIB).start().await;
    let (haul, url) = (HaulProcess::new(), server.url());
    let folder = disk.path().to_str().unwrap();
    let run = haul.start(&["-d", folder, &url]);
    server.until(|records| records.sent() >= 2 * MIB).await;
    disk.remove();
    let begun = Instant::now();
    server.release();
    run.ended().await.expect(17);
    println!("the disk was gone, and the program ended after {:?}", begun.elapsed());
    assert!(begun.elapsed() < Duration::from_secs(15), "{:?}", begun.elapsed());
    assert!(names_in(disk.path()).is_empty(), "{:?}", names_in(disk.path()));
    haul.get(&["-d", folder, &url]).await.expect(0);
    assert_holds(&disk.file("a.bin"), &bytes);
}

#[tokio::test]
async fn a_disk_that_became_read_only_is_named_and_what_is_there_counts_once_it_is_mended() {
    if !may_mount() {
        return rerun_as_root(
            "disk::a_disk_that_became_read_only_is_named_and_what_is_there_counts_once_it_is_mended",
        );
    }
    let disk = SmallDisk::of(32 * MIB);
    let bytes = noise(8 * MIB, 1);
    let server = FileServer::of(bytes.clone()).pace(4 * MIB).start().await;
    let (haul, url) = (HaulProcess::new(), server.url());
    let folder = disk.path().to_str().unwrap();
    let run = haul.start(&["-x", "1", "-d", folder, &url]);
    server.until(|records| records.sent() >= 4 * MIB).await;
    run.kill().await;
    disk.set_read_only(true);
    haul.get(&["-d", folder, &url]).await.expect(16);
    assert_eq!(names_in(disk.path()), ["a.bin.part"]);
    disk.set_read_only(false);
    haul.get(&["-x", "1", "-d", folder, &url]).await.expect(0);
    assert_holds(&disk.file("a.bin"), &bytes);
    assert!(server.sent() < 10 * MIB, "fetched again: {:?}", server.requests());
}
