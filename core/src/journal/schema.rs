//! Decides which shape of the journal this program reads, and brings older ones up to it.

use rusqlite::{Connection, TransactionBehavior};

use super::fault::fault;
use crate::error::Error;

/// Version of journal.sql, kept in the file as `user_version`.
///
/// To change the shape:
/// 1. edit journal.sql, which always makes the newest shape;
/// 2. raise `SCHEMA` by one;
/// 3. append to `UPGRADES` the statements that turn the shape before into the new one. Never edit
///    an older upgrade: it ran on people's phones;
/// 4. add to tests/tests/journal.rs a journal of the old shape, made by its old SQL.
///
/// Each upgrade runs in one transaction with its version: killed half-way, it has not begun.
pub const SCHEMA: u32 = UPGRADES.len() as u32 + 1;

/// `UPGRADES[n]` turns shape n + 1 into shape n + 2.
const UPGRADES: &[&str] = &[];

/// Makes an empty file a journal, or brings an older journal up to [`SCHEMA`].
pub fn bring_up(db: &mut Connection) -> Result<(), Error> {
    if version(db)? == SCHEMA {
        return Ok(());
    }
    let change = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fault)?;
    // Asked again under the write lock: another process may have been quicker.
    match version(&change)? {
        0 => change.execute_batch(include_str!("journal.sql")).map_err(fault)?,
        old if old > SCHEMA => return Err(Error::JournalNewer),
        old => {
            for upgrade in &UPGRADES[old as usize - 1..] {
                change.execute_batch(upgrade).map_err(fault)?;
            }
        }
    }
    change.pragma_update(None, "user_version", SCHEMA).map_err(fault)?;
    change.commit().map_err(fault)
}

/// The version of an open journal; 0 for an empty file. Refuses what a newer program wrote.
pub fn version(db: &Connection) -> Result<u32, Error> {
    let version: i64 =
        db.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(fault)?;
    let version = u32::try_from(version).map_err(|_| Error::JournalNewer)?;
    if version > SCHEMA { Err(Error::JournalNewer) } else { Ok(version) }
}
