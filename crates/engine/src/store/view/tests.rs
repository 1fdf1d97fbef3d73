//! Every page of every view, against the whole list sorted here.

use haul_core::fold::fold;
use haul_core::{
    Download, DownloadId, Failure, Filter, Group, Grouping, Options, QueueId, Resource, Rest, Sort, SortKey,
    StatusFilter, ViewQuery,
};
use std::cmp::Ordering;
use std::path::PathBuf;
use tempfile::TempDir;

use crate::Database;
use crate::store::{self, Batch, Durability, Store};

const KEYS: [SortKey; 11] = [
    SortKey::Queue,
    SortKey::Name,
    SortKey::Size,
    SortKey::Received,
    SortKey::Progress,
    SortKey::Status,
    SortKey::Host,
    SortKey::Folder,
    SortKey::Created,
    SortKey::Finished,
    SortKey::Throughput,
];
const FILTERS: [StatusFilter; 6] = [
    StatusFilter::All,
    StatusFilter::Running,
    StatusFilter::Queued,
    StatusFilter::Paused,
    StatusFilter::Failed,
    StatusFilter::Completed,
];

/// A list in which every value occurs several times, or is missing.
async fn list(count: u32, seed: u64) -> (TempDir, Store, Vec<Download>) {
    list_with(count, seed, 6).await
}

/// Three in `kinds` are not queued.
async fn list_with(count: u32, seed: u64, kinds: u32) -> (TempDir, Store, Vec<Download>) {
    let mut random = fastrand::Rng::with_seed(seed);
    let folder = tempfile::tempdir().unwrap();
    let store = store::open(&Database::File(folder.path().join("list"))).await.unwrap().store;
    let mut downloads: Vec<Download> = (0..count)
        .map(|number| {
            let rest = match random.u32(0..kinds) {
                0 => Rest::Paused,
                1 => Rest::Failed { failure: Failure::WebPage },
                2 => Rest::Completed { path: "/d/x".into() },
                _ => Rest::Queued,
            };
            let size = random.bool().then(|| random.u64(0..4) * 100);
            Download {
                id: DownloadId(0),
                queue: QueueId::DEFAULT,
                starts: None,
                position: i64::from(number) * 10,
                finished: rest.is_completed().then(|| random.u64(0..5)),
                rest,
                url: format!("http://{}.org/", random.lowercase()),
                folder: PathBuf::from(*random.choice(&["/d", "/d/É", "/e"]).unwrap()),
                name: random.choice(["a", "B", "b", "C", "ä%_b", "电影"]).unwrap().to_owned(),
                part: None,
                replaces: None,
                resource: size.map(|size| Resource { size: Some(size), ..Resource::default() }),
                received: random.u64(0..3) * 50,
                options: Options::default(),
                kind: "other".into(),
                tags: vec![],
                created: random.u64(0..5),
            }
        })
        .collect();
    random.shuffle(&mut downloads);
    store.insert(&mut downloads).await.unwrap();
    store.save(&downloads).await.unwrap();
    bring_bytes(&store, &mut downloads, &mut random).await;
    (folder, store, downloads)
}

/// Some that are queued have more than when they were saved.
async fn bring_bytes(store: &Store, downloads: &mut [Download], random: &mut fastrand::Rng) {
    let mut received = Vec::new();
    for download in downloads.iter_mut().filter(|download| download.rest == Rest::Queued) {
        if random.bool() {
            download.received += 50;
            received.push((download.id, download.received));
        }
    }
    let batch = Batch { downloads: Vec::new(), log: &[], received, hosts: &[], hashes: &[] };
    store.write(&batch, Durability::Quick).await.unwrap();
}

fn status(download: &Download, running: &[DownloadId]) -> u8 {
    match download.rest {
        Rest::Queued if running.contains(&download.id) => 0,
        Rest::Queued => 1,
        Rest::Paused => 2,
        Rest::Failed { .. } => 3,
        Rest::Completed { .. } => 4,
    }
}

fn progress(download: &Download) -> Option<f64> {
    if download.rest.is_completed() {
        return Some(1.0);
    }
    download.size().map(|size| download.received as f64 / size.max(1) as f64)
}

