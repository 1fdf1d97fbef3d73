//! What kind of file a download is of: a film, a document, a program. A kind is what the list is filtered by and, if somebody
//! wants that, the folder that a file goes to.
//!
//! Which kinds there are is a setting: the usual ones to begin with, changed and added to by the person. The first that fits
//! counts, those that name sites before those that fit everywhere, and a name says more than a content type, because
//! servers are careless with the latter.

use serde::{Deserialize, Serialize};
use std::path::Path;

use crate::DownloadId;
use crate::glob::{Glob, Globs};
use crate::rules::folder;
use crate::settings::MAX_CONNECTIONS;
use crate::tag;

/// The kind of what fits no other. It is always there.
pub const OTHER: &str = "other";

/// Kinds that there can be.
pub const MOST_KINDS: usize = 64;

/// Characters of a name at most.
const MAX_NAME: usize = 100;

/// One kind, and what is usual for files of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", default)]
pub struct Kind {
    /// Names it for good: lower-case letters, digits and hyphens. The window has words for the usual ones.
    pub id: String,
    /// What the person calls it; none: one of the usual ones, by its own name.
    pub name: Option<String>,
    /// Endings of file names, lower-case and without the dot in front: `zip`, `tar.gz`.
    pub extensions: Vec<String>,
    /// Content types: `image/png`, `image/*`.
    pub content_types: Vec<String>,
    /// Only what comes from one of these hosts: `example.org`, `*.example.org`; empty: from any.
    pub hosts: Vec<String>,
    /// Where its files go if folders are by kind: a folder in the download folder or an absolute one, see
    /// [`crate::rules::folder`]; none: the download folder itself.
    pub folder: Option<String>,
    /// The queue for its downloads; none: the usual one.
    pub queue: Option<u32>,
    /// Connections for each; none: as in the settings.
    pub connections: Option<u32>,
    /// Tags that its downloads get.
    pub tags: Vec<String>,
}

impl Kind {
    /// The first part that cannot be, by its name on the wire.
    pub fn fault(&self) -> Option<&'static str> {
        let is_id = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let is_bad = |patterns: &[String]| patterns.iter().any(|pattern| Glob::new(pattern).is_none());
        let is_no_ending = |text: &String| text.is_empty() || text.starts_with('.') || text.contains('/');
        let is_no_name = |name: &String| name.trim().is_empty() || name.chars().count() > MAX_NAME;
        match self {
            _ if self.id.is_empty() || self.id.len() > MAX_NAME || !self.id.bytes().all(is_id) => Some("id"),
            _ if self.name.as_ref().is_some_and(is_no_name) => Some("name"),
            _ if self.extensions.iter().any(is_no_ending) => Some("extensions"),
            _ if is_bad(&self.content_types) => Some("contentTypes"),
            _ if is_bad(&self.hosts) => Some("hosts"),
            _ if self.folder.as_deref().is_some_and(|folder| !folder::is_good(folder)) => Some("folder"),
            _ if self.connections.is_some_and(|count| !(1..=MAX_CONNECTIONS).contains(&count)) => {
                Some("connections")
            }
            _ if self.tags.iter().any(|text| tag::tag(text).is_none()) => Some("tags"),
            _ => None,
        }
    }
}

/// Downloads that somebody says are of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct KindEdit {
    pub ids: Vec<DownloadId>,
    /// The id of one; none: what they are by themselves.
    pub kind: Option<String>,
}

/// The kinds that there are at first.
pub fn usual() -> Vec<Kind> {
    USUAL.iter().map(Usual::kind).collect()
}

/// A kind as it stands here.
struct Usual {
    id: &'static str,
    folder: &'static str,
    extensions: &'static str,
    content_types: &'static str,
}

impl Usual {
    fn kind(&self) -> Kind {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        Kind {
            id: self.id.to_owned(),
            extensions: words(self.extensions),
            content_types: words(self.content_types),
            folder: (self.id != OTHER).then(|| self.folder.to_owned()),
            ..Kind::default()
        }
    }
}

