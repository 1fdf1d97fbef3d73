//! The checksums that a server gives along with a file. RFC 9530, and RFC 3230 that it replaces.
//!
//! Which bytes a checksum is of is said by the field it comes in: `Repr-Digest` and `Digest` are of the whole file, even
//! if the answer brings a range of it; `Content-Digest` is of what this one answer brings. With a content coding the
//! bytes are those of the coded form.

use sfv::{BareItem, Dictionary, Item, ListEntry, Parser};
use std::cmp::Reverse;

use crate::encoding::from_base64;
use crate::{Algorithm, Checksum};

/// The checksums of all `Repr-Digest` fields, or of all `Content-Digest` fields, the strongest first. Unknown algorithms
/// are passed over; fields that are no dictionary say nothing. RFC 9530 §2, §3.
pub fn repr_digest<V: AsRef<[u8]>>(values: impl IntoIterator<Item = V>) -> Vec<Checksum> {
    let Ok(dictionary) = Parser::new(&joined(values)).parse::<Dictionary>() else { return Vec::new() };
    let checksum = |(key, value): (&sfv::Key, &ListEntry)| {
        let ListEntry::Item(Item { bare_item: BareItem::ByteSequence(bytes), .. }) = value else {
            return None;
        };
        Checksum::from_bytes(algorithm(key.as_str())?, bytes)
    };
    strongest_first(dictionary.iter().filter_map(checksum).collect())
}

/// The checksums of all `Digest` fields, the strongest first: `SHA-256=base64,MD5=base64`. What cannot be read is passed
/// over. RFC 3230 §4.3.2, RFC 5843.
pub fn digest<V: AsRef<[u8]>>(values: impl IntoIterator<Item = V>) -> Vec<Checksum> {
    let checksum = |one: &str| {
        let (name, value) = one.split_once('=')?;
        let name = name.trim().to_ascii_lowercase();
        // `id-` is of the file before any content coding, and Haul asks for none.
        let algorithm = algorithm(name.strip_prefix("id-").unwrap_or(&name))?;
        Checksum::from_bytes(algorithm, &from_base64(value.trim())?)
    };
    let list = joined(values);
    strongest_first(String::from_utf8_lossy(&list).split(',').filter_map(checksum).collect())
}

/// Several fields of a name are one list. RFC 9110 §5.3.
fn joined<V: AsRef<[u8]>>(values: impl IntoIterator<Item = V>) -> Vec<u8> {
    let mut list = Vec::new();
    for value in values {
        if !list.is_empty() {
            list.extend(b", ");
        }
        list.extend(value.as_ref());
    }
    list
}

/// As the registry of hash algorithms names it, in lower case. RFC 9530 §7.2.
fn algorithm(key: &str) -> Option<Algorithm> {
    match key {
        "md5" => Some(Algorithm::Md5),
        "sha" => Some(Algorithm::Sha1),
        "sha-256" => Some(Algorithm::Sha256),
        "sha-512" => Some(Algorithm::Sha512),
        _ => None,
    }
}

