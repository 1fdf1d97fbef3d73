//! What a person says of downloads: tags, a note, another kind.

use haul_core::{DownloadId, KindEdit, TagEdit, TagEdits};

use super::Engine;
use crate::EngineError;
use crate::dispatcher::Command;

impl Engine {
    /// Changes tags of downloads, finished or not, of what puts them on by itself, and their colours; answers with what takes
    /// that back. The same word in another case is the same tag, what is no tag is left out (see [`haul_core::tag`]), and so is
    /// what is not there any more.
    pub async fn edit_tags(&self, edits: TagEdits) -> Result<TagEdits, EngineError> {
        self.ask(|reply| Command::EditTags { edits: Box::new(edits), reply }).await?
    }

    /// Puts the tags `add` on `ids`, and takes the tags `remove` off them.
    pub async fn set_tags(
        &self,
        ids: Vec<DownloadId>,
        add: Vec<String>,
        remove: Vec<String>,
    ) -> Result<TagEdits, EngineError> {
        let downloads = vec![TagEdit { ids, add, remove }];
        self.edit_tags(TagEdits { downloads, ..TagEdits::default() }).await
    }

    /// Calls the tag `from` by another name wherever it is, also in kinds and rules; where `to` is there already, that is all
    /// of it then. Answers with what takes it back. What is no tag changes nothing.
    pub async fn rename_tag(&self, from: String, to: String) -> Result<TagEdits, EngineError> {
        self.ask(|reply| Command::RenameTag { from, to, reply }).await?
    }

    /// Takes `tag` off all downloads, kinds and rules. Answers with what takes it back.
    pub async fn remove_tag(&self, tag: String) -> Result<TagEdits, EngineError> {
        self.ask(|reply| Command::RemoveTag { tag, reply }).await?
    }

    /// Writes `note` beside a download, and answers with the one that was there; none, or nothing but blanks, takes it away.
    ///
    /// # Errors
    /// `Rejected` with `InvalidOption` if it is too long.
    pub async fn set_note(
        &self,
        id: DownloadId,
        note: Option<String>,
    ) -> Result<Option<String>, EngineError> {
        self.ask(|reply| Command::SetNote { id, note, reply }).await?
    }

    /// Says of which kind downloads are, and answers with what takes it back. What is not there any more is left out.
    ///
    /// # Errors
    /// `Rejected` with `InvalidOption` if there is no such kind: then nothing is changed.
    pub async fn set_kinds(&self, edits: Vec<KindEdit>) -> Result<Vec<KindEdit>, EngineError> {
        self.ask(|reply| Command::SetKinds { edits, reply }).await?
    }
}
