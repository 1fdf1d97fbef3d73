//! Files that are on their way to another place, noted before they go: so that a start after a crash finds out where they are.

use haul_core::DownloadId;
use std::path::{Path, PathBuf};

use super::Store;

/// A file that was to go from one place to another when the program ended.
#[derive(Debug, PartialEq, Eq)]
pub struct CutShort {
    pub id: DownloadId,
    pub from: PathBuf,
    pub to: PathBuf,
}

impl Store {
    pub async fn note_relocation(&self, id: DownloadId, from: &Path, to: &Path) -> sqlx::Result<()> {
        sqlx::query("INSERT OR REPLACE INTO relocations (download, source, target) VALUES (?, ?, ?)")
            .bind(id.0)
            .bind(from.to_string_lossy())
            .bind(to.to_string_lossy())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// It is at one place only.
    pub async fn forget_relocation(&self, id: DownloadId) -> sqlx::Result<()> {
        sqlx::query("DELETE FROM relocations WHERE download = ?").bind(id.0).execute(&self.quick).await?;
        Ok(())
    }

    pub async fn relocations(&self) -> sqlx::Result<Vec<CutShort>> {
        let rows: Vec<(u32, String, String)> =
            sqlx::query_as("SELECT download, source, target FROM relocations").fetch_all(&self.pool).await?;
        let cut_short = |(id, from, to): (u32, String, String)| CutShort {
            id: DownloadId(id),
            from: from.into(),
            to: to.into(),
        };
        Ok(rows.into_iter().map(cut_short).collect())
    }

    /// Takes note of the folder of `download`, should the list be lost.
    pub async fn note_folder(&self, download: &haul_core::Download) {
        self.folders.note(std::slice::from_ref(download)).await;
    }
}
