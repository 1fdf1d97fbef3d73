//! The dispatcher as it begins: the list as it was left, or what can be found again of it.

use haul_core::filename::{self, PartName};
use haul_core::host::REMEMBERED;
use haul_core::rules::Sorter;
use haul_core::{Download, DownloadId, Kinds, Notice, Options, QueueId, Rest, Settings};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{broadcast, mpsc, watch};
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout};
use tokio_util::sync::CancellationToken;

use super::counting::Counting;
use super::editing::kind_of;
use super::relocating::place::{file_of, with_file};
use super::{
    Checks, Dispatcher, List, Live, Observer, Queues, Relocations, Removals, Restorations, Room, Wiring,
    Yielding,
};
use crate::clock::now;
use crate::disks::Disks;
use crate::hosts::Hosts;
use crate::protocol::Protocols;
use crate::store::{self, CutShort, Store, Unfinished};
use crate::transfer::claims::Claims;
use crate::transfer::grouped::Grouped;
use crate::transfer::label::Label;
use crate::transfer::limiter::{Bucket, HostLimits};
use crate::transfer::lists::Lists;
use crate::transfer::part_file;
use crate::transfer::publisher::publish_all;
use crate::transfer::relocating;
use crate::transfer::start::look_all;
use crate::{EngineConfig, OpenError};

/// Events that a listener may be behind before it gets a snapshot instead.
const EVENTS: usize = 1024;
/// Reports that transfers may be ahead of the dispatcher before they wait.
const REPORTS: usize = 256;

/// A disk that does not answer keeps nobody from starting.
const PATIENCE: Duration = Duration::from_secs(5);

/// Opens the store and makes the dispatcher of its list.
pub async fn open(config: EngineConfig) -> Result<(Dispatcher, Wiring), OpenError> {
    let yielding = Yielding::by(config.trips, config.resolver.clone());
    let (roots, identity, resolver) = (config.extra_roots, config.identity, config.resolver);
    // Neither needs the other, and both take a moment.
    let protocols =
        tokio::task::spawn_blocking(move || Protocols::new(&roots, identity.as_deref(), resolver));
    let (protocols, opened) = tokio::join!(protocols, store::open(&config.database));
    let protocols = Arc::new(protocols.map_err(|error| OpenError::Tls(error.to_string()))??);
    let opened = opened?;
    let store = opened.store;
    let (settings, reset) = settings(&store, &config.folder).await?;
    let sorter = Arc::new(Sorter::of(&settings));
    store.fill_in(|download| kind_of(&sorter.kinds, download)).await?;
    let mut notices = Vec::from_iter(reset);
    if let Some(kept_as) = opened.set_aside {
        let mut folders = store.folders();
        folders.push(settings.folder.clone());
        folders.sort();
        folders.dedup();
        let found = take_in_part_files(&store, folders, &sorter.kinds).await?;
        notices.push(Notice::DatabaseDamaged { kept_as, found });
    }
    find_relocated(&store).await?;
    let mut list = List::beside(store.completed_count().await?);
    let claims = Claims::default();
    // What was running rests as queued, so it goes on by itself.
    let queues = Queues::of(store.queues().await?);
    let mut room = Room::default();
    let restore = |left: Unfinished| {
        if let Some(part) = &left.part {
            claims.claim(part, left.id);
        }
        // A queue that is lost has lost its rules, and not its downloads.
        let queue = queues.get(left.queue).map_or(QueueId::DEFAULT, |known| known.queue.id);
        list.insert(left.id, (queue, left.position), left.resting, left.starts);
        room.note(left.id, left.failure.as_ref());
    };
    store.unfinished(restore).await?;

    let remembered = u64::try_from(REMEMBERED.as_millis()).unwrap_or(u64::MAX);
    let hosts = Hosts::knowing(store.hosts(now().saturating_sub(remembered)).await?);

    let (events, _) = broadcast::channel(EVENTS);
    let (reports, inbox_of_reports) = mpsc::channel(REPORTS);
    let (live, live_receiver) = watch::channel(Arc::new(Live::default()));
    let global_limit = Arc::new(Bucket::new(settings.limit_in_force()));
    let host_limits = HostLimits::of(&settings.hosts);
    let (settings, settings_receiver) = watch::channel(Arc::new(settings));
    let wiring = Wiring {
        store: store.clone(),
        live: live_receiver,
        settings: settings_receiver,
        events: events.clone(),
        protocols: protocols.clone(),
        clock: config.clock.clone(),
    };
    let mut dispatcher = Dispatcher {
        list,
        queues,
        looked: config.clock.look(),
        surroundings: config.surroundings,
        clock: config.clock,
        look_next: None,
        ended: Vec::new(),
        lines: Default::default(),
        works: Default::default(),
        secrets: Default::default(),
        trusted: Default::default(),
        ahead: Default::default(),
        tasks: JoinSet::new(),
        observer: Observer::default(),
        yielding,
        histories: Default::default(),
        owners: Default::default(),
        removals: Removals::default(),
        restorations: Restorations::new(store.is_lasting()),
        relocations: Relocations::default(),
        checks: Checks::default(),
        room,
        counting: Counting::begin(),
        store,
        protocols,
        hosts,
        claims,
        disks: Disks::default(),
        looks: Grouped::by(look_all),
        publisher: Grouped::by(publish_all),
        lists: Lists::default(),
        network: config.network,
        global_limit,
        host_limits,
        settings,
        sorter,
        answered: Vec::new(),
        ways: Vec::new(),
        live,
        events,
        notices,
        reports,
        inbox_of_reports,
        changed: Default::default(),
        completed_rows: Default::default(),
        worked: Default::default(),
        tell_next: Instant::now(),
        settled: Default::default(),
        dirty: Default::default(),
        log: Vec::new(),
        received: Default::default(),
        learned: Vec::new(),
        hashes: Vec::new(),
        unsaved: Default::default(),
        save_again: Instant::now(),
        root: CancellationToken::new(),
    };
    dispatcher.look_at_clock().await;
    dispatcher.publish_live();
    Ok((dispatcher, wiring))
}

