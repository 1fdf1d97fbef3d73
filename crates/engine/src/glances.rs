//! Whether finished files are still there: a glance at those whose rows somebody looks at, beside everything else.
//!
//! A network drive may not answer for minutes, and then nothing ends the call that asks it. So each folder is asked on a thread of
//! its own and waited for only so long; as long as it has not answered, it is not asked again.

use haul_core::{Check, DownloadId, DownloadRow, Status};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout};

use crate::dispatcher::Command;

/// Pages whose rows wait to be looked for; more are not worth it.
pub const PAGES: usize = 4;
const PATIENCE: Duration = Duration::from_secs(2);
/// A file is looked for again after that, if somebody looks at its row.
const AGAIN: Duration = Duration::from_secs(3);
/// Files of which is remembered when they were looked for.
const MOST: usize = 10_000;

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    pub id: DownloadId,
    pub path: PathBuf,
}

/// Those of `rows` that are finished, and of which nothing else is known.
pub fn of_rows(rows: &[DownloadRow]) -> Vec<Glance> {
    let of = |row: &DownloadRow| match (&row.status, &row.check) {
        (Status::Completed { path }, None | Some(Check::Missing)) => {
            Some(Glance { id: row.id, path: path.clone() })
        }
        _ => None,
    };
    rows.iter().filter_map(of).collect()
}

/// Looks for whatever comes, and tells the dispatcher what changed.
pub async fn keep_looking(mut inbox: mpsc::Receiver<Vec<Glance>>, commands: mpsc::WeakSender<Command>) {
    let mut known = Known::default();
    while let Some(glances) = inbox.recv().await {
        let (there, missing) = known.look(glances, PATIENCE).await;
        if there.is_empty() && missing.is_empty() {
            continue;
        }
        let Some(commands) = commands.upgrade() else { return };
        if commands.send(Command::Glanced { there, missing }).await.is_err() {
            return;
        }
    }
}

#[derive(Default)]
struct Known {
    looked: HashMap<DownloadId, Instant>,
    missing: HashSet<DownloadId>,
    /// Folders that have not answered yet.
    silent: HashMap<PathBuf, JoinHandle<Vec<Option<bool>>>>,
}

impl Known {
    /// Those that are there again, and those that are not any more.
    async fn look(&mut self, glances: Vec<Glance>, patience: Duration) -> (Vec<Glance>, Vec<Glance>) {
        let now = Instant::now();
        if self.looked.len() > MOST {
            self.looked.clear();
        }
        let mut folders: BTreeMap<PathBuf, Vec<Glance>> = BTreeMap::new();
        for glance in glances {
            let before = self.looked.insert(glance.id, now);
            if before.is_none_or(|before| now.duration_since(before) >= AGAIN) {
                let folder = glance.path.parent().unwrap_or(Path::new("/")).to_owned();
                folders.entry(folder).or_default().push(glance);
            } else if let Some(before) = before {
                self.looked.insert(glance.id, before);
            }
        }
        self.silent.retain(|_, asked| !asked.is_finished());
        let (mut there, mut missing) = (Vec::new(), Vec::new());
        for (folder, glances) in folders {
            if self.silent.contains_key(&folder) {
                continue;
            }
            let paths: Vec<PathBuf> = glances.iter().map(|glance| glance.path.clone()).collect();
            let mut asked =
                tokio::task::spawn_blocking(move || paths.iter().map(|path| is_there(path)).collect());
            let Ok(seen) = timeout(patience, &mut asked).await else {
                tracing::warn!(folder = %folder.display(), "a folder does not answer");
                self.silent.insert(folder, asked);
                continue;
            };
            for (glance, seen) in glances.into_iter().zip(seen.unwrap_or_default()) {
                match seen {
                    Some(true) if self.missing.remove(&glance.id) => there.push(glance),
                    Some(false) if self.missing.insert(glance.id) => missing.push(glance),
                    Some(_) | None => {}
                }
            }
        }
        (there, missing)
    }
}

/// None: that cannot be told.
fn is_there(path: &Path) -> Option<bool> {
    match path.symlink_metadata() {
        Ok(_) => Some(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Some(false),
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_what_changed_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let glance = || Glance { id: DownloadId(1), path: path.clone() };
        let mut known = Known::default();
        std::fs::write(&path, "").unwrap();
        assert_eq!(known.look(vec![glance()], PATIENCE).await, (vec![], vec![]));
        std::fs::remove_file(&path).unwrap();
        // Not asked again so soon.
        assert_eq!(known.look(vec![glance()], PATIENCE).await, (vec![], vec![]));
        known.looked.clear();
        assert_eq!(known.look(vec![glance()], PATIENCE).await, (vec![], vec![glance()]));
        known.looked.clear();
        assert_eq!(known.look(vec![glance()], PATIENCE).await, (vec![], vec![]));
        known.looked.clear();
        std::fs::write(&path, "").unwrap();
        assert_eq!(known.look(vec![glance()], PATIENCE).await, (vec![glance()], vec![]));
    }

    #[tokio::test]
    async fn a_folder_that_does_not_answer_is_not_asked_again_and_says_nothing() {
        let mut known = Known::default();
        let (answer, silence) = std::sync::mpsc::channel::<()>();
        let asked = tokio::task::spawn_blocking(move || {
            // Ends when the test does.
            silence.recv().unwrap_or_default();
            Vec::new()
        });
        known.silent.insert(PathBuf::from("/drive"), asked);
        let glance = Glance { id: DownloadId(1), path: "/drive/a".into() };
        assert_eq!(known.look(vec![glance], PATIENCE).await, (vec![], vec![]));
        assert_eq!(known.silent.len(), 1);
        drop(answer);
    }
}
