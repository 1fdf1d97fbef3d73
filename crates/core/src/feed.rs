//! What a window is told instead of every event: what happened since it was told last, merged, and rows only of the downloads
//! that it shows. A thousand downloads at work are then no more to it than the forty it has room for.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::{Counts, DownloadId, DownloadRow, Event, Progress, Sums};

/// What is yet to be told to one window.
#[derive(Debug, Default)]
pub struct Feed {
    shown: HashSet<DownloadId>,
    /// In the order in which they came; the last of a kind that replaces those before it.
    others: Vec<Event>,
    rows: BTreeMap<DownloadId, DownloadRow>,
    ended: BTreeSet<DownloadId>,
    removed: BTreeSet<DownloadId>,
    /// Set when rows changed, shown or not: the view may be another.
    counts: Option<Counts>,
    many: bool,
    progress: Option<(Vec<Progress>, Sums)>,
}

impl Feed {
    /// From now on the window shows these downloads. What it was not told of others it asks for.
    pub fn show(&mut self, ids: impl IntoIterator<Item = DownloadId>) {
        self.shown = ids.into_iter().collect();
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.others.is_empty() && self.counts.is_none() && self.progress.is_none()
    }

    /// Whether there is more than progress, and what happens to rows that the window does not show.
    pub fn is_urgent(&self) -> bool {
        !(self.others.is_empty() && self.rows.is_empty() && self.removed.is_empty())
    }

    /// How many of the downloads that the window shows have moved, if that is all there is to tell; else 0.
    pub fn moving(&self) -> usize {
        let is_all = self.others.is_empty() && self.counts.is_none();
        self.progress.as_ref().filter(|_| is_all).map_or(0, |(rows, _)| rows.len())
    }

    /// Takes in what happened.
    pub fn push(&mut self, event: Event) {
        match event {
            // It says everything there is.
            Event::Snapshot { .. } => {
                *self = Feed { shown: std::mem::take(&mut self.shown), ..Feed::default() };
                self.others.push(event);
            }
            Event::Changed { rows, ended, many, counts } => {
                self.ended.extend(&ended);
                for row in rows {
                    self.removed.remove(&row.id);
                    if self.shown.contains(&row.id) || self.ended.contains(&row.id) {
                        self.rows.insert(row.id, row);
                    }
                }
                self.many |= many;
                self.counts = Some(counts);
            }
            Event::Removed { ids, counts } => {
                for id in &ids {
                    self.rows.remove(id);
                    self.ended.remove(id);
                }
                self.removed.extend(ids);
                self.counts = Some(counts);
            }
            Event::Progress { mut rows, sums } => {
                rows.retain(|row| self.shown.contains(&row.id));
                self.progress = Some((rows, sums));
            }
            Event::SettingsChanged { .. } => {
                self.replace(event, |other| matches!(other, Event::SettingsChanged { .. }));
            }
            Event::QueuesChanged { .. } => {
                self.replace(event, |other| matches!(other, Event::QueuesChanged { .. }));
            }
            Event::QueueEnded { .. } | Event::Noticed { .. } => self.others.push(event),
        }
    }

    fn replace(&mut self, event: Event, same: impl Fn(&Event) -> bool) {
        self.others.retain(|other| !same(other));
        self.others.push(event);
    }

    /// Everything that is to be told now.
    pub fn take(&mut self) -> Vec<Event> {
        let Feed { shown, others, rows, ended, removed, counts, many, progress } = std::mem::take(self);
        self.shown = shown;
        let mut events = others;
        if let Some(counts) = counts {
            if !removed.is_empty() {
                events.push(Event::Removed { ids: removed.into_iter().collect(), counts: counts.clone() });
            }
            let (rows, ended) = (rows.into_values().collect(), ended.into_iter().collect());
            events.push(Event::Changed { rows, ended, many, counts });
        }
        if let Some((rows, sums)) = progress {
            events.push(Event::Progress { rows, sums });
        }
        events
    }
}

#[cfg(test)]
mod tests;
