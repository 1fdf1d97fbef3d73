//! Where a file goes, once its server said what it is: kinds and rules are asked once more, by the dispatcher, before the first
//! byte is written.

use haul_core::Resource;
use std::path::PathBuf;
use tokio::sync::oneshot;

use super::limiter::Limiter;
use super::{Halt, Report, Transfer};
use crate::files::{self, blocking};
use crate::protocol::{Answer, Source};

/// What a first answer says of a file, with the place for what follows from it.
#[derive(Debug)]
pub struct Answered {
    pub resource: Resource,
    pub name: String,
    pub reply: oneshot::Sender<Place>,
}

/// What follows for the transfer.
#[derive(Debug)]
pub struct Place {
    pub folder: PathBuf,
    pub connections: Option<u32>,
}

impl Transfer {
    /// What `answer` says of the file, if kinds and rules still have a say: nothing of the file is there.
    pub(super) fn open_to_rules(&self, answer: &Answer) -> Option<(Resource, String)> {
        let Transfer { download, repair, .. } = self;
        let is_open = download.options.ruled.is_some()
            && download.part.is_none()
            && download.replaces.is_none()
            && repair.is_none();
        is_open.then(|| (answer.resource.clone(), self.name_for(answer)))
    }

    /// Goes where kinds and rules say of what the file is and what it is called.
    ///
    /// # Errors
    /// `Cancelled` if it is to wait from now on, and a failure if the folder cannot be made.
    pub(super) async fn sort_by(&mut self, (resource, name): (Resource, String)) -> Result<(), Halt> {
        let (reply, told) = oneshot::channel();
        let answered = Answered { resource, name, reply };
        self.report(Report::Answered(Box::new(answered))).await;
        let place = tokio::select! {
            place = told => place,
            () = self.stop.cancelled() => return Err(Halt::Cancelled),
        };
        // Who does not answer has nothing to say.
        let Ok(Place { folder, connections }) = place else { return Ok(()) };
        if self.stop.is_cancelled() {
            return Err(Halt::Cancelled);
        }
        self.download.options.connections = connections;
        if folder != self.download.folder {
            self.download.folder.clone_from(&folder);
            blocking(move || files::make_folder(&folder)).await?;
        }
        Ok(())
    }

    /// What limits bytes from `source`.
    pub(super) fn limiter_at(&self, source: &Source) -> Limiter {
        self.limiter.at(&self.host_limits, source.host())
    }
}
