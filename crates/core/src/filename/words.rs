//! The encoded words of mail, `=?UTF-8?B?…?=`, which some servers put into file names too. RFC 2047.

use super::charset;
use crate::encoding::from_base64;

/// A word, not yet text: the next may hold the rest of its last character.
struct Word<'a> {
    charset: &'a str,
    bytes: Vec<u8>,
}

/// The text with its words decoded; none if there is none, or one that cannot be read. Blanks between two words are no
/// part of the text (§6.2).
pub(super) fn decode(text: &str) -> Option<String> {
    let mut decoded = String::new();
    let mut open: Option<Word<'_>> = None;
    let mut rest = text;
    while let Some(start) = rest.find("=?") {
        let (between, at_word) = rest.split_at(start);
        let (word, after) = word(at_word)?;
        rest = after;
        let Some(previous) = &mut open else {
            decoded.push_str(between);
            open = Some(word);
            continue;
        };
        let follows = between.trim().is_empty();
        if follows && previous.charset.eq_ignore_ascii_case(word.charset) {
            previous.bytes.extend(word.bytes);
            continue;
        }
        decoded.push_str(&previous.text()?);
        if !follows {
            decoded.push_str(between);
        }
        *previous = word;
    }
    decoded.push_str(&open?.text()?);
    decoded.push_str(rest);
    Some(decoded)
}

impl Word<'_> {
    fn text(&self) -> Option<String> {
        charset::decode(self.charset, &self.bytes)
    }
}

/// The word that `text` begins with, and what follows it.
fn word(text: &str) -> Option<(Word<'_>, &str)> {
    let mut parts = text.strip_prefix("=?")?.splitn(3, '?');
    let (charset, encoding) = (parts.next()?, parts.next()?);
    let (encoded, after) = parts.next()?.split_once("?=")?;
    let bytes = match encoding {
        "B" | "b" => from_base64(encoded)?,
        "Q" | "q" => quoted(encoded)?,
        _ => return None,
    };
    // A language may follow the charset: RFC 2231 §5.
    let charset = charset.split('*').next().unwrap_or_default();
    Some((Word { charset, bytes }, after))
}

/// §4.2: `=E4` is a byte, `_` is a blank.
fn quoted(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'_' => b' ',
            b'=' => digit(rest.next()?)? << 4 | digit(rest.next()?)?,
            byte => byte,
        });
    }
    Some(bytes)
}

fn digit(byte: u8) -> Option<u8> {
    let value = char::from(byte).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::to_base64;
    use proptest::prelude::*;

    #[test]
    fn words_are_decoded() {
        let table = [
            ("=?UTF-8?B?ZsO8ci56aXA=?=", "für.zip"),
            ("=?utf-8?b?ZsO8ci56aXA?=", "für.zip"),
            ("=?utf-8?Q?f=C3=BCr_5=25.zip?=", "für 5%.zip"),
            ("=?iso-8859-1?q?foo-=e4.html?=", "foo-ä.html"),
            ("=?utf-8*de?Q?f=C3=BCr?=", "für"),
            ("=?EUC-JP?Q?=B7=DD=BD=D13=2Epng?=", "芸術3.png"),
            ("=?eUc-Kr?b?v7m8+iAzLnBuZw==?=", "예술 3.png"),
            ("=?iso-2022-jp?B?GyRCRnxLXBsoQi56aXA=?=", "日本.zip"),
            ("a =?utf-8?Q?=C3=A4?= b", "a ä b"),
        ];
        for (text, expected) in table {
            assert_eq!(decode(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn words_that_follow_each_other_are_one_text() {
        let table = [
            ("=?utf-8?Q?f=C3=BCr_?= =?utf-8?q?dich.zip?=", "für dich.zip"),
            ("=?utf-8?Q?a?=\r\n\t=?utf-8?Q?b?==?utf-8?Q?c?=", "abc"),
            // One character in two words, as encoders that count bytes write it.
            ("=?utf-8?B?5pc=?= =?UTF-8?B?peacrA==?=.zip", "日本.zip"),
            ("=?windows-1252?Q?caf=E9?=  =?iso-8859-7?b?4eI=?= .png", "caféαβ .png"),
            ("=?utf-8?Q?a?= or =?utf-8?Q?b?=", "a or b"),
        ];
        for (text, expected) in table {
            assert_eq!(decode(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_word_stays_as_it_is() {
        for text in [
            "",
            "plain.zip",
            "=?",
            "=?utf-8",
            "=?utf-8?Q?open",
            "=?utf-8?X?a?=",
            "=?utf-8?B?%?=",
            "=?utf-8?B?a?=",
            "=?utf-8?Q?=C3?=",
            "=?utf-8?Q?caf=EG?=",
            "=?utf-8?Q?caf=E?=",
            "=?klingon?Q?a?=",
            "=?utf-8?Q?a?= =?broken",
        ] {
            assert_eq!(decode(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_borne(text in "(=\\?(utf-8|gbk|x)?\\?[QBx]?\\?|\\?=|[=?a-f0-9_ ]|\\PC)*") {
            decode(&text);
        }

        #[test]
        fn what_was_encoded_comes_back(text in "\\PC{1,40}", cut in 0..40usize) {
            let (first, second) = text.as_bytes().split_at(cut.min(text.len()));
            let word = |bytes| format!("=?utf-8?B?{}?=", to_base64(bytes));
            prop_assert_eq!(decode(&format!("{} {}", word(first), word(second))), Some(text));
        }
    }
}
