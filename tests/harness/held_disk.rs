//! A disk that can be made to answer nothing for a while, like one that is overwhelmed or at the other end of a network: a file
//! system in memory that the test serves itself.

use fuser::{
    BackgroundSession, Config, Errno, FileAttr, FileHandle, FileType, Filesystem, FopenFlags, Generation,
    INodeNo, LockOwner, MountOption, OpenFlags, RenameFlags, ReplyAttr, ReplyCreate, ReplyData,
    ReplyDirectory, ReplyEmpty, ReplyEntry, ReplyStatfs, ReplyWrite, Request, TimeOrNow, WriteFlags,
};
use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tempfile::TempDir;

use crate::PATIENCE;

/// Mounted until it is dropped. Needs [`has_own_mounts`](crate::has_own_mounts).
pub struct HeldDisk {
    gate: Arc<Gate>,
    // Before the folder that it is mounted on.
    session: Option<BackgroundSession>,
    point: TempDir,
}

impl HeldDisk {
    /// An empty disk of 1 GiB that takes what comes.
    pub fn mount() -> Self {
        let point = tempfile::Builder::new().prefix("haul-disk-").tempdir().unwrap();
        let gate = Arc::new(Gate::default());
        let disk = Disk { gate: gate.clone(), files: Mutex::default() };
        let mut config = Config::default();
        config.mount_options = vec![MountOption::FSName("haul-test".into())];
        let session = fuser::spawn_mount(disk, point.path(), &config)
            .unwrap_or_else(|error| panic!("{error} (needs /dev/fuse)"));
        Self { gate, session: Some(session), point }
    }

    pub fn path(&self) -> &Path {
        self.point.path()
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// From now on whoever asks anything of it waits.
    pub fn hold(&self) {
        self.gate.state().held = true;
    }

    pub fn release(&self) {
        self.gate.state().held = false;
        self.gate.changed.notify_all();
    }

    /// From now on each request takes so long.
    pub fn slow_down(&self, request: Duration) {
        self.gate.state().takes = request;
    }

    /// Returns once somebody waits for the held disk.
    pub async fn keeps_somebody(&self) {
        let gate = self.gate.clone();
        let waiting = tokio::task::spawn_blocking(move || {
            let state = gate.state();
            let (_state, waited) =
                gate.changed.wait_timeout_while(state, PATIENCE, |state| !state.keeps).unwrap();
            waited.timed_out()
        });
        assert!(!waiting.await.unwrap(), "nobody asks the disk");
    }
}

impl Drop for HeldDisk {
    fn drop(&mut self) {
        self.release();
        if let Some(session) = self.session.take() {
            // Who still has a file open after a failed test loses it with the process.
            let _unmounted = session.umount_and_join();
        }
    }
}

#[derive(Default)]
struct Gate {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    held: bool,
    /// Somebody waits in it.
    keeps: bool,
    takes: Duration,
}

impl Gate {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    #[expect(clippy::disallowed_methods, reason = "a slow disk is one that takes its time")]
    fn pass(&self) {
        let mut state = self.state();
        state.keeps = state.held;
        self.changed.notify_all();
        state = self.changed.wait_while(state, |state| state.held).unwrap();
        state.keeps = false;
        let takes = state.takes;
        drop(state);
        std::thread::sleep(takes);
    }
}

/// Files in one folder.
struct Disk {
    gate: Arc<Gate>,
    files: Mutex<Files>,
}

#[derive(Default)]
struct Files {
    names: BTreeMap<OsString, u64>,
    contents: BTreeMap<u64, Contents>,
    last: u64,
}

struct Contents {
    bytes: Vec<u8>,
    changed: SystemTime,
    mode: u16,
}

/// Nothing is remembered by the kernel: each question comes here.
const NEVER: Duration = Duration::ZERO;

fn attributes(id: INodeNo, contents: Option<&Contents>) -> FileAttr {
    let size = contents.map_or(0, |contents| contents.bytes.len() as u64);
    let changed = contents.map_or(UNIX_EPOCH, |contents| contents.changed);
    FileAttr {
        ino: id,
        size,
        blocks: size.div_ceil(512),
        atime: changed,
        mtime: changed,
        ctime: changed,
        crtime: changed,
        kind: if contents.is_some() { FileType::RegularFile } else { FileType::Directory },
        perm: contents.map_or(0o755, |contents| contents.mode),
        nlink: 1,
        uid: rustix::process::getuid().as_raw(),
        gid: rustix::process::getgid().as_raw(),
        rdev: 0,
        blksize: 4096,
        flags: 0,
    }
}

impl Files {
    fn attributes(&self, id: INodeNo) -> Option<FileAttr> {
        if id == INodeNo::ROOT {
            return Some(attributes(id, None));
        }
        self.contents.get(&id.0).map(|contents| attributes(id, Some(contents)))
    }