fn compare(one: &Download, other: &Download, key: SortKey, running: &[DownloadId]) -> Ordering {
    let place = |download: &Download| match download.finished {
        Some(finished) if download.rest.is_completed() => (true, -finished.cast_signed()),
        _ => (false, download.position),
    };
    let by_key = match key {
        SortKey::Queue => place(one).cmp(&place(other)),
        SortKey::Name => one.name.to_ascii_lowercase().cmp(&other.name.to_ascii_lowercase()),
        SortKey::Size => one.size().cmp(&other.size()),
        SortKey::Received => one.received.cmp(&other.received),
        SortKey::Progress => progress(one).partial_cmp(&progress(other)).unwrap(),
        SortKey::Status => status(one, running).cmp(&status(other, running)),
        SortKey::Host => one.host().cmp(&other.host()),
        SortKey::Folder => one.folder.cmp(&other.folder),
        SortKey::Created => one.created.cmp(&other.created),
        SortKey::Finished => one.finished.cmp(&other.finished),
        SortKey::Throughput | SortKey::Eta | SortKey::Connections => one.created.cmp(&other.created),
    };
    by_key.then(one.id.cmp(&other.id))
}

fn passes(download: &Download, filter: &Filter, running: &[DownloadId]) -> bool {
    let status = status(download, running);
    let by_status = match filter.status {
        StatusFilter::All => true,
        StatusFilter::Running => running.contains(&download.id),
        StatusFilter::Queued => status == 1,
        StatusFilter::Paused => status == 2,
        StatusFilter::Failed => status == 3,
        StatusFilter::Completed => status == 4,
    };
    by_status
        && filter.host.as_ref().is_none_or(|host| *host == download.host())
        && filter.folder.as_ref().is_none_or(|folder| *folder == download.folder)
}

fn has(download: &Download, search: &str) -> bool {
    let texts = [fold(&download.name), fold(&download.host()), fold(&download.folder.to_string_lossy())];
    search.split_whitespace().all(|word| texts.iter().any(|text| text.contains(&fold(word))))
}

/// What the whole list sorted here has.
fn expected(downloads: &[Download], running: &[DownloadId], query: &ViewQuery) -> Vec<DownloadId> {
    let Sort { key, descending } = query.sort;
    let passing =
        |download: &&Download| passes(download, &query.filter, running) && has(download, &query.search);
    let mut expected: Vec<&Download> = downloads.iter().filter(passing).collect();
    expected.sort_by(|one, other| compare(one, other, key, running));
    if descending {
        expected.reverse();
    }
    if key.is_live() {
        let place = |download: &&Download| running.iter().position(|id| *id == download.id);
        let (mut first, others): (Vec<_>, Vec<_>) =
            expected.into_iter().partition(|one| place(one).is_some());
        first.sort_by_key(place);
        if descending {
            first.reverse();
        }
        expected = first.into_iter().chain(others).collect();
    }
    expected.iter().map(|download| download.id).collect()
}

async fn check(store: &Store, downloads: &[Download], running: &[DownloadId], query: ViewQuery) {
    let expected = expected(downloads, running, &query);
    let count = u32::try_from(expected.len()).unwrap();
    for offset in [0, 1, 7, count / 2, count.saturating_sub(9), count] {
        let query = ViewQuery { offset, limit: 10, ..query.clone() };
        let page = store.view(&query, running).await.unwrap();
        let ids: Vec<DownloadId> = page.rows.iter().map(|row| row.id).collect();
        let wanted: Vec<DownloadId> = expected.iter().skip(offset as usize).take(10).copied().collect();
        assert_eq!((page.total, ids), (count, wanted), "{query:?} {running:?}");
    }
    assert_eq!(store.ids_of(&query, running).await.unwrap(), expected, "{query:?} {running:?}");
}

fn sorts() -> impl Iterator<Item = Sort> {
    KEYS.into_iter().flat_map(|key| [false, true].map(|descending| Sort { key, descending }))
}

