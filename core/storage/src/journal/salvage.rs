//! Decides what becomes of a journal that opens but is damaged deeper down: each entry that can
//! still be read goes over into a new journal, and the old file is kept under a dated name.

use std::fs;
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, TransactionBehavior, params_from_iter};

use super::connect;
use super::fault::{fault, file_fault};
use super::files::{beside, make, private};
use super::{SetAside, quarantine};
use crate::error::Error;

/// Tables of which an entry needs its row, and those that it can do without.
const NEEDED: [&str; 3] = ["entry", "content", "sought"];
const SPARE: [&str; 3] = ["picture", "original", "step"];

/// Notes beside the journal that a reading met damage. Tried only: the disk may be what is broken.
pub fn suspect(journal: &Path) {
    drop(private().write(true).create(true).truncate(true).open(mark(journal)));
}

/// Whether damage was met.
pub fn suspected(journal: &Path) -> bool {
    mark(journal).exists()
}

/// Whether every page decrypts to what was written, and every tree is in order.
pub fn whole(db: &Connection) -> Result<bool, Error> {
    // The first pragma has one row for each wrong page, the second the one row `ok`.
    let rows = |pragma: &str| -> rusqlite::Result<Vec<String>> {
        db.prepare(pragma)?.query_map([], |row| row.get(0))?.take(2).collect()
    };
    let looked = rows("PRAGMA cipher_integrity_check")
        .and_then(|wrong| Ok(wrong.is_empty() && rows("PRAGMA integrity_check(1)")? == ["ok"]));
    match looked.map_err(fault) {
        Err(Error::JournalDamaged) => Ok(false),
        looked => looked,
    }
}

/// Looks through the whole journal; sets a damaged one aside and carries over what can be read.
pub fn look_closer(
    path: &Path,
    key: &[u8; 32],
    db: Connection,
) -> Result<(Connection, Option<SetAside>), Error> {
    if whole(&db)? {
        fs::remove_file(mark(path)).map_err(file_fault)?;
        return Ok((db, None));
    }
    drop(db);
    let file = quarantine::set_aside(path)?;
    make(path)?;
    let mut db = connect::writer(path, key)?;
    let saved = carry_over(&mut db, &path.with_file_name(&file), key)?;
    fs::remove_file(mark(path)).map_err(file_fault)?;
    Ok((db, Some(SetAside { file, saved })))
}

fn carry_over(to: &mut Connection, from: &Path, key: &[u8; 32]) -> Result<u64, Error> {
    let mut old = Old { path: from, key, db: connect::reader(from, key)? };
    let last =
        ["SELECT seq FROM sqlite_sequence WHERE name = 'entry'", "SELECT max(id) FROM entry"]
            .iter()
            .find_map(|query| old.number(query))
            .unwrap_or(0);
    let change = to.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fault)?;
    let mut saved = 0;
    for id in 1..=last {
        saved += u64::from(carry_one(&change, &mut old, id).map_err(fault)?);
    }
    for table in ["own_rule", "setting"] {
        put(&change, table, old.rows(table, "", None).unwrap_or_default()).map_err(fault)?;
    }
    // Numbers of lost entries are not given again.
    change
        .execute("DELETE FROM sqlite_sequence WHERE name = 'entry'", [])
        .and_then(|_| {
            change.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('entry', ?1)", [last])
        })
        .map_err(fault)?;
    change.commit().map_err(fault)?;
    Ok(saved)
}

/// Copies one entry, if all that it needs can be read.
fn carry_one(to: &Connection, old: &mut Old<'_>, id: i64) -> rusqlite::Result<bool> {
    let mut found = Vec::new();
    for table in NEEDED {
        let by = if table == "entry" { "id" } else { "entry" };
        match old.rows(table, by, Some(id)) {
            Some(rows) if rows.len() == 1 => found.push((table, rows)),
            _ => return Ok(false),
        }
    }
    for (table, rows) in found {
        put(to, table, rows)?;
    }
    for table in SPARE {
        match old.rows(table, "entry", Some(id)) {
            Some(rows) => put(to, table, rows)?,
            None if table == "picture" => {
                to.execute("UPDATE entry SET picture = 0 WHERE id = ?1", [id])?;
            }
            None => {}
        }
    }
    Ok(true)
}

fn put(to: &Connection, table: &str, rows: Vec<Vec<Value>>) -> rusqlite::Result<()> {
    for row in rows {
        let places = vec!["?"; row.len()].join(", ");
        to.prepare_cached(&format!("INSERT OR REPLACE INTO {table} VALUES ({places})"))?
            .execute(params_from_iter(row))?;
    }
    Ok(())
}

/// The damaged journal. SQLCipher answers nothing more once it met a wrong page, so the
/// connection is made anew each time.
struct Old<'a> {
    path: &'a Path,
    key: &'a [u8; 32],
    db: Connection,
}

impl Old<'_> {
    /// The rows of a table, all or those of one entry; `None` where they cannot be read.
    fn rows(&mut self, table: &str, by: &str, id: Option<i64>) -> Option<Vec<Vec<Value>>> {
        let one = if id.is_some() { format!("WHERE {by} = ?1") } else { String::new() };
        let read = || -> rusqlite::Result<Vec<Vec<Value>>> {
            let mut query = self.db.prepare(&format!("SELECT * FROM {table} {one}"))?;
            let columns = query.column_count();
            query
                .query_map(params_from_iter(id), |row| (0..columns).map(|n| row.get(n)).collect())?
                .collect()
        };
        let read = read().ok();
        if read.is_none() {
            self.again();
        }
        read
    }

    fn number(&mut self, query: &str) -> Option<i64> {
        let number = self.db.query_row(query, [], |row| row.get(0)).ok();
        if number.is_none() {
            self.again();
        }
        number
    }

    fn again(&mut self) {
        if let Ok(db) = connect::reader(self.path, self.key) {
            self.db = db;
        }
    }
}

fn mark(journal: &Path) -> std::path::PathBuf {
    beside(journal, ".suspect")
}
