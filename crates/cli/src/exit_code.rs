//! What a failure is to the script that called: aria2's exit codes, and the words that say what to do.

use haul_core::{CertificateFault, ChecksumSource, Failure, ProxyFault, RefusedCertificate};
use haul_engine::{EngineError, OpenError};
use std::borrow::Cow;

pub const ALL_DONE: u8 = 0;
pub const UNKNOWN: u8 = 1;
pub const UNFINISHED: u8 = 7;
pub const BAD_OPTION: u8 = 28;
/// A second Ctrl-C, as shells count a process that SIGINT ended.
pub const KILLED: u8 = 130;

/// The exit code of a download that failed.
pub fn of(failure: &Failure) -> u8 {
    match failure {
        Failure::InvalidUrl { .. }
        | Failure::UnsupportedScheme { .. }
        | Failure::InvalidHeader { .. }
        | Failure::InvalidOption { .. } => BAD_OPTION,
        Failure::Offline | Failure::Unreachable { .. } | Failure::ConnectionLost { .. } => 6,
        Failure::HostNotFound { .. } => 19,
        Failure::Proxy { fault: ProxyFault::LoginNeeded, .. } => 24,
        Failure::Proxy { fault: ProxyFault::TimedOut, .. } => 2,
        Failure::Proxy { .. } => 6,
        Failure::TimedOut { .. } => 2,
        Failure::Tls { .. } => 33,
        Failure::TooManyRedirects { .. } | Failure::BadRedirect { .. } => 23,
        Failure::LoginNeeded { .. } => 24,
        Failure::NotFound { .. } => 3,
        Failure::Busy { .. } => 29,
        Failure::Forbidden { .. }
        | Failure::ServerError { .. }
        | Failure::Refused { .. }
        | Failure::BadAnswer { .. } => 22,
        Failure::WebPage => 35,
        Failure::SourceChanged { .. } | Failure::NotResumable { .. } | Failure::OtherFile => 34,
        Failure::ChecksumMismatch { .. } => 32,
        Failure::DiskFull { .. } => 9,
        Failure::FolderMissing { .. } => 18,
        Failure::NotWritable { .. } => 16,
        Failure::PartFileGone { .. }
        | Failure::FileGone { .. }
        | Failure::Damaged { .. }
        | Failure::Disk { .. } => 17,
        Failure::PartFileBusy { .. } | Failure::UnderRepair { .. } => 11,
        Failure::NameTaken { .. } => 13,
        Failure::Internal => UNKNOWN,
    }
}

/// The exit code when the engine would not start.
pub fn of_open(error: &OpenError) -> u8 {
    match error {
        OpenError::Certificate(_) => BAD_OPTION,
        OpenError::Tls(_) | OpenError::Connections(_) => UNKNOWN,
        OpenError::Folder { .. } => 18,
        OpenError::NewerDatabase { .. }
        | OpenError::Locked { .. }
        | OpenError::Store(_)
        | OpenError::Migrate(_) => UNKNOWN,
    }
}

/// The exit code when the engine would not do something.
pub fn of_refusal(error: &EngineError) -> u8 {
    match error {
        EngineError::Settings { .. } => BAD_OPTION,
        EngineError::Rejected { failure } => of(failure),
        EngineError::NoSuchDownload { .. }
        | EngineError::NoSuchQueue { .. }
        | EngineError::Queue { .. }
        | EngineError::FileKept { .. }
        | EngineError::Store { .. }
        | EngineError::Closed => UNKNOWN,
    }
}

