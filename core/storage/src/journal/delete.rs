//! Deletes entries: one, all, or those past the retention; and removes their traces from the disk.
//!
//! `secure_delete` overwrites the pages that a deletion frees. Erasing skips that and rewrites the
//! file instead. Either way the write-ahead log, which still holds earlier pages, is truncated
//! afterwards. Entries kept as evidence stay until they are released.

use rusqlite::{Connection, TransactionBehavior};
use yanka_types::Retention;

use super::connect::truncate_wal;
use super::handle::Journal;
use super::records::Erased;
use super::rows::{COUNT_ENTRIES, require_one_row};
use super::settings;
use crate::error::Error;

/// Entries that [`Journal::expire`] deletes in one transaction: few, so that a reader waits only
/// milliseconds. Empirical; no measurement recorded.
const EXPIRE_BATCH: u32 = 10;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// Setting that is present from an erasure until its traces are gone.
const SWEEP: &str = "sweep";

const DELETE_ENTRY: &str = "DELETE FROM entry WHERE id = ?1";

const DELETE_EXPIRED: &str = "
    DELETE FROM entry WHERE id IN
      (SELECT id FROM entry WHERE evidence = 0 AND unix_ms < ?1 ORDER BY unix_ms LIMIT ?2)";

const COUNT_EVIDENCE: &str = "SELECT count(*) AS entries FROM entry WHERE evidence = 1";

/// Names every table: SQLite truncates a table without a condition faster than it cascades.
const DELETE_ALL: &str = "
    DELETE FROM picture; DELETE FROM content; DELETE FROM sought; DELETE FROM original;
    DELETE FROM step; DELETE FROM entry;";

const DELETE_WITHOUT_EVIDENCE: &str = "DELETE FROM entry WHERE evidence = 0;";

impl Journal {
    /// Deletes one entry, evidence or not.
    ///
    /// # Errors
    /// [`Error::NoSuchRow`] where there is no such entry; otherwise where the journal cannot be
    /// written.
    pub fn delete(&self, id: i64) -> Result<(), Error> {
        let db = self.writer();
        let deleted = db.execute(DELETE_ENTRY, [id]).map_err(|e| self.query_error(e))?;
        truncate_wal(&db);
        require_one_row(deleted)
    }

    /// Erases all entries in one transaction: a process killed at any moment leaves all or none.
    ///
    /// Entries kept as evidence stay unless `evidence` is true. Settings and the person's own rules
    /// stay.
    ///
    /// # Errors
    /// Where the journal cannot be written.
    pub fn erase(&self, evidence: bool) -> Result<Erased, Error> {
        let mut db = self.writer();
        // `sweep` rewrites the file, so overwriting freed pages first would double the work. Where
        // the sweep fails, the setting makes the next opening repeat it.
        db.pragma_update(None, "secure_delete", false).map_err(|e| self.query_error(e))?;
        let erased = erase(&mut db, evidence);
        db.pragma_update(None, "secure_delete", true).map_err(|e| self.query_error(e))?;
        let erased = erased.map_err(|e| self.query_error(e))?;
        let swept = sweep(&db).map_err(|e| self.query_error(e)).unwrap_or(false);
        Ok(Erased { swept, ..erased })
    }

    /// Deletes the entries that are older than the person's retention, and returns their count.
    ///
    /// `now_ms` is Unix milliseconds. Deletes in small batches and releases the lock between two of
    /// them, so that other threads and processes can use the journal.
    ///
    /// # Errors
    /// Where the journal cannot be written.
    pub fn expire(&self, now_ms: i64) -> Result<u64, Error> {
        let days = match self.retention()? {
            Retention::SevenDays => 7,
            Retention::ThirtyDays => 30,
            Retention::NinetyDays => 90,
            Retention::Forever => return Ok(0),
        };
        let oldest_kept_ms = now_ms.saturating_sub(days * DAY_MS);
        let mut total = 0;
        loop {
            let deleted = delete_expired_batch(&self.writer(), oldest_kept_ms)
                .map_err(|e| self.query_error(e))?;
            total += deleted;
            if deleted < u64::from(EXPIRE_BATCH) {
                break;
            }
            self.yield_to_waiting_writers();
        }
        if total > 0 {
            truncate_wal(&self.writer());
        }
        Ok(total)
    }

    /// Removes the traces that an earlier process could not remove: finishes an erasure and
    /// truncates the write-ahead log.
    pub(super) fn finish_sweep(&self) {
        let db = self.writer();
        match settings::get(&db, SWEEP).map_err(|e| self.query_error(e)) {
            // Where this fails, the setting stays and the next opening tries again.
            Ok(Some(_)) => drop(sweep(&db).map_err(|e| self.query_error(e))),
            _ => drop(truncate_wal(&db)),
        }
    }
}

fn erase(db: &mut Connection, evidence: bool) -> rusqlite::Result<Erased> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let count = |query: &str| {
        transaction.query_row(query, [], |row| row.get("entries")).map(i64::unsigned_abs)
    };
    let all = count(COUNT_ENTRIES)?;
    let kept = if evidence { 0 } else { count(COUNT_EVIDENCE)? };
    let statements = if kept == 0 { DELETE_ALL } else { DELETE_WITHOUT_EVIDENCE };
    transaction.execute_batch(statements)?;
    settings::set(&transaction, SWEEP, "1")?;
    transaction.commit()?;
    Ok(Erased { gone: all - kept, evidence: kept, swept: false })
}

/// Rewrites the file without its free pages, truncates the write-ahead log and removes the setting.
/// Returns `false` where a reader blocks the truncation.
fn sweep(db: &Connection) -> rusqlite::Result<bool> {
    db.execute_batch("VACUUM")?;
    if !truncate_wal(db) {
        return Ok(false);
    }
    settings::remove(db, SWEEP)?;
    truncate_wal(db);
    Ok(true)
}

fn delete_expired_batch(db: &Connection, oldest_kept_ms: i64) -> rusqlite::Result<u64> {
    let deleted = db
        .prepare_cached(DELETE_EXPIRED)
        .and_then(|mut statement| statement.execute((oldest_kept_ms, EXPIRE_BATCH)))?;
    Ok(deleted as u64)
}
