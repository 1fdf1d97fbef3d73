//! Every page of every view, against the whole list sorted here.

use haul_core::{
    Download, DownloadId, Failure, Options, Resource, Rest, Sort, SortKey, StatusFilter, ViewQuery,
};
use std::cmp::Ordering;
use tempfile::TempDir;

use crate::Database;
use crate::store::{self, Batch, Durability, Store};

const KEYS: [SortKey; 8] = [
    SortKey::Queue,
    SortKey::Name,
    SortKey::Size,
    SortKey::Progress,
    SortKey::Status,
    SortKey::Host,
    SortKey::Created,
    SortKey::Finished,
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
                position: i64::from(number) * 10,
                finished: rest.is_completed().then(|| random.u64(0..5)),
                rest,
                url: format!("http://{}.org/", random.lowercase()),
                folder: "/d".into(),
                name: random.choice(["a", "B", "b", "C"]).unwrap().to_owned(),
                part: None,
                replaces: None,
                resource: size.map(|size| Resource { size: Some(size), ..Resource::default() }),
                received: random.u64(0..3) * 50,
                options: Options::default(),
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
        SortKey::Progress => progress(one).partial_cmp(&progress(other)).unwrap(),
        SortKey::Status => status(one, running).cmp(&status(other, running)),
        SortKey::Host => one.host().cmp(&other.host()),
        SortKey::Created => one.created.cmp(&other.created),
        SortKey::Finished => one.finished.cmp(&other.finished),
    };
    by_key.then(one.id.cmp(&other.id))
}

fn passes(download: &Download, filter: StatusFilter, running: &[DownloadId]) -> bool {
    let status = status(download, running);
    match filter {
        StatusFilter::All => true,
        StatusFilter::Running => running.contains(&download.id),
        StatusFilter::Queued => status == 1,
        StatusFilter::Paused => status == 2,
        StatusFilter::Failed => status == 3,
        StatusFilter::Completed => status == 4,
    }
}

async fn check_all(store: &Store, downloads: &[Download], running: &[DownloadId], search: &str) {
    for (filter, key, descending) in FILTERS
        .iter()
        .flat_map(|filter| KEYS.iter().flat_map(move |key| [(*filter, *key, false), (*filter, *key, true)]))
    {
        let found = |download: &&Download| {
            [&download.name, &download.host()].iter().any(|text| text.to_lowercase().contains(search))
        };
        let mut expected: Vec<&Download> =
            downloads.iter().filter(|download| passes(download, filter, running)).filter(found).collect();
        expected.sort_by(|one, other| compare(one, other, key, running));
        if descending {
            expected.reverse();
        }
        let expected: Vec<DownloadId> = expected.iter().map(|download| download.id).collect();
        let count = u32::try_from(expected.len()).unwrap();
        for offset in [0, 1, 7, count / 2, count.saturating_sub(9), count] {
            let sort = Sort { key, descending };
            let query = ViewQuery { filter, search: search.to_owned(), sort, offset, limit: 10 };
            let page = store.view(&query, running).await.unwrap();
            let ids: Vec<DownloadId> = page.rows.iter().map(|row| row.id).collect();
            let wanted: Vec<DownloadId> = expected.iter().skip(offset as usize).take(10).copied().collect();
            assert_eq!((page.total, ids), (count, wanted), "{query:?} {running:?}");
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

/// How SQLite goes about a page of each view in a long list.
#[tokio::test]
async fn no_view_of_many_sorts_them() {
    let (_folder, store, _) = list(1, 5).await;
    for filter in FILTERS.into_iter().filter(|filter| *filter != StatusFilter::Running) {
        for key in KEYS {
            let sort = Sort { key, descending: true };
            let query = ViewQuery { filter, sort, ..ViewQuery::default() };
            let plan = super::order::Order::of(&query, u32::MAX / 2, u32::MAX).plan(&store.pool).await;
            assert!(plan.iter().all(|step| !step.contains("TEMP B-TREE")), "{query:?}: {plan:#?}");
        }
    }
}