const USUAL: [Usual; 8] = [
    Usual {
        id: "video",
        folder: "Video",
        extensions: "3g2 3gp asf avi divx f4v flv m2ts m4v mkv mov mp4 mpeg mpg mts ogm ogv rm rmvb ts vob webm wmv",
        content_types: "video/*",
    },
    Usual {
        id: "audio",
        folder: "Audio",
        extensions: "aac aif aiff amr ape dsf flac m4a m4b mid midi mka mp2 mp3 mpc oga ogg opus ra wav weba wma wv",
        content_types: "audio/*",
    },
    Usual {
        id: "image",
        folder: "Images",
        extensions: "ai apng arw avif bmp cr2 cr3 dng eps gif heic heif ico jfif jpeg jpg jxl nef orf png ppm psd \
                     raf raw svg svgz tga tif tiff webp xcf",
        content_types: "image/*",
    },
    Usual {
        id: "document",
        folder: "Documents",
        extensions: "azw3 csv djvu doc docm docx dotx epub fb2 htm html ics key log md mobi numbers odg odp ods odt \
                     pages pdf pot potx pps ppsx ppt pptm pptx ps rtf tex txt vcf xls xlsm xlsx xml xps",
        content_types: "application/pdf application/epub+zip application/msword application/rtf text/* \
                        application/vnd.oasis.opendocument.* application/vnd.openxmlformats-officedocument.* \
                        application/vnd.ms-excel application/vnd.ms-powerpoint application/postscript",
    },
    Usual {
        id: "archive",
        folder: "Archives",
        extensions: "001 7z ace arj br bz2 cab cbr cbz cpio gz lha lz lz4 lzh lzma lzo r00 rar tar tbz2 tgz txz war \
                     xz z z01 zip zipx zst",
        content_types: "application/zip application/gzip application/zstd application/vnd.rar application/x-tar \
                        application/x-7z-compressed application/x-bzip* application/x-gzip application/x-rar* \
                        application/x-xz application/x-zip*",
    },
    Usual {
        id: "program",
        folder: "Programs",
        extensions: "apk apkm appimage appx appxbundle bat cmd com crx deb exe flatpak flatpakref ipa jar msi msix \
                     msixbundle msp msu pkg ps1 rpm run sh snap vsix whl xapk xpi",
        content_types: "application/vnd.debian.binary-package application/x-rpm application/x-msdownload \
                        application/x-msdos-program application/x-msi application/vnd.android.package-archive \
                        application/vnd.microsoft.portable-executable application/java-archive \
                        application/vnd.appimage application/x-executable application/x-sh",
    },
    Usual {
        id: "disk-image",
        folder: "Disk images",
        extensions: "bin cue dmg ima img iso mdf mds nrg ova ovf qcow2 udf vdi vhd vhdx vmdk wim",
        content_types: "application/x-iso9660-image application/x-apple-diskimage application/x-raw-disk-image \
                        application/vnd.efi.iso application/vnd.efi.img application/x-cd-image",
    },
    Usual { id: OTHER, folder: "", extensions: "", content_types: "" },
];

/// What is known of a file, from which its kind follows.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'a> {
    /// Without port.
    pub host: &'a str,
    pub name: &'a str,
    pub content_type: Option<&'a str>,
}

/// All kinds, ready to be asked.
#[derive(Debug, Clone, Default)]
pub struct Kinds {
    kinds: Vec<Ready>,
}

#[derive(Debug, Clone)]
struct Ready {
    kind: Kind,
    hosts: Globs,
    content_types: Globs,
}

impl Kinds {
    /// Of `kinds` as they are set. A pattern that is none fits nothing.
    pub fn of(kinds: &[Kind]) -> Self {
        let mut kinds: Vec<Ready> = kinds.iter().map(Ready::of).collect();
        // Stable: else in the person's order.
        kinds.sort_by_key(|ready| ready.kind.hosts.is_empty());
        Self { kinds }
    }

    /// The id of the kind of what is `known`.
    pub fn kind_of(&self, known: Known<'_>) -> &str {
        let here = || self.kinds.iter().filter(|ready| ready.is_from(known.host));
        let by_name = here().find(|ready| ready.is_named(known.name));
        let typed =
            || known.content_type.and_then(|content_type| here().find(|ready| ready.is_of(content_type)));
        by_name.or_else(typed).map_or(OTHER, |ready| &ready.kind.id)
    }

    pub fn get(&self, id: &str) -> Option<&Kind> {
        self.kinds.iter().map(|ready| &ready.kind).find(|kind| kind.id == id)
    }
}

