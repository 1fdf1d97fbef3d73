//! The hashes of finished files: written with the row that says "completed", read when somebody wants the file checked.

use haul_core::DownloadId;
use sqlx::types::Json;
use sqlx::{Sqlite, Transaction};

use super::Store;

/// The hashes of the blocks of one finished file, in order; none if they are not known.
#[derive(Debug)]
pub struct KeptHashes {
    pub id: DownloadId,
    pub hashes: Option<Vec<u64>>,
}

impl Store {
    /// The hashes that were kept of the finished file of `id`; none if they are not known.
    pub async fn hashes(&self, id: DownloadId) -> sqlx::Result<Option<Vec<u64>>> {
        let bytes: Option<Vec<u8>> = sqlx::query_scalar("SELECT hashes FROM ledgers WHERE download = ?")
            .bind(id.0)
            .fetch_optional(&self.pool)
            .await?;
        Ok(bytes.map(|bytes| {
            let (hashes, _) = bytes.as_chunks::<8>();
            hashes.iter().map(|hash| u64::from_le_bytes(*hash)).collect()
        }))
    }
}

/// Puts these in the place of what was kept before, of downloads that are still on the list.
pub(super) async fn save_hashes(
    transaction: &mut Transaction<'_, Sqlite>,
    kept: &[KeptHashes],
) -> sqlx::Result<()> {
    let known: Vec<(DownloadId, String)> =
        kept.iter().filter_map(|kept| Some((kept.id, hex(kept.hashes.as_ref()?)))).collect();
    sqlx::query(
        "INSERT OR REPLACE INTO ledgers (download, hashes) SELECT value ->> 0, unhex(value ->> 1) \
         FROM json_each(?) WHERE value ->> 0 IN (SELECT id FROM downloads)",
    )
    .bind(Json(known))
    .execute(&mut **transaction)
    .await?;
    let unknown: Vec<DownloadId> =
        kept.iter().filter(|kept| kept.hashes.is_none()).map(|kept| kept.id).collect();
    if !unknown.is_empty() {
        sqlx::query("DELETE FROM ledgers WHERE download IN (SELECT value FROM json_each(?))")
            .bind(Json(unknown))
            .execute(&mut **transaction)
            .await?;
    }
    Ok(())
}

/// As SQLite reads bytes from JSON, which has none.
fn hex(hashes: &[u64]) -> String {
    hashes.iter().map(|hash| format!("{:016x}", hash.swap_bytes())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{self, Batch, Durability};
    use crate::{Database, clock};
    use haul_core::{Download, Options, QueueId, Rest};

    fn download() -> Download {
        Download {
            id: DownloadId(0),
            queue: QueueId::DEFAULT,
            position: 1,
            starts: None,
            rest: Rest::Paused,
            url: "http://a/b".into(),
            folder: "/d".into(),
            name: "b".into(),
            part: None,
            replaces: None,
            resource: None,
            received: 0,
            options: Options::default(),
            kind: "other".into(),
            tags: vec![],
            created: clock::now(),
            finished: None,
        }
    }

    #[tokio::test]
    async fn hashes_are_kept_replaced_and_deleted_with_their_download() {
        let store = store::open(&Database::Memory).await.unwrap().store;
        let mut downloads = [download(), download()];
        store.insert(&mut downloads).await.unwrap();
        let [one, other] = [downloads[0].id, downloads[1].id];
        let write = async |hashes: Vec<(DownloadId, Option<Vec<u64>>)>| {
            let hashes: Vec<_> = hashes.into_iter().map(|(id, hashes)| KeptHashes { id, hashes }).collect();
            let batch = Batch {
                downloads: vec![],
                log: &[],
                received: vec![],
                hosts: &[],
                hashes: &hashes,
                traffic: &[],
            };
            store.write(&batch, Durability::Lasting).await.unwrap();
        };
        let long = vec![0, 1, u64::MAX, 0x0123_4567_89ab_cdef];
        write(vec![(one, Some(vec![5])), (other, Some(vec![])), (DownloadId(99), Some(vec![1]))]).await;
        assert_eq!(store.hashes(one).await.unwrap(), Some(vec![5]));
        assert_eq!(store.hashes(other).await.unwrap(), Some(vec![]), "of an empty file");
        assert_eq!(store.hashes(DownloadId(99)).await.unwrap(), None, "it is not on the list");
        write(vec![(one, Some(long.clone())), (other, None)]).await;
        assert_eq!(store.hashes(one).await.unwrap(), Some(long));
        assert_eq!(store.hashes(other).await.unwrap(), None);
        store.delete(&[one]).await.unwrap();
        assert_eq!(store.hashes(one).await.unwrap(), None);
    }
}
