//! For logs and pipes: a line for each file when it ended, and one for whatever was unusual on the way.

use haul_core::LogEntry;
use std::io::Write;

use super::{Reporter, words};
use crate::tracked::{End, Tracked};

pub struct Plain;

impl Reporter for Plain {
    fn warn(&mut self, text: &str) {
        say(text);
    }

    fn note(&mut self, of: &Tracked, entry: &LogEntry) {
        if let Some(note) = words::note(entry) {
            say(&format!("{}: {note}", of.name()));
        }
    }

    fn progress(&mut self, _all: &[Tracked]) {}

    fn ended(&mut self, one: &Tracked) {
        let line = words::ended(one);
        match one.end() {
            Some(End::Completed { .. }) => result(&line),
            Some(End::Failed { .. }) | None => say(&line),
        }
    }

    fn stopped(&mut self, unfinished: &[&Tracked]) {
        for one in unfinished {
            say(&words::kept(one));
        }
        say(words::RESUME);
    }

    fn finish(&mut self, _code: u8) {}
}

fn say(line: &str) {
    // Nobody listens: then there is nobody to tell that nobody listens.
    let _unheard = writeln!(std::io::stderr(), "haul: {}", words::printable(line));
}

fn result(line: &str) {
    let _unheard = writeln!(std::io::stdout(), "{}", words::printable(line));
}
