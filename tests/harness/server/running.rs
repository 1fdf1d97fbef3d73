//! A file server at work: what a test asks it and tells it.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::answer::Answer;
use super::fault::{Fault, File, FileServer, Rule};
use super::{Line, Records, Request, connection};
use crate::PATIENCE;

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
    /// The request from which on it holds; its faults count from there.
    since: usize,
}

/// What all connections share.
pub(super) struct Shared {
    script: Mutex<Script>,
    pub records: watch::Sender<Records>,
    /// Bytes of bodies that may be sent in all.
    pub budget: watch::Sender<Option<u64>>,
    pub line: Option<Line>,
}

impl RunningServer {
    pub(super) async fn start(script: FileServer) -> RunningServer {
        let listener = listen();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            script: Mutex::new(Script { file: script.file, rules: script.rules, since: 0 }),
            records: watch::Sender::new(Records::default()),
            budget: watch::Sender::new(script.held_after),
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
        let since = self.shared.records.borrow().requests.len();
        *self.shared.script.lock().unwrap() = Script { file: other.file, rules: other.rules, since };
    }

    /// Sends no more than `count` bytes of bodies, counted from its start, until it is released.
    pub fn hold_after(&self, count: u64) {
        self.shared.budget.send_replace(Some(count));
    }

    pub fn release(&self) {
        self.shared.budget.send_replace(None);
    }

    pub fn records(&self) -> Records {
        self.shared.records.borrow().clone()
    }

    pub fn requests(&self) -> Vec<Request> {
        self.records().requests
    }

    /// Bytes of the file that were sent so far.
    pub fn sent(&self) -> u64 {
        self.shared.records.borrow().sent()
    }

    /// Waits until the records are as `wanted`, and returns them.
    #[track_caller]
    pub fn until(&self, wanted: impl FnMut(&Records) -> bool) -> impl Future<Output = Records> {
        let mut records = self.shared.records.subscribe();
        let caller = std::panic::Location::caller();
        async move {
            let found = tokio::time::timeout(PATIENCE, records.wait_for(wanted))
                .await
                .map(|found| found.unwrap().clone());
            found.unwrap_or_else(|_| {
                panic!("the server waited in vain at {caller}: {:#?}", records.borrow().requests)
            })
        }
    }
}

/// A listener whose connections hold little on the way: what was sent is then nearly what was received.
fn listen() -> TcpListener {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_send_buffer_size(SEND_BUFFER).unwrap();
    socket.bind(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
    socket.listen(256).unwrap()
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    for number in 0.. {
        let Ok((stream, _)) = listener.accept().await else { return };
        shared.records.send_modify(|records| records.connections += 1);
        connections.spawn(connection::serve(stream, number, Arc::clone(&shared)));
        while connections.try_join_next().is_some() {}
    }
}

impl Script {
    fn faults_for(&self, number: usize) -> Vec<Fault> {
        let number = number.saturating_sub(self.since);
        self.rules.iter().filter(|rule| rule.whom.contains(&number)).map(|rule| rule.fault.clone()).collect()
    }
}

impl Shared {
    /// Records `request` and decides its answer. Its number comes back with it.
    pub fn take(&self, mut request: Request) -> (usize, Answer) {
        let script = self.script.lock().unwrap();
        let mut taken = None;
        self.records.send_modify(|records| {
            let number = records.requests.len();
            let answer = Answer::to(&request, &script.file, &script.faults_for(number), records.active);
            request.status = answer.status;
            request.from = answer.from;
            records.active += 1;
            records.most_active = records.most_active.max(records.active);
            records.requests.push(request);
            taken = Some((number, answer));
        });
        taken.unwrap()
    }

    /// Takes up to `count` bytes from what may still be sent; 0: nothing for now.
    pub fn spend(&self, number: usize, count: u64) -> u64 {
        let budget = *self.budget.borrow();
        let mut granted = 0;
        self.records.send_modify(|records| {
            let spent: u64 = records.requests.iter().map(|request| request.sent).sum();
            granted = budget.map_or(count, |budget| count.min(budget.saturating_sub(spent)));
            records.requests[number].sent += granted;
        });
        granted
    }

    /// The answer to request `number` is over, one way or another.
    pub fn settle(&self, number: usize) {
        self.records.send_modify(|records| {
            records.active -= 1;
            records.requests[number].over = true;
        });
    }
}