/// The saved settings, with a folder in any case. What of them is out of range is put back, and said.
async fn settings(store: &Store, folder: &Path) -> Result<(Settings, Option<Notice>), OpenError> {
    let defaults = Settings { folder: folder.to_owned(), ..Settings::default() };
    let (mut settings, mut fields) = store.settings().await?.unwrap_or_default();
    fields.extend(settings.repair(&defaults));
    if fields.is_empty() {
        return Ok((settings, None));
    }
    tracing::warn!(?fields, "settings that cannot be: their defaults are in force");
    // Said once, not at every start. If it cannot be saved now, it is repaired again.
    if let Err(error) = store.save_settings(&settings).await {
        tracing::warn!(%error, "the repaired settings are not saved");
    }
    Ok((settings, Some(Notice::SettingsReset { fields })))
}

/// Moves that were cut short: the file is at one place, and the list knows which.
async fn find_relocated(store: &Store) -> Result<(), OpenError> {
    for CutShort { id, from, to } in store.relocations().await? {
        let download = store.download(id).await?;
        let (at, target) = (download.as_ref().and_then(file_of), to.clone());
        let recovered =
            tokio::task::spawn_blocking(move || relocating::recover(&from, &target, at.as_deref()));
        match timeout(PATIENCE, recovered).await {
            Ok(Ok(true)) => {
                let moved = download.map(|download| with_file(download, &to));
                store.save(moved.as_slice()).await?;
            }
            Ok(Ok(false)) => {}
            Ok(Err(_)) | Err(_) => {
                tracing::warn!(%id, "where its file is cannot be told just now");
                continue;
            }
        }
        store.forget_relocation(id).await?;
    }
    Ok(())
}

/// The list was lost, but part files say themselves what they are: they come back, paused, for the person to decide.
async fn take_in_part_files(store: &Store, folders: Vec<PathBuf>, kinds: &Kinds) -> Result<u32, OpenError> {
    let mut parts = Vec::new();
    for folder in folders {
        let looking = tokio::task::spawn_blocking(move || part_file::find_all(&folder));
        match timeout(PATIENCE, looking).await {
            Ok(found) => parts.extend(found.unwrap_or_default()),
            Err(_) => tracing::warn!("a disk does not answer: what lies on it is not looked for"),
        }
    }
    let found = parts.into_iter().zip(List::default().ends());
    let mut downloads: Vec<Download> =
        found.map(|((part, label), position)| found_again(part, label, position)).collect();
    for download in &mut downloads {
        download.kind = kind_of(kinds, download);
    }
    store.insert(&mut downloads).await?;
    // A new download has nothing yet; these have.
    store.save(&downloads).await?;
    Ok(u32::try_from(downloads.len()).unwrap_or(u32::MAX))
}

fn found_again(part: PathBuf, label: Label, position: i64) -> Download {
    let folder = part.parent().unwrap_or(Path::new("/")).to_owned();
    Download {
        id: DownloadId(0),
        queue: QueueId::DEFAULT,
        position,
        starts: None,
        rest: Rest::Paused,
        folder,
        name: filename::safe(&PartName::becomes(&part).unwrap_or_default()),
        received: label.received_bytes(),
        url: label.url,
        part: Some(part),
        replaces: None,
        resource: Some(label.resource),
        options: Options::default(),
        kind: String::new(),
        tags: Vec::new(),
        created: now(),
        finished: None,
    }
}
