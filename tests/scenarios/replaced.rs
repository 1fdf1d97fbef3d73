//! Where a person wants that, a new file takes the place of the old one of its name: that stays until the new one is whole, and
//! then lies in the trash. What is not simply an old file stays, and the new one gets a number.

use haul_core::settings::WhenNameTaken;
use haul_core::{DownloadId, LogEntry, NewDownload, Placed, Status, ViewQuery, Wanted, WhenDuplicate};
use haul_tests::{
    FileServer, Haul, KIB, MIB, SmallDisk, assert_holds, may_mount, names_in, noise, rerun_as_root, soon,
};

const SIZE: u64 = 4 * MIB;

async fn replacing(disk: &SmallDisk) -> Haul {
    let bed = Haul::bed().folder(disk.path());
    bed.settings(|settings| settings.when_name_taken = WhenNameTaken::Replace).start().await
}

async fn foreseen(haul: &Haul, url: &str) -> (String, Placed) {
    let wanted = Wanted { url: url.to_owned(), ..Wanted::default() };
    let outlook = soon(haul.engine().foresee(&[wanted])).await.unwrap().remove(0).unwrap();
    (outlook.name, outlook.place)
}

async fn has_log(haul: &Haul, id: DownloadId, wanted: LogEntry) -> bool {
    haul.log(id).await.contains(&wanted)
}

fn replaced() -> LogEntry {
    LogEntry::Replaced { name: "a.bin".into() }
}

#[tokio::test]
async fn the_old_file_is_there_until_the_new_one_is_whole() {
    if !may_mount() {
        return rerun_as_root("replaced::the_old_file_is_there_until_the_new_one_is_whole");
    }
    let disk = SmallDisk::of(64 * MIB);
    let (old, new) = (noise(SIZE, 1), noise(SIZE, 2));
    std::fs::write(disk.file("a.bin"), &old).unwrap();
    let server = FileServer::of(new.clone()).hold_after(SIZE / 2).start().await;
    let mut haul = replacing(&disk).await;
    assert_eq!(foreseen(&haul, &server.url()).await, ("a.bin".into(), Placed::Replaces));

    let id = haul.add(server.url()).await;
    let row = haul.until(id, |row| row.received >= SIZE / 4).await;
    assert_eq!(row.name, "a.bin");
    assert_holds(&disk.file("a.bin"), &old);
    haul.restart().await;
    assert_holds(&disk.file("a.bin"), &old);
    assert!(disk.trashed().is_empty());
    server.release();
    haul.completed(id).await;
    assert_holds(&disk.file("a.bin"), &new);
    let [trashed] = &disk.trashed()[..] else { panic!("{:?}", disk.trashed()) };
    assert_holds(trashed, &old);
    assert!(has_log(&haul, id, replaced()).await);
}

#[tokio::test]
async fn a_wrong_file_takes_no_place() {
    if !may_mount() {
        return rerun_as_root("replaced::a_wrong_file_takes_no_place");
    }
    let disk = SmallDisk::of(64 * MIB);
    let old = noise(8 * KIB, 1);
    std::fs::write(disk.file("a.bin"), &old).unwrap();
    let server = FileServer::of(noise(8 * KIB, 2)).start().await;
    let haul = replacing(&disk).await;
    let expected = haul_core::Checksum {
        algorithm: haul_core::Algorithm::Sha256,
        hex: haul_tests::sha256(&noise(8 * KIB, 3)),
    };
    let id = haul.add_with(server.url(), |new| new.options.checksum = Some(expected)).await;
    haul.failed(id).await;
    assert_holds(&disk.file("a.bin"), &old);
    assert!(disk.trashed().is_empty());
}

