//! Power cuts, killed programs and syncs that fail at any point of a download, on a disk that keeps what was synced and any
//! part of the rest.
//!
//! Whatever a start finds afterwards, the bytes that it goes on with are those of one version of the server's file, and
//! what has the final name is whole. A schedule that breaks this tells its seed; [`Schedule::run`] of it shows it again.

mod disk;

use super::*;
use crate::transfer::finish::{FETCHED_AGAIN, seal_and_name};
use crate::transfer::held::Held;
use crate::transfer::label::HEAD;
use crate::transfer::publisher::{Parcel, publish_all};
use crate::transfer::{identity, recorder};
use bytes::Bytes;
use disk::Disk;
use haul_core::{Resource, Validator};
use std::ops::Range;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, OnceLock};
use tokio_util::sync::CancellationToken;

const URL: &str = "http://a/b";
const NAME: &str = "a";
/// Most schedules are of files of one block and less: those are quick to hash, and there are many more of them.
const SMALL: Range<u64> = 1..100_000;
/// Blocks with a place in the table, and files that are sealed.
const LARGE: Range<u64> = FETCHED_AGAIN + 1..2 * FETCHED_AGAIN + 100_000;
const MOST_CRASHES: u32 = 4;

/// One version of the server's file.
#[derive(Debug, Clone)]
struct Version {
    content: Bytes,
    resource: Resource,
}

struct Schedule {
    random: fastrand::Rng,
    sizes: Range<u64>,
    folder: tempfile::TempDir,
    disk: Disk,
    /// The last is the one that the server has now.
    versions: Vec<Version>,
}

/// What a start found.
struct Begun {
    part: Arc<PartFile>,
    version: Version,
    received: Vec<Range<u64>>,
}

impl Schedule {
    fn run(seed: u64, sizes: Range<u64>) {
        let (random, folder) = (fastrand::Rng::with_seed(seed), folder());
        let mut schedule = Self { random, sizes, folder, disk: Disk::default(), versions: Vec::new() };
        schedule.disk.show(schedule.folder.path(), &schedule.path());
        schedule.change_file();
        for _ in 0..schedule.random.u32(1..=MOST_CRASHES) {
            let log = schedule.download(true);
            schedule.crash(&log);
            if schedule.is_finished() {
                return;
            }
            if schedule.chance(3) {
                schedule.change_file();
            }
        }
        let log = schedule.download(false);
        schedule.disk.obey(&log, &mut schedule.random);
        assert!(schedule.is_finished());
    }

    /// True once in so many times.
    fn chance(&mut self, times: u32) -> bool {
        self.random.u32(..times) == 0
    }

    /// The server has another version from now on, often of the same size; of some it does not tell the size.
    fn change_file(&mut self) {
        let number = self.versions.len();
        let before = self.versions.last().map(|version| version.content.len());
        let other = self.random.u64(self.sizes.clone()) as usize;
        let size = before.filter(|_| self.random.bool()).unwrap_or(other);
        let from = self.random.usize(..noise().len() - size);
        let told = !self.chance(3);
        let resource = Resource {
            size: told.then_some(size as u64),
            validator: Some(Validator::Etag(format!("\"v{number}\""))),
            ranges: told,
            ..Resource::default()
        };
        self.versions.push(Version { content: noise().slice(from..from + size), resource });
    }

    fn path(&self) -> PathBuf {
        PartName::Plain.path(self.folder.path(), NAME)
    }

    /// One run of the program, to its end; that may be a sync that fails. Gives what it had the disk do.
    fn download(&mut self, may_fail: bool) -> Vec<Operation> {
        recorder::start();
        let fails = may_fail && self.chance(3);
        if fails {
            recorder::fail_sync(self.random.usize(..8));
        }
        match self.try_to_download() {
            Ok(()) => {}
            Err(Failure::Disk { .. }) if fails => {}
            Err(failure) => panic!("{failure}"),
        }
        recorder::stop()
    }

    fn try_to_download(&mut self) -> Result<(), Failure> {
        if self.disk.is_empty() && self.random.bool() && self.publish() {
            return Ok(());
        }
        let mut begun = self.begin()?;
        if self.random.bool() {
            begun = self.check(begun)?;
            self.fetch(&mut begun)?;
        } else {
            self.fetch(&mut begun)?;
            begun = self.check(begun)?;
            self.fetch(&mut begun)?;
        }
        let Begun { part, version, .. } = begun;
        let size = version.content.len() as u64;
        if size > FETCHED_AGAIN || self.chance(4) {
            part.checkpoint(Label::whole(URL, &version.resource))?;
        }
        seal_and_name(&part, size, NAME, URL, &version.resource)?;
        Ok(())
    }

