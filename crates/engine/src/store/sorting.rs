//! All rows sorted into kinds anew, a portion at a time, when kinds are others than before: none keeps one that is no more.

use haul_core::rules::Sorter;
use haul_core::{Download, DownloadId};
use sqlx::types::Json;
use std::time::Duration;
use tokio::time::sleep;

use super::{Store, writing};

/// Rows that are read at once, and how long others have the list to themselves in between.
const STEP: u32 = 1000;
const PAUSE: Duration = Duration::from_millis(10);

impl Store {
    /// Whether any row is of a kind that `sorter` does not know.
    pub async fn has_lost_kinds(&self, sorter: &Sorter) -> sqlx::Result<bool> {
        let kinds: Vec<String> =
            sqlx::query_scalar("SELECT DISTINCT kind FROM downloads WHERE kind IS NOT NULL")
                .fetch_all(&self.pool)
                .await?;
        let is_known = |kind: &String| kind == haul_core::kind::OTHER || sorter.kinds.get(kind).is_some();
        Ok(!kinds.iter().all(is_known))
    }

    /// Gives every row the kind that `kind_of` says. Answers whether any is another than before.
    pub async fn sort_anew(&self, kind_of: impl Fn(&Download) -> String) -> sqlx::Result<bool> {
        let (mut after, mut any) = (0, false);
        loop {
            let select = "SELECT id FROM downloads WHERE id > ? ORDER BY id LIMIT ?";
            let ids: Vec<u32> =
                sqlx::query_scalar(select).bind(after).bind(STEP).fetch_all(&self.pool).await?;
            let Some(last) = ids.last() else { return Ok(any) };
            after = *last;
            let ids: Vec<DownloadId> = ids.into_iter().map(DownloadId).collect();
            let downloads = self.downloads(&ids).await?;
            let other = downloads.iter().filter_map(|download| {
                let kind = kind_of(download);
                (kind != download.kind).then_some((download.id, kind, &download.kind))
            });
            let other: Vec<(DownloadId, String, &String)> = other.collect();
            if !other.is_empty() {
                any = true;
                self.set_kinds(&other).await?;
            }
            sleep(PAUSE).await;
        }
    }

    /// What was sorted by somebody else meanwhile stays.
    async fn set_kinds(&self, kinds: &[(DownloadId, String, &String)]) -> sqlx::Result<()> {
        let mut transaction = writing(&self.quick).await?;
        sqlx::query(
            "WITH new AS MATERIALIZED (SELECT value FROM json_each(?)) UPDATE downloads SET kind = new.value ->> 1 \
             FROM new WHERE downloads.id = new.value ->> 0 AND downloads.kind IS new.value ->> 2",
        )
        .bind(Json(kinds))
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        self.finder.changes.note();
        Ok(())
    }
}