impl Ready {
    fn of(kind: &Kind) -> Self {
        let (hosts, content_types) = (Globs::of(&kind.hosts), Globs::of(&kind.content_types));
        Self { kind: kind.clone(), hosts, content_types }
    }

    fn is_from(&self, host: &str) -> bool {
        self.kind.hosts.is_empty() || self.hosts.fit(host)
    }

    fn is_named(&self, name: &str) -> bool {
        let of_any_name = self.kind.extensions.is_empty() && self.kind.content_types.is_empty();
        let by_host_alone = of_any_name && !self.kind.hosts.is_empty();
        by_host_alone || has_extension(name, &self.kind.extensions)
    }

    fn is_of(&self, content_type: &str) -> bool {
        let essence = content_type.split(';').next().unwrap_or_default().trim();
        // What servers say when they do not know.
        essence != "application/octet-stream" && self.content_types.fit(essence)
    }
}

/// Whether `name` ends in one of `extensions`, in any case.
pub fn has_extension(name: &str, extensions: &[String]) -> bool {
    let ends_in = |extension: &String| {
        let at = name.len().checked_sub(extension.len());
        let at = at.filter(|at| *at > 0 && name.is_char_boundary(*at));
        at.is_some_and(|at| name[..at].ends_with('.') && name[at..].eq_ignore_ascii_case(extension))
    };
    extensions.iter().any(ends_in)
}

/// The extension of `name`, lower-case; none if it has none.
pub fn extension_of(name: &str) -> Option<String> {
    Some(Path::new(name).extension()?.to_str()?.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, content_type: Option<&str>) -> String {
        Kinds::of(&usual()).kind_of(Known { host: "a.org", name, content_type }).to_owned()
    }

    #[test]
    fn a_name_says_what_kind_a_file_is() {
        for (name, kind) in [
            ("film.MKV", "video"),
            ("song.flac", "audio"),
            ("photo.2026.jpeg", "image"),
            ("report.pdf", "document"),
            ("linux-7.1.tar.xz", "archive"),
            ("setup.exe", "program"),
            ("debian-13.iso", "disk-image"),
            ("model.gguf", OTHER),
            ("README", OTHER),
            ("zip", OTHER),
            (".zip", OTHER),
            ("ä.zip", "archive"),
        ] {
            let kind = if name == ".zip" { "archive" } else { kind };
            assert_eq!(of(name, None), kind, "{name}");
        }
    }

    #[test]
    fn a_content_type_says_it_where_the_name_does_not() {
        assert_eq!(of("watch", Some("video/mp4")), "video");
        assert_eq!(of("watch", Some("Application/PDF; charset=binary")), "document");
        assert_eq!(of("report.pdf", Some("text/html")), "document");
        assert_eq!(of("film.mkv", Some("application/octet-stream")), "video");
        assert_eq!(of("watch", Some("application/octet-stream")), OTHER);
        assert_eq!(of("watch", Some("application/vnd.oasis.opendocument.text")), "document");
    }

    #[test]
    fn a_kind_of_the_persons_own_may_be_of_a_site() {
        let work = Kind { id: "work".into(), hosts: vec!["*.work.example".into()], ..Kind::default() };
        let talks = Kind {
            id: "talks".into(),
            hosts: vec!["media.example".into()],
            extensions: vec!["mp4".into()],
            ..Kind::default()
        };
        let mut kinds = usual();
        kinds.extend([work, talks]);
        let kinds = Kinds::of(&kinds);
        let of = |host, name| kinds.kind_of(Known { host, name, content_type: None });
        assert_eq!(of("files.work.example", "report.pdf"), "work");
        assert_eq!(of("other.example", "report.pdf"), "document");
        assert_eq!(of("media.example", "a.mp4"), "talks");
        assert_eq!(of("media.example", "a.pdf"), "document");
    }

    #[test]
    fn each_usual_extension_is_of_one_kind() {
        let mut seen = std::collections::HashMap::new();
        for kind in usual() {
            for extension in &kind.extensions {
                assert_eq!(seen.insert(extension.clone(), kind.id.clone()), None, "{extension}");
                assert_eq!(*extension, extension.to_ascii_lowercase());
            }
        }
    }
}
