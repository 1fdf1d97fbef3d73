//! Whether a server is who it says: the system's authorities decide, or a certificate that a person accepted by hand. What is
//! refused is remembered in the error, so that a person can look at it.

use haul_core::CertificateFault;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, DigitallySignedStruct, Error, OtherError, SignatureScheme};
use rustls_platform_verifier::Verifier;
use sha2::{Digest, Sha256};
use std::fmt;
use std::sync::Arc;

/// What webpki calls an authority that shows its own certificate as a server's; rustls passes it on as it is.
const AUTHORITY_ITSELF: &str = "CaUsedAsEndEntity";

/// A certificate that did not hold. As the source of an error it says why, in rustls's words where there are none for it here.
#[derive(Debug)]
pub struct Refused {
    pub certificate: Vec<u8>,
    why: Error,
}

impl Refused {
    pub fn fault(&self) -> CertificateFault {
        use CertificateFault as Fault;
        let Error::InvalidCertificate(why) = &self.why else { return Fault::Other };
        match why {
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => Fault::Expired,
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => Fault::NotYetValid,
            CertificateError::UnknownIssuer => Fault::UnknownIssuer,
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                Fault::OtherName
            }
            CertificateError::Revoked => Fault::Revoked,
            // As `openssl req -x509` makes them: signed by itself, and marked as an authority.
            CertificateError::Other(why) if why.0.to_string() == AUTHORITY_ITSELF => Fault::UnknownIssuer,
            // There are more with each version of rustls.
            _ => Fault::Other,
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.fault() {
            CertificateFault::Other => self.why.fmt(f),
            fault => fault.fmt(f),
        }
    }
}

impl std::error::Error for Refused {}

/// The SHA-256 of a certificate, in lower-case hexadecimal digits.
pub fn fingerprint(certificate: &[u8]) -> String {
    Sha256::digest(certificate).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Asks the system, and makes an exception for what was accepted by hand.
#[derive(Debug, Clone)]
pub struct Verifying {
    system: Arc<Verifier>,
    exception: Option<Exception>,
}

/// These certificates, for this name and no other.
#[derive(Debug, Clone)]
struct Exception {
    host: ServerName<'static>,
    certificates: Vec<String>,
}

impl Verifying {
    pub fn new(system: Verifier) -> Self {
        Self { system: Arc::new(system), exception: None }
    }

    /// The same, but for `certificates` (their SHA-256) that `host` may show.
    pub fn accepting(&self, host: &str, certificates: Vec<String>) -> Self {
        let host = ServerName::try_from(host.trim_matches(['[', ']']).to_owned());
        // What is no name is nobody's, and nothing is accepted from it.
        let exception = host.ok().map(|host| Exception { host, certificates });
        Self { system: self.system.clone(), exception }
    }

    fn accepts(&self, refused: &Refused, host: &ServerName<'_>) -> bool {
        // Whoever took it back knows that somebody else has its key.
        refused.fault() != CertificateFault::Revoked
            && self.exception.as_ref().is_some_and(|exception| {
                exception.host == *host && exception.certificates.contains(&fingerprint(&refused.certificate))
            })
    }
}

impl ServerCertVerifier for Verifying {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let judged =
            self.system.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now);
        let Err(why) = judged else { return judged };
        let refused = Refused { certificate: end_entity.to_vec(), why };
        if self.accepts(&refused, server_name) {
            return Ok(ServerCertVerified::assertion());
        }
        Err(Error::InvalidCertificate(CertificateError::Other(OtherError(Arc::new(refused)))))
    }

    // That the server has the key of the certificate is proven in any case.
    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.system.verify_tls12_signature(message, certificate, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.system.verify_tls13_signature(message, certificate, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.system.supported_verify_schemes()
    }
}
