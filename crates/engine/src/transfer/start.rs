//! From a URL to a part file that is reserved, locked, and known to hold the right bytes: what happens before the first
//! new byte is written.

use haul_core::segment::{MIN_SEGMENT, SegmentKey};
use haul_core::{
    Activity, AnswerFault, Failure, LogEntry, Resource, Segments, StartOverReason, filename, http as rules,
};
use std::path::PathBuf;
use std::sync::Arc;
use url::Url;

use super::label::Label;
use super::meter::UNKNOWN_SIZE;
use super::part_file::{Found, PartFile, part_path};
use super::reserve::{Reserved, is_already_there, reserve};
use super::{Halt, Report, Transfer};
use crate::files::{self, blocking};
use crate::hosts::Permit;
use crate::protocol::{Answer, Ask, RangeSource, Source};

/// How a transfer may begin.
pub enum Start {
    /// The very same file was downloaded before.
    AlreadyThere(PathBuf),
    Go(Box<Job>),
}

/// All set: the part file is there, and `Meter::segments` says what it misses.
pub struct Job {
    pub source: Source,
    pub part: Arc<PartFile>,
    pub resource: Resource,
    /// The first answer, if its body is of use, and the segment that it fills.
    pub first: Option<(SegmentKey, Answer, Permit)>,
}

/// A part file that this transfer holds, and what it says of itself.
pub struct Held {
    pub part: PartFile,
    pub label: Option<Label>,
}

/// Finds out what the server holds now and what is there already.
pub async fn start(transfer: &mut Transfer, range_source: &dyn RangeSource) -> Result<Start, Halt> {
    let source = transfer.source()?;
    let folder = transfer.download.folder.clone();
    blocking(move || files::make_folder(&folder)).await?;
    let mut held = find_held(transfer, &source.url).await?;
    if let Some(reason) = transfer.start_over.take() {
        forget(transfer, &mut held, reason).await?;
    }
    if transfer.whole {
        forget(transfer, &mut held, StartOverReason::NotResumable).await?;
    }
    if let Some(job) = finished_but_for_the_name(transfer, &source, &mut held) {
        return Ok(Start::Go(Box::new(job)));
    }
    let most = transfer.settings.borrow().connections_per_host;
    let permit = transfer.hosts.permit(&source.host_and_port(), most).await;
    match held {
        Some(Held { part, label: Some(label) }) => {
            go_on(transfer, range_source, source, part, label, permit).await
        }
        Some(Held { part, label: None }) => {
            let answer = open_front(transfer, &source, range_source).await?;
            begin(transfer, source, Arc::new(part), answer, permit).await
        }
        None => {
            if let Some(path) = already_there(transfer, &source, range_source).await? {
                return Ok(Start::AlreadyThere(path));
            }
            let answer = open_front(transfer, &source, range_source).await?;
            begin_under_new_name(transfer, source, answer, permit).await
        }
    }
}

/// The part file that the list names, or the one that an earlier run of the same request left under the likely name.
async fn find_held(transfer: &mut Transfer, url: &Url) -> Result<Option<Held>, Failure> {
    let listed = transfer.download.part.clone();
    let wanted =
        transfer.download.options.name.clone().or_else(|| filename::from_url(url)).unwrap_or_default();
    let path =
        listed.clone().unwrap_or_else(|| part_path(&transfer.download.folder, &filename::safe(&wanted)));
    let found = blocking({
        let path = path.clone();
        move || PartFile::find(&path)
    });
    match found.await? {
        Found::Free(part, label) if listed.is_some() => Ok(Some(Held { part, label })),
        Found::Free(part, Some(label))
            if label.url == transfer.download.url && transfer.claims.claim(&path, transfer.download.id) =>
        {
            Ok(Some(Held { part, label: Some(label) }))
        }
        Found::Busy if listed.is_some() => Err(Failure::PartFileBusy { path }),
        Found::Free(..) | Found::Nothing | Found::Busy | Found::Foreign => {
            if listed.is_some() {
                transfer.download.part = None;
                transfer.claims.release(transfer.download.id);
                if transfer.download.received > 0 {
                    transfer.log(LogEntry::StartedOver { reason: StartOverReason::PartFileLost }).await;
                }
            }
            Ok(None)
        }
    }
}

/// Whether a finished file under the likely name is the very same: asked for with one byte, so that running the same
/// command again costs nothing.
async fn already_there(
    transfer: &Transfer,
    source: &Source,
    range_source: &dyn RangeSource,
) -> Result<Option<PathBuf>, Failure> {
    let wanted = transfer
        .download
        .options
        .name
        .clone()
        .or_else(|| filename::from_url(&source.url))
        .unwrap_or_default();
    let path = transfer.download.folder.join(filename::safe(&wanted));
    if transfer.always_anew || !path.is_file() {
        return Ok(None);
    }
    // If this fails, the request that follows says why.
    let Ok(answer) = range_source.open(source, &Ask { to: Some(1), ..Ask::front() }).await else {
        return Ok(None);
    };
    if !is_already_there(transfer, &path, &answer.resource).await? {
        return Ok(None);
    }
    transfer.report(Report::Probed(answer.resource)).await;
    transfer.log(LogEntry::AlreadyComplete).await;
    Ok(Some(path))
}

