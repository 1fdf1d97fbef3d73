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
        self.claim_all(&[part], id)
    }

    /// Claims all of `parts` for `id`; false, and then none, if one is another's.
    pub fn claim_all(&self, parts: &[impl AsRef<Path>], id: DownloadId) -> bool {
        let mut table = self.table();
        let is_others = |part: &Path| table.owners.get(part).is_some_and(|owner| *owner != id);
        if parts.iter().any(|part| is_others(part.as_ref())) {
            return false;
        }
        for part in parts.iter().map(AsRef::as_ref) {
            if !table.owners.contains_key(part) {
                let part: Arc<Path> = part.into();
                table.owners.insert(part.clone(), id);
                table.parts.entry(id).or_default().push(part);
            }
        }
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

    #[test]
    fn of_several_part_files_a_download_has_all_or_none() {
        let (claims, one, other) = (Claims::default(), DownloadId(1), DownloadId(2));
        let (first, second) = (Path::new("/a.part"), Path::new("/.a.part"));
        assert!(claims.claim(second, one));
        assert!(!claims.claim_all(&[first, second], other) && !claims.has(first));
        assert!(claims.claim_all(&[first, second], one) && !claims.claim(first, other));
        claims.release(one);
        assert!(claims.claim_all(&[first, second], other));
    }
}
