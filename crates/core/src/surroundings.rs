//! What is so around this computer, its power and its line, where a person may want downloads to wait for better.

use crate::{Settings, Waiting};

/// Told by whoever knows the computer; the engine only heeds it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The computer runs on its battery.
    pub on_battery: bool,
    /// What comes over the network costs by the amount.
    pub is_metered: bool,
}

impl Surroundings {
    /// As long as nobody knows: who waits a moment too long loses nothing, who begins too early has spent it.
    pub const UNKNOWN: Self = Self { on_battery: true, is_metered: true };

    /// What downloads wait for before any of them may start by itself.
    pub fn wanting(self, settings: &Settings) -> Option<Waiting> {
        if self.on_battery && settings.pause_on_battery {
            Some(Waiting::Mains)
        } else if self.is_metered && settings.pause_on_metered {
            Some(Waiting::Unmetered)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_waited_for_that_nobody_asked_for() {
        let usual = Settings::default();
        assert_eq!(Surroundings::UNKNOWN.wanting(&usual), None);
        let careful = Settings { pause_on_battery: true, pause_on_metered: true, ..usual };
        assert_eq!(Surroundings::default().wanting(&careful), None);
        assert_eq!(Surroundings::UNKNOWN.wanting(&careful), Some(Waiting::Mains));
        let plugged_in = Surroundings { on_battery: false, ..Surroundings::UNKNOWN };
        assert_eq!(plugged_in.wanting(&careful), Some(Waiting::Unmetered));
        let thrifty = Settings { pause_on_battery: false, ..careful };
        assert_eq!(Surroundings::UNKNOWN.wanting(&thrifty), Some(Waiting::Unmetered));
    }
}
