//! Lists of downloads as other programs keep them. Nothing of them is asked for: it is what could be downloaded.

pub mod ab_download_manager;
pub mod aria2;

use std::path::{Component, Path, PathBuf};

use crate::checksum::Checksum;
use crate::download::{NewDownload, Options, parse_url};
use crate::duplicate::WhenDuplicate;
use crate::paste;

/// One download that a list names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    pub url: String,
    /// Its file, maybe with folders before it.
    pub out: Option<PathBuf>,
    pub dir: Option<PathBuf>,
    /// As `name: value`.
    pub headers: Vec<String>,
    pub checksum: Option<Checksum>,
    pub mirrors: Vec<String>,
    pub connections: Option<u32>,
    /// It was not to go on by itself.
    pub paused: bool,
    /// That program may have some of it in its folder.
    pub begun: bool,
}

impl Entry {
    /// The same, to be fetched by Haul; `folder` is where that program puts what has no folder of its own. None: Haul cannot
    /// follow its address. What Haul would refuse of the rest is left out.
    pub fn into_download(self, folder: Option<&Path>) -> Option<NewDownload> {
        let follows = |url: &String| parse_url(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
        if !follows(&self.url) {
            return None;
        }
        let dir = self.dir.as_deref().or(folder).filter(|dir| dir.is_absolute());
        let (below, name) = self.out.as_deref().map_or((None, None), split);
        let folder = dir.map(|dir| below.map_or(dir.to_owned(), |below| dir.join(below)));
        let options = Options {
            name,
            headers: self.headers.iter().filter_map(|text| paste::header(text)).collect(),
            connections: self.connections,
            checksum: self.checksum,
            mirrors: self.mirrors.into_iter().filter(follows).collect(),
            begun_in: folder.clone().filter(|_| self.begun),
            ..Options::default()
        };
        options.check().ok()?;
        let when_duplicate = WhenDuplicate::Ask;
        Some(NewDownload {
            folder,
            paused: self.paused,
            when_duplicate,
            options,
            ..NewDownload::of(self.url)
        })
    }
}

/// The folders before a file's name, if they lead down, and its name.
fn split(out: &Path) -> (Option<&Path>, Option<String>) {
    let name = out.file_name().map(|name| name.to_string_lossy().into_owned());
    let leads_down = |below: &&Path| below.components().all(|part| matches!(part, Component::Normal(_)));
    (out.parent().filter(leads_down), name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn download(list: &str) -> Option<NewDownload> {
        aria2::parse(list).entries.remove(0).into_download(Some(Path::new("/home/ada/aria2")))
    }

    #[test]
    fn a_download_of_another_program_keeps_its_place_its_name_and_what_it_asks_with() {
        let found = download(
            "https://a.org/1\thttps://b.org/1\tmagnet:?xt=1\n dir=/srv\n out=iso/one.iso\n pause=true\n referer=https://a.org/\n \
             header=Range: bytes=1-\n",
        )
        .unwrap();
        assert_eq!(found.folder.as_deref(), Some(Path::new("/srv/iso")));
        assert_eq!(found.options.name.as_deref(), Some("one.iso"));
        assert_eq!(found.options.mirrors, ["https://b.org/1"]);
        // Which bytes are asked for is Haul's business.
        assert_eq!(found.options.headers, [("Referer".to_owned(), "https://a.org/".to_owned())]);
        assert!(found.paused);
    }

    #[test]
    fn what_a_program_has_of_it_is_where_that_program_puts_it() {
        let begun_in = |list| download(list).unwrap().options.begun_in;
        assert_eq!(begun_in("https://a.org/1\n gid=1\n"), Some("/home/ada/aria2".into()));
        assert_eq!(begun_in("https://a.org/1\n gid=1\n dir=/srv\n out=b/c"), Some("/srv/b".into()));
        assert_eq!(begun_in("https://a.org/1\n gid=1\n dir=here"), None, "where that is only it knows");
        assert_eq!(begun_in("https://a.org/1\n dir=/srv"), None, "a person wrote this list");
    }

    #[test]
    fn one_without_a_folder_goes_where_that_program_puts_them_and_none_leads_out_of_it() {
        let folder = |list| download(list).unwrap().folder.unwrap();
        assert_eq!(folder("https://a.org/1"), Path::new("/home/ada/aria2"));
        assert_eq!(folder("https://a.org/1\n out=../../etc/passwd"), Path::new("/home/ada/aria2"));
        assert_eq!(folder("https://a.org/1\n out=/etc/passwd"), Path::new("/home/ada/aria2"));
        assert_eq!(
            download("https://a.org/1\n dir=here").unwrap().folder,
            None,
            "where that is only it knows"
        );
    }

    #[test]
    fn what_haul_cannot_follow_is_left_where_it_is() {
        for list in ["magnet:?xt=urn:btih:1", "ftp://a.org/1", "/home/ada/a.torrent", "https://"] {
            assert_eq!(download(list), None, "{list}");
        }
    }
}
