//! What a person says of downloads, finished or not: tags, a note, another kind. None of it concerns a transfer.

use haul_core::kind::Known;
use haul_core::{Download, DownloadId, Failure, KindEdit, Options, Settings, TagEdit, TagEdits, tag};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Dispatcher, telling};
use crate::EngineError;

/// Rows that are read and written at once.
const AT_ONCE: usize = 500;

impl Dispatcher {
    /// Does `edits`, and answers with what takes them back.
    pub(super) async fn edit_tags(&mut self, edits: TagEdits) -> Result<TagEdits, EngineError> {
        let before = self.settings.borrow().clone();
        let mut settings = Settings::clone(&before);
        let mut inverse = edits.put_into(&mut settings);
        if settings != *before {
            // Beside it everything else that the dispatcher waits for is small.
            Box::pin(self.set_settings(settings)).await?;
        }
        inverse.downloads = self.tag(edits.downloads).await?;
        Ok(inverse)
    }

    /// Puts tags on and takes tags off, of those that are still there. What is no tag is none.
    async fn tag(&mut self, mut edits: Vec<TagEdit>) -> Result<Vec<TagEdit>, EngineError> {
        self.commit_settled().await;
        for TagEdit { add, remove, .. } in &mut edits {
            *remove = tag::tags(&*remove);
            *add = tag::tags(&*add);
            // A tag that is to be written in another way is.
            let (again, new): (Vec<String>, Vec<String>) =
                add.drain(..).partition(|tag| remove.iter().any(|gone| tag::is_same(gone, tag)));
            *add = [again, self.spelled(&new).await?].concat();
        }
        let inverses = self.store.set_tags(&edits).await?;
        let mut ids = BTreeSet::new();
        for TagEdit { ids: changed, add, remove } in inverses.iter().rev() {
            for &id in changed {
                self.change_at_hand(id, |download| {
                    download.tags = tag::changed(&download.tags, remove, add);
                });
            }
            ids.extend(changed);
        }
        self.tell_edited(&Vec::from_iter(ids)).await?;
        Ok(inverses)
    }

    /// Calls the tag `from` by another name wherever it is.
    pub(super) async fn rename_tag(&mut self, from: &str, to: &str) -> Result<TagEdits, EngineError> {
        let (Some(from), Some(to)) = (tag::tag(from), tag::tag(to)) else { return Ok(TagEdits::default()) };
        let spelled = if tag::is_same(&from, &to) {
            Vec::new()
        } else {
            self.spelled(std::slice::from_ref(&to)).await?
        };
        let to = spelled.into_iter().next().unwrap_or(to);
        let ids = self.ids_with_tag(&from).await?;
        let edits = TagEdits::renaming(&self.settings.borrow(), ids, &from, &to);
        self.edit_tags(edits).await
    }

    /// Takes `tag` off everything that has it.
    pub(super) async fn remove_tag(&mut self, tag: &str) -> Result<TagEdits, EngineError> {
        let Some(tag) = tag::tag(tag) else { return Ok(TagEdits::default()) };
        let ids = self.ids_with_tag(&tag).await?;
        let edits = TagEdits::removing(&self.settings.borrow(), ids, &tag);
        self.edit_tags(edits).await
    }

    /// `tags` as they are written where they are in use already, or as the person made them.
    async fn spelled(&self, tags: &[String]) -> Result<Vec<String>, EngineError> {
        let own = self.settings.borrow().tags.clone();
        let as_made =
            |tag: &String| own.iter().find(|one| tag::is_same(&one.tag, tag)).map(|one| one.tag.clone());
        let tags: Vec<String> = tags.iter().map(|tag| as_made(tag).unwrap_or_else(|| tag.clone())).collect();
        Ok(self.store.spelled(&tags).await?)
    }

    async fn ids_with_tag(&mut self, tag: &str) -> Result<Vec<DownloadId>, EngineError> {
        self.commit_settled().await;
        Ok(self.store.ids_with_tag(tag).await?)
    }

    /// Answers with the one that was there before.
    pub(super) async fn set_note(
        &mut self,
        id: DownloadId,
        note: Option<String>,
    ) -> Result<Option<String>, EngineError> {
        let note = note.filter(|note| !note.trim().is_empty());
        let options = Options { note: note.clone(), ..Options::default() };
        options.check().map_err(|failure| EngineError::Rejected { failure })?;
        let known = self.known(&[id]).await?;
        let before = self.read(&known).await?.into_iter().find_map(|download| download.options.note.clone());
        self.edit(&[id], |download| download.options.note.clone_from(&note)).await?;
        Ok(before)
    }

    /// Says of which kind downloads are, of those that are still there, and answers with what takes it back.
    pub(super) async fn set_kinds(&mut self, edits: Vec<KindEdit>) -> Result<Vec<KindEdit>, EngineError> {
        let sorter = self.sorter.clone();
        let exists = |kind: &String| sorter.kinds.get(kind).is_some();
        if edits.iter().filter_map(|edit| edit.kind.as_ref()).any(|kind| !exists(kind)) {
            let failure = Failure::InvalidOption { option: "kind".to_owned() };
            return Err(EngineError::Rejected { failure });
        }
        self.commit_settled().await;
        let mut inverses = Vec::new();
        for KindEdit { ids, kind } in edits {
            let mut before = BTreeMap::<Option<String>, Vec<DownloadId>>::new();
            for ids in ids.chunks(AT_ONCE) {
                for download in self.read(ids).await? {
                    // One that is no more says nothing.
                    let chosen = download.options.kind.clone().filter(exists);
                    before.entry(chosen).or_default().push(download.id);
                }
            }
            before.remove(&kind);
            let changed: Vec<DownloadId> = before.values().flatten().copied().collect();
            self.edit(&changed, |download| {
                download.options.kind.clone_from(&kind);
                download.kind = kind_of(&sorter.kinds, download);
            })
            .await?;
            inverses.extend(before.into_iter().map(|(kind, ids)| KindEdit { ids, kind }));
        }
        inverses.reverse();
        Ok(inverses)
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
        // Whoever asks after the answer must find it true.
        self.publish_live();
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
