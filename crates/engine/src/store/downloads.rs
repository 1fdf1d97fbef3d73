//! Downloads as rows: load, insert, save, move, delete.
//!
//! A statement costs a hop to SQLite's thread and back, which is more than a row costs. So each takes any number of rows:
//! new ones as one list of values, all else as JSON that SQLite takes apart.

use futures::TryStreamExt;
use haul_core::download::link_of;
use haul_core::{Download, DownloadId, DownloadRow, Failure, LogEntry, QueueId, Resting, Timestamp};
use sqlx::types::Json;
use sqlx::{AssertSqlSafe, QueryBuilder, Row, Sqlite, SqliteExecutor, Transaction};
use std::collections::BTreeMap;
use std::path::PathBuf;

use super::facets;
use super::row::{AS_JSON, Kept, Saved, downloads_in, rest_name};
use super::tags::insert_tags;
use super::view::row_of;
use super::{Store, writing};

/// Rows that one statement inserts: thirteen values each, and SQLite binds 32,766.
const ROWS_AT_ONCE: usize = 1000;

/// All that the dispatcher keeps of a download that merely waits.
#[derive(Debug)]
pub struct Unfinished {
    pub id: DownloadId,
    pub queue: QueueId,
    pub position: i64,
    pub starts: Option<Timestamp>,
    pub resting: Resting,
    pub part: Option<PathBuf>,
    pub failure: Option<Failure>,
}

impl Store {
    /// Hands out everything that is not completed, one by one and in no order.
    pub async fn unfinished(&self, mut each: impl FnMut(Unfinished)) -> sqlx::Result<()> {
        // A failure is read to know whether it can be.
        let statement = "SELECT id, queue, position, starts, rest, part, CASE rest WHEN 'failed' THEN failure END AS failure \
                         FROM downloads WHERE rest <> 'completed'";
        let mut rows = sqlx::query(statement).fetch(&self.pool);
        while let Some(row) = rows.try_next().await? {
            let (resting, failure) = match row.try_get("rest")? {
                "paused" => (Resting::Paused, None),
                "failed" => match row.try_get::<Option<Json<Failure>>, _>("failure") {
                    Ok(Some(Json(failure))) => (Resting::Failed, Some(failure)),
                    // As when the whole of it is read.
                    Ok(None) | Err(_) => (Resting::Paused, None),
                },
                _ => (Resting::Queued, None),
            };
            each(Unfinished {
                id: DownloadId(row.try_get("id")?),
                queue: QueueId(row.try_get("queue")?),
                position: row.try_get("position")?,
                starts: row.try_get::<Option<i64>, _>("starts")?.map(i64::cast_unsigned),
                resting,
                part: row.try_get::<Option<String>, _>("part")?.map(PathBuf::from),
                failure,
            });
        }
        Ok(())
    }

    /// Those of `ids` that there are.
    pub async fn downloads(&self, ids: &[DownloadId]) -> sqlx::Result<Vec<Download>> {
        downloads_of(&self.pool, ids).await
    }

    /// The same as the list shows them when they do not run.
    pub async fn rows(&self, ids: &[DownloadId]) -> sqlx::Result<Vec<DownloadRow>> {
        Ok(self.downloads(ids).await?.iter().map(row_of).collect())
    }

    pub async fn download(&self, id: DownloadId) -> sqlx::Result<Option<Download>> {
        Ok(self.downloads(&[id]).await?.pop())
    }

    /// The first of `ids` that there is not.
    pub async fn missing(&self, ids: &[DownloadId]) -> sqlx::Result<Option<DownloadId>> {
        let missing: Option<u32> = sqlx::query_scalar(
            "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM downloads) ORDER BY key LIMIT 1",
        )
        .bind(Json(ids))
        .fetch_optional(&self.pool)
        .await?;
        Ok(missing.map(DownloadId))
    }

    pub async fn completed_count(&self) -> sqlx::Result<u32> {
        sqlx::query_scalar("SELECT count FROM counts WHERE rest = 'completed'").fetch_one(&self.pool).await
    }

