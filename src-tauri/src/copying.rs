//! Files that are copied for other programs, on Linux: a file manager pastes them, a message takes them along, a field gets
//! their paths.

use gtk::gdk::{Atom, SELECTION_CLIPBOARD};
use gtk::{SelectionData, TargetEntry, TargetFlags};
use std::path::PathBuf;
use tauri::AppHandle;
use tokio::sync::oneshot;
use url::Url;

use crate::host;

const URIS: u32 = 0;
const FILES: u32 = 1;
const TEXT: u32 = 2;

/// Each form that programs ask for. What file managers agreed on says first what is to be done with the files.
const FORMS: [(&str, u32); 5] = [
    ("text/uri-list", URIS),
    ("x-special/gnome-copied-files", FILES),
    ("UTF8_STRING", TEXT),
    ("text/plain;charset=utf-8", TEXT),
    ("text/plain", TEXT),
];
/// In a selection, of bytes.
const BYTES: i32 = 8;

/// Puts these files into the clipboard; false: the display does not take them.
pub(crate) async fn copy(app: &AppHandle, paths: Vec<PathBuf>) -> bool {
    let uris: Vec<String> =
        paths.iter().filter_map(|path| Url::from_file_path(path).ok().map(String::from)).collect();
    let lines: Vec<_> = paths.iter().map(|path| path.to_string_lossy()).collect();
    let text = lines.join("\n");
    host::of(app).clipboard.is_own(&text);
    let (answer, is_taken) = oneshot::channel();
    // Nobody waits any more: then nobody wants to know.
    let asked = app.run_on_main_thread(move || answer.send(put(uris, text)).unwrap_or_default());
    asked.is_ok() && is_taken.await.unwrap_or_default()
}

fn put(uris: Vec<String>, text: String) -> bool {
    let forms = FORMS.map(|(form, info)| TargetEntry::new(form, TargetFlags::empty(), info));
    let give = move |data: &SelectionData, info| give(data, info, &uris, &text);
    gtk::Clipboard::get(&SELECTION_CLIPBOARD).set_with_data(&forms, move |_, data, info| give(data, info))
}

fn give(data: &SelectionData, info: u32, uris: &[String], text: &str) {
    let is_taken = match info {
        URIS => data.set_uris(&uris.iter().map(String::as_str).collect::<Vec<_>>()),
        FILES => {
            let lines = format!("copy\n{}", uris.join("\n"));
            data.set(&Atom::intern("x-special/gnome-copied-files"), BYTES, lines.as_bytes());
            true
        }
        _ => data.set_text(text),
    };
    if !is_taken {
        tracing::info!("what was copied is not taken");
    }
}
