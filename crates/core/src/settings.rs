//! The settings, with defaults and bounds. Kept as one JSON value, so a new one needs no migration.

mod choices;
mod speed;

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::Proxy;
use crate::filename::PartName;
use crate::host_settings::{HostSettings, MOST_HOSTS};
use crate::kind::{self, Kind, MOST_KINDS};
use crate::rules::{self, FolderSorting, MOST_RULES, RulesMatch};
use crate::tag::{MOST_OWN, OwnTag};
use crate::{Timestamp, Week, WhenDuplicate};
pub use choices::{
    Accent, AfterFinishing, Density, KeepAwake, PauseOnBattery, Speed, Theme, WhenClosed, WhenNameTaken,
};

/// All that the person can set. Unknown fields are ignored and missing ones take their default, so that settings of
/// other versions can be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Where files go if nothing else is said. Empty only until the consumer has put in the user's download folder.
    pub folder: PathBuf,
    /// Downloads that run at once, 1 to 64.
    pub downloads_at_once: u32,
    /// Connections for one file at most, 1 to 64. How many are worth it is found while it runs, see `host::Ramp`.
    pub connections_per_download: u32,
    /// Connections to one host over all downloads, 1 to 64.
    pub connections_per_host: u32,
    /// Which limit is in force: what the person chose last, or what the plan has said since.
    pub speed: Speed,
    /// What was in force before the turtle, and is again after it.
    pub speed_before: Speed,
    /// Bytes a second over all downloads, at least 1,024; none: no limit.
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub limit: Option<u64>,
    /// Bytes a second over all downloads while the turtle is on, at least 1,024.
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub turtle_limit: u64,
    /// All downloads together get slower while what others send over the same line has to wait behind them.
    pub leave_room: bool,
    /// Which limit holds in which hour of the week, 24 for each day from Monday on; none: the one that was chosen.
    #[cfg_attr(feature = "specta", specta(type = Option<Vec<Vec<Speed>>>))]
    pub speed_plan: Option<Week<Speed>>,
    /// Since when `speed` holds: the plan is heeded from its next change on.
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub speed_since: Timestamp,
    /// Tries without progress before a download fails, 1 to 1,000.
    pub max_tries: u32,
    /// Seconds to wait for a connection, 1 to 600.
    pub connect_timeout_secs: u32,
    /// Seconds of silence after which a connection counts as dead, 1 to 600.
    pub stall_timeout_secs: u32,
    pub user_agent: String,
    /// Over which proxy servers are reached, unless a download has one of its own.
    pub proxy: Proxy,
    /// Finished files say where they came from, for desktops and virus scanners: an extended attribute, a zone, a quarantine.
    pub mark_origin: bool,
    /// How unfinished files are called. Those that are there keep their names.
    pub part_name: PartName,
    /// The disk is asked for a file's whole space when its first byte is to be written, so that it cannot become full
    /// meanwhile. What is paused then takes its whole space as well.
    pub ask_for_space: bool,
    /// Whether a file must have the checksum that its server has for it: in the answer's head, in a Metalink description, or
    /// in a list beside it. The last two are looked for. A checksum that somebody gave counts in any case.
    pub server_checksums: bool,
    /// Whether downloads wait while the computer runs on its battery, except those that are started by hand.
    #[serde(deserialize_with = "choices::pause_on_battery")]
    #[cfg_attr(feature = "specta", specta(type = PauseOnBattery))]
    pub pause_on_battery: PauseOnBattery,
    /// What the battery holds when it is low, in percent, 5 to 95.
    pub battery_below: u32,
    /// Downloads wait while the connection is metered, except those that are started by hand.
    pub pause_on_metered: bool,
    /// What is done with a link that is on the list already, unless somebody says otherwise.
    pub when_duplicate: WhenDuplicate,
    /// What is done where another file has the name of a new one.
    pub when_name_taken: WhenNameTaken,
    /// Days after which finished downloads leave the list, 1 to 3,650; 0: never. Their files stay.
    pub history_days: u32,
    /// What is done when a download is complete or needs the person.
    #[serde(deserialize_with = "choices::after_finishing")]
    #[cfg_attr(feature = "specta", specta(type = AfterFinishing))]
    pub after_finishing: AfterFinishing,
    pub when_closed: WhenClosed,
    /// When the computer is kept from falling asleep by itself while something downloads.
    pub keep_awake: KeepAwake,
    /// Haul starts with the person's session, hidden.
    pub autostart: bool,
    /// Links that are copied in other programs are offered.
    pub watch_clipboard: bool,
    /// The person was told once that closing the window does not quit.
    pub told_about_tray: bool,
    /// The person has seen what Haul asks at its first start, or has put it away.
    pub welcomed: bool,
    pub theme: Theme,
    pub accent: Accent,
    pub density: Density,
    /// How large everything in the window is, in percent, 80 to 200.
    pub scale: u32,
    /// Multiples of 1,000 and not of 1,024.
    pub decimal_sizes: bool,
    pub speed_in_bits: bool,
    /// Letters alone are shortcuts while the list has the focus (WCAG 2.1.4).
    pub single_keys: bool,
    /// Once in a session it is asked before very much goes to the trash.
    pub ask_before_trash: bool,
    /// The keys of those actions of the window that the person gave others; an empty list: none.
    pub keys: BTreeMap<String, Vec<String>>,
    /// A BCP 47 tag, or `system`. Which languages there are is the window's business; one that it lacks is the system's.
    pub language: String,
    /// The kinds that files are sorted into, in the order in which they are tried.
    pub kinds: Vec<Kind>,
    /// What of the folders of kinds and rules counts.
    pub folder_sorting: FolderSorting,
    /// What follows for new downloads from where they come and what they are, in the order in which it is tried.
    pub rules: Vec<rules::Rule>,
    pub rules_match: RulesMatch,
    /// What holds for single hosts.
    pub hosts: Vec<HostSettings>,
    /// Tags that the person made or gave a colour, in alphabetical order; others are there as long as something has them.
    pub tags: Vec<OwnTag>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            folder: PathBuf::new(),
            downloads_at_once: 5,
            connections_per_download: 16,
            connections_per_host: 16,
            speed: Speed::default(),
            speed_before: Speed::default(),
            limit: None,
            turtle_limit: 512 << 10,
            leave_room: false,
            speed_plan: None,
            speed_since: 0,
            max_tries: 10,
            connect_timeout_secs: 15,
            stall_timeout_secs: 30,
            user_agent: concat!("Haul/", env!("CARGO_PKG_VERSION")).to_owned(),
            proxy: Proxy::default(),
            mark_origin: true,
            part_name: PartName::default(),
            ask_for_space: false,
            server_checksums: true,
            pause_on_battery: PauseOnBattery::default(),
            battery_below: 20,
            pause_on_metered: false,
            when_duplicate: WhenDuplicate::Ask,
            when_name_taken: WhenNameTaken::default(),
            history_days: 0,
            after_finishing: AfterFinishing::default(),
            when_closed: WhenClosed::default(),
            keep_awake: KeepAwake::default(),
            autostart: false,
            watch_clipboard: false,
            told_about_tray: false,
            welcomed: false,
            theme: Theme::default(),
            accent: Accent::default(),
            density: Density::default(),
            scale: 100,
            decimal_sizes: cfg!(target_os = "macos"),
            speed_in_bits: false,
            single_keys: true,
            ask_before_trash: true,
            keys: BTreeMap::new(),
            language: SYSTEM_LANGUAGE.to_owned(),
            kinds: kind::usual(),
            folder_sorting: FolderSorting::default(),
            rules: Vec::new(),
            rules_match: RulesMatch::default(),
            hosts: Vec::new(),
            tags: Vec::new(),
        }
    }
}

