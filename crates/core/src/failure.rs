//! What can go wrong, and what to do about it.
//!
//! `remedy` is the one place that decides whether trying again can help. The words for people are in the interface's
//! message files; the ones here are for logs and the command line.

use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::time::Duration;

use crate::{Algorithm, ChecksumSource, RefusedCertificate};

/// Why a download cannot go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Failure {
    #[error("this is not an address: {url}")]
    InvalidUrl { url: String },
    #[error("addresses that begin with \"{scheme}:\" are not supported")]
    UnsupportedScheme { scheme: String },
    #[error("the header \"{name}\" cannot be sent: it holds characters that HTTP does not allow")]
    InvalidHeader { name: String },
    /// From a window or a script that did not check: a connection count, a limit, a checksum.
    #[error("the option \"{option}\" has a value that cannot be")]
    InvalidOption { option: String },

    #[error("there is no network connection")]
    Offline,
    #[error("{host} was not found")]
    HostNotFound { host: String },
    #[error("{host} cannot be reached")]
    Unreachable { host: String },
    #[error("{host} does not answer")]
    TimedOut { host: String },
    #[error("the connection to {host} was lost")]
    ConnectionLost { host: String },
    #[error("the identity of {host} cannot be verified: {reason}")]
    Tls {
        host: String,
        reason: String,
        /// If the certificate was the reason.
        #[serde(default)]
        certificate: Option<Box<RefusedCertificate>>,
    },
    #[error("the proxy {proxy} {fault}")]
    Proxy { proxy: String, fault: ProxyFault },
    #[error("the server redirects in a loop (more than {limit} redirects)")]
    TooManyRedirects { limit: u32 },
    #[error("the server redirects to an address that cannot be followed: {target}")]
    BadRedirect { target: String },

    #[error("{host} wants a user name and password (answer {status})")]
    LoginNeeded { host: String, status: u16 },
    #[error("the server refuses this link (answer {status}); it may have expired")]
    Forbidden { status: u16 },
    #[error("the file is not at this address (answer {status})")]
    NotFound { status: u16 },
    /// 429 and 503: the server asks for patience.
    #[error("the server asks to slow down (answer {status})")]
    Busy { status: u16, retry_after_secs: Option<u32> },
    #[error("the server has a problem (answer {status})")]
    ServerError { status: u16 },
    #[error("the server gave an answer that holds no file ({status})")]
    Refused { status: u16 },
    #[error("the server's answer breaks the rules of HTTP: {fault}")]
    BadAnswer { fault: AnswerFault },
    #[error("the server sent a web page instead of the file")]
    WebPage,
    #[error("the file on the server changed since the download began")]
    SourceChanged {
        #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
        was: Option<u64>,
        #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
        now: Option<u64>,
    },
    /// To go on is to begin at byte 0: the server cannot continue, or gives nothing to recognise the file by. What is there is
    /// too much to be thrown away unasked.
    #[error("the server cannot continue a download: {received} bytes would be fetched again")]
    NotResumable {
        #[cfg_attr(feature = "specta", specta(type = u32))]
        received: u64,
    },
    /// Of a link that took the place of an expired one.
    #[error("the new link leads to another file")]
    OtherFile,
    #[error(
        "the file is complete but not the expected one: its {algorithm} is {actual}, not {expected} as {by} says"
    )]
    ChecksumMismatch {
        algorithm: Algorithm,
        expected: String,
        actual: String,
        #[serde(default)]
        by: ChecksumSource,
    },

    /// The disk does not hold what was written to it; what is wrong was taken out and is fetched again.
    #[error("the disk lost or changed {bytes} bytes of the unfinished file")]
    Damaged {
        #[cfg_attr(feature = "specta", specta(type = u32))]
        bytes: u64,
    },
    #[error("the disk is full: {} not fit in {}", too_much(*missing), folder.display())]
    DiskFull {
        folder: PathBuf,
        /// 0: nobody knows, because nobody knows the size.
        #[cfg_attr(feature = "specta", specta(type = u32))]
        missing: u64,
        /// What must be free for it to go on; 0: nobody knows.
        #[serde(default)]
        #[cfg_attr(feature = "specta", specta(type = u32))]
        needed: u64,
    },
    #[error("the folder {} does not exist and cannot be made", folder.display())]
    FolderMissing { folder: PathBuf },
    #[error("Haul may not write to {}", path.display())]
    NotWritable { path: PathBuf },
    #[error("the unfinished file {} was removed or replaced", path.display())]
    PartFileGone { path: PathBuf },
    #[error("another program of Haul's works on {}", path.display())]
    PartFileBusy { path: PathBuf },
    /// The finished file.
    #[error("{} is not there any more", path.display())]
    FileGone { path: PathBuf },
    #[error("there is something else called {}", path.display())]
    NameTaken { path: PathBuf },
    /// It cannot be moved meanwhile.
    #[error("{} is being repaired", path.display())]
    UnderRepair { path: PathBuf },
    #[error("{} cannot be read or written ({reason})", path.display())]
    Disk { path: PathBuf, reason: String },

    /// A bug in Haul; the log has more. A panic is an outcome, not a silence.
    #[error("Haul made a mistake and stopped this download; the log has more")]
    Internal,
}

