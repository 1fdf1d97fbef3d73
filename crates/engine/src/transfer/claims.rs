//! Which part file belongs to which download of this engine, so that nobody goes on with another one's bytes while that
//! one rests and holds no lock.

use haul_core::DownloadId;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Shared by all transfers of one engine.
#[derive(Debug, Clone, Default)]
pub struct Claims(Arc<Mutex<HashMap<PathBuf, DownloadId>>>);

impl Claims {
    /// Claims `part` for `id`; false if it is another's.
    pub fn claim(&self, part: &Path, id: DownloadId) -> bool {
        *self.table().entry(part.to_owned()).or_insert(id) == id
    }

    /// Gives back all that `id` claimed.
    pub fn release(&self, id: DownloadId) {
        self.table().retain(|_, owner| *owner != id);
    }

    fn table(&self) -> MutexGuard<'_, HashMap<PathBuf, DownloadId>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
