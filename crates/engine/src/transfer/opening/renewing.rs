//! Going on from another link than the one that a download began with, once it is proven to lead to the same file: by its
//! validator and some of its bytes, or by bytes at several places.

use haul_core::{Checksum, Failure, LogEntry, Resource};
use std::ops::Range;

use super::Opening;
use crate::files::blocking;
use crate::protocol::Ask;
use crate::transfer::label::Label;
use crate::transfer::overlap::{self, OVERLAP, PLACES};
use crate::transfer::part_file::PartFile;
use crate::transfer::start::Start;
use crate::transfer::{Halt, Report, proof};

impl Opening<'_> {
    /// Continues what `label` says is there, which came from somewhere else.
    ///
    /// # Errors
    /// `OtherFile` if the link does not lead to the same file, or to a server that could not be shown to; nothing is lost.
    pub(super) async fn go_on_elsewhere(
        mut self,
        mut part: PartFile,
        mut label: Label,
    ) -> Result<Start, Halt> {
        let mut now: Option<Resource> = None;
        for place in overlap::places(&label.ranges(), PLACES, OVERLAP) {
            let (found, there) = self.look_at(part, place.clone(), &label.resource).await?;
            part = found;
            let Some(resource) = there else { return Err(self.is_other(part, label).await) };
            let is_another =
                |now: &Resource| now.validator != resource.validator || now.hint != resource.hint;
            if now.as_ref().is_some_and(is_another) {
                return Err(Failure::OtherFile.into());
            }
            let proven = resource.validator.is_some() && resource.validator == label.resource.validator;
            now = Some(resource);
            if proven {
                break;
            }
        }
        let Some(now) = now.filter(Resource::can_be_continued) else { return Err(Failure::OtherFile.into()) };
        if label.resource.digest.as_ref().is_some_and(|was| contradicts(was, &now)) {
            return Err(Failure::OtherFile.into());
        }
        label.url = self.transfer.download.url.clone();
        label.mirror = self.transfer.mirror();
        label.resource = Resource {
            size: label.resource.size,
            // What the first server says of the whole file holds wherever the rest comes from.
            digest: label.resource.digest.or(now.digest.clone()),
            metalink: label.resource.metalink.or(now.metalink.clone()),
            ..now
        };
        let (saved, kept) = (label.clone(), label.resource.clone());
        // On disk before the list says so: by that it is known again.
        let part = blocking(move || part.checkpoint(saved).map(|_| part)).await?;
        self.transfer.report(Report::Probed(kept)).await;
        Box::pin(self.go_on(part, label)).await
    }

    /// What the server says of itself, if it has in `place` what is there.
    async fn look_at(
        &mut self,
        part: PartFile,
        place: Range<u64>,
        before: &Resource,
    ) -> Result<(PartFile, Option<Resource>), Halt> {
        let ask = Ask { from: place.start, to: Some(place.end), same_as: None, ..Ask::front() };
        let start = place.start;
        let (there, part) = blocking(move || Ok((part.read(place), part))).await?;
        let answer = self.ask(&ask).await;
        let Ok(there) = there else { return Ok((part, None)) };
        let resource = proof::of(answer, start, before, &there).await?;
        Ok((part, resource))
    }

    /// Why bytes differ: the link leads to another file, or the disk does not hold what was written.
    async fn is_other(&mut self, part: PartFile, label: Label) -> Halt {
        let stop = self.transfer.stop.clone();
        let found = blocking(move || {
            let Some(damage) = part.find_damage(&stop) else { return Ok(None) };
            // Said at once, so that the next try does not compare it again.
            part.checkpoint(Label { received: Vec::new(), ..label })?;
            Ok(Some(damage.iter().map(|range| range.end - range.start).sum::<u64>()))
        });
        match found.await {
            Ok(None) => Halt::Cancelled,
            Ok(Some(0)) => Failure::OtherFile.into(),
            Ok(Some(bytes)) => {
                self.transfer.log(LogEntry::Damaged { bytes }).await;
                Failure::Damaged { bytes }.into()
            }
            Err(failure) => failure.into(),
        }
    }
}

/// Whether `now` gives another value for the same kind of checksum.
fn contradicts(was: &Checksum, now: &Resource) -> bool {
    now.digest.as_ref().is_some_and(|now| now.algorithm == was.algorithm && !was.matches(&now.hex))
}
