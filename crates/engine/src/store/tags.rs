//! Tags, a row for each download that has one.

use haul_core::tag::{self, TagEdit};
use haul_core::{Download, DownloadId, Facet};
use sqlx::types::Json;
use sqlx::{Sqlite, SqliteConnection, Transaction};
use std::collections::BTreeMap;

use super::view::numbers;
use super::{Store, writing};

/// Downloads by what takes a change of their tags back: what is added then, and what removed.
type Inverses = BTreeMap<(Vec<String>, Vec<String>), Vec<DownloadId>>;

impl Store {
    /// Does `edits` one after the other, of all downloads that there are, and answers with those that take them back.
    pub async fn set_tags(&self, edits: &[TagEdit]) -> sqlx::Result<Vec<TagEdit>> {
        let mut transaction = writing(&self.pool).await?;
        let mut all = Vec::new();
        for edit in edits {
            let inverses = inverses(edit, tags_of(&mut transaction, &edit.ids).await?);
            for ((add, remove), ids) in inverses {
                take_off(&mut transaction, &ids, &add).await?;
                put_on(&mut transaction, &ids, &remove).await?;
                all.push(TagEdit { ids, add, remove });
            }
        }
        transaction.commit().await?;
        self.finder.changes.note();
        // What was done last is taken back first.
        all.reverse();
        Ok(all)
    }

    /// All that have `tag`.
    pub async fn ids_with_tag(&self, tag: &str) -> sqlx::Result<Vec<DownloadId>> {
        let ids = tagged(&mut *self.pool.acquire().await?, tag).await?;
        Ok(ids.into_iter().map(DownloadId).collect())
    }

    /// `tags` as they are written where they are in use already.
    pub async fn spelled(&self, tags: &[String]) -> sqlx::Result<Vec<String>> {
        if tags.is_empty() {
            return Ok(Vec::new());
        }
        let select = "SELECT coalesce((SELECT tag FROM tags WHERE tag = value LIMIT 1), value) \
                      FROM json_each(?) ORDER BY key";
        sqlx::query_scalar(select).bind(Json(tags)).fetch_all(&self.pool).await
    }

    /// How many downloads have each tag. Counted anew: along an index that costs little, and nothing where tags are put on.
    pub(super) async fn count_tags(&self) -> sqlx::Result<Vec<Facet>> {
        let select = "SELECT json_group_array(json_array(tag, count)) FROM \
                      (SELECT tag, count(*) AS count FROM tags GROUP BY tag)";
        let Json(counts): Json<Vec<(String, u32)>> = sqlx::query_scalar(select).fetch_one(&self.pool).await?;
        let mut tags: Vec<Facet> = counts.into_iter().map(|(value, count)| Facet { value, count }).collect();
        tags.sort_by_cached_key(|tag| tag.value.to_lowercase());
        Ok(tags)
    }
}

fn inverses(edit: &TagEdit, tagged: Vec<(DownloadId, Vec<String>)>) -> Inverses {
    let mut inverses = Inverses::new();
    for (id, had) in tagged {
        let has = tag::changed(&had, &edit.add, &edit.remove);
        let without = |some: &[String], others: &[String]| -> Vec<String> {
            some.iter().filter(|tag| !others.contains(tag)).cloned().collect()
        };
        let (mut add, remove) = (without(&had, &has), without(&has, &had));
        tag::sort(&mut add);
        if !add.is_empty() || !remove.is_empty() {
            inverses.entry((add, remove)).or_default().push(id);
        }
    }
    inverses
}

/// What those of `ids` that there are have.
async fn tags_of(
    transaction: &mut Transaction<'_, Sqlite>,
    ids: &[DownloadId],
) -> sqlx::Result<Vec<(DownloadId, Vec<String>)>> {
    let select = "SELECT json_group_array(json_array(id, \
                      (SELECT json_group_array(tag) FROM tags WHERE download = downloads.id))) \
                  FROM downloads WHERE id IN (SELECT value FROM json_each(?))";
    let Json(tags) = sqlx::query_scalar(select).bind(Json(ids)).fetch_one(&mut **transaction).await?;
    Ok(tags)
}

