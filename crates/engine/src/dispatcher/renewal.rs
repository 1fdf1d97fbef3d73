//! Other addresses for a download: a new link where its own has expired, and mirrors.

use haul_core::{Download, DownloadId, LogEntry, Options, Resting};
use std::sync::Arc;

use super::Dispatcher;
use crate::EngineError;

impl Dispatcher {
    /// The transfer that follows finds out whether `url` leads to the same file.
    pub(super) async fn renew(&mut self, id: DownloadId, url: &str) -> Result<(), EngineError> {
        self.renew_with(id, url, Vec::new()).await
    }

    /// The same with these headers in place of those that it had, if there are any.
    pub(super) async fn renew_with(
        &mut self,
        id: DownloadId,
        url: &str,
        headers: Vec<(String, String)>,
    ) -> Result<(), EngineError> {
        let rejected = |failure| EngineError::Rejected { failure };
        let url = haul_core::download::parse_url(url).map_err(rejected)?;
        self.protocols.claim(&url).map_err(rejected)?;
        let Some(download) = self.unfinished(id).await? else { return Ok(()) };
        self.note_log(id, LogEntry::Renewed { host: haul_core::download::host_of(url.as_str()) });
        self.distrust(&[id]);
        let mut download = with_link(download, &url);
        if !headers.is_empty() {
            download.options.headers = headers;
        }
        self.put_in_force(download).await?;
        self.wish(&[id], Resting::Queued, |_| true).await?;
        Ok(())
    }

    /// The transfer that follows finds out what they are worth.
    pub(super) async fn set_mirrors(
        &mut self,
        id: DownloadId,
        mirrors: Vec<String>,
    ) -> Result<(), EngineError> {
        let rejected = |failure| EngineError::Rejected { failure };
        let options = Options { mirrors, ..Options::default() };
        options.check().map_err(rejected)?;
        let Some(mut download) = self.unfinished(id).await? else { return Ok(()) };
        let url = haul_core::download::parse_url(&download.url).map_err(rejected)?;
        download.options.mirrors = options.with_mirrors_of(&url).mirrors;
        self.put_in_force(download).await
    }

    /// The download as it is now; none if it is completed or about to be removed.
    pub(super) async fn unfinished(&mut self, id: DownloadId) -> Result<Option<Download>, EngineError> {
        self.known(&[id]).await?;
        if !self.list.contains(id) || self.removals.cover(id) {
            return Ok(None);
        }
        Ok(self.read_one(id).await?.map(Arc::unwrap_or_clone))
    }

    /// Keeps `download`, and ends its transfer if there is one: the next begins with what it is now.
    pub(super) async fn put_in_force(&mut self, download: Download) -> Result<(), EngineError> {
        let id = download.id;
        self.store.save(std::slice::from_ref(&download)).await?;
        self.keep_secrets(&download);
        self.unsaved.remove(&id);
        self.ahead.remove(&id);
        if let Some(work) = self.works.get_mut(&id) {
            (work.download, work.renewed) = (Arc::new(download), true);
            work.task.stop.cancel();
        }
        // Whoever asks after the answer must find it true.
        self.publish_live();
        self.changed.insert(id);
        Ok(())
    }
}

/// What was meant for one origin is not told to another, whether it is a secret or not. A mirror that is the new link is none.
fn with_link(mut download: Download, url: &url::Url) -> Download {
    let before = url::Url::parse(&download.url);
    if before.is_ok_and(|before| before.origin() != url.origin()) {
        download.options.headers.clear();
    }
    download.options = download.options.with_mirrors_of(url);
    Download { url: url.to_string(), ..download }
}
