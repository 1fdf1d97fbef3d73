//! Queues, and what is in them.

use haul_core::{DownloadId, Place, Priority, QueueId, QueueSettings, RemovedQueue};

use super::{Answer, TheHost};

#[tauri::command]
#[specta::specta]
pub(crate) async fn set_priority(
    host: TheHost<'_>,
    ids: Vec<DownloadId>,
    priority: Priority,
) -> Answer<Vec<Place>> {
    Ok(host.engine().await.set_priority(ids, priority).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn start_at(host: TheHost<'_>, ids: Vec<DownloadId>, starts: Option<u64>) -> Answer {
    Ok(host.engine().await.start_at(ids, starts).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn assign(host: TheHost<'_>, ids: Vec<DownloadId>, queue: QueueId) -> Answer {
    Ok(host.engine().await.assign(ids, queue).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn add_queue(host: TheHost<'_>, settings: QueueSettings) -> Answer<QueueId> {
    Ok(host.engine().await.add_queue(settings).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn set_queue(host: TheHost<'_>, id: QueueId, settings: QueueSettings) -> Answer {
    Ok(host.engine().await.set_queue(id, settings).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn move_queue(host: TheHost<'_>, id: QueueId, before: Option<QueueId>) -> Answer {
    Ok(host.engine().await.move_queue(id, before).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_queue(host: TheHost<'_>, id: QueueId) -> Answer<RemovedQueue> {
    Ok(host.engine().await.remove_queue(id).await?)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_queue(host: TheHost<'_>, removed: RemovedQueue) -> Answer {
    Ok(host.engine().await.restore_queue(removed).await?)
}