async fn take_off(
    transaction: &mut Transaction<'_, Sqlite>,
    ids: &[DownloadId],
    tags: &[String],
) -> sqlx::Result<()> {
    sqlx::query(
        "DELETE FROM tags WHERE tag IN (SELECT value FROM json_each(?1)) \
         AND download IN (SELECT value FROM json_each(?2))",
    )
    .bind(Json(tags))
    .bind(Json(ids))
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

async fn put_on(
    transaction: &mut Transaction<'_, Sqlite>,
    ids: &[DownloadId],
    tags: &[String],
) -> sqlx::Result<()> {
    sqlx::query(
        "INSERT OR IGNORE INTO tags (download, tag) SELECT downloads.value, new.value \
         FROM json_each(?1) AS new, json_each(?2) AS downloads",
    )
    .bind(Json(tags))
    .bind(Json(ids))
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

/// All tags that are in use, from one to the next along their index.
pub(super) async fn tags_in_use(reading: &mut SqliteConnection) -> sqlx::Result<Vec<String>> {
    let select = "WITH RECURSIVE used (tag) AS (SELECT min(tag) FROM tags UNION ALL \
                  SELECT (SELECT min(tag) FROM tags WHERE tag > used.tag) FROM used WHERE used.tag IS NOT NULL) \
                  SELECT json_group_array(tag) FROM used WHERE tag IS NOT NULL";
    let Json(tags) = sqlx::query_scalar(select).fetch_one(reading).await?;
    Ok(tags)
}

/// The ids of all that have one of `tags`, ascending.
pub(super) async fn tagged_with(reading: &mut SqliteConnection, tags: &[String]) -> sqlx::Result<Vec<u32>> {
    let select = "SELECT group_concat(download) FROM tags WHERE tag IN (SELECT value FROM json_each(?))";
    let text: Option<String> = sqlx::query_scalar(select).bind(Json(tags)).fetch_one(reading).await?;
    let mut ids = text.map_or_else(Vec::new, |text| numbers(&text));
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// The ids of all that have `tag`, ascending.
pub(super) async fn tagged(reading: &mut SqliteConnection, tag: &str) -> sqlx::Result<Vec<u32>> {
    let select = "SELECT group_concat(download) FROM tags WHERE tag = ?";
    let text: Option<String> = sqlx::query_scalar(select).bind(tag).fetch_one(reading).await?;
    let mut ids = text.map_or_else(Vec::new, |text| numbers(&text));
    ids.sort_unstable();
    Ok(ids)
}

/// The tags of new downloads.
pub(super) async fn insert_tags(
    transaction: &mut Transaction<'_, Sqlite>,
    downloads: &[Download],
) -> sqlx::Result<()> {
    let tags: Vec<(DownloadId, &String)> =
        downloads.iter().flat_map(|download| download.tags.iter().map(|tag| (download.id, tag))).collect();
    if tags.is_empty() {
        return Ok(());
    }
    sqlx::query(
        "INSERT OR IGNORE INTO tags (download, tag) SELECT value ->> 0, value ->> 1 FROM json_each(?)",
    )
    .bind(Json(tags))
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Database;
    use crate::store;
    use haul_core::{Options, Rest};

    async fn list(count: u32) -> (Store, Vec<DownloadId>) {
        let store = store::open(&Database::Memory).await.unwrap().store;
        let mut downloads: Vec<Download> = (0..count)
            .map(|number| Download {
                id: DownloadId(0),
                queue: haul_core::QueueId::DEFAULT,
                starts: None,
                position: i64::from(number),
                rest: Rest::Paused,
                url: format!("http://a/{number}"),
                folder: "/d".into(),
                name: "b".into(),
                part: None,
                replaces: None,
                resource: None,
                received: 0,
                options: Options::default(),
                kind: if number == 0 { "video" } else { "other" }.into(),
                tags: vec![],
                created: 1,
                finished: None,
            })
            .collect();
        store.insert(&mut downloads).await.unwrap();
        (store, downloads.iter().map(|download| download.id).collect())
    }

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    async fn edit(store: &Store, ids: &[DownloadId], add: &str, remove: &str) -> Vec<TagEdit> {
        let edit = TagEdit { ids: ids.to_vec(), add: words(add), remove: words(remove) };
        store.set_tags(&[edit]).await.unwrap()
    }

    async fn tags(store: &Store, ids: &[DownloadId]) -> Vec<String> {
        let mut all = Vec::new();
        for id in ids {
            all.push(store.download(*id).await.unwrap().unwrap().tags.join(" "));
        }
        all
    }

    #[tokio::test]
    async fn tags_are_put_on_taken_off_counted_and_gone_with_their_download() {
        let (store, ids) = list(3).await;
        edit(&store, &ids, "Work read", "").await;
        edit(&store, &ids[..1], "WORK home", "READ").await;
        assert_eq!(tags(&store, &ids).await, ["home Work", "read Work", "read Work"]);
        assert_eq!(store.spelled(&words("work new HOME")).await.unwrap(), words("Work new home"));
        assert_eq!(edit(&store, &[DownloadId(99)], "x", "").await, []);
        let count = |name: &str, count| Facet { value: name.into(), count };
        let facets = store.facets().await.unwrap();
        assert_eq!(facets.tags, [count("home", 1), count("read", 2), count("Work", 3)]);
        assert_eq!(facets.kinds, [count("other", 2), count("video", 1)]);
        assert_eq!(facets.queues, [count("1", 3)]);
        store.delete(&ids[..2]).await.unwrap();
        let facets = store.facets().await.unwrap();
        assert_eq!(facets.tags, [count("read", 1), count("Work", 1)]);
        assert_eq!((facets.kinds, facets.queues), (vec![count("other", 1)], vec![count("1", 1)]));
    }

    #[tokio::test]
    async fn what_each_had_before_is_what_it_has_again() {
        let (store, ids) = list(4).await;
        edit(&store, &ids[..2], "read", "").await;
        edit(&store, &ids[1..3], "Work", "").await;
        let before = tags(&store, &ids).await;
        assert_eq!(before, ["read", "read Work", "Work", ""]);
        // As when a tag becomes another that some have as well.
        let back = edit(&store, &ids[..2], "Work", "READ").await;
        assert_eq!(tags(&store, &ids).await, ["Work", "Work", "Work", ""]);
        let again = store.set_tags(&back).await.unwrap();
        assert_eq!(tags(&store, &ids).await, before);
        store.set_tags(&again).await.unwrap();
        assert_eq!(tags(&store, &ids).await, ["Work", "Work", "Work", ""]);
        let spelled = edit(&store, &ids, "WORK", "work").await;
        assert_eq!(tags(&store, &ids).await, ["WORK", "WORK", "WORK", "WORK"]);
        store.set_tags(&spelled).await.unwrap();
        assert_eq!(tags(&store, &ids).await, ["Work", "Work", "Work", ""]);
    }

    #[tokio::test]
    async fn one_that_is_in_two_edits_is_as_before_after_both_are_taken_back() {
        let (store, ids) = list(1).await;
        let to =
            |add: &str, remove: &str| TagEdit { ids: ids.clone(), add: words(add), remove: words(remove) };
        let back = store.set_tags(&[to("a", ""), to("b", "a"), to("c", "")]).await.unwrap();
        assert_eq!(tags(&store, &ids).await, ["b c"]);
        store.set_tags(&back).await.unwrap();
        assert_eq!(tags(&store, &ids).await, [""]);
    }
}
