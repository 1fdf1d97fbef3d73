//! A disk with one file on it, of which a power cut leaves what was synced and any part of the rest.

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
}

#[derive(Debug, Default, Clone)]
struct Image {
    bytes: Vec<u8>,
    marks: BTreeMap<&'static str, String>,
    /// Its name was written to the folder.
    is_listed: bool,
    renamed: Option<PathBuf>,
}

impl Disk {
    /// Goes through `log`: all is done, and what is synced in it is certain.
    pub fn obey(&mut self, log: &[Operation]) {
        for operation in log {
            match operation {
                Operation::Create => self.kept = Some(Image::default()),
                Operation::Write { .. }
                | Operation::SetLength(_)
                | Operation::Mark { .. }
                | Operation::Rename(_) => self.pending.push(operation.clone()),
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
        // Of a hundred changes. All or nothing of them is as likely as something between.
        let kept = [0, 20, 50, 80, 100][random.usize(..5)];
        let Some(image) = &mut self.kept else { return };
        for pending in self.pending.drain(..) {
            match &pending {
                Operation::Write { offset, bytes } => image.tear(*offset as usize, bytes, kept, random),
                _ if random.u32(..100) < kept => image.apply(&pending),
                _ => {}
            }
        }
        if !image.is_listed && image.renamed.is_none() && random.u32(..20) == 0 {
            self.kept = None;
        } else {
            image.is_listed = true;
        }
    }

    /// The file is no more.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Makes `folder` what a program finds there: under `part` or its other name the file, with all that was done.
    pub fn show(&self, folder: &Path, part: &Path) {
        for entry in std::fs::read_dir(folder).unwrap() {
            std::fs::remove_file(entry.unwrap().path()).unwrap();
        }
        let Some(mut image) = self.kept.clone() else { return };
        for pending in &self.pending {
            image.apply(pending);
        }
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
            Operation::Create | Operation::SyncData | Operation::SyncAll | Operation::SyncFolder => {}
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
