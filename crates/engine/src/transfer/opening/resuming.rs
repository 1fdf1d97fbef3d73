//! Going on with what an earlier run left, if the server still has the same file and the disk what was written.

use haul_core::StartOverReason::NotResumable;
use haul_core::segment::SegmentKey;
use haul_core::{AnswerFault, Failure, LogEntry, Resource, Segments};
use std::sync::Arc;

use super::{Opening, refuse_web_page};
use crate::files::blocking;
use crate::protocol::{Answer, Ask};
use crate::transfer::held::Held;
use crate::transfer::label::Label;
use crate::transfer::meter::UNKNOWN_SIZE;
use crate::transfer::overlap;
use crate::transfer::part_file::PartFile;
use crate::transfer::start::Start;
use crate::transfer::{Halt, Report};

impl Opening<'_> {
    /// Continues what `label` says is there, if it is still the same file.
    pub async fn go_on(mut self, part: PartFile, label: Label) -> Result<Start, Halt> {
        if label.received_bytes() == 0 {
            // Whatever the server has now, nothing is there that it could differ from.
            return self.begin_again(Held { part, label: Some(label) }, NotResumable).await;
        }
        if label.origin() != self.source.url.as_str() {
            // The first address again, after a mirror.
            let is_back = label.url == self.source.url.as_str();
            return if is_back {
                self.go_on_here(part, label).await
            } else {
                self.go_on_elsewhere(part, label).await
            };
        }
        if label.resource.is_comparable() {
            return Box::pin(self.go_on_by_bytes(part, label)).await;
        }
        let mut segments =
            Segments::from_received(label.resource.size.unwrap_or(UNKNOWN_SIZE), &label.ranges());
        if segments.is_whole() && label.resource.is_resumable() {
            // It was shown to have the same just now, in place of the one that all of it came from.
            let at = label.resource.final_url.clone();
            return self.resume(part, label, at, segments, None).await;
        }
        segments.plan(self.connections());
        let Some(key) = segments.take_idle().filter(|_| label.resource.is_resumable()) else {
            return self.begin_again(Held { part, label: Some(label) }, NotResumable).await;
        };
        let missing = segments.get(key).missing();
        let known = overlap::before(&label.ranges(), missing.start, self.transfer.overlap);
        let ask = Ask {
            from: known.start,
            to: Some(missing.end),
            same_as: label.resource.validator.clone(),
            ..Ask::front()
        };
        let answer = match self.ask(&ask).await {
            Ok(answer) => answer,
            Err(Failure::BadAnswer { fault: AnswerFault::WrongRange }) => {
                return self.begin_whole(part, label).await;
            }
            // What was finished once has hashes: they decide where the server does not prove that it is the same.
            Err(Failure::SourceChanged { .. }) if self.transfer.repair.is_some() => {
                return self.begin_whole(part, label).await;
            }
            Err(Failure::SourceChanged { now, .. }) => {
                return Err(Failure::SourceChanged { was: label.resource.size, now }.into());
            }
            Err(failure) => return Err(failure.into()),
        };
        refuse_web_page(&label.resource, &answer.resource)?;
        let now = &answer.resource;
        // A 206 may leave the total out: then the rest must agree.
        let same =
            label.resource.is_same(&Resource { size: now.size.or(label.resource.size), ..now.clone() });
        if !same && self.transfer.repair.is_some() {
            // The validator may be of a mirror that it came from then.
            return if label.resource.is_other(now) {
                self.go_on_here(part, label).await
            } else {
                self.begin_whole(part, label).await
            };
        }
        if !same {
            return Err(Failure::SourceChanged { was: label.resource.size, now: now.size }.into());
        }
        if answer.start != known.start {
            return self.begin_whole(part, label).await;
        }
        let (there, part) = blocking(move || Ok((part.read(known), part))).await?;
        let Ok(there) = there else { return self.go_on_if_it_was_the_disk(part, label).await };
        match self.compare(&there, answer).await? {
            Some(answer) => {
                let at = answer.resource.final_url.clone();
                self.resume(part, label, at, segments, Some((key, answer))).await
            }
            None => self.go_on_if_it_was_the_disk(part, label).await,
        }
    }

    /// Continues what came from the same address under another name of its version, if its bytes are the same.
    async fn go_on_here(self, part: PartFile, label: Label) -> Result<Start, Halt> {
        let changed = Failure::SourceChanged { was: label.resource.size, now: None };
        match self.go_on_elsewhere(part, label).await {
            Err(Halt::Failed(Failure::OtherFile)) => Err(changed.into()),
            gone_on => gone_on,
        }
    }

    /// `answer` without its front, if that is what is `there`.
    async fn compare(&mut self, there: &[u8], answer: Answer) -> Result<Option<Answer>, Failure> {
        let compared = overlap::compare(there, answer).await;
        self.transfer.overlap = if compared.is_ok() { 0 } else { self.transfer.overlap / overlap::LESS };
        compared
    }

    /// What the server has is not what is there: it has another file, whatever it says, unless the disk does not hold what
    /// was written.
    pub(super) async fn go_on_if_it_was_the_disk(
        self,
        part: PartFile,
        mut label: Label,
    ) -> Result<Start, Halt> {
        let stop = self.transfer.stop.clone();
        let found = blocking(move || Ok((part.find_damage(&stop), part)));
        let (Some(damage), part) = found.await? else { return Err(Halt::Cancelled) };
        if damage.is_empty() {
            let size = label.resource.size;
            return Err(Failure::SourceChanged { was: size, now: size }.into());
        }
        let bytes = damage.iter().map(|range| range.end - range.start).sum();
        self.transfer.log(LogEntry::Damaged { bytes }).await;
        (self.transfer.is_checked, self.transfer.overlap) = (true, overlap::OVERLAP);
        part.relabel(&mut label);
        Box::pin(self.go_on(part, label)).await
    }

    /// An earlier run left a part file under the name that only the server knew. The answer is from byte 0: of use if
    /// that byte is missing.
    pub(super) async fn go_on_with_left(
        mut self,
        part: PartFile,
        label: Label,
        answer: Answer,
    ) -> Result<Start, Halt> {
        if label.origin() != self.source.url.as_str() {
            return Box::pin(self.go_on(part, label)).await;
        }
        if label.resource.is_comparable() && label.resource.may_be(&answer.resource) {
            return Box::pin(self.go_on_by_bytes(part, label)).await;
        }
        if !label.resource.is_same(&answer.resource) {
            self.transfer.claims.release(self.transfer.download.id);
            return Err(Failure::SourceChanged { was: label.resource.size, now: answer.resource.size }.into());
        }
        let mut segments =
            Segments::from_received(label.resource.size.unwrap_or(UNKNOWN_SIZE), &label.ranges());
        let known = overlap::after(&label.ranges(), 0, self.transfer.overlap);
        let (there, part) = blocking(move || Ok((part.read(known), part))).await?;
        let Ok(there) = there else { return self.go_on_if_it_was_the_disk(part, label).await };
        let Some(answer) = self.compare(&there, answer).await? else {
            return self.go_on_if_it_was_the_disk(part, label).await;
        };
        let at = answer.resource.final_url.clone();
        // Of use only if the first byte is missing.
        let first = if there.is_empty() { segments.take_at(0).map(|key| (key, answer)) } else { None };
        segments.plan(self.connections());
        self.resume(part, label, at, segments, first).await
    }

    /// Goes on with what `label` says, from where the answer came from now: where it came from before may be gone.
    pub(super) async fn resume(
        mut self,
        part: PartFile,
        label: Label,
        at: String,
        segments: Segments,
        first: Option<(SegmentKey, Answer)>,
    ) -> Result<Start, Halt> {
        let resource = Resource { final_url: at, ..label.resource };
        self.transfer.log(LogEntry::Resumed { received: segments.received() }).await;
        // Whoever sees what is there, and stops or removes it, must know where.
        self.name_it(&part).await;
        self.transfer.meter.set_segments(segments);
        self.transfer.report(Report::Probed(resource.clone())).await;
        Ok(self.go(Arc::new(part), resource, first))
    }
}
