//! The handle of an open pack: its connection, its metadata, its age, and how look-ups query it.
//!
//! Depends on no table.

use std::fmt;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OptionalExtension, Params, Row};
use yanka_types::Moment;

use super::format::Metadata;
use super::open;
use crate::error::Error;

/// Age in days from which a report remarks that the pack is old. The pack is still used. Empirical;
/// no measurement recorded.
const OLD_AFTER_DAYS: i64 = 90;

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

static EMBEDDED: &[u8] = include_bytes!("../../../../rules/pack/yanka.pack");

/// An open pack. Threads may share it; look-ups are serialised on one connection.
pub struct Pack {
    database: Mutex<Connection>,
    metadata: Metadata,
    installed: bool,
}

impl Pack {
    /// Opens the pack that is embedded in this program.
    ///
    /// # Errors
    /// Only where the program was built with a pack of another format.
    pub fn embedded() -> Result<Self, Error> {
        Self::from_connection(open::from_static(EMBEDDED)?, false)
    }

    /// Opens a pack from bytes without verifying a signature: for the rule compiler and tests, which
    /// read packs before they are signed. Never use it for untrusted input.
    ///
    /// # Errors
    /// Where the bytes are no pack of this format.
    pub fn open_unverified(bytes: &[u8]) -> Result<Self, Error> {
        Self::from_connection(open::from_bytes(bytes)?, false)
    }

    /// Opens a pack file without verifying a signature: for benchmarks and comparisons.
    ///
    /// # Errors
    /// Where the file is no pack of this format.
    pub fn open_unverified_file(path: &Path) -> Result<Self, Error> {
        Self::from_connection(open::from_file(path)?, false)
    }

    pub(super) fn from_connection(database: Connection, installed: bool) -> Result<Self, Error> {
        let metadata = open::metadata(&database)?;
        Ok(Self { database: Mutex::new(database), metadata, installed })
    }

    /// Version, date and count of rules, as the pack states them.
    #[must_use]
    pub const fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// True for an installed pack, false for the embedded one.
    #[must_use]
    pub const fn is_installed(&self) -> bool {
        self.installed
    }

    /// True where the pack's date lies more than 90 days before the local date of `now`.
    ///
    /// An invalid date and a date in the future count as not old: a phone's clock may be wrong, and
    /// the age is only ever a remark.
    #[must_use]
    pub fn is_old(&self, now: Moment) -> bool {
        let local_ms = now.unix_ms.saturating_add(i64::from(now.offset_minutes) * MINUTE_MS);
        days_since_epoch(&self.metadata.date)
            .is_some_and(|date| local_ms.div_euclid(DAY_MS) - date > OLD_AFTER_DAYS)
    }

    /// Every row that the query returns.
    pub(super) fn all<T>(
        &self,
        query: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Error> {
        let database = self.lock();
        let mut statement = database.prepare_cached(query).map_err(Error::PackStorage)?;
        let rows = statement.query_map(params, read).map_err(Error::PackStorage)?;
        rows.collect::<Result<_, _>>().map_err(Error::PackStorage)
    }

    /// The first row that the query returns; `None` where it returns none.
    pub(super) fn one<T>(
        &self,
        query: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, Error> {
        let database = self.lock();
        let mut statement = database.prepare_cached(query).map_err(Error::PackStorage)?;
        statement.query_row(params, read).optional().map_err(Error::PackStorage)
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        // A panic elsewhere cannot leave a read-only connection in an invalid state.
        self.database.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Pack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pack").field("version", &self.metadata.version).finish_non_exhaustive()
    }
}

/// Days from 1970-01-01 to `date`, a `YYYY-MM-DD` of the Gregorian calendar from 1970 to 9999;
/// `None` where it is no such date.
fn days_since_epoch(date: &str) -> Option<i64> {
    let mut parts = date.splitn(3, '-').map(|p| p.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || !(1970..=9999).contains(&year) {
        return None;
    }
    // `days_from_civil`, H. Hinnant, "chrono-Compatible Low-Level Date Algorithms": the year begins
    // in March, so that the leap day is its last day.
    let (y, m) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    Some(365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719_468)
}

#[cfg(test)]
mod tests {
    use super::days_since_epoch;

    #[test]
    fn days_since_epoch_counts_leap_years() {
        assert_eq!(days_since_epoch("1970-01-01"), Some(0));
        assert_eq!(days_since_epoch("2000-03-01"), Some(11_017));
        assert_eq!(days_since_epoch("2026-11-21"), Some(20_778));
        assert_eq!(days_since_epoch("2026-13-01"), None);
        assert_eq!(days_since_epoch("soon"), None);
    }
}
