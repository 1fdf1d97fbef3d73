//! A file that lies in a new one's way: it stays until that one is whole and proven, and then goes to the trash.
//!
//! Nothing is noted of it: what gives way is decided when the new file is about to get its name, by what lies there then.
//! Should the program end once the old file is in the trash, the next start finds the part file whole and the name free.

use haul_core::LogEntry;
use haul_core::settings::WhenNameTaken;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::timeout;

use super::part_file::{Found, PartFile};
use super::{Halt, Report, Transfer, identity};
use crate::EngineError;
use crate::files::{SILENT, blocking};

/// How long a disk may take for its trash.
const PATIENCE: Duration = Duration::from_secs(10);

/// What a transfer asks the dispatcher, which knows whose files lie where.
#[derive(Debug)]
pub enum Way {
    /// Whether the file at `path` may give way once this one is whole.
    MayClear { path: PathBuf, reply: oneshot::Sender<bool> },
    /// All is there and proven: what has the file at `path` goes off the list, and the file to the trash. One that nobody on
    /// the list has is left to the transfer.
    Clear { path: PathBuf, reply: oneshot::Sender<Result<(), EngineError>> },
    /// The same of the finished download whose place was to be taken.
    ClearOverwritten { reply: oneshot::Sender<Result<(), EngineError>> },
}

/// Whether the file at `target` is one that may go to the trash: a plain one, and not somebody's unfinished one. Blocks.
pub fn gives_way(target: &Path) -> bool {
    // A link is its own file, whatever it leads to.
    target.symlink_metadata().is_ok_and(|metadata| metadata.is_file())
        && !is_unfinished_by_aria2(target)
        && match PartFile::find(target) {
            Ok(Found::Free(file, label)) => label.is_none() && !identity::is_unfinished(file.file()),
            // It may be read by its owner only, for example.
            Ok(Found::Foreign) => true,
            Ok(Found::Nothing | Found::Busy) | Err(_) => false,
        }
}

/// aria2 gives the name from the start, and keeps beside it what it needs to go on.
fn is_unfinished_by_aria2(target: &Path) -> bool {
    let mut control = target.as_os_str().to_owned();
    control.push(".aria2");
    Path::new(&control).symlink_metadata().is_ok()
}

impl Transfer {
    /// Whether a file that has its name gives way, as far as the person is concerned.
    pub(super) fn wants_to_replace(&self) -> bool {
        self.settings.borrow().when_name_taken == WhenNameTaken::Replace
            && !self.download.options.numbered
            && self.repair.is_none()
            && self.overwrites.is_none()
    }

    /// Whether the file at `target` may give way once this one is whole.
    pub(super) async fn may_replace(&self, target: &Path) -> bool {
        if !self.wants_to_replace() || !self.looks_replaceable(target).await {
            return false;
        }
        let (reply, told) = oneshot::channel();
        self.report(Report::InTheWay(Way::MayClear { path: target.to_owned(), reply })).await;
        // Who is not there any more to answer has stopped this transfer, too.
        told.await.unwrap_or(false)
    }

    async fn looks_replaceable(&self, target: &Path) -> bool {
        if self.claims.has(target) {
            return false;
        }
        let target = target.to_owned();
        blocking(move || Ok(gives_way(&target))).await.unwrap_or(false)
    }

    /// Whether something has to be out of the way before the whole file gets its name.
    pub(super) fn needs_way(&self) -> bool {
        self.overwrites.is_some() || self.wants_to_replace()
    }