/// The language that the person has everywhere else.
pub const SYSTEM_LANGUAGE: &str = "system";

/// A setting that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum SettingsError {
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
    #[error("the download folder must be an absolute path, not {}", folder.display())]
    BadFolder { folder: PathBuf },
    #[error("the user agent must be printable characters in one line")]
    BadUserAgent,
    #[error("a proxy is written as http://host:port, https://, socks5:// or socks5h://")]
    BadProxy,
    /// `part` of the entry at `index` of a list cannot be.
    #[error("{field}: {part} of entry {index} cannot be")]
    BadEntry { field: String, index: u32, part: String },
    #[error("{field}: {max} are the most that there can be")]
    TooMany { field: String, max: u32 },
}

/// Connections that one file, or one host, may have.
pub const MAX_CONNECTIONS: u32 = 64;
/// Below this a limit stalls a download rather than limits it. Bytes a second.
pub const MIN_LIMIT: u64 = 1024;
/// 2^53 - 1: what JavaScript can count.
pub const MAX_LIMIT: u64 = (1 << 53) - 1;

impl Settings {
    /// Whether every value is one that the engine can work with.
    ///
    /// # Errors
    /// The first field that is out of range, and its range.
    pub fn check(&self) -> Result<(), SettingsError> {
        RULES.iter().try_for_each(|rule| (rule.check)(self))
    }

