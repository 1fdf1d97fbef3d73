//! The order of a view, and pages along it.

use haul_core::{DownloadId, Sort, SortKey, StatusFilter, ViewQuery};
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};
use std::collections::HashSet;

use super::{Slice, Stored, push_ids, push_search, rest_of};

/// So few rows are sorted sooner than found along an index of all.
pub const FEW: u32 = 1000;
const STATUS: &str = "CASE rest WHEN 'queued' THEN 1 WHEN 'paused' THEN 2 WHEN 'failed' THEN 3 ELSE 4 END";

/// Which rows a view lists, one after the other. A page of it is read along the index that is named here and not by
/// SQLite, which does not know how many rows there are of which kind.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    filter: StatusFilter,
    search: &'a str,
    sort: Sort,
    few: bool,
}

impl<'a> Order<'a> {
    /// Of `query`, which lets `total` rows through.
    pub fn of(query: &'a ViewQuery, total: u32) -> Self {
        Self { filter: query.filter, search: &query.search, sort: query.sort, few: total <= FEW }
    }

    /// What is at `slice` of it, if `running` names what runs: in the database that is queued.
    pub async fn page(
        self,
        reading: &mut SqliteConnection,
        running: &[DownloadId],
        slice: Slice,
    ) -> sqlx::Result<Vec<Stored>> {
        if slice.is_nearer_to_end() {
            let mut rows = Box::pin(self.reversed().page(reading, running, slice.reversed())).await?;
            rows.reverse();
            return Ok(rows);
        }
        match (self.filter, self.sort.key) {
            (StatusFilter::Queued, _) => self.page_without(reading, running, slice).await,
            (StatusFilter::All, SortKey::Status) => self.page_by_status(reading, running, slice).await,
            _ => self.read(reading, running, slice.offset, slice.limit).await,
        }
    }

    fn reversed(self) -> Self {
        Self { sort: Sort { descending: !self.sort.descending, ..self.sort }, ..self }
    }

    /// A page of all rows but the `running` ones. Those are few: rather than to ask each row that is passed over whether it
    /// is one of them, it is counted how many were passed over.
    async fn page_without(
        self,
        reading: &mut SqliteConnection,
        running: &[DownloadId],
        slice: Slice,
    ) -> sqlx::Result<Vec<Stored>> {
        let spare = 2 * u32::try_from(running.len()).unwrap_or(u32::MAX);
        let rows = self.read(reading, running, slice.offset, slice.limit.saturating_add(spare)).await?;
        let Some(Stored(first)) = rows.first() else { return Ok(rows) };
        let passed = self.place(reading, first.id, running).await?;
        let running: HashSet<DownloadId> = running.iter().copied().collect();
        let others = rows.into_iter().filter(|Stored(download)| !running.contains(&download.id));
        Ok(others.skip(passed).take(slice.limit as usize).collect())
    }

    /// How many of `others` come before `id`.
    async fn place(
        self,
        reading: &mut SqliteConnection,
        id: DownloadId,
        others: &[DownloadId],
    ) -> sqlx::Result<usize> {
        let mut select = QueryBuilder::new("SELECT id FROM downloads WHERE id IN ");
        push_ids(&mut select, &[others, &[id]].concat());
        if let Some(rest) = rest_of(self.filter) {
            select.push(format!(" AND rest = '{rest}'"));
        }
        push_search(&mut select, self.search);
        Self { few: true, ..self }.push_order(&mut select);
        let ids: Vec<u32> = select.build_query_scalar().fetch_all(reading).await?;
        Ok(ids.iter().position(|other| *other == id.0).unwrap_or_default())
    }

