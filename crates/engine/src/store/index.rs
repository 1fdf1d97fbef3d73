//! The search index: which names and notes have which letters in a row (FTS5, trigrams), in a file of its own beside the list. It can be
//! lost at any time and is made again: nothing but speed is in it, and the list is never damaged with it.
//!
//! They are taken into it a while after they came, so that adding does not wait for it; until then a search reads them one by
//! one, and sees everything.

use haul_core::fold::fold;
use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::types::Json;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::time::sleep;

use super::view::numbers;
use super::{Store, open::options};

/// Names that are taken in at once: a step must not hold up a search for long.
const STEP: u32 = 500;
/// How long what changes is left alone: more will change, and adding comes first.
const QUIET: Duration = Duration::from_secs(1);
/// Between two steps, for whoever else wants to work.
const PAUSE: Duration = Duration::from_millis(10);
/// How long a list that cannot be read just now, or an index that cannot be written, is left alone.
const TRY_AGAIN: Duration = Duration::from_secs(30);
/// No word that is looked for is longer.
const LONGEST: usize = 1000;

const TABLE: &str = "CREATE VIRTUAL TABLE names USING fts5 (text, tokenize = 'trigram case_sensitive 1')";

#[derive(Debug)]
pub struct Index {
    pool: SqlitePool,
    /// All names of downloads up to this id were taken in.
    upto: AtomicU32,
}

impl Index {
    /// Of the list with this `stamp`, which gave ids up to `last`; none if it can be neither read nor made.
    pub async fn open(path: &Path, stamp: &str, last: u32) -> Option<Self> {
        for is_new in [false, true] {
            if is_new && !remove(path).await {
                break;
            }
            match Self::open_file(path, stamp).await {
                Ok(index) if index.upto() <= last => return Some(index),
                Ok(index) => index.pool.close().await,
                Err(error) => tracing::info!(%error, "the search index is made anew"),
            }
        }
        tracing::warn!("there is no search index: each search reads all names");
        None
    }

    async fn open_file(path: &Path, stamp: &str) -> sqlx::Result<Self> {
        let options: SqliteConnectOptions = options(path).synchronous(SqliteSynchronous::Normal);
        let pool = SqlitePoolOptions::new()
            .max_connections(2)
            .test_before_acquire(false)
            .connect_with(options.journal_mode(SqliteJournalMode::Wal).foreign_keys(false))
            .await?;
        let opened = Self::read(&pool, stamp).await;
        match opened {
            Ok(upto) => Ok(Self { pool, upto: AtomicU32::new(upto) }),
            Err(error) => {
                pool.close().await;
                Err(error)
            }
        }
    }

    /// Up to which id it knows the names of the list with this `stamp`.
    async fn read(pool: &SqlitePool, stamp: &str) -> sqlx::Result<u32> {
        let tables: u32 = sqlx::query_scalar("SELECT count(*) FROM sqlite_schema").fetch_one(pool).await?;
        if tables == 0 {
            let mut making = pool.begin().await?;
            sqlx::query(TABLE).execute(&mut *making).await?;
            sqlx::query("CREATE TABLE known (stamp TEXT NOT NULL, upto INTEGER NOT NULL) STRICT")
                .execute(&mut *making)
                .await?;
            sqlx::query("INSERT INTO known VALUES (?, 0)").bind(stamp).execute(&mut *making).await?;
            making.commit().await?;
        }
        sqlx::query_scalar("SELECT upto FROM known WHERE stamp = ?").bind(stamp).fetch_one(pool).await
    }

    pub fn upto(&self) -> u32 {
        self.upto.load(Ordering::Acquire)
    }

    /// The ids of the names in it that have `word`, which is folded, in them; ascending.
    pub async fn find(&self, word: &str) -> sqlx::Result<Vec<u32>> {
        if word.len() > LONGEST || word.contains('\0') {
            return Ok(Vec::new());
        }
        let text: Option<String> = if word.chars().count() < 3 {
            // Too short for a trigram: the index has the names as well.
            sqlx::query_scalar("SELECT group_concat(id) FROM names_content WHERE instr(c0, ?)")
                .bind(word)
                .fetch_one(&self.pool)
                .await?
        } else {
            // In quotes nothing means anything but itself.
            sqlx::query_scalar("SELECT group_concat(rowid) FROM names WHERE names MATCH ?")
                .bind(format!("\"{}\"", word.replace('"', "\"\"")))
                .fetch_one(&self.pool)
                .await?
        };
        let mut ids = text.map_or_else(Vec::new, |text| numbers(&text));
        ids.sort_unstable();
        Ok(ids)
    }

