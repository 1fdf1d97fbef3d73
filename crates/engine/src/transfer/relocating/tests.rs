//! A file is under its old name or its new one, or both, at every moment of a move.

use super::*;
use std::fs;

fn folder() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("a"), folder.path().join("b"));
    fs::write(&from, "bytes").unwrap();
    (folder, from, to)
}

fn names(folder: &tempfile::TempDir) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn wherever_a_move_was_cut_short_one_name_is_left_and_the_list_says_which() {
    // Nothing was done yet.
    let (folder, from, to) = folder();
    assert!(!recover(&from, &to, Some(&from)));
    assert_eq!(names(&folder), ["a"]);
    // It had both names, and the list did not know.
    assert!(second_name(&from, &to).unwrap());
    assert!(!recover(&from, &to, Some(&from)));
    assert_eq!(names(&folder), ["a"]);
    // It had both, and the list knew.
    assert!(second_name(&from, &to).unwrap());
    assert!(!recover(&from, &to, Some(&to)));
    assert_eq!(names(&folder), ["b"]);
    // Where a file has one name only, it was renamed before the list knew.
    assert!(recover(&from, &to, Some(&from)));
    assert_eq!(fs::read(&to).unwrap(), b"bytes");
}

#[test]
fn a_file_of_somebody_else_is_never_taken_for_what_was_moved() {
    let (folder, from, to) = folder();
    fs::write(&to, "other").unwrap();
    assert!(!recover(&from, &to, Some(&from)));
    assert_eq!(names(&folder), ["a", "b"]);
    // Gone on with by somebody else: the list names another file now.
    fs::remove_file(&from).unwrap();
    assert!(!recover(&from, &to, Some(&folder.path().join("c"))));
    assert_eq!(fs::read(&to).unwrap(), b"other");
}

#[test]
fn a_copy_that_the_list_does_not_know_goes_and_one_that_it_knows_takes_its_place() {
    let (folder, from, to) = folder();
    let going = |stop: &CancellationToken| Going {
        id: DownloadId(1),
        from: from.clone(),
        folder: folder.path().to_owned(),
        name: "b".to_owned(),
        may_number: false,
        is_part: false,
        moved: Arc::default(),
        stop: stop.clone(),
    };
    let stop = CancellationToken::new();
    let copied = || {
        let copy = Copy::make(&going(&stop), &to).unwrap().unwrap();
        copy.give_name(&to).unwrap();
    };
    copied();
    assert!(!recover(&from, &to, Some(&from)));
    assert_eq!(names(&folder), ["a"]);
    copied();
    assert!(!recover(&from, &to, Some(&to)));
    assert_eq!((names(&folder), fs::read(&to).unwrap()), (vec!["b".to_owned()], b"bytes".to_vec()));
    // One that was not whole yet has no name.
    fs::rename(&to, &from).unwrap();
    std::mem::forget(Copy::make(&going(&stop), &to).unwrap());
    assert_eq!(names(&folder).len(), 2);
    assert!(!recover(&from, &to, Some(&from)));
    assert_eq!(names(&folder), ["a"]);
    stop.cancel();
    assert!(Copy::make(&going(&stop), &to).unwrap().is_none());
    assert_eq!(names(&folder), ["a"]);
}
