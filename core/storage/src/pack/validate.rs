//! Validates the content of a pack before it is installed.
//!
//! The signature proves who made the pack. This refuses what even a trusted key must not install: a
//! foreign table, a trigger, a view, a damaged page, a value of another type. Does not judge rules.

use rusqlite::{Connection, Row};

use super::format::SCHEMA;
use crate::error::Error;
use crate::sqlite;

/// Rows of `sqlite_schema` that are read: more than [`SCHEMA`] has, so that any addition is seen.
const MAX_SCHEMA_ROWS: usize = 256;

const SCHEMA_ROWS: &str = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name";

/// Each returns a row where a column holds an unknown word. NULL is allowed.
const UNKNOWN_WORDS: [&str; 5] = [
    "SELECT severity FROM rule WHERE severity NOT IN ('info', 'caution', 'danger') LIMIT 1",
    "SELECT on_parcel FROM rule WHERE on_parcel NOT IN ('info', 'caution', 'danger') LIMIT 1",
    "SELECT in_message FROM rule WHERE in_message NOT IN ('info', 'caution', 'danger') LIMIT 1",
    "SELECT in_call FROM rule WHERE in_call NOT IN ('info', 'caution', 'danger') LIMIT 1",
    "SELECT confidence FROM provenance
     WHERE confidence NOT IN ('high', 'medium', 'memory') LIMIT 1",
];

/// Generates one query for each column of texts or bytes, which reads all of its values. The
/// generated text is safe: the schema has been compared with [`SCHEMA`] before.
const LENGTH_QUERIES: &str = r#"
    SELECT group_concat('SELECT CAST(max(length("' || c.name || '")) AS TEXT) FROM "'
      || t.name || '"', ';')
    FROM sqlite_schema t JOIN pragma_table_info(t.name) c
    WHERE t.type = 'table' AND c.type IN ('TEXT', 'BLOB')"#;

/// In STRICT tables this also checks the type of every value.
const INTEGRITY: &str = "PRAGMA quick_check(1)";

const BROKEN_REFERENCES: &str = "SELECT \"table\" FROM pragma_foreign_key_check";

/// Returns [`Error::PackFormat`] with the failed check for a pack whose schema is not exactly
/// [`SCHEMA`] or whose content is invalid.
pub(super) fn check(database: &Connection) -> Result<(), Error> {
    let expected = sqlite::open_in_memory().map_err(Error::PackStorage)?;
    expected.execute_batch(SCHEMA).map_err(Error::PackStorage)?;
    // The schema is compared first, so that no SQL of a foreign schema runs.
    let schema = schema_rows(&expected).map_err(Error::PackStorage)?;
    require("schema", schema_rows(database).map(|rows| rows == schema))?;
    for query in UNKNOWN_WORDS {
        require("words", first_value(database, query).map(|word| word.is_none()))?;
    }
    require("length of texts", read_all_texts(database).map(|()| true))?;
    let integrity = first_value(database, INTEGRITY);
    require("integrity", integrity.map(|answer| answer.as_deref() == Some("ok")))?;
    require("references", first_value(database, BROKEN_REFERENCES).map(|row| row.is_none()))
}

/// The error names `check` where it failed or its query did.
fn require(check: &'static str, valid: rusqlite::Result<bool>) -> Result<(), Error> {
    if matches!(valid, Ok(true)) { Ok(()) } else { Err(Error::PackFormat { check }) }
}

/// Reads every text once: SQLite fails on a value longer than the connection's limit.
fn read_all_texts(database: &Connection) -> rusqlite::Result<()> {
    let queries = first_value(database, LENGTH_QUERIES)?.unwrap_or_default();
    queries.split(';').try_for_each(|query| first_value(database, query).map(drop))
}

/// One row of `sqlite_schema`.
#[derive(PartialEq)]
struct SchemaRow {
    kind: String,
    name: String,
    table: String,
    sql: Option<String>,
}

fn schema_rows(database: &Connection) -> rusqlite::Result<Vec<SchemaRow>> {
    let mut statement = database.prepare(SCHEMA_ROWS)?;
    let read = |row: &Row<'_>| {
        Ok(SchemaRow {
            kind: row.get("type")?,
            name: row.get("name")?,
            table: row.get("tbl_name")?,
            sql: row.get("sql")?,
        })
    };
    statement.query_map([], read)?.take(MAX_SCHEMA_ROWS).collect()
}

/// The value of a query of one column; `None` where it returns no row, or NULL.
fn first_value(database: &Connection, query: &str) -> rusqlite::Result<Option<String>> {
    let mut statement = database.prepare(query)?;
    statement.query([])?.next()?.map_or(Ok(None), |row| row.get(0))
}
