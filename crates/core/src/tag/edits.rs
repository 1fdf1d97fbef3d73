//! What becomes of tags: on downloads, and in the settings that put them on by themselves or give them a colour.

use serde::{Deserialize, Serialize};

use super::{changed, is_same, rename, tag};
use crate::rules::Rule;
use crate::{Colour, DownloadId, Settings};

/// Downloads that get tags and lose others.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct TagEdit {
    pub ids: Vec<DownloadId>,
    pub add: Vec<String>,
    pub remove: Vec<String>,
}

/// The tags that downloads of a kind get from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct KindTags {
    /// Its id.
    pub kind: String,
    pub tags: Vec<String>,
}

/// The tags that a rule puts on from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RuleTags {
    /// Where it stands, if it still does.
    pub index: u32,
    /// As it is now: a rule has no other name. One that was changed meanwhile is left alone.
    pub rule: Rule,
    pub tags: Vec<String>,
}

/// A tag that stays though nothing has it, as the person made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct OwnTag {
    /// As it is written.
    pub tag: String,
    #[serde(default)]
    pub colour: Option<Colour>,
}

/// What `tag` is among those that stay, from now on; none: it stays no more than what it is on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct OwnEdit {
    pub tag: String,
    pub own: Option<OwnTag>,
}

impl OwnTag {
    /// The first part that cannot be, by its name on the wire.
    pub fn fault(&self) -> Option<&'static str> {
        let is_good = tag(&self.tag).is_some_and(|tag| tag == self.tag);
        (!is_good).then_some("tag")
    }
}

/// All that becomes another in one go. The answer to it is what takes it back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", default)]
pub struct TagEdits {
    pub downloads: Vec<TagEdit>,
    pub kinds: Vec<KindTags>,
    pub rules: Vec<RuleTags>,
    pub own: Vec<OwnEdit>,
}

impl TagEdits {
    /// The tag `from` of `ids`, and wherever `settings` have it, is called `to`. Its colour goes with it, unless `to` has one.
    pub fn renaming(settings: &Settings, ids: Vec<DownloadId>, from: &str, to: &str) -> Self {
        let mut edits = Self::of(settings, from, |tags| rename(tags, from, to));
        if let Some(OwnTag { colour, .. }) = own(settings, from) {
            let renamed = OwnTag { tag: to.to_owned(), colour: *colour };
            if is_same(from, to) || own(settings, to).is_none() {
                edits.own.push(OwnEdit { tag: from.to_owned(), own: Some(renamed) });
            } else {
                edits.own.push(OwnEdit { tag: from.to_owned(), own: None });
            }
        }
        edits.downloads.push(TagEdit { ids, add: vec![to.to_owned()], remove: vec![from.to_owned()] });
        edits
    }

    /// Takes `tag` off `ids` and out of `settings`.
    pub fn removing(settings: &Settings, ids: Vec<DownloadId>, tag: &str) -> Self {
        let gone = [tag.to_owned()];
        let mut edits = Self::of(settings, tag, |tags| *tags = changed(tags, &[], &gone));
        if own(settings, tag).is_some() {
            edits.own.push(OwnEdit { tag: tag.to_owned(), own: None });
        }
        edits.downloads.push(TagEdit { ids, add: Vec::new(), remove: gone.to_vec() });
        edits
    }

    /// Those of kinds and rules that have `tag`.
    fn of(settings: &Settings, tag: &str, change: impl Fn(&mut Vec<String>)) -> Self {
        let has = |tags: &[String]| tags.iter().any(|one| is_same(one, tag));
        let after = |tags: &[String]| {
            let mut tags = tags.to_vec();
            change(&mut tags);
            tags
        };
        let kinds = settings.kinds.iter().filter(|kind| has(&kind.tags));
        let rules = (0..).zip(&settings.rules).filter(|(_, rule)| has(&rule.then.tags));
        let kinds = kinds.map(|kind| KindTags { kind: kind.id.clone(), tags: after(&kind.tags) });
        let rules = rules.map(|(index, rule)| {
            let tags = after(&rule.then.tags);
            RuleTags { index, rule: rule.clone(), tags }
        });
        Self { kinds: kinds.collect(), rules: rules.collect(), ..Self::default() }
    }

