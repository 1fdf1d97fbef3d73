//! The shell's own words: the tray, the notifications, and why Haul cannot start.
//!
//! They are in the window's message files with all others, so that a language stays one folder: the window hands them over
//! when it begins and when the language changes. The last ones lie in a file for the next start, which may need them before
//! there is a window; English is built in, made from the same message files.

use haul_core::{Failure, Settings, units::Units};
use haul_engine::OpenError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

/// A text with holes in braces, as in "{name} is ready".
type Text = String;
/// The texts of a count, by plural category.
type Forms = BTreeMap<String, Text>;

/// What a message file says for the shell. A new word is a field here; then no language compiles without it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ShellText {
    pub show: Text,
    pub add_from_clipboard: Text,
    pub mini_window: Text,
    /// The title of the window for that.
    pub add_downloads: Text,
    pub pause_all: Text,
    pub resume_all: Text,
    pub turtle: Text,
    pub limit: Text,
    pub unlimited: Text,
    pub other_limit: Text,
    /// `{name}`, `{percent}`
    pub running_at: Text,
    pub settings: Text,
    pub quit: Text,
    /// `{count}`
    pub active: Forms,
    /// Why the computer stays awake. `{count}`
    pub downloading: Forms,
    pub still_running: Text,
    pub in_the_tray: Text,
    pub minimised: Text,
    /// `{name}`
    pub is_ready: Text,
    /// `{size}`, `{folder}`
    pub size_in_folder: Text,
    /// `{count}`
    pub are_ready: Forms,
    /// `{size}`, `{time}`
    pub size_in_time: Text,
    /// `{seconds}`
    pub seconds: Text,
    /// `{minutes}`, `{seconds}`
    pub minutes: Text,
    /// `{hours}`, `{minutes}`
    pub hours: Text,
    pub open: Text,
    pub show_in_folder: Text,
    /// As in the window.
    pub change_link: Text,
    /// `{name}`
    pub needs_you: Text,
    /// `{count}`
    pub need_you: Forms,
    pub open_haul: Text,
    /// `{queue}`
    pub queue_ended: Text,
    /// The queue that is always there, unless it was given another name.
    pub default_queue: Text,
    /// `{count}`
    pub copied: Forms,
    pub download: Text,
    pub cannot_start: Text,
    pub cannot_open: CannotOpen,
}

/// Why the list does not open: one for each [`OpenError`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CannotOpen {
    /// `{path}`
    pub locked: Text,
    /// `{path}`
    pub newer_database: Text,
    /// `{path}`, `{reason}`
    pub folder: Text,
    /// `{reason}`
    pub store: Text,
    /// `{reason}`
    pub certificate: Text,
    /// `{reason}`
    pub tls: Text,
    /// `{reason}`
    pub connections: Text,
}

/// All that the shell needs of a language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ShellWords {
    pub text: ShellText,
    /// What each failure is called, by its code, with its own fields as holes.
    pub failures: BTreeMap<String, Text>,
    pub numbers: Numbers,
}

/// How the language writes numbers and counts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Numbers {
    /// Its ten digits.
    pub digits: Vec<String>,
    pub decimal: String,
    /// The plural category of 0 to 199. Those of larger numbers follow from their last two digits.
    pub categories: Vec<String>,
    /// `{amount}`
    pub per_second: Text,
    /// B, KiB, MiB …
    pub binary: Vec<String>,
    /// B, kB, MB …
    pub decimal_units: Vec<String>,
    /// bit, kbit, Mbit …
    pub bits: Vec<String>,
}

static ENGLISH: LazyLock<Arc<ShellWords>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../words-en.json")).unwrap_or_default());

/// What is built in.
pub(crate) fn english() -> Arc<ShellWords> {
    ENGLISH.clone()
}

/// Those of the last window, or English.
pub(crate) fn read(path: &Path) -> Arc<ShellWords> {
    // A file of another version may lack words: the window brings them again.
    std::fs::read(path).ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_else(english)
}

/// Keeps them for the next start.
pub(crate) fn write(path: &Path, words: &ShellWords) -> std::io::Result<()> {
    let new = path.with_extension("new");
    std::fs::write(&new, serde_json::to_vec(words)?)?;
    std::fs::rename(new, path)
}

impl ShellWords {
    pub fn is_ready(&self, name: &str) -> String {
        fill(&self.text.is_ready, &[("name", name)])
    }

    pub fn size_in_folder(&self, size: &str, folder: &str) -> String {
        fill(&self.text.size_in_folder, &[("size", size), ("folder", folder)])
    }

