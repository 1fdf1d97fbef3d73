//! What the code under test has the disk do, in order, for tests that cut the power in between (see `part_file::crashes`).
//!
//! One file and one thread at a time. While it is on, nothing is synced: a test's disk decides what outlasts what.

use bytes::Bytes;
use std::cell::{Cell, RefCell};
use std::io;
use std::path::PathBuf;

/// A change of the file or of its name, or an order to make changes last.
#[derive(Debug, Clone)]
pub enum Operation {
    Create,
    /// Of a file that is nowhere until it is given a name.
    CreateUnnamed,
    Write {
        offset: u64,
        bytes: Bytes,
    },
    SetLength(u64),
    Mark {
        name: &'static str,
        value: Option<String>,
    },
    Rename(PathBuf),
    SyncData,
    SyncAll,
    SyncFolder,
    /// One of these that failed: what it was to make last is in memory only, and no further one will say so.
    FailedSync,
}

/// What another thread does once so many more operations are done.
struct Meanwhile {
    after: usize,
    work: Box<dyn FnOnce()>,
}

thread_local! {
    static LOG: RefCell<Option<Vec<Operation>>> = const { RefCell::new(None) };
    static MEANWHILE: Cell<Option<Meanwhile>> = const { Cell::new(None) };
    /// So many syncs succeed, and the next does not.
    static SYNCS: Cell<Option<usize>> = const { Cell::new(None) };
}

pub fn start() {
    LOG.set(Some(Vec::new()));
}

pub fn stop() -> Vec<Operation> {
    MEANWHILE.set(None);
    SYNCS.set(None);
    LOG.take().unwrap_or_default()
}

/// Has one sync fail, the one after so many.
pub fn fail_sync(after: usize) {
    SYNCS.set(Some(after));
}

/// Takes note of a sync instead of the real one, if it is on: with what it brings.
pub fn sync(operation: Operation) -> Option<io::Result<()>> {
    LOG.with_borrow(Option::is_some).then(|| {
        let fails = SYNCS.get() == Some(0);
        SYNCS.set(SYNCS.get().and_then(|syncs| syncs.checked_sub(1)));
        note(|| if fails { Operation::FailedSync } else { operation });
        if fails { Err(rustix::io::Errno::IO.into()) } else { Ok(()) }
    })
}

/// Has `work` done in the midst of what comes, right after the operation number `after` from now.
pub fn meanwhile(after: usize, work: impl FnOnce() + 'static) {
    MEANWHILE.set(Some(Meanwhile { after, work: Box::new(work) }));
}

/// Does what was to be done [`meanwhile`], if that was not reached.
pub fn catch_up() {
    if let Some(Meanwhile { work, .. }) = MEANWHILE.take() {
        work();
    }
}

/// Takes note of what `operation` says. Whether it is on.
pub fn note(operation: impl FnOnce() -> Operation) -> bool {
    let is_on = LOG.with_borrow_mut(|log| {
        let Some(log) = log else { return false };
        log.push(operation());
        true
    });
    match MEANWHILE.take() {
        Some(Meanwhile { after: 0, work }) => work(),
        Some(Meanwhile { after, work }) => MEANWHILE.set(Some(Meanwhile { after: after - 1, work })),
        None => {}
    }
    is_on
}
