//! Named queues: lines of downloads with rules of their own for when and how many of them run.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Range;
use std::path::PathBuf;

use crate::settings::{MAX_LIMIT, MIN_LIMIT};
use crate::week::Week;
use crate::{Colour, DownloadId, Timestamp};

/// Names a queue for as long as the list exists; never used twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(transparent)]
pub struct QueueId(pub u32);

impl QueueId {
    /// The one that is always there.
    pub const DEFAULT: Self = Self(1);
}

impl Default for QueueId {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl fmt::Display for QueueId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A queue, and whether its downloads may start now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Queue {
    pub id: QueueId,
    pub settings: QueueSettings,
    pub gate: Gate,
}

/// Whether the downloads of a queue may start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "state", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Gate {
    /// None: it does not close by itself.
    Open {
        #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
        closes: Option<Timestamp>,
    },
    /// By its hours. None: none of them is one in which it is open.
    Closed {
        #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
        opens: Option<Timestamp>,
    },
    /// By the person, or by itself once it was empty.
    Paused,
}

impl Gate {
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open { .. })
    }
}

/// What the person says of a queue. Kept as one JSON value, so a new field needs no migration.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", default)]
pub struct QueueSettings {
    /// Empty for the default queue only, which the window then calls so.
    pub name: String,
    pub colour: Option<Colour>,
    /// Downloads of it that run at once, 1 to 64; none: as many as the settings let run in all.
    pub downloads_at_once: Option<u32>,
    /// Bytes a second over all of its downloads; none: no limit of its own.
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub limit: Option<u64>,
    /// Where its files go if nothing else is said; none: the folder in the settings.
    pub folder: Option<PathBuf>,
    /// In which hours of the week it is open, 24 for each day from Monday on; none: always.
    #[cfg_attr(feature = "specta", specta(type = Option<Vec<Vec<bool>>>))]
    pub hours: Option<Week<bool>>,
    pub paused: bool,
    /// It pauses itself once all of its downloads have ended.
    pub stop_when_empty: bool,
    pub at_end: AtEnd,
}

/// What the computer does once all downloads of a queue have ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum AtEnd {
    #[default]
    Nothing,
    Notify,
    Sleep,
    ShutDown,
}

/// Which downloads of a queue come first. No column: a stretch of the positions, so that one order serves all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Priority {
    High,
    #[default]
    Normal,
    Low,
}

/// How far from the middle the ordinary ones reach. What is completed lies behind all, around 1 << 62.
const NORMAL: i64 = 1 << 60;

impl Priority {
    /// Of what has this position.
    pub fn of(position: i64) -> Self {
        let bands = [Self::High, Self::Normal];
        bands.into_iter().find(|priority| priority.band().contains(&position)).unwrap_or(Self::Low)
    }

    /// The positions that mean it.
    pub fn band(self) -> Range<i64> {
        match self {
            Self::High => i64::MIN..-NORMAL,
            Self::Normal => -NORMAL..NORMAL,
            Self::Low => NORMAL..i64::MAX,
        }
    }

    /// Where the first of it lies, far from others.
    pub fn middle(self) -> i64 {
        match self {
            Self::High => -2 * NORMAL,
            Self::Normal => 0,
            Self::Low => 2 * NORMAL,
        }
    }
}

/// What a download that does not run yet waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "for", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Waiting {
    /// A slot: `running` of `at_once` are taken, of its queue or, where `overall`, of all queues together.
    Turn {
        /// In its queue, from 1 on.
        place: u32,
        running: u32,
        at_once: u32,
        overall: bool,
        /// Seconds until one is free for it, by what those that run have left; none: not known.
        in_secs: Option<u32>,
    },
    /// The time that somebody said, or at which its queue opens.
    Time {
        #[cfg_attr(feature = "specta", specta(type = u32))]
        at: Timestamp,
    },
    /// Its queue has no hour in which it is open.
    Hours,
    /// Its queue is paused.
    Queue,
    /// The computer runs on its battery, and the settings say that downloads then wait.
    Mains,
    /// It does, and the battery holds less than this, in percent.
    Charge { below: u32 },
    /// The connection is metered, and the settings say that downloads then wait.
    Unmetered,
}

/// A queue that was removed, with what is needed to bring it back as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RemovedQueue {
    pub id: QueueId,
    pub settings: QueueSettings,
    /// The queue that it stood before; none: it was the last.
    pub before: Option<QueueId>,
    /// Its downloads, which are in the default queue now.
    pub downloads: Vec<DownloadId>,
}

