//! What binds transfers and shows only in all of them together: the processor and the line.

use haul_core::DownloadId;
use haul_core::bound::{Evidence, computing};
use haul_core::download::host_of;
use haul_core::line::{Line, Sample, site};
use std::collections::{BTreeMap, HashMap};
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::time::Instant;

use super::transfers::Work;

/// Over how long it is looked each time.
const LOOKED_OVER: Duration = Duration::from_secs(1);
/// A look that comes later than this is one at another time: nothing ran in between, or nothing could.
const TOO_LATE: Duration = Duration::from_secs(3);

/// Compares all transfers once a second.
#[derive(Default)]
pub struct Observer {
    line: Line,
    /// The last look.
    last: Option<Look>,
    /// Share of the time in which the threads that carry the transfers were at work.
    busy: f64,
    /// Share that each transfer had in what all brought.
    parts: HashMap<DownloadId, f64>,
    /// All that came, came over proxies.
    proxied: bool,
}

/// What there was at one time, counted from whenever.
struct Look {
    at: Instant,
    busy: Duration,
    received: HashMap<DownloadId, u64>,
}

impl Observer {
    /// Looks at all transfers, if it is time to.
    pub fn look(&mut self, works: &BTreeMap<DownloadId, Work>) {
        let at = Instant::now();
        if self.last.as_ref().is_some_and(|last| at - last.at < LOOKED_OVER) {
            return;
        }
        let (threads, busy) = busy();
        let received = works.iter().map(|(&id, work)| (id, work.task.meter.received())).collect();
        let Some(last) = self.last.replace(Look { at, busy, received }) else { return };
        let passed = (at - last.at).as_secs_f64();
        if at - last.at > TOO_LATE {
            self.line.forget();
        }
        self.proxied = !works.is_empty() && works.values().all(|work| work.task.meter.waits.is_proxied());
        self.busy = busy.saturating_sub(last.busy).as_secs_f64() / (passed * threads.max(1) as f64);
        // One that has just begun says nothing yet.
        let came = |(&id, work): (&DownloadId, &Work)| {
            Some((id, work.task.meter.received().saturating_sub(*last.received.get(&id)?) as f64))
        };
        let came: HashMap<DownloadId, f64> = works.iter().filter_map(came).collect();
        let all: f64 = came.values().sum();
        self.parts =
            came.iter().map(|(&id, &bytes)| (id, if all > 0.0 { bytes / all } else { 0.0 })).collect();
        let held_back = |(&id, work): (&DownloadId, &Work)| {
            Evidence { computing: self.computing(id), ..work.task.meter.evidence() }.is_held_back_here()
        };
        if works.iter().any(held_back) {
            self.line.forget();
        } else {
            self.line.record(sample(works, &came, passed));
        }
    }

    /// What the transfer of `id` saw, and what was seen of all.
    pub fn complete(&self, id: DownloadId, work: &Work, evidence: Evidence) -> Evidence {
        let line_full = self.line.binds(site(&host(work)));
        let (computing, proxied, waits) = (self.computing(id), self.proxied, work.task.recent.shares());
        Evidence { computing, line_full, proxied, waits, ..evidence }
    }

    fn computing(&self, id: DownloadId) -> f64 {
        self.parts.get(&id).map_or(0.0, |&part| computing(self.busy, part, self.parts.len()))
    }
}

/// What each site delivers.
fn sample(works: &BTreeMap<DownloadId, Work>, came: &HashMap<DownloadId, f64>, passed: f64) -> Sample {
    let mut sample = Sample::new();
    for (id, work) in works {
        let Some(bytes) = came.get(id) else { continue };
        let delivery = sample.entry(site(&host(work)).to_owned()).or_default();
        delivery.throughput += bytes / passed;
        delivery.connections += work.task.meter.connections();
    }
    sample
}

/// Where a download comes from now.
fn host(work: &Work) -> String {
    let resource = work.download.resource.as_ref();
    host_of(resource.map_or(&work.download.url, |resource| &resource.final_url))
}

/// How many threads carry the transfers, and how long they were at work so far, all together.
fn busy() -> (usize, Duration) {
    let metrics = Handle::current().metrics();
    let threads = metrics.num_workers();
    (threads, (0..threads).map(|thread| metrics.worker_total_busy_duration(thread)).sum())
}