    pub fn size_in_time(&self, size: &str, took: Duration) -> String {
        let secs = took.as_secs();
        let [hours, minutes, seconds] =
            [secs / 3600, secs / 60 % 60, secs % 60].map(|count| self.digits(&count.to_string()));
        let time = if secs < 60 {
            fill(&self.text.seconds, &[("seconds", &self.digits(&secs.max(1).to_string()))])
        } else if secs < 3600 {
            fill(&self.text.minutes, &[("minutes", &minutes), ("seconds", &seconds)])
        } else {
            fill(&self.text.hours, &[("hours", &hours), ("minutes", &minutes)])
        };
        fill(&self.text.size_in_time, &[("size", size), ("time", &time)])
    }

    pub fn are_ready(&self, count: usize) -> String {
        self.counted(&self.text.are_ready, count)
    }

    pub fn needs_you(&self, name: &str) -> String {
        fill(&self.text.needs_you, &[("name", name)])
    }

    pub fn need_you(&self, count: usize) -> String {
        self.counted(&self.text.need_you, count)
    }

    /// `name`: empty for the one that is always there.
    pub fn queue_ended(&self, name: &str) -> String {
        let name = if name.is_empty() { &self.text.default_queue } else { name };
        fill(&self.text.queue_ended, &[("queue", name)])
    }

    pub fn copied(&self, count: usize) -> String {
        self.counted(&self.text.copied, count)
    }

    pub fn active(&self, count: usize) -> String {
        self.counted(&self.text.active, count)
    }

    pub fn running_at(&self, name: &str, percent: u8) -> String {
        fill(&self.text.running_at, &[("name", name), ("percent", &self.digits(&percent.to_string()))])
    }

    /// So many MiB/s, or MB/s.
    pub fn whole_mega_per_second(&self, count: u64, settings: &Settings) -> String {
        const MEGA: usize = 2;
        let units = if settings.decimal_sizes { &self.numbers.decimal_units } else { &self.numbers.binary };
        let amount = self.amount((count.to_string(), MEGA), units);
        fill(&self.numbers.per_second, &[("amount", &amount)])
    }

    pub fn downloading(&self, count: usize) -> String {
        self.counted(&self.text.downloading, count)
    }

    /// What a failure is called.
    pub fn why(&self, failure: &Failure) -> String {
        let fields = match serde_json::to_value(failure) {
            Ok(serde_json::Value::Object(fields)) => fields,
            Ok(_) | Err(_) => return self.text.open_haul.clone(),
        };
        let text = |name: &str| match fields.get(name) {
            Some(serde_json::Value::String(text)) => Some(text.clone()),
            Some(serde_json::Value::Number(number)) => Some(number.to_string()),
            Some(_) | None => None,
        };
        let Some(words) = text("code").and_then(|code| self.failures.get(&code)) else {
            return self.text.open_haul.clone();
        };
        let holes: Vec<(&str, String)> =
            fields.keys().filter_map(|name| Some((name.as_str(), text(name)?))).collect();
        let holes: Vec<(&str, &str)> = holes.iter().map(|(name, text)| (*name, text.as_str())).collect();
        fill(words, &holes)
    }

    pub fn cannot_open(&self, error: &OpenError) -> String {
        let words = &self.text.cannot_open;
        match error {
            OpenError::Locked { path } => fill(&words.locked, &[("path", &path.to_string_lossy())]),
            OpenError::NewerDatabase { path } => {
                fill(&words.newer_database, &[("path", &path.to_string_lossy())])
            }
            OpenError::Folder { path, source } => {
                fill(&words.folder, &[("path", &path.to_string_lossy()), ("reason", &source.to_string())])
            }
            OpenError::Store(_) | OpenError::Migrate(_) => {
                fill(&words.store, &[("reason", &error.to_string())])
            }
            OpenError::Certificate(reason) => fill(&words.certificate, &[("reason", reason)]),
            OpenError::Tls(reason) => fill(&words.tls, &[("reason", reason)]),
            OpenError::Connections(error) => fill(&words.connections, &[("reason", &error.to_string())]),
        }
    }

    pub fn bytes(&self, count: u64, settings: &Settings) -> String {
        let units = if settings.decimal_sizes { &self.numbers.decimal_units } else { &self.numbers.binary };
        self.amount(Units::of(settings).size(count), units)
    }

    pub fn throughput(&self, bytes_per_second: u64, settings: &Settings) -> String {
        let amount = if settings.speed_in_bits {
            self.amount(Units::bits(bytes_per_second), &self.numbers.bits)
        } else {
            self.bytes(bytes_per_second, settings)
        };
        fill(&self.numbers.per_second, &[("amount", &amount)])
    }

