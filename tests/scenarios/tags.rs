//! What a person says of downloads: tags, kinds and notes, and all of it taken back.

use haul_core::rules::{Rule, Then};
use haul_core::settings::Settings;
use haul_core::tag::OwnTag;
use haul_core::{Colour, DownloadId, KindEdit, TagEdits};
use haul_tests::{FileServer, Haul, KIB, MIB, RunningServer, noise};

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// One that is complete, one that runs, one that waits.
struct Three {
    haul: Haul,
    ids: [DownloadId; 3],
    server: RunningServer,
    _done: RunningServer,
}

async fn three(set: impl FnOnce(&mut Settings) + 'static) -> Three {
    let haul = Haul::bed().settings(set).start().await;
    let small = FileServer::of(noise(64 * KIB, 1)).start().await;
    let server = FileServer::of(noise(4 * MIB, 2)).hold_after(MIB).start().await;
    let done = haul.add(small.url_of("done.zip")).await;
    haul.completed(done).await;
    let runs = haul.add(server.url_of("runs.zip")).await;
    haul.until(runs, |row| row.received > 0).await;
    let waits = haul.add_with(server.url_of("waits.zip"), |new| new.paused = true).await;
    Three { haul, ids: [done, runs, waits], server, _done: small }
}

impl Three {
    async fn tag(&self, which: &[usize], add: &str, remove: &str) -> TagEdits {
        let ids = which.iter().map(|which| self.ids[*which]).collect();
        self.haul.engine().set_tags(ids, words(add), words(remove)).await.unwrap()
    }

    async fn edit(&self, edits: TagEdits) -> TagEdits {
        self.haul.engine().edit_tags(edits).await.unwrap()
    }

    async fn tags(&self) -> [String; 3] {
        let mut tags = [const { String::new() }; 3];
        for (id, tags) in self.ids.iter().zip(&mut tags) {
            *tags = self.haul.details(*id).await.row.tags.join(" ");
        }
        tags
    }

    async fn kinds(&self) -> [String; 3] {
        let mut kinds = [const { String::new() }; 3];
        for (id, kind) in self.ids.iter().zip(&mut kinds) {
            *kind = self.haul.details(*id).await.row.kind;
        }
        kinds
    }

    /// The transfer that runs goes on as if nothing had been said.
    async fn finishes(&self) {
        self.server.release();
        self.haul.completed(self.ids[1]).await;
    }
}

#[tokio::test]
async fn each_has_the_tags_again_that_it_had_and_loses_them_again() {
    let mut three = three(|_| {}).await;
    three.tag(&[0, 1], "read", "").await;
    three.tag(&[1, 2], "Work", "").await;
    let before = three.tags().await;
    assert_eq!(before, ["read", "read Work", "Work"]);
    let back = three.tag(&[0, 1, 2], "work new", "READ").await;
    let after = three.tags().await;
    assert_eq!(after, ["new Work", "new Work", "new Work"]);
    // What is said meanwhile is nobody's to take back.
    three.tag(&[0], "mine", "").await;
    let again = three.edit(back).await;
    assert_eq!(three.tags().await, ["mine read", "read Work", "Work"]);
    three.edit(again).await;
    assert_eq!(three.tags().await, ["mine new Work", "new Work", "new Work"]);
    three.finishes().await;
    three.haul.restart().await;
    assert_eq!(three.tags().await, ["mine new Work", "new Work", "new Work"]);
}

fn assigned(settings: &mut Settings) {
    let then = Then { tags: words("read home"), ..Then::default() };
    settings.rules = vec![Rule { name: "a rule".into(), then, ..Rule::default() }];
    settings.kinds[4].tags = words("Read");
    settings.tags = green("read");
}

fn green(tag: &str) -> Vec<OwnTag> {
    vec![OwnTag { tag: tag.into(), colour: Some(Colour::Green) }]
}

/// The tags of the rule, those of the kind, and those that stay.
fn said(haul: &Haul) -> (Vec<String>, Vec<String>, Vec<OwnTag>) {
    let settings = haul.engine().settings().borrow().clone();
    (settings.rules[0].then.tags.clone(), settings.kinds[4].tags.clone(), settings.tags.clone())
}

