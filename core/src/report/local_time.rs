//! Converts a moment to the date and time of the person's clock.
//!
//! Pure: uses the offset stored with the moment and no time zone database.

use super::log::Moment;
use jiff::{Timestamp, civil::DateTime, tz::Offset};

/// The person's date and time at `moment`, to the second; `None` if the moment is out of range.
pub fn local_time(moment: Moment) -> Option<DateTime> {
    let seconds = moment.unix_ms.div_euclid(1000);
    let local = seconds.saturating_add(i64::from(moment.offset_minutes) * 60);
    Some(Offset::UTC.to_datetime(Timestamp::from_second(local).ok()?))
}
