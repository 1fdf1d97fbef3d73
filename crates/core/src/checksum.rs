//! A checksum that a download is expected to have.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

use crate::encoding::to_hex;

/// How a checksum is computed: the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Algorithm {
    Md5,
    #[serde(rename = "sha-1")]
    Sha1,
    #[serde(rename = "sha-256")]
    Sha256,
    #[serde(rename = "sha-512")]
    Sha512,
    Blake3,
}

impl Algorithm {
    /// How many hexadecimal digits its value has.
    pub fn digits(self) -> usize {
        match self {
            Self::Md5 => 32,
            Self::Sha1 => 40,
            Self::Sha256 | Self::Blake3 => 64,
            Self::Sha512 => 128,
        }
    }
}

impl fmt::Display for Algorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Md5 => "md5",
            Self::Sha1 => "sha-1",
            Self::Sha256 => "sha-256",
            Self::Sha512 => "sha-512",
            Self::Blake3 => "blake3",
        })
    }
}

/// The value that the whole file must have, in lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Checksum {
    pub algorithm: Algorithm,
    pub hex: String,
}

/// Why a text is no checksum.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChecksumError {
    #[error("write it as ALGORITHM=HEX, with one of md5, sha-1, sha-256, sha-512, blake3")]
    UnknownAlgorithm,
    #[error("a {algorithm} has {} hexadecimal digits", algorithm.digits())]
    WrongDigits { algorithm: Algorithm },
}

impl FromStr for Checksum {
    type Err = ChecksumError;

    /// Reads `sha-256=HEX`, as aria2 writes it; `sha256:HEX` and capitals are understood too.
    fn from_str(text: &str) -> Result<Self, ChecksumError> {
        let (name, hex) = text.split_once(['=', ':']).ok_or(ChecksumError::UnknownAlgorithm)?;
        let algorithm = match name.trim().to_ascii_lowercase().replace('-', "").as_str() {
            "md5" => Algorithm::Md5,
            "sha1" => Algorithm::Sha1,
            "sha256" => Algorithm::Sha256,
            "sha512" => Algorithm::Sha512,
            "blake3" | "b3" => Algorithm::Blake3,
            _ => return Err(ChecksumError::UnknownAlgorithm),
        };
        let checksum = Checksum { algorithm, hex: hex.trim().to_ascii_lowercase() };
        checksum.check()?;
        Ok(checksum)
    }
}

impl Checksum {
    /// The checksum of these bytes; none if they are too many or too few for the algorithm.
    pub fn from_bytes(algorithm: Algorithm, bytes: &[u8]) -> Option<Self> {
        let checksum = Self { algorithm, hex: to_hex(bytes) };
        checksum.check().is_ok().then_some(checksum)
    }

    /// Whether the digits fit the algorithm: a value from the window or a file may be anything.
    pub fn check(&self) -> Result<(), ChecksumError> {
        let fits =
            self.hex.len() == self.algorithm.digits() && self.hex.bytes().all(|b| b.is_ascii_hexdigit());
        if fits { Ok(()) } else { Err(ChecksumError::WrongDigits { algorithm: self.algorithm }) }
    }

    /// Whether `actual` (hexadecimal, any case) is the expected value.
    pub fn matches(&self, actual: &str) -> bool {
        self.hex.eq_ignore_ascii_case(actual)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_aria2s_form_and_common_ones() {
        let hex = "D41D8CD98F00B204E9800998ECF8427E";
        for text in [format!("md5={hex}"), format!("MD5:{hex}")] {
            assert_eq!(text.parse::<Checksum>().unwrap().hex, hex.to_lowercase());
        }
        assert_eq!(
            "sha-256=abc".parse::<Checksum>(),
            Err(ChecksumError::WrongDigits { algorithm: Algorithm::Sha256 })
        );
        assert_eq!("crc=00".parse::<Checksum>(), Err(ChecksumError::UnknownAlgorithm));
    }
}
