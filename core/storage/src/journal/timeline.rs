//! What happened to the person, step by step, as they tell it, beside an entry.

use rusqlite::{Connection, TransactionBehavior, params};

use super::fault::fault;
use super::rows::{moment, require_one_row, truncate_wal};
use super::{Journal, TimelineStep};
use crate::error::Error;
use yanka_types::Situation;

impl Journal {
    /// Adds a step to an entry's timeline, or replaces the one with its number. Returns its number.
    pub fn put_step(&self, entry: i64, step: &TimelineStep) -> Result<i64, Error> {
        let mut db = self.writing();
        let change = db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fault)?;
        let there = change
            .prepare_cached("SELECT 1 FROM entry WHERE id = ?1")
            .and_then(|mut query| query.exists([entry]))
            .map_err(fault)?;
        require_one_row(there.into())?;
        let id = put(&change, entry, step).map_err(fault)?;
        change.commit().map_err(fault)?;
        Ok(id)
    }

    /// Takes a step away.
    pub fn remove_step(&self, step: i64) -> Result<(), Error> {
        let db = self.writing();
        let found = db.execute("DELETE FROM step WHERE id = ?1", [step]).map_err(fault)?;
        truncate_wal(&db);
        require_one_row(found)
    }
}

/// The steps of an entry, in order of time.
pub fn steps(db: &Connection, entry: i64) -> rusqlite::Result<Vec<TimelineStep>> {
    db.prepare_cached(
        "SELECT id, unix_ms, offset_minutes, situation, what, amount, account, order_number, waybill
         FROM step WHERE entry = ?1 ORDER BY unix_ms, id",
    )?
    .query_map([entry], |row| {
        let situation: Option<String> = row.get(3)?;
        Ok(TimelineStep {
            step: row.get(0)?,
            time: moment(row, 1)?,
            situation: situation.as_deref().and_then(Situation::from_word),
            what: row.get(4)?,
            amount: row.get(5)?,
            account: row.get(6)?,
            order: row.get(7)?,
            waybill: row.get(8)?,
        })
    })?
    .collect()
}

fn put(db: &Connection, entry: i64, step: &TimelineStep) -> rusqlite::Result<i64> {
    if step.step != 0 {
        db.execute("DELETE FROM step WHERE id = ?1 AND entry = ?2", [step.step, entry])?;
    }
    db.execute(
        "INSERT INTO step (id, entry, unix_ms, offset_minutes, situation, what, amount, account,
                           order_number, waybill)
         VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
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
