//! One download at work: asks, gets, retries, finishes. Its task owns everything about it until it ends.

pub mod addresses;
mod allowance;
mod asking;
mod batch;
mod begun;
pub mod checksum;
pub mod claims;
mod connection;
#[cfg(test)]
mod corpus;
mod crew;
mod finish;
pub mod finished;
pub mod grouped;
mod held;
mod identity;
pub mod keeping;
pub mod label;
pub mod landing;
pub mod leftover;
pub mod limiter;
pub mod lists;
pub mod meter;
mod opening;
mod origin;
pub mod overlap;
pub mod part_file;
mod positioned;
mod proof;
pub mod publisher;
mod pulse;
#[cfg(test)]
mod recorder;
pub mod relocating;
pub mod repair;
mod replacing;
mod reserve;
mod retry;
pub mod segmented;
mod site;
mod small;
mod sorting;
pub mod sought;
pub mod start;
mod writer;

use haul_core::{
    Checksum, Download, Failure, LogEntry, Outcome, Remedy, Resource, Settings, StartOverReason, WhenChanged,
    filename,
};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::{Notify, mpsc, watch};
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::disks::Disks;
use crate::hosts::Hosts;
use crate::network::Network;
use crate::protocol::{Answer, Protocol, Trust};
use addresses::Addresses;
use claims::Claims;
use keeping::OldPart;
use limiter::{HostLimits, Limiter};
use lists::Lists;
use meter::Meter;
use overlap::Sample;
use publisher::Publisher;
use repair::Repair;
pub use replacing::Way;
pub use sorting::{Answered, Place};
use sought::{Expected, Sought};
use start::Looks;

/// Why a transfer's work stopped short of the whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Halt {
    Failed(Failure),
    /// Somebody asked for it.
    Cancelled,
    /// It began before its turn because it was thought to be small, and is not.
    BeforeItsTurn,
}

impl From<Failure> for Halt {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// A file that changes more often than this while it is fetched will not hold still.
const MAX_START_OVERS: u32 = 5;

/// So much of a file is thrown away without asking when it is of no use any more.
const ASKED_ABOVE: u64 = 100 << 20;

/// What a transfer tells the dispatcher while it works.
#[derive(Debug)]
pub enum Report {
    Log(LogEntry),
    /// The file has this name and is written there from now on.
    Named {
        name: String,
        part: PathBuf,
    },
    Probed(Resource),
    /// Nothing is written yet, and it is known what the file is.
    Answered(Box<Answered>),
    /// A file has the name that it is to have.
    InTheWay(Way),
    /// So many bytes are safe on disk.
    Checkpoint {
        received: u64,
    },
}

/// All that a transfer works with.
#[derive(Debug)]
pub struct Transfer {
    pub download: Download,
    pub addresses: Addresses,
    /// Throw away what is there and begin at byte 0.
    pub start_over: Option<StartOverReason>,
    /// What then becomes of what is there.
    pub old_part: OldPart,
    /// The server gets ranges wrong: one connection, without asking for any.
    pub whole: bool,
    /// What earlier transfers left on the disk was read and found good, or is missing now.
    pub is_checked: bool,
    /// Bytes that are compared with the server's before anything is added to them; 0: they were.
    pub overlap: u64,
    /// How much is compared of a file that has no validator, each time something is added to it.
    pub sample: Arc<Sample>,
    /// What came so far is known by its bytes only.
    pub by_bytes: bool,
    /// It was fetched a second time already because it did not have its checksum.
    pub fetched_anew: bool,
    /// That checksum: another server that has none of its own is held to it too.
    pub missed: Option<Expected>,
    /// A finished file of the same resource does not count: the person wants it once more.
    pub always_anew: bool,
    /// The finished file whose place it takes.
    pub overwrites: Option<PathBuf>,
    /// It runs beside those that have a slot, which only a small file may.
    pub before_its_turn: bool,
    /// It is to take the place of a damaged file.
    pub repair: Option<Repair>,
    /// Certificates that the person accepted for it by hand.
    pub trust: Trust,
    pub settings: watch::Receiver<Arc<Settings>>,
    pub limiter: Limiter,
    pub host_limits: HostLimits,
    pub hosts: Hosts,
    pub claims: Claims,
    pub disks: Disks,
    pub looks: Looks,
    pub publisher: Publisher,
    pub lists: Lists,
    /// The checksum that the server has somewhere for what is fetched, once it was looked for.
    pub sought: Sought,
    pub network: Network,
    pub meter: Arc<Meter>,
    pub reports: mpsc::Sender<(haul_core::DownloadId, Report)>,
    pub stop: CancellationToken,
    /// Ends a wait before the next try.
    pub hurry: Arc<Notify>,
}

impl Transfer {
    /// Works until the file is whole, the person is needed, or somebody stops it.
    pub async fn run(mut self, protocol: Arc<dyn Protocol>) -> Outcome {
        let outcome = self.work(protocol).await;
        if let Outcome::Failed(_) = outcome {
            self.give_up_repair().await;
        }
        outcome
    }

