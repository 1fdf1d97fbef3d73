//! The menu of the tray icon: what is in it, as values that can be compared, and as the desktop's own.

use haul_core::{DownloadId, Settings, Speed};
use tauri::menu::{CheckMenuItem, IsMenuItem, Menu, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Wry};

use crate::active::{Active, Running};
use crate::words::ShellWords;

/// Limits that are offered, in MiB/s, or MB/s where sizes are in thousands.
const LIMITS: [u64; 3] = [1, 5, 10];
/// Signs of a name that a menu has room for.
const LONGEST_NAME: usize = 40;

/// What an entry does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    Show,
    AddFromClipboard,
    Mini,
    PauseAll,
    ResumeAll,
    Turtle,
    Unlimited,
    Limit(u64),
    OtherLimit,
    Download(DownloadId),
    Settings,
    Quit,
}

const PLAIN: [(Choice, &str); 10] = [
    (Choice::Show, "show"),
    (Choice::AddFromClipboard, "add-from-clipboard"),
    (Choice::Mini, "mini"),
    (Choice::PauseAll, "pause-all"),
    (Choice::ResumeAll, "resume-all"),
    (Choice::Turtle, "turtle"),
    (Choice::Unlimited, "unlimited"),
    (Choice::OtherLimit, "other-limit"),
    (Choice::Settings, "settings"),
    (Choice::Quit, "quit"),
];

impl Choice {
    pub fn read(id: &str) -> Option<Choice> {
        if let Some((choice, _)) = PLAIN.iter().find(|(_, known)| *known == id) {
            return Some(*choice);
        }
        let (kind, number) = id.split_once(':')?;
        match kind {
            "limit" => number.parse().ok().map(Choice::Limit),
            "download" => number.parse().ok().map(|number| Choice::Download(DownloadId(number))),
            _ => None,
        }
    }

