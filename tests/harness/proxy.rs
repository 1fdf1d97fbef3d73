//! An HTTP proxy: it connects with `CONNECT`, forwards what is not encrypted, wants a log-in if the test says so, and keeps
//! whoever comes waiting.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::Line;
use crate::server::listen;

const LARGEST_HEAD: usize = 64 << 10;
/// What is forwarded at once: large, so that a line which carries it is not idle for long in between.
const PIECE: u64 = 128 << 10;

/// What a proxy is like before it starts.
#[derive(Default)]
pub struct ProxyServer {
    login: Option<String>,
    refuses: bool,
    held: bool,
    line: Option<Line>,
}

/// Stops, with all its connections, when it is dropped.
pub struct RunningProxy {
    address: SocketAddr,
    shared: Arc<Shared>,
    _accepting: JoinSet<()>,
}

struct Shared {
    /// As it stands in the header.
    login: Option<String>,
    refuses: bool,
    held: watch::Sender<bool>,
    line: Option<Line>,
    asked: Mutex<Vec<String>>,
}

impl ProxyServer {
    pub fn new() -> Self {
        Self::default()
    }

    /// 407 for whoever does not bring `login`, as `name:password`.
    pub fn wanting(mut self, login: &str) -> Self {
        self.login = Some(format!("Basic {}", BASE64_STANDARD.encode(login)));
        self
    }

    /// 403 for whoever wants to be connected.
    pub fn refusing(mut self) -> Self {
        self.refuses = true;
        self
    }

    /// Takes connections and says nothing until it is [released](RunningProxy::release).
    pub fn held(mut self) -> Self {
        self.held = true;
        self
    }

    /// All that comes over it shares `line`.
    pub fn behind(mut self, line: &Line) -> Self {
        self.line = Some(line.clone());
        self
    }

    pub async fn start(self) -> RunningProxy {
        let listener = listen();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            login: self.login,
            refuses: self.refuses,
            held: watch::Sender::new(self.held),
            line: self.line,
            asked: Mutex::default(),
        });
        let mut accepting = JoinSet::new();
        accepting.spawn(accept(listener, shared.clone()));
        RunningProxy { address, shared, _accepting: accepting }
    }
}

impl RunningProxy {
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Its address with a log-in, as `name:password`.
    pub fn url_with(&self, login: &str) -> String {
        format!("http://{login}@{}", self.address)
    }

    /// As it is called in messages.
    pub fn name(&self) -> String {
        self.address.to_string()
    }

    /// The request lines that came so far, without those that had no log-in where one is wanted.
    pub fn asked(&self) -> Vec<String> {
        self.shared.asked.lock().unwrap().clone()
    }

    /// Goes on with all who wait.
    pub fn release(&self) {
        self.shared.held.send_replace(false);
    }
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut clients = JoinSet::new();
    loop {
        let Ok((client, _)) = listener.accept().await else { return };
        let shared = shared.clone();
        // A client that hangs up is nothing to report.
        clients.spawn(async move { serve(client, &shared).await.unwrap_or_default() });
    }
}

async fn serve(mut client: TcpStream, shared: &Shared) -> io::Result<()> {
    let head = read_head(&mut client).await?;
    if shared.held.subscribe().wait_for(|held| !held).await.is_err() {
        return Ok(());
    }
    let brought = header(&head, "proxy-authorization");
    if shared.login.is_some() && brought != shared.login.as_deref() {
        let answer = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\n\
            Content-Length: 0\r\nConnection: close\r\n\r\n";
        return client.write_all(answer.as_bytes()).await;
    }
    let line = head.lines().next().unwrap_or_default().to_owned();
    shared.asked.lock().unwrap().push(line.clone());
    if shared.refuses {
        let answer = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        return client.write_all(answer.as_bytes()).await;
    }
    match line.split_whitespace().collect::<Vec<_>>().as_slice() {
        ["CONNECT", target, _] => {
            let mut server = TcpStream::connect(target).await?;
            client.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await?;
            copy_bidirectional(&mut client, &mut server).await.map(drop)
        }
        [method, url, version] => {
            let rest = url.strip_prefix("http://").unwrap_or_default();
            let (target, path) = rest.split_once('/').unwrap_or((rest, ""));
            let server = TcpStream::connect(target).await?;
            forward(client, server, &format!("{method} /{path} {version}"), &head, shared).await
        }
        _ => Ok(()),
    }
}

/// One request and its answer; then both connections end.
async fn forward(
    mut client: TcpStream,
    mut server: TcpStream,
    line: &str,
    head: &str,
    shared: &Shared,
) -> io::Result<()> {
    let own = |header: &&str| !header.to_ascii_lowercase().starts_with("proxy-");
    let headers: Vec<&str> = head.lines().skip(1).filter(own).collect();
    server.write_all(format!("{line}\r\n{}\r\n\r\n", headers.join("\r\n")).as_bytes()).await?;
    let answer = read_head(&mut server).await?;
    client.write_all(format!("{answer}\r\nConnection: close\r\n\r\n").as_bytes()).await?;
    let mut left = header(&answer, "content-length").map_or(u64::MAX, |length| length.parse().unwrap());
    let mut piece = Vec::with_capacity(PIECE as usize);
    while left > 0 {
        piece.clear();
        let count = (&mut server).take(PIECE.min(left)).read_to_end(&mut piece).await? as u64;
        if count == 0 {
            break;
        }
        if let Some(line) = &shared.line {
            line.carry(count).await;
        }
        client.write_all(&piece).await?;
        left -= count;
    }
    client.shutdown().await
}

/// A head, without the blank line behind it; byte by byte, so that nothing of a body is taken.
async fn read_head(stream: &mut TcpStream) -> io::Result<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") && head.len() < LARGEST_HEAD {
        head.push(stream.read_u8().await?);
    }
    Ok(String::from_utf8_lossy(&head).trim_end().to_owned())
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let fields = head.lines().filter_map(|line| line.split_once(':'));
    fields.into_iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}