    fn create(&mut self, name: &OsStr, mode: u32) -> FileAttr {
        self.last = self.last.max(INodeNo::ROOT.0) + 1;
        let contents =
            Contents { bytes: Vec::new(), changed: SystemTime::now(), mode: (mode & 0o777) as u16 };
        self.contents.insert(self.last, contents);
        self.names.insert(name.to_owned(), self.last);
        attributes(INodeNo(self.last), self.contents.get(&self.last))
    }
}

impl Disk {
    /// Whatever is asked of it, it answers only while it is not held.
    fn files(&self) -> MutexGuard<'_, Files> {
        self.gate.pass();
        self.files.lock().unwrap()
    }
}

impl Filesystem for Disk {
    fn lookup(&self, _request: &Request, _folder: INodeNo, name: &OsStr, reply: ReplyEntry) {
        let files = self.files();
        let found = files.names.get(name).and_then(|id| files.attributes(INodeNo(*id)));
        match found {
            Some(attributes) => reply.entry(&NEVER, &attributes, Generation(0)),
            None => reply.error(Errno::ENOENT),
        }
    }

    fn getattr(&self, _request: &Request, id: INodeNo, _handle: Option<FileHandle>, reply: ReplyAttr) {
        match self.files().attributes(id) {
            Some(attributes) => reply.attr(&NEVER, &attributes),
            None => reply.error(Errno::ENOENT),
        }
    }

    fn setattr(
        &self,
        _request: &Request,
        id: INodeNo,
        mode: Option<u32>,
        _owner: Option<u32>,
        _group: Option<u32>,
        size: Option<u64>,
        _read: Option<TimeOrNow>,
        written: Option<TimeOrNow>,
        _changed: Option<SystemTime>,
        _handle: Option<FileHandle>,
        _created: Option<SystemTime>,
        _changed_too: Option<SystemTime>,
        _backup: Option<SystemTime>,
        _flags: Option<fuser::BsdFileFlags>,
        reply: ReplyAttr,
    ) {
        let mut files = self.files();
        let Some(contents) = files.contents.get_mut(&id.0) else { return reply.error(Errno::ENOENT) };
        if let Some(size) = size {
            contents.bytes.resize(usize::try_from(size).unwrap(), 0);
            contents.changed = SystemTime::now();
        }
        if let Some(mode) = mode {
            contents.mode = (mode & 0o777) as u16;
        }
        match written {
            Some(TimeOrNow::SpecificTime(time)) => contents.changed = time,
            Some(TimeOrNow::Now) => contents.changed = SystemTime::now(),
            None => {}
        }
        reply.attr(&NEVER, &attributes(id, Some(contents)));
    }

    fn create(
        &self,
        _request: &Request,
        _folder: INodeNo,
        name: &OsStr,
        mode: u32,
        _mask: u32,
        _flags: i32,
        reply: ReplyCreate,
    ) {
        let attributes = self.files().create(name, mode);
        reply.created(&NEVER, &attributes, Generation(0), FileHandle(0), FopenFlags::empty());
    }

