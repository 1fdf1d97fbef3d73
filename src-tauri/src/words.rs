//! The shell's own words: the tray and the notifications. The window has its message files.
//!
//! A language is a value of one struct, so that one that lacks a sentence does not compile.

use haul_core::Failure;
use haul_core::settings::SYSTEM_LANGUAGE;
use haul_engine::OpenError;

pub(crate) struct Words {
    pub show: &'static str,
    pub add_from_clipboard: &'static str,
    pub pause_all: &'static str,
    pub resume_all: &'static str,
    pub quit: &'static str,
    /// As in "3 active".
    pub active: &'static str,
    pub still_running: &'static str,
    pub in_the_tray: &'static str,
    pub minimised: &'static str,
    pub is_ready: fn(name: &str) -> String,
    pub size_in_folder: fn(size: &str, folder: &str) -> String,
    pub are_ready: fn(count: u32) -> String,
    pub needs_you: fn(name: &str) -> String,
    pub why: fn(failure: &Failure) -> String,
    pub need_you: fn(count: u32) -> String,
    pub open_haul: &'static str,
    pub cannot_start: &'static str,
    pub cannot_open: fn(error: &OpenError) -> String,
}

pub(crate) static EN: Words = Words {
    show: "Show Haul",
    add_from_clipboard: "Add from clipboard",
    pause_all: "Pause all",
    resume_all: "Resume all",
    quit: "Quit",
    active: "active",
    still_running: "Haul keeps downloading in the background",
    in_the_tray: "Its icon in the tray brings the window back.",
    minimised: "There is no tray here, so its window is minimised.",
    is_ready: |name| format!("{name} is ready"),
    size_in_folder: |size, folder| format!("{size} in {folder}"),
    are_ready: |count| format!("{count} downloads are ready"),
    needs_you: |name| format!("{name} needs you"),
    why: |failure| capitalised(&failure.to_string()),
    need_you: |count| format!("{count} downloads need you"),
    open_haul: "Open Haul to see what to do.",
    cannot_start: "Haul cannot start",
    cannot_open: |error| capitalised(&error.to_string()),
};

pub(crate) static DE: Words = Words {
    show: "Haul anzeigen",
    add_from_clipboard: "Aus der Zwischenablage hinzufügen",
    pause_all: "Alle anhalten",
    resume_all: "Alle fortsetzen",
    quit: "Beenden",
    active: "aktiv",
    still_running: "Haul lädt im Hintergrund weiter",
    in_the_tray: "Das Symbol in der Leiste holt das Fenster zurück.",
    minimised: "Hier gibt es keine Leiste für Symbole, darum ist das Fenster minimiert.",
    is_ready: |name| format!("{name} ist fertig"),
    size_in_folder: |size, folder| format!("{size} in {folder}"),
    are_ready: |count| format!("{count} Downloads sind fertig"),
    needs_you: |name| format!("{name} braucht dich"),
    // The failures' own words are English.
    why: |_| DE.open_haul.to_owned(),
    need_you: |count| format!("{count} Downloads brauchen dich"),
    open_haul: "Öffne Haul, um zu sehen, was zu tun ist.",
    cannot_start: "Haul kann nicht starten",
    cannot_open: |error| match error {
        OpenError::Locked { path } => format!(
            "Die Liste {} wird von einem anderen Programm benutzt. Beende es und versuche es noch einmal.",
            path.display()
        ),
        OpenError::NewerDatabase { path } => format!(
            "Die Liste {} wurde von einer neueren Version von Haul geschrieben. Installiere diese Version, oder lege die \
             Datei woandershin.",
            path.display()
        ),
        OpenError::Folder { path, source } => {
            format!("Der Ordner für die Liste, {}, lässt sich nicht anlegen ({source}).", path.display())
        }
        OpenError::Store(_) | OpenError::Migrate(_) => {
            format!("Die Liste lässt sich nicht öffnen ({error}).")
        }
        OpenError::Certificate(reason) => format!("Ein Zertifikat lässt sich nicht lesen ({reason})."),
        OpenError::Tls(reason) => format!(
            "Sichere Verbindungen sind nicht möglich ({reason}). Sind die Zertifikate des Systems installiert \
             (ca-certificates)?"
        ),
        OpenError::Connections(reason) => format!("Verbindungen sind nicht möglich ({reason})."),
    },
};

/// The words of `language`, which may be the system's.
pub(crate) fn of(language: &str) -> &'static Words {
    if language != SYSTEM_LANGUAGE {
        return of_locale(language);
    }
    let first_set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    of_locale(&first_set.into_iter().find(|value| !value.is_empty()).unwrap_or_default())
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
    fn why_the_list_is_refused_reads_as_a_sentence() {
        let error = OpenError::Locked { path: "/h/haul.db".into() };
        assert_eq!(
            (EN.cannot_open)(&error),
            "The list /h/haul.db is in use by another program; end it and try again."
        );
        assert!((DE.cannot_open)(&error).starts_with("Die Liste /h/haul.db wird"));
    }

    #[test]
    fn a_failure_reads_as_a_sentence() {
        assert_eq!(
            (EN.why)(&Failure::NotFound { status: 404 }),
            "The file is not at this address (answer 404)."
        );
    }
}
