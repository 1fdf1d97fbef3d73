//! What kinds and rules together come to for one download.

use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

use super::folder::{self, Fill, FolderSorting};
use super::{Facts, Rule, RulesMatch, Then, Verdict, decide};
use crate::kind::{Kind, Kinds, Known};
use crate::{QueueId, Settings, tag};

/// Kinds and rules as they are set, ready to be asked.
#[derive(Debug, Clone, Default)]
pub struct Sorter {
    pub kinds: Kinds,
    rules: Vec<Rule>,
    most: RulesMatch,
    folders: FolderSorting,
    idle: bool,
}

/// What was found for one download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sorted {
    /// The id of its kind.
    pub kind: String,
    /// What follows: of the rules first, then of its kind.
    pub then: Then,
    /// How each rule stands to it, in their order.
    pub verdicts: Vec<Verdict>,
}

/// What kinds and rules come to for an address or a name that somebody tries them on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Tried {
    /// The name that the file would have.
    pub name: String,
    /// Where it would go.
    pub folder: PathBuf,
    /// The id of its kind.
    pub kind: String,
    pub then: Then,
    /// How each rule stands to it, in their order.
    pub verdicts: Vec<Verdict>,
}

/// What rules decided for a download, in place of the person. As long as it is still so they may decide anew, when more is
/// known; what is another by now the person chose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", default)]
pub struct Ruled {
    /// None: the person named one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub folder: Option<PathBuf>,
    /// None: the person named one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub queue: Option<QueueId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connections: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "specta", specta(type = Option<u32>))]
    pub limit: Option<u64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The kind that a rule says it is of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// They let it begin paused: once is enough.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub paused: bool,
}

impl Sorter {
    pub fn of(settings: &Settings) -> Self {
        let has_say =
            |kind: &Kind| kind.queue.is_some() || kind.connections.is_some() || !kind.tags.is_empty();
        Self {
            kinds: Kinds::of(&settings.kinds),
            rules: settings.rules.clone(),
            most: settings.rules_match,
            folders: settings.folder_sorting,
            idle: settings.rules.iter().all(|rule| rule.off)
                && settings.folder_sorting == FolderSorting::Off
                && !settings.kinds.iter().any(has_say),
        }
    }

    /// Whether nothing follows for anything.
    pub fn is_idle(&self) -> bool {
        self.idle
    }

    /// What follows from `facts`, of which the kind is filled in here: the one that the person `chose`, or what it is by
    /// itself.
    pub fn sort(&self, facts: Facts<'_>, chosen: Option<&str>) -> Sorted {
        let known = Known { host: facts.host, name: facts.name, content_type: facts.content_type };
        let chosen = chosen.filter(|kind| self.kinds.get(kind).is_some());
        let own = chosen.unwrap_or_else(|| self.kinds.kind_of(known));
        let super::Decision { mut then, verdicts } =
            decide(&self.rules, self.most, &Facts { kind: own, ..facts });
        then.kind = then.kind.filter(|kind| chosen.is_none() && self.kinds.get(kind).is_some());
        let kind = then.kind.clone().unwrap_or_else(|| own.to_owned());
        let of_kind = self.kinds.get(&kind);
        if let Some(Kind { queue, connections, tags, .. }) = of_kind {
            then.queue = then.queue.or(*queue);
            then.connections = then.connections.or(*connections);
            then.tags = tag::changed(&then.tags, &tag::tags(tags), &[]);
        }
        then.folder = match self.folders {
            FolderSorting::Off => None,
            FolderSorting::ByKind => of_kind.and_then(|kind| kind.folder.clone()),
            FolderSorting::ByRules => then.folder,
        };
        Sorted { kind, then, verdicts }
    }

    /// What stands for the kind with this `id` in the name of a folder.
    pub fn name_of<'a>(&'a self, id: &'a str) -> &'a str {
        let Some(kind) = self.kinds.get(id) else { return id };
        // The usual ones have no name but the one of their folder, unless that is a pattern itself.
        let of_folder = kind.folder.as_deref().filter(|folder| !folder.contains(['/', '\\', '{']));
        kind.name.as_deref().or(of_folder).unwrap_or(id)
    }

    /// The folder that `sorted` names, in `base`.
    pub fn folder(&self, sorted: &Sorted, base: &Path, host: &str, (year, month): (i16, i8)) -> PathBuf {
        let Some(text) = &sorted.then.folder else { return base.to_owned() };
        folder::folder(text, base, Fill { host, kind: self.name_of(&sorted.kind), year, month })
    }
}

#[cfg(test)]
mod tests {
    use super::super::When;
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    fn film(settings: &Settings, chosen: Option<&str>) -> Sorted {
        let facts = Facts { host: "a.org", name: "a.mkv", ..Facts::default() };
        Sorter::of(settings).sort(facts, chosen)
    }

    fn folder(settings: &Settings) -> PathBuf {
        let sorter = Sorter::of(settings);
        sorter.folder(&film(settings, None), Path::new("/d"), "a.org", (2026, 11))
    }

    fn settings() -> Settings {
        let mut settings = Settings::default();
        settings.kinds[0].queue = Some(7);
        settings.kinds[0].tags = words("film");
        let when = When { hosts: words("*.org"), ..When::default() };
        let then = Then {
            folder: Some("{kind}/{host}".into()),
            connections: Some(2),
            tags: words("new"),
            ..Then::default()
        };
        settings.rules = vec![super::Rule { when, then, ..super::Rule::default() }];
        settings
    }

    #[test]
    fn what_the_rules_leave_open_the_kind_says() {
        let sorted = film(&settings(), None);
        assert_eq!(
            (sorted.kind.as_str(), sorted.then.queue, sorted.then.connections),
            ("video", Some(7), Some(2))
        );
        assert_eq!(sorted.then.tags, words("film new"));
        let chosen = film(&settings(), Some("audio"));
        assert_eq!((chosen.kind.as_str(), chosen.then.queue), ("audio", None));
        assert_eq!(film(&settings(), Some("gone")).kind, "video");
    }

    #[test]
    fn a_rule_may_name_the_kind_but_not_against_the_person() {
        let mut settings = settings();
        settings.rules[0].then.kind = Some("document".into());
        assert_eq!(film(&settings, None).kind, "document");
        assert_eq!(film(&settings, Some("audio")).kind, "audio");
        settings.rules[0].then.kind = Some("gone".into());
        assert_eq!(film(&settings, None).kind, "video");
    }

    #[test]
    fn folders_are_those_of_kinds_or_of_rules_or_none() {
        let by = |folder_sorting| folder(&Settings { folder_sorting, ..settings() });
        assert_eq!(by(FolderSorting::Off), Path::new("/d"));
        assert_eq!(by(FolderSorting::ByKind), Path::new("/d/Video"));
        assert_eq!(by(FolderSorting::ByRules), Path::new("/d/Video/a.org"));
    }

    #[test]
    fn without_rules_folders_and_kinds_that_have_a_say_nothing_follows() {
        let mut settings = Settings::default();
        assert!(Sorter::of(&settings).is_idle());
        settings.rules = vec![super::Rule { off: true, ..super::Rule::default() }];
        assert!(Sorter::of(&settings).is_idle());
        settings.kinds[0].tags = words("film");
        assert!(!Sorter::of(&settings).is_idle());
    }
}
