//! The damaged file is read, and what is good of it becomes the beginning of a part file.

use haul_core::filename::{self, PartName};
use haul_core::{Compared, DownloadId, Failure, Finding, Resource};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

use super::{Seen, remove};
use crate::files;
use crate::transfer::claims::Claims;
use crate::transfer::finished::{self, Known, Reading};
use crate::transfer::held::{Held, Lies};
use crate::transfer::identity;
use crate::transfer::label::Label;
use crate::transfer::leftover;
use crate::transfer::meter::Meter;
use crate::transfer::part_file::PartFile;

/// Part files that are tried if other programs' lie under the likely name.
const MOST_NAMES: u32 = 1000;

/// What the look at it came to.
pub enum Looked {
    Intact,
    Stopped,
    /// And what is good of it is in `part`.
    Damaged {
        seen: Box<Seen>,
        part: PathBuf,
    },
}

/// All that is needed to look at the damaged file and to begin with what is good of it.
pub struct Preparing {
    pub path: PathBuf,
    pub known: Arc<Known>,
    pub url: String,
    pub resource: Resource,
    /// The part file that the list names.
    pub listed: Option<PathBuf>,
    /// How a new one is called.
    pub part_name: PartName,
    pub claims: Claims,
    pub id: DownloadId,
    pub meter: Arc<Meter>,
    pub stop: CancellationToken,
}

impl Preparing {
    /// Reads the damaged file, and makes the part file of what is good of it unless an earlier run did. Blocks.
    pub fn look(&self) -> Result<Looked, Failure> {
        let at = |compared: Compared| {
            self.meter.set_received(compared.read);
            self.meter.set_compared(compared);
        };
        let reading = Reading { at: &at, stop: &self.stop };
        let opened = finished::open(&self.path)?;
        let finding = opened.as_ref().map_or(Some(Finding::Gone), |(file, metadata)| {
            finished::look_into(file, metadata, &self.path, &self.known, &reading)
        });
        let damaged = match finding {
            None => return Ok(Looked::Stopped),
            Some(Finding::Intact) => {
                self.remove_leftovers();
                return Ok(Looked::Intact);
            }
            Some(Finding::Damaged { bytes }) => bytes,
            Some(Finding::Gone | Finding::Unknown) => self.known.size,
            Some(Finding::Unreadable { failure }) => return Err(failure),
        };
        files::make_folder(self.path.parent().unwrap_or(Path::new("/")))?;
        let part = match self.find_part()? {
            (part, true) => part,
            (part, false) => {
                let taken = match &opened {
                    Some((file, _)) => part.take_good(file, &self.known, &reading)?,
                    None => Some(()),
                };
                if taken.is_none() {
                    remove(part.path());
                    return Ok(Looked::Stopped);
                }
                part.checkpoint(Label::new(&self.url, &self.resource, &[]))?;
                part
            }
        };
        // What was read is not what was received.
        self.meter.set_received(0);
        let seen = Box::new(Seen { damaged, metadata: opened.map(|(_, metadata)| metadata) });
        Ok(Looked::Damaged { seen, part: part.path().to_owned() })
    }

    /// The part file of an earlier run, and true if it says what is in it; or an empty one.
    fn find_part(&self) -> Result<(PartFile, bool), Failure> {
        let folder = self.path.parent().unwrap_or(Path::new("/"));
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let listed = self.listed.iter().map(|path| vec![path.clone()]);
        let candidates = (0..MOST_NAMES)
            .map(|number| self.part_name.paths(folder, &filename::numbered(&name, number)).into());
        for paths in listed.chain(candidates) {
            if !self.claims.claim_all(&paths, self.id) {
                continue;
            }
            match Held::find(&paths, &self.url, Some(&self.resource))? {
                Lies::Nothing => {
                    if let Some(part) = PartFile::create(&paths[0])? {
                        identity::mark_unfinished(part.file(), &self.url);
                        return Ok((part, false));
                    }
                }
                Lies::Ours(Held { part, label: Some(_) }) => return Ok((part, true)),
                Lies::Ours(Held { part, label: None }) => {
                    part.clear()?;
                    return Ok((part, false));
                }
                Lies::Busy if self.listed.iter().eq(&paths) => {
                    return Err(Failure::PartFileBusy { path: paths[0].clone() });
                }
                Lies::Busy | Lies::Others => {}
            }
            self.claims.release(self.id);
        }
        Err(Failure::NotWritable { path: self.path.clone() })
    }

