//! What the file system's errors mean for a download, and the way to its blocking calls.

use haul_core::Failure;
use std::fs::Metadata;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use tokio::task::JoinError;

/// What is said of a disk that is waited for no longer.
pub const SILENT: &str = "the disk does not answer";

/// Runs `work` on a blocking thread.
///
/// # Errors
/// Those of `work`; `Internal` if it panicked.
pub async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    joined(tokio::task::spawn_blocking(work).await).await.flatten()
}

/// What a task brought that nobody aborts.
///
/// One that did not panic and brought nothing was dropped with its runtime: nothing failed then, and whoever waits is about to
/// be dropped as well. To go on as if it had failed would write down a failure that there was none of.
///
/// # Errors
/// `Internal` if it panicked.
pub async fn joined<T>(ended: Result<T, JoinError>) -> Result<T, Failure> {
    match ended {
        Ok(brought) => Ok(brought),
        Err(error) if error.is_panic() => {
            tracing::error!(%error, "a task failed");
            Err(Failure::Internal)
        }
        Err(_) => std::future::pending().await,
    }
}

/// The failure behind an error while working with `path`.
pub fn failure_of(error: &io::Error, path: &Path) -> Failure {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            Failure::DiskFull { folder: folder_of(path), missing: 0, needed: 0 }
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            Failure::NotWritable { path: path.to_owned() }
        }
        ErrorKind::NotFound => Failure::PartFileGone { path: path.to_owned() },
        _ => Failure::Disk { path: path.to_owned(), reason: error.to_string() },
    }
}

/// Makes `folder` if it is missing.
pub fn make_folder(folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            Failure::NotWritable { path: folder.to_owned() }
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            Failure::DiskFull { folder: folder.to_owned(), missing: 0, needed: 0 }
        }
        _ => Failure::FolderMissing { folder: folder.to_owned() },
    })
}

/// Whether `needed` more bytes fit into the file system of `folder`.
///
/// # Errors
/// `DiskFull` with how many do not.
pub fn check_space(folder: &Path, needed: u64) -> Result<(), Failure> {
    match free_space(folder) {
        Some(free) if free < needed => {
            Err(Failure::DiskFull { folder: folder.to_owned(), missing: needed - free, needed })
        }
        _ => Ok(()),
    }
}

/// Bytes that may be written in `folder`; none if that cannot be told.
#[cfg(unix)]
pub fn free_space(folder: &Path) -> Option<u64> {
    let stat = rustix::fs::statvfs(folder).ok()?;
    // Pseudo file systems have no size at all: they say nothing about room.
    (stat.f_blocks > 0).then(|| stat.f_bavail.saturating_mul(stat.f_frsize))
}

#[cfg(not(unix))]
pub fn free_space(_folder: &Path) -> Option<u64> {
    None
}

/// What a file takes on its disk: less than its length where it has holes.
pub fn room_of(metadata: &Metadata) -> u64 {
    #[cfg(unix)]
    return std::os::unix::fs::MetadataExt::blocks(metadata).saturating_mul(512).min(metadata.len());
    #[cfg(not(unix))]
    return metadata.len();
}

/// Which disk `folder` is on, as a number that only this run of the system knows; none if that cannot be told.
pub fn disk_of(folder: &Path) -> Option<u64> {
    #[cfg(unix)]
    return std::fs::metadata(folder).ok().map(|metadata| std::os::unix::fs::MetadataExt::dev(&metadata));
    #[cfg(not(unix))]
    return folder.is_dir().then_some(0);
}

fn folder_of(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new("/")).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn work_that_panics_has_failed() {
        let panics = || -> Result<(), Failure> { panic!("a mistake in the work") };
        assert_eq!(blocking(panics).await, Err(Failure::Internal));
        assert_eq!(blocking(|| Ok(1)).await, Ok(1));
    }

    #[test]
    fn work_whose_runtime_ends_has_not_failed() {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let ended = runtime.handle().clone();
        runtime.shutdown_background();
        let _guard = ended.enter();
        assert_eq!(futures::FutureExt::now_or_never(blocking(|| Ok(1))), None);
    }
}
