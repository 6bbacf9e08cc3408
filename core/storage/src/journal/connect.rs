//! Opens keyed connections to the journal, with the pragmas that durability and secure deletion need.
//!
//! The journal uses WAL, so that readers do not block while old entries are deleted;
//! [`truncate_wal`] removes the deleted pages that the WAL still holds. `synchronous=FULL`, because
//! an acknowledged entry must survive a power loss. Depends on no table.

use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use zeroize::Zeroizing;

use super::errors::database_error;
use super::files::BUSY_TIMEOUT;
use super::schema;
use crate::error::Error;
use crate::sqlite;

/// Checkpoints at about 1 MB (250 pages of 4 KiB), so that a full disk holds little data twice and
/// no change waits long for a checkpoint. Empirical; no measurement recorded.
const WRITER_PRAGMAS: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA wal_autocheckpoint = 250;
    PRAGMA journal_size_limit = 1048576;";

/// Page cache of a reader, as `PRAGMA cache_size` takes it: negative KiB, so 24 MB. Decryption is
/// most of the time of a search; only a long journal fills the cache. Empirical; no measurement
/// recorded.
const READER_CACHE: i32 = -24_000;

/// Opens a connection that writes, and brings the journal's schema up to date.
pub fn open_writer(path: &Path, key: &[u8; 32]) -> Result<Connection, Error> {
    let mut db = open_keyed(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    schema::check_version(&db)?;
    db.execute_batch(WRITER_PRAGMAS).map_err(database_error)?;
    schema::migrate(&mut db)?;
    Ok(db)
}

/// Opens a connection that only reads. A writer must have opened the journal before.
pub fn open_reader(path: &Path, key: &[u8; 32]) -> Result<Connection, Error> {
    let db = open_keyed(path, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    schema::check_version(&db)?;
    db.pragma_update(None, "cache_size", READER_CACHE).map_err(database_error)?;
    Ok(db)
}

fn open_keyed(path: &Path, key: &[u8; 32], flags: OpenFlags) -> Result<Connection, Error> {
    let db = sqlite::open(path, flags).map_err(database_error)?;
    db.busy_timeout(BUSY_TIMEOUT).map_err(database_error)?;
    set_key(&db, key)?;
    db.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;")
        .map_err(database_error)?;
    Ok(db)
}

/// Gives SQLCipher its key. A wrong key is not detected here but at the first read.
///
/// SQLCipher logs to standard error, so its log is turned off first. `cipher_memory_security` wipes
/// freed memory, because SQLite copies the statement that holds the key. An error here keeps only
/// its result code: its message may quote that statement.
pub fn set_key(db: &Connection, key: &[u8; 32]) -> Result<(), Error> {
    db.execute_batch("PRAGMA cipher_log_level = NONE; PRAGMA cipher_memory_security = ON;")
        .map_err(database_error)?;
    // The capacity exceeds the statement's length: growing would leave an unwiped copy.
    let mut statement = Zeroizing::new(String::with_capacity(96));
    statement.push_str("PRAGMA key = \"x'");
    for byte in key {
        for digit in [byte >> 4, byte & 15] {
            statement.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    statement.push_str("'\";");
    db.execute_batch(&statement).map_err(|e| match e.sqlite_error() {
        Some(code) => database_error(rusqlite::Error::SqliteFailure(*code, None)),
        None => Error::JournalStorage(rusqlite::Error::InvalidQuery),
    })
}

/// Checkpoints the write-ahead log and truncates it to zero bytes. Returns `false` where a reader
/// blocks it; the next change or the last close then does it.
pub fn truncate_wal(db: &Connection) -> bool {
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>("busy")) == Ok(0)
}
