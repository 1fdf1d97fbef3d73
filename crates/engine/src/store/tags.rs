//! Tags, a row for each download that has one; and how many there are of each kind and with each tag.

use haul_core::{Download, DownloadId, Facet, Labels};
use sqlx::types::Json;
use sqlx::{Sqlite, Transaction};

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
        transaction.commit().await
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

    /// How many downloads there are of each kind and with each tag.
    pub async fn labels(&self) -> sqlx::Result<Labels> {
        let tally = |(value, count)| Facet { value, count };
        let kinds: Vec<(String, u32)> = sqlx::query_as(
            "SELECT kind, count(*) FROM downloads WHERE kind IS NOT NULL GROUP BY kind ORDER BY kind",
        )
        .fetch_all(&self.pool)
        .await?;
        let mut tags: Vec<(String, u32)> =
            sqlx::query_as("SELECT tag, count(*) FROM tags GROUP BY tag").fetch_all(&self.pool).await?;
        tags.sort_by_cached_key(|(tag, _)| tag.to_lowercase());
        Ok(Labels {
            kinds: kinds.into_iter().map(tally).collect(),
            tags: tags.into_iter().map(tally).collect(),
        })
    }
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
        let labels = store.labels().await.unwrap();
        assert_eq!(labels.tags, [count("home", 1), count("read", 2), count("Work", 3)]);
        assert_eq!(labels.kinds, [count("other", 2), count("video", 1)]);
        store.delete(&ids[..2]).await.unwrap();
        assert_eq!(store.labels().await.unwrap().tags, [count("read", 1), count("Work", 1)]);
    }
}