async fn check_all(store: &Store, downloads: &[Download], running: &[DownloadId], search: &str) {
    for status in FILTERS {
        for sort in sorts() {
            let query =
                ViewQuery { filter: status.into(), search: search.to_owned(), sort, ..ViewQuery::default() };
            check(store, downloads, running, query).await;
        }
    }
}

#[tokio::test]
async fn every_page_is_what_the_whole_list_sorted_has_there() {
    for (count, seed) in [(1, 1), (40, 2), (200, 3)] {
        let (_folder, store, downloads) = list(count, seed).await;
        let queued = downloads.iter().filter(|download| download.rest == Rest::Queued);
        let queued: Vec<DownloadId> = queued.map(|download| download.id).collect();
        check_all(&store, &downloads, &[], "").await;
        let few: Vec<DownloadId> = queued.iter().step_by(5).copied().collect();
        check_all(&store, &downloads, &few, "").await;
        check_all(&store, &downloads, &queued, "b").await;
        // One that is about to be paused still runs.
        let paused = downloads.iter().find(|download| download.rest == Rest::Paused);
        let stopping: Vec<DownloadId> = paused.map(|download| download.id).into_iter().chain(few).collect();
        check_all(&store, &downloads, &stopping, "").await;
    }
}

#[tokio::test]
async fn in_a_long_list_as_well() {
    let (_folder, store, downloads) = list(super::order::FEW * 9, 4).await;
    let queued = downloads.iter().filter(|download| download.rest == Rest::Queued);
    let running: Vec<DownloadId> = queued.step_by(100).map(|download| download.id).collect();
    check_all(&store, &downloads, &running, "").await;
}

#[tokio::test]
async fn in_a_long_list_where_nearly_all_are_queued() {
    let (_folder, store, downloads) = list_with(super::order::FEW * 2, 6, 100).await;
    let (queued, others): (Vec<&Download>, Vec<&Download>) =
        downloads.iter().partition(|download| download.rest == Rest::Queued);
    assert!((10..super::order::FEW_BUT as usize).contains(&others.len()), "{}", others.len());
    let running: Vec<DownloadId> = queued.iter().step_by(300).map(|download| download.id).collect();
    check_all(&store, &downloads, &running, "").await;
    check_all(&store, &downloads, &[], ".org").await;
}

#[tokio::test]
async fn every_filter_goes_with_every_other_and_with_every_sort() {
    let mut random = fastrand::Rng::with_seed(6);
    for count in [60, super::order::FEW * 3] {
        let (_folder, store, downloads) = list(count, count.into()).await;
        let queued = downloads.iter().filter(|download| download.rest == Rest::Queued);
        let running: Vec<DownloadId> = queued.step_by(7).map(|download| download.id).collect();
        let hosts = [None, Some("a.org".to_owned()), Some("none.org".to_owned())];
        let folders = [None, Some(PathBuf::from("/d/É")), Some(PathBuf::from("/d"))];
        let searches = ["", "b", "E a", "%", "影", "org d", "\"", "* OR NOT", "A_B", "\u{301}"];
        for sort in sorts() {
            let filter = Filter {
                status: random.choice(FILTERS).unwrap(),
                host: random.choice(hosts.iter()).unwrap().clone(),
                folder: random.choice(folders.iter()).unwrap().clone(),
            };
            let search = (*random.choice(searches.iter()).unwrap()).to_owned();
            check(&store, &downloads, &running, ViewQuery { filter, search, sort, ..ViewQuery::default() })
                .await;
        }
    }
}

