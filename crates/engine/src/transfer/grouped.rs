//! Work on a folder that costs little more for many files than for one, done at once for all that ask meanwhile.
//!
//! While some are worked on, the next group gathers: nobody waits for company, and the busier it is the larger the groups.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use tokio::sync::oneshot;
use tokio_util::task::TaskTracker;

/// Jobs of one group at most: it ends soon enough for those that wait.
const MOST: usize = 64;
/// Groups of one folder that are worked on at once: one copies into memory while the other waits for the disk.
const AT_ONCE: u32 = 2;

/// Runs jobs in groups, each on a blocking thread. Folders do not wait for each other: they may be on different disks.
/// Clones share them.
#[derive(Debug)]
pub struct Grouped<J, R> {
    folders: Arc<Mutex<Lines<J, R>>>,
    /// Gives one result for each job, in order.
    work: fn(Vec<J>) -> Vec<R>,
    threads: TaskTracker,
}

type Lines<J, R> = HashMap<PathBuf, Weak<Mutex<Line<J, R>>>>;

/// Who waits is told nothing if what was done with its job panicked.
type Waiting<J, R> = (J, oneshot::Sender<Option<R>>);

/// Those that wait for one folder.
#[derive(Debug)]
struct Line<J, R> {
    waiting: Vec<Waiting<J, R>>,
    /// Threads at work on it.
    threads: u32,
}

impl<J: Send + 'static, R: Send + 'static> Grouped<J, R> {
    pub fn by(work: fn(Vec<J>) -> Vec<R>) -> Self {
        Self { folders: Arc::default(), work, threads: TaskTracker::new() }
    }

    /// What `work` makes of `job`, as one of a group of `folder`; none if it panicked, and nothing at all once the runtime
    /// ends. The job is done also when nobody waits for it any more.
    pub async fn run(&self, folder: &Path, job: J) -> Option<R> {
        let (sender, result) = oneshot::channel();
        let line = self.line(folder);
        let needs_thread = {
            let mut line = lock(&line);
            line.waiting.push((job, sender));
            let needs_thread = line.threads < AT_ONCE;
            line.threads += u32::from(needs_thread);
            needs_thread
        };
        if needs_thread {
            let work = self.work;
            self.threads.spawn_blocking(move || work_through(&line, work));
        }
        match result.await {
            Ok(done) => done,
            // Its thread was dropped with the runtime, as whoever waits here is about to be: nothing failed.
            Err(_) => std::future::pending().await,
        }
    }

    fn line(&self, folder: &Path) -> Arc<Mutex<Line<J, R>>> {
        let mut folders = lock(&self.folders);
        if let Some(line) = folders.get(folder).and_then(Weak::upgrade) {
            return line;
        }
        folders.retain(|_, line| line.strong_count() > 0);
        let line = Arc::new(Mutex::new(Line { waiting: Vec::new(), threads: 0 }));
        folders.insert(folder.to_owned(), Arc::downgrade(&line));
        line
    }
}

impl<J, R> Clone for Grouped<J, R> {
    fn clone(&self) -> Self {
        Self { folders: self.folders.clone(), work: self.work, threads: self.threads.clone() }
    }
}

/// Group after group, until nobody waits.
fn work_through<J, R>(line: &Mutex<Line<J, R>>, work: fn(Vec<J>) -> Vec<R>) {
    while let Some(group) = next_group(line) {
        let (jobs, senders): (Vec<J>, Vec<_>) = group.into_iter().unzip();
        // A panic is this group's alone: the others still need the thread.
        let results = catch_unwind(AssertUnwindSafe(|| work(jobs)));
        let results = results.into_iter().flatten().map(Some).chain(std::iter::repeat_with(|| None));
        for (sender, result) in senders.into_iter().zip(results) {
            if sender.send(result).is_err() {
                tracing::debug!("the result of a job that nobody waits for");
            }
        }
    }
}

fn next_group<J, R>(line: &Mutex<Line<J, R>>) -> Option<Vec<Waiting<J, R>>> {
    let mut line = lock(line);
    if line.waiting.is_empty() {
        line.threads -= 1;
        return None;
    }
    let count = line.waiting.len().min(MOST);
    Some(line.waiting.drain(..count).collect())
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::future::join_all;

    /// Each job's result: its double, and how many were in its group.
    fn double(jobs: Vec<usize>) -> Vec<(usize, usize)> {
        let count = jobs.len();
        jobs.into_iter().map(|job| (job * 2, count)).collect()
    }

    #[tokio::test]
    async fn jobs_that_come_while_others_are_worked_on_make_one_group() {
        let grouped = Grouped::by(double);
        let results = join_all((0..200).map(|job| grouped.run(Path::new("/a"), job))).await;
        let results: Vec<(usize, usize)> = results.into_iter().flatten().collect();
        assert!(results.iter().map(|(doubled, _)| *doubled).eq((0..200).map(|job| job * 2)));
        let largest = results.iter().map(|(_, count)| *count).max();
        assert!(largest.is_some_and(|largest| (2..=MOST).contains(&largest)), "{largest:?}");
    }

    #[tokio::test]
    async fn one_that_stops_waiting_holds_nobody_up() {
        let grouped = Grouped::by(double);
        let folder = Path::new("/a");
        // Each is given one look and then dropped, wherever it was: in the line or at the head of a group.
        for job in 0..10 {
            let _dropped = futures::FutureExt::now_or_never(grouped.run(folder, job));
        }
        assert_eq!(grouped.run(folder, 21).await.map(|(doubled, _)| doubled), Some(42));
    }

    #[tokio::test]
    async fn a_panic_is_its_groups_alone() {
        let grouped = Grouped::by(|jobs: Vec<u32>| {
            assert!(!jobs.contains(&1), "one is not liked");
            jobs
        });
        assert_eq!(grouped.run(Path::new("/a"), 1).await, None);
        assert_eq!(grouped.run(Path::new("/a"), 2).await, Some(2));
    }

    #[test]
    fn a_job_whose_runtime_ends_has_not_failed() {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let ended = runtime.handle().clone();
        runtime.shutdown_background();
        let _guard = ended.enter();
        let grouped = Grouped::by(double);
        assert_eq!(futures::FutureExt::now_or_never(grouped.run(Path::new("/a"), 21)), None);
    }
}
