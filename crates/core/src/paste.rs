//! What somebody pasted, dropped or opened: links in any text, patterns that stand for many links, command lines of curl, wget,
//! aria2 and PowerShell, as browsers' "Copy as cURL" writes them, Metalink descriptions, and files that stand for one link.
//!
//! Nothing of it is run, and nothing is sent: it is a list of what could be downloaded, for a person to look at.

mod command;
mod described;
mod pattern;
mod powershell;
mod shortcut;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use command::{header, log_in};

use serde::{Deserialize, Serialize};

use crate::links;

/// Links that one text may hold. More are left out, and said.
pub const MOST_LINKS: usize = 100_000;

/// All that a text holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Pasted {
    /// In order, each address once.
    pub links: Vec<PastedLink>,
    /// How many more there were of those that are there.
    pub repeated: u32,
    /// What could not be taken over, in order.
    pub remarks: Vec<Remark>,
}

/// One address, and what stood beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PastedLink {
    pub url: String,
    /// The pattern that it is one of, as it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// What a command line says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<PastedRequest>,
}

/// What a command line says of how to ask.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", default)]
pub struct PastedRequest {
    pub name: Option<String>,
    /// In order; cookies and log-ins are headers too.
    pub headers: Vec<(String, String)>,
    pub connections: Option<u32>,
    /// Bytes a second.
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub limit: Option<u64>,
    pub proxy: Option<String>,
    /// As `sha-256=HEX`.
    pub checksum: Option<String>,
    pub mirrors: Vec<String>,
}

/// What of a text could not be taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Remark {
    /// A pattern stands for more links than are taken at once.
    TooMany { pattern: String, count: u32 },
    /// More links than [`MOST_LINKS`]: so many were left out.
    LeftOut { count: u32 },
    /// These flags of a command line mean nothing here.
    UnknownFlags { flags: Vec<String> },
    /// The command sends something (`POST`, a body): Haul asks with `GET`.
    Sends { method: String },
    /// So many links begin with a scheme that Haul cannot follow: they were left out.
    Unsupported { scheme: String, count: u32 },
    /// It would not look at who the server is; Haul does, and asks if it cannot tell.
    Insecure,
}

/// Reads a text: command lines and descriptions as such, everything else for the links in it.
pub fn read(text: &str) -> Pasted {
    let mut found = Found::default();
    if described::read(text, &mut found) {
        // That it names other ways to the same files is no loss.
        return found.pasted;
    }
    if let Some(url) = shortcut::url_of(text) {
        read_links(&url, &mut found);
        found.remark_beyond(&url);
        return found.pasted;
    }
    found.remark_beyond(text);
    if powershell::is_one(text) {
        powershell::read(text, &mut found);
    } else if command::is_one(text) {
        command::read(text, &mut found);
    } else {
        read_links(text, &mut found);
    }
    found.pasted
}

/// Patterns stand alone on their lines; what is between them is any text.
fn read_links(text: &str, found: &mut Found) {
    let mut others = String::new();
    for line in text.lines() {
        match pattern::Pattern::of(line.trim()) {
            Some(pattern) => {
                read_others(&std::mem::take(&mut others), found);
                found.add_pattern(&pattern);
            }
            None => {
                others.push_str(line);
                others.push('\n');
            }
        }
    }
    read_others(&others, found);
}

fn read_others(text: &str, found: &mut Found) {
    let (links, repeated) = links::find_counting(text);
    found.pasted.repeated = found.pasted.repeated.saturating_add(repeated);
    for url in links {
        found.add(PastedLink { url, ..PastedLink::default() });
    }
}

/// What was found so far.
#[derive(Debug, Default)]
struct Found {
    pasted: Pasted,
    seen: std::collections::HashSet<String>,
    left_out: u32,
}

impl Found {
    fn add(&mut self, link: PastedLink) {
        if self.seen.contains(&link.url) {
            self.pasted.repeated += 1;
        } else if self.pasted.links.len() >= MOST_LINKS {
            self.leave_out();
        } else {
            self.seen.insert(link.url.clone());
            self.pasted.links.push(link);
        }
    }

    fn leave_out(&mut self) {
        self.left_out += 1;
        let count = self.left_out;
        match self.pasted.remarks.last_mut() {
            Some(Remark::LeftOut { count: known }) => *known = count,
            _ => self.pasted.remarks.push(Remark::LeftOut { count }),
        }
    }

    fn add_pattern(&mut self, pattern: &pattern::Pattern) {
        match pattern.links() {
            Ok(links) => {
                for url in links {
                    self.add(PastedLink {
                        url,
                        pattern: Some(pattern.text().to_owned()),
                        ..PastedLink::default()
                    });
                }
            }
            Err(count) => {
                self.pasted.remarks.push(Remark::TooMany { pattern: pattern.text().to_owned(), count });
            }
        }
    }

    fn remark_beyond(&mut self, text: &str) {
        for (scheme, count) in links::beyond(text) {
            self.remark(Remark::Unsupported { scheme: scheme.to_owned(), count });
        }
    }

    fn remark(&mut self, remark: Remark) {
        if !self.pasted.remarks.contains(&remark) {
            self.pasted.remarks.push(remark);
        }
    }
}
