//! A name nobody has: the part file is made at the start, so that no other download and no other program takes the name
//! meanwhile, and nothing that is there is ever overwritten. Where the person wants that, a file of this name gives way, but
//! only once the new one is whole (`replacing`): here its name is taken none the less.

use haul_core::{Failure, LogEntry, Resource, filename};
use std::path::{Path, PathBuf};
use tokio_util::sync::CancellationToken;

use super::held::{Held, Lies};
use super::part_file::PartFile;
use super::{Transfer, checksum, identity};
use crate::files::{self, blocking};

/// Names that are tried: `a.zip`, `a (1).zip` and so on.
pub(super) const MOST_NAMES: u32 = 1000;

/// What came of asking for a name.
#[expect(clippy::large_enum_variant, reason = "made once for a transfer, and moved once")]
pub enum Reserved {
    New(PartFile),
    /// Left by an earlier run of the same request.
    Left(Held),
    /// A finished download of this very resource lies there.
    AlreadyThere(PathBuf),
}

/// Takes `name` or the next free one like it.
pub async fn reserve(transfer: &Transfer, name: &str, resource: &Resource) -> Result<Reserved, Failure> {
    for number in 0..MOST_NAMES {
        let candidate = filename::numbered(name, number);
        if let Some(reserved) = try_name(transfer, &candidate, number, resource).await? {
            if number > 0 && matches!(reserved, Reserved::New(_)) {
                transfer.log(LogEntry::Numbered { wanted: name.to_owned(), name: candidate }).await;
            }
            return Ok(reserved);
        }
    }
    Err(Failure::NotWritable { path: transfer.download.folder.join(name) })
}

async fn try_name(
    transfer: &Transfer,
    name: &str,
    number: u32,
    resource: &Resource,
) -> Result<Option<Reserved>, Failure> {
    let target = transfer.download.folder.join(name);
    let overwrites = transfer.overwrites.as_ref() == Some(&target);
    let looked_at = target.clone();
    if !overwrites && blocking(move || Ok(looked_at.symlink_metadata().is_ok())).await? {
        if is_already_there(transfer, &target, resource).await? {
            return Ok(Some(Reserved::AlreadyThere(target)));
        }
        // What has the name with a number is not what the person has in mind.
        if number > 0 || !transfer.may_replace(&target).await {
            return Ok(None);
        }
    }
    // Hidden or not, who has one of the two has the name.
    let parts = transfer.settings.borrow().part_name.paths(&transfer.download.folder, name);
    if !transfer.claims.claim_all(&parts, transfer.download.id) {
        return Ok(None);
    }
    let (url, folder) = (transfer.download.url.clone(), transfer.download.folder.clone());
    let size = resource.size.unwrap_or(0);
    let reserved = blocking(move || match Held::find(&parts, &url, None)? {
        Lies::Nothing => {
            // Before anything is made: a file that does not fit leaves nothing behind.
            files::check_space(&folder, size)?;
            let made = PartFile::create(&parts[0])?;
            if let Some(made) = &made {
                identity::mark_unfinished(made.file(), &url);
            }
            Ok(made.map(Reserved::New))
        }
        Lies::Ours(held) => Ok(Some(Reserved::Left(held))),
        Lies::Busy | Lies::Others => Ok(None),
    })
    .await;
    if !matches!(reserved, Ok(Some(_))) {
        transfer.claims.release(transfer.download.id);
    }
    reserved
}

/// Whether `target` is proven to be this resource: by its checksum, or by the mark it got when it was finished.
pub async fn is_already_there(
    transfer: &Transfer,
    target: &Path,
    resource: &Resource,
) -> Result<bool, Failure> {
    if transfer.always_anew {
        return Ok(false);
    }
    let (target, resource, expected) =
        (target.to_owned(), resource.clone(), transfer.download.options.checksum.clone());
    let (stop, url): (CancellationToken, String) = (transfer.stop.clone(), transfer.download.url.clone());
    let proven = blocking(move || {
        // Not opened before it is known to be one: a pipe would be waited for.
        let length = std::fs::metadata(&target).ok().filter(std::fs::Metadata::is_file);
        let length = length.map(|metadata| metadata.len());
        if length.is_none() || resource.size.is_some_and(|size| Some(size) != length) {
            return Ok(None);
        }
        let Ok(file) = std::fs::File::open(&target) else { return Ok(None) };
        let same = match expected {
            Some(expected) => matches!(checksum::hex_of(expected.algorithm, file, &stop), Ok(Some(hex)) if expected.matches(&hex)),
            None => identity::is_finished(&file, &url, &resource),
        };
        Ok(length.filter(|_| same))
    })
    .await?;
    if let Some(length) = proven {
        transfer.meter.set_received(length);
    }
    Ok(proven.is_some())
}
