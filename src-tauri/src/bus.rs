//! The two buses of a Linux desktop: the session's, with the panel and the notifications, and the system's, with sleep and
//! power. Each is connected when it is first needed and kept.

use std::time::Duration;
use tokio::sync::OnceCell;
use zbus::connection::Builder;
use zbus::{Connection, Result};

/// A service that takes longer for an answer is as good as none.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Default)]
pub(crate) struct Buses {
    session: OnceCell<Connection>,
    system: OnceCell<Connection>,
}

impl Buses {
    pub async fn session(&self) -> Result<&Connection> {
        self.session.get_or_try_init(|| connect(Builder::session())).await
    }

    pub async fn system(&self) -> Result<&Connection> {
        self.system.get_or_try_init(|| connect(Builder::system())).await
    }
}

async fn connect(builder: Result<Builder<'_>>) -> Result<Connection> {
    let connecting = builder?.method_timeout(PATIENCE).build();
    let connected = tokio::time::timeout(PATIENCE, connecting).await;
    connected.unwrap_or_else(|_| Err(zbus::Error::Failure("the bus does not answer".to_owned())))
}
