//! Downloads that wait for better surroundings: for mains power, or for a line that costs nothing by the byte.

use haul_core::Waiting;

use super::Dispatcher;

impl Dispatcher {
    /// What all wait for that were not started by hand.
    pub(super) fn wanting(&self) -> Option<Waiting> {
        self.surroundings.borrow().wanting(&self.settings.borrow())
    }

    /// The surroundings are others, or what the settings say of them is: what may not run any more waits, and all rows say so.
    pub(super) fn heed_surroundings(&mut self) {
        self.stop_what_may_not_run();
        self.publish_live();
        self.tell_many();
    }
}
