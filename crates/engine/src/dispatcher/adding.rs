//! New downloads: what cannot be an address is turned away with its reason, the rest goes to the end of the queue.

use haul_core::download::parse_url;
use haul_core::{Addition, Download, DownloadId, Failure, LogEntry, NewDownload, Rest, filename};

use super::{Dispatcher, Entry, now};
use crate::EngineError;

impl Dispatcher {
    pub(super) async fn add(&mut self, new: Vec<NewDownload>) -> Result<Vec<Addition>, EngineError> {
        let mut downloads = Vec::new();
        let mut rejected = Vec::new();
        for (at, new) in new.into_iter().enumerate() {
            match self.admit(&new, downloads.len()) {
                Ok(download) => downloads.push(download),
                Err(failure) => rejected.push((at, Addition::Rejected { url: new.url, failure })),
            }
        }
        self.store.insert(&mut downloads).await?;
        let mut additions: Vec<Addition> =
            downloads.iter().map(|download| Addition::Added { id: download.id }).collect();
        for (at, rejection) in rejected {
            additions.insert(at, rejection);
        }
        for download in downloads {
            self.take_in(download);
        }
        Ok(additions)
    }

    /// Puts a stored download into the list.
    pub(super) fn take_in(&mut self, download: Download) {
        let (id, rest) = (download.id, download.rest.clone());
        self.note_log(id, LogEntry::Added);
        self.queue.insert(id, download.position);
        self.entries.insert(id, Entry { download, task: None, start_over: false });
        self.set_rest(id, rest);
    }

    fn admit(&self, new: &NewDownload, ahead: usize) -> Result<Download, Failure> {
        let url = parse_url(&new.url)?;
        self.protocols.claim(&url)?;
        new.options.check()?;
        check_headers(&new.options.headers)?;
        let folder = new.folder.clone().unwrap_or_else(|| self.settings.borrow().folder.clone());
        if !folder.is_absolute() {
            return Err(Failure::FolderMissing { folder });
        }
        let name = new.options.name.clone().or_else(|| filename::from_url(&url)).unwrap_or_default();
        Ok(Download {
            id: DownloadId(0),
            position: self.queue.end() + i64::try_from(ahead).unwrap_or(i64::MAX),
            rest: if new.paused { Rest::Paused } else { Rest::Queued },
            url: url.into(),
            folder,
            name: filename::safe(&name),
            part: None,
            resource: None,
            received: 0,
            options: new.options.clone(),
            created: now(),
            finished: None,
        })
    }
}

/// A header that cannot be sent would fail every try: say so at once.
fn check_headers(headers: &[(String, String)]) -> Result<(), Failure> {
    for (name, value) in headers {
        let name_is_good = reqwest::header::HeaderName::from_bytes(name.trim().as_bytes()).is_ok();
        if !name_is_good || reqwest::header::HeaderValue::from_str(value.trim()).is_err() {
            return Err(Failure::InvalidHeader { name: name.clone() });
        }
    }
    Ok(())
}
