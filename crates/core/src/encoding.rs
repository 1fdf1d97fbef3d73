//! Bytes written as text: base64 (RFC 4648 §4) and hexadecimal digits.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// What encoders forget is forgiven: the padding, and zeros for the bits behind the last byte.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

pub(crate) fn from_base64(text: &str) -> Option<Vec<u8>> {
    BASE64.decode(text).ok()
}

pub(crate) fn to_base64(bytes: &[u8]) -> String {
    BASE64.encode(bytes)
}

/// In lower case.
pub(crate) fn to_hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 0xf)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_without_its_padding_is_read() {
        for text in ["ZsO8cg==", "ZsO8cg=", "ZsO8cg", "ZsO8ch"] {
            assert_eq!(from_base64(text).as_deref(), Some("für".as_bytes()), "{text}");
        }
        for text in ["Z", "Zs O8", "Zs-_", "ZsO8cg===", "=", "ä"] {
            assert_eq!(from_base64(text), None, "{text}");
        }
    }

    #[test]
    fn bytes_are_written_in_hexadecimal_digits() {
        assert_eq!(to_hex(&[0x00, 0x0f, 0xa9]), "000fa9");
    }
}
