//! Metalink descriptions of files: their checksums, and where else they are. RFC 5854; and version 3, as `.metalink` files have
//! it, where the same things lie deeper.
//!
//! They come from strangers: no DTD is read and no entity but XML's own is known, so that nothing grows; and there is an end to
//! what is kept. What breaks these rules, or XML's, says nothing at all.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use url::Url;

use crate::{Algorithm, Checksum};

const MAX_FILES: usize = 1000;
/// Of checksums, and of mirrors, of one file.
const MAX_OF_EACH: usize = 200;
const MAX_DEPTH: usize = 16;
/// Bytes of an element that is kept.
const MAX_TEXT: usize = 16 << 10;
/// What a mirror without a priority has: the last. RFC 5854 §4.2.16.2.
const LAST: u32 = 999_999;

/// What a description says of one file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Described {
    pub name: String,
    pub size: Option<u64>,
    /// One of each algorithm, the strongest first; one that is given two values is left out.
    pub checksums: Vec<Checksum>,
    /// Further copies on the web, what is liked best first. Only as good as whoever names them: what comes from one has
    /// to fit a checksum of the first server.
    pub mirrors: Vec<Url>,
}

/// The file in `xml` that is meant by `name` and `size`, as far as that is known: the one of this name, or the only one
/// there is. A size that differs is another file's.
pub fn describing(xml: &[u8], name: &str, size: Option<u64>) -> Option<Described> {
    let mut files = read(xml)?;
    let mut meant = match &files[..] {
        [_] => files.pop()?,
        _ => {
            files.retain(|file| file.name.rsplit('/').next() == Some(name));
            let meant = files.pop()?;
            // Two of one name, in two folders.
            files.is_empty().then_some(meant)?
        }
    };
    let is_other = meant.size.zip(size).is_some_and(|(said, known)| said != known);
    meant.checksums = unambiguous(meant.checksums);
    (!is_other).then_some(meant)
}

/// All files that `xml` describes; none if it is no sound description.
pub fn files(xml: &str) -> Option<Vec<Described>> {
    let mut files = read(xml.as_bytes())?;
    for file in &mut files {
        file.checksums = unambiguous(std::mem::take(&mut file.checksums));
    }
    Some(files)
}

/// The strongest first, without those that are contradicted.
fn unambiguous(mut all: Vec<Checksum>) -> Vec<Checksum> {
    all.sort_by(|one, other| other.algorithm.cmp(&one.algorithm).then_with(|| one.hex.cmp(&other.hex)));
    all.dedup();
    let alike = all.chunk_by(|one, next| one.algorithm == next.algorithm);
    alike.filter_map(|same| if let [only] = same { Some(only.clone()) } else { None }).collect()
}

/// What an element is that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Size,
    Hash(Option<Algorithm>),
    Url { priority: u32 },
}

/// All files of a description; none if it is no sound one.
fn read(xml: &[u8]) -> Option<Vec<Described>> {
    let text = std::str::from_utf8(xml).ok()?;
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut reading = Reading::default();
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) => reading.start(&element)?,
            Event::End(_) => reading.end()?,
            Event::Text(text) => reading.add(&text.xml10_content())?,
            Event::CData(text) => reading.add(&text.xml10_content())?,
            Event::GeneralRef(name) => reading.add(&character(&name)?)?,
            Event::DocType(_) => return None,
            Event::Eof => break,
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::Empty(_) => {}
        }
    }
    (reading.depth == 0 && reading.is_metalink).then_some(reading.files)
}

/// What `&name;` stands for, if that is the same everywhere.
fn character(name: &BytesRef<'_>) -> Option<String> {
    if let Some(character) = name.resolve_char_ref().ok()? {
        return Some(character.to_string());
    }
    let known = match &**name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return None,
    };
    Some(known.to_owned())
}

/// How far it was read.
#[derive(Default)]
struct Reading {
    depth: usize,
    is_metalink: bool,
    says_third: bool,
    /// In version 3 `<files>` are around the files, and around what is said of one `<resources>` or `<verification>`.
    is_third: bool,
    /// Right in an element that version 3 has around what is read.
    in_shell: bool,
    /// Within `<file>`.
    in_file: bool,
    field: Option<Field>,
    text: String,
    files: Vec<Described>,
    /// Of the file that is read.
    mirrors: Vec<(u32, Url)>,
}

