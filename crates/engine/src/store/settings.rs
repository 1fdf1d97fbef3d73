//! The settings: one JSON value.

use haul_core::Settings;
use sqlx::types::Json;

use super::Store;

impl Store {
    /// As saved; none at the first start, or when what is there cannot be read any more.
    pub async fn settings(&self) -> sqlx::Result<Option<Settings>> {
        let saved: Option<String> =
            sqlx::query_scalar("SELECT value FROM settings").fetch_optional(&self.pool).await?;
        Ok(saved.and_then(|text| serde_json::from_str(&text).ok()))
    }

    pub async fn save_settings(&self, settings: &Settings) -> sqlx::Result<()> {
        sqlx::query("INSERT OR REPLACE INTO settings (only_row, value) VALUES (1, ?)")
            .bind(Json(settings))
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}
