//! A folder as a rule or a kind names it: `Video`, `{kind}/{host}`, `/media/films/{year}`. What stands for something else is
//! filled in, name by name, each made safe: whatever a host is called, it leads nowhere else.

use serde::{Deserialize, Serialize};
use std::path::{Component, Path, PathBuf};

use crate::filename;

/// Which folders count beside the one that files go to if nothing else is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum FolderSorting {
    #[default]
    Off,
    /// Those of kinds.
    ByKind,
    /// Those of rules.
    ByRules,
}

/// What `{…}` stands for.
#[derive(Debug, Clone, Copy)]
pub struct Fill<'a> {
    pub host: &'a str,
    /// What the kind is called.
    pub kind: &'a str,
    pub year: i16,
    pub month: i8,
}

/// Bytes of one at most.
const MAX_FOLDER: usize = 1000;

/// Whether `text` names a folder: no way up, and nothing in braces but what is known.
pub fn is_good(text: &str) -> bool {
    let is_known = |name: &str| {
        let fill = Fill { host: "a", kind: "a", year: 1, month: 1 };
        filled(name, fill).is_some()
    };
    let is_name = |component: Component<'_>| match component {
        Component::ParentDir => false,
        Component::Normal(name) => name.to_str().is_some_and(is_known),
        Component::Prefix(_) | Component::RootDir | Component::CurDir => true,
    };
    let is_text = !text.trim().is_empty() && !text.contains(char::is_control) && text.len() <= MAX_FOLDER;
    is_text && Path::new(text).components().all(is_name)
}

/// The folder that `text` names, in `base` unless it is absolute. What is not good is `base`.
pub fn folder(text: &str, base: &Path, fill: Fill<'_>) -> PathBuf {
    if !is_good(text) {
        return base.to_owned();
    }
    let mut path = base.to_owned();
    for component in Path::new(text).components() {
        match component {
            // An absolute one takes the place of what was before.
            Component::Prefix(_) | Component::RootDir => path.push(component),
            Component::Normal(name) => {
                let name = name.to_str().and_then(|name| filled(name, fill)).unwrap_or_default();
                path.push(filename::safe(&name));
            }
            Component::CurDir | Component::ParentDir => {}
        }
    }
    path
}

/// `name` with everything filled in; none if there is something in braces that stands for nothing.
fn filled(name: &str, fill: Fill<'_>) -> Option<String> {
    let (mut filled, mut rest) = (String::new(), name);
    while let Some((before, after)) = rest.split_once('{') {
        let (word, behind) = after.split_once('}')?;
        filled.push_str(before);
        match word {
            "host" => filled.push_str(fill.host),
            "kind" => filled.push_str(fill.kind),
            "year" => filled.push_str(&format!("{:04}", fill.year)),
            "month" => filled.push_str(&format!("{:02}", fill.month)),
            _ => return None,
        }
        rest = behind;
    }
    if rest.contains('}') {
        return None;
    }
    filled.push_str(rest);
    Some(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, host: &str) -> PathBuf {
        folder(text, Path::new("/home/ada/Downloads"), Fill { host, kind: "Video", year: 2026, month: 3 })
    }

    #[test]
    fn what_stands_in_braces_is_filled_in() {
        assert_eq!(of("{kind}/{host}", "a.org"), Path::new("/home/ada/Downloads/Video/a.org"));
        assert_eq!(of("/media/films/{year}-{month}", "a.org"), Path::new("/media/films/2026-03"));
        assert_eq!(of("./Films//new/", "a.org"), Path::new("/home/ada/Downloads/Films/new"));
    }

    #[test]
    fn no_host_and_no_text_leads_out_of_the_folder() {
        for host in ["..", "../../etc", "/etc", ".", "", "a/b", "C:\\x", "\u{202e}gpj.exe"] {
            let path = of("{host}", host);
            assert_eq!(path.parent(), Some(Path::new("/home/ada/Downloads")), "{host:?}: {path:?}");
        }
        for bad in ["", " ", "../x", "a/../../b", "{home}", "{host", "host}", "{kind/x}", "a\nb", "/.."] {
            assert!(!is_good(bad), "{bad:?}");
            assert_eq!(of(bad, "a.org"), Path::new("/home/ada/Downloads"));
        }
    }
}
