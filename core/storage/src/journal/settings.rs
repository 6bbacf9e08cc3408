//! The person's choices: how much is kept, and for how long.

use rusqlite::{Connection, OptionalExtension};

use super::Journal;
use super::fault::fault;
use crate::error::Error;
use yanka_types::{Keep, Retention};

impl Journal {
    /// How much of each check is kept; everything, unless the person chose otherwise.
    pub fn keep(&self) -> Result<Keep, Error> {
        keep(&self.reading())
    }

    /// Chooses how much of each check is kept from now on. What is there stays.
    pub fn set_keep(&self, keep: Keep) -> Result<(), Error> {
        write(&self.writing(), "keep", keep.word())
    }

    /// How long entries stay; 90 days, unless the person chose otherwise.
    pub fn retention(&self) -> Result<Retention, Error> {
        let word = read(&self.reading(), "retention")?;
        Ok(word.and_then(|w| Retention::from_word(&w)).unwrap_or(Retention::NinetyDays))
    }

    /// Chooses how long entries stay. [`Journal::expire`] then does it.
    pub fn set_retention(&self, retention: Retention) -> Result<(), Error> {
        write(&self.writing(), "retention", retention.word())
    }
}

/// How much of each check is kept.
pub fn keep(db: &Connection) -> Result<Keep, Error> {
    Ok(read(db, "keep")?.and_then(|w| Keep::from_word(&w)).unwrap_or(Keep::All))
}

/// The setting of that name.
pub fn read(db: &Connection, name: &str) -> Result<Option<String>, Error> {
    db.prepare_cached("SELECT value FROM setting WHERE name = ?1")
        .and_then(|mut query| query.query_row([name], |row| row.get(0)).optional())
        .map_err(fault)
}

/// Sets the setting of that name.
pub fn write(db: &Connection, name: &str, value: &str) -> Result<(), Error> {
    db.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)", [name, value])
        .map(drop)
        .map_err(fault)
}
