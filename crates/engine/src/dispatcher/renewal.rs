//! Another link for a download whose own has expired.

use haul_core::{Download, DownloadId, LogEntry, Resting};
use std::sync::Arc;

use super::Dispatcher;
use crate::EngineError;
use crate::store::is_secret;

impl Dispatcher {
    /// The transfer that follows finds out whether `url` leads to the same file.
    pub(super) async fn renew(&mut self, id: DownloadId, url: &str) -> Result<(), EngineError> {
        self.known(&[id]).await?;
        let rejected = |failure| EngineError::Rejected { failure };
        let url = haul_core::download::parse_url(url).map_err(rejected)?;
        self.protocols.claim(&url).map_err(rejected)?;
        if !self.list.contains(id) || self.removals.cover(id) {
            return Ok(());
        }
        let Some(download) = self.read_one(id).await? else { return Ok(()) };
        let download = with_link(Arc::unwrap_or_clone(download), &url);
        self.store.save(std::slice::from_ref(&download)).await?;
        if !download.options.headers.iter().any(is_secret) {
            self.secrets.remove(&id);
        }
        self.unsaved.remove(&id);
        self.ahead.remove(&id);
        self.note_log(id, LogEntry::Renewed { host: download.host() });
        if let Some(work) = self.works.get_mut(&id) {
            (work.download, work.renewed) = (Arc::new(download), true);
            work.task.stop.cancel();
        }
        self.wish(&[id], Resting::Queued, |_| true).await?;
        Ok(())
    }
}

/// What was meant for one origin is not told to another.
fn with_link(mut download: Download, url: &url::Url) -> Download {
    let before = url::Url::parse(&download.url);
    if before.is_ok_and(|before| before.origin() != url.origin()) {
        download.options.headers.retain(|header| !is_secret(header));
    }
    Download { url: url.to_string(), ..download }
}
