//! What was found out about lists of checksums, so that the next file of a folder or a host needs no request for it.
//!
//! A list is read once for its folder, and a host where files have none is left alone: thousands of files from it cost a few
//! requests and not a few each. What was read from a server that one download alone trusts, or with what a person sends, is
//! not among that, and nothing of it is for such a download.

use bytes::Bytes;
use haul_core::manifest::Place;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::time::Instant;
use url::Url;

/// How long it counts: folders get new files, and lists.
const KEPT_FOR: Duration = Duration::from_secs(3600);
const MAX_FOLDERS: usize = 16;
const MAX_HOSTS: usize = 1000;
/// A longer list is read again for the next file.
const MAX_KEPT: usize = 128 << 10;
/// Searches in a row without a result, after which a host is asked no more.
const IN_VAIN: u32 = 4;

/// Shared by all transfers of one engine.
#[derive(Debug, Clone, Default)]
pub struct Lists(Arc<Mutex<Known>>);

#[derive(Debug, Default)]
struct Known {
    /// The newest at the end.
    folders: VecDeque<(Url, Instant, Shared)>,
    /// How many searches there were since the last that found something, and when the last was.
    in_vain: HashMap<String, (u32, Instant)>,
}

/// Whoever holds it reads what is missing: others of the same folder wait, and find it there.
type Shared = Arc<tokio::sync::Mutex<Folder>>;

/// What is known of one folder.
#[derive(Debug, Default)]
pub struct Folder {
    /// The lists of all its files; none where there is none.
    lists: HashMap<Url, Option<Bytes>>,
    /// The place that named a file last, by its number.
    pub best: Option<usize>,
}

impl Folder {
    /// What lies there, if that is known.
    pub fn known(&self, place: &Place) -> Option<Option<Bytes>> {
        self.lists.get(&place.url).cloned()
    }

    pub fn keep(&mut self, place: &Place, text: &Option<Bytes>) {
        if place.of_folder && text.as_ref().is_none_or(|text| text.len() <= MAX_KEPT) {
            self.lists.insert(place.url.clone(), text.clone());
        }
    }
}

impl Lists {
    /// What is known of the folder of the file at `url`, read by anybody.
    pub fn folder(&self, url: &Url) -> Shared {
        // An address that cannot be joined to has no folder; it is its own then.
        let folder = url.join(".").unwrap_or_else(|_| url.clone());
        let mut known = self.known();
        known.folders.retain(|(_, begun, _)| begun.elapsed() < KEPT_FOR);
        if let Some((.., shared)) = known.folders.iter().find(|(of, ..)| *of == folder) {
            return shared.clone();
        }
        if known.folders.len() == MAX_FOLDERS {
            known.folders.pop_front();
        }
        let shared = Shared::default();
        known.folders.push_back((folder, Instant::now(), shared.clone()));
        shared
    }

    /// Lists may be others now.
    pub fn forget(&self) {
        self.known().folders.clear();
    }

    /// Whether `host` had no list for any of the last files.
    pub fn has_none(&self, host: &str) -> bool {
        let known = self.known();
        known.in_vain.get(host).is_some_and(|(count, at)| *count >= IN_VAIN && at.elapsed() < KEPT_FOR)
    }

    /// A search at `host`, which is in vain until something else is said.
    pub fn search(&self, host: String) -> Search {
        Search { lists: self.clone(), host, found: false }
    }

    fn note(&self, host: &str, found: bool) {
        let mut known = self.known();
        if found {
            known.in_vain.remove(host);
            return;
        }
        if known.in_vain.len() >= MAX_HOSTS {
            known.in_vain.retain(|_, (_, at)| at.elapsed() < KEPT_FOR);
        }
        if known.in_vain.len() < MAX_HOSTS || known.in_vain.contains_key(host) {
            let (count, at) = known.in_vain.entry(host.to_owned()).or_insert((0, Instant::now()));
            *count = if at.elapsed() < KEPT_FOR { count.saturating_add(1) } else { 1 };
            *at = Instant::now();
        }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One search at a host. However it ends, also when nobody waits for it any more, it counts.
#[derive(Debug)]
pub struct Search {
    lists: Lists,
    host: String,
    found: bool,
}

impl Search {
    pub fn succeeded(&mut self) {
        self.found = true;
    }
}

impl Drop for Search {
    fn drop(&mut self) {
        self.lists.note(&self.host, self.found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use haul_core::manifest::manifests_for;

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn a_host_without_lists_is_left_alone_for_a_while() {
        let lists = Lists::default();
        for _ in 0..IN_VAIN {
            assert!(!lists.has_none("a:80"));
            drop(lists.search("a:80".into()));
        }
        assert!(lists.has_none("a:80") && !lists.has_none("b:80"));
        tokio::time::sleep(KEPT_FOR).await;
        assert!(!lists.has_none("a:80"));
        for _ in 0..IN_VAIN - 1 {
            drop(lists.search("a:80".into()));
        }
        lists.search("a:80".into()).succeeded();
        drop(lists.search("a:80".into()));
        assert!(!lists.has_none("a:80"));
    }

    #[tokio::test(start_paused = true)]
    async fn a_list_of_a_folder_is_known_for_its_other_files() {
        let lists = Lists::default();
        let places = manifests_for(&url("http://a/b/c.iso"), 1 << 30);
        let [of_file, of_folder] =
            [false, true].map(|kind| places.iter().find(|place| place.of_folder == kind).unwrap());
        let text = Some(Bytes::from_static(b"text"));
        {
            let folder = lists.folder(&url("http://a/b/c.iso"));
            let mut folder = folder.lock().await;
            folder.keep(of_file, &text);
            folder.keep(of_folder, &text);
        }
        let folder = lists.folder(&url("http://a/b/d.iso"));
        assert_eq!(folder.lock().await.known(of_folder), Some(text.clone()));
        assert_eq!(folder.lock().await.known(of_file), None);
        let long = Some(Bytes::from(vec![0; MAX_KEPT + 1]));
        let other = lists.folder(&url("http://a/d.iso"));
        other.lock().await.keep(of_folder, &long);
        assert_eq!(other.lock().await.known(of_folder), None);
        tokio::time::sleep(KEPT_FOR).await;
        let later = lists.folder(&url("http://a/b/d.iso"));
        assert_eq!(later.lock().await.known(of_folder), None);
        for number in 0..2 * MAX_FOLDERS {
            lists.folder(&url(&format!("http://a/{number}/c.iso")));
        }
        assert_eq!(lists.known().folders.len(), MAX_FOLDERS);
    }
}
