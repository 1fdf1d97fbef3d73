//! Beginning with what aria2 has of the file, once the server was found to have the same: in places all over it and where aria2
//! wrote last. Nobody noted of which version of the server's file that is, so nothing else could tell.
//!
//! It is compared before it is copied, so that no other file is, and what was copied is held to the bytes that were compared.

use haul_core::{Activity, Compared, Failure, LogEntry, NotTakenOver, Resource, Segments};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use super::Opening;
use super::comparing::Place;
use crate::files::{blocking, free_space};
use crate::transfer::begun::{self, Begun};
use crate::transfer::label::Label;
use crate::transfer::part_file::PartFile;
use crate::transfer::part_file::copying::Taken;
use crate::transfer::start::Start;
use crate::transfer::{Halt, Report};

/// Bytes of aria2's that the server has too, in their places.
type Samples = Vec<(Range<u64>, Vec<u8>)>;

impl Opening<'_> {
    /// What aria2 has of the file that was `answered` with, under one of `names`, if it may be of use.
    pub(super) async fn find_begun(
        &mut self,
        names: Vec<String>,
        answered: Resource,
    ) -> Result<Option<Begun>, Failure> {
        let Some(folder) = self.transfer.download.options.begun_in.clone() else { return Ok(None) };
        if self.transfer.start_over.is_some() || self.transfer.repair.is_some() {
            self.transfer.download.options.begun_in = None;
            return Ok(None);
        }
        let found = blocking(move || Ok(begun::find(&folder, &names))).await?;
        let refused = match found {
            None => return Ok(None),
            Some(Err(reason)) => reason,
            Some(Ok(_)) if self.transfer.whole || !answered.can_be_continued() => NotTakenOver::NotResumable,
            Some(Ok(begun)) if answered.size != Some(begun.size) => NotTakenOver::OtherFile,
            Some(Ok(begun)) => return Ok(Some(begun)),
        };
        self.refuse_begun(refused).await;
        Ok(None)
    }

    /// Goes on with what aria2 has `begun`. `part` is empty, and `label` says so; no answer is open any more.
    pub(super) async fn take_over(
        mut self,
        part: PartFile,
        label: Label,
        begun: Begun,
    ) -> Result<Start, Halt> {
        self.transfer.meter.set_activity(Activity::Verifying { compared: None });
        let begun = Arc::new(begun);
        let samples = match self.compare_begun(&begun, &label).await? {
            Ok(samples) => samples,
            Err(reason) => return self.begin_without(part, reason).await,
        };
        let bytes = begun.bytes();
        let (part, taken) = self.copy_begun(part, label.clone(), begun.clone(), samples).await?;
        match taken {
            Taken::Stopped => return Err(Halt::Cancelled),
            Taken::Lost => return self.begin_without(part, NotTakenOver::Unreadable).await,
            Taken::All => {}
        }
        self.transfer.download.options.begun_in = None;
        self.transfer.is_checked = true;
        self.transfer.log(LogEntry::TakenOver { bytes }).await;
        self.transfer.report(Report::Checkpoint { received: bytes }).await;
        let mut segments = Segments::from_received(begun.size, &begun.received);
        if label.resource.is_resumable() {
            segments.plan(self.connections());
        }
        // What its bytes alone show to be of one file is looked at once more when it is whole.
        self.transfer.sample.draw();
        let at = label.resource.final_url.clone();
        self.resume(part, label, at, segments, None).await
    }

    /// What was compared, or why what aria2 has is of no use.
    async fn compare_begun(
        &mut self,
        begun: &Arc<Begun>,
        label: &Label,
    ) -> Result<Result<Samples, NotTakenOver>, Halt> {
        let mut samples = Samples::new();
        for place in begun.places() {
            let (from, range) = (begun.clone(), place.clone());
            let Ok(there) = blocking(move || Ok(from.read(&range))).await? else {
                return Ok(Err(NotTakenOver::Unreadable));
            };
            match self.look_behind(place.start, &there, &label.resource).await {
                Ok(Place::Same) => samples.push((place, there)),
                Ok(Place::Other) | Err(Halt::Failed(Failure::SourceChanged { .. })) => {
                    return Ok(Err(NotTakenOver::OtherFile));
                }
                Ok(Place::Unknown) => return Ok(Err(NotTakenOver::NotResumable)),
                Err(halt) => return Err(halt),
            }
        }
        Ok(Ok(samples))
    }

    /// Copies it into `part`, whose label says so once what was compared was found in it.
    async fn copy_begun(
        &mut self,
        part: PartFile,
        label: Label,
        begun: Arc<Begun>,
        samples: Samples,
    ) -> Result<(PartFile, Taken), Failure> {
        let room = self.room_for(&label.resource);
        let (meter, stop) = (self.transfer.meter.clone(), self.transfer.stop.clone());
        blocking(move || {
            let at = |read| {
                meter.set_received(read);
                meter.set_compared(Compared { algorithm: None, read });
            };
            let taken = part.take_over(&begun, label.clone(), room, &at, &stop);
            let taken = taken.map_err(|failure| with_needed(failure, &part, begun.size))?;
            if taken != Taken::All {
                return Ok((part, taken));
            }
            let is_there = |(place, bytes): &(Range<u64>, Vec<u8>)| {
                part.read(place.clone()).is_ok_and(|there| there == *bytes)
            };
            if !samples.iter().all(is_there) {
                return Ok((part, Taken::Lost));
            }
            part.checkpoint(label)?;
            Ok((part, Taken::All))
        })
        .await
    }

    /// Begins at byte 0 after all.
    async fn begin_without(mut self, part: PartFile, reason: NotTakenOver) -> Result<Start, Halt> {
        self.refuse_begun(reason).await;
        self.transfer.meter.set_received(0);
        self.transfer.meter.set_activity(Activity::Probing);
        let answer = self.ask_for_front().await?;
        Box::pin(self.begin(part, answer)).await
    }

    async fn refuse_begun(&mut self, reason: NotTakenOver) {
        self.transfer.download.options.begun_in = None;
        self.transfer.log(LogEntry::NotTakenOver { reason }).await;
    }
}

/// A full disk is told by how much the whole file needs.
fn with_needed(failure: Failure, part: &PartFile, size: u64) -> Failure {
    let Failure::DiskFull { folder, missing: 0, .. } = failure else { return failure };
    let needed = size.saturating_sub(part.room());
    let free = free_space(part.path().parent().unwrap_or(Path::new("/"))).unwrap_or(0);
    Failure::DiskFull { folder, missing: needed.saturating_sub(free).max(1), needed }
}
