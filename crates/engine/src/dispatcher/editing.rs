//! What a person says of downloads, finished or not: tags, a note, another kind. None of it concerns a transfer.

use haul_core::kind::Known;
use haul_core::tag::Renamed;
use haul_core::{Download, DownloadId, Failure, Options, tag};
use std::sync::Arc;

use super::{Dispatcher, telling};
use crate::EngineError;

/// Rows that are read and written at once.
const AT_ONCE: usize = 500;

impl Dispatcher {
    /// Gives `ids` the tags `add` and takes the tags `remove` from them. What is no tag is none.
    pub(super) async fn set_tags(
        &mut self,
        ids: &[DownloadId],
        add: &[String],
        remove: &[String],
    ) -> Result<(), EngineError> {
        let ids = self.known(ids).await?;
        let (add, remove) = (self.store.spelled(&tag::tags(add)).await?, tag::tags(remove));
        self.store.set_tags(&ids, &add, &remove).await?;
        for &id in &ids {
            self.change_at_hand(id, |download| {
                download.tags = tag::changed(&download.tags, &add, &remove);
            });
        }
        self.tell_edited(&ids).await
    }

    /// Calls the tag `from` by another name wherever it is.
    pub(super) async fn rename_tag(&mut self, from: &str, to: &str) -> Result<Renamed, EngineError> {
        let (Some(from), Some(to)) = (tag::tag(from), tag::tag(to)) else { return Ok(Renamed::default()) };
        let renamed = self.store.rename_tag(&from, &to).await?;
        for &id in &renamed.ids {
            self.change_at_hand(id, |download| tag::rename(&mut download.tags, &from, &to));
        }
        self.tell_edited(&renamed.ids).await?;
        Ok(renamed)
    }

    pub(super) async fn set_note(&mut self, id: DownloadId, note: Option<String>) -> Result<(), EngineError> {
        let note = note.filter(|note| !note.trim().is_empty());
        let options = Options { note: note.clone(), ..Options::default() };
        options.check().map_err(|failure| EngineError::Rejected { failure })?;
        self.edit(&[id], |download| download.options.note.clone_from(&note)).await
    }

    /// Says of which kind `ids` are; none: what they are by their name, host and content type.
    pub(super) async fn set_kind(
        &mut self,
        ids: &[DownloadId],
        kind: Option<String>,
    ) -> Result<(), EngineError> {
        if kind.as_ref().is_some_and(|kind| self.sorter.kinds.get(kind).is_none()) {
            let failure = Failure::InvalidOption { option: "kind".to_owned() };
            return Err(EngineError::Rejected { failure });
        }
        let sorter = self.sorter.clone();
        self.edit(ids, |download| {
            download.options.kind.clone_from(&kind);
            download.kind = kind_of(&sorter.kinds, download);
        })
        .await
    }

    /// Changes `ids` in the store and wherever they are in memory, and tells of it.
    pub(super) async fn edit(
        &mut self,
        ids: &[DownloadId],
        change: impl Fn(&mut Download),
    ) -> Result<(), EngineError> {
        let ids = self.known(ids).await?;
        for ids in ids.chunks(AT_ONCE) {
            let mut downloads: Vec<Download> =
                self.read(ids).await?.into_iter().map(Arc::unwrap_or_clone).collect();
            downloads.iter_mut().for_each(&change);
            self.store.save(&downloads).await?;
            for &id in ids {
                self.change_at_hand(id, &change);
            }
        }
        self.tell_edited(&ids).await
    }

    pub(super) fn change_at_hand(&mut self, id: DownloadId, change: impl Fn(&mut Download)) {
        if let Some(work) = self.works.get_mut(&id) {
            change(Arc::make_mut(&mut work.download));
        }
        for download in self.unsaved.get_mut(&id).into_iter().chain(self.ahead.get_mut(&id)) {
            change(Arc::make_mut(download));
        }
    }

    async fn tell_edited(&mut self, ids: &[DownloadId]) -> Result<(), EngineError> {
        let (open, done): (Vec<_>, Vec<_>) = ids.iter().copied().partition(|id| self.list.contains(*id));
        self.changed.extend(open);
        if done.len() > telling::MOST_COMPLETED {
            // More than are told one by one: whoever listens asks for the view anew.
            self.changed.extend(done);
            return Ok(());
        }
        for download in self.read(&done).await? {
            let row = self.completed_row(&download);
            self.completed_rows.insert(download.id, row);
        }
        Ok(())
    }
}

/// The kind that somebody chose, else the one that a rule said, else what `download` is by what is known of it. One that is no
/// more is none.
pub fn kind_of(kinds: &haul_core::Kinds, download: &Download) -> String {
    let ruled = download.options.ruled.as_ref().and_then(|ruled| ruled.kind.as_ref());
    let said = [download.options.kind.as_ref(), ruled].into_iter().flatten();
    if let Some(said) = said.into_iter().find(|kind| kinds.get(kind).is_some()) {
        return said.clone();
    }
    let content_type = download.resource.as_ref().and_then(|resource| resource.content_type.as_deref());
    kinds.kind_of(Known { host: &download.host(), name: &download.name, content_type }).to_owned()
}