    /// Puts into `settings` what is about them, and answers with what takes that back.
    #[must_use]
    pub fn put_into(&self, settings: &mut Settings) -> Self {
        let mut inverse = Self::default();
        for KindTags { kind, tags } in &self.kinds {
            if let Some(found) = settings.kinds.iter_mut().find(|one| one.id == *kind) {
                let tags = std::mem::replace(&mut found.tags, tags.clone());
                inverse.kinds.push(KindTags { kind: kind.clone(), tags });
            }
        }
        for change in &self.rules {
            let Some(index) = change.place_in(&settings.rules) else { continue };
            let tags = std::mem::replace(&mut settings.rules[index].then.tags, change.tags.clone());
            inverse.rules.push(RuleTags { rule: settings.rules[index].clone(), tags, ..change.clone() });
        }
        for OwnEdit { tag, own } in &self.own {
            let place = settings.tags.iter().position(|one| is_same(&one.tag, tag));
            let before = place.map(|place| settings.tags.remove(place));
            settings.tags.extend(own.clone());
            settings.tags.sort_by_cached_key(|one| (one.tag.to_lowercase(), one.tag.clone()));
            let tag = own.as_ref().map_or(tag, |own| &own.tag).clone();
            inverse.own.push(OwnEdit { tag, own: before });
        }
        inverse.own.reverse();
        inverse
    }
}

fn own<'a>(settings: &'a Settings, tag: &str) -> Option<&'a OwnTag> {
    settings.tags.iter().find(|one| is_same(&one.tag, tag))
}

impl RuleTags {
    fn place_in(&self, rules: &[Rule]) -> Option<usize> {
        let there = usize::try_from(self.index).ok().filter(|index| rules.get(*index) == Some(&self.rule));
        there.or_else(|| rules.iter().position(|rule| *rule == self.rule))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Then;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    fn rule(tags: &str) -> Rule {
        Rule { then: Then { tags: words(tags), ..Then::default() }, ..Rule::default() }
    }

    fn own_tag(tag: &str, colour: Option<Colour>) -> OwnTag {
        OwnTag { tag: tag.into(), colour }
    }

    fn settings() -> Settings {
        let mut settings =
            Settings { rules: vec![rule(""), rule("work"), rule("Read")], ..Settings::default() };
        settings.kinds[0].tags = words("home read");
        settings.tags.push(own_tag("Read", Some(Colour::Blue)));
        settings
    }

    #[test]
    fn a_tag_is_renamed_wherever_it_is_put_on_and_back() {
        let before = settings();
        let mut now = before.clone();
        let inverse = TagEdits::renaming(&now, vec![], "READ", "work").put_into(&mut now);
        assert_eq!(now.kinds[0].tags, words("home work"));
        assert_eq!(now.rules, [rule(""), rule("work"), rule("work")]);
        assert_eq!(now.tags, [own_tag("work", Some(Colour::Blue))]);
        let again = inverse.put_into(&mut now);
        assert_eq!(now, before);
        drop(again.put_into(&mut now));
        assert_eq!(now.rules[2], rule("work"));
    }

    #[test]
    fn a_tag_that_is_gone_comes_back_to_the_rule_that_had_it_and_not_to_its_like() {
        let before = settings();
        let mut now = before.clone();
        let inverse = TagEdits::removing(&now, vec![], "read").put_into(&mut now);
        assert_eq!(now.rules, [rule(""), rule("work"), rule("")]);
        assert_eq!((now.kinds[0].tags.clone(), now.tags.len()), (words("home"), 0));
        drop(inverse.put_into(&mut now));
        assert_eq!(now, before);
    }

    #[test]
    fn a_rule_that_was_changed_meanwhile_is_left_alone() {
        let mut now = settings();
        let inverse = TagEdits::removing(&now, vec![], "read").put_into(&mut now);
        now.rules[2].name = "mine".into();
        now.rules.remove(0);
        drop(inverse.put_into(&mut now));
        assert_eq!(now.rules[1].then.tags, words(""));
    }

    #[test]
    fn a_tag_keeps_its_own_colour_when_another_becomes_it() {
        let mut now = settings();
        now.tags.push(own_tag("Work", None));
        let before = now.clone();
        let inverse = TagEdits::renaming(&now, vec![], "read", "work").put_into(&mut now);
        assert_eq!(now.tags, [own_tag("Work", None)]);
        drop(inverse.put_into(&mut now));
        assert_eq!(now, before);
    }
}
