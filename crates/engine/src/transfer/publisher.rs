//! Small files that are whole in memory, put on disk under their names: many with the waiting of one.
//!
//! Each is written to a file without a name, synced, and only then linked to its name: at no time is there anything else
//! under it than every byte, and a crash leaves nothing behind. What cannot be done this way, for whatever reason, is left
//! to the ordinary way by a part file, which finds out what to say.

use bytes::Bytes;
use haul_core::Resource;
use std::path::PathBuf;

use super::grouped::Grouped;
#[cfg(test)]
use super::recorder;

/// Publishes for all transfers of one engine. The result is where the file lies; none: not done.
pub type Publisher = Grouped<Parcel, Option<PathBuf>>;

/// A whole file in memory.
#[derive(Debug)]
pub struct Parcel {
    pub folder: PathBuf,
    /// Safe to use in the file system.
    pub name: String,
    pub pieces: Vec<Bytes>,
    /// What was asked for and what the server said of it, for the mark that it is known by later.
    pub url: String,
    pub resource: Resource,
    /// Whether the file says where it came from.
    pub is_marked: bool,
}

#[cfg(target_os = "linux")]
pub fn publish_all(parcels: Vec<Parcel>) -> Vec<Option<PathBuf>> {
    linux::publish_all(&parcels)
}

#[cfg(not(target_os = "linux"))]
pub fn publish_all(parcels: Vec<Parcel>) -> Vec<Option<PathBuf>> {
    parcels.iter().map(|_| None).collect()
}

#[cfg(target_os = "linux")]
mod linux {
    use haul_core::filename::PartName;
    use rustix::fs::{Advice, AtFlags, CWD, Mode, OFlags, fadvise, linkat, open};
    use std::fs::File;
    use std::io;
    use std::os::fd::AsRawFd;
    use std::path::{Path, PathBuf};

    use super::Parcel;
    #[cfg(test)]
    use super::recorder::{self, Operation};
    use crate::transfer::finish::sync_folder;
    use crate::transfer::{identity, origin, positioned};

    /// From so many files on, all begin to be written back before the first is waited for.
    const AHEAD_FROM: usize = 4;

    /// Blocks. All of one folder.
    pub fn publish_all(parcels: &[Parcel]) -> Vec<Option<PathBuf>> {
        let written: Vec<io::Result<File>> = parcels.iter().map(write).collect();
        if parcels.len() >= AHEAD_FROM {
            for file in written.iter().flatten() {
                // What is not needed in memory any more the kernel begins to write at once; it is no harm if it does not.
                fadvise(file, 0, None, Advice::DontNeed).unwrap_or_default();
            }
        }
        let linked = |(parcel, written): (&Parcel, io::Result<File>)| {
            written.and_then(|file| sync_and_link(parcel, &file)).inspect_err(|error| {
                tracing::debug!(%error, name = parcel.name, "left to the ordinary way");
            })
        };
        let published: Vec<Option<PathBuf>> =
            parcels.iter().zip(written).map(|pair| linked(pair).ok()).collect();
        if let Some(first) = published.iter().flatten().next() {
            sync_folder(first.parent().unwrap_or(Path::new("/")));
        }
        published
    }

    fn write(parcel: &Parcel) -> io::Result<File> {
        let mode = Mode::from_raw_mode(0o666);
        let file: File = open(&parcel.folder, OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC, mode)?.into();
        #[cfg(test)]
        recorder::note(|| Operation::CreateUnnamed);
        positioned::write_all(&file, &parcel.pieces, 0)?;
        if parcel.is_marked {
            origin::mark(&file, None, &parcel.url);
        }
        identity::mark_finished(&file, &parcel.url, &parcel.resource);
        Ok(file)
    }

    fn sync_and_link(parcel: &Parcel, file: &File) -> io::Result<PathBuf> {
        // Somebody's unfinished file has the name: what to do about that is not for here.
        let parts = PartName::default().paths(&parcel.folder, &parcel.name);
        if parts.iter().any(|part| part.symlink_metadata().is_ok()) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        sync(file)?;
        let target = parcel.folder.join(&parcel.name);
        let unnamed = format!("/proc/self/fd/{}", file.as_raw_fd());
        // Fails if there is anything under the name.
        linkat(CWD, unnamed, CWD, &target, AtFlags::SYMLINK_FOLLOW)?;
        #[cfg(test)]
        recorder::note(|| Operation::Rename(target.clone()));
        Ok(target)
    }

    fn sync(file: &File) -> io::Result<()> {
        #[cfg(test)]
        if let Some(synced) = recorder::sync(Operation::SyncAll) {
            return synced;
        }
        file.sync_all()
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    fn parcel(folder: &std::path::Path, name: &str, content: &'static [u8]) -> Parcel {
        let (front, back) = content.split_at(content.len() / 2);
        Parcel {
            folder: folder.to_owned(),
            name: name.to_owned(),
            pieces: vec![Bytes::from_static(front), Bytes::from_static(back)],
            url: format!("http://a/{name}"),
            resource: Resource { size: Some(content.len() as u64), ..Resource::default() },
            is_marked: true,
        }
    }

    #[test]
    fn each_gets_its_name_and_nothing_that_is_there_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("taken"), "mine").unwrap();
        std::os::unix::fs::symlink(at("elsewhere"), at("link")).unwrap();
        std::fs::write(at("begun.part"), "half").unwrap();
        std::fs::write(at(".hidden.part"), "half").unwrap();
        let names = ["a", "taken", "link", "begun", "hidden", "b", "a"];
        let parcels = names.map(|name| parcel(folder.path(), name, b"the bytes"));
        let published = publish_all(parcels.into());
        assert_eq!(published, [Some(at("a")), None, None, None, None, Some(at("b")), None]);
        assert_eq!(std::fs::read(at("a")).unwrap(), b"the bytes");
        assert_eq!(std::fs::read(at("taken")).unwrap(), b"mine");
        assert!(!["elsewhere", "begun", "hidden"].iter().any(|name| at(name).exists()));
    }

    #[test]
    fn a_folder_that_is_not_there_is_left_to_the_ordinary_way() {
        assert_eq!(publish_all(vec![parcel("/nowhere/at all".as_ref(), "a", b"bytes")]), [None]);
    }
}
