//! What becomes of a part file that is torn, cut, replaced, locked or finished by somebody else.

use super::*;
use haul_core::Resource;
use std::ops::Range;
use tokio_util::sync::CancellationToken;

fn label(received: &[Range<u64>]) -> Label {
    Label::new("http://a/b", &Resource { size: Some(1000), ..Resource::default() }, received)
}

/// A part file at `path` with `bytes` written to it.
fn written(path: &Path, bytes: Range<u64>) -> PartFile {
    let part = PartFile::create(path).unwrap().unwrap();
    write(&part, bytes);
    part
}

fn write(part: &PartFile, bytes: Range<u64>) {
    let piece = bytes.clone().map(|at| (at % 251) as u8).collect::<Vec<u8>>();
    part.write_all_at(&[piece.into()], bytes.start).unwrap();
}

fn found(path: &Path) -> Option<Label> {
    match PartFile::find(path).unwrap() {
        Found::Free(_, label) => label,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_latest_label_counts_and_a_torn_one_leaves_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = PartName::Plain.path(folder.path(), "a");
    let part = written(&path, 0..10);
    part.checkpoint(resumable(1000)).unwrap();
    write(&part, 10..20);
    part.checkpoint(resumable(1000)).unwrap();
    drop(part);
    assert_eq!(found(&path).unwrap().received, [(0, 20)]);
    let file = OpenOptions::new().write(true).open(&path).unwrap();
    std::os::unix::fs::FileExt::write_all_at(&file, b"torn", 1000 + SLOT + 60).unwrap();
    assert_eq!(found(&path).unwrap().received, [(0, 10)]);
}

#[test]
fn a_part_file_is_locked_against_others() {
    let folder = tempfile::tempdir().unwrap();
    let path = PartName::Plain.path(folder.path(), "a");
    let part = PartFile::create(&path).unwrap().unwrap();
    assert!(PartFile::create(&path).unwrap().is_none());
    assert!(matches!(PartFile::find(&path).unwrap(), Found::Busy));
    drop(part);
    assert!(matches!(PartFile::find(&path).unwrap(), Found::Free(_, None)));
}

#[test]
fn a_link_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("precious"), "x").unwrap();
    let path = PartName::Plain.path(folder.path(), "a");
    std::os::unix::fs::symlink(folder.path().join("precious"), &path).unwrap();
    assert!(matches!(PartFile::find(&path).unwrap(), Found::Foreign));
    assert!(PartFile::create(&path).unwrap().is_none());
}

#[test]
fn sealing_leaves_just_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = PartName::Plain.path(folder.path(), "a");
    let part = PartFile::create(&path).unwrap().unwrap();
    part.write_all_at(&[vec![1; 600].into(), vec![2; 400].into()], 0).unwrap();
    part.checkpoint(label(std::slice::from_ref(&(0..1000)))).unwrap();
    part.seal(1000).unwrap();
    part.sync_all().unwrap();
    let bytes = std::fs::read(&path).unwrap();
    assert_eq!((bytes.len(), bytes[599], bytes[600]), (1000, 1, 2));
}

#[test]
fn a_file_that_somebody_cut_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let piece = || [bytes::Bytes::from(vec![1; 400])];
    let gone = |path: &Path| Failure::PartFileGone { path: path.to_owned() };
    let path = PartName::Plain.path(folder.path(), "labelled");
    let part = PartFile::create(&path).unwrap().unwrap();
    part.checkpoint(label(&[])).unwrap();
    part.write_all_at(&piece(), 0).unwrap();
    part.file.set_len(100).unwrap();
    part.write_all_at(&piece(), 600).unwrap();
    assert_eq!(part.mark(label(&[0..400])), Err(gone(&path)), "nor does a mark make it longer again");
    assert_eq!(part.checkpoint(label(&[0..400, 600..1000])), Err(gone(&path)));
    assert_eq!(part.seal(1000), Err(gone(&path)));

    let path = PartName::Plain.path(folder.path(), "unlabelled");
    let part = PartFile::create(&path).unwrap().unwrap();
    part.write_all_at(&piece(), 0).unwrap();
    part.file.set_len(100).unwrap();
    assert_eq!(part.write_all_at(&piece(), 400), Err(gone(&path)));
}

#[test]
fn after_a_failed_sync_nothing_is_trusted_any_more() {
    let folder = tempfile::tempdir().unwrap();
    let path = PartName::Plain.path(folder.path(), "a");
    let part = written(&path, 0..10);
    part.checkpoint(resumable(1000)).unwrap();
    write(&part, 10..20);
    part.mark(resumable(1000)).unwrap();
    assert!(part.after_sync(Err(io::Error::from_raw_os_error(5))).is_err());
    assert!(part.mark(resumable(1000)).is_err());
    assert!(part.checkpoint(resumable(1000)).is_err());
    assert!(part.sync_all().is_err());
    drop(part);
    assert_eq!(found(&path).unwrap().received, [(0, 10)]);
}

#[test]
fn what_was_finished_between_opening_and_locking_is_let_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = PartName::Plain.path(folder.path(), "a");
    let file = OpenOptions::new().write(true).create_new(true).open(&path).unwrap();
    let part = PartFile::over(file, &path);
    std::fs::rename(&path, folder.path().join("a")).unwrap();
    assert!(part.check_is_in_place().is_err());
    assert!(matches!(PartFile::find(&path).unwrap(), Found::Nothing));
}

