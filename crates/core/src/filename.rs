//! A name for the file: from what the person wants, the server says or the URL shows, made safe to store anywhere.
//!
//! Names come from strangers. Whatever bytes they hold, [`safe`] makes exactly one visible path component of them that
//! Linux, macOS and Windows can store, so nothing else in Haul has to ask what a name may do.

mod charset;
mod choose;
mod danger;
mod disposition;
mod part;
mod words;

pub use choose::{choose, from_url, is_binary_name, is_media_name, refused};
pub use danger::{hides_its_kind, is_executable, may_open_unasked};
pub use disposition::from_content_disposition;
pub use part::PartName;

use icu_normalizer::ComposingNormalizerBorrowed;

/// 255 bytes are what file systems take; this leaves room for ` (999)`, `.part` and a dot in front.
pub const MAX_BYTES: usize = 240;
/// What a file is called that nobody gave a usable name.
const FALLBACK: &str = "download";
/// Longer ones are no extension but a sentence with a dot in it.
const MAX_EXTENSION: usize = 16;

/// Makes one visible, portable path component of any text. Doing it again changes nothing.
pub fn safe(name: &str) -> String {
    safe_if_any(name).unwrap_or_else(|| FALLBACK.to_owned())
}

/// As [`safe`]; none if nothing of the name can be shown.
fn safe_if_any(name: &str) -> Option<String> {
    let name = visible(name);
    let inner = name.trim_matches([' ', '.']);
    if inner.is_empty() {
        return None;
    }
    // A dot in front hides a file, a tilde behind makes it a backup, which many lists leave out, and a tilde in front is
    // somebody's home to a shell.
    let name = if name.trim_start().starts_with('.') {
        format!("_{inner}")
    } else if let Some(rest) = inner.strip_prefix('~') {
        format!("_{rest}")
    } else {
        inner.to_owned()
    };
    let name = match name.strip_suffix('~') {
        Some(rest) => format!("{rest}_"),
        None => name,
    };
    // Cut before, as that may leave the name of a device, and after, as the name may have become longer.
    Some(cut(&unreserved(&cut(&name))))
}

/// What of a name can be seen, in the one form that looks like this: macOS takes both forms of `ä` for one name, Linux
/// and Windows take them for two.
fn visible(name: &str) -> String {
    let normal = ComposingNormalizerBorrowed::new_nfc();
    let stored: String = name.chars().filter_map(storable).collect();
    let mut shown = String::with_capacity(stored.len());
    for c in normal.normalize(&stored).chars() {
        // Behind ASCII, and behind itself, a joiner shapes nothing: `exe` with one inside only looks like `exe`.
        let shapes = || shown.chars().next_back().is_some_and(|before| !before.is_ascii() && before != c);
        if !is_joiner(c) || shapes() {
            shown.push(c);
        }
    }
    normal.normalize(&shown).into_owned()
}

/// A name that is not taken, as it can be shown: with what cannot be stored, and without what cannot be seen.
fn showable(name: &str) -> String {
    let seen: String = name.chars().filter(|c| storable(*c).is_some()).collect();
    ComposingNormalizerBorrowed::new_nfc().normalize(&seen).into_owned()
}

/// The character as it may be stored; none if it would be invisible or change how the name reads.
fn storable(c: char) -> Option<char> {
    match c {
        '/' | '\\' | '<' | '>' | ':' | '"' | '|' | '?' | '*' => Some('_'),
        c if c.is_whitespace() => Some(' '),
        c if c.is_control() || is_invisible(c) || is_noncharacter(c) => None,
        c => Some(c),
    }
}

/// Draws nothing by itself but shapes its neighbours in many scripts: kept inside a name.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// Draws nothing, or turns the direction of what follows so that `exe.txt` may be a program. Unicode's
/// `Default_Ignorable_Code_Point` and `Bidi_Control`, less the joiners.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Will never mean anything, so some file systems refuse it.
fn is_noncharacter(c: char) -> bool {
    u32::from(c) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c)
}

