//! Which part file belongs to which download of this engine, so that nobody goes on with another one's bytes while that
//! one rests and holds no lock.

use haul_core::DownloadId;
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Shared by all transfers of one engine.
#[derive(Debug, Clone, Default)]
pub struct Claims(Arc<Mutex<Table>>);

/// Both ways, so that neither question goes through all.
#[derive(Debug, Default)]
struct Table {
    owners: HashMap<Arc<Path>, DownloadId>,
    parts: HashMap<DownloadId, Vec<Arc<Path>>>,
}

impl Claims {
    /// Claims `part` for `id`; false if it is another's.
    pub fn claim(&self, part: &Path, id: DownloadId) -> bool {
        let mut table = self.table();
        if let Some(owner) = table.owners.get(part) {
            return *owner == id;
        }
        let part: Arc<Path> = part.into();
        table.owners.insert(part.clone(), id);
        table.parts.entry(id).or_default().push(part);
        true
    }

    /// Whether `part` is anybody's.
    pub fn has(&self, part: &Path) -> bool {
        self.table().owners.contains_key(part)
    }

    /// Gives back all that `id` claimed.
    pub fn release(&self, id: DownloadId) {
        let mut table = self.table();
        for part in table.parts.remove(&id).unwrap_or_default() {
            table.owners.remove(&part);
        }
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_file_is_one_downloads_until_it_gives_it_back() {
        let (claims, one, other) = (Claims::default(), DownloadId(1), DownloadId(2));
        let (first, second) = (Path::new("/a.part"), Path::new("/b.part"));
        assert!(claims.claim(first, one) && claims.claim(second, one) && claims.claim(first, one));
        assert!(!claims.claim(first, other) && claims.has(first));
        claims.release(one);
        assert!(!claims.has(first));
        assert!(claims.claim(first, other) && claims.claim(second, other));
    }
}
