//! The list itself in trouble: locked, damaged, from the future. The person is told, and part files are not lost.

use haul_core::settings::AfterFinishing;
use haul_core::{Notice, Settings, Status, ViewQuery};
use haul_engine::OpenError;
use haul_tests::{FileServer, Haul, KIB, MIB, assert_holds, noise};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions as _};
use std::path::Path;

const SIZE: u64 = 8 * MIB;
const HALF: u64 = SIZE / 2;

async fn connect(database: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(database).create_if_missing(true).connect().await.unwrap()
}

async fn execute(connection: &mut SqliteConnection, statement: &str) {
    sqlx::raw_sql(AssertSqlSafe(statement.to_owned())).execute(connection).await.unwrap();
}

fn everything() -> ViewQuery {
    ViewQuery { limit: 100, ..ViewQuery::default() }
}

#[tokio::test]
async fn a_list_that_is_locked_for_a_while_loses_nothing() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB).start().await;
    let mut haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.downloading(id).await;
    let mut other = connect(&haul.database()).await;
    execute(&mut other, "BEGIN EXCLUSIVE").await;
    // The file becomes whole meanwhile, though nothing can be written down.
    haul.noticed(|notice| matches!(notice, Notice::StoreFailing { .. })).await;
    execute(&mut other, "ROLLBACK").await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    haul.restart().await;
    assert!(matches!(haul.details(id).await.row.status, Status::Completed { .. }));
    assert_eq!(haul.names(), ["a.bin"]);
}

#[tokio::test]
async fn a_list_that_is_locked_for_good_is_refused_in_words() {
    let bed = Haul::bed();
    std::fs::create_dir_all(bed.database().parent().unwrap()).unwrap();
    let mut other = connect(&bed.database()).await;
    execute(&mut other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE mine (a)").await;
    let error = bed.refused().await;
    assert!(matches!(error, OpenError::Locked { .. }), "{error:?}");
}

#[tokio::test]
async fn two_engines_do_not_share_a_list() {
    let haul = Haul::start().await;
    let config = haul_engine::EngineConfig::new(haul_engine::Database::File(haul.database()), haul.folder());
    let error = haul_engine::Engine::open(config).await.unwrap_err();
    assert!(matches!(error, OpenError::Locked { .. }), "{error:?}");
}

#[tokio::test]
async fn a_damaged_list_is_kept_aside_and_its_part_files_are_found() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB).hold_after(SIZE - MIB).start().await;
    let mut haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received >= HALF).await;
    haul.stop().await;
    server.release();
    let garbage = noise(64 * KIB, 7);
    std::fs::write(haul.database(), &garbage).unwrap();

    haul.reopen().await;
    let notices = haul.notices().await;
    let [Notice::DatabaseDamaged { kept_as, found: 1 }] = notices.as_slice() else { panic!("{notices:?}") };
    assert_holds(kept_as, &garbage);
    let rows = haul.view(everything()).await.rows;
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].url.as_str(), rows[0].name.as_str()), (server.url().as_str(), "a.bin"));

    // Nothing begins by itself after such a fright, or everything does: both lead to the file.
    haul.resume(rows[0].id).await;
    haul.completed(rows[0].id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert!(server.sent() <= SIZE + 3 * MIB, "{} bytes were sent", server.sent());
    assert_eq!(haul.names(), ["a.bin"]);
}

#[tokio::test]
async fn part_files_in_folders_of_their_own_are_found_too() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).pace(MIB).hold_after(SIZE - MIB).start().await;
    let mut haul = Haul::start().await;
    let folder = haul.folder().join("music/new");
    let own = folder.clone();
    let id = haul.add_with(server.url(), |new| new.folder = Some(own)).await;
    haul.until(id, |row| row.received >= HALF).await;
    haul.stop().await;
    server.release();
    std::fs::write(haul.database(), noise(64 * KIB, 7)).unwrap();

    haul.reopen().await;
    let notices = haul.notices().await;
    assert!(matches!(notices.as_slice(), [Notice::DatabaseDamaged { found: 1, .. }]), "{notices:?}");
    let rows = haul.view(everything()).await.rows;
    assert_eq!(rows[0].folder, folder);
    haul.resume(rows[0].id).await;
    haul.completed(rows[0].id).await;
    assert_holds(&folder.join("a.bin"), &bytes);
    assert!(server.sent() <= SIZE + 3 * MIB, "{} bytes were sent", server.sent());
}

