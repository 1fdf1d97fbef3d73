//! Rules: what follows for a download from where it comes and what it is. "If all of this, then that."
//!
//! The first rule that fits counts, or all of them: then each of their consequences is the first that any of them has, and
//! tags add up. What the person chose for a download wins over any rule. Of size and content type nothing is known before
//! the server answered: a rule that asks for them does not fit until then, and is asked once more.

pub mod folder;
pub mod sorting;
#[cfg(test)]
mod tests;

pub use folder::FolderSorting;
pub use sorting::{Ruled, Sorted, Sorter, Tried};

use serde::{Deserialize, Serialize};

use crate::glob::Glob;
use crate::kind::has_extension;
use crate::settings::{MAX_CONNECTIONS, MAX_LIMIT, MIN_LIMIT};
use crate::tag;

/// Rules that there can be.
pub const MOST_RULES: usize = 500;

/// One rule.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", default)]
pub struct Rule {
    /// What the person calls it.
    pub name: String,
    /// It is kept, and does nothing.
    pub off: bool,
    pub when: When,
    pub then: Then,
}

/// What must all be so. Of each list one is enough; what is empty is so in any case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", default)]
pub struct When {
    /// Patterns of the host, without port.
    pub hosts: Vec<String>,
    /// Patterns of the whole address.
    pub urls: Vec<String>,
    /// Endings of the name, without the dot in front.
    pub extensions: Vec<String>,
    /// Patterns of the content type.
    pub content_types: Vec<String>,
    /// Ids of kinds.
    pub kinds: Vec<String>,
    /// Patterns of the address of the page that the link was on.
    pub referrers: Vec<String>,
    /// Bytes at least.
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub min_size: Option<u64>,
    /// Bytes at most.
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub max_size: Option<u64>,
}

/// What follows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", default)]
pub struct Then {
    /// See [`folder`]. Where files go by rules.
    pub folder: Option<String>,
    pub queue: Option<u32>,
    pub connections: Option<u32>,
    /// Bytes a second.
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub limit: Option<u64>,
    pub tags: Vec<String>,
    /// The id of a kind.
    pub kind: Option<String>,
    /// It begins paused.
    pub paused: bool,
}

/// How many rules count for one download.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum RulesMatch {
    /// The first that fits.
    #[default]
    First,
    /// All that fit.
    All,
}

/// What a rule asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Condition {
    Host,
    Url,
    Extension,
    ContentType,
    Kind,
    Referrer,
    Size,
}

/// How a rule stands to a download.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "verdict", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Verdict {
    /// It fits, and counts.
    Counts,
    /// It fits, but one before it counts.
    TooLate,
    Off,
    /// This is the first thing that is not so.
    Fails {
        condition: Condition,
    },
    /// This is known once the server answered.
    NotYet {
        condition: Condition,
    },
}

/// What is known of a download.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts<'a> {
    pub url: &'a str,
    pub host: &'a str,
    pub name: &'a str,
    pub kind: &'a str,
    pub referrer: Option<&'a str>,
    /// The server answered: what is not known now it does not tell.
    pub answered: bool,
    pub content_type: Option<&'a str>,
    pub size: Option<u64>,
}

/// What all rules together come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decision {
    pub then: Then,
    /// How each rule stands to it, in their order.
    pub verdicts: Vec<Verdict>,
}

/// Decides by `rules`, of which `most` count.
pub fn decide(rules: &[Rule], most: RulesMatch, facts: &Facts<'_>) -> Decision {
    let mut decision = Decision::default();
    let mut is_decided = false;
    for rule in rules {
        let verdict = match rule.verdict(facts) {
            Verdict::Counts if is_decided => Verdict::TooLate,
            verdict => verdict,
        };
        if verdict == Verdict::Counts {
            decision.then.complete_with(&rule.then);
            is_decided = most == RulesMatch::First;
        }
        decision.verdicts.push(verdict);
    }
    decision
}

impl Rule {
    fn verdict(&self, facts: &Facts<'_>) -> Verdict {
        if self.off { Verdict::Off } else { self.when.verdict(facts) }
    }

