//! Whom TLS trusts: the system's authorities and the consumer's own. Read once for all clients, because the system keeps
//! them in hundreds of files.

use rustls::ClientConfig;
use rustls::client::Resumption;
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls_platform_verifier::Verifier;
use std::sync::Arc;

use super::verifying::Verifying;
use crate::OpenError;

/// The names of the protocols that a connection may turn out to speak, best first. RFC 7301.
const ANY: [&[u8]; 2] = [b"h2", b"http/1.1"];
const SEPARATE: [&[u8]; 1] = [b"http/1.1"];

/// How connections are secured.
#[derive(Debug, Clone)]
pub struct Tls {
    config: ClientConfig,
    verifying: Verifying,
}

impl Tls {
    /// Trusts `extra_roots` (PEM, one certificate or more each) beside the system's, and shows `identity` (PEM, with its
    /// private key) to servers that ask for one. Blocks.
    ///
    /// # Errors
    /// `Certificate` if one of them is none, `Tls` if there is nothing to trust.
    pub fn trusting(extra_roots: &[Vec<u8>], identity: Option<&[u8]>) -> Result<Self, OpenError> {
        let roots =
            extra_roots.iter().map(|pem| certificates_in(pem)).collect::<Result<Vec<_>, _>>()?.concat();
        let failed = |error: rustls::Error| OpenError::Tls(error.to_string());
        let provider = Arc::new(aws_lc_rs::default_provider());
        let verifier =
            Verifier::new_with_extra_roots(roots, provider.clone()).map_err(|error| match error {
                rustls::Error::General(reason) => OpenError::Tls(reason),
                error => OpenError::Certificate(error.to_string()),
            })?;
        let verifying = Verifying::new(verifier);
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(failed)?
            // "Dangerous" is what any verifier but rustls's own is called; this one asks the system's.
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifying.clone()));
        let config = match identity {
            None => config.with_no_client_auth(),
            Some(pem) => {
                let key = PrivateKeyDer::from_pem_slice(pem).map_err(unreadable)?;
                config.with_client_auth_cert(certificates_in(pem)?, key).map_err(unreadable)?
            }
        };
        Ok(Self { config, verifying })
    }

    /// The same, but for `certificates` (their SHA-256) that `host` may show though nobody vouches for them.
    pub fn accepting(&self, host: &str, certificates: Vec<String>) -> Self {
        let verifying = self.verifying.accepting(host, certificates);
        let mut config = self.config.clone();
        config.dangerous().set_certificate_verifier(Arc::new(verifying.clone()));
        // A session that began with an exception is resumed by nobody.
        config.resumption = Resumption::disabled();
        Self { config, verifying }
    }

    /// For connections that speak HTTP/2 if the server does.
    pub fn any(&self) -> ClientConfig {
        self.speaking(&ANY)
    }

    /// For connections that speak HTTP/1.1 only.
    pub fn separate(&self) -> ClientConfig {
        self.speaking(&SEPARATE)
    }

    fn speaking(&self, protocols: &[&[u8]]) -> ClientConfig {
        let mut config = self.config.clone();
        config.alpn_protocols = protocols.iter().map(|name| name.to_vec()).collect();
        config
    }
}

fn certificates_in(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, OpenError> {
    CertificateDer::pem_slice_iter(pem).map(|certificate| certificate.map_err(unreadable)).collect()
}

fn unreadable(error: impl std::fmt::Display) -> OpenError {
    OpenError::Certificate(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_certificate_is_refused() {
        let pem = |body: &str| {
            format!("-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n").into_bytes()
        };
        for bad in [pem("AAAA"), pem("!!!!")] {
            assert!(matches!(
                Tls::trusting(std::slice::from_ref(&bad), None),
                Err(OpenError::Certificate(_))
            ));
            assert!(
                matches!(Tls::trusting(&[], Some(&bad)), Err(OpenError::Certificate(_))),
                "without a key"
            );
        }
    }
}
