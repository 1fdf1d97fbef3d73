//! Kinds and rules decide where downloads go, as far as nobody chose; and what is set for single hosts.

mod hosts;

use haul_core::rules::{FolderSorting, Rule, Then, Verdict, When};
use haul_core::settings::Settings;
use haul_core::{DownloadId, DownloadRow, Kind, QueueId, QueueSettings, Status, ViewQuery};
use haul_tests::{FileServer, Haul, KIB, MIB, RunningServer, assert_holds, noise};

const SIZE: u64 = 64 * KIB;

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

fn rule(when: When, then: Then) -> Rule {
    Rule { name: "a rule".into(), when, then, ..Rule::default() }
}

fn extension(extension: &str) -> When {
    When { extensions: words(extension), ..When::default() }
}

fn to_folder(folder: &str) -> Then {
    Then { folder: Some(folder.into()), ..Then::default() }
}

/// With these rules, which folders of theirs count.
async fn with_rules(rules: Vec<Rule>) -> Haul {
    let set = |settings: &mut Settings| {
        settings.folder_sorting = FolderSorting::ByRules;
        settings.rules = rules;
    };
    Haul::bed().settings(set).start().await
}

/// A server that says of its file that it is a film.
async fn film() -> RunningServer {
    let server = FileServer::of(noise(3 * MIB, 1)).header("Content-Type", "video/mp4");
    server.header("Content-Disposition", "attachment; filename=\"talk.mp4\"").start().await
}

async fn row(haul: &Haul, id: DownloadId) -> DownloadRow {
    haul.details(id).await.row
}

#[tokio::test]
async fn files_are_sorted_into_folders_by_kind() {
    let server = FileServer::of(noise(SIZE, 1)).start().await;
    let haul = Haul::bed().settings(|settings| settings.folder_sorting = FolderSorting::ByKind).start().await;
    let archive = haul.add(server.url_of("a.zip")).await;
    let other = haul.add(server.url_of("a.gguf")).await;
    let chosen = haul.folder().join("mine");
    let mine = haul.add_with(server.url_of("b.zip"), |new| new.folder = Some(chosen.clone())).await;
    for id in [archive, other, mine] {
        haul.completed(id).await;
    }
    assert_holds(&haul.folder().join("Archives/a.zip"), &noise(SIZE, 1));
    assert_holds(&haul.file("a.gguf"), &noise(SIZE, 1));
    assert_holds(&chosen.join("b.zip"), &noise(SIZE, 1));
}

#[tokio::test]
async fn what_the_server_says_decides_before_the_first_byte_is_written() {
    let server = film().await;
    let typed = When { content_types: words("video/*"), min_size: Some(MIB), ..When::default() };
    let mut then = to_folder("Films/{host}");
    (then.tags, then.connections) = (words("film"), Some(3));
    let mut haul = with_rules(vec![rule(typed, then)]).await;
    let id = haul.add(server.url_of("watch?v=1")).await;
    let before = row(&haul, id).await;
    assert!(before.tags.is_empty() || before.received > 0, "nothing is known of it yet");
    haul.completed(id).await;
    assert_holds(&haul.folder().join("Films/127.0.0.1/talk.mp4"), &noise(3 * MIB, 1));
    assert_eq!(haul.names(), ["Films"], "nothing was left where it was to go first");
    let after = row(&haul, id).await;
    assert_eq!((after.kind.as_str(), after.tags), ("video", words("film")));
    haul.restart().await;
    assert_eq!(row(&haul, id).await.folder, haul.folder().join("Films/127.0.0.1"));
}

#[tokio::test]
async fn a_small_file_goes_where_its_answer_says_too_and_many_at_once() {
    let server = FileServer::of(noise(SIZE, 1)).header("Content-Type", "image/png").start().await;
    let haul = Haul::bed().settings(|settings| settings.folder_sorting = FolderSorting::ByKind).start().await;
    let mut ids = Vec::new();
    for number in 0..30 {
        ids.push(haul.add(server.url_of(&format!("picture{number}"))).await);
    }
    for (number, id) in ids.into_iter().enumerate() {
        haul.completed(id).await;
        assert_holds(&haul.folder().join(format!("Images/picture{number}.png")), &noise(SIZE, 1));
    }
    assert_eq!(haul.names(), ["Images"]);
}

#[tokio::test]
async fn a_choice_of_the_person_is_never_changed() {
    let server = film().await;
    let then = Then {
        queue: Some(1),
        connections: Some(2),
        limit: Some(5 * MIB),
        kind: Some("document".into()),
        paused: true,
        ..to_folder("Elsewhere")
    };
    let typed = When { content_types: words("video/*"), ..When::default() };
    let haul = with_rules(vec![rule(typed, then)]).await;
    let films = haul.engine().add_queue(QueueSettings::named("Films")).await.unwrap();
    let folder = haul.folder().join("mine");
    let id = haul
        .add_with(server.url(), |new| {
            (new.folder, new.queue, new.starts) = (Some(folder.clone()), Some(films), Some(0));
            (new.options.connections, new.options.limit) = (Some(5), Some(64 * MIB));
            new.options.kind = Some("audio".into());
        })
        .await;
    haul.completed(id).await;
    let row = row(&haul, id).await;
    assert_eq!((row.folder, row.queue, row.kind.as_str()), (folder, films, "audio"));
    assert_eq!(row.limit, Some(64 * MIB));
}