#[tokio::test]
async fn the_download_that_had_the_file_goes_off_the_list_with_it() {
    if !may_mount() {
        return rerun_as_root("replaced::the_download_that_had_the_file_goes_off_the_list_with_it");
    }
    let disk = SmallDisk::of(64 * MIB);
    let haul = replacing(&disk).await;
    let mut last = None;
    // Small ones, which are whole before anybody looks at the disk, and large ones.
    for (version, size) in (0..).zip([8 * KIB, 8 * KIB, SIZE, 0, SIZE]) {
        let bytes = noise(size, version);
        let server = FileServer::of(bytes.clone()).start().await;
        let id = haul.add(server.url()).await;
        haul.completed(id).await;
        assert_holds(&disk.file("a.bin"), &bytes);
        assert_eq!(disk.trashed().len() as u64, version);
        if let Some(last) = last.replace(id) {
            assert!(haul.engine().details(last).await.unwrap().is_none(), "two rows have one file");
            assert!(has_log(&haul, id, replaced()).await);
        }
    }
    let visible: Vec<String> =
        names_in(disk.path()).into_iter().filter(|name| !name.starts_with('.')).collect();
    assert_eq!(visible, ["a.bin"]);
}

#[tokio::test]
async fn folders_and_links_stay() {
    if !may_mount() {
        return rerun_as_root("replaced::folders_and_links_stay");
    }
    for link in [false, true] {
        let disk = SmallDisk::of(64 * MIB);
        let (old, new) = (noise(KIB, 1), noise(SIZE, 2));
        std::fs::write(disk.file("elsewhere"), &old).unwrap();
        match link {
            false => std::fs::create_dir(disk.file("a.bin")).unwrap(),
            true => std::os::unix::fs::symlink(disk.file("elsewhere"), disk.file("a.bin")).unwrap(),
        }
        let server = FileServer::of(new.clone()).start().await;
        let haul = replacing(&disk).await;
        assert_eq!(foreseen(&haul, &server.url()).await, ("a (1).bin".into(), Placed::Numbered));
        let id = haul.add(server.url()).await;
        haul.completed(id).await;
        assert_holds(&disk.file("a (1).bin"), &new);
        assert!(disk.file("a.bin").is_symlink() == link && disk.file("a.bin").is_dir() != link);
        assert_holds(&disk.file("elsewhere"), &old);
        assert!(disk.trashed().is_empty());
        let numbered = LogEntry::Numbered { wanted: "a.bin".into(), name: "a (1).bin".into() };
        assert!(has_log(&haul, id, numbered).await);
    }
}

#[tokio::test]
async fn of_two_that_want_the_name_the_first_has_it() {
    if !may_mount() {
        return rerun_as_root("replaced::of_two_that_want_the_name_the_first_has_it");
    }
    // At once, and one after the other.
    for at_once in [2, 1] {
        let disk = SmallDisk::of(64 * MIB);
        let (old, first, second) = (noise(SIZE, 1), noise(SIZE, 2), noise(SIZE, 3));
        std::fs::write(disk.file("a.bin"), &old).unwrap();
        let servers = [
            FileServer::of(first.clone()).hold_after(SIZE / 2).start().await,
            FileServer::of(second.clone()).start().await,
        ];
        let haul = replacing(&disk).await;
        haul.set(|settings| settings.downloads_at_once = at_once).await;
        let wanted = servers.each_ref().map(|server| Wanted { url: server.url(), ..Wanted::default() });
        let seen = soon(haul.engine().foresee(&wanted)).await.unwrap();
        let names: Vec<_> = seen.into_iter().flatten().map(|outlook| outlook.name).collect();
        assert_eq!(names, ["a.bin", "a (1).bin"]);

        let one = haul.add(servers[0].url()).await;
        haul.until(one, |row| row.received >= SIZE / 4).await;
        let other = haul.add(servers[1].url()).await;
        if at_once == 2 {
            haul.completed(other).await;
            assert_holds(&disk.file("a.bin"), &old);
        }
        servers[0].release();
        haul.completed(one).await;
        haul.completed(other).await;
        assert_holds(&disk.file("a.bin"), &first);
        assert_holds(&disk.file("a (1).bin"), &second);
        let [trashed] = &disk.trashed()[..] else { panic!("{:?}", disk.trashed()) };
        assert_holds(trashed, &old);
    }
}

