//! Checksums of whole files, read through once on a blocking thread.

use digest::Digest;
use haul_core::{Algorithm, Compared};
use std::io::{self, Read};
use tokio_util::sync::CancellationToken;

const PORTION: usize = 1 << 20;

/// The checksum of `file`, which is read from its front, in hexadecimal digits; none if `stop` was asked for meanwhile.
/// Blocks.
pub fn hex_of(algorithm: Algorithm, file: impl Read, stop: &CancellationToken) -> io::Result<Option<String>> {
    match algorithm {
        Algorithm::Md5 => digest_of::<md5::Md5>(file, stop),
        Algorithm::Sha1 => digest_of::<sha1::Sha1>(file, stop),
        Algorithm::Sha256 => digest_of::<sha2::Sha256>(file, stop),
        Algorithm::Sha512 => digest_of::<sha2::Sha512>(file, stop),
        Algorithm::Blake3 => {
            let mut hasher = blake3::Hasher::new();
            let whole = for_each_portion(file, stop, |portion| {
                hasher.update(portion);
            })?;
            Ok(whole.then(|| hasher.finalize().to_hex().to_string()))
        }
    }
}

/// A file whose checksum is made, and which tells how far it was read.
pub struct Counted<'a, R> {
    pub file: R,
    pub compared: Compared,
    pub at: &'a dyn Fn(Compared),
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        self.compared.read += count as u64;
        (self.at)(self.compared);
        Ok(count)
    }
}

fn digest_of<D: Digest>(file: impl Read, stop: &CancellationToken) -> io::Result<Option<String>> {
    let mut hasher = D::new();
    let whole = for_each_portion(file, stop, |portion| hasher.update(portion))?;
    Ok(whole.then(|| hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()))
}

/// Whether the end was reached.
fn for_each_portion(
    mut file: impl Read,
    stop: &CancellationToken,
    mut each: impl FnMut(&[u8]),
) -> io::Result<bool> {
    let mut portion = vec![0; PORTION];
    while !stop.is_cancelled() {
        match file.read(&mut portion) {
            Ok(0) => return Ok(true),
            Ok(count) => each(&portion[..count]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers() {
        let known = [
            (Algorithm::Md5, "900150983cd24fb0d6963f7d28e17f72"),
            (Algorithm::Sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (Algorithm::Sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (Algorithm::Blake3, "6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85"),
        ];
        for (algorithm, hex) in known {
            assert_eq!(
                hex_of(algorithm, &b"abc"[..], &CancellationToken::new()).unwrap().as_deref(),
                Some(hex),
                "{algorithm}"
            );
        }
        let sha512 = hex_of(Algorithm::Sha512, &b"abc"[..], &CancellationToken::new()).unwrap().unwrap();
        assert!(sha512.starts_with("ddaf35a193617abacc417349ae204131") && sha512.len() == 128);
    }
}
