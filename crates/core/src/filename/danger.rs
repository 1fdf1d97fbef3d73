//! What a name does when somebody opens the file, and whether it looks like something else.
//!
//! Questions for a warning, no more: a name keeps its extension whatever that is.

use super::safe;

/// Whether a double click runs a file of this name, on any of Windows, macOS and Linux: as a program, a script, an
/// installer, or a shortcut to one of these. It may be passed on to another machine.
pub fn is_executable(name: &str) -> bool {
    let name = safe(name);
    let Some((_, extension)) = name.rsplit_once('.') else { return false };
    let extension = extension.to_ascii_lowercase();
    // Windows opens `a.{…}` by the class that the braces name.
    let is_class = extension.starts_with('{') && extension.ends_with('}');
    let runs = |on: &[&str]| on.contains(&extension.as_str());
    is_class || runs(WINDOWS) || runs(MACOS) || runs(LINUX) || runs(ANYWHERE)
}

/// Whether a name is made to look like one of another kind: `invoice.pdf.exe`, blanks that push the extension out of
/// sight, or signs that turn its direction. The last are gone once the name is safe, so ask about what was sent.
pub fn hides_its_kind(name: &str) -> bool {
    if name.contains(turns_direction) {
        return true;
    }
    let name = safe(name);
    let Some((stem, _)) = name.rsplit_once('.') else { return false };
    let claimed = stem.trim_end().rsplit_once('.').map(|(_, claimed)| claimed.to_ascii_lowercase());
    let claims = claimed.is_some_and(|claimed| HARMLESS.contains(&claimed.as_str()));
    stem.contains(MANY_BLANKS) || claims && is_executable(&name)
}

/// Whether a file of this name may be opened without anybody having looked at it: it is of some kind, and neither runs nor
/// brings along what runs.
pub fn may_open_unasked(name: &str) -> bool {
    if is_executable(name) || hides_its_kind(name) {
        return false;
    }
    let name = safe(name);
    // What has no extension is opened by what is in it.
    let Some((_, extension)) = name.rsplit_once('.') else { return false };
    !CARRIERS.contains(&extension.to_ascii_lowercase().as_str())
}

fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// More than anybody types by mistake.
const MANY_BLANKS: &str = "    ";

/// What people open without a thought.
#[rustfmt::skip]
const HARMLESS: &[&str] = &[
    "7z", "avi", "bmp", "csv", "doc", "docx", "eml", "epub", "flac", "gif", "gz", "heic", "htm", "html", "jpeg", "jpg",
    "m4a", "m4v", "mkv", "mov", "mp3", "mp4", "mpeg", "mpg", "odp", "ods", "odt", "ogg", "pdf", "png", "ppt", "pptx",
    "rar", "rtf", "svg", "tif", "tiff", "txt", "wav", "webm", "webp", "wma", "wmv", "xls", "xlsx", "zip",
];

/// Documents with macros, pages with scripts, disks that the system mounts, and extensions of other programs.
#[rustfmt::skip]
const CARRIERS: &[&str] = &[
    "accdb", "apk", "bin", "crx", "dmg", "docm", "dotm", "htm", "html", "img", "ipa", "iso", "mdb", "mht", "mhtml", "oxt",
    "potm", "ppam", "ppsm", "pptm", "shtml", "svg", "svgz", "swf", "vhd", "vhdx", "vsix", "xht", "xhtml", "xlam", "xlsb",
    "xlsm", "xltm", "xpi",
];

#[rustfmt::skip]
const WINDOWS: &[&str] = &[
    "appinstaller", "application", "appref-ms", "appx", "appxbundle", "bat", "chm", "cmd", "com", "cpl", "diagcab",
    "exe", "gadget", "hlp", "hta", "inf", "ins", "isp", "job", "js", "jse", "library-ms", "lnk", "mam", "mda", "mde",
    "msc", "msi", "msix", "msixbundle", "msp", "mst", "pif", "ps1", "psc1", "psc2", "reg", "rgs", "scf",
    "scr", "sct", "search-ms", "searchconnector-ms", "settingcontent-ms", "shb", "shs", "theme", "themepack", "url",
    "vb", "vbe", "vbs", "website", "ws", "wsc", "wsf", "wsh", "xbap", "xll", "xnk",
];

