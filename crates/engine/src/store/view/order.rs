//! Pages along an index, of views that one has the order of: those of one state, or of all. Descending is the exact reverse,
//! also of the queue: then what is finished comes first, the oldest before all.

use haul_core::{DownloadId, Filter, Grouping, Sort, SortKey, StatusFilter, ViewQuery};
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};
use std::collections::HashSet;

use super::{Slice, push_ids, rest_of};

/// So few rows are sorted sooner than found along an index of all.
pub const FEW: u32 = 1000;
/// If a filter keeps so few back, its view is the one of all without these: to ask each row that is passed over what it is
/// takes four times as long.
pub const FEW_BUT: u32 = 200;

/// Which rows a view lists, one after the other. A page of it is read along the index that is named here and not by
/// SQLite, which does not know how many rows there are of which kind.
#[derive(Debug, Clone, Copy)]
pub struct Order {
    filter: StatusFilter,
    sort: Sort,
    few: bool,
    /// All but a few pass the filter.
    all_but_few: bool,
}

impl Order {
    /// Of `query`, which lets `total` rows through of `all` that there are.
    pub fn of(query: &ViewQuery, total: u32, all: u32) -> Self {
        let filter = query.filter.status;
        let few = total <= FEW;
        let by_status = rest_of(filter).is_some();
        let all_but_few = by_status && !few && all.saturating_sub(total) <= FEW_BUT;
        Self { filter, sort: query.sort, few, all_but_few }
    }

    /// Whether there is an index that has the order of `query`.
    pub fn has(query: &ViewQuery) -> bool {
        let by_status_only = query.filter == Filter::from(query.filter.status);
        let plain = by_status_only && query.search.trim().is_empty() && query.group == Grouping::None;
        plain && key_of(query.sort.key).is_some()
    }

    /// What is at `slice` of it, if `running` names what runs: in the database that is queued.
    pub async fn page(
        self,
        reading: &mut SqliteConnection,
        running: &[DownloadId],
        slice: Slice,
    ) -> sqlx::Result<Vec<DownloadId>> {
        self.ids(reading, running, slice).await
    }

    async fn ids(
        self,
        reading: &mut SqliteConnection,
        running: &[DownloadId],
        slice: Slice,
    ) -> sqlx::Result<Vec<DownloadId>> {
        if slice.is_nearer_to_end() {
            let mut ids = Box::pin(self.reversed().ids(reading, running, slice.reversed())).await?;
            ids.reverse();
            return Ok(ids);
        }
        match (self.filter, self.sort.key) {
            (filter, _) if self.all_but_few => {
                let mut others = resting_elsewhere(reading, filter).await?;
                if filter == StatusFilter::Queued {
                    others.extend(running);
                }
                Self { filter: StatusFilter::All, ..self }.ids_without(reading, &others, slice).await
            }
            (StatusFilter::Queued, _) => self.ids_without(reading, running, slice).await,
            (StatusFilter::All, SortKey::Status) => self.ids_by_status(reading, running, slice).await,
            _ => self.read(reading, running, slice.offset, slice.limit).await,
        }
    }

    fn reversed(self) -> Self {
        Self { sort: Sort { descending: !self.sort.descending, ..self.sort }, ..self }
    }

