//! What an unfinished file is called: after the file that it becomes, and out of sight where the person wants that.

use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// What its name ends in.
const EXTENSION: &str = ".part";

/// How unfinished files are called. It counts when one is made: what is there keeps its name, so who looks for one looks
/// under both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum PartName {
    /// `NAME.part`.
    #[default]
    Plain,
    /// `.NAME.part`, which shells and file managers leave out; those of Windows show it.
    Hidden,
}

impl PartName {
    /// Where the unfinished file of `name` lies in `folder`.
    pub fn path(self, folder: &Path, name: &str) -> PathBuf {
        let dot = if self == Self::Hidden && may_have_dot(name) { "." } else { "" };
        folder.join(format!("{dot}{name}{EXTENSION}"))
    }

    /// Where it may lie, under either name. This one is the first.
    pub fn paths(self, folder: &Path, name: &str) -> [PathBuf; 2] {
        let other = match self {
            Self::Plain => Self::Hidden,
            Self::Hidden => Self::Plain,
        };
        [self.path(folder, name), other.path(folder, name)]
    }

    /// How the unfinished file at `path` is called.
    pub fn at(path: &Path) -> Self {
        let name = path.file_name().unwrap_or_default();
        if name.as_encoded_bytes().starts_with(b".") { Self::Hidden } else { Self::Plain }
    }

    /// The name of the file that the one at `path` becomes; none: that is not called like an unfinished one. No name that
    /// Haul gives begins with a dot, see [`super::safe`].
    pub fn becomes(path: &Path) -> Option<String> {
        let name = path.file_name()?.to_string_lossy();
        let name = name.strip_suffix(EXTENSION)?;
        let name = name.strip_prefix('.').unwrap_or(name);
        (!name.is_empty()).then(|| name.to_owned())
    }
}

/// A name that begins with a dot is hidden as it is. And in `._NAME` macOS keeps what other file systems than its own have no
/// room for: it goes when `NAME` goes, and many network drives refuse it.
fn may_have_dot(name: &str) -> bool {
    !name.starts_with(['.', '_'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filename::{MAX_BYTES, numbered, safe};
    use proptest::prelude::*;

    const FOLDER: &str = "/d";

    fn named(form: PartName, name: &str) -> String {
        let path = form.path(Path::new(FOLDER), name);
        path.strip_prefix(FOLDER).unwrap().to_str().unwrap().to_owned()
    }

    #[test]
    fn a_hidden_one_has_a_dot_in_front_and_only_one() {
        for (name, plain, hidden) in [
            ("a.iso", "a.iso.part", ".a.iso.part"),
            ("a.part", "a.part.part", ".a.part.part"),
            (".bashrc", ".bashrc.part", ".bashrc.part"),
            ("_bashrc", "_bashrc.part", "_bashrc.part"),
        ] {
            assert_eq!(
                (named(PartName::Plain, name), named(PartName::Hidden, name)),
                (plain.into(), hidden.into())
            );
        }
    }

    #[test]
    fn both_names_are_looked_under_and_the_wanted_one_first() {
        let both = |form: PartName| form.paths(Path::new(FOLDER), "a");
        assert_eq!(both(PartName::Plain), ["/d/a.part", "/d/.a.part"].map(PathBuf::from));
        assert_eq!(both(PartName::Hidden), ["/d/.a.part", "/d/a.part"].map(PathBuf::from));
    }

    #[test]
    fn what_is_not_called_like_an_unfinished_file_becomes_nothing() {
        for path in ["/d/a", "/d/.a", "/d/.part", "/d/..part", "/", "/d/a.part/b"] {
            assert_eq!(PartName::becomes(Path::new(path)), None, "{path}");
        }
    }

    proptest! {
        #[test]
        fn the_name_of_the_finished_file_is_told_from_either(text in "\\PC{0,300}", number in 0_u32..=999) {
            let name = numbered(&safe(&text), number);
            for form in [PartName::Plain, PartName::Hidden] {
                let path = form.path(Path::new(FOLDER), &name);
                prop_assert_eq!(PartName::becomes(&path), Some(name.clone()));
                prop_assert_eq!(PartName::at(&path).path(Path::new(FOLDER), &name), path.clone());
                prop_assert!(path.file_name().unwrap().len() <= 255);
            }
        }
    }

    #[test]
    fn the_longest_name_leaves_room_for_number_dot_and_extension() {
        let longest = safe(&"a".repeat(300));
        assert_eq!(longest.len(), MAX_BYTES);
        assert_eq!(
            named(PartName::Hidden, &numbered(&longest, 999)).len(),
            MAX_BYTES + " (999)".len() + ".".len() + EXTENSION.len()
        );
        assert!(named(PartName::Hidden, &numbered(&longest, 999)).len() <= 255);
    }
}
