//! One server that the parts of a file come from: the first, or a mirror that has the same.

use haul_core::Resource;
use std::sync::atomic::{AtomicBool, Ordering};

use super::limiter::Limiter;
use crate::protocol::Source;

/// What all connections to it share.
#[derive(Debug)]
pub struct Site {
    /// Of its address among all of the download's.
    pub index: usize,
    pub source: Source,
    /// What the file is there; every further answer must agree.
    pub resource: Resource,
    pub limiter: Limiter,
    /// It gives no connections of their own: asking for one costs a turn each time.
    only_shared: AtomicBool,
}

impl Site {
    /// What `source` holds, where the redirects ended: asked directly from now on.
    pub fn new(
        index: usize,
        source: Source,
        resource: Resource,
        limiter: Limiter,
        only_shared: bool,
    ) -> Self {
        let source = Source { at: url::Url::parse(&resource.final_url).ok(), ..source };
        Self { index, source, resource, limiter, only_shared: AtomicBool::new(only_shared) }
    }

    pub fn gives_only_shared(&self) -> bool {
        self.only_shared.load(Ordering::Relaxed)
    }

    /// It was asked for a connection of its own, and gave none.
    pub fn gave_only_shared(&self) {
        self.only_shared.store(true, Ordering::Relaxed);
    }
}