#[test]
fn a_label_that_does_not_fit_is_an_error_and_no_endless_loop() {
    let folder = tempfile::tempdir().unwrap();
    let part = PartFile::create(&PartName::Plain.path(folder.path(), "a")).unwrap().unwrap();
    let long = Label { url: "x".repeat(1 << 20), ..label(&[]) };
    assert!(part.checkpoint(long).is_err());
}

#[test]
fn a_removed_or_replaced_file_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = PartName::Plain.path(folder.path(), "a");
    let part = PartFile::create(&path).unwrap().unwrap();
    std::fs::remove_file(&path).unwrap();
    assert!(part.checkpoint(label(&[])).is_err());
    std::fs::write(&path, "other").unwrap();
    assert_eq!(part.check_is_in_place(), Err(Failure::PartFileGone { path }));
}

const MIB: u64 = 1 << 20;

fn resumable(size: u64) -> Label {
    let validator = Some(haul_core::Validator::Etag("\"v1\"".into()));
    let resource = Resource { size: Some(size), ranges: true, validator, ..Resource::default() };
    Label::new("http://a/b", &resource, &[])
}

#[test]
fn what_was_written_is_found_again_with_its_hashes() {
    let folder = tempfile::tempdir().unwrap();
    let path = PartName::Plain.path(folder.path(), "a");
    let part = written(&path, 0..3 * MIB / 2);
    write(&part, 2 * MIB..4 * MIB + 10);
    assert_eq!(part.checkpoint(resumable(5 * MIB)).unwrap(), 7 * MIB / 2 + 10);
    write(&part, 3 * MIB / 2..2 * MIB);
    assert_eq!(part.checkpoint(resumable(5 * MIB)).unwrap(), 4 * MIB + 10);
    drop(part);
    let Found::Free(part, Some(label)) = PartFile::find(&path).unwrap() else { panic!("it has a label") };
    assert_eq!(label.ranges(), [0..4 * MIB + 10]);
    assert_eq!(part.find_damage(&CancellationToken::new()), Some(vec![]));
    write(&part, 4 * MIB + 10..5 * MIB);
    assert_eq!(part.checkpoint(resumable(5 * MIB)).unwrap(), 5 * MIB);
    assert_eq!(part.find_damage(&CancellationToken::new()), Some(vec![]));
}

#[test]
fn what_the_disk_changed_is_found_and_does_not_count_any_more() {
    let folder = tempfile::tempdir().unwrap();
    let path = PartName::Plain.path(folder.path(), "a");
    let part = written(&path, 0..4 * MIB + 10);
    part.checkpoint(resumable(5 * MIB)).unwrap();
    for at in [MIB + 7, 4 * MIB] {
        std::os::unix::fs::FileExt::write_all_at(&part.file, b"?", at).unwrap();
    }
    let stopped = CancellationToken::new();
    stopped.cancel();
    assert_eq!(part.find_damage(&stopped), None);
    let damaged = part.find_damage(&CancellationToken::new()).unwrap();
    assert_eq!(damaged, [MIB..2 * MIB, 4 * MIB..4 * MIB + 10]);
    assert_eq!(part.checkpoint(resumable(5 * MIB)).unwrap(), 3 * MIB);
    drop(part);
    assert_eq!(found(&path).unwrap().ranges(), [0..MIB, 2 * MIB..4 * MIB]);
}

#[test]
fn a_table_older_than_its_label_costs_blocks_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = PartName::Plain.path(folder.path(), "a");
    let part = written(&path, 0..4 * MIB);
    part.checkpoint(resumable(5 * MIB)).unwrap();
    let table = 5 * MIB + SLOTS * SLOT;
    std::os::unix::fs::FileExt::write_all_at(&part.file, &[0; 8], table + 2 * 8).unwrap();
    drop(part);
    let Found::Free(part, Some(_)) = PartFile::find(&path).unwrap() else { panic!("it has a label") };
    assert_eq!(part.find_damage(&CancellationToken::new()).unwrap(), [2 * MIB..3 * MIB]);
}

#[test]
fn a_mark_counts_until_it_is_torn_and_then_the_checkpoint_before_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = PartName::Plain.path(folder.path(), "a");
    let part = written(&path, 0..10);
    part.mark(resumable(1000)).unwrap();
    assert!(part.read_label().unwrap().is_none(), "before the first checkpoint there is no room for it");
    part.checkpoint(resumable(1000)).unwrap();
    write(&part, 10..20);
    part.mark(resumable(1000)).unwrap();
    drop(part);
    assert_eq!(found(&path).unwrap().received, [(0, 20)]);
    let file = OpenOptions::new().write(true).open(&path).unwrap();
    std::os::unix::fs::FileExt::write_all_at(&file, b"torn", 1000 + MARK * SLOT + 60).unwrap();
    assert_eq!(found(&path).unwrap().received, [(0, 10)]);
}

#[test]
fn a_mark_ahead_of_its_data_costs_what_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = PartName::Plain.path(folder.path(), "a");
    let part = written(&path, 0..2 * MIB);
    part.checkpoint(resumable(5 * MIB)).unwrap();
    write(&part, 2 * MIB..4 * MIB);
    part.mark(resumable(5 * MIB)).unwrap();
    // A power cut: the mark came to the disk, and of the data only a part.
    std::os::unix::fs::FileExt::write_all_at(&part.file, &vec![0; MIB as usize], 3 * MIB).unwrap();
    drop(part);
    let Found::Free(part, Some(label)) = PartFile::find(&path).unwrap() else { panic!("it has a label") };
    assert_eq!(label.ranges(), [0..4 * MIB]);
    assert_eq!(part.find_damage(&CancellationToken::new()).unwrap(), [3 * MIB..4 * MIB]);
}
