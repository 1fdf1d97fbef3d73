//! Finished files that are not where they were, and those that a person finds elsewhere.

use haul_core::{Check, Download, DownloadId, Failure, Finding, LogEntry, Rest};
use std::path::PathBuf;
use std::sync::Arc;

use super::relocating::place::with_file;
use super::{Dispatcher, Reply};
use crate::EngineError;
use crate::glances::Glance;
use crate::store::Durability;

impl Dispatcher {
    /// Somebody looked: these are there again, and those not any more.
    pub(super) async fn glanced(&mut self, there: Vec<Glance>, missing: Vec<Glance>) {
        let may = |glance: &&Glance| !self.list.contains(glance.id) && !self.relocations.cover(glance.id);
        let ids: Vec<DownloadId> = there.iter().chain(&missing).filter(may).map(|glance| glance.id).collect();
        // It is looked for again in any case.
        let Ok(downloads) = self.read(&ids).await else { return };
        for download in downloads {
            let Rest::Completed { path } = &download.rest else { continue };
            let glance = Glance { id: download.id, path: path.clone() };
            match self.check_of(download.id) {
                None if missing.contains(&glance) => self.checks.set(download.id, Check::Missing),
                Some(Check::Missing | Check::Done { finding: Finding::Gone }) if there.contains(&glance) => {
                    self.checks.forget(&[download.id]);
                }
                _ => continue,
            }
            self.tell_check(&download);
        }
    }

    /// Has the file at `path` read, and takes it for that of `id` if it is.
    pub(super) async fn find(&mut self, id: DownloadId, path: PathBuf, reply: Reply<Option<Finding>>) {
        let download = match self.finished(&[id]).await {
            Ok(mut finished) => finished.pop(),
            // Whoever asked may have stopped waiting.
            Err(error) => return reply.send(Err(error)).unwrap_or_default(),
        };
        let Some(download) = download.filter(|_| !self.checks.is_under_way(id)) else {
            let failure = Failure::UnderRepair { path };
            return reply.send(Err(EngineError::Rejected { failure })).unwrap_or_default();
        };
        let (store, stop) = (self.store.clone(), self.root.child_token());
        self.checks.begin_at(download.clone(), path, store, stop, reply);
        self.tell_check(&download);
    }

    /// What a person found was read. Where nothing was kept to compare it with, its size has to do.
    pub(super) async fn found_elsewhere(
        &mut self,
        download: Arc<Download>,
        path: PathBuf,
        finding: Option<Finding>,
        reply: Reply<Option<Finding>>,
    ) {
        let id = download.id;
        self.checks.forget(&[id]);
        let answer = match &finding {
            Some(Finding::Intact | Finding::Unknown) => self.take_found(&download, path).await,
            _ => {
                self.checks.set(id, Check::Missing);
                Ok(())
            }
        };
        if let Ok(Some(download)) = self.read_one(id).await {
            self.tell_check(&download);
        }
        // Whoever asks after the answer must find it true.
        self.publish_live();
        reply.send(answer.map(|()| finding)).unwrap_or_default();
    }

    async fn take_found(&mut self, download: &Download, path: PathBuf) -> Result<(), EngineError> {
        let download = with_file(download.clone(), &path);
        self.store.save(std::slice::from_ref(&download)).await?;
        self.store.note_folder(&download).await;
        self.unsaved.remove(&download.id);
        self.note_log(download.id, LogEntry::Relocated { path });
        // Whoever hears of it may look into the log.
        self.write_notes(Durability::Quick).await;
        Ok(())
    }
}
