//! Unfinished files that the person wants out of sight: a dot in front, and otherwise nothing is different. What has begun
//! keeps its name, whatever the setting becomes, and whoever looks for an unfinished file looks under both names.

use haul_core::filename::PartName;
use haul_core::{DownloadId, FileFate, Finding, Relocation, Settings, Status, ViewQuery};
use haul_tests::{
    FileServer, Haul, HaulProcess, KIB, MIB, RunningServer, SmallDisk, assert_holds, may_mount, names_in,
    noise, rerun_as_root, soon,
};
use std::os::unix::fs::FileExt;
use std::path::Path;

const SIZE: u64 = 4 * MIB;

fn hide(settings: &mut Settings) {
    settings.part_name = PartName::Hidden;
}

async fn hiding() -> Haul {
    Haul::bed().settings(hide).start().await
}

/// A download that stops half way.
async fn half_way(haul: &Haul, bytes: &[u8]) -> (DownloadId, RunningServer) {
    let server = FileServer::of(bytes.to_vec()).hold_after(SIZE / 2).start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= SIZE / 4).await;
    (id, server)
}

/// The rest of it, and that what was there was of use.
async fn finishes(haul: &Haul, id: DownloadId, server: &RunningServer, name: &str, bytes: &[u8]) {
    server.release();
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file(name), bytes);
    assert!(server.sent() < SIZE + SIZE / 2, "{} bytes were sent", server.sent());
}

#[tokio::test]
async fn what_is_unfinished_is_in_sight_unless_the_person_hides_it() {
    for (form, name) in [(PartName::default(), "a.bin.part"), (PartName::Hidden, ".a.bin.part")] {
        let bytes = noise(SIZE, 1);
        let mut haul = Haul::bed().settings(move |settings| settings.part_name = form).start().await;
        let (id, server) = half_way(&haul, &bytes).await;
        assert_eq!(haul.names(), [name]);
        assert_eq!(haul.details(id).await.path, Some(haul.file(name)));
        haul.crash().await;
        haul.reopen().await;
        assert_eq!(haul.details(id).await.row.name, "a.bin");
        finishes(&haul, id, &server, "a.bin", &bytes).await;
        assert_eq!(haul.names(), ["a.bin"]);
    }
}

#[tokio::test]
async fn what_has_begun_keeps_its_name_whatever_the_setting_becomes() {
    for (before, after) in [(PartName::Plain, PartName::Hidden), (PartName::Hidden, PartName::Plain)] {
        let bytes = noise(SIZE, 1);
        let mut haul = Haul::bed().settings(move |settings| settings.part_name = before).start().await;
        let (id, server) = half_way(&haul, &bytes).await;
        let begun = haul.names();
        haul.set(|settings| settings.part_name = after).await;
        haul.pause(id).await;
        haul.restart().await;
        server.hold_after(server.sent() + MIB / 4);
        haul.resume(id).await;
        haul.downloading(id).await;
        assert_eq!(haul.names(), begun);
        // The next one is called as the setting says.
        let other = FileServer::of(bytes.clone()).named("b.bin").hold_after(SIZE / 2).start().await;
        let next = haul.add(other.url()).await;
        haul.until(next, |row| row.received >= SIZE / 4).await;
        assert!(after.path(haul.folder(), "b.bin").exists(), "{:?}", haul.names());
        finishes(&haul, id, &server, "a.bin", &bytes).await;
        finishes(&haul, next, &other, "b.bin", &bytes).await;
        assert_eq!(haul.names(), ["a.bin", "b.bin"]);
    }
}

#[tokio::test]
async fn the_program_goes_on_with_a_hidden_file_kill_after_kill() {
    let (size, home) = (16 * MIB, HaulProcess::new());
    let bytes = noise(size, 1);
    let server = FileServer::of(bytes.clone()).pace(4 * MIB).start().await;
    let mut app = Haul::bed().settings(hide).folder(home.folder()).start().await;
    let id = app.add(server.url()).await;
    app.until(id, |row| row.received >= MIB).await;
    app.stop().await;
    for _ in 0..3 {
        let enough = server.sent() + 2 * MIB;
        let killed = home.start(&[&server.url()]).kill_at(async {
            server.until(|records| records.sent() >= enough).await;
        });
        assert!(killed.await.is_none(), "it ended before it was killed");
        assert_eq!(home.names(), [".a.bin.part"]);
    }
    home.get(&[&server.url()]).await.expect(0);
    assert_holds(&home.file("a.bin"), &bytes);
    assert_eq!(home.names(), ["a.bin"]);
    // What was sent when a program was killed comes again, and not all of it.
    assert!(server.sent() < size + size / 2, "{} bytes were sent", server.sent());
}