    /// As the window writes it: with the language's digits and its decimal sign.
    pub fn digits(&self, ascii: &str) -> String {
        let sign = |sign: char| match (sign, sign.to_digit(10)) {
            ('.', _) => self.numbers.decimal.clone(),
            (_, Some(digit)) => self.numbers.digits.get(digit as usize).cloned().unwrap_or(sign.into()),
            (other, None) => other.into(),
        };
        ascii.chars().map(sign).collect()
    }

    fn amount(&self, (number, unit): (String, usize), units: &[String]) -> String {
        let unit = units.get(unit).map(String::as_str).unwrap_or_default();
        format!("{} {unit}", self.digits(&number))
    }

    fn counted(&self, forms: &Forms, count: usize) -> String {
        let known = if count < 200 { count } else { 100 + count % 100 };
        let category = self.numbers.categories.get(known).map(String::as_str).unwrap_or("other");
        let text = forms.get(category).or_else(|| forms.get("other")).map(String::as_str).unwrap_or_default();
        fill(text, &[("count", &self.digits(&count.to_string()))])
    }
}

/// What is put in is not looked at again: a file may be called "{name}".
fn fill(text: &str, holes: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        match holes.iter().find(|(hole, _)| *hole == name) {
            Some((_, value)) => filled.push_str(value),
            None => filled.extend(["{", name, "}"]),
        }
        rest = behind;
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(decimal_sizes: bool, speed_in_bits: bool) -> Settings {
        Settings { decimal_sizes, speed_in_bits, ..Settings::default() }
    }

    /// A language with other digits and three forms.
    fn other() -> ShellWords {
        let mut words = ShellWords::clone(&english());
        words.numbers.decimal = "٫".to_owned();
        words.numbers.digits = "٠١٢٣٤٥٦٧٨٩".chars().map(String::from).collect();
        words.numbers.categories =
            (0..200).map(|count| if count % 100 == 2 { "two" } else { "other" }.to_owned()).collect();
        words.text.are_ready = [("two", "a pair"), ("other", "{count} files")]
            .map(|(category, text)| (category.to_owned(), text.to_owned()))
            .into();
        words
    }

    #[test]
    fn english_is_built_in() {
        let words = english();
        assert_eq!(words.text.quit, "Quit");
        assert_eq!((words.numbers.categories.len(), words.numbers.digits.len()), (200, 10));
        assert_eq!(words.are_ready(12), "12 downloads are ready");
        assert_eq!(words.active(1), "1 active");
    }

    #[test]
    fn each_count_has_its_form() {
        let words = other();
        assert_eq!(words.are_ready(2), "a pair");
        assert_eq!(words.are_ready(12_302), "a pair");
        assert_eq!(words.are_ready(15), "١٥ files");
    }

    #[test]
    fn why_the_list_is_refused_reads_as_a_sentence() {
        let error = OpenError::Locked { path: "/h/haul.db".into() };
        let text = english().cannot_open(&error);
        assert!(text.contains("/h/haul.db") && text.ends_with('.'), "{text}");
    }

    #[test]
    fn a_failure_is_called_what_the_window_calls_it() {
        let words = english();
        assert_eq!(words.why(&Failure::WebPage), "A web page instead of the file");
        let lost = words.why(&Failure::TimedOut { host: "a.org".into() });
        assert!(lost.contains("a.org") && !lost.contains('{'), "{lost}");
    }

    #[test]
    fn amounts_are_written_as_in_the_window() {
        let words = english();
        assert_eq!(words.bytes(1536, &settings(false, false)), "1.50 KiB");
        assert_eq!(words.bytes(1536, &settings(true, false)), "1.54 kB");
        assert_eq!(words.throughput(1 << 20, &settings(false, false)), "1.00 MiB/s");
        assert_eq!(words.throughput(1 << 20, &settings(false, true)), "8.39 Mbit/s");
        assert_eq!(other().bytes(1536, &settings(false, false)), "١٫٥٠ KiB");
    }

    #[test]
    fn what_is_put_into_a_text_is_not_looked_at_again() {
        assert_eq!(
            fill("{name} is in {folder} {", &[("name", "{folder}"), ("folder", "a")]),
            "{folder} is in a {"
        );
        assert_eq!(fill("{other}", &[]), "{other}");
    }

    #[test]
    fn the_words_outlast_the_program() {
        let folder = std::env::temp_dir().join(format!("haul-words-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("words.json");
        assert_eq!(read(&path), english());
        write(&path, &other()).unwrap();
        assert_eq!(*read(&path), other());
        std::fs::write(&path, "{\"text\":{}}").unwrap();
        assert_eq!(read(&path), english());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
