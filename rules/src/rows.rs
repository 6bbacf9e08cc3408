//! Everything a pack holds, as text: for comparing packs and for the golden hash.

use std::collections::BTreeMap;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Result};

/// Rows of each table: the values of a row in order, sorted.
pub type Tables = BTreeMap<String, Vec<Vec<String>>>;

/// Reads every table of a pack.
///
/// # Errors
/// If the bytes are no database.
pub fn tables(pack: &[u8]) -> Result<Tables> {
    let mut database = Connection::open_in_memory()?;
    database.deserialize_read_exact("main", pack, pack.len(), true)?;
    let mut names =
        database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    let names = names.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>>>()?;
    names.into_iter().map(|name| Ok((name.clone(), rows(&database, &name)?))).collect()
}

fn rows(database: &Connection, table: &str) -> Result<Vec<Vec<String>>> {
    let mut statement = database.prepare(&format!("SELECT * FROM \"{table}\""))?;
    let width = statement.column_count();
    let row = |row: &rusqlite::Row<'_>| (0..width).map(|at| Ok(shown(row.get_ref(at)?))).collect();
    let mut rows = statement.query_map([], row)?.collect::<Result<Vec<Vec<String>>>>()?;
    rows.sort();
    Ok(rows)
}

fn shown(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "-".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) | ValueRef::Blob(text) => String::from_utf8_lossy(text).into_owned(),
    }
}
