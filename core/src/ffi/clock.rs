//! The clock of this device. Facts and rules never read it: a call takes the time here and passes it
//! on.

use crate::report::Moment;
use std::time::{SystemTime, UNIX_EPOCH};

/// Now, in a zone that is `offset_minutes` ahead of UTC.
pub fn now(offset_minutes: i32) -> Moment {
    Moment { unix_ms: unix_ms(), offset_minutes }
}

/// Milliseconds since 1970-01-01 00:00 UTC; 0 if the clock shows an earlier time.
pub fn unix_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
