//! All downloads together get slower while what others send has to wait, as [`Scavenger`] decides: who is asked how long
//! round trips take, and what follows for the limit.
//!
//! One round trip at a time and one a second at most, only while something is fetched, and only to whom it is fetched from:
//! to its proxy, where there is one.

use haul_core::bound::LimitForAll;
use haul_core::download::parse_url;
use haul_core::scavenger::{Path, Scavenger, Trip};
use haul_core::{Activity, DownloadId, Settings, Speed};
use std::collections::{BTreeMap, HashMap};
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout};

use super::Dispatcher;
use super::transfers::Work;
use crate::protocol::{Peer, Way};
use crate::resolver::Resolver;
use crate::trips::Trips;

/// How often is asked.
const EVERY: Duration = Duration::from_secs(1);
/// How long an answer is waited for: longer than any queue should be. A first packet that is lost is sent again after a
/// second, so that this is long in any case.
const PATIENCE: Duration = Duration::from_secs(2);
/// After so many in a row without an answer another one is asked, and this one not for a while.
const MUTE: u32 = 5;
const MUTE_FOR: Duration = Duration::from_secs(30);
/// After so long without anything to fetch the line is another one.
const IDLE: Duration = Duration::from_secs(10);
/// Of whom is remembered where they are.
const PEERS: usize = 16;

/// Who is asked, and what follows.
pub struct Yielding {
    scavenger: Scavenger,
    trips: Trips,
    resolver: Resolver,
    asked: JoinSet<Measured>,
    /// Whose server was asked last.
    whose: Option<DownloadId>,
    peers: BTreeMap<Peer, Known>,
    since: Instant,
    asked_at: Option<Instant>,
    /// When it was looked last what had come, and that.
    looked: Option<Instant>,
    arrived: HashMap<DownloadId, u64>,
}

/// What is known of one that is asked.
#[derive(Debug, Default)]
struct Known {
    /// Where it answered last.
    to: Option<SocketAddr>,
    path: Option<Path>,
    lost: u32,
    not_before: Option<Instant>,
}

/// What became of a question.
pub struct Measured {
    peer: Peer,
    to: Option<SocketAddr>,
    took: io::Result<(IpAddr, Duration)>,
}

impl Yielding {
    pub fn by(trips: Trips, resolver: Resolver) -> Self {
        Self {
            scavenger: Scavenger::default(),
            trips,
            resolver,
            asked: JoinSet::new(),
            whose: None,
            peers: BTreeMap::new(),
            since: Instant::now(),
            asked_at: None,
            looked: None,
            arrived: HashMap::new(),
        }
    }

    pub fn is_asking(&self) -> bool {
        !self.asked.is_empty()
    }

    /// The next answer. Cancel safe.
    pub async fn next(&mut self) -> Option<Measured> {
        loop {
            match self.asked.join_next().await? {
                Ok(measured) => return Some(measured),
                Err(error) if error.is_cancelled() => {}
                Err(error) => tracing::error!(%error, "a round trip could not be measured"),
            }
        }
    }

    /// Nobody wants this: no question is under way any more, and nothing holds back.
    fn end(&mut self) {
        self.asked.abort_all();
        self.scavenger.rest();
        self.arrived.clear();
        (self.whose, self.looked) = (None, None);
    }

    /// Nothing is fetched: nobody is asked, and what begins much later begins anew.
    fn rest(&mut self) {
        self.asked.abort_all();
        if self.asked_at.is_none_or(|at| at.elapsed() > IDLE) {
            self.end();
        }
    }

    fn ask(&mut self, works: &BTreeMap<DownloadId, Work>, settings: &Settings) {
        let now = Instant::now();
        if self.is_asking() || self.asked_at.is_some_and(|at| now - at < EVERY) {
            return;
        }
        self.asked_at = Some(now);
        let Some((whose, peer)) = self.whom(works, settings, now) else {
            let rate = self.rate(works);
            self.scavenger.unmeasured(self.since.elapsed(), rate);
            return;
        };
        self.whose = Some(whose);
        if self.peers.len() > PEERS {
            self.peers.retain(|known, _| *known == peer);
        }
        let to = self.peers.entry(peer.clone()).or_default().to;
        let (trips, resolver) = (self.trips.clone(), self.resolver.clone());
        self.asked.spawn(measure(trips, resolver, peer, to));
    }

    /// The one that was asked last, as long as it is at work: its shortest round trip is known. Else who brings most.
    fn whom(
        &self,
        works: &BTreeMap<DownloadId, Work>,
        settings: &Settings,
        now: Instant,
    ) -> Option<(DownloadId, Peer)> {
        let mut at_work: Vec<(DownloadId, &Work)> =
            works.iter().filter(|(_, work)| is_fetching(work)).map(|(id, work)| (*id, work)).collect();
        at_work.sort_by_key(|(id, work)| {
            (Some(*id) != self.whose, std::cmp::Reverse(work.task.throughput.per_second()))
        });
        let is_mute = |peer: &Peer| {
            self.peers.get(peer).and_then(|known| known.not_before).is_some_and(|until| now < until)
        };
        at_work
            .into_iter()
            .filter_map(|(id, work)| Some((id, peer_of(work, settings)?)))
            .find(|(_, peer)| !is_mute(peer))
    }

