//! What downloads have in common beside their states, counted with each change.

use haul_core::{Download, Facet, Facets};
use sqlx::types::Json;
use sqlx::{Sqlite, SqliteConnection, Transaction};
use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Store;

/// So many values of each are offered: more is no choice any more.
const OFFERED: u32 = 30;

/// What is counted, by its name in the table. The triggers count each change and removal of one; adding counts here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Common {
    Folder,
    Host,
    Queue,
    Kind,
}

impl Common {
    const ALL: [Common; 4] = [Common::Folder, Common::Host, Common::Queue, Common::Kind];

    pub fn name(self) -> &'static str {
        match self {
            Self::Folder => "folder",
            Self::Host => "host",
            Self::Queue => "queue",
            Self::Kind => "kind",
        }
    }

    fn of(self, download: &Download) -> Cow<'_, str> {
        match self {
            Self::Folder => download.folder.to_string_lossy(),
            Self::Host => download.host().into(),
            Self::Queue => download.queue.0.to_string().into(),
            Self::Kind => Cow::Borrowed(&download.kind),
        }
    }
}

impl Store {
    /// The most frequent hosts and folders, and all else.
    pub async fn facets(&self) -> sqlx::Result<Facets> {
        let offered = async |common: Common, limit: u32| -> sqlx::Result<Vec<Facet>> {
            let select = "SELECT value, count FROM facets WHERE facet = ? AND count > 0 ORDER BY count DESC, value LIMIT ?";
            let rows: Vec<(String, u32)> =
                sqlx::query_as(select).bind(common.name()).bind(limit).fetch_all(&self.pool).await?;
            Ok(rows.into_iter().map(|(value, count)| Facet { value, count }).collect())
        };
        Ok(Facets {
            folders: offered(Common::Folder, OFFERED).await?,
            hosts: offered(Common::Host, OFFERED).await?,
            queues: offered(Common::Queue, u32::MAX).await?,
            kinds: offered(Common::Kind, u32::MAX).await?,
            tags: self.count_tags().await?,
        })
    }
}

/// All values of one that there are.
pub async fn values(reading: &mut SqliteConnection, common: Common) -> sqlx::Result<Vec<String>> {
    let select = "SELECT json_group_array(value) FROM facets WHERE facet = ? AND count > 0";
    let Json(values) = sqlx::query_scalar(select).bind(common.name()).fetch_one(reading).await?;
    Ok(values)
}

/// Counts what is added, once for each value and not for each row.
pub(super) async fn count_added(
    transaction: &mut Transaction<'_, Sqlite>,
    added: &[Download],
) -> sqlx::Result<()> {
    let mut counts: BTreeMap<(Common, Cow<'_, str>), u32> = BTreeMap::new();
    for download in added {
        for common in Common::ALL {
            *counts.entry((common, common.of(download))).or_default() += 1;
        }
    }
    let counts: Vec<(&str, &str, u32)> =
        counts.iter().map(|((common, value), count)| (common.name(), value.as_ref(), *count)).collect();
    sqlx::query(
        // WHERE: else "ON" could be a join's.
        "INSERT INTO facets SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE 1 \
         ON CONFLICT DO UPDATE SET count = count + excluded.count",
    )
    .bind(Json(counts))
    .execute(&mut **transaction)
    .await?;
    Ok(())
}
