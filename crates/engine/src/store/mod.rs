//! The list on disk: SQLite in WAL mode. Only this folder knows SQL.
//!
//! What is kept of an unfinished file's bytes is not here but in the part file itself (see `transfer/part_file.rs`), so a
//! row can never claim a byte that the file lacks, and a lost database loses no download.

mod batch;
mod details;
mod downloads;
mod duplicates;
mod facets;
mod folders;
mod hosts;
mod index;
mod ledgers;
mod lists;
mod open;
mod queues;
mod relocations;
mod removed;
mod row;
mod secrets;
mod settings;
mod shape;
mod sorting;
mod tags;
mod traffic;
mod view;

pub use batch::{Batch, Durability, Line};
pub use downloads::Unfinished;
pub use hosts::KnownHost;
pub use ledgers::KeptHashes;
pub use open::open;
pub use relocations::CutShort;
pub use removed::Removed;
pub use row::{has_secrets, is_secret};
pub use traffic::Traffic;
pub use view::row_of;

/// The list. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    /// For what must last: a commit returns when it is on disk.
    pool: sqlx::SqlitePool,
    /// For what may be lost in a power cut: no commit waits for the disk.
    quick: sqlx::SqlitePool,
    /// Views that were found lately, and whether anything changed since.
    finder: std::sync::Arc<view::Finder>,
    /// Where downloads went.
    folders: folders::Folders,
    secrets: secrets::Secrets,
    /// Removed downloads came back.
    came_back: std::sync::Arc<tokio::sync::Notify>,
    /// What a download is made of, once somebody asked.
    shape: std::sync::Arc<tokio::sync::OnceCell<shape::Shape>>,
    /// Held as long as the store is used, so that no second engine works on the same list.
    _lock: Option<std::sync::Arc<std::fs::File>>,
}

/// A transaction that is going to write. It waits for its turn at once: where one that has read becomes one that writes, SQLite
/// says "busy" without waiting, should another one write just then.
async fn writing(pool: &sqlx::SqlitePool) -> sqlx::Result<sqlx::Transaction<'static, sqlx::Sqlite>> {
    pool.begin_with("BEGIN IMMEDIATE").await
}

impl Store {
    /// Every folder that a download went to, as far as is known; also when the list was damaged.
    pub fn folders(&self) -> Vec<std::path::PathBuf> {
        self.folders.all()
    }

    /// Returns once removed downloads came back since the last time; for one who waits.
    pub async fn restored(&self) {
        self.came_back.notified().await;
    }

    /// Takes note of the folders that these go to.
    pub async fn note_folders(&self, downloads: &[haul_core::Download]) {
        self.folders.note(downloads).await;
    }

    /// Whether it is kept when the engine ends.
    pub fn is_lasting(&self) -> bool {
        self._lock.is_some()
    }

    fn pool_for(&self, durability: Durability) -> &sqlx::SqlitePool {
        match durability {
            Durability::Lasting => &self.pool,
            Durability::Quick => &self.quick,
        }
    }

    /// Waits for running statements and closes the file.
    pub async fn close(&self) {
        if let Some(index) = &self.finder.index {
            index.close().await;
        }
        self.quick.close().await;
        self.pool.close().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Database;
    use std::pin::pin;
    use std::time::Duration;
    use tokio::time::timeout;

    #[tokio::test]
    async fn who_adds_waits_for_another_writer() {
        let folder = tempfile::tempdir().unwrap();
        let store = open(&Database::File(folder.path().join("haul.db"))).await.unwrap().store;
        let other = writing(&store.quick).await.unwrap();
        let mut none = Vec::new();
        let mut adding = pin!(store.insert(&mut none));
        // It neither succeeds nor fails as long as the other one writes.
        assert!(timeout(Duration::from_millis(200), &mut adding).await.is_err());
        other.commit().await.unwrap();
        adding.await.unwrap();
    }
}