    async fn work(&mut self, protocol: Arc<dyn Protocol>) -> Outcome {
        let mut tries = retry::Tries::new(self.meter.received());
        let mut start_overs = 0;
        loop {
            let failure = match protocol.fetch(self).await {
                Ok(path) => return Outcome::Completed(path),
                // It waits again, in its old place.
                Err(Halt::Cancelled | Halt::BeforeItsTurn) => return Outcome::Cancelled,
                Err(Halt::Failed(failure)) => failure,
            };
            if failure.remedy() == Remedy::RetryLater {
                self.spare_host();
                if self.before_its_turn {
                    // It is for those that have a slot to wait for a better time.
                    return Outcome::Cancelled;
                }
            }
            if self.starts_over_after(&failure, &mut start_overs) {
                continue;
            }
            let Err(failure) = self.go_elsewhere_after(failure).await else { continue };
            match self.wait_after(failure, &mut tries).await {
                Ok(()) => {}
                Err(Halt::Cancelled | Halt::BeforeItsTurn) => return Outcome::Cancelled,
                Err(Halt::Failed(failure)) => return Outcome::Failed(failure),
            }
        }
    }

    /// Whether to throw away what came and begin anew: when the server has another file now, and once when the file does
    /// not have its checksum though the disk holds it as it came.
    fn starts_over_after(&mut self, failure: &Failure, start_overs: &mut u32) -> bool {
        let reason = match failure {
            Failure::SourceChanged { .. } if self.may_start_over() => StartOverReason::SourceChanged,
            Failure::ChecksumMismatch { algorithm, expected, by, .. } if !self.fetched_anew => {
                let checksum = Checksum { algorithm: *algorithm, hex: expected.clone() };
                self.missed = Some(Expected { checksum, by: by.clone() });
                // Over one connection and without ranges, which the server may get wrong.
                (self.fetched_anew, self.whole) = (true, true);
                StartOverReason::WrongChecksum
            }
            _ => return false,
        };
        if *start_overs >= MAX_START_OVERS {
            return false;
        }
        // It does not hold still, or each answer calls it another one: one answer at least is of one version.
        self.whole |= *start_overs > 0;
        *start_overs += 1;
        self.start_over = Some(reason);
        // Of what comes now there may be another list.
        self.sought = Sought::default();
        true
    }

    /// Whether a changed file is begun anew without asking. Where nothing but bytes can show that it is still the same,
    /// nobody was promised that what is there is kept; but much of it is not thrown away unasked.
    fn may_start_over(&self) -> bool {
        self.repair.is_none()
            && match self.download.options.when_changed {
                WhenChanged::StartOver => true,
                WhenChanged::Ask => self.by_bytes && self.meter.received() <= ASKED_ABOVE,
            }
    }

    /// What is there may be thrown away because the server cannot continue it.
    ///
    /// # Errors
    /// `NotResumable` where that is for the person to say: another link may still make use of it. A repair has nothing in its
    /// part file that is not in the damaged file too.
    fn refuse_to_lose(&self, received: u64) -> Result<(), Failure> {
        let may = match self.download.options.when_changed {
            WhenChanged::StartOver => true,
            WhenChanged::Ask => self.repair.is_some() || received <= ASKED_ABOVE,
        };
        if may { Ok(()) } else { Err(Failure::NotResumable { received }) }
    }

    fn spare_host(&self) {
        if let Ok(source) = self.source() {
            self.hosts.has_trouble(&source.host_and_port());
        }
    }

    /// The name that the file is likely to get: the person's, or the one in the URL.
    fn likely_name(&self, url: &Url) -> String {
        let wanted = self.download.options.name.clone().or_else(|| filename::from_url(url));
        filename::safe(&wanted.unwrap_or_default())
    }

    /// The name for what `answer` holds: the person's, or the one that the server has a say in.
    fn name_for(&self, answer: &Answer) -> String {
        let wanted = self.download.options.name.as_deref();
        wanted.map_or_else(|| answer.name.clone(), filename::safe)
    }

    /// Tells that what the server calls the file could not be its name, unless the person gave one.
    async fn tell_refused_name(&self, refused: Option<String>, given: &Path) {
        let Some(wanted) = refused.filter(|_| self.download.options.name.is_none()) else {
            return;
        };
        let name = given.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.log(LogEntry::Renamed { wanted, name }).await;
    }

    pub async fn log(&self, entry: LogEntry) {
        self.report(Report::Log(entry)).await;
    }

    pub async fn report(&self, report: Report) {
        // The dispatcher outlives its transfers; should it be gone, nobody is left to be told.
        if self.reports.send((self.download.id, report)).await.is_err() {
            tracing::debug!(id = %self.download.id, "report after the end");
        }
    }
}

/// Every transfer moves between threads: a future that cannot would be found out here and not at its spawn.
const _: fn() = || {
    fn is_send<T: Send>(_: T) {}
    fn check(transfer: Transfer, protocol: Arc<dyn Protocol>) {
        is_send(transfer.run(protocol));
    }
    let _ = check;
};