    /// As small files are put on the disk that came whole in the first answer. Whether it was; if not, it is tried the
    /// ordinary way.
    fn publish(&mut self) -> bool {
        let Version { content, resource } = self.version_now();
        if content.len() as u64 > FETCHED_AGAIN {
            return false;
        }
        let folder = self.folder.path().to_owned();
        let (name, url) = (NAME.to_owned(), URL.to_owned());
        let middle = self.random.usize(..content.len());
        let pieces = vec![content.slice(..middle), content.slice(middle..)];
        let published = publish_all(vec![Parcel { folder, name, pieces, url, resource, is_marked: true }]);
        published[0].is_some()
    }

    /// As `start` does: goes on with what is there, if it is of what the server has or needs nothing more from it.
    fn begin(&mut self) -> Result<Begun, Failure> {
        let (part, label) = match PartFile::find(&self.path()).unwrap() {
            Found::Nothing => (self.create(), None),
            Found::Free(part, label) => match Held::of(part, label, URL, None) {
                Some(Held { part, label }) => (part, label),
                None => (self.create(), None),
            },
            other => panic!("{other:?}"),
        };
        let part = Arc::new(part);
        if let Some(label) = label
            && !self.chance(4)
        {
            let version = self.version_of(&label.resource);
            let begun = Begun { part: part.clone(), received: label.ranges(), version };
            if self.can_go_on(&begun) {
                return Ok(begun);
            }
        }
        self.begin_again(part)
    }

    fn begin_again(&self, part: Arc<PartFile>) -> Result<Begun, Failure> {
        let version = self.version_now();
        part.clear()?;
        part.checkpoint(Label::new(URL, &version.resource, &[]))?;
        Ok(Begun { part, version, received: Vec::new() })
    }

    fn create(&mut self) -> PartFile {
        self.disk.forget();
        self.disk.show(self.folder.path(), &self.path());
        let part = PartFile::create(&self.path()).unwrap().unwrap();
        identity::mark_unfinished(part.file(), URL);
        part
    }

    fn version_now(&self) -> Version {
        self.versions.last().unwrap().clone()
    }

    fn version_of(&self, resource: &Resource) -> Version {
        let found = self.versions.iter().find(|version| version.resource.is_same(resource));
        found.cloned().unwrap()
    }

    fn can_go_on(&self, begun: &Begun) -> bool {
        begun.missing().is_empty() || begun.version.resource.is_same(&self.version_now().resource)
    }

    /// What is left once damage was looked for is as the server had it. That of a sealed file has no hashes.
    fn check(&self, mut begun: Begun) -> Result<Begun, Failure> {
        for damaged in begun.part.find_damage(&CancellationToken::new()).unwrap() {
            begun.received = without(&begun.received, &damaged);
        }
        for range in &begun.received {
            let bytes = begun.part.read(range.clone()).unwrap();
            assert!(bytes == begun.version.bytes(range), "{range:?} is not as the server had it");
        }
        if self.can_go_on(&begun) { Ok(begun) } else { self.begin_again(begun.part) }
    }

    /// Several connections write what is missing, with checkpoints and marks in between and beside.
    fn fetch(&mut self, begun: &mut Begun) -> Result<(), Failure> {
        let mut segments = begun.missing();
        if begun.version.resource.size.is_some() {
            segments = segments.into_iter().flat_map(|segment| self.split(segment)).collect();
        }
        let step = begun.version.content.len() as u64 / self.random.u64(1..16) + 1;
        while !segments.is_empty() {
            let at = self.random.usize(..segments.len());
            let segment = &mut segments[at];
            let end = segment.end.min(segment.start + self.random.u64(1..=step));
            let range = segment.start..end;
            segment.start = end;
            if segment.is_empty() {
                segments.remove(at);
            }
            self.write(begun, range)?;
        }
        begun.received = vec![0..begun.version.content.len() as u64];
        Ok(())
    }

    fn split(&mut self, segment: Range<u64>) -> Vec<Range<u64>> {
        let middle = self.random.u64(segment.start..segment.end);
        let quarter = self.random.u64(segment.start..=middle);
        let split = [segment.start..quarter, quarter..middle, middle..segment.end];
        split.into_iter().filter(|range| !range.is_empty()).collect()
    }

    fn write(&mut self, begun: &Begun, range: Range<u64>) -> Result<(), Failure> {
        let (part, bytes) = (begun.part.clone(), begun.version.content.slice(within(&range)));
        let label = Label::new(URL, &begun.version.resource, &[]);
        let (marked, also_marks) = (label.clone(), self.chance(4));
        let write = move || {
            part.write_all_at(&[bytes], range.start).unwrap();
            // Who fails says so with the next checkpoint too.
            if also_marks && let Err(failure) = part.mark(marked) {
                assert!(matches!(failure, Failure::Disk { .. }), "{failure}");
            }
        };
        match self.random.u32(..6) {
            0 => {
                recorder::meanwhile(self.random.usize(..5), write);
                let saved = begun.part.checkpoint(label.clone());
                recorder::catch_up();
                if saved.is_err() && self.random.bool() {
                    // As a transfer that stops does.
                    assert!(begun.part.checkpoint(label).is_err(), "a failed sync is forgotten");
                }
                saved.map(|_| ())
            }
            1 => {
                recorder::meanwhile(self.random.usize(..3), write);
                let marked = begun.part.mark(label);
                recorder::catch_up();
                marked
            }
            _ => {
                write();
                Ok(())
            }
        }
    }

