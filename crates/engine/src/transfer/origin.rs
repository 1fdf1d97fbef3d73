//! The mark on a file that says where it came from, as desktops and virus scanners read it: an extended attribute on Linux,
//! the zone on Windows, the quarantine on macOS. A file system that cannot hold it does without.

use std::fs::File;
use std::path::Path;
use url::Url;

/// Marks `file`, which lies at `path` if it has a name, as come from `url`: without what may be a secret (log-in, query).
pub fn mark(file: &File, path: Option<&Path>, url: &str) {
    let Some(origin) = without_secrets(url) else { return };
    if let Err(error) = system::mark(file, path, &origin) {
        tracing::debug!(%error, "no mark of origin");
    }
}

fn without_secrets(url: &str) -> Option<Url> {
    let mut origin = Url::parse(url).ok()?;
    origin.set_query(None);
    origin.set_fragment(None);
    // Fails only where there is no host, and then there is no log-in.
    origin.set_username("").and_then(|()| origin.set_password(None)).unwrap_or_default();
    Some(origin)
}

/// freedesktop.org's "Common Extended Attributes".
#[cfg(all(unix, not(target_os = "macos")))]
mod system {
    use rustix::fs::{XattrFlags, fsetxattr};

    pub fn mark(
        file: &std::fs::File,
        _path: Option<&std::path::Path>,
        url: &url::Url,
    ) -> std::io::Result<()> {
        Ok(fsetxattr(file, "user.xdg.origin.url", url.as_str().as_bytes(), XattrFlags::empty())?)
    }
}

/// Gatekeeper asks before it runs what is marked so: flags (from the web, nobody has agreed yet), time in hexadecimal
/// seconds, program.
#[cfg(target_os = "macos")]
mod system {
    use rustix::fs::{XattrFlags, fsetxattr};

    pub fn mark(
        file: &std::fs::File,
        _path: Option<&std::path::Path>,
        _url: &url::Url,
    ) -> std::io::Result<()> {
        let quarantine = format!("0081;{:x};Haul;", crate::clock::now() / 1000);
        Ok(fsetxattr(file, "com.apple.quarantine", quarantine.as_bytes(), XattrFlags::empty())?)
    }
}

/// The stream `Zone.Identifier` of the file: zone 3 is the internet. It keeps to the file when that gets its name.
#[cfg(windows)]
mod system {
    pub fn mark(
        _file: &std::fs::File,
        path: Option<&std::path::Path>,
        url: &url::Url,
    ) -> std::io::Result<()> {
        let Some(path) = path else { return Ok(()) };
        let mut stream = path.as_os_str().to_owned();
        stream.push(":Zone.Identifier");
        std::fs::write(stream, format!("[ZoneTransfer]\r\nZoneId=3\r\nHostUrl={url}\r\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_secret_is_not_written_down() {
        let origin = without_secrets("https://me:word@a.org/b/c.zip?key=1#part").unwrap();
        assert_eq!(origin.as_str(), "https://a.org/b/c.zip");
        assert!(without_secrets("no address").is_none());
    }
}
