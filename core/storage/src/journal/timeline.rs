//! The time line of an entry: what happened to the person, step by step, in their own words.
//!
//! Depends on the table `step` only.

use rusqlite::{Connection, TransactionBehavior, params};
use yanka_types::Situation;

use super::connect::truncate_wal;
use super::handle::Journal;
use super::records::TimelineStep;
use super::rows::{moment, require_one_row};
use crate::error::Error;

const ENTRY_EXISTS: &str = "SELECT 1 FROM entry WHERE id = ?1";

const STEPS: &str = "
    SELECT id, unix_ms, offset_minutes, situation, what, amount, account, order_number, waybill
    FROM step WHERE entry = ?1 ORDER BY unix_ms, id";

const DELETE_STEP: &str = "DELETE FROM step WHERE id = ?1";

const DELETE_STEP_OF_ENTRY: &str = "DELETE FROM step WHERE id = ?1 AND entry = ?2";

/// A step number of 0 becomes NULL, for which SQLite assigns the next id.
const INSERT_STEP: &str = "
    INSERT INTO step
      (id, entry, unix_ms, offset_minutes, situation, what, amount, account, order_number, waybill)
    VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";

impl Journal {
    /// Adds a step to the time line of an entry, or replaces the step of the same number. Returns
    /// the number of the step.
    ///
    /// # Errors
    /// [`Error::NoSuchRow`] where there is no such entry; otherwise where the journal cannot be
    /// written.
    pub fn put_step(&self, entry: i64, step: &TimelineStep) -> Result<i64, Error> {
        let mut db = self.writer();
        let transaction = db
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|e| self.query_error(e))?;
        let exists = transaction
            .prepare_cached(ENTRY_EXISTS)
            .and_then(|mut statement| statement.exists([entry]))
            .map_err(|e| self.query_error(e))?;
        require_one_row(exists.into())?;
        let id = put(&transaction, entry, step).map_err(|e| self.query_error(e))?;
        transaction.commit().map_err(|e| self.query_error(e))?;
        Ok(id)
    }

    /// Deletes a step.
    ///
    /// # Errors
    /// [`Error::NoSuchRow`] where there is no such step; otherwise where the journal cannot be
    /// written.
    pub fn remove_step(&self, step: i64) -> Result<(), Error> {
        let db = self.writer();
        let deleted = db.execute(DELETE_STEP, [step]).map_err(|e| self.query_error(e))?;
        truncate_wal(&db);
        require_one_row(deleted)
    }
}

/// The steps of an entry, in order of time.
pub fn steps(db: &Connection, entry: i64) -> rusqlite::Result<Vec<TimelineStep>> {
    db.prepare_cached(STEPS)?
        .query_map([entry], |row| {
            let situation: Option<String> = row.get("situation")?;
            Ok(TimelineStep {
                step: row.get("id")?,
                time: moment(row)?,
                situation: situation.as_deref().and_then(Situation::from_word),
                what: row.get("what")?,
                amount: row.get("amount")?,
                account: row.get("account")?,
                order: row.get("order_number")?,
                waybill: row.get("waybill")?,
            })
        })?
        .collect()
}

fn put(db: &Connection, entry: i64, step: &TimelineStep) -> rusqlite::Result<i64> {
    if step.step != 0 {
        db.execute(DELETE_STEP_OF_ENTRY, [step.step, entry])?;
    }
    db.execute(
        INSERT_STEP,
        params![
            step.step,
            entry,
            step.time.unix_ms,
            step.time.offset_minutes,
            step.situation.map(Situation::word),
            step.what,
            step.amount,
            step.account,
            step.order,
            step.waybill,
        ],
    )?;
    Ok(db.last_insert_rowid())
}
