//! Lists of checksums as sites really write them, and as nobody should: what is not certain names no checksum.

use super::*;
use proptest::prelude::*;

const MD5: &str = "d41d8cd98f00b204e9800998ecf8427e";
const SHA_1: &str = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
const SHA_256: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const OTHER: &str = "a948904f2f0f479b8f8197694b30184b0d2ed1c1cd2a1ec0fb85d299a192a447";

fn sha_512() -> String {
    "0123456789abcdef".repeat(8)
}

/// Where a list of all files may lie, whatever algorithms it has.
fn anywhere(of_folder: bool) -> Place {
    Place { url: Url::parse("https://a.org/checksums.txt").unwrap(), of_folder, algorithm: None }
}

fn found(text: &str, name: &str) -> Option<String> {
    found_by(&anywhere(false), text, name)
}

fn found_by(place: &Place, text: &str, name: &str) -> Option<String> {
    let checksum = place.checksum_for(text.as_bytes(), name)?;
    Some(format!("{}={}", checksum.algorithm, checksum.hex))
}

fn sha_256() -> Option<String> {
    Some(format!("sha-256={SHA_256}"))
}

#[test]
fn every_tools_lines_are_read() {
    let sha_512 = sha_512();
    let table = [
        (format!("{SHA_256}  a.iso"), format!("sha-256={SHA_256}")),
        (format!("{SHA_256} *a.iso"), format!("sha-256={SHA_256}")),
        (format!("{SHA_256} a.iso"), format!("sha-256={SHA_256}")),
        (format!("{SHA_256}\ta.iso"), format!("sha-256={SHA_256}")),
        (format!("{}  ./a.iso", SHA_256.to_uppercase()), format!("sha-256={SHA_256}")),
        (format!("{SHA_256}  build/out/a.iso"), format!("sha-256={SHA_256}")),
        (format!("{SHA_256} *out\\a.iso"), format!("sha-256={SHA_256}")),
        (format!("{MD5}  a.iso"), format!("md5={MD5}")),
        (format!("{SHA_1}  a.iso"), format!("sha-1={SHA_1}")),
        (format!("{sha_512}  a.iso"), format!("sha-512={sha_512}")),
        (format!("SHA256 (a.iso) = {SHA_256}"), format!("sha-256={SHA_256}")),
        (format!("SHA2-256(a.iso)= {SHA_256}"), format!("sha-256={SHA_256}")),
        (format!("BLAKE3 (a.iso) = {SHA_256}"), format!("blake3={SHA_256}")),
        (format!("MD5 (a.iso) = {MD5}"), format!("md5={MD5}")),
    ];
    for (line, expected) in table {
        assert_eq!(found(&line, "a.iso").as_ref(), Some(&expected), "{line}");
        let list = format!("# a comment\n\n{OTHER}  b.iso\r\n{line}\r\n{OTHER}  a.iso.sig\r\n");
        assert_eq!(found(&list, "a.iso").as_ref(), Some(&expected), "{list}");
    }
}

#[test]
fn names_may_hold_anything() {
    for (line, name) in [
        (format!("{SHA_256}  my (new) file.iso"), "my (new) file.iso"),
        (format!("SHA256 (a) = (b).iso) = {SHA_256}"), "a) = (b).iso"),
        (format!("{SHA_256}  日本.iso"), "日本.iso"),
        (format!("\\{SHA_256}  a\\\\b\\nc\\rd.iso"), "a\\b\nc\rd.iso"),
        (format!("\\SHA256 (a\\\\b) = {SHA_256}"), "a\\b"),
        (format!("{SHA_256}  a\\n.iso"), "a\\n.iso"),
        (format!("\\{SHA_256}  a\\"), "a\\"),
    ] {
        assert_eq!(found(&line, name), sha_256(), "{line}");
    }
}

