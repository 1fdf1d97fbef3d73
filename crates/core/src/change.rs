//! What a person changes of downloads that are on the list: each option for itself, so that of several downloads only that
//! becomes the same which somebody meant.

use serde::{Deserialize, Serialize};

use crate::{Checksum, DownloadId, Options, Proxy, WhenChanged};

/// One option with its new value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "option", content = "value", rename_all = "camelCase")]
pub enum OptionChange {
    Headers(Vec<(String, String)>),
    Connections(Option<u32>),
    Limit(#[cfg_attr(feature = "specta", specta(type = Option<u32>))] Option<u64>),
    Checksum(Option<Checksum>),
    Proxy(Option<Proxy>),
    WhenChanged(WhenChanged),
}

/// What of one download becomes what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct OptionEdit {
    pub id: DownloadId,
    pub changes: Vec<OptionChange>,
}

impl OptionEdit {
    /// The edit that takes this one back, of a download that has `options` before it.
    #[must_use]
    pub fn inverse(&self, options: &Options) -> Self {
        let changes = self.changes.iter().map(|change| change.as_in(options)).collect();
        Self { id: self.id, changes }
    }
}

impl OptionChange {
    /// The same option with the value that it has in `options`.
    fn as_in(&self, options: &Options) -> Self {
        match self {
            Self::Headers(_) => Self::Headers(options.headers.clone()),
            Self::Connections(_) => Self::Connections(options.connections),
            Self::Limit(_) => Self::Limit(options.limit),
            Self::Checksum(_) => Self::Checksum(options.checksum.clone()),
            Self::Proxy(_) => Self::Proxy(options.proxy.clone()),
            Self::WhenChanged(_) => Self::WhenChanged(options.when_changed),
        }
    }

    pub fn apply(self, options: &mut Options) {
        match self {
            Self::Headers(headers) => options.headers = headers,
            Self::Connections(connections) => options.connections = connections,
            Self::Limit(limit) => options.limit = limit,
            Self::Checksum(checksum) => options.checksum = checksum,
            Self::Proxy(proxy) => options.proxy = proxy,
            Self::WhenChanged(when_changed) => options.when_changed = when_changed,
        }
    }

    /// Whether a transfer at work can take it over without asking its server anew.
    pub fn acts_at_once(&self) -> bool {
        match self {
            Self::Limit(_) => true,
            Self::Headers(_)
            | Self::Connections(_)
            | Self::Checksum(_)
            | Self::Proxy(_)
            | Self::WhenChanged(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_touches_nothing_but_its_own_option() {
        let before = Options { limit: Some(2048), connections: Some(3), ..Options::default() };
        let mut options = before.clone();
        OptionChange::Connections(None).apply(&mut options);
        assert_eq!(options, Options { connections: None, ..before });
        let json = serde_json::to_string(&OptionChange::Limit(Some(4096))).unwrap();
        assert_eq!(json, r#"{"option":"limit","value":4096}"#);
        let read: OptionChange = serde_json::from_str(r#"{"option":"proxy","value":null}"#).unwrap();
        assert_eq!(read, OptionChange::Proxy(None));
    }

    #[test]
    fn an_edit_is_taken_back_by_its_inverse() {
        let before = Options { limit: Some(2048), ..Options::default() };
        let changes = vec![OptionChange::Limit(None), OptionChange::Proxy(Some(Proxy::None))];
        let edit = OptionEdit { id: DownloadId(1), changes };
        let mut options = before.clone();
        edit.changes.iter().for_each(|change| change.clone().apply(&mut options));
        assert_ne!(options, before);
        edit.inverse(&before).changes.into_iter().for_each(|change| change.apply(&mut options));
        assert_eq!(options, before);
    }
}