fn too_much(missing: u64) -> String {
    if missing == 0 { "the rest does".to_owned() } else { format!("{missing} bytes do") }
}

/// In which way an HTTP answer contradicts itself or the request. RFC 9110 §14, RFC 9112 §6.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum AnswerFault {
    #[error("it is no valid HTTP message")]
    Malformed,
    #[error("it is for another range than was asked for")]
    WrongRange,
    #[error("it holds more bytes than it promised")]
    TooLong,
    #[error("it holds fewer bytes than it promised")]
    TooShort,
    #[error("it is compressed though that was not asked for")]
    Encoded,
    #[error("it redirects without saying where to")]
    NoLocation,
}

/// What a proxy did instead of passing on what it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum ProxyFault {
    #[error("was not found")]
    NotFound,
    #[error("cannot be reached")]
    Unreachable,
    #[error("does not answer")]
    TimedOut,
    #[error("wants a user name and password")]
    LoginNeeded,
    /// It is there, and does not connect to the server.
    #[error("does not connect to the server")]
    Refused,
}

/// What a failure calls for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// The same again after a while, [`Failure::retry_after`] at the soonest.
    RetryLater,
    /// Nothing until the network is back; no try is used up.
    WaitForNetwork,
    /// Only the person can decide: a wish, a log-in, room on the disk.
    AskUser,
    /// The answer will not change.
    GiveUp,
}

impl Failure {
    /// What to do about it.
    pub fn remedy(&self) -> Remedy {
        match self {
            Self::Offline => Remedy::WaitForNetwork,
            Self::HostNotFound { .. }
            | Self::Unreachable { .. }
            | Self::TimedOut { .. }
            | Self::ConnectionLost { .. }
            | Self::Busy { .. }
            | Self::ServerError { .. }
            | Self::Damaged { .. }
            | Self::Proxy {
                fault:
                    ProxyFault::NotFound | ProxyFault::Unreachable | ProxyFault::TimedOut | ProxyFault::Refused,
                ..
            }
            | Self::BadAnswer { fault: AnswerFault::TooShort } => Remedy::RetryLater,
            Self::LoginNeeded { .. }
            | Self::Proxy { fault: ProxyFault::LoginNeeded, .. }
            | Self::SourceChanged { .. }
            | Self::NotResumable { .. }
            | Self::OtherFile
            | Self::WebPage
            | Self::DiskFull { .. }
            | Self::FolderMissing { .. }
            | Self::NotWritable { .. }
            | Self::PartFileGone { .. }
            | Self::PartFileBusy { .. }
            | Self::FileGone { .. }
            | Self::NameTaken { .. }
            | Self::UnderRepair { .. }
            | Self::Disk { .. }
            | Self::ChecksumMismatch { .. } => Remedy::AskUser,
            Self::InvalidUrl { .. }
            | Self::UnsupportedScheme { .. }
            | Self::InvalidHeader { .. }
            | Self::InvalidOption { .. }
            | Self::Tls { .. }
            | Self::TooManyRedirects { .. }
            | Self::BadRedirect { .. }
            | Self::Forbidden { .. }
            | Self::NotFound { .. }
            | Self::Refused { .. }
            | Self::BadAnswer { .. }
            | Self::Internal => Remedy::GiveUp,
        }
    }

