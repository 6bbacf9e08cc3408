//! What several files of the log need of rows and changes.

use rusqlite::Row;
use rusqlite::types::Type;
use yanka_types::Moment;

use crate::error::Error;

/// [`Error::NoEntry`] where a change affected no row.
pub fn require_one_row(changed: usize) -> Result<(), Error> {
    if changed == 0 { Err(Error::NoEntry) } else { Ok(()) }
}

/// Cuts the write-ahead log to nothing. False where another reader stands in the way; then the next
/// change, or the last close, does it.
pub fn truncate_wal(db: &rusqlite::Connection) -> bool {
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0)) == Ok(0)
}

/// The moment in columns `at` and the one after.
pub fn moment(row: &Row<'_>, at: usize) -> rusqlite::Result<Moment> {
    Ok(Moment { unix_ms: row.get(at)?, offset_minutes: row.get(at + 1)? })
}

/// The value that the word in column `at` names.
pub fn word<T>(row: &Row<'_>, at: usize, from: fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    let word: String = row.get(at)?;
    from(&word).ok_or_else(|| unreadable(at, Type::Text))
}

/// An error for a value of another shape. Quotes nothing: the value may be the person's.
pub fn unreadable(at: usize, kind: Type) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(at, kind, "not of this shape".into())
}