/// Windows gives these names to devices, whatever extension follows and however they are written. Two more are not stored
/// as any other file: they decide how their folder looks.
fn unreserved(name: &str) -> String {
    let stem = name.split('.').next().unwrap_or_default().trim_end_matches(' ');
    let upper = stem.to_uppercase();
    let numbered = |device: &str| {
        let number = upper.strip_prefix(device).map(|rest| rest.chars().collect::<Vec<_>>());
        number.is_some_and(|number| matches!(number[..], ['0'..='9' | '¹' | '²' | '³']))
    };
    let plain = matches!(upper.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$" | "CLOCK$");
    let shapes_folder = ["desktop.ini", "thumbs.db"].iter().any(|file| name.eq_ignore_ascii_case(file));
    if plain || shapes_folder || numbered("COM") || numbered("LPT") {
        format!("{stem}_{}", &name[stem.len()..])
    } else {
        name.to_owned()
    }
}

/// Cuts the stem so that the name fits and its extension stays.
fn cut(name: &str) -> String {
    if name.len() <= MAX_BYTES {
        return name.to_owned();
    }
    let (stem, extension) = split_extension(name);
    let end = stem.floor_char_boundary(MAX_BYTES - extension.len());
    let dangling = |c| matches!(c, ' ' | '.' | '~') || is_joiner(c);
    format!("{}{extension}", stem[..end].trim_end_matches(dangling))
}

/// The stem, and the extension with its dot; `.tar.gz` and its like stay together. No extension is empty.
fn split_extension(name: &str) -> (&str, &str) {
    let Some(dot) = name.rfind('.') else { return (name, "") };
    let extension = &name[dot + 1..];
    let is_extension = (1..=MAX_EXTENSION).contains(&extension.len())
        && extension.bytes().all(|b| b.is_ascii_alphanumeric())
        && dot > 0;
    if !is_extension {
        return (name, "");
    }
    let before = &name.as_bytes()[..dot];
    let tar = before.len() > 4 && before[before.len() - 4..].eq_ignore_ascii_case(b".tar");
    name.split_at(if tar { dot - 4 } else { dot })
}

/// For what is there of an earlier version of `name`: `a (old part).tar.gz`.
pub fn old_part(name: &str) -> String {
    let (stem, extension) = split_extension(name);
    safe(&format!("{stem} (old part){extension}"))
}

/// The `n`-th name to try when `name` is taken: `a (1).tar.gz`; `name` itself for 0.
pub fn numbered(name: &str, n: u32) -> String {
    if n == 0 {
        return name.to_owned();
    }
    let (stem, extension) = split_extension(name);
    format!("{stem} ({n}){extension}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::path::{Component, Path};

    #[test]
    fn names_become_safe() {
        let table = [
            ("a.zip", "a.zip"),
            ("Ünï cödé – 日本.zip", "Ünï cödé – 日本.zip"),
            ("", "download"),
            (".", "download"),
            ("..", "download"),
            (". . .", "download"),
            (" \t\n", "download"),
            ("\u{200b}\u{200d}", "download"),
            ("../../etc/passwd", "__.._etc_passwd"),
            ("/etc/passwd", "_etc_passwd"),
            (r"C:\a\b", "C__a_b"),
            ("a\0b\u{7f}\u{85}.zip", "ab .zip"),
            ("a\r\nb", "a  b"),
            ("  a. . ", "a"),
            (".bashrc", "_bashrc"),
            ("...a", "_a"),
            ("photo\u{202e}gpj.exe", "photogpj.exe"),
            ("a<b>c:d\"e|f?g*h", "a_b_c_d_e_f_g_h"),
            ("CON", "CON_"),
            ("con.txt", "con_.txt"),
            ("con .txt", "con_ .txt"),
            ("Lpt1.tar.gz", "Lpt1_.tar.gz"),
            ("com¹", "com¹_"),
            ("com10", "com10"),
            ("console.txt", "console.txt"),
            ("COM0.txt", "COM0_.txt"),
            ("C\u{200d}ON.txt", "CON_.txt"),
            ("clock$", "clock$_"),
            ("Desktop.ini", "Desktop_.ini"),
            ("desktop.ini.zip", "desktop.ini.zip"),
            ("-rf", "-rf"),
            ("~", "_"),
            ("~root.zip", "_root.zip"),
            (".~lock.odt#", "_~lock.odt#"),
            ("a.zip~", "a.zip_"),
            ("a~b", "a~b"),
            ("a\u{308}.zip", "ä.zip"),
            ("\u{212a}\u{200d}", "K"),
            ("a.e\u{200d}x\u{fe0f}e", "a.exe"),
            ("❤\u{fe0f}\u{200d}🔥.png", "❤\u{fe0f}\u{200d}🔥.png"),
            ("a\u{ffff}\u{1fffe}\u{fdd0}b", "ab"),
            ("\u{3000}a\u{a0}b\u{2003}", "a b"),
            ("نمونه\u{200c}ها.zip", "نمونه\u{200c}ها.zip"),
        ];
        for (name, expected) in table {
            assert_eq!(safe(name), expected, "{name:?}");
        }
    }

    #[test]
    fn long_names_keep_their_extension() {
        let name = safe(&format!("{}.tar.gz", "x".repeat(300)));
        assert_eq!(name, format!("{}.tar.gz", "x".repeat(MAX_BYTES - 7)));
        let name = safe(&format!("{}.zip", "日".repeat(300)));
        assert!(
            name.ends_with("日.zip") && name.len() <= MAX_BYTES && name.len() > MAX_BYTES - 3,
            "{}",
            name.len()
        );
        assert_eq!(safe(&"x".repeat(300)).len(), MAX_BYTES);
        assert_eq!(safe(&format!("a.{}", "x".repeat(300))).len(), MAX_BYTES);
    }

    #[test]
    fn a_long_name_is_still_safe_once_cut() {
        let long = |c: &str| c.repeat(300);
        let table = [
            (format!("CON{}x.zip", long(" ")), "CON_.zip".to_owned()),
            (format!("CON.{}", long("x")), format!("CON_.{}", "x".repeat(MAX_BYTES - 5))),
            (format!("a{}.zip", long("~")), "a.zip".to_owned()),
            (format!("é{}.zip", long("\u{200c}\u{200d}")), "é.zip".to_owned()),
        ];
        for (name, expected) in table {
            assert_eq!(safe(&name), expected);
        }
    }

    #[test]
    fn a_taken_name_is_numbered_before_its_extension() {
        let table = [
            ("a.zip", 0, "a.zip"),
            ("a.zip", 1, "a (1).zip"),
            ("a.tar.gz", 2, "a (2).tar.gz"),
            ("a", 3, "a (3)"),
            ("tar.gz", 1, "tar (1).gz"),
            ("Version 1. Final draft", 1, "Version 1. Final draft (1)"),
        ];
        for (name, n, expected) in table {
            assert_eq!(numbered(name, n), expected);
        }
    }

    fn check(name: &str) {
        let components: Vec<_> = Path::new(name).components().collect();
        assert!(matches!(components[..], [Component::Normal(one)] if one == name), "{name:?}");
        assert!(numbered(name, 999).len() + "..part".len() <= 255, "{name:?}");
        assert!(!name.chars().any(|c| c.is_control() || is_invisible(c)), "{name:?}");
        assert!(!name.contains(['/', '\\', '<', '>', ':', '"', '|', '?', '*']), "{name:?}");
        assert!(!name.starts_with(['.', ' ', '~']) && !name.ends_with(['.', ' ', '~']), "{name:?}");
        assert!(ComposingNormalizerBorrowed::new_nfc().is_normalized(name), "{name:?}");
        assert_eq!(unreserved(name), name);
        assert_eq!(safe(name), name);
    }

    proptest! {
        #[test]
        fn any_bytes_give_one_safe_component(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            check(&safe(&String::from_utf8_lossy(&bytes)));
        }

        #[test]
        fn any_text_gives_one_safe_component(text in ".{0,300}") {
            check(&safe(&text));
        }

        #[test]
        fn hostile_text_gives_one_safe_component(text in "[./\\\\ :~a-c\u{202e}\u{200d}\u{fe0f}\u{308}\u{212a}\u{0}nouxlpt1CONAUX日]{0,300}") {
            check(&safe(&text));
        }
    }
}