/// Keeps the part file and its name, but nothing that is in it.
async fn forget(
    transfer: &Transfer,
    held: &mut Option<Held>,
    reason: StartOverReason,
) -> Result<(), Failure> {
    let Some(held) = held else { return Ok(()) };
    held.part.clear()?;
    transfer.meter.set_segments(Segments::default());
    if held.label.take().is_some_and(|label| label.received_bytes() > 0) {
        transfer.log(LogEntry::StartedOver { reason }).await;
    }
    Ok(())
}

/// Every byte is there: the program ended between the last checkpoint and the rename. The server need not be asked.
fn finished_but_for_the_name(transfer: &Transfer, source: &Source, held: &mut Option<Held>) -> Option<Job> {
    let label = held.as_ref()?.label.as_ref()?;
    let segments = Segments::from_received(label.resource.size?, &label.ranges());
    if !segments.is_whole() {
        return None;
    }
    let Held { part, label } = held.take()?;
    transfer.meter.set_segments(segments);
    Some(Job { source: source.clone(), part: Arc::new(part), resource: label?.resource, first: None })
}

/// Asks for everything; a server that gets ranges wrong is asked without one.
async fn open_front(
    transfer: &mut Transfer,
    source: &Source,
    range_source: &dyn RangeSource,
) -> Result<Answer, Failure> {
    let ask = if transfer.whole { Ask::whole() } else { Ask::front() };
    match range_source.open(source, &ask).await {
        Err(Failure::BadAnswer { fault: AnswerFault::WrongRange }) if !ask.whole => {
            transfer.whole = true;
            range_source.open(source, &Ask::whole()).await
        }
        answered => answered,
    }
}

/// Continues what `label` says is there, if it is still the same file.
async fn go_on(
    transfer: &mut Transfer,
    range_source: &dyn RangeSource,
    source: Source,
    part: PartFile,
    label: Label,
    permit: Permit,
) -> Result<Start, Halt> {
    let mut segments = Segments::from_received(label.resource.size.unwrap_or(UNKNOWN_SIZE), &label.ranges());
    segments.plan(transfer.most_connections());
    let resumable = label.resource.ranges && label.resource.validator.is_some();
    let Some(key) = segments.take(MIN_SEGMENT).filter(|_| resumable) else {
        return begin_again(transfer, range_source, source, part, StartOverReason::NotResumable, permit)
            .await;
    };
    let missing = segments.get(key).missing();
    let ask = Ask {
        from: missing.start,
        to: Some(missing.end),
        same_as: label.resource.validator.clone(),
        ..Ask::front()
    };
    let answer = match range_source.open(&source, &ask).await {
        Ok(answer) => answer,
        Err(Failure::BadAnswer { fault: AnswerFault::WrongRange }) => {
            transfer.whole = true;
            return begin_again(transfer, range_source, source, part, StartOverReason::NotResumable, permit)
                .await;
        }
        Err(Failure::SourceChanged { now, .. }) => {
            return Err(Failure::SourceChanged { was: label.resource.size, now }.into());
        }
        Err(failure) => return Err(failure.into()),
    };
    refuse_web_page(&label.resource, &answer)?;
    let now = &answer.resource;
    // A 206 may leave the total out: then the rest must agree.
    let same = label.resource.is_same(&Resource { size: now.size.or(label.resource.size), ..now.clone() });
    if !same {
        return Err(Failure::SourceChanged { was: label.resource.size, now: now.size }.into());
    }
    if answer.start != missing.start {
        return begin_again(transfer, range_source, source, part, StartOverReason::NotResumable, permit)
            .await;
    }
    transfer.log(LogEntry::Resumed { received: segments.received() }).await;
    transfer.meter.set_segments(segments);
    transfer.report(Report::Probed(label.resource.clone())).await;
    name_it(transfer, &part).await;
    Ok(Start::Go(Box::new(Job {
        source,
        part: Arc::new(part),
        resource: label.resource,
        first: Some((key, answer, permit)),
    })))
}

async fn begin_again(
    transfer: &mut Transfer,
    range_source: &dyn RangeSource,
    source: Source,
    part: PartFile,
    reason: StartOverReason,
    permit: Permit,
) -> Result<Start, Halt> {
    part.clear()?;
    transfer.log(LogEntry::StartedOver { reason }).await;
    let answer = open_front(transfer, &source, range_source).await?;
    begin(transfer, source, Arc::new(part), answer, permit).await
}

