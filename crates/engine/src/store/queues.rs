//! The named queues, and which downloads are in them.

use haul_core::{DownloadId, QueueId, QueueSettings, RemovedQueue, Timestamp};
use sqlx::types::Json;

use super::{Store, writing};

impl Store {
    /// All queues in their order. The default one is always there; what cannot be read of one costs its rules, not the queue.
    pub async fn queues(&self) -> sqlx::Result<Vec<(QueueId, QueueSettings)>> {
        let rows: Vec<(u32, String)> =
            sqlx::query_as("SELECT id, settings FROM queues ORDER BY position, id")
                .fetch_all(&self.pool)
                .await?;
        let mut queues: Vec<(QueueId, QueueSettings)> =
            rows.into_iter().map(|(id, settings)| (QueueId(id), read(id, &settings))).collect();
        if !queues.iter().any(|(id, _)| *id == QueueId::DEFAULT) {
            queues.insert(0, (QueueId::DEFAULT, QueueSettings::default()));
        }
        Ok(queues)
    }

    pub async fn add_queue(&self, settings: &QueueSettings) -> sqlx::Result<QueueId> {
        let id: u32 = sqlx::query_scalar(
            "INSERT INTO queues (position, settings) \
             VALUES ((SELECT coalesce(max(position), 0) + 1 FROM queues), ?) RETURNING id",
        )
        .bind(Json(settings))
        .fetch_one(&self.pool)
        .await?;
        Ok(QueueId(id))
    }

    pub async fn save_queue(&self, id: QueueId, settings: &QueueSettings) -> sqlx::Result<()> {
        sqlx::query("UPDATE queues SET settings = ? WHERE id = ?")
            .bind(Json(settings))
            .bind(id.0)
            .execute(&self.pool)
            .await?;
        // Views may be in the order of names.
        self.finder.changes.note();
        Ok(())
    }

    /// Gives the queues this order.
    pub async fn save_queue_order(&self, ids: &[QueueId]) -> sqlx::Result<()> {
        sqlx::query(
            "UPDATE queues SET position = new.key FROM json_each(?) AS new WHERE queues.id = new.value",
        )
        .bind(Json(ids))
        .execute(&self.pool)
        .await?;
        // Views may have queues as headings.
        self.finder.changes.note();
        Ok(())
    }

    /// Removes a queue, puts its downloads into the default one, and says which those are.
    pub async fn remove_queue(&self, id: QueueId) -> sqlx::Result<Vec<DownloadId>> {
        let mut transaction = writing(&self.pool).await?;
        sqlx::query("DELETE FROM queues WHERE id = ?").bind(id.0).execute(&mut *transaction).await?;
        let moved: Vec<u32> =
            sqlx::query_scalar("UPDATE downloads SET queue = ? WHERE queue = ? RETURNING id")
                .bind(QueueId::DEFAULT.0)
                .bind(id.0)
                .fetch_all(&mut *transaction)
                .await?;
        transaction.commit().await?;
        self.finder.changes.note();
        Ok(moved.into_iter().map(DownloadId).collect())
    }

    /// Brings a removed queue back with its number and, of its downloads, those that are still in the default queue. Answers
    /// with them.
    pub async fn restore_queue(
        &self,
        removed: &RemovedQueue,
        order: &[QueueId],
    ) -> sqlx::Result<Vec<DownloadId>> {
        let mut transaction = writing(&self.pool).await?;
        sqlx::query("INSERT INTO queues (id, position, settings) VALUES (?, 0, ?)")
            .bind(removed.id.0)
            .bind(Json(&removed.settings))
            .execute(&mut *transaction)
            .await?;
        sqlx::query(
            "UPDATE queues SET position = new.key FROM json_each(?) AS new WHERE queues.id = new.value",
        )
        .bind(Json(order))
        .execute(&mut *transaction)
        .await?;
        let moved: Vec<u32> = sqlx::query_scalar(
            "UPDATE downloads SET queue = ?2 WHERE queue = ?3 AND id IN (SELECT value FROM json_each(?1)) RETURNING id",
        )
        .bind(Json(&removed.downloads))
        .bind(removed.id.0)
        .bind(QueueId::DEFAULT.0)
        .fetch_all(&mut *transaction)
        .await?;
        transaction.commit().await?;
        self.finder.changes.note();
        Ok(moved.into_iter().map(DownloadId).collect())
    }

    /// Puts `ids` into a queue, at the places that they have.
    pub async fn assign(&self, ids: &[DownloadId], queue: QueueId) -> sqlx::Result<()> {
        sqlx::query("UPDATE downloads SET queue = ?2 WHERE id IN (SELECT value FROM json_each(?1))")
            .bind(Json(ids))
            .bind(queue.0)
            .execute(&self.pool)
            .await?;
        self.finder.changes.note();
        Ok(())
    }

    /// Lets `ids` start at a time of their own; none: when it is their turn.
    pub async fn save_starts(&self, ids: &[DownloadId], starts: Option<Timestamp>) -> sqlx::Result<()> {
        sqlx::query("UPDATE downloads SET starts = ?2 WHERE id IN (SELECT value FROM json_each(?1))")
            .bind(Json(ids))
            .bind(starts.map(u64::cast_signed))
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}

fn read(id: u32, text: &str) -> QueueSettings {
    serde_json::from_str(text).unwrap_or_else(|error| {
        tracing::warn!(%error, id, "the rules of a queue cannot be read");
        let name = if QueueId(id) == QueueId::DEFAULT { String::new() } else { format!("{id}") };
        QueueSettings::named(name)
    })
}
