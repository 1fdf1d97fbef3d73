//! Every command that the window may call, and the list that exports them.
//!
//! A command unpacks, calls and returns: what it means is the engine's business.

use haul_core::{DownloadId, Failure, QueueError, QueueId, SettingsError};
use serde::Serialize;
use std::path::PathBuf;
use tauri::State;

pub(crate) mod desktop;
mod files;
mod list;
mod queues;
mod reading;

use crate::host::Host;

/// Why a command could not be obeyed: what the engine answers, and what the shell can add to that.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(tag = "code", rename = "EngineError", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum CommandError {
    NoSuchDownload {
        id: DownloadId,
    },
    NoSuchQueue {
        id: QueueId,
    },
    Queue {
        error: QueueError,
    },
    Settings {
        error: SettingsError,
    },
    Rejected {
        failure: Failure,
    },
    FileKept {
        path: PathBuf,
        reason: String,
    },
    Store {
        reason: String,
    },
    Closed,
    /// The desktop could not do it.
    Host {
        reason: String,
    },
}

impl From<haul_engine::EngineError> for CommandError {
    fn from(error: haul_engine::EngineError) -> Self {
        use haul_engine::EngineError as E;
        match error {
            E::NoSuchDownload { id } => Self::NoSuchDownload { id },
            E::NoSuchQueue { id } => Self::NoSuchQueue { id },
            E::Queue { error } => Self::Queue { error },
            E::Settings { error } => Self::Settings { error },
            E::Rejected { failure } => Self::Rejected { failure },
            E::FileKept { path, reason } => Self::FileKept { path, reason },
            E::Store { reason } => Self::Store { reason },
            E::Closed => Self::Closed,
        }
    }
}

type Answer<T = ()> = Result<T, CommandError>;
type TheHost<'a> = State<'a, Host>;

/// The commands, as the app obeys them and as the bindings are made of them.
pub(crate) fn all() -> tauri_specta::Builder<tauri::Wry> {
    tauri_specta::Builder::new()
        .commands(tauri_specta::collect_commands![
            desktop::subscribe,
            desktop::watch,
            reading::view,
            reading::rows,
            reading::ids_of,
            reading::index_of,
            reading::index_of_prefix,
            reading::facets,
            files::statistics,
            reading::details,
            reading::speed,
            reading::log_json,
            list::add_downloads,
            list::elsewhere,
            list::probe,
            list::stop_probe,
            list::look_into,
            list::stop_looking,
            list::find_links,
            list::pause,
            list::resume,
            list::retry,
            list::start_over,
            list::keep_part,
            list::verify,
            list::repair,
            list::renew,
            list::set_mirrors,
            list::trust_once,
            list::remove,
            list::restore,
            list::move_in_queue,
            list::rearrange,
            files::relocate,
            files::duplicates,
            files::find_file,
            files::pick_file,
            queues::set_priority,
            queues::start_at,
            queues::assign,
            queues::add_queue,
            queues::set_queue,
            queues::move_queue,
            queues::remove_queue,
            queues::restore_queue,
            list::pause_all,
            list::resume_all,
            list::set_options,
            list::edit_tags,
            list::rename_tag,
            list::remove_tag,
            list::set_note,
            list::set_kinds,
            reading::try_rules,
            reading::foresee,
            reading::settings,
            reading::default_settings,
            list::set_settings,
            desktop::open_file,
            desktop::show_in_folder,
            desktop::drag_out,
            desktop::open_page,
            desktop::pick_folder,
            desktop::clipboard_text,
            desktop::free_space,
            desktop::copy_text,
            desktop::copy_files,
            desktop::set_words,
            desktop::power,
            desktop::quit,
            desktop::end_asked,
            desktop::go_on_without_window,
            desktop::close_window,
            desktop::open_mini,
            desktop::take,
            desktop::show_main,
            desktop::restart,
            desktop::show_log,
        ])
        // Every count that leaves Haul is below 2^53.
        .dangerously_cast_bigints_to_number()
        // One type for both ways: see bindings.rs.
        .disable_serde_phases()
}
