//! What is there of an earlier version of a file, kept beside the new one.

use haul_core::{Failure, filename};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::finish::{rename_without_overwriting, sync_folder};
use super::held::Held;
use crate::files::failure_of;

/// Names that are tried.
const MOST_NAMES: u32 = 1000;

/// What becomes of what is there when a download begins anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OldPart {
    Dropped,
    /// Under a name of its own.
    Kept,
}

/// Renames the part file of `name`, never over anything, and cuts off what is not of the file itself. A program that ends
/// between the two leaves a name that nobody takes for a part file. Blocks.
pub fn keep(held: &Held, name: &str) -> Result<PathBuf, Failure> {
    let from = held.part.path();
    held.part.check_is_in_place()?;
    let folder = from.parent().unwrap_or(Path::new("/"));
    let name = filename::old_part(name);
    for number in 0..MOST_NAMES {
        let to = folder.join(filename::numbered(&name, number));
        match rename_without_overwriting(from, &to) {
            Ok(()) => {
                sync_folder(folder);
                let end = held.label.iter().flat_map(|label| label.ranges()).map(|range| range.end).max();
                if let Some(end) = end {
                    held.part.file().set_len(end).map_err(|error| failure_of(&error, &to))?;
                }
                return Ok(to);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failure_of(&error, from)),
        }
    }
    Err(Failure::NameTaken { path: folder.join(name) })
}