#[rustfmt::skip]
const MACOS: &[&str] = &[
    "action", "app", "applescript", "command", "fileloc", "inetloc", "mobileconfig", "mpkg", "osx", "pkg",
    "prefpane", "saver", "scpt", "scptd", "terminal", "tool", "workflow",
];

/// Files without an extension run here too, and `.bin`, but only once somebody allows it; most of these are data.
#[rustfmt::skip]
const LINUX: &[&str] = &[
    "appimage", "bash", "csh", "deb", "desktop", "elf", "fish", "flatpak", "flatpakref", "ksh", "rpm", "run",
    "sh", "snap", "zsh",
];

#[rustfmt::skip]
const ANYWHERE: &[&str] = &["jar", "jnlp", "pl", "py", "pyc", "pyw", "pyz", "pyzw", "rb"];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn programs_scripts_installers_and_shortcuts_run() {
        for name in [
            "setup.exe",
            "SETUP.EXE",
            "a.Msi",
            "invoice.pdf.scr",
            "a.lnk",
            "a.url",
            "a.searchconnector-ms",
            "a.{00021401-0000-0000-c000-000000000046}",
            "a.command",
            "a.pkg",
            "a.sh",
            "a.desktop",
            "a.AppImage",
            "a.tar.run",
            "a.jar",
            "a.py",
        ] {
            assert!(is_executable(name), "{name}");
        }
    }

    #[test]
    fn documents_archives_and_images_of_disks_do_not_run() {
        for name in [
            "",
            "exe",
            ".exe",
            "a",
            "a.pdf",
            "a.zip",
            "a.tar.gz",
            "a.iso",
            "a.dmg",
            "a.exe.zip",
            "a.bin",
            "v1.2",
        ] {
            assert!(!is_executable(name), "{name:?}");
        }
    }

    #[test]
    fn only_what_neither_runs_nor_brings_along_what_runs_is_opened_unasked() {
        for name in ["a.pdf", "a.zip", "a.tar.gz", "a.MKV", "notes.txt", "a.docx"] {
            assert!(may_open_unasked(name), "{name}");
        }
        for name in [
            "",
            "a",
            "README",
            ".exe",
            "a.exe",
            "a.SH",
            "a.desktop",
            "a.deb",
            "a.pdf.exe",
            "a.XLSM",
            "a.iso",
            "a.bin",
            "a.html",
            "a.svg",
        ] {
            assert!(!may_open_unasked(name), "{name}");
        }
    }

    #[test]
    fn a_program_is_known_however_its_extension_is_written() {
        for name in ["a.exe.", "a.exe . ", "a.ex\u{200b}e", "a.e\u{200d}xe", "a.\u{202e}exe", "a.exe\0"] {
            assert!(is_executable(name), "{name:?}");
        }
        assert!(is_executable(&format!("{}.exe", "x".repeat(1000))));
    }

    #[test]
    fn a_program_that_looks_like_a_document_hides_its_kind() {
        for name in [
            "invoice.pdf.exe",
            "Invoice.PDF.Exe",
            "photo.jpg .scr",
            "song.mp3.lnk",
            "invoice.pdf.exe ",
            "invoice.pdf                         .exe",
            "invoice.pdf                         v.exe",
            "invoice.pdf\u{a0}\u{a0}\u{3000}\u{2003}.exe",
            "photo\u{202e}gpj.exe",
            "photo\u{2067}gpj.exe",
        ] {
            assert!(hides_its_kind(name), "{name:?}");
        }
    }

    #[test]
    fn honest_names_hide_nothing() {
        for name in [
            "",
            "a",
            "setup.exe",
            "node.js.exe",
            "a.tar.gz",
            "v1.2.exe",
            "report.pdf",
            "a.exe.pdf",
            "a.b.zip",
            "my file .exe",
        ] {
            assert!(!hides_its_kind(name), "{name:?}");
        }
    }

    proptest! {
        #[test]
        fn any_name_is_borne(name in "([. \u{202e}\u{200d}]|exe|pdf|\\PC){0,40}") {
            prop_assert_eq!(is_executable(&name), is_executable(&safe(&name)));
            prop_assert!(hides_its_kind(&name) || !hides_its_kind(&safe(&name)));
        }
    }
}