impl Reading {
    fn start(&mut self, element: &BytesStart<'_>) -> Option<()> {
        let name = element.local_name();
        let name: &str = name.as_ref();
        let depth = self.depth_in_fourth();
        match depth {
            0 if self.depth == 0 => {
                self.is_metalink = name == "metalink";
                self.says_third = attribute(element, "version")?.is_some_and(|said| said.starts_with('3'));
            }
            1 if name == "files" && self.depth == 1 && self.is_metalink && self.says_third => {
                self.is_third = true;
            }
            1 if name == "file" && self.is_metalink => {
                let name = attribute(element, "name")?.unwrap_or_default();
                (self.files.len() < MAX_FILES).then_some(())?;
                self.files.push(Described { name, ..Described::default() });
                self.in_file = true;
            }
            2 if self.in_file && self.is_third && !self.in_shell && is_shell(name) => self.in_shell = true,
            // Those of pieces lie deeper.
            2 if self.in_file => {
                self.field = field(element, name)?;
                self.text.clear();
            }
            _ => {}
        }
        self.depth += 1;
        (self.depth <= MAX_DEPTH).then_some(())
    }

    fn end(&mut self) -> Option<()> {
        self.depth = self.depth.checked_sub(1)?;
        if self.in_shell && self.depth == 3 {
            self.in_shell = false;
            return Some(());
        }
        match self.depth_in_fourth() {
            0 if self.is_third && self.depth == 1 => self.is_third = false,
            1 if self.in_file => {
                self.mirrors.sort_by_key(|(priority, _)| *priority);
                let mirrors = self.mirrors.drain(..).map(|(_, url)| url).collect();
                self.files.last_mut()?.mirrors = mirrors;
                self.in_file = false;
            }
            2 => {
                if let Some(field) = self.field.take() {
                    self.keep(field)?;
                }
            }
            _ => {}
        }
        Some(())
    }

    /// How deep this lies, or would in version 4.
    fn depth_in_fourth(&self) -> usize {
        self.depth.saturating_sub(usize::from(self.is_third)).saturating_sub(usize::from(self.in_shell))
    }

    fn add(&mut self, text: &str) -> Option<()> {
        if self.field.is_some() {
            self.text.push_str(text);
        }
        (self.text.len() <= MAX_TEXT).then_some(())
    }

    fn keep(&mut self, field: Field) -> Option<()> {
        let (text, file) = (self.text.trim(), self.files.last_mut()?);
        match field {
            Field::Size => file.size = Some(text.parse().ok()?),
            Field::Hash(Some(algorithm)) if file.checksums.len() < MAX_OF_EACH => {
                let checksum = Checksum { algorithm, hex: text.to_ascii_lowercase() };
                checksum.check().ok()?;
                file.checksums.push(checksum);
            }
            Field::Url { priority } if self.mirrors.len() < MAX_OF_EACH => {
                let web = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
                self.mirrors.extend(web.map(|url| (priority, url)));
            }
            Field::Hash(_) | Field::Url { .. } => {}
        }
        Some(())
    }
}

fn field(element: &BytesStart<'_>, name: &str) -> Option<Option<Field>> {
    Some(match name {
        "size" => Some(Field::Size),
        "hash" => Some(Field::Hash(attribute(element, "type")?.as_deref().and_then(algorithm))),
        "url" => {
            let priority = attribute(element, "priority")?.and_then(|text| text.trim().parse().ok());
            let preference: Option<u32> =
                attribute(element, "preference")?.and_then(|text| text.trim().parse().ok());
            // Version 3 has the best last, from 0 to 100.
            let preferred = preference.map(|preference| LAST - preference.min(100));
            Some(Field::Url { priority: priority.or(preferred).unwrap_or(LAST) })
        }
        _ => None,
    })
}

fn is_shell(name: &str) -> bool {
    matches!(name, "resources" | "verification")
}

/// As the registry of hash functions names it. RFC 5854 §4.2.5.
fn algorithm(name: &str) -> Option<Algorithm> {
    match name.trim().to_ascii_lowercase().as_str() {
        "md5" => Some(Algorithm::Md5),
        "sha-1" | "sha1" => Some(Algorithm::Sha1),
        "sha-256" | "sha256" => Some(Algorithm::Sha256),
        "sha-512" | "sha512" => Some(Algorithm::Sha512),
        _ => None,
    }
}

/// None if the element's attributes are no sound ones.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<Option<String>> {
    let attribute = element.try_get_attribute(name).ok()?;
    match attribute {
        None => Some(None),
        Some(attribute) => {
            let value: &str = attribute.value.as_ref();
            Some(Some(quick_xml::escape::unescape(value).ok()?.into_owned()))
        }
    }
}

#[cfg(test)]
mod tests;
