//! Starting transfers in queue order.

use haul_core::bound::RecentWaits;
use haul_core::throughput::Throughput;
use haul_core::{Download, DownloadId, LogEntry, Rest, Resting, StartOverReason};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::Notify;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::Dispatcher;
use super::list::AT_ONCE;
use super::queues::Known;
use crate::hosts::MOST_SMALL;
use crate::protocol::Trust;
use crate::transfer::Transfer;
use crate::transfer::addresses::Addresses;
use crate::transfer::keeping::OldPart;
use crate::transfer::limiter::{Bucket, Limiter};
use crate::transfer::meter::Meter;
use crate::transfer::overlap::OVERLAP;
use crate::transfer::repair::Repair;
use crate::transfer::sought::Sought;

/// So many times the slots may be at work on small files that come over shared connections: each waits for the server nearly
/// all of its time.
const MORE_SMALL: usize = 8;

/// Transfers at work at most, however many are started by hand: what waits in memory is counted for so many.
const MOST_AT_ONCE: usize = 64;

/// Why one may start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// A slot is free.
    Now,
    /// It is likely so small that it needs none.
    Before,
}

/// A download at work.
pub struct Work {
    pub download: Arc<Download>,
    /// It has other addresses since it began: how its transfer ends says nothing of that.
    pub renewed: bool,
    pub task: Task,
}

/// The dispatcher's side of a running transfer.
pub struct Task {
    pub stop: CancellationToken,
    pub hurry: Arc<Notify>,
    pub meter: Arc<Meter>,
    pub limiter: Limiter,
    pub throughput: Throughput,
    pub recent: RecentWaits,
    pub begun: Instant,
}

impl Dispatcher {
    /// Fills free slots, strictly in queue order, and starts small files beside them.
    pub(super) async fn start_next(&mut self) {
        while let Some((id, turn)) = self.next_to_start() {
            let before = self.list.counts().all;
            match self.take_next(id).await {
                Some(download) => {
                    let Some(repair) = self.repair_of(&download).await else {
                        // It may be newer than its row.
                        self.unsaved.insert(id, download);
                        return;
                    };
                    let mut download = Arc::unwrap_or_clone(download);
                    let overwrites = self.overwritten_by(&mut download).await;
                    self.start(download, turn, repair, overwrites);
                }
                // It is gone from the list, or the store cannot be read.
                None if self.list.counts().all < before => {}
                None => return,
            }
            self.look_ahead().await;
        }
    }

    /// Which one may start now: one whose own time has come, else the first in order of those whose queue has a free slot, else
    /// a small file beside the slots. While all wait for better surroundings: only what was started by hand.
    pub(super) fn next_to_start(&self) -> Option<(DownloadId, Turn)> {
        let waits = self.wanting().is_some();
        if let Some((starts, id)) = self.list.first_timed()
            && self.tasks.len() < MOST_AT_ONCE
            && starts <= self.clock.now()
            && (starts == AT_ONCE || !waits)
        {
            return Some((id, Turn::Now));
        }
        if waits {
            return None;
        }
        let at_once = self.settings.borrow().downloads_at_once;
        let firsts = || {
            let open = self.queues.iter().filter(|known| known.queue.gate.is_open());
            open.filter_map(|known| Some((known, self.list.first(known.queue.id)?)))
        };
        let free = |known: &Known, times: usize| {
            let most =
                |slots: usize| if times == 1 { slots } else { (slots * times).min(MOST_SMALL as usize) };
            self.tasks.len() < most(at_once as usize)
                && self.list.slots(known.queue.id) < most(slots_of(known, at_once))
        };
        let has_slot = firsts().filter(|(known, _)| free(known, 1));
        if let Some((_, (_, id))) = has_slot.min_by_key(|(_, (position, _))| *position) {
            return Some((id, Turn::Now));
        }
        // Somebody wants one after the other, or it is the limit that all wait for.
        if at_once == 1 || self.global_limit.is_limited() {
            return None;
        }
        let may = |(known, (_, id)): &(&Known, (i64, DownloadId))| {
            slots_of(known, at_once) > 1
                && !known.limit.is_limited()
                && free(known, MORE_SMALL)
                && self.is_likely_small(*id)
        };
        let (_, (_, id)) = firsts().filter(may).min_by_key(|(_, (position, _))| *position)?;
        Some((id, Turn::Before))
    }