    /// The program or the whole system ends somewhere in `log`, often near its end.
    fn crash(&mut self, log: &[Operation]) {
        let from = if self.random.bool() { 0 } else { log.len().saturating_sub(12) };
        let end = settled(log, self.random.usize(from..=log.len()));
        self.disk.obey(&log[..end], &mut self.random);
        if !self.chance(4) {
            self.disk.cut_power(&mut self.random);
        } else if self.random.bool() {
            self.disk.need_memory();
        }
        self.disk.show(self.folder.path(), &self.path());
    }

    /// Whether there is a file under the final name, which is a whole one then: also once the system has forgotten what
    /// it only remembers.
    fn is_finished(&mut self) -> bool {
        if !self.folder.path().join(NAME).exists() {
            return false;
        }
        self.check_file();
        self.disk.need_memory();
        self.disk.show(self.folder.path(), &self.path());
        self.check_file();
        true
    }

    fn check_file(&self) {
        let bytes = std::fs::read(self.folder.path().join(NAME)).unwrap();
        assert!(self.versions.iter().any(|version| version.content == bytes), "it is not the server's file");
    }
}

/// Where a program that is killed at `end` of `log` ends if it lives on for the instant in which it takes a mark back after
/// a sync that failed. One that does not may leave a mark that says more than will be on the disk once the memory is
/// needed, and nothing shows that before.
fn settled(log: &[Operation], end: usize) -> usize {
    let Some(failed) = log[..end].iter().rposition(|operation| matches!(operation, Operation::FailedSync))
    else {
        return end;
    };
    let is_void =
        |operation: &Operation| matches!(operation, Operation::Write { bytes, .. } if bytes[..] == [0; HEAD]);
    let voided = log[failed..].iter().position(is_void).map_or(end, |void| failed + void + 1);
    end.max(voided)
}

impl Version {
    fn bytes(&self, range: &Range<u64>) -> &[u8] {
        &self.content[within(range)]
    }
}

impl Begun {
    fn missing(&self) -> Vec<Range<u64>> {
        let whole = vec![0..self.version.content.len() as u64];
        self.received.iter().fold(whole, |missing, received| without(&missing, received))
    }
}

/// `ranges` but for what lies in `taken`.
fn without(ranges: &[Range<u64>], taken: &Range<u64>) -> Vec<Range<u64>> {
    let left = ranges
        .iter()
        .flat_map(|range| [range.start..range.end.min(taken.start), range.start.max(taken.end)..range.end]);
    left.filter(|range| !range.is_empty()).collect()
}

fn within(range: &Range<u64>) -> Range<usize> {
    range.start as usize..range.end as usize
}

/// In memory where that is possible: a disk may wait for what nobody asked it to wait for.
fn folder() -> tempfile::TempDir {
    let in_memory = tempfile::tempdir_in("/dev/shm").ok().filter(|folder| {
        let file = File::create_new(folder.path().join(NAME)).unwrap();
        rustix::fs::fsetxattr(&file, "user.haul.test", b"", rustix::fs::XattrFlags::empty()).is_ok()
    });
    in_memory.unwrap_or_else(|| tempfile::tempdir().unwrap())
}

/// What all files are cut from: no two places in it are alike.
fn noise() -> &'static Bytes {
    static NOISE: OnceLock<Bytes> = OnceLock::new();
    NOISE.get_or_init(|| {
        let mut bytes = vec![0; 4 * FETCHED_AGAIN as usize];
        fastrand::Rng::with_seed(0).fill(&mut bytes);
        bytes.into()
    })
}

fn run_all(seeds: Range<u64>, sizes: &Range<u64>) {
    for seed in seeds {
        let run = AssertUnwindSafe(|| Schedule::run(seed, sizes.clone()));
        if let Err(broken) = std::panic::catch_unwind(run) {
            eprintln!("the seed is {seed}, of sizes {sizes:?}");
            std::panic::resume_unwind(broken);
        }
    }
}

/// A seal spoke for another version's bytes, and a mark for those that a sync could not write.
#[test]
fn what_once_broke_stays_whole() {
    for seed in [1505, 1866] {
        Schedule::run(seed, LARGE);
    }
    Schedule::run(4039, SMALL);
}

#[test]
fn a_crash_leaves_bytes_of_one_version_of_a_small_file() {
    run_all(0..8_000, &SMALL);
}

#[test]
fn a_crash_leaves_bytes_of_one_version_of_a_file_with_blocks() {
    run_all(0..2_000, &LARGE);
}