#[test]
fn a_lone_value_is_that_of_the_file() {
    for text in [
        SHA_256.to_owned(),
        format!("\n  {SHA_256}  \r\n\r\n"),
        format!("# sha256 of the image\n{SHA_256}\n"),
        format!("; made by hand\n{SHA_256}\n"),
        format!("{SHA_256}  -\n"),
        format!("\u{feff}{SHA_256}\n"),
    ] {
        assert_eq!(found(&text, "a.iso"), sha_256(), "{text:?}");
        assert_eq!(found_by(&anywhere(true), &text, "a.iso"), None, "of which file of the folder? {text:?}");
    }
    for text in [
        format!("{SHA_256}\n{SHA_256}\n"),
        format!("<p>\n{SHA_256}\n</p>\n"),
        format!("{SHA_256}\n{OTHER}  b.iso\n"),
        format!("{SHA_256}{SHA_256}{SHA_256}"),
        SHA_256[1..].to_owned(),
        SHA_256.replace('e', "g"),
    ] {
        assert_eq!(found(&text, "a.iso"), None, "{text:?}");
    }
}

#[test]
fn a_list_that_does_not_name_the_file_says_nothing() {
    let list =
        format!("{SHA_256}  b.iso\n{SHA_256}  a.iso.asc\n{SHA_256}  xa.iso\nSHA384 (a.iso) = {SHA_256}\n");
    for name in ["a.iso", "A.ISO", "", ".", "/", "-"] {
        assert_eq!(found(&list, name), None, "{name}");
    }
    assert_eq!(found("", "a.iso"), None);
    assert_eq!(found("<!DOCTYPE html>\n<title>404</title>", "a.iso"), None);
}

#[test]
fn two_values_are_none() {
    let two = |one, other| format!("{SHA_256}  {one}\n{OTHER}  {other}\n");
    assert_eq!(found(&two("a.iso", "a.iso"), "a.iso"), None);
    assert_eq!(found(&two("amd64/a.iso", "arm64/a.iso"), "a.iso"), None);
    // One that lies here is meant rather than one that lies elsewhere.
    assert_eq!(found(&two("./a.iso", "old/a.iso"), "a.iso"), sha_256());
    assert_eq!(found(&format!("{SHA_256}  a.iso\n{SHA_256} *a.iso\n"), "a.iso"), sha_256());
}

#[test]
fn the_strongest_of_several_values_counts() {
    let list = format!("{MD5}  a.iso\n{SHA_256}  a.iso\n{SHA_1}  a.iso\n");
    assert_eq!(found(&list, "a.iso"), sha_256());
    assert_eq!(found(&format!("{list}{OTHER}  a.iso\n"), "a.iso"), None, "a weaker value would be no proof");
}

#[test]
fn a_signature_around_the_list_is_no_part_of_it() {
    let signed = |list: &str| {
        format!(
            "{OTHER}  a.iso\n-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\n{list}\r\n\
             -----BEGIN PGP SIGNATURE-----\r\n\r\n{OTHER}  a.iso\r\n-----END PGP SIGNATURE-----\r\n"
        )
    };
    assert_eq!(found(&signed(&format!("{SHA_256}  a.iso")), "a.iso"), sha_256());
    assert_eq!(found(&signed(&format!("SHA256 (a.iso) = {SHA_256}")), "a.iso"), sha_256());
    assert_eq!(found(&signed(SHA_256), "a.iso"), sha_256());
    assert_eq!(found(&signed("nothing"), "a.iso"), None);
}

#[test]
fn a_list_in_utf_16_is_read() {
    let line = format!("\u{feff}{SHA_256}  a.iso\r\n");
    let bytes: Vec<u8> = line.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(checksum_for(&bytes, "a.iso").map(|checksum| checksum.hex).as_deref(), Some(SHA_256));
}

const GIB: u64 = 1 << 30;

fn places(url: &str, size: u64) -> Vec<String> {
    let url = Url::parse(url).unwrap();
    manifests_for(&url, size).into_iter().map(|place| place.url.to_string()).collect()
}

#[test]
fn lists_are_looked_for_beside_the_file() {
    assert_eq!(
        places("https://a.org:8080/b%20c/d%2Fe.iso#f", GIB),
        [
            "https://a.org:8080/b%20c/d%2Fe.iso.sha256",
            "https://a.org:8080/b%20c/SHA256SUMS",
            "https://a.org:8080/b%20c/d%2Fe.iso.sha512",
            "https://a.org:8080/b%20c/SHA512SUMS",
            "https://a.org:8080/b%20c/sha256sums.txt",
            "https://a.org:8080/b%20c/sha256sum.txt",
            "https://a.org:8080/b%20c/d%2Fe.iso.sha256sum",
            "https://a.org:8080/b%20c/d%2Fe.iso.sha1",
            "https://a.org:8080/b%20c/d%2Fe.iso.md5",
            "https://a.org:8080/b%20c/MD5SUMS",
            "https://a.org:8080/b%20c/SHASUMS256.txt",
            "https://a.org:8080/b%20c/checksums.txt",
        ]
    );
}

