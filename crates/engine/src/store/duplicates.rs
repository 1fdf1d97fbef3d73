//! Which of many links are on the list already: one statement, whatever their number, and a look along an index for each.

use haul_core::download::{host_of, link_of, parse_url};
use haul_core::{Candidate, DownloadId, Sameness};
use serde::Serialize;
use sqlx::types::Json;
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use super::Store;

/// One that is asked about, as SQLite reads it.
#[derive(Serialize)]
struct Asked<'a> {
    index: u32,
    link: i64,
    url: String,
    host: String,
    folder: String,
    name: Option<&'a str>,
    size: Option<u64>,
    validator: Option<String>,
}

/// The first of these is the surest.
const FIND: &str = "\
    WITH asked AS MATERIALIZED (SELECT value FROM json_each(?)) \
    SELECT a.value ->> 'index', 0, d.id FROM asked AS a CROSS JOIN downloads AS d ON d.link = a.value ->> 'link' \
        AND substr(d.url, 1, instr(d.url || '#', '#') - 1) = a.value ->> 'url' \
    UNION ALL SELECT a.value ->> 'index', 1, d.id FROM asked AS a CROSS JOIN downloads AS d ON d.size = a.value ->> 'size' \
        AND d.resource ->> '$.validator' = a.value ->> 'validator' \
        AND (d.host = a.value ->> 'host' OR d.name = a.value ->> 'name') WHERE a.value ->> 'validator' IS NOT NULL \
    UNION ALL SELECT a.value ->> 'index', 2, d.id FROM asked AS a CROSS JOIN downloads AS d \
        ON d.name = a.value ->> 'name' COLLATE NOCASE AND d.folder = a.value ->> 'folder' WHERE a.value ->> 'name' IS NOT NULL";

impl Store {
    /// Which download each of `candidates` is already, if any, by their places among them; the latest, if there are several.
    pub async fn duplicates(
        &self,
        candidates: &[Candidate],
        folder: &Path,
    ) -> sqlx::Result<BTreeMap<u32, (Sameness, DownloadId)>> {
        let asked: Vec<Asked<'_>> =
            (0..).zip(candidates).filter_map(|(index, candidate)| asked(index, candidate, folder)).collect();
        if asked.is_empty() {
            return Ok(BTreeMap::new());
        }
        let found: Vec<(u32, u8, u32)> = sqlx::query_as(FIND).bind(Json(asked)).fetch_all(&self.pool).await?;
        let mut duplicates: BTreeMap<u32, (Sameness, DownloadId)> = BTreeMap::new();
        for (index, by, id) in found {
            let by = match by {
                0 => Sameness::Link,
                1 => Sameness::Identity,
                _ => Sameness::Target,
            };
            let known = duplicates.entry(index).or_insert((by, DownloadId(id)));
            if by < known.0 || (by == known.0 && id > known.1.0) {
                *known = (by, DownloadId(id));
            }
        }
        Ok(duplicates)
    }
}

/// None: it is no address, and so on no list.
fn asked<'a>(index: u32, candidate: &'a Candidate, folder: &Path) -> Option<Asked<'a>> {
    let url = parse_url(&candidate.url).ok()?;
    let url = url.as_str().split('#').next().unwrap_or_default().to_owned();
    let size = candidate.size.filter(|size| *size > 0);
    let validator = candidate.validator.as_ref().filter(|_| size.is_some());
    Some(Asked {
        index,
        link: link_of(&url),
        host: host_of(&url),
        folder: candidate.folder.as_deref().unwrap_or(folder).to_string_lossy().into_owned(),
        name: candidate.name.as_deref().filter(|name| !name.is_empty()),
        size,
        validator: validator.and_then(|validator| serde_json::to_string(validator).ok()),
        url,
    })
}

/// Where a download waits that would have this name there.
const FIND_PROMISED: &str = "\
    SELECT a.value ->> 'at' FROM json_each(?) AS a CROSS JOIN downloads AS d ON d.name = a.value ->> 'name' COLLATE NOCASE \
        AND d.folder = a.value ->> 'folder' AND d.rest <> 'completed'";

#[derive(Serialize)]
struct Target<'a> {
    at: usize,
    folder: std::borrow::Cow<'a, str>,
    name: std::borrow::Cow<'a, str>,
}

impl Store {
    /// Those of `targets` that unfinished downloads have or will have.
    pub async fn promised(&self, targets: &[PathBuf]) -> sqlx::Result<HashSet<PathBuf>> {
        let asked = targets.iter().enumerate().filter_map(|(at, target)| {
            let name = target.file_name()?.to_string_lossy();
            Some(Target { at, folder: target.parent()?.to_string_lossy(), name })
        });
        let asked: Vec<Target<'_>> = asked.collect();
        if asked.is_empty() {
            return Ok(HashSet::new());
        }
        let found: Vec<(u32,)> =
            sqlx::query_as(FIND_PROMISED).bind(Json(asked)).fetch_all(&self.pool).await?;
        Ok(found.into_iter().filter_map(|(at,)| targets.get(at as usize).cloned()).collect())
    }
    /// Those that are called as `path` is, in its folder: finished, or to be.
    pub async fn named(&self, path: &Path) -> sqlx::Result<Vec<DownloadId>> {
        let (Some(name), Some(folder)) = (path.file_name(), path.parent()) else { return Ok(Vec::new()) };
        let found: Vec<u32> =
            sqlx::query_scalar("SELECT id FROM downloads WHERE name = ? COLLATE NOCASE AND folder = ?")
                .bind(name.to_string_lossy())
                .bind(folder.to_string_lossy())
                .fetch_all(&self.pool)
                .await?;
        Ok(found.into_iter().map(DownloadId).collect())
    }
}
