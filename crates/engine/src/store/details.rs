//! All about one download, and the log of what happened to it.

use haul_core::{Details, DownloadId, LogEntry, LogLine, Rest, SegmentRow, Timestamp, Validator};
use sqlx::types::Json;

use super::Store;
use super::view::row_of;

/// Lines of log that are shown, and kept, of one download.
const LOG_LINES: i64 = 500;

impl Store {
    pub async fn details(&self, id: DownloadId) -> sqlx::Result<Option<Details>> {
        let Some(download) = self.download(id).await? else { return Ok(None) };
        let log = self.log(id).await?;
        let resource = download.resource.clone().unwrap_or_default();
        let path = match &download.rest {
            Rest::Completed { path } => Some(path.clone()),
            Rest::Queued | Rest::Paused | Rest::Failed { .. } => download.part.clone(),
        };
        let whole = |size| SegmentRow { start: 0, end: size, received: size, active: false };
        let segments = match (&download.rest, download.size()) {
            (Rest::Completed { .. }, Some(size)) => vec![whole(size)],
            _ => Vec::new(),
        };
        Ok(Some(Details {
            row: row_of(&download),
            final_url: download.resource.is_some().then_some(resource.final_url),
            path,
            content_type: resource.content_type,
            validator: resource
                .validator
                .map(|(Validator::Etag(value) | Validator::LastModified(value))| value),
            checksum: download.options.checksum.clone(),
            segments,
            log,
        }))
    }

    async fn log(&self, id: DownloadId) -> sqlx::Result<Vec<LogLine>> {
        let mut lines: Vec<(i64, String)> =
            sqlx::query_as("SELECT at, entry FROM log WHERE download = ? ORDER BY rowid DESC LIMIT ?")
                .bind(id.0)
                .bind(LOG_LINES)
                .fetch_all(&self.pool)
                .await?;
        lines.reverse();
        // A line that another version wrote and this one cannot read is left out.
        let read = |(at, entry): (i64, String)| {
            Some(LogLine { at: at.cast_unsigned(), entry: serde_json::from_str(&entry).ok()? })
        };
        Ok(lines.into_iter().filter_map(read).collect())
    }

    /// Adds lines to the logs in one transaction, and forgets the oldest of each download beyond [`LOG_LINES`].
    pub async fn add_log(&self, lines: &[(DownloadId, Timestamp, LogEntry)]) -> sqlx::Result<()> {
        let mut transaction = self.quick.begin().await?;
        for (id, at, entry) in lines {
            sqlx::query("INSERT INTO log (download, at, entry) SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM downloads WHERE id = ?1)")
                .bind(id.0)
                .bind(at.cast_signed())
                .bind(Json(entry))
                .execute(&mut *transaction)
                .await?;
            sqlx::query(
                "DELETE FROM log WHERE download = ?1 AND rowid <= \
                 (SELECT rowid FROM log WHERE download = ?1 ORDER BY rowid DESC LIMIT 1 OFFSET ?2)",
            )
            .bind(id.0)
            .bind(LOG_LINES)
            .execute(&mut *transaction)
            .await?;
        }
        transaction.commit().await
    }
}