    /// Adds these in one transaction and gives each its id. Only what a new download has is written.
    pub async fn insert(&self, downloads: &mut [Download]) -> sqlx::Result<()> {
        let mut transaction = writing(&self.pool).await?;
        let last: Option<u32> =
            sqlx::query_scalar("SELECT seq FROM sqlite_sequence WHERE name = 'downloads'")
                .fetch_optional(&mut *transaction)
                .await?;
        for (id, download) in (last.unwrap_or(0) + 1..).zip(downloads.iter_mut()) {
            download.id = DownloadId(id);
        }
        for rows in downloads.chunks(ROWS_AT_ONCE) {
            insert_rows(&mut transaction, rows).await?;
        }
        insert_tags(&mut transaction, downloads).await?;
        count_added(&mut transaction, downloads).await?;
        facets::count_added(&mut transaction, downloads).await?;
        transaction.commit().await?;
        self.finder.changes.note();
        self.folders.note(downloads).await;
        Ok(())
    }

    /// Writes all that can change of these but their positions, in one transaction.
    pub async fn save(&self, downloads: &[Download]) -> sqlx::Result<()> {
        let mut transaction = writing(&self.pool).await?;
        save_rows(&mut transaction, downloads.iter()).await?;
        transaction.commit().await?;
        self.finder.changes.note();
        Ok(())
    }

    /// Lets `ids` rest at `resting`, and writes `entry` into the log of each. What is not queued has no time to start at.
    pub async fn save_resting(
        &self,
        ids: &[DownloadId],
        resting: Resting,
        at: Timestamp,
        entry: &LogEntry,
    ) -> sqlx::Result<()> {
        let name = match resting {
            Resting::Queued => "queued",
            Resting::Paused => "paused",
            Resting::Failed => "failed",
        };
        let mut transaction = writing(&self.pool).await?;
        sqlx::query(
            "UPDATE downloads SET rest = ?2, failure = NULL, starts = CASE ?2 WHEN 'queued' THEN starts END \
             WHERE id IN (SELECT value FROM json_each(?1))",
        )
        .bind(Json(ids))
        .bind(name)
        .execute(&mut *transaction)
        .await?;
        sqlx::query("INSERT INTO log (download, at, entry) SELECT value, ?2, ?3 FROM json_each(?1)")
            .bind(Json(ids))
            .bind(at.cast_signed())
            .bind(Json(entry))
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        self.finder.changes.note();
        Ok(())
    }

    /// Puts completed ones back into the queue, each at its position, with all that changed.
    pub async fn save_revived(&self, downloads: &[Download]) -> sqlx::Result<()> {
        let positions: Vec<(DownloadId, i64)> =
            downloads.iter().map(|download| (download.id, download.position)).collect();
        let mut transaction = writing(&self.pool).await?;
        set_positions(&mut transaction, &positions).await?;
        save_rows(&mut transaction, downloads.iter()).await?;
        transaction.commit().await?;
        self.finder.changes.note();
        Ok(())
    }

    pub async fn save_positions(&self, positions: &[(DownloadId, i64)]) -> sqlx::Result<()> {
        let mut transaction = writing(&self.pool).await?;
        set_positions(&mut transaction, positions).await?;
        transaction.commit().await?;
        self.finder.changes.note();
        Ok(())
    }

    /// Fills in what older versions had no column for: the kind, as `kind_of` says, and the link. A few thousand rows a
    /// transaction, so that a start that is cut short goes on with the rest.
    pub async fn fill_in(&self, kind_of: impl Fn(&Download) -> String) -> sqlx::Result<()> {
        loop {
            let select = "SELECT id FROM downloads WHERE kind IS NULL LIMIT 5000";
            let ids: Vec<u32> = sqlx::query_scalar(select).fetch_all(&self.pool).await?;
            if ids.is_empty() {
                return Ok(());
            }
            let ids: Vec<DownloadId> = ids.into_iter().map(DownloadId).collect();
            let filled: Vec<(DownloadId, String, i64)> = self
                .downloads(&ids)
                .await?
                .iter()
                .map(|download| (download.id, kind_of(download), link_of(&download.url)))
                .collect();
            sqlx::query(
                "WITH new AS MATERIALIZED (SELECT value FROM json_each(?)) \
                 UPDATE downloads SET kind = new.value ->> 1, link = new.value ->> 2 \
                 FROM new WHERE downloads.id = new.value ->> 0",
            )
            .bind(Json(filled))
            .execute(&self.pool)
            .await?;
        }
    }

    /// Deletes those of `ids` that there are, and says which.
    pub async fn delete(&self, ids: &[DownloadId]) -> sqlx::Result<Vec<DownloadId>> {
        let statement = "DELETE FROM downloads WHERE id IN (SELECT value FROM json_each(?)) RETURNING id";
        let deleted: Vec<u32> = sqlx::query_scalar(statement).bind(Json(ids)).fetch_all(&self.pool).await?;
        self.finder.changes.note();
        Ok(deleted.into_iter().map(DownloadId).collect())
    }
}

