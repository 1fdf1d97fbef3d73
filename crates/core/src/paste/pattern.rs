//! An address that stands for many: `[01-12]`, `[a-f]`, `[0-100:10]`, `{left,right}`, as curl and aria2 write them.

/// Links that one pattern may stand for.
pub const MOST: u32 = 10_000;

/// An address with at least one place that varies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    text: String,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Fixed(String),
    /// What it goes through, in order.
    Varying(Vec<String>),
    /// So many that they are not written out.
    Endless(u64),
}

impl Pattern {
    /// None if `line` is no address or nothing in it varies.
    pub fn of(line: &str) -> Option<Pattern> {
        let is_address = line.contains("://") && !line.contains(char::is_whitespace);
        if !is_address || !line.contains(['[', '{']) {
            return None;
        }
        let pieces = pieces(line);
        let varies = pieces.iter().any(|piece| !matches!(piece, Piece::Fixed(_)));
        varies.then(|| Pattern { text: line.to_owned(), pieces })
    }

    /// As it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All that it stands for, the last place varying first.
    ///
    /// # Errors
    /// How many there are, if they are more than [`MOST`].
    pub fn links(&self) -> Result<Vec<String>, u32> {
        let count = self.pieces.iter().fold(1u64, |product, piece| product.saturating_mul(piece.count()));
        if count > u64::from(MOST) {
            return Err(u32::try_from(count).unwrap_or(u32::MAX));
        }
        let mut links = vec![String::new()];
        for piece in &self.pieces {
            links = match piece {
                Piece::Fixed(text) => links.into_iter().map(|link| link + text).collect(),
                Piece::Varying(texts) => links
                    .iter()
                    .flat_map(|link| texts.iter().map(move |text| format!("{link}{text}")))
                    .collect(),
                Piece::Endless(count) => return Err(u32::try_from(*count).unwrap_or(u32::MAX)),
            };
        }
        Ok(links)
    }
}

impl Piece {
    fn count(&self) -> u64 {
        match self {
            Self::Fixed(_) => 1,
            Self::Varying(texts) => texts.len() as u64,
            Self::Endless(count) => *count,
        }
    }
}

fn pieces(line: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut fixed = String::new();
    let mut rest = line;
    while let Some(start) = rest.find(['[', '{']) {
        fixed.push_str(&rest[..start]);
        let (inner, after, varying) = match bracket(&rest[start..]) {
            Some(found) => found,
            // A bracket that opens nothing, or the address of IPv6.
            None => {
                fixed.push_str(&rest[start..=start]);
                rest = &rest[start + 1..];
                continue;
            }
        };
        debug_assert!(!inner.is_empty());
        if !fixed.is_empty() {
            pieces.push(Piece::Fixed(std::mem::take(&mut fixed)));
        }
        pieces.push(varying);
        rest = after;
    }
    fixed.push_str(rest);
    if !fixed.is_empty() {
        pieces.push(Piece::Fixed(fixed));
    }
    pieces
}

/// What stands in the bracket that `text` begins with, what comes after it, and what it means.
fn bracket(text: &str) -> Option<(&str, &str, Piece)> {
    let close = if text.starts_with('[') { ']' } else { '}' };
    let end = text.find(close)?;
    let inner = &text[1..end];
    let piece = if close == ']' { range(inner)? } else { choices(inner)? };
    Some((inner, &text[end + 1..], piece))
}

/// `01-12`, `a-f`, each also with a step behind a colon.
fn range(inner: &str) -> Option<Piece> {
    let (ends, step) = match inner.split_once(':') {
        Some((ends, step)) => (ends, step.parse::<u64>().ok().filter(|&step| step > 0)?),
        None => (inner, 1),
    };
    let (first, last) = ends.split_once('-')?;
    numbers(first, last, step).or_else(|| letters(first, last, step))
}

fn numbers(first: &str, last: &str, step: u64) -> Option<Piece> {
    let is_number =
        |text: &str| !text.is_empty() && text.len() <= 18 && text.bytes().all(|b| b.is_ascii_digit());
    if !is_number(first) || !is_number(last) {
        return None;
    }
    let (from, to) = (first.parse::<u64>().ok()?, last.parse::<u64>().ok()?);
    let count = from.abs_diff(to) / step + 1;
    if count > u64::from(MOST) {
        return Some(Piece::Endless(count));
    }
    // Zeros in front mean that all are as long.
    let is_padded = |text: &str| text.len() > 1 && text.starts_with('0');
    let width = if is_padded(first) || is_padded(last) { first.len().max(last.len()) } else { 0 };
    let number = |turn: u64| if from <= to { from + turn * step } else { from - turn * step };
    Some(Piece::Varying((0..count).map(|turn| format!("{:0width$}", number(turn))).collect()))
}

fn letters(first: &str, last: &str, step: u64) -> Option<Piece> {
    let letter = |text: &str| match text.as_bytes() {
        [byte] if byte.is_ascii_alphabetic() => Some(*byte),
        _ => None,
    };
    let (from, to) = (letter(first)?, letter(last)?);
    if from.is_ascii_lowercase() != to.is_ascii_lowercase() {
        return None;
    }
    let step = usize::try_from(step).ok()?;
    let range: Vec<u8> = if from <= to { (from..=to).collect() } else { (to..=from).rev().collect() };
    Some(Piece::Varying(range.into_iter().step_by(step).map(|byte| char::from(byte).to_string()).collect()))
}

/// `a,b`: at least two, else it is a brace like any other sign.
fn choices(inner: &str) -> Option<Piece> {
    let choices: Vec<String> = inner.split(',').map(str::to_owned).collect();
    (choices.len() > 1 && !inner.contains(['{', '['])).then_some(Piece::Varying(choices))
}