    /// Returns once what lies in the way of a file that is to be at `target` is in the trash, or stays for good: whatever ends
    /// the program from now on, the next start has all that is needed to give the name.
    pub(super) async fn clear_way(&self, target: &Path) -> Result<(), Halt> {
        let wanted = self.overwrites.as_deref().unwrap_or(target).to_owned();
        let looked_at = wanted.clone();
        let is_there = blocking(move || Ok(looked_at.symlink_metadata().is_ok())).await?;
        let (reply, told) = oneshot::channel();
        let way = match &self.overwrites {
            Some(_) => Way::ClearOverwritten { reply },
            None if !self.wants_to_replace() => return Ok(()),
            None if is_there && !self.looks_replaceable(&wanted).await => return Ok(()),
            None => Way::Clear { path: wanted.clone(), reply },
        };
        self.report(Report::InTheWay(way)).await;
        let cleared = tokio::select! {
            cleared = told => cleared.unwrap_or(Err(EngineError::Closed)),
            () = self.stop.cancelled() => return Err(Halt::Cancelled),
        };
        let cleared = match cleared {
            Ok(()) if is_there && self.overwrites.is_none() => trash_what_is_left(wanted.clone()).await,
            cleared => cleared,
        };
        match cleared {
            Ok(()) if is_there => self.log(LogEntry::Replaced { name: name_of(&wanted) }).await,
            Ok(()) => {}
            Err(error) => tracing::warn!(id = %self.download.id, %error, "a file is not replaced"),
        }
        Ok(())
    }

    /// Tells that the whole file, which lies at `path`, has not the name that it was to have.
    pub(super) async fn tell_other_name(&self, path: &Path, target: &Path) {
        let wanted = self.overwrites.as_deref().unwrap_or(target);
        if path == wanted || path.parent() != wanted.parent() {
            return;
        }
        let (wanted, name) = (name_of(wanted), name_of(path));
        let entry = match self.needs_way() {
            true => LogEntry::NotReplaced { wanted, name },
            false => LogEntry::Numbered { wanted, name },
        };
        self.log(entry).await;
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The file at `path` goes to the trash, if it did not with the download that had it.
async fn trash_what_is_left(path: PathBuf) -> Result<(), EngineError> {
    let kept = {
        let path = path.clone();
        move |reason: String| EngineError::FileKept { path: path.clone(), reason }
    };
    let trashing = tokio::task::spawn_blocking(move || {
        if gives_way(&path) { trash::delete(&path).map_err(|error| error.to_string()) } else { Ok(()) }
    });
    match timeout(PATIENCE, trashing).await {
        Ok(Ok(trashed)) => trashed.map_err(kept),
        Ok(Err(panicked)) => Err(kept(panicked.to_string())),
        // It may get there yet, and then it is there.
        Err(_) => Err(kept(SILENT.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transfer::label::Label;
    use haul_core::Resource;
    use haul_core::filename::PartName;

    #[test]
    fn only_a_plain_file_that_is_whole_gives_way() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("plain"), "theirs").unwrap();
        std::fs::write(at("empty"), "").unwrap();
        assert!(gives_way(&at("plain")) && gives_way(&at("empty")));
        std::fs::create_dir(at("folder")).unwrap();
        assert!(!gives_way(&at("folder")) && !gives_way(&at("nothing")));
        std::fs::write(at("begun"), "theirs").unwrap();
        std::fs::write(at("begun.aria2"), "").unwrap();
        assert!(!gives_way(&at("begun")), "another program is at work on it");
    }

    #[cfg(unix)]
    #[test]
    fn links_and_pipes_stay() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("plain"), "theirs").unwrap();
        std::os::unix::fs::symlink(at("plain"), at("link")).unwrap();
        std::os::unix::fs::symlink(at("nowhere"), at("dangling")).unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(at("socket")).unwrap();
        assert!(!gives_way(&at("link")) && !gives_way(&at("dangling")) && !gives_way(&at("socket")));
    }

    #[test]
    fn an_unfinished_file_stays_whoever_asked_for_it() {
        let folder = tempfile::tempdir().unwrap();
        let (labelled, marked) =
            (PartName::Plain.path(folder.path(), "a"), PartName::Plain.path(folder.path(), "b"));
        let part = PartFile::create(&labelled).unwrap().unwrap();
        assert!(!gives_way(&labelled), "somebody works on it");
        let resource = Resource { size: Some(1000), ..Resource::default() };
        part.checkpoint(Label::new("http://a/b", &resource, &[])).unwrap();
        drop(part);
        assert!(!gives_way(&labelled), "it says what it holds");
        let part = PartFile::create(&marked).unwrap().unwrap();
        identity::mark_unfinished(part.file(), "http://a/b");
        // A file system without marks cannot tell.
        let is_marked = identity::is_unfinished(part.file());
        drop(part);
        assert_eq!(gives_way(&marked), !is_marked);
    }
}
