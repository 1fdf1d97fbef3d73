//! A file server at work: what a test asks it and tells it.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::net::{TcpListener, TcpSocket};
use tokio::task::JoinSet;

use super::answer::Answer;
use super::fault::{Fault, File, FileServer, Rule};
use super::witness::{Answering, Witness};
use super::{Line, Records, Request, connection};

const SEND_BUFFER: u32 = 64 << 10;

/// Stops, with all its connections, when it is dropped.
pub struct RunningServer {
    address: SocketAddr,
    name: String,
    shared: Arc<Shared>,
    /// Dropping it ends the task that accepts, which owns the connections.
    _accepting: JoinSet<()>,
}

/// What is served now, and how.
struct Script {
    file: File,
    rules: Vec<Rule>,
    beside: HashMap<String, FileServer>,
    /// The request from which on it holds; its faults count from there.
    since: usize,
}

/// What all connections share.
pub(super) struct Shared {
    script: Mutex<Script>,
    witness: Arc<Witness>,
    /// Of what lies beside the file.
    beside: Arc<Witness>,
    pub line: Option<Line>,
}

impl RunningServer {
    pub(super) async fn start(script: FileServer) -> RunningServer {
        let listener = listen();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            script: Mutex::new(Script {
                file: script.file,
                rules: script.rules,
                beside: script.beside,
                since: 0,
            }),
            witness: Arc::new(Witness::new(script.held_after)),
            beside: Arc::new(Witness::new(None)),
            line: script.line,
        });
        let mut accepting = JoinSet::new();
        accepting.spawn(accept(listener, Arc::clone(&shared)));
        RunningServer { address, name: script.name, shared, _accepting: accepting }
    }

    /// Where the file is.
    pub fn url(&self) -> String {
        self.url_of(&self.name)
    }

    /// The same file under another name.
    pub fn url_of(&self, name: &str) -> String {
        format!("http://{}/{name}", self.address)
    }

    /// A way to the file over `count` redirects.
    pub fn url_over_hops(&self, count: u32) -> String {
        self.url_of(&format!("hop/{count}/{}", self.name))
    }

    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// From now on it serves and misbehaves like `other`. Answers that are under way go on as they began.
    pub fn becomes(&self, other: FileServer) {
        let since = self.shared.witness.requested();
        *self.shared.script.lock().unwrap() =
            Script { file: other.file, rules: other.rules, beside: other.beside, since };
    }

    /// Sends no more than `count` bytes of bodies, counted from its start, until it is released.
    pub fn hold_after(&self, count: u64) {
        self.shared.witness.set_budget(Some(count));
    }

    pub fn release(&self) {
        self.shared.witness.set_budget(None);
    }

    pub fn records(&self) -> Records {
        self.shared.witness.records()
    }

    /// Requests for lists of checksums, and for what was put [beside](FileServer::beside) the file.
    pub fn asked_beside(&self) -> Vec<Request> {
        self.shared.beside.records().requests
    }

    /// Waits until the records of those are as `wanted`, and returns them.
    #[track_caller]
    pub fn until_beside(&self, wanted: impl FnMut(&Records) -> bool) -> impl Future<Output = Records> {
        self.shared.beside.until(wanted)
    }

    pub fn requests(&self) -> Vec<Request> {
        self.records().requests
    }

    /// Bytes of the file that were sent so far.
    pub fn sent(&self) -> u64 {
        self.shared.witness.sent()
    }

    /// Waits until the records are as `wanted`, and returns them.
    #[track_caller]
    pub fn until(&self, wanted: impl FnMut(&Records) -> bool) -> impl Future<Output = Records> {
        self.shared.witness.until(wanted)
    }
}

/// A listener whose connections hold little on the way: what was sent is then nearly what was received.
pub(crate) fn listen() -> TcpListener {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_send_buffer_size(SEND_BUFFER).unwrap();
    socket.bind(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
    socket.listen(256).unwrap()
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    for number in 0.. {
        let Ok((stream, _)) = listener.accept().await else { return };
        shared.witness.connected();
        connections.spawn(connection::serve(stream, number, Arc::clone(&shared)));
        while connections.try_join_next().is_some() {}
    }
}

impl Script {
    fn faults_for(&self, number: usize) -> Vec<Fault> {
        faults_for(&self.rules, number.saturating_sub(self.since))
    }
}

fn faults_for(rules: &[Rule], number: usize) -> Vec<Fault> {
    rules.iter().filter(|rule| rule.whom.contains(&number)).map(|rule| rule.fault.clone()).collect()
}

/// Whether a list of checksums may lie at `path`.
pub(crate) fn is_place_of_list(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    let extensions = [".sha256", ".sha512", ".sha1", ".md5", ".sha256sum"];
    let names = ["sha256sums", "sha512sums", "md5sums", "sha256sums.txt", "sha256sum.txt", "shasums256.txt"];
    extensions.iter().any(|extension| name.ends_with(extension))
        || names.contains(&name.as_str())
        || name == "checksums.txt"
}

impl Shared {
    /// Records `request` and decides its answer.
    pub fn take(&self, request: Request) -> (Answer, Answering) {
        let script = self.script.lock().unwrap();
        if let Some(other) = script.beside.get(&request.path) {
            return self.beside.take(request, |request, number, active| {
                Answer::to(request, &other.file, &faults_for(&other.rules, number), active)
            });
        }
        if is_place_of_list(&request.path) {
            return self.beside.take(request, |request, _, active| {
                Answer::to(request, &script.file, &[Fault::Status(404)], active)
            });
        }
        self.witness.take(request, |request, number, active| {
            Answer::to(request, &script.file, &script.faults_for(number), active)
        })
    }
}