#[tokio::test]
async fn a_view_that_was_found_is_found_anew_when_something_changed() {
    let (_folder, store, mut downloads) = list(300, 8).await;
    let by =
        |key| ViewQuery { search: "b".into(), sort: Sort { key, descending: true }, ..ViewQuery::default() };
    let keys = [SortKey::Name, SortKey::Received, SortKey::Queue];
    let mut random = fastrand::Rng::with_seed(9);
    for round in 0..6 {
        match round {
            0 => bring_bytes(&store, &mut downloads, &mut random).await,
            1 => {
                let gone: Vec<DownloadId> = downloads.drain(..50).map(|download| download.id).collect();
                store.delete(&gone).await.unwrap();
            }
            2 => {
                downloads[3].name = "bbb".into();
                store.save(&downloads[3..4]).await.unwrap();
            }
            3 => {
                let unfinished: Vec<usize> =
                    (0..downloads.len()).filter(|place| !downloads[*place].rest.is_completed()).collect();
                downloads[unfinished[0]].position = -5;
                store.save_positions(&[(downloads[unfinished[0]].id, -5)]).await.unwrap();
            }
            4 => {
                let mut more = [downloads[5].clone()];
                more[0].rest = Rest::Paused;
                (more[0].received, more[0].resource, more[0].finished) = (0, None, None);
                more[0].position = 77_777;
                store.insert(&mut more).await.unwrap();
                downloads.extend(more);
            }
            _ => {}
        }
        for key in keys {
            check(&store, &downloads, &[], by(key)).await;
        }
    }
}

#[tokio::test]
async fn headings_divide_a_view_and_within_each_its_sort_holds() {
    const DAY: u64 = 86_400_000;
    let (_folder, store, mut downloads) = list(400, 10).await;
    let mut random = fastrand::Rng::with_seed(11);
    // Noon in any place is the same day there as three hours later.
    for download in downloads.iter_mut().filter(|download| download.rest.is_completed()) {
        download.finished = Some(random.u64(1..9) * 3 * DAY + random.u64(0..1000));
    }
    store.save(&downloads).await.unwrap();
    for (by, status) in [
        (Grouping::Day, StatusFilter::Completed),
        (Grouping::Day, StatusFilter::All),
        (Grouping::Host, StatusFilter::All),
        (Grouping::Folder, StatusFilter::Queued),
    ] {
        for sort in sorts().filter(|sort| !sort.key.is_live()) {
            let query = ViewQuery { filter: status.into(), sort, limit: 1000, ..ViewQuery::default() };
            let plain = expected(&downloads, &[], &query);
            let page = store.view(&ViewQuery { group: by, ..query.clone() }, &[]).await.unwrap();
            let ids: Vec<DownloadId> = page.rows.iter().map(|row| row.id).collect();
            let of = |id: &DownloadId| downloads.iter().find(|download| download.id == *id).unwrap();
            let key = |id: &DownloadId| match by {
                Grouping::Host => of(id).host(),
                Grouping::Folder => of(id).folder.to_string_lossy().into_owned(),
                Grouping::Day | Grouping::None => {
                    of(id).finished.map_or(String::new(), |finished| (finished / DAY).to_string())
                }
            };
            let mut covered = 0;
            let mut keys = Vec::new();
            for Group { key: heading, first, count } in &page.groups {
                assert_eq!(*first, covered, "{query:?}");
                let below = &ids[covered as usize..(covered + count) as usize];
                let wanted: Vec<DownloadId> =
                    plain.iter().filter(|id| key(id) == key(&below[0])).copied().collect();
                assert_eq!(below, wanted, "{by:?} {heading} {query:?}");
                assert!(by == Grouping::Day || *heading == key(&below[0]));
                covered += count;
                keys.push(heading.clone());
            }
            assert_eq!(covered as usize, plain.len());
            let mut in_order = keys.clone();
            in_order.sort();
            let is_oldest_first = sort.key == SortKey::Finished && !sort.descending;
            if by == Grouping::Day && !is_oldest_first {
                in_order.reverse();
            }
            // Those without a day come last.
            in_order.sort_by_key(String::is_empty);
            assert_eq!(keys, in_order, "{by:?} {query:?}");
        }
    }
}

