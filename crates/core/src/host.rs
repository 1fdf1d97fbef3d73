//! What was learned of a host while a transfer works with it: how many connections it takes.

/// How many connections a transfer may have to its host. Falls when the host refuses one, and rises again by one for
/// each connection that ends well, so that one bad moment does not slow the whole download.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    now: u32,
}

impl Allowance {
    pub fn of(most: u32) -> Self {
        Self { now: most.max(1) }
    }

    /// How many connections to have, when the user wants at most `most`.
    pub fn connections(self, most: u32) -> u32 {
        self.now.min(most).max(1)
    }

    /// The host refused or dropped a connection while `others` went on: those are what it takes.
    pub fn refused(&mut self, others: u32) {
        self.now = self.now.saturating_sub(1).min(others).max(1);
    }

    /// A connection did its work.
    pub fn succeeded(&mut self) {
        self.now = self.now.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_leaves_what_works() {
        let mut allowance = Allowance::of(8);
        allowance.refused(2);
        assert_eq!(allowance.connections(8), 2);
        allowance.refused(0);
        assert_eq!(allowance.connections(8), 1);
        allowance.succeeded();
        assert_eq!(allowance.connections(8), 2);
    }
}
