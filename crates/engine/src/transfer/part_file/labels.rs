//! Labels on disk: written by checkpoints and marks, read when the file is opened again.

use haul_core::{AnswerFault, Failure};
use std::sync::atomic::Ordering;

use super::{MARK, PartFile, SLOT, SLOTS, blocks};
use crate::files::failure_of;
use crate::transfer::label::{HEAD, Label};
use crate::transfer::positioned;

impl PartFile {
    /// Syncs the data, then writes the label behind it. One that says nothing of what is there, of a resource that can be
    /// continued, gets all that was written by now. Returns how many bytes count from now on. Blocks.
    ///
    /// # Errors
    /// `PartFileGone` if the file has no name any more: what is written to it nobody will find.
    pub fn checkpoint(&self, mut label: Label) -> Result<u64, Failure> {
        let Some(size) = label.resource.size else { return Ok(0) };
        self.check_is_in_place()?;
        self.check_is_not_cut()?;
        // Before the sync: it can only be too little. And a mark that is made meanwhile is the later one.
        let news = self.fill_in(&mut label);
        if let Err(failure) = self.sync() {
            self.void_mark(size);
            return Err(failure);
        }
        self.check_is_not_cut()?;
        self.set_length(blocks::length(size))?;
        if !self.labelled.swap(true, Ordering::Relaxed) {
            self.make_table(size)?;
        }
        self.write_hashes(size, &news)?;
        let slot = self.checkpoints.fetch_add(1, Ordering::Relaxed) % MARK;
        self.write_label(label, size, slot)
    }

    /// The same without a sync, and quick: what is marked outlasts this program but perhaps not the system. Does nothing
    /// before the first checkpoint. Blocks.
    pub fn mark(&self, mut label: Label) -> Result<(), Failure> {
        let Some(size) = label.resource.size.filter(|_| self.labelled.load(Ordering::Relaxed)) else {
            return Ok(());
        };
        // What a sync could not write the system may have forgotten, and would still show until it needs the memory.
        self.check_syncs()?;
        self.check_is_not_cut()?;
        let news = self.fill_in(&mut label);
        self.write_hashes(size, &news)?;
        self.write_label(label, size, MARK)?;
        // One that failed meanwhile.
        self.check_syncs().inspect_err(|_| self.void_mark(size))
    }

    /// After a failed sync only what was synced before it counts: a mark says more than that.
    fn void_mark(&self, size: u64) {
        if self.labelled.load(Ordering::Relaxed)
            && let Err(failure) = self.write_pieces(&[vec![0; HEAD].into()], size + MARK * SLOT)
        {
            tracing::warn!(%failure, "a mark stays that may say too much");
        }
    }

    fn write_label(&self, mut label: Label, size: u64, slot: u64) -> Result<u64, Failure> {
        let mut bytes = label.to_bytes();
        while bytes.len() as u64 > SLOT {
            if label.received.is_empty() && label.parts.is_empty() {
                return Err(Failure::BadAnswer { fault: AnswerFault::Malformed });
            }
            // Forgetting ranges costs bytes, never correctness.
            label.received.truncate(label.received.len() / 2);
            label.parts.truncate(label.parts.len() / 2);
            bytes = label.to_bytes();
        }
        self.write_pieces(&[bytes.into()], size + slot * SLOT)?;
        Ok(label.received_bytes())
    }

    /// The latest label, and the slot that the next checkpoint is to take: not the one of the last.
    pub(super) fn read_label(&self) -> Result<Option<(u64, Label)>, Failure> {
        let length = self.file.metadata().map_err(|error| failure_of(&error, &self.path))?.len();
        let Some(size) = blocks::size_of(length) else { return Ok(None) };
        let slots = (0..SLOTS).filter_map(|slot| Some((slot, self.read_slot(size + slot * SLOT)?)));
        let usable: Vec<_> = slots.filter(|(_, label)| label.resource.size == Some(size)).collect();
        let checkpoints = usable.iter().filter(|(slot, _)| *slot != MARK);
        let last = checkpoints.max_by_key(|(_, label)| label.sequence).map(|(slot, _)| *slot);
        let next = last.map_or(0, |last| (last + 1) % MARK);
        Ok(usable.into_iter().max_by_key(|(_, label)| label.sequence).map(|(_, label)| (next, label)))
    }

    fn read_slot(&self, offset: u64) -> Option<Label> {
        let mut head = [0; HEAD];
        positioned::read_exact(&self.file, &mut head, offset).ok()?;
        let length = Label::length(&head).filter(|length| *length as u64 <= SLOT)?;
        let mut bytes = vec![0; HEAD + length];
        positioned::read_exact(&self.file, &mut bytes, offset).ok()?;
        Label::from_bytes(&bytes)
    }
}
