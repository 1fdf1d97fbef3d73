//! A part file that a transfer holds, and whether what lies under the name of one is this transfer's at all.

use haul_core::{Failure, Resource};
use std::path::PathBuf;

use super::identity;
use super::label::Label;
use super::part_file::{Found, PartFile};

/// A part file that this transfer holds, and what it says of itself.
#[derive(Debug)]
pub struct Held {
    pub part: PartFile,
    pub label: Option<Label>,
}

/// What was found under the names that a part file may have.
#[expect(clippy::large_enum_variant, reason = "made once for a transfer, and moved twice")]
#[derive(Debug)]
pub enum Lies {
    Nothing,
    Ours(Held),
    /// Another program of Haul's works on it.
    Busy,
    /// Another request's, or no part file at all.
    Others,
}

impl Held {
    /// `part` if it is of the request for `url`, or holds what was `known` of it before its link was changed: by its label,
    /// by its seal, or by the mark it was made with.
    pub fn of(part: PartFile, label: Option<Label>, url: &str, known: Option<&Resource>) -> Option<Self> {
        match label {
            Some(label) => (label.url == url
                || known
                    .is_some_and(|known| known.is_same(&label.resource) || known.may_be(&label.resource)))
            .then_some(Self { part, label: Some(label) }),
            None => match identity::sealed(part.file(), url) {
                Some(resource) => Some(Self { part, label: Some(Label::whole(url, &resource)) }),
                None => identity::is_unfinished_of(part.file(), url).then_some(Self { part, label: None }),
            },
        }
    }

    /// Looks at all of `paths` for one that is ours as [`Held::of`] says: the first that tells what it holds, or else the
    /// first. Blocks.
    pub fn find(paths: &[PathBuf], url: &str, known: Option<&Resource>) -> Result<Lies, Failure> {
        let mut lies = Lies::Nothing;
        for path in paths {
            let here = match PartFile::find(path)? {
                Found::Nothing => continue,
                Found::Busy => Lies::Busy,
                Found::Foreign => Lies::Others,
                Found::Free(part, label) => match Self::of(part, label, url, known) {
                    Some(held) if held.label.is_some() => return Ok(Lies::Ours(held)),
                    Some(held) => Lies::Ours(held),
                    None => Lies::Others,
                },
            };
            if !matches!(lies, Lies::Ours(_)) {
                lies = here;
            }
        }
        Ok(lies)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use haul_core::filename::PartName;

    #[test]
    fn a_program_that_ended_between_seal_and_name_left_a_whole_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = PartName::Plain.path(folder.path(), "a");
        let resource = Resource { size: Some(1000), ..Resource::default() };
        let part = PartFile::create(&path).unwrap().unwrap();
        part.checkpoint(Label::whole("http://a/b", &resource)).unwrap();
        identity::mark_sealed(part.file(), "http://a/b", &resource);
        part.seal(1000).unwrap();
        drop(part);
        let Found::Free(part, None) = PartFile::find(&path).unwrap() else {
            panic!("it has no label any more")
        };
        let held = Held::of(part, None, "http://a/b", None).unwrap();
        assert_eq!(held.label.unwrap().received_bytes(), 1000);
    }

    #[test]
    fn a_seal_goes_with_the_bytes_that_it_speaks_of() {
        let folder = tempfile::tempdir().unwrap();
        let path = PartName::Plain.path(folder.path(), "a");
        let resource = Resource { size: Some(1000), ..Resource::default() };
        let part = PartFile::create(&path).unwrap().unwrap();
        identity::mark_sealed(part.file(), "http://a/b", &resource);
        part.seal(1000).unwrap();
        part.clear().unwrap();
        // Of another version, whose size the server does not tell.
        part.write_all_at(&[vec![2; 1000].into()], 0).unwrap();
        assert!(Held::of(part, None, "http://a/b", None).is_none());
    }

    #[test]
    fn a_part_file_of_another_request_is_nobodys() {
        let folder = tempfile::tempdir().unwrap();
        let path = PartName::Plain.path(folder.path(), "a");
        let part = PartFile::create(&path).unwrap().unwrap();
        identity::mark_unfinished(part.file(), "http://a/b");
        assert!(Held::of(part, None, "http://a/other", None).is_none());
        let Found::Free(part, label) = PartFile::find(&path).unwrap() else { panic!("nobody holds it") };
        assert!(Held::of(part, label, "http://a/b", None).is_some());
    }

    #[test]
    fn of_two_that_are_ours_the_one_counts_that_tells_what_it_holds() {
        let folder = tempfile::tempdir().unwrap();
        let paths = PartName::Plain.paths(folder.path(), "a");
        let find = |url: &str| Held::find(&paths, url, None).unwrap();
        assert!(matches!(find("http://a/b"), Lies::Nothing));
        let plain = PartFile::create(&paths[0]).unwrap().unwrap();
        identity::mark_unfinished(plain.file(), "http://a/b");
        assert!(matches!(find("http://a/b"), Lies::Busy));
        drop(plain);
        assert!(matches!(find("http://a/b"), Lies::Ours(Held { label: None, .. })));
        let hidden = PartFile::create(&paths[1]).unwrap().unwrap();
        let resource = Resource { size: Some(1000), ..Resource::default() };
        hidden.checkpoint(Label::new("http://a/b", &resource, &[])).unwrap();
        drop(hidden);
        let Lies::Ours(held) = find("http://a/b") else { panic!("it is ours") };
        assert_eq!(held.part.path(), paths[1]);
        drop(held);
        assert!(matches!(find("http://a/other"), Lies::Others));
    }
}
