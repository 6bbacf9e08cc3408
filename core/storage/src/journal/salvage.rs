//! Checks a journal that a read found damaged, and copies its readable entries into a new journal.
//!
//! Quarantines the damaged file. Copies columns as raw values: depends on the schema, not on what
//! the values mean.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::types::Value;
use rusqlite::{Connection, Params, TransactionBehavior, params_from_iter};

use super::connect;
use super::errors::{database_error, file_error};
use super::files::{self, owner_only, with_suffix};
use super::quarantine::quarantine;
use super::records::SetAside;
use crate::error::Error;

/// Statements that copy the rows of one table; `select` and `insert` name the same columns.
struct Table {
    select: &'static str,
    insert: &'static str,
}

/// Tables that must hold exactly one readable row for an entry to be copied.
const REQUIRED: [Table; 3] = [
    Table {
        select: "
            SELECT id, unix_ms, offset_minutes, kind, verdict, title, why, note, label, evidence,
                   picture
            FROM entry WHERE id = ?1",
        insert: "
            INSERT OR REPLACE INTO entry
              (id, unix_ms, offset_minutes, kind, verdict, title, why, note, label, evidence,
               picture)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    },
    Table {
        select: "SELECT entry, report, situation, app, pack, sha256 FROM content WHERE entry = ?1",
        insert: "
            INSERT OR REPLACE INTO content (entry, report, situation, app, pack, sha256)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    },
    Table {
        select: "SELECT entry, note, words FROM sought WHERE entry = ?1",
        insert: "INSERT OR REPLACE INTO sought (entry, note, words) VALUES (?1, ?2, ?3)",
    },
];

/// Tables whose rows are copied where they can be read. The picture has a flag in `entry`.
const PICTURE: Table = Table {
    select: "SELECT entry, bytes FROM picture WHERE entry = ?1",
    insert: "INSERT OR REPLACE INTO picture (entry, bytes) VALUES (?1, ?2)",
};
const OPTIONAL: [Table; 2] = [
    Table {
        select: "SELECT entry, text, photo FROM original WHERE entry = ?1",
        insert: "INSERT OR REPLACE INTO original (entry, text, photo) VALUES (?1, ?2, ?3)",
    },
    Table {
        select: "
            SELECT id, entry, unix_ms, offset_minutes, situation, what, amount, account,
                   order_number, waybill
            FROM step WHERE entry = ?1",
        insert: "
            INSERT OR REPLACE INTO step
              (id, entry, unix_ms, offset_minutes, situation, what, amount, account, order_number,
               waybill)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    },
];

/// Tables that belong to no entry, copied whole.
const WHOLE: [Table; 2] = [
    Table {
        select: "SELECT id, opinion, subject, note, unix_ms, offset_minutes FROM own_rule",
        insert: "
            INSERT OR REPLACE INTO own_rule (id, opinion, subject, note, unix_ms, offset_minutes)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    },
    Table {
        select: "SELECT name, value FROM setting",
        insert: "INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)",
    },
];

/// The highest entry id, from either source that can still be read.
const LAST_ID: [&str; 2] = [
    "SELECT seq AS last FROM sqlite_sequence WHERE name = 'entry'",
    "SELECT max(id) AS last FROM entry",
];

const CLEAR_PICTURE_FLAG: &str = "UPDATE entry SET picture = 0 WHERE id = ?1";
const DELETE_SEQUENCE: &str = "DELETE FROM sqlite_sequence WHERE name = 'entry'";
const INSERT_SEQUENCE: &str = "INSERT INTO sqlite_sequence (name, seq) VALUES ('entry', ?1)";

/// Creates the marker file that makes the next opening check the journal. Ignores a failure: the
/// disk itself may be broken.
pub fn mark_suspect(journal: &Path) {
    drop(owner_only().write(true).create(true).truncate(true).open(marker_path(journal)));
}

/// True where a read has found damage since the last check.
pub fn is_suspect(journal: &Path) -> bool {
    marker_path(journal).exists()
}

/// True where the HMAC of every page matches and every B-tree is valid.
pub fn is_intact(db: &Connection) -> Result<bool, Error> {
    // `cipher_integrity_check` returns one row for each damaged page, `integrity_check` the row `ok`.
    let messages = |pragma: &str| -> rusqlite::Result<Vec<String>> {
        db.prepare(pragma)?.query_map([], |row| row.get(0))?.take(2).collect()
    };
    let intact = messages("PRAGMA cipher_integrity_check").and_then(|damaged| {
        Ok(damaged.is_empty() && messages("PRAGMA integrity_check(1)")? == ["ok"])
    });
    match intact.map_err(database_error) {
        Err(Error::JournalDamaged) => Ok(false),
        intact => intact,
    }
}

