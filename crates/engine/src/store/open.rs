//! Opening the list: one engine at a time, a damaged file set aside, an older one backed up and brought up to date.

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, SqlitePool};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::time::{Instant, sleep};

use super::Store;
use super::folders::Folders;
use super::index::Index;
use super::secrets::Secrets;
use super::view::Finder;
use crate::{Database, OpenError};

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");

/// How long a statement waits for another program's lock: the dispatcher waits with it.
const BUSY: Duration = Duration::from_secs(1);

/// How long the start waits for what another program holds: one that was killed just now may hold it until its last statement was
/// on disk, or until a child that it was about to start has begun.
const LET_GO: Duration = Duration::from_secs(5);
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// What SQLite keeps of the file for each connection that read so much, in KiB with a minus: the index of 100,000 names and
/// what new rows touch of all indexes. With less, each page through them reads the file again.
const CACHE_KIB: &str = "-8192";

/// The list, and where a damaged one was put if there was one.
pub struct Opened {
    pub store: Store,
    pub set_aside: Option<PathBuf>,
}

/// Opens or makes the list.
pub async fn open(database: &Database) -> Result<Opened, OpenError> {
    match database {
        Database::Memory => {
            let pool = memory_pool().await?;
            MIGRATIONS.run(&pool).await?;
            drop_orders(&pool).await?;
            Ok(Opened {
                store: Store {
                    quick: pool.clone(),
                    pool,
                    finder: Arc::default(),
                    folders: Folders::default(),
                    secrets: Secrets::default(),
                    came_back: Arc::default(),
                    shape: Arc::default(),
                    _lock: None,
                },
                set_aside: None,
            })
        }
        Database::File(path) => open_file(path).await,
    }
}

async fn open_file(path: &Path) -> Result<Opened, OpenError> {
    let deadline = Instant::now() + LET_GO;
    let lock = Arc::new(lock_beside(path, deadline).await?);
    let mut set_aside = None;
    let pool = match open_pool_by(path, deadline).await {
        Err(error) if is_damaged(&error) => {
            set_aside = Some(put_aside(path)?);
            open_pool_by(path, deadline).await
        }
        opened => opened,
    };
    let pool =
        pool.map_err(
            |error| if is_busy(&error) { OpenError::Locked { path: path.into() } } else { error.into() },
        )?;
    migrate(&pool, path).await?;
    let quick = SqlitePoolOptions::new()
        .max_connections(1)
        .test_before_acquire(false)
        .connect_with(options(path).synchronous(SqliteSynchronous::Normal))
        .await?;
    let index = open_index(&pool, path).await?;
    let noted = beside(path, ".folders");
    let folders = tokio::task::spawn_blocking(move || Folders::read(noted)).await.unwrap_or_default();
    let finder = Arc::new(Finder::with(index));
    let store = Store {
        pool,
        quick,
        finder,
        folders,
        secrets: Secrets::at(beside(path, ".secrets")),
        came_back: Arc::default(),
        shape: Arc::default(),
        _lock: Some(lock),
    };
    Ok(Opened { store, set_aside })
}

/// Makes the folder, and holds a lock file in it: SQLite's own locks come and go with each statement.
async fn lock_beside(path: &Path, deadline: Instant) -> Result<std::fs::File, OpenError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let failed = |source| OpenError::Folder { path: folder.into(), source };
    std::fs::create_dir_all(folder).map_err(failed)?;
    let lock =
        std::fs::OpenOptions::new().create(true).append(true).open(beside(path, ".lock")).map_err(failed)?;
    loop {
        match lock.try_lock() {
            Ok(()) => return Ok(lock),
            Err(std::fs::TryLockError::WouldBlock) if Instant::now() < deadline => sleep(LOOK_AGAIN).await,
            Err(std::fs::TryLockError::WouldBlock) => return Err(OpenError::Locked { path: path.into() }),
            Err(std::fs::TryLockError::Error(source)) => return Err(failed(source)),
        }
    }
}

async fn memory_pool() -> Result<SqlitePool, sqlx::Error> {
    // A database in memory belongs to its connection: one, kept for ever.
    let options = SqliteConnectOptions::new().in_memory(true).foreign_keys(true);
    SqlitePoolOptions::new()
        .max_connections(1)
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(options)
        .await
}

