//! A part file that begins with what is good of another file.

use bytes::Bytes;
use haul_core::Failure;
use haul_core::ledger::{self, BLOCK};
use std::fs::File;
use std::ops::Range;
use std::path::Path;
use tokio_util::sync::CancellationToken;

use super::PartFile;
use crate::files::{self, failure_of};
use crate::transfer::begun::Begun;
use crate::transfer::finished::{Known, Reading, each_block};
use crate::transfer::label::Label;
use crate::transfer::positioned;

/// So much waits for the disk at most.
const SYNCED: u64 = 64 << 20;

/// What came of taking over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    All,
    Stopped,
    /// The other file is not any more what it was.
    Lost,
}

impl PartFile {
    /// Takes all blocks of `file` that are as they were; the others are missing. The two share what they have in common where
    /// the file system can do that. None if it was stopped. Blocks.
    pub fn take_good(
        &self,
        file: &File,
        known: &Known,
        reading: &Reading<'_>,
    ) -> Result<Option<()>, Failure> {
        let Some(hashes) = &known.hashes else { return Ok(Some(())) };
        let shared = positioned::share(file, &self.file).is_ok();
        if shared {
            // What is behind the end is not the file's.
            self.set_length(known.size)?;
        } else {
            files::check_space(self.path.parent().unwrap_or(Path::new("/")), known.size)?;
        }
        each_block(file, hashes, known.size, reading, |block, bytes, good| match good {
            true if shared => {
                self.ledger().note(vec![block.clone()]);
                Ok(())
            }
            true => self.write_all_at(&[Bytes::copy_from_slice(bytes)], block.range.start),
            false => Ok(()),
        })
    }

    /// Empties the file, and takes all that aria2 has `begun` into it, which both share where the file system can do that: it
    /// has to be read all the same, for its hashes. The label says nothing of it yet, so a program that ends meanwhile leaves
    /// nothing that counts. `label`: of the empty file; `room`: the disk keeps so much. Blocks.
    pub fn take_over(
        &self,
        begun: &Begun,
        label: Label,
        room: Option<u64>,
        at: &dyn Fn(u64),
        stop: &CancellationToken,
    ) -> Result<Taken, Failure> {
        let end = begun.received.last().map_or(0, |range| range.end);
        self.clear()?;
        let shared = positioned::share(&begun.file, &self.file).is_ok();
        if shared {
            let length = self.file.metadata().map_err(|error| failure_of(&error, &self.path))?.len();
            if length < end {
                return Ok(Taken::Lost);
            }
            // What is behind the end is not the file's.
            self.set_length(begun.size)?;
        } else if let Some(size) = room {
            self.keep_room(size)?;
        }
        self.checkpoint(label)?;
        let from = if shared { &self.file } else { &begun.file };
        let mut buffer = vec![0; BLOCK as usize];
        let (mut taken, mut unsynced) = (0, 0);
        for chunk in begun.received.iter().flat_map(chunks) {
            if stop.is_cancelled() {
                return Ok(Taken::Stopped);
            }
            let bytes = &mut buffer[..(chunk.end - chunk.start) as usize];
            if positioned::read_exact(from, bytes, chunk.start).is_err() {
                return Ok(Taken::Lost);
            }
            if shared {
                self.ledger().note(ledger::hash(chunk.start, [&*bytes]));
            } else {
                self.write_all_at(&[Bytes::copy_from_slice(bytes)], chunk.start)?;
                unsynced += chunk.end - chunk.start;
            }
            if unsynced >= SYNCED {
                self.sync()?;
                unsynced = 0;
            }
            taken += chunk.end - chunk.start;
            at(taken);
        }
        Ok(Taken::All)
    }
}

/// `range` in parts that lie in one block each.
fn chunks(range: &Range<u64>) -> impl Iterator<Item = Range<u64>> + use<> {
    let Range { start, end } = range.clone();
    (start / BLOCK..end.div_ceil(BLOCK))
        .map(move |block| start.max(block * BLOCK)..end.min((block + 1) * BLOCK))
}