/// Checks the whole journal. Where it is damaged, quarantines it and copies the readable entries
/// into a new journal. Returns the writer, and what was quarantined.
pub fn check_and_salvage(
    path: &Path,
    key: &[u8; 32],
    db: Connection,
) -> Result<(Connection, Option<SetAside>), Error> {
    if is_intact(&db)? {
        fs::remove_file(marker_path(path)).map_err(file_error)?;
        return Ok((db, None));
    }
    drop(db);
    let file = quarantine(path)?;
    files::create(path)?;
    let mut db = connect::open_writer(path, key)?;
    let saved = copy_readable(&mut db, &path.with_file_name(&file), key)?;
    fs::remove_file(marker_path(path)).map_err(file_error)?;
    Ok((db, Some(SetAside { file, saved })))
}

/// Copies what can be read from the damaged journal at `from`; returns the count of entries.
fn copy_readable(to: &mut Connection, from: &Path, key: &[u8; 32]) -> Result<u64, Error> {
    let mut damaged = DamagedJournal { path: from, key, db: connect::open_reader(from, key)? };
    let last = LAST_ID.iter().find_map(|query| damaged.last_id(query)).unwrap_or(0);
    let transaction =
        to.transaction_with_behavior(TransactionBehavior::Immediate).map_err(database_error)?;
    let mut saved = 0;
    for id in 1..=last {
        saved += u64::from(copy_entry(&transaction, &mut damaged, id).map_err(database_error)?);
    }
    for table in &WHOLE {
        let rows = damaged.rows(table, []).unwrap_or_default();
        insert(&transaction, table, rows).map_err(database_error)?;
    }
    // The ids of lost entries are never assigned again.
    transaction
        .execute(DELETE_SEQUENCE, [])
        .and_then(|_| transaction.execute(INSERT_SEQUENCE, [last]))
        .map_err(database_error)?;
    transaction.commit().map_err(database_error)?;
    Ok(saved)
}

/// Copies one entry; `false` where a required row cannot be read.
fn copy_entry(
    to: &Connection,
    damaged: &mut DamagedJournal<'_>,
    id: i64,
) -> rusqlite::Result<bool> {
    let mut found = Vec::new();
    for table in &REQUIRED {
        match damaged.rows(table, [id]) {
            Some(rows) if rows.len() == 1 => found.push((table, rows)),
            _ => return Ok(false),
        }
    }
    for (table, rows) in found {
        insert(to, table, rows)?;
    }
    match damaged.rows(&PICTURE, [id]) {
        Some(rows) => insert(to, &PICTURE, rows)?,
        None => drop(to.execute(CLEAR_PICTURE_FLAG, [id])?),
    }
    for table in &OPTIONAL {
        insert(to, table, damaged.rows(table, [id]).unwrap_or_default())?;
    }
    Ok(true)
}

fn insert(to: &Connection, table: &Table, rows: Vec<Vec<Value>>) -> rusqlite::Result<()> {
    let mut statement = to.prepare_cached(table.insert)?;
    for row in rows {
        statement.execute(params_from_iter(row))?;
    }
    Ok(())
}

/// The damaged journal. After a damaged page SQLCipher fails every further read on the connection,
/// so each failed read reopens it.
struct DamagedJournal<'a> {
    path: &'a Path,
    key: &'a [u8; 32],
    db: Connection,
}

impl DamagedJournal<'_> {
    /// The rows that `table.select` returns; `None` where they cannot be read.
    fn rows(&mut self, table: &Table, params: impl Params) -> Option<Vec<Vec<Value>>> {
        let rows = select(&self.db, table.select, params).ok();
        if rows.is_none() {
            self.reopen();
        }
        rows
    }

    fn last_id(&mut self, query: &str) -> Option<i64> {
        let last = self.db.query_row(query, [], |row| row.get("last")).ok();
        if last.is_none() {
            self.reopen();
        }
        last
    }

    fn reopen(&mut self) {
        if let Ok(db) = connect::open_reader(self.path, self.key) {
            self.db = db;
        }
    }
}

fn select(db: &Connection, query: &str, params: impl Params) -> rusqlite::Result<Vec<Vec<Value>>> {
    let mut statement = db.prepare(query)?;
    let columns = statement.column_count();
    statement
        .query_map(params, |row| (0..columns).map(|column| row.get(column)).collect())?
        .collect()
}

fn marker_path(journal: &Path) -> PathBuf {
    with_suffix(journal, ".suspect")
}
