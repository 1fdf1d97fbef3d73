//! Whether the line to the network is full: told from what several sites deliver together.
//!
//! What one site delivers does not say whether it or the line gives no more. Of several it can be told once one of them
//! gets slower, or faster, without a cause of its own, while all together stay as fast as they were: what one has, the
//! others lack.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::net::IpAddr;

/// Two totals that differ by less, as a share of the larger, are level.
const LEVEL: f64 = 0.10;
/// What must have gone over from some sites to others, as a share of all.
const SHIFTED: f64 = 0.15;
/// What a site must have lost or gained to be one of those, as a share of what it had or has.
const CHANGED: f64 = 0.15;
/// Samples, each of about a second, over which shares are compared.
const COMPARED: usize = 6;
/// So many samples in a row must say the same, for and against.
const SURE: u32 = 2;

/// What one site delivered over the last second.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Delivery {
    /// Bytes a second.
    pub throughput: f64,
    /// Connections at work.
    pub connections: u32,
}

/// All sites that deliver, by [`site`].
pub type Sample = BTreeMap<String, Delivery>;

/// Watches what all sites deliver together.
#[derive(Debug, Clone, Default)]
pub struct Line {
    samples: VecDeque<Sample>,
    /// How many samples in a row spoke for it.
    seen: u32,
    full: Option<Full>,
}

/// The line is full, as far as is known.
#[derive(Debug, Clone, PartialEq)]
struct Full {
    /// What it carries, bytes a second.
    level: f64,
    /// Those that were seen to get slower or faster as others came, went, or changed.
    sites: BTreeSet<String>,
    /// How many samples in a row spoke against it.
    missed: u32,
}

impl Line {
    /// Takes note of what came over the last second.
    pub fn record(&mut self, sample: Sample) {
        let total = total(&sample);
        self.doubt(total);
        let shifted = self.samples.front().map(|before| shifted(before, &sample)).unwrap_or_default();
        self.seen = if shifted.is_empty() { 0 } else { self.seen + 1 };
        if self.seen >= SURE {
            let mut sites = self.full.take().map(|full| full.sites).unwrap_or_default();
            sites.extend(shifted);
            self.full = Some(Full { level: total, sites, missed: 0 });
        }
        self.samples.push_back(sample);
        if self.samples.len() > COMPARED {
            self.samples.pop_front();
        }
    }

    /// Forgets everything: for when something else than sites and line had a say in what came.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Whether `site` would be faster if the line carried more.
    pub fn binds(&self, site: &str) -> bool {
        self.full.as_ref().is_some_and(|full| full.sites.contains(site))
    }

    /// A line that carries less than it could is not full, and one that carries more was not.
    fn doubt(&mut self, total: f64) {
        let Some(full) = &mut self.full else { return };
        full.missed = if are_level(total, full.level) { 0 } else { full.missed + 1 };
        if full.missed >= SURE {
            self.full = None;
        }
    }
}

/// Which sites got slower or faster for no cause of their own, if all together stayed as fast as they were.
fn shifted(before: &Sample, now: &Sample) -> BTreeSet<String> {
    let (had, have) = (total(before), total(now));
    if had <= 0.0 || !are_level(had, have) {
        return BTreeSet::new();
    }
    let change = |site: &String| {
        let (before, now) = (before.get(site)?, now.get(site)?);
        let change = now.throughput - before.throughput;
        // Fewer connections are a cause to get slower, and more of them one to get faster.
        let unexplained = match change < 0.0 {
            true => now.connections >= before.connections,
            false => now.connections <= before.connections,
        };
        let large = change.abs() >= CHANGED * before.throughput.max(now.throughput);
        (unexplained && large).then_some(change)
    };
    let changes: Vec<(&String, f64)> = now.keys().filter_map(|site| Some((site, change(site)?))).collect();
    let sum = |sign: f64| changes.iter().map(|(_, change)| (change * sign).max(0.0)).sum::<f64>();
    if sum(1.0).max(sum(-1.0)) < SHIFTED * have.max(had) {
        return BTreeSet::new();
    }
    changes.into_iter().map(|(site, _)| site.clone()).collect()
}

fn total(sample: &Sample) -> f64 {
    sample.values().map(|delivery| delivery.throughput).sum()
}

fn are_level(one: f64, other: f64) -> bool {
    (one - other).abs() <= LEVEL * one.max(other)
}

