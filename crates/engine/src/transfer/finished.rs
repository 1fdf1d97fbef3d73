//! A finished file read again: whether it is as it was when it was finished, by the hashes that were kept of its blocks and by
//! its checksum.

use haul_core::ledger::{self, BLOCK, Hashed};
use haul_core::{Checksum, Compared, Download, Failure, Finding};
use std::fs::{File, Metadata};
use std::io;
use std::path::Path;
use tokio_util::sync::CancellationToken;

use super::checksum::{self, Counted};
use super::positioned;
use crate::files::failure_of;

/// What was kept of a finished file.
#[derive(Debug)]
pub struct Known {
    pub size: u64,
    /// Of its blocks, in order.
    pub hashes: Option<Vec<u64>>,
    pub checksum: Option<Checksum>,
}

impl Known {
    /// Of the file of `download`, beside `hashes` that are used only if they are of a file of that size.
    pub fn of(download: &Download, hashes: Option<Vec<u64>>) -> Self {
        let size = download.size().unwrap_or(download.received);
        let hashes = hashes.filter(|hashes| hashes.len() as u64 == size.div_ceil(BLOCK));
        // Of the bytes themselves more is known than a server says that may be wrong.
        let resource = download.resource.as_ref().filter(|_| hashes.is_none());
        let digest = resource.and_then(|resource| resource.digest.clone());
        Self { size, hashes, checksum: download.options.checksum.clone().or(digest) }
    }

    /// Whether there is nothing to compare but the size.
    pub fn is_nothing(&self) -> bool {
        self.hashes.is_none() && self.checksum.is_none()
    }
}

/// Who wants a file read: to be told how far that is, and whether it is to go on.
pub struct Reading<'a> {
    pub at: &'a dyn Fn(Compared),
    pub stop: &'a CancellationToken,
}

/// Opens the file at `path`, and says which it is; none if there is none. Blocks.
pub fn open(path: &Path) -> Result<Option<(File, Metadata)>, Failure> {
    // To open what is no file may wait for ever.
    if !path.metadata().is_ok_and(|metadata| metadata.is_file()) && !is_hidden(path) {
        return Ok(None);
    }
    let opened = File::open(path).and_then(|file| {
        let metadata = file.metadata()?;
        Ok((file, metadata))
    });
    opened.map(Some).map_err(|error| failure_of(&error, path))
}

/// Whether it cannot even be told if there is one.
fn is_hidden(path: &Path) -> bool {
    path.metadata().is_err_and(|error| error.kind() == io::ErrorKind::PermissionDenied)
}

/// Reads the file at `path` and says what it was found to be; none if that was stopped. Blocks.
pub fn look(path: &Path, known: &Known, reading: &Reading<'_>) -> Option<Finding> {
    match open(path) {
        Ok(Some((file, metadata))) => look_into(&file, &metadata, path, known, reading),
        Ok(None) => Some(Finding::Gone),
        Err(failure) => Some(Finding::Unreadable { failure }),
    }
}

/// The same of one that is open.
pub fn look_into(
    file: &File,
    metadata: &Metadata,
    path: &Path,
    known: &Known,
    reading: &Reading<'_>,
) -> Option<Finding> {
    let mut bytes = metadata.len().saturating_sub(known.size);
    match &known.hashes {
        Some(hashes) => {
            let count = |block: &Hashed, _: &[u8], good: bool| {
                bytes += if good { 0 } else { block.range.end - block.range.start };
                Ok(())
            };
            // What is counted cannot fail.
            each_block(file, hashes, known.size, reading, count).unwrap_or_default()?;
        }
        None => bytes += known.size.saturating_sub(metadata.len()),
    }
    if bytes > 0 {
        return Some(Finding::Damaged { bytes });
    }
    let Some(expected) = &known.checksum else {
        return Some(if known.is_nothing() { Finding::Unknown } else { Finding::Intact });
    };
    let compared = Compared { algorithm: Some(expected.algorithm), read: 0 };
    let counted = Counted { file, compared, at: reading.at };
    match checksum::hex_of(expected.algorithm, counted, reading.stop) {
        Ok(None) => None,
        Ok(Some(hex)) if expected.matches(&hex) => Some(Finding::Intact),
        // Which byte is wrong nobody knows.
        Ok(Some(_)) => Some(Finding::Damaged { bytes: known.size }),
        Err(error) => Some(Finding::Unreadable { failure: failure_of(&error, path) }),
    }
}