    fn is_likely_small(&self, id: DownloadId) -> bool {
        let Some(download) = self.ahead.get(&id) else { return false };
        // What was asked to begin again, or is there in part, is no new small file; and the wish must not get lost with it.
        let is_new = download.part.is_none()
            && download.replaces.is_none()
            && self.list.get(id).is_some_and(|entry| entry.start_over.is_none());
        is_new
            && !self.host_limits.is_limited(&download.host())
            && download.host_and_port().is_some_and(|host| self.hosts.gives_small_over_one(&host))
    }

    fn start(
        &mut self,
        mut download: Download,
        turn: Turn,
        repair: Option<Repair>,
        overwrites: Option<PathBuf>,
    ) {
        let id = download.id;
        download.rest = Rest::Queued;
        let url = haul_core::download::parse_url(&download.url);
        let protocol = match url.and_then(|url| self.protocols.claim(&url)) {
            Ok(protocol) => protocol,
            // Only a list from another version can hold such an address.
            Err(failure) => {
                download.rest = Rest::Failed { failure };
                self.unsaved.insert(id, Arc::new(download));
                self.list.set_resting(id, Resting::Failed);
                self.changed.insert(id);
                return;
            }
        };
        let old_part = self.list.get(id).and_then(|entry| entry.start_over);
        let start_over = old_part.is_some();
        if start_over && download.replaces.take().is_some() {
            // The damaged file stays where it is, and what comes is a file of its own.
            self.dirty.insert(id);
        }
        let download = Arc::new(download);
        let queue_limit = self.queues.get(self.list.queue(id)).map(|known| known.limit.clone());
        let own_limit = Arc::new(Bucket::new(download.options.limit));
        let limiter = Limiter::of(own_limit, queue_limit, self.global_limit.clone());
        let task = Task {
            stop: self.root.child_token(),
            hurry: Arc::default(),
            meter: Arc::new(Meter::new(download.received)),
            limiter: limiter.at(&self.host_limits, &download.host()),
            throughput: Throughput::default(),
            recent: RecentWaits::default(),
            begun: Instant::now(),
        };
        let transfer = Transfer {
            addresses: Addresses::of(&download),
            download: download.as_ref().clone(),
            start_over: start_over.then_some(StartOverReason::Asked),
            old_part: old_part.unwrap_or(OldPart::Dropped),
            whole: false,
            is_checked: false,
            overlap: OVERLAP,
            sample: Arc::default(),
            by_bytes: false,
            fetched_anew: false,
            missed: None,
            always_anew: start_over || overwrites.is_some(),
            overwrites,
            before_its_turn: turn == Turn::Before,
            repair: repair.filter(|_| !start_over),
            trust: Trust::of(self.trusted.get(&id).map_or(&[], Vec::as_slice)),
            settings: self.settings.subscribe(),
            limiter: task.limiter.clone(),
            host_limits: self.host_limits.clone(),
            hosts: self.hosts.clone(),
            claims: self.claims.clone(),
            disks: self.disks.clone(),
            looks: self.looks.clone(),
            publisher: self.publisher.clone(),
            lists: self.lists.clone(),
            sought: Sought::default(),
            network: self.network.clone(),
            meter: task.meter.clone(),
            reports: self.reports.clone(),
            stop: task.stop.clone(),
            hurry: task.hurry.clone(),
        };
        self.works.insert(id, Work { download, renewed: false, task });
        // Before its bytes are on the line.
        self.look_after_others();
        self.list.change(id, |entry| {
            entry.at_work = true;
            entry.has_slot = true;
            entry.start_over = None;
        });
        let handle = self.tasks.spawn(transfer.run(protocol));
        self.owners.insert(handle.id(), id);
        self.histories.begin(id);
        self.note_log(id, LogEntry::Started);
        self.changed.insert(id);
    }
}

/// Downloads of a queue that run at once, if `at_once` do in all.
pub(super) fn slots_of(known: &Known, at_once: u32) -> usize {
    known.queue.settings.downloads_at_once.unwrap_or(at_once) as usize
}
