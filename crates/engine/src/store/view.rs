//! The list as a window asks for it: filter, search, sort and a range of rows are SQLite's work, not the window's.
//!
//! The views of one state are read along an index, from the end that is nearer, and triggers count the rows. All others are
//! found as a whole, and kept for the next page.

mod found;
mod groups;
mod order;
mod search;
#[cfg(test)]
mod tests;

use haul_core::{Download, DownloadId, DownloadRow, Group, Priority, StatusFilter, ViewPage, ViewQuery};
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};
use std::collections::HashMap;
use std::sync::Arc;

use super::Store;
use super::downloads::downloads_of;
use found::Question;
pub use found::{Finder, numbers};
use groups::Grouped;
use order::Order;

/// Rows that one answer holds at most.
const MOST_ROWS: u32 = 1000;

impl Store {
    /// The rows of `query`. What runs is not in the database: `running` names it, in the order of the query's sort if that is
    /// by what only it has.
    pub async fn view(&self, query: &ViewQuery, running: &[DownloadId]) -> sqlx::Result<ViewPage> {
        // All see the list at one moment.
        let mut reading = self.pool.begin().await?;
        let (ids, total, groups) = self.page(&mut reading, query, running).await?;
        let mut downloads = downloads_of(&mut *reading, &ids).await?;
        reading.commit().await?;
        let places: HashMap<DownloadId, usize> = ids.into_iter().zip(0..).collect();
        downloads.sort_by_key(|download| places.get(&download.id).copied());
        Ok(ViewPage { rows: downloads.iter().map(row_of).collect(), total, offset: query.offset, groups })
    }

    /// Which rows are there, of how many, under which headings.
    async fn page(
        &self,
        reading: &mut SqliteConnection,
        query: &ViewQuery,
        running: &[DownloadId],
    ) -> sqlx::Result<(Vec<DownloadId>, u32, Vec<Group>)> {
        if !Order::has(query) {
            let found = self.finder.find(reading, Question::of(query, running)).await?;
            let limit = query.limit.min(MOST_ROWS) as usize;
            let ids =
                found.ids.iter().skip(query.offset as usize).take(limit).map(|id| DownloadId(*id)).collect();
            return Ok((ids, found.total(), found.groups.clone()));
        }
        let (total, all) = totals(reading, query.filter.status, running).await?;
        let limit = query.limit.min(MOST_ROWS).min(total.saturating_sub(query.offset));
        if limit == 0 {
            return Ok((Vec::new(), total, Vec::new()));
        }
        let slice = Slice { offset: query.offset, limit, total };
        let ids = Order::of(query, total, all).page(reading, running, slice).await?;
        Ok((ids, total, Vec::new()))
    }

    /// The ids of all rows of `query`, whatever its page, in order.
    pub async fn ids_of(&self, query: &ViewQuery, running: &[DownloadId]) -> sqlx::Result<Vec<DownloadId>> {
        Ok(self.all(query, running).await?.ids.iter().map(|id| DownloadId(*id)).collect())
    }

    /// Which row of `query` is `id`; none: it is not in it.
    pub async fn index_of(
        &self,
        query: &ViewQuery,
        running: &[DownloadId],
        id: DownloadId,
    ) -> sqlx::Result<Option<u32>> {
        let found = self.all(query, running).await?;
        Ok(found.ids.iter().position(|other| *other == id.0).and_then(|index| u32::try_from(index).ok()))
    }

    /// The first row of `query` at or after `from`, and else the first of all, whose name begins with `text`.
    pub async fn index_of_prefix(
        &self,
        query: &ViewQuery,
        running: &[DownloadId],
        text: &str,
        from: u32,
    ) -> sqlx::Result<Option<u32>> {
        let mut reading = self.pool.begin().await?;
        let wanted = search::ids_named(&mut reading, text).await?;
        let found = self.finder.find(&mut reading, Question::of(query, running)).await?;
        reading.commit().await?;
        let ids = || (0..).zip(&found.ids).filter(|(_, id)| wanted.binary_search(id).is_ok());
        let after = ids().find(|(index, _)| *index >= from);
        Ok(after.or_else(|| ids().next()).map(|(index, _)| index))
    }

