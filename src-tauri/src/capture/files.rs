//! Files with links in them, as text; and what is said of those that have none.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use tokio::io::AsyncReadExt;

use crate::line::{Captured, CapturedFile, UnreadFile, WhyUnread};

/// The largest file that is read for links.
const LARGEST: u64 = 10 * 1024 * 1024;
/// Files of one folder that are read.
const MOST_OF_FOLDER: usize = 100;
/// Kinds of file that are lists of links: of a folder only these are read.
const LISTS: [&str; 10] =
    ["txt", "csv", "htm", "html", "url", "webloc", "desktop", "metalink", "meta4", "list"];

/// What these files hold; of folders, what the lists in them do.
pub(super) async fn read(paths: Vec<PathBuf>) -> Captured {
    let mut captured = Captured::default();
    for path in paths {
        let read = if tokio::fs::metadata(&path).await.is_ok_and(|found| found.is_dir()) {
            read_folder(&path, &mut captured).await
        } else {
            read_into(&path, &mut captured).await;
            Ok(())
        };
        if let Err(error) = read {
            tracing::warn!(folder = %path.display(), %error, "the folder cannot be read");
            captured.unread.push(UnreadFile { name: name_of(&path), why: WhyUnread::Failed });
        }
    }
    captured
}

async fn read_folder(folder: &Path, captured: &mut Captured) -> io::Result<()> {
    let mut entries = tokio::fs::read_dir(folder).await?;
    let mut lists = Vec::new();
    while let Some(entry) = entries.next_entry().await? {
        let path = entry.path();
        if lists.len() < MOST_OF_FOLDER && is_kind(&path, &LISTS) {
            lists.push(path);
        }
    }
    if lists.is_empty() {
        captured.unread.push(UnreadFile { name: name_of(folder), why: WhyUnread::NoText });
    }
    lists.sort();
    for list in lists {
        read_into(&list, captured).await;
    }
    Ok(())
}

async fn read_into(path: &Path, captured: &mut Captured) {
    let name = name_of(path);
    match text_of(path).await {
        Ok(Ok(text)) => captured.files.push(CapturedFile { name, text }),
        Ok(Err(why)) => captured.unread.push(UnreadFile { name, why }),
        Err(error) => {
            tracing::warn!(file = %path.display(), %error, "the file cannot be read");
            captured.unread.push(UnreadFile { name, why: WhyUnread::Failed });
        }
    }
}

async fn text_of(file: &Path) -> io::Result<Result<String, WhyUnread>> {
    if is_kind(file, &["torrent"]) {
        return Ok(Err(WhyUnread::Torrent));
    }
    // Reading a pipe would fail or never end, and so might opening it.
    let found = tokio::fs::metadata(file).await?;
    if !found.is_file() {
        return Ok(Err(WhyUnread::NoText));
    }
    if found.len() > LARGEST {
        return Ok(Err(WhyUnread::TooLarge));
    }
    let mut bytes = Vec::new();
    tokio::fs::File::open(file).await?.take(LARGEST).read_to_end(&mut bytes).await?;
    Ok(decode(&bytes).ok_or(WhyUnread::NoText))
}

fn name_of(path: &Path) -> String {
    path.file_name().map(OsStr::to_string_lossy).unwrap_or_default().into_owned()
}

fn is_kind(path: &Path, kinds: &[&str]) -> bool {
    path.extension().is_some_and(|kind| kinds.iter().any(|known| kind.eq_ignore_ascii_case(known)))
}

/// UTF-8 or, as Windows writes some, UTF-16 with its mark. None if it is no text.
fn decode(bytes: &[u8]) -> Option<String> {
    let utf16 = |units: &[u8], read: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = units.as_chunks().0.iter().map(|pair| read(*pair)).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => Some(utf16(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Some(utf16(rest, u16::from_be_bytes)),
        _ if bytes.contains(&0) => None,
        _ => Some(String::from_utf8_lossy(bytes).into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_told_from_what_is_none() {
        assert_eq!(decode(b"http://a/b").as_deref(), Some("http://a/b"));
        assert_eq!(decode(b"\xff\xfea\0b\0").as_deref(), Some("ab"));
        assert_eq!(decode(b"\xfe\xff\0a\0b").as_deref(), Some("ab"));
        assert_eq!(decode(b"\x7fELF\0\0"), None);
        assert_eq!(decode(b"caf\xe9 http://a/b").as_deref(), Some("caf\u{fffd} http://a/b"));
    }

    #[tokio::test]
    async fn lists_are_read_and_of_all_else_is_said_why_not() {
        let folder = std::env::temp_dir().join(format!("haul-capture-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("lists")).unwrap();
        let file = |name: &str, bytes: &[u8]| {
            std::fs::write(folder.join(name), bytes).unwrap();
            folder.join(name)
        };
        let paths = vec![
            file("a.torrent", b"d8:announce"),
            file("a.bin", b"\0\0"),
            file("a.txt", b"http://a/b"),
            folder.join("gone.txt"),
            folder.join("lists"),
        ];
        file("lists/b.webloc", b"<plist>");
        file("lists/film.mkv", b"no list");
        let captured = read(paths).await;
        std::fs::remove_dir_all(&folder).unwrap();
        let files: Vec<&str> = captured.files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(files, ["a.txt", "b.webloc"]);
        let whys: Vec<WhyUnread> = captured.unread.iter().map(|file| file.why).collect();
        assert_eq!(whys, [WhyUnread::Torrent, WhyUnread::NoText, WhyUnread::Failed]);
    }
}
