//! What a window asks to see, and what it is answered: a range of the list, the details of one download, what an address
//! holds.

use serde::{Deserialize, Serialize};
use std::path::PathBuf;

use crate::{Checksum, DownloadRow, Filter, Group, Grouping, LogLine, Options, Sort, Validator};

/// What a window wants to show. The store answers with just these rows and the total.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", default)]
pub struct ViewQuery {
    pub filter: Filter,
    /// Words that must all occur in name, note, host, folder or tags, whatever their case and accents; one with a `#` in front
    /// may be in a tag without it. Empty: everything.
    pub search: String,
    pub sort: Sort,
    pub group: Grouping,
    pub offset: u32,
    /// Rows at most; the store caps it at 1,000.
    pub limit: u32,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ViewPage {
    pub rows: Vec<DownloadRow>,
    /// How many downloads match in all.
    pub total: u32,
    pub offset: u32,
    /// All headings of the view, in order; none unless it is grouped.
    pub groups: Vec<Group>,
}

/// All that the details of one download show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Details {
    pub row: DownloadRow,
    /// Where the redirects ended, once known.
    pub final_url: Option<String>,
    /// The unfinished or finished file.
    pub path: Option<PathBuf>,
    pub content_type: Option<String>,
    /// The value of the ETag or Last-Modified that the server gave.
    pub validator: Option<String>,
    pub checksum: Option<Checksum>,
    /// Where somebody found the link, if a `Referer` says so: there may be a new one.
    pub page: Option<String>,
    /// Further addresses of the same file.
    pub mirrors: Vec<String>,
    /// What the person wrote beside it.
    pub note: Option<String>,
    /// What the person asked for. Of headers and log-ins that are secrets only what is known since Haul began.
    pub options: Options,
    /// In order, disjoint, and together the whole file; empty while the size is unknown.
    pub segments: Vec<SegmentRow>,
    /// What happened, oldest first; the latest 500 lines.
    pub log: Vec<LogLine>,
}

/// A range, how far it came, and whether a connection works on it now. `end` is exclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct SegmentRow {
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub start: u64,
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub end: u64,
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub received: u64,
    pub active: bool,
    /// The connection that works on it, as it was seen last.
    pub connection: Option<ConnectionRow>,
}

/// A connection at work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ConnectionRow {
    /// Whom it asks.
    pub host: String,
    /// That is not the first server but a mirror.
    pub mirror: bool,
    /// Bytes a second as of late; 0: none came yet.
    #[cfg_attr(feature = "specta", specta(type = u32))]
    pub throughput: u64,
}

/// What a URL holds, asked for before it is added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Probe {
    pub url: String,
    pub final_url: String,
    pub name: String,
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub size: Option<u64>,
    pub validator: Option<Validator>,
    pub content_type: Option<String>,
    pub resumable: bool,
    /// The answer is a web page: most likely not the file that was meant.
    pub web_page: bool,
}