    async fn all(&self, query: &ViewQuery, running: &[DownloadId]) -> sqlx::Result<Arc<Grouped>> {
        let mut reading = self.pool.begin().await?;
        let found = self.finder.find(&mut reading, Question::of(query, running)).await?;
        reading.commit().await?;
        Ok(found)
    }
}

/// Which of `total` rows: `limit` of them from `offset` on, all of which there are.
#[derive(Debug, Clone, Copy)]
struct Slice {
    offset: u32,
    limit: u32,
    total: u32,
}

impl Slice {
    /// The same rows in the list read backwards.
    fn reversed(self) -> Self {
        Self { offset: self.total - self.offset - self.limit, ..self }
    }

    /// Whether its rows are nearer to the end than to the beginning.
    fn is_nearer_to_end(self) -> bool {
        self.reversed().offset < self.offset
    }
}

/// How many rows `filter` lets through, and how many there are.
async fn totals(
    reading: &mut SqliteConnection,
    filter: StatusFilter,
    running: &[DownloadId],
) -> sqlx::Result<(u32, u32)> {
    let mut count = QueryBuilder::new("SELECT (SELECT ");
    push_counted(&mut count, filter, running);
    count.push("), (SELECT sum(count) FROM counts)");
    count.build_query_as().fetch_one(reading).await
}

/// What the triggers counted already.
fn push_counted(sql: &mut QueryBuilder<Sqlite>, filter: StatusFilter, running: &[DownloadId]) {
    match filter {
        StatusFilter::All => sql.push("sum(count) FROM counts"),
        StatusFilter::Paused => sql.push("count FROM counts WHERE rest = 'paused'"),
        StatusFilter::Failed => sql.push("count FROM counts WHERE rest = 'failed'"),
        StatusFilter::Completed => sql.push("count FROM counts WHERE rest = 'completed'"),
        StatusFilter::Running => {
            sql.push("count(*) FROM downloads WHERE id IN ");
            push_ids(sql, running)
        }
        StatusFilter::Queued => {
            sql.push("count - (SELECT count(*) FROM downloads WHERE rest = 'queued' AND id IN ");
            push_ids(sql, running).push(") FROM counts WHERE rest = 'queued'")
        }
    };
}

/// The name in the database of what `filter` lets through; none: more than one, or what is not there.
fn rest_of(filter: StatusFilter) -> Option<&'static str> {
    match filter {
        StatusFilter::All | StatusFilter::Running => None,
        StatusFilter::Queued => Some("queued"),
        StatusFilter::Paused => Some("paused"),
        StatusFilter::Failed => Some("failed"),
        StatusFilter::Completed => Some("completed"),
    }
}

fn push_ids<'a>(sql: &'a mut QueryBuilder<Sqlite>, ids: &[DownloadId]) -> &'a mut QueryBuilder<Sqlite> {
    sql.push("(");
    let mut list = sql.separated(", ");
    for id in ids {
        list.push_bind(id.0);
    }
    sql.push(")")
}

/// What the list shows of a download that does not run.
pub fn row_of(download: &Download) -> DownloadRow {
    // What is completed has left the order.
    let is_completed = download.rest.is_completed();
    let priority = if is_completed { Priority::Normal } else { Priority::of(download.position) };
    DownloadRow {
        id: download.id,
        name: download.name.clone(),
        url: download.url.clone(),
        host: download.host(),
        folder: download.folder.clone(),
        status: download.rest.clone().into(),
        position: download.position,
        queue: download.queue,
        priority,
        waiting: None,
        starts: download.starts,
        size: download.size(),
        received: download.received,
        throughput: 0,
        eta_secs: None,
        connections: 0,
        bound: None,
        resumable: download.resource.as_ref().map(|resource| resource.can_be_continued()),
        limit: download.options.limit,
        created: download.created,
        finished: download.finished,
        check: None,
        kind: download.kind.clone(),
        // One that was chosen and is no more says nothing.
        kind_chosen: download.options.kind.as_ref() == Some(&download.kind),
        tags: download.tags.clone(),
    }
}