    /// Bytes a second that came since the last look.
    fn rate(&mut self, works: &BTreeMap<DownloadId, Work>) -> f64 {
        let now = Instant::now();
        let arrived: HashMap<DownloadId, u64> =
            works.iter().map(|(&id, work)| (id, work.task.meter.arrived())).collect();
        let came = |(id, arrived): (&DownloadId, &u64)| {
            arrived.saturating_sub(self.arrived.get(id).copied().unwrap_or(0))
        };
        let came: u64 = arrived.iter().map(came).sum();
        self.arrived = arrived;
        let passed = self.looked.replace(now).map_or(EVERY, |looked| now - looked);
        came as f64 / passed.as_secs_f64().max(0.001)
    }

    fn note(&mut self, Measured { peer, to, took }: Measured, works: &BTreeMap<DownloadId, Work>) {
        let (rate, now) = (self.rate(works), self.since.elapsed());
        let known = self.peers.entry(peer).or_default();
        let trip = match took {
            Ok((from, took)) => {
                known.path = to.map(|to| Path { from, to });
                (known.to, known.lost, known.not_before) = (to, 0, None);
                Trip::Took(took)
            }
            Err(error) => {
                tracing::debug!(%error, "no round trip");
                known.lost += 1;
                if known.lost >= MUTE {
                    (known.to, known.lost) = (None, 0);
                    known.not_before = Some(Instant::now() + MUTE_FOR);
                }
                Trip::Lost
            }
        };
        match known.path {
            Some(path) => self.scavenger.measured(now, path, trip, rate),
            // Who has never answered may be one who does not.
            None => self.scavenger.unmeasured(now, rate),
        }
    }
}

async fn measure(trips: Trips, resolver: Resolver, peer: Peer, to: Option<SocketAddr>) -> Measured {
    let asked = async {
        let to = match to {
            Some(to) => to,
            None => find(&resolver, &peer).await?,
        };
        Ok((to, trips.measure(to).await?))
    };
    let late = |_| Err(io::ErrorKind::TimedOut.into());
    match timeout(PATIENCE, asked).await.unwrap_or_else(late) {
        Ok((to, took)) => Measured { peer, to: Some(to), took: Ok(took) },
        Err(error) => Measured { peer, to, took: Err(error) },
    }
}

/// One of its addresses, another one each time: of several, one may not be reached.
async fn find(resolver: &Resolver, peer: &Peer) -> io::Result<SocketAddr> {
    if let Ok(address) = peer.host.parse::<IpAddr>() {
        return Ok(SocketAddr::new(address, peer.port));
    }
    let found = resolver.lookup(&peer.host).await?;
    let mut to = fastrand::choice(found).ok_or(io::ErrorKind::NotFound)?;
    to.set_port(peer.port);
    Ok(to)
}

fn is_fetching(work: &Work) -> bool {
    match work.task.meter.activity() {
        Activity::Probing | Activity::Downloading => true,
        Activity::Retrying { .. }
        | Activity::WaitingForNetwork
        | Activity::Verifying { .. }
        | Activity::Finishing => false,
    }
}

fn peer_of(work: &Work, settings: &Settings) -> Option<Peer> {
    let Work { download, .. } = work;
    let led_to = download.resource.as_ref().map(|resource| &resource.final_url);
    let url = parse_url(led_to.unwrap_or(&download.url)).ok()?;
    let proxy = download.options.proxy.as_ref().unwrap_or(&settings.proxy).clone();
    Way { connect_timeout: PATIENCE, proxy }.peer_of(&url)
}

impl Dispatcher {
    /// Asks how long round trips take, if it is time to.
    pub(super) fn look_after_others(&mut self) {
        let settings = self.settings.borrow().clone();
        if !settings.leave_room {
            self.yielding.end();
        } else if self.works.values().any(is_fetching) {
            self.yielding.ask(&self.works, &settings);
        } else {
            self.yielding.rest();
        }
        self.limit_all();
    }

    pub(super) fn heed_others(&mut self, measured: Measured) {
        if self.settings.borrow().leave_room {
            self.yielding.note(measured, &self.works);
        }
        self.limit_all();
    }

    /// Puts the limit for all in force: the one that the person set, or what leaves room for others if that is less.
    pub(super) fn limit_all(&self) {
        let set = self.settings.borrow().limit_in_force();
        self.global_limit.set_limit(set.into_iter().chain(self.yielding.scavenger.allowed()).min());
    }

    /// What the limit for all is for.
    pub(super) fn limit_for_all(&self) -> LimitForAll {
        let settings = self.settings.borrow();
        let allowed = self.yielding.scavenger.allowed();
        if allowed.is_some_and(|allowed| settings.limit_in_force().is_none_or(|set| allowed < set)) {
            LimitForAll::Room
        } else if settings.speed == Speed::Turtle {
            LimitForAll::Turtle
        } else {
            LimitForAll::Set
        }
    }
}
