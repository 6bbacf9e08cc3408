//! Writes the content of a pack as sorted text, for reviews: the binary pack shows no difference.
//!
//! Names a rule or a provenance where the pack stores its row number, so that a new row changes no
//! other line. Depends on the names of those two tables and on no other part of the schema.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;

use crate::pack_tables::{self, Row, Tables};

const HEADER: &str = "# The content of the rule pack beside this file, for review.\n\
                      # `yanka-rules build` writes it; do not edit it.\n";

/// Tables whose column `id` only numbers their rows.
const NUMBERED_TABLES: [&str; 2] = ["provenance", "rule"];

/// The content of `pack`: a section for each table, a paragraph or a line for each row. Leaves out
/// NULL.
///
/// # Errors
/// Where the bytes are no database.
pub fn text(pack: &[u8]) -> rusqlite::Result<String> {
    let tables = pack_tables::read(pack)?;
    let references = References::of(&tables);
    let mut out = HEADER.to_owned();
    for (name, table) in &tables {
        let mut rows: Vec<String> = table.rows().map(|row| references.row(name, row)).collect();
        rows.sort();
        let _ = write!(out, "\n## {name} ({} rows)\n{}", rows.len(), rows.concat());
    }
    Ok(out)
}

/// The names that stand for the row numbers of [`NUMBERED_TABLES`].
struct References<'t>(BTreeMap<(&'static str, &'t str), String>);

impl<'t> References<'t> {
    fn of(tables: &'t Tables) -> Self {
        let mut names = BTreeMap::new();
        for table in NUMBERED_TABLES {
            for row in tables.get(table).into_iter().flat_map(pack_tables::Table::rows) {
                let name = match table {
                    "rule" => row.get("name").to_owned(),
                    _ => provenance_name(row),
                };
                names.insert((table, row.get("id")), name);
            }
        }
        Self(names)
    }

    /// One row: `key  value` where it has two plain columns, otherwise its key and below it a line
    /// for each column.
    fn row(&self, table: &str, row: Row<'_>) -> String {
        let mut fields = Vec::new();
        for (column, value) in row.columns().iter().zip(row.values()) {
            let row_number = column == "id" && NUMBERED_TABLES.contains(&table);
            if value == pack_tables::NULL || row_number {
                continue;
            }
            let reference = NUMBERED_TABLES.into_iter().find(|t| t == column);
            let name = reference.and_then(|t| self.0.get(&(t, value.as_str())));
            fields.push((column.as_str(), name.unwrap_or(value).clone()));
        }
        match &fields[..] {
            [(_, key), (_, value)] if object(value).is_none() => format!("{key}  {value}\n"),
            [(_, key), rest @ ..] => {
                let mut out = format!("{key}\n");
                rest.iter().for_each(|(column, value)| write_field(&mut out, column, value));
                out
            }
            [] => String::new(),
        }
    }
}

/// Whom the row quotes and when; its own section has it in all languages.
fn provenance_name(row: Row<'_>) -> String {
    let published = match row.get("published") {
        pack_tables::NULL => String::new(),
        date => format!(" (published {date})"),
    };
    let (source, retrieved) = (row.get("source_en"), row.get("retrieved"));
    format!("{source}{published}, retrieved {retrieved}, {}", row.get("confidence"))
}

/// Writes a column, or a line for each leaf of the JSON object in it.
fn write_field(out: &mut String, column: &str, value: &str) {
    match object(value) {
        Some(object) => write_leaves(out, "", &object),
        None => write_line(out, column, value),
    }
}

fn object(value: &str) -> Option<Value> {
    value.starts_with('{').then(|| serde_json::from_str(value).ok())?
}

fn write_leaves(out: &mut String, path: &str, value: &Value) {
    let below = |name: &str| {
        if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
    };
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| write_leaves(out, &below(name), value));
        }
        Value::Array(items) if items.iter().any(|item| item.is_object() || item.is_array()) => {
            for (index, item) in items.iter().enumerate() {
                write_leaves(out, &below(&index.to_string()), item);
            }
        }
        Value::String(text) => write_line(out, path, text),
        other => write_line(out, path, &other.to_string()),
    }
}

/// Indents the further lines of a value that has several.
fn write_line(out: &mut String, name: &str, value: &str) {
    let _ = writeln!(out, "  {name}: {}", value.replace('\n', "\n    "));
}
