//! Descriptions as servers write them, and as strangers might.

use super::*;
use proptest::prelude::*;

const SHA_256: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const OTHER: &str = "a948904f2f0f479b8f8197694b30184b0d2ed1c1cd2a1ec0fb85d299a192a447";
const MD5: &str = "d41d8cd98f00b204e9800998ecf8427e";

fn metalink(inner: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><metalink xmlns="urn:ietf:params:xml:ns:metalink">{inner}</metalink>"#
    )
}

fn hash(hex: &str) -> String {
    format!(r#"<hash type="sha-256">{hex}</hash>"#)
}

fn file(name: &str, inner: &str) -> String {
    format!(r#"<file name="{name}">{inner}</file>"#)
}

fn described(inner: &str) -> Option<Described> {
    describing(metalink(inner).as_bytes(), "a.iso", Some(100))
}

fn found(inner: &str) -> Vec<String> {
    let described = described(inner).unwrap_or_default();
    described.checksums.iter().map(|checksum| format!("{}={}", checksum.algorithm, checksum.hex)).collect()
}

fn mirrors(inner: &str) -> Vec<String> {
    described(&file("a.iso", inner)).unwrap_or_default().mirrors.into_iter().map(String::from).collect()
}

/// RFC 5854 §1.1, with the prefix that it could have as well, and pieces as §4.2.11 has them.
#[test]
fn a_description_is_read() {
    let text = format!(
        r#"<?xml version="1.0" encoding="utf-8"?>
        <!-- made by hand -->
        <m:metalink xmlns:m="urn:ietf:params:xml:ns:metalink">
          <m:published>2009-05-15T12:23:23Z</m:published>
          <m:file name="a.iso">
            <m:size>100</m:size>
            <m:identity>Example</m:identity>
            <m:description>An &lt;example&gt; &amp; more</m:description>
            <m:hash type="sha-256">
               {}
            </m:hash>
            <m:hash type="MD5">{MD5}</m:hash>
            <m:hash type="sha-384">00</m:hash>
            <m:pieces length="10" type="sha-256"><m:hash>{OTHER}</m:hash><m:hash type="sha-256">{OTHER}</m:hash></m:pieces>
            <m:url location="de" priority="2">ftp://ftp.example.com/a.iso</m:url>
            <m:url location="fr" priority="2">http://example.com/a.iso?b=1&amp;c=&#50;</m:url>
            <m:url priority="1"><![CDATA[https://example.org/a.iso]]></m:url>
            <m:url>http://last.example/a.iso</m:url>
            <m:metaurl mediatype="torrent" priority="1">http://example.com/a.torrent</m:metaurl>
            <m:signature mediatype="application/pgp-signature">-----BEGIN</m:signature>
          </m:file>
        </m:metalink>"#,
        SHA_256.to_uppercase()
    );
    let read = describing(text.as_bytes(), "a.iso", Some(100)).unwrap();
    assert_eq!((read.name.as_str(), read.size), ("a.iso", Some(100)));
    let checksums: Vec<&str> = read.checksums.iter().map(|checksum| checksum.hex.as_str()).collect();
    assert_eq!(checksums, [SHA_256, MD5]);
    let mirrors: Vec<&str> = read.mirrors.iter().map(Url::as_str).collect();
    assert_eq!(
        mirrors,
        ["https://example.org/a.iso", "http://example.com/a.iso?b=1&c=2", "http://last.example/a.iso"]
    );
}

#[test]
fn the_file_is_known_by_its_name_or_is_the_only_one() {
    let (ours, other) = (file("a.iso", &hash(SHA_256)), file("b.iso", &hash(OTHER)));
    let expected = [format!("sha-256={SHA_256}")];
    for inner in [
        ours.clone(),
        format!("{other}{ours}"),
        file("renamed.iso", &hash(SHA_256)),
        format!("{other}{}", file("folder/a.iso", &hash(SHA_256))),
        file("a.iso", &format!("<size> 100 </size>{}", hash(SHA_256))),
    ] {
        assert_eq!(found(&inner), expected, "{inner}");
    }
    for inner in [
        String::new(),
        other.clone() + &file("c.iso", &hash(OTHER)),
        file("x/a.iso", &hash(SHA_256)) + &file("y/a.iso", &hash(OTHER)),
        file("a.iso", &format!("<size>101</size>{}", hash(SHA_256))),
        other + &file("a.iso", &format!("<size>99</size>{}", hash(SHA_256))),
    ] {
        assert_eq!(described(&inner), None, "{inner}");
    }
    let of_unknown_size = describing(metalink(&ours).as_bytes(), "a.iso", None);
    assert!(of_unknown_size.is_some_and(|file| file.checksums.len() == 1));
}

#[test]
fn two_values_of_one_algorithm_are_none() {
    let md5 = format!(r#"<hash type="md5">{MD5}</hash>"#);
    let three = [hash(SHA_256), hash(OTHER), md5].concat();
    assert_eq!(found(&file("a.iso", &three)), [format!("md5={MD5}")]);
    assert_eq!(found(&file("a.iso", &hash(SHA_256).repeat(2))).len(), 1);
}

#[test]
fn only_mirrors_on_the_web_are_told() {
    let urls = [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ftp://a.org/a",
        "rsync://a/b",
        "a.iso",
        "",
        "http://[",
    ];
    let all: String = urls.map(|url| format!("<url>{url}</url>")).concat();
    assert!(mirrors(&all).is_empty());
    assert_eq!(mirrors(&(all + "<url priority='x'>http://a.org/a</url>")), ["http://a.org/a"]);
}

#[test]
fn what_could_grow_or_is_no_description_says_nothing() {
    let sound = file("a.iso", &hash(SHA_256));
    let table = [
        format!("<!DOCTYPE metalink [<!ENTITY a \"{SHA_256}\">]>{}", metalink(&file("a.iso", &hash("&a;")))),
        format!("<!DOCTYPE metalink SYSTEM \"file:///etc/passwd\">{}", metalink(&sound)),
        metalink(&file("a.iso", &hash("&a;"))),
        metalink(&file("&a;", &hash(SHA_256))),
        metalink(&file("a.iso", &hash("&#xD800;"))),
        metalink(&file("a.iso", &hash("abc"))),
        metalink(&file("a.iso", "<size>many</size>")),
        metalink(&sound).replace("</metalink>", ""),
        metalink(&sound).replace("</file>", ""),
        metalink(&sound).replace("metalink", "html"),
        metalink(&format!("<files>{sound}</files>")),
        metalink(&(0..MAX_FILES).map(|_| file("b", "")).chain([sound.clone()]).collect::<String>()),
        metalink(&format!("{sound}{}{}", "<a>".repeat(MAX_DEPTH), "</a>".repeat(MAX_DEPTH))),
        metalink(&file("a.iso", &format!("<url>http://a/{}</url>", "a".repeat(MAX_TEXT)))),
        "<!doctype html><title>404</title>".to_owned(),
        String::new(),
    ];
    for text in table {
        assert_eq!(describing(text.as_bytes(), "a.iso", Some(100)), None, "{text:.300}");
    }
    let latin = [metalink(&sound).as_bytes(), b"\xff"].concat();
    assert_eq!(describing(&latin, "a.iso", Some(100)), None);
}

#[test]
fn there_is_an_end_to_what_is_kept() {
    let many = "<url>http://a.org/a</url>".repeat(MAX_OF_EACH + 1) + &hash(SHA_256).repeat(MAX_OF_EACH + 1);
    assert_eq!(mirrors(&many).len(), MAX_OF_EACH);
}

proptest! {
    #[test]
    fn any_text_gives_whole_checksums_and_addresses_on_the_web(
        bytes in prop::collection::vec(any::<u8>(), 0..100),
        inner in "(<file name=\"a\">|</file>|<hash type=\"md5\">|[0-9a-f]{32}|</hash>|<size>|1|</size>|<url>|http://a|</url>|&[a#1x];|<!\\[CDATA\\[|\\]\\]>|<x/>)*",
    ) {
        for text in [&bytes[..], inner.as_bytes(), metalink(&inner).as_bytes()] {
            if let Some(file) = describing(text, "a", None) {
                prop_assert!(file.checksums.iter().all(|checksum| checksum.check().is_ok()));
                prop_assert!(file.mirrors.iter().all(|url| matches!(url.scheme(), "http" | "https")));
            }
        }
    }
}

#[test]
fn the_third_version_is_read_as_well() {
    let xml = format!(
        r#"<?xml version="1.0"?><metalink version="3.0" xmlns="http://www.metalinker.org/"><files>
          <file name="a.iso"><size>100</size>
            <verification><hash type="sha256">{SHA_256}</hash>
              <pieces length="10" type="sha256"><hash piece="0">{OTHER}</hash></pieces></verification>
            <resources maxconnections="2"><url type="ftp" preference="100">ftp://a.org/a.iso</url>
              <url type="http" preference="10">http://slow.org/a.iso</url>
              <url type="http" preference="90">http://fast.org/a.iso</url></resources></file>
          <file name="b.iso"><resources><url>https://b.org/b.iso</url></resources></file>
        </files></metalink>"#
    );
    let files = files(&xml).unwrap();
    let urls = |file: &Described| file.mirrors.iter().map(Url::as_str).collect::<Vec<_>>().join(" ");
    assert_eq!(files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["a.iso", "b.iso"]);
    assert_eq!(urls(&files[0]), "http://fast.org/a.iso http://slow.org/a.iso");
    assert_eq!((files[0].size, files[0].checksums.len()), (Some(100), 1));
    assert_eq!(files[0].checksums[0].hex, SHA_256);
    assert_eq!(urls(&files[1]), "https://b.org/b.iso");
}