    /// A page of all rows but `others`. Those are few: rather than to ask each row that is passed over whether it is one of
    /// them, it is counted how many were passed over.
    async fn ids_without(
        self,
        reading: &mut SqliteConnection,
        others: &[DownloadId],
        slice: Slice,
    ) -> sqlx::Result<Vec<DownloadId>> {
        let spare = 2 * u32::try_from(others.len()).unwrap_or(u32::MAX);
        let ids = self.read(reading, others, slice.offset, slice.limit.saturating_add(spare)).await?;
        let Some(&first) = ids.first() else { return Ok(ids) };
        if others.is_empty() {
            return Ok(ids);
        }
        let passed = self.place(reading, first, others).await?;
        let others: HashSet<&DownloadId> = others.iter().collect();
        let rest = ids.iter().filter(|id| !others.contains(id));
        Ok(rest.skip(passed).take(slice.limit as usize).copied().collect())
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
            select.push(format!(" AND +rest = '{rest}'"));
        }
        Self { few: true, ..self }.push_order(&mut select);
        let ids: Vec<u32> = select.build_query_scalar().fetch_all(reading).await?;
        Ok(ids.iter().position(|other| *other == id.0).unwrap_or_default())
    }

    /// What runs has a status of its own, before all others.
    async fn ids_by_status(
        self,
        reading: &mut SqliteConnection,
        running: &[DownloadId],
        slice: Slice,
    ) -> sqlx::Result<Vec<DownloadId>> {
        // What is about to be paused has the place of what is.
        let first = self.running_and_queued(reading, running).await?;
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
            _ => self.ids_without(reading, &first, Slice { offset: from, limit, total: others }).await?,
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

    /// Those of `running` that pass the search and are not about to rest, in this order.
    async fn running_and_queued(
        self,
        reading: &mut SqliteConnection,
        running: &[DownloadId],
    ) -> sqlx::Result<Vec<DownloadId>> {
        let order = Order { filter: StatusFilter::Running, few: true, ..self };
        let mut select = QueryBuilder::new("SELECT id FROM downloads");
        order.push_where(&mut select, running);
        // A plus keeps SQLite from the index of all that are.
        select.push(" AND +rest = 'queued'");
        order.push_order(&mut select);
        Ok(ids_of(select.build_query_scalar().fetch_all(reading).await?))
    }

    /// The ids alone: they are in the index, and rows that are passed over are not looked up.
    async fn read(
        self,
        reading: &mut SqliteConnection,
        running: &[DownloadId],
        offset: u32,
        limit: u32,
    ) -> sqlx::Result<Vec<DownloadId>> {
        let mut select = QueryBuilder::new("SELECT id FROM downloads");
        self.push_where(&mut select, running);
        self.push_order(&mut select);
        select.push(" LIMIT ").push_bind(limit).push(" OFFSET ").push_bind(offset);
        Ok(ids_of(select.build_query_scalar().fetch_all(reading).await?))
    }

    /// How SQLite would go about it.
    #[cfg(test)]
    pub async fn plan(self, pool: &sqlx::SqlitePool) -> Vec<String> {
        let mut select = QueryBuilder::new("EXPLAIN QUERY PLAN SELECT id FROM downloads");
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
            (Some(rest), key) if self.few || key == SortKey::Status => {
                sql.push(format!("rest = '{rest}'"));
            }
            // A plus keeps SQLite from an index: here the one of the order is to be read.
            (Some(rest), _) => {
                sql.push(format!("+rest = '{rest}'"));
            }
        }
    }

    fn push_order(self, sql: &mut QueryBuilder<Sqlite>) {
        let of_one_kind = self.filter != StatusFilter::All;
        let plus = if self.few && of_one_kind { "+" } else { "" };
        sql.push(" ORDER BY ");
        let key = key_of(self.sort.key)
            .filter(|_| self.sort.key != SortKey::Status || rest_of(self.filter).is_none());
        if let Some((key, backwards)) = key {
            let descending = self.sort.descending != backwards;
            sql.push(plus).push(key).push(if descending { " DESC, " } else { ", " });
        }
        // Rows that are equal keep their order, so that nothing jumps between two answers.
        sql.push(if self.sort.descending { "id DESC" } else { "id" });
    }
}

/// The column that a key sorts by along an index, and whether that runs backwards.
fn key_of(key: SortKey) -> Option<(&'static str, bool)> {
    match key {
        // What is completed has a position behind all that wait.
        SortKey::Queue => Some(("position", false)),
        SortKey::Name => Some(("name COLLATE NOCASE", false)),
        SortKey::Size => Some(("size", false)),
        SortKey::Progress => Some(("progress", false)),
        // Queued, paused, failed, completed: backwards through the alphabet.
        SortKey::Status => Some(("rest", true)),
        SortKey::Host => Some(("host", false)),
        SortKey::Folder => Some(("folder", false)),
        SortKey::Created => Some(("created", false)),
        SortKey::Finished => Some(("finished", false)),
        SortKey::Kind => Some(("kind", false)),
        SortKey::QueueName
        | SortKey::Tags
        | SortKey::Received
        | SortKey::Throughput
        | SortKey::Eta
        | SortKey::Connections => None,
    }
}

/// What the queue of a download is called; the default one needs no name.
const QUEUE_NAME: &str =
    "coalesce((SELECT settings ->> 'name' FROM queues WHERE queues.id = downloads.queue), '')";

/// All by `key`, ascending, in the words of SQL.
pub fn terms(key: SortKey) -> String {
    if key == SortKey::Tags {
        // The first of each; without any, the last.
        let first = "(SELECT min(tag) FROM tags WHERE download = downloads.id)";
        return format!("{first} IS NULL, {first} COLLATE NOCASE, id");
    }
    if key == SortKey::QueueName {
        return format!("{QUEUE_NAME} COLLATE NOCASE, id");
    }
    let (column, backwards) = key_of(key).unwrap_or(("received", false));
    format!("{column}{}, id", if backwards { " DESC" } else { "" })
}

fn ids_of(numbers: Vec<u32>) -> Vec<DownloadId> {
    numbers.into_iter().map(DownloadId).collect()
}

/// What does not rest where `filter` wants it.
async fn resting_elsewhere(
    reading: &mut SqliteConnection,
    filter: StatusFilter,
) -> sqlx::Result<Vec<DownloadId>> {
    let Some(rest) = rest_of(filter) else { return Ok(Vec::new()) };
    // Two ranges of the index of statuses.
    let select =
        "SELECT id FROM downloads WHERE rest < ?1 UNION ALL SELECT id FROM downloads WHERE rest > ?1";
    Ok(ids_of(sqlx::query_scalar(select).bind(rest).fetch_all(reading).await?))
}
