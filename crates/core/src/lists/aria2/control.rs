//! aria2's control file, `NAME.aria2` beside the unfinished `NAME`: which bytes of it aria2 has written (aria2's manual,
//! "Technical Notes"). All numbers are big-endian: version (2 bytes), extension (4), length of the info hash (4) and that hash,
//! length of a piece (4), of the file (8), of what was uploaded (8), of the bit field (4) and that field, a bit for each piece
//! from the highest one on; the number of pieces in flight (4), and of each its index (4), its length (4), the length of its bit
//! field (4) and that field, a bit for each 16 KiB.
//!
//! It is believed only as a whole: what contradicts itself in one place may be wrong in any.

use std::ops::Range;

/// Longer ones are not read: this is enough for 8 TiB in the pieces of one MiB that aria2 makes.
pub const LONGEST: u64 = 1 << 20;
/// More ranges than this are not told: whoever forgets some fetches more, and nothing is wrong.
const MOST_RANGES: usize = 10_000;
/// What a bit stands for in the field of a piece in flight.
const BLOCK: u64 = 16 << 10;
const VERSION: u16 = 1;

/// What aria2 has of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Control {
    /// Of the whole file.
    pub size: u64,
    /// What is written of it: half-open, in order, with a gap between any two.
    pub received: Vec<Range<u64>>,
}

/// Reads a control file. None: it is none of a download over HTTP or FTP, or it contradicts itself.
pub fn parse(bytes: &[u8]) -> Option<Control> {
    if bytes.len() as u64 > LONGEST {
        return None;
    }
    let mut rest = bytes;
    // The older version has its numbers in the order of the computer that wrote it, and was last written in 2009.
    if u16::from_be_bytes(take(&mut rest)?) != VERSION {
        return None;
    }
    // Both say that it is of a torrent.
    let (extension, info_hash) = (number(&mut rest)?, number(&mut rest)?);
    if extension != 0 || info_hash != 0 {
        return None;
    }
    let piece = number(&mut rest)?;
    let size = u64::from_be_bytes(take(&mut rest)?);
    let _uploaded: [u8; 8] = take(&mut rest)?;
    let pieces = Pieces { size, piece };
    let mut received = Received::default();
    for index in bits(&mut rest, pieces.count()?)? {
        received.add(pieces.at(index));
    }
    for _ in 0..number(&mut rest)? {
        let (index, length) = (number(&mut rest)?, number(&mut rest)?);
        if index >= pieces.count()? {
            return None;
        }
        let whole = pieces.at(index);
        if length != whole.end - whole.start {
            return None;
        }
        for block in bits(&mut rest, length.div_ceil(BLOCK))? {
            let start = whole.start + block * BLOCK;
            received.add(start..whole.end.min(start + BLOCK));
        }
    }
    rest.is_empty().then(|| Control { size, received: received.merged() })
}

/// A file in pieces of one length; only the last may be shorter.
struct Pieces {
    size: u64,
    piece: u64,
}

impl Pieces {
    /// None: there is no such file.
    fn count(&self) -> Option<u64> {
        // What the file system's own numbers cannot hold.
        let is_possible = self.size > 0 && i64::try_from(self.size).is_ok() && self.piece > 0;
        is_possible.then(|| self.size.div_ceil(self.piece))
    }

    fn at(&self, index: u64) -> Range<u64> {
        let start = index * self.piece;
        start..self.size.min(start + self.piece)
    }
}

fn take<const COUNT: usize>(rest: &mut &[u8]) -> Option<[u8; COUNT]> {
    let (front, behind) = rest.split_first_chunk()?;
    *rest = behind;
    Some(*front)
}

fn number(rest: &mut &[u8]) -> Option<u64> {
    take(rest).map(|bytes| u64::from(u32::from_be_bytes(bytes)))
}

