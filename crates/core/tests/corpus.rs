//! What the fuzz targets begin with, and what they once found, breaks no property.

#![expect(clippy::unwrap_used, reason = "a property that is broken panics")]

#[path = "../../../fuzz/properties/corpus.rs"]
mod corpus;
#[path = "../../../fuzz/properties/mod.rs"]
mod properties;

#[test]
fn the_corpus_breaks_no_property() {
    for (name, property) in properties::OF_CORE {
        corpus::check(name, property);
    }
}
