//! Why a transfer is not faster: told from where its connections spent their time and from what more of them brought.

use crate::Bound;

/// A share of the time above which something is what everything else waits for.
const MOST: f64 = 0.5;

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
}

/// What bound the transfer; none: not found out. Whether it is the server or the line that gives no more cannot be seen
/// from one transfer, and is not guessed.
pub fn bound(evidence: Evidence) -> Option<Bound> {
    if evidence.limited >= MOST {
        Some(Bound::Limit)
    } else if evidence.writing >= MOST {
        Some(Bound::Disk)
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
        assert_eq!(bound(Evidence { writing: 0.3, ..Evidence::default() }), None);
    }
}
