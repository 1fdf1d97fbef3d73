//! The first answer of a transfer, and what it means for the part file: go on, begin, begin again, or better not.

mod comparing;
mod renewing;
mod resuming;
mod taking_over;

use haul_core::StartOverReason::NotResumable;
use haul_core::host::Ramp;
use haul_core::segment::SegmentKey;
use haul_core::{
    Activity, AnswerFault, Failure, LogEntry, Resource, Segments, StartOverReason, filename, http as rules,
};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::held::Held;
use super::keeping::{self, OldPart};
use super::label::Label;
use super::meter::UNKNOWN_SIZE;
use super::part_file::PartFile;
use super::relocating;
use super::reserve::{Reserved, reserve};
use super::segmented::label_of;
use super::small::{self, Gathered};
use super::start::{Job, Start};
use super::{Halt, Report, Transfer};
use crate::files::{self, blocking};
use crate::hosts::Permit;
use crate::protocol::{Answer, Ask, FIRST_PORTION, RangeSource, Source};

/// A transfer that is about to ask for its first bytes.
pub struct Opening<'a> {
    transfer: &'a mut Transfer,
    range_source: &'a dyn RangeSource,
    source: Source,
    permit: Permit,
    /// An answer from byte 0 that is there already.
    in_hand: Option<Answer>,
    ramp: Ramp,
    delay: Duration,
}

impl<'a> Opening<'a> {
    pub fn new(
        transfer: &'a mut Transfer,
        range_source: &'a dyn RangeSource,
        source: Source,
        permit: Permit,
        in_hand: Option<Answer>,
    ) -> Self {
        let ramp = transfer.ramp(&source);
        Self { transfer, range_source, source, permit, in_hand, ramp, delay: Duration::ZERO }
    }

    /// The place that its answer keeps.
    pub fn into_permit(self) -> Permit {
        self.permit
    }

    /// Begins at byte 0 though something is there. That is thrown away once the answer was found good, not before: a
    /// page for people or an error must not cost it.
    pub async fn begin_again(mut self, held: Held, reason: StartOverReason) -> Result<Start, Halt> {
        let answer = self.ask_for_front().await?;
        self.transfer.refuse_other_file(&answer.resource)?;
        let before = held.label.as_ref().map(|label| &label.resource);
        match before.or(self.transfer.download.resource.as_ref()) {
            Some(before) => refuse_web_page(before, &answer.resource)?,
            None => self.refuse_page_for_file(&answer)?,
        }
        let had = held.label.as_ref().map_or(0, Label::received_bytes).max(self.transfer.meter.received());
        if reason == NotResumable {
            self.transfer.refuse_to_lose(had)?;
        }
        if had > 0 || reason == StartOverReason::WrongChecksum {
            self.transfer.log(LogEntry::StartedOver { reason }).await;
            // It was begun since, and what came is of no use.
            self.transfer.download.options.begun_in = None;
        }
        if had > 0 && self.transfer.old_part == OldPart::Kept {
            self.keep(held).await?;
            self.in_hand = Some(answer);
            return Box::pin(self.begin_under_new_name()).await;
        }
        self.begin(held.part, answer).await
    }

    /// What there is of an earlier version gets out of the way.
    async fn keep(&mut self, held: Held) -> Result<(), Failure> {
        let name = self.transfer.download.name.clone();
        let path = blocking(move || keeping::keep(&held, &name)).await?;
        // Once: what comes from now on is of this version.
        self.transfer.old_part = OldPart::Dropped;
        self.transfer.meter.set_received(0);
        self.transfer.log(LogEntry::PartKept { path }).await;
        Ok(())
    }

    /// Begins again with a server that gets ranges wrong, without asking for any.
    async fn begin_whole(self, part: PartFile, label: Label) -> Result<Start, Halt> {
        self.transfer.whole = true;
        Box::pin(self.begin_again(Held { part, label: Some(label) }, NotResumable)).await
    }

