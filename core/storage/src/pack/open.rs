//! Opens a database that claims to be a rule pack: read-only and treated as untrusted input.
//!
//! Decides whether it has this program's format, at a cost that does not grow with the number of
//! rules. `validate` checks the content once, at installation.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::format::{APPLICATION_ID, FORMAT, MAX_VALUE_BYTES, Metadata};
use crate::error::Error;
use crate::sqlite;

/// Page cache in KiB: holds the inner pages of an index of ten million hosts.
const CACHE_KIB: i32 = 4096;

/// Longest SQL statement in bytes; `validate` generates the longest one.
const MAX_SQL_BYTES: i32 = 16 * 1024;

const NO_DATABASE: Error = Error::PackFormat { check: "database" };
const BAD_METADATA: Error = Error::PackFormat { check: "metadata" };

const METADATA: &str = "SELECT value FROM meta WHERE name = ?1";

/// Opens bytes that live as long as the program, without copying them.
pub(super) fn from_static(bytes: &'static [u8]) -> Result<Connection, Error> {
    let mut database = sqlite::open_in_memory().map_err(Error::PackStorage)?;
    database.deserialize_bytes("main", bytes).map_err(|_| NO_DATABASE)?;
    restrict(&database)?;
    Ok(database)
}

/// Opens a copy of `bytes`.
pub(super) fn from_bytes(bytes: &[u8]) -> Result<Connection, Error> {
    let mut database = sqlite::open_in_memory().map_err(Error::PackStorage)?;
    database.deserialize_read_exact("main", bytes, bytes.len(), true).map_err(|_| NO_DATABASE)?;
    restrict(&database)?;
    Ok(database)
}

/// Opens a file. Pack files are never changed in place, so no lock is needed.
pub(super) fn from_file(path: &Path) -> Result<Connection, Error> {
    let database =
        sqlite::open(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(Error::PackStorage)?;
    restrict(&database)?;
    Ok(database)
}

/// The metadata of a pack; [`Error::PackFormat`] where the database is no pack of this format.
pub(super) fn metadata(database: &Connection) -> Result<Metadata, Error> {
    let pragma = |name: &str| {
        database
            .pragma_query_value(None, name, |row| row.get::<_, i64>(name))
            .map_err(|_| NO_DATABASE)
    };
    if pragma("application_id")? != i64::from(APPLICATION_ID) {
        return Err(Error::PackFormat { check: "application" });
    }
    if pragma("user_version")? != i64::from(FORMAT) {
        return Err(Error::PackFormat { check: "format number" });
    }
    let text = |name: &str| {
        database
            .query_row(METADATA, [name], |row| row.get::<_, String>("value"))
            .map_err(|_| BAD_METADATA)
    };
    let number = |name: &str| text(name)?.parse::<u32>().map_err(|_| BAD_METADATA);
    Ok(Metadata { version: number("version")?, date: text("date")?, rules: number("rules")? })
}

/// Disables every feature of the connection that look-ups do not need
/// (sqlite.org/security.html, "Untrusted SQLite Database Files").
fn restrict(database: &Connection) -> Result<(), Error> {
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    ] {
        database.set_db_config(setting, on).map_err(Error::PackStorage)?;
    }
    for (limit, max) in [
        (Limit::SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, MAX_SQL_BYTES),
    ] {
        database.set_limit(limit, max).map_err(Error::PackStorage)?;
    }
    for (pragma, value) in
        [("query_only", 1), ("cell_size_check", 1), ("mmap_size", 0), ("cache_size", -CACHE_KIB)]
    {
        // Some of these pragmas return a row and some do not; the row is not needed.
        database.pragma_update_and_check(None, pragma, value, |_| Ok(())).or_else(|e| match e {
            rusqlite::Error::QueryReturnedNoRows => Ok(()),
            other => Err(Error::PackStorage(other)),
        })?;
    }
    Ok(())
}
