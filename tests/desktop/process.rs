//! A program that ends with its story, together with everything it started.

use rustix::process::{Pid, Signal, kill_process_group};
use std::process::{ExitStatus, Stdio};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

use haul_tests::PATIENCE;

pub struct Process {
    child: Child,
    group: Pid,
    name: String,
}

impl Process {
    pub fn start(command: &mut Command) -> Process {
        let name = command.as_std().get_program().to_string_lossy().into_owned();
        command.process_group(0).stdin(Stdio::null()).kill_on_drop(true);
        let child =
            command.spawn().unwrap_or_else(|error| panic!("{name}: {error}; `make setup` installs it"));
        let group = Pid::from_raw(child.id().unwrap().cast_signed()).unwrap();
        Process { child, group, name }
    }

    /// Starts a program that says in its first line that it is ready, and returns that line.
    pub async fn start_and_listen(command: &mut Command) -> (Process, String) {
        let mut process = Self::start(command.stdout(Stdio::piped()));
        let mut line = String::new();
        let mut output = BufReader::new(process.child.stdout.take().unwrap());
        let read = timeout(PATIENCE, output.read_line(&mut line)).await;
        read.unwrap_or_else(|_| panic!("{} does not say that it is ready", process.name)).unwrap();
        assert!(!line.is_empty(), "{} ended at once", process.name);
        // Kept open: a program that may not write any more would end.
        process.child.stdout = Some(output.into_inner());
        (process, line.trim().to_owned())
    }

    pub fn id(&self) -> u32 {
        self.child.id().unwrap()
    }

    /// Waits for its end.
    pub async fn ended(&mut self) -> ExitStatus {
        timeout(PATIENCE, self.child.wait())
            .await
            .unwrap_or_else(|_| panic!("{} does not end", self.name))
            .unwrap()
    }

    /// Runs it to its end and returns what it wrote.
    pub async fn output(command: &mut Command) -> (ExitStatus, String, String) {
        command.stdin(Stdio::null()).kill_on_drop(true);
        let output =
            timeout(PATIENCE, command.output()).await.unwrap_or_else(|_| panic!("{command:?} does not end"));
        let output = output.unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        (output.status, text(output.stdout), text(output.stderr))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already, with everything it started.
        let _killed = kill_process_group(self.group, Signal::KILL);
    }
}
