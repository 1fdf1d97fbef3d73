//! What is typed in and set: bad input is named, and changes nothing.

use haul_core::Failure;
use haul_tests::{FileServer, Haul, KIB, noise};

#[tokio::test]
async fn what_is_no_address_is_not_added() {
    let haul = Haul::start().await;
    for text in ["", "   ", "not a url", "http://", "http://[::1", "//a"] {
        assert!(matches!(haul.rejection(text).await, Failure::InvalidUrl { .. }), "{text:?}");
    }
}

#[tokio::test]
async fn an_unknown_scheme_is_named() {
    let haul = Haul::start().await;
    let failure = haul.rejection("gopher://example.org/a").await;
    assert_eq!(failure, Failure::UnsupportedScheme { scheme: "gopher".into() });
    for url in ["file:///etc/passwd", "javascript:alert(1)", "data:,x"] {
        assert!(matches!(haul.rejection(url).await, Failure::UnsupportedScheme { .. }), "{url}");
    }
}

#[tokio::test]
async fn a_bad_address_does_not_keep_good_ones_from_being_added() {
    let server = FileServer::of(noise(KIB, 1)).start().await;
    let haul = Haul::start().await;
    let new = ["", &server.url(), "gopher://a"].map(haul_core::NewDownload::of);
    let additions = haul.engine().add(new.to_vec()).await.unwrap();
    let haul_core::Addition::Added { id } = additions[1] else { panic!("{additions:?}") };
    haul.completed(id).await;
    assert_eq!(haul.view(haul_core::ViewQuery { limit: 10, ..Default::default() }).await.total, 1);
}

#[tokio::test]
async fn settings_out_of_range_change_nothing_and_are_named() {
    let haul = Haul::start().await;
    let before = haul.engine().settings().borrow().clone();
    for (field, change) in [
        ("downloadsAtOnce", (|settings| settings.downloads_at_once = 0) as fn(&mut haul_core::Settings)),
        ("connectionsPerDownload", |settings| settings.connections_per_download = 65),
        ("limit", |settings| settings.limit = Some(1)),
        ("maxTries", |settings| settings.max_tries = u32::MAX),
        ("stallTimeoutSecs", |settings| settings.stall_timeout_secs = 0),
    ] {
        let mut settings = haul_core::Settings::clone(&before);
        change(&mut settings);
        let error = haul.engine().set_settings(settings).await.unwrap_err();
        assert!(error.to_string().contains(field), "{error}");
    }
    assert_eq!(*haul.engine().settings().borrow(), before);
}
