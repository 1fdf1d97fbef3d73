//! A disk with one file on it, of which a power cut leaves what was synced and any part of the rest. Of what a sync could
//! not write, programs may be shown all until the power is cut, or until the system needs the memory.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use super::Operation;

/// What a disk writes as a whole.
const SECTOR: usize = 512;
/// So much of nothing but zeros is left a hole.
const PAGE: usize = 4096;

#[derive(Debug, Default)]
pub struct Disk {
    /// What is certainly there.
    kept: Option<Image>,
    /// What is not, in the order in which it was done.
    pending: Vec<Operation>,
    /// What programs are shown, once that is more than both.
    remembered: Option<Image>,
}

#[derive(Debug, Default, Clone)]
struct Image {
    bytes: Vec<u8>,
    marks: BTreeMap<&'static str, String>,
    /// It was made without a name.
    is_unnamed: bool,
    /// Its name was written to the folder.
    is_listed: bool,
    renamed: Option<PathBuf>,
}

impl Disk {
    /// Goes through `log`: all is done, and what is synced in it is certain.
    pub fn obey(&mut self, log: &[Operation], random: &mut fastrand::Rng) {
        for operation in log {
            match operation {
                Operation::Create => self.begin(Image::default()),
                Operation::CreateUnnamed => self.begin(Image { is_unnamed: true, ..Image::default() }),
                Operation::Write { .. }
                | Operation::SetLength(_)
                | Operation::Mark { .. }
                | Operation::Rename(_) => {
                    self.remembered.iter_mut().for_each(|image| image.apply(operation));
                    self.pending.push(operation.clone());
                }
                Operation::FailedSync => self.fail(random),
                Operation::SyncData => self
                    .settle(|pending| matches!(pending, Operation::Write { .. } | Operation::SetLength(_))),
                Operation::SyncAll => self.settle(|pending| !matches!(pending, Operation::Rename(_))),
                Operation::SyncFolder => {
                    self.settle(|pending| matches!(pending, Operation::Rename(_)));
                    self.kept.iter_mut().for_each(|image| image.is_listed = true);
                }
            }
        }
    }

    fn begin(&mut self, image: Image) {
        *self = Self { kept: Some(image), ..Self::default() };
    }

    /// Of the writes that are not certain some part is on the disk, and never more. All of it is remembered.
    fn fail(&mut self, random: &mut fastrand::Rng) {
        self.remembered = self.shown();
        let kept = share(random);
        let Some(image) = &mut self.kept else { return };
        self.pending.retain(|pending| match pending {
            Operation::Write { offset, bytes } => {
                image.tear(*offset as usize, bytes, kept, random);
                false
            }
            // In the order of the writes.
            Operation::SetLength(_) => {
                image.apply(pending);
                false
            }
            _ => true,
        });
    }

    /// What no sync could write is not remembered any more.
    pub fn need_memory(&mut self) {
        self.remembered = None;
    }

    fn settle(&mut self, what: impl Fn(&Operation) -> bool) {
        let image = self.kept.get_or_insert_default();
        self.pending.retain(|pending| {
            let settled = what(pending);
            if settled {
                image.apply(pending);
            }
            !settled
        });
    }

    /// Of what is not certain, some comes to be, and the rest never was.
    pub fn cut_power(&mut self, random: &mut fastrand::Rng) {
        self.remembered = None;
        let kept = share(random);
        let Some(image) = &mut self.kept else { return };
        for pending in self.pending.drain(..) {
            match &pending {
                Operation::Write { offset, bytes } => image.tear(*offset as usize, bytes, kept, random),
                _ if random.u32(..100) < kept => image.apply(&pending),
                _ => {}
            }
        }
        let was_lost = !image.is_listed && random.u32(..20) == 0;
        if image.renamed.is_none() && (image.is_unnamed || was_lost) {
            self.kept = None;
        } else {
            image.is_listed = true;
        }
    }

    /// Whether a program finds no file.
    pub fn is_empty(&self) -> bool {
        self.kept.is_none()
    }

    /// The file is no more.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    fn shown(&self) -> Option<Image> {
        if self.remembered.is_some() {
            return self.remembered.clone();
        }
        let mut image = self.kept.clone()?;
        self.pending.iter().for_each(|pending| image.apply(pending));
        Some(image)
    }

    /// Makes `folder` what a program finds there: under `part` or its other name the file, with all that was done.
    pub fn show(&self, folder: &Path, part: &Path) {
        for entry in std::fs::read_dir(folder).unwrap() {
            std::fs::remove_file(entry.unwrap().path()).unwrap();
        }
        let Some(image) = self.shown().filter(|image| !image.is_unnamed || image.renamed.is_some()) else {
            return;
        };
        let file = File::create_new(image.renamed.as_deref().unwrap_or(part)).unwrap();
        file.set_len(image.bytes.len() as u64).unwrap();
        let holds = |page: &[u8]| page != &[0; PAGE][..page.len()];
        for (at, page) in image.bytes.chunks(PAGE).enumerate().filter(|(_, page)| holds(page)) {
            std::os::unix::fs::FileExt::write_all_at(&file, page, (at * PAGE) as u64).unwrap();
        }
        for (name, value) in &image.marks {
            // Where there are no attributes the code under test has none either.
            rustix::fs::fsetxattr(&file, *name, value.as_bytes(), rustix::fs::XattrFlags::empty())
                .unwrap_or_default();
        }
    }
}

/// How many of a hundred changes come to the disk. All or nothing of them is as likely as something between.
fn share(random: &mut fastrand::Rng) -> u32 {
    [0, 20, 50, 80, 100][random.usize(..5)]
}

impl Image {
    fn apply(&mut self, operation: &Operation) {
        match operation {
            Operation::Write { offset, bytes } => {
                let (start, end) = (*offset as usize, *offset as usize + bytes.len());
                self.set_length(self.bytes.len().max(end));
                self.bytes[start..end].copy_from_slice(bytes);
            }
            Operation::SetLength(length) => self.set_length(*length as usize),
            Operation::Mark { name, value: Some(value) } => {
                self.marks.insert(name, value.clone());
            }
            Operation::Mark { name, value: None } => {
                self.marks.remove(name);
            }
            Operation::Rename(to) => self.renamed = Some(to.clone()),
            Operation::Create
            | Operation::CreateUnnamed
            | Operation::SyncData
            | Operation::SyncAll
            | Operation::SyncFolder
            | Operation::FailedSync => {}
        }
    }

    fn set_length(&mut self, length: usize) {
        self.bytes.truncate(length);
        // Not `resize`, which goes byte by byte where nothing is optimised.
        self.bytes.extend_from_slice(&vec![0; length - self.bytes.len()]);
    }

    /// Writes of each hundred sectors of `bytes` about so many as are `kept`. That the file is longer by them is one more
    /// thing that may be lost.
    fn tear(&mut self, offset: usize, bytes: &[u8], kept: u32, random: &mut fastrand::Rng) {
        let end = offset + bytes.len();
        if self.bytes.len() < end && random.u32(..100) < kept {
            self.set_length(end);
        }
        let mut at = offset;
        while at < end.min(self.bytes.len()) {
            let next = ((at / SECTOR + 1) * SECTOR).min(end).min(self.bytes.len());
            if random.u32(..100) < kept {
                self.bytes[at..next].copy_from_slice(&bytes[at - offset..next - offset]);
            }
            at = next;
        }
    }
}
