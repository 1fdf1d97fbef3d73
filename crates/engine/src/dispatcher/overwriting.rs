//! Downloads that take the place of a finished one: that stays, file and row, until the new file is whole and proven. Then it
//! goes to the trash, and once the list says so the new one gets its name.

use haul_core::{Download, FileFate, Rest};
use std::path::PathBuf;

use super::Dispatcher;

impl Dispatcher {
    /// The file whose place `download` takes. Where there is none any more, it is one like any other: what it left under its name
    /// before a crash is its own.
    pub(super) async fn overwritten_by(&mut self, download: &mut Download) -> Option<PathBuf> {
        let id = download.options.overwrites?;
        match self.read(&[id]).await {
            Ok(found) => match found.first().map(|found| &found.rest) {
                Some(Rest::Completed { path }) => Some(path.clone()),
                Some(Rest::Queued | Rest::Paused | Rest::Failed { .. }) | None => {
                    download.options.overwrites = None;
                    self.dirty.insert(download.id);
                    None
                }
            },
            Err(error) => {
                // Then it gets a number, and nothing is lost.
                tracing::warn!(id = %download.id, %error, "what it replaces cannot be read");
                None
            }
        }
    }

    /// Has files go to the trash whose places others are ready to take.
    pub(super) async fn clear_ways(&mut self) {
        for (id, reply) in std::mem::take(&mut self.overwriting) {
            let work = self.works.get(&id);
            let overwritten = work.and_then(|work| work.download.options.overwrites);
            // What goes on anew since then is not finished.
            let overwritten = overwritten.filter(|id| !self.list.contains(*id));
            self.remove(overwritten.into_iter().collect(), FileFate::Trash, reply).await;
        }
    }
}
