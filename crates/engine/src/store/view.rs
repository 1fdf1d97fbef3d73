//! The list as a window asks for it: filter, search, sort and a range of rows are SQLite's work, not the window's.
//!
//! A page deep in a long list is read along an index, from the end that is nearer, and triggers count the rows. Only a
//! search looks at every row.

mod order;
#[cfg(test)]
mod tests;

use haul_core::{Download, DownloadId, DownloadRow, StatusFilter, ViewPage, ViewQuery};
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use super::Store;
use order::Order;

/// Rows that one answer holds at most.
const MOST_ROWS: u32 = 1000;

impl Store {
    /// The rows of `query`. What runs is not in the database: `running` names it.
    pub async fn view(&self, query: &ViewQuery, running: &[DownloadId]) -> sqlx::Result<ViewPage> {
        // All see the list at one moment.
        let mut reading = self.pool.begin().await?;
        let (total, all) = totals(&mut reading, query, running).await?;
        let limit = query.limit.min(MOST_ROWS).min(total.saturating_sub(query.offset));
        let rows = if limit == 0 {
            Vec::new()
        } else {
            let order = Order::of(query, total, all);
            order.page(&mut reading, running, Slice { offset: query.offset, limit, total }).await?
        };
        reading.commit().await?;
        Ok(ViewPage { rows: rows.iter().map(row_of).collect(), total, offset: query.offset })
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

/// How many rows `query` lets through, and how many there are.
async fn totals(
    reading: &mut SqliteConnection,
    query: &ViewQuery,
    running: &[DownloadId],
) -> sqlx::Result<(u32, u32)> {
    let mut count = QueryBuilder::new("SELECT (SELECT ");
    if query.search.trim().is_empty() {
        push_counted(&mut count, query.filter, running);
    } else {
        count.push("count(*) FROM downloads WHERE ");
        match query.filter {
            StatusFilter::Queued => {
                count.push("rest = 'queued' AND id NOT IN ");
                push_ids(&mut count, running);
            }
            StatusFilter::Running => {
                count.push("id IN ");
                push_ids(&mut count, running);
            }
            filter => {
                count.push(rest_of(filter).map_or("1".to_owned(), |rest| format!("rest = '{rest}'")));
            }
        }
        push_search(&mut count, &query.search);
    }
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

fn push_search(sql: &mut QueryBuilder<Sqlite>, search: &str) {
    for word in search.split_whitespace() {
        let pattern = format!("%{}%", word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
        sql.push(" AND (name LIKE ").push_bind(pattern.clone()).push(" ESCAPE '\\' OR host LIKE ");
        sql.push_bind(pattern.clone())
            .push(" ESCAPE '\\' OR folder LIKE ")
            .push_bind(pattern)
            .push(" ESCAPE '\\')");
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
    DownloadRow {
        id: download.id,
        name: download.name.clone(),
        url: download.url.clone(),
        host: download.host(),
        folder: download.folder.clone(),
        status: download.rest.clone().into(),
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
    }
}
