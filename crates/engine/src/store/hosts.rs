//! What was learned of hosts, from one start to the next.

use haul_core::Timestamp;
use haul_core::host::Learned;
use serde::Serialize;
use sqlx::types::Json;
use sqlx::{Sqlite, Transaction};

use super::{Store, writing};

/// Hosts that are remembered at most; the longest unheard of are forgotten first.
const MOST_HOSTS: u32 = 5000;

/// What was learned of one host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KnownHost {
    /// Host and port.
    pub host: String,
    pub learned: Learned,
    pub at: Timestamp,
}

impl Store {
    /// What was learned since `since`. What is older, or too much, is deleted.
    pub async fn hosts(&self, since: Timestamp) -> sqlx::Result<Vec<KnownHost>> {
        let mut transaction = writing(&self.pool).await?;
        sqlx::query(
            "DELETE FROM hosts WHERE at < ? OR host IN (SELECT host FROM hosts ORDER BY at DESC LIMIT -1 OFFSET ?)",
        )
        .bind(since.cast_signed())
        .bind(MOST_HOSTS)
        .execute(&mut *transaction)
        .await?;
        let rows: Vec<(String, String, i64)> =
            sqlx::query_as("SELECT host, learned, at FROM hosts").fetch_all(&mut *transaction).await?;
        transaction.commit().await?;
        // What another version wrote and this one cannot read is learned anew.
        let known = rows.into_iter().filter_map(|(host, learned, at)| {
            Some(KnownHost { host, learned: serde_json::from_str(&learned).ok()?, at: at.cast_unsigned() })
        });
        Ok(known.collect())
    }
}

pub(super) async fn save_hosts(
    transaction: &mut Transaction<'_, Sqlite>,
    hosts: &[KnownHost],
) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT OR REPLACE INTO hosts (host, learned, at) \
         SELECT value ->> 'host', value ->> 'learned', value ->> 'at' FROM json_each(?)",
    )
    .bind(Json(hosts))
    .execute(&mut **transaction)
    .await?;
    Ok(())
}
