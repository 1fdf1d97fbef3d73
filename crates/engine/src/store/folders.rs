//! Which folders downloads went to, in a plain file beside the list: when the list is damaged, the part files in them are
//! found again.

use haul_core::Download;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The folders, a line each. Clones share them.
#[derive(Debug, Clone, Default)]
pub struct Folders {
    /// None: kept nowhere, as the list itself.
    file: Option<PathBuf>,
    known: Arc<Mutex<BTreeSet<PathBuf>>>,
}

impl Folders {
    /// What `file` says, or nothing if there is none. Blocks.
    pub fn read(file: PathBuf) -> Self {
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        let known = text.lines().map(PathBuf::from).filter(|folder| folder.is_absolute()).collect();
        Self { file: Some(file), known: Arc::new(Mutex::new(known)) }
    }

    pub fn all(&self) -> Vec<PathBuf> {
        self.known().iter().cloned().collect()
    }

    /// Takes note of where these go. A folder that cannot be written down is no reason not to download.
    pub async fn note(&self, downloads: &[Download]) {
        let Some(file) = self.file.clone() else { return };
        let new: Vec<PathBuf> = {
            let mut known = self.known();
            let folders = downloads.iter().map(|download| &download.folder);
            folders.filter(|folder| known.insert((*folder).clone())).cloned().collect()
        };
        if new.is_empty() {
            return;
        }
        let written = tokio::task::spawn_blocking(move || append(&file, &new));
        if !matches!(written.await, Ok(Ok(()))) {
            tracing::warn!("a folder could not be noted");
        }
    }

    fn known(&self) -> MutexGuard<'_, BTreeSet<PathBuf>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn append(file: &Path, folders: &[PathBuf]) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file)?;
    for folder in folders {
        // A name that is no text, or has a line break in it, cannot be a line: it is found by hand.
        if let Some(line) = folder.to_str().filter(|line| !line.contains('\n')) {
            writeln!(file, "{line}")?;
        }
    }
    Ok(())
}