/// A list that lives as long as one command has nobody who pages through it, and eight orders to keep cost more than the rows.
async fn drop_orders(pool: &SqlitePool) -> Result<(), sqlx::Error> {
    let select =
        "SELECT 'DROP INDEX ' || name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'downloads'";
    let statements: Vec<String> = sqlx::query_scalar(select).fetch_all(pool).await?;
    sqlx::raw_sql(AssertSqlSafe(statements.join("; "))).execute(pool).await?;
    Ok(())
}

/// Each try waits for a second.
async fn open_pool_by(path: &Path, deadline: Instant) -> Result<SqlitePool, sqlx::Error> {
    loop {
        match open_pool(path).await {
            Err(error) if is_busy(&error) && Instant::now() < deadline => {
                tracing::debug!(%error, "somebody still writes to the list");
            }
            opened => return opened,
        }
    }
}

/// Opens the file and reads it through once, so that damage is found now and not in the middle of work.
async fn open_pool(path: &Path) -> Result<SqlitePool, sqlx::Error> {
    let pool = SqlitePoolOptions::new()
        .max_connections(4)
        .acquire_timeout(BUSY * 5)
        .test_before_acquire(false)
        .connect_with(options(path))
        .await?;
    restrict_to_owner(path);
    let verdict: String = sqlx::query_scalar("PRAGMA quick_check(1)").fetch_one(&pool).await?;
    if verdict == "ok" {
        return Ok(pool);
    }
    pool.close().await;
    Err(sqlx::Error::Protocol(DAMAGED.to_owned()))
}

pub(super) fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(BUSY)
        .foreign_keys(true)
        .pragma("cache_size", CACHE_KIB)
}

/// The index of this list.
async fn open_index(pool: &SqlitePool, path: &Path) -> Result<Option<Index>, sqlx::Error> {
    let (stamp, last): (String, u32) = sqlx::query_as(
        "SELECT value, coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'downloads'), 0) FROM search_stamp",
    )
    .fetch_one(pool)
    .await?;
    let path = beside(path, ".search");
    let index = Index::open(&path, &stamp, last).await;
    restrict_to_owner(&path);
    Ok(index)
}

const DAMAGED: &str = "the integrity check failed";

/// The list tells what somebody downloads: other accounts need not read it.
#[cfg(unix)]
fn restrict_to_owner(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    if let Err(error) = std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)) {
        tracing::warn!(%error, "the list stays readable to others");
    }
}

#[cfg(not(unix))]
fn restrict_to_owner(_path: &Path) {}

async fn migrate(pool: &SqlitePool, path: &Path) -> Result<(), OpenError> {
    if let Some(version) = pending(pool).await? {
        let backup = beside(path, &format!(".before-{version}"));
        if !backup.exists() {
            let statement = format!("VACUUM INTO '{}'", backup.display().to_string().replace('\'', "''"));
            sqlx::query(AssertSqlSafe(statement)).execute(pool).await?;
        }
    }
    match MIGRATIONS.run(pool).await {
        Err(MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..)) => {
            Err(OpenError::NewerDatabase { path: path.into() })
        }
        done => Ok(done?),
    }
}

/// The first migration that an existing list lacks; none for a new or current one.
async fn pending(pool: &SqlitePool) -> Result<Option<i64>, sqlx::Error> {
    let tables: i64 =
        sqlx::query_scalar("SELECT count(*) FROM sqlite_schema WHERE name = '_sqlx_migrations'")
            .fetch_one(pool)
            .await?;
    if tables == 0 {
        return Ok(None);
    }
    let applied: Option<i64> =
        sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations").fetch_one(pool).await?;
    Ok(MIGRATIONS.iter().map(|migration| migration.version).find(|&version| version > applied.unwrap_or(0)))
}

/// SQLite's own words for a file that is none of its own or is broken: SQLITE_CORRUPT (11), SQLITE_NOTADB (26).
pub(super) fn is_damaged(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(error) => {
            primary_code(error.as_ref()).is_some_and(|code| code == 11 || code == 26)
        }
        sqlx::Error::Protocol(text) => text == DAMAGED,
        _ => false,
    }
}