#[tokio::test]
async fn a_hidden_file_goes_on_with_another_link_under_the_name_that_it_will_have() {
    let (home, bytes) = (HaulProcess::new(), noise(SIZE, 1));
    let mut app = Haul::bed().settings(hide).folder(home.folder()).start().await;
    let (_, old) = half_way(&app, &bytes).await;
    app.stop().await;
    for name in ["a.bin", ".a.bin.part"] {
        let new = FileServer::of(bytes.clone()).hold_after(MIB / 4).start().await;
        let renewing = home.start(&["--renew", name, &new.url()]);
        let killed = renewing.kill_at(async {
            new.until(|records| records.sent() >= MIB / 8).await;
        });
        assert!(killed.await.is_none(), "it ended before it was killed");
        assert_eq!(home.names(), [".a.bin.part"]);
    }
    let new = FileServer::of(bytes.clone()).start().await;
    home.get(&["--renew", "a.bin", &new.url()]).await.expect(0);
    assert_holds(&home.file("a.bin"), &bytes);
    assert_eq!(home.names(), ["a.bin"]);
    assert!(new.sent() < SIZE && old.sent() < SIZE, "{} bytes were sent", new.sent());
}

#[tokio::test]
async fn a_list_that_is_lost_finds_hidden_files_again() {
    let bytes = noise(SIZE, 1);
    let mut haul = hiding().await;
    let (_, server) = half_way(&haul, &bytes).await;
    haul.stop().await;
    std::fs::write(haul.database(), noise(64 * KIB, 7)).unwrap();
    haul.reopen().await;
    let rows = haul.view(ViewQuery { limit: 10, ..ViewQuery::default() }).await.rows;
    let [row] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!((row.name.as_str(), &row.status), ("a.bin", &Status::Paused));
    finishes(&haul, row.id, &server, "a.bin", &bytes).await;
    assert_eq!(haul.names(), ["a.bin"]);
}

#[tokio::test]
async fn the_same_link_finds_what_a_list_that_is_gone_left_under_either_name() {
    for form in [PartName::Plain, PartName::Hidden] {
        let bytes = noise(SIZE, 1);
        let mut left = Haul::bed().settings(move |settings| settings.part_name = form).start().await;
        let (_, server) = half_way(&left, &bytes).await;
        left.stop().await;
        for after in [PartName::Plain, PartName::Hidden] {
            let change = move |settings: &mut Settings| settings.part_name = after;
            let mut haul = Haul::bed().settings(change).folder(left.folder()).start().await;
            server.hold_after(server.sent() + MIB / 4);
            let id = haul.add(server.url()).await;
            haul.until(id, |row| row.received >= SIZE / 4).await;
            let there = haul.file(&form.path(Path::new(""), "a.bin").to_string_lossy());
            assert_eq!(haul.details(id).await.path, Some(there), "what is there is known with where it is");
            haul.pause(id).await;
            haul.stop().await;
            assert_eq!(haul.names(), [form.path(Path::new(""), "a.bin").to_string_lossy()]);
        }
        let haul = Haul::bed().folder(left.folder()).start().await;
        let id = haul.add(server.url()).await;
        finishes(&haul, id, &server, "a.bin", &bytes).await;
        assert_eq!(haul.names(), ["a.bin"]);
    }
}

#[tokio::test]
async fn two_of_one_name_never_share_whatever_their_unfinished_files_are_called() {
    let (first, second) = (noise(SIZE, 1), noise(SIZE, 2));
    let mut haul = hiding().await;
    let (one, of_one) = half_way(&haul, &first).await;
    haul.pause(one).await;
    haul.set(|settings| settings.part_name = PartName::Plain).await;
    let (other, of_other) = half_way(&haul, &second).await;
    assert_eq!(haul.names(), [".a.bin.part", "a (1).bin.part"]);
    haul.crash().await;
    haul.reopen().await;
    finishes(&haul, one, &of_one, "a.bin", &first).await;
    finishes(&haul, other, &of_other, "a (1).bin", &second).await;
    assert_eq!(haul.names(), ["a (1).bin", "a.bin"]);
}

#[tokio::test]
async fn somebody_elses_file_under_either_name_is_left_alone_and_the_download_gets_a_number() {
    for form in [PartName::Plain, PartName::Hidden] {
        for theirs in ["a.bin.part", ".a.bin.part"] {
            for size in [KIB, SIZE] {
                let bytes = noise(size, 1);
                let server = FileServer::of(bytes.clone()).start().await;
                let haul = Haul::bed().settings(move |settings| settings.part_name = form).start().await;
                std::fs::write(haul.file(theirs), "theirs").unwrap();
                let id = haul.add(server.url()).await;
                haul.completed(id).await;
                assert_eq!(haul.names().len(), 2, "{:?}", haul.names());
                assert_holds(&haul.file("a (1).bin"), &bytes);
                assert_holds(&haul.file(theirs), b"theirs");
            }
        }
    }
}

