//! Describes what one pack changes against another, for a reviewer.
//!
//! Depends on the column names of a pack.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::pack_tables::{self, Row, Tables};

/// A table whose rows have a name that people know.
struct NamedTable {
    table: &'static str,
    /// The column that holds the name.
    name: &'static str,
    /// What a row is called.
    called: &'static str,
    /// Columns whose changes are shown, and what each is called.
    columns: &'static [(&'static str, &'static str)],
}

const NAMED_TABLES: &[NamedTable] = &[
    NamedTable {
        table: "code",
        name: "code",
        called: "the heading of",
        columns: &[("title_hans", "heading")],
    },
    NamedTable {
        table: "domain",
        name: "domain",
        called: "the domain",
        columns: &[("platform", "platform"), ("role", "use"), ("open", "open to strangers")],
    },
    NamedTable {
        table: "hotline",
        name: "id",
        called: "the official number of",
        columns: &[("number", "number"), ("direction", "direction"), ("warning_hans", "warning")],
    },
    NamedTable {
        table: "number_form",
        name: "id",
        called: "the number form",
        columns: &[("form", "form"), ("risk", "risk"), ("meaning_hans", "meaning")],
    },
    NamedTable {
        table: "payload",
        name: "kind",
        called: "the kind of payload",
        columns: &[("does_hans", "what it does")],
    },
    NamedTable {
        table: "platform",
        name: "id",
        called: "the platform",
        columns: &[
            ("name_hans", "name"),
            ("path_hans", "way in the app"),
            ("brands", "imitated words"),
        ],
    },
];

/// Tables of keys that rules look up: table, key column, what the keys are called.
const KEY_TABLES: &[(&str, &str, &str)] = &[
    ("by_host", "host", "hosts"),
    ("by_number", "number", "numbers"),
    ("by_payload", "payload", "kinds of payload"),
    ("by_prefix", "prefix", "paths"),
    ("by_signal", "signal", "signals"),
    ("by_url", "url", "addresses"),
];

/// Columns of `rule` that hold a severity for one origin.
const ORIGIN_COLUMNS: [(&str, &str); 3] =
    [("parcel", "on_parcel"), ("message", "in_message"), ("call", "in_call")];

/// How [`pack_tables`] shows NULL.
const NULL: &str = "-";

/// Digits of the model's fingerprint that are shown.
const SHOWN_DIGITS: usize = 12;

/// New keys of one rule that are listed.
const LISTED_KEYS: usize = 3;

/// The differences, one a line; empty where there are none.
///
/// # Errors
/// Where one of the two is no database.
pub fn diff(old: &[u8], new: &[u8]) -> rusqlite::Result<String> {
    let (old, new) = (pack_tables::read(old)?, pack_tables::read(new)?);
    let mut out = String::new();
    diff_metadata(&old, &new, &mut out);
    diff_rules(&old, &new, &mut out);
    for table in NAMED_TABLES {
        diff_named(&old, &new, table, &mut out);
    }
    diff_records(&old, &new, &mut out);
    diff_model(&old, &new, &mut out);
    Ok(out)
}

fn rows<'t>(tables: &'t Tables, table: &str) -> impl Iterator<Item = Row<'t>> {
    tables.get(table).into_iter().flat_map(|table| table.rows())
}

fn rows_by<'t>(tables: &'t Tables, table: &str, column: &str) -> BTreeMap<&'t str, Row<'t>> {
    rows(tables, table).map(|row| (row.get(column), row)).collect()
}

fn metadata<'t>(tables: &'t Tables, name: &str) -> &'t str {
    rows(tables, "meta").find(|row| row.get("name") == name).map_or("", |row| row.get("value"))
}

fn diff_metadata(old: &Tables, new: &Tables, out: &mut String) {
    let (before, after) = (metadata(old, "version"), metadata(new, "version"));
    let dates = (metadata(old, "date"), metadata(new, "date"));
    let _ = writeln!(out, "version {before} of {} → {after} of {}", dates.0, dates.1);
    let number = |text: &str| text.parse::<u32>().unwrap_or_default();
    if old != new && number(after) <= number(before) {
        let _ = writeln!(out, "! the version does not rise: nobody could install this");
    }
}

