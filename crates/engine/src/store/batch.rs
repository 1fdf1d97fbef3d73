//! What gathered since the last time, written in one transaction: a commit waits for the disk, whatever its size.

use haul_core::{Download, DownloadId, LogEntry, Timestamp};
use serde::Serialize;
use sqlx::types::Json;
use sqlx::{Sqlite, Transaction};
use std::collections::HashSet;
use std::sync::Arc;

use super::downloads::save_rows;
use super::hosts::{KnownHost, save_hosts};
use super::ledgers::{KeptHashes, save_hashes};
use super::traffic::{Traffic, add_traffic};
use super::{Store, writing};

/// Lines of log that are shown, and kept, of one download.
pub(super) const LOG_LINES: usize = 500;

/// A line of a download's log that is still to be written.
#[derive(Debug, Serialize)]
pub struct Line {
    pub id: DownloadId,
    pub at: Timestamp,
    pub entry: LogEntry,
}

/// Changes that belong together.
#[derive(Debug)]
pub struct Batch<'a> {
    pub downloads: Vec<Arc<Download>>,
    pub log: &'a [Line],
    /// How far running downloads came; their part files know exactly.
    pub received: Vec<(DownloadId, u64)>,
    /// What was learned of hosts.
    pub hosts: &'a [KnownHost],
    /// Of files that were finished.
    pub hashes: &'a [KeptHashes],
    /// What was received by anybody.
    pub traffic: &'a [Traffic],
}

/// Whether a power cut may take the last moments back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// The commit returns when it is on disk.
    Lasting,
    /// For progress and logs: no commit waits for the disk.
    Quick,
}

impl Store {
    pub async fn write(&self, batch: &Batch<'_>, durability: Durability) -> sqlx::Result<()> {
        let mut transaction = writing(self.pool_for(durability)).await?;
        // First: what ended since knows better.
        if !batch.received.is_empty() {
            set_received(&mut transaction, &batch.received).await?;
        }
        if !batch.downloads.is_empty() {
            save_rows(&mut transaction, batch.downloads.iter().map(AsRef::as_ref)).await?;
        }
        if !batch.log.is_empty() {
            add_lines(&mut transaction, batch.log).await?;
        }
        if !batch.hosts.is_empty() {
            save_hosts(&mut transaction, batch.hosts).await?;
        }
        if !batch.hashes.is_empty() {
            save_hashes(&mut transaction, batch.hashes).await?;
        }
        if !batch.traffic.is_empty() {
            add_traffic(&mut transaction, batch.traffic).await?;
        }
        transaction.commit().await?;
        match batch {
            Batch { downloads, .. } if !downloads.is_empty() => self.finder.changes.note(),
            Batch { received, .. } if !received.is_empty() => self.finder.changes.note_received(),
            Batch { .. } => {}
        }
        Ok(())
    }
}

async fn set_received(
    transaction: &mut Transaction<'_, Sqlite>,
    received: &[(DownloadId, u64)],
) -> sqlx::Result<()> {
    sqlx::query(
        "UPDATE downloads SET received = new.value ->> 1, progress = 1.0 * (new.value ->> 1) / max(size, 1) \
         FROM json_each(?) AS new WHERE downloads.id = new.value ->> 0",
    )
    .bind(Json(received))
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

/// Adds lines of downloads that are still on the list, and forgets the oldest of each beyond [`LOG_LINES`].
async fn add_lines(transaction: &mut Transaction<'_, Sqlite>, lines: &[Line]) -> sqlx::Result<()> {
    sqlx::query(
        // Materialized: else each column takes the whole text apart once more.
        "WITH new AS MATERIALIZED (SELECT key, value FROM json_each(?)) \
         INSERT INTO log (download, at, entry) \
         SELECT value ->> 'id', value ->> 'at', value ->> 'entry' FROM new \
         WHERE value ->> 'id' IN (SELECT id FROM downloads) ORDER BY key",
    )
    .bind(Json(lines))
    .execute(&mut **transaction)
    .await?;
    let ids: HashSet<DownloadId> = lines.iter().map(|line| line.id).collect();
    sqlx::query(
        "DELETE FROM log WHERE rowid IN (SELECT log.rowid FROM json_each(?1) AS full JOIN log \
         ON log.download = full.value AND log.rowid <= \
         (SELECT rowid FROM log WHERE download = full.value ORDER BY rowid DESC LIMIT 1 OFFSET ?2))",
    )
    .bind(Json(ids))
    .bind(i64::try_from(LOG_LINES).unwrap_or(i64::MAX))
    .execute(&mut **transaction)
    .await?;
    Ok(())
}
