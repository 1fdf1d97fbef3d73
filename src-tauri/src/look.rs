//! How large everything in the window is, and what stands behind the page until it is painted.
//!
//! The list, which holds the settings, may still be opening when the window is made: what they said last lies in a file, so
//! that a dark window never flashes white and a large one never jumps.

use haul_core::Settings;
use haul_core::settings::Theme;
use serde::{Deserialize, Serialize};
use std::path::Path;
use tauri::window::Color;
use tauri::{AppHandle, Manager, WebviewWindow};

use crate::host;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Look {
    theme: Theme,
    scale: u32,
}

impl Look {
    pub fn of(settings: &Settings) -> Look {
        Look { theme: settings.theme, scale: settings.scale }
    }

    /// That of the last window, or else how a first one looks.
    pub fn read(path: &Path) -> Look {
        let kept = std::fs::read(path).ok().and_then(|text| serde_json::from_slice(&text).ok());
        kept.unwrap_or_else(|| Look::of(&Settings::default()))
    }

    fn write(self, path: &Path) -> std::io::Result<()> {
        let new = path.with_extension("new");
        std::fs::write(&new, serde_json::to_vec(&self)?)?;
        std::fs::rename(new, path)
    }

    /// The page's own `--bg`.
    pub fn background(self, system_is_dark: bool) -> Color {
        let is_dark = match self.theme {
            Theme::Light => false,
            Theme::Dark => true,
            Theme::System | Theme::HighContrast => system_is_dark,
        };
        match (self.theme, is_dark) {
            (Theme::HighContrast, false) => Color(0xff, 0xff, 0xff, 0xff),
            (Theme::HighContrast, true) => Color(0, 0, 0, 0xff),
            (Theme::System | Theme::Light | Theme::Dark, false) => Color(0xf9, 0xfa, 0xfb, 0xff),
            (Theme::System | Theme::Light | Theme::Dark, true) => Color(0x0e, 0x11, 0x14, 0xff),
        }
    }

    pub fn put_on(self, window: &WebviewWindow) -> tauri::Result<()> {
        let system_is_dark = window.theme()? == tauri::Theme::Dark;
        window.set_background_color(Some(self.background(system_is_dark)))?;
        window.set_zoom(self.zoom())
    }

    /// How many pixels one of the page's has at its sides.
    pub fn zoom(self) -> f64 {
        // The settings know no other than 80 to 200 percent; a file may.
        f64::from(self.scale.clamp(80, 200)) / 100.0
    }
}

/// Has the window look as the settings say, until the engine ends.
pub(crate) async fn keep(app: AppHandle) {
    let host = host::of(&app);
    let mut settings = host.engine().await.settings();
    let mut before = Look::read(&host.places.look);
    loop {
        let look = Look::of(&settings.borrow_and_update());
        if look != before {
            before = look;
            for window in app.webview_windows().values() {
                if let Err(error) = look.put_on(window) {
                    tracing::warn!(%error, "the window looks otherwise than is set");
                }
            }
            let path = host.places.look.clone();
            let written = tauri::async_runtime::spawn_blocking(move || look.write(&path)).await;
            if !matches!(written, Ok(Ok(()))) {
                tracing::warn!("how the window looks is not kept for the next start");
            }
        }
        if settings.changed().await.is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(Color(red, green, blue, _): Color) -> String {
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    #[test]
    fn what_stands_behind_the_page_has_its_colour() {
        let tokens = include_str!("../../ui/src/styles/tokens.css");
        for theme in [Theme::System, Theme::Light, Theme::Dark, Theme::HighContrast] {
            for dark in [false, true] {
                let colour = hex(Look { theme, scale: 100 }.background(dark));
                assert!(tokens.contains(&format!("--bg: {colour};")), "{theme:?} {dark} {colour}");
            }
        }
        assert_eq!(hex(Look { theme: Theme::Dark, scale: 100 }.background(false)), "#0e1114");
    }

    #[test]
    fn a_look_outlasts_the_program() {
        let folder = std::env::temp_dir().join(format!("haul-look-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("look.json");
        assert_eq!(Look::read(&path), Look { theme: Theme::System, scale: 100 });
        let look = Look { theme: Theme::HighContrast, scale: 150 };
        look.write(&path).unwrap();
        assert_eq!(Look::read(&path), look);
        std::fs::write(&path, "{").unwrap();
        assert_eq!(Look::read(&path), Look { theme: Theme::System, scale: 100 });
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
