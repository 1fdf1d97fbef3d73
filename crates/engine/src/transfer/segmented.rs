//! A whole file by ranges: from what is there already, through a crew of connections, to what is left when it stops.

use haul_core::{Activity, Failure};
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Interval, MissedTickBehavior, interval, timeout};

use super::crew::Crew;
use super::finish::finish;
use super::label::Label;
use super::part_file::PartFile;
use super::small::Placed;
use super::sought::{Expected, GRACE, Search, Sought};
use super::start::{Job, Start, start};
use super::{Halt, Report, Transfer};
use crate::files::blocking;
use crate::protocol::RangeSource;

/// Gets the whole file from `range_source`.
///
/// # Errors
/// `Cancelled` or the failure that stopped it; what was received is in the part file's label then.
pub async fn fetch(transfer: &mut Transfer, range_source: Arc<dyn RangeSource>) -> Result<PathBuf, Halt> {
    transfer.meter.set_activity(Activity::Probing);
    let stop = transfer.stop.clone();
    let mut in_hand = None;
    loop {
        let started = tokio::select! {
            biased;
            () = stop.cancelled() => return Err(Halt::Cancelled),
            started = start(transfer, &*range_source, in_hand.take()) => started?,
        };
        match started {
            Start::AlreadyThere(path) => return Ok(path),
            Start::Go(job) => return work(transfer, range_source, *job).await,
            Start::Whole(whole) => match transfer.place(*whole).await {
                Placed::At(path) => return Ok(path),
                Placed::Not(answer) => in_hand = Some(*answer),
            },
        }
    }
}

async fn work(
    transfer: &mut Transfer,
    range_source: Arc<dyn RangeSource>,
    job: Job,
) -> Result<PathBuf, Halt> {
    transfer.meter.set_activity(Activity::Downloading);
    let (part, resource, source) = (job.part.clone(), job.resource.clone(), job.source.clone());
    // Without one the crew still has to get its first permit.
    let has_first = job.first.is_some();
    let shares = job.first.as_ref().is_some_and(|(_, answer, _)| answer.shared);
    let mut crew = Crew::new(transfer, range_source.clone(), job);
    let (result, sought) = match Search::of(transfer, &resource) {
        None => (run(transfer, &mut crew).await, None),
        Some(search) => {
            let permit = if has_first { Search::permit(transfer, &source, shares) } else { None };
            let is_beside = permit.is_some();
            let search = search.run(transfer, &*range_source, source, &resource, permit);
            run_with(transfer, &mut crew, search, is_beside).await
        }
    };
    if let Some(found) = sought {
        transfer.sought = Sought::Done(found);
    }
    transfer.is_checked = crew.is_checked();
    for (index, failure) in crew.useless() {
        transfer.addresses.drop_at(index, failure);
    }
    transfer.meter.set_connections(0);
    if let Err(halt) = result {
        checkpoint(transfer, part, label_of(transfer, &resource)).await;
        return Err(with_missing(transfer, halt, resource.size).await);
    }
    finish(transfer, part, &resource).await
}

async fn run(transfer: &Transfer, crew: &mut Crew) -> Result<(), Halt> {
    let result = tokio::select! {
        biased;
        () = transfer.stop.cancelled() => Err(Halt::Cancelled),
        result = crew.run(transfer) => result,
    };
    crew.disband(transfer).await;
    result
}

/// The same with the search for a checksum, beside the crew or after it; and what was found, once that is over.
async fn run_with(
    transfer: &Transfer,
    crew: &mut Crew,
    search: impl Future<Output = Option<Expected>>,
    is_beside: bool,
) -> (Result<(), Halt>, Option<Option<Expected>>) {
    let mut search = pin!(search);
    let mut sought = None;
    let result = {
        let mut running = pin!(run(transfer, crew));
        loop {
            tokio::select! {
                biased;
                result = &mut running => break result,
                found = &mut search, if is_beside && sought.is_none() => sought = Some(found),
            }
        }
    };
    if result.is_ok() && sought.is_none() {
        transfer.meter.set_activity(Activity::Verifying { compared: None });
        tokio::select! {
            biased;
            () = transfer.stop.cancelled() => return (Err(Halt::Cancelled), None),
            found = timeout(GRACE, search) => sought = Some(found.ok().flatten()),
        }
    }
    (result, sought)
}

/// Must have become free for a file of unknown size that did not fit.
const MORE_ROOM: u64 = 16 << 20;

/// A full disk is told by how much is missing.
async fn with_missing(transfer: &Transfer, halt: Halt, size: Option<u64>) -> Halt {
    let Halt::Failed(Failure::DiskFull { folder, missing: 0, .. }) = halt else { return halt };
    let asked = folder.clone();
    let free = blocking(move || Ok(crate::free_space(&asked).unwrap_or(0))).await.unwrap_or(0);
    match size.map(|size| transfer.meter.room_needed(size)) {
        Some(left) => Failure::DiskFull { folder, missing: left.saturating_sub(free).max(1), needed: left },
        // It will have to begin anew: only room that somebody made brings it further.
        None => {
            let more = (transfer.meter.received() / 4).max(MORE_ROOM);
            Failure::DiskFull { folder, missing: 0, needed: free + more }
        }
    }
    .into()
}

/// The last checkpoint of an interrupted transfer. If it fails, the one before it stands.
async fn checkpoint(transfer: &Transfer, part: Arc<PartFile>, label: Label) {
    match blocking(move || part.checkpoint(label)).await {
        Ok(received) => transfer.report(Report::Checkpoint { received }).await,
        Err(failure) => tracing::warn!(id = %transfer.download.id, %failure, "no last checkpoint"),
    }
}

/// What the part file may say of itself: whose it is, and what was written to it.
pub fn label_of(transfer: &Transfer, resource: &haul_core::Resource) -> Label {
    Label { mirror: transfer.mirror(), ..Label::new(&transfer.download.url, resource, &[]) }
}

/// Ticks `every` so often, the first time after that and not at once: nothing is there yet to be looked at.
pub fn ticker(every: Duration) -> Interval {
    let mut tick = interval(every);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    tick.reset();
    tick
}
