//! Which rule or kind takes a download, and what of it holds.

use super::*;

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

fn rule(when: When, tags: &str) -> Rule {
    Rule { when, then: Then { tags: words(tags), ..Then::default() }, ..Rule::default() }
}

fn facts() -> Facts<'static> {
    Facts {
        url: "https://files.example.org/pub/debian-13.iso?key=1",
        host: "files.example.org",
        name: "debian-13.iso",
        kind: "disk-image",
        referrer: Some("https://www.example.org/downloads/"),
        ..Facts::default()
    }
}

fn answered() -> Facts<'static> {
    Facts { answered: true, content_type: Some("Application/X-ISO; a=b"), size: Some(5 << 30), ..facts() }
}

fn verdict(when: When, facts: &Facts<'_>) -> Verdict {
    decide(&[rule(when, "")], RulesMatch::First, facts).verdicts[0]
}

#[test]
fn all_that_a_rule_asks_for_must_be_so() {
    let all = When {
        hosts: words("other.org *.example.org"),
        urls: words("*/pub/*"),
        extensions: words("iso img"),
        content_types: words("application/x-*"),
        kinds: words("disk-image"),
        referrers: words("https://www.example.org/*"),
        min_size: Some(1 << 30),
        max_size: Some(5 << 30),
    };
    assert_eq!(verdict(all.clone(), &answered()), Verdict::Counts);
    let fails = |change: fn(&mut When), condition| {
        let mut when = all.clone();
        change(&mut when);
        assert_eq!(verdict(when, &answered()), Verdict::Fails { condition });
    };
    fails(|when| when.hosts = words("example.org"), Condition::Host);
    fails(|when| when.urls = words("*/pub"), Condition::Url);
    fails(|when| when.extensions = words("so"), Condition::Extension);
    fails(|when| when.content_types = words("video/*"), Condition::ContentType);
    fails(|when| when.kinds = words("video"), Condition::Kind);
    fails(|when| when.referrers = words("https://a.org/*"), Condition::Referrer);
    fails(|when| when.max_size = Some((5 << 30) - 1), Condition::Size);
    fails(|when| when.min_size = Some((5 << 30) + 1), Condition::Size);
    assert_eq!(verdict(When::default(), &Facts::default()), Verdict::Counts, "it asks for nothing");
}

#[test]
fn what_only_the_server_knows_is_not_yet_known() {
    let large = || When { min_size: Some(1), ..When::default() };
    let film = || When { content_types: words("video/*"), ..When::default() };
    assert_eq!(verdict(large(), &facts()), Verdict::NotYet { condition: Condition::Size });
    assert_eq!(verdict(film(), &facts()), Verdict::NotYet { condition: Condition::ContentType });
    let untold = Facts { answered: true, ..facts() };
    assert_eq!(verdict(large(), &untold), Verdict::Fails { condition: Condition::Size });
    assert_eq!(verdict(film(), &untold), Verdict::Fails { condition: Condition::ContentType });
}

#[test]
fn the_first_rule_that_fits_counts_or_all_of_them() {
    let to = |folder: &str, connections, tags| {
        let mut rule = rule(When::default(), tags);
        (rule.then.folder, rule.then.connections) = (Some(folder.into()), connections);
        rule
    };
    let mut off = to("off", Some(1), "off");
    off.off = true;
    let not = rule(When { hosts: words("a.org"), ..When::default() }, "not");
    let rules = [off, not, to("first", None, "one two"), to("second", Some(4), "Two three")];
    let first = decide(&rules, RulesMatch::First, &facts());
    assert_eq!((first.then.folder.as_deref(), first.then.connections), (Some("first"), None));
    assert_eq!(first.then.tags, words("one two"));
    let host = Verdict::Fails { condition: Condition::Host };
    assert_eq!(first.verdicts, [Verdict::Off, host, Verdict::Counts, Verdict::TooLate]);
    let all = decide(&rules, RulesMatch::All, &facts());
    assert_eq!((all.then.folder.as_deref(), all.then.connections), (Some("first"), Some(4)));
    assert_eq!(all.then.tags, words("one three two"));
}

#[test]
fn what_cannot_be_is_named() {
    let fault = |change: fn(&mut Rule)| {
        let mut rule = Rule::default();
        change(&mut rule);
        rule.fault()
    };
    assert_eq!(fault(|_| ()), None);
    assert_eq!(fault(|rule| rule.when.hosts = vec![" ".into()]), Some("hosts"));
    assert_eq!(fault(|rule| rule.when.extensions = words(".zip")), Some("extensions"));
    assert_eq!(fault(|rule| (rule.when.min_size, rule.when.max_size) = (Some(2), Some(1))), Some("maxSize"));
    assert_eq!(fault(|rule| rule.then.folder = Some("../x".into())), Some("folder"));
    assert_eq!(fault(|rule| rule.then.connections = Some(65)), Some("connections"));
    assert_eq!(fault(|rule| rule.then.limit = Some(1)), Some("limit"));
    assert_eq!(fault(|rule| rule.then.tags = vec![String::new()]), Some("tags"));
}
