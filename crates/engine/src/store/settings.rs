//! The settings: one JSON value, but for what is a secret.

use haul_core::Settings;
use serde_json::{Map, Value};
use sqlx::types::Json;

use super::Store;

impl Store {
    /// As saved, and the fields that cannot be read and have their defaults; none at the first start.
    pub async fn settings(&self) -> sqlx::Result<Option<(Settings, Vec<String>)>> {
        let saved: Option<String> =
            sqlx::query_scalar("SELECT value FROM settings").fetch_optional(&self.pool).await?;
        let Some((mut settings, unreadable)) = saved.map(|text| read(&text)) else { return Ok(None) };
        self.secrets.put_back(&mut settings.hosts).await;
        Ok(Some((settings, unreadable)))
    }

    /// All but the log-in of a proxy, which is kept in memory only.
    pub async fn save_settings(&self, settings: &Settings) -> sqlx::Result<()> {
        let mut open = Settings { proxy: settings.proxy.without_login(), ..settings.clone() };
        self.secrets.keep(&mut open.hosts).await.map_err(sqlx::Error::Io)?;
        sqlx::query("INSERT OR REPLACE INTO settings (only_row, value) VALUES (1, ?)")
            .bind(Json(open))
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}

/// What earlier versions called otherwise, and what it is called now.
const RENAMED: [(&str, &str); 1] = [("notify", "afterFinishing")];

/// One value that cannot be read costs itself and not all others.
fn read(text: &str) -> (Settings, Vec<String>) {
    let mut saved: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
    for (before, now) in RENAMED {
        if let Some(value) = saved.remove(before) {
            saved.entry(now).or_insert(value);
        }
    }
    let is_readable = |key: &String, value: &Value| {
        let alone = Map::from_iter([(key.clone(), value.clone())]);
        serde_json::from_value::<Settings>(alone.into()).is_ok()
    };
    let unreadable: Vec<String> =
        saved.iter().filter(|(key, value)| !is_readable(key, value)).map(|(key, _)| key.clone()).collect();
    saved.retain(|key, _| !unreadable.contains(key));
    (serde_json::from_value(saved.into()).unwrap_or_default(), unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use haul_core::settings::AfterFinishing;

    #[test]
    fn a_value_that_cannot_be_read_costs_only_itself() {
        let (settings, unreadable) =
            read(r#"{"downloadsAtOnce":3,"maxTries":-1,"theme":"pink","limit":"fast","fromTheFuture":[1]}"#);
        let usual = Settings::default();
        assert_eq!((settings.downloads_at_once, settings.max_tries), (3, usual.max_tries));
        assert_eq!((settings.theme, settings.limit), (usual.theme, None));
        assert_eq!(unreadable, ["limit", "maxTries", "theme"]);
    }

    #[test]
    fn a_name_of_an_earlier_version_means_what_it_did() {
        let after = |text| read(text).0.after_finishing;
        assert_eq!(after(r#"{"notify":false}"#), AfterFinishing::Nothing);
        assert_eq!(after(r#"{"notify":true}"#), AfterFinishing::Notify);
        assert_eq!(after(r#"{"notify":false,"afterFinishing":"open"}"#), AfterFinishing::Open);
        assert_eq!(read(r#"{"notify":"loud"}"#).1, ["afterFinishing"]);
    }

    #[test]
    fn what_is_no_json_gives_the_defaults() {
        assert_eq!(read("rubbish"), (Settings::default(), vec![]));
    }
}