#[test]
fn the_smaller_the_file_the_fewer_places_are_asked() {
    let first = [
        "http://a.org/b.sha256",
        "http://a.org/SHA256SUMS",
        "http://a.org/b.sha512",
        "http://a.org/SHA512SUMS",
    ];
    assert_eq!(places("http://a.org/b", MIDDLING), first);
    assert_eq!(places("http://a.org/b", SMALL + 1), first);
    assert!(places("http://a.org/b", SMALL).is_empty());
}

#[test]
fn a_list_counts_for_what_its_name_promises() {
    let url = Url::parse("http://a.org/a%20b.iso").unwrap();
    let [of_file, of_folder, ..] = &manifests_for(&url, GIB)[..] else { panic!("there are more") };
    assert_eq!((of_file.name(), of_folder.name()), ("a b.iso.sha256".into(), "SHA256SUMS".into()));
    for place in [of_file, of_folder] {
        assert_eq!(found_by(place, &format!("{SHA_256} *a b.iso"), "a b.iso"), sha_256());
        assert_eq!(found_by(place, &format!("{MD5} *a b.iso"), "a b.iso"), None);
    }
    assert_eq!(found_by(of_file, SHA_256, "a b.iso"), sha_256());
    assert_eq!(found_by(of_folder, SHA_256, "a b.iso"), None);
}

#[test]
fn what_is_no_file_on_the_web_or_a_list_itself_has_no_list() {
    for url in [
        "https://a.org/",
        "https://a.org/b/",
        "ftp://a.org/b.iso",
        "file:///b.iso",
        "data:,a",
        "https://a.org/b.iso.SHA256",
        "https://a.org/sha256sums",
        "https://a.org/b.md5",
        "https://a.org/b.iso?token=secret",
        "https://a.org/b.mp4",
        "https://a.org/b.JPG",
    ] {
        assert!(places(url, GIB).is_empty(), "{url}");
    }
}

proptest! {
    #[test]
    fn any_list_gives_whole_checksums(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        text in "([0-9a-f]{32}|[0-9a-f]{64}|SHA256 \\(|MD5\\(|\\) ?= ?|[ *\\\\\r\n\tab.()]|-----BEGIN PGP SIGNED MESSAGE-----\n|\u{feff})*",
        name in "[ab.\\\\ ]{0,3}",
    ) {
        for list in [&bytes[..], text.as_bytes()] {
            let found = anywhere(name.is_empty()).checksum_for(list, &name);
            prop_assert!(found.is_none_or(|checksum| checksum.check().is_ok()));
        }
    }

    #[test]
    fn what_sha256sum_writes_is_read(name in "[^\\pC/]{1,30}", hex in "[0-9a-f]{64}") {
        prop_assume!(name.trim() == name && !name.starts_with(['*', '-']));
        let line = if name.contains('\\') {
            format!("\\{hex}  {}\n", name.replace('\\', "\\\\"))
        } else {
            format!("{hex}  {name}\n")
        };
        let found = checksum_for(format!("{line}{OTHER}  another file\n").as_bytes(), &name);
        prop_assert_eq!(found.map(|checksum| checksum.hex), Some(hex));
    }

    #[test]
    fn every_place_is_in_the_files_folder(path in "[a-z0-9%./*?#;:@ ä]{0,30}") {
        let Ok(url) = Url::parse(&format!("https://user:secret@a.org/x/{path}")) else { return Ok(()) };
        let folder = url.path().rsplit_once('/').map(|(folder, _)| folder.to_owned());
        for Place { url: place, .. } in manifests_for(&url, GIB) {
            prop_assert_eq!(place.origin(), url.origin());
            prop_assert_eq!(place.path().rsplit_once('/').map(|(folder, _)| folder.to_owned()), folder.clone());
            prop_assert!(place.query().is_none() && place.fragment().is_none());
        }
    }
}
