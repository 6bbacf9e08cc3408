//! Row readers and checks that several files of the journal share. Reads columns by name.

use rusqlite::Row;
use yanka_types::{Moment, SubjectKind, Verdict};

use super::records::LogLine;
use crate::columns::string_enum;
use crate::error::Error;

/// Number of all entries.
pub const COUNT_ENTRIES: &str = "SELECT count(*) AS entries FROM entry";

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

/// [`Error::NoSuchRow`] where a statement changed no row.
pub fn require_one_row(changed: usize) -> Result<(), Error> {
    if changed == 0 { Err(Error::NoSuchRow) } else { Ok(()) }
}
