//! A download as a row: read from columns, written as JSON, so that one statement takes any number of them.

use haul_core::{Download, DownloadId, Failure, Options, Resource, Rest};
use serde::Serialize;
use sqlx::sqlite::SqliteRow;
use sqlx::types::Json;
use sqlx::{FromRow, Row};
use std::borrow::Cow;
use std::path::PathBuf;

/// A request header whose name has one of these in it is a secret: kept in memory while the engine runs, never in the
/// database.
const SECRETS: [&str; 6] = ["auth", "cookie", "token", "key", "secret", "password"];

/// Whether a row would not hold all of `options`.
pub fn has_secrets(options: &Options) -> bool {
    options.headers.iter().any(is_secret)
}

fn is_secret((name, _): &(String, String)) -> bool {
    SECRETS.iter().any(|word| name.to_ascii_lowercase().contains(word))
}

/// Options as they may be written.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Kept {
    /// The usual ones ask for nothing, and take no room.
    Usual {},
    Special(Options),
}

impl Kept {
    pub fn of(options: &Options) -> Self {
        let kept = without_secrets(options);
        if kept == Options::default() { Self::Usual {} } else { Self::Special(kept) }
    }
}

fn without_secrets(options: &Options) -> Options {
    let mut options = options.clone();
    options.headers.retain(|header| !is_secret(header));
    options
}

/// All that can change of a download, but for its position.
#[derive(Serialize)]
pub(super) struct Saved<'a> {
    id: DownloadId,
    rest: &'static str,
    name: &'a str,
    folder: Cow<'a, str>,
    part: Option<Cow<'a, str>>,
    path: Option<Cow<'a, str>>,
    size: Option<u64>,
    received: u64,
    failure: Option<&'a Failure>,
    resource: Option<&'a Resource>,
    options: Kept,
    finished: Option<u64>,
}

impl<'a> Saved<'a> {
    pub fn of(download: &'a Download) -> Self {
        let (failure, path) = match &download.rest {
            Rest::Queued | Rest::Paused => (None, None),
            Rest::Failed { failure } => (Some(failure), None),
            Rest::Completed { path } => (None, Some(path.to_string_lossy())),
        };
        Self {
            id: download.id,
            rest: rest_name(&download.rest),
            name: &download.name,
            folder: download.folder.to_string_lossy(),
            part: download.part.as_ref().map(|part| part.to_string_lossy()),
            path,
            size: download.size(),
            received: download.received,
            failure,
            resource: download.resource.as_ref(),
            options: Kept::of(&download.options),
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

/// A row as a download.
pub(super) struct Stored(pub Download);

impl FromRow<'_, SqliteRow> for Stored {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        let rest = match row.try_get("rest")? {
            "paused" => Rest::Paused,
            "completed" => {
                Rest::Completed { path: row.try_get::<Option<String>, _>("path")?.unwrap_or_default().into() }
            }
            "failed" => match row.try_get::<Option<Json<_>>, _>("failure") {
                Ok(Some(Json(failure))) => Rest::Failed { failure },
                // Written by another version: trying again finds out anew what is wrong.
                Ok(None) | Err(_) => Rest::Paused,
            },
            _ => Rest::Queued,
        };
        // What another version or a bad disk wrote and this one cannot read costs the option, not the list.
        let Json(options) = row.try_get::<Json<Options>, _>("options").unwrap_or_default();
        let resource = row.try_get::<Option<Json<Resource>>, _>("resource").unwrap_or_default();
        Ok(Stored(Download {
            id: DownloadId(row.try_get("id")?),
            position: row.try_get("position")?,
            rest,
            url: row.try_get("url")?,
            folder: row.try_get::<String, _>("folder")?.into(),
            name: row.try_get("name")?,
            part: row.try_get::<Option<String>, _>("part")?.map(PathBuf::from),
            resource: resource.map(|Json(resource)| resource),
            received: row.try_get::<i64, _>("received")?.cast_unsigned(),
            options,
            created: row.try_get::<i64, _>("created")?.cast_unsigned(),
            finished: row.try_get::<Option<i64>, _>("finished")?.map(i64::cast_unsigned),
        }))
    }
}
