//! What a search finds: each word in the name, what the person wrote below it, the host, the folder or a tag. Hosts, folders and
//! tags are few, however long the list is: those that have the word are found first, and then who has them.

use haul_core::fold::fold;
use sqlx::SqliteConnection;
use sqlx::types::Json;
use std::collections::HashSet;

use super::found::{read, select_ids};
use crate::store::facets::{self, Common};
use crate::store::index::Index;
use crate::store::open::is_damaged;
use crate::store::tags::{tagged_with, tags_in_use};

/// The ids of what has `word` in it, ascending; none: everything has. It is folded already.
pub async fn ids_with(
    reading: &mut SqliteConnection,
    index: Option<&Index>,
    word: &str,
) -> sqlx::Result<Option<Vec<u32>>> {
    let mut common = Vec::new();
    for facet in [Common::Host, Common::Folder] {
        let all = facets::values(reading, facet).await?;
        let with: Vec<&String> = all.iter().filter(|value| fold(value).contains(word)).collect();
        // As a letter of the one folder that everything goes to: no name has to be read.
        if !all.is_empty() && with.len() == all.len() {
            return Ok(None);
        }
        if !with.is_empty() {
            common.push(with_one_of(reading, facet, &with).await?);
        }
    }
    let mut ids = written_in(reading, index, word).await?;
    ids.extend(common.into_iter().flatten());
    // Who writes "#work" means the tag.
    let in_tag = word.strip_prefix('#').filter(|word| !word.is_empty()).unwrap_or(word);
    let mut tags = tags_in_use(reading).await?;
    tags.retain(|tag| fold(tag).contains(in_tag));
    if !tags.is_empty() {
        ids.extend(tagged_with(reading, &tags).await?);
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(Some(ids))
}

/// The ids of those that have one of these `values`.
async fn with_one_of(
    reading: &mut SqliteConnection,
    common: Common,
    values: &[&String],
) -> sqlx::Result<Vec<u32>> {
    let mut select = select_ids();
    select.push(format!(" WHERE {} IN (SELECT value FROM json_each(", common.name()));
    select.push_bind(Json(values)).push("))");
    read(reading, select).await
}

/// In their names and notes: what the index knows is looked up, all else is read.
async fn written_in(
    reading: &mut SqliteConnection,
    index: Option<&Index>,
    word: &str,
) -> sqlx::Result<Vec<u32>> {
    let Some(index) = index else { return read_all(reading, 0, word).await };
    // Before it is asked: what it learns meanwhile is found twice rather than not at all.
    let upto = index.upto();
    let changed = "SELECT json_group_array(json_array(id, text)) FROM unindexed";
    let Json(changed): Json<Vec<(u32, Option<String>)>> =
        sqlx::query_scalar(changed).fetch_one(&mut *reading).await?;
    let mut ids = match index.find(word).await {
        Ok(ids) => ids,
        Err(error) => {
            tracing::warn!(%error, "the search index cannot be read");
            if is_damaged(&error) {
                index.begin_anew().await.unwrap_or_else(|error| tracing::warn!(%error, "nor made anew"));
            }
            return read_all(reading, 0, word).await;
        }
    };
    let outdated: HashSet<u32> = changed.iter().map(|(id, _)| *id).collect();
    ids.retain(|id| !outdated.contains(id));
    ids.extend(read_all(reading, upto, word).await?);
    let others = changed.into_iter().filter_map(|(id, text)| fold(&text?).contains(word).then_some(id));
    ids.extend(others);
    Ok(ids)
}

/// Of those with ids after `after`, by reading them.
async fn read_all(reading: &mut SqliteConnection, after: u32, word: &str) -> sqlx::Result<Vec<u32>> {
    let select = "SELECT json_group_array(json_array(id, searched)) FROM downloads WHERE id > ?";
    let Json(texts): Json<Vec<(u32, String)>> =
        sqlx::query_scalar(select).bind(after).fetch_one(reading).await?;
    Ok(texts.into_iter().filter(|(_, text)| fold(text).contains(word)).map(|(id, _)| id).collect())
}

/// The ids of those whose names begin with `text`, ascending. Only ASCII is the same in upper and lower case here: an index
/// has them in that order.
pub async fn ids_named(reading: &mut SqliteConnection, text: &str) -> sqlx::Result<Vec<u32>> {
    let mut ids = Vec::new();
    for text in variants(text) {
        let mut select = select_ids();
        select.push(" WHERE name COLLATE NOCASE >= ").push_bind(text.clone());
        select.push(" AND name COLLATE NOCASE < ").push_bind(format!("{text}\u{10ffff}"));
        ids.extend(read(reading, select).await?);
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// As it is typed, and with its letters in lower case, in upper case, and with the first one in upper case.
fn variants(text: &str) -> Vec<String> {
    let mut chars = text.chars();
    let capital = chars.next().map(|first| first.to_uppercase().chain(chars).collect());
    let mut variants: Vec<String> =
        [text.to_owned(), text.to_lowercase(), text.to_uppercase()].into_iter().chain(capital).collect();
    variants.sort_unstable();
    variants.dedup();
    variants
}