/// What the person can do about it, as a sentence.
pub fn hint(failure: &Failure) -> Cow<'static, str> {
    if let Failure::Tls { certificate: Some(refused), .. } = failure {
        return of_certificate(refused).into();
    }
    let hint = match failure {
        Failure::InvalidUrl { .. } => "Write it as https://example.org/file.",
        Failure::UnsupportedScheme { .. } => "Only http and https can be downloaded yet.",
        Failure::InvalidHeader { .. } => "Write it as -H 'Name: value'.",
        Failure::InvalidOption { .. } => "See haul get --help for the values that it can have.",
        Failure::Offline => "Run the same command again once there is a network.",
        Failure::HostNotFound { .. } => "Check the spelling of the address, or whether you are online.",
        Failure::Unreachable { .. } | Failure::TimedOut { .. } | Failure::ConnectionLost { .. } => {
            "Run the same command again later; what is there is kept."
        }
        Failure::Tls { .. } => {
            "Do not trust this address unless you know why; --cacert adds a certificate that you trust."
        }
        Failure::TooManyRedirects { .. } | Failure::BadRedirect { .. } => {
            "Look for a newer link in a browser."
        }
        Failure::Proxy { fault: ProxyFault::LoginNeeded, .. } => {
            "Give its user name and password with --proxy http://NAME:PASSWORD@HOST:PORT."
        }
        Failure::Proxy { .. } => "Check the proxy, or go without one with --proxy none.",
        Failure::LoginNeeded { .. } => "Give the credentials with -H 'Authorization: …' or in the address.",
        Failure::Forbidden { .. } | Failure::NotFound { .. } => {
            "Check the address, or get a new link; --renew NAME goes on with what an earlier run left."
        }
        Failure::Busy { .. } | Failure::ServerError { .. } => {
            "Run the same command again later; what is there is kept."
        }
        Failure::Refused { .. } | Failure::BadAnswer { .. } => "Try it in a browser, or with -x 1.",
        Failure::WebPage => "It is often a log-in page: open the address in a browser, and get a new link.",
        Failure::OtherFile => "Get the link to the same file, or remove the unfinished file to begin anew.",
        Failure::SourceChanged { .. } | Failure::NotResumable { .. } => {
            "Remove the unfinished file to begin anew."
        }
        Failure::ChecksumMismatch { by: ChecksumSource::Person, .. } => {
            "It was fetched twice, with the same result: check the checksum, and the link."
        }
        Failure::ChecksumMismatch {
            by: ChecksumSource::Server | ChecksumSource::Metalink | ChecksumSource::List { .. },
            ..
        } => {
            "It was fetched twice, with the same result: the file may be damaged on the server, or its checksum out of \
             date. Give the right one with --checksum, or do without it: --no-server-checksums."
        }
        Failure::DiskFull { .. } => {
            "Make room and run the same command again, or choose another folder with -d."
        }
        Failure::FolderMissing { .. } => "Choose another folder with -d.",
        Failure::NotWritable { .. } => "Choose another folder with -d, or change its permissions.",
        Failure::PartFileGone { .. } | Failure::FileGone { .. } => {
            "Run the same command again to begin anew."
        }
        Failure::NameTaken { .. } => "Choose another name with -o.",
        Failure::PartFileBusy { .. } | Failure::UnderRepair { .. } => {
            "Another haul is fetching this file already."
        }
        Failure::Damaged { .. } => "Check the disk, then run the same command again.",
        Failure::Disk { .. } => "Check the disk, or choose another folder with -d.",
        Failure::Internal => "Run it again with HAUL_LOG=debug and report what it says.",
    };
    hint.into()
}

/// Who the server says it is, and how to believe it.
fn of_certificate(refused: &RefusedCertificate) -> String {
    let RefusedCertificate { host, port, sha256, subject, issuer, fault, .. } = refused;
    let unknown = || "nobody".to_owned();
    let (subject, issuer) = (subject.clone().unwrap_or_else(unknown), issuer.clone().unwrap_or_else(unknown));
    let said = format!("Nothing was sent. Its certificate is for {subject}, by {issuer}, sha-256 {sha256}.");
    match fault {
        CertificateFault::Revoked => said,
        CertificateFault::Expired
        | CertificateFault::NotYetValid
        | CertificateFault::UnknownIssuer
        | CertificateFault::OtherName
        | CertificateFault::Other => format!(
            "{said} If you know that it is the right one, --trust {host}:{port}={sha256} accepts it for this once."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_aria2s() {
        let host = || "h".to_owned();
        let table = [
            (Failure::TimedOut { host: host() }, 2),
            (Failure::NotFound { status: 404 }, 3),
            (Failure::Unreachable { host: host() }, 6),
            (Failure::DiskFull { folder: "/".into(), missing: 1, needed: 2 }, 9),
            (Failure::PartFileBusy { path: "/a".into() }, 11),
            (Failure::HostNotFound { host: host() }, 19),
            (Failure::Forbidden { status: 403 }, 22),
            (Failure::LoginNeeded { host: host(), status: 401 }, 24),
            (Failure::Busy { status: 503, retry_after_secs: None }, 29),
            (Failure::Tls { host: host(), reason: String::new(), certificate: None }, 33),
            (Failure::SourceChanged { was: None, now: None }, 34),
            (Failure::WebPage, 35),
        ];
        for (failure, code) in table {
            assert_eq!(of(&failure), code, "{failure}");
        }
    }
}
