//! A further request for what is missing: its answer has to be about the same file, and is proven to be by bytes where the
//! file has no validator.

use haul_core::{AnswerFault, Failure, Resource};
use std::ops::Range;
use std::sync::Arc;

use super::connection::{Ended, Stopped, Wires, fill};
use super::opening::refuse_web_page;
use super::overlap::{self, LITTLE};
use super::pulse::Pulse;
use super::site::Site;
use crate::protocol::{Answer, Ask, Over, RangeSource};

/// Asks `site` for what the segment of `pulse` misses, and gets it.
pub async fn open_and_fill(
    wires: Arc<Wires>,
    site: Arc<Site>,
    range_source: Arc<dyn RangeSource>,
    pulse: Arc<Pulse>,
    over: Over,
) -> Ended {
    let missing = wires.meter.segments().get(pulse.key()).missing();
    if missing.is_empty() {
        // Somebody else took it over before it was asked for.
        return Ended::idle(Ok(()));
    }
    match open_at(&wires, &site, &*range_source, &pulse, missing, over).await {
        Ok(answer) => fill(&wires, &site, &pulse, answer).await,
        Err(stopped) => Ended::idle(Err(stopped)),
    }
}

/// An answer that begins with the first byte of `missing`, proven to be of the file that is there.
async fn open_at(
    wires: &Wires,
    site: &Site,
    range_source: &dyn RangeSource,
    pulse: &Pulse,
    missing: Range<u64>,
    over: Over,
) -> Result<Answer, Stopped> {
    let received = wires.known_by_bytes();
    let known = if wires.resource.is_comparable() {
        overlap::before(&received, missing.start, wires.sample.length())
    } else {
        // Where an answer broke off the next may be of another version under the same name.
        let received = wires.meter.segments().get(pulse.key()).received;
        let length = received.min(wires.sample.length()).min(LITTLE);
        missing.start - length..missing.start
    };
    if let Some(place) = wires.sample.further_place(&received, &known, fastrand::f64()) {
        look_at(wires, site, range_source, place, over).await?;
    }
    let answer = ask_for(wires, site, range_source, known.start..missing.end, over).await?;
    pulse.answered();
    if over == Over::Own && answer.shared {
        site.gave_only_shared();
    }
    if known.is_empty() {
        return Ok(answer);
    }
    match overlap::compare(&wires.writer.read(known.clone()).await?, answer).await {
        Ok(answer) => answer.ok_or(Stopped::Differs(known)),
        Err(failure) => {
            wires.sample.was_too_much();
            Err(failure.into())
        }
    }
}

/// Whether the server has in `place` what is there.
///
/// # Errors
/// `Differs` if not.
pub async fn look_at(
    wires: &Wires,
    site: &Site,
    range_source: &dyn RangeSource,
    place: Range<u64>,
    over: Over,
) -> Result<(), Stopped> {
    let answer = ask_for(wires, site, range_source, place.clone(), over).await?;
    let there = wires.writer.read(place.clone()).await?;
    if overlap::begins_alike(&there, answer).await? { Ok(()) } else { Err(Stopped::Differs(place)) }
}

/// An answer that holds `range` from its first byte on.
async fn ask_for(
    wires: &Wires,
    site: &Site,
    range_source: &dyn RangeSource,
    range: Range<u64>,
    over: Over,
) -> Result<Answer, Stopped> {
    let same_as = site.resource.validator.clone();
    let ask = Ask { from: range.start, to: Some(range.end), same_as, whole: false, over };
    let source = site.source.with(&wires.settings.borrow());
    let answer = match range_source.open(&source, &ask).await {
        Err(Failure::BadAnswer { fault: AnswerFault::WrongRange }) => return Err(Stopped::RangesRefused),
        answered => answered?,
    };
    agrees(&site.resource, &answer, range.start)?;
    Ok(answer)
}

/// Whether a further answer is about the same file, from the same offset.
fn agrees(resource: &Resource, answer: &Answer, from: u64) -> Result<(), Stopped> {
    let now = &answer.resource;
    refuse_web_page(resource, now)?;
    if resource.is_comparable() && now.size.is_none() {
        return Err(Stopped::RangesRefused);
    }
    let same = resource.validator == now.validator && (now.size.is_none() || resource.size == now.size);
    let same = same && (!resource.is_comparable() || resource.may_be(now));
    match (same, answer.start == from) {
        (true, true) => Ok(()),
        (true, false) => Err(Stopped::RangesRefused),
        (false, _) => Err(Failure::SourceChanged { was: resource.size, now: now.size }.into()),
    }
}
