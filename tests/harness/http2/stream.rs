//! One stream of an HTTP/2 connection: a request, and its answer as it was decided, honest or not.

use bytes::Bytes;
use h2::server::SendResponse;
use h2::{Reason, RecvStream, SendStream};
use std::future::poll_fn;
use std::sync::Arc;

use super::connection::Wire;
use super::running::Shared;
use super::script::StreamEnd;
use crate::server::{Answer, Answering, Framing, Pace, Request, is_place_of_list};

/// What of a body waits here to be sent.
pub(super) const BUFFER: usize = 64 << 10;
/// Most bytes of a frame that every client takes. RFC 9113 §4.2.
const FRAME: u64 = 16 << 10;

/// Answers `asked`. An error is the client's, or that of a connection which was to end: tests look at the records.
pub(super) async fn answer(
    asked: http::Request<RecvStream>,
    mut respond: SendResponse<Bytes>,
    wire: Arc<Wire>,
    shared: Arc<Shared>,
) {
    if is_place_of_list(asked.uri().path()) {
        let mut head = http::Response::new(());
        *head.status_mut() = http::StatusCode::NOT_FOUND;
        let _ended_by_the_client = respond.send_response(head, true);
        return;
    }
    let mut end = None;
    let (answer, answering) = shared.witness.take(read(&asked, wire.number), |request, number, active| {
        end = shared.script.end_of_stream(number);
        let answer = Answer::to(request, &shared.script.file, &shared.script.lies_for(number), active);
        if matches!(end, Some(StreamEnd::Refused)) { Answer { status: 0, ..answer } } else { answer }
    });
    let _ended_by_the_client = send(respond, answer, end, &wire, answering).await;
}

fn read(asked: &http::Request<RecvStream>, connection: usize) -> Request {
    let text = |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    Request {
        connection,
        method: asked.method().to_string(),
        path: asked.uri().path_and_query().map(ToString::to_string).unwrap_or_default(),
        headers: asked.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect(),
        status: 0,
        from: 0,
        sent: 0,
        over: false,
        at: std::time::Instant::now(),
    }
}

async fn send(
    mut respond: SendResponse<Bytes>,
    answer: Answer,
    end: Option<StreamEnd>,
    wire: &Wire,
    answering: Answering,
) -> Result<(), h2::Error> {
    let count = match end {
        Some(StreamEnd::Refused) => {
            respond.send_reset(Reason::REFUSED_STREAM);
            return Ok(());
        }
        Some(StreamEnd::Reset(count, _) | StreamEnd::Stalled(count)) => count,
        None => u64::MAX,
    };
    let mut stream = respond.send_response(head(&answer), end.is_none() && answer.body.is_empty())?;
    let body = answer.body.slice(..count.min(answer.body.len() as u64) as usize);
    let pace = Pace::of(answer.pace);
    let mut sending = Sending { stream: &mut stream, wire, answering, pace, last: end.is_none() };
    sending.send(body).await?;
    match end {
        Some(StreamEnd::Reset(_, reason)) => {
            flushed(&mut stream).await?;
            stream.send_reset(reason);
        }
        Some(StreamEnd::Stalled(_)) => {
            poll_fn(|context| stream.poll_reset(context)).await?;
        }
        Some(StreamEnd::Refused) | None => {}
    }
    Ok(())
}

fn head(answer: &Answer) -> http::Response<()> {
    let mut head = http::Response::builder().status(answer.status);
    for (name, value) in &answer.headers {
        head = head.header(name, &value[..]);
    }
    if let Framing::Said(length) = answer.length {
        head = head.header("content-length", length);
    }
    head.body(()).unwrap()
}

/// A body on its way.
struct Sending<'a> {
    stream: &'a mut SendStream<Bytes>,
    wire: &'a Wire,
    answering: Answering,
    pace: Pace,
    /// The stream ends with this body.
    last: bool,
}

impl Sending<'_> {
    async fn send(&mut self, mut body: Bytes) -> Result<(), h2::Error> {
        while !body.is_empty() {
            let portion = self.pace.portion().min(FRAME).min(body.len() as u64);
            let portion = self.wire.room(self.allowed(portion).await?).await;
            let granted = self.answering.granted(portion).await;
            let bytes = body.split_to(granted as usize);
            if body.is_empty() && self.last {
                // Before the client can have it, and ask for more, while this one is still counted.
                self.answering.over();
            }
            self.stream.send_data(bytes, self.last && body.is_empty())?;
            self.wire.carried(granted);
            if !body.is_empty() {
                self.pace.keep(granted).await;
            }
        }
        Ok(())
    }

    /// How many of `count` bytes the client's window allows; waits until there is any.
    async fn allowed(&mut self, count: u64) -> Result<u64, h2::Error> {
        self.stream.reserve_capacity(count as usize);
        let capacity = match self.stream.capacity() {
            0 => poll_fn(|context| self.stream.poll_capacity(context)).await.ok_or(Reason::CANCEL)??,
            capacity => capacity,
        };
        Ok(count.min(capacity as u64))
    }
}

/// Waits until nothing of the body is left here: a reset would take it along.
async fn flushed(stream: &mut SendStream<Bytes>) -> Result<(), h2::Error> {
    stream.reserve_capacity(BUFFER);
    while stream.capacity() < BUFFER {
        poll_fn(|context| stream.poll_capacity(context)).await.ok_or(Reason::CANCEL)??;
    }
    Ok(())
}
