//! From a part file with every byte to a whole file under its final name, and only then "completed".

use haul_core::{Activity, Checksum, Compared, Failure, LogEntry, Resource, filename};
use std::fs::{File, Permissions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::checksum::{self, Counted};
use super::label::Label;
use super::part_file::PartFile;
#[cfg(test)]
use super::recorder::{self, Operation};
use super::segmented::label_of;
use super::sought::Expected;
use super::{Halt, Transfer, identity, origin};
use crate::files::{blocking, failure_of};

/// A file up to this size is rather fetched again, should the program end in the instant before it gets its name, than
/// synced twice.
pub const FETCHED_AGAIN: u64 = 1 << 20;
/// Names that are tried if somebody took ours meanwhile.
const MOST_NAMES: u32 = 1000;

/// Verifies, syncs and names the file.
pub async fn finish(transfer: &Transfer, part: Arc<PartFile>, resource: &Resource) -> Result<PathBuf, Halt> {
    let size = transfer.meter.segments().size();
    if resource.size.is_some_and(|expected| expected != size) {
        return Err(Failure::Internal.into());
    }
    let expected = match &transfer.repair {
        // Its hashes decide, and the person's checksum; what the server says now may be out of date.
        Some(repair) if repair.known.hashes.is_some() => transfer.given_by_person(),
        Some(_) | None => transfer.expected(resource),
    };
    let needs_way = transfer.needs_way();
    if size > FETCHED_AGAIN || expected.is_some() || needs_way {
        // Whatever ends the program from now on, all that was received counts.
        let (part, label) = (part.clone(), whole_label(transfer, resource));
        blocking(move || part.checkpoint(label)).await?;
    }
    // What the server says of its file now is no proof that it is the one that was finished once.
    let proven = transfer.download.options.checksum.is_some();
    if let Some(expected) = expected {
        verify(transfer, &part, resource, expected, size).await?;
    }
    if let Some(repair) = &transfer.repair {
        return transfer.finish_repair(repair, part, resource, proven).await;
    }
    transfer.meter.set_hashes(part.hashes(size));
    transfer.meter.set_activity(Activity::Finishing);
    let target = part.path().with_file_name(&transfer.download.name);
    transfer.clear_way(&target).await?;
    let (name, url, resource) =
        (transfer.download.name.clone(), transfer.download.url.clone(), resource.clone());
    let is_marked = transfer.settings.borrow().mark_origin;
    let name_it = move || {
        if is_marked {
            origin::mark(part.file(), Some(part.path()), &url);
        }
        if needs_way {
            // Of any size: what it replaces is in the trash by now.
            identity::mark_sealed(part.file(), &url, &resource);
        }
        seal_and_name(&part, size, &name, &url, &resource)
    };
    let path = blocking(name_it).await?;
    transfer.tell_other_name(&path, &target).await;
    Ok(path)
}

/// Of a file whose every byte is there.
fn whole_label(transfer: &Transfer, resource: &Resource) -> Label {
    Label { mirror: transfer.mirror(), ..Label::whole(&transfer.download.url, resource) }
}

/// What comes after the last checkpoint. Blocks.
pub fn seal_and_name(
    part: &PartFile,
    size: u64,
    name: &str,
    url: &str,
    resource: &Resource,
) -> Result<PathBuf, Failure> {
    seal(part, size, url, resource, None)?;
    let path = give_name(part.path(), name)?;
    identity::unmark(part.file());
    Ok(path)
}

/// Leaves nothing to be done but to give `part` its name. It gets `rights`, or those that any new file gets. Blocks.
pub fn seal(
    part: &PartFile,
    size: u64,
    url: &str,
    resource: &Resource,
    rights: Option<Permissions>,
) -> Result<(), Failure> {
    if size > FETCHED_AGAIN {
        identity::mark_sealed(part.file(), url, resource);
    }
    part.seal(size)?;
    identity::mark_finished(part.file(), url, resource);
    open_to_others(part.file(), rights);
    part.sync_all()
}

async fn verify(
    transfer: &Transfer,
    part: &Arc<PartFile>,
    resource: &Resource,
    Expected { checksum: expected, by }: Expected,
    size: u64,
) -> Result<(), Halt> {
    let compared = Compared { algorithm: Some(expected.algorithm), read: 0 };
    transfer.meter.set_compared(compared);
    let (reader, stop, path) = (part.reader(size)?, transfer.stop.clone(), part.path().to_owned());
    let (algorithm, meter) = (expected.algorithm, transfer.meter.clone());
    let hex = blocking(move || {
        let counted = Counted { file: reader, compared, at: &|compared| meter.set_compared(compared) };
        checksum::hex_of(algorithm, counted, &stop).map_err(|error| failure_of(&error, &path))
    });
    let Some(actual) = hex.await? else { return Err(Halt::Cancelled) };
    if expected.matches(&actual) {
        transfer.log(LogEntry::Verified { checksum: expected, source: by }).await;
        return Ok(());
    }
    // A list may have been replaced along with the file.
    transfer.lists.forget();
    refuse_damage(transfer, part, resource).await?;
    // It is as it came, and nobody knows which byte is wrong: the next try begins at the first, unless a person wants just this.
    part.distrust();
    transfer.meter.set_segments(haul_core::Segments::default());
    let refused = Some(Checksum { algorithm, hex: actual.clone() });
    let (part, label) = (part.clone(), Label { refused, ..label_of(transfer, resource) });
    blocking(move || part.checkpoint(label)).await?;
    Err(Failure::ChecksumMismatch { algorithm, expected: expected.hex, actual, by }.into())
}

/// Something is wrong with the whole file.
///
/// # Errors
/// `Damaged` if it is that the disk does not hold what was written: that is missing again.
pub async fn refuse_damage(
    transfer: &Transfer,
    part: &Arc<PartFile>,
    resource: &Resource,
) -> Result<(), Halt> {
    let (reader, stop) = (part.clone(), transfer.stop.clone());
    let found = blocking(move || Ok(reader.find_damage(&stop)));
    let Some(damage) = found.await? else { return Err(Halt::Cancelled) };
    let bytes = damage.iter().map(|range| transfer.meter.lose(range)).sum();
    if bytes == 0 {
        return Ok(());
    }
    let (part, label) = (part.clone(), label_of(transfer, resource));
    blocking(move || part.checkpoint(label)).await?;
    transfer.log(LogEntry::Damaged { bytes }).await;
    Err(Failure::Damaged { bytes }.into())
}

/// Renames the part file to `name` or the next free name like it, and syncs the folder.
pub fn give_name(part: &Path, name: &str) -> Result<PathBuf, Failure> {
    let folder = part.parent().unwrap_or(Path::new("/"));
    for number in 0..MOST_NAMES {
        let target = folder.join(filename::numbered(name, number));
        match rename_without_overwriting(part, &target) {
            Ok(()) => {
                #[cfg(test)]
                recorder::note(|| Operation::Rename(target.clone()));
                sync_folder(folder);
                return Ok(target);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failure_of(&error, &target)),
        }
    }
    Err(Failure::NotWritable { path: folder.join(name) })
}

/// `renameat2(RENAME_NOREPLACE)`, or what comes nearest where the file system lacks it.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub fn rename_without_overwriting(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => link_or_rename(from, to),
        renamed => Ok(renamed?),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub fn rename_without_overwriting(from: &Path, to: &Path) -> io::Result<()> {
    link_or_rename(from, to)
}

/// A second name, which is never given over another file, and then the first one is taken away. Where a file can have one
/// name only, the new one is taken by an empty file of our own, for an instant.
fn link_or_rename(from: &Path, to: &Path) -> io::Result<()> {
    match std::fs::hard_link(from, to) {
        Ok(()) => return std::fs::remove_file(from),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
        Err(error) => tracing::debug!(%error, "no second name"),
    }
    File::create_new(to)?;
    std::fs::rename(from, to).inspect_err(|_| {
        // Nothing of ours may stay under the final name.
        if let Err(error) = std::fs::remove_file(to) {
            tracing::warn!(%error, "an empty file stays");
        }
    })
}

/// A rename is on disk once its folder is. Where folders cannot be synced, the system does what it can.
pub fn sync_folder(folder: &Path) {
    #[cfg(test)]
    if recorder::sync(Operation::SyncFolder).is_some() {
        return;
    }
    if let Err(error) = File::open(folder).and_then(|folder| folder.sync_all()) {
        tracing::warn!(%error, "the folder could not be synced");
    }
}

/// A part file is its owner's alone; a finished file gets `rights`, or those that any new file gets.
#[cfg(unix)]
fn open_to_others(file: &File, rights: Option<Permissions>) {
    use std::os::unix::fs::PermissionsExt;
    let rights = rights.unwrap_or_else(|| Permissions::from_mode(0o666 & !umask()));
    if let Err(error) = file.set_permissions(rights) {
        tracing::warn!(%error, "the file stays readable to its owner only");
    }
}

#[cfg(not(unix))]
fn open_to_others(_file: &File, _rights: Option<Permissions>) {}

/// The mask for new files. Asking the system for it would change it for a moment, so it is read where Linux tells it.
#[cfg(unix)]
fn umask() -> u32 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("Umask:"));
    line.and_then(|mask| u32::from_str_radix(mask.trim(), 8).ok()).unwrap_or(0o022)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_the_systems_help_a_name_is_given_once_and_over_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (part, taken, free) =
            (folder.path().join("a.part"), folder.path().join("taken"), folder.path().join("free"));
        std::fs::write(&part, "ours").unwrap();
        std::fs::write(&taken, "theirs").unwrap();
        let refused = link_or_rename(&part, &taken).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read(&taken).unwrap(), b"theirs");
        link_or_rename(&part, &free).unwrap();
        assert_eq!(std::fs::read(&free).unwrap(), b"ours");
        assert!(!part.exists());
    }
}
