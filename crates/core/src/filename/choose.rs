//! Which of the names that offer themselves a file gets, and what a name tells of its content.

use percent_encoding::percent_decode_str;
use url::Url;

use super::{FALLBACK, charset, disposition, safe_if_any, showable, split_extension};
use crate::http;

/// Characters of a name that is told of though it is not taken.
const MAX_SHOWN: usize = 255;

/// The name that the last part of the path shows; none if there is no path.
pub fn from_url(url: &Url) -> Option<String> {
    let segment = url.path_segments()?.rfind(|segment| !segment.is_empty())?;
    let bytes: Vec<u8> = percent_decode_str(segment).collect();
    disposition::last_component(&charset::guess(&bytes, url))
}

/// The safe name for a download: what the person wants as it is; else what the server says, else what the URL shows,
/// with an extension by its type if it has none.
pub fn choose(
    wanted: Option<&str>,
    disposition: Option<&[u8]>,
    final_url: &Url,
    content_type: Option<&str>,
) -> String {
    if let Some(wanted) = wanted.and_then(safe_if_any) {
        return wanted;
    }
    let told = || {
        let name = disposition.and_then(|header| disposition::from_content_disposition(header, final_url))?;
        safe_if_any(&name)
    };
    let shown = || from_url(final_url).and_then(|name| safe_if_any(&name));
    let name = told().or_else(shown).unwrap_or_else(|| FALLBACK.to_owned());
    let extension = content_type.and_then(extension_of);
    match extension {
        // Made safe again: a long name must give way to the extension.
        Some(extension) if !has_extension(&name) => super::safe(&format!("{name}.{extension}")),
        Some(_) | None => name,
    }
}

/// What the server, else the URL, calls the file, where [`choose`] cannot take it as it is: as it can be shown, and at most as
/// long as a name.
pub fn refused(disposition: Option<&[u8]>, final_url: &Url) -> Option<String> {
    let told = disposition.and_then(|header| disposition::from_content_disposition(header, final_url));
    let name = told.or_else(|| from_url(final_url))?;
    let shown = showable(&name);
    let is_taken = safe_if_any(&name).is_some_and(|safe| safe == shown);
    (!is_taken).then(|| shown.chars().take(MAX_SHOWN).collect())
}

/// Whether a name ends in something like `.zip`; the `.2` of a version is none.
fn has_extension(name: &str) -> bool {
    split_extension(name).1.bytes().any(|b| b.is_ascii_alphabetic())
}

/// The extension that files of this type have everywhere. Types that servers give to anything
/// (`application/octet-stream`, `text/plain`) are left out on purpose.
fn extension_of(content_type: &str) -> Option<&'static str> {
    let essence = http::essence(content_type).to_ascii_lowercase();
    TYPES.iter().find(|(name, _)| *name == essence).map(|(_, extension)| *extension)
}