#[tokio::test]
async fn a_list_with_torn_pages_is_kept_aside() {
    let mut haul = Haul::start().await;
    let server = FileServer::of(noise(KIB, 1)).start().await;
    for name in 0..50 {
        let id = haul.add(server.url_of(&format!("{name}.bin"))).await;
        haul.completed(id).await;
    }
    haul.stop().await;
    let mut content = std::fs::read(haul.database()).unwrap();
    assert!(content.len() > 16 * 1024);
    for at in (4096..content.len()).step_by(4096) {
        let end = (at + 2048).min(content.len());
        content[at..end].fill(0xa5);
    }
    std::fs::write(haul.database(), content).unwrap();
    haul.reopen().await;
    assert!(matches!(haul.notices().await.as_slice(), [Notice::DatabaseDamaged { .. }]));
    assert_eq!(haul.names().len(), 50, "files are never touched");
}

#[tokio::test]
async fn a_list_from_the_future_is_refused_and_left_alone() {
    let mut haul = Haul::start().await;
    let server = FileServer::of(noise(KIB, 1)).start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    haul.stop().await;
    let mut future = connect(&haul.database()).await;
    let migration = "INSERT INTO _sqlx_migrations VALUES (9999, 'from the future', 0, 1, x'00', 0)";
    execute(&mut future, migration).await;
    sqlx::Connection::close(future).await.unwrap();

    let error = haul.reopen_refused().await;
    assert!(matches!(error, OpenError::NewerDatabase { .. }), "{error:?}");
    assert!(error.to_string().contains("newer version"), "{error}");
    let mut list = connect(&haul.database()).await;
    let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM downloads").fetch_one(&mut list).await.unwrap();
    assert_eq!(kept, 1);
}

#[tokio::test]
async fn a_kept_setting_that_is_out_of_range_is_put_back_and_said_once() {
    let mut haul = Haul::start().await;
    haul.set(|settings| settings.after_finishing = AfterFinishing::Open).await;
    haul.stop().await;
    keep_settings(&haul, r#"{"downloadsAtOnce":7,"connectionsPerDownload":100000,"limit":1,"notify":false}"#)
        .await;

    haul.reopen().await;
    let settings = haul.engine().settings().borrow().clone();
    let defaults = Settings::default();
    assert_eq!(
        (settings.downloads_at_once, settings.after_finishing),
        (7, AfterFinishing::Nothing),
        "what was in range is kept"
    );
    assert_eq!(
        (settings.connections_per_download, settings.limit),
        (defaults.connections_per_download, None)
    );
    let fields = ["connectionsPerDownload", "limit"].map(str::to_owned).into();
    assert_eq!(haul.notices().await, [Notice::SettingsReset { fields }]);

    haul.restart().await;
    assert_eq!(*haul.engine().settings().borrow(), settings);
    assert_eq!(haul.notices().await, []);
}

#[tokio::test]
async fn settings_that_cannot_be_read_are_the_defaults() {
    let mut haul = Haul::start().await;
    haul.set(|settings| settings.downloads_at_once = 7).await;
    haul.stop().await;
    for value in ["not json at all", "{}"] {
        keep_settings(&haul, value).await;
        haul.reopen().await;
        let settings = haul.engine().settings().borrow().clone();
        assert_eq!(settings.check(), Ok(()), "{value}");
        assert_eq!(settings.downloads_at_once, Settings::default().downloads_at_once);
        haul.stop().await;
    }
}

/// Writes settings past the engine, as another version or a hand would.
async fn keep_settings(haul: &Haul, value: &str) {
    let mut list = connect(&haul.database()).await;
    sqlx::query("UPDATE settings SET value = ?").bind(value).execute(&mut list).await.unwrap();
    sqlx::Connection::close(list).await.unwrap();
}

#[tokio::test]
async fn settings_and_list_outlast_a_restart() {
    let server = FileServer::of(noise(KIB, 1)).start().await;
    let mut haul = Haul::start().await;
    haul.set(|settings| settings.downloads_at_once = 7).await;
    let done = haul.add(server.url()).await;
    haul.completed(done).await;
    let paused = haul.add_with(server.url_of("b.bin"), |new| new.paused = true).await;
    let before = haul.view(everything()).await;
    haul.restart().await;
    assert_eq!(haul.view(everything()).await, before);
    assert_eq!(haul.engine().settings().borrow().downloads_at_once, 7);
    assert_eq!(haul.details(paused).await.row.status, Status::Paused);
}
