//! Looks through a pack before it is installed: is every part of it what we would have written?
//!
//! The signature already says who made it. This refuses what even a trusted key must not bring:
//! a foreign table, a trigger, a view, a damaged page, a value of another type.

use rusqlite::Connection;

use super::SCHEMA;
use crate::error::Error;
use crate::sqlite;

/// One row of `sqlite_schema`.
type Part = (String, String, String, Option<String>);

/// Refuses a pack whose schema is not exactly ours or whose content is not whole.
pub(super) fn check(database: &Connection) -> Result<(), Error> {
    let ours = sqlite::open_in_memory().map_err(Error::PackStorage)?;
    ours.execute_batch(SCHEMA).map_err(Error::PackStorage)?;
    // The schema comes first: nothing of a foreign one is run.
    if parts(database)? != parts(&ours)? {
        return Err(Error::PackFormat);
    }
    words(database)?;
    lengths(database)?;
    // In STRICT tables this looks at the type of every value, too.
    if answer(database, "PRAGMA quick_check(1)")?.as_deref() != Some("ok")
        || answer(database, "SELECT \"table\" FROM pragma_foreign_key_check")?.is_some()
    {
        return Err(Error::PackFormat);
    }
    Ok(())
}

/// Columns that hold one of a few words, or nothing.
const WORDS: &[(&str, &str, &str)] = &[
    ("rule", "severity", "'info','caution','danger'"),
    ("rule", "on_parcel", "'info','caution','danger'"),
    ("rule", "in_message", "'info','caution','danger'"),
    ("rule", "in_call", "'info','caution','danger'"),
    ("provenance", "confidence", "'high','medium','memory'"),
];

fn words(database: &Connection) -> Result<(), Error> {
    for (table, column, known) in WORDS {
        let sql = format!("SELECT {column} FROM {table} WHERE {column} NOT IN ({known}) LIMIT 1");
        if answer(database, &sql)?.is_some() {
            return Err(Error::PackFormat);
        }
    }
    Ok(())
}

/// Reads every text once: what is longer than the connection allows is an error there.
fn lengths(database: &Connection) -> Result<(), Error> {
    let sql = "SELECT group_concat('SELECT CAST(max(length(\"' || c.name || '\")) AS TEXT) FROM \"' \
        || t.name || '\"', ';') FROM sqlite_schema t JOIN pragma_table_info(t.name) c \
        WHERE t.type = 'table' AND c.type = 'TEXT'";
    let each = answer(database, sql)?.unwrap_or_default();
    each.split(';').try_for_each(|one| answer(database, one).map(drop))
}

fn parts(database: &Connection) -> Result<Vec<Part>, Error> {
    let foreign = |_| Error::PackFormat;
    let sql = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name";
    let mut statement = database.prepare(sql).map_err(foreign)?;
    let row = |r: &rusqlite::Row<'_>| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?));
    let parts = statement.query_map([], row).map_err(foreign)?;
    // One more than ours is enough to see that it is not ours.
    parts.take(256).collect::<Result<_, _>>().map_err(foreign)
}

fn answer(database: &Connection, sql: &str) -> Result<Option<String>, Error> {
    let mut statement = database.prepare(sql).map_err(|_| Error::PackFormat)?;
    let mut rows = statement.query([]).map_err(|_| Error::PackFormat)?;
    match rows.next() {
        Ok(Some(row)) => row.get(0).map_err(|_| Error::PackFormat),
        Ok(None) => Ok(None),
        Err(_) => Err(Error::PackFormat),
    }
}
