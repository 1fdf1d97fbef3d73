//! What aria2 has begun of a file: the unfinished file has the final name from the start, and beside it lies aria2's record
//! of it (`haul_core::lists::aria2::control`).
//!
//! Both are only read: the person may go back to aria2, and aria2 may be running. Whether it is cannot be told for certain (it
//! holds no lock, and a young file proves nothing), and need not be: its record names nothing that is not written yet, it never
//! writes again to what its record names unless it begins anew, and what was copied is compared after that. The record may be
//! out of date then, which costs bytes.

use haul_core::NotTakenOver;
use haul_core::lists::aria2::control::{self, Control};
use std::fs::File;
use std::io::{self, Read as _};
use std::ops::Range;
use std::path::Path;

use super::overlap::{self, LITTLE, OVERLAP, PLACES};
use super::{finished, positioned};

/// What aria2 appends to a file's name.
const EXTENSION: &str = ".aria2";
/// At so many ends of what aria2 has it is compared, because there it wrote last.
const ENDS: usize = 16;
/// No file system is so scattered where somebody wrote one piece after the other.
const MOST_RANGES: usize = 10_000;

/// A file that aria2 has some of.
#[derive(Debug)]
pub struct Begun {
    pub file: File,
    /// Of the whole.
    pub size: u64,
    /// What is there, in order.
    pub received: Vec<Range<u64>>,
}

/// Looks in `folder` for one that has the first of `names` which aria2 has a record for. None if there is nothing of it. Blocks.
pub fn find(folder: &Path, names: &[String]) -> Option<Result<Begun, NotTakenOver>> {
    let found = names.iter().find_map(|name| {
        let record = read(&folder.join(format!("{name}{EXTENSION}")))?;
        Some(record.and_then(|record| open(&folder.join(name), record)))
    })?;
    Some(found).filter(|found| !matches!(found, Ok(begun) if begun.received.is_empty()))
}

/// None: there is no record.
fn read(path: &Path) -> Option<Result<Control, NotTakenOver>> {
    let opened = finished::open(path).transpose()?;
    let Ok((file, _)) = opened else { return Some(Err(NotTakenOver::Unreadable)) };
    let mut bytes = Vec::new();
    if file.take(control::LONGEST + 1).read_to_end(&mut bytes).is_err() {
        return Some(Err(NotTakenOver::Unreadable));
    }
    Some(control::parse(&bytes).ok_or(NotTakenOver::BadRecord))
}

fn open(path: &Path, Control { size, received }: Control) -> Result<Begun, NotTakenOver> {
    let Ok(Some((file, metadata))) = finished::open(path) else { return Err(NotTakenOver::Unreadable) };
    let end = received.last().map_or(0, |range| range.end);
    // Where nothing was kept free for it, it is as long as what came.
    if metadata.len() < end || metadata.len() > size {
        return Err(NotTakenOver::BadRecord);
    }
    // A hole where the record says that something was written: the system lost that in a power cut, or a copy of the file did.
    let written = received.into_iter().flat_map(|range| positioned::written(&file, range));
    let received = written.take(MOST_RANGES).collect();
    Ok(Begun { file, size, received })
}

impl Begun {
    /// Where it is compared with what the server has.
    pub fn places(&self) -> Vec<Range<u64>> {
        let mut places = overlap::places(&self.received, PLACES, OVERLAP);
        let every = self.received.len().div_ceil(ENDS).max(1);
        let ends = self.received.iter().rev().step_by(every);
        for end in ends.map(|range| range.start.max(range.end.saturating_sub(LITTLE))..range.end) {
            let is_known = |place: &Range<u64>| place.start <= end.start && end.end <= place.end;
            if !places.iter().any(is_known) {
                places.push(end);
            }
        }
        places
    }

    pub fn bytes(&self) -> u64 {
        self.received.iter().map(|range| range.end - range.start).sum()
    }

    /// What lies in `range`. Blocks.
    ///
    /// # Errors
    /// If it cannot be read, or the file was cut meanwhile.
    pub fn read(&self, range: &Range<u64>) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; usize::try_from(range.end - range.start).unwrap_or(0)];
        positioned::read_exact(&self.file, &mut bytes, range.start)?;
        Ok(bytes)
    }
}
