//! Certificates that a person accepts by hand: for one download, until it ends or is stopped, and never written down.

use haul_core::{CertificateFault, DownloadId, Failure, LogEntry, Rest, Resting};

use super::Dispatcher;
use crate::EngineError;
use crate::protocol::Pin;

impl Dispatcher {
    /// Tries a download again that failed because of the certificate with this fingerprint, and accepts that where it was shown.
    pub(super) async fn trust_once(&mut self, id: DownloadId, sha256: &str) -> Result<(), EngineError> {
        self.known(&[id]).await?;
        let Some(download) = self.read_one(id).await? else { return Ok(()) };
        let Rest::Failed { failure } = &download.rest else {
            let is_trusted =
                self.trusted.get(&id).is_some_and(|pins| pins.iter().any(|pin| pin.sha256 == sha256));
            let failure = Failure::InvalidOption { option: "trust".to_owned() };
            return if is_trusted { Ok(()) } else { Err(EngineError::Rejected { failure }) };
        };
        let Failure::Tls { certificate: Some(refused), .. } = failure else {
            return Err(EngineError::Rejected { failure: failure.clone() });
        };
        // Another one than the person looked at, or one that nobody may accept.
        if refused.sha256 != sha256 || refused.fault == CertificateFault::Revoked {
            return Err(EngineError::Rejected { failure: failure.clone() });
        }
        let (host, port, sha256) = (refused.host.clone(), refused.port, sha256.to_owned());
        self.note_log(id, LogEntry::Trusted { host: host.clone(), sha256: sha256.clone() });
        self.trusted.entry(id).or_default().push(Pin { host, port, sha256 });
        self.wish(&[id], Resting::Queued, |entry| entry.resting == Resting::Failed).await?;
        Ok(())
    }

    /// Whoever asks for something else asks to be asked again.
    pub(super) fn distrust(&mut self, ids: &[DownloadId]) {
        self.trusted.retain(|id, _| !ids.contains(id));
    }

    /// What was accepted counts until the transfer ends; another certificate, of where a redirect leads, may be looked at first.
    pub(super) fn distrust_after(&mut self, id: DownloadId, rest: &Rest) {
        let goes_on = match rest {
            Rest::Queued | Rest::Failed { failure: Failure::Tls { certificate: Some(_), .. } } => true,
            Rest::Paused | Rest::Failed { .. } | Rest::Completed { .. } => false,
        };
        if !goes_on {
            self.trusted.remove(&id);
        }
    }
}