#[rustfmt::skip]
const TYPES: &[(&str, &str)] = &[
    ("application/epub+zip", "epub"), ("application/gzip", "gz"), ("application/json", "json"),
    ("application/msword", "doc"), ("application/pdf", "pdf"), ("application/vnd.android.package-archive", "apk"),
    ("application/vnd.debian.binary-package", "deb"), ("application/vnd.ms-excel", "xls"),
    ("application/vnd.ms-powerpoint", "ppt"), ("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ("application/vnd.oasis.opendocument.text", "odt"),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ("application/vnd.rar", "rar"), ("application/x-7z-compressed", "7z"), ("application/x-bittorrent", "torrent"),
    ("application/x-bzip2", "bz2"), ("application/x-gzip", "gz"), ("application/x-iso9660-image", "iso"),
    ("application/x-rar-compressed", "rar"), ("application/x-rpm", "rpm"), ("application/x-tar", "tar"),
    ("application/x-xz", "xz"), ("application/x-zip-compressed", "zip"), ("application/xhtml+xml", "xhtml"),
    ("application/xml", "xml"), ("application/zip", "zip"), ("application/zstd", "zst"),
    ("audio/aac", "aac"), ("audio/flac", "flac"), ("audio/mp4", "m4a"), ("audio/mpeg", "mp3"), ("audio/ogg", "ogg"),
    ("audio/opus", "opus"), ("audio/wav", "wav"), ("audio/x-wav", "wav"),
    ("image/avif", "avif"), ("image/bmp", "bmp"), ("image/gif", "gif"), ("image/heic", "heic"), ("image/jpeg", "jpg"),
    ("image/png", "png"), ("image/svg+xml", "svg"), ("image/tiff", "tif"), ("image/webp", "webp"),
    ("text/csv", "csv"), ("text/html", "html"), ("text/xml", "xml"),
    ("video/mp4", "mp4"), ("video/mpeg", "mpg"), ("video/ogg", "ogv"), ("video/quicktime", "mov"), ("video/webm", "webm"),
    ("video/x-matroska", "mkv"), ("video/x-msvideo", "avi"),
];

/// Archives that the type list does not know.
const FURTHER_BINARY: [&str; 10] =
    ["zst", "lz", "lz4", "tzst", "txz", "tlz", "appimage", "flatpak", "part", "whl"];
/// What a server runs rather than sends: such a name says nothing of the answer.
const PROGRAMS: [&str; 16] = [
    "action", "ashx", "asp", "aspx", "axd", "cfm", "cgi", "dll", "do", "fcgi", "jsf", "jsp", "jspx", "php",
    "phtml", "pl",
];

/// Whether a file of this name is surely no text and no web page; so that a page that comes instead can be told.
pub fn is_binary_name(name: &str) -> bool {
    let extension =
        name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    if FURTHER_BINARY.contains(&extension.as_str()) {
        return true;
    }
    // php3 … php8
    let program = extension.trim_end_matches(|c: char| c.is_ascii_digit());
    if PROGRAMS.contains(&program) {
        return false;
    }
    let types = mime_guess::from_ext(&extension);
    let is_page = |kind: &str| kind.starts_with("text/") || kind.contains("html") || kind.contains("php");
    !types.is_empty() && !types.iter_raw().any(is_page)
}

/// Whether a file of this name is there to be looked at or listened to.
pub fn is_media_name(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let kinds = mime_guess::from_ext(extension);
    kinds.first().is_some_and(|kind| matches!(kind.type_().as_str(), "image" | "audio" | "video"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    #[test]
    fn a_name_that_is_not_taken_is_told_as_it_can_be_shown() {
        let at = url("https://a.org/b.zip");
        let told = |header: &str| refused(Some(header.as_bytes()), &at);
        assert_eq!(told("attachment; filename=\"a.zip\""), None);
        assert_eq!(
            told("attachment; filename*=UTF-8''a%CC%88.zip"),
            None,
            "it only is written in another form"
        );
        assert_eq!(told("attachment; filename*=UTF-8''fine%E2%80%8B.zip"), None, "what nobody sees");
        assert_eq!(told("attachment; filename*=UTF-8''12%3A30.zip").as_deref(), Some("12:30.zip"));
        assert_eq!(told("attachment; filename=CON.txt").as_deref(), Some("CON.txt"));
        assert_eq!(told("attachment; filename=\".bashrc\"").as_deref(), Some(".bashrc"));
        assert_eq!(
            told(&format!("attachment; filename={}", "a".repeat(400))).map(|name| name.len()),
            Some(255)
        );
        assert_eq!(refused(None, &at), None);
        assert_eq!(refused(None, &url("https://a.org/%3F.zip")).as_deref(), Some("?.zip"));
        assert_eq!(refused(None, &url("https://a.org/")), None);
    }

    #[test]
    fn urls_show_names() {
        let table = [
            ("https://a.org/b/c.zip?d=e#f", Some("c.zip")),
            ("https://a.org/b/", Some("b")),
            ("https://a.org", None),
            ("https://a.org//", None),
            ("https://a.org/%C3%A4%20b.zip", Some("ä b.zip")),
            ("https://a.org/%E4.zip", Some("ä.zip")),
            ("https://a.org/a%2Fb.zip", Some("b.zip")),
            ("https://a.org/..%2f..%2fetc%2fpasswd", Some("passwd")),
            ("https://a.org/100%.zip", Some("100%.zip")),
        ];
        for (text, expected) in table {
            assert_eq!(from_url(&url(text)).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn the_persons_wish_wins_then_the_server_then_the_url() {
        let at = url("https://a.org/url.bin");
        let told = Some(&b"attachment; filename=told.bin"[..]);
        assert_eq!(choose(Some("my name"), told, &at, Some("image/png")), "my name");
        assert_eq!(choose(Some(".."), told, &at, None), "told.bin");
        assert_eq!(choose(None, told, &at, Some("image/png")), "told.bin");
        assert_eq!(choose(None, Some(b"attachment; filename=.."), &at, None), "url.bin");
        assert_eq!(choose(None, None, &at, None), "url.bin");
        assert_eq!(choose(None, None, &url("https://a.org/"), None), "download");
    }

    #[test]
    fn a_bare_name_gets_the_extension_of_its_type() {
        let named = |name: &str, kind| choose(None, None, &url(&format!("https://a.org/{name}")), Some(kind));
        assert_eq!(named("photo", "image/jpeg"), "photo.jpg");
        assert_eq!(named("v1.2", "Application/ZIP; x=y"), "v1.2.zip");
        assert_eq!(named("", "text/html"), "download.html");
        assert_eq!(named("photo.png", "image/jpeg"), "photo.png");
        assert_eq!(named("LICENSE", "text/plain"), "LICENSE");
        assert_eq!(named("blob", "application/octet-stream"), "blob");
        let long = named(&"x".repeat(300), "application/zip");
        assert!(long.ends_with("x.zip") && long.len() == super::super::MAX_BYTES);
    }

    #[test]
    fn names_tell_files_from_pages() {
        for name in ["a.zip", "a.ISO", "a.tar.zst", "a.exe", "a.mp4", "a.pdf", "a.deb", "a.jpg", "a.AppImage"]
        {
            assert!(is_binary_name(name), "{name}");
        }
        for name in [
            "", "a", "a.", "a.html", "a.htm", "a.xhtml", "a.txt", "a.php", "a.php5", "a.aspx", "a.jsp",
            "a.1", "a.css",
        ] {
            assert!(!is_binary_name(name), "{name}");
        }
    }
}
