//! All about one download, and the log of what happened to it.

use haul_core::download::parse_url;
use haul_core::{Details, Download, DownloadId, LogEntry, LogLine, Options, Rest, SegmentRow, Validator};
use sqlx::types::Json;
use std::collections::HashMap;

use super::Store;
use super::batch::LOG_LINES;
use super::view::row_of;

impl Store {
    /// What the details of `download` show, with what was written into its log.
    pub async fn details(&self, download: &Download) -> sqlx::Result<Details> {
        let log = self.log(download).await?;
        let resource = download.resource.clone().unwrap_or_default();
        let path = match &download.rest {
            Rest::Completed { path } => Some(path.clone()),
            Rest::Queued | Rest::Paused | Rest::Failed { .. } => download.part.clone(),
        };
        let whole =
            |size| SegmentRow { start: 0, end: size, received: size, active: false, connection: None };
        let segments = match (&download.rest, download.size()) {
            (Rest::Completed { .. }, Some(size)) => vec![whole(size)],
            _ => Vec::new(),
        };
        Ok(Details {
            row: row_of(download),
            final_url: download.resource.is_some().then_some(resource.final_url),
            path,
            content_type: resource.content_type,
            validator: resource
                .validator
                .map(|(Validator::Etag(value) | Validator::LastModified(value))| value),
            checksum: download.options.checksum.clone(),
            page: page_of(&download.options),
            mirrors: download.options.mirrors.clone(),
            note: download.options.note.clone(),
            options: download.options.clone(),
            segments,
            log,
        })
    }

    /// What was written into the logs of `ids`, oldest first.
    pub async fn logs(&self, ids: &[DownloadId]) -> sqlx::Result<HashMap<DownloadId, Vec<LogLine>>> {
        let lines: Vec<(u32, i64, String)> = sqlx::query_as(
            "SELECT download, at, entry FROM log WHERE download IN (SELECT value FROM json_each(?)) ORDER BY rowid",
        )
        .bind(Json(ids))
        .fetch_all(&self.pool)
        .await?;
        let mut logs: HashMap<DownloadId, Vec<LogLine>> = HashMap::new();
        for (id, at, entry) in lines {
            logs.entry(DownloadId(id)).or_default().extend(line_of(at, &entry));
        }
        Ok(logs)
    }

    async fn log(&self, download: &Download) -> sqlx::Result<Vec<LogLine>> {
        let mut lines: Vec<(i64, String)> =
            sqlx::query_as("SELECT at, entry FROM log WHERE download = ? ORDER BY rowid DESC LIMIT ?")
                .bind(download.id.0)
                .bind(i64::try_from(LOG_LINES).unwrap_or(i64::MAX))
                .fetch_all(&self.pool)
                .await?;
        lines.reverse();
        let lines: Vec<LogLine> = lines.into_iter().filter_map(|(at, entry)| line_of(at, &entry)).collect();
        // What is cut off is its beginning.
        Ok(if lines.len() < LOG_LINES { with_beginning(lines, download) } else { lines })
    }

    /// All that was written into the log of `download`, oldest first.
    pub async fn whole_log(&self, download: &Download) -> sqlx::Result<Vec<LogLine>> {
        let lines = self.logs(&[download.id]).await?.remove(&download.id).unwrap_or_default();
        Ok(with_beginning(lines, download))
    }
}

/// The row says when it was added, so no line is written for it; lists from before have one.
fn with_beginning(mut lines: Vec<LogLine>, download: &Download) -> Vec<LogLine> {
    let says_so = lines.first().is_some_and(|first| first.entry == LogEntry::Added);
    if !says_so {
        lines.insert(0, LogLine { at: download.created, entry: LogEntry::Added });
    }
    lines
}

/// The address of a page that a person could open.
fn page_of(options: &Options) -> Option<String> {
    let named = options.headers.iter().find(|(name, _)| name.trim().eq_ignore_ascii_case("referer"))?;
    parse_url(&named.1).ok().map(String::from)
}

/// A line that another version wrote and this one cannot read is left out.
fn line_of(at: i64, entry: &str) -> Option<LogLine> {
    Some(LogLine { at: at.cast_unsigned(), entry: serde_json::from_str(entry).ok()? })
}
