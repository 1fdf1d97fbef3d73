//! The files beside downloads that list checksums: where there may be one, and what it says of a file.
//!
//! Written by `sha256sum`, `md5sum`, BSD's tools, `openssl`, or by hand. A signature around the list is not checked: who
//! can change the file can rarely change only the list, but it proves no more than that both fit together.

use encoding_rs::UTF_8;
use std::borrow::Cow;
use url::Url;

use crate::{Algorithm, Checksum, filename};

/// Where lists of checksums usually are: the best first, as each costs a request. `*` stands for the file.
const PLACES: [(&str, Option<Algorithm>); 12] = [
    ("*.sha256", Some(Algorithm::Sha256)),
    ("SHA256SUMS", Some(Algorithm::Sha256)),
    ("*.sha512", Some(Algorithm::Sha512)),
    ("SHA512SUMS", Some(Algorithm::Sha512)),
    ("sha256sums.txt", Some(Algorithm::Sha256)),
    ("sha256sum.txt", Some(Algorithm::Sha256)),
    ("*.sha256sum", Some(Algorithm::Sha256)),
    ("*.sha1", Some(Algorithm::Sha1)),
    ("*.md5", Some(Algorithm::Md5)),
    ("MD5SUMS", Some(Algorithm::Md5)),
    ("SHASUMS256.txt", Some(Algorithm::Sha256)),
    ("checksums.txt", None),
];
/// A file up to this size comes in one answer: a second request would cost as much as the file.
const SMALL: u64 = 1 << 20;
/// A file up to this size has come before all places are asked, so that only the first of them are.
const MIDDLING: u64 = 16 << 20;
const FIRST: usize = 4;

/// Where there may be a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub url: Url,
    /// It is of all files of the folder; otherwise of the one alone.
    pub of_folder: bool,
    /// What its name promises.
    algorithm: Option<Algorithm>,
}

/// Where a list may name the file at `url`, in the order to try. All are in its folder. None for what nobody lists: a small
/// file, what a query chooses, pictures, sound and video; and a list has no list.
pub fn manifests_for(url: &Url, size: u64) -> Vec<Place> {
    let Some((folder, file)) = url.path().rsplit_once('/') else { return Vec::new() };
    let is_web = matches!(url.scheme(), "http" | "https");
    let is_file = !file.is_empty() && url.query().is_none() && !is_manifest(file);
    if !is_web || !is_file || size <= SMALL || filename::is_media_name(file) {
        return Vec::new();
    }
    let beside = |(place, algorithm): (&str, Option<Algorithm>)| {
        let mut address = url.clone();
        address.set_fragment(None);
        address.set_path(&format!("{folder}/{}", place.replace('*', file)));
        Place { url: address, of_folder: !place.starts_with('*'), algorithm }
    };
    let count = if size <= MIDDLING { FIRST } else { PLACES.len() };
    PLACES.into_iter().take(count).map(beside).collect()
}

fn is_manifest(file: &str) -> bool {
    let file = file.to_ascii_lowercase();
    PLACES.iter().any(|(place, _)| match place.strip_prefix('*') {
        Some(extension) => file.ends_with(extension),
        None => file == place.to_ascii_lowercase(),
    })
}

impl Place {
    /// As people know it: the last part of its address.
    pub fn name(&self) -> String {
        filename::from_url(&self.url).unwrap_or_default()
    }

    /// The checksum that `text`, which lies there, gives for the file of this name: only of the kind that is promised.
    /// What stands alone without a name is of the file, if the list is.
    pub fn checksum_for(&self, text: &[u8], name: &str) -> Option<Checksum> {
        let alone = || lone_checksum(text).filter(|_| !self.of_folder);
        let found = alone().or_else(|| checksum_for(text, name))?;
        self.algorithm.is_none_or(|promised| promised == found.algorithm).then_some(found)
    }
}

/// What a text says that holds one value and no name.
fn lone_checksum(text: &[u8]) -> Option<Checksum> {
    let text = decoded(text);
    match listing(&text)[..] {
        [line] => entry(line).filter(|entry| entry.file.is_none()).map(|entry| entry.checksum),
        _ => None,
    }
}

/// UTF-8, or what the mark at the beginning says: PowerShell writes UTF-16.
fn decoded(text: &[u8]) -> Cow<'_, str> {
    UTF_8.decode(text).0
}

