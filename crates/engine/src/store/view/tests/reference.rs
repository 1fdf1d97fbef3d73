//! The whole list sorted here, which every page is compared with.

use haul_core::fold::fold;
use haul_core::{
    Download, DownloadId, Failure, Filter, Options, QueueId, QueueSettings, Resource, Rest, Sort, SortKey,
    StatusFilter, ViewQuery,
};
use std::cmp::Ordering;
use std::path::PathBuf;
use tempfile::TempDir;

use crate::Database;
use crate::store::{self, Batch, Durability, Store};

pub(super) const KEYS: [SortKey; 14] = [
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
    SortKey::Kind,
    SortKey::QueueName,
    SortKey::Tags,
    SortKey::Throughput,
];
pub(super) const FILTERS: [StatusFilter; 6] = [
    StatusFilter::All,
    StatusFilter::Running,
    StatusFilter::Queued,
    StatusFilter::Paused,
    StatusFilter::Failed,
    StatusFilter::Completed,
];

/// A list in which every value occurs several times, or is missing.
pub(super) async fn list(count: u32, seed: u64) -> (TempDir, Store, Vec<Download>) {
    list_with(count, seed, 6).await
}

/// Three in `kinds` are not queued.
pub(super) async fn list_with(count: u32, seed: u64, kinds: u32) -> (TempDir, Store, Vec<Download>) {
    let mut random = fastrand::Rng::with_seed(seed);
    let folder = tempfile::tempdir().unwrap();
    let store = store::open(&Database::File(folder.path().join("list"))).await.unwrap().store;
    for name in &QUEUES[1..] {
        store.add_queue(&QueueSettings::named(*name)).await.unwrap();
    }
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
                queue: QueueId(number % 3 + 1),
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
                kind: (*random.choice(&["other", "video", "audio"]).unwrap()).to_owned(),
                tags: tags(&mut random),
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

/// What they are called, by their ids; the first has no name.
const QUEUES: [&str; 3] = ["", "night", "Films"];

fn queue_name(download: &Download) -> String {
    QUEUES.get(download.queue.0 as usize - 1).map_or_else(String::new, |name| name.to_lowercase())
}

fn tags(random: &mut fastrand::Rng) -> Vec<String> {
    const SOME: [&[&str]; 6] = [&[], &[], &[], &["Work"], &["home", "to read"], &["to read", "Work"]];
    random.choice(SOME).unwrap().iter().map(|tag| (*tag).to_owned()).collect()
}

pub(super) fn first_tag(download: &Download) -> Option<&String> {
    download.tags.iter().min_by_key(|tag| tag.to_ascii_lowercase())
}

/// Some that are queued have more than when they were saved.
pub(super) async fn bring_bytes(store: &Store, downloads: &mut [Download], random: &mut fastrand::Rng) {
    let mut received = Vec::new();
    for download in downloads.iter_mut().filter(|download| download.rest == Rest::Queued) {
        if random.bool() {
            download.received += 50;
            received.push((download.id, download.received));
        }
    }
    let batch = Batch { downloads: Vec::new(), log: &[], received, hosts: &[], hashes: &[], traffic: &[] };
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
        SortKey::Kind => one.kind.cmp(&other.kind),
        SortKey::QueueName => queue_name(one).cmp(&queue_name(other)),
        SortKey::Tags => {
            let first = |download: &Download| first_tag(download).map(|tag| tag.to_ascii_lowercase());
            (first(one).is_none(), first(one)).cmp(&(first(other).is_none(), first(other)))
        }
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
        && filter.queue.is_none_or(|queue| queue == download.queue)
        && filter.kind.as_ref().is_none_or(|kind| *kind == download.kind)
        && filter.tag.as_ref().is_none_or(|tag| download.tags.iter().any(|one| one.eq_ignore_ascii_case(tag)))
}

fn has(download: &Download, search: &str) -> bool {
    let note = download.options.note.as_deref().unwrap_or_default();
    let texts =
        [fold(&download.name), fold(note), fold(&download.host()), fold(&download.folder.to_string_lossy())];
    let in_tags = |word: &str| download.tags.iter().any(|tag| fold(tag).contains(word));
    search.split_whitespace().map(fold).all(|word| {
        let bare = word.strip_prefix('#').filter(|bare| !bare.is_empty()).unwrap_or(&word);
        texts.iter().any(|text| text.contains(&word)) || in_tags(bare)
    })
}

/// What the whole list sorted here has.
pub(super) fn expected(downloads: &[Download], running: &[DownloadId], query: &ViewQuery) -> Vec<DownloadId> {
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

pub(super) async fn check(store: &Store, downloads: &[Download], running: &[DownloadId], query: ViewQuery) {
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

pub(super) fn sorts() -> impl Iterator<Item = Sort> {
    KEYS.into_iter().flat_map(|key| [false, true].map(|descending| Sort { key, descending }))
}

pub(super) async fn check_all(store: &Store, downloads: &[Download], running: &[DownloadId], search: &str) {
    for status in FILTERS {
        for sort in sorts() {
            let query =
                ViewQuery { filter: status.into(), search: search.to_owned(), sort, ..ViewQuery::default() };
            check(store, downloads, running, query).await;
        }
    }
}
