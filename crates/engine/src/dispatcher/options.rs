//! Options of unfinished downloads that are changed: a transfer at work takes over what it can, and goes on with the rest after
//! its connections were made anew.

use haul_core::{Download, DownloadId, OptionChange, OptionEdit};
use std::collections::HashMap;
use std::sync::Arc;

use super::Dispatcher;
use super::adding::check_headers;
use crate::EngineError;
use crate::store::has_secrets;

/// What is asked for a download and not written down: headers and a proxy with a log-in.
#[derive(Debug, Clone)]
pub struct Secrets {
    headers: Vec<(String, String)>,
    proxy: Option<haul_core::Proxy>,
}

/// Of each download that has any. Readers of the list see them as they are laid over it.
pub type AllSecrets = Arc<HashMap<DownloadId, Secrets>>;

impl Secrets {
    /// Makes `download`, as the store has it, whole again.
    pub fn lay_over(&self, download: &mut Download) {
        download.options.headers.clone_from(&self.headers);
        download.options.proxy.clone_from(&self.proxy);
    }
}

impl Dispatcher {
    /// Keeps in memory what of it is not written down.
    pub(super) fn keep_secrets(&mut self, download: &Download) {
        let options = &download.options;
        if has_secrets(options) {
            let secrets = Secrets { headers: options.headers.clone(), proxy: options.proxy.clone() };
            Arc::make_mut(&mut self.secrets).insert(download.id, secrets);
        } else {
            self.forget_secrets(download.id);
        }
    }

    pub(super) fn forget_secrets(&mut self, id: DownloadId) {
        if self.secrets.contains_key(&id) {
            Arc::make_mut(&mut self.secrets).remove(&id);
        }
    }

    /// Changes what `edits` say of downloads that are not completed, and answers with what takes it back.
    pub(super) async fn set_options(
        &mut self,
        edits: Vec<OptionEdit>,
    ) -> Result<Vec<OptionEdit>, EngineError> {
        let mut changed = Vec::with_capacity(edits.len());
        let mut inverses = Vec::with_capacity(edits.len());
        for edit in edits {
            let Some(before) = self.unfinished(edit.id).await? else { continue };
            let mut download = before.clone();
            edit.changes.iter().for_each(|change| change.clone().apply(&mut download.options));
            let rejected = |failure| EngineError::Rejected { failure };
            download.options.check().map_err(rejected)?;
            check_headers(&download.options.headers).map_err(rejected)?;
            if download.options != before.options {
                inverses.push(edit.inverse(&before.options));
                changed.push((download, edit.changes));
            }
        }
        // All or none: what cannot be for one is said before any is another.
        for (download, changes) in changed {
            self.put_options_in_force(download, &changes).await?;
        }
        Ok(inverses)
    }

    async fn put_options_in_force(
        &mut self,
        download: Download,
        changes: &[OptionChange],
    ) -> Result<(), EngineError> {
        let id = download.id;
        for change in changes {
            self.histories.changed(id, change);
        }
        let limit = download.options.limit;
        let resource = download.resource.as_ref();
        // What cannot be continued would begin anew: it is worth more than the change, which counts from its next start on.
        let goes_on = resource.is_none_or(|resource| resource.can_be_continued());
        let restarts = goes_on && !changes.iter().all(OptionChange::acts_at_once);
        if restarts || !self.works.contains_key(&id) {
            return self.put_in_force(download).await;
        }
        self.store.save(std::slice::from_ref(&download)).await?;
        self.keep_secrets(&download);
        self.unsaved.remove(&id);
        if let Some(work) = self.works.get_mut(&id) {
            work.download = Arc::new(download);
            work.task.limiter.own.set_limit(limit);
        }
        // Whoever asks after the answer must find it true.
        self.publish_live();
        self.changed.insert(id);
        Ok(())
    }
}
