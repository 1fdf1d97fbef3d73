//! One connection of an HTTP/2 server, and what ends it.

use h2::Reason;
use std::sync::Arc;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio_rustls::server::TlsStream;

use super::goaway;
use super::running::Shared;
use super::script::ConnectionEnd;
use super::stream::{BUFFER, answer};

/// A connection as its streams see it.
pub(super) struct Wire {
    pub number: usize,
    end: Option<ConnectionEnd>,
    /// Bytes of bodies that it carried.
    carried: watch::Sender<u64>,
}

impl Wire {
    /// How many of `count` bytes it carries now; waits forever once it is to break.
    pub async fn room(&self, count: u64) -> u64 {
        let after = match self.end {
            Some(
                end @ (ConnectionEnd::GoawayAndClose(_) | ConnectionEnd::Cut(_) | ConnectionEnd::Silent(_)),
            ) => end.after(),
            Some(ConnectionEnd::GoawayAtOnce | ConnectionEnd::Goaway(_)) | None => return count,
        };
        let carried = *self.carried.borrow();
        if carried >= after { std::future::pending().await } else { count.min(after - carried) }
    }

    pub fn carried(&self, count: u64) {
        self.carried.send_modify(|carried| *carried += count);
    }

    /// Returns when it has carried what it was to carry before its end.
    async fn spent(&self) -> ConnectionEnd {
        let Some(end) = self.end else { return std::future::pending().await };
        self.carried.subscribe().wait_for(|carried| *carried >= end.after()).await.unwrap();
        end
    }
}

/// Answers until one side has enough. A client that hangs up is nothing to report: tests look at the records.
pub(super) async fn serve(stream: TlsStream<TcpStream>, number: usize, shared: Arc<Shared>) {
    let end = shared.script.end_of_connection(number);
    if matches!(end, Some(ConnectionEnd::GoawayAtOnce)) {
        let _ended_by_the_client = goaway::at_once(stream).await;
        return;
    }
    if matches!(end, Some(ConnectionEnd::Cut(_))) {
        // It is reset by being dropped.
        stream.get_ref().0.set_zero_linger().unwrap();
    }
    let wire = Arc::new(Wire { number, end, carried: watch::Sender::new(0) });
    let mut builder = h2::server::Builder::new();
    builder.max_send_buffer_size(BUFFER);
    if let Some(most) = shared.script.max_streams {
        builder.max_concurrent_streams(most);
    }
    let Ok(mut connection) = builder.handshake(stream).await else { return };
    let (mut streams, mut gone) = (JoinSet::new(), false);
    loop {
        tokio::select! {
            accepted = connection.accept() => match accepted {
                Some(Ok((request, respond))) => {
                    streams.spawn(answer(request, respond, wire.clone(), shared.clone()));
                }
                Some(Err(_)) | None => return,
            },
            end = wire.spent(), if !gone => {
                gone = true;
                match end {
                    ConnectionEnd::GoawayAtOnce | ConnectionEnd::Goaway(_) => connection.graceful_shutdown(),
                    ConnectionEnd::GoawayAndClose(_) => connection.abrupt_shutdown(Reason::NO_ERROR),
                    ConnectionEnd::Cut(_) => return,
                    ConnectionEnd::Silent(_) => std::future::pending().await,
                }
            }
        }
        while streams.try_join_next().is_some() {}
    }
}
