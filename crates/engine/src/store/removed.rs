//! Downloads that were taken off the list, kept for a while as they were: their rows, and what hangs on them in other tables.
//!
//! Which columns and tables these are is read from the schema: a migration that adds one needs no word here.

use haul_core::{Download, DownloadId, FileFate, Timestamp};
use sqlx::AssertSqlSafe;
use sqlx::types::Json;
use std::collections::HashSet;
use std::path::PathBuf;

use super::downloads::{count_added, downloads_of};
use super::facets;
use super::shape::Shape;
use super::{Durability, Store, writing};

/// What is known of one that was taken off the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    pub id: DownloadId,
    pub at: Timestamp,
    /// Its file went to the trash.
    pub is_trashed: bool,
    pub url: String,
    /// The unfinished file.
    pub part: Option<PathBuf>,
    /// The finished file, or the damaged one whose place another was to take.
    pub path: Option<PathBuf>,
    pub is_completed: bool,
    /// Of the finished file.
    pub received: u64,
}

type Columns = (u32, i64, String, String, Option<String>, Option<String>, String, i64);

/// What [`Removed`] holds, of a row of the table.
const OF_REMOVED: &str = "id, at, fate, kept ->> '$.downloads[0].url', kept ->> '$.downloads[0].part', \
                          kept ->> '$.downloads[0].path', kept ->> '$.downloads[0].rest', kept ->> '$.downloads[0].received'";

impl Store {
    /// Takes those of `ids` that there are off the list, and keeps them. Says which. None of what still gathers to be written
    /// down is kept.
    pub async fn set_aside(
        &self,
        ids: &[DownloadId],
        at: Timestamp,
        fate: FileFate,
        durability: Durability,
    ) -> sqlx::Result<Vec<DownloadId>> {
        let fate = match fate {
            FileFate::Keep => "keep",
            FileFate::Trash => "trash",
            FileFate::Delete => return self.delete(ids).await,
        };
        let shape = self.shape().await?;
        let mut transaction = writing(self.pool_for(durability)).await?;
        sqlx::query(AssertSqlSafe(shape.set_aside.as_str()))
            .bind(Json(ids))
            .bind(at.cast_signed())
            .bind(fate)
            .execute(&mut *transaction)
            .await?;
        let statement = "DELETE FROM downloads WHERE id IN (SELECT value FROM json_each(?)) RETURNING id";
        let gone: Vec<u32> =
            sqlx::query_scalar(statement).bind(Json(ids)).fetch_all(&mut *transaction).await?;
        transaction.commit().await?;
        self.finder.changes.note();
        Ok(gone.into_iter().map(DownloadId).collect())
    }

    /// What is known of those of `ids` that are kept, in no order.
    pub async fn removed(&self, ids: &[DownloadId]) -> sqlx::Result<Vec<Removed>> {
        let select = format!("SELECT {OF_REMOVED} FROM removed WHERE id IN (SELECT value FROM json_each(?))");
        let rows: Vec<Columns> =
            sqlx::query_as(AssertSqlSafe(select)).bind(Json(ids)).fetch_all(&self.pool).await?;
        Ok(rows.into_iter().map(Removed::from).collect())
    }

    /// Puts those of `ids` that are kept back on the list, as they were, with all that hung on them.
    pub async fn restore(&self, ids: &[DownloadId], durability: Durability) -> sqlx::Result<Vec<Download>> {
        let shape = self.shape().await?;
        let mut transaction = writing(self.pool_for(durability)).await?;
        let select = "SELECT id FROM removed WHERE id IN (SELECT value FROM json_each(?)) \
                      AND id NOT IN (SELECT id FROM downloads)";
        let kept: Vec<u32> = sqlx::query_scalar(select).bind(Json(ids)).fetch_all(&mut *transaction).await?;
        let kept: Vec<DownloadId> = kept.into_iter().map(DownloadId).collect();
        for statement in &shape.restore {
            sqlx::query(AssertSqlSafe(statement.as_str()))
                .bind(Json(&kept))
                .execute(&mut *transaction)
                .await?;
        }
        sqlx::query("DELETE FROM removed WHERE id IN (SELECT value FROM json_each(?))")
            .bind(Json(&kept))
            .execute(&mut *transaction)
            .await?;
        let downloads = downloads_of(&mut *transaction, &kept).await?;
        count_added(&mut transaction, &downloads).await?;
        facets::count_added(&mut transaction, &downloads).await?;
        transaction.commit().await?;
        self.came_back.notify_one();
        self.finder.changes.note();
        Ok(downloads)
    }

    /// Forgets up to `limit` of those that were removed before `before`, and says what is left of them.
    pub async fn forget_removed(&self, before: Timestamp, limit: u32) -> sqlx::Result<Vec<Removed>> {
        let delete = format!(
            "DELETE FROM removed WHERE id IN (SELECT id FROM removed WHERE at < ? ORDER BY at LIMIT ?) \
             RETURNING {OF_REMOVED}"
        );
        let rows: Vec<Columns> = sqlx::query_as(AssertSqlSafe(delete))
            .bind(before.cast_signed())
            .bind(limit)
            .fetch_all(&self.pool)
            .await?;
        Ok(rows.into_iter().map(Removed::from).collect())
    }

    /// Those of `urls` that an unfinished download is of.
    pub async fn wanted(&self, urls: &[&str]) -> sqlx::Result<HashSet<String>> {
        let select = "SELECT url FROM downloads WHERE rest <> 'completed' \
                      AND url IN (SELECT value FROM json_each(?))";
        let wanted: Vec<String> = sqlx::query_scalar(select).bind(Json(urls)).fetch_all(&self.pool).await?;
        Ok(wanted.into_iter().collect())
    }

    async fn shape(&self) -> sqlx::Result<&Shape> {
        self.shape.get_or_try_init(|| Shape::read(&self.pool)).await
    }
}

impl From<Columns> for Removed {
    fn from((id, at, fate, url, part, path, rest, received): Columns) -> Self {
        Self {
            id: DownloadId(id),
            at: at.cast_unsigned(),
            is_trashed: fate == "trash",
            url,
            part: part.map(PathBuf::from),
            path: path.map(PathBuf::from),
            is_completed: rest == "completed",
            received: received.cast_unsigned(),
        }
    }
}

#[cfg(test)]
mod tests;
