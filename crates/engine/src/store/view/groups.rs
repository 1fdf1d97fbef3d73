//! A view under headings: its rows are put below each in the order that they have.

use haul_core::{Group, Grouping, Sort, SortKey};
use sqlx::SqliteConnection;
use sqlx::types::Json;
use std::collections::HashMap;

use super::found::numbers;

/// A view as a whole.
#[derive(Debug, Default)]
pub struct Grouped {
    pub ids: Vec<u32>,
    /// None unless it is grouped.
    pub groups: Vec<Group>,
}

impl Grouped {
    pub fn total(&self) -> u32 {
        count(&self.ids)
    }
}

/// Puts `ids` under their headings. What has no such value comes last.
pub async fn divide(
    reading: &mut SqliteConnection,
    ids: Vec<u32>,
    by: Grouping,
    sort: Sort,
) -> sqlx::Result<Grouped> {
    let mut headings = match by {
        Grouping::None => return Ok(Grouped { ids, groups: Vec::new() }),
        Grouping::Day => days(reading).await?,
        Grouping::Host => values(reading, "host").await?,
        Grouping::Folder => values(reading, "folder").await?,
        Grouping::Kind => values(reading, "kind").await?,
        Grouping::Tag => tags(reading).await?,
        Grouping::Queue => queues(reading).await?,
    };
    if by == Grouping::Day && sort.key == SortKey::Finished && !sort.descending {
        headings.reverse();
    }
    let heading_of: HashMap<u32, usize> =
        (0..).zip(&headings).flat_map(|(place, (_, ids))| ids.iter().map(move |id| (*id, place))).collect();
    let mut below: Vec<Vec<u32>> = vec![Vec::new(); headings.len() + 1];
    for id in ids {
        let place = heading_of.get(&id).copied().unwrap_or(headings.len());
        if let Some(below) = below.get_mut(place) {
            below.push(id);
        }
    }
    let keys = headings.into_iter().map(|(key, _)| key).chain([String::new()]);
    let mut grouped = Grouped::default();
    for (key, below) in keys.zip(below).filter(|(_, below)| !below.is_empty()) {
        grouped.groups.push(Group { key, first: count(&grouped.ids), count: count(&below) });
        grouped.ids.extend(below);
    }
    Ok(grouped)
}

fn count(ids: &[u32]) -> u32 {
    u32::try_from(ids.len()).unwrap_or(u32::MAX)
}

/// What stands over downloads, and their ids.
pub type Heading = (String, Vec<u32>);

/// All downloads by the day on which they were finished, the latest first. From one day to the day before it is a step along
/// an index, so that no row is asked for its day.
async fn days(reading: &mut SqliteConnection) -> sqlx::Result<Vec<Heading>> {
    const START: &str = "unixepoch(date(latest / 1000, 'unixepoch', 'localtime'), 'utc') * 1000";
    let select = format!(
        "WITH RECURSIVE days (latest) AS (SELECT max(finished) FROM downloads UNION ALL \
             SELECT (SELECT max(finished) FROM downloads WHERE finished < min({START}, latest)) FROM days \
             WHERE latest IS NOT NULL) \
         SELECT json_group_array(json_array(date(latest / 1000, 'unixepoch', 'localtime'), \
             (SELECT group_concat(id) FROM downloads WHERE finished BETWEEN min({START}, latest) AND latest))) \
         FROM days WHERE latest IS NOT NULL"
    );
    headings(reading, select).await
}

/// All downloads by a column that has an index, in its order.
async fn values(reading: &mut SqliteConnection, column: &str) -> sqlx::Result<Vec<Heading>> {
    let select = format!(
        "SELECT json_group_array(json_array(value, ids)) FROM \
         (SELECT {column} AS value, group_concat(id) AS ids FROM downloads GROUP BY {column} ORDER BY {column})"
    );
    headings(reading, select).await
}

/// All downloads that have a tag by the first of each.
async fn tags(reading: &mut SqliteConnection) -> sqlx::Result<Vec<Heading>> {
    let select = "SELECT json_group_array(json_array(tag, ids)) FROM \
                  (SELECT tag, group_concat(download) AS ids FROM \
                      (SELECT min(tag) AS tag, download FROM tags GROUP BY download) \
                   GROUP BY tag COLLATE NOCASE ORDER BY tag COLLATE NOCASE)";
    headings(reading, select.to_owned()).await
}

/// All downloads by their queues, in the order of these.
async fn queues(reading: &mut SqliteConnection) -> sqlx::Result<Vec<Heading>> {
    let select = "SELECT json_group_array(json_array(queue, ids)) FROM \
                  (SELECT CAST(downloads.queue AS TEXT) AS queue, group_concat(downloads.id) AS ids \
                   FROM downloads LEFT JOIN queues ON queues.id = downloads.queue \
                   GROUP BY downloads.queue ORDER BY queues.position NULLS LAST, downloads.queue)";
    headings(reading, select.to_owned()).await
}

/// All downloads by the names of their queues, as those are compared.
pub async fn queue_names(reading: &mut SqliteConnection) -> sqlx::Result<Vec<Heading>> {
    let select = "SELECT json_group_array(json_array(name, ids)) FROM \
                  (SELECT lower(coalesce(settings ->> 'name', '')) AS name, ids FROM \
                      (SELECT queue, group_concat(id) AS ids FROM downloads GROUP BY queue) AS of_queue \
                   LEFT JOIN queues ON queues.id = of_queue.queue ORDER BY name)";
    headings(reading, select.to_owned()).await
}

async fn headings(reading: &mut SqliteConnection, select: String) -> sqlx::Result<Vec<Heading>> {
    let select = sqlx::query_scalar(sqlx::AssertSqlSafe(select));
    let Json(headings): Json<Vec<(Option<String>, String)>> = select.fetch_one(reading).await?;
    Ok(headings.into_iter().map(|(key, ids)| (key.unwrap_or_default(), numbers(&ids))).collect())
}
