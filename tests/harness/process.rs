//! The real `haul` program, each with a home of its own.

use rustix::process::{Pid, Signal, kill_process};
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::time::Duration;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, AsyncRead, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::PATIENCE;

/// A user with a home folder, who calls `haul`.
pub struct HaulProcess {
    home: TempDir,
    folder: PathBuf,
}

/// A `haul` at work; killed when it is dropped.
pub struct Run {
    child: Child,
    stdout: watch::Receiver<String>,
    stderr: watch::Receiver<String>,
    readers: JoinSet<()>,
}

/// What became of a `haul`.
#[derive(Debug)]
pub struct Ended {
    /// The exit code; none: a signal ended it.
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl HaulProcess {
    pub fn new() -> Self {
        let home = tempfile::Builder::new().prefix("haul-home-").tempdir().unwrap();
        let folder = home.path().join("work");
        std::fs::create_dir(&folder).unwrap();
        Self { home, folder }
    }

    /// Where it is called, and files go.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The unfinished file of that name.
    pub fn part(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.part"))
    }

    /// What lies where files go.
    pub fn names(&self) -> Vec<String> {
        crate::names_in(&self.folder)
    }

    /// Starts `haul get` with `arguments`.
    pub fn start(&self, arguments: &[&str]) -> Run {
        self.start_with(arguments, &[])
    }

    /// The same, with these in its environment.
    pub fn start_with(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Run {
        let mut child = self.command(arguments).envs(environment.iter().copied()).spawn().unwrap();
        let mut readers = JoinSet::new();
        let stdout = collect(child.stdout.take().unwrap(), &mut readers);
        let stderr = collect(child.stderr.take().unwrap(), &mut readers);
        Run { child, stdout, stderr, readers }
    }

    /// Runs `haul get` with `arguments` to its end.
    pub async fn get(&self, arguments: &[&str]) -> Ended {
        self.start(arguments).ended().await
    }

    /// Runs `haul get` and returns its exit code, or stops the test with what it said.
    #[track_caller]
    pub fn code(&self, arguments: &[&str]) -> impl Future<Output = i32> {
        let caller = std::panic::Location::caller();
        async move {
            let ended = self.get(arguments).await;
            ended.code.unwrap_or_else(|| panic!("{caller}: a signal ended it: {ended:?}"))
        }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program());
        command.arg("get").args(arguments).current_dir(&self.folder).env_clear();
        command
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("LANG", "C.UTF-8")
            .env("HOME", self.home());
        for folder in ["CONFIG", "DATA", "STATE", "CACHE"] {
            command.env(format!("XDG_{folder}_HOME"), self.home().join(folder.to_lowercase()));
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
        command
    }
}

impl Default for HaulProcess {
    fn default() -> Self {
        Self::new()
    }
}

/// The program that the same build made.
fn program() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let program = test.ancestors().nth(2).unwrap().join("haul");
    assert!(program.exists(), "{} is missing: run `cargo build --workspace --bin haul`", program.display());
    program
}

fn collect(
    stream: impl AsyncRead + Unpin + Send + 'static,
    readers: &mut JoinSet<()>,
) -> watch::Receiver<String> {
    let (sender, text) = watch::channel(String::new());
    readers.spawn(async move {
        let mut lines = BufReader::new(stream);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line).await.unwrap_or(0) > 0 {
            sender.send_modify(|text| text.push_str(&String::from_utf8_lossy(&line)));
            line.clear();
        }
    });
    text
}

impl Run {
    /// Waits until what it printed so far is as `wanted`.
    pub async fn until_stdout(&mut self, wanted: impl FnMut(&String) -> bool) {
        let found = timeout(PATIENCE, self.stdout.wait_for(wanted)).await.is_ok_and(|found| found.is_ok());
        assert!(
            found,
            "waited in vain; stdout: {}\nstderr: {}",
            *self.stdout.borrow(),
            *self.stderr.borrow()
        );
    }

    /// `kill -9`.
    pub async fn kill(mut self) {
        self.signal(Signal::KILL);
        self.child.wait().await.unwrap();
    }

    /// `kill -9` once `moment` has come; how it ended if that was earlier.
    pub async fn kill_at(mut self, moment: impl Future<Output = ()>) -> Option<Ended> {
        let killed = tokio::select! {
            biased;
            _ = self.child.wait() => false,
            () = moment => true,
        };
        if killed {
            // It may have ended in this very instant.
            self.child.start_kill().unwrap_or_default();
        }
        let ended = self.ended().await;
        if killed && ended.code.is_none() { None } else { Some(ended) }
    }

    /// Ctrl-C.
    pub fn interrupt(&self) {
        self.signal(Signal::INT);
    }

    /// What an init system sends.
    pub fn terminate(&self) {
        self.signal(Signal::TERM);
    }

    /// As a machine that falls asleep, but that the monotonic clock goes on.
    pub fn freeze(&self) {
        self.signal(Signal::STOP);
    }

    pub fn thaw(&self) {
        self.signal(Signal::CONT);
    }

    fn signal(&self, signal: Signal) {
        let id = self.child.id().expect("it has ended");
        kill_process(Pid::from_raw(id.cast_signed()).unwrap(), signal).unwrap();
    }

    /// Waits for its end.
    pub async fn ended(self) -> Ended {
        self.ended_within(PATIENCE).await
    }

    /// Waits for its end, no longer than `patience`.
    pub async fn ended_within(mut self, patience: Duration) -> Ended {
        let waiting = async {
            let status: ExitStatus = self.child.wait().await.unwrap();
            while self.readers.join_next().await.is_some() {}
            status
        };
        let status = timeout(patience, waiting).await;
        let (stdout, stderr) = (self.stdout.borrow().clone(), self.stderr.borrow().clone());
        let status =
            status.unwrap_or_else(|_| panic!("haul does not end\nstdout: {stdout}\nstderr: {stderr}"));
        Ended { code: status.code(), stdout, stderr }
    }
}

impl Ended {
    /// Stops the test, with all that was said, if it ended with another code.
    #[track_caller]
    pub fn expect(self, code: i32) -> Ended {
        assert_eq!(self.code, Some(code), "stdout: {}\nstderr: {}", self.stdout, self.stderr);
        self
    }

    /// The lines of stdout, each read as JSON.
    #[track_caller]
    pub fn json(&self) -> Vec<serde_json::Value> {
        let read = |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        self.stdout.lines().map(read).collect()
    }
}
