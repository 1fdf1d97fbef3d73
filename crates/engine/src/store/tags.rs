//! Tags, a row for each download that has one.

use haul_core::tag::Renamed;
use haul_core::{Download, DownloadId, Facet};
use sqlx::types::Json;
use sqlx::{Sqlite, SqliteConnection, Transaction};

use super::view::numbers;
use super::{Store, writing};

impl Store {
    /// Gives `ids` the tags `add` and takes the tags `remove` from them.
    pub async fn set_tags(&self, ids: &[DownloadId], add: &[String], remove: &[String]) -> sqlx::Result<()> {
        let mut transaction = writing(&self.pool).await?;
        sqlx::query(
            "DELETE FROM tags WHERE tag IN (SELECT value FROM json_each(?1)) \
             AND download IN (SELECT value FROM json_each(?2))",
        )
        .bind(Json(remove))
        .bind(Json(ids))
        .execute(&mut *transaction)
        .await?;
        sqlx::query(
            "INSERT OR IGNORE INTO tags (download, tag) SELECT downloads.id, new.value \
             FROM json_each(?1) AS new, downloads WHERE downloads.id IN (SELECT value FROM json_each(?2))",
        )
        .bind(Json(add))
        .bind(Json(ids))
        .execute(&mut *transaction)
        .await?;
        transaction.commit().await?;
        self.finder.changes.note();
        Ok(())
    }

    /// Calls the tag `from` by another name, or by the same in another case. Says who had it, and which of these had `to` too.
    pub async fn rename_tag(&self, from: &str, to: &str) -> sqlx::Result<Renamed> {
        let mut transaction = writing(&self.pool).await?;
        let ids = tagged(&mut transaction, from).await?;
        let there =
            if from.eq_ignore_ascii_case(to) { Vec::new() } else { tagged(&mut transaction, to).await? };
        sqlx::query("UPDATE OR REPLACE tags SET tag = ?2 WHERE tag = ?1")
            .bind(from)
            .bind(to)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        self.finder.changes.note();
        let both =
            ids.iter().filter(|id| there.binary_search(id).is_ok()).map(|id| DownloadId(*id)).collect();
        Ok(Renamed { ids: ids.into_iter().map(DownloadId).collect(), both })
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

    #[tokio::test]
    async fn tags_are_put_on_taken_off_counted_and_gone_with_their_download() {
        let (store, ids) = list(3).await;
        store.set_tags(&ids, &words("Work read"), &[]).await.unwrap();
        store.set_tags(&ids[..1], &words("WORK home"), &words("READ")).await.unwrap();
        assert_eq!(store.download(ids[0]).await.unwrap().unwrap().tags, words("home Work"));
        assert_eq!(store.download(ids[1]).await.unwrap().unwrap().tags, words("read Work"));
        assert_eq!(store.spelled(&words("work new HOME")).await.unwrap(), words("Work new home"));
        store.set_tags(&[DownloadId(99)], &words("x"), &[]).await.unwrap();
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
    async fn a_tag_that_gets_the_name_of_another_becomes_that_one_and_says_who_had_both() {
        let (store, ids) = list(3).await;
        store.set_tags(&ids[..2], &words("read"), &[]).await.unwrap();
        store.set_tags(&ids[1..], &words("Work"), &[]).await.unwrap();
        let renamed = store.rename_tag("READ", "work").await.unwrap();
        assert_eq!(renamed, Renamed { ids: ids[..2].to_vec(), both: ids[1..2].to_vec() });
        assert_eq!(store.facets().await.unwrap().tags.len(), 1);
        let renamed = store.rename_tag("work", "WORK").await.unwrap();
        assert_eq!((renamed.ids, renamed.both), (ids.clone(), vec![]));
        for id in ids {
            assert_eq!(store.download(id).await.unwrap().unwrap().tags, words("WORK"));
        }
    }
}