fn diff_rules(old: &Tables, new: &Tables, out: &mut String) {
    let (before, after) = (rows_by(old, "rule", "name"), rows_by(new, "rule", "name"));
    let withdrawn = rows_by(new, "withdrawn", "name");
    for (name, rule) in &after {
        let Some(was) = before.get(name) else {
            let _ = writeln!(out, "+ rule {name} ({}): {}", severities(*rule), rule.get("why_en"));
            continue;
        };
        if severities(*was) != severities(*rule) {
            let _ = writeln!(out, "~ rule {name}: {} → {}", severities(*was), severities(*rule));
        }
        if ["why_hans", "why_en"].iter().any(|column| was.get(column) != rule.get(column)) {
            let _ = writeln!(out, "~ rule {name} now says: {}", rule.get("why_en"));
        }
        diff_keys(old, new, name, (was.get("id"), rule.get("id")), out);
    }
    for name in before.keys().filter(|name| !after.contains_key(*name)) {
        let note = if withdrawn.contains_key(name) {
            "withdrawn"
        } else {
            "! gone without being withdrawn"
        };
        let _ = writeln!(out, "- rule {name}: {note}");
    }
}

/// The severity of a rule, and those of single origins.
fn severities(rule: Row<'_>) -> String {
    let mut out = rule.get("severity").to_owned();
    for (origin, column) in ORIGIN_COLUMNS {
        let severity = rule.get(column);
        if severity != NULL {
            let _ = write!(out, ", {origin} {severity}");
        }
    }
    out
}

/// Counts the keys that a rule gained and lost. `ids` are its row ids in the old and the new pack.
fn diff_keys(old: &Tables, new: &Tables, name: &str, ids: (&str, &str), out: &mut String) {
    for (table, column, called) in KEY_TABLES {
        let keys = |tables, id: &str| -> Vec<_> {
            rows(tables, table).filter(|r| r.get("rule") == id).map(|r| r.get(column)).collect()
        };
        let (before, after) = (keys(old, ids.0), keys(new, ids.1));
        let added: Vec<_> =
            after.iter().copied().filter(|k| before.binary_search(k).is_err()).collect();
        let removed = before.iter().filter(|k| after.binary_search(k).is_err()).count();
        if !added.is_empty() || removed > 0 {
            let listed = added.iter().take(LISTED_KEYS).copied().collect::<Vec<_>>().join(", ");
            let _ = writeln!(out, "~ rule {name}: {called} +{} −{removed} {listed}", added.len());
        }
    }
}

fn diff_named(old: &Tables, new: &Tables, table: &NamedTable, out: &mut String) {
    let NamedTable { table, name: name_column, called, columns } = table;
    let (before, after) = (rows_by(old, table, name_column), rows_by(new, table, name_column));
    for (name, row) in &after {
        let Some(was) = before.get(name) else {
            let _ = writeln!(out, "+ {called} {name}");
            continue;
        };
        for (column, what) in columns.iter() {
            let (was, is) = (was.get(column), row.get(column));
            if was != is {
                let _ = writeln!(out, "~ {called} {name}: {what} {was} → {is}");
            }
        }
    }
    for name in before.keys().filter(|name| !after.contains_key(*name)) {
        let _ = writeln!(out, "- {called} {name}");
    }
}

fn diff_records(old: &Tables, new: &Tables, out: &mut String) {
    fn by_id(tables: &Tables) -> BTreeMap<String, &str> {
        let id = |r: Row<'_>| format!("{} {}", r.get("kind"), r.get("id"));
        rows(tables, "record").map(|r| (id(r), r.get("body"))).collect()
    }
    let (before, after) = (by_id(old), by_id(new));
    for (id, body) in &after {
        match before.get(id) {
            None => drop(writeln!(out, "+ {id}")),
            Some(was) if was != body => drop(writeln!(out, "~ {id}")),
            Some(_) => {}
        }
    }
    for id in before.keys().filter(|id| !after.contains_key(*id)) {
        let _ = writeln!(out, "- {id}");
    }
}

/// Says whether the text model is another one, by its fingerprint, and its size.
fn diff_model(old: &Tables, new: &Tables, out: &mut String) {
    let model = |tables| {
        let fingerprint: String = metadata(tables, "texts").chars().take(SHOWN_DIGITS).collect();
        let parts: Vec<&str> = rows(tables, "model").map(|row| row.get("bytes")).collect();
        let bytes = parts.iter().filter_map(|part| part.split(' ').next()?.parse::<u64>().ok());
        let size = bytes.sum::<u64>();
        let shown =
            if size == 0 { "none".to_owned() } else { format!("{size} bytes, {fingerprint}") };
        (metadata(tables, "texts").to_owned(), parts.join(" "), shown)
    };
    let (before, after) = (model(old), model(new));
    let _ = match (before == after, before.2 == after.2) {
        (true, _) => writeln!(out, "the text model is the same: {}", after.2),
        (false, false) => writeln!(out, "~ the text model: {} → {}", before.2, after.2),
        // Training that gives other weights for the same texts depends on the machine.
        (false, true) => writeln!(out, "! the text model has other weights for the same texts"),
    };
}
