//! The shell's own words: the tray and the notifications. The window has its message files.
//!
//! A language is a value of one struct, so that one that lacks a sentence does not compile.

use haul_core::Failure;
use haul_core::settings::Language;

pub(crate) struct Words {
    pub show: &'static str,
    pub add_from_clipboard: &'static str,
    pub pause_all: &'static str,
    pub resume_all: &'static str,
    pub quit: &'static str,
    /// As in "3 active".
    pub active: &'static str,
    pub still_running: &'static str,
    pub still_running_body: &'static str,
    pub is_ready: fn(name: &str) -> String,
    pub size_in_folder: fn(size: &str, folder: &str) -> String,
    pub are_ready: fn(count: u32) -> String,
    pub needs_you: fn(name: &str) -> String,
    pub why: fn(failure: &Failure) -> String,
    pub need_you: fn(count: u32) -> String,
    pub open_haul: &'static str,
}

pub(crate) static EN: Words = Words {
    show: "Show Haul",
    add_from_clipboard: "Add from clipboard",
    pause_all: "Pause all",
    resume_all: "Resume all",
    quit: "Quit",
    active: "active",
    still_running: "Haul keeps downloading in the background",
    still_running_body: "Its icon in the tray brings the window back.",
    is_ready: |name| format!("{name} is ready"),
    size_in_folder: |size, folder| format!("{size} in {folder}"),
    are_ready: |count| format!("{count} downloads are ready"),
    needs_you: |name| format!("{name} needs you"),
    why: |failure| capitalised(&failure.to_string()),
    need_you: |count| format!("{count} downloads need you"),
    open_haul: "Open Haul to see what to do.",
};

pub(crate) static DE: Words = Words {
    show: "Haul anzeigen",
    add_from_clipboard: "Aus der Zwischenablage hinzufügen",
    pause_all: "Alle anhalten",
    resume_all: "Alle fortsetzen",
    quit: "Beenden",
    active: "aktiv",
    still_running: "Haul lädt im Hintergrund weiter",
    still_running_body: "Das Symbol in der Leiste holt das Fenster zurück.",
    is_ready: |name| format!("{name} ist fertig"),
    size_in_folder: |size, folder| format!("{size} in {folder}"),
    are_ready: |count| format!("{count} Downloads sind fertig"),
    needs_you: |name| format!("{name} braucht dich"),
    // The failures' own words are English.
    why: |_| DE.open_haul.to_owned(),
    need_you: |count| format!("{count} Downloads brauchen dich"),
    open_haul: "Öffne Haul, um zu sehen, was zu tun ist.",
};

/// The words of `language`, which may be the system's.
pub(crate) fn of(language: Language) -> &'static Words {
    match language {
        Language::En => &EN,
        Language::De => &DE,
        Language::System => {
            let first_set =
                ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
            of_locale(&first_set.into_iter().find(|value| !value.is_empty()).unwrap_or_default())
        }
    }
}

fn of_locale(locale: &str) -> &'static Words {
    if locale == "de" || locale.starts_with("de_") || locale.starts_with("de.") { &DE } else { &EN }
}

fn capitalised(sentence: &str) -> String {
    let mut rest = sentence.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect::<String>() + ".").unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_systems_language_is_understood() {
        assert_eq!(of_locale("de_AT.UTF-8").quit, "Beenden");
        for other in ["C.UTF-8", "en_US.UTF-8", "", "deu"] {
            assert_eq!(of_locale(other).quit, "Quit", "{other}");
        }
    }

    #[test]
    fn a_failure_reads_as_a_sentence() {
        assert_eq!(
            (EN.why)(&Failure::NotFound { status: 404 }),
            "The file is not at this address (answer 404)."
        );
    }
}
