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
    if version(db)? == SCHEMA { Ok(()) } else { bring_up_by(db, UPGRADES) }
}

fn bring_up_by(db: &mut Connection, upgrades: &[&str]) -> Result<(), Error> {
    let change = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fault)?;
    // Asked again under the write lock: another process may have been quicker.
    match stored(&change)? {
        0 => change.execute_batch(include_str!("journal.sql")).map_err(fault)?,
        old => {
            for upgrade in upgrades.get(old as usize - 1..).ok_or(Error::JournalNewer)? {
                change.execute_batch(upgrade).map_err(fault)?;
            }
        }
    }
    change.pragma_update(None, "user_version", upgrades.len() as u32 + 1).map_err(fault)?;
    change.commit().map_err(fault)
}

/// The version of an open journal; 0 for an empty file. Refuses what a newer program wrote.
pub fn version(db: &Connection) -> Result<u32, Error> {
    let version = stored(db)?;
    if version > SCHEMA { Err(Error::JournalNewer) } else { Ok(version) }
}

fn stored(db: &Connection) -> Result<u32, Error> {
    let version: i64 =
        db.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(fault)?;
    u32::try_from(version).map_err(|_| Error::JournalNewer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn journal() -> Connection {
        let mut db = crate::sqlite::in_memory().expect("a database");
        bring_up(&mut db).expect("a new journal");
        db.execute("INSERT INTO setting VALUES ('keep', 'all')", []).expect("a setting");
        db
    }

    #[test]
    fn an_older_shape_is_brought_up_and_keeps_what_it_holds() {
        let mut db = journal();
        let upgrades =
            ["ALTER TABLE entry ADD COLUMN a TEXT", "ALTER TABLE entry ADD COLUMN b TEXT"];
        bring_up_by(&mut db, &upgrades[..1]).expect("one step");
        assert_eq!(stored(&db).ok(), Some(2));
        bring_up_by(&mut db, &upgrades).expect("only the second step: the first would fail");
        assert_eq!(stored(&db).ok(), Some(3));
        let kept: String =
            db.query_row("SELECT value FROM setting", [], |row| row.get(0)).expect("still there");
        assert_eq!(kept, "all");
        assert!(matches!(bring_up_by(&mut db, &[]), Err(Error::JournalNewer)));
    }

    #[test]
    fn an_upgrade_that_fails_has_not_begun() {
        let mut db = journal();
        let upgrades = ["ALTER TABLE entry ADD COLUMN a TEXT", "not a statement"];
        assert!(bring_up_by(&mut db, &upgrades).is_err());
        assert_eq!(stored(&db).ok(), Some(1));
        bring_up_by(&mut db, &upgrades[..1]).expect("the column is not there yet");
    }
}
