#![no_main]

#[path = "../../crates/engine/src/protocol/jar.rs"]
mod jar;
#[path = "../properties/cookies.rs"]
mod properties;

libfuzzer_sys::fuzz_target!(|data: &[u8]| properties::cookies(data));