    /// Begins, under a name that the answer has a say in.
    pub async fn begin_under_new_name(mut self) -> Result<Start, Halt> {
        let answer = match self.in_hand.take() {
            Some(answer) => answer,
            None => match self.gather_if_small().await? {
                Gathered::Whole(whole) => return Ok(Start::Whole(Box::new(whole))),
                Gathered::Not(answer) => answer,
            },
        };
        let name = self.transfer.name_for(&answer);
        match reserve(self.transfer, &name, &answer.resource).await? {
            Reserved::AlreadyThere(path) => {
                self.transfer.report(Report::Probed(answer.resource)).await;
                self.transfer.log(LogEntry::AlreadyComplete).await;
                Ok(Start::AlreadyThere(path))
            }
            Reserved::New(part) => {
                let refused = answer.refused_name.clone();
                self.transfer.tell_refused_name(refused, Path::new(&name)).await;
                self.begin(part, answer).await
            }
            Reserved::Left(Held { part, label: Some(label) }) if label.received_bytes() > 0 => {
                match self.transfer.start_over {
                    None => self.go_on_with_left(part, label, answer).await,
                    Some(reason) => {
                        self.transfer.log(LogEntry::StartedOver { reason }).await;
                        self.begin(part, answer).await
                    }
                }
            }
            Reserved::Left(Held { part, .. }) => self.begin(part, answer).await,
        }
    }

    /// Asks for the front, and reads on to the end if that is near.
    pub async fn gather_if_small(&mut self) -> Result<Gathered, Halt> {
        let answer = self.ask_for_front().await?;
        self.refuse_page_for_file(&answer)?;
        let small = self.transfer.is_small(&answer);
        self.transfer.hosts.answered(&self.source.host_and_port(), small, answer.shared);
        if !small && self.transfer.before_its_turn {
            return Err(Halt::BeforeItsTurn);
        }
        if let Some(known) = self.transfer.open_to_rules(&answer) {
            self.transfer.sort_by(known).await?;
            self.ramp = self.transfer.ramp(&self.source);
        }
        if small {
            self.transfer.meter.set_activity(Activity::Downloading);
            Ok(small::gather(answer).await)
        } else {
            Ok(Gathered::Not(answer))
        }
    }

    /// Begins with an answer that holds everything from byte 0 on: there, or behind what aria2 has.
    async fn begin(mut self, part: PartFile, answer: Answer) -> Result<Start, Halt> {
        let names = vec![self.transfer.name_for(&answer), self.transfer.likely_name(&self.source.url)];
        let begun = self.find_begun(names, answer.resource.clone()).await?;
        let answer = if begun.is_some() { answer } else { self.with_all_of(answer).await? };
        self.transfer.start_over = None;
        let resource = answer.resource.clone();
        self.transfer.log(LogEntry::probed(&resource)).await;
        self.transfer.report(Report::Probed(resource.clone())).await;
        self.name_it(&part).await;
        self.check_space(&resource, &part).await?;
        let (label, room) = (label_of(self.transfer, &resource), self.room_for(&resource));
        let empty = label.clone();
        let part = blocking(move || {
            part.clear()?;
            if let Some(size) = room {
                part.keep_room(size)?;
            }
            // From now on the part file says what it is, so that the same request finds it after a crash.
            part.checkpoint(empty)?;
            Ok(part)
        })
        .await?;
        if let Some(begun) = begun {
            drop(answer);
            return Box::pin(self.take_over(part, label, begun)).await;
        }
        let mut segments = Segments::whole(resource.size.unwrap_or(UNKNOWN_SIZE));
        if let Some(end) = answer.end {
            segments.cut_at(end);
        }
        let first = segments.take_at(0).map(|key| (key, answer));
        if resource.is_resumable() {
            segments.plan(self.connections());
        }
        self.transfer.meter.set_segments(segments);
        self.transfer.meter.set_activity(Activity::Downloading);
        Ok(self.go(Arc::new(part), resource, first))
    }

    /// How much the disk is to keep for it from the start.
    fn room_for(&self, resource: &Resource) -> Option<u64> {
        resource.size.filter(|_| self.transfer.settings.borrow().ask_for_space)
    }

    fn go(self, part: Arc<PartFile>, resource: Resource, first: Option<(SegmentKey, Answer)>) -> Start {
        let Self { transfer, source, permit, ramp, delay, .. } = self;
        transfer.by_bytes = resource.is_comparable();
        transfer.meter.set_room(part.room());
        let first = first.map(|(key, answer)| (key, answer, permit));
        Start::Go(Box::new(Job { source, part, resource, first, ramp, delay }))
    }

