//! An HTTP/2 server at work: what a test asks it and tells it.

use rustls::ServerConfig;
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

use super::Http2Server;
use super::connection::serve;
use super::script::Script;
use crate::certificates::{self, AUTHORITY, KEY, SERVER};
use crate::server::{Records, Request, Witness, listen};

/// Stops, with all its connections, when it is dropped.
pub struct RunningHttp2Server {
    port: u16,
    authority: Vec<u8>,
    shared: Arc<Shared>,
    /// Dropping it ends the task that accepts, which owns the connections.
    _accepting: JoinSet<()>,
}

/// What all connections share.
pub(super) struct Shared {
    pub script: Script,
    pub witness: Arc<Witness>,
    acceptor: TlsAcceptor,
    /// Handshakes that came to an end.
    secured: AtomicUsize,
}

impl RunningHttp2Server {
    pub(super) async fn start(server: Http2Server) -> RunningHttp2Server {
        let home = TempDir::new().unwrap();
        certificates::make(home.path());
        let shared = Arc::new(Shared {
            script: server.script,
            witness: Arc::new(Witness::new(None)),
            acceptor: TlsAcceptor::from(Arc::new(only_h2(home.path()))),
            secured: AtomicUsize::new(0),
        });
        let listener = listen();
        let port = listener.local_addr().unwrap().port();
        let authority = std::fs::read(home.path().join(AUTHORITY)).unwrap();
        let mut accepting = JoinSet::new();
        accepting.spawn(accept(listener, shared.clone()));
        RunningHttp2Server { port, authority, shared, _accepting: accepting }
    }

    /// Where the file is.
    pub fn url(&self) -> String {
        self.url_of("a.bin")
    }

    /// The same file under another name.
    pub fn url_of(&self, name: &str) -> String {
        format!("https://localhost:{}/{name}", self.port)
    }

    /// The certificate that signed the server's.
    pub fn authority(&self) -> Vec<u8> {
        self.authority.clone()
    }

    pub fn records(&self) -> Records {
        self.shared.witness.records()
    }

    /// Their connections are counted from 0, without those that speak no HTTP/2.
    pub fn requests(&self) -> Vec<Request> {
        self.records().requests
    }

    /// Connections that speak HTTP/2; [`Records::connections`] counts the others as well.
    pub fn secured(&self) -> usize {
        self.shared.secured.load(Ordering::Relaxed)
    }
}

fn only_h2(home: &Path) -> ServerConfig {
    let certificates = CertificateDer::pem_file_iter(home.join(SERVER)).unwrap();
    let certificates = certificates.collect::<Result<Vec<_>, _>>().unwrap();
    let key = PrivateKeyDer::from_pem_file(home.join(KEY)).unwrap();
    let provider = Arc::new(aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let mut config = config.with_no_client_auth().with_single_cert(certificates, key).unwrap();
    config.alpn_protocols = vec![b"h2".to_vec()];
    config
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        shared.witness.connected();
        connections.spawn(secure(stream, shared.clone()));
        while connections.try_join_next().is_some() {}
    }
}

/// A client that speaks no HTTP/2 ends here.
async fn secure(stream: TcpStream, shared: Arc<Shared>) {
    let Ok(stream) = shared.acceptor.accept(stream).await else { return };
    let number = shared.secured.fetch_add(1, Ordering::Relaxed);
    serve(stream, number, shared).await;
}
