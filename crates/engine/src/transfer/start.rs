//! From a URL to a part file that is reserved, locked, and known to hold the right bytes: what happens before the first
//! new byte is written.

use haul_core::host::Ramp;
use haul_core::segment::SegmentKey;
use haul_core::{Failure, LogEntry, Resource, Segments, StartOverReason};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;
use url::Url;

use super::grouped::Grouped;
use super::held::{Held, Lies};
use super::opening::Opening;
use super::part_file::PartFile;
use super::reserve::is_already_there;
use super::small::{Gathered, Whole};
use super::{Halt, Report, Transfer};
use crate::files;
use crate::hosts::Permit;
use crate::protocol::{Answer, Ask, RangeSource, Source};

/// A part file of the list's own may still be held by a transfer of the same download that was stopped in the middle of a
/// sync: it is looked at again for some seconds before it counts as another program's.
const LOOKS: u32 = 100;
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// A disk that spins up takes long, too.
const ANSWERS: Duration = Duration::from_secs(60);

/// How a transfer may begin.
pub enum Start {
    /// The very same file was downloaded before.
    AlreadyThere(PathBuf),
    /// It is small, and all of it came.
    Whole(Box<Whole>),
    Go(Box<Job>),
}

/// All set: the part file is there, and `Meter::segments` says what it misses.
pub struct Job {
    pub source: Source,
    pub part: Arc<PartFile>,
    pub resource: Resource,
    /// The first answer, if its body is of use, and the segment that it fills.
    pub first: Option<(SegmentKey, Answer, Permit)>,
    /// How many connections to begin with, and how to find out how many are worth it.
    pub ramp: Ramp,
    /// How long the server took for the head of its first answer.
    pub delay: Duration,
}

/// Looks at the disk for all transfers of one engine that are about to begin.
pub type Looks = Grouped<Look, Result<Seen, Failure>>;

/// What is looked for.
#[derive(Debug)]
pub struct Look {
    folder: PathBuf,
    url: String,
    /// What the list says of the part file that it names: by that it is known again after the link was changed.
    resource: Option<Resource>,
    /// Where its part file may lie; what is another download's of this engine is left out.
    parts: Vec<PathBuf>,
    target: PathBuf,
}

/// What there is.
#[derive(Debug)]
pub struct Seen {
    held: Option<Held>,
    /// The part file is another program's just now.
    busy: bool,
    /// A file lies under the likely name.
    has_target: bool,
}

/// Makes the folders if they are missing, and looks what is in them. Blocks.
pub fn look_all(looks: Vec<Look>) -> Vec<Result<Seen, Failure>> {
    looks.iter().map(look).collect()
}

fn look(look: &Look) -> Result<Seen, Failure> {
    if !look.folder.is_dir() {
        files::make_folder(&look.folder)?;
    }
    let (held, busy) = match Held::find(&look.parts, &look.url, look.resource.as_ref())? {
        Lies::Ours(held) => (Some(held), false),
        Lies::Busy => (None, true),
        Lies::Nothing | Lies::Others => (None, false),
    };
    Ok(Seen { held, busy, has_target: look.target.is_file() })
}

/// Finds out what the server holds now and what is there already. `in_hand`: an answer from byte 0 whose body is in
/// memory, if it was asked already.
pub async fn start(
    transfer: &mut Transfer,
    range_source: &dyn RangeSource,
    mut in_hand: Option<Answer>,
) -> Result<Start, Halt> {
    if let Some(path) = transfer.prepare_repair().await? {
        return Ok(Start::AlreadyThere(path));
    }
    let mut source = transfer.source()?;
    // Who keeps an answer keeps its place.
    let mut place = None;
    if in_hand.is_none() && transfer.is_likely_small(&source) {
        let permit = transfer.first_permit(&source).await;
        let mut opening = Opening::new(transfer, range_source, source.clone(), permit, None);
        in_hand = match opening.gather_if_small().await? {
            Gathered::Whole(whole) => return Ok(Start::Whole(Box::new(whole))),
            Gathered::Not(answer) => Some(answer),
        };
        place = Some(opening.into_permit());
    }
    let (mut held, has_target) = find_held(transfer, &source.url).await?;
    if transfer.repair.is_some()
        && held.is_none()
        && let Some(path) = transfer.download.part.clone()
    {
        return Err(Failure::PartFileGone { path }.into());
    }
    if held.is_some() && transfer.before_its_turn {
        return Err(Halt::BeforeItsTurn);
    }
    let not_resumable = transfer.whole.then_some(StartOverReason::NotResumable);
    let start_over = transfer.start_over.or(not_resumable);
    if start_over.is_none()
        && let Some(job) = finished_but_for_the_name(transfer, &mut source, &mut held)?
    {
        return Ok(Start::Go(Box::new(job)));
    }
    let permit = match place {
        Some(permit) => permit,
        None => transfer.first_permit(&source).await,
    };
    if held.is_none()
        && in_hand.is_none()
        && has_target
        && let Some(path) = already_there(transfer, &source, range_source).await?
    {
        return Ok(Start::AlreadyThere(path));
    }
    let opening = Opening::new(transfer, range_source, source, permit, in_hand);
    match (held, start_over) {
        (Some(Held { part, label: Some(label) }), None) => opening.go_on(part, label).await,
        (Some(held), Some(reason)) => opening.begin_again(held, reason).await,
        (Some(held), None) => opening.begin_again(held, StartOverReason::NotResumable).await,
        (None, _) => opening.begin_under_new_name().await,
    }
}

