//! Why a transfer is not faster: told from where its connections spent their time and from what more of them brought.

use crate::Bound;

/// A share of the time above which something is what everything else waits for.
const MOST: f64 = 0.5;
/// A share of the time above which threads have no time left.
pub const NEVER_IDLE: f64 = 0.9;
/// A share of its connections' time above which a limit or the disk has a say in how fast a transfer is.
const NOTICEABLE: f64 = 0.1;

impl Evidence {
    /// Whether this computer, and not only servers and the line, decides how much comes.
    pub fn is_held_back_here(self) -> bool {
        self.limited >= NOTICEABLE || self.writing >= MOST || self.computing >= NEVER_IDLE
    }
}

/// How much of the time, 0 to 1, a transfer that brought `part` of what `transfers` brought together was computed for, if
/// the threads of all were at work for `busy` of it. One that brings far less than its even part waits for something else.
pub fn computing(busy: f64, part: f64, transfers: usize) -> f64 {
    if part * transfers as f64 >= MOST { busy } else { 0.0 }
}

/// What was seen of a transfer over the last second or so.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Evidence {
    /// Share of its connections' time, 0 to 1, in which they waited for a limit.
    pub limited: f64,
    /// Share of its connections' time, 0 to 1, in which they waited for the disk.
    pub writing: f64,
    /// The host turned further connections away.
    pub refused: bool,
    /// Each doubling of the connections paid, and there are as many as there may be.
    pub more_would_help: bool,
    /// Share of the time, 0 to 1, in which the threads that carry all transfers were at work, if this one had its part in
    /// that.
    pub computing: f64,
    /// The line is full, and this one would be faster if it carried more.
    pub line_full: bool,
}

/// What bound the transfer; none: not found out. Whether it is the server or the line that gives no more cannot be seen
/// from one transfer (see [`crate::line`]), and is not guessed.
pub fn bound(evidence: Evidence) -> Option<Bound> {
    if evidence.limited >= MOST {
        Some(Bound::Limit)
    } else if evidence.writing >= MOST {
        Some(Bound::Disk)
    } else if evidence.computing >= NEVER_IDLE {
        Some(Bound::Processor)
    } else if evidence.line_full {
        Some(Bound::Line)
    } else if evidence.refused {
        Some(Bound::Server)
    } else {
        evidence.more_would_help.then_some(Bound::Connection)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_waited_for_most_of_the_time_is_the_bound() {
        let evidence = Evidence { more_would_help: true, ..Evidence::default() };
        assert_eq!(bound(Evidence { limited: 0.9, ..evidence }), Some(Bound::Limit));
        assert_eq!(bound(Evidence { writing: 0.8, limited: 0.1, ..evidence }), Some(Bound::Disk));
        assert_eq!(bound(Evidence { refused: true, ..evidence }), Some(Bound::Server));
        assert_eq!(bound(evidence), Some(Bound::Connection));
        assert_eq!(bound(Evidence { line_full: true, ..evidence }), Some(Bound::Line));
        assert_eq!(bound(Evidence { computing: 0.95, line_full: true, ..evidence }), Some(Bound::Processor));
        assert_eq!(bound(Evidence { computing: 0.95, writing: 0.6, ..evidence }), Some(Bound::Disk));
        assert_eq!(bound(Evidence { writing: 0.3, computing: 0.7, ..Evidence::default() }), None);
    }

    #[test]
    fn busy_threads_bind_those_that_keep_them_busy() {
        assert_eq!(computing(0.95, 1.0, 1), 0.95);
        assert_eq!(computing(0.95, 0.4, 2), 0.95);
        assert_eq!(computing(0.95, 0.01, 2), 0.0);
        assert!(Evidence { computing: 0.95, ..Evidence::default() }.is_held_back_here());
        assert!(Evidence { limited: 0.2, ..Evidence::default() }.is_held_back_here());
        assert!(!Evidence { writing: 0.2, line_full: true, ..Evidence::default() }.is_held_back_here());
    }
}
