//! A part file that begins with what is good of a finished one.

use bytes::Bytes;
use haul_core::Failure;
use std::fs::File;
use std::path::Path;

use super::PartFile;
use crate::files;
use crate::transfer::finished::{Known, Reading, each_block};
use crate::transfer::positioned;

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
}
