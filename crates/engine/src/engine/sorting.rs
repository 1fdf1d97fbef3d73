//! What kinds and rules say: of an address that somebody tries them on, and of every row once they are others.

use haul_core::download::{host_of, parse_url};
use haul_core::rules::{Facts, Sorter, Tried};
use haul_core::week::date_of;
use haul_core::{Settings, filename};
use std::sync::Arc;
use tokio::sync::{mpsc, watch};

use super::Engine;
use crate::EngineError;
use crate::clock::now;
use crate::dispatcher::{Command, kind_of};
use crate::store::Store;

impl Engine {
    /// What kinds and rules come to for `text`, an address or a name, before its server is asked, or once it said that it is a
    /// `content_type`.
    pub async fn try_rules(&self, text: &str, content_type: Option<&str>) -> Result<Tried, EngineError> {
        let settings = self.shared.settings.borrow().clone();
        let sorter = Sorter::of(&settings);
        // "notes.txt" could be a host as well, and is hardly meant as one.
        let url = parse_url(text).ok().filter(|_| text.contains('/'));
        let (address, host) = match &url {
            Some(url) => (url.to_string(), host_of(url.as_str())),
            None => (String::new(), String::new()),
        };
        let named = url.as_ref().map_or_else(|| Some(text.trim().to_owned()), filename::from_url);
        let name = filename::safe(&named.unwrap_or_default());
        let facts = Facts { url: &address, host: &host, name: &name, content_type, ..Facts::default() };
        let sorted = sorter.sort(facts, None);
        let queues = self.shared.store.queues().await?;
        let queue = sorted.then.queue.unwrap_or_default();
        let of_queue = queues.iter().find(|(id, _)| id.0 == queue).or(queues.first());
        let base = of_queue.and_then(|(_, queue)| queue.folder.clone());
        let base = base.unwrap_or_else(|| settings.folder.clone());
        let date = date_of(now(), &haul_core::week::TimeZone::system());
        let folder = sorter.folder(&sorted, &base, &host, date);
        Ok(Tried { name, folder, kind: sorted.kind, then: sorted.then, verdicts: sorted.verdicts })
    }
}

/// Sorts every row anew when kinds are others, for as long as there are settings.
pub async fn keep_sorted(
    store: Store,
    mut settings: watch::Receiver<Arc<Settings>>,
    commands: mpsc::WeakSender<Command>,
) {
    let mut before = settings.borrow_and_update().clone();
    let mut sorts = has_lost_kinds(&store, &before).await;
    loop {
        if sorts {
            let sorter = Sorter::of(&before);
            match store.sort_anew(|download| kind_of(&sorter.kinds, download)).await {
                Ok(true) => tell(&commands).await,
                Ok(false) => {}
                Err(sqlx::Error::PoolClosed) => return,
                Err(error) => tracing::warn!(%error, "not every download is sorted into its kind"),
            }
        }
        let restored = tokio::select! {
            changed = settings.changed() => match changed {
                Ok(()) => false,
                Err(_) => return,
            },
            () = store.restored() => true,
        };
        let now = settings.borrow_and_update().clone();
        sorts = now.kinds != before.kinds || (restored && has_lost_kinds(&store, &now).await);
        before = now;
    }
}

async fn has_lost_kinds(store: &Store, settings: &Settings) -> bool {
    store.has_lost_kinds(&Sorter::of(settings)).await.unwrap_or_default()
}

async fn tell(commands: &mpsc::WeakSender<Command>) {
    if let Some(commands) = commands.upgrade()
        && commands.send(Command::Resorted).await.is_err()
    {
        tracing::debug!("sorted anew after the end");
    }
}