async fn begin_under_new_name(
    transfer: &mut Transfer,
    source: Source,
    answer: Answer,
    permit: Permit,
) -> Result<Start, Halt> {
    let url_name = filename::from_url(&source.url).unwrap_or_default();
    let wanted = transfer.download.options.name.as_deref().unwrap_or(&url_name);
    let is_page = rules::is_web_page(answer.resource.content_type.as_deref().unwrap_or_default());
    if is_page && !answer.attachment && filename::is_binary_name(wanted) {
        return Err(Failure::WebPage.into());
    }
    let name = transfer.download.options.name.as_deref().map_or_else(|| answer.name.clone(), filename::safe);
    // Before anything is made: a file that does not fit leaves nothing behind.
    check_space(transfer, &answer.resource).await?;
    match reserve(transfer, &name, &answer.resource).await? {
        Reserved::AlreadyThere(path) => {
            transfer.report(Report::Probed(answer.resource)).await;
            transfer.log(LogEntry::AlreadyComplete).await;
            Ok(Start::AlreadyThere(path))
        }
        Reserved::New(part) => begin(transfer, source, Arc::new(part), answer, permit).await,
        Reserved::Left(Held { part, label: Some(label) }) if label.received_bytes() > 0 => {
            go_on_with_left(transfer, source, part, label, answer, permit).await
        }
        Reserved::Left(Held { part, .. }) => begin(transfer, source, Arc::new(part), answer, permit).await,
    }
}

/// An earlier run left a part file under the name that only the server knew. The answer is from byte 0: of use if that
/// byte is missing.
async fn go_on_with_left(
    transfer: &mut Transfer,
    source: Source,
    part: PartFile,
    label: Label,
    answer: Answer,
    permit: Permit,
) -> Result<Start, Halt> {
    if !label.resource.is_same(&answer.resource) {
        transfer.claims.release(transfer.download.id);
        return Err(Failure::SourceChanged { was: label.resource.size, now: answer.resource.size }.into());
    }
    let mut segments = Segments::from_received(label.resource.size.unwrap_or(UNKNOWN_SIZE), &label.ranges());
    let first = segments.take_at(0).map(|key| (key, answer, permit));
    segments.plan(transfer.most_connections());
    transfer.log(LogEntry::Resumed { received: segments.received() }).await;
    transfer.meter.set_segments(segments);
    transfer.report(Report::Probed(label.resource.clone())).await;
    name_it(transfer, &part).await;
    Ok(Start::Go(Box::new(Job { source, part: Arc::new(part), resource: label.resource, first })))
}

/// Begins at byte 0 with an answer that holds everything.
async fn begin(
    transfer: &mut Transfer,
    source: Source,
    part: Arc<PartFile>,
    answer: Answer,
    permit: Permit,
) -> Result<Start, Halt> {
    let resource = answer.resource.clone();
    let entry = LogEntry::Probed {
        size: resource.size,
        resumable: resource.ranges,
        host: haul_core::download::host_of(&resource.final_url),
    };
    transfer.log(entry).await;
    transfer.report(Report::Probed(resource.clone())).await;
    name_it(transfer, &part).await;
    check_space(transfer, &resource).await?;
    let label = Label::new(&transfer.download.url, &resource, &[]);
    blocking({
        let part = part.clone();
        move || {
            part.clear()?;
            // From now on the part file says what it is, so that the same request finds it after a crash.
            part.checkpoint(label)
        }
    })
    .await?;
    let mut segments = Segments::whole(resource.size.unwrap_or(UNKNOWN_SIZE));
    if let Some(end) = answer.end {
        segments.cut_at(end);
    }
    let first = segments.take_at(0).map(|key| (key, answer, permit));
    if resource.ranges {
        segments.plan(transfer.most_connections());
    }
    transfer.meter.set_segments(segments);
    transfer.meter.set_activity(Activity::Downloading);
    Ok(Start::Go(Box::new(Job { source, part, resource, first })))
}

/// Whether all of it fits.
async fn check_space(transfer: &Transfer, resource: &Resource) -> Result<(), Failure> {
    let (folder, needed) = (transfer.download.folder.clone(), resource.size.unwrap_or(0));
    blocking(move || files::check_space(&folder, needed)).await
}

/// Tells the list under which name the file is written.
async fn name_it(transfer: &mut Transfer, part: &PartFile) {
    let path = part.path().to_owned();
    let stem = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let name = stem.strip_suffix(super::part_file::EXTENSION).unwrap_or(&stem).to_owned();
    transfer.claims.claim(&path, transfer.download.id);
    transfer.download.part = Some(path.clone());
    transfer.download.name = name.clone();
    transfer.report(Report::Named { name, part: path }).await;
}

/// A page in place of what was no page before is a log-in or an error in disguise: the part file must not see it.
fn refuse_web_page(before: &Resource, answer: &Answer) -> Result<(), Failure> {
    let is_page =
        |resource: &Resource| rules::is_web_page(resource.content_type.as_deref().unwrap_or_default());
    if is_page(&answer.resource) && !is_page(before) { Err(Failure::WebPage) } else { Ok(()) }
}
