//! Opens databases, once SQLite and SQLCipher have both initialised.
//!
//! The log and the pack open their databases through this, and nothing else does.

use std::sync::Once;

use rusqlite::{Connection, Error, OpenFlags};

/// An in-memory database.
pub fn in_memory() -> Result<Connection, Error> {
    started();
    Connection::open_in_memory()
}

/// The database at `place`, for one thread at a time.
pub fn at(place: impl AsRef<std::path::Path>, access: OpenFlags) -> Result<Connection, Error> {
    started();
    Connection::open_with_flags(place, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)
}

/// SQLite calls itself started before SQLCipher is: `sqlite3_initialize` sets its mark, lets the
/// next thread in, and only then runs `SQLITE_EXTRA_INIT`. A thread that came in between would be
/// refused its key. So one thread goes first, and the others wait until its connection is there.
fn started() {
    static FIRST: Once = Once::new();
    FIRST.call_once(|| drop(Connection::open_in_memory()));
}