/// Those of `ids` that there are, in no order.
pub(super) async fn downloads_of(
    reading: impl SqliteExecutor<'_>,
    ids: &[DownloadId],
) -> sqlx::Result<Vec<Download>> {
    let select = format!("SELECT {AS_JSON} FROM downloads WHERE id IN (SELECT value FROM json_each(?))");
    let text: String = sqlx::query_scalar(AssertSqlSafe(select)).bind(Json(ids)).fetch_one(reading).await?;
    downloads_in(&text)
}

async fn insert_rows(transaction: &mut Transaction<'_, Sqlite>, rows: &[Download]) -> sqlx::Result<()> {
    let mut insert = QueryBuilder::new(
        "INSERT INTO downloads (id, queue, position, starts, rest, name, url, host, folder, options, created, kind, link) ",
    );
    insert.push_values(rows, |mut values, download| {
        values
            .push_bind(download.id.0)
            .push_bind(download.queue.0)
            .push_bind(download.position)
            .push_bind(download.starts.map(u64::cast_signed))
            .push_bind(rest_name(&download.rest))
            .push_bind(&download.name)
            .push_bind(&download.url)
            .push_bind(download.host())
            .push_bind(download.folder.to_string_lossy())
            .push_bind(Json(Kept::of(&download.options)))
            .push_bind(download.created.cast_signed())
            .push_bind(&download.kind)
            .push_bind(link_of(&download.url));
    });
    // A statement this long is not worth keeping.
    insert.build().persistent(false).execute(&mut **transaction).await?;
    Ok(())
}

/// All other changes of the counts are the triggers' work.
pub(super) async fn count_added(
    transaction: &mut Transaction<'_, Sqlite>,
    added: &[Download],
) -> sqlx::Result<()> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for download in added {
        *counts.entry(rest_name(&download.rest)).or_default() += 1;
    }
    for (rest, count) in counts {
        sqlx::query("UPDATE counts SET count = count + ? WHERE rest = ?")
            .bind(count)
            .bind(rest)
            .execute(&mut **transaction)
            .await?;
    }
    Ok(())
}

/// Writes all that can change of these but what a person says of its place: the queue, the position, the time to start at.
/// What is completed leaves the queue: its position is behind all that wait, the
/// latest first.
pub(super) async fn save_rows(
    transaction: &mut Transaction<'_, Sqlite>,
    downloads: impl Iterator<Item = &Download>,
) -> sqlx::Result<()> {
    let saved: Vec<Saved<'_>> = downloads.map(Saved::of).collect();
    sqlx::query(
        // Materialized: else each column takes the whole text apart once more.
        "WITH new AS MATERIALIZED (SELECT value FROM json_each(?)) \
         UPDATE downloads SET rest = new.value ->> 'rest', name = new.value ->> 'name', url = new.value ->> 'url', host = new.value ->> 'host', \
         folder = new.value ->> 'folder', part = new.value ->> 'part', path = new.value ->> 'path', \
         size = new.value ->> 'size', received = new.value ->> 'received', failure = new.value ->> 'failure', \
         resource = new.value ->> 'resource', options = new.value ->> 'options', finished = new.value ->> 'finished', \
         kind = new.value ->> 'kind', link = new.value ->> 'link', \
         position = CASE new.value ->> 'rest' WHEN 'completed' \
             THEN 0x4000000000000000 - coalesce(new.value ->> 'finished', 0) ELSE position END, \
         starts = CASE new.value ->> 'rest' WHEN 'queued' THEN starts END, \
         progress = CASE new.value ->> 'rest' WHEN 'completed' THEN 1.0 \
             ELSE 1.0 * (new.value ->> 'received') / max(new.value ->> 'size', 1) END \
         FROM new WHERE downloads.id = new.value ->> 'id'",
    )
    .bind(Json(saved))
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

async fn set_positions(
    transaction: &mut Transaction<'_, Sqlite>,
    positions: &[(DownloadId, i64)],
) -> sqlx::Result<()> {
    sqlx::query(
        "UPDATE downloads SET position = new.value ->> 1 FROM json_each(?) AS new WHERE downloads.id = new.value ->> 0",
    )
    .bind(Json(positions))
    .execute(&mut **transaction)
    .await?;
    Ok(())
}
