//! What a long list costs: a real engine on a real SQLite file, each measurement in a process of its own.
//!
//! `queue_scale` adds 100,000 downloads (or as many as the first argument says) and measures adding, loading, memory,
//! pages, moves and wake-ups. `queue_scale idle SECONDS` watches an engine with 1,000 paused downloads do nothing. Every
//! line of output is `name value unit`.

#![allow(clippy::unwrap_used, reason = "a measurement that cannot be made stops")]

use haul_core::{DownloadId, Event, Move, NewDownload, Sort, SortKey, StatusFilter, ViewQuery};
use haul_engine::{Database, Engine, EngineConfig, Network};
use std::hint::black_box;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const BATCH: u32 = 10_000;
const PAGE: u32 = 50;
/// As many as run at once: they hang at a server that says nothing, so that all others wait.
const RUNNING: u32 = 5;
const ROUNDS: usize = 31;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["add", folder, count, port] => run(add(folder.as_ref(), count.parse().unwrap(), port)),
        ["load", folder] => run(load(folder.as_ref())),
        ["work", folder] => run(work(folder.as_ref())),
        ["fill", folder] => run(fill(folder.as_ref())),
        ["idle-here", folder, seconds] => run(idle(folder.as_ref(), seconds.parse().unwrap())),
        ["idle", seconds] => {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().to_str().unwrap();
            in_own_process(&["fill", path]);
            in_own_process(&["idle-here", path, seconds]);
        }
        [] => everything("100000"),
        [count] => everything(count),
        _ => eprintln!("queue_scale [COUNT] | queue_scale idle SECONDS"),
    }
}

fn everything(count: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = silent.local_addr().unwrap().port().to_string();
    let nothing = tempfile::tempdir().unwrap();
    let empty = in_own_process(&["load", nothing.path().to_str().unwrap()]);
    in_own_process(&["add", path, count, &port]);
    let full = in_own_process(&["load", path]);
    let each = (full - empty) * 1024.0 / count.parse::<f64>().unwrap();
    println!("memory_per_download {each:.0} bytes");
    in_own_process(&["work", path]);
}

/// Memory that one measurement has left or used does not show in the next. Answers with the PSS in KiB.
fn in_own_process(arguments: &[&str]) -> f64 {
    let output = Command::new(std::env::current_exe().unwrap()).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    print!("{text}");
    let pss = text.lines().find_map(|line| line.strip_prefix("pss "));
    pss.and_then(|pss| pss.split(' ').next()?.parse().ok()).unwrap_or_default()
}

/// One thread beside the store's own, as the desktop gives it.
fn run(work: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work);
}

async fn open(folder: &Path) -> Engine {
    let mut config = EngineConfig::new(Database::File(folder.join("haul.db")), folder);
    let online = tokio::sync::watch::Sender::new(true);
    config.network = Network::told(online.subscribe());
    Engine::open(config).await.unwrap()
}

fn download(number: u32, port: &str, paused: bool) -> NewDownload {
    // Names in no order, as they come; about a hundred hosts.
    let name = number.wrapping_mul(2_654_435_761);
    let url = if number < RUNNING {
        format!("http://127.0.0.1:{port}/{name}.iso")
    } else {
        format!("https://mirror{}.example.org/pub/releases/2026/image-{name}.iso", number % 97)
    };
    NewDownload { paused, ..NewDownload::of(url) }
}

async fn add(folder: &Path, count: u32, port: &str) {
    let engine = open(folder).await;
    let mut spent = Duration::ZERO;
    let mut slowest = Duration::ZERO;
    for first in (0..count).step_by(BATCH as usize) {
        let batch = (first..count.min(first + BATCH)).map(|number| download(number, port, false)).collect();
        let begun = Instant::now();
        black_box(engine.add(batch).await.unwrap());
        spent += begun.elapsed();
        slowest = slowest.max(begun.elapsed());
    }
    println!("add {:.0} per_second", f64::from(count) / spent.as_secs_f64());
    println!("add_slowest_batch {:.1} ms", ms(slowest));
    engine.shutdown().await;
}

async fn load(folder: &Path) {
    let begun = Instant::now();
    let engine = open(folder).await;
    let all = counts(&engine).await.all;
    println!("load_{all} {:.1} ms", ms(begun.elapsed()));
    println!("pss {:.0} KiB", pss_kib());
    engine.shutdown().await;
}

