//! Asks a property of all inputs in its corpus: what every fuzz target begins with, and what one once found.

use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;

/// Whoever asks is a crate in `crates/`.
pub fn check(name: &str, property: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(name);
    let inputs: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(inputs.len() > 20, "{} is no corpus", folder.display());
    for path in inputs {
        let input = fs::read(&path).unwrap();
        if let Err(broken) = panic::catch_unwind(AssertUnwindSafe(|| property(&input))) {
            eprintln!("the input is {}", path.display());
            panic::resume_unwind(broken);
        }
    }
}
