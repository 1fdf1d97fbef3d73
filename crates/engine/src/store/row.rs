//! A download as a row: read from columns, written as JSON, so that one statement takes any number of them.

use haul_core::download::link_of;
use haul_core::{Download, DownloadId, Failure, Options, Proxy, QueueId, Resource, Rest, kind, tag};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::path::PathBuf;

/// A request header whose name has one of these in it is a secret: kept in memory while the engine runs, never in the
/// database.
const SECRETS: [&str; 6] = ["auth", "cookie", "token", "key", "secret", "password"];

/// Whether a row would not hold all of `options`.
pub fn has_secrets(options: &Options) -> bool {
    options.headers.iter().any(is_secret) || options.proxy.as_ref().is_some_and(Proxy::has_login)
}

/// Whether a header is kept in memory only.
pub fn is_secret((name, _): &(String, String)) -> bool {
    SECRETS.iter().any(|word| name.to_ascii_lowercase().contains(word))
}

/// Options as they may be written.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Kept {
    /// The usual ones ask for nothing, and take no room.
    Usual {},
    Special(Box<Options>),
}

impl Kept {
    pub fn of(options: &Options) -> Self {
        let kept = without_secrets(options);
        if kept == Options::default() { Self::Usual {} } else { Self::Special(Box::new(kept)) }
    }
}

fn without_secrets(options: &Options) -> Options {
    let mut options = options.clone();
    options.headers.retain(|header| !is_secret(header));
    options.proxy = options.proxy.as_ref().map(Proxy::without_login);
    options
}

/// All that can change of a download, but for its place.
#[derive(Serialize)]
pub(super) struct Saved<'a> {
    id: DownloadId,
    rest: &'static str,
    name: &'a str,
    url: &'a str,
    host: String,
    folder: Cow<'a, str>,
    part: Option<Cow<'a, str>>,
    /// The finished file, or the one whose place an unfinished one takes.
    path: Option<Cow<'a, str>>,
    size: Option<u64>,
    received: u64,
    failure: Option<&'a Failure>,
    resource: Option<&'a Resource>,
    options: Kept,
    kind: &'a str,
    link: i64,
    finished: Option<u64>,
}

impl<'a> Saved<'a> {
    pub fn of(download: &'a Download) -> Self {
        let (failure, path) = match &download.rest {
            Rest::Queued | Rest::Paused => (None, download.replaces.as_ref()),
            Rest::Failed { failure } => (Some(failure), download.replaces.as_ref()),
            Rest::Completed { path } => (None, Some(path)),
        };
        Self {
            id: download.id,
            rest: rest_name(&download.rest),
            name: &download.name,
            url: &download.url,
            host: download.host(),
            folder: download.folder.to_string_lossy(),
            part: download.part.as_ref().map(|part| part.to_string_lossy()),
            path: path.map(|path| path.to_string_lossy()),
            size: download.size(),
            received: download.received,
            failure,
            resource: download.resource.as_ref(),
            options: Kept::of(&download.options),
            kind: &download.kind,
            link: link_of(&download.url),
            finished: download.finished,
        }
    }
}

pub(super) fn rest_name(rest: &Rest) -> &'static str {
    match rest {
        Rest::Queued => "queued",
        Rest::Paused => "paused",
        Rest::Failed { .. } => "failed",
        Rest::Completed { .. } => "completed",
    }
}

/// All rows that a statement selects, as one text for [`downloads_in`]: a row by itself costs a hop to SQLite's thread and
/// back, and each of its values a copy.
pub(super) const AS_JSON: &str = "json_group_array(json_array(id, queue, position, starts, rest, name, url, folder, part, path, \
                                  received, failure, resource, options, created, finished, kind, \
                                  (SELECT json_group_array(tag) FROM tags WHERE download = downloads.id)))";

/// What [`AS_JSON`] makes of a row, in its order.
#[derive(Deserialize)]
struct Stored<'a> {
    id: DownloadId,
    queue: QueueId,
    position: i64,
    starts: Option<i64>,
    #[serde(borrow)]
    rest: Cow<'a, str>,
    name: String,
    url: String,
    folder: PathBuf,
    part: Option<PathBuf>,
    path: Option<PathBuf>,
    received: i64,
    failure: Option<String>,
    resource: Option<String>,
    options: String,
    created: i64,
    finished: Option<i64>,
    kind: Option<String>,
    tags: Vec<String>,
}

/// The downloads in a text by [`AS_JSON`], in no order.
///
/// # Errors
/// `Decode` if it is none.
pub(super) fn downloads_in(text: &str) -> sqlx::Result<Vec<Download>> {
    let rows: Vec<Stored<'_>> =
        serde_json::from_str(text).map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
    Ok(rows.into_iter().map(Download::from).collect())
}

impl From<Stored<'_>> for Download {
    fn from(row: Stored<'_>) -> Self {
        let (path, replaces) = if row.rest == "completed" { (row.path, None) } else { (None, row.path) };
        let rest = match row.rest.as_ref() {
            "paused" => Rest::Paused,
            "completed" => Rest::Completed { path: path.unwrap_or_default() },
            "failed" => match row.failure.and_then(|failure| serde_json::from_str(&failure).ok()) {
                Some(failure) => Rest::Failed { failure },
                // Written by another version: trying again finds out anew what is wrong.
                None => Rest::Paused,
            },
            _ => Rest::Queued,
        };
        let mut tags = row.tags;
        tag::sort(&mut tags);
        Download {
            id: row.id,
            queue: row.queue,
            position: row.position,
            starts: row.starts.map(i64::cast_unsigned),
            rest,
            url: row.url,
            folder: row.folder,
            name: row.name,
            part: row.part,
            replaces,
            // What another version or a bad disk wrote and this one cannot read costs the option, not the list.
            resource: row.resource.and_then(|resource| serde_json::from_str(&resource).ok()),
            received: row.received.cast_unsigned(),
            options: serde_json::from_str(&row.options).unwrap_or_default(),
            kind: row.kind.unwrap_or_else(|| kind::OTHER.to_owned()),
            tags,
            created: row.created.cast_unsigned(),
            finished: row.finished.map(i64::cast_unsigned),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Database;
    use crate::store;

    #[tokio::test]
    async fn what_cannot_be_read_costs_only_itself() {
        let store = store::open(&Database::Memory).await.unwrap().store;
        let name = "a \"quoted\"\n\u{1f600} name";
        sqlx::query(
            "INSERT INTO downloads (id, position, rest, name, url, host, folder, received, failure, resource, options, created) \
             VALUES (7, -1, 'failed', ?, 'http://a/', 'a', '/d', 9223372036854775807, 'no json', '{\"size\"', '[1', 5)",
        )
        .bind(name)
        .execute(&store.pool)
        .await
        .unwrap();
        let download = store.download(DownloadId(7)).await.unwrap().unwrap();
        assert_eq!((download.name.as_str(), download.url.as_str()), (name, "http://a/"));
        assert_eq!(
            (download.position, download.received, download.created),
            (-1, i64::MAX.cast_unsigned(), 5)
        );
        assert_eq!(
            (download.rest, download.options, download.resource),
            (Rest::Paused, Options::default(), None)
        );
        assert_eq!(store.download(DownloadId(8)).await.unwrap(), None);
    }
}