    /// Takes these names in, in place of what it knew; none: gone. It knows all up to `upto` then.
    async fn take_in(&self, names: &BTreeMap<u32, Option<String>>, upto: u32) -> sqlx::Result<()> {
        let ids: Vec<u32> = names.keys().copied().collect();
        let there = names.iter().filter_map(|(id, name)| Some((*id, fold(name.as_ref()?))));
        let there: Vec<(u32, String)> = there.collect();
        let mut writing = self.pool.begin().await?;
        sqlx::query("DELETE FROM names WHERE rowid IN (SELECT value FROM json_each(?))")
            .bind(Json(ids))
            .execute(&mut *writing)
            .await?;
        sqlx::query("INSERT INTO names (rowid, text) SELECT value ->> 0, value ->> 1 FROM json_each(?)")
            .bind(Json(there))
            .execute(&mut *writing)
            .await?;
        sqlx::query("UPDATE known SET upto = ?").bind(upto).execute(&mut *writing).await?;
        writing.commit().await?;
        self.upto.store(upto, Ordering::Release);
        Ok(())
    }

    /// Forgets everything, so that all names are taken in anew: what is in it is damaged.
    pub async fn begin_anew(&self) -> sqlx::Result<()> {
        // Until they are, a search reads them.
        self.upto.store(0, Ordering::Release);
        let mut making = self.pool.begin().await?;
        sqlx::query("UPDATE known SET upto = 0").execute(&mut *making).await?;
        sqlx::query("DROP TABLE names").execute(&mut *making).await?;
        sqlx::query(TABLE).execute(&mut *making).await?;
        making.commit().await
    }

    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// Whether nothing is there any more.
async fn remove(path: &Path) -> bool {
    let mut is_gone = true;
    for suffix in ["", "-wal", "-shm"] {
        let file = super::open::beside(path, suffix);
        match tokio::fs::remove_file(&file).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => is_gone = false,
            Ok(()) | Err(_) => {}
        }
    }
    is_gone
}

impl Store {
    /// Takes names into the index whenever there are new ones, until the store is closed.
    pub async fn keep_indexed(&self) {
        let Some(index) = &self.finder.index else { return };
        loop {
            sleep(QUIET).await;
            loop {
                match self.index_some(index).await {
                    Ok(true) => sleep(PAUSE).await,
                    Ok(false) => break,
                    Err(sqlx::Error::PoolClosed) => return,
                    Err(error) => {
                        tracing::warn!(%error, "names cannot be taken into the search index");
                        sleep(TRY_AGAIN).await;
                    }
                }
            }
            self.finder.changes.next().await;
        }
    }

    /// Whether there is more to take in.
    pub(super) async fn index_some(&self, index: &Index) -> sqlx::Result<bool> {
        let upto = index.upto();
        let changed =
            "SELECT json_group_array(json_array(id, text)) FROM (SELECT id, text FROM unindexed LIMIT ?)";
        let Json(changed): Json<Vec<(u32, Option<String>)>> =
            sqlx::query_scalar(changed).bind(STEP).fetch_one(&self.pool).await?;
        let new = "SELECT json_group_array(json_array(id, searched)) FROM \
                   (SELECT id, searched FROM downloads WHERE id > ? ORDER BY id LIMIT ?)";
        let Json(new): Json<Vec<(u32, String)>> =
            sqlx::query_scalar(new).bind(upto).bind(STEP).fetch_one(&self.pool).await?;
        if changed.is_empty() && new.is_empty() {
            return Ok(false);
        }
        let last = new.last().map_or(upto, |(id, _)| *id);
        // What was read later is what it is.
        let names = changed.iter().cloned().chain(new.into_iter().map(|(id, name)| (id, Some(name))));
        if let Err(error) = index.take_in(&names.collect(), last).await {
            if super::open::is_damaged(&error) {
                index.begin_anew().await?;
                return Ok(true);
            }
            return Err(error);
        }
        // One that changed once more meanwhile stays.
        sqlx::query(
            "DELETE FROM unindexed WHERE id IN (SELECT done.value ->> 0 FROM json_each(?) AS done \
             WHERE done.value ->> 1 IS (SELECT text FROM unindexed WHERE id = done.value ->> 0))",
        )
        .bind(Json(changed))
        .execute(&self.quick)
        .await?;
        Ok(true)
    }
}
