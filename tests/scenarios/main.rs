//! Stories about Haul on real parts: the engine with its database on disk, real sockets, the real program, real servers.
//!
//! A test is a sentence about behaviour. None of them sleeps: they wait for an event, a record of the server's or the end
//! of a process, each no longer than [`haul_tests::PATIENCE`].

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a broken expectation stops its test"
)]

mod bounds;
mod changed;
mod checksum;
mod cli;
mod clock;
mod connections;
mod cookies;
mod damage;
mod database;
mod disk;
mod duplicates;
mod faults;
mod feed;
mod held;
mod hidden;
mod http2;
mod killed;
mod limits;
mod mirrors;
mod missing;
mod names;
mod options;
mod others;
mod overwritten;
mod pages;
mod plain;
mod proxies;
mod queue;
mod queues;
mod relocated;
mod renewed;
mod replaced;
mod resume;
mod rules;
mod secrets;
mod servers;
mod slow;
mod small;
mod statistics;
mod sums;
mod tags;
mod taken_over;
mod trusted;
mod undo;
mod unnamed;
mod verify;
