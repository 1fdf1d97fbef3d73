//! Reading: the store is asked directly, and what runs now is laid over its answer.

use haul_core::statistics::days_until;
use haul_core::{
    Details, DownloadId, DownloadRow, Facets, Failure, LogLine, Page, Probe, Rest, Statistics, ToldLine,
    ViewPage, ViewQuery,
};
use std::collections::HashMap;
use std::time::Duration;
use tokio::time::timeout;

use super::Engine;
use crate::EngineError;
use crate::glances;
use crate::protocol::Source;

/// A page that takes longer is none that somebody waits for.
const LOOK_WITHIN: Duration = Duration::from_secs(60);

impl Engine {
    /// What was received in the last `days` days, today included, of downloads that are on the list and of others.
    pub async fn statistics(&self, days: u32) -> Result<Statistics, EngineError> {
        let clock = &self.shared.clock;
        let days = days_until(clock.now(), days, &clock.zone());
        Ok(self.shared.store.statistics(days).await?)
    }

    /// The rows that a window wants to show.
    pub async fn view(&self, query: ViewQuery) -> Result<ViewPage, EngineError> {
        let live = self.shared.live.borrow().clone();
        let mut page = self.shared.store.view(&query, &live.ids(query.sort.key)).await?;
        for row in &mut page.rows {
            live.lay_over(row);
        }
        // Whether the finished ones are still there is told later. Where many wait to be looked for, the next look is as good.
        self.shared.glances.try_send(glances::of_rows(&page.rows)).unwrap_or_default();
        Ok(page)
    }

    /// The ids of all rows of a view, whatever its page, in order.
    pub async fn ids_of(&self, query: &ViewQuery) -> Result<Vec<DownloadId>, EngineError> {
        let running = self.shared.live.borrow().ids(query.sort.key);
        Ok(self.shared.store.ids_of(query, &running).await?)
    }

    /// Which row of a view `id` is, whatever its page; none: it is not in it.
    pub async fn index_of(&self, query: &ViewQuery, id: DownloadId) -> Result<Option<u32>, EngineError> {
        let running = self.shared.live.borrow().ids(query.sort.key);
        Ok(self.shared.store.index_of(query, &running, id).await?)
    }

    /// Which row of a view is the first at or after `from` whose name begins with `text`; if there is none, the first of all.
    pub async fn index_of_prefix(
        &self,
        query: &ViewQuery,
        text: &str,
        from: u32,
    ) -> Result<Option<u32>, EngineError> {
        let running = self.shared.live.borrow().ids(query.sort.key);
        Ok(self.shared.store.index_of_prefix(query, &running, text, from).await?)
    }

    /// What downloads have in common beside their states.
    pub async fn facets(&self) -> Result<Facets, EngineError> {
        Ok(self.shared.store.facets().await?)
    }

    /// Those of `ids` that are on the list, as it shows them, in no order.
    pub async fn rows(&self, ids: &[DownloadId]) -> Result<Vec<DownloadRow>, EngineError> {
        let live = self.shared.live.borrow().clone();
        let mut rows = self.shared.store.rows(ids).await?;
        for row in &mut rows {
            live.lay_over(row);
        }
        Ok(rows)
    }

    /// What happened to each of `ids`, as far as it is written down by now; those to which nothing did are left out.
    pub async fn logs(&self, ids: &[DownloadId]) -> Result<HashMap<DownloadId, Vec<LogLine>>, EngineError> {
        Ok(self.shared.store.logs(ids).await?)
    }

    /// All about one download; none if it is not on the list.
    pub async fn details(&self, id: DownloadId) -> Result<Option<Details>, EngineError> {
        let live = self.shared.live.borrow().clone();
        let Some(mut stored) = self.shared.store.download(id).await? else { return Ok(None) };
        live.lay_secrets_over(&mut stored);
        // What its transfer learned is written down a little later.
        let now = live.download(id).filter(|_| stored.rest == Rest::Queued).unwrap_or(&stored);
        let mut details = self.shared.store.details(now).await?;
        live.lay_over(&mut details.row);
        live.lay_segments_over(id, &mut details.segments);
        Ok(Some(details))
    }

    /// All that happened to a download as JSON, an object for each line, as far as it is written down by now; none if it is not
    /// on the list. It holds no secrets.
    pub async fn log_json(&self, id: DownloadId) -> Result<Option<String>, EngineError> {
        let Some(download) = self.shared.store.download(id).await? else { return Ok(None) };
        let lines = self.shared.store.whole_log(&download).await?;
        let told: Vec<ToldLine> = lines.into_iter().map(ToldLine::from).collect();
        Ok(serde_json::to_string_pretty(&told).ok())
    }

    /// Asks what `url` holds without adding it.
    ///
    /// # Errors
    /// Why it could not be said, as a download of it would fail.
    pub async fn probe(&self, url: &str, headers: Vec<(String, String)>) -> Result<Probe, Failure> {
        let url = haul_core::download::parse_url(url)?;
        let source = Source::new(url, headers, &self.shared.settings.borrow());
        self.shared.protocols.probe(&source).await
    }

    /// The files that the web page at `url` leads to; none: it is no web page, or [`Engine::stop_looking`] was called.
    ///
    /// # Errors
    /// Why it could not be read, as a download of it would fail.
    pub async fn look_into(
        &self,
        url: &str,
        headers: Vec<(String, String)>,
    ) -> Result<Option<Page>, Failure> {
        let url = haul_core::download::parse_url(url)?;
        let source = Source::new(url, headers, &self.shared.settings.borrow());
        let stopped = self.shared.looks.notified();
        let reading = timeout(LOOK_WITHIN, self.shared.protocols.page(&source));
        tokio::select! {
            read = reading => read.unwrap_or_else(|_| Err(Failure::TimedOut { host: source.host().to_owned() })),
            () = stopped => Ok(None),
        }
    }

    /// Nobody waits for what pages lead to any more.
    pub fn stop_looking(&self) {
        self.shared.looks.notify_waiters();
    }
}
