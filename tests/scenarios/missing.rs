//! Finished files that are not where they were: seen when somebody looks, and found again only if they are the ones.

use haul_core::{Check, DownloadId, Finding, Status, ViewQuery};
use haul_tests::{FileServer, Haul, MIB, assert_holds, noise, soon};
use std::path::Path;

const SIZE: u64 = 2 * MIB;

async fn finished(haul: &Haul, bytes: &[u8]) -> DownloadId {
    let server = FileServer::of(bytes.to_vec()).start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    id
}

/// As a window does whenever it is looked at.
async fn look(haul: &Haul) {
    haul.view(ViewQuery { limit: 10, ..ViewQuery::default() }).await;
}

async fn find(haul: &Haul, id: DownloadId, path: &Path) -> Option<Finding> {
    soon(haul.engine().find_file(id, path.to_owned())).await.unwrap()
}

#[tokio::test]
async fn a_file_that_is_gone_is_seen_when_somebody_looks_and_found_where_it_went() {
    let bytes = noise(SIZE, 1);
    let mut haul = Haul::start().await;
    let id = finished(&haul, &bytes).await;
    let elsewhere = haul.folder().join("elsewhere/b.bin");
    std::fs::create_dir(elsewhere.parent().unwrap()).unwrap();
    std::fs::rename(haul.file("a.bin"), &elsewhere).unwrap();
    look(&haul).await;
    haul.until(id, |row| row.check == Some(Check::Missing)).await;
    // Neither another one, nor a part, nor nothing passes for it.
    std::fs::write(haul.file("other"), noise(SIZE, 2)).unwrap();
    std::fs::write(haul.file("part"), &bytes[..1000]).unwrap();
    for (name, finding) in [
        ("other", Finding::Damaged { bytes: SIZE }),
        ("part", Finding::Damaged { bytes: SIZE }),
        ("nothing", Finding::Gone),
    ] {
        assert_eq!(find(&haul, id, &haul.file(name)).await, Some(finding));
        assert_eq!(haul.details(id).await.row.check, Some(Check::Missing));
    }
    assert_eq!(find(&haul, id, &elsewhere).await, Some(Finding::Intact));
    let row = haul.details(id).await.row;
    assert_eq!((row.name.as_str(), row.check), ("b.bin", None));
    haul.restart().await;
    let row = haul.details(id).await.row;
    assert_eq!(row.status, Status::Completed { path: elsewhere.clone() });
    assert_eq!(haul.verified(id).await, Finding::Intact);
    assert_holds(&elsewhere, &bytes);
}

#[tokio::test]
async fn a_file_that_comes_back_is_there_again_and_what_is_fetched_anew_is_not_missing() {
    let bytes = noise(SIZE, 1);
    let mut haul = Haul::start().await;
    let server = FileServer::of(bytes.clone()).start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    std::fs::rename(haul.file("a.bin"), haul.file("away")).unwrap();
    look(&haul).await;
    haul.until(id, |row| row.check == Some(Check::Missing)).await;
    std::fs::rename(haul.file("away"), haul.file("a.bin")).unwrap();
    // What was known is not kept beyond the engine.
    haul.restart().await;
    look(&haul).await;
    assert_eq!(haul.verified(id).await, Finding::Intact);
    std::fs::remove_file(haul.file("a.bin")).unwrap();
    haul.restart().await;
    look(&haul).await;
    haul.until(id, |row| row.check == Some(Check::Missing)).await;
    haul.start_over(id).await;
    let row = haul.completed(id).await;
    assert_eq!(row.check, None);
    assert_holds(&haul.file("a.bin"), &bytes);
}
