//! A list that cannot be opened: the reason instead of an empty window.

use std::fs::File;
use std::process::Stdio;

use haul_tests::names_in;
use sqlx::ConnectOptions as _;
use sqlx::sqlite::SqliteConnectOptions;

use crate::app::program;
use crate::desktop::Desktop;
use crate::process::Process;
use crate::story;

#[test]
fn a_list_that_another_instance_holds_is_left_to_it() {
    story(async {
        let desktop = Desktop::start().await;
        let folder = desktop.database().parent().unwrap().to_owned();
        std::fs::create_dir_all(&folder).unwrap();
        let lock = File::create(folder.join("haul.db.lock")).unwrap();
        lock.try_lock().unwrap();

        let said = start_refused(&desktop).await;
        assert!(said.contains("is in use by another program"), "{said}");
        assert!(!names_in(&folder).contains(&"haul.db".to_owned()), "nothing is written");

        drop(lock);
        desktop.open_haul().await;
    });
}

#[test]
fn a_list_of_a_newer_version_is_left_alone() {
    story(async {
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;
        desktop.panel().icon().await.choose("Quit").await;
        haul.ended().await;
        let mut list = SqliteConnectOptions::new().filename(desktop.database()).connect().await.unwrap();
        let migration = "INSERT INTO _sqlx_migrations VALUES (9999, 'from the future', 0, 1, x'00', 0)";
        sqlx::query(migration).execute(&mut list).await.unwrap();
        sqlx::Connection::close(list).await.unwrap();

        let said = start_refused(&desktop).await;
        assert!(said.contains("newer version of Haul"), "{said}");
    });
}

/// Starts Haul, agrees to the dialog in which it says that it cannot, and returns what it said on the way.
async fn start_refused(desktop: &Desktop) -> String {
    let words = desktop.home().join("said");
    let mut command = desktop.command(program());
    let mut haul = Process::start(command.stderr(File::create(&words).unwrap()).stdout(Stdio::null()));
    desktop.agree_to("Haul cannot start").await;
    assert_eq!(haul.ended().await.code(), Some(1));
    std::fs::read_to_string(words).unwrap()
}
