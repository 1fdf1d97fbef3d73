//! The list as a window asks for it: filter, search, sort and a range of rows are SQLite's work, not the window's.
//!
//! A page deep in a long list is read along an index, from the end that is nearer, and triggers count the rows. Only a
//! search, and the orders that have no index (progress, status), look at every row.

use haul_core::{Download, DownloadId, DownloadRow, Sort, SortKey, StatusFilter, ViewPage, ViewQuery};
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use super::Store;
use super::row::Stored;

/// Rows that one answer holds at most.
const MOST_ROWS: u32 = 1000;

impl Store {
    /// The rows of `query`. What runs is not in the database: `running` names it.
    pub async fn view(&self, query: &ViewQuery, running: &[DownloadId]) -> sqlx::Result<ViewPage> {
        // Both see the list at one moment.
        let mut reading = self.pool.begin().await?;
        let total = total(&mut reading, query, running).await?;
        let rows = page(&mut reading, query, running, total).await?;
        reading.commit().await?;
        Ok(ViewPage {
            rows: rows.iter().map(|Stored(download)| row_of(download)).collect(),
            total,
            offset: query.offset,
        })
    }
}

async fn total(
    reading: &mut SqliteConnection,
    query: &ViewQuery,
    running: &[DownloadId],
) -> sqlx::Result<u32> {
    let mut count = QueryBuilder::new("SELECT ");
    if query.search.trim().is_empty() {
        push_counted(&mut count, query.filter, running);
    } else {
        count.push("count(*) FROM downloads");
        push_where(&mut count, query, running);
    }
    count.build_query_scalar().fetch_one(reading).await
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

async fn page(
    reading: &mut SqliteConnection,
    query: &ViewQuery,
    running: &[DownloadId],
    total: u32,
) -> sqlx::Result<Vec<Stored>> {
    let limit = query.limit.min(MOST_ROWS).min(total.saturating_sub(query.offset));
    if limit == 0 {
        return Ok(Vec::new());
    }
    let left = total - query.offset - limit;
    let from_end = left < query.offset;
    let offset = if from_end { left } else { query.offset };
    let mut select = QueryBuilder::new("SELECT * FROM downloads");
    push_where(&mut select, query, running);
    push_order(&mut select, query.sort, running, from_end);
    select.push(" LIMIT ").push_bind(limit).push(" OFFSET ").push_bind(offset);
    let mut rows: Vec<Stored> = select.build_query_as().fetch_all(reading).await?;
    if from_end {
        rows.reverse();
    }
    Ok(rows)
}

fn push_where(sql: &mut QueryBuilder<Sqlite>, query: &ViewQuery, running: &[DownloadId]) {
    match query.filter {
        StatusFilter::All => sql.push(" WHERE 1"),
        StatusFilter::Running => {
            sql.push(" WHERE id IN ");
            push_ids(sql, running)
        }
        StatusFilter::Queued => {
            sql.push(" WHERE rest = 'queued' AND id NOT IN ");
            push_ids(sql, running)
        }
        StatusFilter::Paused => sql.push(" WHERE rest = 'paused'"),
        StatusFilter::Failed => sql.push(" WHERE rest = 'failed'"),
        StatusFilter::Completed => sql.push(" WHERE rest = 'completed'"),
    };
    for word in query.search.split_whitespace() {
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

/// The order of `sort`, or just the reverse of it.
fn push_order(sql: &mut QueryBuilder<Sqlite>, sort: Sort, running: &[DownloadId], reversed: bool) {
    let direction = |descending: bool| if descending != reversed { " DESC" } else { "" };
    sql.push(" ORDER BY ");
    match sort.key {
        // Finished ones have left the queue: after it, the latest first.
        SortKey::Queue => {
            sql.push("rest = 'completed'").push(direction(false));
            sql.push(", CASE WHEN rest = 'completed' THEN -finished ELSE position END")
        }
        SortKey::Name => sql.push("name COLLATE NOCASE"),
        SortKey::Size => sql.push("size"),
        SortKey::Progress => {
            sql.push("CASE WHEN rest = 'completed' THEN 1.0 ELSE 1.0 * received / max(size, 1) END")
        }
        SortKey::Status => {
            sql.push("CASE WHEN rest = 'queued' AND id IN ");
            push_ids(sql, running);
            sql.push(" THEN 0 WHEN rest = 'queued' THEN 1 WHEN rest = 'paused' THEN 2 WHEN rest = 'failed' THEN 3 ELSE 4 END")
        }
        SortKey::Host => sql.push("host"),
        SortKey::Created => sql.push("created"),
        SortKey::Finished => sql.push("finished"),
    };
    // Rows that are equal keep their order, so that nothing jumps between two answers.
    let direction = direction(sort.descending);
    sql.push(direction).push(", id").push(direction);
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
        resumable: download.resource.as_ref().map(|resource| resource.is_resumable()),
        limit: download.options.limit,
        created: download.created,
        finished: download.finished,
    }
}
