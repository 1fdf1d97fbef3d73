//! Checksums that nobody gave: in the Metalink description that the server names, or in a list beside the file.
//!
//! They are looked for while the file is fetched, with a connection that it does not need at that moment, one request after
//! the other and for a bounded time. Whatever goes wrong with it, there just is none: the file does not fail by it.

use bytes::Bytes;
use futures::StreamExt;
use haul_core::manifest::{Place, manifests_for};
use haul_core::{
    AnswerFault, Checksum, ChecksumSource, Failure, Resource, filename, http as rules, metalink,
};
use std::time::Duration;
use tokio::time::timeout;
use url::Url;

use super::Transfer;
use crate::files::blocking;
use crate::hosts::Permit;
use crate::protocol::{Answer, Ask, Over, RangeSource, Source};

/// How long it may take in all.
const WITHIN: Duration = Duration::from_secs(10);
/// And how much of that once the file is whole, and waits for nothing else.
pub const GRACE: Duration = Duration::from_secs(3);
/// Longer lists are none.
const MAX_LIST: u64 = 1 << 20;
/// What is asked for first: nearly all lists are shorter, and a server that gives the file at every address has not sent
/// much of it then.
const PORTION: u64 = 16 << 10;
/// Places that are asked while the file waits for it: each costs it a round trip.
const LATE: usize = 2;

/// What a file must have, and who says so.
#[derive(Debug, Clone)]
pub struct Expected {
    pub checksum: Checksum,
    pub by: ChecksumSource,
}

/// What came of looking for a checksum.
#[derive(Debug, Clone, Default)]
pub enum Sought {
    #[default]
    NotYet,
    Done(Option<Expected>),
}

impl Transfer {
    /// What the file must have as far as it is known: as the person says, the server, or what it has beside the file.
    pub(super) fn expected(&self, resource: &Resource) -> Option<Expected> {
        let found = || match &self.sought {
            Sought::Done(found) => found.clone(),
            Sought::NotYet => None,
        };
        let missed = || self.missed.clone();
        if self.mirror().is_some() {
            // What a mirror says of itself does not outweigh what the first server said.
            return self.given_by_person().or_else(missed).or_else(|| self.given(resource)).or_else(found);
        }
        self.given(resource).or_else(found).or_else(missed)
    }

    fn given(&self, resource: &Resource) -> Option<Expected> {
        let server = resource.digest.clone().filter(|_| self.heeds_server());
        self.given_by_person()
            .or_else(|| server.map(|checksum| Expected { checksum, by: ChecksumSource::Server }))
    }

    pub(super) fn given_by_person(&self) -> Option<Expected> {
        let checksum = self.download.options.checksum.clone()?;
        Some(Expected { checksum, by: ChecksumSource::Person })
    }

    pub(super) fn heeds_server(&self) -> bool {
        self.settings.borrow().server_checksums
    }
}

/// Where a checksum may be that is still to be looked for.
pub struct Search {
    url: Url,
    metalink: Option<Url>,
    places: Vec<Place>,
}

impl Search {
    /// For `resource`; none if there is nothing to look for.
    pub fn of(transfer: &Transfer, resource: &Resource) -> Option<Self> {
        let is_done = matches!(transfer.sought, Sought::Done(_));
        if is_done
            || transfer.repair.is_some()
            || !transfer.heeds_server()
            || transfer.given(resource).is_some()
        {
            return None;
        }
        let url = Url::parse(&resource.final_url).ok()?;
        let metalink = resource.metalink.as_deref().and_then(|address| Url::parse(address).ok());
        let has_none = || transfer.lists.has_none(&haul_core::download::host_and_port(&url));
        let size = resource.size.filter(|_| !transfer.trust.is_empty() || !has_none());
        let places = size.map(|size| manifests_for(&url, size)).unwrap_or_default();
        (metalink.is_some() || !places.is_empty()).then_some(Self { url, metalink, places })
    }

    /// A permit for a search beside the download, if it needs no connection that this or another one could have: over one
    /// that it shares, or where there may be more. Somebody who wants one connection gets one.
    pub fn permit(transfer: &Transfer, source: &Source, shares: bool) -> Option<Permit> {
        let refuses = transfer.hosts.learned(&source.host_and_port()).refuses;
        let may_open = transfer.most_connections() > 1 && !refuses;
        if shares || may_open { transfer.try_permit(source) } else { None }
    }

    /// What is found. With `permit`, beside the download; without, the file is whole already.
    pub async fn run(
        mut self,
        transfer: &Transfer,
        range_source: &dyn RangeSource,
        source: Source,
        resource: &Resource,
        permit: Option<Permit>,
    ) -> Option<Expected> {
        if permit.is_none() {
            self.places.truncate(LATE);
        }
        let searching = async {
            let _permit = match permit {
                Some(permit) => permit,
                None => transfer.try_permit(&source)?,
            };
            let apart = transfer.asks_apart() || transfer.is_lone();
            let over = if apart { Over::Own } else { Over::Shared(0) };
            let name = filename::from_url(&self.url)?;
            let seeker = Seeker { transfer, range_source, source: &source, resource, name, over };
            if let Some(found) = seeker.in_metalink(self.metalink.as_ref()).await {
                return Some(found);
            }
            seeker.in_lists(&self.url, &self.places).await
        };
        timeout(WITHIN, searching).await.ok().flatten()
    }
}

struct Seeker<'a> {
    transfer: &'a Transfer,
    range_source: &'a dyn RangeSource,
    source: &'a Source,
    resource: &'a Resource,
    name: String,
    over: Over,
}

