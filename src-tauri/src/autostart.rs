//! Whether Haul starts with the person's session: a file in the folder that the desktop looks into, as the XDG Desktop
//! Application Autostart Specification says.
//!
//! The file is what counts. Desktops let the person switch it off elsewhere; at the start the setting follows it.

use std::path::{Path, PathBuf};
use tauri::AppHandle;

use crate::{HIDDEN, host};

/// Has the desktop do as is set, until the engine ends.
pub(crate) async fn keep(app: AppHandle) {
    let host = host::of(&app);
    let Some(file) = host.places.autostart.clone() else { return };
    let engine = host.engine().await;
    let mut settings = engine.settings();
    let before = settings.borrow_and_update().as_ref().clone();
    let known = file.clone();
    let is_on = tauri::async_runtime::spawn_blocking(move || is_on(&known)).await.unwrap_or(before.autostart);
    if is_on != before.autostart {
        let followed = engine.set_settings(haul_core::Settings { autostart: is_on, ..before }).await;
        followed.unwrap_or_else(|error| tracing::warn!(%error, "the setting does not follow the desktop"));
    }
    let mut now = is_on;
    loop {
        let wanted = settings.borrow_and_update().autostart;
        if wanted != now {
            now = wanted;
            let file = file.clone();
            let put = tauri::async_runtime::spawn_blocking(move || put(&file, wanted)).await;
            if !matches!(put, Ok(Ok(()))) {
                tracing::warn!(wanted, ?put, "whether Haul starts with the session stays as it was");
            }
        }
        if settings.changed().await.is_err() {
            return;
        }
    }
}

/// Whether the desktop would start Haul.
fn is_on(file: &Path) -> bool {
    let off = ["Hidden=true", "X-GNOME-Autostart-enabled=false"];
    std::fs::read_to_string(file).is_ok_and(|text| !text.lines().any(|line| off.contains(&line.trim())))
}

fn put(file: &Path, on: bool) -> std::io::Result<()> {
    if !on {
        return match std::fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            Ok(()) | Err(_) => Ok(()),
        };
    }
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let new = file.with_extension("new");
    std::fs::write(&new, entry(&program()?))?;
    std::fs::rename(new, file)
}

/// An AppImage is mounted elsewhere at each start: its own file is what stays.
fn program() -> std::io::Result<PathBuf> {
    match std::env::var_os("APPIMAGE") {
        Some(image) => Ok(image.into()),
        None => std::env::current_exe(),
    }
}

fn entry(program: &Path) -> String {
    let program = quoted(&program.to_string_lossy());
    format!(
        "[Desktop Entry]\nType=Application\nName=Haul\nIcon=haul-desktop\nExec={program} {HIDDEN}\n\
         Terminal=false\nX-GNOME-Autostart-enabled=true\n"
    )
}

/// As the Desktop Entry Specification has arguments: in quotes, and the text is unescaped once more as a value.
fn quoted(argument: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in argument.chars() {
        match sign {
            '"' | '`' | '$' => quoted.extend(["\\\\", &sign.to_string()]),
            '\\' => quoted.push_str("\\\\\\\\"),
            '%' => quoted.push_str("%%"),
            other => quoted.push(other),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desktop_starts_it_until_somebody_says_no() {
        let folder = std::env::temp_dir().join(format!("haul-autostart-{}", std::process::id()));
        let file = folder.join("autostart/dev.haul.Haul.desktop");
        assert!(!is_on(&file));
        put(&file, true).unwrap();
        assert!(is_on(&file));
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.contains("\" --hidden\n"), "{text}");
        std::fs::write(&file, text.replace("enabled=true", "enabled=false")).unwrap();
        assert!(!is_on(&file), "switched off in the desktop's own settings");
        put(&file, false).unwrap();
        put(&file, false).unwrap();
        assert!(!file.exists());
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_path_is_one_argument_whatever_it_holds() {
        assert_eq!(quoted("/opt/my apps/haul"), r#""/opt/my apps/haul""#);
        assert_eq!(quoted(r#"/a"b$c%d\e"#), r#""/a\\"b\\$c%%d\\\\e""#);
    }
}
