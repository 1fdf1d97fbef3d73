//! Views that no index has the order of: all their ids at once, kept for the next page.
//!
//! What passes is a set of ids, and the order is a list of all: each of them is read along one index, so every filter goes
//! with every sort. Where few pass, those are sorted by themselves.

use haul_core::{DownloadId, Filter, Grouping, Sort, SortKey, StatusFilter, ViewQuery, fold};
use sqlx::types::Json;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};
use std::collections::HashSet;
use std::sync::Arc;

use super::groups::{self, Grouped};
use super::{order, rest_of, search};
use crate::store::index::Index;
use crate::store::lists::{Changes, Kept, Moment};
use crate::store::tags::tagged;

/// All ids in one order, or of one view.
type Ids = Vec<u32>;

/// What is asked of the whole list, whatever page of it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    filter: Filter,
    words: Vec<String>,
    sort: Sort,
    group: Grouping,
    /// Empty where it does not matter what runs.
    running: Vec<DownloadId>,
}

impl Question {
    pub fn of(query: &ViewQuery, running: &[DownloadId]) -> Self {
        let matters = matches!(query.filter.status, StatusFilter::Running | StatusFilter::Queued)
            || query.sort.key == SortKey::Status
            || query.sort.key.is_live();
        Self {
            filter: query.filter.clone(),
            words: fold::words(&query.search),
            sort: query.sort,
            group: query.group,
            running: if matters { running.to_vec() } else { Vec::new() },
        }
    }

    /// Whether bytes that arrive change the order.
    fn is_by_received(&self) -> bool {
        matches!(self.sort.key, SortKey::Progress | SortKey::Received)
    }
}

/// What was found lately.
#[derive(Debug, Default)]
pub struct Finder {
    pub changes: Changes,
    /// None: every search reads all names.
    pub index: Option<Index>,
    found: Kept<Question, Grouped>,
    orders: Kept<SortKey, Ids>,
}

impl Finder {
    pub fn with(index: Option<Index>) -> Self {
        Self { index, ..Self::default() }
    }

    pub async fn find(
        &self,
        reading: &mut SqliteConnection,
        question: Question,
    ) -> sqlx::Result<Arc<Grouped>> {
        let now = self.changes.now(reading).await?;
        let by_received = question.is_by_received();
        if let Some(found) = self.found.get(&question, |at| at.holds(now, by_received)) {
            return Ok(found);
        }
        let mut ids = self.ordered(reading, &question, now).await?;
        if question.sort.descending {
            ids.reverse();
        }
        put_running_first(reading, &mut ids, &question).await?;
        let found = Arc::new(groups::divide(reading, ids, question.group, question.sort).await?);
        self.found.keep(question, now, found.clone());
        Ok(found)
    }

    /// What passes, in ascending order.
    async fn ordered(
        &self,
        reading: &mut SqliteConnection,
        question: &Question,
        now: Moment,
    ) -> sqlx::Result<Ids> {
        // What runs comes first in its own order, and all else by when it was added.
        let key = if question.sort.key.is_live() { SortKey::Created } else { question.sort.key };
        match self.passing(reading, question).await? {
            None => Ok(self.order(reading, key, now).await?.as_ref().clone()),
            Some(ids) if ids.len() <= order::FEW as usize => few_in_order(reading, &ids, key).await,
            Some(ids) => {
                let order = self.order(reading, key, now).await?;
                Ok(order.iter().filter(|id| ids.binary_search(id).is_ok()).copied().collect())
            }
        }
    }

    /// All downloads in ascending order.
    async fn order(
        &self,
        reading: &mut SqliteConnection,
        key: SortKey,
        now: Moment,
    ) -> sqlx::Result<Arc<Ids>> {
        let by_received = matches!(key, SortKey::Progress | SortKey::Received);
        if let Some(ids) = self.orders.get(&key, |at| at.holds(now, by_received)) {
            return Ok(ids);
        }
        let ids = match key {
            SortKey::Tags => by_first_tag(reading).await?,
            SortKey::QueueName => by_queue_name(reading).await?,
            _ => {
                let mut select = select_ids();
                select.push(" ORDER BY ").push(order::terms(key));
                read(reading, select).await?
            }
        };
        let ids = Arc::new(ids);
        self.orders.keep(key, now, ids.clone());
        Ok(ids)
    }

    /// The ids of all that passes, ascending; none: everything does.
    async fn passing(
        &self,
        reading: &mut SqliteConnection,
        question: &Question,
    ) -> sqlx::Result<Option<Ids>> {
        let columns = Filter { tag: None, ..question.filter.clone() };
        let mut passing = if columns == Filter::default() {
            None
        } else {
            Some(filtered(reading, &columns, &question.running).await?)
        };
        if let Some(tag) = &question.filter.tag {
            passing = Some(both(passing, tagged(reading, tag).await?));
        }
        for word in &question.words {
            if passing.as_ref().is_some_and(Vec::is_empty) {
                break;
            }
            if let Some(found) = search::ids_with(reading, self.index.as_ref(), word).await? {
                passing = Some(both(passing, found));
            }
        }
        Ok(passing)
    }
}

