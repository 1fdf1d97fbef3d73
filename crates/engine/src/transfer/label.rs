//! What a part file says of itself, and its form on disk: magic, length, hash, JSON.

use haul_core::{Checksum, Resource};
use serde::{Deserialize, Serialize};
use std::ops::Range;

const MAGIC: &[u8; 8] = b"HAULPT03";
/// Magic, length of the text, its BLAKE3.
pub(super) const HEAD: usize = 8 + 4 + 32;

/// What a part file says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Label {
    pub url: String,
    /// The mirror that the validator is of; none: `url` itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mirror: Option<String>,
    pub resource: Resource,
    /// Half-open ranges that are on disk, in order.
    pub received: Vec<(u64, u64)>,
    /// Nothing counts as received although every byte came, because this is its checksum and another one was expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<Checksum>,
    /// Start, end and hash of what there is of blocks that are not whole.
    #[serde(default)]
    pub(super) parts: Vec<(u64, u64, u64)>,
    /// Counts up with each label: the higher one is the later.
    pub(super) sequence: u64,
}

impl Label {
    pub fn new(url: &str, resource: &Resource, received: &[Range<u64>]) -> Self {
        let received = received.iter().map(|range| (range.start, range.end)).collect();
        Self {
            url: url.to_owned(),
            mirror: None,
            resource: resource.clone(),
            received,
            refused: None,
            parts: Vec::new(),
            sequence: 0,
        }
    }

    /// Of a file whose every byte is there.
    pub fn whole(url: &str, resource: &Resource) -> Self {
        let everything = 0..resource.size.unwrap_or(0);
        Self::new(url, resource, std::slice::from_ref(&everything))
    }

    /// The address that its validator is of.
    pub fn origin(&self) -> &str {
        self.mirror.as_deref().unwrap_or(&self.url)
    }

    pub fn ranges(&self) -> Vec<Range<u64>> {
        self.received.iter().map(|&(start, end)| start..end).collect()
    }

    pub fn received_bytes(&self) -> u64 {
        let lengths = self.received.iter().map(|(start, end)| end.saturating_sub(*start));
        lengths.fold(0, u64::saturating_add)
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let text = serde_json::to_vec(self).unwrap_or_default();
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
        [&MAGIC[..], &length.to_le_bytes(), blake3::hash(&text).as_bytes(), &text].concat()
    }

    /// How long the text behind this head is.
    pub(super) fn length(head: &[u8; HEAD]) -> Option<usize> {
        let (length, _) = head.strip_prefix(MAGIC)?.split_first_chunk::<4>()?;
        Some(u32::from_le_bytes(*length) as usize)
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let (hash, rest) = rest.split_first_chunk::<32>()?;
        let text = rest.get(..u32::from_le_bytes(*length) as usize)?;
        let label: Self =
            (blake3::hash(text).as_bytes() == hash).then(|| serde_json::from_slice(text).ok())??;
        label.is_possible().then_some(label)
    }

    /// Whether all ranges lie in the file: whoever can write a hash can write any number.
    fn is_possible(&self) -> bool {
        let size = self.resource.size.unwrap_or(0);
        let lies_within = |(start, end): (u64, u64)| start <= end && end <= size;
        let parts = self.parts.iter().map(|&(start, end, _)| (start, end));
        self.received.iter().copied().chain(parts).all(lies_within)
    }
}
