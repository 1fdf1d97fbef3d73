//! Marks on files, as extended attributes, by which Haul knows its own: of which request an unfinished file without a
//! label is, and what a finished one holds. Where the file system has no attributes nothing is
//! marked, and a file that cannot be proven to be ours is treated as somebody else's.

use haul_core::{Resource, Validator};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io;
use std::path::Path;

#[cfg(unix)]
const UNFINISHED: &str = "user.haul.request";
#[cfg(unix)]
const SEALED: &str = "user.haul.sealed";
#[cfg(unix)]
const FINISHED: &str = "user.haul.resource";
#[cfg(unix)]
const COPY: &str = "user.haul.copy";
/// Longer marks are not read. File systems have room for about 4 KiB.
#[cfg(unix)]
const MARK: usize = 2048;

/// Marks `file` as unfinished, of the request for `url`. Only a hash is written: the URL may hold secrets.
pub fn mark_unfinished(file: &File, url: &str) {
    set(file, UNFINISHED, &hash(url));
}

pub fn is_unfinished_of(file: &File, url: &str) -> bool {
    get(file, UNFINISHED).is_some_and(|mark| mark == hash(url))
}

/// Whether `file` is on its way to be whole, of whatever request.
pub fn is_unfinished(file: &File) -> bool {
    get(file, UNFINISHED).is_some() || get(file, SEALED).is_some()
}

/// Marks `file`, whose every byte is on disk, as whole but for its name: it is about to lose its label.
pub fn mark_sealed(file: &File, url: &str, resource: &Resource) {
    let sealed = Sealed { request: hash(url), size: resource.size, validator: resource.validator.clone() };
    if let Ok(text) = serde_json::to_string(&sealed) {
        set(file, SEALED, &text);
    }
}

/// What `file` holds if it was sealed for the request for `url`: then all of it is there.
pub fn sealed(file: &File, url: &str) -> Option<Resource> {
    let Sealed { request, size, validator } = serde_json::from_str(&get(file, SEALED)?).ok()?;
    let length = file.metadata().ok()?.len();
    let ours = request == hash(url) && size == Some(length);
    // Nothing of it has to be asked for any more; without a validator nothing could be.
    let ranges = validator.is_some();
    ours.then(|| Resource { final_url: url.to_owned(), size, validator, ranges, ..Resource::default() })
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    request: String,
    size: Option<u64>,
    validator: Option<Validator>,
}

/// Takes the seal from `file`, whose bytes are about to become others. Whether it had one. Once this is synced, it is off.
///
/// # Errors
/// If it has one and keeps it.
pub fn unseal(file: &File) -> io::Result<bool> {
    let was_sealed = get(file, SEALED).is_some();
    if was_sealed {
        remove(file, SEALED)?;
    }
    Ok(was_sealed)
}

/// Takes the marks of an unfinished file away, once it has its name.
pub fn unmark(file: &File) {
    for name in [UNFINISHED, SEALED] {
        if let Err(error) = remove(file, name) {
            tracing::debug!(%error, name, "no mark to remove");
        }
    }
}

/// Marks `file` as holding what `url` gave as `resource`, if that can be recognised later. To be called after the last
/// change of its bytes.
pub fn mark_finished(file: &File, url: &str, resource: &Resource) {
    if let Some(identity) = identity(file, url, resource) {
        set(file, FINISHED, &identity);
    }
}

/// Whether `file` was marked as this resource of this URL, and its bytes were not touched since.
pub fn is_finished(file: &File, url: &str, resource: &Resource) -> bool {
    identity(file, url, resource)
        .is_some_and(|identity| get(file, FINISHED).is_some_and(|mark| mark == identity))
}

/// Marks `file` as a copy of the file at `from`, as long as the list does not know it.
pub fn mark_copy(file: &File, from: &Path) {
    set(file, COPY, &hash(&from.to_string_lossy()));
}

pub fn is_copy_of(file: &File, from: &Path) -> bool {
    get(file, COPY).is_some_and(|mark| mark == hash(&from.to_string_lossy()))
}

