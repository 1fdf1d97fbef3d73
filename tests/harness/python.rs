//! Python's `http.server`: HTTP/1.0, no ranges, no keep-alive, no ETag.

use std::process::Stdio;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

/// Serves the files that it was given, until it is dropped.
pub struct PythonServer {
    _folder: TempDir,
    _child: Child,
    port: u16,
}

impl PythonServer {
    /// Starts it with `files` (name and content).
    pub async fn with(files: &[(&str, &[u8])]) -> PythonServer {
        let folder = tempfile::Builder::new().prefix("haul-python-").tempdir().unwrap();
        for (name, content) in files {
            std::fs::write(folder.path().join(name), content).unwrap();
        }
        let mut command = Command::new("python3");
        command
            .args(["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory"])
            .arg(folder.path());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
        let mut child = command.spawn().expect("python3 cannot be started: run `make setup`");
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).await.unwrap();
        let port = said
            .split_whitespace()
            .skip_while(|word| *word != "port")
            .nth(1)
            .and_then(|port| port.parse().ok());
        let port = port.unwrap_or_else(|| panic!("python3 said: {said}"));
        PythonServer { _folder: folder, _child: child, port }
    }

    pub fn url(&self, name: &str) -> String {
        format!("http://127.0.0.1:{}/{name}", self.port)
    }
}
