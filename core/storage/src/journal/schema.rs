//! The version of the journal's schema, and the upgrade of older journals to it.
//!
//! Depends on journal.sql only.

use rusqlite::{Connection, TransactionBehavior};

use super::errors::database_error;
use crate::error::Error;

/// Version of journal.sql, stored in the file as `user_version`.
///
/// To change the schema:
/// 1. edit journal.sql, which always creates the newest schema;
/// 2. append to `UPGRADES` the statements that turn the previous schema into the new one, which
///    raises `SCHEMA_VERSION` by one. Never edit an older upgrade: it has run on phones;
/// 3. update the column lists in salvage.rs;
/// 4. add to tests/tests/journal.rs a journal of the old schema, created by its old SQL.
///
/// Each upgrade and its version are written in one transaction: a killed upgrade leaves no change.
pub const SCHEMA_VERSION: u32 = UPGRADES.len() as u32 + 1;

/// `UPGRADES[n]` turns schema n + 1 into schema n + 2.
const UPGRADES: &[&str] = &[];

const SCHEMA: &str = include_str!("journal.sql");

/// Creates the tables in an empty file, or upgrades an older journal to [`SCHEMA_VERSION`].
pub fn migrate(db: &mut Connection) -> Result<(), Error> {
    if check_version(db)? == SCHEMA_VERSION { Ok(()) } else { apply(db, UPGRADES) }
}

fn apply(db: &mut Connection, upgrades: &[&str]) -> Result<(), Error> {
    let transaction =
        db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(database_error)?;
    // Read again under the write lock: another process may have upgraded the file meanwhile.
    match user_version(&transaction)? {
        0 => transaction.execute_batch(SCHEMA).map_err(database_error)?,
        old => {
            for upgrade in upgrades.get(old as usize - 1..).ok_or(Error::JournalNewer)? {
                transaction.execute_batch(upgrade).map_err(database_error)?;
            }
        }
    }
    let version = upgrades.len() as u32 + 1;
    transaction.pragma_update(None, "user_version", version).map_err(database_error)?;
    transaction.commit().map_err(database_error)
}

/// The schema version of an open journal; 0 for an empty file. [`Error::JournalNewer`] where a
/// newer program wrote it.
pub fn check_version(db: &Connection) -> Result<u32, Error> {
    let version = user_version(db)?;
    if version > SCHEMA_VERSION { Err(Error::JournalNewer) } else { Ok(version) }
}

fn user_version(db: &Connection) -> Result<u32, Error> {
    let version: i64 = db
        .pragma_query_value(None, "user_version", |row| row.get("user_version"))
        .map_err(database_error)?;
    u32::try_from(version).map_err(|_| Error::JournalNewer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn journal() -> Connection {
        let mut db = crate::sqlite::open_in_memory().expect("a database");
        migrate(&mut db).expect("a new journal");
        db.execute("INSERT INTO setting VALUES ('keep', 'all')", []).expect("a setting");
        db
    }

    #[test]
    fn an_older_schema_is_upgraded_and_keeps_its_rows() {
        let mut db = journal();
        let upgrades =
            ["ALTER TABLE entry ADD COLUMN a TEXT", "ALTER TABLE entry ADD COLUMN b TEXT"];
        apply(&mut db, &upgrades[..1]).expect("the first upgrade");
        assert_eq!(user_version(&db).ok(), Some(2));
        apply(&mut db, &upgrades).expect("the second upgrade only: the first would fail");
        assert_eq!(user_version(&db).ok(), Some(3));
        let kept: String = db
            .query_row("SELECT value FROM setting", [], |row| row.get("value"))
            .expect("the setting is still there");
        assert_eq!(kept, "all");
        assert!(matches!(apply(&mut db, &[]), Err(Error::JournalNewer)));
    }

    #[test]
    fn a_failed_upgrade_leaves_no_change() {
        let mut db = journal();
        let upgrades = ["ALTER TABLE entry ADD COLUMN a TEXT", "not a statement"];
        assert!(apply(&mut db, &upgrades).is_err());
        assert_eq!(user_version(&db).ok(), Some(1));
        apply(&mut db, &upgrades[..1]).expect("the column does not exist yet");
    }
}
