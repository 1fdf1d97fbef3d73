//! An HTTP/2 file server over TLS that misbehaves as the test says.
//!
//! The chain reads as the scenario: `Http2Server::of(bytes).first(1).goaway_after(MIB).start().await`. It offers nothing but
//! `h2` (ALPN, RFC 7301), so that whoever wants a connection with HTTP/1.1 fails in the handshake.

mod connection;
mod goaway;
mod running;
mod script;
mod stream;

pub use running::RunningHttp2Server;
pub use script::Http2Server;
