//! What was received, by day, site and kind: added to as bytes come, and never taken from when a download leaves the list.

use haul_core::statistics::Share;
use haul_core::{DownloadId, Statistics, Timestamp};
use serde::Serialize;
use sqlx::types::Json;
use sqlx::{AssertSqlSafe, Sqlite, Transaction};
use std::collections::HashMap;

use super::Store;

/// Sites that the statistics name.
const MOST_HOSTS: u32 = 50;

/// What came since the last time.
#[derive(Debug, Clone, Serialize)]
pub struct Traffic {
    pub day: String,
    pub host: String,
    pub kind: String,
    pub bytes: u64,
    pub files: u32,
}

impl Store {
    /// What was received in these days, each of which is named.
    pub async fn statistics(&self, days: Vec<String>) -> sqlx::Result<Statistics> {
        let since = days.first().cloned().unwrap_or_default();
        let mut by_day: HashMap<String, Share> = self
            .shares("day", &since, u32::MAX)
            .await?
            .into_iter()
            .map(|share| (share.of.clone(), share))
            .collect();
        let share = |of: String| by_day.remove(&of).unwrap_or(Share { of, ..Share::default() });
        Ok(Statistics {
            days: days.into_iter().map(share).collect(),
            hosts: self.shares("host", &since, MOST_HOSTS).await?,
            kinds: self.shares("kind", &since, u32::MAX).await?,
        })
    }

    async fn shares(&self, by: &'static str, since: &str, most: u32) -> sqlx::Result<Vec<Share>> {
        let select = format!(
            "SELECT {by}, sum(bytes), sum(files) FROM traffic WHERE day >= ? GROUP BY {by} ORDER BY 2 DESC, 1 LIMIT ?"
        );
        let rows: Vec<(String, i64, u32)> =
            sqlx::query_as(AssertSqlSafe(select)).bind(since).bind(most).fetch_all(&self.pool).await?;
        Ok(rows
            .into_iter()
            .map(|(of, bytes, files)| Share { of, bytes: bytes.cast_unsigned(), files })
            .collect())
    }

    /// Those that were finished before that.
    pub async fn finished_before(&self, before: Timestamp) -> sqlx::Result<Vec<DownloadId>> {
        let ids: Vec<u32> =
            sqlx::query_scalar("SELECT id FROM downloads WHERE rest = 'completed' AND finished < ?")
                .bind(before.cast_signed())
                .fetch_all(&self.pool)
                .await?;
        Ok(ids.into_iter().map(DownloadId).collect())
    }
}

pub(super) async fn add_traffic(
    transaction: &mut Transaction<'_, Sqlite>,
    traffic: &[Traffic],
) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT INTO traffic (day, host, kind, bytes, files) \
         SELECT value ->> 'day', value ->> 'host', value ->> 'kind', value ->> 'bytes', value ->> 'files' \
         FROM json_each(?) WHERE true \
         ON CONFLICT DO UPDATE SET bytes = bytes + excluded.bytes, files = files + excluded.files",
    )
    .bind(Json(traffic))
    .execute(&mut **transaction)
    .await?;
    Ok(())
}
