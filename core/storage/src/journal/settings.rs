//! The person's settings: how much of each check the log stores, and for how long.
//!
//! Depends on the table `setting` only.

use rusqlite::{Connection, OptionalExtension};
use yanka_types::{Keep, Retention};

use super::handle::Journal;
use crate::error::Error;

/// Names of settings; stored, so never renamed.
const KEEP: &str = "keep";
const RETENTION: &str = "retention";

const SELECT: &str = "SELECT value FROM setting WHERE name = ?1";
const UPSERT: &str = "INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)";
const DELETE: &str = "DELETE FROM setting WHERE name = ?1";

impl Journal {
    /// How much of each check is stored; [`Keep::All`] by default.
    ///
    /// # Errors
    /// Where the journal cannot be read.
    pub fn keep(&self) -> Result<Keep, Error> {
        keep(&self.reader()).map_err(|e| self.query_error(e))
    }

    /// Sets how much of each check is stored from now on. Stored entries do not change.
    ///
    /// # Errors
    /// Where the journal cannot be written.
    pub fn set_keep(&self, keep: Keep) -> Result<(), Error> {
        set(&self.writer(), KEEP, keep.word()).map_err(|e| self.query_error(e))
    }

    /// How long entries are kept; 90 days by default.
    ///
    /// # Errors
    /// Where the journal cannot be read.
    pub fn retention(&self) -> Result<Retention, Error> {
        let word = get(&self.reader(), RETENTION).map_err(|e| self.query_error(e))?;
        Ok(word.and_then(|w| Retention::from_word(&w)).unwrap_or(Retention::NinetyDays))
    }

    /// Sets how long entries are kept. [`Journal::expire`] then deletes the older ones.
    ///
    /// # Errors
    /// Where the journal cannot be written.
    pub fn set_retention(&self, retention: Retention) -> Result<(), Error> {
        set(&self.writer(), RETENTION, retention.word()).map_err(|e| self.query_error(e))
    }
}

/// How much of each check is stored; [`Keep::All`] by default.
pub fn keep(db: &Connection) -> rusqlite::Result<Keep> {
    Ok(get(db, KEEP)?.and_then(|w| Keep::from_word(&w)).unwrap_or(Keep::All))
}

/// The value of a setting; `None` where it is not set.
pub fn get(db: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    db.prepare_cached(SELECT)
        .and_then(|mut statement| statement.query_row([name], |row| row.get("value")).optional())
}

/// Sets a setting.
pub fn set(db: &Connection, name: &str, value: &str) -> rusqlite::Result<()> {
    db.execute(UPSERT, [name, value]).map(drop)
}

/// Removes a setting.
pub fn remove(db: &Connection, name: &str) -> rusqlite::Result<()> {
    db.execute(DELETE, [name]).map(drop)
}
