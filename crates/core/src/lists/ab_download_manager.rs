//! The list of AB Download Manager: a JSON file for each download.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

use super::Entry;
use crate::paste;

/// As it writes them. What Haul has no use for is left out.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    /// Older versions knew one kind and did not say it.
    #[serde(rename = "type", default)]
    kind: Option<String>,
    link: String,
    folder: PathBuf,
    name: PathBuf,
    status: String,
    #[serde(default)]
    headers: Option<BTreeMap<String, String>>,
    #[serde(default)]
    username: Option<String>,
    #[serde(default)]
    password: Option<String>,
    #[serde(default)]
    user_agent: Option<String>,
    #[serde(default)]
    preferred_connection_count: Option<u32>,
}

/// The download that one of its files describes. None: it is finished, or it is none.
pub fn parse(text: &str) -> Option<Entry> {
    let item: Item = serde_json::from_str(text).ok()?;
    let is_file = item.kind.as_deref().is_none_or(|kind| kind == "http");
    if !is_file || item.status == "Completed" {
        return None;
    }
    let mut headers: Vec<String> =
        item.headers.iter().flatten().map(|(name, value)| format!("{name}: {value}")).collect();
    headers.extend(item.user_agent.map(|agent| format!("User-Agent: {agent}")));
    if let Some(user) = item.username.filter(|user| !user.is_empty()) {
        let (name, value) = paste::log_in(&user, &item.password.unwrap_or_default());
        headers.push(format!("{name}: {value}"));
    }
    Some(Entry {
        url: item.link,
        out: Some(item.name),
        dir: Some(item.folder),
        headers,
        connections: item.preferred_connection_count,
        paused: item.status == "Paused",
        ..Entry::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(status: &str, more: &str) -> String {
        format!(
            r#"{{"link":"https://a.org/1","folder":"/home/ada/Downloads","name":"one.iso","contentLength":5,"id":3,"status":"{status}"{more}}}"#
        )
    }

    #[test]
    fn what_is_not_finished_is_taken_with_what_it_asks_with() {
        let more = r#","type":"http","headers":{"Cookie":"a=1"},"username":"ada","password":"secret","preferredConnectionCount":4"#;
        let entry = parse(&item("Paused", more)).unwrap();
        assert_eq!((entry.url.as_str(), entry.paused, entry.connections), ("https://a.org/1", true, Some(4)));
        assert_eq!(entry.headers, ["Cookie: a=1", "Authorization: Basic YWRhOnNlY3JldA=="]);
        assert!(!parse(&item("Error", "")).unwrap().paused);
    }

    #[test]
    fn what_is_finished_or_no_single_file_is_not() {
        assert_eq!(parse(&item("Completed", "")), None);
        assert_eq!(parse(&item("Paused", r#","type":"hls""#)), None);
        assert_eq!(parse("12"), None);
        assert_eq!(parse(""), None);
    }
}