/// SQLITE_BUSY (5), SQLITE_LOCKED (6).
fn is_busy(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(error) => {
            primary_code(error.as_ref()).is_some_and(|code| code == 5 || code == 6)
        }
        sqlx::Error::PoolTimedOut => true,
        _ => false,
    }
}

fn primary_code(error: &dyn sqlx::error::DatabaseError) -> Option<i32> {
    // The low byte is the primary code, the rest details.
    error.code()?.parse::<i32>().ok().map(|code| code & 0xff)
}

/// Renames a damaged list and its journal, so that somebody can still try to rescue it.
fn put_aside(path: &Path) -> Result<PathBuf, OpenError> {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    let kept_as = beside(path, &format!(".damaged-{now}"));
    let failed = |source| OpenError::Folder { path: path.into(), source };
    std::fs::rename(path, &kept_as).map_err(failed)?;
    for suffix in ["-wal", "-shm"] {
        let journal = beside(path, suffix);
        if journal.exists() {
            std::fs::rename(&journal, beside(&kept_as, suffix)).map_err(failed)?;
        }
    }
    Ok(kept_as)
}

pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use haul_core::{Sort, SortKey, ViewQuery};
    use sqlx::{ConnectOptions, Connection};
    use std::pin::pin;
    use tokio::time::timeout;

    #[tokio::test]
    async fn what_a_program_that_ended_held_a_moment_longer_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("haul.db");
        let mut last =
            SqliteConnectOptions::new().filename(&path).create_if_missing(true).connect().await.unwrap();
        sqlx::raw_sql("CREATE TABLE t (a); BEGIN EXCLUSIVE").execute(&mut last).await.unwrap();
        let lock = lock_beside(&path, Instant::now()).await.unwrap();
        let database = Database::File(path.clone());
        let mut opening = pin!(open(&database));
        // A statement waits for one second.
        let while_it_is_held = BUSY + BUSY / 2;
        assert!(timeout(Duration::from_millis(200), &mut opening).await.is_err());
        drop(lock);
        assert!(timeout(while_it_is_held, &mut opening).await.is_err());
        last.close().await.unwrap();
        opening.await.unwrap();
    }

    #[tokio::test]
    async fn a_list_of_an_older_version_is_kept_and_brought_up_to_date() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("haul.db");
        let old = SqlitePool::connect_with(options(&path)).await.unwrap();
        let until_then = MIGRATIONS.iter().filter(|migration| migration.version <= 4).cloned().collect();
        Migrator::with_migrations(until_then).run(&old).await.unwrap();
        for (position, rest, name, received, finished) in [
            (1, "completed", "earlier", 0, Some(5)),
            (30, "queued", "second", 100, None),
            (20, "paused", "first", 70, None),
            (40, "completed", "later", 200, Some(7)),
            (50, "failed", "third", 0, None),
        ] {
            let statement = "INSERT INTO downloads \
                             (position, rest, name, received, size, url, host, folder, options, created, finished) \
                             VALUES (?, ?, ?, ?, 200, 'http://a/b', 'a', '/d', '{}', 1, ?)";
            let insert = sqlx::query(statement).bind(position).bind(rest).bind(name).bind(received);
            insert.bind(finished).execute(&old).await.unwrap();
        }
        old.close().await;

        let store = open(&Database::File(path.clone())).await.unwrap().store;
        for (key, expected) in [
            (SortKey::Queue, ["first", "second", "third", "later", "earlier"]),
            (SortKey::Status, ["second", "first", "third", "earlier", "later"]),
            (SortKey::Progress, ["third", "first", "second", "earlier", "later"]),
        ] {
            let query = ViewQuery { sort: Sort { key, descending: false }, limit: 9, ..ViewQuery::default() };
            let page = store.view(&query, &[]).await.unwrap();
            let names: Vec<&str> = page.rows.iter().map(|row| row.name.as_str()).collect();
            assert_eq!(names, expected, "{key:?}");
        }
        assert!(beside(&path, ".before-5").exists(), "the list as it was is lost");
    }
}