/// Reads `file` a block at a time and hands each on, with whether it is the one that `hashes` are of. What cannot be read is
/// not. None if that was stopped. Blocks.
pub fn each_block(
    file: &File,
    hashes: &[u64],
    size: u64,
    reading: &Reading<'_>,
    mut each: impl FnMut(&Hashed, &[u8], bool) -> Result<(), Failure>,
) -> Result<Option<()>, Failure> {
    let mut buffer = vec![0; BLOCK as usize];
    for block in ledger::blocks_of(hashes, size) {
        if reading.stop.is_cancelled() {
            return Ok(None);
        }
        let bytes = &mut buffer[..(block.range.end - block.range.start) as usize];
        let read = positioned::read_exact(file, bytes, block.range.start);
        let good = read.is_ok() && ledger::hash(block.range.start, [&*bytes]) == std::slice::from_ref(&block);
        each(&block, bytes, good)?;
        (reading.at)(Compared { algorithm: None, read: block.range.end });
    }
    Ok(Some(()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use haul_core::Algorithm;

    const SIZE: u64 = 2 * BLOCK + 1000;

    fn found(change: impl FnOnce(&mut Vec<u8>), known: impl FnOnce(&mut Known)) -> Finding {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let mut bytes = vec![7; SIZE as usize];
        let hashes = ledger::hash(0, [&bytes[..]]).into_iter().map(|block| block.hash).collect();
        let mut what = Known { size: SIZE, hashes: Some(hashes), checksum: None };
        known(&mut what);
        change(&mut bytes);
        std::fs::write(&path, bytes).unwrap();
        look(&path, &what, &Reading { at: &|_| {}, stop: &CancellationToken::new() }).unwrap()
    }

    #[test]
    fn what_differs_is_counted_in_blocks() {
        assert_eq!(found(|_| {}, |_| {}), Finding::Intact);
        assert_eq!(found(|bytes| bytes[5] ^= 1, |_| {}), Finding::Damaged { bytes: BLOCK });
        assert_eq!(found(|bytes| bytes.truncate(10), |_| {}), Finding::Damaged { bytes: SIZE });
        assert_eq!(found(|bytes| bytes.extend([1; 30]), |_| {}), Finding::Damaged { bytes: 30 });
        assert_eq!(found(|bytes| *bytes.last_mut().unwrap() = 0, |_| {}), Finding::Damaged { bytes: 1000 });
    }

    #[test]
    fn without_hashes_the_checksum_tells_and_without_that_only_the_size() {
        let bare = |known: &mut Known| known.hashes = None;
        assert_eq!(found(|_| {}, bare), Finding::Unknown);
        assert_eq!(found(|bytes| bytes.truncate(990), bare), Finding::Damaged { bytes: SIZE - 990 });
        let summed = |known: &mut Known| {
            let hex =
                checksum::hex_of(Algorithm::Sha256, &vec![7; SIZE as usize][..], &CancellationToken::new());
            known.hashes = None;
            known.checksum = Some(Checksum { algorithm: Algorithm::Sha256, hex: hex.unwrap().unwrap() });
        };
        assert_eq!(found(|_| {}, summed), Finding::Intact);
        assert_eq!(found(|bytes| bytes[0] = 0, summed), Finding::Damaged { bytes: SIZE });
    }

    #[test]
    fn it_is_told_how_far_the_reading_is_and_of_what() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let bytes = vec![7; SIZE as usize];
        std::fs::write(&path, &bytes).unwrap();
        let hashes = ledger::hash(0, [&bytes[..]]).into_iter().map(|block| block.hash).collect();
        let stop = CancellationToken::new();
        let hex = checksum::hex_of(Algorithm::Sha256, &bytes[..], &stop).unwrap().unwrap();
        let checksum = Some(Checksum { algorithm: Algorithm::Sha256, hex });
        let told = std::cell::RefCell::new(Vec::new());
        let at = |compared| told.borrow_mut().push(compared);
        let known = Known { size: SIZE, hashes: Some(hashes), checksum };
        assert_eq!(look(&path, &known, &Reading { at: &at, stop: &stop }), Some(Finding::Intact));
        let told = told.into_inner();
        let of = |algorithm| -> Vec<u64> {
            told.iter()
                .filter(|compared| compared.algorithm == algorithm)
                .map(|compared| compared.read)
                .collect()
        };
        assert_eq!(of(None), [BLOCK, 2 * BLOCK, SIZE]);
        let summed = of(Some(Algorithm::Sha256));
        assert!(summed.is_sorted() && summed.len() > 2, "{summed:?}");
        assert_eq!(summed.last(), Some(&SIZE));
    }

    #[test]
    fn what_is_no_file_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let known = Known { size: 1, hashes: None, checksum: None };
        let reading = Reading { at: &|_| {}, stop: &CancellationToken::new() };
        assert_eq!(look(folder.path(), &known, &reading), Some(Finding::Gone));
        assert_eq!(look(&folder.path().join("a"), &known, &reading), Some(Finding::Gone));
    }
}