/// Those of `found`, which is in ascending order, that passed before; none: everything did.
fn both(passing: Option<Ids>, found: Ids) -> Ids {
    match passing {
        None => found,
        Some(before) => before.into_iter().filter(|id| found.binary_search(id).is_ok()).collect(),
    }
}

/// All by the first tag of each, and those without any after them.
async fn by_first_tag(reading: &mut SqliteConnection) -> sqlx::Result<Ids> {
    let select = "SELECT group_concat(download) FROM \
                  (SELECT download FROM tags GROUP BY download ORDER BY min(tag) COLLATE NOCASE, download)";
    let text: Option<String> = sqlx::query_scalar(select).fetch_one(&mut *reading).await?;
    let mut ids = text.map_or_else(Vec::new, |text| numbers(&text));
    let tagged: HashSet<u32> = ids.iter().copied().collect();
    let mut all = read(reading, select_ids()).await?;
    all.sort_unstable();
    ids.extend(all.into_iter().filter(|id| !tagged.contains(id)));
    Ok(ids)
}

/// All by the names of their queues, each of which is asked for its name once.
async fn by_queue_name(reading: &mut SqliteConnection) -> sqlx::Result<Ids> {
    let mut ids = Ids::new();
    for queues in groups::queue_names(reading).await?.chunk_by(|(one, _), (other, _)| one == other) {
        let begin = ids.len();
        ids.extend(queues.iter().flat_map(|(_, ids)| ids));
        if let Some(alike) = ids.get_mut(begin..) {
            alike.sort_unstable();
        }
    }
    Ok(ids)
}

/// What the columns say.
async fn filtered(
    reading: &mut SqliteConnection,
    filter: &Filter,
    running: &[DownloadId],
) -> sqlx::Result<Ids> {
    let mut select = select_ids();
    select.push(" WHERE 1");
    if let Some(rest) = rest_of(filter.status) {
        select.push(format!(" AND rest = '{rest}'"));
    }
    if filter.status == StatusFilter::Running {
        select.push(" AND id IN (SELECT value FROM json_each(").push_bind(Json(running)).push("))");
    }
    if let Some(folder) = &filter.folder {
        select.push(" AND folder = ").push_bind(folder.to_string_lossy().into_owned());
    }
    if let Some(host) = &filter.host {
        select.push(" AND host = ").push_bind(host.clone());
    }
    if let Some(queue) = filter.queue {
        select.push(" AND queue = ").push_bind(queue.0);
    }
    if let Some(kind) = &filter.kind {
        select.push(" AND kind = ").push_bind(kind.clone());
    }
    let mut ids = read(reading, select).await?;
    ids.sort_unstable();
    if filter.status == StatusFilter::Queued && !running.is_empty() {
        let running: HashSet<u32> = running.iter().map(|id| id.0).collect();
        ids.retain(|id| !running.contains(id));
    }
    Ok(ids)
}

async fn few_in_order(reading: &mut SqliteConnection, ids: &[u32], key: SortKey) -> sqlx::Result<Ids> {
    let mut select = select_ids();
    select.push(" WHERE id IN (SELECT value FROM json_each(").push_bind(Json(ids));
    // A plus keeps SQLite from an index: it is for all.
    select.push(")) ORDER BY +").push(order::terms(key));
    read(reading, select).await
}

/// What runs has a status of its own, before all others. Sorted by what only it has, it is first either way.
async fn put_running_first(
    reading: &mut SqliteConnection,
    ids: &mut Ids,
    question: &Question,
) -> sqlx::Result<()> {
    let Question { sort, running, .. } = question;
    let mut first: Ids = running.iter().map(|id| id.0).collect();
    let is_at_end = match sort.key {
        SortKey::Status if question.filter.status == StatusFilter::All => {
            // What is about to be paused has the place of what is.
            let mut select = select_ids();
            select.push(" WHERE +rest = 'queued' AND id IN (SELECT value FROM json_each(");
            select.push_bind(Json(first)).push("))");
            first = read(reading, select).await?;
            first.sort_unstable();
            sort.descending
        }
        key if key.is_live() => false,
        _ => return Ok(()),
    };
    let shown: HashSet<u32> = {
        let wanted: HashSet<u32> = first.iter().copied().collect();
        ids.iter().filter(|id| wanted.contains(id)).copied().collect()
    };
    first.retain(|id| shown.contains(id));
    if sort.descending {
        first.reverse();
    }
    ids.retain(|id| !shown.contains(id));
    let at = if is_at_end { ids.len() } else { 0 };
    ids.splice(at..at, first);
    Ok(())
}

/// The beginning of a statement for [`read`].
pub fn select_ids() -> QueryBuilder<Sqlite> {
    QueryBuilder::new("SELECT group_concat(id) FROM (SELECT id FROM downloads")
}

/// What `select` finds, in its order. As one text: a row by itself costs a hop to SQLite's thread and back.
pub async fn read(reading: &mut SqliteConnection, mut select: QueryBuilder<Sqlite>) -> sqlx::Result<Ids> {
    select.push(")");
    let text: Option<String> = select.build_query_scalar().fetch_one(reading).await?;
    Ok(text.map_or_else(Vec::new, |text| numbers(&text)))
}

/// The ids in a text by `group_concat`.
pub fn numbers(text: &str) -> Ids {
    text.split(',').filter_map(|id| id.parse().ok()).collect()
}