    /// Whether it says something about one answer only, so that other connections may go on.
    pub fn is_of_one_answer(&self) -> bool {
        match self {
            Self::Unreachable { .. }
            | Self::TimedOut { .. }
            | Self::ConnectionLost { .. }
            | Self::HostNotFound { .. }
            | Self::Offline
            | Self::Busy { .. }
            | Self::ServerError { .. }
            | Self::LoginNeeded { .. }
            | Self::Forbidden { .. }
            | Self::NotFound { .. }
            | Self::Refused { .. }
            | Self::Tls { .. }
            | Self::Proxy { .. }
            | Self::TooManyRedirects { .. }
            | Self::BadRedirect { .. }
            | Self::WebPage
            | Self::BadAnswer { .. } => true,
            Self::SourceChanged { .. }
            | Self::NotResumable { .. }
            | Self::OtherFile
            | Self::Damaged { .. }
            | Self::DiskFull { .. }
            | Self::FolderMissing { .. }
            | Self::NotWritable { .. }
            | Self::PartFileGone { .. }
            | Self::PartFileBusy { .. }
            | Self::FileGone { .. }
            | Self::NameTaken { .. }
            | Self::UnderRepair { .. }
            | Self::Disk { .. }
            | Self::ChecksumMismatch { .. }
            | Self::InvalidUrl { .. }
            | Self::UnsupportedScheme { .. }
            | Self::InvalidHeader { .. }
            | Self::InvalidOption { .. }
            | Self::Internal => false,
        }
    }

    /// Whether another server may do better.
    pub fn is_of_one_server(&self) -> bool {
        self.is_of_one_answer()
            || matches!(self, Self::SourceChanged { .. } | Self::NotResumable { .. } | Self::OtherFile)
    }

    /// What an HTTP status that is neither a success nor a redirect means. RFC 9110 §15.
    pub fn from_status(status: u16, host: &str, retry_after: Option<Duration>) -> Failure {
        match status {
            401 | 407 => Self::LoginNeeded { host: host.to_owned(), status },
            403 | 451 => Self::Forbidden { status },
            404 | 410 => Self::NotFound { status },
            429 | 503 => Self::Busy {
                status,
                retry_after_secs: retry_after.map(|wait| u32::try_from(wait.as_secs()).unwrap_or(u32::MAX)),
            },
            408 | 500 | 502 | 504 | 520..=530 => Self::ServerError { status },
            _ => Self::Refused { status },
        }
    }

    /// How long the server asked to be left alone, at most an hour: an absurd value must not park a download for ever.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Busy { retry_after_secs: Some(secs), .. } => {
                Some(Duration::from_secs(u64::from(*secs)).min(MAX_RETRY_AFTER))
            }
            _ => None,
        }
    }
}

const MAX_RETRY_AFTER: Duration = Duration::from_secs(3600);
const FIRST_WAIT: Duration = Duration::from_secs(1);
const LONGEST_WAIT: Duration = Duration::from_secs(60);

/// How long to wait before the try after `failures` failures in a row (from 1): 1 s doubled each time up to 60 s, less
/// up to a quarter of it by `jitter` (0.0..1.0), so that many downloads do not knock at once.
pub fn backoff(failures: u32, jitter: f64) -> Duration {
    let doublings = failures.saturating_sub(1).min(6);
    let wait = (FIRST_WAIT * 2u32.pow(doublings)).min(LONGEST_WAIT);
    wait.mul_f64(1.0 - 0.25 * jitter.clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_to_a_minute() {
        let secs: Vec<u64> = (1..=8).map(|n| backoff(n, 0.0).as_secs()).collect();
        assert_eq!(secs, [1, 2, 4, 8, 16, 32, 60, 60]);
        assert_eq!(backoff(1, 1.0), Duration::from_millis(750));
    }

    #[test]
    fn only_what_may_change_is_tried_again() {
        for status in [408, 429, 500, 502, 503, 504] {
            assert_eq!(Failure::from_status(status, "h", None).remedy(), Remedy::RetryLater, "{status}");
        }
        for status in [400, 403, 404, 410, 416, 451, 501] {
            assert_eq!(Failure::from_status(status, "h", None).remedy(), Remedy::GiveUp, "{status}");
        }
        assert_eq!(Failure::from_status(401, "h", None).remedy(), Remedy::AskUser);
    }

    #[test]
    fn a_proxy_is_tried_again_unless_it_wants_a_log_in() {
        let proxy = |fault| Failure::Proxy { proxy: "p:1".into(), fault };
        assert_eq!(proxy(ProxyFault::LoginNeeded).remedy(), Remedy::AskUser);
        assert_eq!(proxy(ProxyFault::Unreachable).remedy(), Remedy::RetryLater);
        assert_eq!(proxy(ProxyFault::TimedOut).to_string(), "the proxy p:1 does not answer");
    }

    #[test]
    fn an_absurd_retry_after_is_bounded() {
        let failure = Failure::from_status(429, "h", Some(Duration::from_secs(u64::MAX)));
        assert_eq!(failure.retry_after(), Some(Duration::from_secs(3600)));
    }
}
