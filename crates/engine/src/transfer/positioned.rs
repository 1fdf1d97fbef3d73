//! Reading and writing a file at an offset, and telling one file from another: what each system does in its own way.
//!
//! Positioned, so that many connections write one file without a lock and without a common position to seek.

use bytes::Bytes;
use std::fs::{File, Metadata};
use std::io;
use std::ops::Range;

/// IOV_MAX is 1,024 on every system there is.
#[cfg(unix)]
const MAX_SLICES: usize = 1024;

/// Writes all of `pieces`, one after the other, from `offset` on. Blocks as long as the disk does.
#[cfg(unix)]
pub fn write_all(file: &File, pieces: &[Bytes], mut offset: u64) -> io::Result<()> {
    #[cfg(test)]
    let from = offset;
    let mut slices: Vec<io::IoSlice<'_>> = pieces.iter().map(|piece| io::IoSlice::new(piece)).collect();
    let mut rest = &mut slices[..];
    while !rest.is_empty() {
        match rustix::io::pwritev(file, &rest[..rest.len().min(MAX_SLICES)], offset) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => {
                offset += written as u64;
                io::IoSlice::advance_slices(&mut rest, written);
            }
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    #[cfg(test)]
    super::recorder::note(|| super::recorder::Operation::Write {
        offset: from,
        bytes: pieces.concat().into(),
    });
    Ok(())
}

#[cfg(windows)]
pub fn write_all(file: &File, pieces: &[Bytes], mut offset: u64) -> io::Result<()> {
    for piece in pieces {
        let mut rest = &piece[..];
        while !rest.is_empty() {
            let written = std::os::windows::fs::FileExt::seek_write(file, rest, offset)?;
            offset += written as u64;
            rest = &rest[written..];
        }
    }
    Ok(())
}

/// Fills `buffer` from `offset` on.
#[cfg(unix)]
pub fn read_exact(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, buffer, offset)
}

#[cfg(windows)]
pub fn read_exact(file: &File, mut buffer: &mut [u8], mut offset: u64) -> io::Result<()> {
    while !buffer.is_empty() {
        let count = std::os::windows::fs::FileExt::seek_read(file, buffer, offset)?;
        if count == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        buffer = &mut buffer[count..];
        offset += count as u64;
    }
    Ok(())
}

/// Makes the empty file `to` hold what `from` does, without copying it.
///
/// # Errors
/// Where the file system cannot do that, which is most of them.
#[cfg(target_os = "linux")]
pub fn share(from: &File, to: &File) -> io::Result<()> {
    Ok(rustix::fs::ioctl_ficlone(to, from)?)
}

#[cfg(not(target_os = "linux"))]
pub fn share(_from: &File, _to: &File) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// What of `range` somebody wrote; the rest of it are holes. All of it where the file system cannot tell.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub fn written(file: &File, range: Range<u64>) -> Vec<Range<u64>> {
    use rustix::fs::{SeekFrom, seek};
    let mut written = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let (start, end) = match seek(file, SeekFrom::Data(at)) {
            Ok(start) => (start, seek(file, SeekFrom::Hole(start)).unwrap_or(range.end)),
            // There is nothing but a hole up to the end.
            Err(rustix::io::Errno::NXIO) => break,
            Err(_) => (at, range.end),
        };
        if start >= range.end || end <= start {
            break;
        }
        written.push(start..end.min(range.end));
        at = end;
    }
    written
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub fn written(_file: &File, range: Range<u64>) -> Vec<Range<u64>> {
    vec![range]
}

/// Has the disk keep room for the first `size` bytes of `file`, which does not become longer by that.
///
/// # Errors
/// `StorageFull` where there is none, `Unsupported` and others where the file system cannot keep any.
#[cfg(target_os = "linux")]
pub fn keep_room(file: &File, size: u64) -> io::Result<()> {
    loop {
        match rustix::fs::fallocate(file, rustix::fs::FallocateFlags::KEEP_SIZE, 0, size) {
            Err(rustix::io::Errno::INTR) => {}
            kept => return Ok(kept?),
        }
    }
}

#[cfg(not(target_os = "linux"))]
pub fn keep_room(_file: &File, _size: u64) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// The number of the disk that it was read of.
#[cfg(unix)]
pub fn disk_of(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::dev(metadata)
}

/// Where disks have no numbers, they share the threads of one.
#[cfg(not(unix))]
pub fn disk_of(_metadata: &Metadata) -> u64 {
    0
}

/// Whether both were read of one and the same file.
#[cfg(unix)]
pub fn is_same_file(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
pub fn is_same_file(one: &Metadata, other: &Metadata) -> bool {
    one.is_file() && other.is_file() && one.len() == other.len()
}
