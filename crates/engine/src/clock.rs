//! The time of day, as the list keeps it.

use haul_core::Timestamp;
use std::time::SystemTime;

/// Now.
pub fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
