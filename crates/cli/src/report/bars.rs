//! For a terminal: a bar for each running download, one for all of them, and a line above for whatever ended.

use haul_core::{Activity, DownloadId, LogEntry, units};
use indicatif::{MultiProgress, ProgressBar, ProgressStyle};
use std::collections::HashMap;

use super::{Reporter, words};
use crate::tracked::Tracked;

pub struct Bars {
    all: MultiProgress,
    running: HashMap<DownloadId, ProgressBar>,
    total: Option<ProgressBar>,
}

impl Bars {
    pub fn new() -> Self {
        Self { all: MultiProgress::new(), running: HashMap::new(), total: None }
    }

    fn say(&self, line: &str) {
        // A terminal that is gone is no reason to stop.
        let _unheard = self.all.println(words::printable(line));
    }

    fn show(&mut self, one: &Tracked, id: DownloadId, activity: &Activity) {
        let bar = self.running.entry(id).or_insert_with(|| match &self.total {
            Some(total) => self.all.insert_before(total, ProgressBar::no_length()),
            None => self.all.add(ProgressBar::no_length()),
        });
        bar.set_style(style(one.size().is_some()));
        bar.set_prefix(words::printable(one.name()));
        if let Some(size) = one.size() {
            bar.set_length(size);
        }
        bar.set_position(one.received());
        bar.set_message(doing(one, activity));
    }

    fn show_total(&mut self, all: &[Tracked]) {
        if all.len() < 2 {
            return;
        }
        let total = self.total.get_or_insert_with(|| {
            let style =
                ProgressStyle::with_template("{msg}").unwrap_or_else(|_| ProgressStyle::default_bar());
            self.all.add(ProgressBar::no_length().with_style(style))
        });
        let ended = all.iter().filter(|one| one.end().is_some()).count();
        let throughput: u64 = all
            .iter()
            .filter(|one| one.end().is_none())
            .filter_map(|one| one.row())
            .map(|row| row.throughput)
            .sum();
        total.set_message(format!("{ended} of {} files  {}/s", all.len(), units::bytes(throughput)));
    }
}

/// A bar where the size is known, a sign of life where it is not.
fn style(sized: bool) -> ProgressStyle {
    let template = if sized {
        "{prefix:20!} ▕{wide_bar}▏ {percent:>3} %  {msg}"
    } else {
        "{prefix:20!} {spinner}  {msg}"
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    style.progress_chars("██░")
}

fn doing(one: &Tracked, activity: &Activity) -> String {
    match activity {
        Activity::Probing => "asks the server".to_owned(),
        Activity::Downloading => words::numbers(one),
        Activity::Retrying { failure, attempt, of, .. } => {
            words::printable(&format!("{failure}; waits for try {attempt} of {of}"))
        }
        Activity::WaitingForNetwork => "waits for a network".to_owned(),
        Activity::Verifying { .. } => "compares the checksum".to_owned(),
        Activity::Finishing => "finishes".to_owned(),
    }
}

impl Reporter for Bars {
    fn warn(&mut self, text: &str) {
        self.say(text);
    }

    fn note(&mut self, of: &Tracked, entry: &LogEntry) {
        // What it waits for is in its bar.
        if let LogEntry::Retrying { .. } | LogEntry::WaitingForNetwork = entry {
            return;
        }
        if let Some(note) = words::note(entry) {
            self.say(&format!("{}: {note}", of.name()));
        }
    }

    fn progress(&mut self, all: &[Tracked]) {
        self.show_total(all);
        for one in all {
            if let (Some(id), Some(activity)) = (one.id, one.activity()) {
                self.show(one, id, activity);
            }
        }
    }

    fn ended(&mut self, one: &Tracked) {
        if let Some(bar) = one.id.and_then(|id| self.running.remove(&id)) {
            bar.finish_and_clear();
            self.all.remove(&bar);
        }
        self.say(&words::ended(one));
    }

    fn stopped(&mut self, unfinished: &[&Tracked]) {
        for one in unfinished {
            self.say(&words::kept(one));
        }
        self.say(words::RESUME);
    }

    fn finish(&mut self, _code: u8) {
        // A terminal that is gone needs no cleaning.
        let _unheard = self.all.clear();
    }
}