    /// What runs has a status of its own, before all others.
    async fn page_by_status(
        self,
        reading: &mut SqliteConnection,
        running: &[DownloadId],
        slice: Slice,
    ) -> sqlx::Result<Vec<Stored>> {
        let first = Order { filter: StatusFilter::Running, few: true, ..self };
        let all_first = u32::try_from(running.len()).unwrap_or(u32::MAX);
        let mut first = first.read(reading, running, 0, all_first).await?;
        // What is about to be paused has the place of what is.
        first.retain(|Stored(download)| download.rest == haul_core::Rest::Queued);
        let running: Vec<DownloadId> = first.iter().map(|Stored(download)| download.id).collect();
        let count = u32::try_from(first.len()).unwrap_or(u32::MAX);
        let others = slice.total.saturating_sub(count);
        // Where each of the two parts begins.
        let (firsts_at, others_at) = if self.sort.descending { (others, 0) } else { (0, count) };
        let within = |at: u32, length: u32| {
            let from = slice.offset.clamp(at, at + length) - at;
            let to = (slice.offset + slice.limit).clamp(at, at + length) - at;
            (from, to - from)
        };
        let (from, limit) = within(others_at, others);
        let others = match limit {
            0 => Vec::new(),
            _ => self.page_without(reading, &running, Slice { offset: from, limit, total: others }).await?,
        };
        let (from, limit) = within(firsts_at, count);
        let first = first.into_iter().skip(from as usize).take(limit as usize);
        let (mut front, mut back) = (first.collect(), others);
        if self.sort.descending {
            std::mem::swap(&mut front, &mut back);
        }
        front.extend(back);
        Ok(front)
    }

    async fn read(
        self,
        reading: &mut SqliteConnection,
        running: &[DownloadId],
        offset: u32,
        limit: u32,
    ) -> sqlx::Result<Vec<Stored>> {
        let mut select = QueryBuilder::new("SELECT * FROM downloads");
        self.push_where(&mut select, running);
        self.push_order(&mut select);
        select.push(" LIMIT ").push_bind(limit).push(" OFFSET ").push_bind(offset);
        select.build_query_as().fetch_all(reading).await
    }

    /// How SQLite would go about it.
    #[cfg(test)]
    pub async fn plan(self, pool: &sqlx::SqlitePool) -> Vec<String> {
        let mut select = QueryBuilder::new("EXPLAIN QUERY PLAN SELECT * FROM downloads");
        self.push_where(&mut select, &[]);
        self.push_order(&mut select);
        select.push(" LIMIT 50 OFFSET 5000");
        let steps: Vec<(i64, i64, i64, String)> = select.build_query_as().fetch_all(pool).await.unwrap();
        steps.into_iter().map(|(.., step)| step).collect()
    }

    fn push_where(self, sql: &mut QueryBuilder<Sqlite>, running: &[DownloadId]) {
        sql.push(" WHERE ");
        match (rest_of(self.filter), self.sort.key) {
            (None, _) if self.filter == StatusFilter::Running => {
                sql.push("id IN ");
                push_ids(sql, running);
            }
            (None, _) => {
                sql.push("1");
            }
            // All of one status are together in its index, in the order of their ids.
            (Some(_), key) if self.few || key == SortKey::Status => {
                let rank = match self.filter {
                    StatusFilter::Queued => 1,
                    StatusFilter::Paused => 2,
                    StatusFilter::Failed => 3,
                    StatusFilter::All | StatusFilter::Running | StatusFilter::Completed => 4,
                };
                sql.push(STATUS).push(format!(" = {rank}"));
            }
            (Some(rest), _) => {
                sql.push(format!("rest = '{rest}'"));
            }
        }
        push_search(sql, self.search);
    }

    fn push_order(self, sql: &mut QueryBuilder<Sqlite>) {
        let direction = if self.sort.descending { " DESC" } else { "" };
        let of_one_kind = self.filter != StatusFilter::All;
        let plus = if self.few && of_one_kind { "+" } else { "" };
        sql.push(" ORDER BY ");
        let keys: &[&str] = match self.sort.key {
            // Finished ones have left the queue: after it, the latest first.
            SortKey::Queue => {
                &["(rest = 'completed')", "CASE WHEN rest = 'completed' THEN -finished ELSE position END"]
            }
            SortKey::Name => &["name COLLATE NOCASE"],
            SortKey::Size => &["size"],
            SortKey::Progress => {
                &["CASE WHEN rest = 'completed' THEN 1.0 ELSE 1.0 * received / max(size, 1) END"]
            }
            SortKey::Status if rest_of(self.filter).is_some() => &[],
            SortKey::Status => &[STATUS],
            SortKey::Host => &["host"],
            SortKey::Created => &["created"],
            SortKey::Finished => &["finished"],
        };
        for key in keys {
            // A plus keeps SQLite from an index.
            sql.push(plus).push(*key).push(direction).push(", ");
        }
        // Rows that are equal keep their order, so that nothing jumps between two answers.
        sql.push("id").push(direction);
    }
}
