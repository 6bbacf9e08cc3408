//! Decides what is forgotten and when no trace of it is left.
//!
//! Deleting one entry and forgetting old ones overwrite what they free (`secure_delete`); erasing
//! frees everything at once and then rewrites the file. Either way the write-ahead log, which
//! still holds earlier pages, is cut to nothing afterwards. Entries kept as evidence stay until
//! they are released.

use rusqlite::{Connection, TransactionBehavior};

use super::fault::fault;
use super::rows::{require_one_row, truncate_wal};
use super::settings::{read, write};
use super::{Erased, Journal};
use crate::error::Error;
use yanka_types::Retention;

/// Entries forgotten in one transaction: few, so that a reader waits milliseconds.
const BATCH: u32 = 10;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

impl Journal {
    /// Deletes one entry, evidence or not.
    pub fn delete(&self, id: i64) -> Result<(), Error> {
        let db = self.writing();
        let found = db.execute("DELETE FROM entry WHERE id = ?1", [id]).map_err(fault)?;
        truncate_wal(&db);
        require_one_row(found)
    }

    /// Erases the log, all at once: killed at any moment, all is there or nothing is. Entries
    /// kept as evidence stay unless `evidence` says that they go too. Choices and the person's
    /// own rules stay.
    pub fn erase(&self, evidence: bool) -> Result<Erased, Error> {
        let mut db = self.writing();
        // Overwriting would double the work: the file is rewritten below, and `sweep` remembers.
        db.pragma_update(None, "secure_delete", false).map_err(fault)?;
        let erased = erase(&mut db, evidence);
        db.pragma_update(None, "secure_delete", true).map_err(fault)?;
        let erased = erased?;
        Ok(Erased { swept: sweep(&db).is_ok(), ..erased })
    }

    /// Forgets what is older than the person's retention, and returns how many entries that were.
    ///
    /// `now_ms` is Unix milliseconds. Works in small steps; between two of them a reader on
    /// another thread or in another process gets its turn.
    pub fn expire(&self, now_ms: i64) -> Result<u64, Error> {
        let days = match self.retention()? {
            Retention::SevenDays => 7,
            Retention::ThirtyDays => 30,
            Retention::NinetyDays => 90,
            Retention::Forever => return Ok(0),
        };
        let limit = now_ms.saturating_sub(days * DAY_MS);
        let mut gone = 0;
        loop {
            let step = forget_some(&mut self.writing(), limit)?;
            gone += step;
            if step < u64::from(BATCH) {
                break;
            }
            self.let_others_pass();
        }
        if gone > 0 {
            truncate_wal(&self.writing());
        }
        Ok(gone)
    }

    /// Finishes what an earlier process was killed or kept from: traces go, the log is cut.
    pub(super) fn finish_sweep(&self) {
        let db = self.writing();
        match read(&db, "sweep") {
            // A failure leaves the mark, and the next opening tries again.
            Ok(Some(_)) => drop(sweep(&db)),
            _ => drop(truncate_wal(&db)),
        }
    }
}

fn erase(db: &mut Connection, evidence: bool) -> Result<Erased, Error> {
    let change = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fault)?;
    let count = |condition: &str| {
        let query = format!("SELECT count(*) FROM entry WHERE {condition}");
        change.query_row(&query, [], |row| row.get(0)).map(i64::unsigned_abs).map_err(fault)
    };
    let all = count("TRUE")?;
    let stay = if evidence { 0 } else { count("evidence = 1")? };
    let statements = if stay == 0 {
        "DELETE FROM picture; DELETE FROM content; DELETE FROM sought; DELETE FROM original;
         DELETE FROM step; DELETE FROM entry;"
    } else {
        "DELETE FROM entry WHERE evidence = 0;"
    };
    change.execute_batch(statements).map_err(fault)?;
    write(&change, "sweep", "1")?;
    change.commit().map_err(fault)?;
    Ok(Erased { gone: all - stay, evidence: stay, swept: false })
}

/// Rewrites the file without what was freed, cuts the log, and takes the mark away.
fn sweep(db: &Connection) -> Result<(), Error> {
    db.execute_batch("VACUUM").map_err(fault)?;
    if !truncate_wal(db) {
        return Err(Error::JournalBusy);
    }
    db.execute("DELETE FROM setting WHERE name = 'sweep'", []).map_err(fault)?;
    truncate_wal(db);
    Ok(())
}

fn forget_some(db: &mut Connection, limit: i64) -> Result<u64, Error> {
    let gone = db
        .prepare_cached(
            "DELETE FROM entry WHERE id IN
             (SELECT id FROM entry WHERE evidence = 0 AND unix_ms < ?1 ORDER BY unix_ms LIMIT ?2)",
        )
        .and_then(|mut forget| forget.execute((limit, BATCH)))
        .map_err(fault)?;
    Ok(gone as u64)
}
