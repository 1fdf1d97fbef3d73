//! How fast downloads were: of those that run, and of the latest that did. In memory only, a few dozen kilobytes each.

use haul_core::history::{Happening, History};
use haul_core::{Activity, DownloadId, OptionChange, Rest, SpeedHistory};
use std::collections::{HashMap, VecDeque};

use super::Dispatcher;
use super::transfers::Work;
use crate::clock::now;

/// Downloads that do not run and whose history is kept.
const KEPT: usize = 100;

#[derive(Default)]
pub struct Histories {
    all: HashMap<DownloadId, History>,
    /// Those that do not run, the one that ended first in front.
    ended: VecDeque<DownloadId>,
    /// What those that wait before a next try wait after: each is marked once.
    retrying: HashMap<DownloadId, u32>,
}

impl Histories {
    /// Its transfer begins.
    pub fn begin(&mut self, id: DownloadId) {
        self.ended.retain(|ended| *ended != id);
        self.all.entry(id).or_default().mark(now(), Happening::Started);
    }

    /// Takes note of how far it is.
    pub fn record(&mut self, id: DownloadId, work: &Work) {
        let Some(history) = self.all.get_mut(&id) else { return };
        let meter = &work.task.meter;
        history.record(now(), meter.received(), meter.connections());
        match meter.activity() {
            Activity::Retrying { failure, attempt, .. } => {
                if self.retrying.insert(id, attempt) != Some(attempt) {
                    history.mark(now(), Happening::Failed { failure });
                }
            }
            Activity::Probing
            | Activity::Downloading
            | Activity::WaitingForNetwork
            | Activity::Verifying { .. }
            | Activity::Finishing => {
                self.retrying.remove(&id);
            }
        }
    }

    /// Its transfer ended, and it rests there now.
    pub fn end(&mut self, id: DownloadId, rest: &Rest) {
        self.retrying.remove(&id);
        let Some(history) = self.all.get_mut(&id) else { return };
        history.stop();
        history.mark(
            now(),
            match rest {
                Rest::Queued | Rest::Paused => Happening::Paused,
                Rest::Failed { failure } => Happening::Failed { failure: failure.clone() },
                Rest::Completed { .. } => Happening::Completed,
            },
        );
        self.ended.push_back(id);
        if self.ended.len() > KEPT
            && let Some(oldest) = self.ended.pop_front()
        {
            self.all.remove(&oldest);
        }
    }

    /// Somebody changed what has a say in how fast it is.
    pub fn changed(&mut self, id: DownloadId, change: &OptionChange) {
        let happening = match change {
            OptionChange::Limit(limit) => Happening::Limited { limit: *limit },
            OptionChange::Connections(connections) => Happening::Connections { connections: *connections },
            OptionChange::Headers(_)
            | OptionChange::Checksum(_)
            | OptionChange::Proxy(_)
            | OptionChange::WhenChanged(_) => return,
        };
        if let Some(history) = self.all.get_mut(&id) {
            history.mark(now(), happening);
        }
    }

    pub fn forget(&mut self, id: DownloadId) {
        self.all.remove(&id);
        self.ended.retain(|ended| *ended != id);
    }
}

impl Dispatcher {
    /// How fast it was; nothing of what did not run since the engine was opened, or ran before many others.
    pub(super) fn speed(&self, id: DownloadId) -> SpeedHistory {
        let limit = self.works.get(&id).and_then(|work| work.task.limiter.narrowest());
        self.histories.all.get(&id).map(|history| history.shown(limit)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_that_ran_are_remembered_and_what_runs_is_never_forgotten() {
        let mut histories = Histories::default();
        histories.begin(DownloadId(0));
        for id in 1..=150 {
            histories.begin(DownloadId(id));
            histories.end(DownloadId(id), &Rest::Paused);
        }
        assert_eq!(histories.all.len(), KEPT + 1);
        assert!(histories.all.contains_key(&DownloadId(0)) && histories.all.contains_key(&DownloadId(150)));
        histories.begin(DownloadId(100));
        for id in 200..=350 {
            histories.begin(DownloadId(id));
            histories.end(DownloadId(id), &Rest::Paused);
        }
        assert_eq!(
            histories.all[&DownloadId(100)].shown(None).marks.len(),
            3,
            "it is what it was before the pause"
        );
        histories.forget(DownloadId(350));
        assert!(!histories.all.contains_key(&DownloadId(350)));
    }
}
