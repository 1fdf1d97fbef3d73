#![no_main]

#[allow(dead_code, reason = "the engine does more with them")]
#[path = "../../crates/engine/src/transfer/label.rs"]
mod label;
#[path = "../properties/label.rs"]
mod properties;

libfuzzer_sys::fuzz_target!(|data: &[u8]| properties::labels(data));
