//! Opens SQLite databases, after SQLite and SQLCipher have both initialised.
//!
//! The only file under core that opens a database. Depends on nothing that is stored in one.

use std::sync::Once;

use rusqlite::{Connection, Error, OpenFlags};

/// Opens an empty in-memory database.
pub fn open_in_memory() -> Result<Connection, Error> {
    initialize();
    Connection::open_in_memory()
}

/// Opens the database at `path`, a file path or an SQLite URI. The connection may be used by one
/// thread at a time.
pub fn open(path: impl AsRef<std::path::Path>, flags: OpenFlags) -> Result<Connection, Error> {
    initialize();
    Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)
}

/// Serialises the first use of SQLite in this process.
///
/// `sqlite3_initialize` sets its "initialised" flag before it runs `SQLITE_EXTRA_INIT`, which
/// initialises SQLCipher. A second thread that opens a database in between fails to set its key.
/// So one thread opens a connection first, and all others wait for it.
fn initialize() {
    static FIRST: Once = Once::new();
    FIRST.call_once(|| drop(Connection::open_in_memory()));
}
