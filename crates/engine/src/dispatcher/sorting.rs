//! Where downloads belong: what kinds and rules say, asked when one is added, and once more when its server said what it is.

use haul_core::rules::{Facts, Ruled};
use haul_core::week::date_of;
use haul_core::{Download, DownloadId, NewDownload, QueueId, Rest, TagEdit, tag};
use std::path::PathBuf;
use std::sync::Arc;

use super::Dispatcher;
use super::editing::kind_of;
use super::queues::Known;
use crate::EngineError;
use crate::transfer::{Answered, Place};

impl Dispatcher {
    /// What of `new`, which comes into `queue`, is left to kinds and rules.
    pub(super) fn open_to_rules(&self, new: &NewDownload, queue: &Known) -> Box<Ruled> {
        Box::new(Ruled {
            folder: new.folder.is_none().then(|| self.base(queue)),
            queue: new.queue.is_none().then_some(queue.queue.id),
            ..Ruled::default()
        })
    }

    /// The folder for downloads of `queue`, unless something else is said.
    pub(super) fn base(&self, queue: &Known) -> PathBuf {
        let own = queue.queue.settings.folder.clone();
        own.unwrap_or_else(|| self.settings.borrow().folder.clone())
    }

    /// Gives `download` what kinds and rules say, wherever the person has not chosen something else since.
    pub(super) fn sort(&self, download: &mut Download, answered: bool) {
        let Some(mut ruled) = download.options.ruled.take() else { return };
        let host = download.host();
        let sorted = self.sorter.sort(facts_of(download, &host, answered), download.options.kind.as_deref());
        let then = &sorted.then;
        if ruled.queue == Some(download.queue) {
            let wanted = then.queue.map(QueueId).filter(|queue| self.queues.get(*queue).is_some());
            download.queue = wanted.unwrap_or_default();
            ruled.queue = Some(download.queue);
        }
        if ruled.folder.as_ref() == Some(&download.folder)
            && let Some(queue) = self.queues.get(download.queue)
        {
            let date = date_of(download.created, &self.clock.zone());
            download.folder = self.sorter.folder(&sorted, &self.base(queue), &host, date);
            ruled.folder = Some(download.folder.clone());
        }
        if ruled.connections == download.options.connections {
            (download.options.connections, ruled.connections) = (then.connections, then.connections);
        }
        if ruled.limit == download.options.limit {
            (download.options.limit, ruled.limit) = (then.limit, then.limit);
        }
        tag_by(download, &mut ruled, &then.tags);
        ruled.kind.clone_from(&then.kind);
        // What the person starts by hand starts.
        if then.paused && !ruled.paused && download.starts.is_none() {
            (download.rest, ruled.paused) = (Rest::Paused, true);
        }
        download.options.ruled = Some(ruled);
        download.kind = kind_of(&self.sorter.kinds, download);
    }

    /// Tells transfers that wait for it where their files go.
    pub(super) async fn sort_answered(&mut self) {
        for (id, answered) in std::mem::take(&mut self.answered) {
            if let Err(error) = self.sort_one(id, answered).await {
                // Whoever waits for the answer goes on as it was.
                tracing::warn!(%id, %error, "what rules say of it could not be kept");
            }
        }
    }

    async fn sort_one(&mut self, id: DownloadId, answered: Answered) -> Result<(), EngineError> {
        let Some(work) = self.works.get(&id) else { return Ok(()) };
        let before = work.download.clone();
        // What it is called and what it is follows from the name that is reserved next, and is told then.
        let mut sorted =
            Download { resource: Some(answered.resource), name: answered.name, ..before.as_ref().clone() };
        self.sort(&mut sorted, true);
        let kept = Download {
            resource: before.resource.clone(),
            name: before.name.clone(),
            queue: before.queue,
            rest: before.rest.clone(),
            ..sorted.clone()
        };
        let place = Place { folder: kept.folder.clone(), connections: kept.options.connections };
        if kept != *before {
            self.put_in_place(&before, kept).await?;
        }
        // The transfer is told where its file goes even if it cannot be moved to its queue: what is kept says so already.
        let (mut assigned, mut paused) = (Ok(()), Ok(()));
        if sorted.queue != before.queue {
            assigned = self.assign(&[id], sorted.queue).await;
        }
        if sorted.rest == Rest::Paused && before.rest == Rest::Queued {
            paused = self.pause(&[id]).await.map(drop);
        }
        if answered.reply.send(place).is_err() {
            tracing::debug!(%id, "its transfer ended meanwhile");
        }
        assigned.and(paused)
    }

    /// Written down at the next tick: should that be lost, the part file is found by what follows from the same rules.
    async fn put_in_place(&mut self, before: &Download, kept: Download) -> Result<(), EngineError> {
        let id = kept.id;
        if kept.folder != before.folder {
            self.store.note_folders(std::slice::from_ref(&kept)).await;
        }
        if kept.tags != before.tags {
            let gone: Vec<String> =
                before.tags.iter().filter(|tag| !kept.tags.contains(tag)).cloned().collect();
            let edit = TagEdit { ids: vec![id], add: kept.tags.clone(), remove: gone };
            self.store.set_tags(&[edit]).await?;
        }
        if let Some(work) = self.works.get_mut(&id) {
            work.task.limiter.own.set_limit(kept.options.limit);
            work.download = Arc::new(kept);
        }
        self.dirty.insert(id);
        self.changed.insert(id);
        Ok(())
    }

    /// Other kinds are set: what is in memory is sorted anew at once, and all else soon, see `store/sorting`.
    pub(super) fn sort_at_hand_anew(&mut self) {
        let sorter = self.sorter.clone();
        let ids: Vec<DownloadId> =
            self.works.keys().chain(self.unsaved.keys()).chain(self.ahead.keys()).copied().collect();
        for id in ids {
            self.change_at_hand(id, |download| download.kind = kind_of(&sorter.kinds, download));
        }
    }
}

fn facts_of<'a>(download: &'a Download, host: &'a str, answered: bool) -> Facts<'a> {
    let headers = &download.options.headers;
    let referrer = headers.iter().find(|(name, _)| name.trim().eq_ignore_ascii_case("referer"));
    let resource = download.resource.as_ref();
    Facts {
        url: &download.url,
        host,
        name: &download.name,
        kind: "",
        referrer: referrer.map(|(_, page)| page.trim()),
        answered,
        content_type: resource.and_then(|resource| resource.content_type.as_deref()),
        size: resource.and_then(|resource| resource.size),
    }
}

/// Puts on what is new in `tags`, and takes off what rules put on and no longer say. What the person took off stays off.
fn tag_by(download: &mut Download, ruled: &mut Ruled, tags: &[String]) {
    let is_in = |list: &[String], tag: &String| list.iter().any(|one| one.eq_ignore_ascii_case(tag));
    let new: Vec<String> =
        tags.iter().filter(|tag| !is_in(&ruled.tags, tag) && !is_in(&download.tags, tag)).cloned().collect();
    let (kept, gone): (Vec<String>, Vec<String>) = ruled.tags.drain(..).partition(|tag| is_in(tags, tag));
    download.tags = tag::changed(&download.tags, &new, &gone);
    ruled.tags = [kept, new].concat();
}