    fn id(self) -> String {
        match self {
            Choice::Limit(limit) => format!("limit:{limit}"),
            Choice::Download(id) => format!("download:{}", id.0),
            plain => PLAIN.iter().find(|(choice, _)| *choice == plain).map_or("", |(_, id)| id).to_owned(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Entry {
    Plain(Choice, String),
    /// With a tick, or without.
    Ticked(Choice, String, bool),
    Under(String, Vec<Entry>),
    Line,
}

/// The menu from top to bottom.
pub(super) fn entries(words: &ShellWords, settings: &Settings, active: &Active) -> Vec<Entry> {
    let text = &words.text;
    let plain = |choice, label: &String| Entry::Plain(choice, label.clone());
    let mut entries = vec![
        plain(Choice::Show, &text.show),
        plain(Choice::AddFromClipboard, &text.add_from_clipboard),
        plain(Choice::Mini, &text.mini_window),
        Entry::Line,
        plain(Choice::PauseAll, &text.pause_all),
        plain(Choice::ResumeAll, &text.resume_all),
        Entry::Ticked(Choice::Turtle, text.turtle.clone(), settings.speed == Speed::Turtle),
        Entry::Under(text.limit.clone(), limits(words, settings)),
        Entry::Line,
    ];
    if !active.first.is_empty() {
        entries
            .extend(active.first.iter().map(|one| Entry::Plain(Choice::Download(one.id), label(words, one))));
        entries.push(Entry::Line);
    }
    entries.extend([plain(Choice::Settings, &text.settings), plain(Choice::Quit, &text.quit)]);
    entries
}

fn limits(words: &ShellWords, settings: &Settings) -> Vec<Entry> {
    let unit = if settings.decimal_sizes { 1_000_000 } else { 1 << 20 };
    let unlimited = match settings.speed {
        Speed::Unlimited => true,
        Speed::Limited => settings.limit.is_none(),
        Speed::Turtle => false,
    };
    let in_force = settings.limit.filter(|_| settings.speed == Speed::Limited);
    let offered = LIMITS.map(|count| (count * unit, words.whole_mega_per_second(count, settings)));
    let is_other = in_force.is_some_and(|limit| offered.iter().all(|(one, _)| *one != limit));
    let other = match in_force {
        Some(limit) if is_other => words.throughput(limit, settings),
        Some(_) | None => words.text.other_limit.clone(),
    };
    let mut entries = vec![Entry::Ticked(Choice::Unlimited, words.text.unlimited.clone(), unlimited)];
    entries.extend(
        offered.map(|(limit, label)| Entry::Ticked(Choice::Limit(limit), label, in_force == Some(limit))),
    );
    if is_other {
        entries.push(Entry::Ticked(Choice::OtherLimit, other, true));
    } else {
        entries.push(Entry::Plain(Choice::OtherLimit, other));
    }
    entries
}

fn label(words: &ShellWords, one: &Running) -> String {
    let name = shortened(&one.name);
    match one.percent {
        Some(percent) => words.running_at(&name, percent),
        None => name,
    }
}

/// With its end, which says what kind of file it is.
fn shortened(name: &str) -> String {
    let signs: Vec<char> = name.chars().collect();
    if signs.len() <= LONGEST_NAME {
        return name.to_owned();
    }
    let half = LONGEST_NAME / 2;
    let (start, end) = (&signs[..half], &signs[signs.len() - half..]);
    start.iter().chain(['…'].iter()).chain(end).collect()
}

pub(super) fn build(app: &AppHandle, entries: &[Entry]) -> tauri::Result<Menu<Wry>> {
    let menu = Menu::new(app)?;
    for entry in entries {
        menu.append(item(app, entry)?.as_ref())?;
    }
    Ok(menu)
}

fn item(app: &AppHandle, entry: &Entry) -> tauri::Result<Box<dyn IsMenuItem<Wry>>> {
    Ok(match entry {
        Entry::Plain(choice, label) => {
            Box::new(MenuItem::with_id(app, choice.id(), literal(label), true, None::<&str>)?)
        }
        Entry::Ticked(choice, label, ticked) => {
            Box::new(CheckMenuItem::with_id(app, choice.id(), literal(label), true, *ticked, None::<&str>)?)
        }
        Entry::Under(label, entries) => {
            let under = Submenu::new(app, literal(label), true)?;
            for entry in entries {
                under.append(item(app, entry)?.as_ref())?;
            }
            Box::new(under)
        }
        Entry::Line => Box::new(PredefinedMenuItem::separator(app)?),
    })
}

/// A single one would mark the letter after it for the keyboard.
fn literal(label: &str) -> String {
    label.replace('&', "&&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::english;

    fn labels(entries: &[Entry]) -> Vec<String> {
        let label = |entry: &Entry| match entry {
            Entry::Plain(_, label) => label.clone(),
            Entry::Ticked(_, label, ticked) => format!("{} {label}", if *ticked { "✓" } else { "–" }),
            Entry::Under(label, entries) => format!("{label} ({})", labels(entries).join(", ")),
            Entry::Line => "—".to_owned(),
        };
        entries.iter().map(label).collect()
    }

    #[test]
    fn what_runs_is_between_the_speed_and_the_end() {
        let run = |id, name: &str, percent| Running { id: DownloadId(id), name: name.to_owned(), percent };
        let long = format!("{}.iso", "x".repeat(80));
        let active = Active { first: vec![run(3, "a & b.zip", Some(62)), run(4, &long, None)], share: None };
        let settings = Settings { speed: Speed::Turtle, limit: Some(5 << 20), ..Settings::default() };
        let found = labels(&entries(&english(), &settings, &active));
        let limit = "Limit (– Unlimited, – 1 MiB/s, – 5 MiB/s, – 10 MiB/s, Other…)";
        assert_eq!(found[4..9], ["Pause all", "Resume all", "✓ Turtle", limit, "—"]);
        assert_eq!(found[9], "a & b.zip 62 %");
        assert!(found[10].ends_with("xxx.iso") && found[10].chars().count() == 41, "{}", found[10]);
        assert_eq!(found[11..], ["—", "Settings", "Quit"]);
    }

    #[test]
    fn the_limit_in_force_has_the_tick() {
        let with = |limit| Settings { speed: Speed::Limited, limit, ..Settings::default() };
        let ticked = |limit| {
            let found = labels(&limits(&english(), &with(limit)));
            found.into_iter().find(|label| label.starts_with('✓')).unwrap()
        };
        assert_eq!(ticked(None), "✓ Unlimited");
        assert_eq!(ticked(Some(5 << 20)), "✓ 5 MiB/s");
        assert_eq!(ticked(Some(3 << 20)), "✓ 3.00 MiB/s");
    }

    #[test]
    fn an_entry_is_found_again_by_its_id() {
        for choice in PLAIN
            .map(|(choice, _)| choice)
            .into_iter()
            .chain([Choice::Limit(7), Choice::Download(DownloadId(9))])
        {
            assert_eq!(Choice::read(&choice.id()), Some(choice));
        }
        assert_eq!(Choice::read("nonsense"), None);
    }
}