/// A queue that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum QueueError {
    #[error("a queue needs a name")]
    NoName,
    #[error("there is a queue {name} already; choose another name")]
    NameTaken { name: String },
    #[error("{field} must be between {min} and {max}, not {value}")]
    OutOfRange {
        field: String,
        #[cfg_attr(feature = "specta", specta(type = u32))]
        value: u64,
        #[cfg_attr(feature = "specta", specta(type = u32))]
        min: u64,
        #[cfg_attr(feature = "specta", specta(type = u32))]
        max: u64,
    },
    #[error("the folder of a queue must be an absolute path, not {}", folder.display())]
    BadFolder { folder: PathBuf },
    #[error("the default queue cannot be removed")]
    IsDefault,
}

/// Longer names than this are no help in a side bar. Characters.
const MAX_NAME: usize = 100;

impl QueueSettings {
    /// A queue with this name and nothing special.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// The same with a name that is one line without blanks around it.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        let words: Vec<&str> =
            self.name.split(|letter: char| letter.is_whitespace() || letter.is_control()).collect();
        let name = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        self.name = name.chars().take(MAX_NAME).collect();
        self
    }

    /// Whether every value is one that the engine can work with, for the queue `id` beside those of `others`.
    ///
    /// # Errors
    /// The first that is not.
    pub fn check<'a>(
        &self,
        id: QueueId,
        mut others: impl Iterator<Item = &'a QueueSettings>,
    ) -> Result<(), QueueError> {
        if self.name.is_empty() && id != QueueId::DEFAULT {
            return Err(QueueError::NoName);
        }
        let name = self.name.to_lowercase();
        if !name.is_empty() && others.any(|other| other.name.to_lowercase() == name) {
            return Err(QueueError::NameTaken { name: self.name.clone() });
        }
        within("downloadsAtOnce", self.downloads_at_once.map(u64::from), 1, 64)?;
        within("limit", self.limit, MIN_LIMIT, MAX_LIMIT)?;
        match &self.folder {
            Some(folder) if !folder.is_absolute() => Err(QueueError::BadFolder { folder: folder.clone() }),
            _ => Ok(()),
        }
    }
}

fn within(field: &str, value: Option<u64>, min: u64, max: u64) -> Result<(), QueueError> {
    match value {
        Some(value) if !(min..=max).contains(&value) => {
            Err(QueueError::OutOfRange { field: field.to_owned(), value, min, max })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_queue_has_a_name_that_no_other_has() {
        let night = QueueSettings::named("Night");
        let check = |settings: &QueueSettings, id, others: &[QueueSettings]| {
            settings.check(QueueId(id), others.iter())
        };
        assert_eq!(check(&night, 2, &[]), Ok(()));
        assert_eq!(check(&QueueSettings::default(), 2, &[]), Err(QueueError::NoName));
        assert_eq!(check(&QueueSettings::default(), 1, std::slice::from_ref(&night)), Ok(()));
        let again = QueueSettings::named(" night\n").tidied();
        assert_eq!(check(&again, 3, &[night]), Err(QueueError::NameTaken { name: "night".into() }));
        assert_eq!(QueueSettings::named("a \u{0} b\tc".repeat(50)).tidied().name.chars().count(), MAX_NAME);
    }

    #[test]
    fn what_is_out_of_range_is_named() {
        let night = QueueSettings::named("Night");
        for (settings, message) in [
            (
                QueueSettings { downloads_at_once: Some(0), ..night.clone() },
                "downloadsAtOnce must be between 1 and 64, not 0",
            ),
            (
                QueueSettings { limit: Some(5), ..night.clone() },
                "limit must be between 1024 and 9007199254740991, not 5",
            ),
            (
                QueueSettings { folder: Some("films".into()), ..night.clone() },
                "the folder of a queue must be an absolute path, not films",
            ),
        ] {
            assert_eq!(settings.check(QueueId(2), [].iter()).unwrap_err().to_string(), message);
        }
    }

    #[test]
    fn queues_of_another_version_are_read() {
        let read: QueueSettings = serde_json::from_str(r#"{"name":"Night","fromTheFuture":[]}"#).unwrap();
        assert_eq!(read, QueueSettings::named("Night"));
        let hours = QueueSettings { hours: Some(Week::always(true)), ..read };
        let text = serde_json::to_string(&hours).unwrap();
        assert_eq!(serde_json::from_str::<QueueSettings>(&text).unwrap(), hours);
    }

    #[test]
    fn bands_lie_one_after_the_other_before_all_that_is_completed() {
        for priority in [Priority::High, Priority::Normal, Priority::Low] {
            assert!(priority.band().contains(&priority.middle()));
            assert_eq!(Priority::of(priority.middle()), priority);
            assert_eq!(Priority::of(priority.band().start), priority);
            assert_eq!(Priority::of(priority.band().end - 1), priority);
        }
        assert_eq!(Priority::High.band().end, Priority::Normal.band().start);
        assert_eq!(Priority::Normal.band().end, Priority::Low.band().start);
        assert!(Priority::Low.middle() + (1 << 58) < (1 << 62) - (1 << 50));
    }
}
