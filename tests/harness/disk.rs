//! A disk of a few megabytes, or one that cannot be written: a tmpfs of the test's own.

use rustix::process::geteuid;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

use crate::{MIB, names_in, noise};

const FILLER: &str = "filler";
const OWN_MOUNTS: &str = "HAUL_OWN_MOUNTS";

/// Mounted until it is dropped.
pub struct SmallDisk {
    point: TempDir,
}

impl SmallDisk {
    /// An empty disk for `size` bytes.
    pub fn of(size: u64) -> Self {
        Self::mount(&format!("size={size},mode=0755"))
    }

    /// A disk with `room` left; [`make_room`](Self::make_room) gives it 32 MiB more.
    pub fn nearly_full(room: u64) -> Self {
        let disk = Self::of(room + 32 * MIB);
        std::fs::write(disk.file(FILLER), noise(32 * MIB, 0)).unwrap();
        disk
    }

    /// An empty disk that nothing can be written to, not even by root.
    pub fn read_only() -> Self {
        Self::mount("ro,size=64k")
    }

    pub fn path(&self) -> &Path {
        self.point.path()
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// What lies in its trash.
    pub fn trashed(&self) -> Vec<PathBuf> {
        let trash = names_in(self.path()).into_iter().find(|name| name.starts_with(".Trash"));
        let files = trash.map(|trash| self.file(&trash).join("files")).filter(|files| files.is_dir());
        files.map_or_else(Vec::new, |files| names_in(&files).iter().map(|name| files.join(name)).collect())
    }

    /// Deletes what fills it.
    pub fn make_room(&self) {
        std::fs::remove_file(self.file(FILLER)).unwrap();
    }

    /// Lets nothing be written to it any more, or again. Nobody may have a file open for writing.
    pub fn set_read_only(&self, read_only: bool) {
        let options = if read_only { "remount,ro" } else { "remount,rw" };
        run(Command::new("mount").args(["-o", options]).arg(self.path()));
    }

    /// Pulls the plug: where it was is an empty folder.
    pub fn remove(&self) {
        run(Command::new("umount").arg("-l").arg(self.path()));
    }

    fn mount(options: &str) -> Self {
        let point = tempfile::Builder::new().prefix("haul-disk-").tempdir().unwrap();
        run(Command::new("mount").args(["-t", "tmpfs", "-o", options, "haul-test"]).arg(point.path()));
        Self { point }
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily: the engine of a failed test may still hold a file. Nothing more can be done if even that fails.
        let _unmounted = Command::new("umount").arg("-l").arg(self.point.path()).output();
    }
}

fn run(command: &mut Command) {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{command:?}: {said}(a small disk needs root: `sudo -E make test`, or `unshare -Urm`)"
    );
}

/// Whether this process may mount a disk. Where it may not, [`rerun_as_root`] tells the story once more in a user
/// namespace in which it may.
pub fn may_mount() -> bool {
    geteuid().is_root()
}

/// Runs the current test again as root of a namespace of its own, and stops if it fails there.
pub fn rerun_as_root(test: &str) {
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "--mount"]);
    rerun(command, test);
}

/// Whether nobody else sees what this process mounts: a disk that answers nothing would stop whoever looks at all disks. If
/// others do, [`rerun_with_own_mounts`] tells the story once more where they do not.
pub fn has_own_mounts() -> bool {
    std::env::var_os(OWN_MOUNTS).is_some()
}

/// Runs the current test again where what it mounts is its own, and stops if it fails there.
pub fn rerun_with_own_mounts(test: &str) {
    let mut command = Command::new("unshare");
    if !may_mount() {
        command.args(["--user", "--map-root-user"]);
    }
    command.arg("--mount").env(OWN_MOUNTS, "1");
    rerun(command, test);
}

fn rerun(mut command: Command, test: &str) {
    command.arg(std::env::current_exe().unwrap());
    let output = command.args(["--exact", test, "--nocapture"]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{test} in a namespace: {}{said}",
        String::from_utf8_lossy(&output.stdout)
    );
}
