//! Row readers and checks that several files of the journal share. Reads columns by name.

use rusqlite::Row;
use rusqlite::types::Type;
use yanka_types::{Moment, SubjectKind, Verdict};

use super::records::LogLine;
use crate::error::Error;

/// One row of a list, by entry id.
pub const LOG_LINE: &str = "
    SELECT id, unix_ms, offset_minutes, kind, verdict, title, why, note, label, evidence, picture
    FROM entry WHERE id = ?1";

/// Reads a row of [`LOG_LINE`].
pub fn log_line(row: &Row<'_>) -> rusqlite::Result<LogLine> {
    Ok(LogLine {
        entry: row.get("id")?,
        time: moment(row)?,
        kind: string_enum(row, "kind", SubjectKind::from_word)?,
        verdict: string_enum(row, "verdict", Verdict::from_word)?,
        title: row.get("title")?,
        why: row.get("why")?,
        note: row.get("note")?,
        label: row.get("label")?,
        evidence: row.get("evidence")?,
        picture: row.get("picture")?,
    })
}

/// Reads the columns `unix_ms` and `offset_minutes`.
pub fn moment(row: &Row<'_>) -> rusqlite::Result<Moment> {
    Ok(Moment { unix_ms: row.get("unix_ms")?, offset_minutes: row.get("offset_minutes")? })
}

/// Reads the string enum in `column`; `parse` is its `from_word`.
pub fn string_enum<T>(
    row: &Row<'_>,
    column: &str,
    parse: fn(&str) -> Option<T>,
) -> rusqlite::Result<T> {
    let word: String = row.get(column)?;
    parse(&word).ok_or_else(|| conversion_error(row, column, Type::Text))
}

/// The error for a value that cannot be parsed. Does not quote it: it may be personal data.
pub fn conversion_error(row: &Row<'_>, column: &str, kind: Type) -> rusqlite::Error {
    match row.as_ref().column_index(column) {
        Ok(index) => {
            rusqlite::Error::FromSqlConversionFailure(index, kind, "unexpected value".into())
        }
        Err(error) => error,
    }
}

/// [`Error::NoEntry`] where a statement changed no row.
pub fn require_one_row(changed: usize) -> Result<(), Error> {
    if changed == 0 { Err(Error::NoEntry) } else { Ok(()) }
}
