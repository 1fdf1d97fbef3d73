//! A search sees the same with an index, with half of one, and with none.

use haul_core::{Download, DownloadId, ViewQuery};

use super::reference::{check, list};
use crate::Database;
use crate::store::{self, Store};

/// Until every name is in the index.
async fn indexed(store: &Store) {
    let index = store.finder.index.as_ref().unwrap();
    while store.index_some(index).await.unwrap() {}
}

/// Whatever was taken into the index by then, a search sees the same.
#[tokio::test]
async fn a_search_sees_everything_before_and_after_it_is_indexed() {
    let (folder, store, mut downloads) = list(600, 20).await;
    let searches = [
        "b", "ä%_b", "A%_B", "%_b", "_b", "电影", "影", "\"b", "b*", "NOT", "org", "/d", "c .org", "-", "'",
        "#work", "note",
    ];
    let look = async |store: &Store, downloads: &[Download]| {
        for search in searches {
            let query = ViewQuery { search: search.to_owned(), ..ViewQuery::default() };
            check(store, downloads, &[], query).await;
        }
    };
    look(&store, &downloads).await;
    indexed(&store).await;
    look(&store, &downloads).await;
    for (place, name) in [(0, "renamed b"), (7, "ÄÖ %_b"), (9, "x\" OR names:\"b")] {
        downloads[place].name = name.into();
    }
    downloads[11].options.note = Some("A Note\nof two lines".into());
    store.save(&downloads).await.unwrap();
    let gone: Vec<DownloadId> = downloads.drain(20..60).map(|download| download.id).collect();
    store.delete(&gone).await.unwrap();
    look(&store, &downloads).await;
    indexed(&store).await;
    look(&store, &downloads).await;
    let index = store.finder.index.as_ref().unwrap();
    assert_eq!(index.find("renamed").await.unwrap(), [downloads[0].id.0], "it is in the index itself");
    assert_eq!(index.find("note").await.unwrap().len(), 1, "and so is what somebody wrote");
    // One that comes back has its id from before.
    sqlx::query(
        "INSERT INTO downloads (id, position, rest, name, url, host, folder, options, created) \
         VALUES (?, 1, 'paused', 'returned b', 'http://a/b', 'a', '/d', '{}', 1)",
    )
    .bind(gone[0].0)
    .execute(&store.pool)
    .await
    .unwrap();
    let query = ViewQuery { search: "returned".into(), ..ViewQuery::default() };
    assert_eq!(store.ids_of(&query, &[]).await.unwrap(), [gone[0]]);
    indexed(&store).await;
    assert_eq!(store.ids_of(&query, &[]).await.unwrap(), [gone[0]]);
    store.delete(&[gone[0]]).await.unwrap();
    store.close().await;
    drop(store);

    // The next start finds it as it was left, and one that is broken is made again.
    let path = folder.path().join("list");
    let store = store::open(&Database::File(path.clone())).await.unwrap().store;
    assert!(store.finder.index.as_ref().unwrap().upto() > 0);
    look(&store, &downloads).await;
    store.close().await;
    drop(store);
    std::fs::write(folder.path().join("list.search"), "no database").unwrap();
    let store = store::open(&Database::File(path)).await.unwrap().store;
    assert_eq!(store.finder.index.as_ref().unwrap().upto(), 0);
    look(&store, &downloads).await;
}

#[tokio::test]
async fn an_index_that_is_damaged_is_made_anew_and_hides_nothing() {
    let (folder, store, downloads) = list(300, 21).await;
    indexed(&store).await;
    let path = folder.path().join("list.search");
    let breaking = sqlx::SqlitePool::connect_with(store::open::options(&path)).await.unwrap();
    sqlx::query("UPDATE names_data SET block = x'ffff00ff' WHERE id > 10").execute(&breaking).await.unwrap();
    breaking.close().await;
    let query = ViewQuery { search: "ä%_b".into(), ..ViewQuery::default() };
    check(&store, &downloads, &[], query.clone()).await;
    store.finder.changes.note();
    check(&store, &downloads, &[], query.clone()).await;
    indexed(&store).await;
    assert!(store.finder.index.as_ref().unwrap().upto() > 0);
    store.finder.changes.note();
    check(&store, &downloads, &[], query).await;
}
