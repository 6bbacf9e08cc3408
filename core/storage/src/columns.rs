//! Reads columns that need more than SQLite's own types. Columns are named, never numbered.
//!
//! Depends on no table. Errors never quote a value: it may be personal data.

use rusqlite::Row;
use rusqlite::types::Type;

/// Reads the string enum in `column`; `parse` is its `from_word`.
pub fn string_enum<T>(
    row: &Row<'_>,
    column: &str,
    parse: fn(&str) -> Option<T>,
) -> rusqlite::Result<T> {
    let word: String = row.get(column)?;
    parse(&word).ok_or_else(|| conversion_error(row, column, Type::Text))
}

/// The error for a value that cannot be parsed.
pub fn conversion_error(row: &Row<'_>, column: &str, kind: Type) -> rusqlite::Error {
    match row.as_ref().column_index(column) {
        Ok(index) => {
            rusqlite::Error::FromSqlConversionFailure(index, kind, "unexpected value".into())
        }
        Err(error) => error,
    }
}
