//! Settings that are one of a few.

use serde::{Deserialize, Deserializer, Serialize};

/// Which limit holds for all downloads together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Speed {
    Unlimited,
    /// [`super::Settings::limit`], if there is one.
    #[default]
    Limited,
    /// [`super::Settings::turtle_limit`]: others need the line now.
    Turtle,
}

/// What closing the window does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum WhenClosed {
    /// Downloads go on in the tray.
    Tray,
    /// The same as long as something downloads or waits; with nothing left to do it quits.
    #[default]
    WhileBusy,
    Quit,
    Ask,
}

/// What is done where another file has the name of a new one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum WhenNameTaken {
    /// The new one gets a number.
    #[default]
    Number,
    /// The old one goes to the trash once the new one is whole and proven. What is no plain file, is another download's or
    /// cannot go to the trash stays, and the new one gets a number.
    Replace,
}

/// When downloads keep the computer from falling asleep by itself. The display may go dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum KeepAwake {
    Never,
    /// Not while it runs on its battery.
    #[default]
    OnMains,
    Always,
}

/// When downloads wait because the computer runs on its battery.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum PauseOnBattery {
    #[default]
    Never,
    /// Once it holds less than [`super::Settings::battery_below`].
    Low,
    Always,
}

/// What is done when a download is complete, or needs the person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum AfterFinishing {
    /// A notification says so, while the person looks elsewhere.
    #[default]
    Notify,
    /// A file that is alone is shown in its folder. Several at once, and what failed, are said in a notification.
    Show,
    /// The same, but that the file is opened, unless it may do harm then.
    Open,
    /// Nothing, whatever happens.
    Nothing,
}

/// A choice that was a switch in earlier versions.
#[derive(Deserialize)]
#[serde(untagged)]
enum Said<T> {
    Switch(bool),
    Choice(T),
}

/// Reads what was a switch: on was always, off was never.
pub fn pause_on_battery<'de, D: Deserializer<'de>>(said: D) -> Result<PauseOnBattery, D::Error> {
    Ok(match Said::deserialize(said)? {
        Said::Switch(true) => PauseOnBattery::Always,
        Said::Switch(false) => PauseOnBattery::Never,
        Said::Choice(choice) => choice,
    })
}

/// Reads what was a switch for notifications.
pub fn after_finishing<'de, D: Deserializer<'de>>(said: D) -> Result<AfterFinishing, D::Error> {
    Ok(match Said::deserialize(said)? {
        Said::Switch(true) => AfterFinishing::Notify,
        Said::Switch(false) => AfterFinishing::Nothing,
        Said::Choice(choice) => choice,
    })
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
    /// Light or dark as the system, with borders on everything and a contrast of 7 to 1 at least.
    HighContrast,
}

/// Which colour buttons, marks and the focus have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Accent {
    /// The one of the whole desktop, where that says one.
    #[default]
    System,
    Haul,
}

/// How much room a row of the list takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Density {
    /// One line.
    Compact,
    #[default]
    Normal,
    /// For fingers.
    Touch,
}
