//! Text as a search sees it: whoever types `uber 13` means `Über-13.ISO` as well.

use icu_normalizer::DecomposingNormalizerBorrowed;

/// `text` in lower case, without accents, and in one form where Unicode has several (a full-width `Ａ` is an `a`).
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let apart = DecomposingNormalizerBorrowed::new_nfkd().normalize(text);
    let mut folded = String::with_capacity(apart.len());
    for char in apart.chars().filter(|char| !is_accent(*char)).flat_map(char::to_lowercase) {
        match char {
            'ß' => folded.push_str("ss"),
            // What lower case is made of may be an accent again: `İ`.
            char if is_accent(char) => {}
            char => folded.push(char),
        }
    }
    folded
}

/// The words of a search, folded. All of them must occur.
pub fn words(search: &str) -> Vec<String> {
    search.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect()
}

/// The blocks of marks that go on top of letters of several scripts. Those of one script mean something in it.
fn is_accent(char: char) -> bool {
    matches!(
        char,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_forms_do_not_count() {
        for (text, folded) in [
            ("Debian-13.ISO", "debian-13.iso"),
            ("Übersicht", "ubersicht"),
            ("U\u{308}bersicht", "ubersicht"),
            ("STRASSE straße", "strasse strasse"),
            ("ＦＵＬＬ１３", "full13"),
            ("İstanbul", "istanbul"),
            ("ΑΘΉΝΑ", "αθηνα"),
            ("Ёлка", "елка"),
            ("电影 2026", "电影 2026"),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn what_is_typed_with_or_without_an_accent_finds_the_same() {
        assert_eq!(fold("한글"), fold("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}"));
        assert!(fold("ガイド").contains(&fold("ガ")));
        assert_eq!(words("  Über\t13 \u{301} "), ["uber", "13"]);
    }
}
