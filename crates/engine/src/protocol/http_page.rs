//! What a web page leads to: as much of it as a person would read is fetched, and searched on a blocking thread.

use futures::StreamExt;
use haul_core::page::{Page, text_of};
use haul_core::{Failure, http as rules};
use url::Url;

use super::Answer;
use crate::files::blocking;

/// Of longer pages the beginning is read.
const MOST: usize = 8 << 20;

/// None: it is no web page. Nothing of it is read then.
pub(super) async fn read(answer: Answer) -> Result<Option<Page>, Failure> {
    let content_type = answer.resource.content_type;
    if answer.attachment || !rules::is_web_page(content_type.as_deref().unwrap_or_default()) {
        return Ok(None);
    }
    let at = answer.resource.final_url;
    let url = Url::parse(&at).map_err(|_| Failure::InvalidUrl { url: at })?;
    let mut body = answer.body;
    let (mut bytes, mut cut) = (Vec::new(), false);
    while let Some(more) = body.next().await {
        let more = more?;
        let room = MOST - bytes.len();
        cut = more.len() > room;
        bytes.extend_from_slice(&more[..more.len().min(room)]);
        if cut {
            break;
        }
    }
    let page = blocking(move || Ok(Page::of(&url, &text_of(&bytes, content_type.as_deref())))).await?;
    Ok(Some(Page { cut: page.cut || cut, ..page }))
}
