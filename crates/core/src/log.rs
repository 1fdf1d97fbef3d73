//! What happened to a download, as data: the words are the interface's business.

use jiff::Timestamp as Moment;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::path::PathBuf;

use crate::download::host_of;
use crate::{Checksum, Failure, Finding, Resource, Timestamp, filename};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct LogLine {
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub at: Timestamp,
    pub entry: LogEntry,
}

/// A line as it is told to programs, and to whoever is asked for help: with its time in UTC, as people write it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToldLine {
    at: String,
    #[serde(flatten)]
    entry: LogEntry,
}

impl From<LogLine> for ToldLine {
    fn from(LogLine { at, entry }: LogLine) -> Self {
        let moment = i64::try_from(at).ok().and_then(|at| Moment::from_millisecond(at).ok());
        Self { at: moment.unwrap_or_default().to_string(), entry }
    }
}

/// One thing that happened to a download.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum LogEntry {
    Added,
    Started,
    /// The server said what it holds.
    Probed {
        #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
        size: Option<u64>,
        resumable: bool,
        host: String,
    },
    /// The name it was to have cannot be stored.
    Renamed {
        wanted: String,
        name: String,
    },
    /// The name it was to have is another file's.
    Numbered {
        wanted: String,
        name: String,
    },
    /// The file that had its name went to the trash.
    Replaced {
        name: String,
    },
    /// The file that has the name it wanted could not go to the trash.
    NotReplaced {
        wanted: String,
        name: String,
    },
    /// Somebody gave it another name or folder.
    Relocated {
        path: PathBuf,
    },
    /// Somebody gave it another link.
    Renewed {
        host: String,
    },
    /// Somebody accepted a certificate by hand that was refused.
    Trusted {
        host: String,
        sha256: String,
    },
    /// Goes on from the bytes that were kept.
    Resumed {
        #[cfg_attr(feature = "specta", specta(type = u32))]
        received: u64,
    },
    /// So much of it was aria2's, and is used from now on.
    TakenOver {
        #[cfg_attr(feature = "specta", specta(type = u32))]
        bytes: u64,
    },
    /// What aria2 has of it is not used; begins at byte 0.
    NotTakenOver {
        reason: NotTakenOver,
    },
    /// The disk does not hold these any more as they were written: they are fetched again.
    Damaged {
        #[cfg_attr(feature = "specta", specta(type = u32))]
        bytes: u64,
    },
    /// What was there of an earlier version of the file stays, under a name of its own.
    PartKept {
        path: PathBuf,
    },
    /// What was there cannot be used; begins at byte 0.
    StartedOver {
        reason: StartOverReason,
    },
    /// A mirror has the same file: parts of it come from there, or all that is missing.
    MirrorUsed {
        host: String,
    },
    /// A server, the first or a mirror, is no longer asked; the others go on.
    MirrorDropped {
        host: String,
        failure: Failure,
    },
    /// One connection failed; the others go on.
    ConnectionFailed {
        failure: Failure,
    },
    /// The server takes no more connections than this.
    FewerConnections {
        connections: u32,
    },
    Retrying {
        failure: Failure,
        attempt: u32,
        wait_secs: u32,
    },
    WaitingForNetwork,
    /// There is room again on the disk that was full: it goes on by itself.
    RoomAgain,
    Paused,
    Queued,
    Verified {
        checksum: Checksum,
        #[serde(default)]
        source: ChecksumSource,
    },
    /// It should be looked at twice before it is opened.
    Caution {
        caution: Caution,
    },
    /// The same file had been downloaded already.
    AlreadyComplete,
    Completed {
        #[cfg_attr(feature = "specta", specta(type = u32))]
        size: u64,
        /// Milliseconds since its last start.
        #[cfg_attr(feature = "specta", specta(type = u32))]
        took_ms: u64,
    },
    Failed {
        failure: Failure,
    },
    /// The finished file was read again.
    Checked {
        finding: Finding,
    },
    /// So many bytes of the finished file were fetched again, and it is as it was.
    Repaired {
        #[cfg_attr(feature = "specta", specta(type = u32))]
        bytes: u64,
    },
    /// The finished file stays as it is.
    NotRepaired {
        failure: Failure,
    },
}

impl LogEntry {
    /// What the server said that it holds.
    pub fn probed(resource: &Resource) -> Self {
        Self::Probed { size: resource.size, resumable: resource.ranges, host: host_of(&resource.final_url) }
    }
}

/// What speaks against opening a file without a thought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Caution {
    /// Opening it runs it, and it came unencrypted: anybody on the way may have changed it.
    ExecutableInTheOpen,
    /// It looks like a document and runs when it is opened: `invoice.pdf.exe`.
    HidesItsKind,
}

impl Caution {
    /// All that hold for a file called `name` that came over `urls`: where it was asked for and where redirects led.
    pub fn of(name: &str, urls: &[&str]) -> Vec<Self> {
        let in_the_open = urls.iter().any(|url| url.starts_with("http:"));
        let cautions = [
            (filename::is_executable(name) && in_the_open, Self::ExecutableInTheOpen),
            (filename::hides_its_kind(name), Self::HidesItsKind),
        ];
        cautions.into_iter().filter_map(|(holds, caution)| holds.then_some(caution)).collect()
    }
}

/// Who said what the checksum of a file is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum ChecksumSource {
    /// Whoever added the download.
    #[default]
    Person,
    /// The server, in the head of its answer.
    Server,
    /// The Metalink description that the server names.
    Metalink,
    /// A list of this name, beside the file on the same server.
    List { name: String },
}

impl fmt::Display for ChecksumSource {
    /// Who that is, in the middle of a sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person => f.write_str("whoever asked for it"),
            Self::Server => f.write_str("the server"),
            Self::Metalink => f.write_str("the server's Metalink description"),
            Self::List { name } => write!(f, "{name} on the same server"),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum StartOverReason {
    /// The file on the server is another one now.
    SourceChanged,
    /// The server cannot continue, or gives nothing to recognise the file by.
    NotResumable,
    /// The unfinished file was not there any more, or its record was damaged.
    PartFileLost,
    /// What came is not what its checksum says, and the disk holds it as it came.
    WrongChecksum,
    /// The person asked for it.
    Asked,
}

/// Why what another program has of a file is of no use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum NotTakenOver {
    /// Its record of what it has is damaged, or does not fit its file.
    BadRecord,
    /// Its file, or the record, cannot be read.
    Unreadable,
    /// The server has another file: by its size or by its bytes.
    OtherFile,
    /// The server cannot continue.
    NotResumable,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_runs_calls_for_caution() {
        let (open, safe) = ("http://a.org/x", "https://a.org/x");
        assert_eq!(Caution::of("setup.exe", &[open, ""]), [Caution::ExecutableInTheOpen]);
        assert_eq!(Caution::of("setup.exe", &[safe, open]), [Caution::ExecutableInTheOpen]);
        assert_eq!(Caution::of("setup.exe", &[safe, safe]), []);
        assert_eq!(Caution::of("a.pdf.exe", &[safe]), [Caution::HidesItsKind]);
        assert_eq!(Caution::of("a.pdf", &[open]), []);
    }

    #[test]
    fn a_line_is_told_with_its_time_as_people_write_it() {
        let line = LogLine { at: 1_767_323_042_000, entry: LogEntry::Resumed { received: 5 } };
        let told = serde_json::to_string(&ToldLine::from(line)).unwrap();
        assert_eq!(told, r#"{"at":"2026-01-02T03:04:02Z","kind":"resumed","received":5}"#);
    }
}
