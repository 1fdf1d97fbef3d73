//! What the settings of single hosts have that is a secret, in a plain file beside the list which only the person's account can
//! read: copies of the list, and what is sent along with a question about it, hold no log-in.

use haul_core::host_settings::{HostSettings, Secret};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::row::is_secret;

/// The file; none: kept nowhere, as the list itself.
#[derive(Debug, Clone, Default)]
pub struct Secrets(Option<PathBuf>);

/// Those of one line of the settings.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct OfHost {
    #[serde(skip_serializing_if = "Option::is_none")]
    password: Option<Secret>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    headers: Vec<(String, String)>,
}

type ByHost = BTreeMap<String, OfHost>;

impl Secrets {
    pub fn at(file: PathBuf) -> Self {
        Self(Some(file))
    }

    /// Takes what is a secret out of `hosts`, and keeps it.
    pub async fn keep(&self, hosts: &mut [HostSettings]) -> std::io::Result<()> {
        let mut secrets = ByHost::new();
        for host in hosts {
            let (hidden, open) = std::mem::take(&mut host.headers).into_iter().partition(is_secret);
            host.headers = open;
            let found = OfHost { password: host.password.take(), headers: hidden };
            if found.password.is_some() || !found.headers.is_empty() {
                secrets.entry(host.host.clone()).or_insert(found);
            }
        }
        let Some(file) = self.0.clone() else { return Ok(()) };
        let written = tokio::task::spawn_blocking(move || write(&file, &secrets)).await;
        written.unwrap_or_else(|error| Err(std::io::Error::other(error)))
    }

    /// Puts back what was taken out. What cannot be read is gone, and asked for by the server.
    pub async fn put_back(&self, hosts: &mut [HostSettings]) {
        let Some(file) = self.0.clone() else { return };
        let read = tokio::task::spawn_blocking(move || std::fs::read(file)).await;
        let text = read.ok().and_then(Result::ok).unwrap_or_default();
        let mut secrets: ByHost = serde_json::from_slice(&text).unwrap_or_default();
        for host in hosts {
            let Some(OfHost { password, headers }) = secrets.remove(&host.host) else { continue };
            host.password = password;
            host.headers.extend(headers);
        }
    }
}

/// All of it or nothing. Where there are none there is no file.
fn write(file: &Path, secrets: &ByHost) -> std::io::Result<()> {
    if secrets.is_empty() {
        return match std::fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            Ok(()) | Err(_) => Ok(()),
        };
    }
    let new = super::open::beside(file, ".new");
    let mut options = std::fs::OpenOptions::new();
    options.create(true).write(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut writing = options.open(&new)?;
    writing.write_all(&serde_json::to_vec(secrets)?)?;
    writing.sync_all()?;
    std::fs::rename(new, file)
}