#[tokio::test]
async fn what_the_person_changes_meanwhile_stays() {
    let server = film().await;
    let haul =
        with_rules(vec![rule(extension("bin"), Then { tags: words("raw"), ..to_folder("Raw") })]).await;
    let later = haul.engine().add_queue(QueueSettings::named("Later")).await.unwrap();
    let id = haul.add_with(server.url(), |new| new.paused = true).await;
    assert_eq!(row(&haul, id).await.tags, words("raw"));
    haul.engine().assign(vec![id], later).await.unwrap();
    haul.engine().set_tags(vec![id], words("mine"), words("raw")).await.unwrap();
    haul.engine().set_limit(id, Some(32 * MIB)).await.unwrap();
    let typed = When { content_types: words("video/*"), ..When::default() };
    let then = Then { limit: Some(MIB), tags: words("film raw"), ..to_folder("Films") };
    haul.set(|settings| settings.rules = vec![rule(typed, then)]).await;
    haul.resume(id).await;
    haul.completed(id).await;
    let row = row(&haul, id).await;
    assert_eq!((row.queue, row.limit), (later, Some(32 * MIB)));
    assert_eq!(row.folder, haul.folder().join("Films"), "nobody had chosen that");
    assert_eq!(row.tags, words("film mine"), "what was taken off is not put on again");
}

#[tokio::test]
async fn a_rule_may_put_it_into_a_queue_that_waits_once_it_is_known_what_it_is() {
    let server = film().await;
    let haul = Haul::start().await;
    let night = QueueSettings { paused: true, ..QueueSettings::named("Night") };
    let night = haul.engine().add_queue(night).await.unwrap();
    let typed = When { content_types: words("video/*"), ..When::default() };
    let then = Then { queue: Some(night.0), limit: Some(64 * MIB), ..Then::default() };
    haul.set(|settings| settings.rules = vec![rule(typed, then)]).await;
    let id = haul.add(server.url_of("watch")).await;
    let row = haul.until(id, |row| row.queue == night && row.status == Status::Queued).await;
    assert_eq!((row.received, row.limit), (0, Some(64 * MIB)));
    assert_eq!(haul.names(), [""; 0], "nothing of it was written");
    haul.engine().set_queue(night, QueueSettings::named("Night")).await.unwrap();
    haul.completed(id).await;
    assert_holds(&haul.file("talk.mp4"), &noise(3 * MIB, 1));
}

#[tokio::test]
async fn what_a_rule_lets_begin_paused_is_resumed_once_and_for_all() {
    let server = film().await;
    let large = When { min_size: Some(2 * MIB), ..When::default() };
    let haul = with_rules(vec![rule(large, Then { paused: true, ..Then::default() })]).await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.status == Status::Paused).await;
    haul.resume(id).await;
    haul.completed(id).await;
}

#[tokio::test]
async fn what_is_tried_on_the_rules_says_where_it_would_go_and_why() {
    let films = rule(extension("mkv"), Then { tags: words("film"), ..to_folder("Films") });
    let sized = rule(When { min_size: Some(1), ..When::default() }, Then::default());
    let haul = with_rules(vec![films, sized]).await;
    let tried = haul.engine().try_rules("https://a.org/x/Heat.MKV?key=1", None).await.unwrap();
    assert_eq!((tried.name.as_str(), tried.kind.as_str()), ("Heat.MKV", "video"));
    assert_eq!((tried.folder, tried.then.tags), (haul.folder().join("Films"), words("film")));
    assert_eq!(tried.verdicts[0], Verdict::Counts);
    assert!(matches!(tried.verdicts[1], Verdict::NotYet { .. }));
    let named = haul.engine().try_rules("notes.txt", None).await.unwrap();
    assert_eq!((named.kind.as_str(), named.folder), ("document", haul.folder().to_owned()));
}

#[tokio::test]
async fn no_row_keeps_a_kind_that_is_no_more_not_even_one_that_comes_back() {
    let server = FileServer::of(noise(SIZE, 1)).start().await;
    let mut haul = Haul::start().await;
    let work = Kind { id: "work".into(), extensions: words("gguf zip"), ..Kind::default() };
    haul.set(|settings| settings.kinds.insert(0, work)).await;
    let ids = [haul.add(server.url_of("a.gguf")).await, haul.add(server.url_of("a.zip")).await];
    let chosen = haul.add_with(server.url_of("a.pdf"), |new| new.options.kind = Some("work".into())).await;
    for id in [ids[0], ids[1], chosen] {
        haul.completed(id).await;
        assert_eq!(row(&haul, id).await.kind, "work");
    }
    haul.engine().remove(vec![ids[1]], haul_core::FileFate::Keep).await.unwrap();
    haul.set(|settings| settings.kinds.retain(|kind| kind.id != "work")).await;
    haul.until(ids[0], |row| row.kind == "other").await;
    haul.until(chosen, |row| row.kind == "document").await;
    haul.engine().restore(vec![ids[1]]).await.unwrap();
    haul.until(ids[1], |row| row.kind == "archive").await;
    // And not one of a list that was closed in between.
    haul.set(|settings| settings.kinds.retain(|kind| kind.id != "document")).await;
    haul.crash().await;
    haul.reopen().await;
    haul.until(chosen, |row| row.kind == "other").await;
    let rows = haul.view(ViewQuery { limit: 10, ..ViewQuery::default() }).await.rows;
    assert!(rows.iter().all(|row| row.queue == QueueId::DEFAULT && row.kind != "work"));
}
