//! What one pack changes against another, in words that a reviewer can read.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::rows::{self, Tables};

/// A table, its query, and the columns that are told by name.
type Named = (&'static str, &'static str, &'static [(usize, &'static str)]);

/// Tables whose rows people know by the first column, what they are called, and the columns worth
/// naming when they change.
const NAMED: &[Named] = &[
    ("code", "the explanation of", &[(1, "heading"), (4, "text")]),
    ("domain", "the domain", &[(1, "platform"), (2, "use"), (3, "open to strangers")]),
    ("hotline", "the official number of", &[(5, "number"), (4, "direction"), (15, "warning")]),
    ("number_form", "the number form", &[(3, "form"), (4, "risk"), (5, "meaning")]),
    ("payload", "the kind of payload", &[(1, "what it does")]),
    ("platform", "the platform", &[(1, "name"), (4, "way in the app"), (11, "imitated words")]),
];

/// Tables of keys that rules look up.
const KEYS: &[(&str, &str)] = &[
    ("by_host", "hosts"),
    ("by_number", "numbers"),
    ("by_payload", "kinds of payload"),
    ("by_prefix", "paths"),
    ("by_signal", "signals"),
    ("by_url", "addresses"),
];

/// The differences, one a line; empty where there are none.
///
/// # Errors
/// If one of the two is no database.
pub fn diff(old: &[u8], new: &[u8]) -> rusqlite::Result<String> {
    let (old, new) = (rows::tables(old)?, rows::tables(new)?);
    let mut out = String::new();
    meta(&old, &new, &mut out);
    rules(&old, &new, &mut out);
    for (table, called, columns) in NAMED {
        named(&by_first(&old, table), &by_first(&new, table), called, columns, &mut out);
    }
    records(&old, &new, &mut out);
    Ok(out)
}

type ByName<'t> = BTreeMap<String, &'t [String]>;

fn by_first<'t>(tables: &'t Tables, table: &str) -> ByName<'t> {
    rows_of(tables, table).map(|row| (row[0].clone(), row.as_slice())).collect()
}

fn rows_of<'t>(tables: &'t Tables, table: &str) -> impl Iterator<Item = &'t Vec<String>> {
    tables.get(table).into_iter().flatten()
}

fn meta(old: &Tables, new: &Tables, out: &mut String) {
    let said = |tables: &Tables, name: &str| {
        by_first(tables, "meta").get(name).map(|row| row[1].clone()).unwrap_or_default()
    };
    let (before, after) = (said(old, "version"), said(new, "version"));
    let _ = writeln!(
        out,
        "version {before} of {} → {after} of {}",
        said(old, "date"),
        said(new, "date")
    );
    let number = |text: &str| text.parse::<u32>().unwrap_or_default();
    if old != new && number(&after) <= number(&before) {
        let _ = writeln!(out, "! the version does not rise: nobody could install this");
    }
}

fn rules(old: &Tables, new: &Tables, out: &mut String) {
    let by_id = |tables: &Tables| -> BTreeMap<String, Vec<String>> {
        rows_of(tables, "rule").map(|row| (row[1].clone(), row.clone())).collect()
    };
    let (before, after) = (by_id(old), by_id(new));
    let withdrawn = by_first(new, "withdrawn");
    for (id, row) in &after {
        match before.get(id) {
            None => {
                let _ = writeln!(out, "+ rule {id} ({}): {}", weights(row), row[9]);
            }
            Some(was) => {
                if weights(was) != weights(row) {
                    let _ = writeln!(out, "~ rule {id}: {} → {}", weights(was), weights(row));
                }
                if was[7] != row[7] || was[9] != row[9] {
                    let _ = writeln!(out, "~ rule {id} now says: {}", row[9]);
                }
            }
        }
        keys(old, new, id, before.get(id), row, out);
    }
    for id in before.keys().filter(|id| !after.contains_key(*id)) {
        let note =
            if withdrawn.contains_key(id) { "withdrawn" } else { "! gone without being withdrawn" };
        let _ = writeln!(out, "- rule {id}: {note}");
    }
}

/// What a rule weighs, by origin where that differs.
fn weights(row: &[String]) -> String {
    let origins = [("parcel", &row[4]), ("message", &row[5]), ("call", &row[6])];
    let own = origins.iter().filter(|(_, weight)| *weight != "-");
    own.fold(row[3].clone(), |said, (origin, weight)| format!("{said}, {origin} {weight}"))
}

/// How many keys of each sort a rule won and lost.
fn keys(
    old: &Tables,
    new: &Tables,
    id: &str,
    was: Option<&Vec<String>>,
    is: &[String],
    out: &mut String,
) {
    let Some(was) = was else { return };
    for (table, called) in KEYS {
        let of = |tables: &Tables, number: &str| -> Vec<String> {
            rows_of(tables, table).filter(|r| r[1] == number).map(|r| r[0].clone()).collect()
        };
        let (before, after) = (of(old, &was[0]), of(new, &is[0]));
        let fresh: Vec<_> = after.iter().filter(|k| before.binary_search(k).is_err()).collect();
        let gone = before.iter().filter(|k| after.binary_search(k).is_err()).count();
        if !fresh.is_empty() || gone > 0 {
            let some = fresh.iter().take(3).map(|k| k.as_str()).collect::<Vec<_>>().join(", ");
            let _ = writeln!(out, "~ rule {id}: {called} +{} −{gone} {some}", fresh.len());
        }
    }
}

fn named(
    old: &ByName<'_>,
    new: &ByName<'_>,
    called: &str,
    columns: &[(usize, &str)],
    out: &mut String,
) {
    for (name, row) in new {
        let Some(was) = old.get(name) else {
            let _ = writeln!(out, "+ {called} {name}");
            continue;
        };
        for (at, what) in columns.iter().filter(|(at, _)| was[*at] != row[*at]) {
            let _ = writeln!(out, "~ {called} {name}: {what} {} → {}", was[*at], row[*at]);
        }
    }
    for name in old.keys().filter(|name| !new.contains_key(*name)) {
        let _ = writeln!(out, "- {called} {name}");
    }
}

fn records(old: &Tables, new: &Tables, out: &mut String) {
    let by_id = |tables: &Tables| -> BTreeMap<String, String> {
        rows_of(tables, "record").map(|r| (format!("{} {}", r[0], r[1]), r[3].clone())).collect()
    };
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
