//! For programs: one object a line on standard output. Field names are stable; a change of meaning raises `schema`.

use haul_core::{Activity, Failure, LogEntry, Remedy, Status};
use serde::Serialize;
use std::borrow::Cow;
use std::io::Write;

use super::Reporter;
use crate::exit_code;
use crate::tracked::{End, Tracked};

const SCHEMA: u32 = 1;

pub struct Json;

/// A line about a download. Sizes are bytes.
#[derive(Debug, Serialize)]
struct Line<'a> {
    schema: u32,
    event: &'static str,
    /// 16 hexadecimal digits, as in aria2; none if it was never taken.
    gid: Option<String>,
    state: &'static str,
    activity: Option<&'static str>,
    name: &'a str,
    path: Option<String>,
    url: &'a str,
    total: Option<u64>,
    done: u64,
    bps: u64,
    eta_s: Option<u32>,
    connections: u32,
    resumable: Option<bool>,
    error: Option<Error>,
    /// What happened; only in a `note`.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a LogEntry>,
    /// The file had been downloaded already; only in a `complete`.
    #[serde(skip_serializing_if = "Option::is_none")]
    already: Option<bool>,
}

#[derive(Debug, Serialize)]
struct Error {
    /// The exit code.
    code: u8,
    kind: String,
    http: Option<u64>,
    message: String,
    hint: Cow<'static, str>,
    retryable: bool,
}

impl From<&Failure> for Error {
    fn from(failure: &Failure) -> Self {
        // A failure is made of numbers and texts: it can always be written.
        let fields = serde_json::to_value(failure).unwrap_or_default();
        Self {
            code: exit_code::of(failure),
            kind: fields["code"].as_str().unwrap_or_default().to_owned(),
            http: fields["status"].as_u64(),
            message: failure.to_string(),
            hint: exit_code::hint(failure),
            retryable: match failure.remedy() {
                Remedy::RetryLater | Remedy::WaitForNetwork => true,
                Remedy::AskUser | Remedy::GiveUp => false,
            },
        }
    }
}

impl<'a> Line<'a> {
    fn of(one: &'a Tracked, event: &'static str) -> Self {
        let row = one.row();
        let error = match (one.end(), one.activity()) {
            (Some(End::Failed { failure }), _) | (None, Some(Activity::Retrying { failure, .. })) => {
                Some(failure.into())
            }
            _ => None,
        };
        Self {
            schema: SCHEMA,
            event,
            gid: one.id.map(|id| format!("{:016x}", id.0)),
            state: state(one),
            activity: one.activity().map(activity),
            name: one.name(),
            path: one.path().map(|path| path.display().to_string()),
            url: &one.url,
            total: one.size(),
            done: one.received(),
            bps: row.map_or(0, |row| row.throughput),
            eta_s: row.and_then(|row| row.eta_secs),
            connections: row.map_or(0, |row| row.connections),
            resumable: row.and_then(|row| row.resumable),
            error,
            note: None,
            already: None,
        }
    }
}

/// aria2's words.
fn state(one: &Tracked) -> &'static str {
    match (one.end(), one.row().map(|row| &row.status)) {
        (Some(End::Completed { .. }), _) => "complete",
        (Some(End::Failed { .. }), _) => "error",
        (None, Some(Status::Running { .. })) => "active",
        (None, Some(Status::Paused)) => "paused",
        (None, Some(Status::Queued | Status::Failed { .. } | Status::Completed { .. }) | None) => "waiting",
    }
}

fn activity(activity: &Activity) -> &'static str {
    match activity {
        Activity::Probing => "probing",
        Activity::Downloading => "downloading",
        Activity::Retrying { .. } => "retrying",
        Activity::WaitingForNetwork => "waitingForNetwork",
        Activity::Verifying { .. } => "verifying",
        Activity::Finishing => "finishing",
    }
}

fn print(line: &impl Serialize) {
    // Nobody reads it any more: the files are wanted all the same.
    if let Ok(text) = serde_json::to_string(line) {
        let _unheard = writeln!(std::io::stdout(), "{text}");
    }
}

impl Reporter for Json {
    fn warn(&mut self, text: &str) {
        print(&serde_json::json!({ "schema": SCHEMA, "event": "warning", "message": text }));
    }

    fn note(&mut self, of: &Tracked, entry: &LogEntry) {
        print(&Line { note: Some(entry), ..Line::of(of, "note") });
    }

    fn progress(&mut self, all: &[Tracked]) {
        for one in all.iter().filter(|one| one.activity().is_some()) {
            print(&Line::of(one, "progress"));
        }
    }

    fn ended(&mut self, one: &Tracked) {
        match one.end() {
            Some(End::Completed { .. }) => {
                print(&Line { already: Some(one.was_there()), ..Line::of(one, "complete") })
            }
            Some(End::Failed { .. }) | None => print(&Line::of(one, "error")),
        }
    }

    fn stopped(&mut self, unfinished: &[&Tracked]) {
        for one in unfinished {
            print(&Line::of(one, "stopped"));
        }
    }

    fn finish(&mut self, code: u8) {
        print(&serde_json::json!({ "schema": SCHEMA, "event": "end", "code": code }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_told_in_numbers_and_words() {
        let failed =
            Tracked::rejected("u".into(), Failure::LoginNeeded { host: "a.org".into(), status: 401 });
        let line = serde_json::to_value(Line::of(&failed, "error")).unwrap();
        assert_eq!(
            (&line["schema"], &line["state"], &line["gid"]),
            (&1.into(), &"error".into(), &serde_json::Value::Null)
        );
        let error = &line["error"];
        assert_eq!(
            (&error["code"], &error["kind"], &error["http"]),
            (&24.into(), &"loginNeeded".into(), &401.into())
        );
        assert_eq!(error["retryable"], false);
    }
}
