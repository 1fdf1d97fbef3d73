//! Downloads as rows: load, insert, save, delete.

use haul_core::{Download, DownloadId, Options, Resource, Rest};
use sqlx::sqlite::SqliteRow;
use sqlx::types::Json;
use sqlx::{FromRow, Row, Sqlite, Transaction};
use std::path::PathBuf;

use super::Store;

/// A request header whose name has one of these in it is a secret: kept in memory while the engine runs, never in the
/// database.
const SECRETS: [&str; 6] = ["auth", "cookie", "token", "key", "secret", "password"];

impl Store {
    /// Everything that is not completed, in queue order.
    pub async fn unfinished(&self) -> sqlx::Result<Vec<Download>> {
        let rows: Vec<Stored> =
            sqlx::query_as("SELECT * FROM downloads WHERE rest <> 'completed' ORDER BY position")
                .fetch_all(&self.pool)
                .await?;
        Ok(rows.into_iter().map(|Stored(download)| download).collect())
    }

    pub async fn download(&self, id: DownloadId) -> sqlx::Result<Option<Download>> {
        let row: Option<Stored> = sqlx::query_as("SELECT * FROM downloads WHERE id = ?")
            .bind(id.0)
            .fetch_optional(&self.pool)
            .await?;
        Ok(row.map(|Stored(download)| download))
    }

    pub async fn completed_count(&self) -> sqlx::Result<u32> {
        sqlx::query_scalar("SELECT count(*) FROM downloads WHERE rest = 'completed'")
            .fetch_one(&self.pool)
            .await
    }

    /// Adds these in one transaction and gives each its id.
    pub async fn insert(&self, downloads: &mut [Download]) -> sqlx::Result<()> {
        let mut transaction = self.pool.begin().await?;
        for download in downloads.iter_mut() {
            let id: u32 = sqlx::query_scalar(
                "INSERT INTO downloads (position, rest, name, url, host, folder, options, created) \
                 VALUES (?, 'queued', ?, ?, ?, '', '{}', ?) RETURNING id",
            )
            .bind(download.position)
            .bind(&download.name)
            .bind(&download.url)
            .bind(download.host())
            .bind(download.created.cast_signed())
            .fetch_one(&mut *transaction)
            .await?;
            download.id = DownloadId(id);
            write(&mut transaction, download).await?;
        }
        transaction.commit().await?;
        self.folders.note(downloads).await;
        Ok(())
    }

    /// Writes all that can change of these, in one transaction.
    pub async fn save(&self, downloads: &[Download]) -> sqlx::Result<()> {
        let mut transaction = self.pool.begin().await?;
        for download in downloads {
            write(&mut transaction, download).await?;
        }
        transaction.commit().await
    }

    /// Writes how far running downloads came; their part files know exactly.
    pub async fn save_received(&self, received: &[(DownloadId, u64)]) -> sqlx::Result<()> {
        let mut transaction = self.quick.begin().await?;
        for (id, received) in received {
            sqlx::query("UPDATE downloads SET received = ? WHERE id = ?")
                .bind(received.cast_signed())
                .bind(id.0)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await
    }

    pub async fn save_positions(&self, positions: &[(DownloadId, i64)]) -> sqlx::Result<()> {
        let mut transaction = self.pool.begin().await?;
        for (id, position) in positions {
            sqlx::query("UPDATE downloads SET position = ? WHERE id = ?")
                .bind(position)
                .bind(id.0)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await
    }

    /// Whether it was there.
    pub async fn delete(&self, id: DownloadId) -> sqlx::Result<bool> {
        let deleted =
            sqlx::query("DELETE FROM downloads WHERE id = ?").bind(id.0).execute(&self.pool).await?;
        Ok(deleted.rows_affected() > 0)
    }
}

async fn write(transaction: &mut Transaction<'_, Sqlite>, download: &Download) -> sqlx::Result<()> {
    let (rest, failure, path) = match &download.rest {
        Rest::Queued => ("queued", None, None),
        Rest::Paused => ("paused", None, None),
        Rest::Failed { failure } => ("failed", Some(Json(failure)), None),
        Rest::Completed { path } => ("completed", None, Some(path.to_string_lossy())),
    };
    sqlx::query(
        "UPDATE downloads SET position = ?, rest = ?, name = ?, folder = ?, part = ?, path = ?, size = ?, received = ?, \
         failure = ?, resource = ?, options = ?, finished = ? WHERE id = ?",
    )
    .bind(download.position)
    .bind(rest)
    .bind(&download.name)
    .bind(download.folder.to_string_lossy())
    .bind(download.part.as_ref().map(|part| part.to_string_lossy()))
    .bind(path)
    .bind(download.size().map(u64::cast_signed))
    .bind(download.received.cast_signed())
    .bind(failure)
    .bind(download.resource.as_ref().map(Json))
    .bind(Json(without_secrets(&download.options)))
    .bind(download.finished.map(u64::cast_signed))
    .bind(download.id.0)
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

fn without_secrets(options: &Options) -> Options {
    let mut options = options.clone();
    let is_secret = |name: &str| SECRETS.iter().any(|word| name.to_ascii_lowercase().contains(word));
    options.headers.retain(|(name, _)| !is_secret(name));
    options
}

/// A row as a download.
pub(super) struct Stored(pub Download);

impl FromRow<'_, SqliteRow> for Stored {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        let rest = match row.try_get("rest")? {
            "paused" => Rest::Paused,
            "completed" => {
                Rest::Completed { path: row.try_get::<Option<String>, _>("path")?.unwrap_or_default().into() }
            }
            "failed" => match row.try_get::<Option<Json<_>>, _>("failure") {
                Ok(Some(Json(failure))) => Rest::Failed { failure },
                // Written by another version: trying again finds out anew what is wrong.
                Ok(None) | Err(_) => Rest::Paused,
            },
            _ => Rest::Queued,
        };
        // What another version or a bad disk wrote and this one cannot read costs the option, not the list.
        let Json(options) = row.try_get::<Json<Options>, _>("options").unwrap_or_default();
        let resource = row.try_get::<Option<Json<Resource>>, _>("resource").unwrap_or_default();
        Ok(Stored(Download {
            id: DownloadId(row.try_get("id")?),
            position: row.try_get("position")?,
            rest,
            url: row.try_get("url")?,
            folder: row.try_get::<String, _>("folder")?.into(),
            name: row.try_get("name")?,
            part: row.try_get::<Option<String>, _>("part")?.map(PathBuf::from),
            resource: resource.map(|Json(resource)| resource),
            received: row.try_get::<i64, _>("received")?.cast_unsigned(),
            options,
            created: row.try_get::<i64, _>("created")?.cast_unsigned(),
            finished: row.try_get::<Option<i64>, _>("finished")?.map(i64::cast_unsigned),
        }))
    }
}
