//! What must hold of labels. Apart, as they are the engine's: whoever asks has them beside this as `super::label`.

use super::label::{HEAD, Label};

/// A label as it lies in a part file, and one with a head that fits this text.
pub fn labels(bytes: &[u8]) {
    Label::from_bytes(bytes);
    let length = u32::try_from(bytes.len()).unwrap().to_le_bytes();
    let written = [b"HAULPT03", &length[..], blake3::hash(bytes).as_bytes(), bytes].concat();
    let Some(label) = Label::from_bytes(&written) else { return };
    let again = label.to_bytes();
    let head = again.first_chunk::<HEAD>().unwrap();
    assert_eq!(Label::length(head), Some(again.len() - HEAD));
    assert_eq!(Label::from_bytes(&again), Some(label.clone()), "it is read as it was written");
    assert_eq!(Label::from_bytes(&again[..again.len() - 1]), None, "a torn one is none");
    let size = label.resource.size.unwrap_or(0);
    assert!(label.ranges().iter().all(|range| range.start <= range.end && range.end <= size), "{label:?}");
    label.received_bytes();
}