    /// Puts every value that the engine cannot work with back to that of `defaults`, and names those fields. A folder
    /// that was never set is no fault.
    pub fn repair(&mut self, defaults: &Settings) -> Vec<String> {
        if self.folder.as_os_str().is_empty() {
            self.folder.clone_from(&defaults.folder);
        }
        let mut repaired = Vec::new();
        for rule in &RULES {
            if let Err(error) = (rule.check)(self) {
                (rule.reset)(self, defaults);
                repaired.push(error.field().to_owned());
            }
        }
        repaired
    }
}

impl SettingsError {
    /// The setting that it is about, as it is written on disk and on the wire.
    pub fn field(&self) -> &str {
        match self {
            Self::OutOfRange { field, .. } | Self::BadEntry { field, .. } | Self::TooMany { field, .. } => {
                field
            }
            Self::BadFolder { .. } => "folder",
            Self::BadUserAgent => "userAgent",
            Self::BadProxy => "proxy",
        }
    }
}

/// What holds for one field, and how it alone is taken over from other settings.
struct Rule {
    check: fn(&Settings) -> Result<(), SettingsError>,
    reset: fn(&mut Settings, &Settings),
}

/// Every field that can have a value the engine cannot work with.
const RULES: [Rule; 18] = [
    Rule {
        check: |now| within("historyDays", now.history_days, 0, 3650),
        reset: |now, from| now.history_days = from.history_days,
    },
    Rule {
        check: |now| within("downloadsAtOnce", now.downloads_at_once, 1, 64),
        reset: |now, from| now.downloads_at_once = from.downloads_at_once,
    },
    Rule {
        check: |now| within("connectionsPerDownload", now.connections_per_download, 1, MAX_CONNECTIONS),
        reset: |now, from| now.connections_per_download = from.connections_per_download,
    },
    Rule {
        check: |now| within("connectionsPerHost", now.connections_per_host, 1, MAX_CONNECTIONS),
        reset: |now, from| now.connections_per_host = from.connections_per_host,
    },
    Rule {
        check: |now| within("maxTries", now.max_tries, 1, 1000),
        reset: |now, from| now.max_tries = from.max_tries,
    },
    Rule {
        check: |now| within("batteryBelow", now.battery_below, 5, 95),
        reset: |now, from| now.battery_below = from.battery_below,
    },
    Rule {
        check: |now| within("connectTimeoutSecs", now.connect_timeout_secs, 1, 600),
        reset: |now, from| now.connect_timeout_secs = from.connect_timeout_secs,
    },
    Rule {
        check: |now| within("stallTimeoutSecs", now.stall_timeout_secs, 1, 600),
        reset: |now, from| now.stall_timeout_secs = from.stall_timeout_secs,
    },
    Rule { check: |now| within("scale", now.scale, 80, 200), reset: |now, from| now.scale = from.scale },
    Rule {
        check: |now| now.limit.map_or(Ok(()), |limit| within("limit", limit, MIN_LIMIT, MAX_LIMIT)),
        reset: |now, from| now.limit = from.limit,
    },
    Rule {
        check: |now| within("turtleLimit", now.turtle_limit, MIN_LIMIT, MAX_LIMIT),
        reset: |now, from| now.turtle_limit = from.turtle_limit,
    },
    Rule {
        check: |now| match now.folder.is_absolute() {
            true => Ok(()),
            false => Err(SettingsError::BadFolder { folder: now.folder.clone() }),
        },
        reset: |now, from| now.folder.clone_from(&from.folder),
    },
    Rule {
        check: |now| match !now.user_agent.is_empty() && now.user_agent.bytes().all(is_printable) {
            true => Ok(()),
            false => Err(SettingsError::BadUserAgent),
        },
        reset: |now, from| now.user_agent.clone_from(&from.user_agent),
    },
    Rule {
        check: |now| if now.proxy.is_usable() { Ok(()) } else { Err(SettingsError::BadProxy) },
        reset: |now, from| now.proxy.clone_from(&from.proxy),
    },
    // Of a list only what cannot be is lost.
    Rule {
        check: |now| entries("kinds", &now.kinds, MOST_KINDS, Kind::fault),
        reset: |now, _| keep_good(&mut now.kinds, MOST_KINDS, Kind::fault),
    },
    Rule {
        check: |now| entries("rules", &now.rules, MOST_RULES, rules::Rule::fault),
        reset: |now, _| keep_good(&mut now.rules, MOST_RULES, rules::Rule::fault),
    },
    Rule {
        check: |now| entries("hosts", &now.hosts, MOST_HOSTS, HostSettings::fault),
        reset: |now, _| keep_good(&mut now.hosts, MOST_HOSTS, HostSettings::fault),
    },
    Rule {
        check: |now| entries("tags", &now.tags, MOST_OWN, OwnTag::fault),
        reset: |now, _| keep_good(&mut now.tags, MOST_OWN, OwnTag::fault),
    },
];