    /// The first part that cannot be, by its name on the wire.
    pub fn fault(&self) -> Option<&'static str> {
        if self.name.chars().count() > 200 {
            return Some("name");
        }
        self.when.fault().or_else(|| self.then.fault())
    }
}

impl When {
    fn verdict(&self, facts: &Facts<'_>) -> Verdict {
        let known = facts.answered;
        let later = |so: bool, is_known: bool, condition| match so {
            true => None,
            false if is_known || known => Some(Verdict::Fails { condition }),
            false => Some(Verdict::NotYet { condition }),
        };
        let now = |so: bool, condition| (!so).then_some(Verdict::Fails { condition });
        let is_listed = |list: &[String], id: &str| list.is_empty() || list.iter().any(|one| one == id);
        let named = self.extensions.is_empty() || has_extension(facts.name, &self.extensions);
        let essence = facts.content_type.map(|text| text.split(';').next().unwrap_or_default().trim());
        let sized = (self.min_size.is_none() && self.max_size.is_none())
            || facts.size.is_some_and(|size| {
                self.min_size.is_none_or(|min| size >= min) && self.max_size.is_none_or(|max| size <= max)
            });
        let typed = self.content_types.is_empty() || essence.is_some_and(|it| fits(&self.content_types, it));
        let found = facts.referrer.is_some_and(|page| fits(&self.referrers, page));
        let linked = self.referrers.is_empty() || found;
        now(fits(&self.hosts, facts.host), Condition::Host)
            .or_else(|| now(fits(&self.urls, facts.url), Condition::Url))
            .or_else(|| now(linked, Condition::Referrer))
            // A name or a kind may be another once the server answered.
            .or_else(|| later(named, false, Condition::Extension))
            .or_else(|| later(is_listed(&self.kinds, facts.kind), false, Condition::Kind))
            .or_else(|| later(typed, facts.content_type.is_some(), Condition::ContentType))
            .or_else(|| later(sized, facts.size.is_some(), Condition::Size))
            .unwrap_or(Verdict::Counts)
    }

    fn fault(&self) -> Option<&'static str> {
        let is_bad = |patterns: &[String]| patterns.iter().any(|pattern| Glob::new(pattern).is_none());
        let is_no_ending = |text: &String| text.is_empty() || text.starts_with('.') || text.contains('/');
        match self {
            _ if is_bad(&self.hosts) => Some("hosts"),
            _ if is_bad(&self.urls) => Some("urls"),
            _ if is_bad(&self.content_types) => Some("contentTypes"),
            _ if is_bad(&self.referrers) => Some("referrers"),
            _ if self.extensions.iter().any(is_no_ending) => Some("extensions"),
            _ if self.min_size.zip(self.max_size).is_some_and(|(min, max)| min > max) => Some("maxSize"),
            _ => None,
        }
    }
}

impl Then {
    /// What is still open is as in `other`; tags add up.
    fn complete_with(&mut self, other: &Then) {
        let Then { folder, queue, connections, limit, tags, kind, paused } = other;
        self.folder = self.folder.take().or_else(|| folder.clone());
        self.queue = self.queue.or(*queue);
        self.connections = self.connections.or(*connections);
        self.limit = self.limit.or(*limit);
        self.tags = tag::changed(&self.tags, &tag::tags(tags), &[]);
        self.kind = self.kind.take().or_else(|| kind.clone());
        self.paused |= paused;
    }

    fn fault(&self) -> Option<&'static str> {
        let connections = self.connections.is_some_and(|count| !(1..=MAX_CONNECTIONS).contains(&count));
        let limit = self.limit.is_some_and(|limit| !(MIN_LIMIT..=MAX_LIMIT).contains(&limit));
        match self {
            _ if self.folder.as_deref().is_some_and(|folder| !folder::is_good(folder)) => Some("folder"),
            _ if connections => Some("connections"),
            _ if limit => Some("limit"),
            _ if self.tags.iter().any(|text| tag::tag(text).is_none()) => Some("tags"),
            _ => None,
        }
    }
}

/// Whether one of `patterns` fits, or there are none.
fn fits(patterns: &[String], text: &str) -> bool {
    patterns.is_empty()
        || patterns.iter().filter_map(|pattern| Glob::new(pattern)).any(|glob| glob.fits(text))
}
