//! Under which names files would land, before anything is begun: what [`super::reserve`] would find. Nothing is made or locked,
//! so a transfer that begins meanwhile is not disturbed; another program may still take a name before it.

use haul_core::filename::{self, PartName};
use haul_core::{Placed, Resource};
use std::collections::HashSet;
use std::fs::File;
use std::path::{Path, PathBuf};

use super::identity;
use super::replacing::gives_way;
use super::reserve::MOST_NAMES;

/// A file that would land.
#[derive(Debug)]
pub struct Landing {
    pub url: String,
    pub folder: PathBuf,
    pub name: String,
    /// What its server said of it; none: it was not asked.
    pub resource: Option<Resource>,
    /// Whether a file that has its name gives way.
    pub replaces: bool,
}

/// What each of `landings` finds, and the name that it gets. Of two that want the same name the first has it. The names at
/// `promised` will be those of downloads that have not begun yet. Blocks.
pub fn look(landings: &[Landing], mut promised: HashSet<PathBuf>) -> Vec<(String, Placed)> {
    landings.iter().map(|landing| land(landing, &mut promised)).collect()
}

fn land(landing: &Landing, promised: &mut HashSet<PathBuf>) -> (String, Placed) {
    for number in 0..MOST_NAMES {
        let name = filename::numbered(&landing.name, number);
        let target = landing.folder.join(&name);
        if promised.contains(&target) {
            continue;
        }
        let placed = match found_at(landing, &target, &name, landing.replaces && number == 0) {
            Some(Placed::Free) if number > 0 => Placed::Numbered,
            Some(placed) => placed,
            None => continue,
        };
        promised.insert(target);
        return (name, placed);
    }
    (landing.name.clone(), Placed::Unknown)
}

/// None: it is somebody else's.
fn found_at(landing: &Landing, target: &Path, name: &str, replaces: bool) -> Option<Placed> {
    let is_taken = std::fs::symlink_metadata(target).is_ok();
    if is_taken {
        if is_there(landing, target) {
            return Some(Placed::There);
        }
        if !replaces || !gives_way(target) {
            return None;
        }
    }
    let parts = PartName::default().paths(&landing.folder, name);
    let mut left = parts.iter().filter(|part| part.symlink_metadata().is_ok()).peekable();
    let is_begun = left.peek().is_some();
    let goes_on =
        |part: &PathBuf| opened(part).is_some_and(|file| identity::is_unfinished_of(&file, &landing.url));
    if is_begun && !left.any(goes_on) {
        return None;
    }
    Some(match (is_taken, is_begun) {
        (true, _) => Placed::Replaces,
        (false, true) => Placed::GoesOn,
        (false, false) => Placed::Free,
    })
}

/// Whether the file at `target` is the very same.
fn is_there(landing: &Landing, target: &Path) -> bool {
    let file = landing.resource.as_ref().and_then(|resource| Some((opened(target)?, resource)));
    file.is_some_and(|(file, resource)| identity::is_finished(&file, &landing.url, resource))
}

/// A pipe would be waited for.
fn opened(path: &Path) -> Option<File> {
    std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
    File::open(path).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn landing(folder: &Path, name: &str) -> Landing {
        let url = format!("https://a.org/{name}");
        Landing { url, folder: folder.to_owned(), name: name.to_owned(), resource: None, replaces: false }
    }

    #[test]
    fn the_next_free_name_is_told() {
        let folder = tempfile::tempdir().unwrap();
        for taken in ["a.tar.gz", "a (1).tar.gz", "b.zip.part", ".b (1).zip.part"] {
            std::fs::write(folder.path().join(taken), "x").unwrap();
        }
        let wanted =
            ["a.tar.gz", "a.tar.gz", "b.zip", "c.iso", "d.iso"].map(|name| landing(folder.path(), name));
        let promised = HashSet::from([folder.path().join("d.iso")]);
        let names = |found: Vec<(String, Placed)>| found.into_iter().unzip::<_, _, Vec<_>, Vec<_>>();
        let (names, places) = names(look(&wanted, promised));
        assert_eq!(names, ["a (2).tar.gz", "a (3).tar.gz", "b (2).zip", "c.iso", "d (1).iso"]);
        let numbered = Placed::Numbered;
        assert_eq!(places, [numbered, numbered, numbered, Placed::Free, numbered]);
    }

    #[test]
    fn an_old_file_gives_way_to_the_first_that_wants_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for taken in ["a.zip", "b.zip", "b.zip.part", "c.zip", "c (1).zip"] {
            std::fs::write(at(taken), "x").unwrap();
        }
        std::fs::create_dir(at("d.zip")).unwrap();
        let wanted = ["a.zip", "a.zip", "b.zip", "c.zip", "d.zip"];
        let wanted = wanted.map(|name| Landing { replaces: true, ..landing(folder.path(), name) });
        let found = look(&wanted, HashSet::from([at("c.zip")]));
        let expected = [
            ("a.zip", Placed::Replaces),
            ("a (1).zip", Placed::Numbered),
            ("b (1).zip", Placed::Numbered),
            ("c (2).zip", Placed::Numbered),
            ("d (1).zip", Placed::Numbered),
        ];
        assert_eq!(found, expected.map(|(name, placed)| (name.to_owned(), placed)));
    }

    #[test]
    fn what_is_left_of_the_same_link_goes_on() {
        for form in [PartName::Plain, PartName::Hidden] {
            let folder = tempfile::tempdir().unwrap();
            let wanted = landing(folder.path(), "a.iso");
            let left = File::create(form.path(folder.path(), "a.iso")).unwrap();
            identity::mark_unfinished(&left, &wanted.url);
            // A file system without marks cannot tell.
            if identity::is_unfinished_of(&left, &wanted.url) {
                assert_eq!(look(&[wanted], HashSet::new()), [("a.iso".to_owned(), Placed::GoesOn)]);
            }
        }
    }
}