async fn work(folder: &Path) {
    let engine = open(folder).await;
    let all = counts(&engine).await.all;
    for (name, key, descending, filter) in [
        ("created", SortKey::Created, true, StatusFilter::All),
        ("created_queued", SortKey::Created, true, StatusFilter::Queued),
        ("queue", SortKey::Queue, false, StatusFilter::All),
        ("name", SortKey::Name, false, StatusFilter::All),
        ("name_queued", SortKey::Name, false, StatusFilter::Queued),
        ("status_queued", SortKey::Status, false, StatusFilter::Queued),
        ("progress_queued", SortKey::Progress, false, StatusFilter::Queued),
        ("host", SortKey::Host, false, StatusFilter::All),
        ("size", SortKey::Size, true, StatusFilter::All),
        ("finished", SortKey::Finished, true, StatusFilter::All),
        ("status", SortKey::Status, false, StatusFilter::All),
        ("progress", SortKey::Progress, true, StatusFilter::All),
    ] {
        let mut worst = Duration::ZERO;
        for tenth in [0, 3, 5, 7, 10] {
            let offset = (all / 10 * tenth).min(all.saturating_sub(PAGE));
            let sort = Sort { key, descending };
            let query =
                ViewQuery { filter: filter.into(), sort, offset, limit: PAGE, ..ViewQuery::default() };
            let page = median(async || drop(black_box(engine.view(query.clone()).await.unwrap()))).await;
            worst = worst.max(page);
        }
        println!("page_{name} {:.2} ms", ms(worst));
    }
    measure_moves(&engine, all).await;
    let snapshot = median(async || drop(black_box(engine.snapshot().await.unwrap()))).await;
    println!("snapshot {:.3} ms", ms(snapshot));
    let one = vec![DownloadId(all / 2)];
    let pause = median(async || {
        engine.pause(one.clone()).await.unwrap();
        engine.resume(one.clone()).await.unwrap();
    });
    println!("pause_and_resume_one {:.2} ms", ms(pause.await));
    let begun = Instant::now();
    engine.pause_all().await.unwrap();
    println!("pause_all {:.1} ms", ms(begun.elapsed()));
    engine.shutdown().await;
}

async fn measure_moves(engine: &Engine, all: u32) {
    let mut next = RUNNING;
    let mut some = |count: u32| {
        next += count;
        (next - count..next).map(|number| DownloadId(number * 7 % all + 1)).collect::<Vec<_>>()
    };
    let target = DownloadId(all / 3);
    for (name, to) in [
        ("top", Move::Top),
        ("up", Move::Up { shown: vec![] }),
        ("down", Move::Down { shown: vec![] }),
        ("bottom", Move::Bottom),
        ("before", Move::Before { id: target }),
    ] {
        for count in [1, 100] {
            let moved =
                median(async || drop(engine.move_in_queue(some(count), to.clone()).await.unwrap())).await;
            println!("move_{count}_{name} {:.2} ms", ms(moved));
        }
    }
}

async fn fill(folder: &Path) {
    let engine = open(folder).await;
    engine.add((RUNNING..RUNNING + 1000).map(|number| download(number, "", true)).collect()).await.unwrap();
    engine.shutdown().await;
}

async fn idle(folder: &Path, seconds: u64) {
    let engine = open(folder).await;
    // A while after the start, what only the start needed is over.
    assert_eq!(counts(&engine).await.paused, 1000);
    tokio::time::sleep(Duration::from_secs(2)).await;
    let (woken, ticks) = (wake_ups(), cpu_ticks());
    tokio::time::sleep(Duration::from_secs(seconds)).await;
    println!("idle_wake_ups {:.2} per_second", (wake_ups() - woken) as f64 / seconds as f64);
    println!("idle_cpu {} ticks", cpu_ticks() - ticks);
    println!("pss {:.0} KiB", pss_kib());
    engine.shutdown().await;
}

async fn counts(engine: &Engine) -> haul_core::Counts {
    match engine.snapshot().await.unwrap() {
        Event::Snapshot { counts, .. } => counts,
        other => unreachable!("{other:?}"),
    }
}

async fn median(mut work: impl AsyncFnMut()) -> Duration {
    let mut times = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        work().await;
        times.push(begun.elapsed());
    }
    times.sort();
    times[ROUNDS / 2]
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

fn pss_kib() -> f64 {
    let text = std::fs::read_to_string("/proc/self/smaps_rollup").unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

/// How often any thread went to sleep by itself, and so was woken.
fn wake_ups() -> u64 {
    let tasks = std::fs::read_dir("/proc/self/task").unwrap();
    let of = |path: &Path| -> u64 {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
        line.and_then(|count| count.trim().parse().ok()).unwrap_or_default()
    };
    tasks.map(|task| of(&task.unwrap().path().join("status"))).sum()
}

/// Hundredths of a second that the process computed.
fn cpu_ticks() -> u64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = text.rsplit(") ").next().unwrap().split(' ').collect();
    // utime and stime: fields 14 and 15, counted from 1 and before the name was cut off.
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}
