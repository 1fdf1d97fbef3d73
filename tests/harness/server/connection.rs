//! One connection of a file server: reads requests, sends answers as they were decided, honest or not.

use bytes::{Buf as _, Bytes, BytesMut};
use std::io;
use std::sync::Arc;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::answer::{Answer, End, Framing};
use super::running::Shared;
use super::{Answering, Line, Pace, Request};

const LARGEST_HEAD: usize = 64 << 10;

/// Answers until one side has enough. A client that hangs up is nothing to report: tests look at the records.
pub(super) async fn serve(stream: TcpStream, connection: usize, shared: Arc<Shared>) {
    let mut client = Client { stream, buffer: BytesMut::new(), connection };
    while let Ok(Some(request)) = client.read_request().await {
        let (answer, mut answering) = shared.take(request);
        match client.send(answer, &mut answering, shared.line.as_ref()).await {
            Ok(Next::Request) => {}
            Ok(Next::Close) | Err(_) => return,
        }
    }
}

enum Next {
    Request,
    Close,
}

struct Client {
    stream: TcpStream,
    buffer: BytesMut,
    connection: usize,
}

impl Client {
    /// The next request; none when the client closed the connection.
    async fn read_request(&mut self) -> io::Result<Option<Request>> {
        loop {
            if let Some(end) = self.buffer.windows(4).position(|window| window == b"\r\n\r\n") {
                let head = String::from_utf8_lossy(&self.buffer[..end]).into_owned();
                self.buffer.advance(end + 4);
                return Ok(Some(parse(&head, self.connection)));
            }
            if self.buffer.len() > LARGEST_HEAD || self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Ok(None);
            }
        }
    }

    async fn send(
        &mut self,
        answer: Answer,
        answering: &mut Answering,
        line: Option<&Line>,
    ) -> io::Result<Next> {
        let count = match &answer.end {
            End::Garbage(bytes) => {
                self.stream.write_all(bytes).await?;
                return self.close().await;
            }
            End::Reset(0) if answer.status == 0 => return self.reset(),
            End::SilentInHead => {
                self.stream.write_all(b"HTTP/1.1 200 OK\r\n").await?;
                return self.say_nothing().await;
            }
            End::Whole => u64::MAX,
            End::Cut(count) | End::Reset(count) | End::Silent(count) => *count,
        };
        self.stream.write_all(&head(&answer)).await?;
        let whole = answer.body.len() as u64 <= count;
        let body = answer.body.slice(..count.min(answer.body.len() as u64) as usize);
        self.send_body(body, &answer, answering, line).await?;
        match answer.end {
            End::Reset(_) if !whole => self.reset(),
            End::Silent(_) if !whole => self.say_nothing().await,
            End::Cut(_) if !whole => self.close().await,
            _ => self.finish(answer.length, answer.body.len() as u64).await,
        }
    }

    async fn finish(&mut self, length: Framing, sent: u64) -> io::Result<Next> {
        match length {
            Framing::Chunked { end: true } => {
                self.stream.write_all(b"0\r\n\r\n").await?;
                Ok(Next::Request)
            }
            Framing::Said(said) if said <= sent => Ok(Next::Request),
            Framing::Said(_) | Framing::Unsaid | Framing::Chunked { end: false } => self.close().await,
        }
    }

    async fn send_body(
        &mut self,
        mut body: Bytes,
        answer: &Answer,
        answering: &mut Answering,
        line: Option<&Line>,
    ) -> io::Result<()> {
        let chunked = matches!(answer.length, Framing::Chunked { .. });
        // One that is cut, or falls silent, has more to say.
        let is_whole = body.len() == answer.body.len();
        let mut pace = Pace::of(answer.pace);
        while !body.is_empty() {
            let portion = self.granted(pace.portion().min(body.len() as u64), answering).await?;
            if let Some(line) = line {
                line.carry(portion).await;
            }
            let bytes = body.split_to(portion as usize);
            if body.is_empty() && is_whole {
                // Before the client can have it, and ask for more, while this one is still counted.
                answering.over();
            }
            if chunked {
                let framed = [format!("{portion:x}\r\n").as_bytes(), &bytes, b"\r\n"].concat();
                self.stream.write_all(&framed).await?;
            } else {
                self.stream.write_all(&bytes).await?;
            }
            if !body.is_empty() {
                pace.keep(portion).await;
            }
        }
        Ok(())
    }

    /// Waits while the server holds back, unless the client hangs up.
    async fn granted(&self, count: u64, answering: &Answering) -> io::Result<u64> {
        tokio::select! {
            biased;
            granted = answering.granted(count) => Ok(granted),
            () = hung_up(&self.stream) => Err(io::ErrorKind::ConnectionReset.into()),
        }
    }

    /// Keeps the connection open and silent until the client gives up.
    async fn say_nothing(&mut self) -> io::Result<Next> {
        hung_up(&self.stream).await;
        Ok(Next::Close)
    }

    async fn close(&mut self) -> io::Result<Next> {
        self.stream.shutdown().await?;
        Ok(Next::Close)
    }

    fn reset(&mut self) -> io::Result<Next> {
        self.stream.set_zero_linger()?;
        Ok(Next::Close)
    }
}

/// Resolves when the client closed its side.
async fn hung_up(stream: &TcpStream) {
    let mut byte = [0];
    match stream.peek(&mut byte).await {
        Ok(0) | Err(_) => {}
        // Another request on a connection that will never answer it.
        Ok(_) => std::future::pending().await,
    }
}

fn parse(head: &str, connection: usize) -> Request {
    let mut lines = head.split("\r\n");
    let mut words = lines.next().unwrap_or_default().split(' ');
    let mut word = || words.next().unwrap_or_default().to_owned();
    let (method, path) = (word(), word());
    let headers = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
        .collect();
    let at = std::time::Instant::now();
    Request { connection, method, path, headers, status: 0, from: 0, sent: 0, over: false, at }
}

fn head(answer: &Answer) -> Vec<u8> {
    let mut head = format!("HTTP/1.1 {} Scripted\r\n", answer.status).into_bytes();
    for (name, value) in &answer.headers {
        head.extend_from_slice(&[name.as_bytes(), b": ", value, b"\r\n"].concat());
    }
    match answer.length {
        Framing::Said(length) => head.extend_from_slice(format!("Content-Length: {length}\r\n").as_bytes()),
        Framing::Unsaid => head.extend_from_slice(b"Connection: close\r\n"),
        Framing::Chunked { .. } => head.extend_from_slice(b"Transfer-Encoding: chunked\r\n"),
    }
    head.extend_from_slice(b"\r\n");
    head
}
