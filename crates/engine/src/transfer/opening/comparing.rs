//! Going on where the server has no name for a version of its file: by bytes at several places of what is there. What speaks
//! against it is believed (another size, another weak tag or time), what speaks for it is not.

use haul_core::{AnswerFault, Failure, Resource, Segments};
use std::ops::Range;

use super::{Opening, refuse_web_page};
use crate::files::blocking;
use crate::protocol::Ask;
use crate::transfer::Halt;
use crate::transfer::label::Label;
use crate::transfer::meter::UNKNOWN_SIZE;
use crate::transfer::overlap::{self, OVERLAP, PLACES};
use crate::transfer::part_file::PartFile;
use crate::transfer::start::Start;

/// What the server has in one place, beside what is there.
pub(super) enum Place {
    Same,
    Other,
    /// It does not serve this range, or does not say of what size: nothing can be compared.
    Unknown,
}

impl Opening<'_> {
    /// Continues what `label` says is there if the server has the same in all places that are looked at. What follows is
    /// compared by the connection that fetches it.
    pub(super) async fn go_on_by_bytes(mut self, mut part: PartFile, label: Label) -> Result<Start, Halt> {
        self.transfer.by_bytes = true;
        let ranges = label.ranges();
        let length = self.transfer.sample.length().min(OVERLAP);
        for place in overlap::places(&ranges, PLACES, length) {
            let found;
            (found, part) = self.look_into(part, place, &label).await?;
            match found {
                Place::Same => {}
                Place::Other => return self.go_on_if_it_was_the_disk(part, label).await,
                Place::Unknown => return self.begin_whole(part, label).await,
            }
        }
        self.transfer.sample.draw();
        let segments = Segments::from_received(label.resource.size.unwrap_or(UNKNOWN_SIZE), &ranges);
        let at = label.resource.final_url.clone();
        self.resume(part, label, at, segments, None).await
    }

    async fn look_into(
        &mut self,
        part: PartFile,
        place: Range<u64>,
        label: &Label,
    ) -> Result<(Place, PartFile), Halt> {
        let start = place.start;
        let (there, part) = blocking(move || Ok((part.read(place), part))).await?;
        // What cannot be read is not what was written.
        let Ok(there) = there else { return Ok((Place::Other, part)) };
        Ok((self.look_behind(start, &there, &label.resource).await?, part))
    }

    /// What the server has from `start` on, beside what is `there`. `before`: what it said of itself.
    ///
    /// # Errors
    /// `SourceChanged` if it says that it has another file.
    pub(super) async fn look_behind(
        &mut self,
        start: u64,
        there: &[u8],
        before: &Resource,
    ) -> Result<Place, Halt> {
        let was = before.size;
        let ask = Ask { from: start, to: Some(start + there.len() as u64), ..Ask::front() };
        let answer = match self.ask(&ask).await {
            Ok(answer) => answer,
            Err(Failure::BadAnswer { fault: AnswerFault::WrongRange }) => return Ok(Place::Unknown),
            Err(Failure::SourceChanged { now, .. }) => return Err(Failure::SourceChanged { was, now }.into()),
            Err(failure) => return Err(failure.into()),
        };
        let now = &answer.resource;
        refuse_web_page(before, now)?;
        if answer.start != start || now.size.is_none() {
            return Ok(Place::Unknown);
        }
        if !before.is_same(now) && !before.may_be(now) {
            return Err(Failure::SourceChanged { was, now: now.size }.into());
        }
        let same = overlap::begins_alike(there, answer).await?;
        Ok(if same { Place::Same } else { Place::Other })
    }
}
