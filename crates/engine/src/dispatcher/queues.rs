//! The queues as the dispatcher keeps them: their rules, their limits, and whether they are open.

use haul_core::week::TimeZone;
use haul_core::{Gate, Queue, QueueId, QueueSettings, Timestamp};
use std::sync::Arc;

use crate::transfer::limiter::Bucket;

/// All queues in their order, the default one among them.
#[derive(Debug)]
pub struct Queues {
    all: Vec<Known>,
}

#[derive(Debug)]
pub struct Known {
    pub queue: Queue,
    /// What its downloads share.
    pub limit: Arc<Bucket>,
}

impl Known {
    fn new(id: QueueId, settings: QueueSettings) -> Self {
        let limit = Arc::new(Bucket::new(settings.limit));
        // Whoever makes one looks at the clock next.
        Self { queue: Queue { id, settings, gate: Gate::Paused }, limit }
    }
}

impl Queues {
    pub fn of(stored: Vec<(QueueId, QueueSettings)>) -> Self {
        Self { all: stored.into_iter().map(|(id, settings)| Known::new(id, settings)).collect() }
    }

    pub fn rows(&self) -> Vec<Queue> {
        self.all.iter().map(|known| known.queue.clone()).collect()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Known> {
        self.all.iter()
    }

    pub fn ids(&self) -> Vec<QueueId> {
        self.all.iter().map(|known| known.queue.id).collect()
    }

    pub fn get(&self, id: QueueId) -> Option<&Known> {
        self.all.iter().find(|known| known.queue.id == id)
    }

    /// The rules of all but `id`.
    pub fn others(&self, id: QueueId) -> impl Iterator<Item = &QueueSettings> {
        self.all.iter().filter(move |known| known.queue.id != id).map(|known| &known.queue.settings)
    }

    pub fn is_open(&self, id: QueueId) -> bool {
        self.get(id).is_some_and(|known| known.queue.gate.is_open())
    }

    /// Puts a queue before another; none: at the end.
    pub fn insert(&mut self, id: QueueId, settings: QueueSettings, before: Option<QueueId>) {
        let at = self.place_before(before);
        self.all.insert(at, Known::new(id, settings));
    }

    /// Gives a queue other rules. Its limit is in force at once.
    pub fn set(&mut self, id: QueueId, settings: QueueSettings) {
        if let Some(known) = self.all.iter_mut().find(|known| known.queue.id == id) {
            known.limit.set_limit(settings.limit);
            known.queue.settings = settings;
        }
    }

    pub fn move_before(&mut self, id: QueueId, before: Option<QueueId>) {
        let Some(from) = self.all.iter().position(|known| known.queue.id == id) else { return };
        if before != Some(id) {
            let moved = self.all.remove(from);
            let at = self.place_before(before);
            self.all.insert(at, moved);
        }
    }

    /// Takes a queue out, and says which one it stood before.
    pub fn remove(&mut self, id: QueueId) -> Option<QueueId> {
        let at = self.all.iter().position(|known| known.queue.id == id)?;
        self.all.remove(at);
        self.all.get(at).map(|next| next.queue.id)
    }

    fn place_before(&self, next: Option<QueueId>) -> usize {
        let at = next.and_then(|next| self.all.iter().position(|known| known.queue.id == next));
        at.unwrap_or(self.all.len())
    }

    /// Opens and closes each as its hours say, and answers whether any is different now.
    pub fn look(&mut self, at: Timestamp, zone: &TimeZone) -> bool {
        let mut changed = false;
        for Known { queue, .. } in &mut self.all {
            let gate = gate(&queue.settings, at, zone);
            changed |= gate != queue.gate;
            queue.gate = gate;
        }
        changed
    }

    /// When the next one opens or closes by itself.
    pub fn next_look(&self) -> Option<Timestamp> {
        let next = |known: &Known| match known.queue.gate {
            Gate::Open { closes } => closes,
            Gate::Closed { opens } => opens,
            Gate::Paused => None,
        };
        self.all.iter().filter_map(next).min()
    }
}

fn gate(settings: &QueueSettings, at: Timestamp, zone: &TimeZone) -> Gate {
    match &settings.hours {
        _ if settings.paused => Gate::Paused,
        None => Gate::Open { closes: None },
        Some(hours) if hours.at(at, zone) => Gate::Open { closes: hours.next_change(at, zone) },
        Some(hours) => Gate::Closed { opens: hours.next_change(at, zone) },
    }
}
