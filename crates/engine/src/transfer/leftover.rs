//! Part files that nobody goes on with.

use std::path::Path;
use std::time::{Duration, SystemTime};

use super::held::Held;
use super::part_file::{Found, PartFile};

/// Clocks of file systems are coarse, and some are other machines'.
const COARSE: Duration = Duration::from_secs(60);

/// Removes the part file at `path` if it is of the request for `url`, nobody works on it, and nobody did after `since`. Blocks.
pub fn remove(path: &Path, url: &str, since: Option<SystemTime>) {
    let Ok(Found::Free(part, label)) = PartFile::find(path) else { return };
    let Some(Held { part, .. }) = Held::of(part, label, url, None) else { return };
    let changed = part.file().metadata().and_then(|metadata| metadata.modified());
    let is_left = since.is_none_or(|since| changed.is_ok_and(|changed| changed <= since + COARSE));
    if !is_left {
        return;
    }
    if let Err(error) = std::fs::remove_file(part.path()) {
        tracing::warn!(%error, "a part file stays");
    }
}