/// What of a host's name stands for whoever serves there: mirrors and shards of one site often share a server, and would
/// look like a full line. An IP address stands for itself.
pub fn site(host: &str) -> &str {
    if host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok() {
        return host;
    }
    let mut dots = host.rmatch_indices('.').map(|(at, _)| at);
    dots.nth(1).and_then(|at| host.get(at + 1..)).unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample<const N: usize>(sites: [(&str, f64, u32); N]) -> Sample {
        let delivery = |(site, throughput, connections): (&str, f64, u32)| {
            (site.to_owned(), Delivery { throughput, connections })
        };
        sites.into_iter().map(delivery).collect()
    }

    /// Records each of `samples` for four seconds.
    fn after<const N: usize>(samples: [Sample; N]) -> Line {
        let mut line = Line::default();
        for sample in samples {
            (0..4).for_each(|_| line.record(sample.clone()));
        }
        line
    }

    #[test]
    fn what_a_newcomer_gets_and_another_loses_shows_a_full_line() {
        let line = after([sample([("a", 10.0, 4)]), sample([("a", 6.0, 4), ("b", 4.2, 4)])]);
        assert!(line.binds("a"));
        assert!(!line.binds("b"), "it may be all that the newcomer's server gives");
    }

    #[test]
    fn what_one_leaves_and_another_gets_shows_it_too() {
        let line = after([sample([("a", 6.0, 4), ("b", 4.0, 4)]), sample([("a", 9.8, 4)])]);
        assert!(line.binds("a"));
    }

    #[test]
    fn a_sum_that_grows_with_each_site_shows_servers() {
        let line = after([sample([("a", 10.0, 4)]), sample([("a", 10.0, 4), ("b", 4.0, 4)])]);
        assert!(!line.binds("a") && !line.binds("b"));
        let line = after([sample([("a", 10.0, 4)]), sample([("a", 7.0, 4), ("b", 9.0, 4)])]);
        assert!(!line.binds("a"));
    }

    #[test]
    fn one_site_alone_shows_nothing() {
        let line = after([sample([("a", 10.0, 4)]), sample([("a", 5.0, 4)]), sample([("a", 10.0, 4)])]);
        assert!(!line.binds("a"));
    }

    #[test]
    fn a_download_that_takes_the_place_of_another_shows_nothing() {
        let line = after([sample([("a", 5.0, 4), ("b", 5.0, 4)]), sample([("a", 5.0, 4), ("c", 5.0, 4)])]);
        assert!(!["a", "b", "c"].iter().any(|site| line.binds(site)));
        // One of two downloads from a site ended: the rest has fewer connections.
        let line = after([sample([("a", 10.0, 8)]), sample([("a", 5.0, 4), ("b", 5.0, 4)])]);
        assert!(!line.binds("a"));
    }

    #[test]
    fn one_odd_second_neither_shows_nor_ends_it() {
        let (alone, both) = (sample([("a", 10.0, 4)]), sample([("a", 6.0, 4), ("b", 4.0, 4)]));
        let mut line = after([alone.clone()]);
        line.record(both.clone());
        line.record(alone.clone());
        line.record(alone.clone());
        assert!(!line.binds("a"));
        let mut line = after([alone, both.clone()]);
        line.record(sample([("a", 3.0, 4), ("b", 2.0, 4)]));
        line.record(both.clone());
        assert!(line.binds("a"));
    }

    #[test]
    fn it_lasts_while_the_line_carries_as_much_and_no_longer() {
        let (alone, both) = (sample([("a", 10.0, 4)]), sample([("a", 6.0, 4), ("b", 4.0, 4)]));
        let mut line = after([alone.clone(), both.clone()]);
        (0..60).for_each(|_| line.record(both.clone()));
        assert!(line.binds("a"));
        (0..2).for_each(|_| line.record(sample([("a", 6.0, 4)])));
        assert!(!line.binds("a"), "there is room now, and it is not used");
        line = after([alone, both]);
        (0..2).for_each(|_| line.record(sample([("a", 12.0, 4), ("b", 4.0, 4)])));
        assert!(!line.binds("a"), "the line carries more");
    }

    #[test]
    fn names_of_one_site_count_as_one() {
        assert_eq!(site("eu.mirror.example.org"), "example.org");
        assert_eq!(site("example.org"), "example.org");
        assert_eq!(site("localhost"), "localhost");
        assert_eq!(site("192.0.2.7"), "192.0.2.7");
        assert_eq!(site("[2001:db8::1]"), "[2001:db8::1]");
    }
}
