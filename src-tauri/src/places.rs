//! Where Haul keeps its things on this machine.
//!
//! `HAUL_HOME` puts all of them into one folder: for trying something out, and for a stick.

use anyhow::Context;
use etcetera::BaseStrategy;
use std::path::PathBuf;

const AUTOSTART: &str = "autostart/dev.haul.Haul.desktop";

/// The folders and files that are the shell's to name.
#[derive(Debug, Clone)]
pub(crate) struct Places {
    pub database: PathBuf,
    pub logs: PathBuf,
    /// Size and place of the window.
    pub window: PathBuf,
    /// How the window looked last: see `look`.
    pub look: PathBuf,
    /// The words that the shell had last: see `words`.
    pub words: PathBuf,
    /// What the page itself keeps.
    pub webview: PathBuf,
    /// The desktop starts what lies there with the session; none: it has no such place.
    pub autostart: Option<PathBuf>,
    /// Where files go until the person sets another folder; none: ask the system.
    pub downloads: Option<PathBuf>,
}

impl Places {
    pub fn of_this_machine() -> anyhow::Result<Places> {
        if let Some(home) = std::env::var_os("HAUL_HOME").filter(|home| !home.is_empty()) {
            return Ok(Places::in_one(std::path::absolute(home).context("HAUL_HOME cannot be used")?));
        }
        let system = etcetera::choose_base_strategy().context("the home folder is not known")?;
        let data = system.data_dir().join("haul");
        Ok(Places {
            database: data.join("haul.db"),
            logs: system.state_dir().map_or_else(|| data.join("logs"), |state| state.join("haul")),
            window: data.join("window.json"),
            look: data.join("look.json"),
            words: data.join("words.json"),
            webview: data.join("webview"),
            autostart: cfg!(target_os = "linux").then(|| system.config_dir().join(AUTOSTART)),
            downloads: None,
        })
    }

    /// Where files go until the person sets another folder. Where the system names none, or names one that is not there, it
    /// is `Downloads` in the home folder; the engine makes it when the first file comes.
    pub fn download_folder(&self, app: &tauri::AppHandle) -> anyhow::Result<PathBuf> {
        use tauri::Manager;
        if let Some(folder) = &self.downloads {
            return Ok(folder.clone());
        }
        match app.path().download_dir() {
            Ok(folder) => Ok(folder),
            Err(_) => Ok(app.path().home_dir().context("the home folder is not known")?.join("Downloads")),
        }
    }

    fn in_one(home: PathBuf) -> Places {
        Places {
            database: home.join("haul.db"),
            logs: home.join("logs"),
            window: home.join("window.json"),
            look: home.join("look.json"),
            words: home.join("words.json"),
            webview: home.join("webview"),
            // One of several is tried out, or the stick may not be there.
            autostart: None,
            downloads: Some(home.join("downloads")),
        }
    }
}
