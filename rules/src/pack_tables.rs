//! Reads all tables of a pack as text, to compare packs and to write their content.
//!
//! Depends on no schema: reads whatever tables there are.

use std::collections::BTreeMap;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Result};
use sha2::{Digest, Sha256};

/// The tables of a pack by name.
pub type Tables = BTreeMap<String, Table>;

/// The content of one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// The rows, sorted by their values.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|values| Row { columns: &self.columns, values })
    }
}

/// One row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'t> {
    columns: &'t [String],
    values: &'t [String],
}

impl<'t> Row<'t> {
    /// The value of a column; empty where the table has no such column.
    #[must_use]
    pub fn get(self, column: &str) -> &'t str {
        let index = self.columns.iter().position(|c| c == column);
        index.and_then(|i| self.values.get(i)).map_or("", String::as_str)
    }

    /// The names of the columns.
    #[must_use]
    pub const fn columns(self) -> &'t [String] {
        self.columns
    }

    /// All values in the order of the columns; [`NULL`] for NULL.
    #[must_use]
    pub const fn values(self) -> &'t [String] {
        self.values
    }
}

/// Stands for NULL.
pub const NULL: &str = "-";

/// Reads every table of a pack.
///
/// # Errors
/// Where the bytes are no database.
pub fn read(pack: &[u8]) -> Result<Tables> {
    let mut database = Connection::open_in_memory()?;
    database.deserialize_read_exact("main", pack, pack.len(), true)?;
    let mut names =
        database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    let names = names.query_map([], |row| row.get("name"))?.collect::<Result<Vec<String>>>()?;
    names.into_iter().map(|name| Ok((name.clone(), table(&database, &name)?))).collect()
}

fn table(database: &Connection, name: &str) -> Result<Table> {
    // A table name cannot be a parameter; this one comes from `sqlite_schema`.
    let mut statement = database.prepare(&format!("SELECT * FROM \"{name}\""))?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let values = |row: &rusqlite::Row<'_>| {
        columns.iter().map(|column| Ok(as_text(row.get_ref(column.as_str())?))).collect()
    };
    let mut rows = statement.query_map([], values)?.collect::<Result<Vec<Vec<String>>>>()?;
    rows.sort();
    Ok(Table { columns, rows })
}

fn as_text(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => NULL.to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(bytes) => {
            let hash = Sha256::digest(bytes);
            let hash: String = hash.iter().map(|b| format!("{b:02x}")).collect();
            format!("{} bytes, SHA-256 {hash}", bytes.len())
        }
    }
}