#[tokio::test]
async fn a_tag_is_called_something_else_wherever_it_is_put_on_by_itself() {
    let three = three(assigned).await;
    let before = three.tags().await;
    assert_eq!(before, ["home read", "home read", "home read"]);
    three.tag(&[1], "todo", "").await;
    let back = three.haul.engine().rename_tag("READ".into(), "todo".into()).await.unwrap();
    assert_eq!(three.tags().await, ["home todo", "home todo", "home todo"]);
    assert_eq!(said(&three.haul), (words("home todo"), words("todo"), green("todo")));
    let new = three.haul.add_with(three.server.url_of("new.zip"), |new| new.paused = true).await;
    assert_eq!(three.haul.details(new).await.row.tags, words("home todo"));
    three.edit(back).await;
    assert_eq!(three.tags().await, ["home read", "home read todo", "home read"]);
    assert_eq!(said(&three.haul), (words("read home"), words("Read"), green("read")));
    three.finishes().await;
    assert_eq!(three.tags().await, ["home read", "home read todo", "home read"]);
}

#[tokio::test]
async fn a_tag_that_was_deleted_is_back_on_everything_that_had_it() {
    let mut three = three(assigned).await;
    three.tag(&[0], "", "read").await;
    let before = three.tags().await;
    let back = three.haul.engine().remove_tag("Read".into()).await.unwrap();
    assert_eq!(three.tags().await, ["home", "home", "home"]);
    assert_eq!(said(&three.haul), (words("home"), vec![], vec![]));
    three.finishes().await;
    assert_eq!(three.tags().await, ["home", "home", "home"], "no rule puts it on again");
    // One that is gone by then holds up none of the others.
    three.haul.remove(vec![three.ids[2]], haul_core::FileFate::Keep).await;
    let again = three.edit(back).await;
    three.haul.engine().restore(vec![three.ids[2]]).await.unwrap();
    assert_eq!(three.tags().await, [before[0].as_str(), &before[1], "home"]);
    assert_eq!(said(&three.haul), (words("read home"), words("Read"), green("read")));
    three.haul.restart().await;
    three.edit(again).await;
    assert_eq!(said(&three.haul), (words("home"), vec![], vec![]));
}

#[tokio::test]
async fn each_is_of_the_kind_again_that_was_chosen_for_it_or_that_it_is_by_itself() {
    let three = three(|_| {}).await;
    let edit = |ids: &[DownloadId], kind: Option<&str>| {
        vec![KindEdit { ids: ids.to_vec(), kind: kind.map(str::to_owned) }]
    };
    let set = |edits| async { three.haul.engine().set_kinds(edits).await.unwrap() };
    set(edit(&three.ids[..1], Some("video"))).await;
    assert_eq!(three.kinds().await, ["video", "archive", "archive"]);
    let back = set(edit(&three.ids, Some("audio"))).await;
    assert_eq!(three.kinds().await, ["audio", "audio", "audio"]);
    let again = set(back).await;
    assert_eq!(three.kinds().await, ["video", "archive", "archive"]);
    set(again).await;
    assert_eq!(three.kinds().await, ["audio", "audio", "audio"]);
    set(edit(&three.ids, None)).await;
    assert_eq!(three.kinds().await, ["archive", "archive", "archive"]);
    assert_eq!(set(edit(&three.ids, None)).await, [], "that was so before");
    let none = three.haul.engine().set_kinds(edit(&three.ids, Some("nonsense"))).await;
    assert!(none.is_err());
    three.finishes().await;
}

#[tokio::test]
async fn a_note_says_what_stood_in_its_place() {
    let three = three(|_| {}).await;
    let note = |id, text: &str| three.haul.engine().set_note(id, Some(text.to_owned()));
    for id in three.ids {
        assert_eq!(note(id, "for the talk").await.unwrap(), None);
        assert_eq!(note(id, "  ").await.unwrap().as_deref(), Some("for the talk"));
        assert_eq!(note(id, "later").await.unwrap(), None);
    }
    three.finishes().await;
    assert_eq!(note(three.ids[1], "now").await.unwrap().as_deref(), Some("later"));
}
