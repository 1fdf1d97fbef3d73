//! Downloads that take the place of a finished one, or of whatever file has their name: that stays, file and row, until the
//! new file is whole and proven. Then it goes to the trash, and once the list says so the new one gets its name.

use haul_core::{Download, DownloadId, FileFate, Rest};
use std::path::{Path, PathBuf};

use super::{Dispatcher, Reply};
use crate::EngineError;
use crate::store::Durability;
use crate::transfer::Way;

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

    /// Says which files may give way, and has those go to the trash whose places others are ready to take.
    pub(super) async fn clear_ways(&mut self) {
        for (id, way) in std::mem::take(&mut self.ways) {
            match way {
                // Whoever asked may have stopped waiting.
                Way::MayClear { path, reply } => {
                    reply.send(self.owners_of(&path, id).await.is_some()).unwrap_or_default();
                }
                Way::Clear { path, reply } => self.clear(path, id, reply).await,
                Way::ClearOverwritten { reply } => self.clear_overwritten(id, reply).await,
            }
        }
    }

    async fn clear_overwritten(&mut self, id: DownloadId, reply: Reply) {
        let work = self.works.get(&id);
        let overwritten = work.and_then(|work| work.download.options.overwrites);
        // What goes on anew since then is not finished.
        let overwritten = overwritten.filter(|id| !self.list.contains(*id));
        self.remove(overwritten.into_iter().collect(), FileFate::Trash, reply).await;
    }

    async fn clear(&mut self, path: PathBuf, id: DownloadId, reply: Reply) {
        match self.owners_of(&path, id).await {
            Some(owners) => self.remove(owners, FileFate::Trash, reply).await,
            None => {
                let kept =
                    EngineError::FileKept { path, reason: "it belongs to another download".to_owned() };
                reply.send(Err(kept)).unwrap_or_default();
            }
        }
    }

    /// The finished downloads whose file lies at `path`, if it may give way to `id`: not where one that was added before is
    /// to have the name, nor where the file is newer than the wish for this one, which is no old file then. So of several that
    /// want a name the first has it, however many run at once; the add dialog foresees the same.
    async fn owners_of(&mut self, path: &Path, id: DownloadId) -> Option<Vec<DownloadId>> {
        // The list is asked: it has to know what ended, and by which name.
        self.commit_settled().await;
        self.write_notes(Durability::Quick).await;
        let created = self.works.get(&id)?.download.created;
        let named = self.store.named(path).await;
        let named = self.check_store(named)?;
        let named = self.read(&named).await;
        let mut owners = Vec::new();
        for other in self.check_store(named)?.iter().filter(|other| other.id != id) {
            match &other.rest {
                Rest::Completed { path: there } if there == path => {
                    let is_newer = other.finished.is_none_or(|finished| finished >= created);
                    if is_newer || self.relocations.cover(other.id) {
                        return None;
                    }
                    owners.push(other.id);
                }
                Rest::Completed { .. } => {}
                Rest::Queued | Rest::Paused | Rest::Failed { .. } => {
                    if other.id < id || other.replaces.as_deref() == Some(path) {
                        return None;
                    }
                }
            }
        }
        Some(owners)
    }
}
