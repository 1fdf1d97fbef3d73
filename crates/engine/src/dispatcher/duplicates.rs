//! Links that are on the list already, or twice among those that are to be added: what is done about them is each one's wish.

use haul_core::download::parse_url;
use haul_core::{Addition, Candidate, DownloadId, NewDownload, WhenDuplicate};
use std::collections::{BTreeMap, HashMap, HashSet};

use super::Dispatcher;
use super::adding::check_headers;
use crate::EngineError;

/// Of what one of the new ones is a repetition.
pub enum Repeated {
    /// It is on the list.
    Of(DownloadId),
    /// It is one of the new ones, by its place among them.
    OfThese(usize),
}

/// Which of the new ones are repetitions, by their places.
#[derive(Default)]
pub struct Repetitions {
    pub of: HashMap<usize, Repeated>,
    /// Those of the new ones themselves.
    pub within: BTreeMap<usize, usize>,
    /// Those that are to take the place of a finished one.
    pub overwriting: HashMap<usize, DownloadId>,
    /// Those that somebody wants beside the one that is there.
    pub beside: HashSet<usize>,
}

impl Dispatcher {
    /// Those of `new` that somebody wants to be told of.
    pub(super) async fn repeated(&self, new: &[NewDownload]) -> Result<Repetitions, EngineError> {
        let mut repetitions = Repetitions::default();
        let candidates: Vec<Candidate> = new.iter().map(candidate).collect();
        let folder = self.settings.borrow().folder.clone();
        let known = self.store.duplicates(&candidates, &folder).await?;
        let mut seen: HashMap<String, usize> = HashMap::new();
        for (place, index) in (0..).zip(0..new.len()) {
            let known = known.get(&place).map(|(_, id)| *id);
            if new[index].when_duplicate == WhenDuplicate::Number {
                repetitions.beside.extend(known.map(|_| index));
                continue;
            }
            let overwrites = new[index].when_duplicate == WhenDuplicate::Overwrite;
            if let Some(id) = known.filter(|id| !overwrites || self.list.contains(*id)) {
                repetitions.of.insert(index, Repeated::Of(id));
            } else if let Ok(url) = parse_url(&new[index].url) {
                let link = url.as_str().split('#').next().unwrap_or_default().to_owned();
                let first = *seen.entry(link).or_insert(index);
                if first != index {
                    repetitions.of.insert(index, Repeated::OfThese(first));
                } else if let Some(id) = known {
                    repetitions.overwriting.insert(index, id);
                }
            }
        }
        Ok(repetitions)
    }

    /// `new` is `id`, which is on the list: lets that one go on if somebody wants that, and it is not finished.
    pub(super) async fn meet(&mut self, id: DownloadId, new: NewDownload) -> Result<Addition, EngineError> {
        if let Err(failure) = check_headers(&new.options.headers) {
            return Ok(Addition::Rejected { url: new.url, failure });
        }
        let renewed = new.when_duplicate == WhenDuplicate::UpdateLink && self.list.contains(id);
        if renewed {
            self.renew_with(id, &new.url, new.options.headers).await?;
        }
        Ok(Addition::Duplicate { url: new.url, id, renewed })
    }
}

fn candidate(new: &NewDownload) -> Candidate {
    // Names may be alike by chance: only the link counts.
    Candidate { url: new.url.clone(), folder: None, name: None, size: None, validator: None }
}

/// What is said of `repetition`, which says the same as `first`.
pub fn like(first: &Addition, repetition: &Addition) -> Addition {
    match (first, repetition) {
        (Addition::Added { id } | Addition::Duplicate { id, .. }, Addition::Duplicate { url, .. }) => {
            Addition::Duplicate { url: url.clone(), id: *id, renewed: false }
        }
        (first, _) => first.clone(),
    }
}
