//! An HTTP/1.1 file server of our own that misbehaves as the test says.
//!
//! The chain reads as the scenario: `FileServer::of(bytes).etag("\"v1\"").first(2).cut_after(MIB).start().await`.
//! A fault holds for every request, unless [`first`](FileServer::first) or [`after`](FileServer::after) stands before it.
//! It speaks raw HTTP because no HTTP library lets one lie.

mod answer;
mod connection;
mod fault;
mod line;
mod pace;
mod record;
mod running;
mod witness;

pub(crate) use answer::{Answer, Framing};
pub use fault::FileServer;
pub(crate) use fault::{Fault, File, Length, Ranges};
pub use line::{Line, Route};
pub(crate) use pace::Pace;
pub use record::{Records, Request};
pub use running::RunningServer;
pub(crate) use running::{is_place_of_list, listen};
pub(crate) use witness::{Answering, Witness};