    fn unlink(&self, _request: &Request, _folder: INodeNo, name: &OsStr, reply: ReplyEmpty) {
        // Its contents stay until the end: somebody may have it open.
        match self.files().names.remove(name) {
            Some(_) => reply.ok(),
            None => reply.error(Errno::ENOENT),
        }
    }

    fn rename(
        &self,
        _request: &Request,
        _folder: INodeNo,
        name: &OsStr,
        _to_folder: INodeNo,
        to: &OsStr,
        flags: RenameFlags,
        reply: ReplyEmpty,
    ) {
        let mut files = self.files();
        if flags.contains(RenameFlags::RENAME_EXCHANGE) {
            return reply.error(Errno::EINVAL);
        }
        if flags.contains(RenameFlags::RENAME_NOREPLACE) && files.names.contains_key(to) {
            return reply.error(Errno::EEXIST);
        }
        match files.names.remove(name) {
            Some(id) => {
                files.names.insert(to.to_owned(), id);
                reply.ok();
            }
            None => reply.error(Errno::ENOENT),
        }
    }

    fn read(
        &self,
        _request: &Request,
        id: INodeNo,
        _handle: FileHandle,
        offset: u64,
        size: u32,
        _flags: OpenFlags,
        _owner: Option<LockOwner>,
        reply: ReplyData,
    ) {
        let files = self.files();
        let Some(contents) = files.contents.get(&id.0) else { return reply.error(Errno::ENOENT) };
        let begin = usize::try_from(offset).unwrap().min(contents.bytes.len());
        let end = (begin + size as usize).min(contents.bytes.len());
        reply.data(&contents.bytes[begin..end]);
    }

    fn write(
        &self,
        _request: &Request,
        id: INodeNo,
        _handle: FileHandle,
        offset: u64,
        data: &[u8],
        _write_flags: WriteFlags,
        _flags: OpenFlags,
        _owner: Option<LockOwner>,
        reply: ReplyWrite,
    ) {
        let mut files = self.files();
        let Some(contents) = files.contents.get_mut(&id.0) else { return reply.error(Errno::ENOENT) };
        let begin = usize::try_from(offset).unwrap();
        let end = begin + data.len();
        if contents.bytes.len() < end {
            contents.bytes.resize(end, 0);
        }
        contents.bytes[begin..end].copy_from_slice(data);
        contents.changed = SystemTime::now();
        reply.written(u32::try_from(data.len()).unwrap());
    }

    fn fsync(&self, _request: &Request, _id: INodeNo, _handle: FileHandle, _data: bool, reply: ReplyEmpty) {
        self.gate.pass();
        reply.ok();
    }

    fn fsyncdir(
        &self,
        _request: &Request,
        _id: INodeNo,
        _handle: FileHandle,
        _data: bool,
        reply: ReplyEmpty,
    ) {
        self.gate.pass();
        reply.ok();
    }

    fn flush(
        &self,
        _request: &Request,
        _id: INodeNo,
        _handle: FileHandle,
        _owner: LockOwner,
        reply: ReplyEmpty,
    ) {
        self.gate.pass();
        reply.ok();
    }

    fn readdir(
        &self,
        _request: &Request,
        _id: INodeNo,
        _handle: FileHandle,
        offset: u64,
        mut reply: ReplyDirectory,
    ) {
        let files = self.files();
        let skipped = usize::try_from(offset).unwrap();
        for (index, (name, id)) in files.names.iter().enumerate().skip(skipped) {
            let is_full = reply.add(INodeNo(*id), index as u64 + 1, FileType::RegularFile, name);
            if is_full {
                break;
            }
        }
        reply.ok();
    }

    fn statfs(&self, _request: &Request, _id: INodeNo, reply: ReplyStatfs) {
        self.gate.pass();
        const BLOCKS: u64 = (1 << 30) / 4096;
        reply.statfs(BLOCKS, BLOCKS, BLOCKS, 1 << 20, 1 << 20, 4096, 255, 4096);
    }
}
