//! The rule pack: which statements answer, and what they say.
//!
//! Decides which pack serves, the embedded or the installed one, and answers look-ups through
//! indexes; nothing is loaded. Refuses to judge, and never writes to a pack.

mod archive;
mod brands;
mod install;
mod key;
mod open;
mod read;
mod records;
mod validate;

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;

pub use archive::{DATABASE_NAME, SIGNATURE_NAME};
pub use key::{TrustedKey, trusted_key};
pub use records::{
    Brand, BrandDomain, ByOrigin, CodeText, Domain, Hotline, KindFact, NumberForm, Platform,
    Provenance, Record, Rule, Sentence,
};

use crate::error::Error;
use yanka_types::Moment;

/// Version of the shape of a pack. The procedure to raise it stands at the top of pack.sql.
pub const FORMAT: u32 = 1;

/// Marks a SQLite file as a rule pack of ours (`yank` in ASCII).
pub const APPLICATION_ID: i32 = 0x7961_6e6b;

/// The tables of a pack; the compiler builds from the same text.
pub const SCHEMA: &str = include_str!("pack.sql");

/// A pack older than this is still used, and the report says that it is old.
pub const OLD_AFTER_DAYS: i64 = 90;

const MS_A_MINUTE: i64 = 60_000;
const MS_A_DAY: i64 = 24 * 60 * MS_A_MINUTE;

/// The largest single value that a pack may hold, in bytes.
pub const LONGEST_VALUE: i32 = 1 << 20;

static EMBEDDED: &[u8] = include_bytes!("../../../../rules/pack/yanka.pack");

/// An open pack. Look-ups take turns on one connection.
pub struct Pack {
    database: Mutex<Connection>,
    stamp: Stamp,
    installed: bool,
}

/// What a pack says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Content version; only rises.
    pub version: u32,
    /// Day the content was fixed, `YYYY-MM-DD`.
    pub date: String,
    /// How many rules are active.
    pub rules: u32,
}

impl Pack {
    /// The pack that is part of this program.
    ///
    /// # Errors
    /// Only if the program was built with a pack of another format.
    pub fn embedded() -> Result<Self, Error> {
        Self::ready(open::from_static(EMBEDDED)?, false)
    }

    /// The pack with the higher version of the embedded and the installed one under `folder`.
    ///
    /// An installed pack that does not open, does not answer or was signed by a key that is no
    /// longer trusted is passed over: a program always has rules.
    ///
    /// # Errors
    /// Only if the embedded pack cannot be used.
    pub fn open_best(folder: Option<&Path>) -> Result<Self, Error> {
        let embedded = Self::embedded()?;
        let newer = folder.and_then(|f| install::newest(f, embedded.stamp.version));
        Ok(newer.unwrap_or(embedded))
    }

    /// A pack from bytes whose maker is not asked for: for the rule compiler and tests, which look
    /// at packs before they are signed. Never for anything that came from outside.
    ///
    /// # Errors
    /// If the bytes are no pack of this format.
    pub fn unsigned(bytes: &[u8]) -> Result<Self, Error> {
        Self::ready(open::from_bytes(bytes)?, false)
    }

    /// Opens one pack file as it lies, without asking who made it: for measuring and comparing.
    ///
    /// # Errors
    /// If the file is no pack of this format.
    pub fn unsigned_file(path: &Path) -> Result<Self, Error> {
        Self::ready(open::from_file(path)?, false)
    }

    /// Checks a `*.yankapack` and, if it is good and not older than the pack in use, installs it.
    ///
    /// The pack in use stays in place until the new one has answered a query. A pack of the same
    /// version as the one in use changes nothing.
    ///
    /// # Errors
    /// Says why the pack was refused; the pack in use still serves.
    pub fn install(folder: &Path, package: &[u8]) -> Result<Stamp, Error> {
        install::install(folder, package)
    }

    /// Version, date and size, as the pack states them.
    #[must_use]
    pub const fn stamp(&self) -> &Stamp {
        &self.stamp
    }

    /// True for an installed pack, false for the one that is part of this program.
    #[must_use]
    pub const fn is_installed(&self) -> bool {
        self.installed
    }

    /// True where the pack was fixed more than [`OLD_AFTER_DAYS`] before `now`, by the calendar of
    /// the person's zone.
    ///
    /// A date that is no date counts as not old, and so does one in the future: the clock of a
    /// phone may be wrong, and this is only ever a remark.
    #[must_use]
    pub fn is_old(&self, now: Moment) -> bool {
        let local = now.unix_ms.saturating_add(i64::from(now.offset_minutes) * MS_A_MINUTE);
        days(&self.stamp.date)
            .is_some_and(|fixed| local.div_euclid(MS_A_DAY) - fixed > OLD_AFTER_DAYS)
    }

    fn ready(database: Connection, installed: bool) -> Result<Self, Error> {
        let stamp = open::stamp(&database)?;
        Ok(Self { database: Mutex::new(database), stamp, installed })
    }

    fn db(&self) -> MutexGuard<'_, Connection> {
        // A panic elsewhere cannot leave a read-only connection in a bad state.
        self.database.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Pack {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pack").field("version", &self.stamp.version).finish_non_exhaustive()
    }
}

/// Days since 1970-01-01 of a `YYYY-MM-DD` in the Gregorian calendar.
fn days(date: &str) -> Option<i64> {
    let mut parts = date.splitn(3, '-').map(|p| p.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || !(1970..=9999).contains(&year) {
        return None;
    }
    // Years begin in March here, so that the leap day is the last of its year.
    let (y, m) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    Some(365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719_468)
}

#[cfg(test)]
mod tests {
    use super::days;

    #[test]
    fn days_are_counted_over_leap_years() {
        assert_eq!(days("1970-01-01"), Some(0));
        assert_eq!(days("2000-03-01"), Some(11_017));
        assert_eq!(days("2026-11-21"), Some(20_778));
        assert_eq!(days("2026-13-01"), None);
        assert_eq!(days("soon"), None);
    }
}