#[tokio::test]
async fn the_unfinished_file_of_another_is_no_old_file() {
    if !may_mount() {
        return rerun_as_root("replaced::the_unfinished_file_of_another_is_no_old_file");
    }
    let disk = SmallDisk::of(64 * MIB);
    let (bytes, other) = (noise(SIZE, 1), noise(SIZE, 2));
    let server = FileServer::of(bytes.clone()).hold_after(SIZE / 2).start().await;
    let haul = replacing(&disk).await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= SIZE / 4).await;
    haul.pause(id).await;
    haul.until(id, |row| row.status == Status::Paused && row.received >= SIZE / 4).await;
    let of_its_name = FileServer::of(other.clone()).named("a.bin.part").start().await;
    assert_eq!(foreseen(&haul, &of_its_name.url()).await.1, Placed::Numbered);
    let next = haul.add(of_its_name.url()).await;
    haul.completed(next).await;
    server.release();
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&disk.file("a.bin"), &bytes);
    assert_holds(&disk.file("a.bin (1).part"), &other);
    assert!(disk.trashed().is_empty());
}

#[tokio::test]
async fn what_is_fetched_once_more_gets_a_number_all_the_same() {
    if !may_mount() {
        return rerun_as_root("replaced::what_is_fetched_once_more_gets_a_number_all_the_same");
    }
    let disk = SmallDisk::of(64 * MIB);
    let bytes = noise(SIZE, 1);
    // Without a validator nobody can tell that it is the very same.
    let server = FileServer::of(bytes.clone()).no_validator().start().await;
    let haul = replacing(&disk).await;
    let first = haul.add(server.url()).await;
    haul.completed(first).await;
    assert_eq!(foreseen(&haul, &server.url()).await, ("a (1).bin".into(), Placed::Numbered));
    let second = haul.add_with(server.url(), |new| new.when_duplicate = WhenDuplicate::Number).await;
    haul.completed(second).await;
    assert_holds(&disk.file("a.bin"), &bytes);
    assert_holds(&disk.file("a (1).bin"), &bytes);
    assert!(matches!(haul.details(first).await.row.status, Status::Completed { .. }));
}

#[tokio::test]
async fn what_cannot_go_to_the_trash_stays() {
    if !may_mount() {
        return rerun_as_root("replaced::what_cannot_go_to_the_trash_stays");
    }
    let not_replaced = LogEntry::NotReplaced { wanted: "a.bin".into(), name: "a (1).bin".into() };
    for on_the_list in [false, true] {
        let disk = SmallDisk::of(64 * MIB);
        let (old, new) = (noise(SIZE, 1), noise(SIZE, 2));
        // Neither trash of this disk can be made.
        std::fs::write(disk.file(".Trash"), "").unwrap();
        std::fs::write(disk.file(".Trash-0"), "").unwrap();
        let haul = replacing(&disk).await;
        if on_the_list {
            let server = FileServer::of(old.clone()).start().await;
            let id = haul.add(server.url()).await;
            haul.completed(id).await;
        } else {
            std::fs::write(disk.file("a.bin"), &old).unwrap();
        }
        let server = FileServer::of(new.clone()).start().await;
        let id = haul.add(server.url()).await;
        haul.completed(id).await;
        assert_holds(&disk.file("a.bin"), &old);
        assert_holds(&disk.file("a (1).bin"), &new);
        assert!(has_log(&haul, id, not_replaced.clone()).await);
        let rows = haul.view(ViewQuery { limit: 9, ..ViewQuery::default() }).await.rows;
        assert_eq!(rows.len(), if on_the_list { 2 } else { 1 });
    }
}

#[tokio::test]
async fn what_is_set_otherwise_meanwhile_counts() {
    let old = noise(KIB, 1);
    let new = noise(SIZE, 2);
    let haul = Haul::start().await;
    haul.set(|settings| settings.when_name_taken = WhenNameTaken::Replace).await;
    std::fs::write(haul.file("a.bin"), &old).unwrap();
    let server = FileServer::of(new.clone()).hold_after(SIZE / 2).start().await;
    let [added] = &soon(haul.engine().add(vec![NewDownload::of(server.url())])).await.unwrap()[..] else {
        panic!()
    };
    let haul_core::Addition::Added { id } = *added else { panic!("{added:?}") };
    haul.until(id, |row| row.received >= SIZE / 4).await;
    haul.set(|settings| settings.when_name_taken = WhenNameTaken::Number).await;
    server.release();
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &old);
    assert_holds(&haul.file("a (1).bin"), &new);
}
