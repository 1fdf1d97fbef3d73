//! Every page of every view, against the whole list sorted here.

use haul_core::{
    Download, DownloadId, Filter, Group, Grouping, QueueId, QueueSettings, Rest, Sort, SortKey, StatusFilter,
    ViewQuery,
};
use std::path::PathBuf;

mod reference;
mod search;

use reference::{FILTERS, KEYS, bring_bytes, check, check_all, expected, first_tag, list, list_with, sorts};

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
        let queues = [None, Some(QueueId::DEFAULT), Some(QueueId(3))];
        let kinds = [None, Some("video".to_owned())];
        let tags = [None, Some("WORK".to_owned()), Some("to read".to_owned()), Some("none".to_owned())];
        let searches =
            ["", "b", "#read", "#", "work b", "E a", "%", "影", "org d", "\"", "* OR NOT", "A_B", "\u{301}"];
        for sort in sorts() {
            let filter = Filter {
                status: random.choice(FILTERS).unwrap(),
                host: random.choice(hosts.iter()).unwrap().clone(),
                folder: random.choice(folders.iter()).unwrap().clone(),
                queue: *random.choice(queues.iter()).unwrap(),
                kind: random.choice(kinds.iter()).unwrap().clone(),
                tag: random.choice(tags.iter()).unwrap().clone(),
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
    let in_films = Filter { queue: Some(QueueId(2)), ..Filter::default() };
    let mut random = fastrand::Rng::with_seed(9);
    for round in 0..7 {
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
            5 => {
                let other = downloads.iter_mut().find(|download| download.queue != QueueId(2)).unwrap();
                store.assign(&[other.id], QueueId(2)).await.unwrap();
                other.queue = QueueId(2);
            }
            _ => {}
        }
        for key in keys {
            check(&store, &downloads, &[], by(key)).await;
            check(&store, &downloads, &[], ViewQuery { filter: in_films.clone(), ..by(key) }).await;
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
        (Grouping::Kind, StatusFilter::All),
        (Grouping::Tag, StatusFilter::All),
        (Grouping::Queue, StatusFilter::All),
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
                Grouping::Kind => of(id).kind.clone(),
                Grouping::Tag => first_tag(of(id)).cloned().unwrap_or_default(),
                Grouping::Queue => of(id).queue.to_string(),
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
            in_order.sort_by_key(|key| if by == Grouping::Tag { key.to_lowercase() } else { key.clone() });
            let is_oldest_first = sort.key == SortKey::Finished && !sort.descending;
            if by == Grouping::Day && !is_oldest_first {
                in_order.reverse();
            }
            // Those without come last.
            in_order.sort_by_key(String::is_empty);
            assert_eq!(keys, in_order, "{by:?} {query:?}");
        }
    }
}

#[tokio::test]
async fn queues_that_are_renamed_or_moved_are_in_their_new_places_at_once() {
    let (_folder, store, downloads) = list(60, 14).await;
    let sort = Sort { key: SortKey::QueueName, descending: false };
    let by_name = ViewQuery { sort, limit: 1000, ..ViewQuery::default() };
    let grouped = ViewQuery { group: Grouping::Queue, ..by_name.clone() };
    let queue_of = |id: &DownloadId| downloads.iter().find(|one| one.id == *id).unwrap().queue;
    let order = async || {
        let mut order: Vec<u32> =
            store.ids_of(&by_name, &[]).await.unwrap().iter().map(|id| queue_of(id).0).collect();
        order.dedup();
        order
    };
    let headings = async || {
        let groups = store.view(&grouped, &[]).await.unwrap().groups;
        groups.into_iter().map(|group| group.key).collect::<Vec<_>>()
    };
    assert_eq!((order().await, headings().await.concat().as_str()), (vec![1, 3, 2], "123"));
    store.save_queue(QueueId(2), &QueueSettings::named("archive")).await.unwrap();
    assert_eq!(order().await, [1, 2, 3]);
    store.save_queue_order(&[QueueId(3), QueueId(1), QueueId(2)]).await.unwrap();
    assert_eq!(headings().await.concat(), "312");
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
async fn hosts_folders_queues_and_kinds_are_counted_with_each_change() {
    let (_folder, store, mut downloads) = list(300, 13).await;
    let gone: Vec<DownloadId> = downloads.drain(..40).map(|download| download.id).collect();
    store.delete(&gone).await.unwrap();
    downloads[0].url = "http://elsewhere.org/".into();
    downloads[1].folder = "/new".into();
    downloads[2].kind = "archive".into();
    downloads[3].queue = QueueId(9);
    store.assign(&[downloads[3].id], QueueId(9)).await.unwrap();
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
    assert_eq!(said(&facets.kinds), count(&|download| download.kind.clone()));
    assert_eq!(said(&facets.queues), count(&|download| download.queue.0.to_string()));
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
