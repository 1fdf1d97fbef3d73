//! What other download managers of this person have not finished, where they keep their lists by default. They are only read.

use haul_core::NewDownload;
use haul_core::lists::{ab_download_manager, aria2};
use serde::Serialize;
use std::collections::HashSet;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// No list is so long; nor does anybody want more at once.
const LONGEST: u64 = 16 << 20;
const MOST: usize = 10_000;

/// The downloads of one program that Haul could bring over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Elsewhere {
    /// As it calls itself.
    pub program: String,
    pub downloads: Vec<NewDownload>,
}

/// A person's folders.
pub(crate) struct Folders {
    pub home: PathBuf,
    pub config: PathBuf,
    pub cache: PathBuf,
}

impl Folders {
    /// None: nobody knows where they are.
    pub fn of_this_person() -> Option<Folders> {
        use etcetera::BaseStrategy as _;
        let system = etcetera::choose_base_strategy().ok()?;
        Some(Folders {
            home: system.home_dir().to_owned(),
            config: system.config_dir(),
            cache: system.cache_dir(),
        })
    }
}

/// Every program that has something unfinished. Waits for the disk.
pub(crate) fn find(folders: &Folders) -> Vec<Elsewhere> {
    let found = [
        ("aria2", of_aria2(folders)),
        ("Motrix", of_motrix(folders)),
        ("AB Download Manager", of_ab_download_manager(folders)),
    ];
    let found = found.map(|(program, downloads)| Elsewhere { program: program.to_owned(), downloads });
    found.into_iter().filter(|found| !found.downloads.is_empty()).collect()
}

/// Its session is where its configuration says, or where its users are told to put it.
fn of_aria2(Folders { home, config, cache }: &Folders) -> Vec<NewDownload> {
    let places = [config.join("aria2"), home.join(".aria2"), cache.join("aria2")];
    let configuration = places.iter().find_map(|place| read(&place.join("aria2.conf"))).unwrap_or_default();
    let said = |key: &str| value_of(&configuration, key).map(|path| expand(path, home));
    let folder = said("dir");
    let said = ["save-session", "input-file"].into_iter().filter_map(said);
    let usual = places.iter().flat_map(|place| ["aria2.session", "session"].map(|name| place.join(name)));
    of_sessions(said.chain(usual), folder.as_deref())
}

fn of_motrix(Folders { home, config, .. }: &Folders) -> Vec<NewDownload> {
    let places = [config.clone(), home.join("Library/Application Support")];
    of_sessions(places.map(|place| place.join("Motrix/download.session")), None)
}

/// What is in several of them counts once.
fn of_sessions(files: impl IntoIterator<Item = PathBuf>, folder: Option<&Path>) -> Vec<NewDownload> {
    let mut known = HashSet::new();
    let lists = files.into_iter().filter_map(|file| read(&file));
    let entries = lists.flat_map(|text| aria2::parse(&text).entries);
    let new = entries.filter(|entry| known.insert((entry.url.clone(), entry.dir.clone(), entry.out.clone())));
    new.filter_map(|entry| entry.into_download(folder)).take(MOST).collect()
}

fn of_ab_download_manager(Folders { home, .. }: &Folders) -> Vec<NewDownload> {
    let Ok(files) = home.join(".abdm/config/download_db/downloadlist").read_dir() else { return Vec::new() };
    let mut files: Vec<PathBuf> =
        files.flatten().map(|file| file.path()).filter(|path| number(path).is_some()).collect();
    files.sort_by_key(|path| number(path));
    let entries = files.iter().filter_map(|file| ab_download_manager::parse(&read(file)?));
    entries.filter_map(|entry| entry.into_download(None)).take(MOST).collect()
}

/// Under which that program keeps a download: they count up.
fn number(path: &Path) -> Option<u64> {
    let is_json = path.extension().is_some_and(|extension| extension == "json");
    path.file_stem().filter(|_| is_json)?.to_str()?.parse().ok()
}

/// None: it is not there, nobody may read it, or it is no list.
fn read(path: &Path) -> Option<String> {
    // Of a pipe nobody knows when it ends.
    let file = path.metadata().ok().filter(std::fs::Metadata::is_file).and_then(|_| File::open(path).ok())?;
    let mut text = String::new();
    let count = file.take(LONGEST + 1).read_to_string(&mut text).ok()?;
    (count as u64 <= LONGEST).then_some(text)
}

fn value_of<'a>(configuration: &'a str, key: &str) -> Option<&'a str> {
    let mut options = configuration.lines().filter_map(|line| line.split_once('='));
    options.find(|(name, _)| name.trim() == key).map(|(_, value)| value.trim())
}

/// As aria2 does in paths.
fn expand(path: &str, home: &Path) -> PathBuf {
    match path.strip_prefix("${HOME}").or_else(|| path.strip_prefix('~')) {
        Some(below) => home.join(below.trim_start_matches('/')),
        None => PathBuf::from(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Person(tempfile::TempDir);

    impl Person {
        fn new() -> Person {
            Person(tempfile::tempdir().unwrap())
        }

        fn has(&self, path: &str, text: &str) {
            let path = self.0.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }

        fn found(&self) -> Vec<(String, Vec<String>)> {
            let home = self.0.path().to_owned();
            let folders = Folders { config: home.join(".config"), cache: home.join(".cache"), home };
            let urls = |found: Vec<NewDownload>| found.into_iter().map(|found| found.url).collect();
            find(&folders).into_iter().map(|found| (found.program, urls(found.downloads))).collect()
        }
    }

    fn of(program: &str, urls: &[&str]) -> (String, Vec<String>) {
        (program.to_owned(), urls.iter().map(|url| (*url).to_owned()).collect())
    }

    #[test]
    fn what_is_unfinished_is_found_where_its_program_keeps_it() {
        let person = Person::new();
        assert_eq!(person.found(), []);
        person.has(
            ".config/aria2/aria2.conf",
            "# mine\ndir=${HOME}/Downloads\nsave-session=${HOME}/lists/aria2\n",
        );
        person.has("lists/aria2", "https://a.org/1\n gid=1\nmagnet:?xt=1\n");
        person.has(".aria2/aria2.session", "https://a.org/1\nhttps://a.org/2\n");
        person.has(".config/Motrix/download.session", "https://m.org/1\n dir=/srv\n");
        let item = |url: &str, status: &str| {
            format!(r#"{{"link":"{url}","folder":"/srv","name":"a","id":1,"status":"{status}"}}"#)
        };
        person.has(".abdm/config/download_db/downloadlist/10.json", &item("https://b.org/10", "Paused"));
        person.has(".abdm/config/download_db/downloadlist/2.json", &item("https://b.org/2", "Error"));
        person.has(".abdm/config/download_db/downloadlist/3.json", &item("https://b.org/3", "Completed"));
        person.has(".abdm/config/download_db/downloadlist/last_id.txt", "10");
        assert_eq!(
            person.found(),
            [
                of("aria2", &["https://a.org/1", "https://a.org/2"]),
                of("Motrix", &["https://m.org/1"]),
                of("AB Download Manager", &["https://b.org/2", "https://b.org/10"]),
            ]
        );
    }

    #[test]
    fn what_is_no_list_is_none() {
        let person = Person::new();
        person.has(".aria2/aria2.session", "\0\u{1}nonsense");
        person.has(".config/Motrix/download.session/folder", "");
        person.has(".abdm/config/download_db/downloadlist/1.json", "[");
        assert_eq!(person.found(), []);
    }
}