/// The checksum that a list gives for the file of this name, as the server has it: the strongest, if there are several.
/// None if the list does not name the file, or gives it two values.
fn checksum_for(text: &[u8], name: &str) -> Option<Checksum> {
    let text = decoded(text);
    let entries: Vec<Entry> = listing(&text).into_iter().filter_map(entry).collect();
    let listed = |is_meant: fn(&str, &str) -> bool| {
        let of_file = |entry: &&Entry| entry.file.as_deref().is_some_and(|file| is_meant(file, name));
        entries.iter().filter(of_file).map(|entry| &entry.checksum).collect::<Vec<_>>()
    };
    // Two folders may have a file of this name; the one that is nearest is meant.
    let here = listed(|file, name| file.trim_start_matches("./") == name);
    if !here.is_empty() {
        return unambiguous(&here);
    }
    unambiguous(&listed(|file, name| file.rsplit(['/', '\\']).next() == Some(name)))
}

/// The strongest, unless it is contradicted.
fn unambiguous(checksums: &[&Checksum]) -> Option<Checksum> {
    let best = *checksums.iter().max_by_key(|checksum| checksum.algorithm)?;
    let contradicts = |other: &&Checksum| other.algorithm == best.algorithm && other.hex != best.hex;
    (!checksums.iter().any(contradicts)).then(|| best.clone())
}

/// The lines of a list without comments; only those that are signed, if there is a signature around them.
/// RFC 9580 §7.
fn listing(text: &str) -> Vec<&str> {
    let lines = || text.lines().map(str::trim);
    let says_something = |line: &&str| !line.is_empty() && !line.starts_with(['#', ';']);
    let mut signed = lines().skip_while(|line| *line != "-----BEGIN PGP SIGNED MESSAGE-----");
    if signed.next().is_none() {
        return lines().filter(says_something).collect();
    }
    let content = signed.skip_while(|line| !line.is_empty());
    content.take_while(|line| *line != "-----BEGIN PGP SIGNATURE-----").filter(says_something).collect()
}

/// What one line says: of a file, or of the only one there is.
struct Entry {
    file: Option<String>,
    checksum: Checksum,
}

fn entry(line: &str) -> Option<Entry> {
    // `md5sum` marks a line so if a backslash or a line break in the name is escaped.
    let (line, name): (_, fn(&str) -> String) = match line.strip_prefix('\\') {
        Some(line) => (line, unescaped),
        None => (line, str::to_owned),
    };
    let (file, checksum) = tagged(line).or_else(|| plain(line))?;
    // What came from a pipe has no name.
    let file = (!matches!(file, "" | "-")).then(|| name(file));
    Some(Entry { file, checksum })
}

/// `SHA256 (name) = hex`, or `SHA2-256(name)= hex`.
fn tagged(line: &str) -> Option<(&str, Checksum)> {
    let (word, rest) = line.split_once('(')?;
    let (file, hex) = rest.rsplit_once(')')?;
    let hex = hex.trim_start().strip_prefix('=')?.trim();
    let algorithm = match word.trim().to_ascii_uppercase().as_str() {
        "MD5" => Algorithm::Md5,
        "SHA1" => Algorithm::Sha1,
        "SHA256" | "SHA2-256" => Algorithm::Sha256,
        "SHA512" | "SHA2-512" => Algorithm::Sha512,
        "BLAKE3" => Algorithm::Blake3,
        _ => return None,
    };
    Some((file, checksum(algorithm, hex)?))
}

/// `hex  name`, `hex *name`, or `hex` alone.
fn plain(line: &str) -> Option<(&str, Checksum)> {
    let (hex, rest) = line.split_once([' ', '\t']).unwrap_or((line, ""));
    let known = [Algorithm::Md5, Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512];
    let algorithm = known.into_iter().find(|algorithm| algorithm.digits() == hex.len())?;
    let file = rest.trim_start();
    Some((file.strip_prefix('*').unwrap_or(file), checksum(algorithm, hex)?))
}

fn checksum(algorithm: Algorithm, hex: &str) -> Option<Checksum> {
    let checksum = Checksum { algorithm, hex: hex.to_ascii_lowercase() };
    checksum.check().is_ok().then_some(checksum)
}

fn unescaped(name: &str) -> String {
    let mut unescaped = String::new();
    let mut chars = name.chars();
    while let Some(c) = chars.next() {
        let escaped = if c == '\\' { chars.next() } else { None };
        unescaped.push(match escaped {
            Some('n') => '\n',
            Some('r') => '\r',
            Some(other) => other,
            None => c,
        });
    }
    unescaped
}

#[cfg(test)]
mod tests;
