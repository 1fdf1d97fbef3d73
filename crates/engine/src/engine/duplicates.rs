//! Links that are on the list already.

use haul_core::{Candidate, DownloadId, Duplicate, FileFate, NewDownload, Status, WhenDuplicate};
use std::collections::{BTreeSet, HashMap};

use super::Engine;
use crate::EngineError;

impl Engine {
    /// Which of `candidates` are on the list already: one look, however many they are.
    pub async fn duplicates(&self, candidates: &[Candidate]) -> Result<Vec<Duplicate>, EngineError> {
        let folder = self.shared.settings.borrow().folder.clone();
        let found = self.shared.store.duplicates(candidates, &folder).await?;
        let ids: BTreeSet<DownloadId> = found.values().map(|(_, id)| *id).collect();
        let ids: Vec<DownloadId> = ids.into_iter().collect();
        let rows: HashMap<DownloadId, _> =
            self.rows(&ids).await?.into_iter().map(|row| (row.id, row)).collect();
        let duplicate = |(index, (by, id))| Some(Duplicate { index, by, row: rows.get(&id)?.clone() });
        Ok(found.into_iter().filter_map(duplicate).collect())
    }

    /// Takes those off the list whose place `new` ones take, and their unfinished files to the trash. One that stays, because
    /// there is no trash, is then a duplicate. What is finished stays until the new file is whole.
    pub(super) async fn clear_for(&self, new: &[NewDownload]) -> Result<(), EngineError> {
        let overwriting = new.iter().filter(|new| new.when_duplicate == WhenDuplicate::Overwrite);
        let of = |new: &NewDownload| Candidate {
            url: new.url.clone(),
            folder: None,
            name: None,
            size: None,
            validator: None,
        };
        let candidates: Vec<Candidate> = overwriting.map(of).collect();
        if candidates.is_empty() {
            return Ok(());
        }
        let duplicates = self.duplicates(&candidates).await?;
        let unfinished = duplicates.iter().map(|duplicate| &duplicate.row);
        let unfinished = unfinished.filter(|row| !matches!(row.status, Status::Completed { .. }));
        let ids: BTreeSet<DownloadId> = unfinished.map(|row| row.id).collect();
        match self.remove(ids.into_iter().collect(), FileFate::Trash).await {
            Err(EngineError::FileKept { path, reason }) => {
                tracing::warn!(path = %path.display(), reason, "a file is not overwritten");
                Ok(())
            }
            removed => removed,
        }
    }
}
