//! What was removed comes back as it was, with all that hung on it.

use super::*;
use crate::Database;
use crate::store::{self, Batch, KeptHashes, Line};
use haul_core::{LogEntry, Options, Resource, Rest, Settings};

fn download(position: i64, rest: Rest) -> Download {
    Download {
        id: DownloadId(0),
        queue: haul_core::QueueId::DEFAULT,
        position,
        starts: None,
        rest,
        url: format!("http://a/{position}"),
        folder: "/d".into(),
        name: format!("n'\"{position}"),
        part: None,
        replaces: None,
        resource: None,
        received: 0,
        options: Options { limit: Some(5000), ..Options::default() },
        kind: "other".into(),
        tags: vec![],
        created: 7,
        finished: None,
    }
}

/// One unfinished, one finished with its hashes, each with a log.
async fn some(store: &Store) -> Vec<Download> {
    let mut downloads = vec![download(1, Rest::Paused), download(1 << 40, Rest::Queued)];
    store.insert(&mut downloads).await.unwrap();
    downloads[0].part = Some("/d/a.part".into());
    downloads[0].received = 10;
    downloads[0].resource = Some(Resource { size: Some(1 << 50), ..Resource::default() });
    downloads[1].rest = Rest::Completed { path: "/d/b".into() };
    downloads[1].finished = Some(9);
    let line = |at, entry| Line { id: downloads[1].id, at, entry };
    let log = [line(1, LogEntry::Started), line(2, LogEntry::Paused), line(3, LogEntry::Queued)];
    let hashes = [KeptHashes { id: downloads[1].id, hashes: Some(vec![1, u64::MAX]) }];
    let batch = Batch {
        downloads: downloads.iter().cloned().map(std::sync::Arc::new).collect(),
        log: &log,
        received: vec![],
        hosts: &[],
        hashes: &hashes,
        traffic: &[],
    };
    store.write(&batch, Durability::Lasting).await.unwrap();
    let ids: Vec<DownloadId> = downloads.iter().map(|download| download.id).collect();
    let mut stored = store.downloads(&ids).await.unwrap();
    stored.sort_by_key(|download| download.id);
    stored
}

async fn counts(store: &Store) -> Vec<(String, u32)> {
    let select =
        "SELECT rest, count FROM counts UNION ALL SELECT facet || value, count FROM facets ORDER BY 1";
    sqlx::query_as(select).fetch_all(&store.pool).await.unwrap()
}

#[tokio::test]
async fn what_comes_back_is_what_was_removed_with_all_that_hung_on_it() {
    let store = store::open(&Database::Memory).await.unwrap().store;
    // As another version of Haul may have one.
    sqlx::raw_sql(
        "CREATE TABLE labels (id INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT; \
         INSERT INTO labels VALUES (1, 'one'), (2, 'other'); \
         CREATE TABLE labelled (download INTEGER REFERENCES downloads (id) ON DELETE CASCADE, label INTEGER REFERENCES labels (id), \
         PRIMARY KEY (download, label)) STRICT, WITHOUT ROWID; \
         ALTER TABLE downloads ADD COLUMN line INTEGER DEFAULT 3 REFERENCES labels (id)",
    )
    .execute(&store.pool)
    .await
    .unwrap_or_else(|error| panic!("{error}"));
    sqlx::raw_sql("INSERT INTO labels VALUES (3, 'usual')").execute(&store.pool).await.unwrap();
    let before = some(&store).await;
    let ids: Vec<DownloadId> = before.iter().map(|download| download.id).collect();
    let label = format!(
        "INSERT INTO labelled VALUES ({0}, 1), ({0}, 2); UPDATE downloads SET line = 2 WHERE id = {0}",
        ids[0]
    );
    sqlx::raw_sql(AssertSqlSafe(label)).execute(&store.pool).await.unwrap();
    let (log, counted) = (store.logs(&ids).await.unwrap(), counts(&store).await);
    let dump = async || -> Vec<String> {
        let select = "SELECT json_array(id, position, rest, name, url, host, folder, part, path, size, received, \
                      failure, resource, options, created, finished, progress, line) FROM downloads ORDER BY id";
        sqlx::query_scalar(select).fetch_all(&store.pool).await.unwrap()
    };
    let rows = dump().await;

    let gone = store.set_aside(&ids, 100, FileFate::Keep, Durability::Quick).await.unwrap();
    assert_eq!(gone.len(), 2);
    assert_eq!(store.downloads(&ids).await.unwrap(), []);
    assert!(counts(&store).await.iter().all(|(_, count)| *count == 0));
    assert_eq!(store.hashes(ids[1]).await.unwrap(), None);
    let mut kept = store.removed(&ids).await.unwrap();
    kept.sort_by_key(|removed| removed.id);
    assert_eq!((kept[0].part.clone(), kept[0].is_completed), (Some("/d/a.part".into()), false));
    assert_eq!((kept[1].path.clone(), kept[1].at), (Some("/d/b".into()), 100));

    let mut back = store.restore(&ids, Durability::Lasting).await.unwrap();
    back.sort_by_key(|download| download.id);
    assert_eq!((back, dump().await), (before, rows));
    assert_eq!((store.logs(&ids).await.unwrap(), counts(&store).await), (log, counted));
    assert_eq!(store.hashes(ids[1]).await.unwrap(), Some(vec![1, u64::MAX]));
    assert_eq!(store.restore(&ids, Durability::Lasting).await.unwrap(), [], "it is back already");

    // What it named is gone meanwhile.
    store.set_aside(&ids, 100, FileFate::Trash, Durability::Lasting).await.unwrap();
    sqlx::raw_sql("DELETE FROM labels WHERE id = 2").execute(&store.pool).await.unwrap();
    store.restore(&ids, Durability::Lasting).await.unwrap();
    let line: i64 = sqlx::query_scalar("SELECT line FROM downloads WHERE id = ?")
        .bind(ids[0].0)
        .fetch_one(&store.pool)
        .await
        .unwrap();
    let labels: Vec<i64> =
        sqlx::query_scalar("SELECT label FROM labelled").fetch_all(&store.pool).await.unwrap();
    assert_eq!((line, labels), (3, vec![1]));
}

#[tokio::test]
async fn what_is_too_old_is_forgotten_and_nothing_else() {
    let store = store::open(&Database::Memory).await.unwrap().store;
    store.save_settings(&Settings::default()).await.unwrap();
    let ids: Vec<DownloadId> = some(&store).await.iter().map(|download| download.id).collect();
    store.set_aside(&ids[..1], 100, FileFate::Keep, Durability::Lasting).await.unwrap();
    store.set_aside(&ids[1..], 200, FileFate::Keep, Durability::Lasting).await.unwrap();
    let forgotten = store.forget_removed(200, 10).await.unwrap();
    assert_eq!(forgotten.iter().map(|removed| removed.id).collect::<Vec<_>>(), ids[..1]);
    assert_eq!(store.restore(&ids, Durability::Lasting).await.unwrap().len(), 1);
    assert_eq!(store.forget_removed(u64::MAX >> 1, 10).await.unwrap(), []);
}
