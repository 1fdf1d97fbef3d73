//! What the fuzz targets begin with, and what they once found, breaks no property of what only the engine has.

use super::label;
use crate::protocol::jar;

#[path = "../../../../fuzz/properties/cookies.rs"]
mod cookies;
#[path = "../../../../fuzz/properties/corpus.rs"]
mod inputs;
#[path = "../../../../fuzz/properties/label.rs"]
mod labels;

#[test]
fn the_corpus_breaks_no_property() {
    inputs::check("cookie", cookies::cookies);
    inputs::check("label", labels::labels);
}
