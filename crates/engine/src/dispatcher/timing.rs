//! What the clock on the wall decides: queues open and close, downloads start at a time of their own, and the plan says how
//! fast all may be. And what follows when a queue has ended.

use haul_core::{Event, QueueId, Settings, Timestamp};
use std::sync::Arc;

use super::Dispatcher;
use super::list::AT_ONCE;

impl Dispatcher {
    /// When the clock is to be looked at next; none: it decides nothing.
    pub(super) fn next_look(&self) -> Option<Timestamp> {
        // One whose time has come starts as soon as one more can, and not because of the clock.
        let now = self.list.first_timed().map(|_| self.clock.now());
        let starts = now.and_then(|now| self.list.first_timed_after(now));
        [self.look_next, starts].into_iter().flatten().min()
    }

    /// It is time to, or something changed that depends on the time.
    pub(super) async fn look_at_clock(&mut self) {
        self.looked = self.clock.look();
        let (now, zone) = (self.looked.at, self.looked.zone.clone());
        if self.queues.look(now, &zone) {
            self.tell_queues();
        }
        self.stop_what_may_not_run();
        if self.wanting().is_some() {
            // Whose time has come while all wait for better surroundings, waits for those now.
            self.publish_live();
            self.tell_many();
        }
        let settings = self.settings.borrow().clone();
        let plan = settings.speed_plan;
        if let Some(plan) = plan
            && plan.next_change(settings.speed_since, &zone).is_some_and(|change| change <= now)
        {
            let settings =
                Settings { speed: plan.at(now, &zone), speed_since: now, ..settings.as_ref().clone() }
                    .after(&settings);
            let saved = self.store.save_settings(&settings).await;
            self.check_store(saved);
            self.put_settings_in_force(settings);
        }
        let plan_changes = plan.and_then(|plan| plan.next_change(now, &zone));
        self.look_next = [self.queues.next_look(), plan_changes].into_iter().flatten().min();
    }

    /// New settings that a person chose: what they say of the speed holds until the plan says something else.
    pub(super) fn with_speed_since(&self, mut settings: Settings) -> Settings {
        let (before, now) = (self.settings.borrow().clone(), self.clock.now());
        settings.speed_since = before.speed_since;
        if settings.speed != before.speed {
            settings.speed_since = now;
        } else if let Some(plan) = settings.speed_plan.filter(|_| settings.speed_plan != before.speed_plan) {
            settings.speed = plan.at(now, &self.clock.zone());
            settings.speed_since = now;
        }
        settings.after(&before)
    }

    pub(super) fn put_settings_in_force(&mut self, settings: Settings) {
        self.host_limits.set(&settings.hosts);
        self.settings.send_replace(Arc::new(settings.clone()));
        self.limit_all();
        self.publish_live();
        self.tell(Event::SettingsChanged { settings });
    }

    /// What runs where or while nothing may, and was not started by hand, waits again at its place.
    pub(super) fn stop_what_may_not_run(&self) {
        let wanting = self.wanting();
        for (id, work) in &self.works {
            let starts = self.list.get(*id).and_then(|entry| entry.starts);
            let waits_for_queue = starts.is_none() && !self.queues.is_open(self.list.queue(*id));
            let waits_for_surroundings = starts != Some(AT_ONCE) && wanting.is_some();
            if waits_for_queue || waits_for_surroundings {
                work.task.stop.cancel();
            }
        }
    }

    /// A download of `queue` is done with, or failed: that may have been the last.
    pub(super) fn one_ended(&mut self, queue: QueueId) {
        if self.list.has_ended(queue) && !self.ended.contains(&queue) {
            self.ended.push(queue);
        }
    }

    /// Tells which queues have ended, after the rows that say so.
    pub(super) async fn tell_ended(&mut self) {
        for queue in std::mem::take(&mut self.ended) {
            let Some(known) = self.queues.get(queue) else { continue };
            let mut settings = known.queue.settings.clone();
            let at_end = settings.at_end;
            if settings.stop_when_empty && !settings.paused {
                settings.paused = true;
                let saved = self.store.save_queue(queue, &settings).await;
                self.check_store(saved);
                self.queues.set(queue, settings);
                self.look_at_clock().await;
            }
            self.tell(Event::QueueEnded { queue, at_end });
        }
    }
}
