//! A certificate that was refused is looked at in the window, and accepted once.

use haul_tests::{MIB, Nginx, assert_holds, noise};

use crate::desktop::Desktop;
use crate::story;

#[test]
fn a_certificate_is_trusted_once_after_a_question() {
    story(async {
        let bytes = noise(3 * MIB, 1);
        let nginx = Nginx::with(&[("a.bin", &bytes)]).await;
        let desktop = Desktop::start().await;
        let haul = desktop.open_haul().await;

        haul.add(&nginx.tls("a.bin")).await;
        haul.until("a.bin", "failed").await;
        haul.click("row").await;
        haul.click("details-button").await;
        let shown = haul.until_shown("certificate-sha256").await.replace(':', "").to_lowercase();
        assert_eq!(shown, nginx.fingerprint());
        assert!(nginx.log().is_empty(), "{:?}", nginx.log());

        haul.click("trust-once").await;
        haul.click("confirm-yes").await;
        haul.until("a.bin", "completed").await;
        assert_holds(&desktop.downloads().join("a.bin"), &bytes);
    });
}
