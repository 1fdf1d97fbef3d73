//! Bytes that are text, in a charset that they name or not.
//!
//! Servers older than UTF-8 send names in the charset of their country. Which one that is shows in the bytes, and where
//! they are too few, in the domain that they come from.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, WINDOWS_1252};
use url::{Host, Url};

/// The text of bytes that name no charset: UTF-8 if they are, else the likeliest for what `url` sends. Western if that is
/// no text: a few accents are soon taken for signs of the country.
pub(super) fn guess(bytes: &[u8], url: &Url) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(top_level(url).as_deref().map(str::as_bytes), Utf8Detection::Deny);
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    let likely = text.filter(|text| !text.contains(is_private));
    likely.unwrap_or_else(|| WINDOWS_1252.decode_without_bom_handling(bytes).0).into_owned()
}

/// Means something to one vendor only.
fn is_private(c: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&c)
}

/// The text of bytes in the charset of this name, or of one of its aliases on the web; none if there is no such charset
/// or they break its rules.
pub(super) fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    let encoding = Encoding::for_label_no_replacement(label.as_bytes())?;
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}

/// The last label of the host's name: that of a country says much of the charset. The detector takes no other form than
/// this; a URL of a scheme that nobody knows may have a host of any form.
fn top_level(url: &Url) -> Option<String> {
    let Some(Host::Domain(domain)) = url.host() else { return None };
    let label = domain.trim_end_matches('.').rsplit('.').next()?.to_ascii_lowercase();
    label.is_ascii().then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(host: &str) -> Url {
        Url::parse(&format!("https://{host}/")).unwrap()
    }

    fn encoded(charset: &str, text: &str) -> Vec<u8> {
        let (bytes, _, lossy) = Encoding::for_label(charset.as_bytes()).unwrap().encode(text);
        assert!(!lossy, "{text} cannot be written in {charset}");
        bytes.into_owned()
    }

    #[test]
    fn names_in_the_charset_of_a_country_are_read() {
        let table = [
            ("utf-8", "a.org", "naïve 日本.zip"),
            ("iso-8859-1", "a.org", "foo-ä.html"),
            ("iso-8859-1", "a.de", "Übergrößenträger.pdf"),
            ("windows-1252", "a.fr", "l’été à 5 €.pdf"),
            ("windows-1252", "a.jp", "Größe.pdf"),
            ("windows-1252", "a.cn", "50°.txt"),
            ("windows-1250", "a.cz", "Příliš žluťoučký kůň.zip"),
            ("windows-1251", "a.ru", "Отчёт за год.doc"),
            ("windows-1251", "a.org", "Отчёт за год.doc"),
            ("koi8-r", "a.ru", "Отчёт за год.doc"),
            ("windows-1253", "a.gr", "Ελληνικά.pdf"),
            ("windows-1254", "a.tr", "Türkçe şarkı ığdır.mp3"),
            ("shift_jis", "a.jp", "日本語のファイル名.zip"),
            ("shift_jis", "a.org", "日本語のファイル名.zip"),
            ("shift_jis", "a.jp", "表ソ能.zip"),
            ("euc-jp", "a.jp", "日本語のファイル名.zip"),
            ("gbk", "a.cn", "中文文件名.zip"),
            ("gbk", "a.org", "中文文件名.zip"),
            ("big5", "a.tw", "繁體中文檔案.zip"),
            ("euc-kr", "a.kr", "한국어 파일.zip"),
            ("euc-kr", "a.org", "한국어 파일.zip"),
        ];
        for (charset, host, name) in table {
            assert_eq!(guess(&encoded(charset, name), &at(host)), name, "{charset} from {host}");
        }
    }

    #[test]
    fn a_charset_goes_by_any_of_its_names() {
        assert_eq!(decode("UTF8", "ä".as_bytes()).as_deref(), Some("ä"));
        for label in ["iso-8859-1", "Latin1", "iso88591", " windows-1252 "] {
            assert_eq!(decode(label, b"\xe4 \x80").as_deref(), Some("ä €"), "{label}");
        }
        assert_eq!(decode("ksc5601", &encoded("euc-kr", "예술")).as_deref(), Some("예술"));
        assert_eq!(decode("sjis", &encoded("shift_jis", "表")).as_deref(), Some("表"));
    }

    #[test]
    fn what_breaks_its_charset_is_no_text() {
        assert_eq!(decode("utf-8", b"\xff"), None);
        assert_eq!(decode("shift_jis", b"\x81"), None);
        assert_eq!(decode("klingon", b"a"), None);
        assert_eq!(decode("hz-gb-2312", b"a"), None);
        assert_eq!(decode("", b"a"), None);
    }

    #[test]
    fn hosts_of_any_form_are_borne() {
        for url in
            ["x://HOST.EXAMPLE/", "x://h%C3%A4/", "https://a.org./", "https://[::1]/", "data:,", "x://..."]
        {
            assert_eq!(guess(b"\xe4.zip", &Url::parse(url).unwrap()), "ä.zip", "{url}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_text(bytes in prop::collection::vec(any::<u8>(), 0..80), label in "[a-z0-9-]{0,12}") {
            for host in ["a.org", "a.jp", "a.xn--p1ai"] {
                prop_assert!(bytes.is_empty() || !guess(&bytes, &at(host)).is_empty());
            }
            decode(&label, &bytes);
        }
    }
}
