//! The accent colour that the person gave the whole desktop: the portal of settings says it on the session's bus. What of it is
//! used, and whether any, the page decides, which knows what can be read on what.

use futures::StreamExt as _;
use std::convert::Infallible;
use tauri::AppHandle;
use zbus::proxy::{Builder, CacheProperties};
use zbus::zvariant::{OwnedValue, Value};
use zbus::{Connection, Proxy};

use crate::host;

const PORTAL: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const SETTINGS: &str = "org.freedesktop.portal.Settings";
const NAMESPACE: &str = "org.freedesktop.appearance";
const KEY: &str = "accent-color";

/// Keeps it until the app ends. Where nobody says one there is none.
pub(crate) async fn keep(app: AppHandle) {
    let host = host::of(&app);
    let note = |colour: Option<String>| {
        host.accent.send_if_modified(|before| {
            let is_new = before.as_ref() != Some(&colour);
            *before = Some(colour);
            is_new
        });
    };
    let listening = async {
        let bus = host.buses.session().await?;
        tell(bus, note).await
    };
    let ended: zbus::Result<Infallible> = listening.await;
    let Err(error) = ended;
    tracing::info!(%error, "nobody says which accent colour the desktop has");
    note(None);
}

/// Asks anew whenever the portal says that it is another, comes, or goes. Ends with the bus.
async fn tell(bus: &Connection, note: impl Fn(Option<String>)) -> zbus::Result<Infallible> {
    let portal: Proxy<'_> = Builder::new(bus)
        .destination(PORTAL)?
        .path(PATH)?
        .interface(SETTINGS)?
        .cache_properties(CacheProperties::No)
        .build()
        .await?;
    let mut changes = portal.receive_signal_with_args("SettingChanged", &[(0, NAMESPACE), (1, KEY)]).await?;
    let mut owners = portal.receive_owner_changed().await?;
    loop {
        let said = portal.call::<_, _, OwnedValue>("Read", &(NAMESPACE, KEY)).await;
        if let Err(error) = &said {
            tracing::debug!(%error, "nobody says the accent colour now");
        }
        note(said.ok().and_then(|said| colour_of(&said)));
        let goes_on = tokio::select! {
            change = changes.next() => change.is_some(),
            owner = owners.next() => owner.is_some(),
        };
        if !goes_on {
            return Err(zbus::Error::Failure("the bus is gone".to_owned()));
        }
    }
}

/// As `#rrggbb`. The portal answers with three shares of one, put into a variant once or twice; what is beyond that range is
/// its way to say that there is none.
fn colour_of(said: &Value<'_>) -> Option<String> {
    match said {
        Value::Value(inner) => colour_of(inner),
        Value::Structure(parts) => {
            let shares: Option<Vec<u8>> = parts.fields().iter().map(byte_of).collect();
            let [red, green, blue] = shares?.try_into().ok()?;
            Some(format!("#{red:02x}{green:02x}{blue:02x}"))
        }
        _ => None,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of one times 255 is a byte"
)]
fn byte_of(share: &Value<'_>) -> Option<u8> {
    let Value::F64(share) = share else { return None };
    (0.0..=1.0).contains(share).then(|| (share * 255.0).round() as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_three_shares_in_any_number_of_variants() {
        let green = || Value::from((0.227_451, 0.580_392, 0.290_196));
        assert_eq!(colour_of(&green()).unwrap(), "#3a944a");
        assert_eq!(colour_of(&Value::Value(Box::new(green()))).unwrap(), "#3a944a");
        assert_eq!(colour_of(&Value::from((0.0, 1.0, 0.0))).unwrap(), "#00ff00");
    }

    #[test]
    fn what_is_no_colour_is_none() {
        for said in [(-1.0, 0.0, 0.0), (0.0, 1.01, 0.0), (0.0, 0.0, f64::NAN)] {
            assert_eq!(colour_of(&Value::from(said)), None);
        }
        assert_eq!(colour_of(&Value::from((0.0, 0.0))), None);
        assert_eq!(colour_of(&Value::from("blue")), None);
    }
}
