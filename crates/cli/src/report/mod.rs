//! How a run is shown: bars on a terminal, a line a file elsewhere, JSON for programs, or nothing.

mod bars;
mod json;
mod plain;
mod words;

use haul_core::LogEntry;
use std::io::IsTerminal;

use crate::args::GetArgs;
use crate::tracked::Tracked;

/// Shows what happens. None of it can fail: a closed terminal is no reason to stop a download.
pub trait Reporter {
    /// Something about the command line itself.
    fn warn(&mut self, text: &str);
    /// A new line in the log of a download.
    fn note(&mut self, of: &Tracked, entry: &LogEntry);
    /// Numbers changed.
    fn progress(&mut self, all: &[Tracked]);
    /// This one ended.
    fn ended(&mut self, one: &Tracked);
    /// A signal stopped what has not ended.
    fn stopped(&mut self, unfinished: &[&Tracked]);
    /// Nothing more will come.
    fn finish(&mut self, code: u8);
}

/// The reporter that the flags and the terminal call for.
pub fn reporter(args: &GetArgs) -> Box<dyn Reporter> {
    let dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb");
    if args.quiet {
        Box::new(Quiet)
    } else if args.json {
        Box::new(json::Json)
    } else if std::io::stderr().is_terminal() && !dumb {
        Box::new(bars::Bars::new())
    } else {
        Box::new(plain::Plain)
    }
}

/// Says nothing: the exit code does.
struct Quiet;

impl Reporter for Quiet {
    fn warn(&mut self, _text: &str) {}
    fn note(&mut self, _of: &Tracked, _entry: &LogEntry) {}
    fn progress(&mut self, _all: &[Tracked]) {}
    fn ended(&mut self, _one: &Tracked) {}
    fn stopped(&mut self, _unfinished: &[&Tracked]) {}
    fn finish(&mut self, _code: u8) {}
}
