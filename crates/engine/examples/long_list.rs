//! Writes a list as years of use leave it: `long_list FOLDER COUNT` makes `FOLDER/haul.db` with so many downloads, of which nine
//! in ten are finished, over three years, and the others paused. For what is measured and looked at with it.

#![allow(clippy::unwrap_used, reason = "a list that cannot be made stops")]

use haul_core::NewDownload;
use haul_engine::{Database, Engine, EngineConfig};
use sqlx::Connection;
use std::path::Path;
use std::time::Duration;

const BATCH: u32 = 10_000;
const KINDS: [(&str, u64); 6] = [
    ("iso", 3 << 30),
    ("mkv", 1 << 30),
    ("zip", 90 << 20),
    ("pdf", 4 << 20),
    ("mp3", 7 << 20),
    ("tar.zst", 400 << 20),
];
const WORDS: [&str; 8] = ["debian", "planet", "holiday", "report", "backup", "lecture", "ubuntu", "photos"];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, count] = arguments.as_slice() else {
        eprintln!("long_list FOLDER COUNT");
        return;
    };
    let make = make(folder.as_ref(), count.parse().unwrap());
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(make);
}

async fn make(folder: &Path, count: u32) {
    let database = folder.join("haul.db");
    let engine = Engine::open(EngineConfig::new(Database::File(database.clone()), folder)).await.unwrap();
    for first in (0..count).step_by(BATCH as usize) {
        let batch = (first..count.min(first + BATCH)).map(download).collect();
        engine.add(batch).await.unwrap();
    }
    engine.shutdown().await;
    drop(engine);
    finish(&database).await;
    let engine = Engine::open(EngineConfig::new(Database::File(database.clone()), folder)).await.unwrap();
    indexed(&database, count).await;
    engine.shutdown().await;
}

/// Until the search index, which the engine makes by and by, has all of them.
async fn indexed(database: &Path, count: u32) {
    let index = format!("sqlite:{}.search", database.display());
    loop {
        let mut index = sqlx::SqliteConnection::connect(&index).await.unwrap();
        let upto: u32 = sqlx::query_scalar("SELECT upto FROM known").fetch_one(&mut index).await.unwrap();
        index.close().await.unwrap();
        if upto >= count {
            return;
        }
        // The engine makes it beside everything else and tells nobody when it is done.
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

fn download(number: u32) -> NewDownload {
    // In no order, as names come.
    let mixed = number.wrapping_mul(2_654_435_761);
    let (extension, _) = KINDS[mixed as usize % KINDS.len()];
    let word = WORDS[(mixed >> 8) as usize % WORDS.len()];
    let url =
        format!("https://mirror{}.example.org/pub/{word}-{}-{mixed}.{extension}", mixed % 97, number % 31);
    NewDownload { paused: true, ..NewDownload::of(url) }
}

/// What only time could do otherwise. Every tenth stays paused.
async fn finish(database: &Path) {
    let mut list = sqlx::SqliteConnection::connect(&format!("sqlite:{}", database.display())).await.unwrap();
    let mut writing = list.begin().await.unwrap();
    let sizes = KINDS.iter().map(|(extension, size)| format!("WHEN name LIKE '%.{extension}' THEN {size}"));
    let size = format!("(CASE {} ELSE 1000 END) + id * 7919 % 1000000", sizes.collect::<Vec<_>>().join(" "));
    let sized = format!("UPDATE downloads SET size = {size}");
    // Fifteen minutes from one to the next.
    let finished = "UPDATE downloads SET rest = 'completed', received = size, progress = 1.0, path = folder || '/' || name, \
                    created = created - (SELECT max(id) FROM downloads) * 900000 + id * 900000, \
                    finished = created - (SELECT max(id) FROM downloads) * 900000 + id * 900000 + 60000, \
                    position = 0x4000000000000000 - (created + id * 900000) WHERE id % 10 <> 0";
    for statement in [sized.as_str(), finished] {
        sqlx::query(sqlx::AssertSqlSafe(statement.to_owned())).execute(&mut *writing).await.unwrap();
    }
    writing.commit().await.unwrap();
    list.close().await.unwrap();
}