/// Whether each entry of a list can be, and there are not too many.
fn entries<T>(
    field: &str,
    list: &[T],
    most: usize,
    fault: fn(&T) -> Option<&'static str>,
) -> Result<(), SettingsError> {
    if list.len() > most {
        let max = u32::try_from(most).unwrap_or(u32::MAX);
        return Err(SettingsError::TooMany { field: field.to_owned(), max });
    }
    match (0..).zip(list).find_map(|(index, entry)| Some((index, fault(entry)?))) {
        Some((index, part)) => {
            Err(SettingsError::BadEntry { field: field.to_owned(), index, part: part.to_owned() })
        }
        None => Ok(()),
    }
}

fn keep_good<T>(list: &mut Vec<T>, most: usize, fault: fn(&T) -> Option<&'static str>) {
    list.retain(|entry| fault(entry).is_none());
    list.truncate(most);
}

fn is_printable(byte: u8) -> bool {
    (0x20..0x7f).contains(&byte)
}

fn within<N: Into<u64>>(field: &str, value: N, min: N, max: N) -> Result<(), SettingsError> {
    let (value, min, max) = (value.into(), min.into(), max.into());
    if (min..=max).contains(&value) {
        Ok(())
    } else {
        Err(SettingsError::OutOfRange { field: field.to_owned(), value, min, max })
    }
}

#[cfg(test)]
mod tests;
