//! What is so around this computer, its power and its line, where a person may want downloads to wait for better.

use crate::settings::PauseOnBattery;
use crate::{Settings, Waiting};

/// Told by whoever knows the computer; the engine only heeds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Surroundings {
    /// The computer runs on its battery.
    pub on_battery: bool,
    /// What its battery holds, in percent; of interest while it runs on that.
    pub charge: u32,
    /// What comes over the network costs by the amount.
    pub is_metered: bool,
}

impl Surroundings {
    /// As long as nobody knows: who waits a moment too long loses nothing, who begins too early has spent it.
    pub const UNKNOWN: Self = Self { on_battery: true, charge: 0, is_metered: true };

    /// What downloads wait for before any of them may start by itself.
    pub fn wanting(self, settings: &Settings) -> Option<Waiting> {
        let below = settings.battery_below;
        match settings.pause_on_battery {
            PauseOnBattery::Always if self.on_battery => Some(Waiting::Mains),
            PauseOnBattery::Low if self.on_battery && self.charge < below => Some(Waiting::Charge { below }),
            PauseOnBattery::Never | PauseOnBattery::Low | PauseOnBattery::Always => {
                (self.is_metered && settings.pause_on_metered).then_some(Waiting::Unmetered)
            }
        }
    }
}

/// Those of a computer that nothing is said of.
impl Default for Surroundings {
    fn default() -> Self {
        Self { on_battery: false, charge: 100, is_metered: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_waited_for_that_nobody_asked_for() {
        let usual = Settings::default();
        assert_eq!(Surroundings::UNKNOWN.wanting(&usual), None);
        let always = PauseOnBattery::Always;
        let careful = Settings { pause_on_battery: always, pause_on_metered: true, ..usual };
        assert_eq!(Surroundings::default().wanting(&careful), None);
        assert_eq!(Surroundings::UNKNOWN.wanting(&careful), Some(Waiting::Mains));
        let plugged_in = Surroundings { on_battery: false, ..Surroundings::UNKNOWN };
        assert_eq!(plugged_in.wanting(&careful), Some(Waiting::Unmetered));
        let thrifty = Settings { pause_on_battery: PauseOnBattery::Never, ..careful };
        assert_eq!(Surroundings::UNKNOWN.wanting(&thrifty), Some(Waiting::Unmetered));
    }

    #[test]
    fn a_low_battery_is_one_that_holds_less_than_was_said_and_is_in_use() {
        let saving = Settings { pause_on_battery: PauseOnBattery::Low, ..Settings::default() };
        let at = |charge, on_battery| Surroundings { charge, on_battery, is_metered: false };
        assert_eq!(at(20, true).wanting(&saving), None);
        assert_eq!(at(19, true).wanting(&saving), Some(Waiting::Charge { below: 20 }));
        assert_eq!(at(19, false).wanting(&saving), None, "it is being charged");
        assert_eq!(Surroundings::UNKNOWN.wanting(&saving), Some(Waiting::Charge { below: 20 }));
        let higher = Settings { battery_below: 50, ..saving };
        assert_eq!(at(49, true).wanting(&higher), Some(Waiting::Charge { below: 50 }));
    }
}
