//! Connections to the log's database: keyed, with the settings that durability and erasing need.
//!
//! WAL, so that a reader does not wait while old entries are deleted; `delete::truncate_wal` cuts off
//! what the WAL keeps of erased entries. `synchronous=FULL`, because an acknowledged entry must
//! survive a dying battery.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::fault::fault;
use super::files::PATIENCE;
use super::schema;
use crate::error::Error;
use crate::sqlite;

/// A connection that writes, to a journal of the newest shape. Its log stays at about 1 MB, so that
/// little is there twice on a full disk and no change waits long for the copying.
pub fn writer(path: &Path, key: &[u8; 32]) -> Result<Connection, Error> {
    let mut db = connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    schema::version(&db)?;
    db.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA secure_delete = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA wal_autocheckpoint = 250;
         PRAGMA journal_size_limit = 1048576;",
    )
    .map_err(fault)?;
    schema::bring_up(&mut db)?;
    Ok(db)
}

/// A connection that only reads, to a journal that a writer has opened.
pub fn reader(path: &Path, key: &[u8; 32]) -> Result<Connection, Error> {
    let db = connect(path, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    schema::version(&db)?;
    // Decrypting is most of a search: up to 24 MB of pages stay, and only a long log needs them.
    db.pragma_update(None, "cache_size", -24_000).map_err(fault)?;
    Ok(db)
}

fn connect(path: &Path, key: &[u8; 32], access: OpenFlags) -> Result<Connection, Error> {
    let db = sqlite::at(path, access).map_err(fault)?;
    db.busy_timeout(PATIENCE).map_err(fault)?;
    unlock(&db, key)?;
    db.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;").map_err(fault)?;
    Ok(db)
}

/// Gives SQLCipher its key. Its own log goes to standard error, so it is turned off first, and
/// freed memory is wiped, since the statement with the key is copied inside. Any key is taken here:
/// a wrong one shows at the first reading, so what fails is the surroundings, told by its code alone
/// because the message may hold the statement.
pub fn unlock(db: &Connection, key: &[u8; 32]) -> Result<(), Error> {
    db.execute_batch("PRAGMA cipher_log_level = NONE; PRAGMA cipher_memory_security = ON;")
        .map_err(fault)?;
    let mut statement = Zeroizing::new(String::with_capacity(96));
    statement.push_str("PRAGMA key = \"x'");
    for byte in key {
        for digit in [byte >> 4, byte & 15] {
            statement.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    statement.push_str("'\";");
    db.execute_batch(&statement).map_err(|e| match e.sqlite_error() {
        Some(code) => fault(rusqlite::Error::SqliteFailure(*code, None)),
        None => Error::JournalStorage(rusqlite::Error::InvalidQuery),
    })
}