pub fn unmark_copy(file: &File) {
    if get(file, COPY).is_some()
        && let Err(error) = remove(file, COPY)
    {
        tracing::debug!(%error, "the mark of a copy stays");
    }
}

/// Gives `copy` all marks that `file` has, those of others too. Where the file system has none, it goes without.
#[cfg(unix)]
pub fn copy_marks(file: &File, copy: &File) {
    let mut names = vec![0; 4096];
    let Ok(length) = rustix::fs::flistxattr(file, &mut names[..]) else { return };
    for name in names[..length].split(|byte| *byte == 0).filter(|name| name.starts_with(b"user.")) {
        let mut value = vec![0; 4096];
        if let Ok(length) = rustix::fs::fgetxattr(file, name, &mut value[..])
            && let Err(error) =
                rustix::fs::fsetxattr(copy, name, &value[..length], rustix::fs::XattrFlags::empty())
        {
            tracing::debug!(%error, "a mark is lost");
        }
    }
}

#[cfg(not(unix))]
pub fn copy_marks(_file: &File, _copy: &File) {}

/// URL, validator, size and the time of the last change. Without a validator and a size nothing is certain; and a
/// validator alone says nothing across URLs: many servers make it of time and size.
fn identity(file: &File, url: &str, resource: &Resource) -> Option<String> {
    let validator = resource.validator.as_ref()?;
    let changed = file.metadata().ok()?.modified().ok()?;
    let changed = changed.duration_since(std::time::SystemTime::UNIX_EPOCH).ok()?.as_nanos();
    Some(hash(&format!("{url} {validator:?} {} {changed}", resource.size?)))
}

fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

#[cfg(unix)]
fn set(file: &File, name: &'static str, value: &str) {
    if let Err(error) = rustix::fs::fsetxattr(file, name, value.as_bytes(), rustix::fs::XattrFlags::empty()) {
        tracing::debug!(%error, name, "no mark on the file");
    }
    #[cfg(test)]
    super::recorder::note(|| super::recorder::Operation::Mark { name, value: Some(value.to_owned()) });
}

#[cfg(unix)]
fn get(file: &File, name: &str) -> Option<String> {
    let mut value = [0; MARK];
    let length = rustix::fs::fgetxattr(file, name, &mut value[..]).ok()?;
    String::from_utf8(value.get(..length)?.to_vec()).ok()
}

#[cfg(unix)]
fn remove(file: &File, name: &'static str) -> io::Result<()> {
    rustix::fs::fremovexattr(file, name)?;
    #[cfg(test)]
    super::recorder::note(|| super::recorder::Operation::Mark { name, value: None });
    Ok(())
}

#[cfg(not(unix))]
const UNFINISHED: &str = "";
#[cfg(not(unix))]
const SEALED: &str = "";
#[cfg(not(unix))]
const FINISHED: &str = "";
#[cfg(not(unix))]
const COPY: &str = "";
#[cfg(not(unix))]
fn set(_file: &File, _name: &str, _value: &str) {}
#[cfg(not(unix))]
fn get(_file: &File, _name: &str) -> Option<String> {
    None
}
#[cfg(not(unix))]
fn remove(_file: &File, _name: &str) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_file_is_known_as_whole_by_the_request_it_was_sealed_for() {
        let folder = tempfile::tempdir().unwrap();
        let file = File::create_new(folder.path().join("a.part")).unwrap();
        file.set_len(1000).unwrap();
        let validator = Some(Validator::Etag("\"v1\"".into()));
        let resource = Resource { size: Some(1000), validator, ranges: true, ..Resource::default() };
        mark_sealed(&file, "http://a/b", &resource);
        assert!(sealed(&file, "http://a/b").is_some_and(|sealed| sealed.is_same(&resource)));
        assert!(sealed(&file, "http://a/other").is_none());
        file.set_len(999).unwrap();
        assert!(sealed(&file, "http://a/b").is_none(), "not all of it is there");
        file.set_len(1000).unwrap();
        unmark(&file);
        assert!(sealed(&file, "http://a/b").is_none());
    }
}