/// The places of the bits that are set in the field that follows, which has to be one for `count` of them. None: it is not, or
/// there are bits behind them.
fn bits<'a>(rest: &mut &'a [u8], count: u64) -> Option<impl Iterator<Item = u64> + use<'a>> {
    let length = number(rest)?;
    if length != count.div_ceil(8) {
        return None;
    }
    let (field, behind) = rest.split_at_checked(usize::try_from(length).ok()?)?;
    *rest = behind;
    let spare = (length * 8 - count) as u32;
    if field.last().is_some_and(|last| last.trailing_zeros() < spare) {
        return None;
    }
    let is_set = |place: &u64| field[(place / 8) as usize] & (0x80 >> (place % 8)) != 0;
    Some((0..count).filter(is_set))
}

/// Ranges as they are found.
#[derive(Default)]
struct Received(Vec<Range<u64>>);

impl Received {
    fn add(&mut self, range: Range<u64>) {
        let is_full = self.0.len() == MOST_RANGES;
        match self.0.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            Some(_) if is_full => {}
            Some(_) | None => self.0.push(range),
        }
    }

    fn merged(mut self) -> Vec<Range<u64>> {
        self.0.sort_by_key(|range| range.start);
        let mut merged: Vec<Range<u64>> = Vec::new();
        for range in self.0 {
            match merged.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => merged.push(range),
            }
        }
        merged
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KIB: u64 = 1 << 10;

    /// The parts of a control file, each as aria2 would write it.
    #[derive(Clone)]
    struct Written {
        version: u16,
        extension: u32,
        info_hash: Vec<u8>,
        piece: u32,
        size: u64,
        bits: Vec<u8>,
        in_flight: Vec<(u32, u32, Vec<u8>)>,
    }

    impl Written {
        /// Three pieces of 64 KiB and one of 20,000 bytes; there are the second, and of the last the second of its two blocks.
        fn new() -> Self {
            Self {
                version: 1,
                extension: 0,
                info_hash: vec![],
                piece: 64 << 10,
                size: 3 * 64 * KIB + 20_000,
                bits: vec![0b0100_0000],
                in_flight: vec![(3, 20_000, vec![0b0100_0000])],
            }
        }

        fn bytes(&self) -> Vec<u8> {
            let mut bytes = self.version.to_be_bytes().to_vec();
            let field = |bytes: &mut Vec<u8>, field: &[u8]| {
                bytes.extend((field.len() as u32).to_be_bytes());
                bytes.extend(field);
            };
            bytes.extend(self.extension.to_be_bytes());
            field(&mut bytes, &self.info_hash);
            bytes.extend(self.piece.to_be_bytes());
            bytes.extend(self.size.to_be_bytes());
            bytes.extend(7u64.to_be_bytes());
            field(&mut bytes, &self.bits);
            bytes.extend((self.in_flight.len() as u32).to_be_bytes());
            for (index, length, bits) in &self.in_flight {
                bytes.extend(index.to_be_bytes());
                bytes.extend(length.to_be_bytes());
                field(&mut bytes, bits);
            }
            bytes
        }

        fn with(mut self, change: impl FnOnce(&mut Self)) -> Option<Control> {
            change(&mut self);
            parse(&self.bytes())
        }
    }

    fn received(change: impl FnOnce(&mut Written)) -> Vec<Range<u64>> {
        Written::new().with(change).unwrap().received
    }

    #[test]
    fn what_is_written_is_whole_pieces_and_blocks_of_those_in_flight() {
        let size = 3 * 64 * KIB + 20_000;
        let there = [64 * KIB..128 * KIB, (192 + 16) * KIB..size];
        assert_eq!(Written::new().with(|_| {}), Some(Control { size, received: there.to_vec() }));
        let everything = 0..size;
        assert_eq!(received(|written| written.bits = vec![0xf0]), std::slice::from_ref(&everything));
        assert_eq!(
            received(|written| (written.bits, written.in_flight) = (vec![0], vec![])),
            [],
            "nothing came yet"
        );
        let blocks = vec![(2, 64 << 10, vec![0b1010_0000]), (0, 64 << 10, vec![0b1111_0000])];
        assert_eq!(
            received(|written| written.in_flight = blocks),
            [0..128 * KIB + 16 * KIB, 160 * KIB..176 * KIB]
        );
    }

    /// Written by aria2 1.36.0, which was killed when it had most of 20,000,000 bytes.
    #[test]
    fn one_that_aria2_wrote_is_understood() {
        let hex = "0001 00000000 00000000 00100000 0000000001312d00 0000000000000000 00000003 ffbdf0 00000002 \
                   00000009 00100000 00000008 ffffffffffffff00 0000000e 00100000 00000008 ffffffffffffc000";
        let digits: Vec<u8> =
            hex.chars().filter_map(|digit| digit.to_digit(16)).map(|digit| digit as u8).collect();
        let bytes: Vec<u8> = digits.as_chunks::<2>().0.iter().map(|[high, low]| high << 4 | low).collect();
        let piece = |number: u64| number << 20;
        let received = [0..piece(9) + 56 * BLOCK, piece(10)..piece(14) + 50 * BLOCK, piece(15)..20_000_000];
        assert_eq!(parse(&bytes), Some(Control { size: 20_000_000, received: received.to_vec() }));
    }

    #[test]
    fn what_contradicts_itself_is_not_believed() {
        let broken: [fn(&mut Written); 16] = [
            |written| written.version = 0,
            |written| written.version = 2,
            |written| written.extension = 1,
            |written| written.info_hash = vec![1; 20],
            |written| written.piece = 0,
            |written| written.piece = 1,
            |written| written.size = 0,
            |written| written.size = u64::MAX,
            |written| written.size = 1 << 63,
            |written| written.bits = vec![],
            |written| written.bits = vec![0x40, 0],
            |written| written.bits = vec![0b0100_1000],
            |written| written.in_flight[0].0 = 4,
            |written| written.in_flight[0].1 = 64 << 10,
            |written| written.in_flight[0].2 = vec![0x40, 0],
            |written| written.in_flight[0].2 = vec![0b0010_0000],
        ];
        for (number, change) in broken.into_iter().enumerate() {
            assert_eq!(Written::new().with(change), None, "{number}");
        }
    }

    #[test]
    fn one_that_is_cut_or_has_something_behind_it_is_not_believed() {
        let bytes = Written::new().bytes();
        for length in 0..bytes.len() {
            assert_eq!(parse(&bytes[..length]), None, "{length}");
        }
        assert_eq!(parse(&[&bytes[..], &[0]].concat()), None);
        assert_eq!(parse(&vec![0; LONGEST as usize + 1]), None);
    }

    #[test]
    fn no_more_is_told_than_anybody_can_keep() {
        let pieces = 8 * 100_000;
        let control = Written::new().with(|written| {
            (written.size, written.bits) = (pieces * u64::from(written.piece), vec![0b1010_1010; 100_000]);
            written.in_flight = vec![];
        });
        assert_eq!(control.unwrap().received.len(), MOST_RANGES);
    }

    proptest! {
        #[test]
        fn rubbish_is_refused_or_lies_within_the_file(
            rubbish in prop::collection::vec(any::<u8>(), 0..200),
            place in any::<prop::sample::Index>(),
            changed in any::<[u8; 4]>(),
            cut in any::<prop::sample::Index>(),
        ) {
            let mut nearly = Written::new().bytes();
            let at = place.index(nearly.len() - changed.len());
            nearly[at..at + changed.len()].copy_from_slice(&changed);
            let headed = [&Written::new().bytes()[..2], &rubbish[..]].concat();
            let shorter = nearly[..cut.index(nearly.len())].to_vec();
            for bytes in [rubbish, nearly, headed, shorter] {
                let Some(control) = parse(&bytes) else { continue };
                let ends: Vec<u64> = control.received.iter().flat_map(|range| [range.start, range.end]).collect();
                prop_assert!(ends.is_sorted() && ends.iter().all(|end| *end <= control.size));
                prop_assert!(control.received.iter().all(|range| range.start < range.end));
            }
        }
    }
}