/// The part file that the list names, or the one that an earlier run of the same request left under the likely name, hidden
/// or not; and whether a file lies under that name.
async fn find_held(transfer: &mut Transfer, url: &Url) -> Result<(Option<Held>, bool), Failure> {
    let folder = transfer.download.folder.clone();
    let (listed, name) = (transfer.download.part.clone(), transfer.likely_name(url));
    let part_name = transfer.settings.borrow().part_name;
    let mut parts = match &listed {
        Some(path) => vec![path.clone()],
        None => part_name.paths(&folder, &name).into(),
    };
    // Two that look at the same part file would each find the other's lock on it.
    parts.retain(|path| transfer.claims.claim(path, transfer.download.id));
    let look = || Look {
        folder: folder.clone(),
        url: transfer.download.url.clone(),
        resource: transfer.download.resource.clone().filter(|_| listed.is_some()),
        parts: parts.clone(),
        target: folder.join(&name),
    };
    let mut looked = 0;
    let Seen { held, busy, has_target } = loop {
        let Ok(seen) = timeout(ANSWERS, transfer.looks.run(&folder, look())).await else {
            return Err(Failure::Disk { path: folder, reason: files::SILENT.to_owned() });
        };
        let seen = seen.unwrap_or(Err(Failure::Internal))?;
        looked += 1;
        if !(seen.busy && listed.is_some()) || looked == LOOKS {
            break seen;
        }
        tokio::time::sleep(LOOK_AGAIN).await;
    };
    if busy && let Some(path) = listed {
        return Err(Failure::PartFileBusy { path });
    }
    // Without a label it may be anybody's that asked for the same: only what the list names is taken then.
    let held = held.filter(|held| held.label.is_some() || listed.is_some());
    if held.is_some() {
        return Ok((held, has_target));
    }
    transfer.claims.release(transfer.download.id);
    if listed.is_some() {
        // Gone, or somebody else's file lies there now.
        transfer.download.part = None;
        if transfer.download.received > 0 {
            transfer.log(LogEntry::StartedOver { reason: StartOverReason::PartFileLost }).await;
        }
    }
    Ok((None, has_target))
}

/// Whether the finished file under the likely name is the very same: asked for with one byte, so that running the same
/// command again costs nothing.
async fn already_there(
    transfer: &Transfer,
    source: &Source,
    range_source: &dyn RangeSource,
) -> Result<Option<PathBuf>, Failure> {
    if transfer.always_anew {
        return Ok(None);
    }
    let path = transfer.download.folder.join(transfer.likely_name(&source.url));
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

/// Every byte is there: the program ended between the last checkpoint and the rename, or a person keeps what was refused. The
/// server need not be asked.
/// Its validator may be of a mirror, which is asked then should the disk not hold all of it after all.
fn finished_but_for_the_name(
    transfer: &mut Transfer,
    source: &mut Source,
    held: &mut Option<Held>,
) -> Result<Option<Job>, Failure> {
    let mirror = held.as_ref().and_then(|held| held.label.as_ref()?.mirror.clone());
    let Some(job) = whole_job(transfer, source, held) else { return Ok(None) };
    if mirror.is_some_and(|mirror| transfer.addresses.go_to(&mirror)) {
        *source = transfer.source()?;
    }
    Ok(Some(Job { source: source.clone(), ..job }))
}

fn whole_job(transfer: &Transfer, source: &Source, held: &mut Option<Held>) -> Option<Job> {
    let label = held.as_ref()?.label.as_ref()?;
    let size = label.resource.size?;
    let is_kept = label.refused.is_some() && label.refused == transfer.download.options.checksum;
    if label.resource.is_comparable() && !is_kept {
        // It may be of several pieces, and the program may have ended before they were compared with the server's.
        return None;
    }
    let there = if is_kept { vec![0..size] } else { label.ranges() };
    let segments = Segments::from_received(size, &there);
    if !segments.is_whole() {
        return None;
    }
    let Held { part, label } = held.take()?;
    transfer.meter.set_segments(segments);
    let (ramp, delay) = (Ramp::told(1), Duration::ZERO);
    Some(Job {
        source: source.clone(),
        part: Arc::new(part),
        resource: label?.resource,
        first: None,
        ramp,
        delay,
    })
}
