//! Words that a person puts on downloads.

mod edits;

pub use edits::{KindTags, OwnEdit, OwnTag, RuleTags, TagEdit, TagEdits};

/// Characters of one at most.
pub const MAX_TAG: usize = 50;
/// Tags of one download at most.
pub const MAX_TAGS: usize = 50;
/// Tags that stay though nothing has them.
pub const MOST_OWN: usize = 1000;

/// `text` as a tag: without blanks around it, and with one blank where there are more; none if it is none.
pub fn tag(text: &str) -> Option<String> {
    let tag = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_good = !tag.is_empty() && tag.chars().count() <= MAX_TAG && !tag.chars().any(char::is_control);
    is_good.then_some(tag)
}

/// `texts` as tags, each once, as it is written first, in alphabetical order.
pub fn tags<'a>(texts: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    let tags: Vec<String> = texts.into_iter().filter_map(|text| tag(text)).collect();
    changed(&[], &tags, &[])
}

/// Whether both are the same tag: the case of letters makes no other.
pub fn is_same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// In alphabetical order.
pub fn sort(tags: &mut [String]) {
    tags.sort_by_cached_key(|tag| (tag.to_lowercase(), tag.clone()));
}

/// `tags` with `add` and without `remove`.
pub fn changed(tags: &[String], add: &[String], remove: &[String]) -> Vec<String> {
    let is_in = |list: &[String], tag: &String| list.iter().any(|one| is_same(one, tag));
    let mut changed: Vec<String> = tags.iter().filter(|tag| !is_in(remove, tag)).cloned().collect();
    for tag in add {
        if !is_in(&changed, tag) && changed.len() < MAX_TAGS {
            changed.push(tag.clone());
        }
    }
    sort(&mut changed);
    changed
}

/// Calls `from` in `tags` by the name `to`, which is there once then.
pub fn rename(tags: &mut Vec<String>, from: &str, to: &str) {
    if tags.iter().any(|tag| is_same(tag, from)) {
        tags.retain(|tag| !is_same(tag, from) && !is_same(tag, to));
        tags.push(to.to_owned());
        sort(tags);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn a_tag_is_a_short_text_in_one_line() {
        assert_eq!(tag("  to  read\n").as_deref(), Some("to read"));
        assert_eq!(tag(" "), None);
        assert_eq!(tag("a\u{7}"), None);
        assert_eq!(tag(&"x".repeat(MAX_TAG + 1)), None);
    }

    #[test]
    fn a_renamed_tag_is_there_once() {
        let renamed = |text, from, to| {
            let mut tags = words(text);
            rename(&mut tags, from, to);
            tags.join(",")
        };
        assert_eq!(renamed("home,Work", "work", "Zoo"), "home,Zoo");
        assert_eq!(renamed("home,Work", "HOME", "work"), "work");
        assert_eq!(renamed("home,Work", "work", "WORK"), "home,WORK");
        assert_eq!(renamed("home", "work", "home"), "home");
    }

    #[test]
    fn the_same_word_in_another_case_is_the_same_tag() {
        assert_eq!(tags(&words("work,Home,Work, ,home")), ["Home", "work"]);
        assert_eq!(changed(&words("Work,home"), &words("WORK,new"), &words("HOME")), ["new", "Work"]);
    }
}