    /// The program may have ended between the exchange of the two names and the removal of what was damaged.
    fn remove_leftovers(&self) {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let likely = self.part_name.paths(self.path.parent().unwrap_or(Path::new("/")), &name);
        for path in self.listed.iter().chain(&likely) {
            if self.claims.claim(path, self.id) {
                leftover::remove(path, &self.url, None);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transfer::part_file::Found;
    use crate::transfer::positioned;
    use haul_core::Validator;
    use haul_core::ledger::{self, BLOCK};
    use std::fs::File;

    const URL: &str = "http://a/b";
    const SIZE: u64 = 3 * BLOCK;

    fn preparing(path: &Path, bytes: &[u8], stop: CancellationToken) -> Preparing {
        let hashes = ledger::hash(0, [bytes]).into_iter().map(|block| block.hash).collect();
        Preparing {
            path: path.to_owned(),
            known: Arc::new(Known { size: SIZE, hashes: Some(hashes), checksum: None }),
            url: URL.to_owned(),
            resource: Resource {
                size: Some(SIZE),
                validator: Some(Validator::Etag("\"v1\"".into())),
                ranges: true,
                ..Resource::default()
            },
            listed: None,
            part_name: PartName::Plain,
            claims: Claims::default(),
            id: DownloadId(1),
            meter: Arc::new(Meter::new(0)),
            stop,
        }
    }

    fn received(part: &Path) -> Vec<(u64, u64)> {
        let Found::Free(_, Some(label)) = PartFile::find(part).unwrap() else { panic!("it has a label") };
        label.received
    }

    #[test]
    fn what_is_good_is_there_already_and_the_file_is_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let (path, bytes) = (folder.path().join("a"), vec![7; SIZE as usize]);
        std::fs::write(&path, &bytes).unwrap();
        let file = File::options().write(true).open(&path).unwrap();
        positioned::write_all(&file, &[vec![8].into()], BLOCK + 5).unwrap();
        let (before, looking) =
            (std::fs::read(&path).unwrap(), preparing(&path, &bytes, CancellationToken::new()));
        let Looked::Damaged { seen, part } = looking.look().unwrap() else { panic!("it is damaged") };
        assert_eq!((seen.damaged, part.as_path()), (BLOCK, folder.path().join("a.part").as_path()));
        assert_eq!(received(&part), [(0, BLOCK), (2 * BLOCK, SIZE)]);
        assert_eq!(std::fs::read(&path).unwrap(), before);
        // The next start goes on with it.
        positioned::write_all(&file, &[vec![8].into()], 5).unwrap();
        let again = preparing(&path, &bytes, CancellationToken::new()).look().unwrap();
        assert!(matches!(again, Looked::Damaged { part: same, .. } if same == part));
        assert_eq!(received(&part), [(0, BLOCK), (2 * BLOCK, SIZE)]);
    }

    #[test]
    fn one_that_is_stopped_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (path, bytes) = (folder.path().join("a"), vec![7; SIZE as usize]);
        std::fs::write(&path, &bytes[1..]).unwrap();
        let stop = CancellationToken::new();
        stop.cancel();
        assert!(matches!(preparing(&path, &bytes, stop).look().unwrap(), Looked::Stopped));
        assert!(!folder.path().join("a.part").exists());
    }

    #[test]
    fn what_a_program_left_that_ended_after_the_exchange_is_removed_and_nobody_elses() {
        let folder = tempfile::tempdir().unwrap();
        let (path, part, bytes) =
            (folder.path().join("a"), folder.path().join("a.part"), vec![7; SIZE as usize]);
        std::fs::write(&path, &bytes).unwrap();
        std::fs::write(&part, "damaged").unwrap();
        let looking = preparing(&path, &bytes, CancellationToken::new());
        assert!(matches!(looking.look().unwrap(), Looked::Intact));
        assert!(part.exists(), "it may be anybody's");
        identity::mark_unfinished(&File::open(&part).unwrap(), URL);
        assert!(matches!(looking.look().unwrap(), Looked::Intact));
        assert!(!part.exists());
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    }
}
