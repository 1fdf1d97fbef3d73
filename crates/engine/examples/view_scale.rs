//! What views of a long list cost: a real engine on a real SQLite file with 100,000 downloads (or as many as the first argument
//! says), in many folders and from many hosts. Each line of output is a name, the median and the worst of several rounds,
//! each after a change, so that nothing is answered from what was found before.

#![allow(clippy::unwrap_used, reason = "a measurement that cannot be made stops")]

use haul_core::{Filter, Grouping, NewDownload, Sort, SortKey, StatusFilter, ViewQuery};
use haul_engine::{Database, Engine, EngineConfig, Network};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

const BATCH: u32 = 10_000;
const ROUNDS: u32 = 9;
const ENDINGS: [&str; 5] = ["iso", "iso", "zip", "mkv", "pdf"];
const WORDS: [&str; 8] = ["debian", "backup", "season", "report", "photos", "kernel", "lecture", "archive"];

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let count = std::env::args().nth(1).map_or(100_000, |count| count.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let engine = open(folder.path()).await;
    let mut slowest = Duration::ZERO;
    for first in (0..count).step_by(BATCH as usize) {
        let batch = (first..count.min(first + BATCH)).map(download).collect();
        let begun = Instant::now();
        black_box(engine.add(batch).await.unwrap());
        slowest = slowest.max(begun.elapsed());
    }
    println!("add_10000 {:.1} ms", ms(slowest));
    measure(&engine, "search_before_index", &searching("13.iso"), count).await;
    let size = || std::fs::metadata(folder.path().join("haul.db.search")).map_or(0, |file| file.len());
    let mut before = 0;
    // The index is done when it grows no more.
    while before != size() || before == 0 {
        before = size();
        tokio::time::sleep(Duration::from_secs(3)).await;
    }
    for (name, search) in [
        ("part", "bian-13"),
        ("common", "iso"),
        ("one_letter", "e"),
        ("two_letters", "13"),
        ("host", "mirror17"),
        ("folder", "shelf-3"),
        ("tag", "#read"),
        ("note", "monday"),
        ("two_words", "debian mirror17"),
        ("nothing", "xyzzy"),
    ] {
        measure(&engine, &format!("search_{name}"), &searching(search), count).await;
    }
    for key in [
        SortKey::Name,
        SortKey::Size,
        SortKey::Received,
        SortKey::Host,
        SortKey::Folder,
        SortKey::Created,
        SortKey::Kind,
        SortKey::Tags,
        SortKey::Throughput,
    ] {
        let sort = Sort { key, descending: true };
        let filter = Filter { folder: Some("/downloads/shelf-3".into()), ..Filter::default() };
        let narrow = ViewQuery { filter, sort, ..paused() };
        measure(&engine, &format!("sort_{key:?}").to_lowercase(), &ViewQuery { sort, ..paused() }, count)
            .await;
        measure(&engine, &format!("filter_and_sort_{key:?}").to_lowercase(), &narrow, count).await;
    }
    for group in
        [Grouping::Day, Grouping::Host, Grouping::Folder, Grouping::Kind, Grouping::Tag, Grouping::Queue]
    {
        let query = ViewQuery { group, ..paused() };
        measure(&engine, &format!("group_{group:?}").to_lowercase(), &query, count).await;
    }
    for (name, filter) in [
        ("kind", Filter { kind: Some("archive".into()), ..Filter::default() }),
        ("tag", Filter { tag: Some("to read".into()), ..Filter::default() }),
        ("tag_and_state", Filter { tag: Some("work".into()), ..StatusFilter::Paused.into() }),
    ] {
        measure(&engine, &format!("filter_{name}"), &ViewQuery { filter, ..paused() }, count).await;
    }
    worst("facets", async || drop(black_box(engine.facets().await.unwrap()))).await;
    worst("ids_of_all", async || drop(black_box(engine.ids_of(&paused()).await.unwrap()))).await;
    println!("index {:.1} MB", size() as f64 / 1e6);
    println!("list {:.1} MB", std::fs::metadata(folder.path().join("haul.db")).unwrap().len() as f64 / 1e6);
    engine.shutdown().await;
}

async fn open(folder: &Path) -> Engine {
    let mut config = EngineConfig::new(Database::File(folder.join("haul.db")), "/downloads");
    let online = tokio::sync::watch::Sender::new(true);
    config.network = Network::told(online.subscribe());
    Engine::open(config).await.unwrap()
}

fn download(number: u32) -> NewDownload {
    let mixed = number.wrapping_mul(2_654_435_761);
    let word = WORDS[(mixed >> 8) as usize % WORDS.len()];
    let url = format!(
        "https://mirror{}.example.org/pub/{word}-{}-{mixed}.{}",
        mixed % 97,
        mixed % 20,
        ENDINGS[(mixed >> 12) as usize % ENDINGS.len()]
    );
    let folder = format!("/downloads/shelf-{}", (mixed >> 4) % 12);
    // One in three has a tag, one in a hundred a note.
    let tags = match mixed % 9 {
        0 => vec!["to read".to_owned()],
        3 => vec!["work".to_owned(), format!("project {}", mixed % 40)],
        6 => vec!["work".to_owned()],
        _ => Vec::new(),
    };
    let mut new = NewDownload { paused: true, folder: Some(folder.into()), tags, ..NewDownload::of(url) };
    new.options.note = mixed.is_multiple_of(100).then(|| "for the meeting on monday".to_owned());
    new
}

fn paused() -> ViewQuery {
    ViewQuery { filter: StatusFilter::Paused.into(), limit: 100, ..ViewQuery::default() }
}

fn searching(search: &str) -> ViewQuery {
    ViewQuery { search: search.to_owned(), ..paused() }
}

/// Its first page found anew, and one in its middle after that.
async fn measure(engine: &Engine, name: &str, query: &ViewQuery, count: u32) {
    let mut id = 0;
    worst(name, async || {
        id += 1;
        // What changes makes that all is found anew; what it costs itself is not counted.
        let touched = haul_core::DownloadId(count / 2 + id);
        engine.set_note(touched, Some(format!("looked at {id} times"))).await.unwrap();
        ANEW.set(Instant::now());
        drop(black_box(engine.view(query.clone()).await.unwrap()));
    })
    .await;
    let begun = Instant::now();
    let page = engine.view(ViewQuery { offset: 5000, ..query.clone() }).await.unwrap();
    println!("{name}_next_page {:.2} ms of {}", ms(begun.elapsed()), page.total);
}

thread_local! {
    /// When what is measured began.
    static ANEW: std::cell::Cell<Instant> = std::cell::Cell::new(Instant::now());
}

async fn worst(name: &str, mut work: impl AsyncFnMut()) {
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        ANEW.set(Instant::now());
        work().await;
        times.push(ANEW.get().elapsed());
    }
    times.sort();
    let median = times[times.len() / 2];
    println!("{name} {:.1} ms, at worst {:.1}", ms(median), ms(*times.last().unwrap()));
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