/// Each algorithm once; one that is given two values has none.
fn strongest_first(mut checksums: Vec<Checksum>) -> Vec<Checksum> {
    checksums.sort_by_key(|checksum| Reverse(checksum.algorithm));
    let agree = |same: &[Checksum]| same.iter().all(|checksum| checksum == &same[0]);
    let by_algorithm = checksums.chunk_by(|one, next| one.algorithm == next.algorithm);
    by_algorithm.filter(|same| agree(same)).filter_map(|same| same.first().cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::to_base64;
    use proptest::prelude::*;

    /// Of "hello world\n".
    const SHA_256: &str = "qUiQTy8PR5uPgZdpSzAYSw0u0cHNKh7A+4XSmaGSpEc=";
    const SHA_256_HEX: &str = "a948904f2f0f479b8f8197694b30184b0d2ed1c1cd2a1ec0fb85d299a192a447";
    const MD5: &str = "b1kCrCNwJL3QwXbLkwY9xA==";

    fn shown(checksums: &[Checksum]) -> Vec<String> {
        checksums.iter().map(|checksum| format!("{}={}", checksum.algorithm, &checksum.hex[..8])).collect()
    }

    #[test]
    fn a_digest_is_a_checksum() {
        let expected = [Checksum { algorithm: Algorithm::Sha256, hex: SHA_256_HEX.to_owned() }];
        let unpadded = SHA_256.trim_end_matches('=');
        assert_eq!(repr_digest([format!("sha-256=:{SHA_256}:")]), expected);
        assert_eq!(repr_digest([format!("sha-256=:{unpadded}:;q=1")]), expected);
        assert_eq!(digest([format!("SHA-256={SHA_256}")]), expected);
        assert_eq!(digest([format!("id-sha-256 = {SHA_256}")]), expected);
    }

    #[test]
    fn the_strongest_comes_first() {
        let sha_512 = to_base64(&[7; 64]);
        let fields = [format!("md5=:{MD5}:, sha-512=:{sha_512}:"), format!("sha-256=:{SHA_256}:")];
        assert_eq!(shown(&repr_digest(fields)), ["sha-512=07070707", "sha-256=a948904f", "md5=6f5902ac"]);
        let fields = [format!("MD5={MD5},SHA-512={sha_512}"), format!("SHA-256={SHA_256}")];
        assert_eq!(shown(&digest(fields)), ["sha-512=07070707", "sha-256=a948904f", "md5=6f5902ac"]);
    }

    #[test]
    fn unknown_algorithms_are_passed_over() {
        let fields = [format!("crc32c=:AAAAAA==:, unixsum=30637, x=?1, y=(1 2), z, sha-256=:{SHA_256}:")];
        assert_eq!(shown(&repr_digest(fields)), ["sha-256=a948904f"]);
        assert_eq!(shown(&digest([format!("UNIXsum=30637, adler32=03da0195,MD5={MD5}")])), ["md5=6f5902ac"]);
    }

    #[test]
    fn rubbish_is_no_checksum() {
        let short = to_base64(&[1; 31]);
        for field in [
            "".to_owned(),
            "sha-256".to_owned(),
            "sha-256=".to_owned(),
            "sha-256=::".to_owned(),
            "sha-256=:%%%%:".to_owned(),
            format!("sha-256=:{short}:"),
            format!("sha-256={SHA_256_HEX}"),
            format!("sha-256=\"{SHA_256}\""),
            format!("sha-256=(:{SHA_256}:)"),
            format!("SHA-256=:{SHA_256}:"),
            format!("sha-256=:{SHA_256}:,"),
            format!("sha-256=:{SHA_256}:, !"),
        ] {
            assert_eq!(repr_digest([&field]), [], "{field}");
        }
        for field in [
            "",
            ",,=,",
            "sha-256",
            "sha-256=",
            "=",
            &format!("sha-256={short}"),
            &format!("sha-256={SHA_256_HEX}"),
        ] {
            assert_eq!(digest([field]), [], "{field}");
        }
        assert_eq!(repr_digest::<&str>([]), []);
        assert_eq!(digest([&b"\xff=\xff, md5=\xff"[..]]), []);
    }

    #[test]
    fn two_values_of_one_algorithm_are_none() {
        let other = to_base64(&[1; 32]);
        assert_eq!(
            shown(&digest([format!("SHA-256={SHA_256}, sha-256={other}, MD5={MD5}")])),
            ["md5=6f5902ac"]
        );
        assert_eq!(digest([format!("SHA-256={SHA_256}, id-SHA-256={SHA_256}")]).len(), 1);
        // Among structured fields the last counts. RFC 9651 §4.2.2.
        assert_eq!(
            shown(&repr_digest([format!("sha-256=:{other}:, sha-256=:{SHA_256}:")])),
            ["sha-256=a948904f"]
        );
    }

    proptest! {
        #[test]
        fn any_fields_give_whole_checksums(
            bytes in prop::collection::vec(any::<u8>(), 0..80),
            text in "((sha-256|md5|sha|SHA-512)=:?[A-Za-z0-9+/=]{0,44}:?[,;] ?)*",
        ) {
            let bytes: &[u8] = &bytes;
            for field in [bytes, text.as_bytes()] {
                for found in [repr_digest([field]), digest([field, field])] {
                    prop_assert!(found.iter().all(|checksum| checksum.check().is_ok()));
                    prop_assert!(found.is_sorted_by(|one, next| one.algorithm > next.algorithm));
                }
            }
        }

        #[test]
        fn what_an_honest_server_says_is_read(bytes in prop::array::uniform32(any::<u8>())) {
            let sent = to_base64(&bytes);
            let expected = vec![Checksum::from_bytes(Algorithm::Sha256, &bytes).unwrap()];
            prop_assert_eq!(&repr_digest([format!("sha-256=:{sent}:")]), &expected);
            prop_assert_eq!(&digest([format!("sha-256={sent}")]), &expected);
        }
    }
}