    /// Asks for the front; a server that gets ranges wrong is asked for everything without one.
    async fn ask_for_front(&mut self) -> Result<Answer, Failure> {
        if let Some(answer) = self.in_hand.take() {
            return Ok(answer);
        }
        if self.transfer.whole {
            return self.ask(&Ask::whole()).await;
        }
        // The body is read on to where others begin, or to the end: some links are good for one request only. Somebody
        // who gives a number knows better; the first connection then gets a portion that it will have done when the
        // others have begun, so that it can stay open for more. What aria2 has need not come once more.
        let options = &self.transfer.download.options;
        let may_be_begun = options.begun_in.is_some();
        let given = options.connections.is_some() && self.connections() > 1;
        let to = (given || may_be_begun).then_some(FIRST_PORTION);
        match self.ask(&Ask { to, ..Ask::front() }).await {
            Err(Failure::BadAnswer { fault: AnswerFault::WrongRange }) => {
                self.transfer.whole = true;
                self.ask(&Ask::whole()).await
            }
            answered => answered,
        }
    }

    /// `answer`, or one that holds the whole file if further requests could not be proven to be of the same.
    /// One whose bytes can at least be compared may be cut off by the server, but not by us.
    async fn with_all_of(&mut self, mut answer: Answer) -> Result<Answer, Failure> {
        let is_enough = |answer: &Answer| {
            let all = answer.end.is_none() || answer.end == answer.resource.size;
            all || answer.resource.can_be_continued()
        };
        if answer.resource.is_comparable() && answer.end == Some(FIRST_PORTION) {
            drop(answer);
            answer = self.ask(&Ask { to: None, ..Ask::front() }).await?;
        }
        if is_enough(&answer) {
            return Ok(answer);
        }
        drop(answer);
        self.transfer.whole = true;
        self.ask(&Ask::whole()).await
    }

    /// A page for people where the address or the person names another kind of file is a log-in or an error in disguise.
    fn refuse_page_for_file(&self, answer: &Answer) -> Result<(), Failure> {
        let url_name = filename::from_url(&self.source.url).unwrap_or_default();
        let wanted = self.transfer.download.options.name.as_deref().unwrap_or(&url_name);
        let refused = is_web_page(&answer.resource) && !answer.attachment && filename::is_binary_name(wanted);
        if refused { Err(Failure::WebPage) } else { Ok(()) }
    }

    async fn ask(&mut self, ask: &Ask) -> Result<Answer, Failure> {
        let asked = Instant::now();
        let over = self.transfer.over(&self.source, &self.permit);
        let answer = self.range_source.open(&self.source, &Ask { over, ..ask.clone() }).await;
        self.delay = asked.elapsed();
        answer
    }

    /// Connections to begin with.
    fn connections(&self) -> u32 {
        self.ramp.connections(self.transfer.most_connections())
    }

    /// Whether all of it fits, in place of what `part` has by now.
    async fn check_space(&mut self, resource: &Resource, part: &PartFile) -> Result<(), Failure> {
        let folder = self.transfer.download.folder.clone();
        let needed = resource.size.unwrap_or(0).saturating_sub(part.room());
        blocking(move || files::check_space(&folder, needed)).await
    }

    /// Tells the list under which name the file is written.
    async fn name_it(&mut self, part: &PartFile) {
        let path = part.path().to_owned();
        let name = relocating::name_of(&path);
        let transfer = &mut *self.transfer;
        transfer.claims.claim(&path, transfer.download.id);
        transfer.download.part = Some(path.clone());
        transfer.download.name = name.clone();
        transfer.report(Report::Named { name, part: path }).await;
    }
}

/// A page in place of what was no page before is a log-in or an error in disguise: the part file must not see it.
pub fn refuse_web_page(before: &Resource, now: &Resource) -> Result<(), Failure> {
    if is_web_page(now) && !is_web_page(before) { Err(Failure::WebPage) } else { Ok(()) }
}

fn is_web_page(resource: &Resource) -> bool {
    rules::is_web_page(resource.content_type.as_deref().unwrap_or_default())
}
