//! aria2: what it leaves when it is stopped in the middle, made by its manual ("Technical Notes"), and the program itself.

use haul_core::lists::aria2::control;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tempfile::TempDir;
use tokio::process::{Child, Command};

use crate::{KIB, MIB, PATIENCE};

/// Bytes of a piece, and of a block of one in flight.
const PIECE: u64 = MIB;
const BLOCK: u64 = 16 * KIB;
/// What lies where nothing came yet.
const NOTHING: u8 = 0xa5;

/// A download over HTTP that aria2 has not finished.
#[derive(Clone)]
pub struct LeftByAria2 {
    size: u64,
    /// Which pieces of one MiB are whole.
    whole: Vec<u64>,
    /// Which blocks are there of pieces that are not.
    in_flight: Vec<(u64, Vec<u64>)>,
}

impl LeftByAria2 {
    /// Of a file of `size` bytes.
    pub fn of(size: u64) -> LeftByAria2 {
        LeftByAria2 { size, whole: Vec::new(), in_flight: Vec::new() }
    }

    /// The pieces `pieces` are whole.
    pub fn whole(mut self, pieces: Range<u64>) -> Self {
        self.whole.extend(pieces);
        self
    }

    /// The blocks `blocks` of the piece `piece` are there.
    pub fn in_flight(mut self, piece: u64, blocks: Range<u64>) -> Self {
        self.in_flight.push((piece, blocks.collect()));
        self
    }

    /// What is there.
    pub fn ranges(&self) -> Vec<Range<u64>> {
        let pieces = self.whole.iter().map(|piece| piece * PIECE..self.size.min((piece + 1) * PIECE));
        let block =
            |piece: u64, block: u64| piece * PIECE + block * BLOCK..piece * PIECE + (block + 1) * BLOCK;
        let blocks =
            self.in_flight.iter().flat_map(|(piece, blocks)| blocks.iter().map(move |at| block(*piece, *at)));
        pieces.chain(blocks).collect()
    }

    /// Bytes that are there.
    pub fn received(&self) -> u64 {
        self.ranges().iter().map(|range| range.end - range.start).sum()
    }

    /// The control file.
    pub fn record(&self) -> Vec<u8> {
        let pieces = self.size.div_ceil(PIECE);
        let mut record = [&[0, 1][..], &[0; 4], &[0; 4]].concat();
        record.extend((PIECE as u32).to_be_bytes());
        record.extend(self.size.to_be_bytes());
        record.extend([0; 8]);
        record.extend(field(pieces, &self.whole));
        record.extend((self.in_flight.len() as u32).to_be_bytes());
        for (piece, blocks) in &self.in_flight {
            let length = PIECE.min(self.size - piece * PIECE);
            record.extend((*piece as u32).to_be_bytes());
            record.extend((length as u32).to_be_bytes());
            record.extend(field(length.div_ceil(BLOCK), blocks));
        }
        record
    }

    /// Puts both files into `folder`, with what is there of `bytes`.
    pub fn lies_in(&self, folder: &Path, name: &str, bytes: &[u8]) {
        let mut unfinished = vec![NOTHING; usize::try_from(self.size).unwrap()];
        for range in self.ranges() {
            let range = range.start as usize..range.end as usize;
            unfinished[range.clone()].copy_from_slice(&bytes[range]);
        }
        std::fs::write(folder.join(name), unfinished).unwrap();
        std::fs::write(folder.join(format!("{name}.aria2")), self.record()).unwrap();
    }
}

/// A field of `count` bits, with its length before it.
fn field(count: u64, set: &[u64]) -> Vec<u8> {
    let mut bits = vec![0; usize::try_from(count.div_ceil(8)).unwrap()];
    for place in set {
        bits[(place / 8) as usize] |= 0x80 >> (place % 8);
    }
    [&(bits.len() as u32).to_be_bytes()[..], &bits].concat()
}

/// The program at work on one download.
pub struct Aria2 {
    /// Its session is here.
    home: TempDir,
    record: PathBuf,
    child: Child,
}

impl Aria2 {
    /// Has it fetch `url` to `name` in `folder`, over four connections.
    pub fn start(url: &str, folder: &Path, name: &str) -> Aria2 {
        let home = tempfile::Builder::new().prefix("haul-aria2-").tempdir().unwrap();
        let mut command = Command::new("aria2c");
        command.args(["--no-conf", "-x4", "-s4", "-k1M", "--auto-save-interval=1"]);
        command.arg("--save-session").arg(home.path().join("session")).arg("--save-session-interval=1");
        command.arg("--dir").arg(folder).arg(url);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
        let child = command.spawn().expect("aria2c cannot be started: run `make setup`");
        Aria2 { home, record: folder.join(format!("{name}.aria2")), child }
    }

    /// The list of what it has not finished.
    pub fn session(&self) -> PathBuf {
        self.home.path().join("session")
    }

    /// Kills it once its list is written and its record says that it has `enough` bytes; returns how many it says.
    pub async fn killed_after(&mut self, enough: u64) -> u64 {
        let mut tick = tokio::time::interval(Duration::from_millis(20));
        let has_enough = async {
            loop {
                tick.tick().await;
                if self.session().exists() && self.recorded() >= enough {
                    return;
                }
            }
        };
        tokio::time::timeout(PATIENCE, has_enough).await.expect("aria2 gets on too slowly");
        self.child.kill().await.unwrap();
        self.recorded()
    }

    fn recorded(&self) -> u64 {
        let record = std::fs::read(&self.record).ok().and_then(|record| control::parse(&record));
        record.map_or(0, |record| record.received.iter().map(|range| range.end - range.start).sum())
    }
}
