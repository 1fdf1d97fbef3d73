//! What comes from outside the window and holds links: arguments, a second start, the clipboard, a dropped file; and the
//! way back into the clipboard.
//!
//! Arguments were typed or sent on purpose and are added at once; everything else opens the add dialog, where the person
//! decides.

use haul_core::{Addition, NewDownload};
use std::path::{Path, PathBuf};
use tauri::AppHandle;
use tauri_plugin_clipboard_manager::ClipboardExt;
use tokio::io::AsyncReadExt;

use crate::commands::CommandError;
use crate::{beside, host, window};

/// The largest file that is read for links.
const LARGEST: u64 = 10 * 1024 * 1024;

/// Adds the addresses among a start's arguments. What is none goes to the add dialog, which says why.
pub(crate) fn from_arguments(app: &AppHandle, arguments: impl IntoIterator<Item = String>) {
    let urls: Vec<String> =
        arguments.into_iter().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    if urls.is_empty() {
        return;
    }
    host::of(app).spawn(add(app.clone(), urls));
}

/// Adds these addresses; what cannot be added goes to the add dialog.
pub(crate) async fn add(app: AppHandle, urls: Vec<String>) {
    let host = host::of(&app);
    let engine = host.engine().await;
    let when_duplicate = engine.settings().borrow().when_duplicate;
    let wanted = urls.iter().cloned().map(|url| NewDownload { when_duplicate, ..NewDownload::of(url) });
    let rejected: Vec<String> = match engine.add(wanted.collect()).await {
        Ok(additions) => additions.into_iter().filter_map(rejected_url).collect(),
        Err(error) => {
            tracing::warn!(%error, "the arguments were not added");
            urls
        }
    };
    if !rejected.is_empty() {
        offer(&app, rejected.join("\n"));
    }
}

fn rejected_url(addition: Addition) -> Option<String> {
    match addition {
        Addition::Added { .. } | Addition::Duplicate { renewed: true, .. } => None,
        // The dialog says what is wrong with it, or which one it is already.
        Addition::Rejected { url, .. } | Addition::Duplicate { url, renewed: false, .. } => Some(url),
    }
}

/// Opens the add dialog with what is in the clipboard.
pub(crate) fn from_clipboard(app: &AppHandle) {
    let (host, app) = (host::of(app), app.clone());
    host.spawn(async move {
        let text = clipboard_text(&app).await;
        offer(&app, text);
    });
}

/// The clipboard's text; empty if it holds none. Its owner may be slow to answer, or be this app's own main thread.
pub(crate) async fn clipboard_text(app: &AppHandle) -> String {
    let app = app.clone();
    let read = tauri::async_runtime::spawn_blocking(move || app.clipboard().read_text().unwrap_or_default());
    read.await.unwrap_or_default()
}

/// Puts `text` into the clipboard. The page itself may only do so in the moment of a key or a click.
pub(crate) async fn copy(app: &AppHandle, text: String) -> Result<(), CommandError> {
    host::of(app).clipboard.is_own(&text);
    let app = app.clone();
    let write = tauri::async_runtime::spawn_blocking(move || app.clipboard().write_text(text));
    let written = write.await.map_err(|error| error.to_string());
    written
        .and_then(|written| written.map_err(|error| error.to_string()))
        .map_err(|reason| CommandError::Host { reason })
}

/// Opens the add dialog with the links in these files.
#[cfg_attr(
    not(target_os = "linux"),
    expect(dead_code, reason = "elsewhere the page itself can read dropped files")
)]
pub(crate) fn from_files(app: &AppHandle, files: Vec<PathBuf>) {
    let (host, app) = (host::of(app), app.clone());
    host.spawn(async move {
        let mut texts = Vec::new();
        for file in files {
            match read(&file).await {
                Ok(Some(text)) => texts.push(text),
                Ok(None) => tracing::info!(file = %file.display(), "the dropped file is no text"),
                Err(error) => {
                    tracing::warn!(file = %file.display(), %error, "the dropped file cannot be read")
                }
            }
        }
        if !texts.is_empty() {
            offer(&app, texts.join("\n"));
        }
    });
}

/// Opens the add dialog with `text`: in the main window, or in one of its own if that is hidden.
pub(crate) fn offer(app: &AppHandle, text: String) {
    if window::is_shown(app) {
        host::of(app).line.capture(text);
        window::show(app);
    } else {
        beside::open_add(app, text);
    }
}

/// What `file` says, if it is text of a reasonable length.
async fn read(file: &Path) -> std::io::Result<Option<String>> {
    let opened = tokio::fs::File::open(file).await?;
    // Reading a folder or a pipe would fail or never end.
    if !opened.metadata().await?.is_file() {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    opened.take(LARGEST + 1).read_to_end(&mut bytes).await?;
    let is_markup =
        file.extension().is_some_and(|kind| MARKUP.iter().any(|known| kind.eq_ignore_ascii_case(known)));
    let text = if bytes.len() as u64 > LARGEST { None } else { decode(&bytes) };
    Ok(text.map(|text| if is_markup { text.replace("&amp;", "&") } else { text }))
}

/// Kinds of file in which `&` in an address is written `&amp;`.
const MARKUP: [&str; 5] = ["html", "htm", "xhtml", "xml", "webloc"];

/// UTF-8 or, as Windows writes some, UTF-16 with its mark. None if it is no text.
fn decode(bytes: &[u8]) -> Option<String> {
    let utf16 = |units: &[u8], read: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = units.as_chunks().0.iter().map(|pair| read(*pair)).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => Some(utf16(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Some(utf16(rest, u16::from_be_bytes)),
        _ if bytes.contains(&0) => None,
        _ => Some(String::from_utf8_lossy(bytes).into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_told_from_what_is_none() {
        assert_eq!(decode(b"http://a/b").as_deref(), Some("http://a/b"));
        assert_eq!(decode(b"\xff\xfea\0b\0").as_deref(), Some("ab"));
        assert_eq!(decode(b"\xfe\xff\0a\0b").as_deref(), Some("ab"));
        assert_eq!(decode(b"\x7fELF\0\0"), None);
        assert_eq!(decode(b"caf\xe9 http://a/b").as_deref(), Some("caf\u{fffd} http://a/b"));
    }

    #[tokio::test]
    async fn addresses_in_markup_lose_their_escapes() {
        let file = std::env::temp_dir().join(format!("haul-capture-{}.html", std::process::id()));
        std::fs::write(&file, r#"<a href="http://a/b?c=1&amp;d=2">"#).unwrap();
        let text = read(&file).await.unwrap();
        std::fs::remove_file(&file).unwrap();
        assert_eq!(text.as_deref(), Some(r#"<a href="http://a/b?c=1&d=2">"#));
        assert_eq!(read(&std::env::temp_dir()).await.unwrap(), None);
    }
}
