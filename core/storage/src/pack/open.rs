//! Opens a database that claims to be a rule pack, read-only and with nothing of it trusted.
//!
//! Decides whether it is of our format; cost does not grow with the number of rules. Whether its
//! content is whole is asked once, at install (see `validate`).

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::{APPLICATION_ID, FORMAT, LONGEST_VALUE, Stamp};
use crate::error::Error;
use crate::sqlite;

/// Pages kept in memory, in KiB: enough for the inner pages of an index of ten million hosts.
const CACHE_KIB: i32 = 4096;

/// Opens bytes that live as long as the program.
pub(super) fn from_static(bytes: &'static [u8]) -> Result<Connection, Error> {
    let mut database = sqlite::open_in_memory().map_err(Error::PackStorage)?;
    database.deserialize_bytes("main", bytes).map_err(|_| Error::PackFormat)?;
    narrow(&database)?;
    Ok(database)
}

/// Opens a copy of `bytes`.
pub(super) fn from_bytes(bytes: &[u8]) -> Result<Connection, Error> {
    let mut database = sqlite::open_in_memory().map_err(Error::PackStorage)?;
    let foreign = |_| Error::PackFormat;
    database.deserialize_read_exact("main", bytes, bytes.len(), true).map_err(foreign)?;
    narrow(&database)?;
    Ok(database)
}

/// Opens a file. The file is never changed in place, so it needs no lock to be kept whole.
pub(super) fn from_file(path: &Path) -> Result<Connection, Error> {
    let database =
        sqlite::open(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(Error::PackStorage)?;
    narrow(&database)?;
    Ok(database)
}

/// What the pack says about itself, if it is a pack of this format.
pub(super) fn stamp(database: &Connection) -> Result<Stamp, Error> {
    let foreign = |_| Error::PackFormat;
    let number = |pragma: &str| {
        database.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0)).map_err(foreign)
    };
    let of_ours = number("application_id")? == i64::from(APPLICATION_ID);
    if !of_ours || number("user_version")? != i64::from(FORMAT) {
        return Err(Error::PackFormat);
    }
    let said = |name: &str| {
        let sql = "SELECT value FROM meta WHERE name = ?1";
        database.query_row(sql, [name], |row| row.get::<_, String>(0)).map_err(foreign)
    };
    let count = |name: &str| said(name)?.parse::<u32>().map_err(|_| Error::PackFormat);
    Ok(Stamp { version: count("version")?, date: said("date")?, rules: count("rules")? })
}

/// Takes from the connection all that answering look-ups does not need.
fn narrow(database: &Connection) -> Result<(), Error> {
    let refused = Error::PackStorage;
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    ] {
        database.set_db_config(setting, on).map_err(refused)?;
    }
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, LONGEST_VALUE),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 16 * 1024),
    ] {
        database.set_limit(limit, most).map_err(refused)?;
    }
    for (pragma, value) in
        [("query_only", 1), ("cell_size_check", 1), ("mmap_size", 0), ("cache_size", -CACHE_KIB)]
    {
        // Some of these answer with a row and some do not; the answer is of no interest.
        database.pragma_update_and_check(None, pragma, value, |_| Ok(())).or_else(|e| match e {
            rusqlite::Error::QueryReturnedNoRows => Ok(()),
            other => Err(refused(other)),
        })?;
    }
    Ok(())
}
