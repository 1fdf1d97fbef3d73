//! What would become of links that somebody may want to add: asked of the same kinds, rules and disk as when they are added.

use haul_core::download::{host_of, parse_url};
use haul_core::rules::{Facts, Sorter};
use haul_core::settings::WhenNameTaken;
use haul_core::week::{TimeZone, date_of};
use haul_core::{
    Candidate, Outlook, Placed, QueueId, QueueSettings, Resource, Said, Settings, Wanted, filename,
};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

use super::Engine;
use crate::EngineError;
use crate::clock::now;
use crate::files::blocking;
use crate::transfer::landing::{self, Landing};

/// A disk that takes longer says nothing.
const LOOK_WITHIN: Duration = Duration::from_secs(2);

impl Engine {
    /// What would become of each of `wanted`, if they were added together now: their kinds, folders and names. None for one
    /// that would be turned away.
    pub async fn foresee(&self, wanted: &[Wanted]) -> Result<Vec<Option<Outlook>>, EngineError> {
        let settings = self.shared.settings.borrow().clone();
        let queues = self.shared.store.queues().await?;
        let replacing = match settings.when_name_taken {
            WhenNameTaken::Number => BTreeSet::new(),
            WhenNameTaken::Replace => self.not_listed(wanted).await?,
        };
        let foresight = Foresight {
            sorter: Sorter::of(&settings),
            settings,
            queues,
            date: date_of(now(), &TimeZone::system()),
        };
        let seen: Vec<Option<(Outlook, Landing)>> = wanted
            .iter()
            .zip(0..)
            .map(|(wanted, index)| {
                let url = parse_url(&wanted.url).ok()?;
                self.shared.protocols.claim(&url).ok()?;
                Some(foresight.of(wanted, &url, replacing.contains(&index)))
            })
            .collect();
        let are_in = seen.iter().map(Option::is_some).collect::<Vec<_>>();
        let (mut outlooks, landings): (Vec<Outlook>, Vec<Landing>) = seen.into_iter().flatten().unzip();
        let targets: Vec<PathBuf> = landings.iter().map(|one| one.folder.join(&one.name)).collect();
        let promised = self.shared.store.promised(&targets).await?;
        let looking = blocking(move || Ok(landing::look(&landings, promised)));
        match timeout(LOOK_WITHIN, looking).await {
            Ok(Ok(found)) => {
                for (outlook, (name, place)) in outlooks.iter_mut().zip(found) {
                    (outlook.name, outlook.place) = (name, place);
                }
            }
            Ok(Err(_)) | Err(_) => outlooks.iter_mut().for_each(|outlook| outlook.place = Placed::Unknown),
        }
        let mut outlooks = outlooks.into_iter();
        Ok(are_in.into_iter().map(|is_in| if is_in { outlooks.next() } else { None }).collect())
    }

    /// The places of those whose links are not on the list: what is fetched once more gets a number.
    async fn not_listed(&self, wanted: &[Wanted]) -> Result<BTreeSet<u32>, EngineError> {
        let candidate = |wanted: &Wanted| Candidate {
            url: wanted.url.clone(),
            folder: None,
            name: None,
            size: None,
            validator: None,
        };
        let candidates: Vec<Candidate> = wanted.iter().map(candidate).collect();
        let listed = self.shared.store.duplicates(&candidates, &PathBuf::new()).await?;
        Ok((0..).zip(wanted).map(|(index, _)| index).filter(|index| !listed.contains_key(index)).collect())
    }
}

/// What decides where downloads go.
struct Foresight {
    settings: Arc<Settings>,
    sorter: Sorter,
    queues: Vec<(QueueId, QueueSettings)>,
    date: (i16, i8),
}

impl Foresight {
    fn of(&self, wanted: &Wanted, url: &url::Url, replaces: bool) -> (Outlook, Landing) {
        let host = host_of(url.as_str());
        let named = wanted.name.clone().or_else(|| filename::from_url(url)).unwrap_or_default();
        let name = filename::safe(&named);
        let said = wanted.answer.as_ref();
        let facts = Facts {
            url: url.as_str(),
            host: &host,
            name: &name,
            kind: "",
            referrer: wanted.referrer.as_deref(),
            answered: said.is_some(),
            content_type: said.and_then(|said| said.content_type.as_deref()),
            size: said.and_then(|said| said.size),
        };
        let sorted = self.sorter.sort(facts, wanted.kind.as_deref());
        let of_rules = || sorted.then.queue.map(QueueId).filter(|queue| self.settings_of(*queue).is_some());
        let queue = wanted.queue.or_else(of_rules).unwrap_or_default();
        let base = self.settings_of(queue).and_then(|queue| queue.folder.clone());
        let base = base.unwrap_or_else(|| self.settings.folder.clone());
        let folder =
            wanted.folder.clone().unwrap_or_else(|| self.sorter.folder(&sorted, &base, &host, self.date));
        let landing = Landing {
            url: url.to_string(),
            folder: folder.clone(),
            name: name.clone(),
            resource: said.map(resource_of),
            replaces,
        };
        (Outlook { kind: sorted.kind, folder, queue, name, place: Placed::Free }, landing)
    }

    fn settings_of(&self, queue: QueueId) -> Option<&QueueSettings> {
        self.queues.iter().find(|(id, _)| *id == queue).map(|(_, settings)| settings)
    }
}

fn resource_of(said: &Said) -> Resource {
    Resource {
        size: said.size,
        validator: said.validator.clone(),
        content_type: said.content_type.clone(),
        ..Resource::default()
    }
}
