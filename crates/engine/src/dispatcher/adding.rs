//! New downloads: what cannot be an address is turned away with its reason, the rest goes to the end of the queue.

use haul_core::download::parse_url;
use haul_core::{
    Addition, Download, DownloadId, Failure, LogEntry, NewDownload, Options, Priority, Rest, filename, tag,
};
use std::collections::HashMap;
use std::path::PathBuf;

use super::Dispatcher;
use super::duplicates::{Repeated, like};
use super::editing::kind_of;
use crate::EngineError;
use crate::clock::now;
use crate::store::has_secrets;
use crate::transfer::label::Label;

/// The next positions at the end of what has each priority, of those that were asked for.
type Ends = HashMap<Priority, Box<dyn Iterator<Item = i64> + Send>>;

impl Dispatcher {
    pub(super) async fn add(&mut self, new: Vec<NewDownload>) -> Result<Vec<Addition>, EngineError> {
        let mut repeated = self.repeated(&new).await?;
        let mut ends = HashMap::new();
        let mut admitted: Vec<Result<Download, Addition>> = Vec::with_capacity(new.len());
        for (index, new) in new.into_iter().enumerate() {
            let url = new.url.clone();
            admitted.push(match repeated.of.remove(&index) {
                Some(Repeated::Of(id)) => Err(self.meet(id, new).await?),
                // Which one that is it knows once it has its id.
                Some(Repeated::OfThese(first)) => {
                    repeated.within.insert(index, first);
                    Err(Addition::Duplicate { url, id: DownloadId(0), renewed: false })
                }
                None => match self.admit(new, &mut ends) {
                    Ok(mut download) => {
                        download.options.overwrites = repeated.overwriting.get(&index).copied();
                        download.options.numbered = repeated.beside.contains(&index);
                        Ok(download)
                    }
                    Err(failure) => Err(Addition::Rejected { url, failure }),
                },
            });
        }
        let rejected: Vec<Option<Addition>> =
            admitted.iter().map(|admitted| admitted.as_ref().err().cloned()).collect();
        let mut downloads: Vec<Download> = admitted.into_iter().filter_map(Result::ok).collect();
        self.spell(&mut downloads).await?;
        self.store.insert(&mut downloads).await?;
        let mut added = downloads.iter().map(|download| Addition::Added { id: download.id });
        let mut additions: Vec<Addition> =
            rejected.into_iter().filter_map(|rejected| rejected.or_else(|| added.next())).collect();
        for (index, first) in repeated.within {
            additions[index] = like(&additions[first], &additions[index]);
        }
        for download in &downloads {
            self.take_in(download);
        }
        if downloads.iter().any(|download| has_secrets(&download.options)) {
            // Whoever asks after the answer must find it true.
            self.publish_live();
        }
        self.keep_ahead(downloads);
        Ok(additions)
    }

    /// Adds `new`, and lets it go on with what was left of another link's, if anything was.
    pub(super) async fn adopt(
        &mut self,
        new: NewDownload,
        left: Option<Box<(PathBuf, Label)>>,
    ) -> Result<Addition, EngineError> {
        let Some((part, label)) = left.map(|left| *left) else {
            let url = new.url.clone();
            let added = self.add(vec![new]).await?.pop();
            return Ok(added.unwrap_or(Addition::Rejected { url, failure: Failure::Internal }));
        };
        let url = new.url.clone();
        let mut admitted = match self.admit(new, &mut HashMap::new()) {
            Ok(admitted) => admitted,
            Err(failure) => return Ok(Addition::Rejected { url, failure }),
        };
        // It goes on where it is, whatever rules say.
        if let Some(folder) = part.parent() {
            admitted.folder = folder.to_owned();
        }
        admitted.options.ruled = None;
        let mut adopting = [admitted];
        self.spell(&mut adopting).await?;
        self.store.insert(&mut adopting).await?;
        let [admitted] = adopting;
        let (received, resource) = (label.received_bytes(), Some(label.resource));
        let download = Download { part: Some(part.clone()), received, resource, ..admitted };
        // A new download has nothing yet; this one has.
        self.store.save(std::slice::from_ref(&download)).await?;
        let (id, host) = (download.id, download.host());
        self.claims.claim(&part, id);
        self.take_in(&download);
        self.note_log(id, LogEntry::Renewed { host });
        self.keep_ahead(vec![download]);
        Ok(Addition::Added { id })
    }

    /// Writes their tags as they are written where they are in use already.
    async fn spell(&self, downloads: &mut [Download]) -> sqlx::Result<()> {
        let tags: Vec<String> = downloads.iter().flat_map(|download| download.tags.clone()).collect();
        let tags = tag::tags(&tags);
        let spelled: HashMap<&String, String> = tags.iter().zip(self.store.spelled(&tags).await?).collect();
        for tag in downloads.iter_mut().flat_map(|download| &mut download.tags) {
            if let Some(spelled) = spelled.get(tag) {
                tag.clone_from(spelled);
            }
        }
        Ok(())
    }

    /// Puts a stored download into the list.
    fn take_in(&mut self, download: &Download) {
        let Some(resting) = download.rest.resting() else { return };
        self.list.insert(download.id, (download.queue, download.position), resting, download.starts);
        self.keep_secrets(download);
        self.changed.insert(download.id);
    }

    fn admit(&self, new: NewDownload, ends: &mut Ends) -> Result<Download, Failure> {
        let url = parse_url(&new.url)?;
        self.protocols.claim(&url)?;
        new.options.check()?;
        check_headers(&new.options.headers)?;
        let queue = new.queue.unwrap_or_default();
        let known = self.queues.get(queue).ok_or(Failure::InvalidOption { option: "queue".to_owned() })?;
        let ruled = (!self.sorter.is_idle()).then(|| self.open_to_rules(&new, known));
        let folder = new.folder.unwrap_or_else(|| self.base(known));
        if !folder.is_absolute() {
            return Err(Failure::FolderMissing { folder });
        }
        let end = ends.entry(new.priority).or_insert_with(|| Box::new(self.list.ends_of(new.priority)));
        let position = end.next().unwrap_or(i64::MAX);
        let name = new.options.name.clone().or_else(|| filename::from_url(&url)).unwrap_or_default();
        let mut download = Download {
            id: DownloadId(0),
            queue,
            starts: new.starts.filter(|_| !new.paused),
            position,
            rest: if new.paused { Rest::Paused } else { Rest::Queued },
            folder,
            name: filename::safe(&name),
            part: None,
            replaces: None,
            resource: None,
            received: 0,
            options: Options {
                ruled,
                overwrites: None,
                numbered: false,
                ..new.options.with_mirrors_of(&url)
            },
            kind: String::new(),
            tags: tag::tags(&new.tags),
            url: url.into(),
            created: now(),
            finished: None,
        };
        download.kind = kind_of(&self.sorter.kinds, &download);
        self.sort(&mut download, false);
        Ok(download)
    }
}

/// A header that cannot be sent would fail every try: say so at once.
pub(super) fn check_headers(headers: &[(String, String)]) -> Result<(), Failure> {
    for (name, value) in headers {
        let name_is_good = reqwest::header::HeaderName::from_bytes(name.trim().as_bytes()).is_ok();
        if !name_is_good || reqwest::header::HeaderValue::from_str(value.trim()).is_err() {
            return Err(Failure::InvalidHeader { name: name.clone() });
        }
    }
    Ok(())
}
