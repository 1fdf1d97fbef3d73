//! The whole life of a download: where it rests, what it does while a task works on it, how that task may end.
//!
//! "Running" is missing from [`Rest`] on purpose: it is true only while a task exists, so no crash can leave a row that
//! claims to be running. "Pausing" is missing too: a task that is present while the rest is not `Queued` *is* pausing.

use serde::{Deserialize, Serialize};
use std::path::PathBuf;

use crate::{Compared, Failure, Timestamp};

/// Where a download is when no task works on it; at the same time what the user last wished for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Rest {
    /// Waits for a slot.
    Queued,
    /// Waits for the user.
    Paused,
    /// Needs the user: no automatic try will help, or all were used up.
    Failed { failure: Failure },
    /// The whole file lies at `path`.
    Completed { path: PathBuf },
}

/// Where an unfinished download rests, without why: all that is kept in memory of one that merely waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resting {
    Queued,
    Paused,
    Failed,
}

/// How a transfer ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Completed(PathBuf),
    Failed(Failure),
    /// Stopped because somebody asked for it; the checkpoint is saved.
    Cancelled,
}

impl Rest {
    /// Where a download rests after its transfer ended with `outcome`, when the user last wished for `wish`.
    ///
    /// A file that became whole is whole, whatever was wished meanwhile. A failure that comes while the user pauses is
    /// no news: the wish stays.
    pub fn after(outcome: Outcome, wish: Rest) -> Rest {
        match (outcome, wish) {
            (Outcome::Completed(path), _) => Rest::Completed { path },
            (Outcome::Failed(failure), Rest::Queued) => Rest::Failed { failure },
            (Outcome::Failed(_), wish @ (Rest::Paused | Rest::Failed { .. } | Rest::Completed { .. })) => {
                wish
            }
            (Outcome::Cancelled, wish) => wish,
        }
    }

    /// Whether nothing is left to do: such a download needs no place in the dispatcher's memory.
    pub fn is_completed(&self) -> bool {
        self.resting().is_none()
    }

    /// Why it cannot go on.
    pub fn failure(&self) -> Option<&Failure> {
        match self {
            Rest::Failed { failure } => Some(failure),
            Rest::Queued | Rest::Paused | Rest::Completed { .. } => None,
        }
    }

    /// None for what is completed.
    pub fn resting(&self) -> Option<Resting> {
        match self {
            Rest::Queued => Some(Resting::Queued),
            Rest::Paused => Some(Resting::Paused),
            Rest::Failed { .. } => Some(Resting::Failed),
            Rest::Completed { .. } => None,
        }
    }
}

/// What a running transfer does right now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Activity {
    /// Asks the server what it holds.
    Probing,
    Downloading,
    /// Waits before it tries again.
    Retrying {
        failure: Failure,
        /// Which try comes next, from 2.
        attempt: u32,
        /// The last that there will be, unless one of them brings something.
        of: u32,
        /// When it will be made.
        #[cfg_attr(feature = "specta", specta(type = u32))]
        at: Timestamp,
    },
    /// No network: goes on by itself once there is one.
    WaitingForNetwork,
    /// Makes sure that what is there is what it has to be; none while it only asks what that is.
    Verifying {
        compared: Option<Compared>,
    },
    /// Syncs the file and gives it its final name.
    Finishing,
}

/// Why a transfer was not faster in the last seconds: the resource that was used up while all others had some left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Bound {
    /// The limit of this download.
    OwnLimit,
    /// The limit of the host that it comes from.
    HostLimit,
    /// The limit of its queue.
    QueueLimit,
    /// The limit for all downloads.
    GlobalLimit,
    /// The same, while it is the slow one that is switched on for a while.
    Turtle,
    /// What is left of the line when others send what they want: [`crate::Settings::leave_room`].
    Others,
    /// The server gives each connection so much; with more of them it would go faster.
    Connection,
    /// The server gives so much over all connections.
    Server,
    /// The proxy takes long to connect, or gives no more.
    Proxy,
    /// Looking up the server's address takes long.
    Dns,
    /// Most of the time passes between tries that fail.
    Retries,
    /// The line to the network is full: what other downloads fetch is missing here.
    Line,
    /// The disk does not write faster.
    Disk,
    /// This computer does not work faster.
    Processor,
}

/// What the outside is told of a download's state: where it rests, or what its transfer does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "state", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Status {
    Queued,
    Running { activity: Activity },
    Paused,
    Failed { failure: Failure },
    Completed { path: PathBuf },
}

impl From<Rest> for Status {
    fn from(rest: Rest) -> Self {
        match rest {
            Rest::Queued => Status::Queued,
            Rest::Paused => Status::Paused,
            Rest::Failed { failure } => Status::Failed { failure },
            Rest::Completed { path } => Status::Completed { path },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failed() -> Outcome {
        Outcome::Failed(Failure::NotFound { status: 404 })
    }

    #[test]
    fn a_cancelled_transfer_keeps_the_wish() {
        assert_eq!(Rest::after(Outcome::Cancelled, Rest::Paused), Rest::Paused);
        assert_eq!(Rest::after(Outcome::Cancelled, Rest::Queued), Rest::Queued);
    }

    #[test]
    fn a_whole_file_is_whole_whatever_was_wished() {
        let path = PathBuf::from("/a");
        assert_eq!(Rest::after(Outcome::Completed(path.clone()), Rest::Paused), Rest::Completed { path });
    }

    #[test]
    fn a_failure_while_pausing_is_no_news() {
        assert_eq!(Rest::after(failed(), Rest::Paused), Rest::Paused);
        assert!(matches!(Rest::after(failed(), Rest::Queued), Rest::Failed { .. }));
    }
}