#[tokio::test]
async fn a_row_is_found_in_its_view_by_id_and_by_how_its_name_begins() {
    let (_folder, store, downloads) = list(200, 12).await;
    let sort = Sort { key: SortKey::Name, descending: false };
    let query = ViewQuery { sort, limit: 1000, ..ViewQuery::default() };
    let order = expected(&downloads, &[], &query);
    let index = |index: usize| u32::try_from(index).ok();
    for (place, id) in order.iter().enumerate() {
        assert_eq!(store.index_of(&query, &[], *id).await.unwrap(), index(place));
    }
    assert_eq!(store.index_of(&query, &[], DownloadId(9999)).await.unwrap(), None);
    let name = |id: &DownloadId| &downloads.iter().find(|download| download.id == *id).unwrap().name;
    for (text, begins) in [("b", "b"), ("B", "b"), ("c", "c"), ("Ä%", "ä%"), ("电", "电")] {
        let places: Vec<usize> = order
            .iter()
            .enumerate()
            .filter(|(_, id)| name(id).to_lowercase().starts_with(begins))
            .map(|(place, _)| place)
            .collect();
        let find = async |from| store.index_of_prefix(&query, &[], text, from).await.unwrap();
        assert_eq!(find(0).await, index(places[0]), "{text}");
        assert_eq!(find(index(places[0]).unwrap() + 1).await, index(places[1]), "{text}");
        assert_eq!(
            find(199).await.map(|place| place <= index(places[0]).unwrap() || place == 199),
            Some(true)
        );
    }
    assert_eq!(store.index_of_prefix(&query, &[], "x", 0).await.unwrap(), None);
}

#[tokio::test]
async fn hosts_and_folders_are_counted_with_each_change() {
    let (_folder, store, mut downloads) = list(300, 13).await;
    let gone: Vec<DownloadId> = downloads.drain(..40).map(|download| download.id).collect();
    store.delete(&gone).await.unwrap();
    downloads[0].url = "http://elsewhere.org/".into();
    downloads[1].folder = "/new".into();
    store.save(&downloads).await.unwrap();
    let facets = store.facets().await.unwrap();
    let count = |of: &dyn Fn(&Download) -> String| {
        let mut counts = std::collections::BTreeMap::<String, u32>::new();
        for download in &downloads {
            *counts.entry(of(download)).or_default() += 1;
        }
        let mut counts: Vec<(String, u32)> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts
    };
    let said = |facets: &[haul_core::Facet]| -> Vec<(String, u32)> {
        facets.iter().map(|facet| (facet.value.clone(), facet.count)).collect()
    };
    assert_eq!(said(&facets.hosts), count(&|download| download.host()));
    assert_eq!(said(&facets.folders), count(&|download| download.folder.to_string_lossy().into_owned()));
}

/// How SQLite goes about a page of each view in a long list.
#[tokio::test]
async fn no_view_of_many_sorts_them() {
    let (_folder, store, _) = list(1, 5).await;
    for filter in FILTERS.into_iter().filter(|filter| *filter != StatusFilter::Running) {
        for key in KEYS {
            let sort = Sort { key, descending: true };
            let query = ViewQuery { filter: filter.into(), sort, ..ViewQuery::default() };
            if !super::order::Order::has(&query) {
                continue;
            }
            let plan = super::order::Order::of(&query, u32::MAX / 2, u32::MAX).plan(&store.pool).await;
            assert!(plan.iter().all(|step| !step.contains("TEMP B-TREE")), "{query:?}: {plan:#?}");
        }
    }
}

/// Until every name is in the index.
async fn indexed(store: &Store) {
    let index = store.finder.index.as_ref().unwrap();
    while store.index_some(index).await.unwrap() {}
}

/// Whatever was taken into the index by then, a search sees the same.
#[tokio::test]
async fn a_search_sees_everything_before_and_after_it_is_indexed() {
    let (folder, store, mut downloads) = list(600, 20).await;
    let searches =
        ["b", "ä%_b", "A%_B", "%_b", "_b", "电影", "影", "\"b", "b*", "NOT", "org", "/d", "c .org", "-", "'"];
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
    store.save(&downloads).await.unwrap();
    let gone: Vec<DownloadId> = downloads.drain(20..60).map(|download| download.id).collect();
    store.delete(&gone).await.unwrap();
    look(&store, &downloads).await;
    indexed(&store).await;
    look(&store, &downloads).await;
    let index = store.finder.index.as_ref().unwrap();
    assert_eq!(index.find("renamed").await.unwrap(), [downloads[0].id.0], "it is in the index itself");
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