#[tokio::test]
async fn a_name_that_begins_with_a_dot_is_nobody_elses_hidden_file() {
    let (plain, dotted) = (noise(SIZE, 1), noise(SIZE, 2));
    let mut haul = hiding().await;
    // It was finished, and the person gave it a name by hand that is that of a hidden file of `bashrc` but for the end.
    let server = FileServer::of(dotted.clone()).start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    std::fs::rename(haul.file("a.bin"), haul.file(".bashrc")).unwrap();
    let found = soon(haul.engine().find_file(id, haul.file(".bashrc"))).await.unwrap();
    assert_eq!(found, Some(Finding::Intact));
    let other = FileServer::of(plain.clone()).named("bashrc").hold_after(SIZE / 2).start().await;
    let unfinished = haul.add(other.url()).await;
    haul.until(unfinished, |row| row.received >= SIZE / 4).await;
    haul.pause(unfinished).await;
    assert_eq!(haul.names(), [".bashrc", ".bashrc.part"]);

    // Its repair needs an unfinished file as well, by this engine and by one that does not know the other download.
    for _ in 0..2 {
        let damaged = std::fs::OpenOptions::new().write(true).open(haul.file(".bashrc")).unwrap();
        damaged.write_all_at(b"damaged", 2 * MIB).unwrap();
        haul.repair(id).await;
        assert_holds(&haul.file(".bashrc"), &dotted);
        assert_eq!(haul.names(), [".bashrc", ".bashrc.part"]);
        haul.restart().await;
    }
    finishes(&haul, unfinished, &other, "bashrc", &plain).await;
    assert_eq!(haul.names(), [".bashrc", "bashrc"]);

    // What a server calls so gets another name.
    let named_so = FileServer::of(plain.clone()).named(".bashrc").start().await;
    let id = haul.add(named_so.url()).await;
    haul.completed(id).await;
    assert_eq!(haul.names(), [".bashrc", "_bashrc", "bashrc"]);
    assert_holds(&haul.file(".bashrc"), &dotted);
}

#[tokio::test]
async fn a_hidden_file_is_renamed_moved_and_brought_back_hidden() {
    let bytes = noise(SIZE, 1);
    let mut haul = hiding().await;
    let (id, server) = half_way(&haul, &bytes).await;
    haul.set(|settings| settings.part_name = PartName::Plain).await;
    let relocated = async |haul: &Haul, wanted: Relocation| {
        let mut relocated = soon(haul.engine().relocate(vec![wanted])).await.unwrap();
        assert_eq!(relocated.failed, []);
        relocated.done.pop().expect("nothing became of it").back
    };
    let to = Relocation { id, folder: None, name: Some("b.bin".to_owned()), is_guess: false };
    let back = relocated(&haul, to).await;
    assert_eq!(
        (haul.names(), haul.details(id).await.row.name),
        (vec![".b.bin.part".to_owned()], "b.bin".to_owned())
    );
    relocated(&haul, back).await;
    assert_eq!(haul.names(), [".a.bin.part"]);
    let folder = haul.folder().join("films");
    let to = Relocation { id, folder: Some(folder.clone()), name: None, is_guess: false };
    let back = relocated(&haul, to).await;
    assert_eq!(names_in(&folder), [".a.bin.part"]);
    haul.crash().await;
    haul.reopen().await;
    relocated(&haul, back).await;
    haul.remove(vec![id], FileFate::Keep).await;
    let restored = soon(haul.engine().restore(vec![id])).await.unwrap();
    assert_eq!((restored.ids, restored.without_file), (vec![id], vec![]));
    finishes(&haul, id, &server, "a.bin", &bytes).await;
    assert_eq!((haul.names(), names_in(&folder)), (vec!["a.bin".to_owned(), "films".to_owned()], vec![]));
}

#[tokio::test]
async fn a_hidden_file_goes_to_the_trash_and_comes_back() {
    if !may_mount() {
        return rerun_as_root("hidden::a_hidden_file_goes_to_the_trash_and_comes_back");
    }
    let disk = SmallDisk::of(64 * MIB);
    let bytes = noise(SIZE, 1);
    let haul = Haul::bed().settings(hide).folder(disk.path()).start().await;
    let (id, server) = half_way(&haul, &bytes).await;
    haul.remove(vec![id], FileFate::Trash).await;
    assert!(!disk.file(".a.bin.part").exists());
    let restored = soon(haul.engine().restore(vec![id])).await.unwrap();
    assert_eq!((restored.ids, restored.without_file), (vec![id], vec![]));
    finishes(&haul, id, &server, "a.bin", &bytes).await;
    assert!(!disk.file(".a.bin.part").exists());
}

#[tokio::test]
async fn the_longest_name_has_room_for_the_dot() {
    let haul = hiding().await;
    for _ in 0..2 {
        let server = FileServer::of(noise(SIZE, 1)).hold_after(SIZE / 2).start().await;
        let id = haul.add_with(server.url(), |new| new.options.name = Some("ä".repeat(300))).await;
        haul.until(id, |row| row.received >= SIZE / 4).await;
    }
    let names = haul.names();
    assert!(names.len() == 2 && names.iter().all(|name| name.starts_with(".ä")), "{names:?}");
}
