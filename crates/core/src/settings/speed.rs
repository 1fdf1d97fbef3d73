//! How fast all downloads together may be, as the settings have it.

use super::{Settings, Speed};

impl Settings {
    /// Bytes a second that all downloads together may bring now.
    pub fn limit_in_force(&self) -> Option<u64> {
        match self.speed {
            Speed::Unlimited => None,
            Speed::Limited => self.limit,
            Speed::Turtle => Some(self.turtle_limit),
        }
    }

    /// What the speed is once the turtle is on, or off if it is on.
    pub fn turtle_toggled(&self) -> Speed {
        match (self.speed, self.speed_before) {
            (Speed::Unlimited | Speed::Limited, _) => Speed::Turtle,
            (Speed::Turtle, Speed::Turtle) => Speed::Unlimited,
            (Speed::Turtle, before) => before,
        }
    }

    /// These settings in place of `old`: a turtle that came meanwhile remembers what it takes the place of.
    #[must_use]
    pub fn after(mut self, old: &Settings) -> Self {
        self.speed_before = if old.speed == Speed::Turtle { old.speed_before } else { old.speed };
        self
    }
}
