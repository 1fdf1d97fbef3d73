//! Settings that are read, checked and put back.

use super::*;

fn usable() -> Settings {
    Settings { folder: "/tmp".into(), ..Settings::default() }
}

#[test]
fn the_defaults_are_usable_once_there_is_a_folder() {
    assert_eq!(usable().check(), Ok(()));
    assert!(matches!(Settings::default().check(), Err(SettingsError::BadFolder { .. })));
}

#[test]
fn what_is_out_of_range_is_named() {
    let error = Settings { connections_per_download: 65, ..usable() }.check().unwrap_err();
    assert_eq!(error.to_string(), "connectionsPerDownload must be between 1 and 64, not 65");
    assert!(Settings { downloads_at_once: 0, ..usable() }.check().is_err());
    assert!(Settings { limit: Some(1), ..usable() }.check().is_err());
    assert!(Settings { user_agent: "a\nb".into(), ..usable() }.check().is_err());
}

#[test]
fn only_what_is_out_of_range_is_put_back() {
    let kept = Settings {
        downloads_at_once: 7,
        after_finishing: AfterFinishing::Nothing,
        language: "de".into(),
        ..usable()
    };
    let mut settings = Settings {
        connections_per_download: 100_000,
        limit: Some(1),
        folder: "Downloads".into(),
        user_agent: String::new(),
        ..kept.clone()
    };
    let named = settings.repair(&usable());
    assert_eq!(named, ["connectionsPerDownload", "limit", "folder", "userAgent"]);
    assert_eq!(settings, kept);
    assert_eq!(settings.repair(&usable()), Vec::<String>::new());
}

#[test]
fn every_field_with_a_bound_can_be_put_back() {
    let mut settings: Settings = serde_json::from_str(
        r#"{"historyDays":3651,"downloadsAtOnce":0,"connectionsPerDownload":0,"connectionsPerHost":65,"maxTries":0,"batteryBelow":4,"folder":"a",
            "connectTimeoutSecs":0,"stallTimeoutSecs":601,"scale":20,"limit":1023,"turtleLimit":0,"userAgent":"\n",
            "proxy":{"kind":"manual","url":"gopher://a","noProxy":[]},
            "rules":[{"then":{"connections":0}}],"hosts":[{"host":""}],"tags":[{"tag":" "}]}"#,
    )
    .unwrap();
    settings.kinds.push(Kind::default());
    assert_eq!(settings.repair(&usable()).len(), RULES.len());
    assert_eq!(settings, usable());
}

#[test]
fn a_switch_of_an_earlier_version_means_what_it_did() {
    let on_battery = |text: &str| serde_json::from_str::<Settings>(text).unwrap().pause_on_battery;
    assert_eq!(on_battery(r#"{"pauseOnBattery":true}"#), PauseOnBattery::Always);
    assert_eq!(on_battery(r#"{"pauseOnBattery":false}"#), PauseOnBattery::Never);
    assert_eq!(on_battery(r#"{"pauseOnBattery":"low"}"#), PauseOnBattery::Low);
    assert_eq!(on_battery("{}"), PauseOnBattery::Never);
    assert!(serde_json::from_str::<Settings>(r#"{"pauseOnBattery":"often"}"#).is_err());
    let finished = |text: &str| serde_json::from_str::<Settings>(text).unwrap().after_finishing;
    assert_eq!(finished(r#"{"afterFinishing":true}"#), AfterFinishing::Notify);
    assert_eq!(finished(r#"{"afterFinishing":false}"#), AfterFinishing::Nothing);
    assert_eq!(finished(r#"{"afterFinishing":"open"}"#), AfterFinishing::Open);
    assert_eq!(finished("{}"), AfterFinishing::Notify);
    let written =
        serde_json::to_string(&Settings { after_finishing: AfterFinishing::Show, ..usable() }).unwrap();
    assert_eq!(finished(&written), AfterFinishing::Show);
}

#[test]
fn a_folder_that_was_never_set_is_filled_in_without_a_word() {
    let mut settings = Settings::default();
    assert_eq!(settings.repair(&usable()), Vec::<String>::new());
    assert_eq!(settings, usable());
}

#[test]
fn after_the_turtle_it_is_as_before_it() {
    let chosen = |speed, old: &Settings| Settings { speed, ..old.clone() }.after(old);
    let toggled = |old: &Settings| chosen(old.turtle_toggled(), old);
    for before in [Speed::Unlimited, Speed::Limited] {
        // A limit that is not in force is kept for another day.
        let first = Settings { speed: before, limit: Some(5000), ..Settings::default() };
        let turtle = toggled(&first);
        assert_eq!(turtle.speed, Speed::Turtle);
        let still = Settings { turtle_limit: 4096, ..turtle.clone() }.after(&turtle);
        assert_eq!(toggled(&still).speed, before);
    }
    let both = Settings { speed: Speed::Turtle, speed_before: Speed::Turtle, ..Settings::default() };
    assert_eq!(both.turtle_toggled(), Speed::Unlimited, "no file keeps it on for ever");
}

#[test]
fn a_limit_from_before_there_were_profiles_is_in_force() {
    let read = |text| serde_json::from_str::<Settings>(text).unwrap();
    let before = read(r#"{"limit":2000000}"#);
    assert_eq!((before.speed, before.limit_in_force()), (Speed::Limited, Some(2_000_000)));
    assert_eq!(read(r#"{"limit":null}"#).limit_in_force(), None);
    let turtle = Settings { speed: Speed::Turtle, turtle_limit: 5000, ..before.clone() };
    assert_eq!(turtle.limit_in_force(), Some(5000));
    assert_eq!(Settings { speed: Speed::Unlimited, ..before }.limit_in_force(), None);
}

#[test]
fn settings_of_another_version_are_read() {
    let read: Settings = serde_json::from_str(r#"{"downloadsAtOnce":3,"fromTheFuture":true}"#).unwrap();
    assert_eq!((read.downloads_at_once, read.connections_per_download), (3, 16));
}

#[test]
fn what_cannot_be_in_a_list_is_named_by_its_place() {
    let mut settings = usable();
    settings.kinds[2].folder = Some("../up".into());
    let error = settings.check().unwrap_err();
    assert_eq!(error.to_string(), "kinds: folder of entry 2 cannot be");
    assert_eq!(settings.repair(&usable()), ["kinds"]);
    assert_eq!(settings.kinds.len(), usable().kinds.len() - 1, "the others stay");
}