/// What an address gave.
enum Read {
    Text(Bytes),
    Nothing,
    /// This server is not asked any further.
    Enough,
}

impl Seeker<'_> {
    async fn in_metalink(&self, url: Option<&Url>) -> Option<Expected> {
        let source = Source { stays: false, ..self.source_at(url?) };
        let Read::Text(text) = self.read(&source).await else { return None };
        let (name, size) = (self.name.clone(), self.resource.size);
        let described = blocking(move || Ok(metalink::describing(&text, &name, size))).await.ok()??;
        let checksum = described.checksums.into_iter().next()?;
        Some(Expected { checksum, by: ChecksumSource::Metalink })
    }

    /// Where there is a list, the next file of the folder has it there as well: that place is asked first.
    async fn in_lists(&self, url: &Url, places: &[Place]) -> Option<Expected> {
        if places.is_empty() {
            return None;
        }
        let lists = &self.transfer.lists;
        // What one download alone trusts, or one person alone may read, is neither kept for others nor taken from them.
        let is_trusted_by_all = self.source.trust.is_empty();
        let mut search = is_trusted_by_all.then(|| lists.search(haul_core::download::host_and_port(url)));
        let folder = if is_trusted_by_all && !self.source.is_personal() {
            lists.folder(url)
        } else {
            Default::default()
        };
        let mut folder = folder.lock().await;
        let best = folder.best;
        let others = (0..places.len()).filter(|number| Some(*number) != best);
        for number in best.into_iter().chain(others) {
            let Some(place) = places.get(number) else { continue };
            let text = match folder.known(place) {
                Some(known) => known,
                None => {
                    let text = match self.read(&self.source_at(&place.url)).await {
                        Read::Text(text) => Some(text),
                        Read::Nothing => None,
                        Read::Enough => return None,
                    };
                    folder.keep(place, &text);
                    text
                }
            };
            if let Some(checksum) = self.named_in(place, text).await {
                folder.best = Some(number);
                if let Some(search) = &mut search {
                    search.succeeded();
                }
                return Some(Expected { checksum, by: ChecksumSource::List { name: place.name() } });
            }
        }
        None
    }

    async fn named_in(&self, place: &Place, text: Option<Bytes>) -> Option<Checksum> {
        let (place, name, text) = (place.clone(), self.name.clone(), text?);
        blocking(move || Ok(place.checksum_for(&text, &name))).await.ok()?
    }

    /// To ask `url`, with what the person sends if it is where that may go, and on no other server.
    fn source_at(&self, url: &Url) -> Source {
        let (mut url, first) = (url.clone(), &self.source.url);
        let is_at_home = url.origin() == first.origin();
        if is_at_home && url.username().is_empty() {
            // Fails only where there is no host.
            let kept = url.set_username(first.username()).and_then(|()| url.set_password(first.password()));
            kept.unwrap_or_default();
        }
        let headers = if is_at_home { self.source.headers.clone() } else { Vec::new() };
        Source { url, at: None, stays: true, headers, ..self.source.clone() }
    }

    async fn read(&self, source: &Source) -> Read {
        match self.try_to_read(source).await {
            Ok(read) => read,
            Err(failure) => {
                tracing::debug!(id = %self.transfer.download.id, %failure, "no list of checksums");
                if is_absence(&failure) { Read::Nothing } else { Read::Enough }
            }
        }
    }

    async fn try_to_read(&self, source: &Source) -> Result<Read, Failure> {
        let front = Ask { to: Some(PORTION), over: self.over, ..Ask::front() };
        let whole = Ask { over: self.over, ..Ask::whole() };
        let mut answer = match self.range_source.open(source, &front).await {
            Err(Failure::BadAnswer { fault: AnswerFault::WrongRange }) => {
                self.range_source.open(source, &whole).await?
            }
            answered => answered?,
        };
        let size = answer.resource.size;
        if size > Some(PORTION) && size == self.resource.size {
            // It has the file itself at every address.
            return Ok(Read::Enough);
        }
        if !may_be_list(&answer) {
            return Ok(Read::Nothing);
        }
        if answer.end.is_some() && answer.end != size {
            answer = self.range_source.open(source, &whole).await?;
        }
        self.gather(answer).await
    }

    async fn gather(&self, mut answer: Answer) -> Result<Read, Failure> {
        let mut text = Vec::new();
        while let Some(bytes) = answer.body.next().await {
            let bytes = bytes?;
            if (text.len() + bytes.len()) as u64 > MAX_LIST {
                return Ok(Read::Nothing);
            }
            let mut left = bytes.len() as u64;
            while left > 0 {
                left -= self.transfer.limiter.acquire(left, |_, _| {}).await;
            }
            text.extend_from_slice(&bytes);
        }
        Ok(Read::Text(text.into()))
    }
}

fn may_be_list(answer: &Answer) -> bool {
    let is_page = rules::is_web_page(answer.resource.content_type.as_deref().unwrap_or_default());
    !is_page && answer.resource.size.is_none_or(|size| size <= MAX_LIST)
}

/// Whether it says no more than that there is no list at this address.
fn is_absence(failure: &Failure) -> bool {
    matches!(
        failure,
        Failure::NotFound { .. }
            | Failure::Forbidden { .. }
            | Failure::Refused { .. }
            | Failure::BadRedirect { .. }
            | Failure::TooManyRedirects { .. }
            | Failure::BadAnswer { .. }
    )
}
