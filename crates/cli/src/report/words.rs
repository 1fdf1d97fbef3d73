//! What happened, in words for a terminal.

use haul_core::{Caution, LogEntry, NotTakenOver, StartOverReason, units};
use std::time::Duration;

use crate::exit_code;
use crate::tracked::{End, Tracked, shown};

/// A line of the log that a person in front of a terminal wants to know of; none for the rest.
pub fn note(entry: &LogEntry) -> Option<String> {
    let text = match entry {
        LogEntry::Renamed { wanted, name } => {
            format!("will be called {name}, because {wanted} cannot be stored")
        }
        LogEntry::Numbered { wanted, name } => {
            format!("will be called {name}, because there is another file called {wanted}")
        }
        LogEntry::Replaced { name } => format!("takes the place of a file called {name}, which is in the trash"),
        LogEntry::NotReplaced { wanted, name } => {
            format!("is called {name}: a file called {wanted} could not go to the trash, and stays")
        }
        LogEntry::Resumed { received } => format!("goes on after {}", units::bytes(*received)),
        LogEntry::TakenOver { bytes } => format!("takes over {} from aria2", units::bytes(*bytes)),
        LogEntry::NotTakenOver { reason } => {
            format!("begins anew, without what aria2 has of it: {}", not_taken_over(*reason))
        }
        LogEntry::Damaged { bytes } => {
            format!(
                "the disk no longer held {} as they were written; fetches them again",
                units::bytes(*bytes)
            )
        }
        LogEntry::StartedOver { reason } => format!("begins anew: {}", start_over(*reason)),
        LogEntry::FewerConnections { connections } => {
            format!("the server takes no more than {connections} connections")
        }
        LogEntry::Retrying { failure, attempt, wait_secs } => {
            format!("{failure}; try {attempt} follows in {wait_secs} s")
        }
        LogEntry::Caution { caution: Caution::ExecutableInTheOpen } => {
            "is a program, and came unencrypted: somebody on the way may have changed it".to_owned()
        }
        LogEntry::Caution { caution: Caution::HidesItsKind } => {
            "is a program that looks like a document: do not open it unless you expected one".to_owned()
        }
        LogEntry::MirrorDropped { host, failure } => format!("{host} is not asked any more: {failure}"),
        LogEntry::Verified { checksum, source } => {
            format!("is verified: its {} is what {source} says", checksum.algorithm)
        }
        LogEntry::RoomAgain => "goes on: there is room on the disk again".to_owned(),
        LogEntry::WaitingForNetwork => "waits for a network".to_owned(),
        LogEntry::Added
        | LogEntry::Renewed { .. }
        | LogEntry::Relocated { .. }
        | LogEntry::PartKept { .. }
        | LogEntry::Trusted { .. }
        | LogEntry::Started
        | LogEntry::Probed { .. }
        | LogEntry::MirrorUsed { .. }
        | LogEntry::ConnectionFailed { .. }
        | LogEntry::Paused
        | LogEntry::Queued
        | LogEntry::AlreadyComplete
        | LogEntry::Completed { .. }
        | LogEntry::Failed { .. }
        // Of what is on a list, which a command has not.
        | LogEntry::Checked { .. }
        | LogEntry::Repaired { .. }
        | LogEntry::NotRepaired { .. } => return None,
    };
    Some(text)
}

fn start_over(reason: StartOverReason) -> &'static str {
    match reason {
        StartOverReason::SourceChanged => "the file on the server changed",
        StartOverReason::NotResumable => "the server cannot continue a download",
        StartOverReason::PartFileLost => "the unfinished file was lost or damaged",
        StartOverReason::WrongChecksum => "what came does not have its checksum",
        StartOverReason::Asked => "as asked",
    }
}

fn not_taken_over(reason: NotTakenOver) -> &'static str {
    match reason {
        NotTakenOver::BadRecord => "its record of it is damaged",
        NotTakenOver::Unreadable => "it cannot be read",
        NotTakenOver::OtherFile => "the server has another file",
        NotTakenOver::NotResumable => "the server cannot continue a download",
    }
}

/// How it ended, in one line.
pub fn ended(one: &Tracked) -> String {
    match one.end() {
        Some(End::Completed { path }) if one.was_there() => format!("{} is complete already", shown(path)),
        Some(End::Completed { path }) => {
            format!("{} is complete: {}", shown(path), units::bytes(one.received()))
        }
        // Nothing was begun: the failure itself names the address.
        Some(End::Failed { failure }) if one.id.is_none() => {
            format!("{failure}. {}", exit_code::hint(failure))
        }
        Some(End::Failed { failure }) => format!("{}: {failure}. {}", one.name(), exit_code::hint(failure)),
        None => format!("{} is not complete", one.name()),
    }
}

/// What is kept of a download that was stopped.
pub fn kept(one: &Tracked) -> String {
    let received = units::bytes(one.received());
    let resumable = one.row().and_then(|row| row.resumable) != Some(false);
    match one.size() {
        _ if !resumable => format!("{}: the server cannot continue it, it will begin anew", one.name()),
        Some(size) => format!("{}: {received} of {} are kept", one.name(), units::bytes(size)),
        None => format!("{}: {received} are kept", one.name()),
    }
}

/// How to go on after a stop.
pub const RESUME: &str = "Stopped. To go on, run the same command again.";

/// `1.90/3.60 GiB 41.2 MiB/s 0:42 8 conn`, as far as it is known.
pub fn numbers(one: &Tracked) -> String {
    let Some(row) = one.row() else { return String::new() };
    let mut parts = vec![match row.size {
        Some(size) => share(row.received, size),
        None => units::bytes(row.received),
    }];
    parts.push(format!("{}/s", units::bytes(row.throughput)));
    if let Some(secs) = row.eta_secs {
        parts.push(units::duration(Duration::from_secs(u64::from(secs))));
    }
    parts.push(format!("{} conn", row.connections));
    parts.join(" ")
}

/// `1.90/3.60 GiB`: the unit is said once where it is the same.
fn share(received: u64, size: u64) -> String {
    let (received, size) = (units::bytes(received), units::bytes(size));
    let unit = |text: &str| text.rsplit_once(' ').map(|(_, unit)| unit.to_owned());
    match received.rsplit_once(' ') {
        Some((number, _)) if unit(&received) == unit(&size) => format!("{number}/{size}"),
        _ => format!("{received}/{size}"),
    }
}

/// Without what would move the cursor or colour the terminal: addresses and server names come from strangers.
pub fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_do_not_paint_the_terminal() {
        assert_eq!(printable("a\u{1b}[31mb\r\n"), "a\u{fffd}[31mb\u{fffd}\u{fffd}");
    }

    #[test]
    fn a_share_names_its_unit_once() {
        assert_eq!(share(60 << 20, 286 << 20), "60.0/286 MiB");
        assert_eq!(share(60 << 20, 3 << 30), "60.0 MiB/3.00 GiB");
    }

    #[test]
    fn starting_over_is_said() {
        let note = note(&LogEntry::StartedOver { reason: StartOverReason::SourceChanged }).unwrap();
        assert_eq!(note, "begins anew: the file on the server changed");
    }
}
